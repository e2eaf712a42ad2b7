package app

import (
	"testing"
	"time"

	"convene/workshop"
)

// standing says who has the floor on every laptop that is online; "" where they differ.
func (tb *table) standing() string {
	var floor workshop.Person
	for i, d := range tb.desks {
		if d.offline {
			continue
		}
		if f := d.Session().SessionView().Floor; i == 0 || floor.Zero() {
			floor = f
		} else if f != floor {
			return ""
		}
	}
	for _, d := range tb.desks {
		if d.Me() == floor {
			return d.name
		}
	}
	return ""
}

func TestTheFloorGoesOnByItselfOnlyWhereTheCharterSaysSo(t *testing.T) {
	for _, c := range []struct {
		name    string
		says    bool
		gone    time.Duration
		want    string
		afterOn string // who has it once the facilitator is back
	}{
		{"the charter says nothing", false, time.Minute, "amina", "amina"},
		{"it says so, and the facilitator is gone for 15 s", true, 15 * time.Second, "amina", "amina"},
		{"it says so, and the facilitator is gone for 25 s", true, 25 * time.Second, "ben", "ben"},
	} {
		t.Run(c.name, func(t *testing.T) {
			tb := newTable(t, "amina", "+ben", "+chen", "dora")
			amina := tb.desk("amina")
			tb.must(amina.GrantPerson(tb.desk("ben").Me().String(), "successor"))
			if c.says {
				tb.must(amina.WriteCharter(CharterEdit{HandsOver: &c.says}))
			}
			tb.open(tb.activity(ActivityRound, nil))
			tb.leaves("amina")
			tb.pass(5 * time.Second)
			tb.pass(c.gone)
			tb.meet()
			if got := tb.standing(); got != c.want {
				t.Errorf("%q has the floor, want %s", got, c.want)
			}
			tb.returns("amina")
			tb.pass(time.Second)
			tb.meet()
			if got := tb.standing(); got != c.afterOn {
				t.Errorf("after the return %q has the floor, want %s", got, c.afterOn)
			}
			tb.equal()
		})
	}
}

func TestWhoComesBackToSomeFirstDoesNotTakeTheFloor(t *testing.T) {
	tb := newTable(t, "amina", "+ben", "chen")
	yes := true
	tb.must(tb.desk("amina").WriteCharter(CharterEdit{HandsOver: &yes}))
	tb.meet()
	tb.open(tb.activity(ActivityRound, nil))
	tb.leaves("ben")
	tb.pass(time.Minute)
	ben := tb.desk("ben")
	ben.offline = false
	ben.SetPeers([]PeerSeen{{Person: tb.desk("chen").Me(), Digest: tb.desk("chen").Session().Digest()}}) // amina's link comes a moment later
	ben.Tick()
	tb.returns("ben")
	tb.pass(time.Second)
	if got := tb.standing(); got != "amina" {
		t.Errorf("%q has the floor, want amina, who was there all the time", got)
	}
}

func TestWhoStandsInIsToldAndALaptopAloneDoesNot(t *testing.T) {
	tb := newTable(t, "amina", "+ben", "chen")
	yes := true
	tb.must(tb.desk("amina").WriteCharter(CharterEdit{HandsOver: &yes}))
	tb.meet()
	tb.open(tb.activity(ActivityRound, nil))
	tb.leaves("ben")
	tb.pass(time.Minute)
	tb.pass(time.Minute)
	if f := tb.desk("ben").Session().SessionView().Floor; f != tb.desk("amina").Me() {
		t.Error("a laptop that is alone took the floor")
	}
	tb.returns("ben")
	tb.leaves("amina")
	tb.pass(time.Second)
	tb.pass(30 * time.Second)
	told := func() (out []string) {
		for _, h := range tb.desk("ben").health {
			out = append(out, h.Code)
		}
		return out
	}
	if got := told(); len(got) != 1 || got[0] != "floor-mine" {
		t.Errorf("ben is told %v, want that the floor is his", got)
	}
	tb.returns("amina")
	tb.pass(time.Second)
	if got := told(); len(got) != 0 {
		t.Errorf("amina is back, and ben is told %v", got)
	}
	tb.equal()
}
