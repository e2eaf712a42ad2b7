package app

import (
	"testing"
	"time"

	"convene/workshop"
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

// skew sets each clock of a table apart from the others, by minutes and by years.
func (tb *table) skew() {
	for i, d := range tb.desks {
		d.ahead = [...]time.Duration{7 * time.Minute, -5 * time.Minute, 10 * 365 * 24 * time.Hour, 25 * time.Hour}[i%4]
	}
	tb.meet()
}

// onTime holds the timer of every laptop to a second of what really passed of a run.
func (tb *table) onTime(run workshop.RecordID, passed time.Duration) {
	tb.t.Helper()
	for _, d := range tb.desks {
		if d.offline {
			continue // it has not heard of the last pause
		}
		r, begun := runOf(tb.t, d.Records(), run), only[SessionRecord](tb.t, d.Records()).OffsetMs+d.now().UnixMilli()
		until := begun
		if r.ClosedAt != 0 {
			until = int64(r.ClosedAt)
		} else if r.PausedAt != 0 {
			until = int64(r.PausedAt)
		}
		if got := time.Duration(until-int64(r.StartedAt)-r.PausedMs) * time.Millisecond; (got - passed).Abs() > time.Second {
			tb.t.Errorf("the timer of %s has come to %v, and %v passed", d.name, got, passed)
		}
	}
}

// TestNoTimerJumpsWhoeverLeads: every clock is wrong by another time. The floor holder dies, the floor moves twice, one pauses and
// another resumes, laptops start again: all timers go on, and what is measured in the end is what passed.
func TestNoTimerJumpsWhoeverLeads(t *testing.T) {
	tb := newTable(t, "amina", "+ben", "+chen", "dora")
	amina, ben, chen, dora := tb.desk("amina"), tb.desk("ben"), tb.desk("chen"), tb.desk("dora")
	tb.skew()
	activity := tb.activity(ActivityBrainstorm, Settings{"visibility": "public"})
	run := tb.open(activity)
	tb.pass(20 * time.Second)
	tb.onTime(run, 20*time.Second)
	tb.leaves("amina")
	tb.onTime(run, 20*time.Second)
	dora.start() // while who led is gone
	tb.meet()
	tb.pass(10 * time.Second)
	tb.onTime(run, 30*time.Second)
	tb.must(ben.TakeFloor())
	tb.meet()
	tb.onTime(run, 30*time.Second)
	tb.must(ben.PauseRun())
	tb.meet()
	tb.pass(time.Minute)
	tb.onTime(run, 30*time.Second)
	tb.must(chen.TakeFloor()) // the next after that
	tb.must(chen.ResumeRun())
	tb.meet()
	tb.onTime(run, 30*time.Second)
	chen.start()
	tb.meet()
	tb.pass(10 * time.Second)
	tb.leaves("chen")
	amina.start()
	tb.returns("amina")
	tb.onTime(run, 40*time.Second)
	tb.must(amina.TakeFloor())
	tb.meet()
	tb.returns("chen")
	tb.pass(20 * time.Second)
	tb.onTime(run, time.Minute)
	tb.closeRun("amina")
	tb.onTime(run, time.Minute)
	for _, d := range tb.desks {
		if s := d.View().Schedule(d.wall())[0]; (time.Duration(s.RealMs)*time.Millisecond - time.Minute).Abs() > time.Second {
			t.Errorf("%s: %d ms are said to have passed, and it was a minute", d.name, s.RealMs)
		}
	}
}

// TestWhoComesBehindAHubHasTheTime: a laptop that is linked to a co-facilitator's only, which hears the floor holder, goes by their
// time; so does one that comes when the floor holder is dead. What a participant says of the time counts for nobody.
func TestWhoComesBehindAHubHasTheTime(t *testing.T) {
	tb := newTable(t, "amina", "+ben", "chen", "dora")
	ben, chen, dora := tb.desk("ben"), tb.desk("chen"), tb.desk("dora")
	tb.skew()
	run := tb.open(tb.activity(ActivityBrainstorm, nil))
	tb.pass(10 * time.Second)
	delete(chen.keep.private, clockKey)
	chen.start()
	linked := func(others ...*desk) {
		var peers []PeerSeen
		for _, e := range tb.desks {
			if e != chen {
				chen.Presence(e.Me(), e.keep.presence)
				peers = append(peers, PeerSeen{Person: e.Me(), Via: "through"})
			}
		}
		for _, e := range others {
			peers = append(peers, PeerSeen{Person: e.Me(), Offset: e.ahead - chen.ahead, Timed: true, Digest: e.Session().Digest()})
		}
		chen.SetPeers(peers)
	}
	linked(dora)
	if chen.time.known {
		t.Error("a participant's word for the time counts")
	}
	linked(ben)
	tb.onTime(run, 10*time.Second)
	chen.ahead += time.Hour // its clock is set, and nobody but ben can tell
	linked(ben)
	tb.onTime(run, 10*time.Second)
	linked()
	tb.onTime(run, 10*time.Second)
}
