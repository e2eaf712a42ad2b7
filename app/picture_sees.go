package app

import (
	"strconv"
	"strings"

	"convene/workshop"
)

// Sees is one sentence on who can see what is written in a run. Each is true of
// the log that every member holds, and none promises more.
type Sees struct {
	Code  string `json:"code"` // stable: the window says it in the person's language
	Name  string `json:"name,omitempty"`
	Count int    `json:"count,omitempty"`
}

// fewestSecret is the fewest voters among whom package workshop lets a ballot
// stay sealed for good.
const fewestSecret = 4

// sentences returns the sentences in English by their codes. The words
// "anonymous" and "secret" stand only in those that say where it ends. The
// catalogue of the window says the same, which a test compares.
func sentences() map[string]string {
	return map[string]string{
		"cluster": "Everyone sees each move as it happens.",
		"discuss": "Everyone sees what is written down, and who wrote it.",
		"commit":  "Everyone sees each action, its owner and whether they said yes.",
		"brief":   "Everyone sees the same page, and who pressed Ready.",
		"written": "Everyone sees what is written here, and who wrote it.",

		"notes-yours":       "Only on this laptop until you turn all notes over.",
		"notes-until":       "Only on this laptop until { $name } turns all notes over.",
		"notes-until-any":   "Only on this laptop until the facilitator turns all notes over.",
		"notes-then-named":  "Then everyone sees each note with its writer's name.",
		"notes-names":       "Names hidden on the board. Not anonymous: the session file records who wrote each note.",
		"notes-batched":     "Anonymous to the group. The facilitator's computer can tell who wrote what.",
		"notes-group-one":   "1 person can write here.",
		"notes-group":       "{ $count } people can write here.",
		"notes-turned":      "Everyone sees the notes that were turned over.",
		"notes-turned-name": "Everyone sees the notes that were turned over, each with its writer's name.",
		"notes-now":         "Everyone sees a note as soon as it is added.",
		"notes-now-name":    "Everyone sees a note as soon as it is added, with its writer's name.",

		"notes-own-group": "Until this closes, screens show only the notes of your own group. The session file holds all of them from the start.",

		"votes-open":      "Votes are visible to everyone.",
		"votes-secret":    "Secret from the group. The facilitator's computer can see each vote. Check your code in the result list.",
		"votes-sealed":    "The ballots are open: anyone with the session file can see who voted for what.",
		"votes-until":     "Hidden until everyone has voted. Afterwards anyone can see who voted for what.",
		"votes-until-for": "Sealed until the vote closes, also for { $name }.",
		"votes-until-all": "Sealed until the vote closes, also for the facilitator.",
		"votes-one":       "Only 1 person can vote here: a total cannot hide who chose what.",
		"votes-few":       "Only { $count } people can vote here: too few for totals to hide who chose what.",

		"round-spoken": "Nothing is written down here. Everyone sees who passed or had their turn.",
		"round-named":  "Everyone sees your answer with your name as soon as you give it.",
	}
}

// inEnglish says sentences one after the other.
func inEnglish(list []Sees) string {
	all := sentences()
	said := make([]string, len(list))
	for i, s := range list {
		said[i] = strings.NewReplacer("{ $name }", s.Name, "{ $count }", strconv.Itoa(s.Count)).Replace(all[s.Code])
	}
	return strings.Join(said, " ")
}

// whoSees says who can see what is written in a run: now, and later.
func (p *painter) whoSees(run *workshop.RunView) []Sees {
	over := run.State == workshop.RunClosing || run.State == workshop.RunClosed
	switch run.Kind {
	case workshop.ActivityBrainstorm, workshop.ActivityCanvas:
		return p.notesSeen(run, over)
	case workshop.ActivityVote:
		return p.votesSeen(run, over)
	case workshop.ActivityRound:
		return p.answersSeen(run, over)
	case workshop.ActivityCluster, workshop.ActivityDiscuss, workshop.ActivityCommit, workshop.ActivityBrief:
		return []Sees{{Code: string(run.Kind)}}
	}
	return []Sees{{Code: "written"}}
}

func (p *painter) notesSeen(run *workshop.RunView, over bool) []Sees {
	private := run.Settings.Private(run.Kind)
	if run.Settings.OwnGroup(run.Kind) && !over {
		seen := []Sees{{Code: "notes-own-group"}}
		if run.Settings.HiddenAuthors() {
			seen = append(seen, Sees{Code: "notes-names"})
		}
		return seen
	}
	var unnamed []Sees
	switch {
	case run.Settings.Anonymous() && private:
		unnamed = []Sees{{Code: "notes-batched"}, p.group(run)}
	case run.Settings.HiddenAuthors():
		unnamed = []Sees{{Code: "notes-names"}}
	}
	switch {
	case private && !over && unnamed != nil:
		return append([]Sees{p.turnsOver()}, unnamed...)
	case private && !over:
		return []Sees{p.turnsOver(), {Code: "notes-then-named"}}
	case private && unnamed != nil:
		return append([]Sees{{Code: "notes-turned"}}, unnamed...)
	case private:
		return []Sees{{Code: "notes-turned-name"}}
	case unnamed != nil:
		return append([]Sees{{Code: "notes-now"}}, unnamed...)
	}
	return []Sees{{Code: "notes-now-name"}}
}

// group says among how many people somebody is unnamed: few are easily told apart.
func (p *painter) group(run *workshop.RunView) Sees {
	n := p.eligible(run)
	if n == 1 {
		return Sees{Code: "notes-group-one"}
	}
	return Sees{Code: "notes-group", Count: n}
}

// turnsOver says by whom private notes are turned over.
func (p *painter) turnsOver() Sees {
	floor := p.View.Session.Floor
	if floor == p.Me && !floor.Zero() {
		return Sees{Code: "notes-yours"}
	}
	if name := p.nameOf(floor); name != "" {
		return Sees{Code: "notes-until", Name: name}
	}
	return Sees{Code: "notes-until-any"}
}

func (p *painter) votesSeen(run *workshop.RunView, over bool) []Sees {
	if res := p.result(run.ID); res != nil && res.Hands {
		return []Sees{{Code: "votes-open"}}
	}
	return p.ballotsSeen(run, over)
}

// ballotsSeen is who sees the ballots of a vote, or of a round whose answers
// are secret.
func (p *painter) ballotsSeen(run *workshop.RunView, over bool) []Sees {
	if run.Secret() {
		return []Sees{{Code: "votes-secret"}}
	}
	if over {
		return []Sees{{Code: "votes-sealed"}}
	}
	sealed := []Sees{{Code: "votes-until"}, {Code: "votes-until-all"}}
	if name := p.nameOf(p.View.Session.Floor); name != "" {
		sealed[1] = Sees{Code: "votes-until-for", Name: name}
	}
	switch n := p.tooFew(run); n {
	case 0:
		return sealed
	case 1:
		return append([]Sees{{Code: "votes-one"}}, sealed...)
	default:
		return append([]Sees{{Code: "votes-few", Count: n}}, sealed...)
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

func (p *painter) answersSeen(run *workshop.RunView, over bool) []Sees {
	switch {
	case run.Settings.On("spokenOnly", false):
		return []Sees{{Code: "round-spoken"}}
	case run.Balloted():
		return p.ballotsSeen(run, over)
	}
	return []Sees{{Code: "round-named"}}
}
