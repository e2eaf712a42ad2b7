package app

import (
	"testing"
	"time"
)

// TestAClockThatIsSetIsToldToTheWindow: the floor holder's clock is set in the middle of an activity. Nothing else happens, and every
// window is told what the offset is now.
func TestAClockThatIsSetIsToldToTheWindow(t *testing.T) {
	tb := newTable(t, "amina", "ben")
	amina, ben := tb.desk("amina"), tb.desk("ben")
	tb.open(tb.activity(ActivityBrainstorm, nil))
	tb.must(nil)
	for _, ahead := range []time.Duration{5 * time.Minute, 5*time.Minute - 300*time.Millisecond, -time.Hour} {
		amina.ahead = ahead
		tb.meet()
		tb.must(nil)
		if got := only[SessionRecord](t, ben.Records()).OffsetMs; got != ahead.Milliseconds() {
			t.Errorf("the floor holder's clock is %v ahead, drawn as %d ms", ahead, got)
		}
	}
}
