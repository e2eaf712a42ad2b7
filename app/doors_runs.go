package app

import "context"

// OpenRun closes what runs, then opens an activity.
func (a *App) OpenRun(ctx context.Context, session string, activity string) (run string, err error) {
	return a.pass(ctx, session, func(l *Laptop) (*Passage, error) { return l.OpenRun(activity) })
}

// NextRun closes what runs and opens what follows; "" means that nothing does.
func (a *App) NextRun(ctx context.Context, session string) (run string, err error) {
	return a.pass(ctx, session, (*Laptop).NextRun)
}

// PauseRun stops the clock.
func (a *App) PauseRun(ctx context.Context, session string) error {
	return a.act(ctx, session, (*Laptop).PauseRun)
}

// ResumeRun lets the clock go on.
func (a *App) ResumeRun(ctx context.Context, session string) error {
	return a.act(ctx, session, (*Laptop).ResumeRun)
}

// ExtendRun gives more seconds, or fewer when below 0.
func (a *App) ExtendRun(ctx context.Context, session string, seconds int) error {
	return a.act(ctx, session, func(l *Laptop) error { return l.ExtendRun(seconds) })
}

// CloseRun reveals and closes what runs.
func (a *App) CloseRun(ctx context.Context, session string) error {
	_, err := a.pass(ctx, session, (*Laptop).CloseRun)
	return err
}

// FinishSession closes what runs, and the session.
func (a *App) FinishSession(ctx context.Context, session string) error {
	if _, err := a.pass(ctx, session, (*Laptop).FinishSession); err != nil {
		return err
	}
	return a.act(ctx, session, func(l *Laptop) error { return a.learn(l.View()) })
}

// ReopenSession takes the finish back.
func (a *App) ReopenSession(ctx context.Context, session string) error {
	return a.act(ctx, session, (*Laptop).ReopenSession)
}
