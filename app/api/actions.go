package api

import (
	"context"

	"convene/app"
)

func actionMethods() []method {
	return []method{
		on("action.add", owners, "Adds something somebody will do.", makes(addAction)),
		on("action.edit", owners, "Changes an action; what is not named stays.", done(editAction)),
		on("action.remove", owners, "Takes an action away.", done(removeAction)),
		on("action.accept", owners, "The owner says yes or no. A facilitator may record a yes that was spoken.", done(acceptAction)),
	}
}

type actionAddParams struct {
	inSession
	app.NewAction
}

type actionEditParams struct {
	inSession
	Action string `json:"action"`
	app.ActionEdit
}

type actionParams struct {
	inSession
	Action string `json:"action"`
}

type acceptParams struct {
	inSession
	Action string `json:"action"`
	Accept bool   `json:"accept"`
	Spoken bool   `json:"spoken,omitempty"`
}

func addAction(ctx context.Context, c *call, p actionAddParams) (string, error) {
	return c.Actions.AddAction(ctx, p.Session, p.NewAction)
}

func editAction(ctx context.Context, c *call, p actionEditParams) error {
	return c.Actions.EditAction(ctx, p.Session, p.Action, p.ActionEdit)
}

func removeAction(ctx context.Context, c *call, p actionParams) error {
	return c.Actions.RemoveAction(ctx, p.Session, p.Action)
}

func acceptAction(ctx context.Context, c *call, p acceptParams) error {
	return c.Actions.AcceptAction(ctx, p.Session, p.Action, p.Accept, p.Spoken)
}
