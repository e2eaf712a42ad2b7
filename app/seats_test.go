package app

import "testing"

func TestWhatAKeeperEntersIsMarkedAsTheSeats(t *testing.T) {
	tb := newTable(t, "amina", "ben")
	amina, ben := tb.desk("amina"), tb.desk("ben")
	rosa, err := amina.AddSeat("Rosa")
	tb.must(err)
	_, err = ben.AddSeat("Kofi")
	refused(t, err, "not-allowed")
	activity := tb.activity(ActivityBrainstorm, Settings{"visibility": "private-until-reveal"})
	_, err = amina.OpenRun(activity)
	tb.must(err)
	tb.meet()

	_, err = amina.AddNote(NewNote{Text: "boil it", Seat: rosa})
	tb.must(err)
	_, err = ben.AddNote(NewNote{Text: "not mine", Seat: rosa})
	refused(t, err, "seat-not-kept")
	amina.start() // a draft keeps its seat over a restart
	for _, r := range amina.Records() {
		if n, ok := r.(NoteRecord); ok && (n.Seat != rosa || !n.Draft) {
			t.Errorf("the draft is %+v", n)
		}
	}
	tb.closeRun("amina")
	tb.meet()
	found := false
	for _, r := range ben.Records() {
		if n, ok := r.(NoteRecord); ok {
			found = found || n.Text == "boil it" && n.Seat == rosa
		}
	}
	if !found {
		t.Error("ben does not see for whom the note was entered")
	}

	before := amina.Version()
	tb.must(amina.SetSeatHand(rosa, true))
	if amina.Version() == before {
		t.Error("a hand goes up, and the window of the keeper is not told")
	}
	refused(t, ben.SetSeatHand(rosa, true), "seat-not-kept")
	for _, r := range amina.Records() {
		if s, ok := r.(SeatRecord); ok && (s.Name != "Rosa" || !s.Mine || !s.Hand) {
			t.Errorf("the seat is %+v", s)
		}
	}
}
