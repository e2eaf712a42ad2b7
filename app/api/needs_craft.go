package api

import (
	"context"

	"convene/app"
)

// Charter is what the group agrees on: the charter, proposals, objections, decisions.
type Charter interface {
	WriteCharter(ctx context.Context, session string, e app.CharterEdit) error
	Propose(ctx context.Context, session, text, activity string) (id string, err error)
	AnswerObjection(ctx context.Context, session, objection, text string) (id string, err error)
	EditDecision(ctx context.Context, session, decision string, e app.DecisionEdit) error
	// FollowUp makes a session with exactly what another one left open.
	FollowUp(ctx context.Context, session string) (made string, err error)
}

// Turns is who speaks, about what, for how long, and how the group works.
type Turns interface {
	CallOn(ctx context.Context, session string, s app.Speaker) error
	NextTurn(ctx context.Context, session string) error
	ShowThumb(ctx context.Context, session string, t app.Thumb, seat string) error
	ExtendItem(ctx context.Context, session string) error
	RaisePoint(ctx context.Context, session, text string) (id string, err error)
	AnswerPoint(ctx context.Context, session, point, answer string) error
	CarryParked(ctx context.Context, session, parked string, carry bool) error
}

// Rescue is what helps when a workshop goes astray, in one call each.
type Rescue interface {
	Silence(ctx context.Context, session string, seconds int) (run string, err error)
	InsertRound(ctx context.Context, session, prompt string) (run string, err error)
	GaugeNow(ctx context.Context, session, question string) (run string, err error)
	ParkItem(ctx context.Context, session string) (id string, err error)
	Blank(ctx context.Context, session string, blank bool) error
	ReplaceActivity(ctx context.Context, session string, a app.NewActivity) (run string, err error)
	SkipActivity(ctx context.Context, session, activity string, skip bool) error
}
