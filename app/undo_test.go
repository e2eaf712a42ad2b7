package app

import (
	"fmt"
	"testing"
	"time"

	"convene/storage"
	"convene/workshop"
)

// typeInto types words sign by sign at the end of a note, each key after a pause.
func (tb *table) typeInto(l *desk, note, words string, pause time.Duration) {
	tb.t.Helper()
	for _, sign := range words {
		id, err := workshop.ParseRecordID(note)
		tb.must(err)
		text, err := l.s.TextOf(id)
		tb.must(err)
		l.trackTexts()
		_, err = l.SpliceText(TextEdit{Record: note, Base: l.texts[id].rev, Splices: List[Splice]{{At: len([]rune(text)), Ins: string(sign)}}})
		tb.must(err)
		tb.now = tb.now.Add(pause)
	}
	tb.meet()
}

func TestWhatIsTypedInOneGoIsOneStepBack(t *testing.T) {
	tb, ids, _ := sorting(t, 1, "amina", "ben")
	amina := tb.desk("amina")
	tb.typeInto(amina, ids[0], " and so on", 100*time.Millisecond)
	tb.now = tb.now.Add(time.Minute)
	tb.typeInto(amina, ids[0], ", always", 100*time.Millisecond)
	for _, want := range []string{"idea 0 and so on", "idea 0"} {
		tb.must(amina.Undo())
		tb.meet()
		if got := textsOf(tb.desk("ben"))[0]; got != want {
			t.Errorf("one step back it says %q, want %q", got, want)
		}
	}
	tb.must(amina.Redo())
	if got := textsOf(amina)[0]; got != "idea 0 and so on" {
		t.Errorf("brought back it says %q", got)
	}
	tb.equal()
}

func TestALongTextIsTakenBackInPartsThatTheRulesAllow(t *testing.T) {
	tb, ids, _ := sorting(t, 1, "amina", "ben")
	amina := tb.desk("amina")
	for range 30 {
		tb.typeInto(amina, ids[0], "0123456789", 0)
	}
	steps := 0
	for textsOf(amina)[0] != "idea 0" {
		tb.must(amina.Undo())
		if steps++; steps > 4 {
			t.Fatalf("after %d steps back it says %q", steps, textsOf(amina)[0])
		}
	}
}

func TestAnUndoThatALockRefusesReachesNoOlderWork(t *testing.T) {
	tb, ids, board := sorting(t, 1, "amina", "ben")
	amina, ben := tb.desk("amina"), tb.desk("ben")
	one, err := amina.AddCluster("one", nil)
	tb.must(err)
	two, err := amina.AddCluster("two", nil)
	tb.must(err)
	tb.meet()
	lies := func() string { return ben.View().Note(recordOf(t, ids[0])).Cluster.String() }
	locked := func(locked bool) {
		tb.must(amina.Lock(board, locked))
		tb.meet()
	}
	tb.must(ben.MoveNote(NoteMove{Note: ids[0], Cluster: one}))
	tb.must(ben.MoveNote(NoteMove{Note: ids[0], Cluster: two}))
	tb.meet()
	locked(true)
	refused(t, ben.Undo(), "board-locked")
	refused(t, ben.Undo(), "board-locked")
	locked(false)
	tb.must(ben.Undo())
	if got := lies(); got != one {
		t.Errorf("one step back the note lies in %s, want %s", got, one)
	}
	locked(true)
	refused(t, ben.Redo(), "board-locked")
	locked(false)
	tb.must(ben.Redo())
	if got := lies(); got != two {
		t.Errorf("brought back the note lies in %s, want %s", got, two)
	}
	tb.equal()
}

func TestAnUndoThatTheDiskHasNoRoomForReachesNoOlderWork(t *testing.T) {
	tb, ids, _ := sorting(t, 1, "amina", "ben")
	amina, ben := tb.desk("amina"), tb.desk("ben")
	one, err := amina.AddCluster("one", nil)
	tb.must(err)
	two, err := amina.AddCluster("two", nil)
	tb.must(err)
	tb.meet()
	tb.must(ben.MoveNote(NoteMove{Note: ids[0], Cluster: one}))
	tb.must(ben.MoveNote(NoteMove{Note: ids[0], Cluster: two}))
	ben.keep.fail = fmt.Errorf("remember: %w", storage.ErrNoSpace)
	refused(t, ben.Undo(), "disk-full")
	refused(t, ben.Undo(), "disk-full")
	ben.keep.fail = nil
	tb.must(ben.Undo())
	tb.meet()
	if n := amina.View().Note(recordOf(t, ids[0])); n.Cluster.String() != one {
		t.Errorf("one step back the note lies in %s, want %s", n.Cluster, one)
	}
	tb.equal()
}

func recordOf(t *testing.T, id string) workshop.RecordID {
	t.Helper()
	r, err := workshop.ParseRecordID(id)
	must(t, err)
	return r
}

func TestAClusterTakesAllTheNotesThatWereChosen(t *testing.T) {
	tb, _, board := sorting(t, 1, "amina", "ben")
	amina := tb.desk("amina")
	texts := make(List[string], 300)
	for i := range texts {
		texts[i] = fmt.Sprint("note ", i)
	}
	ids, err := amina.AddNotes(NewNotes{Texts: texts, Activity: board})
	tb.must(err)
	_, err = amina.AddCluster("all", ids)
	tb.must(err)
	tb.meet()
	in := 0
	for _, n := range tb.desk("ben").View().Notes {
		if !n.Cluster.Zero() {
			in++
		}
	}
	if in != 300 {
		t.Errorf("%d of 300 notes are in the cluster", in)
	}
	tb.must(amina.Undo())
	tb.meet()
	if c := tb.desk("ben").View().Clusters; len(c) != 0 {
		t.Errorf("one step back there is %+v", c)
	}
	tb.equal()
}
