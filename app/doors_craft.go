package app

import "context"

// WriteCharter writes the charter's words.
func (a *App) WriteCharter(ctx context.Context, session string, e CharterEdit) error {
	return a.act(ctx, session, func(l *Laptop) error { return l.WriteCharter(e) })
}

// Propose words a proposal.
func (a *App) Propose(ctx context.Context, session string, text, activity string) (id string, err error) {
	return a.make(ctx, session, func(l *Laptop) (string, error) { return l.Propose(text, activity) })
}

// AnswerObjection writes down what was changed for an objection.
func (a *App) AnswerObjection(ctx context.Context, session string, objection, text string) (id string, err error) {
	return a.make(ctx, session, func(l *Laptop) (string, error) { return l.AnswerObjection(objection, text) })
}

// EditDecision writes on a decision.
func (a *App) EditDecision(ctx context.Context, session string, decision string, e DecisionEdit) error {
	return a.act(ctx, session, func(l *Laptop) error { return l.EditDecision(decision, e) })
}

// EditSeat changes a seat.
func (a *App) EditSeat(ctx context.Context, session string, seat string, e SeatEdit) error {
	return a.act(ctx, session, func(l *Laptop) error { return l.EditSeat(seat, e) })
}

// GiveFloor hands the floor to another facilitator.
func (a *App) GiveFloor(ctx context.Context, session string, person string) error {
	return a.act(ctx, session, func(l *Laptop) error { return l.GiveFloor(person) })
}

// Endorse says whom the person here would follow.
func (a *App) Endorse(ctx context.Context, session string, person string) error {
	return a.act(ctx, session, func(l *Laptop) error { return l.Endorse(person) })
}

// CallOn says who speaks now.
func (a *App) CallOn(ctx context.Context, session string, s Speaker) error {
	return a.act(ctx, session, func(l *Laptop) error { return l.CallOn(s) })
}

// NextTurn gives the word to who is next.
func (a *App) NextTurn(ctx context.Context, session string) error {
	return a.act(ctx, session, (*Laptop).NextTurn)
}

// ShowThumb says whether to stay with the item.
func (a *App) ShowThumb(ctx context.Context, session string, t Thumb, seat string) error {
	return a.act(ctx, session, func(l *Laptop) error { return l.ShowThumb(t, seat) })
}

// ExtendItem gives the item its next extension.
func (a *App) ExtendItem(ctx context.Context, session string) error {
	return a.act(ctx, session, (*Laptop).ExtendItem)
}

// RaisePoint raises a process point.
func (a *App) RaisePoint(ctx context.Context, session string, text string) (id string, err error) {
	return a.make(ctx, session, func(l *Laptop) (string, error) { return l.RaisePoint(text) })
}

// AnswerPoint answers a process point.
func (a *App) AnswerPoint(ctx context.Context, session string, point, answer string) error {
	return a.act(ctx, session, func(l *Laptop) error { return l.AnswerPoint(point, answer) })
}

// Silence asks everybody to think for themselves.
func (a *App) Silence(ctx context.Context, session string, seconds int) (run string, err error) {
	return a.pass(ctx, session, func(l *Laptop) (*Passage, error) { return l.Silence(seconds) })
}

// InsertRound lets everybody speak once, now.
func (a *App) InsertRound(ctx context.Context, session string, prompt string) (run string, err error) {
	return a.pass(ctx, session, func(l *Laptop) (*Passage, error) { return l.InsertRound(prompt) })
}

// GaugeNow asks where everybody stands.
func (a *App) GaugeNow(ctx context.Context, session string, question string) (run string, err error) {
	return a.pass(ctx, session, func(l *Laptop) (*Passage, error) { return l.GaugeNow(question) })
}

// ParkItem parks what is talked about.
func (a *App) ParkItem(ctx context.Context, session string) (id string, err error) {
	return a.make(ctx, session, (*Laptop).ParkItem)
}

// Blank hides the boards from the projector and pauses, or shows them again.
func (a *App) Blank(ctx context.Context, session string, blank bool) error {
	return a.act(ctx, session, func(l *Laptop) error { return l.Blank(blank) })
}

// ReplaceActivity opens another activity in the place of the one that is open.
func (a *App) ReplaceActivity(ctx context.Context, session string, n NewActivity) (run string, err error) {
	return a.pass(ctx, session, func(l *Laptop) (*Passage, error) { return l.ReplaceActivity(n) })
}

// CarryParked takes a parked matter on to the follow-up.
func (a *App) CarryParked(ctx context.Context, session string, parked string, carry bool) error {
	return a.act(ctx, session, func(l *Laptop) error { return l.CarryParked(parked, carry) })
}

// SkipActivity leaves an activity out, or takes it in again.
func (a *App) SkipActivity(ctx context.Context, session string, activity string, skip bool) error {
	return a.act(ctx, session, func(l *Laptop) error { return l.SkipActivity(activity, skip) })
}
