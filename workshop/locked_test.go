package workshop_test

import (
	"testing"

	"convene/workshop"
)

// refusedBy does ops and says whether they were refused.
func refusedBy(p *peer, run workshop.RecordID, ops ...workshop.Op) bool {
	_, err := p.s.Do(p.w, run, 1, ops...)
	return err != nil
}

func TestALockHoldsForParticipantsAndNotForFacilitators(t *testing.T) {
	r, ana, ben, _, board, notes := threesome(t)
	n := ben.do(notes, workshop.AddNote(board, "of ben", "", "a"))
	r.meet()
	ana.do(none, workshop.CloseRun(notes, nil))
	r.meet()
	_, sort := ana.openRun(workshop.ActivityPlan{Kind: workshop.ActivityCluster, Title: "Sort", Prompt: "?"})
	r.meet()
	c := ana.do(sort, workshop.AddCluster(board, "one", "a"))
	d := ana.do(sort, workshop.AddCluster(board, "two", "b"))
	r.meet()
	move := func(to workshop.RecordID) workshop.Op {
		return workshop.Set(n, workshop.FieldCluster, workshop.Ref(to))
	}

	if !refusedBy(ben, sort, workshop.Lock(c, true)) {
		t.Error("a participant locks")
	}
	ana.do(none, workshop.Lock(c, true))
	if refusedBy(ben, sort, move(c)) {
		t.Error("who does not know of a lock is bound by it")
	}
	r.meet()
	for what, refused := range map[string]bool{
		"out of a locked cluster":      refusedBy(ben, sort, move(d)),
		"an arrow on the board":        !refusedBy(ben, sort, workshop.Connect(board, n, d, "", "+")),
		"deleting a locked cluster":    refusedBy(ben, sort, workshop.Delete(c)),
		"placing a locked cluster":     refusedBy(ben, sort, workshop.Set(c, workshop.FieldX, workshop.Int(4))),
		"another cluster":              !refusedBy(ben, sort, workshop.AddCluster(board, "three", "c")),
		"opening the lock":             refusedBy(ben, sort, workshop.Lock(c, false)),
		"a new cluster that is locked": refusedBy(ben, sort, workshop.Create(workshop.KindCluster, workshop.With(workshop.FieldActivity, workshop.Ref(board)), workshop.With(workshop.FieldName, workshop.Text("x")), workshop.With(workshop.FieldLocked, workshop.Bool(true)))),
	} {
		if !refused {
			t.Errorf("%s: not as it should be", what)
		}
	}
	r.meet()
	ana.do(none, move(d)) // a facilitator tidies all the same
	ana.do(none, workshop.Lock(c, false))
	r.meet()
	if refusedBy(ben, sort, move(c)) {
		t.Error("an opened lock holds")
	}
	r.meet()

	ana.do(none, workshop.Lock(board, true))
	r.meet()
	for _, op := range []workshop.Op{move(d), workshop.AddCluster(board, "four", "d"), workshop.Delete(n), workshop.Connect(board, n, d, "", "")} {
		if !refusedBy(ben, sort, op) {
			t.Error("a locked board is changed by a participant")
		}
	}
	if refusedBy(ben, sort, workshop.Reply(n, "what a pity")) {
		t.Error("a locked board takes no comments")
	}
	r.meet()
}

func TestAParticipantDoesNotTakeBackWorkUnderALock(t *testing.T) {
	r, ana, ben, _, board, notes := threesome(t)
	n := ben.do(notes, workshop.AddNote(board, "of ben", "", "a"))
	r.meet()
	ana.do(none, workshop.Lock(board, true))
	r.meet()
	if !refusedBy(ben, none, workshop.Withdraw(n.Change)) {
		t.Error("a note of a locked board is taken back")
	}
	ana.do(none, workshop.Lock(board, false))
	r.meet()
	ana.do(none, workshop.Lock(n, true))
	r.meet()
	if !refusedBy(ben, none, workshop.Withdraw(n.Change)) {
		t.Error("a locked note is taken back")
	}
	ana.do(none, workshop.Lock(n, false))
	r.meet()
	if refusedBy(ben, none, workshop.Withdraw(n.Change)) {
		t.Error("a note of an opened board is not taken back")
	}
	r.meet()
}

func TestALockIsOpenedNotTakenBack(t *testing.T) {
	r, ana, _, _, board, _ := threesome(t)
	applied, err := ana.s.Do(ana.w, none, 1, workshop.Lock(board, true))
	if err != nil {
		t.Fatal(err)
	}
	if !refusedBy(ana, none, workshop.Withdraw(applied[len(applied)-1].Change.ID)) {
		t.Error("a lock is withdrawn, and would hold and not show")
	}
	r.meet()
}

func TestWhatHangsOnANoteShowsWhileTheNoteDoes(t *testing.T) {
	r, ana, ben, _, board, notes := threesome(t)
	a := ben.do(notes, workshop.AddNote(board, "a", "", "a"))
	b := ana.do(notes, workshop.AddNote(board, "b", "", "b"))
	r.meet()
	ana.do(none, workshop.Connect(board, a, b, "leads to", "+"))
	ben.do(none, workshop.Reply(b, "yes"))
	ben.do(none, workshop.Tag(b, ben.me, "keep"))
	ben.do(none, workshop.React(b, ben.me, "heart"))
	r.meet()
	v := ana.s.View()
	if len(v.Connectors) != 1 || len(v.Comments) != 1 || len(v.Marks) != 2 || v.Comments[0].Author != ben.me {
		t.Fatalf("%d arrows, %d comments, %d marks", len(v.Connectors), len(v.Comments), len(v.Marks))
	}
	ben.do(none, workshop.Tag(b, ben.me, ""))
	r.meet()
	if v = ana.s.View(); len(v.Marks) != 1 {
		t.Error("a mark that was taken away still shows")
	}
	ana.do(none, workshop.Delete(b))
	r.meet()
	if v = ana.s.View(); len(v.Connectors)+len(v.Comments)+len(v.Marks) != 0 {
		t.Error("what hung on a note shows without it")
	}
}
