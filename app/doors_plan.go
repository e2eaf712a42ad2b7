package app

import (
	"context"

	"convene/workshop"
)

// EditPlan changes what a session is about.
func (a *App) EditPlan(ctx context.Context, session string, e PlanEdit) error {
	return a.act(ctx, session, func(l *Laptop) error { return l.EditPlan(e) })
}

// AddOutcome adds one thing that the session should lead to.
func (a *App) AddOutcome(ctx context.Context, session string, text string) (id string, err error) {
	return a.make(ctx, session, func(l *Laptop) (string, error) { return l.AddOutcome(text) })
}

// EditOutcome changes the words of an outcome.
func (a *App) EditOutcome(ctx context.Context, session string, outcome, text string) error {
	return a.act(ctx, session, func(l *Laptop) error { return l.EditOutcome(outcome, text) })
}

// RemoveOutcome takes an outcome away.
func (a *App) RemoveOutcome(ctx context.Context, session string, outcome string) error {
	return a.act(ctx, session, func(l *Laptop) error { return l.RemoveOutcome(outcome) })
}

// AddActivity adds an activity to the agenda.
func (a *App) AddActivity(ctx context.Context, session string, n NewActivity) (id string, err error) {
	return a.make(ctx, session, func(l *Laptop) (string, error) { return l.AddActivity(n) })
}

// AddPlans puts a whole agenda behind what is there.
func (a *App) AddPlans(ctx context.Context, session string, plans []workshop.ActivityPlan) error {
	return a.act(ctx, session, func(l *Laptop) error { return l.AddPlans(plans) })
}

// EditActivity changes an activity of the agenda.
func (a *App) EditActivity(ctx context.Context, session string, activity string, e ActivityEdit) error {
	return a.act(ctx, session, func(l *Laptop) error { return l.EditActivity(activity, e) })
}

// MoveActivity puts an activity behind another, or first where after is "".
func (a *App) MoveActivity(ctx context.Context, session string, activity, after string) error {
	return a.act(ctx, session, func(l *Laptop) error { return l.MoveActivity(activity, after) })
}

// RemoveActivity takes an activity off the agenda.
func (a *App) RemoveActivity(ctx context.Context, session string, activity string) error {
	return a.act(ctx, session, func(l *Laptop) error { return l.RemoveActivity(activity) })
}
