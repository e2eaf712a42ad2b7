package app

import (
	"strconv"

	"convene/workshop"
)

func (p *painter) captures() {
	for i := range p.View.Captures {
		c := &p.View.Captures[i]
		p.add(CaptureRecord{
			ID: c.ID.String(), Run: p.id(c.Run), Activity: p.id(c.Activity), Type: CaptureType(c.Type), Text: c.Text,
			Item: p.id(c.Item), Author: p.author(c.Author), Late: c.Late,
		})
	}
}

func (p *painter) parked() {
	for i := range p.View.Parked {
		m := &p.View.Parked[i]
		p.add(ParkedRecord{ID: m.ID.String(), Text: m.Text, From: p.id(m.Activity), Fate: m.Fate, Author: p.author(m.Author), Carried: m.Carried})
	}
}

func (p *painter) decisions() {
	for i := range p.View.Decisions {
		d := &p.View.Decisions[i]
		p.add(DecisionRecord{
			ID: p.decisionID(d), Text: d.Text, Rule: d.Rule, Activity: p.id(d.Activity), Evidence: p.list(d.Evidence), Number: d.Number,
			Run: p.id(d.Run), Review: Date(d.Review), At: Millis(d.At), Consents: d.Consents, Concerns: d.Concerns, Asides: d.Asides,
		})
	}
}

// voted stands before the run that a decision came of: a window tells records
// apart by their ids alone, and the run is one of them.
const voted = "decision/"

func (p *painter) decisionID(d *workshop.DecisionView) string {
	if d.ID == d.Run {
		return voted + p.id(d.Run)
	}
	return p.id(d.ID)
}

func (p *painter) actions() {
	for i := range p.View.Actions {
		a := &p.View.Actions[i]
		r := ActionRecord{
			ID: p.id(a.ID), What: a.What, Owner: personID(a.Owner), Accepted: Acceptance(a.Accepted), Due: Date(a.Due),
			FirstStep: a.FirstStep, Activity: p.id(a.Activity), Evidence: p.list(a.Evidence), Number: a.Number, State: a.State,
			Missing: append(List[string](nil), a.Missing...), Seat: p.id(a.Seat), Former: a.Former,
			ActionExtra: ActionExtra{
				Sign: a.Sign, Review: Date(a.Review), Type: a.Type, Place: a.Place, Partner: a.Partner, Witness: a.Witness, Help: a.Help,
			},
		}
		if a.Forecast >= 0 {
			r.Forecast = &a.Forecast
		}
		for _, role := range a.Roles {
			r.Roles = append(r.Roles, p.role(role))
		}
		for _, who := range a.Agreed {
			r.Agreed = append(r.Agreed, p.speaker(who))
		}
		p.add(r)
	}
}

// role draws what somebody does for an action.
func (p *painter) role(r workshop.RoleView) ActionRole {
	for i := range p.View.People {
		if who := p.View.People[i].Person; workshop.PersonRecordID(p.View.Session.ID, who) == r.Who {
			return ActionRole{Person: personID(who), Role: r.Role}
		}
	}
	return ActionRole{Seat: p.id(r.Who), Role: r.Role}
}

// mostSetAside bounds the list of what is set aside; all of it is counted.
const mostSetAside = 200

// setAside lists work that does not count, without its writers: it may be from
// a board with hidden authors.
func (p *painter) setAside() {
	r := SetAsideRecord{ID: "setAside", Items: List[SetAsideItem]{}}
	inChange := map[workshop.ID]int{}
	for i := range p.View.SetAside {
		s := &p.View.SetAside[i]
		n := inChange[s.Change]
		inChange[s.Change]++
		if s.Kind == workshop.KindReady {
			continue // a raised hand is over by itself
		}
		r.Count++
		if len(r.Items) < mostSetAside {
			r.Items = append(r.Items, SetAsideItem{ID: s.Change.String() + "/" + strconv.Itoa(n), What: asideWords(s), Why: s.Why, Run: p.id(s.Run)})
		}
	}
	p.add(r)
}

// asideWords names what is set aside. The words of an answer or a ballot are
// not told.
func asideWords(s *workshop.SetAside) string {
	what := "Something else"
	switch s.Kind {
	case workshop.KindNote:
		what = "A note"
	case workshop.KindCluster:
		what = "A cluster"
	case workshop.KindCapture:
		what = "Something written down"
	case workshop.KindParked:
		what = "Something parked"
	case workshop.KindDecision:
		what = "A decision"
	case workshop.KindAction:
		what = "An action"
	case workshop.KindActivity:
		what = "An activity"
	case workshop.KindOutcome:
		what = "An outcome"
	case workshop.KindPerson:
		what = "A name"
	case workshop.KindResponse:
		return "An answer"
	case workshop.KindBallot:
		return "A ballot"
	case workshop.KindOpening:
		return "The opening of a ballot"
	}
	if s.Text == "" {
		return what
	}
	return what + ": " + s.Text
}
