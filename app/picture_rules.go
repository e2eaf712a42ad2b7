package app

import (
	"fmt"

	"convene/workshop"
)

// manyOptions is how many options are more than people can weigh at once.
const manyOptions = 25

// voting draws the rules of a vote, or of a round whose answers are secret.
func (p *painter) voting(run *workshop.RunView, r *RunRecord) {
	r.Secret = run.Secret()
	r.Vote = p.rules(run)
	if r.Vote.Method == workshop.MethodDots {
		r.Dots, r.MaxPerOption = run.Settings.Dots(len(run.Options)), run.Settings.MaxPerOption()
		if r.Dots == 0 {
			r.Dots, r.MaxPerOption = len(run.Options), 1
		}
	}
	r.Options = make(List[Option], len(run.Options))
	sub := p.clusterNames(run)
	for i, o := range run.Options {
		r.Options[i] = Option{ID: p.id(o.ID), Text: o.Text, Sub: sub[o.ID]}
	}
	switch n := p.tooFew(run); {
	case n > 0:
		r.Note = fmt.Sprintf("Ballots are sealed, and each can be seen after the vote: totals of %s would tell who chose what.", counted(n, "voter", "voters"))
	case len(run.Options) > manyOptions && run.Settings.Passes() == 0:
		r.Note = fmt.Sprintf("There are %d options: more than people can weigh at once. Sort or merge them first.", len(run.Options))
	}
}

func (p *painter) rules(run *workshop.RunView) *VoteRules {
	s, res := run.Settings, run.Rules()
	v := &VoteRules{
		Method: Method(res.Method), Purpose: Purpose(res.Purpose), Low: res.Low, High: res.High, Quorum: res.Quorum, Passes: res.Passes,
		OwnBarred: !s.On("ownAllowed", true), Forecast: s.Forecast(),
	}
	if a := p.View.Activity(run.Activity); a != nil {
		v.Question = p.View.Prompt(a.Prompt)
	}
	if len(res.Criteria) > 1 || res.Criteria[0] != "" {
		v.Criteria = append(v.Criteria, res.Criteria...)
	}
	if res.Method == workshop.MethodRank {
		v.RankTop = run.RankTop()
	}
	if least, ok := s.Threshold(); ok {
		v.Threshold = &least
	}
	return v
}
