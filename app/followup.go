package app

import (
	"context"

	"convene/workshop"
	"convene/workshop/templates"
)

// followUpTemplate is the agenda of a follow-up.
const followUpTemplate = "follow-up"

// FollowUp makes a session that goes on where another one ended: with its
// charter, its outcomes, the actions that are open, and the parked matters that
// go on; with nothing else of it.
func (a *App) FollowUp(ctx context.Context, session string) (string, error) {
	id, err := sessionByName(session)
	if err != nil {
		return "", err
	}
	v, err := a.peek(ctx, id)
	if err != nil {
		return "", inWords(err)
	}
	n := NewSession{
		Title: v.Session.Title, Purpose: v.Session.Purpose, Question: v.Session.Question, Period: v.Session.Period,
		Template: followUpTemplate,
	}
	for _, o := range v.Outcomes {
		n.Outcomes = append(n.Outcomes, o.Text)
	}
	t, ok := templates.Get(followUpTemplate)
	if !ok {
		return "", Refuse("template-unknown", "There is no template with this name.", "Nothing was changed. Choose one of the list.")
	}
	made, err := a.foundAfter(ctx, n, templates.Plan(t), id.String())
	if err != nil {
		return "", err
	}
	err = a.act(ctx, made, func(l *Laptop) error { return l.takeOver(v) })
	return made, err
}

// takeOver writes down what a follow-up begins with.
func (l *Laptop) takeOver(v *workshop.View) error {
	return l.steer("begin a follow-up", func() error {
		if c := v.Charter; c.Values != "" || c.Rule != "" || c.Use != "" || c.HandsOver {
			if _, err := l.policy(workshop.WriteCharter(c.Values, c.Rule, c.Use, c.HandsOver)); err != nil {
				return err
			}
		}
		for i := range v.Actions {
			if v.Actions[i].Open() {
				if _, err := l.policy(workshop.AddAction(carriedAction(v, &v.Actions[i]))); err != nil {
					return err
				}
			}
		}
		for _, m := range v.Parked {
			if m.Fate == "" || m.Carried {
				if _, err := l.policy(workshop.Park(workshop.RecordID{}, m.Text)); err != nil {
					return err
				}
			}
		}
		return nil
	})
}

// carriedAction is an open action as a follow-up has it. People have other keys
// in each session, so its owner is named in words and says yes anew.
func carriedAction(v *workshop.View, a *workshop.ActionView) workshop.ActionPlan {
	p := workshop.ActionPlan{
		What: a.What, Due: a.Due, FirstStep: a.FirstStep,
		ActionExtra: workshop.ActionExtra{
			Sign: a.Sign, Review: a.Review, Type: a.Type, Place: a.Place, Partner: a.Partner, Witness: a.Witness, Help: a.Help,
		},
	}
	if s := v.Seat(a.Seat); s != nil {
		p.Former = s.Name
	} else if who := v.Person(a.Owner); who != nil && who.Name != "" {
		p.Former = who.Name
	}
	if percent, ok := v.ForecastOf(a.ID); ok {
		p.Forecast = &percent
	}
	return p
}
