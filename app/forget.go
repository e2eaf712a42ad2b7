package app

import (
	"context"
	"fmt"
	"time"

	"convene/workshop"
)

// retentionPrefix begins the preferences that say until when a session is to be kept.
const retentionPrefix = "keep-until/"

// ForgetSession removes a session from this computer for good, with its drafts, pictures and backups, after closing it. Others
// keep theirs.
func (a *App) ForgetSession(ctx context.Context, session string) error {
	id, err := a.held(session)
	if err != nil {
		return err
	}
	if err := a.CloseSession(ctx, session); err != nil {
		return inWords(err)
	}
	a.opening.Lock()
	defer a.opening.Unlock()
	if err := a.library.Forget(id); err != nil {
		return inWords(err)
	}
	a.search.forget(id)
	err = a.library.SetPreference(retentionPrefix+id.String(), nil)
	a.sessionsChanged()
	return inWords(err)
}

// KeepUntil says until which day a session is to be kept here; "" is for ever. Nothing is removed by itself: when the day has
// passed the list of sessions says so.
func (a *App) KeepUntil(ctx context.Context, session string, until Date) error {
	id, err := a.held(session)
	if err != nil {
		return err
	}
	if _, err := day(until); err != nil {
		return err
	}
	if err := a.library.SetPreference(retentionPrefix+id.String(), []byte(until)); err != nil {
		return inWords(err)
	}
	a.sessionsChanged()
	return nil
}

// held is the id of a session that is on this computer, opened or not.
func (a *App) held(session string) (workshop.SessionID, error) {
	id, err := sessionByName(session)
	if err != nil {
		return id, err
	}
	_, known, err := a.entry(id)
	if err == nil && !known {
		err = Refuse("session-unknown", "This session is not on this laptop.", "Choose one from the list.")
	}
	return id, inWords(err)
}

// DismissReport ends what is told of a session's damage, once a person has read it. What was set aside stays where it is.
func (a *App) DismissReport(_ context.Context, session string) error {
	id, err := a.held(session)
	if err != nil {
		return err
	}
	if err := a.library.DismissReport(id); err != nil {
		return inWords(err)
	}
	a.sessionsChanged()
	return nil
}

// keptUntil reads it, and whether the day has passed.
func (a *App) keptUntil(id workshop.SessionID) (until Date, over bool, err error) {
	b, err := a.library.Preference(retentionPrefix + id.String())
	if err != nil || len(b) == 0 {
		return "", false, err
	}
	last, err := time.ParseInLocation(time.DateOnly, string(b), a.c.Now().Location())
	if err != nil {
		return "", false, fmt.Errorf("read until when a session is kept: %w", err)
	}
	return Date(b), a.c.Now().After(last.AddDate(0, 0, 1)), nil
}
