package app

import "context"

// AddNotes puts several ideas on a board, in one step.
func (a *App) AddNotes(ctx context.Context, session string, n NewNotes) (ids []string, err error) {
	err = a.act(ctx, session, func(l *Laptop) (err error) {
		ids, err = l.AddNotes(n)
		return err
	})
	return ids, err
}

// PlaceNotes moves notes, in one step.
func (a *App) PlaceNotes(ctx context.Context, session string, m NotesMove) error {
	return a.act(ctx, session, func(l *Laptop) error { return l.PlaceNotes(m) })
}

// RemoveNotes takes notes away, in one step.
func (a *App) RemoveNotes(ctx context.Context, session string, c Chosen) error {
	return a.act(ctx, session, func(l *Laptop) error { return l.RemoveNotes(c) })
}

// MergeNotes makes one note of several.
func (a *App) MergeNotes(ctx context.Context, session string, m NotesMerge) (id string, err error) {
	return a.make(ctx, session, func(l *Laptop) (string, error) { return l.MergeNotes(m) })
}

// RecolorNotes gives notes another colour, in one step.
func (a *App) RecolorNotes(ctx context.Context, session string, c Chosen, color Color) error {
	return a.act(ctx, session, func(l *Laptop) error { return l.RecolorNotes(c, color) })
}

// PlaceCluster puts a cluster somewhere on its board.
func (a *App) PlaceCluster(ctx context.Context, session, cluster string, x, y int64) error {
	return a.act(ctx, session, func(l *Laptop) error { return l.PlaceCluster(cluster, x, y) })
}

// Lock keeps participants from changing a board, a cluster or a note.
func (a *App) Lock(ctx context.Context, session, record string, locked bool) error {
	return a.act(ctx, session, func(l *Laptop) error { return l.Lock(record, locked) })
}

// LockZone keeps participants from changing what lies in a zone of a canvas.
func (a *App) LockZone(ctx context.Context, session, board, zone string, locked bool) error {
	return a.act(ctx, session, func(l *Laptop) error { return l.LockZone(board, zone, locked) })
}

// AddConnector draws an arrow.
func (a *App) AddConnector(ctx context.Context, session string, c NewConnector) (id string, err error) {
	return a.make(ctx, session, func(l *Laptop) (string, error) { return l.AddConnector(c) })
}

// EditConnector changes what stands at an arrow.
func (a *App) EditConnector(ctx context.Context, session, connector string, e ConnectorEdit) error {
	return a.act(ctx, session, func(l *Laptop) error { return l.EditConnector(connector, e) })
}

// RemoveConnector takes an arrow away.
func (a *App) RemoveConnector(ctx context.Context, session, connector string) error {
	return a.act(ctx, session, func(l *Laptop) error { return l.RemoveConnector(connector) })
}

// AddComment replies to a note or a cluster.
func (a *App) AddComment(ctx context.Context, session, on, text string) (id string, err error) {
	return a.make(ctx, session, func(l *Laptop) (string, error) { return l.AddComment(on, text) })
}

// EditComment changes an own comment.
func (a *App) EditComment(ctx context.Context, session, comment, text string) error {
	return a.act(ctx, session, func(l *Laptop) error { return l.EditComment(comment, text) })
}

// RemoveComment takes a comment away.
func (a *App) RemoveComment(ctx context.Context, session, comment string) error {
	return a.act(ctx, session, func(l *Laptop) error { return l.RemoveComment(comment) })
}

// MarkNote puts the own mark or reaction on a note.
func (a *App) MarkNote(ctx context.Context, session string, m NoteMark) error {
	return a.act(ctx, session, func(l *Laptop) error { return l.MarkNote(m) })
}

// TakeIn lets what was set aside count after all.
func (a *App) TakeIn(ctx context.Context, session, item string) error {
	return a.act(ctx, session, func(l *Laptop) error { return l.TakeIn(item) })
}

// Point says where the person here is on a board.
func (a *App) Point(ctx context.Context, session string, p Pointer) error {
	return a.act(ctx, session, func(l *Laptop) error { return l.Point(p) })
}

// Moments tells the past of a session in stretches.
func (a *App) Moments(ctx context.Context, session string) (list []Moment, err error) {
	err = a.act(ctx, session, func(l *Laptop) error {
		list = l.Moments()
		return nil
	})
	return list, err
}
