package app

import (
	"time"

	"convene/workshop"
)

// AddAction offers a task. Who gives it to themselves has said yes.
func (l *Laptop) AddAction(a NewAction) (id string, err error) {
	err = l.gesture(func() error {
		what, err := words(a.What, mostPrompt)
		if err != nil {
			return err
		}
		first, err := line(a.FirstStep, mostPrompt)
		if err != nil {
			return err
		}
		p := workshop.ActionPlan{What: what, FirstStep: first}
		if p.ActionExtra, err = l.extra(a); err != nil {
			return err
		}
		if p.Due, err = day(a.Due); err != nil {
			return err
		}
		if p.Owner, err = l.member(a.Owner); err != nil {
			return err
		}
		for _, e := range a.Evidence {
			r, err := l.find(e, evidenceOf...)
			if err != nil {
				return err
			}
			p.Evidence = append(p.Evidence, r)
		}
		run := l.s.CurrentRun()
		if run != nil {
			p.Activity = run.Activity
		}
		if run != nil && run.Kind == workshop.ActivityBreakout {
			if g := l.myGroup(run); g != nil {
				p.Activity = g.ID
			}
		}
		if (run == nil || !takesActions(run)) && !l.s.Role(l.me).Facilitates() {
			return Refuse("actions-closed", "Actions are not collected at the moment.", "You can park it, or offer it when actions are collected.")
		}
		if err := l.actionsLeft(run); err != nil {
			return err
		}
		made, err := l.put(workshop.AddAction(p))
		if err != nil {
			return err
		}
		id = firstOf(made)
		return l.sayYesForMyself(workshop.RecordID{Change: made}, p.Owner)
	})
	return id, err
}

// evidenceOf is what an action can come from: also what a group reports, a
// decision, and a vote.
var evidenceOf = []workshop.Kind{
	workshop.KindNote, workshop.KindCluster, workshop.KindCapture, workshop.KindActivity, workshop.KindGroup, workshop.KindDecision,
	workshop.KindRun,
}

// takesActions reports whether people offer actions in a run.
func takesActions(run *workshop.RunView) bool {
	return run.Kind == workshop.ActivityCommit || (run.Kind == workshop.ActivityBreakout && run.Settings.Inner() == workshop.ActivityCommit)
}

// sayYesForMyself accepts an action that the person here just took on.
func (l *Laptop) sayYesForMyself(action workshop.RecordID, owner workshop.Person) error {
	if owner != l.me {
		return nil
	}
	_, err := l.policy(workshop.Accept(action, true)) // one gesture, one step to take back
	return err
}

// day checks a date as 2026-12-04; an empty one is none.
func day(d Date) (string, error) {
	if d == "" {
		return "", nil
	}
	if _, err := time.Parse(time.DateOnly, string(d)); err != nil {
		return "", Refuse("date", "This is not a day as 2026-12-04.", "Nothing was changed. Write year, month and day.")
	}
	return string(d), nil
}

// member reads somebody of the session; "" is nobody.
func (l *Laptop) member(id string) (workshop.Person, error) {
	if id == "" {
		return workshop.Person{}, nil
	}
	p, err := workshop.ParsePerson(id)
	if err != nil || !l.s.Granted(p) {
		return p, Refuse("person-unknown", "This person is not in the session.", "Nothing was changed. Choose somebody from the list.")
	}
	return p, nil
}

// EditAction changes an action. A new owner has to say yes anew.
func (l *Laptop) EditAction(action string, e ActionEdit) error {
	return l.gesture(func() error {
		id, err := l.find(action, workshop.KindAction)
		if err != nil {
			return err
		}
		var ops []workshop.Op
		var owner workshop.Person
		if e.What != nil {
			what, err := words(*e.What, mostPrompt)
			if err != nil {
				return err
			}
			ops = append(ops, workshop.Set(id, workshop.FieldWhat, workshop.Text(what)))
		}
		if e.FirstStep != nil {
			step, err := line(*e.FirstStep, mostPrompt)
			if err != nil {
				return err
			}
			ops = append(ops, workshop.Set(id, workshop.FieldFirstStep, workshop.Text(step)))
		}
		if e.Due != nil {
			due, err := day(*e.Due)
			if err != nil {
				return err
			}
			ops = append(ops, workshop.Set(id, workshop.FieldDue, workshop.Text(due)))
		}
		if e.Owner != nil {
			if owner, err = l.member(*e.Owner); err != nil {
				return err
			}
			ops = append(ops, workshop.Set(id, workshop.FieldOwner, workshop.PersonValue(owner)))
		}
		if err := l.knownState(e.State); err != nil {
			return err
		}
		more, err := l.extraOps(id, e)
		if err != nil {
			return err
		}
		if ops = append(ops, more...); len(ops) == 0 {
			return nil
		}
		if _, err = l.put(ops...); err != nil {
			return err
		}
		return l.sayYesForMyself(id, owner)
	})
}

// RemoveAction takes an action away.
func (l *Laptop) RemoveAction(action string) error {
	return l.gesture(func() error {
		id, err := l.find(action, workshop.KindAction)
		if err == nil {
			_, err = l.put(workshop.Delete(id))
		}
		return err
	})
}

// AcceptAction is the owner's yes, or its end. With spoken a facilitator writes
// down a yes that was heard in the room.
func (l *Laptop) AcceptAction(action string, accept, spoken bool) error {
	return l.gesture(func() error {
		id, err := l.find(action, workshop.KindAction)
		if err != nil {
			return err
		}
		var owner workshop.Person
		for _, a := range l.View().Actions {
			if a.ID == id {
				owner = a.Owner
			}
		}
		switch {
		case owner.Zero():
			return Refuse("action-no-owner", "This action has no owner yet.", "Give it to somebody first.")
		case owner != l.me && !spoken:
			return Refuse("action-not-yours", "Only its owner can say yes to this action.", "A facilitator can write down a yes that was spoken.")
		case owner != l.me && !l.s.Role(l.me).Facilitates():
			return Refuse("facilitators-only", "Only a facilitator can write down a spoken yes.", "Nothing was changed. Ask a facilitator.")
		}
		_, err = l.plan(workshop.Accept(id, accept))
		return err
	})
}
