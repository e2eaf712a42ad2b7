package app

import "context"

// GiveResponse gives the own answer in a round.
func (a *App) GiveResponse(ctx context.Context, session string, answer Answer) error {
	return a.act(ctx, session, func(l *Laptop) error { return l.GiveResponse(answer) })
}

// HandIn hands a ballot in.
func (a *App) HandIn(ctx context.Context, session string, b NewBallot) error {
	return a.act(ctx, session, func(l *Laptop) error { return l.HandIn(b) })
}

// CountHands writes down hands that were counted in the room.
func (a *App) CountHands(ctx context.Context, session string, h HandCount) error {
	return a.act(ctx, session, func(l *Laptop) error { return l.CountHands(h) })
}

// CastBallot hands the own ballot in, without words.
func (a *App) CastBallot(ctx context.Context, session string, choices []Choice) error {
	return a.act(ctx, session, func(l *Laptop) error { return l.CastBallot(choices) })
}

// AddCapture writes down what was said.
func (a *App) AddCapture(ctx context.Context, session string, c NewCapture) (id string, err error) {
	return a.make(ctx, session, func(l *Laptop) (string, error) { return l.AddCapture(c) })
}

// EditCapture changes what was written down.
func (a *App) EditCapture(ctx context.Context, session string, capture, text string) error {
	return a.act(ctx, session, func(l *Laptop) error { return l.EditCapture(capture, text) })
}

// RemoveCapture takes what was written down away.
func (a *App) RemoveCapture(ctx context.Context, session string, capture string) error {
	return a.act(ctx, session, func(l *Laptop) error { return l.RemoveCapture(capture) })
}

// DiscussItem says what is talked about now.
func (a *App) DiscussItem(ctx context.Context, session string, item string) error {
	return a.act(ctx, session, func(l *Laptop) error { return l.DiscussItem(item) })
}

// AddParked keeps a matter for later.
func (a *App) AddParked(ctx context.Context, session string, text string) (id string, err error) {
	return a.make(ctx, session, func(l *Laptop) (string, error) { return l.AddParked(text) })
}

// SettleParked writes down what becomes of a parked matter.
func (a *App) SettleParked(ctx context.Context, session string, parked, fate string) error {
	return a.act(ctx, session, func(l *Laptop) error { return l.SettleParked(parked, fate) })
}

// AddAction offers a task.
func (a *App) AddAction(ctx context.Context, session string, n NewAction) (id string, err error) {
	return a.make(ctx, session, func(l *Laptop) (string, error) { return l.AddAction(n) })
}

// EditAction changes an action.
func (a *App) EditAction(ctx context.Context, session string, action string, e ActionEdit) error {
	return a.act(ctx, session, func(l *Laptop) error { return l.EditAction(action, e) })
}

// RemoveAction takes an action away.
func (a *App) RemoveAction(ctx context.Context, session string, action string) error {
	return a.act(ctx, session, func(l *Laptop) error { return l.RemoveAction(action) })
}

// AcceptAction is the owner's yes, or its end; spoken ones are written down by a facilitator.
func (a *App) AcceptAction(ctx context.Context, session string, action string, accept, spoken bool) error {
	return a.act(ctx, session, func(l *Laptop) error { return l.AcceptAction(action, accept, spoken) })
}

// Undo takes the last own gesture back.
func (a *App) Undo(ctx context.Context, session string) error {
	return a.act(ctx, session, (*Laptop).Undo)
}

// Redo brings back what Undo took.
func (a *App) Redo(ctx context.Context, session string) error {
	return a.act(ctx, session, (*Laptop).Redo)
}
