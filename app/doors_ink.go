package app

import "context"

// AddStroke draws on a board.
func (a *App) AddStroke(ctx context.Context, session string, n NewStroke) (id string, err error) {
	return a.make(ctx, session, func(l *Laptop) (string, error) { return l.AddStroke(n) })
}

// EditStroke says what a stroke shows, or gives it another colour.
func (a *App) EditStroke(ctx context.Context, session, stroke string, e StrokeEdit) error {
	return a.act(ctx, session, func(l *Laptop) error { return l.EditStroke(stroke, e) })
}

// MoveStrokes moves strokes, in one step.
func (a *App) MoveStrokes(ctx context.Context, session string, m StrokesMove) error {
	return a.act(ctx, session, func(l *Laptop) error { return l.MoveStrokes(m) })
}

// RemoveStrokes takes strokes away, in one step.
func (a *App) RemoveStrokes(ctx context.Context, session string, strokes []string) error {
	return a.act(ctx, session, func(l *Laptop) error { return l.RemoveStrokes(strokes) })
}
