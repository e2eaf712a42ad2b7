package app

import (
	"strings"
	"testing"
	"time"

	"convene/workshop"
)

func TestRefusalsSayWhoHasTheFloorAndWhatToDo(t *testing.T) {
	tb := newTable(t, "amina", "+ben", "chen")
	activity := tb.activity(ActivityRound, nil)
	_, err := tb.desk("ben").OpenRun(activity)
	refused(t, err, "floor-taken")
	_, err = tb.desk("chen").NextRun()
	refused(t, err, "facilitators-only")
	refused(t, tb.desk("chen").TakeFloor(), "facilitators-only")
	tb.leaves("amina")
	_, err = tb.desk("ben").OpenRun(activity)
	refused(t, err, "floor-away")
	tb.must(tb.desk("ben").TakeFloor())
	p, err := tb.desk("ben").OpenRun(activity)
	tb.must(err)
	tb.finish(p)
	tb.returns("amina")
	tb.equal()
	refused(t, tb.desk("amina").PauseRun(), "floor-taken")
	tb.must(tb.desk("ben").PauseRun())
	tb.must(tb.desk("ben").ExtendRun(60))
	tb.must(tb.desk("ben").ResumeRun())
	tb.closeRun("amina") // closing needs no floor
}

func TestWhoMayNotWriteHearsWhy(t *testing.T) {
	tb := newTable(t, "amina", "ben")
	ben := tb.desk("ben")
	refused(t, ben.EditPlan(PlanEdit{}), "facilitators-only")
	_, err := ben.AddNote(NewNote{Text: "too early"})
	refused(t, err, "notes-closed")
	_, err = ben.AddNote(NewNote{Text: "  \n"})
	refused(t, err, "text-empty")
	refused(t, ben.GiveResponse(Answer{Text: "me"}), "round-closed")
	_, err = ben.AddAction(NewAction{What: "something"})
	refused(t, err, "actions-closed")
	refused(t, ben.Undo(), "undo-nothing")
	_, err = tb.desk("amina").CloseRun()
	refused(t, err, "nothing-open")
	_, err = tb.desk("amina").OpenRun(tb.activity(ActivityCluster, nil))
	tb.must(err) // it begins; that there is nothing to sort is said at its end
	p, err := tb.desk("amina").OpenRun(tb.activity(ActivityVote, nil))
	tb.must(err)
	refused(t, p.Err(), "nothing-to-vote")

	tb.must(tb.desk("amina").GrantPerson(ben.Me().String(), "observer"))
	tb.meet()
	_, err = ben.AddParked("I only watch")
	refused(t, err, "observer")
	tb.must(tb.desk("amina").RemovePerson(ben.Me().String()))
	tb.meet()
	_, err = ben.AddParked("I was removed")
	refused(t, err, "removed")
	if _, err := tb.desk("amina").Admit(ben.Me(), workshop.RoleParticipant); err == nil {
		t.Error("a link lets somebody in again who was removed")
	}
	refused(t, tb.desk("amina").RemovePerson("nobody"), "person-unknown")
}

func TestAClosedSessionCanBeReopened(t *testing.T) {
	tb := newTable(t, "amina", "ben")
	if words := tb.desk("amina").scene().Words; words != "" {
		t.Errorf("words to compare before there is a record: %q", words)
	}
	p, err := tb.desk("amina").FinishSession()
	tb.must(err)
	tb.finish(p)
	_, err = tb.desk("ben").AddParked("late")
	refused(t, err, "session-finished")
	words := tb.desk("amina").scene().Words
	if report := RecordWhole(tb.desk("amina").View(), RecordWish{Profile: "names"}); len(strings.Fields(words)) != 6 || !strings.Contains(string(report), words) {
		t.Errorf("the wall says %q, the report says something else", words)
	}
	refused(t, tb.desk("ben").ReopenSession(), "facilitators-only")
	tb.must(tb.desk("amina").ReopenSession())
	tb.meet()
	_, err = tb.desk("ben").AddParked("in time again")
	tb.must(err)
	tb.equal()
}

func TestUndoTakesBackOnlyOwnWorkAndRedoBringsItBack(t *testing.T) {
	tb := newTable(t, "amina", "ben")
	tb.open(tb.activity(ActivityBrainstorm, Settings{"visibility": "public"}))
	amina, ben := tb.desk("amina"), tb.desk("ben")
	_, err := ben.AddNote(NewNote{Text: "of ben"})
	tb.must(err)
	id, err := amina.AddNote(NewNote{Text: "of amina"})
	tb.must(err)
	tb.must(amina.EditNote(id, "of amina, better"))
	tb.meet()
	texts := func() (out []string) {
		for _, n := range ben.View().Notes {
			out = append(out, n.Text)
		}
		return out
	}
	expect := func(what string, n int, last string) {
		t.Helper()
		tb.meet()
		got := texts()
		if len(got) != n || got[n-1] != last {
			t.Fatalf("%s: %q", what, got)
		}
	}
	tb.must(amina.Undo())
	expect("the edit is taken back", 2, "of amina")
	tb.must(amina.Undo())
	expect("the note is taken back", 1, "of ben")
	tb.must(amina.Redo())
	expect("the note is back", 2, "of amina")
	tb.must(amina.Redo())
	expect("the edit is back", 2, "of amina, better")
	refused(t, amina.Redo(), "redo-nothing")
	tb.must(amina.Undo())
	tb.must(amina.Undo())
	tb.must(amina.Undo()) // the activity on the agenda
	refused(t, amina.Undo(), "undo-nothing")
	expect("ben's note stays", 1, "of ben")
}

func TestTypingAgainstAnOlderTextKeepsBothPeoplesWords(t *testing.T) {
	tb := newTable(t, "amina", "ben")
	tb.open(tb.activity(ActivityBrainstorm, Settings{"visibility": "public"}))
	tb.closeRun("amina")
	amina := tb.desk("amina")
	id, err := amina.AddNote(NewNote{Text: "Wells need care", Activity: amina.View().Activities[0].ID.String()})
	tb.must(err)
	tb.meet()
	note, err := workshop.ParseRecordID(id)
	tb.must(err)
	base := amina.revisions()[note]
	rev, err := amina.SpliceText(TextEdit{Record: id, Base: base, Splices: []Splice{{At: 0, Del: 0, Ins: "Our "}}})
	tb.must(err)
	_, err = amina.SpliceText(TextEdit{Record: id, Base: base, Splices: []Splice{{At: 15, Del: 0, Ins: " é🙂"}, {At: 15, Del: 1, Ins: ", "}}})
	tb.must(err)
	if text, _ := amina.Session().TextOf(note); text != "Our Wells need care, é🙂" {
		t.Errorf("text: %q", text)
	}
	if rev != base+1 || amina.revisions()[note] != base+2 {
		t.Errorf("revisions %d, %d after %d", rev, amina.revisions()[note], base)
	}
	_, err = amina.SpliceText(TextEdit{Record: id, Base: 99, Splices: []Splice{{Ins: "x"}}})
	refused(t, err, "text-old")
	_, err = amina.SpliceText(TextEdit{Record: id, Base: base, Splices: []Splice{{At: 99, Ins: "x"}}})
	refused(t, err, "text-splice")
}

func TestSortingKeepsTheOrderPeopleGive(t *testing.T) {
	tb := newTable(t, "amina", "ben")
	tb.open(tb.activity(ActivityBrainstorm, Settings{"visibility": "public"}))
	var ids []string
	for _, text := range []string{"a", "b", "c", "d"} {
		id, err := tb.desk("ben").AddNote(NewNote{Text: text})
		tb.must(err)
		ids = append(ids, id)
	}
	tb.meet()
	tb.open(tb.activity(ActivityCluster, nil))
	ben := tb.desk("ben")
	cluster, err := ben.AddCluster("Together", []string{ids[0], ids[1]})
	tb.must(err)
	tb.must(ben.MoveNote(NoteMove{Note: ids[3], Cluster: cluster, After: ids[0]}))
	tb.must(ben.MoveNote(NoteMove{Note: ids[2], Cluster: cluster}))
	order := ""
	for _, n := range ben.View().Notes {
		if n.Cluster.String() == cluster {
			order += n.Text
		}
	}
	if order != "cadb" {
		t.Errorf("order in the cluster: %q", order)
	}
	tb.must(ben.MoveNote(NoteMove{Note: ids[0], Cluster: ""}))
	tb.must(ben.EditCluster(cluster, "What belongs together"))
	tb.equal()
	if c := tb.desk("amina").View().Clusters; len(c) != 1 || c[0].Name != "What belongs together" {
		t.Errorf("clusters: %+v", c)
	}
	tb.must(ben.RemoveCluster(cluster))
	for _, n := range ben.View().Notes {
		if !n.Cluster.Zero() {
			t.Errorf("%q is still in a cluster", n.Text)
		}
	}
	refused(t, ben.MoveNote(NoteMove{Note: ids[0], Cluster: cluster}), "gone")
}

func TestTheAgendaIsEditedAndMoved(t *testing.T) {
	tb := newTable(t, "amina")
	amina := tb.desk("amina")
	var ids []string
	for range 3 {
		ids = append(ids, tb.activity(ActivityRound, Settings{"secret": true}))
	}
	tb.must(amina.MoveActivity(ids[2], ""))
	tb.must(amina.MoveActivity(ids[0], ids[1]))
	front := ""
	id, err := amina.AddActivity(NewActivity{Kind: ActivityBrief, Title: "First", After: &front})
	tb.must(err)
	var got []string
	for _, a := range amina.View().Activities {
		got = append(got, a.ID.String())
	}
	want := []string{id, ids[2], ids[1], ids[0]}
	for i := range want {
		if got[i] != want[i] {
			t.Fatalf("agenda %v, want %v", got, want)
		}
	}
	title, minutes := "Other", 12
	tb.must(amina.EditActivity(ids[0], ActivityEdit{Title: &title, Minutes: &minutes, Settings: Settings{"order": "circle"}}))
	a := amina.View().Activities[3]
	if a.Title != "Other" || a.Minutes != 12 || !a.Settings.On("secret", false) || a.Settings.Str("order", "") != "circle" {
		t.Errorf("after the edit: %+v", a)
	}
	tb.must(amina.RemoveActivity(ids[1]))
	tb.open(ids[0])
	refused(t, amina.RemoveActivity(ids[0]), "activity-open")
	outcome, err := amina.AddOutcome("One")
	tb.must(err)
	tb.must(amina.EditOutcome(outcome, "One thing"))
	if o := amina.View().Outcomes; len(o) != 1 || o[0].Text != "One thing" {
		t.Errorf("outcomes: %+v", o)
	}
	tb.must(amina.RemoveOutcome(outcome))
	place, day := "Village hall", Date("2026-12-04")
	tb.must(amina.EditPlan(PlanEdit{Place: &place, Date: &day}))
	if s := amina.View().Session; s.Place != place || s.Date != string(day) || s.Title != "Clean water pilot" {
		t.Errorf("session: %+v", s)
	}
}

func TestConditionsAreToldAndGoAway(t *testing.T) {
	tb := newTable(t, "amina", "+ben", "chen")
	tb.open(tb.activity(ActivityRound, nil))
	codes := func(name string) (out []string) {
		for _, h := range tb.desk(name).health {
			out = append(out, h.Code)
		}
		return out
	}
	expect := func(what, name string, want ...string) {
		t.Helper()
		got := codes(name)
		if len(got) != len(want) || (len(want) == 1 && got[0] != want[0]) {
			t.Errorf("%s: %s is told %v, want %v", what, name, got, want)
		}
	}
	expect("all are here", "chen")
	tb.leaves("amina")
	tb.pass(5 * time.Second)
	expect("the floor holder left 5 s ago", "ben")
	tb.pass(6 * time.Second)
	expect("the floor holder left 11 s ago", "ben", "floor-away")
	expect("and sits alone", "amina", "alone")
	tb.must(tb.desk("amina").RenameMe("Amina B."))
	if s := tb.desk("amina").sharingRecord(); s.Waiting != 1 || !s.Alone {
		t.Errorf("sharing while alone: %+v", s)
	}
	tb.returns("amina")
	tb.pass(time.Second)
	expect("all are here again", "ben")
	tb.desk("ben").foreign = 1
	tb.pass(time.Second)
	expect("a laptop answers with another version", "ben", "other-version")
	tb.desk("ben").foreign = 0
	tb.pass(time.Second)
	expect("it was brought to the same", "ben")
	if s := tb.desk("amina").sharingRecord(); s.Waiting != 0 || s.Alone || s.Connected != 2 {
		t.Errorf("sharing when together: %+v", s)
	}
}

func TestPresenceFromStrangersIsPassedOver(t *testing.T) {
	tb := newTable(t, "amina", "ben")
	amina := tb.desk("amina")
	before := len(amina.states)
	amina.Presence(workshop.Person{1}, amina.keep.presence)
	amina.Presence(tb.desk("ben").Me(), []byte{0xff, 0x00})
	amina.Presence(tb.desk("ben").Me(), make([]byte, mostPresence+1))
	if len(amina.states) != before {
		t.Errorf("%d states, want %d", len(amina.states), before)
	}
}

func FuzzReadPresence(f *testing.F) {
	f.Add([]byte{0xa1, 1, 1})
	f.Add([]byte{0xa2, 1, 1, 2, 0x81, 0x82, 0x60, 3})
	f.Fuzz(func(t *testing.T, b []byte) {
		p, _, ok := readPresence(b)
		if ok && (len(b) > mostPresence || len(p.drafts) > mostDraftRuns) {
			t.Errorf("took %d bytes, %d runs", len(b), len(p.drafts))
		}
	})
}
