package app

import (
	"bytes"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"convene/workshop"
	"convene/workshop/templates"
)

// The tests of this file are the musts of the mission that are about how a workshop runs. Each is named after its must.

// markdown is the record as one laptop writes it.
func (d *desk) markdown(profile Profile) string {
	for _, f := range recordFiles(d.View(), RecordWish{Profile: profile}) {
		if f.Name == "report.md" {
			return string(f.Data)
		}
	}
	d.table.t.Fatal("the record has no report")
	return ""
}

// tells expects words in the record of a desk.
func (d *desk) tells(words ...string) {
	d.table.t.Helper()
	report := d.markdown("names")
	for _, w := range words {
		if !strings.Contains(report, w) {
			d.table.t.Errorf("the record of %s does not say %q:\n%s", d.name, w, report)
		}
	}
}

func TestP11TheCharterIsRatifiedByConsent(t *testing.T) {
	tb := newTable(t, "amina", "ben", "chen")
	amina, ben, chen := tb.desk("amina"), tb.desk("ben"), tb.desk("chen")
	tb.must(amina.WriteCharter(CharterEdit{Values: said("We listen"), Rule: said("Consent"), Use: said("Goes to the council")}))
	vote := func(of int, reason string) {
		t.Helper()
		run := tb.open(tb.activity(ActivityVote, Settings{"method": "consent", "options": "charter", "purpose": "decide"}))
		option := amina.View().Run(run).Options[0].ID.String()
		tb.must(amina.CastBallot([]Choice{{Option: option, Value: workshop.ConsentYes}}))
		tb.must(ben.CastBallot([]Choice{{Option: option, Value: workshop.ConsentYes}}))
		tb.must(chen.HandIn(NewBallot{Choices: []Choice{{Option: option, Value: of}}, Text: reason}))
		tb.meet()
		tb.closeRun("amina")
	}
	vote(workshop.ConsentObject, "The council never answers")
	for _, d := range tb.desks {
		shown := false
		for _, r := range d.Records() {
			o, is := r.(ObjectionRecord)
			shown = shown || is && o.Text == "The council never answers" && o.Resolved == ""
		}
		if c := d.View().Charter; c.State != workshop.CharterObjection || !shown {
			t.Errorf("%s sees the charter as %q, the objection: %v", d.name, c.State, shown)
		}
	}
	tb.must(amina.WriteCharter(CharterEdit{Use: said("Goes to the board within a week")}))
	_, err := amina.AnswerObjection(ben.View().Objections[0].ID.String(), "It goes to the board, within a week")
	tb.must(err)
	tb.meet()
	vote(workshop.ConsentYes, "")
	for _, d := range tb.desks {
		if c := d.View().Charter; c.State != workshop.CharterRatified || c.Ratified != 2 || c.Consents != 3 {
			t.Errorf("%s sees %+v, want version 2 ratified by 3", d.name, c)
		}
		d.tells("ersion 2", "3 consent", "2026-11-23", "The council never answers", "It goes to the board, within a week")
	}
}

func TestP12TheFloorGoesOnWhenAFacilitatorsLaptopDies(t *testing.T) {
	tb := newTable(t, "amina", "+ben", "chen")
	amina, ben, chen := tb.desk("amina"), tb.desk("ben"), tb.desk("chen")
	tb.skew()
	run := tb.open(tb.activity(ActivityBrainstorm, Settings{"visibility": "public"}))
	for i, d := range tb.desks {
		_, err := d.AddNote(NewNote{Text: fmt.Sprintf("idea %d", i)})
		tb.must(err)
	}
	tb.meet()
	tb.leaves("amina") // the power is gone
	tb.pass(9 * time.Second)
	tb.must(ben.TakeFloor())
	tb.meet()
	tb.onTime(run, 9*time.Second)
	tb.must(ben.PauseRun())
	tb.pass(time.Minute)
	tb.must(ben.ResumeRun())
	tb.must(ben.ExtendRun(120))
	_, err := chen.AddNote(NewNote{Text: "after the death"})
	tb.must(err)
	tb.meet()
	tb.closeRun("ben")
	if r := chen.View().Run(run); r.State != workshop.RunClosed || r.Extended != 120 {
		t.Errorf("chen sees the run %v, extended by %d s", r.State, r.Extended)
	}
	amina.start()
	tb.returns("amina")
	for _, d := range tb.desks {
		v := d.View()
		if v.Session.Floor != ben.Me() || len(v.Notes) != 4 || len(v.SetAside) != 0 {
			t.Errorf("%s: %d notes, %d set aside, the floor is with %s", d.name, len(v.Notes), len(v.SetAside), d.name)
		}
	}
	tb.onTime(run, 9*time.Second)
	tb.equal()
}

func TestP31EverybodyHasTheSameRecord(t *testing.T) {
	tb := newTable(t, "amina", "ben", "chen")
	tb.open(tb.activity(ActivityBrainstorm, Settings{"authorship": "hidden"}))
	for _, d := range tb.desks {
		_, err := d.AddNote(NewNote{Text: "from " + d.name})
		tb.must(err)
	}
	tb.closeRun("amina")
	tb.meet()
	for _, profile := range []Profile{"names", "initials", "none"} {
		want := RecordWhole(tb.desks[0].View(), RecordWish{Profile: profile})
		for _, d := range tb.desks[1:] {
			if got := RecordWhole(d.View(), RecordWish{Profile: profile}); !bytes.Equal(got, want) {
				t.Errorf("%s writes another record with %q than amina", d.name, profile)
			}
		}
	}
}

func TestP41PrivateNotesStayOnTheirLaptop(t *testing.T) {
	for _, named := range []Settings{nil, {"authorship": "hidden"}} {
		tb := newTable(t, "amina", "ben", "chen")
		tb.open(tb.activity(ActivityBrainstorm, named))
		ben := tb.desk("ben")
		ids := make([]string, 3)
		for i := range ids {
			var err error
			ids[i], err = ben.AddNote(NewNote{Text: fmt.Sprintf("unripe %d", i)})
			tb.must(err)
		}
		tb.must(ben.EditNote(ids[0], "unripe, on second thoughts"))
		tb.must(ben.RemoveNote(ids[1])) // withheld
		tb.meet()
		for _, d := range tb.desks {
			for _, b := range append(slices.Clone(d.keep.changes), append(d.keep.sent, d.keep.presence)...) {
				if bytes.Contains(b, []byte("unripe")) {
					t.Fatalf("%s holds or sent words of a private note", d.name)
				}
			}
		}
		tb.closeRun("amina")
		for _, d := range tb.desks {
			var texts []string
			for _, n := range d.View().Notes {
				texts = append(texts, n.Text)
			}
			slices.Sort(texts)
			if !slices.Equal(texts, []string{"unripe 2", "unripe, on second thoughts"}) {
				t.Errorf("%s sees %q after the reveal", d.name, texts)
			}
		}
		tb.equal()
	}
}

func TestP42VotesAreSealedSimultaneousAndEqual(t *testing.T) {
	for _, secret := range []bool{false, true} {
		tb := newTable(t, "amina", "ben", "chen", "dora", "emil")
		run, options := voting(tb, secret)
		for i, d := range tb.desks[:4] {
			tb.must(d.CastBallot(dots(options[i%2], 2)))
		}
		tb.must(tb.desk("ben").CastBallot(dots(options[2], 1))) // changed his mind
		tb.must(tb.desk("emil").CastBallot(nil))                // abstains
		tb.meet()
		for _, d := range tb.desks {
			if res := d.Session().Result(run); res.HandedIn != 5 || res.Counted != 0 || len(res.Rows) != 0 || len(res.Opened) != 0 {
				t.Fatalf("secret %v: %s sees %+v while people vote", secret, d.name, res)
			}
			for _, r := range d.Records() {
				if res, is := r.(ResultRecord); is {
					t.Fatalf("secret %v: %s is shown the result %+v while people vote", secret, d.name, res)
				}
			}
		}
		tb.closeRun("amina")
		for _, d := range tb.desks {
			res := resultOf(t, d, run)
			sums := map[string]int{}
			for _, row := range res.Rows {
				sums[row.Option.String()] = row.Sum
			}
			if res.Counted != 5 || res.Abstained != 1 || sums[options[0]] != 4 || sums[options[1]] != 2 || sums[options[2]] != 1 {
				t.Errorf("secret %v: %s counts %+v", secret, d.name, res)
			}
		}
		refused(t, tb.desk("ben").CastBallot(dots(options[0], 2)), "vote-none")
		tb.equal()
	}
}

func TestP43ASeatWithoutADevice(t *testing.T) {
	tb := newTable(t, "amina", "ben")
	amina := tb.desk("amina")
	names := []string{"Rosa", "Old Tom", "Kofi"}
	seats := make([]string, len(names))
	for i, name := range names {
		var err error
		seats[i], err = amina.AddSeat(name)
		tb.must(err)
	}
	tb.open(tb.activity(ActivityBrainstorm, Settings{"visibility": "public"}))
	for i, seat := range seats {
		_, err := amina.AddNote(NewNote{Text: "a note of " + names[i], Seat: seat})
		tb.must(err)
	}
	tb.meet()
	run := tb.open(tb.activity(ActivityVote, Settings{"options": "notes", "dots": 2.0, "secret": false}))
	options := amina.View().Run(run).Options
	for i, seat := range seats {
		tb.must(amina.HandIn(NewBallot{Choices: dots(options[i].ID.String(), 2), Seat: seat}))
		refused(t, amina.HandIn(NewBallot{Choices: append(dots(options[0].ID.String(), 2), dots(options[1].ID.String(), 1)...), Seat: seat}), "vote-rules")
		tb.must(amina.HandIn(NewBallot{Choices: dots(options[i].ID.String(), 2), Seat: seat})) // the same again replaces, and adds nothing
	}
	tb.must(amina.CastBallot(dots(options[0].ID.String(), 2)))
	tb.meet()
	tb.closeRun("amina")
	res := resultOf(t, tb.desk("ben"), run)
	sum := 0
	for _, row := range res.Rows {
		sum += row.Sum
	}
	if res.Eligible != 5 || res.Counted != 4 || sum != 8 {
		t.Errorf("%d may vote, %d counted, %d dots in all; want 5, 4 and 8", res.Eligible, res.Counted, sum)
	}
	tb.desk("ben").tells("a note of Rosa (Rosa)", "a note of Old Tom (Old Tom)", "a note of Kofi (Kofi)", "entered by amina")
}

func TestP44WhoSeesWhatIsSaidInEveryState(t *testing.T) {
	tb := newTable(t, "amina", "ben", "chen", "dora")
	ben := tb.desk("ben")
	panel := func(run workshop.RecordID) string {
		t.Helper()
		for _, r := range ben.Records() {
			if x, is := r.(RunRecord); is && x.ID == run.String() {
				if x.WhoSees == "" {
					t.Errorf("nothing is said of a %s that is %s", x.ActivityKind, x.State)
				}
				return x.WhoSees
			}
		}
		t.Fatal("the run is not shown")
		return ""
	}
	said := map[string]string{}
	for _, set := range []Settings{
		{"visibility": "private-until-reveal"},
		{"visibility": "public"},
		{"visibility": "private-until-reveal", "authorship": "hidden"},
		{"visibility": "public", "authorship": "hidden"},
	} {
		run := tb.open(tb.activity(ActivityBrainstorm, set))
		words, what := panel(run), fmt.Sprint(set)
		if before, twice := said[words]; twice {
			t.Errorf("%s and %s are told in the same words: %s", before, what, words)
		}
		said[words] = what
		_, err := ben.AddNote(NewNote{Text: "a note to sort"})
		tb.must(err)
		tb.meet()
		tb.closeRun("amina")
		if after := panel(run); set["visibility"] == "private-until-reveal" && after == words {
			t.Errorf("%s: the words do not change with the reveal", what)
		}
	}
	for _, kind := range []ActivityKind{ActivityBrief, ActivityRound, ActivityCluster, ActivityCanvas, ActivityDiscuss, ActivityBreakout, ActivityCommit} {
		run := tb.open(tb.activity(kind, nil))
		panel(run)
		tb.closeRun("amina")
		panel(run)
	}
	// The right to pass, and a point that only an answer removes.
	tb.open(tb.activity(ActivityRound, nil))
	tb.must(ben.GiveResponse(Answer{Pass: true}))
	point, err := ben.RaisePoint("We talk past each other")
	tb.must(err)
	tb.meet()
	id, err := workshop.ParseRecordID(point)
	tb.must(err)
	if _, err := tb.desk("amina").policy(workshop.Delete(id)); err == nil {
		t.Error("a facilitator took a process point away without an answer")
	}
	tb.must(tb.desk("amina").AnswerPoint(point, "A break first"))
}

func TestP51EveryoneCanConvene(t *testing.T) {
	all := templates.All()
	if all[0].ID != "quick-cocreation" {
		t.Fatalf("the first template is %s", all[0].ID)
	}
	for _, x := range all {
		for _, a := range x.Activities {
			if s := a.Script(); len(s.Say) == 0 || len(s.Watch) == 0 || len(s.Stuck) == 0 {
				t.Errorf("%s, %q: what to say, watch for and do when stuck is missing", x.ID, a.Title)
			}
		}
	}
	// Who never led a workshop presses one button: next.
	tb := newTable(t, "amina", "ben", "chen")
	amina := tb.desk("amina")
	tb.must(amina.AddPlans(templates.Plan(all[0])))
	tb.meet()
	for step := range all[0].Activities {
		p, err := amina.NextRun()
		tb.must(err)
		tb.meet()
		tb.finish(p)
		run := tb.desk("chen").View().OpenRun()
		if run == nil {
			t.Fatalf("nothing is open at step %d", step+1)
		}
		for i, d := range tb.desks {
			switch run.Kind {
			case workshop.ActivityBrainstorm:
				_, err = d.AddNote(NewNote{Text: fmt.Sprint("idea ", i)})
			case workshop.ActivityRound:
				err = d.GiveResponse(Answer{Text: "a step"})
			case workshop.ActivityCommit:
				_, err = d.AddAction(NewAction{What: fmt.Sprint("thing ", i), Owner: d.Me().String(), Due: "2026-12-04"})
			}
			tb.must(err)
		}
		tb.meet()
	}
	p, err := amina.FinishSession()
	tb.must(err)
	tb.meet()
	tb.finish(p)
	tb.desk("ben").tells("idea 2", "thing 1")
}

func TestP61CreditSurvivesMergingAndRewording(t *testing.T) {
	for _, authorship := range []string{"named", "hidden"} {
		tb := newTable(t, "amina", "Adam", "Bea", "Cem")
		activity := tb.activity(ActivityBrainstorm, Settings{"visibility": "public", "authorship": authorship})
		tb.open(activity)
		a, err := tb.desk("Adam").AddNote(NewNote{Text: "Fence the spring"})
		tb.must(err)
		b, err := tb.desk("Bea").AddNote(NewNote{Text: "A fence for the spring"})
		tb.must(err)
		tb.meet()
		refused(t, second(tb.desk("Bea").MergeNotes(NotesMerge{Notes: List[string]{a, b}})), "facilitators-only")
		refused(t, second(tb.desk("amina").MergeNotes(NotesMerge{Notes: List[string]{a}})), "merge-one")
		one, err := tb.desk("amina").MergeNotes(NotesMerge{Notes: List[string]{a, b}})
		tb.must(err)
		tb.must(tb.desk("amina").GrantPerson(tb.desk("Cem").Me().String(), "cofacilitator"))
		tb.closeRun("amina")
		tb.must(tb.desk("Cem").EditNote(one, "Fence the upper spring"))
		tb.meet()
		for _, d := range tb.desks {
			if n := d.View().Notes; len(n) != 1 || n[0].Text != "Fence the upper spring" {
				t.Fatalf("%s: %s sees %+v", authorship, d.name, n)
			}
			report := d.markdown("names")
			if credit := "Fence the upper spring (Adam, Bea; reworded by Cem)"; strings.Contains(report, credit) != (authorship == "named") {
				t.Errorf("%s: the record of %s says:\n%s", authorship, d.name, report)
			}
			for _, r := range d.Records() {
				n, is := r.(NoteRecord)
				if !is {
					continue
				}
				named := n.Author != "" || n.Credits != ""
				if named != (authorship == "named") {
					t.Errorf("%s: %s is shown the note as %+v", authorship, d.name, n)
				}
				if people := len(strings.Fields(n.Credits)); named && people != 3 {
					t.Errorf("%s is told of %d people in %q", d.name, people, n.Credits)
				}
			}
		}
		tb.equal()
	}
}

func second[T any](_ T, err error) error { return err }

func TestP62RulesBeforePlay(t *testing.T) {
	tb := newTable(t, "amina", "ben", "chen")
	amina := tb.desk("amina")
	run, options := voting(tb, false)
	before := amina.View().Run(run).Settings.String()
	var shown RunRecord
	for _, r := range tb.desk("ben").Records() {
		if x, is := r.(RunRecord); is && x.ID == run.String() {
			shown = x
		}
	}
	if shown.Vote == nil || shown.Vote.Method != "dots" || shown.Eligible != 3 {
		t.Errorf("ben is shown the rules %+v", shown.Vote)
	}
	for _, op := range []workshop.Op{
		workshop.Set(run, workshop.FieldSettings, workshop.Text(`{"dots":9}`)),
		workshop.Set(run, workshop.FieldVoters, workshop.List()),
		workshop.Set(run, workshop.FieldOptions, workshop.List()),
	} {
		if _, err := amina.policy(op); err == nil {
			t.Errorf("a facilitator changed field %d of an open ballot", op.Field)
		}
	}
	// Another plan for the activity leaves the ballot that is open as it is.
	tb.must(amina.EditActivity(amina.View().Run(run).Activity.String(), ActivityEdit{Settings: Settings{"dots": 1.0}}))
	tb.meet()
	if now := tb.desk("ben").View().Run(run).Settings.String(); now != before {
		t.Errorf("the open ballot has the rules %s, before %s", now, before)
	}
	for _, d := range tb.desks {
		tb.must(d.CastBallot(dots(options[0], 2)))
	}
	tb.meet()
	tb.closeRun("amina")
	amina.tells("dots", "3 of 3")
}

func TestP71ThePlanMovesWithTheClock(t *testing.T) {
	tb := newTable(t, "amina", "ben")
	amina := tb.desk("amina")
	for range 3 {
		tb.activity(ActivityBrief, nil)
	}
	first := amina.View().Activities[0].ID.String()
	tb.open(first)
	starts := func(d *desk) (list []int64) {
		for _, s := range d.View().Schedule(tb.now.UnixMilli()) {
			list = append(list, s.Start)
		}
		return list
	}
	before := starts(amina)
	tb.must(amina.ExtendRun(5 * 60))
	tb.meet()
	for _, d := range tb.desks {
		after := starts(d)
		if after[0] != before[0] || after[1] != before[1]+5*60_000 || after[2] != before[2]+5*60_000 {
			t.Errorf("%s: the starts %v became %v", d.name, before, after)
		}
	}
	tb.pass(7 * time.Minute)
	tb.closeRun("amina")
	for _, d := range tb.desks {
		if s := d.View().Schedule(tb.now.UnixMilli())[0]; s.RealMs != 7*60_000 || d.View().Activities[0].Minutes != 5 {
			t.Errorf("%s: planned %d minutes, real %d ms", d.name, d.View().Activities[0].Minutes, s.RealMs)
		}
	}
	// Skip, insert and reorder, at everybody's.
	v := amina.View()
	tb.must(amina.SkipActivity(v.Activities[1].ID.String(), true))
	after := v.Activities[2].ID.String()
	tb.must(amina.MoveActivity(v.Activities[1].ID.String(), after))
	added, err := amina.AddActivity(NewActivity{Kind: ActivityRound, Title: "Now", Prompt: "?", Minutes: 2, After: &first})
	tb.must(err)
	tb.meet()
	list := tb.desk("ben").View().Activities
	if len(list) != 4 || list[1].ID.String() != added || list[2].ID.String() != after || !list[3].Skipped {
		t.Errorf("ben sees the agenda %+v", list)
	}
	tb.equal()
}
