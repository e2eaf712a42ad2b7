package app

import "testing"

// drawnBeside is a table with notes of ben, and a stroke of his on the same board.
func drawnBeside(t *testing.T, notes int) (tb *table, ids []string, stroke string) {
	t.Helper()
	tb, ids, board := sorting(t, notes, "amina", "ben")
	stroke, err := tb.desk("ben").AddStroke(NewStroke{Dots: List[int64]{1, 2, 30, 40}, Color: "red", Activity: board})
	tb.must(err)
	tb.meet()
	return tb, ids, stroke
}

func TestNotesAndInkThatWereChosenAreOneStep(t *testing.T) {
	tb, ids, stroke := drawnBeside(t, 3)
	amina, ben := tb.desk("amina"), tb.desk("ben")
	both := Chosen{Notes: ids[:2], Strokes: List[string]{stroke}}
	seen := func() (notes, strokes int) {
		tb.meet()
		return len(ben.View().Notes), len(inkSeen(ben))
	}

	tb.must(amina.RemoveNotes(both))
	if n, k := seen(); n != 1 || k != 0 {
		t.Fatalf("%d notes and %d strokes after both were taken away", n, k)
	}
	tb.must(amina.Undo())
	if n, k := seen(); n != 3 || k != 1 {
		t.Errorf("one step back there are %d notes and %d strokes", n, k)
	}

	tb.must(amina.RecolorNotes(both, "green"))
	tb.meet()
	if c := inkSeen(ben)[0].Color; c != "green" || ben.View().Notes[0].Color != "green" {
		t.Errorf("coloured: %s and %s", c, ben.View().Notes[0].Color)
	}
	tb.must(amina.Undo())
	tb.meet()
	if c := inkSeen(ben)[0].Color; c != "red" || ben.View().Notes[0].Color == "green" {
		t.Errorf("one step back: %s and %s", c, ben.View().Notes[0].Color)
	}

	x := int64(7)
	tb.must(amina.PlaceNotes(NotesMove{Notes: []NoteSpot{{Note: ids[0], X: &x}}, Ink: &StrokesMove{Strokes: both.Strokes, DX: 5}}))
	tb.meet()
	if at := inkSeen(ben)[0].Dots[0]; at != 6 || ben.View().Notes[0].X != 7 {
		t.Errorf("moved: a stroke to %d, a note to %d", at, ben.View().Notes[0].X)
	}
	tb.must(amina.Undo())
	tb.meet()
	if at := inkSeen(ben)[0].Dots[0]; at != 1 || ben.View().Notes[0].X != 0 {
		t.Errorf("one step back: a stroke at %d, a note at %d", at, ben.View().Notes[0].X)
	}
	tb.equal()
}

func TestOfWhatWasChosenWhatIsGoneIsPassedOver(t *testing.T) {
	tb, ids, stroke := drawnBeside(t, 2)
	amina := tb.desk("amina")
	tb.must(amina.RemoveStrokes([]string{stroke}))
	tb.must(amina.RemoveNotes(Chosen{Notes: ids[:1], Strokes: List[string]{stroke}}))
	refused(t, amina.RemoveNotes(Chosen{Notes: ids[:1], Strokes: List[string]{stroke}}), "gone")
	x := int64(3)
	tb.must(amina.PlaceNotes(NotesMove{Notes: []NoteSpot{{Note: ids[1], X: &x}}, Ink: &StrokesMove{Strokes: List[string]{stroke}, DX: 1}}))
}

func TestNobodyMovesTheInkOfOthersWithTheirNotes(t *testing.T) {
	tb, ids, board := sorting(t, 1, "amina", "ben")
	amina, ben := tb.desk("amina"), tb.desk("ben")
	stroke, err := amina.AddStroke(NewStroke{Dots: List[int64]{1, 2}, Activity: board})
	tb.must(err)
	tb.meet()
	ink := List[string]{stroke}
	x := int64(3)
	refused(t, ben.PlaceNotes(NotesMove{Notes: []NoteSpot{{Note: ids[0], X: &x}}, Ink: &StrokesMove{Strokes: ink, DX: 1}}), "stroke-not-yours")
	refused(t, ben.RemoveNotes(Chosen{Notes: ids, Strokes: ink}), "stroke-not-yours")
	if n := ben.View().Notes; len(n) != 1 || n[0].X != 0 {
		t.Errorf("half of it was done: %+v", n)
	}
}

func TestNotesAreLaidOnACanvasInOneStepAndNeverMoreThanItHolds(t *testing.T) {
	tb := newTable(t, "amina", "ben")
	amina, ben := tb.desk("amina"), tb.desk("ben")
	tb.open(tb.activity(ActivityCanvas, Settings{"zones": []any{"A", "B"}, "maxItems": 3.0}))
	var spots List[NoteSpot]
	for _, text := range []string{"one", "two"} {
		id, err := ben.AddNote(NewNote{Text: text})
		tb.must(err)
		spots = append(spots, NoteSpot{Note: id})
	}
	tb.must(ben.LayNotes(NotesLay{Notes: spots, Zone: "A"}))
	tb.meet()
	in := func(zone string) (n int) {
		board := amina.View().OpenRun().Activity
		for i := range amina.View().Notes {
			if at := amina.View().Notes[i].On(board); at != nil && at.Zone == zone {
				n++
			}
		}
		return n
	}
	if n := in("A"); n != 2 {
		t.Fatalf("%d notes lie in A", n)
	}
	tb.must(ben.LayNotes(NotesLay{Notes: spots, Zone: "B"})) // who lies there may be moved
	tb.must(ben.Undo())
	tb.meet()
	if a, b := in("A"), in("B"); a != 2 || b != 0 {
		t.Errorf("one step back: %d in A, %d in B", a, b)
	}
	var more List[NoteSpot]
	for _, text := range []string{"three", "four"} {
		id, err := amina.AddNote(NewNote{Text: text})
		tb.must(err)
		more = append(more, NoteSpot{Note: id})
	}
	refused(t, amina.LayNotes(NotesLay{Notes: more, Zone: "B"}), "canvas-full")
	tb.must(amina.LayNotes(NotesLay{Notes: more[:1], Zone: "B"}))
	refused(t, amina.LayNotes(NotesLay{Notes: more[:1], Zone: "C"}), "no-zone")
}

func TestANoteIsTakenOffACanvas(t *testing.T) {
	tb := newTable(t, "amina", "ben")
	amina, ben := tb.desk("amina"), tb.desk("ben")
	board := tb.activity(ActivityCanvas, Settings{"zones": []any{"A", "B"}, "maxItems": 2.0})
	tb.open(board)
	var spots List[NoteSpot]
	for _, zone := range []string{"A", "B"} {
		id, err := ben.AddNote(NewNote{Text: "in " + zone, Zone: zone})
		tb.must(err)
		spots = append(spots, NoteSpot{Note: id})
	}
	tb.meet()
	lie := func() (n int) {
		for i := range amina.View().Notes {
			n += len(amina.View().Notes[i].Places)
		}
		return n
	}
	loose, err := amina.AddNote(NewNote{Text: "to come"})
	tb.must(err)
	refused(t, amina.PlaceNote(NotePlace{Note: loose, Board: board, Zone: "A"}), "canvas-full")
	tb.must(amina.PlaceNote(NotePlace{Note: loose, Board: board})) // it lies nowhere, and takes no room
	tb.must(ben.LayNotes(NotesLay{Notes: spots, Board: board}))
	tb.meet()
	if n := lie(); n != 0 {
		t.Errorf("%d notes lie on the canvas they were taken off", n)
	}
	tb.must(amina.PlaceNote(NotePlace{Note: loose, Board: board, Zone: "A"})) // there is room again
	tb.must(amina.PlaceNote(NotePlace{Note: loose, Board: board}))
	tb.must(ben.Undo())
	tb.meet()
	if n := lie(); n != 2 {
		t.Errorf("one step back puts %d notes onto the canvas", n)
	}
	for i := range ben.View().Notes {
		n := &ben.View().Notes[i]
		if at := n.On(ben.View().OpenRun().Activity); at != nil && n.Text != "in "+at.Zone {
			t.Errorf("%q came back to %s", n.Text, at.Zone)
		}
	}
	tb.must(amina.LockZone(board, "A", true))
	tb.meet()
	refused(t, ben.LayNotes(NotesLay{Notes: spots[:1], Board: board}), "board-locked")
	tb.must(ben.LayNotes(NotesLay{Notes: spots[1:], Board: board}))
	tb.meet()
	tb.equal()
}
