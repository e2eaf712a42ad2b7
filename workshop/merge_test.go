package workshop_test

import (
	"testing"
	"time"

	"convene/workshop"
)

// made is what a hostile member signs: notes that came from notes of the same change, which went with it.
func made(board workshop.RecordID, from ...[]workshop.RecordID) (ops []workshop.Op) {
	for _, f := range from {
		ops = append(ops, workshop.Grown(workshop.AddNote(board, "x", "", ""), f))
	}
	for i := range from[:len(from)-1] {
		ops = append(ops, workshop.Delete(workshop.Self(i)))
	}
	return ops
}

// A member can sign notes that came from themselves, from each other, or each twice from two before. What comes later is
// refused; the rest is drawn, and soon.
func TestNotesThatCameFromThemselvesAreDrawn(t *testing.T) {
	refs := func(n ...int) (list []workshop.RecordID) {
		for _, i := range n {
			list = append(list, workshop.Self(i))
		}
		return list
	}
	doubling := [][]workshop.RecordID{nil, nil}
	for i := 2; i < 80; i += 2 {
		doubling = append(doubling, refs(i-2, i-1), refs(i-2, i-1))
	}
	for name, c := range map[string]struct {
		from  [][]workshop.RecordID
		valid bool
	}{
		"from itself":         {[][]workshop.RecordID{refs(0), refs(0)}, false},
		"from each other":     {[][]workshop.RecordID{refs(1), refs(0), refs(0, 1)}, false},
		"from one that comes": {[][]workshop.RecordID{refs(2), refs(0), refs(1), refs(0)}, false},
		"twice from two":      {append(doubling, refs(78, 79)), true},
	} {
		t.Run(name, func(t *testing.T) {
			r := newRoom(t, "ana")
			ana, eve := r.peers["ana"], r.join("ana", "eve", workshop.RoleParticipant)
			board, run := ana.openRun(workshop.ActivityPlan{Kind: workshop.ActivityBrainstorm, Title: "b", Prompt: "?", Order: "a", Settings: public})
			r.meet()
			_, err := ana.s.Apply(eve.s.Forge(eve.w, eve.s.Heads(), run, made(board, c.from...)...))
			if (err == nil) != c.valid {
				t.Fatalf("valid: %v", err)
			}
			if !c.valid {
				return
			}
			done := make(chan *workshop.View, 1)
			go func() { done <- ana.s.View() }()
			select {
			case v := <-done:
				if n := v.Notes; len(n) != 1 || len(n[0].Credits) != 1 || n[0].Credits[0].Person != eve.me {
					t.Errorf("%+v", n)
				}
			case <-time.After(10 * time.Second):
				t.Fatal("it is still being drawn")
			}
		})
	}
}
