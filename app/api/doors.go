package api

import (
	"context"

	"convene/app"
)

func doorMethods() []method {
	return []method{
		on("door.open", owners, "Opens a short code that lets people in while it is open, and returns it. After ten wrong guesses it is another one.", openCode),
		on("door.close", owners, "Closes the code. Who has it and is not in yet stays out.", done(closeCode)),
		on("door.join", owners, "Joins a session by its short code. Tells how far it has come with join.progress.", joinByCode).takesTime(),
		on("door.letIn", owners, "Lets in one person who waits at the door, or everybody.", done(letIn)),
		on("door.turnAway", owners, "Turns away one person who waits at the door, or everybody.", done(turnAway)),
		on("door.invites", owners, "Lists the invites that this computer still honours.", listInvites),
		on("door.relay", owners, "Makes sessions that are opened from now on reachable through a relay, by its link; an empty link is none.", done(useRelay)),
		on("door.revoke", owners, "Takes an invite back. Who is in stays in.", done(revokeInvite)),
	}
}

type codeResult struct {
	Code string `json:"code"` // as it is said aloud: 4-tulip-anchor
}

type doorParams struct {
	inSession
	Person string `json:"person,omitempty"` // everybody who waits, where it is left out
}

type invitesResult struct {
	Invites app.List[app.OpenInvite] `json:"invites"`
}

type revokeParams struct {
	inSession
	Invite string `json:"invite"`
}

type relayParams struct {
	Link string `json:"link"`
}

func useRelay(ctx context.Context, c *call, p relayParams) error {
	return c.Doors.UseRelay(ctx, p.Link)
}

func openCode(ctx context.Context, c *call, p inviteParams) (codeResult, error) {
	code, err := c.Doors.OpenCode(ctx, p.Session, p.InviteWish)
	return codeResult{Code: code}, err
}

func closeCode(ctx context.Context, c *call, p inSession) error {
	return c.Doors.CloseCode(ctx, p.Session)
}

func joinByCode(ctx context.Context, c *call, p app.JoinWish) (sessionResult, error) {
	id, err := c.Doors.JoinCode(ctx, p, func(step app.JoinProgress) { c.line.tell("join.progress", step) })
	return sessionResult{Session: id}, err
}

func letIn(ctx context.Context, c *call, p doorParams) error {
	return c.Doors.LetIn(ctx, p.Session, p.Person)
}

func turnAway(ctx context.Context, c *call, p doorParams) error {
	return c.Doors.TurnAway(ctx, p.Session, p.Person)
}

func listInvites(ctx context.Context, c *call, p inSession) (invitesResult, error) {
	found, err := c.Doors.Invites(ctx, p.Session)
	return invitesResult{Invites: found}, err
}

func revokeInvite(ctx context.Context, c *call, p revokeParams) error {
	return c.Doors.RevokeInvite(ctx, p.Session, p.Invite)
}
