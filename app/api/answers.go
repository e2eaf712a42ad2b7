package api

import (
	"context"

	"convene/app"
)

func answerMethods() []method {
	return []method{
		on("response.give", owners, "Gives one's own answer in a round. It may be changed until the round closes.", done(giveResponse)),
		on("ballot.cast", owners, "Hands in one's own ballot, in place of the one before, until the vote closes.", done(castBallot)),
	}
}

type responseParams struct {
	inSession
	app.Answer
}

type ballotParams struct {
	inSession
	Choices app.List[app.Choice] `json:"choices"`
}

func giveResponse(ctx context.Context, c *call, p responseParams) error {
	return c.Answers.GiveResponse(ctx, p.Session, p.Answer)
}

func castBallot(ctx context.Context, c *call, p ballotParams) error {
	return c.Answers.CastBallot(ctx, p.Session, p.Choices)
}
