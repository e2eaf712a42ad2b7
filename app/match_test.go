package app

import (
	"slices"
	"testing"
	"time"

	"convene/workshop"
)

func TestP63AnOfferAndAnAskBecomeAnActionOfBoth(t *testing.T) {
	tb := newTable(t, "amina", "ben", "chen")
	amina, ben, chen := tb.desk("amina"), tb.desk("ben"), tb.desk("chen")
	run := tb.open(tb.activity(ActivityCanvas, Settings{"zones": []any{"I can give", "I need"}, "connectors": true, "matches": true}))
	offer, err := ben.AddNote(NewNote{Text: "A van on Fridays", Zone: "I can give"})
	tb.must(err)
	ask, err := chen.AddNote(NewNote{Text: "Somebody to fetch 20 chairs", Zone: "I need"})
	tb.must(err)
	tb.meet()
	match := func() workshop.MatchView {
		t.Helper()
		list := amina.View().Matches(amina.View().Run(run).Activity)
		if len(list) != 1 {
			t.Fatalf("%d matches", len(list))
		}
		return list[0]
	}
	_, err = amina.AddConnector(NewConnector{From: offer, To: ask}) // somebody else thinks they go together
	tb.must(err)
	tb.meet()
	if m := match(); m.GivesYes || m.NeedsYes || len(amina.View().Actions) != 0 {
		t.Fatalf("a suggestion is not a yes: %+v", m)
	}
	own, err := chen.AddConnector(NewConnector{From: ask, To: offer})
	tb.must(err)
	tb.meet()
	if m := match(); m.GivesYes || !m.NeedsYes || len(amina.View().Actions) != 0 {
		t.Fatalf("one yes is not two: %+v", m)
	}
	tb.must(chen.RemoveConnector(own)) // thinks again, and again
	tb.meet()
	if m := match(); m.NeedsYes {
		t.Fatal("a yes that was taken back still holds")
	}
	for _, d := range []*desk{chen, ben} {
		_, err = d.AddConnector(NewConnector{From: offer, To: ask})
		tb.must(err)
		tb.meet()
	}
	tb.pass(time.Second)
	for _, d := range tb.desks {
		actions := d.View().Actions
		if len(actions) != 1 {
			t.Fatalf("%s sees %d actions", d.name, len(actions))
		}
		a := actions[0]
		both := []workshop.SpeakerView{{Person: ben.Me()}, {Person: chen.Me()}}
		if a.Owner != ben.Me() || a.Accepted != workshop.AcceptedYes || !slices.Equal(a.Agreed, both) || len(a.Roles) != 2 {
			t.Errorf("%s sees %+v", d.name, a)
		}
		d.tells("A van on Fridays → Somebody to fetch 20 chairs", "I can give: ben", "I need: chen", "both said yes")
		yes := 0
		for _, r := range d.Records() {
			switch r := r.(type) {
			case ConnectorRecord:
				if len(r.Yes) != 2 || r.Action != a.ID.String() {
					t.Errorf("%s is shown %+v", d.name, r)
				}
				yes++
			case ActionRecord:
				if len(r.Agreed) != 2 {
					t.Errorf("%s is shown %+v", d.name, r)
				}
			}
		}
		if yes != 3 {
			t.Errorf("%s sees %d arrows", d.name, yes)
		}
	}
	tb.must(ben.AcceptAction(ben.View().Actions[0].ID.String(), false, false)) // said later counts more than the arrow
	tb.meet()
	if a := chen.View().Actions[0]; a.Accepted != workshop.AcceptedNo {
		t.Errorf("ben took his yes back, and is seen as %v", a.Accepted)
	}
	tb.equal()
}
