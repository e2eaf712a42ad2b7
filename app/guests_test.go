package app

import (
	"strings"
	"testing"
)

// told is everything a desk's window is told, as one text.
func told(d *desk) string {
	d.table.t.Helper()
	var b strings.Builder
	for _, r := range d.Records() {
		b.WriteString(wire(d.table.t, r))
	}
	return b.String()
}

func TestAGuestsPrivateNoteIsNotInTheKeepersWindow(t *testing.T) {
	tb := newTable(t, "amina", "ben")
	amina, ben := tb.desk("amina"), tb.desk("ben")
	rosa, err := amina.AddGuest("Rosa")
	tb.must(err)
	run := tb.open(tb.activity(ActivityBrainstorm, Settings{"visibility": "private-until-reveal"}))
	tb.meet()

	_, err = amina.AddNote(NewNote{Text: "Amina alone"})
	tb.must(err)
	id, err := amina.AddNote(NewNote{Text: "Rosa alone", Seat: rosa})
	tb.must(err)
	for _, restart := range []bool{false, true} {
		if restart {
			amina.start() // what is a guest's stays a guest's
		}
		if window := told(amina); strings.Contains(window, "Rosa alone") || !strings.Contains(window, "Amina alone") {
			t.Errorf("after a restart %v the window is told %s", restart, window)
		}
		if down := amina.facedown()[run]; down != (tally{Count: 1, Writers: 1}) {
			t.Errorf("face down: %+v", down)
		}
		refused(t, amina.EditNote(id, "not hers"), "gone")
		refused(t, amina.RemoveNote(id), "gone")
	}
	tb.meet()
	if down := ben.facedown()[run]; down.Count != 2 {
		t.Errorf("ben counts %+v", down)
	}
	tb.closeRun("amina")
	tb.meet()
	if !strings.Contains(told(ben), "Rosa alone") || !strings.Contains(told(amina), "Rosa alone") {
		t.Error("the note was not turned over with the others")
	}
}

func TestTheKeeperDoesNotTakeAGuestsWorkBack(t *testing.T) {
	tb := newTable(t, "amina", "ben")
	amina := tb.desk("amina")
	rosa, err := amina.AddGuest("Rosa")
	tb.must(err)
	leaves := func(what string, do func() error) {
		before := len(amina.done.past)
		tb.must(do())
		if after := len(amina.done.past); after != before {
			t.Errorf("%s of a guest can be taken back at the laptop that signs", what)
		}
	}
	note := func(text string) func() error {
		return func() error {
			_, err := amina.AddNote(NewNote{Text: text, Seat: rosa})
			return err
		}
	}
	tb.open(tb.activity(ActivityBrainstorm, Settings{"visibility": "private-until-reveal"}))
	leaves("a private note", note("face down"))
	tb.closeRun("amina")
	tb.open(tb.activity(ActivityBrainstorm, Settings{"visibility": "public"}))
	leaves("a note", note("in the open"))
	tb.closeRun("amina")
	tb.open(tb.activity(ActivityRound, nil))
	leaves("an answer", func() error { return amina.GiveResponse(Answer{Text: "glad", Seat: rosa}) })
}

func TestAGuestsBallotIsSealedForTheKeeperToo(t *testing.T) {
	tb := newTable(t, "amina", "ben")
	amina := tb.desk("amina")
	rosa, err := amina.AddGuest("Rosa")
	tb.must(err)
	kofi, err := amina.AddSeat("Kofi")
	tb.must(err)
	tb.open(tb.activity(ActivityBrainstorm, Settings{"visibility": "public"}))
	_, err = amina.AddNote(NewNote{Text: "boil it"})
	tb.must(err)
	tb.closeRun("amina")
	run := tb.open(tb.activity(ActivityVote, Settings{"options": "notes"}))
	option := amina.View().Run(run).Options[0].ID.String()
	for _, seat := range []string{rosa, kofi} {
		tb.must(amina.HandIn(NewBallot{Seat: seat, Choices: []Choice{{Option: option, Value: 1}}}))
	}
	cast := map[string]bool{}
	for _, r := range amina.Records() {
		if b, ok := r.(BallotRecord); ok {
			cast[b.Seat] = b.Mine != nil
		}
	}
	if cast[rosa] || !cast[kofi] {
		t.Errorf("ballots that the window is told: %v", cast)
	}
	guests := 0
	for _, r := range amina.Records() {
		if s, ok := r.(SeatRecord); ok && s.Guest {
			guests++
		}
	}
	if guests != 1 {
		t.Errorf("%d seats are marked as a guest's", guests)
	}
}

func TestOwnNotesOfTheFacilitatorStayOnTheLaptop(t *testing.T) {
	tb := newTable(t, "amina", "+ben")
	amina := tb.desk("amina")
	tb.must(amina.WriteMemo("Ask Daniel about the river"))
	refused(t, amina.WriteMemo(strings.Repeat("x", mostMemo+1)), "text-long")
	tb.meet()
	amina.start()
	if !strings.Contains(told(amina), "Ask Daniel about the river") {
		t.Error("the notes are gone after a restart")
	}
	if strings.Contains(told(tb.desk("ben")), "river") {
		t.Error("another facilitator's window is told")
	}
	for _, c := range amina.keep.changes {
		if strings.Contains(string(c), "river") {
			t.Error("the log holds them")
		}
	}
}
