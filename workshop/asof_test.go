package workshop_test

import (
	"bytes"
	"strings"
	"testing"

	"convene/workshop"
)

func TestTheSessionCanBeSeenAsOfAnyPast(t *testing.T) {
	r, ana, ben, eva, board, run := threesome(t)
	ben.do(run, workshop.AddNote(board, "first", "", "a"))
	r.meet()
	then := ana.s.View().Digest()
	at := ana.s.Heads()
	eva.do(run, workshop.AddNote(board, "second", "", "b"))
	ana.do(none, workshop.Grant(ben.me, workshop.RoleNone, 0))
	ana.do(none, workshop.CloseRun(run, nil))
	r.meet()
	past, err := eva.s.AsOf(at...)
	if err != nil {
		t.Fatal(err)
	}
	if past.View().Digest() != then || past.View().Run(run).State != workshop.RunOpen || past.Role(ben.me) != workshop.RoleParticipant {
		t.Fatalf("the past looks different: %+v", past.View())
	}
	if now := eva.s.View(); now.Run(run).State != workshop.RunClosed {
		t.Fatal("looking at the past changed the present")
	}
	if _, err := eva.s.AsOf(workshop.ID{1}); err == nil {
		t.Fatal("a past that is not here was shown")
	}
}

func TestAnAnonymousBatchNamesNobodyAndCountsOnce(t *testing.T) {
	r := newRoom(t, "ana")
	ana := r.peers["ana"]
	sue, ben := r.join("ana", "sue", workshop.RoleCofacilitator), r.join("ana", "ben", workshop.RoleParticipant)
	r.meet()
	board, run := ana.openRun(workshop.ActivityPlan{
		Kind: workshop.ActivityBrainstorm, Title: "Ideas", Prompt: "?", Settings: workshop.SettingsOf(map[string]any{"authorship": "anonymous"}),
	})
	r.meet()
	token := bytes.Repeat([]byte{7}, 16)
	batch := workshop.PutNote(run, board, token, "the boss talks too long", "", "a")
	if _, err := ana.try(run, batch); err == nil {
		t.Fatal("a batch was published before the reveal")
	}
	ana.do(none, workshop.BeginClosing(run))
	r.meet()
	if _, err := ben.try(run, workshop.AddNote(board, "signed by mistake", "", "")); err == nil {
		t.Fatal("an anonymous note was signed by its writer")
	}
	if _, err := ben.try(run, batch); err == nil {
		t.Fatal("a participant published a batch")
	}
	ana.do(run, batch)
	sue.do(run, batch) // the next holder of the floor, who does not know that the first had published
	r.meet()
	ana.do(none, workshop.CloseRun(run, nil))
	_, sort := ana.openRun(workshop.ActivityPlan{Kind: workshop.ActivityCluster, Title: "Sort", Prompt: "?", Order: "z"})
	r.meet()
	id := workshop.PutID(workshop.KindNote, run, token)
	group := ben.do(sort, workshop.AddCluster(board, "Talking", ""))
	ben.do(sort, workshop.Set(id, workshop.FieldCluster, workshop.Ref(group)))
	r.meet()
	notes := ben.s.View().NotesOn(board)
	if len(notes) != 1 || !notes[0].Author.Zero() || !notes[0].Hidden || notes[0].Cluster != group {
		t.Fatalf("notes = %+v", notes)
	}
	if err := ben.s.CheckSlow(); err != nil {
		t.Fatal(err)
	}
}

func TestFivePeopleTypeInOneNoteAtOnceAndLoseNothing(t *testing.T) {
	r := newRoom(t, "ana")
	ana := r.peers["ana"]
	board := ana.do(none, workshop.AddActivity(workshop.ActivityPlan{Kind: workshop.ActivityBrainstorm, Title: "b", Settings: public}))
	note := ana.do(none, workshop.AddNote(board, "start end", "", ""))
	people := []*peer{ana}
	for _, name := range []string{"ben", "cleo", "dan", "eva"} {
		people = append(people, r.join("ana", name, workshop.RoleCofacilitator))
	}
	r.meet()
	words := []string{"alpha", "beta", "gamma", "delta", "omega"}
	for i, p := range people {
		base, err := p.s.Anchors(note)
		if err != nil {
			t.Fatal(err)
		}
		for k, letter := range words[i] { // each key against the text as it was when the window last heard of it
			op, err := p.s.Edit(note, base, workshop.Splice{Pos: 6, Ins: string(letter)})
			if k > 0 {
				base, _ = p.s.Anchors(note)
				op, err = p.s.Edit(note, base, workshop.Splice{Pos: 6 + k, Ins: string(letter)})
			}
			if err != nil {
				t.Fatal(err)
			}
			p.do(none, op)
		}
	}
	r.meet()
	got := ana.s.View().Notes[0].Text
	for _, w := range append(words, "start ", "end") {
		if !strings.Contains(got, w) {
			t.Errorf("%q is not in %q", w, got)
		}
	}
}
