package api

import (
	"context"

	"convene/app"
)

func homeMethods() []method {
	return []method{
		on("app.hello", everybody, "What a window needs before it draws anything.", hello).beforeUnlock(),
		on("app.unlock", owners, "Opens the data folder with the passphrase, where app.hello says that it is locked.", done(unlock)).takesTime().beforeUnlock(),
		on("me.set", owners, "Says what the person at this computer is called.", done(setName)),
		on("room.check", owners, "Looks at this computer and its network: what is in the way of people who want to join, and what to do.", checkRoom).takesTime(),
	}
}

type setNameParams struct {
	Name string `json:"name"`
}

// helloResult is what a window needs, and what its token makes of it.
type helloResult struct {
	app.Hello
	// Locked: the passphrase of the data folder is needed first; the rest of the answer is empty.
	Locked  bool   `json:"locked,omitempty"`
	Role    Role   `json:"role"`
	Session string `json:"session,omitempty"` // the only session of a screen that is not the owner's
	Seat    string `json:"seat,omitempty"`    // of a guest
}

// hello tells a screen that is not the owner's nothing about the owner.
func hello(ctx context.Context, c *call, _ none) (helloResult, error) {
	if c.Needs == nil {
		return helloResult{Locked: true, Role: c.grant.Role}, nil
	}
	h, err := c.Home.Hello(ctx)
	if c.grant.Role != RoleOwner {
		h.Name, h.Person, h.DataDir, h.Notes = "", "", "", nil
	}
	return helloResult{Hello: h, Role: c.grant.Role, Session: c.grant.Session, Seat: c.grant.Seat}, err
}

func setName(ctx context.Context, c *call, p setNameParams) error {
	return c.Home.SetName(ctx, p.Name)
}

type checkParams struct {
	Address string `json:"address,omitempty"` // another computer's, as its invite shows it, to be called too
}

type checkResult struct {
	Findings app.List[app.Finding] `json:"findings"`
}

func checkRoom(ctx context.Context, c *call, p checkParams) (checkResult, error) {
	found, err := c.Home.CheckRoom(ctx, p.Address)
	return checkResult{Findings: found}, err
}
