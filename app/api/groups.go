package api

import (
	"context"

	"convene/app"
)

func groupMethods() []method {
	return []method{
		on("group.join", owners, "Says in which group one is now; an empty group is none. Where people choose their groups.", done(joinGroup)),
		on("group.add", owners, "Begins a group on a topic of one's own, as its host. Where people choose their groups.", makes(addGroup)),
		on("group.edit", owners, "Names a group or its host; what is not named stays. Members and facilitators do.", done(editGroup)),
		on("group.report", owners, "Writes one answer of a group's report, by its place among the questions.", done(reportGroup)),
		on("group.seat", owners, "Moves somebody to another group.", done(seatPerson)),
		on("run.round", owners, "Goes on to a later round of groups, or to the next zone of a canvas.", done(stepRound)),
		on("note.back", owners, "Marks a note of one's group as one to bring back to all.", done(bringBack)),
		on("note.place", owners, "Puts a note or an own draft into a zone, a slot or row, or to a point of a canvas, or with none of these off it.", done(placeNote)),
		on("notes.lay", owners, "Puts several notes into a zone, a slot or row, or to points of a canvas, or with none of these off it, and strokes with them, in one step.", done(layNotes)),
		on("note.star", owners, "Marks an own note or draft as a favourite.", done(starNote)),
	}
}

type groupParams struct {
	inSession
	Group string `json:"group"`
}

type groupAddParams struct {
	inSession
	Name string `json:"name"`
}

type groupEditParams struct {
	inSession
	Group string `json:"group"`
	app.GroupEdit
}

type reportParams struct {
	inSession
	Group string `json:"group,omitempty"` // the own one where none is given
	Field int    `json:"field"`           // from 0
	Text  string `json:"text"`
}

type seatParams struct {
	inSession
	Person string `json:"person"`
	Group  string `json:"group"`
}

type roundParams struct {
	inSession
	Round int `json:"round"` // from 0
}

type backParams struct {
	inSession
	Note string `json:"note"`
	Back bool   `json:"back"`
}

type starParams struct {
	inSession
	Note    string `json:"note"`
	Starred bool   `json:"starred"`
}

type placeParams struct {
	inSession
	app.NotePlace
}

func joinGroup(ctx context.Context, c *call, p groupParams) error {
	return c.Groups.JoinGroup(ctx, p.Session, p.Group)
}

func addGroup(ctx context.Context, c *call, p groupAddParams) (string, error) {
	return c.Groups.AddGroup(ctx, p.Session, p.Name)
}

func editGroup(ctx context.Context, c *call, p groupEditParams) error {
	return c.Groups.EditGroup(ctx, p.Session, p.Group, p.GroupEdit)
}

func reportGroup(ctx context.Context, c *call, p reportParams) error {
	return c.Groups.WriteReport(ctx, p.Session, p.Group, p.Field, p.Text)
}

func seatPerson(ctx context.Context, c *call, p seatParams) error {
	return c.Groups.SeatPerson(ctx, p.Session, p.Person, p.Group)
}

func stepRound(ctx context.Context, c *call, p roundParams) error {
	return c.Groups.StepRound(ctx, p.Session, p.Round)
}

func bringBack(ctx context.Context, c *call, p backParams) error {
	return c.Groups.BringBack(ctx, p.Session, p.Note, p.Back)
}

type layParams struct {
	inSession
	app.NotesLay
}

func layNotes(ctx context.Context, c *call, p layParams) error {
	return c.Canvas.LayNotes(ctx, p.Session, p.NotesLay)
}

func placeNote(ctx context.Context, c *call, p placeParams) error {
	return c.Canvas.PlaceNote(ctx, p.Session, p.NotePlace)
}

func starNote(ctx context.Context, c *call, p starParams) error {
	return c.Canvas.StarNote(ctx, p.Session, p.Note, p.Starred)
}
