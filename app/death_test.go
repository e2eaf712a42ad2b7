package app

import (
	"fmt"
	"testing"
	"time"

	"convene/workshop"
)

// A facilitator's laptop dies in each kind of activity and in each of its states: while it is open, while it is paused, and while it
// is being closed. Nobody loses what was acknowledged, the co-facilitator goes on to the end, and when the first comes back one person
// has the floor, on every laptop.
func TestNoDeathOfAFacilitatorLosesAnything(t *testing.T) {
	for _, kind := range workshop.ActivityKinds() {
		for _, state := range []string{"open", "paused", "closing"} {
			t.Run(fmt.Sprintf("%s %s", kind, state), func(t *testing.T) { death(t, ActivityKind(kind), state) })
		}
	}
}

// deathSettings are those under which most can be lost: private, sealed, secret.
func deathSettings(kind ActivityKind) Settings {
	switch kind {
	case ActivityBrainstorm:
		return Settings{"visibility": "private-until-reveal"}
	case ActivityVote:
		return Settings{"options": "notes", "secret": true}
	case ActivityBreakout:
		return Settings{"inner": "brainstorm", "groupSize": 2.0, "report": []any{"what we say"}}
	}
	return nil
}

func death(t *testing.T, kind ActivityKind, state string) {
	tb := newTable(t, "amina", "+ben", "chen", "dora")
	amina, ben := tb.desk("amina"), tb.desk("ben")
	tb.skew()
	tb.open(tb.activity(ActivityBrainstorm, Settings{"visibility": "public"}))
	for _, d := range tb.desks {
		_, err := d.AddNote(NewNote{Text: "first idea of " + d.name})
		tb.must(err)
	}
	tb.meet()
	run := tb.open(tb.activity(kind, deathSettings(kind)))
	tb.pass(2 * time.Second)
	work := map[string]func() bool{}
	for _, d := range tb.desks {
		work[d.name] = d.works(kind, run)
	}
	tb.meet()
	if state == "paused" {
		tb.must(amina.PauseRun())
		tb.meet()
	}
	if state == "closing" {
		_, err := amina.policy(workshop.BeginClosing(run))
		tb.must(err)
		tb.meet()
	}
	tb.leaves("amina") // dead
	passed := 2 * time.Second
	tb.onTime(run, passed)
	tb.must(ben.TakeFloor())
	tb.meet()
	tb.pass(time.Second)
	if state != "paused" {
		passed += time.Second
	}
	tb.onTime(run, passed)
	p, err := ben.CloseRun()
	tb.must(err)
	for range 30 {
		if p.Done() {
			break
		}
		tb.pass(time.Second)
	}
	tb.finish(p)
	amina.start()
	tb.returns("amina")
	tb.pass(time.Second)
	for _, d := range tb.desks {
		v := d.View()
		if r := v.Run(run); r == nil || r.State != workshop.RunClosed {
			t.Errorf("%s sees the run as %v", d.name, r)
		}
		if v.Session.Floor != ben.Me() {
			t.Errorf("%s does not see the floor with ben", d.name)
		}
		for _, s := range v.SetAside { // who counted, and started alone, hands the own ballot in again: too late, and it was in
			if s.Kind != workshop.KindBallot || s.Person != amina.Me() {
				t.Errorf("%s: %s %q is set aside: %s", d.name, s.Kind, s.Text, s.Why)
			}
		}
		for _, n := range tb.desks {
			if !hasNote(v, "first idea of "+n.name) {
				t.Errorf("%s lost the first idea of %s", d.name, n.name)
			}
		}
	}
	for name, there := range work {
		if !there() {
			t.Errorf("what %s did in the %s is lost", name, kind)
		}
	}
	tb.equal()
}

func hasNote(v *workshop.View, text string) bool {
	for i := range v.Notes {
		if v.Notes[i].Text == text {
			return true
		}
	}
	return false
}

// works does what a person does in an activity of a kind, and returns how to see that it is not lost: on chen's laptop, which is
// nobody's who led.
func (d *desk) works(kind ActivityKind, run workshop.RecordID) (there func() bool) {
	tb, seen := d.table, func() *workshop.View { return d.table.desk("chen").View() }
	note := func(n NewNote) func() bool {
		n.Text = string(kind) + " of " + d.name
		_, err := d.AddNote(n)
		tb.must(err)
		return func() bool { return hasNote(seen(), n.Text) }
	}
	switch kind {
	case ActivityBrief:
		tb.must(d.SetReady(true))
		return func() bool { return true }
	case ActivityRound:
		tb.must(d.GiveResponse(Answer{Text: "I am " + d.name}))
		return func() bool {
			for _, r := range seen().Responses {
				if r.Text == "I am "+d.name {
					return true
				}
			}
			return false
		}
	case ActivityBrainstorm, ActivityBreakout, ActivityCanvas:
		return note(NewNote{X: 10, Y: 10})
	case ActivityCluster:
		_, err := d.AddCluster("Named by "+d.name, nil)
		tb.must(err)
		return func() bool {
			for _, c := range seen().Clusters {
				if c.Name == "Named by "+d.name {
					return true
				}
			}
			return false
		}
	case ActivityVote:
		tb.must(d.CastBallot(dots(d.View().Run(run).Options[0].ID.String(), 1)))
		// The counter died. While the vote was open, who is here handed in again; when it was closing the ballots stay sealed, and the
		// result says so: the vote can be opened anew.
		return func() bool {
			res := seen().ResultOf(run)
			return res != nil && res.HandedIn == 4 && res.Counted+res.Unopened == 4 && (res.Counted == 3 || res.Unopened == 4)
		}
	case ActivityDiscuss:
		_, err := d.AddCapture(NewCapture{Type: CaptureInsight, Text: "Said by " + d.name})
		tb.must(err)
		return func() bool {
			for _, c := range seen().Captures {
				if c.Text == "Said by "+d.name {
					return true
				}
			}
			return false
		}
	default:
		_, err := d.AddAction(NewAction{What: "Promised by " + d.name, Owner: d.Me().String(), Due: "2026-12-04"})
		tb.must(err)
		return func() bool {
			for _, a := range seen().Actions {
				if a.What == "Promised by "+d.name {
					return true
				}
			}
			return false
		}
	}
}
