package app

import "context"

// TakeFloor makes this laptop the one whose clock counts.
func (a *App) TakeFloor(ctx context.Context, session string) error {
	return a.act(ctx, session, (*Laptop).TakeFloor)
}

// SetReady says whether the person here is ready.
func (a *App) SetReady(ctx context.Context, session string, ready bool) error {
	return a.act(ctx, session, func(l *Laptop) error { return l.SetReady(ready) })
}

// SetHand raises or lowers the hand of the person here.
func (a *App) SetHand(ctx context.Context, session string, up bool) error {
	return a.act(ctx, session, func(l *Laptop) error { return l.SetHand(up) })
}

// RenameMe says what the person here is called in this session.
func (a *App) RenameMe(ctx context.Context, session string, name string) error {
	return a.act(ctx, session, func(l *Laptop) error { return l.RenameMe(name) })
}

// RemovePerson takes every role away from somebody.
func (a *App) RemovePerson(ctx context.Context, session string, person string) error {
	return a.act(ctx, session, func(l *Laptop) error { return l.RemovePerson(person) })
}

// GrantPerson gives somebody another role.
func (a *App) GrantPerson(ctx context.Context, session string, person string, role GrantRole) error {
	return a.act(ctx, session, func(l *Laptop) error { return l.GrantPerson(person, role) })
}
