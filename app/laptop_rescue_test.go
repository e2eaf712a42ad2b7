package app

import (
	"testing"
	"time"

	"convene/workshop"
)

// talkingTable has two clusters and a discussion of them; the first is talked
// about.
func talkingTable(tb *table) *workshop.RunView {
	tb.t.Helper()
	tb.open(tb.activity(ActivityBrainstorm, Settings{"visibility": "public"}))
	for _, text := range []string{"Repair teams", "Spare parts"} {
		_, err := tb.desks[0].AddNote(NewNote{Text: text})
		tb.must(err)
	}
	tb.open(tb.activity(ActivityCluster, nil))
	for _, n := range tb.desks[0].View().Notes {
		_, err := tb.desks[0].AddCluster("On "+n.Text, []string{n.ID.String()})
		tb.must(err)
	}
	tb.meet()
	opened := tb.open(tb.activity(ActivityDiscuss, Settings{"items": "clusters", "extendByVote": "thumbs", "extensions": []any{3.0, 2.0}}))
	run := tb.desks[0].View().Run(opened)
	if len(run.Options) != 2 {
		tb.t.Fatalf("%d items are talked about, want 2", len(run.Options))
	}
	tb.must(tb.desks[0].DiscussItem(run.Options[0].ID.String()))
	tb.meet()
	return run
}

func TestThumbsExtendAnItemAndParkingGoesOn(t *testing.T) {
	tb := newTable(t, "amina", "ben")
	amina, ben := tb.desk("amina"), tb.desk("ben")
	run := talkingTable(tb)
	tb.must(ben.ShowThumb("up", ""))
	tb.meet()
	if got := amina.View().Thumbs; got.Up != 1 || got.Down != 0 {
		t.Errorf("thumbs: %+v, want one up", got)
	}
	tb.must(amina.ExtendItem())
	tb.meet()
	if r := ben.View().OpenRun(); r.ItemExtended == 0 {
		t.Error("the item got no more time")
	}
	parked, err := amina.ParkItem()
	tb.must(err)
	tb.meet()
	v := ben.View()
	if len(v.Parked) != 1 || v.Parked[0].ID.String() != parked || v.Parked[0].Text != run.Options[0].Text || v.OpenRun().Item != run.Options[1].ID {
		t.Errorf("parked %+v, now on %s", v.Parked, v.OpenRun().Item)
	}
	_, err = amina.FinishSession()
	refused(t, err, "parked-open")
	tb.must(amina.CarryParked(parked, true))
	tb.meet()
	if !ben.View().Parked[0].Carried {
		t.Error("the parked matter is not carried")
	}
	p, err := amina.FinishSession()
	tb.must(err)
	tb.meet()
	tb.finish(p)
	tb.equal()
}

func TestBlankStopsTheClockAndLetsItGoOn(t *testing.T) {
	tb := newTable(t, "amina", "ben")
	amina, ben := tb.desk("amina"), tb.desk("ben")
	tb.open(tb.activity(ActivityBrainstorm, Settings{"visibility": "public"}))
	for _, blank := range []bool{true, false} {
		tb.must(amina.Blank(blank))
		tb.meet()
		v := ben.View()
		if v.Session.Blank != blank || (v.OpenRun().PausedAt != 0) != blank {
			t.Errorf("blank %v: blank %v, paused at %d", blank, v.Session.Blank, v.OpenRun().PausedAt)
		}
	}
	tb.equal()
}

func TestASkippedActivityIsLeftOutUntilItIsTakenIn(t *testing.T) {
	tb := newTable(t, "amina", "ben")
	amina := tb.desk("amina")
	first := tb.activity(ActivityBrainstorm, Settings{"visibility": "public"})
	second := tb.activity(ActivityCluster, nil)
	tb.activity(ActivityRound, nil)
	run := tb.open(first)
	refused(t, amina.SkipActivity(first, true), "activity-open")
	tb.must(amina.SkipActivity(second, true))
	tb.must(amina.SkipActivity(second, false))
	tb.must(amina.SkipActivity(second, true))
	p, err := amina.NextRun()
	tb.must(err)
	tb.meet()
	tb.finish(p)
	if r := tb.desk("ben").View().OpenRun(); r == nil || r.ID == run || r.Kind != workshop.ActivityRound {
		t.Errorf("open is %+v, want the round behind what is left out", r)
	}
	tb.equal()
}

func TestAProposalIsDecidedAndTheDecisionWrittenOn(t *testing.T) {
	tb := newTable(t, "amina", "ben")
	amina, ben := tb.desk("amina"), tb.desk("ben")
	vote := tb.activity(ActivityVote, Settings{"method": "consent", "options": "proposal", "purpose": "decide"})
	_, err := amina.Propose("Fund two repair teams", vote)
	tb.must(err)
	tb.meet()
	opened := tb.open(vote)
	run := amina.View().Run(opened)
	for _, d := range tb.desks {
		tb.must(d.CastBallot([]Choice{{Option: run.Options[0].ID.String(), Value: workshop.ConsentYes}}))
	}
	tb.meet()
	tb.closeRun("amina")
	made := ben.View().Decisions
	if len(made) != 1 || made[0].Text != "Fund two repair teams" {
		t.Fatalf("the decisions are %+v", made)
	}
	review := Date("2026-12-04")
	tb.must(amina.EditDecision(made[0].ID.String(), DecisionEdit{Text: said("Fund two repair teams in May"), Review: &review}))
	tb.meet()
	if d := ben.View().Decisions; len(d) != 1 || d[0].Text != "Fund two repair teams in May" || d[0].Review != "2026-12-04" {
		t.Errorf("the decisions are %+v", d)
	}
	tb.equal()
}

func TestWhomMoreThanHalfEndorseFacilitatesWhereNobodyDoes(t *testing.T) {
	tb := newTable(t, "amina", "ben", "chen", "dora")
	amina, ben, chen := tb.desk("amina"), tb.desk("ben"), tb.desk("chen")
	tb.must(amina.RemovePerson(amina.Me().String()))
	tb.meet()
	tb.must(ben.Endorse(ben.Me().String()))
	tb.meet()
	if ben.Session().Role(ben.Me()).Facilitates() {
		t.Error("one of three made ben facilitate")
	}
	tb.must(chen.Endorse(ben.Me().String()))
	tb.meet()
	if !ben.Session().Role(ben.Me()).Facilitates() {
		t.Error("two of three did not make ben facilitate")
	}
	tb.must(ben.TakeFloor())
	tb.equal()
}

// The laptop of the only facilitator dies. She is in the log for ever, and the room still finds somebody to go on with.
func TestTheRoomElectsWhenTheOnlyFacilitatorIsGone(t *testing.T) {
	tb := newTable(t, "amina", "ben", "chen", "dora")
	amina, ben := tb.desk("amina"), tb.desk("ben")
	tb.open(tb.activity(ActivityBrainstorm, Settings{}))
	tb.meet()
	endorse := func() {
		for _, who := range []string{"ben", "chen"} {
			tb.must(tb.desk(who).Endorse(ben.Me().String()))
		}
		tb.meet()
	}
	endorse()
	tb.pass(time.Minute)
	if ben.Session().Role(ben.Me()).Facilitates() {
		t.Fatal("ben was elected beside a facilitator who is here")
	}
	tb.leaves("amina")
	tb.pass(5 * time.Second)
	tb.meet()
	if ben.Session().Role(ben.Me()).Facilitates() {
		t.Fatal("five seconds of silence made ben facilitate")
	}
	tb.pass(time.Minute)
	tb.meet()
	if !ben.Session().Role(ben.Me()).Facilitates() {
		t.Fatal("two of three did not make ben facilitate, with the only facilitator gone")
	}
	tb.must(ben.TakeFloor())
	tb.returns("amina")
	tb.meet()
	tb.equal()
	tb.must(amina.GrantPerson(ben.Me().String(), "participant"))
	tb.meet()
	tb.pass(time.Minute)
	if ben.Session().Role(ben.Me()).Facilitates() {
		t.Error("who was lowered by a facilitator who is here was elected again")
	}
	tb.leaves("amina")
	tb.pass(time.Minute)
	if ben.Session().Role(ben.Me()).Facilitates() {
		t.Error("who was lowered was elected by what was said before")
	}
	endorse()
	tb.pass(time.Minute)
	if !ben.Session().Role(ben.Me()).Facilitates() {
		t.Error("who was lowered was not elected by what was said anew")
	}
}

// The floor holder is gone for long, and another facilitator for a moment: it is the other whom the room waits for.
func TestTheRoomElectsWhenTheLastFacilitatorIsGoneForAWhile(t *testing.T) {
	tb := newTable(t, "amina", "cem", "ben", "chen", "dora")
	amina, cem, ben := tb.desk("amina"), tb.desk("cem"), tb.desk("ben")
	tb.must(amina.GrantPerson(cem.Me().String(), "cofacilitator"))
	tb.meet()
	tb.must(cem.TakeFloor())
	tb.meet()
	for _, who := range []string{"ben", "chen"} {
		tb.must(tb.desk(who).Endorse(ben.Me().String()))
	}
	tb.meet()
	tb.leaves("cem")
	tb.pass(2 * time.Minute)
	tb.leaves("amina")
	tb.pass(time.Second)
	if ben.Session().Role(ben.Me()).Facilitates() {
		t.Error("ben was elected when a facilitator was gone for a second")
	}
	tb.pass(time.Minute)
	if !ben.Session().Role(ben.Me()).Facilitates() {
		t.Error("ben was not elected when both facilitators were gone for a minute")
	}
}

func TestAFollowUpBeginsWithWhatWasLeftOpen(t *testing.T) {
	h := newHome(t, "Amina")
	ctx := t.Context()
	var err error
	h.session, err = h.CreateSession(ctx, NewSession{Title: "Wells", Purpose: "Keep them running", Outcomes: List[string]{"A plan"}})
	must(t, err)
	must(t, h.WriteCharter(ctx, h.session, CharterEdit{Rule: said("Consent")}))
	for _, text := range []string{"Who pays?", "The name"} {
		_, err := h.AddParked(ctx, h.session, text)
		must(t, err)
	}
	must(t, h.SettleParked(ctx, h.session, h.view().Parked[1].ID.String(), "Dropped"))
	before := h.view()
	h.session, err = h.FollowUp(ctx, h.session)
	must(t, err)
	v := h.view()
	if v.Session.Lineage == "" || v.Session.Purpose != before.Session.Purpose || len(v.Outcomes) != 1 || v.Charter.Rule != "Consent" || len(v.Activities) == 0 {
		t.Errorf("the follow-up is %+v with the charter %+v and %d outcomes", v.Session, v.Charter, len(v.Outcomes))
	}
	if len(v.Parked) != 1 || v.Parked[0].Text != before.Parked[0].Text || len(v.Notes) != 0 {
		t.Errorf("it has %+v parked", v.Parked)
	}
}
