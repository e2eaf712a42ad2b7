package api

import (
	"context"

	"convene/app"
)

func historyMethods() []method {
	return []method{
		on("undo", owners, "Takes back one's own latest change. It never takes back another's work.", done(undo)),
		on("redo", owners, "Does again what was taken back.", done(redo)),
	}
}

func recordMethods() []method {
	return []method{
		on("record.preview", owners, "Returns the record as it would be saved now.", previewRecord).takesTime(),
		on("record.papers", owners, "Returns what sheets to print are made of.", papers).takesTime(),
		on("record.save", owners, "Writes the record into a folder and overwrites nothing.", saveRecord).takesTime(),
		on("record.picture", owners, "Adds a picture that the window drew of one of the record's drawings to the record that was saved last. It is no part of what is the same on every laptop.", addPicture).takesTime(),
	}
}

type previewParams struct {
	inSession
	app.RecordWish
}

type saveParams struct {
	inSession
	app.RecordWish
	Dir string `json:"dir,omitempty"` // the data folder's exports without
}

type saveResult struct {
	Path string `json:"path"`
}

type pictureParams struct {
	inSession
	Name string `json:"name"` // of the drawing, without its ending
	PNG  string `json:"png"`  // base64
}

func addPicture(ctx context.Context, c *call, p pictureParams) (saveResult, error) {
	path, err := c.Records.AddPicture(ctx, p.Session, p.Name, p.PNG)
	return saveResult{Path: path}, err
}

func undo(ctx context.Context, c *call, p inSession) error { return c.History.Undo(ctx, p.Session) }

func redo(ctx context.Context, c *call, p inSession) error { return c.History.Redo(ctx, p.Session) }

func previewRecord(ctx context.Context, c *call, p previewParams) (app.RecordPreview, error) {
	return c.Records.PreviewRecord(ctx, p.Session, p.RecordWish)
}

func papers(ctx context.Context, c *call, p previewParams) (app.Papers, error) {
	return c.Records.Papers(ctx, p.Session, p.RecordWish)
}

func saveRecord(ctx context.Context, c *call, p saveParams) (saveResult, error) {
	path, err := c.Records.SaveRecord(ctx, p.Session, p.RecordWish, p.Dir)
	return saveResult{Path: path}, err
}
