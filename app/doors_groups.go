package app

import "context"

// JoinGroup says in which group the person here is now.
func (a *App) JoinGroup(ctx context.Context, session, group string) error {
	return a.act(ctx, session, func(l *Laptop) error { return l.JoinGroup(group) })
}

// AddGroup begins a group on a topic of its own.
func (a *App) AddGroup(ctx context.Context, session, name string) (id string, err error) {
	return a.make(ctx, session, func(l *Laptop) (string, error) { return l.AddGroup(name) })
}

// EditGroup names a group or its host.
func (a *App) EditGroup(ctx context.Context, session, group string, e GroupEdit) error {
	return a.act(ctx, session, func(l *Laptop) error { return l.EditGroup(group, e) })
}

// WriteReport writes one answer of a group's report.
func (a *App) WriteReport(ctx context.Context, session, group string, field int, text string) error {
	return a.act(ctx, session, func(l *Laptop) error { return l.WriteReport(group, field, text) })
}

// SeatPerson moves somebody to another group.
func (a *App) SeatPerson(ctx context.Context, session, person, group string) error {
	return a.act(ctx, session, func(l *Laptop) error { return l.SeatPerson(person, group) })
}

// StepRound goes on to a later round.
func (a *App) StepRound(ctx context.Context, session string, round int) error {
	return a.act(ctx, session, func(l *Laptop) error { return l.StepRound(round) })
}

// BringBack marks a note of the own group to bring back.
func (a *App) BringBack(ctx context.Context, session, note string, back bool) error {
	return a.act(ctx, session, func(l *Laptop) error { return l.BringBack(note, back) })
}

// PlaceNote puts a note into a place on a canvas.
func (a *App) PlaceNote(ctx context.Context, session string, p NotePlace) error {
	return a.act(ctx, session, func(l *Laptop) error { return l.PlaceNote(p) })
}

// LayNotes puts several notes into places on a canvas, in one step.
func (a *App) LayNotes(ctx context.Context, session string, m NotesLay) error {
	return a.act(ctx, session, func(l *Laptop) error { return l.LayNotes(m) })
}

// StarNote marks an own note as a favourite.
func (a *App) StarNote(ctx context.Context, session, note string, starred bool) error {
	return a.act(ctx, session, func(l *Laptop) error { return l.StarNote(note, starred) })
}
