package app

import (
	"testing"

	"convene/workshop"
)

func said[T any](v T) *T { return &v }

func TestACharterIsWrittenPutToConsentAndAmended(t *testing.T) {
	tb := newTable(t, "amina", "ben", "chen")
	amina, ben, chen := tb.desk("amina"), tb.desk("ben"), tb.desk("chen")
	tb.must(amina.WriteCharter(CharterEdit{Values: said("We listen"), Rule: said("Consent"), Use: said("Goes to the council")}))
	tb.must(amina.WriteCharter(CharterEdit{Use: said("Goes to the board")}))
	refused(t, ben.WriteCharter(CharterEdit{Rule: said("Mine")}), "facilitators-only")
	tb.meet()
	if c := chen.View().Charter; c.Values != "We listen" || c.Rule != "Consent" || c.Use != "Goes to the board" || c.State != workshop.CharterDraft {
		t.Fatalf("the charter is %+v", c)
	}

	consent := Settings{"method": "consent", "options": "charter", "purpose": "decide"}
	vote := func(of int, reason string) {
		t.Helper()
		run := tb.open(tb.activity(ActivityVote, consent))
		option := amina.View().Run(run).Options[0].ID.String()
		for _, d := range []*desk{amina, ben} {
			tb.must(d.CastBallot([]Choice{{Option: option, Value: workshop.ConsentYes}}))
		}
		tb.must(chen.HandIn(NewBallot{Choices: []Choice{{Option: option, Value: of}}, Text: reason}))
		tb.meet()
		tb.closeRun("amina")
	}
	vote(workshop.ConsentObject, "The council never answers")
	v := ben.View()
	if v.Charter.State != workshop.CharterObjection || len(v.Objections) != 1 {
		t.Fatalf("after an objection: %+v, %+v", v.Charter, v.Objections)
	}
	tb.must(amina.WriteCharter(CharterEdit{Use: said("Goes to the board within a week")}))
	_, err := amina.AnswerObjection(v.Objections[0].ID.String(), "It goes to the board within a week")
	tb.must(err)
	tb.meet()
	vote(workshop.ConsentYes, "")
	if c := ben.View().Charter; c.State != workshop.CharterRatified || c.Version != 2 || c.Ratified != 2 || c.Consents != 3 {
		t.Errorf("after everybody consents: %+v", c)
	}
	if o := ben.View().Objections; len(o) != 1 || o[0].Answer == "" || o[0].Resolved.Zero() {
		t.Errorf("the objection is %+v", o)
	}
	tb.equal()
}

func TestAProcessPointKeepsTheSessionOpenUntilItIsAnswered(t *testing.T) {
	tb := newTable(t, "amina", "ben")
	amina, ben := tb.desk("amina"), tb.desk("ben")
	tb.open(tb.activity(ActivityBrainstorm, Settings{"visibility": "public"}))
	point, err := ben.RaisePoint("We talk past each other")
	tb.must(err)
	tb.meet()
	if p := amina.View().Points; len(p) != 1 || p[0].Text != "We talk past each other" || p[0].Author != ben.Me() || p[0].Answer != "" {
		t.Fatalf("the points are %+v", p)
	}
	refused(t, ben.AnswerPoint(point, "no"), "facilitators-only")
	_, err = amina.FinishSession()
	refused(t, err, "points-open")
	tb.must(amina.AnswerPoint(point, "A round first"))
	tb.meet()
	if p := ben.View().Points; p[0].Answer != "A round first" || p[0].AnsweredBy != amina.Me() {
		t.Errorf("the point is %+v", p[0])
	}
	p, err := amina.FinishSession()
	tb.must(err)
	tb.meet()
	tb.finish(p)
	tb.equal()
}

func TestSilenceLeavesOpenWhatIsOpen(t *testing.T) {
	tb := newTable(t, "amina", "ben")
	amina := tb.desk("amina")
	run := tb.open(tb.activity(ActivityBrainstorm, Settings{"visibility": "public"}))
	_, err := tb.desk("ben").Silence(60)
	refused(t, err, "facilitators-only")
	p, err := amina.Silence(60)
	tb.must(err)
	tb.finish(p)
	until := tb.now.UnixMilli() + 60_000
	if r := tb.desk("ben").View().OpenRun(); r == nil || r.ID != run || r.SilentUntil < until-1000 || r.SilentUntil > until+1000 {
		t.Errorf("what is open: %+v, want silence until %d", r, until)
	}
	tb.closeRun("amina")
	p, err = amina.Silence(0)
	tb.must(err)
	tb.finish(p)
	if r := tb.desk("ben").View().OpenRun(); r == nil || r.Kind != workshop.ActivityBrief {
		t.Errorf("with nothing open: %+v, want a brief", r)
	}
	tb.equal()
}

func TestWhatWasOpenGoesOnAfterAnInsertedRound(t *testing.T) {
	for name, rescue := range map[string]func(d *desk) (*Passage, error){
		"round": func(d *desk) (*Passage, error) { return d.InsertRound("") },
		"gauge": func(d *desk) (*Passage, error) { return d.GaugeNow("") },
	} {
		t.Run(name, func(t *testing.T) {
			tb := newTable(t, "amina", "ben")
			amina, ben := tb.desk("amina"), tb.desk("ben")
			run := tb.open(tb.activity(ActivityBrainstorm, Settings{"visibility": "public"}))
			p, err := rescue(amina)
			tb.must(err)
			tb.meet()
			tb.finish(p)
			if r := ben.View().OpenRun(); r == nil || r.ID == run {
				t.Fatalf("open is %+v, want what was inserted", r)
			}
			tb.closeRun("amina")
			if r := ben.View().OpenRun(); r == nil || r.ID != run || r.PausedAt != 0 {
				t.Errorf("open is %+v, want what was open before, unpaused", r)
			}
			tb.equal()
		})
	}
}

func TestAReplacedActivityKeepsItsNotes(t *testing.T) {
	tb := newTable(t, "amina", "ben")
	amina, ben := tb.desk("amina"), tb.desk("ben")
	run := tb.open(tb.activity(ActivityBrainstorm, Settings{"visibility": "public"}))
	_, err := ben.AddNote(NewNote{Text: "Spare parts"})
	tb.must(err)
	tb.meet()
	p, err := amina.ReplaceActivity(NewActivity{Kind: ActivityCluster, Title: "Sort", Minutes: 5})
	tb.must(err)
	tb.meet()
	tb.finish(p)
	v := ben.View()
	if r := v.OpenRun(); r == nil || r.ID == run || r.Kind != workshop.ActivityCluster {
		t.Fatalf("open is %+v, want the replacement", r)
	}
	if v.Run(run).State != workshop.RunClosed || len(v.Notes) != 1 {
		t.Errorf("the replaced run is %s with %d notes", v.Run(run).State, len(v.Notes))
	}
	tb.equal()
}

func TestTheFloorIsHandedToAFacilitatorOnly(t *testing.T) {
	tb := newTable(t, "amina", "+ben", "chen")
	amina, ben, chen := tb.desk("amina"), tb.desk("ben"), tb.desk("chen")
	refused(t, amina.GiveFloor(chen.Me().String()), "floor-facilitators")
	tb.must(amina.GiveFloor(ben.Me().String()))
	tb.meet()
	if chen.View().Session.Floor != ben.Me() {
		t.Error("ben does not have the floor")
	}
	activity := tb.activity(ActivityBrainstorm, Settings{"visibility": "public"})
	_, err := amina.OpenRun(activity)
	refused(t, err, "floor-taken")
	p, err := ben.OpenRun(activity)
	tb.must(err)
	tb.meet()
	tb.finish(p)
	tb.equal()
}

func TestASeatGetsAnotherNameAndKeeper(t *testing.T) {
	tb := newTable(t, "amina", "ben")
	amina, ben := tb.desk("amina"), tb.desk("ben")
	rosa, err := amina.AddSeat("Rosa")
	tb.must(err)
	keeper := ben.Me().String()
	tb.must(amina.EditSeat(rosa, SeatEdit{Name: said("Rosa M."), Keeper: &keeper}))
	tb.open(tb.activity(ActivityBrainstorm, Settings{"visibility": "public"}))
	_, err = ben.AddNote(NewNote{Text: "boil it", Seat: rosa})
	tb.must(err)
	_, err = amina.AddNote(NewNote{Text: "not mine any more", Seat: rosa})
	refused(t, err, "seat-not-kept")
	if s := ben.View().Seats; len(s) != 1 || s[0].Name != "Rosa M." {
		t.Errorf("the seats are %+v", s)
	}
	tb.equal()
}

func TestTheWordGoesRoundAndToHands(t *testing.T) {
	tb := newTable(t, "amina", "ben")
	amina := tb.desk("amina")
	tb.open(tb.activity(ActivityRound, nil))
	tb.must(amina.NextTurn())
	tb.meet()
	if r := tb.desk("ben").View().OpenRun(); r.SpeakerAt == 0 {
		t.Errorf("nobody speaks: %+v", r)
	}
	tb.must(amina.CallOn(Speaker{Person: tb.desk("ben").Me().String()}))
	tb.meet()
	if r := amina.View().OpenRun(); r.Speaker.Person != tb.desk("ben").Me() {
		t.Errorf("%v speaks, want ben", r.Speaker)
	}
	tb.equal()
}
