package api

import (
	"context"

	"convene/app"
)

func libraryMethods() []method {
	return []method{
		on("sessions.list", owners, "Lists the sessions on this computer.", listSessions),
		on("sessions.create", owners, "Makes a session, as a draft, from a template or with an empty agenda.", createSession),
		on("sessions.open", owners, "Starts the session's database and network. Opening it again changes nothing.", openSession).takesTime(),
		on("sessions.close", owners, "Stops the session's network and database on this computer.", done(closeSession)).takesTime(),
		on("sessions.duplicate", owners, "Makes a new draft with the same agenda, without people and notes.", duplicateSession),
		on("sessions.nearby", owners, "Lists the sessions seen on this network, without titles and names.", nearbySessions).takesTime(),
		on("sessions.invite", owners, "Makes an invite: a link, and the same as a QR code.", invite),
		on("sessions.join", owners, "Joins a session by its link. Tells how far it has come with join.progress.", joinSession).takesTime(),
	}
}

type sessionsResult struct {
	Sessions app.List[app.SessionEntry] `json:"sessions"`
}

type sessionResult struct {
	Session string `json:"session"`
}

type nearbyResult struct {
	Sessions app.List[app.Sighting] `json:"sessions"`
}

type inviteParams struct {
	inSession
	app.InviteWish
}

type joinParams struct {
	Link string `json:"link"`
	Name string `json:"name"` // how the joiner wants to be called there
}

func listSessions(ctx context.Context, c *call, _ none) (sessionsResult, error) {
	found, err := c.Library.Sessions(ctx)
	return sessionsResult{Sessions: found}, err
}

func createSession(ctx context.Context, c *call, p app.NewSession) (sessionResult, error) {
	id, err := c.Library.CreateSession(ctx, p)
	return sessionResult{Session: id}, err
}

func openSession(ctx context.Context, c *call, p inSession) (sessionResult, error) {
	return sessionResult(p), c.Library.OpenSession(ctx, p.Session)
}

func closeSession(ctx context.Context, c *call, p inSession) error {
	return c.Library.CloseSession(ctx, p.Session)
}

func duplicateSession(ctx context.Context, c *call, p inSession) (sessionResult, error) {
	id, err := c.Library.DuplicateSession(ctx, p.Session)
	return sessionResult{Session: id}, err
}

func nearbySessions(ctx context.Context, c *call, _ none) (nearbyResult, error) {
	seen, err := c.Library.Nearby(ctx)
	return nearbyResult{Sessions: seen}, err
}

func invite(ctx context.Context, c *call, p inviteParams) (app.Invitation, error) {
	return c.Library.Invite(ctx, p.Session, p.InviteWish)
}

func joinSession(ctx context.Context, c *call, p joinParams) (sessionResult, error) {
	id, err := c.Library.Join(ctx, p.Link, p.Name, func(step app.JoinProgress) {
		c.line.tell("join.progress", step)
	})
	return sessionResult{Session: id}, err
}
