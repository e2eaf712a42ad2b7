package api

import (
	"context"

	"convene/app"
)

func planMethods() []method {
	return []method{
		on("plan.edit", owners, "Changes what the session is about; what is not named stays.", done(editPlan)),
		on("outcome.add", owners, "Adds something the session should lead to.", makes(addOutcome)),
		on("outcome.edit", owners, "Changes the words of an outcome.", done(editOutcome)),
		on("outcome.remove", owners, "Takes an outcome away.", done(removeOutcome)),
		on("activity.add", owners, "Adds an activity to the agenda.", makes(addActivity)),
		on("activity.edit", owners, "Changes an activity; what is not named stays.", done(editActivity)),
		on("activity.move", owners, "Moves an activity behind another one, or to the front.", done(moveActivity)),
		on("activity.remove", owners, "Takes an activity out of the agenda.", done(removeActivity)),
	}
}

type planEditParams struct {
	inSession
	app.PlanEdit
}

type addTextParams struct {
	inSession
	Text string `json:"text"`
}

type outcomeEditParams struct {
	inSession
	Outcome string `json:"outcome"`
	Text    string `json:"text"`
}

type outcomeParams struct {
	inSession
	Outcome string `json:"outcome"`
}

type activityAddParams struct {
	inSession
	app.NewActivity
}

type activityEditParams struct {
	inSession
	Activity string `json:"activity"`
	app.ActivityEdit
}

type activityMoveParams struct {
	inSession
	Activity string `json:"activity"`
	After    string `json:"after"` // "" is the front
}

type activityParams struct {
	inSession
	Activity string `json:"activity"`
}

func editPlan(ctx context.Context, c *call, p planEditParams) error {
	return c.Plan.EditPlan(ctx, p.Session, p.PlanEdit)
}

func addOutcome(ctx context.Context, c *call, p addTextParams) (string, error) {
	return c.Plan.AddOutcome(ctx, p.Session, p.Text)
}

func editOutcome(ctx context.Context, c *call, p outcomeEditParams) error {
	return c.Plan.EditOutcome(ctx, p.Session, p.Outcome, p.Text)
}

func removeOutcome(ctx context.Context, c *call, p outcomeParams) error {
	return c.Plan.RemoveOutcome(ctx, p.Session, p.Outcome)
}

func addActivity(ctx context.Context, c *call, p activityAddParams) (string, error) {
	return c.Plan.AddActivity(ctx, p.Session, p.NewActivity)
}

func editActivity(ctx context.Context, c *call, p activityEditParams) error {
	return c.Plan.EditActivity(ctx, p.Session, p.Activity, p.ActivityEdit)
}

func moveActivity(ctx context.Context, c *call, p activityMoveParams) error {
	return c.Plan.MoveActivity(ctx, p.Session, p.Activity, p.After)
}

func removeActivity(ctx context.Context, c *call, p activityParams) error {
	return c.Plan.RemoveActivity(ctx, p.Session, p.Activity)
}
