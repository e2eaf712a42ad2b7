package app

import "context"

// WriteMemo keeps the own notes of who facilitates here, on this computer only.
func (a *App) WriteMemo(ctx context.Context, session, text string) error {
	return a.act(ctx, session, func(l *Laptop) error { return l.WriteMemo(text) })
}

// AddSeat makes a seat that the person at this computer keeps.
func (a *App) AddSeat(ctx context.Context, session, name string) (seat string, err error) {
	return a.make(ctx, session, func(l *Laptop) (string, error) { return l.AddSeat(name) })
}

// AddGuest makes a seat for somebody on a phone, for whom this computer signs.
func (a *App) AddGuest(ctx context.Context, session, name string) (seat string, err error) {
	return a.make(ctx, session, func(l *Laptop) (string, error) { return l.AddGuest(name) })
}

// SetSeatHand raises or lowers the hand of a seat kept here, for all to see.
func (a *App) SetSeatHand(ctx context.Context, session, seat string, up bool) error {
	return a.act(ctx, session, func(l *Laptop) error { return l.SetSeatHand(seat, up) })
}
