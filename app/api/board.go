package api

import (
	"context"

	"convene/app"
)

func boardMethods() []method {
	return []method{
		on("notes.add", owners, "Writes several notes, as from a list that was pasted. One undo takes them all back.", addNotes),
		on("notes.place", owners, "Moves notes into a cluster and to their places on the board, and strokes with them, in one step.", done(placeNotes)),
		on("notes.remove", owners, "Takes notes away, and strokes with them, in one step; those that are gone already are passed over.", done(removeNotes)),
		on("notes.merge", owners, "Makes one note of several that say the same; their writers keep the credit.", makes(mergeNotes)),
		on("notes.recolor", owners, "Gives notes another colour, and strokes with them, in one step.", done(recolorNotes)),
		on("cluster.place", owners, "Puts a cluster somewhere on its board.", done(placeCluster)),
		on("board.lock", owners, "Keeps participants from changing a board (its activity), a cluster or a note, or lets them again.", done(lockBoard)),
		on("zone.lock", owners, "Keeps participants from changing what lies in a zone of a canvas, or lets them again.", done(lockZone)),
		on("connector.add", owners, "Draws an arrow between two notes or clusters.", makes(addConnector)),
		on("connector.edit", owners, "Changes the words or the sign of an arrow; what is not named stays.", done(editConnector)),
		on("connector.remove", owners, "Takes an arrow away.", done(removeConnector)),
		on("comment.add", owners, "Replies to a note or a cluster.", makes(addComment)),
		on("comment.edit", owners, "Changes the words of an own comment.", done(editComment)),
		on("comment.remove", owners, "Takes a comment away: an own one, and a facilitator any.", done(removeComment)),
		on("mark.set", owners, "Puts one's own mark or reaction on a note, or takes it away.", done(markNote)),
		on("pointer.set", owners, "Says where one is on a board; the others hear it with pointers. It is kept nowhere.", done(setPointer)),
	}
}

func pastMethods() []method {
	return []method{
		on("history.moments", owners, "Tells the past of a session in at most 400 stretches, oldest first.", moments),
		on("history.look", owners, "Draws the boards as they stood at a moment.", look).takesTime(),
		on("history.bring", owners, "Makes notes what they were at a moment, and brings lines of the pen, arrows and clusters back that are gone, by new changes that can be undone.", done(restore)).takesTime(),
		on("aside.take", owners, "Lets what was set aside count after all, with all that was set aside for the same reason.", done(takeIn)),
	}
}

type notesAddParams struct {
	inSession
	app.NewNotes
}

type notesAddResult struct {
	IDs app.List[string] `json:"ids"`
}

type notesPlaceParams struct {
	inSession
	app.NotesMove
}

type chosenParams struct {
	inSession
	app.Chosen
}

type notesMergeParams struct {
	inSession
	app.NotesMerge
}

type notesRecolorParams struct {
	inSession
	app.Chosen
	Color app.Color `json:"color"`
}

type clusterPlaceParams struct {
	inSession
	Cluster string `json:"cluster"`
	X       int64  `json:"x"`
	Y       int64  `json:"y"`
}

type lockParams struct {
	inSession
	Record string `json:"record"`
	Locked bool   `json:"locked"`
}

type zoneLockParams struct {
	inSession
	Board  string `json:"board"` // the activity of the canvas
	Zone   string `json:"zone"`  // its title
	Locked bool   `json:"locked"`
}

type connectorAddParams struct {
	inSession
	app.NewConnector
}

type connectorEditParams struct {
	inSession
	Connector string `json:"connector"`
	app.ConnectorEdit
}

type connectorParams struct {
	inSession
	Connector string `json:"connector"`
}

type commentAddParams struct {
	inSession
	On   string `json:"on"`
	Text string `json:"text"`
}

type commentEditParams struct {
	inSession
	Comment string `json:"comment"`
	Text    string `json:"text"`
}

type commentParams struct {
	inSession
	Comment string `json:"comment"`
}

type markParams struct {
	inSession
	app.NoteMark
}

type pointerParams struct {
	inSession
	Board  string  `json:"board"` // the activity whose board it is; "" for none
	X      int64   `json:"x"`
	Y      int64   `json:"y"`
	Act    app.Act `json:"act"`
	Note   string  `json:"note,omitempty"`
	CX     int64   `json:"cx"` // the middle of what is seen
	CY     int64   `json:"cy"`
	Zoom   int64   `json:"zoom"`             // in thousandths
	Gather uint64  `json:"gather,omitempty"` // counts up to ask everybody to look here
}

type momentsResult struct {
	Moments app.List[app.Moment] `json:"moments"`
}

type lookParams struct {
	inSession
	At string `json:"at"`
}

type lookResult struct {
	Records app.List[app.Record] `json:"records"`
}

func (r lookResult) appendTo(out []byte) ([]byte, error) {
	out, err := appendRecords(append(out, `{"records":`...), r.Records)
	return append(out, '}'), err
}

type bringParams struct {
	inSession
	At    string           `json:"at"`
	Notes app.List[string] `json:"notes"` // ids of whatever is meant, at most 1,000
}

type asideParams struct {
	inSession
	Item string `json:"item"`
}

func addNotes(ctx context.Context, c *call, p notesAddParams) (notesAddResult, error) {
	ids, err := c.Board.AddNotes(ctx, p.Session, p.NewNotes)
	return notesAddResult{IDs: ids}, err
}

func placeNotes(ctx context.Context, c *call, p notesPlaceParams) error {
	return c.Board.PlaceNotes(ctx, p.Session, p.NotesMove)
}

func removeNotes(ctx context.Context, c *call, p chosenParams) error {
	return c.Board.RemoveNotes(ctx, p.Session, p.Chosen)
}

func mergeNotes(ctx context.Context, c *call, p notesMergeParams) (string, error) {
	return c.Board.MergeNotes(ctx, p.Session, p.NotesMerge)
}

func recolorNotes(ctx context.Context, c *call, p notesRecolorParams) error {
	return c.Board.RecolorNotes(ctx, p.Session, p.Chosen, p.Color)
}

func placeCluster(ctx context.Context, c *call, p clusterPlaceParams) error {
	return c.Board.PlaceCluster(ctx, p.Session, p.Cluster, p.X, p.Y)
}

func lockBoard(ctx context.Context, c *call, p lockParams) error {
	return c.Board.Lock(ctx, p.Session, p.Record, p.Locked)
}

func lockZone(ctx context.Context, c *call, p zoneLockParams) error {
	return c.Around.LockZone(ctx, p.Session, p.Board, p.Zone, p.Locked)
}

func addConnector(ctx context.Context, c *call, p connectorAddParams) (string, error) {
	return c.Around.AddConnector(ctx, p.Session, p.NewConnector)
}

func editConnector(ctx context.Context, c *call, p connectorEditParams) error {
	return c.Around.EditConnector(ctx, p.Session, p.Connector, p.ConnectorEdit)
}

func removeConnector(ctx context.Context, c *call, p connectorParams) error {
	return c.Around.RemoveConnector(ctx, p.Session, p.Connector)
}

func addComment(ctx context.Context, c *call, p commentAddParams) (string, error) {
	return c.Around.AddComment(ctx, p.Session, p.On, p.Text)
}

func editComment(ctx context.Context, c *call, p commentEditParams) error {
	return c.Around.EditComment(ctx, p.Session, p.Comment, p.Text)
}

func removeComment(ctx context.Context, c *call, p commentParams) error {
	return c.Around.RemoveComment(ctx, p.Session, p.Comment)
}

func markNote(ctx context.Context, c *call, p markParams) error {
	return c.Around.MarkNote(ctx, p.Session, p.NoteMark)
}

func setPointer(ctx context.Context, c *call, p pointerParams) error {
	return c.Board.Point(ctx, p.Session, app.Pointer{
		Board: p.Board, X: p.X, Y: p.Y, Act: p.Act, Note: p.Note, CX: p.CX, CY: p.CY, Zoom: p.Zoom, Gather: p.Gather,
	})
}

func moments(ctx context.Context, c *call, p inSession) (momentsResult, error) {
	list, err := c.Past.Moments(ctx, p.Session)
	return momentsResult{Moments: list}, err
}

func look(ctx context.Context, c *call, p lookParams) (lookResult, error) {
	records, err := c.Past.Look(ctx, p.Session, p.At)
	return lookResult{Records: records}, err
}

func restore(ctx context.Context, c *call, p bringParams) error {
	return c.Past.Restore(ctx, p.Session, p.At, p.Notes)
}

func takeIn(ctx context.Context, c *call, p asideParams) error {
	return c.Past.TakeIn(ctx, p.Session, p.Item)
}
