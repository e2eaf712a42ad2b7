package api

import (
	"context"

	"convene/app"
)

func peopleMethods() []method {
	return []method{
		on("seat.add", owners, "Makes a seat for somebody without a laptop. The person at this computer keeps it and enters what they say.", makes(addSeat)),
		on("floor.take", owners, "Makes this facilitator's computer the one whose clock counts.", done(takeFloor)),
		on("ready.set", owners, "Says that one is ready to go on, or not yet.", done(setReady)),
		on("hand.set", writers, "Raises or lowers one's hand, or that of a seat one keeps.", done(setHand)),
		on("memo.write", owners, "Keeps own notes of who facilitates here, in place of those before. They are on this computer only.", done(writeMemo)),
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
	Up   bool   `json:"up"`
	Seat string `json:"seat,omitempty"` // oneself without
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
	if seat := c.seatOf(p.Seat); seat != "" {
		return c.Seats.SetSeatHand(ctx, p.Session, seat, p.Up)
	}
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

type memoParams struct {
	inSession
	Text string `json:"text"`
}

func writeMemo(ctx context.Context, c *call, p memoParams) error {
	return c.Seats.WriteMemo(ctx, p.Session, p.Text)
}

type seatAddParams struct {
	inSession
	Name string `json:"name"`
}

func addSeat(ctx context.Context, c *call, p seatAddParams) (string, error) {
	return c.Seats.AddSeat(ctx, p.Session, p.Name)
}
