package app

import (
	"bytes"
	"fmt"
	"strings"
	"testing"
	"time"

	"convene/storage"
	"convene/workshop"
)

func TestPrivateNotesStayOnTheirLaptopUntilTheReveal(t *testing.T) {
	tb := newTable(t, "amina", "ben", "chen")
	run := tb.open(tb.activity(ActivityBrainstorm, Settings{"authorship": "hidden"}))
	for i := range 3 {
		_, err := tb.desk("ben").AddNote(NewNote{Text: fmt.Sprintf("secret of ben %d", i)})
		tb.must(err)
	}
	_, err := tb.desk("chen").AddNote(NewNote{Text: "secret of chen"})
	tb.must(err)
	tb.meet()
	for _, d := range tb.desks {
		if len(d.View().Notes) != 0 {
			t.Errorf("%s sees notes before the reveal", d.name)
		}
	}
	for _, c := range append(tb.desk("ben").keep.sent, tb.desk("ben").keep.presence) {
		if bytes.Contains(c, []byte("secret")) {
			t.Error("words of a private note travelled before the reveal")
		}
	}
	if got := tb.desk("amina").scene().Facedown[run]; got != (tally{Count: 4, Writers: 2}) {
		t.Errorf("face down: %+v", got)
	}
	if got := tb.desk("ben").scene(); len(got.Drafts) != 3 || got.Facedown[run] != (tally{Count: 1, Writers: 1}) {
		t.Errorf("ben sees %d drafts and %+v", len(got.Drafts), got.Facedown[run])
	}
	tb.closeRun("amina")
	notes := tb.desk("amina").View().Notes
	if len(notes) != 4 {
		t.Fatalf("%d notes after the reveal, want 4", len(notes))
	}
	for _, n := range notes {
		if n.Late {
			t.Errorf("%q is marked late although its laptop was here", n.Text)
		}
	}
	if len(tb.desk("ben").drafts) != 0 || len(tb.desk("ben").keep.private) != 0 {
		t.Error("drafts stay after they were turned over")
	}
	tb.equal()
}

func TestWhoWasAwayTurnsNotesOverOnReturnMarkedLate(t *testing.T) {
	tb := newTable(t, "amina", "ben")
	tb.open(tb.activity(ActivityBrainstorm, nil))
	_, err := tb.desk("ben").AddNote(NewNote{Text: "from the train"})
	tb.must(err)
	tb.leaves("ben")
	p, err := tb.desk("amina").CloseRun()
	tb.must(err)
	tb.finish(p) // nobody here has anything to turn over
	tb.pass(time.Minute)
	tb.returns("ben")
	notes := tb.desk("amina").View().Notes
	if len(notes) != 1 || !notes[0].Late || notes[0].Text != "from the train" {
		t.Fatalf("notes after the return: %+v", notes)
	}
	tb.equal()
}

func TestDraftsAreEditedRemovedAndOutliveACrash(t *testing.T) {
	tb := newTable(t, "amina", "ben")
	tb.open(tb.activity(ActivityBrainstorm, nil))
	ben := tb.desk("ben")
	one, err := ben.AddNote(NewNote{Text: "one"})
	tb.must(err)
	two, err := ben.AddNote(NewNote{Text: "two", Color: "blue"})
	tb.must(err)
	tb.must(ben.EditNote(one, "one and a half"))
	tb.must(ben.RemoveNote(two))
	ben.start()
	if d := ben.scene().Drafts; len(d) != 1 || d[0].Text != "one and a half" || d[0].ID != one {
		t.Fatalf("after the crash: %+v", d)
	}
	rev, err := ben.SpliceText(TextEdit{Record: one, Field: "text", Base: 1, Splices: []Splice{{At: 0, Del: 3, Ins: "Öne"}}})
	tb.must(err)
	if d := ben.scene().Drafts[0]; d.Text != "Öne and a half" || d.Rev != rev {
		t.Errorf("after typing: %+v, revision %d", d, rev)
	}
	tb.must(ben.Undo())
	if d := ben.scene().Drafts[0]; d.Text != "one and a half" {
		t.Errorf("after undo: %q", d.Text)
	}
	tb.closeRun("amina")
	refused(t, ben.EditNote(one, "too late"), "gone")
	if n := tb.desk("amina").View().Notes; len(n) != 1 || n[0].Text != "one and a half" {
		t.Errorf("notes: %+v", n)
	}
}

func TestACrashBetweenPublishingAndForgettingMakesNoSecondNote(t *testing.T) {
	tb := newTable(t, "amina", "ben")
	tb.open(tb.activity(ActivityBrainstorm, nil))
	ben := tb.desk("ben")
	_, err := ben.AddNote(NewNote{Text: "once"})
	tb.must(err)
	drafts := map[string][]byte{}
	for k, v := range ben.keep.private {
		drafts[k] = v
	}
	tb.closeRun("amina")
	ben.keep.private = drafts // as if the power had gone before they were forgotten
	ben.start()
	tb.equal()
	if n := ben.View().Notes; len(n) != 1 {
		t.Errorf("%d notes, want 1", len(n))
	}
	if len(ben.keep.private) != 0 {
		t.Error("the draft is still there")
	}
}

func TestManyLongDraftsFitTheirChanges(t *testing.T) {
	tb := newTable(t, "amina", "ben")
	tb.open(tb.activity(ActivityBrainstorm, nil))
	for i := range 60 {
		_, err := tb.desk("ben").AddNote(NewNote{Text: fmt.Sprint(i) + strings.Repeat("ñ", 2000)})
		tb.must(err)
	}
	tb.meet()
	tb.closeRun("amina")
	if n := len(tb.desk("amina").View().Notes); n != 60 {
		t.Errorf("%d notes, want 60", n)
	}
}

func TestAWordThatCannotBeKeptDidNotHappen(t *testing.T) {
	tb := newTable(t, "amina", "ben")
	tb.open(tb.activity(ActivityBrainstorm, Settings{"visibility": "public"}))
	ben := tb.desk("ben")
	_, err := ben.AddNote(NewNote{Text: "kept"})
	tb.must(err)
	ben.keep.fail = fmt.Errorf("remember: %w", storage.ErrNoSpace)
	sent := len(ben.keep.sent)
	_, err = ben.AddNote(NewNote{Text: "lost"})
	refused(t, err, "disk-full")
	if n := ben.View().Notes; len(n) != 1 || n[0].Text != "kept" {
		t.Errorf("notes on the screen: %+v", n)
	}
	if len(ben.keep.sent) != sent {
		t.Error("it was told before it was remembered")
	}
	if ben.readOnly() == "" {
		t.Error("the window does not say that nothing can be kept")
	}
	ben.keep.fail = nil
	_, err = ben.AddNote(NewNote{Text: "again"})
	tb.must(err)
	if ben.readOnly() != "" {
		t.Error("the trouble is over, and still told")
	}
	tb.equal()
	if n := tb.desk("amina").View().Notes; len(n) != 2 {
		t.Errorf("%d notes, want 2", len(n))
	}
}

func TestReceivingHoldsBackWhatLacksItsPast(t *testing.T) {
	tb := newTable(t, "amina", "ben")
	tb.open(tb.activity(ActivityBrainstorm, Settings{"visibility": "public"}))
	amina, ben := tb.desk("amina"), tb.desk("ben")
	before := len(amina.keep.sent)
	for i := range 5 {
		_, err := amina.AddNote(NewNote{Text: fmt.Sprint("note ", i)})
		tb.must(err)
	}
	sent := amina.keep.sent[before:]
	kept := ben.keep.writes
	for i := len(sent) - 1; i > 0; i-- {
		tb.must(ben.Receive([][]byte{sent[i]}))
	}
	if ben.Waiting() != 4 || ben.keep.writes != kept {
		t.Errorf("%d wait and %d were kept", ben.Waiting(), ben.keep.writes-kept)
	}
	tb.must(ben.Receive([][]byte{sent[0]}))
	if ben.Waiting() != 0 || len(ben.View().Notes) != 5 {
		t.Errorf("%d wait, %d notes", ben.Waiting(), len(ben.View().Notes))
	}
	forged := bytes.Clone(sent[0])
	forged[len(forged)-1] ^= 1
	if err := ben.Receive([][]byte{forged}); err == nil {
		t.Error("a forged change was taken without a word")
	}
	var invalid *workshop.InvalidError
	if err := ben.Receive([][]byte{[]byte("noise")}); err == nil || !asError(err, &invalid) {
		t.Errorf("noise: %v", err)
	}
}
