package app

// The types of this file are what hangs on the notes of a board, and what a
// window asks for around it.

// ConnectorRecord is an arrow between two notes or clusters.
type ConnectorRecord struct {
	ID       string `json:"id"`
	Activity string `json:"activity"`
	From     string `json:"from"`
	To       string `json:"to"`
	Label    string `json:"label"`
	Sign     Sign   `json:"sign"`
	Mine     bool   `json:"mine,omitempty"` // the person here drew it
	// Where offers and asks are matched: who of the two writers said yes by an arrow, and the action that the match became.
	Yes    List[string] `json:"yes,omitzero"`
	Action string       `json:"action,omitempty"`
}

// Sign says what an arrow does to its end.
type Sign string

// Values lists the signs of an arrow: none, more of it, less of it.
func (Sign) Values() []string { return []string{"", "+", "-"} }

// CommentRecord is a reply to a note or a cluster.
type CommentRecord struct {
	ID     string `json:"id"`
	On     string `json:"on"`
	Text   string `json:"text"`
	Author string `json:"author,omitempty"` // missing where authors are hidden
	Mine   bool   `json:"mine"`
	Late   bool   `json:"late,omitempty"`
}

// MarkRecord is a person's mark on a note, or their reaction to it.
type MarkRecord struct {
	ID       string `json:"id"`
	Note     string `json:"note"`
	Label    string `json:"label"`
	Reaction bool   `json:"reaction"`
	Person   string `json:"person,omitempty"` // missing where authors are hidden
	Mine     bool   `json:"mine"`
}

// NewNotes is several notes to be added to a board at once, as from a list
// that was pasted.
type NewNotes struct {
	Texts    List[string] `json:"texts"`              // at most 1,000, each of at most 4,000 bytes; empty ones are left out
	Color    Color        `json:"color,omitempty"`    // "yellow" where none is given
	Colors   List[Color]  `json:"colors,omitempty"`   // one for each text, where they differ
	Activity string       `json:"activity,omitempty"` // the running one where none is given
	Cluster  string       `json:"cluster,omitempty"`
}

// NotesMove puts notes somewhere, in one step that is taken back as one.
type NotesMove struct {
	Notes   List[NoteSpot] `json:"notes"`
	Cluster *string        `json:"cluster,omitempty"` // "" makes them loose; without, they stay in theirs
	After   string         `json:"after,omitempty"`   // the note they follow, where a cluster is named; the front without
	Ink     *StrokesMove   `json:"ink,omitempty"`     // strokes that were chosen with them
}

// NotesLay is notes that go to places of a canvas.
type NotesLay struct {
	Notes List[NoteSpot] `json:"notes"`           // on a grid or a free canvas with x and y from 0 to 1000, y from bottom to top
	Board string         `json:"board,omitempty"` // an activity or a group; the running canvas or the own group where none is given
	Zone  string         `json:"zone,omitempty"`  // title of a zone
	Slot  int            `json:"slot,omitempty"`  // column of a timetable or row of a table, from 1
	Ink   *StrokesMove   `json:"ink,omitempty"`   // strokes that were chosen with them
}

// Chosen is notes and strokes that one gesture is about.
type Chosen struct {
	Notes   List[string] `json:"notes"`
	Strokes List[string] `json:"strokes,omitempty"`
}

// NotesMerge is notes that become one.
type NotesMerge struct {
	Notes List[string] `json:"notes"`
	Text  string       `json:"text,omitempty"` // what it says; the words of the first without
}

// Spot is a point of a board.
type Spot struct {
	X int64 `json:"x"`
	Y int64 `json:"y"`
}

// NoteSpot is a note, and where on the board it is to lie.
type NoteSpot struct {
	Note string `json:"note"`
	X    *int64 `json:"x,omitempty"`
	Y    *int64 `json:"y,omitempty"`
}

// NewConnector is an arrow to be drawn.
type NewConnector struct {
	From  string `json:"from"` // a note or a cluster
	To    string `json:"to"`
	Label string `json:"label,omitempty"`
	Sign  Sign   `json:"sign,omitempty"`
}

// ConnectorEdit changes an arrow.
type ConnectorEdit struct {
	Label *string `json:"label,omitempty"`
	Sign  *Sign   `json:"sign,omitempty"`
}

// NoteMark is what the person here puts on a note, in place of what they put
// there before; an empty label takes it away.
type NoteMark struct {
	Note     string `json:"note"`
	Label    string `json:"label"` // at most 40 bytes
	Reaction bool   `json:"reaction,omitempty"`
}

// Pointer is where somebody is on a board, as it is right now; it is kept nowhere.
type Pointer struct {
	Person string `json:"person"`
	Board  string `json:"board"` // the activity whose board it is; empty when they are on none
	X      int64  `json:"x"`
	Y      int64  `json:"y"`
	Act    Act    `json:"act"`
	Note   string `json:"note,omitempty"` // what they hold, write or name
	// CX, CY and Zoom, in thousandths, are the middle of what they see.
	CX   int64 `json:"cx"`
	CY   int64 `json:"cy"`
	Zoom int64 `json:"zoom"`
	// Gather counts how often they asked everybody to look where they look.
	Gather uint64 `json:"gather,omitempty"`
}

// Act is what somebody does on a board.
type Act string

// Values lists what somebody can be doing on a board.
func (Act) Values() []string { return []string{"look", "hold", "write", "name"} }

// PointersTold is who is where on the boards of a session.
type PointersTold struct {
	Session  string        `json:"session"`
	Pointers List[Pointer] `json:"pointers"`
}

// Moment is a stretch of a session's history: changes of one person in one
// activity, one after the other.
type Moment struct {
	At       string `json:"at"` // its last change, for history.look
	Wall     Millis `json:"wall"`
	Person   string `json:"person,omitempty"` // missing where authors are hidden
	Activity string `json:"activity,omitempty"`
	Count    int    `json:"count"` // changes in it
}

// RecordID returns the record's id.
func (r ConnectorRecord) RecordID() string { return r.ID }

// RecordKind returns "connector".
func (ConnectorRecord) RecordKind() string { return "connector" }

// RecordID returns the record's id.
func (r CommentRecord) RecordID() string { return r.ID }

// RecordKind returns "comment".
func (CommentRecord) RecordKind() string { return "comment" }

// RecordID returns the record's id.
func (r MarkRecord) RecordID() string { return r.ID }

// RecordKind returns "mark".
func (MarkRecord) RecordKind() string { return "mark" }
