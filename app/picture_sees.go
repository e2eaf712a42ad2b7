package app

import (
	"strconv"

	"convene/workshop"
)

// The words on what others can see. Each is true of the log that every member
// holds, and none promises more. The words "anonymous" and "secret" stand only
// in sentences that say where it ends.
const (
	namesHidden   = "Names hidden on the board. Not anonymous: the session file records who wrote each note."
	answersHidden = "Answers are shown without names. Not anonymous: the session file records who gave each answer."
	countedSecret = "Secret from the group. The facilitator's computer can see each vote. Check your code in the result list."
	afterSealed   = "Afterwards anyone can see who voted for what."
	wasSealed     = "The ballots are open: anyone with the session file can see who voted for what."
)

// fewestSecret is the fewest voters among whom package workshop lets a ballot
// stay sealed for good.
const fewestSecret = 4

// whoSees says who can see what is written in a run: now, and later.
func (p *painter) whoSees(run *workshop.RunView) string {
	over := run.State == workshop.RunClosing || run.State == workshop.RunClosed
	switch run.Kind {
	case workshop.ActivityBrainstorm, workshop.ActivityCanvas:
		return p.notesSeen(run, over)
	case workshop.ActivityVote:
		return p.votesSeen(run, over)
	case workshop.ActivityRound:
		return answersSeen(run)
	case workshop.ActivityCluster:
		return "Everyone sees each move as it happens."
	case workshop.ActivityDiscuss:
		return "Everyone sees what is written down, and who wrote it."
	case workshop.ActivityCommit:
		return "Everyone sees each action, its owner and whether they said yes."
	case workshop.ActivityBrief:
		return "Everyone sees the same page, and who pressed Ready."
	}
	return "Everyone sees what is written here, and who wrote it."
}

func (p *painter) notesSeen(run *workshop.RunView, over bool) string {
	hidden, private := run.Settings.HiddenAuthors(), run.Settings.Private(run.Kind)
	switch {
	case private && !over && hidden:
		return "Only on this laptop until " + p.turnsOver() + ". " + namesHidden
	case private && !over:
		return "Only on this laptop until " + p.turnsOver() + ". Then everyone sees each note with its writer's name."
	case private && hidden:
		return "Everyone sees the notes that were turned over. " + namesHidden
	case private:
		return "Everyone sees the notes that were turned over, each with its writer's name."
	case hidden:
		return "Everyone sees a note as soon as it is added. " + namesHidden
	}
	return "Everyone sees a note as soon as it is added, with its writer's name."
}

// turnsOver says by whom private notes are turned over.
func (p *painter) turnsOver() string {
	floor := p.View.Session.Floor
	if floor == p.Me && !floor.Zero() {
		return "you turn all notes over"
	}
	return p.facilitator() + " turns all notes over"
}

// facilitator is who has the floor, by name where there is one.
func (p *painter) facilitator() string {
	if name := p.nameOf(p.View.Session.Floor); name != "" {
		return name
	}
	return "the facilitator"
}

func (p *painter) votesSeen(run *workshop.RunView, over bool) string {
	if run.Settings.Secret() {
		return countedSecret
	}
	if over {
		return wasSealed
	}
	sealed := "Sealed until the vote closes, also for " + p.facilitator() + ". " + afterSealed
	switch n := p.tooFew(run); n {
	case 0:
		return sealed
	case 1:
		return "Only 1 person can vote here: a total cannot hide who chose what. " + sealed
	default:
		return "Only " + strconv.Itoa(n) + " people can vote here: too few for totals to hide who chose what. " + sealed
	}
}

// tooFew is how many voters a run has, where its activity asked for ballots
// that stay sealed for good and there were not enough people for it; else 0.
func (p *painter) tooFew(run *workshop.RunView) int {
	if run.Settings.Secret() || len(run.Voters) >= fewestSecret {
		return 0
	}
	if a := p.View.Activity(run.Activity); a == nil || !a.Settings.Secret() {
		return 0
	}
	return len(run.Voters)
}

func answersSeen(run *workshop.RunView) string {
	switch {
	case run.Settings.On("spokenOnly", false):
		return "Nothing is written down here. Everyone sees who passed or had their turn."
	case namelessAnswers(run):
		return answersHidden
	}
	return "Everyone sees your answer with your name as soon as you give it."
}

// namelessAnswers reports whether a round shows answers without names.
func namelessAnswers(run *workshop.RunView) bool {
	return run.Kind == workshop.ActivityRound && run.Settings.On("secret", false)
}
