package app

import (
	"testing"
	"time"

	"convene/workshop"
)

// saidNow is what others were told of a laptop since its presence was last looked at.
func (d *desk) saidNow(t *testing.T) (p presence, told bool) {
	t.Helper()
	if d.keep.presence == nil {
		return p, false
	}
	p, _, read := readPresence(d.keep.presence)
	if !read {
		t.Fatal("nobody can read the presence")
	}
	d.keep.presence = nil
	return p, true
}

// A note goes to everybody; which was the last goes to everybody a moment later, so that the two do not make each other late.
func TestTheLastChangeIsToldWithTheNextTick(t *testing.T) {
	tb := newTable(t, "amina", "ben")
	tb.open(tb.activity(ActivityBrainstorm, Settings{"visibility": "public"}))
	ben := tb.desk("ben")
	ben.Tick()
	ben.saidNow(t)
	_, err := ben.AddNote(NewNote{Text: "Spare parts"})
	tb.must(err)
	if _, told := ben.saidNow(t); told {
		t.Error("a note of the open board had a second message beside it")
	}
	ben.Tick()
	if p, told := ben.saidNow(t); !told || p.last != ben.last {
		t.Error("the last change was not told with the next tick")
	}
	ben.Tick()
	if _, told := ben.saidNow(t); told {
		t.Error("the same was told again")
	}
}

// A closing waits for the ballots that it hears of, so they are announced at once; and so is every word that a laptop saw a closing.
func TestWhatAClosingWaitsForIsToldAtOnce(t *testing.T) {
	tb := newTable(t, "amina", "ben")
	_, options := voting(tb, false)
	ben := tb.desk("ben")
	ben.Tick()
	ben.saidNow(t)
	tb.must(ben.CastBallot(dots(options[0], 1)))
	if p, told := ben.saidNow(t); !told || p.last != ben.last {
		t.Error("a ballot was not announced at once")
	}
	tb.closeRun("amina")
	tb.open(tb.activity(ActivityBrainstorm, Settings{"visibility": "private-until-reveal"}))
	_, err := ben.AddNote(NewNote{Text: "Water fees"})
	tb.must(err)
	if p, told := ben.saidNow(t); !told || len(p.drafts) != 1 {
		t.Error("that a private note waits was not told at once")
	}
	_, err = tb.desk("amina").CloseRun()
	tb.must(err)
	tb.must(ben.Receive(tb.desk("amina").keep.sent))
	if p, told := ben.saidNow(t); !told || p.seen == (workshop.RecordID{}) || p.last != ben.last {
		t.Error("that the closing was seen was not told at once, with all that was sent before")
	}
}

// What a laptop hears of others draws nothing where it shows nothing, and a drawing that shows nothing new does not put off the next.
func TestADrawingWithoutNewsPutsNothingOff(t *testing.T) {
	tb := newTable(t, "amina", "ben")
	amina, ben := tb.desk("amina"), tb.desk("ben")
	tb.must(ben.RenameMe("Benedict"))
	ben.Tick()
	before := amina.Version()
	amina.Presence(ben.Me(), ben.keep.presence)
	if amina.Version() != before {
		t.Error("the name of a last change draws the session anew")
	}
	l := &live{laptop: amina.Laptop, drawn: map[string]Record{}}
	begun := time.Now()
	l.show()
	if l.drawings.next.Before(begun.Add(frameTime)) {
		t.Error("two drawings with news may follow each other within a frame")
	}
	begun, l.drawings = time.Now(), drawings{}
	l.show()
	if cost := time.Since(begun); l.drawings.next.After(begun.Add(max(cost, drawShare*cost-drawSaved))) {
		t.Errorf("a drawing without news took %v and puts the next off by %v", cost, l.drawings.next.Sub(begun))
	}
}
