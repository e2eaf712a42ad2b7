package app

import (
	"testing"
	"time"
)

// TestAVoteThatTwoPeopleCloseCountsWhatWasOpened: dora changes her ballot while two halves of the network close the vote, one that
// knows the change and one that does not. She opens what counts where she is; the other half ends without her.
func TestAVoteThatTwoPeopleCloseCountsWhatWasOpened(t *testing.T) {
	tb := newTable(t, "amina", "+ben", "chen", "dora")
	amina, ben, dora := tb.desk("amina"), tb.desk("ben"), tb.desk("dora")
	tb.open(tb.activity(ActivityBrainstorm, Settings{"visibility": "public"}))
	for _, text := range []string{"Repair teams", "Spare parts"} {
		_, err := amina.AddNote(NewNote{Text: text})
		tb.must(err)
	}
	tb.meet()
	tb.closeRun("amina")
	opened := tb.open(tb.activity(ActivityVote, Settings{"options": "notes", "dots": 3.0, "secret": false}))
	options := amina.View().Run(opened).Options
	tb.must(dora.CastBallot(dots(options[0].ID.String(), 2)))
	tb.meet()

	amina.island = "away"
	tb.must(dora.CastBallot(dots(options[1].ID.String(), 1)))
	tb.meet() // ben has the second ballot, amina has not
	closes := func(d *desk) *Passage {
		p, err := d.CloseRun()
		tb.must(err)
		return p
	}
	p := closes(amina)
	dora.island = "away"
	tb.meet() // dora hears that the vote is being closed, and opens her first ballot
	tb.finish(p)
	tb.must(ben.TakeFloor())
	q := closes(ben)
	for range 4 {
		tb.pass(9 * time.Second) // it waits for dora, who does not come
	}
	tb.finish(q)
	for _, d := range tb.desks {
		d.island = ""
	}
	tb.meet()
	results := tb.desk("chen").View().Results
	if len(results) != 1 {
		t.Fatalf("%d results", len(results))
	}
	for _, r := range results {
		if r.Void != 0 || r.Counted != 1 || r.Unopened != 0 {
			t.Errorf("counted %d, void %d, unopened %d, want the one that was opened", r.Counted, r.Void, r.Unopened)
		}
		for _, row := range r.Rows {
			if want := map[bool]int{true: 2}[row.Option == options[0].ID]; row.Sum != want {
				t.Errorf("%s has %d dots, want %d", row.Text, row.Sum, want)
			}
		}
	}
	tb.equal()
}

// TestStorm5914 once called a ballot void that its voter had opened honestly, as above: found by TestSoakTenThousandStorms.
func TestStorm5914(t *testing.T) { weather(t, 5914) }
