package workshop_test

import (
	"testing"

	"convene/workshop"
)

// TestNoPictureIsOld changes everything that a picture shows of a note, a run, a person and a result, one after the other. After each
// change the picture, of which most was drawn before, is the same as one that is drawn anew.
func TestNoPictureIsOld(t *testing.T) {
	r := newRoom(t, "ana")
	ana, ben := r.peers["ana"], r.join("ana", "ben", workshop.RoleParticipant)
	shown := func(what string) {
		t.Helper()
		r.meet()
		for _, p := range []*peer{ana, ben} {
			if err := p.s.CheckSlow(); err != nil {
				t.Fatalf("after %s: %v", what, err)
			}
		}
	}
	seat := ana.do(none, workshop.AddSeat("Old Tom", ana.me))
	board, run := ana.openRun(workshop.ActivityPlan{Kind: workshop.ActivityBrainstorm, Title: "b", Prompt: "?", Order: "a", Settings: public})
	shown("opening")
	note := ben.do(run, workshop.AddNote(board, "more time", "", ""))
	shown("a note")
	other := ana.do(run, workshop.AddNote(board, "less talk", "", ""))
	outside := ana.do(none, workshop.AddNote(board, "from before", "", ""))
	cluster := ana.do(run, workshop.AddCluster(board, "Time", ""))
	comment := ana.do(run, workshop.Reply(note, "yes"))
	shown("notes")
	for _, c := range []struct {
		what string
		ops  []workshop.Op
	}{
		{"a colour", []workshop.Op{workshop.Set(note, workshop.FieldColor, workshop.Text("blue"))}},
		{"a placement", []workshop.Op{workshop.Place(note, board, workshop.PlacementView{Board: board, X: 10, Y: 20})}},
		{"a placement that is no more", []workshop.Op{workshop.Place(note, board, workshop.PlacementView{})}},
		{"a cluster", []workshop.Op{workshop.Set(note, workshop.FieldCluster, workshop.Ref(cluster))}},
		{"a mark", []workshop.Op{workshop.Tag(note, ana.me, "keep")}},
		{"a pause", []workshop.Op{workshop.Pause(run)}},
		{"an extension", []workshop.Op{workshop.Extend(run, 60)}},
		{"a resumption", []workshop.Op{workshop.Resume(run)}},
		{"an item", []workshop.Op{workshop.Set(run, workshop.FieldItem, workshop.Ref(note))}},
		{"a hand", []workshop.Op{workshop.Signal(r.root, ana.me, run, true, true)}},
		{"a hand that gets the word", []workshop.Op{workshop.CallOn(run, ana.me[:])}},
		{"another name", []workshop.Op{workshop.NamePerson(r.root, ana.me, "Anna")}},
		{"hidden names", []workshop.Op{workshop.Set(board, workshop.FieldSettings, workshop.Text(`{"visibility":"public","authorship":"hidden"}`))}},
		{"another title", []workshop.Op{workshop.Set(board, workshop.FieldTitle, workshop.Text("Ideas"))}},
		{"a seat", []workshop.Op{workshop.Set(seat, workshop.FieldKeeper, workshop.PersonValue(ben.me))}},
	} {
		if _, err := ana.try(run, c.ops...); err != nil {
			ana.do(none, c.ops...)
		}
		shown(c.what)
	}
	ana.do(none, workshop.Delete(cluster))
	shown("a cluster is taken away")
	ana.do(none, workshop.Delete(outside))
	ana.do(none, workshop.Delete(comment))
	shown("a note and a comment are taken away")
	ana.do(none, workshop.CloseRun(run, nil))
	shown("the close")

	_, vote := ana.openRun(workshop.ActivityPlan{
		Kind: workshop.ActivityVote, Title: "v", Prompt: "?", Order: "b", Settings: workshop.SettingsOf(map[string]any{"secret": false, "options": "notes"}),
	})
	shown("the vote")
	salt, choice := make([]byte, 32), []workshop.Choice{{Option: other, Value: 1}}
	ben.do(vote, workshop.CastSealed(vote, ben.me[:], workshop.Seal(ben.s.ID(), vote, ben.me[:], salt, choice)))
	shown("a ballot")
	ana.do(vote, workshop.CountHands(vote, ana.me, []workshop.Choice{{Option: other, Value: 1}}, 2))
	shown("hands")
	ana.do(none, workshop.BeginClosing(vote))
	shown("the closing")
	ben.do(vote, workshop.OpenBallot(vote, ben.me[:], salt, choice))
	shown("an opening")
	ana.do(none, workshop.CloseRun(vote, nil))
	shown("the count")
	fork := ben.w.Fork()
	for _, w := range []*workshop.Writer{ben.w, fork} {
		if _, err := ben.s.Do(w, none, r.wall, workshop.RaisePoint("slower")); err != nil {
			t.Fatal(err)
		}
	}
	shown("two histories")
}
