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
	batched       = "Anonymous to the group. The facilitator's computer can tell who wrote what."
	untilAll      = "Hidden until everyone has voted. Afterwards anyone can see who voted for what."
	votesOpen     = "Votes are visible to everyone."
	countedSecret = "Secret from the group. The facilitator's computer can see each vote. Check your code in the result list."
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
		return p.answersSeen(run, over)
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
	private := run.Settings.Private(run.Kind)
	unnamed := ""
	switch {
	case run.Settings.Anonymous() && private:
		unnamed = batched + p.group(run)
	case run.Settings.HiddenAuthors():
		unnamed = namesHidden
	}
	switch {
	case private && !over && unnamed != "":
		return "Only on this laptop until " + p.turnsOver() + ". " + unnamed
	case private && !over:
		return "Only on this laptop until " + p.turnsOver() + ". Then everyone sees each note with its writer's name."
	case private && unnamed != "":
		return "Everyone sees the notes that were turned over. " + unnamed
	case private:
		return "Everyone sees the notes that were turned over, each with its writer's name."
	case unnamed != "":
		return "Everyone sees a note as soon as it is added. " + unnamed
	}
	return "Everyone sees a note as soon as it is added, with its writer's name."
}

// group says among how many people somebody is unnamed: few are easily told apart.
func (p *painter) group(run *workshop.RunView) string {
	return " " + counted(p.eligible(run), "person", "people") + " can write here."
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
	if res := p.result(run.ID); res != nil && res.Hands {
		return votesOpen
	}
	return p.ballotsSeen(run, over)
}

// ballotsSeen is who sees the ballots of a vote, or of a round whose answers
// are secret.
func (p *painter) ballotsSeen(run *workshop.RunView, over bool) string {
	if run.Secret() {
		return countedSecret
	}
	if over {
		return wasSealed
	}
	sealed := untilAll + " Sealed until the vote closes, also for " + p.facilitator() + "."
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
	n := len(run.Voters) + len(run.Seats)
	if run.Secret() || n >= fewestSecret {
		return 0
	}
	if a := p.View.Activity(run.Activity); a == nil || !a.Settings.SecretIn(a.Kind) {
		return 0
	}
	return n
}

func (p *painter) answersSeen(run *workshop.RunView, over bool) string {
	switch {
	case run.Settings.On("spokenOnly", false):
		return "Nothing is written down here. Everyone sees who passed or had their turn."
	case run.Balloted():
		return p.ballotsSeen(run, over)
	}
	return "Everyone sees your answer with your name as soon as you give it."
}
