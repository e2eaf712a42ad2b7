package workshop_test

import (
	"errors"
	"testing"

	"convene/workshop"

	"github.com/google/go-cmp/cmp"
)

func sameView(t *testing.T, a, b *workshop.View) {
	t.Helper()
	if d := cmp.Diff(a, b, cmp.AllowUnexported(workshop.Settings{})); d != "" {
		t.Fatalf("views differ: %s", d)
	}
}

var none workshop.RecordID

func TestAWorkshopFromNotesToResult(t *testing.T) {
	r := newRoom(t, "ana")
	ana := r.peers["ana"]
	ben, eva := r.join("ana", "ben", workshop.RoleParticipant), r.join("ana", "eva", workshop.RoleParticipant)
	r.meet()

	board, run := ana.openRun(workshop.ActivityPlan{Kind: workshop.ActivityBrainstorm, Title: "Ideas", Prompt: "What?", Order: "a"})
	r.meet()
	if _, err := ben.try(run, workshop.AddNote(board, "too early", "", "")); err == nil {
		t.Fatal("a private note travelled before the reveal")
	}
	ana.do(none, workshop.BeginClosing(run))
	r.meet()
	n1 := ben.do(run, workshop.AddNote(board, "more time", "", "a"))
	eva.do(run, workshop.AddNote(board, "less talk", "", "b"))
	r.meet()
	ana.do(none, workshop.CloseRun(run, nil))
	r.meet()

	_, sort := ana.openRun(workshop.ActivityPlan{Kind: workshop.ActivityCluster, Title: "Sort", Prompt: "Sort", Order: "b"})
	r.meet()
	c1 := ben.do(sort, workshop.AddCluster(board, "Time and talk", "a"))
	c2 := ben.do(sort, workshop.AddCluster(board, "Other", "b"))
	ben.do(sort, workshop.Set(n1, workshop.FieldCluster, workshop.Ref(c1)))
	r.meet()
	ana.do(none, workshop.CloseRun(sort, nil))

	_, vote := ana.openRun(workshop.ActivityPlan{Kind: workshop.ActivityVote, Title: "Choose", Prompt: "Which?", Order: "c"})
	r.meet()
	cast := func(p *peer, choices ...workshop.Choice) []byte {
		salt := make([]byte, 32)
		salt[0] = p.me[0]
		seal := workshop.Seal(p.s.ID(), vote, p.me[:], salt, choices)
		p.do(vote, workshop.CastSealed(vote, p.me[:], seal))
		return salt
	}
	benSalt := cast(ben, workshop.Choice{Option: c1, Value: 2})
	evaSalt := cast(eva, workshop.Choice{Option: c1, Value: 1}, workshop.Choice{Option: c2, Value: 1})
	r.meet()
	if res := ana.s.Result(vote); res.HandedIn != 2 || len(res.Rows) != 0 {
		t.Fatalf("interim result = %+v", res)
	}
	ana.do(none, workshop.BeginClosing(vote))
	r.meet()
	ben.do(vote, workshop.OpenBallot(vote, ben.me[:], benSalt, []workshop.Choice{{Option: c1, Value: 2}}))
	eva.do(vote, workshop.OpenBallot(vote, eva.me[:], evaSalt, []workshop.Choice{{Option: c1, Value: 1}, {Option: c2, Value: 1}}))
	r.meet()
	ana.do(none, workshop.CloseRun(vote, nil))
	r.meet()
	res := eva.s.Result(vote)
	if len(res.Rows) != 2 || res.Rows[0].Option != c1 || res.Rows[0].Sum != 3 || res.Rows[0].Voters != 2 || res.Rows[1].Rank != "2" {
		t.Fatalf("result = %+v", res)
	}
	if res.Eligible != 3 || res.Counted != 2 || res.Unopened != 0 || !res.QuorumMet {
		t.Fatalf("turnout = %+v", res)
	}
}

func TestWhatTheRulesForbidIsNeverSigned(t *testing.T) {
	r := newRoom(t, "ana")
	ben := r.join("ana", "ben", workshop.RoleParticipant)
	before := ben.s.Digest()
	_, err := ben.try(none, workshop.AddActivity(workshop.ActivityPlan{Kind: workshop.ActivityBrief, Title: "mine"}))
	var refused *workshop.RefusedError
	if !errors.As(err, &refused) || refused.Error() != "Participants may not make an activity outside an activity" {
		t.Fatalf("err = %v", err)
	}
	if ben.s.Digest() != before {
		t.Fatal("the log changed")
	}
}

func TestARemovedPersonsLaterWorkIsRefusedAndConcurrentWorkSetAside(t *testing.T) {
	r := newRoom(t, "ana")
	ana, ben := r.peers["ana"], r.join("ana", "ben", workshop.RoleParticipant)
	r.join("ana", "eva", workshop.RoleParticipant)
	r.meet()
	board, run := ana.openRun(workshop.ActivityPlan{
		Kind: workshop.ActivityBrainstorm, Title: "Ideas", Prompt: "?",
		Settings: workshop.SettingsOf(map[string]any{"visibility": "public"}),
	})
	r.meet()
	ben.do(run, workshop.AddNote(board, "in time", "", ""))
	r.meet()
	ana.do(none, workshop.Grant(ben.me, workshop.RoleNone, 0))
	ben.do(run, workshop.AddNote(board, "unknowing", "", ""))
	r.meet()
	if notes := ana.s.View().NotesOn(board); len(notes) != 1 || notes[0].Text != "in time" {
		t.Fatalf("notes = %+v", notes)
	}
	if _, err := ben.try(run, workshop.AddNote(board, "knowing", "", "")); err == nil {
		t.Fatal("a removed person wrote")
	}
	ana.do(none, workshop.Create(workshop.KindTakeIn, workshop.With(workshop.FieldPerson, workshop.PersonValue(ben.me))))
	r.meet()
	if notes := ana.s.View().NotesOn(board); len(notes) != 2 {
		t.Fatalf("notes after take-in = %+v", notes)
	}
}
