package workshop

import "errors"

// RunPlan is the opening of an activity before it happens: its rules as they will be frozen.
type RunPlan struct {
	Activity RecordID
	Kind     ActivityKind
	Settings Settings
	Seconds  int
	Source   RecordID // the activity whose board it works on
	Options  []Option
	Voters   []Person
	Seats    []RecordID // who votes without a laptop of their own
	Seal     []byte     // of secret votes: the key of the facilitator's computer; the caller adds it
}

// Reasons why an activity cannot open. The window has words for each.
var (
	ErrNoActivity      = errors.New("there is no such activity")
	ErrNotSupported    = errors.New("this kind of activity is not in this version yet")
	ErrNothingToSort   = errors.New("there are no notes to sort")
	ErrNothingToVote   = errors.New("there is nothing to vote on")
	ErrNoQuestion      = errors.New("a vote needs a question")
	ErrDotsDoNotDecide = errors.New("dots narrow; they do not decide")
	ErrNoProposal      = errors.New("there is no proposal to vote on yet")
	ErrTooMuch         = errors.New("there is too much to consent to at once")
	ErrGridAxes        = errors.New("a grid asks two questions about each option")
)

// PlanRun works out how an activity would open now: on which board, with which options, for which voters. With fewer than four
// voters a secret vote becomes a sealed one, because totals would tell who chose what.
func (v *View) PlanRun(activity RecordID) (RunPlan, error) { return v.PlanRunOn(activity, nil) }

// PlanRunOn is [View.PlanRun] of a vote on options that a facilitator chose: notes, clusters, or whatever else the vote may be on.
// Without any it is PlanRun.
func (v *View) PlanRunOn(activity RecordID, chosen []RecordID) (RunPlan, error) {
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
		err := v.planCanvas(a, &p)
		return p, err
	case ActivityCluster:
		if len(v.NotesOn(p.Source)) == 0 {
			return RunPlan{}, ErrNothingToSort
		}
		v.planSorting(a, &p)
	case ActivityVote:
		err := v.planVote(a, &p, chosen)
		return p, err
	case ActivityRound:
		v.planRound(a, &p)
	case ActivityDiscuss:
		p.Options = v.itemsFor(a, p.Source)
	}
	return p, nil
}

// planVote freezes the rules, the options and the voters of a vote.
func (v *View) planVote(a *ActivityView, p *RunPlan, chosen []RecordID) error {
	if a.Settings.Forecast() {
		p.Settings = forecastSettings(a.Settings)
	}
	var err error
	if p.Options, err = v.voteOptions(a, p, chosen); err != nil {
		return err
	}
	v.enlist(p)
	p.Settings = p.Settings.With("secret", p.Settings.Secret() && len(p.Voters)+len(p.Seats) >= minSecret)
	return nil
}

// planRound lists who has a turn. Secret answers are ballots; with fewer than four people they are sealed until the close only.
func (v *View) planRound(a *ActivityView, p *RunPlan) {
	v.enlist(p)
	if !a.Settings.SecretIn(ActivityRound) {
		return
	}
	p.Options = []Option{{ID: a.ID, Text: a.Prompt}}
	if len(p.Voters)+len(p.Seats) < minSecret {
		p.Settings = p.Settings.With("secret", false).With("sealed", true)
	}
}

// enlist lists everybody who may answer: people who contribute, and seats.
func (v *View) enlist(p *RunPlan) {
	for _, person := range v.People {
		if person.Role <= RoleParticipant {
			p.Voters = append(p.Voters, person.Person)
		}
	}
	for _, s := range v.Seats {
		p.Seats = append(p.Seats, s.ID)
	}
}

// forecastSettings are the rules of a forecast: how likely is each action done by its due date, in percent?
func forecastSettings(s Settings) Settings {
	return s.With("method", MethodScale).With("purpose", PurposeGauge).With("options", "actions").
		With("scale", []any{0.0, 100.0}).With("threshold", float64(ForecastLow))
}

// ForecastLow is the forecast, in percent, below which the group is asked what would raise it.
const ForecastLow = 50

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
