package workshop_test

import (
	"testing"

	"convene/workshop"
)

// Whatever takes effect later judges again what came before it, so that the order of hearing decides nothing.

func TestAnAnswerForASeatThatHadAnotherKeeperIsSetAsideInEveryOrder(t *testing.T) {
	r, ana, ben, eva, _, _ := threesome(t)
	_, run := ana.openRun(workshop.ActivityPlan{Kind: workshop.ActivityRound, Title: "Round", Prompt: "?"})
	seat := ana.do(none, workshop.Create(workshop.KindSeat,
		workshop.With(workshop.FieldName, workshop.Text("Table B")), workshop.With(workshop.FieldKeeper, workshop.PersonValue(ben.me))))
	r.meet()
	key := append(append([]byte{}, seat.Change[:]...), 0, 0)
	ben.do(run, workshop.Put(workshop.KindResponse, run, key, workshop.With(workshop.FieldText, workshop.Text("spoken"))))
	eva.pull("ben") // the answer first, then the new keeper; ana the other way round
	ana.do(none, workshop.Set(seat, workshop.FieldKeeper, workshop.PersonValue(eva.me)))
	r.meet()
	for _, p := range []*peer{ana, ben, eva} {
		if n := len(p.s.View().Responses); n != 0 {
			t.Errorf("%s sees %d answers", p.name, n)
		}
		if err := p.s.CheckSlow(); err != nil {
			t.Errorf("%s: %v", p.name, err)
		}
	}
}

func TestWhatHungOnARunThatIsStruckIsJudgedAgain(t *testing.T) {
	r, ana, ben, eva, board, run := threesome(t)
	ana.do(none, workshop.Grant(ben.me, workshop.RoleCofacilitator, 0))
	note := ben.do(run, workshop.AddNote(board, "x", "", ""))
	r.meet()
	vote := ben.do(none, workshop.OpenRun(workshop.RunPlan{
		Activity: board, Kind: workshop.ActivityVote, Settings: public, Options: []workshop.Option{{ID: note, Text: "x"}}, Voters: []workshop.Person{eva.me},
	}))
	eva.pull("ben")
	twin := *eva
	twin.w = eva.w.Fork()
	twin.start0(eva)
	one, _ := eva.ballot(vote, workshop.Choice{Option: note, Value: 1})
	two, _ := eva.ballot(vote)
	eva.do(vote, one)
	twin.do(vote, two)
	ben.pull("eva")
	ben.take(allOf(twin.s)...) // the ballots of two histories first, then that ben may open nothing
	ana.do(none, workshop.Grant(ben.me, workshop.RoleNone, 0))
	r.meet()
	for _, p := range []*peer{ana, ben, eva} {
		if err := p.s.CheckSlow(); err != nil {
			t.Errorf("%s: %v", p.name, err)
		}
	}
}
