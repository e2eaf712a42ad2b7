package app

import (
	"fmt"
	"testing"

	"convene/workshop"
)

// bigBoard is a session of thirty people and a board of notes in clusters.
func bigBoard(tb testing.TB, notes int) scene {
	names := make([]string, 30)
	for i := range names {
		names[i] = fmt.Sprintf("person %d", i)
	}
	st := newScript(tb, names...)
	board := st.plan(workshop.ActivityBrainstorm, map[string]any{"visibility": "public"})
	run := st.open(board)
	ids := make([]workshop.RecordID, notes)
	for i := range ids {
		ids[i] = st.note(names[i%30], board, run, fmt.Sprintf("What if site %d tested the water every %d days?", i, i%30))
	}
	st.close(run)
	run = st.open(st.plan(workshop.ActivityCluster, nil))
	clusters := make([]workshop.RecordID, 40)
	for i := range clusters {
		clusters[i] = st.do(names[0], run, workshop.AddCluster(board, fmt.Sprintf("cluster %d", i), ""))
	}
	for i, n := range ids {
		st.do(names[0], run, workshop.Set(n, workshop.FieldCluster, workshop.Ref(clusters[i%40])))
	}
	in := st.scene(names[1])
	for _, n := range in.View.Notes {
		in.Revs[n.ID] = 1
	}
	return in
}

// One frame of a board of 2,000 notes: drawn, and compared with the last.
func BenchmarkDraw2000(b *testing.B) {
	in := bigBoard(b, 2000)
	old := map[string]Record{}
	for _, r := range draw(in) {
		old[r.RecordID()] = r
	}
	b.ReportAllocs()
	for b.Loop() {
		if added, updated, removed := compare(old, draw(in)); len(added)+len(updated)+len(removed) > 0 {
			b.Fatal("the same scene was drawn differently")
		}
	}
}

func BenchmarkPreview2000(b *testing.B) {
	in := bigBoard(b, 2000)
	for b.Loop() {
		if _, err := previewRecord(in.View, [32]byte{}, RecordWish{Profile: "names"}, photosIn(&workshop.View{}, nil)); err != nil {
			b.Fatal(err)
		}
	}
}
