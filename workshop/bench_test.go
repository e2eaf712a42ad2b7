package workshop_test

import (
	"fmt"
	"math/rand/v2"
	"testing"

	"convene/workshop"
)

// benchSession makes a session of people and notes as workshops make them: each note is written, reworded twice, moved twice
// and sorted once; now and then one is commented.
func benchSession(tb testing.TB, notes, people int) (*workshop.Session, []*workshop.Writer, []workshop.RecordID) {
	tb.Helper()
	return benchActs(tb, notes, people, func(int, ...any) {})
}

// benchActs also tells what each person does: note, type, move, color or comment.
func benchActs(tb testing.TB, notes, people int, tell func(who int, act ...any)) (*workshop.Session, []*workshop.Writer, []workshop.RecordID) {
	tb.Helper()
	seed := rand.NewChaCha8([32]byte{7})
	var id [32]byte
	s, w, _, err := workshop.Found(seed, workshop.Founding{Title: "bench"}, id, 1)
	if err != nil {
		tb.Fatal(err)
	}
	writers := []*workshop.Writer{w}
	do := func(w *workshop.Writer, run workshop.RecordID, ops ...workshop.Op) workshop.RecordID {
		done, err := s.Do(w, run, 1, ops...)
		if err != nil {
			tb.Fatal(err)
		}
		return workshop.RecordID{Change: done[len(done)-1].Change.ID}
	}
	for i := 1; i < people; i++ {
		id[0] = byte(i)
		key, err := workshop.PersonKey(id, s.Nonce())
		if err != nil {
			tb.Fatal(err)
		}
		do(w, none, workshop.Grant(workshop.PersonOf(key), workshop.RoleParticipant, 0))
		nw, err := workshop.NewWriter(seed, key, s.ID())
		if err != nil {
			tb.Fatal(err)
		}
		writers = append(writers, nw)
	}
	board := do(w, none, workshop.AddActivity(workshop.ActivityPlan{
		Kind: workshop.ActivityBrainstorm, Title: "x", Settings: workshop.SettingsOf(map[string]any{"visibility": "public"}),
	}))
	plan, err := s.View().PlanRun(board)
	if err != nil {
		tb.Fatal(err)
	}
	run := do(w, none, workshop.OpenRun(plan))
	rng := rand.New(seed)
	var ids []workshop.RecordID
	for i := range notes {
		by := rng.IntN(people)
		who := writers[by]
		text := fmt.Sprintf("What if site %d tested the water every %d days?", i, rng.IntN(30))
		n := do(who, run, workshop.AddNote(board, text, "", ""))
		tell(by, "note", n.String(), text)
		ids = append(ids, n)
		for _, ins := range []string{"Well, ", " at noon"} {
			base, _ := s.Anchors(n)
			at := 0
			if ins[0] == ' ' {
				at = 6
			}
			op, err := s.Edit(n, base, workshop.Splice{Pos: at, Ins: ins})
			if err != nil {
				tb.Fatal(err)
			}
			do(who, run, op)
			tell(by, "type", n.String(), at, ins)
		}
		for range 2 {
			x, y := rng.IntN(9000), rng.IntN(9000)
			do(who, run, workshop.Set(n, workshop.FieldX, workshop.Int(int64(x))), workshop.Set(n, workshop.FieldY, workshop.Int(int64(y))))
			tell(by, "move", n.String(), x, y)
		}
		do(who, run, workshop.Set(n, workshop.FieldColor, workshop.Text("blue")))
		tell(by, "color", n.String(), "blue")
		if i%3 == 0 {
			tell(by, "comment", n.String(), "same for us")
			do(who, run, workshop.Create(workshop.KindComment, workshop.With(workshop.FieldOn, workshop.Ref(n)), workshop.With(workshop.FieldText, workshop.Text("same for us"))))
		}
	}
	return s, writers, ids
}

func BenchmarkLocalEdit(b *testing.B) {
	s, writers, ids := benchSession(b, 5000, 30)
	run := s.View().OpenRun().ID
	own := map[workshop.Person][]workshop.RecordID{}
	for _, n := range s.View().Notes {
		own[n.Author] = append(own[n.Author], n.ID)
	}
	_ = ids
	b.ResetTimer()
	for i := range b.N {
		w := writers[i%len(writers)]
		n := own[w.Person()][i%len(own[w.Person()])]
		if _, err := s.Do(w, run, 1, workshop.Set(n, workshop.FieldX, workshop.Int(int64(i)))); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkRemoteChange(b *testing.B) {
	s, _, _ := benchSession(b, 5000, 30)
	var all [][]byte
	_ = s.Changes(func(c *workshop.Change) error { all = append(all, c.Bytes); return nil })
	b.ResetTimer()
	var r *workshop.Session
	for i := range b.N {
		if i%len(all) == 0 {
			r, _ = workshop.Open(all[0])
			continue
		}
		if _, err := r.Apply(all[i%len(all)]); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkView(b *testing.B) {
	s, _, _ := benchSession(b, 5000, 30)
	b.ResetTimer()
	for range b.N {
		s.View()
	}
}
