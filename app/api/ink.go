package api

import (
	"context"

	"convene/app"
)

func inkMethods() []method {
	return []method{
		on("ink.add", owners, "Draws a stroke on a board.", makes(addStroke)),
		on("ink.edit", owners, "Says in words what a stroke shows, or gives it another colour; what is not named stays.", done(editStroke)),
		on("ink.move", owners, "Moves strokes, in one step: own ones, and a facilitator any.", done(moveStrokes)),
		on("ink.remove", owners, "Takes strokes away, in one step: own ones, and a facilitator any.", done(removeStrokes)),
	}
}

type strokeAddParams struct {
	inSession
	app.NewStroke
}

type strokeEditParams struct {
	inSession
	Stroke string `json:"stroke"`
	app.StrokeEdit
}

type strokesMoveParams struct {
	inSession
	app.StrokesMove
}

type strokesParams struct {
	inSession
	Strokes app.List[string] `json:"strokes"`
}

func addStroke(ctx context.Context, c *call, p strokeAddParams) (string, error) {
	return c.Ink.AddStroke(ctx, p.Session, p.NewStroke)
}

func editStroke(ctx context.Context, c *call, p strokeEditParams) error {
	return c.Ink.EditStroke(ctx, p.Session, p.Stroke, p.StrokeEdit)
}

func moveStrokes(ctx context.Context, c *call, p strokesMoveParams) error {
	return c.Ink.MoveStrokes(ctx, p.Session, p.StrokesMove)
}

func removeStrokes(ctx context.Context, c *call, p strokesParams) error {
	return c.Ink.RemoveStrokes(ctx, p.Session, p.Strokes)
}
