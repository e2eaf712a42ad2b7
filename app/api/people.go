package api

import (
	"context"

	"convene/app"
)

func peopleMethods() []method {
	return []method{
		on("floor.take", owners, "Makes this facilitator's computer the one whose clock counts.", done(takeFloor)),
		on("ready.set", owners, "Says that one is ready to go on, or not yet.", done(setReady)),
		on("hand.set", owners, "Raises or lowers one's hand.", done(setHand)),
		on("person.rename", owners, "Changes one's own name in this session.", done(renameMe)),
		on("person.remove", owners, "Removes a person from now on. They keep what they already received.", done(removePerson)),
		on("person.grant", owners, "Gives a person another role.", done(grantPerson)),
	}
}

type readyParams struct {
	inSession
	Ready bool `json:"ready"`
}

type handParams struct {
	inSession
	Up bool `json:"up"`
}

type renameParams struct {
	inSession
	Name string `json:"name"`
}

type personParams struct {
	inSession
	Person string `json:"person"`
}

type grantParams struct {
	inSession
	Person string        `json:"person"`
	Role   app.GrantRole `json:"role"`
}

func takeFloor(ctx context.Context, c *call, p inSession) error {
	return c.People.TakeFloor(ctx, p.Session)
}

func setReady(ctx context.Context, c *call, p readyParams) error {
	return c.People.SetReady(ctx, p.Session, p.Ready)
}

func setHand(ctx context.Context, c *call, p handParams) error {
	return c.People.SetHand(ctx, p.Session, p.Up)
}

func renameMe(ctx context.Context, c *call, p renameParams) error {
	return c.People.RenameMe(ctx, p.Session, p.Name)
}

func removePerson(ctx context.Context, c *call, p personParams) error {
	return c.People.RemovePerson(ctx, p.Session, p.Person)
}

func grantPerson(ctx context.Context, c *call, p grantParams) error {
	return c.People.GrantPerson(ctx, p.Session, p.Person, p.Role)
}
