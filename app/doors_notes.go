package app

import "context"

// AddNote puts an idea on a board, or face down on this laptop.
func (a *App) AddNote(ctx context.Context, session string, n NewNote) (id string, err error) {
	return a.make(ctx, session, func(l *Laptop) (string, error) { return l.AddNote(n) })
}

// EditNote gives a note other words.
func (a *App) EditNote(ctx context.Context, session string, note, text string) error {
	return a.act(ctx, session, func(l *Laptop) error { return l.EditNote(note, text) })
}

// RemoveNote takes a note away.
func (a *App) RemoveNote(ctx context.Context, session string, note string) error {
	return a.act(ctx, session, func(l *Laptop) error { return l.RemoveNote(note) })
}

// MoveNote puts a note into a cluster, or makes it loose.
func (a *App) MoveNote(ctx context.Context, session string, m NoteMove) error {
	return a.act(ctx, session, func(l *Laptop) error { return l.MoveNote(m) })
}

// AddCluster makes a named group of notes.
func (a *App) AddCluster(ctx context.Context, session string, name string, notes []string) (id string, err error) {
	return a.make(ctx, session, func(l *Laptop) (string, error) { return l.AddCluster(name, notes) })
}

// EditCluster gives a cluster another name.
func (a *App) EditCluster(ctx context.Context, session string, cluster, name string) error {
	return a.act(ctx, session, func(l *Laptop) error { return l.EditCluster(cluster, name) })
}

// RemoveCluster takes a cluster away; its notes become loose.
func (a *App) RemoveCluster(ctx context.Context, session string, cluster string) error {
	return a.act(ctx, session, func(l *Laptop) error { return l.RemoveCluster(cluster) })
}

// SpliceText writes what was typed and returns the text's new revision.
func (a *App) SpliceText(ctx context.Context, session string, e TextEdit) (rev uint64, err error) {
	err = a.act(ctx, session, func(l *Laptop) (err error) {
		rev, err = l.SpliceText(e)
		return err
	})
	return rev, err
}
