package app

import (
	"testing"
	"time"

	"convene/workshop"
)

// passQuietly lets time go by in small steps, in which nothing else happens, and expects every window to be told of what time changes.
func (tb *table) passQuietly(d time.Duration) {
	tb.t.Helper()
	for ; d > 0; d -= 7 * time.Second {
		tb.pass(7 * time.Second)
		tb.must(nil)
	}
}

// TestTimeAloneIsToldToTheWindow: what is drawn from the clock is drawn anew when its time has come, and nothing is while it has not.
func TestTimeAloneIsToldToTheWindow(t *testing.T) {
	t.Run("boxes", func(t *testing.T) {
		tb := newTable(t, "amina", "ben")
		run := tb.open(tb.activity(ActivityBrainstorm, Settings{"slots": 8.0, "secondsPerSlot": 60.0}))
		tb.passQuietly(5*time.Minute + 3*time.Second)
		if got := runOf(t, tb.desk("ben").Records(), run).Writing.Box; got != 6 {
			t.Errorf("after 5 minutes in box %d, want 6", got)
		}
		tb.must(tb.desk("amina").PauseRun())
		tb.meet()
		tb.passQuietly(3 * time.Minute)
	})
	t.Run("cut-off group", func(t *testing.T) {
		tb := newTable(t, "amina", "ben", "chen", "dora")
		run := tb.open(tb.activity(ActivityBreakout, Settings{"groupSize": 2.0, "form": "rotate"}))
		tb.leaves("ben")
		rounds := runOf(t, tb.desk("ben").Records(), run).Breakout.Rounds
		tb.passQuietly(5 * time.Minute)
		if b := runOf(t, tb.desk("ben").Records(), run).Breakout; b.Round != rounds-1 {
			t.Errorf("cut off after its time, in round %d of %d", b.Round, rounds)
		}
	})
	t.Run("plan", func(t *testing.T) {
		tb := newTable(t, "amina", "ben")
		first := tb.activity(ActivityBrief, nil)
		tb.activity(ActivityBrief, nil)
		tb.open(first)
		tb.passQuietly(20 * time.Minute)
		warned := false
		for _, w := range only[PlanRecord](t, tb.desk("ben").Records()).Warnings {
			warned = warned || string(w.Code) == string(workshop.WarnDoesNotFit)
		}
		if !warned {
			t.Error("the plan does not fit, and nothing says so")
		}
	})
	t.Run("quiet", func(t *testing.T) {
		tb := newTable(t, "amina", "ben")
		tb.open(tb.activity(ActivityBrief, nil))
		tb.passQuietly(30 * time.Second)
		before := tb.desk("ben").Version()
		tb.passQuietly(30 * time.Second)
		if after := tb.desk("ben").Version(); after != before {
			t.Errorf("drawn anew %d times while nothing changed", after-before)
		}
	})
}
