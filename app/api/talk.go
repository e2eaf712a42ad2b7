package api

import (
	"context"

	"convene/app"
)

func talkMethods() []method {
	return []method{
		on("capture.add", owners, "Catches an insight, a question, a decision, an action or something to park.", makes(addCapture)),
		on("capture.edit", owners, "Changes the words of what was caught.", done(editCapture)),
		on("capture.remove", owners, "Takes what was caught away.", done(removeCapture)),
		on("discuss.item", owners, "Says which item is talked about now.", done(discussItem)),
		on("parked.add", owners, "Sets something down for later.", makes(addParked)),
		on("parked.settle", owners, "Says what became of something that was parked.", done(settleParked)),
	}
}

type captureAddParams struct {
	inSession
	app.NewCapture
}

type captureEditParams struct {
	inSession
	Capture string `json:"capture"`
	Text    string `json:"text"`
}

type captureParams struct {
	inSession
	Capture string `json:"capture"`
}

type itemParams struct {
	inSession
	Item string `json:"item"`
}

type settleParams struct {
	inSession
	Parked string `json:"parked"`
	Fate   string `json:"fate"`
}

func addCapture(ctx context.Context, c *call, p captureAddParams) (string, error) {
	return c.Talk.AddCapture(ctx, p.Session, p.NewCapture)
}

func editCapture(ctx context.Context, c *call, p captureEditParams) error {
	return c.Talk.EditCapture(ctx, p.Session, p.Capture, p.Text)
}

func removeCapture(ctx context.Context, c *call, p captureParams) error {
	return c.Talk.RemoveCapture(ctx, p.Session, p.Capture)
}

func discussItem(ctx context.Context, c *call, p itemParams) error {
	return c.Talk.DiscussItem(ctx, p.Session, p.Item)
}

func addParked(ctx context.Context, c *call, p addTextParams) (string, error) {
	return c.Talk.AddParked(ctx, p.Session, p.Text)
}

func settleParked(ctx context.Context, c *call, p settleParams) error {
	return c.Talk.SettleParked(ctx, p.Session, p.Parked, p.Fate)
}
