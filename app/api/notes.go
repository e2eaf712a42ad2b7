package api

import (
	"context"

	"convene/app"
)

func noteMethods() []method {
	return []method{
		on("note.add", writers, "Writes a note. Where the activity is private it stays a draft on this computer until the reveal.", makes(addNote)),
		on("note.edit", owners, "Changes the words of a note or of an own draft.", done(editNote)),
		on("note.remove", owners, "Takes a note or an own draft away.", done(removeNote)),
		on("note.move", owners, "Puts a note into a cluster, or makes it loose.", done(moveNote)),
		on("text.splice", owners, "Writes what was typed into a text and answers with its new revision.", spliceText),
		on("cluster.add", owners, "Makes a cluster, with notes already in it where they are named.", makes(addCluster)),
		on("cluster.edit", owners, "Names a cluster.", done(editCluster)),
		on("cluster.remove", owners, "Takes a cluster away; its notes become loose.", done(removeCluster)),
	}
}

type noteAddParams struct {
	inSession
	app.NewNote
}

type noteEditParams struct {
	inSession
	Note string `json:"note"`
	Text string `json:"text"`
}

type noteParams struct {
	inSession
	Note string `json:"note"`
}

type noteMoveParams struct {
	inSession
	app.NoteMove
}

type spliceParams struct {
	inSession
	app.TextEdit
}

type spliceResult struct {
	Rev uint64 `json:"rev"`
}

type clusterAddParams struct {
	inSession
	Name  string           `json:"name"`
	Notes app.List[string] `json:"notes,omitempty"`
}

type clusterEditParams struct {
	inSession
	Cluster string `json:"cluster"`
	Name    string `json:"name"`
}

type clusterParams struct {
	inSession
	Cluster string `json:"cluster"`
}

func addNote(ctx context.Context, c *call, p noteAddParams) (string, error) {
	if p.Seat = c.seatOf(p.Seat); c.grant.Role == RoleGuest {
		// A guest writes into what runs now, with words alone.
		p.NewNote = app.NewNote{Text: p.Text, Color: p.Color, Zone: p.Zone, Slot: p.Slot, Seat: p.Seat}
	}
	return c.Notes.AddNote(ctx, p.Session, p.NewNote)
}

func editNote(ctx context.Context, c *call, p noteEditParams) error {
	return c.Notes.EditNote(ctx, p.Session, p.Note, p.Text)
}

func removeNote(ctx context.Context, c *call, p noteParams) error {
	return c.Notes.RemoveNote(ctx, p.Session, p.Note)
}

func moveNote(ctx context.Context, c *call, p noteMoveParams) error {
	return c.Notes.MoveNote(ctx, p.Session, p.NoteMove)
}

func spliceText(ctx context.Context, c *call, p spliceParams) (spliceResult, error) {
	rev, err := c.Notes.SpliceText(ctx, p.Session, p.TextEdit)
	return spliceResult{Rev: rev}, err
}

func addCluster(ctx context.Context, c *call, p clusterAddParams) (string, error) {
	return c.Notes.AddCluster(ctx, p.Session, p.Name, p.Notes)
}

func editCluster(ctx context.Context, c *call, p clusterEditParams) error {
	return c.Notes.EditCluster(ctx, p.Session, p.Cluster, p.Name)
}

func removeCluster(ctx context.Context, c *call, p clusterParams) error {
	return c.Notes.RemoveCluster(ctx, p.Session, p.Cluster)
}
