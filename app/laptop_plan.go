package app

import (
	"slices"
	"strings"

	"convene/workshop"
	"convene/workshop/templates"
)

// EditPlan changes what the session is about.
func (l *Laptop) EditPlan(e PlanEdit) error {
	return l.steer("change the plan", func() error {
		var ops []workshop.Op
		set := func(f workshop.Field, value *string, most int) error {
			if value == nil {
				return nil
			}
			text, err := line(*value, most)
			ops = append(ops, workshop.Set(l.s.Root(), f, workshop.Text(text)))
			return err
		}
		if e.Title != nil {
			if _, err := words(*e.Title, mostTitle); err != nil {
				return err
			}
		}
		for _, f := range []struct {
			field workshop.Field
			value *string
			most  int
		}{
			{workshop.FieldTitle, e.Title, mostTitle},
			{workshop.FieldPurpose, e.Purpose, mostPrompt},
			{workshop.FieldQuestion, e.Question, mostPrompt},
			{workshop.FieldPeriod, e.Period, mostTitle},
			{workshop.FieldDate, (*string)(e.Date), 10},
			{workshop.FieldPlace, e.Place, mostTitle},
		} {
			if err := set(f.field, f.value, f.most); err != nil {
				return err
			}
		}
		if e.Minutes != nil {
			ops = append(ops, workshop.Set(l.s.Root(), workshop.FieldMinutes, workshop.Int(int64(min(max(*e.Minutes, 0), mostMinutes)))))
		}
		if len(ops) == 0 {
			return nil
		}
		_, err := l.plan(ops...)
		return err
	})
}

// AddOutcome adds one thing that the session should lead to.
func (l *Laptop) AddOutcome(text string) (id string, err error) {
	err = l.steer("change the outcomes", func() error {
		text, err := words(text, mostPrompt)
		if err != nil {
			return err
		}
		last := ""
		for _, o := range l.View().Outcomes {
			last = max(last, o.Order)
		}
		order, err := l.order(last, "")
		if err != nil {
			return err
		}
		made, err := l.plan(workshop.AddOutcome(text, order))
		id = firstOf(made)
		return err
	})
	return id, err
}

// EditOutcome changes the words of an outcome.
func (l *Laptop) EditOutcome(outcome, text string) error {
	return l.steer("change the outcomes", func() error {
		text, err := words(text, mostPrompt)
		if err != nil {
			return err
		}
		id, err := l.find(outcome, workshop.KindOutcome)
		if err != nil {
			return err
		}
		_, err = l.plan(workshop.Set(id, workshop.FieldText, workshop.Text(text)))
		return err
	})
}

// RemoveOutcome takes an outcome away.
func (l *Laptop) RemoveOutcome(outcome string) error {
	return l.steer("change the outcomes", func() error {
		id, err := l.find(outcome, workshop.KindOutcome)
		if err == nil {
			_, err = l.plan(workshop.Delete(id))
		}
		return err
	})
}

// AddActivity adds an activity to the agenda.
func (l *Laptop) AddActivity(a NewActivity) (id string, err error) {
	err = l.steer("change the agenda", func() error {
		title, err := words(a.Title, mostTitle)
		if err != nil {
			return err
		}
		prompt, err := line(a.Prompt, mostPrompt)
		if err != nil {
			return err
		}
		if err := knownSettings(workshop.ActivityKind(a.Kind), a.Settings); err != nil {
			return err
		}
		order, err := l.orderAfter(a.After, workshop.RecordID{})
		if err != nil {
			return err
		}
		made, err := l.plan(workshop.AddActivity(workshop.ActivityPlan{
			Kind: workshop.ActivityKind(a.Kind), Title: title, Minutes: a.Minutes, Prompt: prompt, Order: order,
			Settings: workshop.SettingsOf(a.Settings),
		}))
		id = firstOf(made)
		return err
	})
	return id, err
}

// AddPlans puts a whole agenda behind what is there, in order. The plans'
// order keys are made here.
func (l *Laptop) AddPlans(plans []workshop.ActivityPlan) error {
	return l.steer("change the agenda", func() error {
		order, err := l.orderAfter(nil, workshop.RecordID{})
		if err != nil {
			return err
		}
		var ops []workshop.Op
		size := 0
		flush := func() error {
			if len(ops) == 0 {
				return nil
			}
			_, err := l.plan(ops...)
			ops, size = nil, 0
			return err
		}
		for _, p := range plans {
			p.Order = order
			if size += len(p.Prompt) + len(p.Instructions) + len(p.Settings.String()) + 512; len(ops) == mostDraftOps || size > mostDraftBytes {
				if err := flush(); err != nil {
					return err
				}
			}
			ops = append(ops, workshop.AddActivity(p))
			if order, err = l.order(order, ""); err != nil {
				return err
			}
		}
		return flush()
	})
}

// orderAfter is the order key behind an activity: nil for the end, "" for the
// front. moved is left out of the count.
func (l *Laptop) orderAfter(after *string, moved workshop.RecordID) (string, error) {
	var agenda []workshop.ActivityView
	for _, a := range l.View().Activities {
		if a.ID != moved {
			agenda = append(agenda, a)
		}
	}
	at := len(agenda) - 1
	if after != nil {
		at = -1
		if *after != "" {
			id, err := l.find(*after, workshop.KindActivity)
			if err != nil {
				return "", err
			}
			at = slices.IndexFunc(agenda, func(a workshop.ActivityView) bool { return a.ID == id })
		}
	}
	before, next := "", ""
	if at >= 0 {
		before = agenda[at].Order
	}
	if at+1 < len(agenda) {
		next = agenda[at+1].Order
	}
	if next != "" && before >= next {
		next = ""
	}
	return l.order(before, next)
}

// EditActivity changes an activity of the agenda. What is open keeps the rules
// it was opened with.
func (l *Laptop) EditActivity(activity string, e ActivityEdit) error {
	return l.steer("change the agenda", func() error {
		id, err := l.find(activity, workshop.KindActivity)
		if err != nil {
			return err
		}
		var ops []workshop.Op
		for _, f := range []struct {
			field workshop.Field
			value *string
			most  int
		}{
			{workshop.FieldTitle, e.Title, mostTitle},
			{workshop.FieldPrompt, e.Prompt, mostPrompt},
			{workshop.FieldInstructions, e.Instructions, mostNote},
		} {
			if f.value == nil {
				continue
			}
			text, err := line(*f.value, f.most)
			if err != nil {
				return err
			}
			ops = append(ops, workshop.Set(id, f.field, workshop.Text(text)))
		}
		if e.Minutes != nil {
			ops = append(ops, workshop.Set(id, workshop.FieldMinutes, workshop.Int(int64(max(0, *e.Minutes)))))
		}
		if e.Serves != nil {
			serves, err := l.outcomesNamed(e.Serves)
			if err != nil {
				return err
			}
			ops = append(ops, workshop.Set(id, workshop.FieldServes, workshop.Refs(serves)))
		}
		if len(e.Settings) > 0 {
			named, err := changedSettings(l.View().Activity(id), e.Settings)
			if err != nil {
				return err
			}
			ops = append(ops, workshop.Set(id, workshop.FieldSettings, workshop.Text(workshop.SettingsOf(named).String())))
		}
		if len(ops) == 0 {
			return nil
		}
		_, err = l.plan(ops...)
		return err
	})
}

// outcomesNamed reads the ids of outcomes.
func (l *Laptop) outcomesNamed(ids []string) ([]workshop.RecordID, error) {
	var out []workshop.RecordID
	for _, id := range ids {
		r, err := l.find(id, workshop.KindOutcome)
		if err != nil {
			return nil, err
		}
		out = append(out, r)
	}
	return out, nil
}

// changedSettings are the settings of an activity with some of them changed;
// nil takes one back to what is usual. What the activity has already is not
// judged again: a later version may have set it.
func changedSettings(a *workshop.ActivityView, changes Settings) (map[string]any, error) {
	named := a.Settings.Named()
	if named == nil {
		named = map[string]any{}
	}
	chosen := Settings{}
	for name, value := range changes {
		if value == nil {
			delete(named, name)
			continue
		}
		named[name], chosen[name] = value, value
	}
	return named, knownSettings(a.Kind, chosen)
}

// knownSettings refuses a setting that this kind of activity does not have, or
// a value that it does not take: it would be kept and do nothing.
func knownSettings(kind workshop.ActivityKind, settings Settings) error {
	if !kind.Known() {
		return nil // refused by the session, with its own words
	}
	if err := templates.CheckSettings(kind, settings); err != nil {
		return Refuse("activity.setting", "This setting is not in order: "+strings.TrimPrefix(err.Error(), "setting ")+".", "Nothing was changed.").Because(err)
	}
	return nil
}

// MoveActivity puts an activity behind another, or first where after is "".
func (l *Laptop) MoveActivity(activity, after string) error {
	return l.steer("change the agenda", func() error {
		id, err := l.find(activity, workshop.KindActivity)
		if err != nil || activity == after {
			return err
		}
		order, err := l.orderAfter(&after, id)
		if err != nil {
			return err
		}
		_, err = l.plan(workshop.Set(id, workshop.FieldOrder, workshop.Text(order)))
		return err
	})
}

// RemoveActivity takes an activity off the agenda, unless it is open.
func (l *Laptop) RemoveActivity(activity string) error {
	return l.steer("change the agenda", func() error {
		id, err := l.find(activity, workshop.KindActivity)
		if err != nil {
			return err
		}
		if run := l.s.CurrentRun(); run != nil && run.Activity == id {
			return Refuse("activity-open", "This activity is open, so it stays.", "Close it first.")
		}
		_, err = l.plan(workshop.Delete(id))
		return err
	})
}
