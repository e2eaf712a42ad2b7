package api

import (
	"context"

	"convene/app"
)

func answerMethods() []method {
	return []method{
		on("response.give", writers, "Gives one's own answer in a round. It may be changed until the round closes.", done(giveResponse)),
		on("ballot.cast", writers, "Hands in one's own ballot or that of a seat one keeps, in place of the one before, until the vote closes.", done(handIn)),
		on("hands.count", owners, "Writes down hands that were counted in the room, in the place of ballots.", done(countHands)),
	}
}

type responseParams struct {
	inSession
	app.Answer
}

type ballotParams struct {
	inSession
	app.NewBallot
}

type handsParams struct {
	inSession
	app.HandCount
}

func giveResponse(ctx context.Context, c *call, p responseParams) error {
	p.Seat = c.seatOf(p.Seat)
	return c.Answers.GiveResponse(ctx, p.Session, p.Answer)
}

func handIn(ctx context.Context, c *call, p ballotParams) error {
	p.Seat = c.seatOf(p.Seat)
	return c.Answers.HandIn(ctx, p.Session, p.NewBallot)
}

func countHands(ctx context.Context, c *call, p handsParams) error {
	return c.Answers.CountHands(ctx, p.Session, p.HandCount)
}
