package app

import (
	"fmt"
	"testing"

	"convene/workshop"
)

// board is a laptop whose public board holds n notes.
func board(b *testing.B, n int) *desk {
	b.Helper()
	tb := newTable(b, "amina")
	tb.open(tb.activity(ActivityBrainstorm, Settings{"visibility": "public"}))
	amina := tb.desk("amina")
	run := amina.Session().CurrentRun()
	order := ""
	for i := 0; i < n; i += 100 {
		var ops []workshop.Op
		for j := range 100 {
			var err error
			order, err = amina.order(order, "")
			tb.must(err)
			ops = append(ops, workshop.AddNote(run.Activity, fmt.Sprintf("A note with a few words %d", i+j), "yellow", order))
		}
		_, err := amina.write(run.ID, ops...)
		tb.must(err)
	}
	return amina
}

func BenchmarkAddNoteOnABoardOf2000(b *testing.B) {
	amina := board(b, 2000)
	for b.Loop() {
		if _, err := amina.AddNote(NewNote{Text: "one more"}); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkTickOfABoardOf2000(b *testing.B) {
	amina := board(b, 2000)
	for b.Loop() {
		amina.Tick()
	}
}

func BenchmarkShowABoardOf2000(b *testing.B) {
	amina := board(b, 2000)
	for b.Loop() {
		amina.view = nil
		if len(amina.Records()) < 2000 {
			b.Fatal("not all is shown")
		}
	}
}
