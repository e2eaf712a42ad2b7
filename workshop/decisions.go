package workshop

import (
	"fmt"
	"slices"
)

// DecisionView is what was decided, by which rule. A vote that decides makes it: it follows from the ballots, so it is there on every
// laptop as soon as the vote is closed, whoever's laptop dies then. A record with the run of the vote adds what facilitators wrote
// on it. Decisions without a run were written down by a facilitator.
type DecisionView struct {
	ID, Activity RecordID // the record, or the run of the vote
	Run          RecordID // the vote, or none
	Number       int      // D1, D2, ...
	Text, Rule   string
	Review       string // the day on which the group looks at it again, as 2026-12-04, or empty
	Evidence     []RecordID
	At           int64 // wall milliseconds of the vote's close, or of the writing
	Consents     int   // of consent: who consented, with concerns or without
	Concerns     int   // of consent: who consented with a concern
	Asides       int   // of consent: who stood aside
	Abstained    int
	Eligible     int
	Unopened     int
}

// ObjectionView is a reason against what a consent vote is about. The group works it in; a later vote without objections on the same
// thing resolves it.
type ObjectionView struct {
	ID       RecordID // what captures about it name: the opening of the ballot, or the run where ballots are secret
	Run      RecordID
	Activity RecordID
	Person   Person   // whose it is, or nobody where ballots are secret
	Seat     RecordID // whose it is, where a keeper handed it in
	About    RecordID // the option
	Text     string
	Answer   string   // what was changed for it, as it was written down last
	Resolved RecordID // the vote that resolved it, or none
}

// decision reads what a facilitator wrote on a decision.
func (r *record) decision() DecisionView {
	return DecisionView{
		ID: r.id, Activity: r.value(FieldActivity).Ref(), Run: r.value(FieldRun).Ref(), Text: r.value(FieldText).Str(),
		Rule: r.value(FieldRule).Str(), Review: r.value(FieldReview).Str(), Evidence: refsOf(r.value(FieldEvidence)),
		At: r.maker.change.Wall,
	}
}

// decide adds the decisions of votes to those that were written down, in the order in which they were made.
func (v *View) decide() {
	var list []DecisionView
	written := v.Decisions
	for i := range v.Results {
		res := &v.Results[i]
		run := v.Run(res.Run)
		if res.Verdict != VerdictDecided || !v.lastCount(run) {
			continue
		}
		d := v.decidedBy(res, run)
		for _, w := range written {
			if w.Run == run.ID && d.ID == run.ID {
				d.amend(w)
			}
		}
		list = append(list, d)
	}
	for _, w := range written {
		if w.Run.Zero() || v.ResultOf(w.Run) == nil {
			list = append(list, w)
		}
	}
	slices.SortStableFunc(list, func(a, b DecisionView) int { return int(min(max(a.At-b.At, -1), 1)) })
	for i := range list {
		list[i].Number = i + 1
		if len(list[i].Evidence) == 0 && !list[i].Activity.Zero() {
			list[i].Evidence = []RecordID{list[i].Activity}
		}
	}
	v.Decisions = list
}

// lastCount reports whether no later vote of the same activity was counted: voting again takes the place of an earlier vote.
func (v *View) lastCount(run *RunView) bool {
	for i := len(v.Runs) - 1; i >= 0; i-- {
		if v.Runs[i].Activity == run.Activity && v.Runs[i].State == RunClosed {
			return v.Runs[i].ID == run.ID
		}
	}
	return false
}

func (v *View) decidedBy(res *Result, run *RunView) DecisionView {
	best := res.Rows[0]
	d := DecisionView{
		ID: run.ID, Activity: run.Activity, Run: run.ID, Text: best.Text, At: run.Ended, Rule: res.rule(run),
		Abstained: res.Abstained, Eligible: res.Eligible, Unopened: res.Unopened,
	}
	d.Evidence = append(d.Evidence, run.ID, best.Option)
	if res.Method == MethodConsent {
		d.Consents, d.Concerns, d.Asides = res.consents(), res.gave(ConsentConcern), res.gave(ConsentAside)
	}
	if run.Settings.Options() == OnSelection {
		if a := v.Activity(run.Activity); a != nil {
			for _, o := range v.selectionFor(a) {
				d.Evidence = append(d.Evidence, o.ID)
			}
		}
	}
	d.Evidence = slices.DeleteFunc(d.Evidence, func(id RecordID) bool { return id.Zero() })
	return d
}

// amend takes what a facilitator wrote on the decision of a vote.
func (d *DecisionView) amend(w DecisionView) {
	d.ID, d.Review = w.ID, w.Review
	if w.Text != "" {
		d.Text = w.Text
	}
	for _, e := range w.Evidence {
		if !slices.Contains(d.Evidence, e) {
			d.Evidence = append(d.Evidence, e)
		}
	}
}

// rule says by which rule a vote decided.
func (res *Result) rule(run *RunView) string {
	how := ""
	switch res.Method {
	case MethodConsent:
		how = fmt.Sprintf("consent: %d of %d answered, nobody objects", res.Counted, res.Eligible)
	case MethodScale:
		least, _ := run.Settings.Threshold()
		how = fmt.Sprintf("scale %d to %d: all %d answers are %g or more", res.Low, res.High, res.Counted-res.Abstained, least)
	case MethodRank:
		how = fmt.Sprintf("ranking: first of %d options, %d of %d answered", len(res.Rows), res.Counted, res.Eligible)
	default:
		how = fmt.Sprintf("%s: highest of %d options, %d of %d answered", res.Method, len(res.Rows), res.Counted, res.Eligible)
	}
	if res.Hands {
		how += "; hands counted in the room"
	}
	return how
}

// gave counts the ballots of a consent vote that say something.
func (res *Result) gave(answer int) int {
	n := 0
	for _, row := range res.Rows {
		for _, v := range row.Given {
			if v == answer {
				n++
			}
		}
	}
	return n
}

func (res *Result) consents() int { return res.gave(ConsentYes) + res.gave(ConsentConcern) }

// object lists the objections of all consent votes, and what became of them.
func (v *View) object() {
	for i := range v.Results {
		res := &v.Results[i]
		if res.Method != MethodConsent {
			continue
		}
		run := v.Run(res.Run)
		for _, b := range res.Opened {
			if o, yes := objectionIn(b.Choices); yes {
				v.Objections = append(v.Objections, ObjectionView{
					ID: b.ID, Run: run.ID, Activity: run.Activity, Person: b.Person, Seat: b.Seat, About: o, Text: b.Text,
				})
			}
		}
		for _, l := range res.Lines {
			if o, yes := objectionIn(l.Choices); yes {
				v.Objections = append(v.Objections, ObjectionView{ID: run.ID, Run: run.ID, Activity: run.Activity, About: o, Text: l.Text})
			}
		}
	}
	for i := range v.Objections {
		v.settle(&v.Objections[i])
	}
}

func objectionIn(choices []Choice) (about RecordID, yes bool) {
	for _, c := range choices {
		if c.Value == ConsentObject {
			return c.Option, true
		}
	}
	return RecordID{}, false
}

// settle says what became of an objection.
func (v *View) settle(o *ObjectionView) {
	for _, c := range v.Captures {
		if c.Item == o.ID && c.Type == CaptureIntegration {
			o.Answer = c.Text
		}
	}
	after := false
	for i := range v.Runs {
		run := &v.Runs[i]
		if run.ID == o.Run {
			after = true
			continue
		}
		res := v.ResultOf(run.ID)
		if !after || res == nil || res.Method != MethodConsent || run.Settings.Options() != v.Run(o.Run).Settings.Options() {
			continue
		}
		if res.Verdict == VerdictDecided && o.Resolved.Zero() {
			o.Resolved = run.ID
		}
	}
}

// openObjections are the objections that nothing resolved, as items to talk about. Those of one secret vote are one item.
func (v *View) openObjections() []Option {
	var items []Option
	for _, o := range v.Objections {
		if !o.Resolved.Zero() {
			continue
		}
		text := o.Text
		if text == "" {
			text = "An objection without words"
		}
		if i := slices.IndexFunc(items, func(it Option) bool { return it.ID == o.ID }); i >= 0 {
			items[i].Text = clip(items[i].Text + "\n" + text)
			continue
		}
		items = append(items, Option{ID: o.ID, Text: clip(text)})
	}
	return items
}
