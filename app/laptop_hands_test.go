package app

import (
	"slices"
	"testing"
	"time"
)

// line is who waits to speak, as the windows of all show it, by name.
func (tb *table) line() []string {
	tb.t.Helper()
	tb.meet()
	var first []string
	for i, d := range tb.desks {
		var names []string
		for _, s := range shownAs[TalkRecord](d).Queue {
			for _, r := range d.Records() {
				switch r := r.(type) {
				case PersonRecord:
					if r.ID == s.Person {
						names = append(names, r.Name)
					}
				case SeatRecord:
					if r.ID == s.Seat {
						names = append(names, r.Name)
					}
				}
			}
		}
		if i > 0 && !slices.Equal(names, first) {
			tb.t.Errorf("%s sees the line %v, %s sees %v", d.name, names, tb.desks[0].name, first)
		}
		first = names
	}
	return first
}

func (tb *table) lineIs(when string, want ...string) {
	tb.t.Helper()
	if got := tb.line(); !slices.Equal(got, want) {
		tb.t.Errorf("%s the line is %v, want %v", when, got, want)
	}
}

func TestAHandAndBeingReadyLeaveTheThumbAndThePlaceInLine(t *testing.T) {
	tb := newTable(t, "amina", "ben", "cleo")
	talkingTable(tb)
	ben, cleo := tb.desk("ben"), tb.desk("cleo")
	tb.must(ben.SetHand(true))
	tb.meet()
	tb.must(cleo.SetHand(true))
	tb.lineIs("at first", "ben", "cleo")
	tb.must(ben.ShowThumb("up", ""))
	tb.lineIs("after a thumb", "ben", "cleo")
	tb.must(ben.SetReady(true))
	tb.lineIs("after ready", "ben", "cleo")
	tb.must(ben.SetHand(true))
	tb.lineIs("after the hand that is up is raised", "ben", "cleo")
	if v := tb.desk("amina").View(); v.Thumbs.Up != 1 || !v.Queue[0].Seat.Zero() || v.Queue[0].Person != ben.Me() {
		t.Errorf("thumbs are %+v, the line %v", v.Thumbs, v.Queue)
	}
	tb.must(ben.SetHand(false))
	tb.lineIs("after the hand is lowered", "cleo")
	if v := tb.desk("amina").View(); v.Thumbs.Up != 1 || !tb.desk("amina").Session().PersonView(ben.Me()).Ready {
		t.Errorf("lowering the hand took more with it: %+v", v.Thumbs)
	}
	tb.must(ben.SetHand(true))
	tb.lineIs("after it is raised anew", "cleo", "ben")
	tb.equal()
}

func TestAThumbFromBeforeDoesNotComeBackWithAHand(t *testing.T) {
	tb := newTable(t, "amina", "ben")
	talkingTable(tb)
	amina, ben := tb.desk("amina"), tb.desk("ben")
	tb.must(ben.ShowThumb("up", ""))
	tb.pass(time.Second)
	tb.must(amina.ExtendItem())
	tb.pass(time.Second)
	tb.must(ben.SetHand(true))
	tb.meet()
	if v := amina.View(); v.Thumbs.Up != 0 {
		t.Errorf("the thumb from before the extension counts again: %+v", v.Thumbs)
	}
	tb.must(ben.ShowThumb("up", ""))
	tb.meet()
	if v := amina.View(); v.Thumbs.Up != 1 || len(v.Queue) != 1 {
		t.Errorf("a thumb shown anew is counted as %+v, the line is %v", v.Thumbs, v.Queue)
	}
}

// called gives the word to whoever is next and returns their name.
func (tb *table) called(by *desk) string {
	tb.t.Helper()
	tb.must(by.NextTurn())
	tb.meet()
	return by.Session().PersonView(by.View().OpenRun().Speaker.Person).Name
}

func TestEveryHandGetsTheWordOnceBeforeAnyGetsItTwice(t *testing.T) {
	tb := newTable(t, "amina", "ben", "cleo", "dora")
	talkingTable(tb)
	amina, ben := tb.desk("amina"), tb.desk("ben")
	for _, d := range tb.desks[1:] {
		tb.must(d.SetHand(true))
		tb.meet()
	}
	tb.lineIs("at first", "ben", "cleo", "dora")
	if got := tb.called(amina); got != "ben" {
		t.Errorf("%s gets the word first", got)
	}
	tb.lineIs("after ben is called", "cleo", "dora")
	if ben.Session().PersonView(ben.Me()).Hand {
		t.Error("ben has the word, and the window still shows his hand")
	}
	tb.must(ben.SetReady(true)) // no new hand
	tb.lineIs("after ben is ready", "cleo", "dora")
	tb.must(ben.SetHand(true))
	tb.lineIs("after ben raises his hand anew", "cleo", "dora", "ben")
	for _, want := range []string{"cleo", "dora", "ben"} {
		if got := tb.called(amina); got != want {
			t.Errorf("%s gets the word, want %s", got, want)
		}
	}
	refused(t, amina.NextTurn(), "nobody-next")
	tb.lineIs("at last")
	tb.equal()
}

func TestACallLowersNoHandThatItDidNotKnow(t *testing.T) {
	tb := newTable(t, "amina", "ben", "cleo")
	talkingTable(tb)
	amina, ben, cleo := tb.desk("amina"), tb.desk("ben"), tb.desk("cleo")
	tb.must(ben.SetHand(true))
	tb.meet()
	tb.leaves("ben")
	tb.must(amina.CallOn(Speaker{Person: personID(ben.Me())}))
	tb.must(amina.CallOn(Speaker{Person: personID(cleo.Me())}))
	tb.must(ben.SetReady(true)) // not knowing of the call: the same hand
	tb.must(cleo.SetHand(true))
	tb.returns("ben")
	tb.lineIs("after ben is back", "cleo")
	tb.equal()
}

func TestAHandOfASeatStandsInLineAmongPeopleOnEveryLaptop(t *testing.T) {
	tb := newTable(t, "amina", "+ben", "cleo")
	amina, ben, cleo := tb.desk("amina"), tb.desk("ben"), tb.desk("cleo")
	rosa, err := amina.AddGuest("Rosa")
	tb.must(err)
	kofi, err := amina.AddSeat("Kofi")
	tb.must(err)
	talkingTable(tb)
	record := ben.markdown("names")
	tb.must(cleo.SetHand(true))
	tb.meet()
	tb.must(amina.SetSeatHand(rosa, true))
	tb.must(amina.SetSeatHand(kofi, true))
	tb.meet()
	tb.must(ben.SetHand(true))
	tb.lineIs("at first", "cleo", "Rosa", "Kofi", "ben")
	if ben.markdown("names") != record {
		t.Error("the record tells of hands")
	}
	refused(t, ben.SetSeatHand(rosa, false), "seat-not-kept")
	tb.must(amina.ShowThumb("up", kofi))
	log := amina.Session().Digest()
	tb.must(amina.SetSeatHand(rosa, true))
	if amina.Session().Digest() != log {
		t.Error("a hand that is up already is written again")
	}
	tb.must(amina.SetSeatHand(kofi, false))
	tb.lineIs("after Kofi's is lowered", "cleo", "Rosa", "ben")
	if up := ben.View().Thumbs.Up; up != 1 {
		t.Errorf("%d thumbs are up, want Kofi's", up)
	}
	amina.start() // a hand is up over a restart
	for _, want := range []Speaker{{Person: personID(cleo.Me())}, {Seat: rosa}, {Person: personID(ben.Me())}} {
		tb.must(ben.NextTurn())
		tb.meet()
		if now := shownAs[TalkRecord](amina).Speaker; now == nil || *now != want {
			t.Errorf("%v speaks, want %v", now, want)
		}
	}
	for _, r := range cleo.Records() {
		if s, ok := r.(SeatRecord); ok && s.Hand {
			t.Errorf("the hand of %s is still up", s.Name)
		}
	}
	tb.equal()
}

func TestNobodyWaitsForWhoWasRemoved(t *testing.T) {
	tb := newTable(t, "amina", "ben", "cleo")
	talkingTable(tb)
	amina, ben, cleo := tb.desk("amina"), tb.desk("ben"), tb.desk("cleo")
	rosa, err := amina.AddSeat("Rosa")
	tb.must(err)
	tb.must(ben.SetHand(true))
	tb.must(ben.ShowThumb("up", ""))
	tb.meet()
	tb.must(amina.SetSeatHand(rosa, true))
	tb.must(cleo.SetHand(true))
	tb.meet()
	tb.must(amina.RemovePerson(ben.Me().String()))
	tb.meet()
	if up := amina.View().Thumbs.Up; up != 0 {
		t.Errorf("%d thumbs are up after their owner was removed", up)
	}
	if q := amina.View().Queue; len(q) != 2 {
		t.Errorf("in line: %v", q)
	}
	tb.must(amina.NextTurn())
	tb.meet()
	if now := shownAs[TalkRecord](cleo).Speaker; now == nil || now.Person == personID(ben.Me()) {
		t.Errorf("called on: %v", now)
	}
}
