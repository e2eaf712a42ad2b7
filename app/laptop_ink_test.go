package app

import (
	"slices"
	"testing"
)

// inkSeen is what a desk shows of ink.
func inkSeen(l *desk) (list []StrokeRecord) {
	for _, r := range l.Records() {
		if k, ok := r.(StrokeRecord); ok {
			list = append(list, k)
		}
	}
	return list
}

func TestInkIsDrawnMovedWipedAndTakenBack(t *testing.T) {
	tb, _, board := sorting(t, 1, "amina", "ben")
	amina, ben := tb.desk("amina"), tb.desk("ben")
	id, err := ben.AddStroke(NewStroke{Dots: List[int64]{1, 2, 30, 40}, Color: "red", Activity: board})
	tb.must(err)
	words := "a ladder"
	tb.must(ben.EditStroke(id, StrokeEdit{Label: &words}))
	tb.must(ben.MoveStrokes(StrokesMove{Strokes: List[string]{id}, DX: 10, DY: -2}))
	tb.must(ben.MoveStrokes(StrokesMove{Strokes: List[string]{id}, DX: 10, DY: -2}))
	tb.meet()
	list := inkSeen(amina)
	if len(list) != 1 || !slices.Equal(list[0].Dots, List[int64]{21, -2, 50, 36}) || list[0].Label != "a ladder" || list[0].Color != "red" || list[0].Mine || list[0].Author == "" {
		t.Fatalf("seen: %+v", list)
	}
	tb.must(ben.Undo())
	tb.meet()
	if list = inkSeen(amina); list[0].Dots[0] != 11 {
		t.Errorf("one step back lies at %v", list[0].Dots)
	}
	tb.must(ben.Redo())
	tb.must(amina.RemoveStrokes([]string{id})) // a facilitator takes away what hurts
	tb.meet()
	if n := len(inkSeen(ben)); n != 0 {
		t.Errorf("%d strokes after they were wiped", n)
	}
	tb.must(amina.Undo())
	tb.meet()
	if list = inkSeen(ben); len(list) != 1 || list[0].Dots[0] != 21 || !list[0].Mine {
		t.Errorf("brought back: %+v", list)
	}
	tb.equal()
}

func TestInkIsRefusedInWords(t *testing.T) {
	tb, _, board := sorting(t, 1, "amina", "ben")
	amina, ben := tb.desk("amina"), tb.desk("ben")
	for _, dots := range []List[int64]{nil, {1}, make(List[int64], 1026)} {
		_, err := ben.AddStroke(NewStroke{Dots: dots, Activity: board})
		refused(t, err, "stroke-size")
	}
	id, err := amina.AddStroke(NewStroke{Dots: List[int64]{1, 2}, Activity: board})
	tb.must(err)
	tb.meet()
	refused(t, ben.RemoveStrokes([]string{id}), "stroke-not-yours")
	refused(t, ben.MoveStrokes(StrokesMove{Strokes: List[string]{id}}), "stroke-not-yours")
	refused(t, ben.RemoveStrokes([]string{"nothing"}), "gone")
	tb.must(amina.Lock(board, true))
	tb.meet()
	_, err = ben.AddStroke(NewStroke{Dots: List[int64]{1, 2}, Activity: board})
	refused(t, err, "board-locked")
}

func TestNobodyDrawsOnAnAnonymousBoardThatIsClosed(t *testing.T) {
	tb := newTable(t, "amina", "ben", "chen", "dora")
	board := tb.activity(ActivityBrainstorm, Settings{"authorship": "anonymous"})
	tb.open(board)
	tb.closeRun("amina")
	tb.meet()
	for _, d := range tb.desks {
		_, err := d.AddStroke(NewStroke{Dots: List[int64]{1, 2}, Activity: board})
		refused(t, err, "ink-anonymous")
	}
}

func TestInkComesBackFromThePast(t *testing.T) {
	tb, _, board := sorting(t, 1, "amina", "ben")
	amina, ben := tb.desk("amina"), tb.desk("ben")
	of := func(d *desk) string {
		id, err := d.AddStroke(NewStroke{Dots: List[int64]{1, 2, 3, 4}, Color: "green", Label: "of " + d.name, Activity: board})
		tb.must(err)
		return id
	}
	own, other := of(ben), of(amina)
	tb.meet()
	then := ben.past()
	tb.must(amina.RemoveStrokes([]string{own, other}))
	tb.meet()
	tb.must(ben.restore(then, []string{own, other}))
	tb.meet()
	var said []string
	for _, k := range inkSeen(amina) {
		said = append(said, k.Label)
	}
	slices.Sort(said)
	if !slices.Equal(said, []string{"of amina", "of ben"}) {
		t.Errorf("back came %q", said)
	}
	tb.must(ben.Undo())
	tb.meet()
	if n := len(inkSeen(amina)); n != 0 {
		t.Errorf("%d strokes after one step back", n)
	}
}
