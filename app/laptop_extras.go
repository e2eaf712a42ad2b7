package app

import (
	"slices"
	"strings"

	"convene/workshop"
)

// extra reads what an action says besides.
func (l *Laptop) extra(a NewAction) (x workshop.ActionExtra, err error) {
	for _, t := range []struct {
		to   *string
		text string
		most int
	}{
		{&x.Sign, a.Sign, mostPrompt},
		{&x.Type, a.Type, mostTitle},
		{&x.Place, a.Place, mostTitle},
		{&x.Partner, a.Partner, mostTitle},
		{&x.Witness, a.Witness, mostTitle},
		{&x.Help, a.Help, mostPrompt},
	} {
		if *t.to, err = line(t.text, t.most); err != nil {
			return x, err
		}
	}
	if x.Review, err = day(a.Review); err != nil {
		return x, err
	}
	if a.Seat != "" {
		if x.Seat, err = l.keptSeat(a.Seat); err != nil {
			return x, err
		}
	}
	x.Roles, err = l.roles(a.Roles)
	return x, err
}

// roles reads who does what for an action.
func (l *Laptop) roles(list List[ActionRole]) ([]workshop.RoleView, error) {
	var roles []workshop.RoleView
	for _, r := range list {
		name, err := words(r.Role, mostTitle)
		if err != nil {
			return nil, err
		}
		key, err := l.speakerKey(Speaker{Person: r.Person, Seat: r.Seat})
		if err != nil {
			return nil, err
		}
		who, seat := workshop.SeatOf(key)
		if !seat {
			who = workshop.PutID(workshop.KindPerson, l.s.Root(), key)
		}
		roles = append(roles, workshop.RoleView{Who: who, Role: name})
	}
	return roles, nil
}

// extraOps are the ops of an edit on what an action says besides.
func (l *Laptop) extraOps(id workshop.RecordID, e ActionEdit) ([]workshop.Op, error) {
	var ops []workshop.Op
	for _, t := range []struct {
		field workshop.Field
		text  *string
		most  int
	}{
		{workshop.FieldState, e.State, 20},
		{workshop.FieldSign, e.Sign, mostPrompt},
		{workshop.FieldType, e.Type, mostTitle},
		{workshop.FieldPlace, e.Place, mostTitle},
		{workshop.FieldPartner, e.Partner, mostTitle},
		{workshop.FieldWitness, e.Witness, mostTitle},
		{workshop.FieldHelp, e.Help, mostPrompt},
	} {
		if t.text == nil {
			continue
		}
		text, err := line(*t.text, t.most)
		if err != nil {
			return nil, err
		}
		ops = append(ops, workshop.Set(id, t.field, workshop.Text(text)))
	}
	if e.Review != nil {
		review, err := day(*e.Review)
		if err != nil {
			return nil, err
		}
		ops = append(ops, workshop.Set(id, workshop.FieldReview, workshop.Text(review)))
	}
	if e.Roles != nil {
		roles, err := l.roles(e.Roles)
		if err != nil {
			return nil, err
		}
		ops = append(ops, workshop.Set(id, workshop.FieldRoles, workshop.RolesValue(roles)))
	}
	return ops, nil
}

// actionsLeft says when an activity takes no more actions.
func (l *Laptop) actionsLeft(run *workshop.RunView) error {
	if run == nil || run.Kind != workshop.ActivityCommit {
		return nil
	}
	most, n := run.Settings.Int("maxActions", 0), 0
	for _, a := range l.View().Actions {
		if a.Activity == run.Activity {
			n++
		}
	}
	if most > 0 && n >= most {
		return Refuse("actions-enough", "This group chose to take on at most "+counted(most, "action", "actions")+" here.",
			"Nothing was added. Drop one first, or park this.")
	}
	return nil
}

// knownState says when a word for where an action stands is none of the
// review that is open.
func (l *Laptop) knownState(state *string) error {
	run := l.s.CurrentRun()
	if state == nil || *state == "" || run == nil || !run.Settings.Reviews(run.Kind) {
		return nil
	}
	known := run.Settings.ActionStates()
	if slices.Contains(known, *state) || *state == workshop.ActionDone || *state == workshop.ActionDropped {
		return nil
	}
	return Refuse("action-state", "In this review an action is one of: "+strings.Join(known, ", ")+".", "Nothing was changed. Choose one of these.")
}
