package api

import (
	"context"

	"convene/app"
)

func charterMethods() []method {
	return []method{
		on("charter.write", owners, "Writes values, decision rule and use of results; what is not named stays.", done(writeCharter)),
		on("proposal.write", owners, "Words a proposal; the latest is what a vote on the proposal is about.", makes(propose)),
		on("objection.answer", owners, "Writes down what was changed for an objection.", makes(answerObjection)),
		on("session.followUp", owners, "Makes a session with the charter, the outcomes, the open actions and the parked matters that go on.", makes(followUp)).takesTime(),
		on("decision.edit", owners, "Writes on a decision: its words, and the day on which the group looks at it again.", done(editDecision)),
	}
}

func seatMethods() []method {
	return []method{
		on("seat.edit", owners, "Gives a seat another name or another keeper.", done(editSeat)),
		on("floor.give", owners, "Hands the floor to another facilitator.", done(giveFloor)),
		on("person.endorse", owners, "Says whom one would follow where nobody facilitates any more.", done(endorse)),
	}
}

func turnMethods() []method {
	return []method{
		on("speaker.call", owners, "Says who speaks now; nobody without a person and a seat.", done(callOn)),
		on("turn.next", owners, "Gives the word to who is next in the round, or to the hand that is up for longest.", done(nextTurn)),
		on("thumb.show", owners, "Says whether one wants to stay with the item that is talked about.", done(showThumb)),
		on("item.extend", owners, "Gives the item that is talked about its next extension.", done(extendItem)),
		on("point.raise", owners, "Raises a process point: it stays in sight until it is answered.", makes(raisePoint)),
		on("parked.carry", owners, "Takes a parked matter on to the follow-up, or leaves it here.", done(carryParked)),
		on("point.answer", owners, "Answers a process point; only that ends it.", done(answerPoint)),
	}
}

func rescueMethods() []method {
	return []method{
		on("rescue.silence", owners, "Asks everybody to think for themselves, for two minutes where no seconds are named.", makes(silence)).takesTime(),
		on("rescue.round", owners, "Lets everybody speak once, now. What was open is paused and goes on afterwards.", makes(insertRound)).takesTime(),
		on("rescue.gauge", owners, "Asks where everybody stands, from zero to five. What was open is paused and goes on afterwards.", makes(gaugeNow)).takesTime(),
		on("rescue.park", owners, "Parks the item that is talked about and goes on to the next one.", makes(parkItem)),
		on("rescue.blank", owners, "Hides the boards from the projector and stops the clock, or shows them and lets it go on.", done(blank)),
		on("rescue.replace", owners, "Closes what is open and opens another activity in its place, on the same board.", makes(replaceActivity)).takesTime(),
		on("activity.skip", owners, "Leaves an activity out, or takes it in again; what follows moves.", done(skipActivity)),
	}
}

type charterParams struct {
	inSession
	app.CharterEdit
}

type proposeParams struct {
	inSession
	Text     string `json:"text"`
	Activity string `json:"activity,omitempty"` // the vote that it is for
}

type objectionParams struct {
	inSession
	Objection string `json:"objection"` // the item of an objection
	Text      string `json:"text"`
}

type decisionParams struct {
	inSession
	Decision string `json:"decision"`
	app.DecisionEdit
}

type seatEditParams struct {
	inSession
	Seat string `json:"seat"`
	app.SeatEdit
}

type speakerParams struct {
	inSession
	app.Speaker
}

type thumbParams struct {
	inSession
	Thumb app.Thumb `json:"thumb"`
	Seat  string    `json:"seat,omitempty"`
}

type pointParams struct {
	inSession
	Point  string `json:"point"`
	Answer string `json:"answer"`
}

type silenceParams struct {
	inSession
	Seconds int `json:"seconds,omitempty"`
}

type promptParams struct {
	inSession
	Prompt string `json:"prompt,omitempty"`
}

type blankParams struct {
	inSession
	Blank bool `json:"blank"`
}

type skipParams struct {
	inSession
	Activity string `json:"activity"`
	Skip     bool   `json:"skip"`
}

type carryParams struct {
	inSession
	Parked string `json:"parked"`
	Carry  bool   `json:"carry"`
}

func followUp(ctx context.Context, c *call, p inSession) (string, error) {
	return c.Charter.FollowUp(ctx, p.Session)
}

func carryParked(ctx context.Context, c *call, p carryParams) error {
	return c.Turns.CarryParked(ctx, p.Session, p.Parked, p.Carry)
}

func writeCharter(ctx context.Context, c *call, p charterParams) error {
	return c.Charter.WriteCharter(ctx, p.Session, p.CharterEdit)
}

func propose(ctx context.Context, c *call, p proposeParams) (string, error) {
	return c.Charter.Propose(ctx, p.Session, p.Text, p.Activity)
}

func answerObjection(ctx context.Context, c *call, p objectionParams) (string, error) {
	return c.Charter.AnswerObjection(ctx, p.Session, p.Objection, p.Text)
}

func editDecision(ctx context.Context, c *call, p decisionParams) error {
	return c.Charter.EditDecision(ctx, p.Session, p.Decision, p.DecisionEdit)
}

func editSeat(ctx context.Context, c *call, p seatEditParams) error {
	return c.Seats.EditSeat(ctx, p.Session, p.Seat, p.SeatEdit)
}

func giveFloor(ctx context.Context, c *call, p personParams) error {
	return c.Seats.GiveFloor(ctx, p.Session, p.Person)
}

func endorse(ctx context.Context, c *call, p personParams) error {
	return c.Seats.Endorse(ctx, p.Session, p.Person)
}

func callOn(ctx context.Context, c *call, p speakerParams) error {
	return c.Turns.CallOn(ctx, p.Session, p.Speaker)
}

func nextTurn(ctx context.Context, c *call, p inSession) error {
	return c.Turns.NextTurn(ctx, p.Session)
}

func showThumb(ctx context.Context, c *call, p thumbParams) error {
	return c.Turns.ShowThumb(ctx, p.Session, p.Thumb, p.Seat)
}

func extendItem(ctx context.Context, c *call, p inSession) error {
	return c.Turns.ExtendItem(ctx, p.Session)
}

func raisePoint(ctx context.Context, c *call, p addTextParams) (string, error) {
	return c.Turns.RaisePoint(ctx, p.Session, p.Text)
}

func answerPoint(ctx context.Context, c *call, p pointParams) error {
	return c.Turns.AnswerPoint(ctx, p.Session, p.Point, p.Answer)
}

func silence(ctx context.Context, c *call, p silenceParams) (string, error) {
	return c.Rescue.Silence(ctx, p.Session, p.Seconds)
}

func insertRound(ctx context.Context, c *call, p promptParams) (string, error) {
	return c.Rescue.InsertRound(ctx, p.Session, p.Prompt)
}

func gaugeNow(ctx context.Context, c *call, p promptParams) (string, error) {
	return c.Rescue.GaugeNow(ctx, p.Session, p.Prompt)
}

func parkItem(ctx context.Context, c *call, p inSession) (string, error) {
	return c.Rescue.ParkItem(ctx, p.Session)
}

func blank(ctx context.Context, c *call, p blankParams) error {
	return c.Rescue.Blank(ctx, p.Session, p.Blank)
}

func replaceActivity(ctx context.Context, c *call, p activityAddParams) (string, error) {
	return c.Rescue.ReplaceActivity(ctx, p.Session, p.NewActivity)
}

func skipActivity(ctx context.Context, c *call, p skipParams) error {
	return c.Rescue.SkipActivity(ctx, p.Session, p.Activity, p.Skip)
}
