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

// Where a sorting merges, whoever sorts makes one note of several, and nothing else comes of that right: no note goes without its
// words living on in one that grew from it, and none of another board.
func TestWhoSortsMergesWhereTheRunSaysSo(t *testing.T) {
	merging := workshop.SettingsOf(map[string]any{"mode": "merge"})
	for name, c := range map[string]struct {
		set     workshop.Settings
		frozen  bool // the run holds that it merges, as those of PlanRun do
		may     bool
		another bool // pat's note lies on another board
	}{
		"everyone sorts":      {merging, true, true, false},
		"facilitators sort":   {merging.With("who", "facilitators"), true, false, false},
		"hosts sort, not pat": {merging.With("who", "hosts"), true, false, false},
		"a run of before":     {merging, false, false, false},
		"groups are made":     {workshop.Settings{}, true, false, false},
		"of another board":    {merging, true, false, true},
	} {
		t.Run(name, func(t *testing.T) {
			r := newRoom(t, "ana")
			ana, pat := r.peers["ana"], r.join("ana", "pat", workshop.RoleParticipant)
			write := func() (board, of, own workshop.RecordID) {
				board, run := ana.openRun(workshop.ActivityPlan{Kind: workshop.ActivityBrainstorm, Title: "b", Prompt: "?", Order: "a", Settings: public})
				r.meet()
				of, own = ana.do(run, workshop.AddNote(board, "a fence", "", "a")), pat.do(run, workshop.AddNote(board, "fences", "", "b"))
				ana.do(none, workshop.CloseRun(run, nil))
				r.meet()
				return board, of, own
			}
			board, of, own := write()
			if c.another {
				_, _, own = write()
			}
			sort := ana.do(none, workshop.AddActivity(workshop.ActivityPlan{Kind: workshop.ActivityCluster, Title: "s", Order: "z", Settings: c.set, Source: board}))
			plan, err := ana.s.View().PlanRun(sort)
			if err != nil {
				t.Fatal(err)
			}
			if !c.frozen {
				plan.Settings = c.set
			}
			run := ana.do(none, workshop.OpenRun(plan))
			r.meet()
			one := func(from ...workshop.RecordID) workshop.Op {
				return workshop.Grown(workshop.AddNote(board, "a fence", "", "a"), from)
			}
			for what, ops := range map[string][]workshop.Op{
				"take another's note away":          {workshop.Delete(of)},
				"write a note":                      {workshop.AddNote(board, "x", "", "c")},
				"let a note stay that went in":      {one(of, own), workshop.Delete(own)},
				"let go of a note besides":          {one(own), workshop.Delete(own), workshop.Delete(of)},
				"put another's note in other words": {one(of), workshop.Delete(of)},
				"make many of the same two":         {one(of, own), one(of, own), workshop.Delete(of), workshop.Delete(own)},
				"make it on another board":          {workshop.Grown(workshop.AddNote(sort, "x", "", "a"), []workshop.RecordID{of, own}), workshop.Delete(of), workshop.Delete(own)},
			} {
				if _, err := pat.try(run, ops...); err == nil {
					t.Errorf("pat may %s", what)
				}
			}
			_, err = pat.try(run, workshop.MergeNotes(workshop.AddNote(board, "a fence", "", "a"), []workshop.RecordID{of, own})...)
			if (err == nil) != c.may {
				t.Fatalf("merged: %v", err)
			}
			if !c.may {
				return
			}
			r.meet()
			if n := ana.s.View().Notes; len(n) != 1 || len(n[0].Credits) != 2 {
				t.Errorf("ana sees %+v", n)
			}
		})
	}
}

// Hosts of the last groups sort where hosts do, as they were when the sorting opened; nobody else who takes part.
func TestHostsSortWhereHostsDo(t *testing.T) {
	r := newRoom(t, "ana")
	ana := r.peers["ana"]
	var people []workshop.Person
	for _, name := range []string{"pat", "quy", "rob", "sam"} {
		people = append(people, r.join("ana", name, workshop.RoleParticipant).me)
		r.meet()
	}
	_, groups := ana.openRun(workshop.ActivityPlan{Kind: workshop.ActivityBreakout, Title: "g", Prompt: "?", Order: "a"})
	ana.do(none, workshop.AddGroup(groups, workshop.GroupPlan{Members: people[:2], Host: people[0]}, "a", nil))
	ana.do(none, workshop.AddGroup(groups, workshop.GroupPlan{Members: people[2:], Host: people[3]}, "b", nil))
	ana.do(none, workshop.CloseRun(groups, nil))
	board, notes := ana.openRun(workshop.ActivityPlan{Kind: workshop.ActivityBrainstorm, Title: "b", Prompt: "?", Order: "b", Settings: public})
	note := ana.do(notes, workshop.AddNote(board, "a fence", "", "a"))
	ana.do(none, workshop.CloseRun(notes, nil))
	_, run := ana.openRun(workshop.ActivityPlan{
		Kind: workshop.ActivityCluster, Title: "s", Order: "c", Settings: workshop.SettingsOf(map[string]any{"who": "hosts"}), Source: board,
	})
	r.meet()
	for _, name := range []string{"pat", "quy", "rob", "sam"} {
		p := r.peers[name]
		_, err := p.try(run, workshop.AddCluster(board, "by "+name, "a"), workshop.Set(note, workshop.FieldCluster, workshop.Ref(workshop.Self(0))))
		if host := name == "pat" || name == "sam"; (err == nil) != host {
			t.Errorf("%s sorts: %v", name, err)
		}
		if sees := p.s.View().OpenRun().Sorts(p.me, workshop.RoleParticipant); sees != (err == nil) {
			t.Errorf("%s is told that they sort: %v", name, sees)
		}
	}
	r.meet()
	if c := ana.s.View().Clusters; len(c) != 2 {
		t.Errorf("ana sees %d clusters", len(c))
	}
}
