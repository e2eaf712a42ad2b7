package workshop

import (
	"errors"
	"strconv"
	"strings"
)

// RunPlan is the opening of an activity before it happens: its rules as they will be frozen.
type RunPlan struct {
	Activity RecordID
	Kind     ActivityKind
	Settings Settings
	Seconds  int
	Source   RecordID // the activity whose board it works on
	Options  []Option
	Voters   []Person
	Seal     []byte // of secret votes: the key of the facilitator's computer; the caller adds it
}

// Reasons why an activity cannot open. The window has words for each.
var (
	ErrNoActivity      = errors.New("there is no such activity")
	ErrNotSupported    = errors.New("this kind of activity is not in this version yet")
	ErrNothingToSort   = errors.New("there are no notes to sort")
	ErrNothingToVote   = errors.New("there is nothing to vote on")
	ErrNoQuestion      = errors.New("a vote needs a question")
	ErrDotsDoNotDecide = errors.New("dots narrow; they do not decide")
)

// minSecret is the fewest voters among whom a ballot can be secret.
const minSecret = 4

// PlanRun works out how an activity would open now: on which board, with which options, for which voters. With fewer than four
// voters a secret vote becomes a sealed one, because totals would tell who chose what.
func (v *View) PlanRun(activity RecordID) (RunPlan, error) {
	a := v.Activity(activity)
	if a == nil {
		return RunPlan{}, ErrNoActivity
	}
	if a.Kind == ActivityVote && a.Prompt == "" {
		return RunPlan{}, ErrNoQuestion
	}
	if err := Supported(a.Kind, a.Settings); err != nil {
		return RunPlan{}, err
	}
	p := RunPlan{Activity: a.ID, Kind: a.Kind, Settings: a.Settings, Seconds: a.Minutes * 60, Source: v.sourceOf(a)}
	switch a.Kind {
	case ActivityBrainstorm:
		p.Source = a.ID
	case ActivityCanvas:
		return p, v.planCanvas(a, &p)
	case ActivityCluster:
		if len(v.NotesOn(p.Source)) == 0 {
			return RunPlan{}, ErrNothingToSort
		}
	case ActivityVote:
		return p, v.planVote(a, &p)
	case ActivityDiscuss:
		p.Options = v.itemsFor(a, p.Source)
	}
	return p, nil
}

func (v *View) planVote(a *ActivityView, p *RunPlan) error {
	p.Options = v.optionsFrom(a.Settings.Str("options", "clusters"), p.Source)
	if len(p.Options) == 0 {
		return ErrNothingToVote
	}
	for _, person := range v.People {
		if person.Role <= RoleParticipant {
			p.Voters = append(p.Voters, person.Person)
		}
	}
	p.Settings = p.Settings.With("secret", a.Settings.Secret() && len(p.Voters) >= minSecret)
	return nil
}

// optionsFrom lists the clusters of a board, or its notes where the settings say so or there are no clusters.
func (v *View) optionsFrom(what string, board RecordID) []Option {
	var options []Option
	if what == "clusters" {
		for _, c := range v.ClustersOn(board) {
			options = append(options, Option{ID: c.ID, Text: c.Name})
		}
	}
	if len(options) > 0 {
		return options
	}
	for _, n := range v.NotesOn(board) {
		options = append(options, Option{ID: n.ID, Text: n.Text})
	}
	return options
}

// itemsFor lists what a discussion goes through: the best of the last vote before it, or the clusters.
func (v *View) itemsFor(a *ActivityView, board RecordID) []Option {
	what := a.Settings.Str("items", "none")
	if what == "clusters" {
		return v.optionsFrom("clusters", board)
	}
	top := 0
	if n, ok := topOf(what); ok {
		top = n
	}
	if top == 0 && what != "ranked" {
		return nil
	}
	res := v.lastResultBefore(a)
	if res == nil {
		return nil
	}
	var items []Option
	for i, row := range res.Rows {
		if top > 0 && i >= top {
			break
		}
		items = append(items, Option{ID: row.Option, Text: row.Text})
	}
	return items
}

// mostTop is the most items that "top:N" may ask for, as in a template.
const mostTop = 1000

// topOf reads the N of "top:N", from 1 to mostTop, written as people write numbers.
func topOf(what string) (int, bool) {
	digits, ok := strings.CutPrefix(what, "top:")
	n, err := strconv.Atoi(digits)
	if !ok || err != nil || n < 1 || n > mostTop || strconv.Itoa(n) != digits {
		return 0, false
	}
	return n, true
}

func (v *View) lastResultBefore(a *ActivityView) *Result {
	var found *Result
	for i := range v.Activities {
		if v.Activities[i].ID == a.ID {
			break
		}
		for j := range v.Results {
			if v.Results[j].Run == v.Activities[i].Run {
				found = &v.Results[j]
			}
		}
	}
	return found
}

// sourceOf is the activity whose board an activity works on: the one it names, else the nearest before it that makes notes.
func (v *View) sourceOf(a *ActivityView) RecordID {
	if !a.Source.Zero() {
		return a.Source
	}
	source := RecordID{}
	if a.Kind == ActivityCluster {
		source = a.ID // with nothing before it, what was put on its own board
	}
	for i := range v.Activities {
		b := &v.Activities[i]
		if b.ID == a.ID {
			break
		}
		if b.Kind == ActivityBrainstorm || b.Kind == ActivityCanvas || ((b.Kind == ActivityBreakout || b.Kind == ActivityCluster) && v.notesFrom(b)) {
			source = b.ID
		}
	}
	return source
}

// Activity returns a step of the agenda, or nil.
func (v *View) Activity(id RecordID) *ActivityView {
	for i := range v.Activities {
		if v.Activities[i].ID == id {
			return &v.Activities[i]
		}
	}
	return nil
}

// Run returns a run, or nil.
func (v *View) Run(id RecordID) *RunView {
	for i := range v.Runs {
		if v.Runs[i].ID == id {
			return &v.Runs[i]
		}
	}
	return nil
}

// OpenRun returns the run that is open or closing, or nil.
func (v *View) OpenRun() *RunView {
	for i := len(v.Runs) - 1; i >= 0; i-- {
		if v.Runs[i].State == RunOpen || v.Runs[i].State == RunClosing {
			return &v.Runs[i]
		}
	}
	return nil
}

// NotesOn returns the notes on the board of an activity, in order: those written there, those that groups brought back to it and,
// on a canvas, those of an earlier board that were placed there.
func (v *View) NotesOn(activity RecordID) []NoteView {
	if notes := v.written(activity); len(notes) > 0 {
		return notes
	}
	return v.notesPlacedFrom(activity)
}

func (v *View) written(activity RecordID) []NoteView {
	var notes []NoteView
	for _, n := range v.Notes {
		if n.Activity == activity || n.On(activity) != nil {
			notes = append(notes, n)
		}
	}
	return notes
}

// ClustersOn returns the clusters on the board of an activity, in order.
func (v *View) ClustersOn(activity RecordID) []ClusterView {
	var clusters []ClusterView
	for _, c := range v.Clusters {
		if c.Activity == activity {
			clusters = append(clusters, c)
		}
	}
	return clusters
}

// Person returns somebody in the session, or nil.
func (v *View) Person(p Person) *PersonView {
	for i := range v.People {
		if v.People[i].Person == p {
			return &v.People[i]
		}
	}
	return nil
}
