package app

// Color is the colour of a note.
type Color string

// Values lists the eight colours of notes.
func (Color) Values() []string {
	return []string{"yellow", "orange", "red", "purple", "blue", "cyan", "green", "grey"}
}

// ColorYellow is the colour of a note whose writer chose none.
const ColorYellow Color = "yellow"

// NoteRecord is one note on a board, or the own draft of one.
type NoteRecord struct {
	ID       string `json:"id"`
	Activity string `json:"activity"` // whose board it is on
	Text     string `json:"text"`
	TextRev  uint64 `json:"textRev"` // counts the versions of text, for text.splice
	Color    Color  `json:"color"`
	Cluster  string `json:"cluster,omitempty"`
	Order    string `json:"order"`            // within its cluster or among the loose notes; sorts as text
	Author   string `json:"author,omitempty"` // missing where authors are hidden
	Mine     bool   `json:"mine"`
	Draft    bool   `json:"draft"` // on this computer only, until the reveal
	Late     bool   `json:"late,omitempty"`
	SetAside bool   `json:"setAside,omitempty"`
	// Group is the group whose members wrote it; Activity is then the group too, until the note is brought back to all.
	Group   string `json:"group,omitempty"`
	Back    bool   `json:"back,omitempty"`
	Starred bool   `json:"starred,omitempty"` // one of its writer's favourites
	About   string `json:"about,omitempty"`   // the note or arrow that it is attached to
	From    string `json:"from,omitempty"`    // the notes it grew from, with spaces between
	X       int64  `json:"x,omitempty"`       // where it lies on the board; 0, 0 while nobody put it anywhere
	Y       int64  `json:"y,omitempty"`
	Locked  bool   `json:"locked,omitempty"` // only facilitators change it
	Seat    string `json:"seat,omitempty"`   // for whom the author entered it
	// Credits is whose words a note holds that others were merged into, with spaces between; missing where authors are hidden.
	Credits string `json:"credits,omitempty"`
	// HTML is Text as light Markdown (emphasis, code, lists), safe to show; missing where plain words show the same.
	HTML string `json:"html,omitempty"`
	// Picture is the hash of what it shows, for picture.get; its Text then says what is to be seen. Missing where it is words alone.
	Picture string `json:"picture,omitempty"`
	Wide    int    `json:"wide,omitempty"` // of the picture, in pixels
	Tall    int    `json:"tall,omitempty"`
	// Sent is how far an own note that was written or changed since the app started has come; missing for all others.
	Sent Sent `json:"sent,omitempty"`
}

// Sent is how far an own note has come.
type Sent string

// How far an own note has come.
const (
	SentHere Sent = "here" // on this computer only
	SentSome Sent = "some" // somebody else has it, not yet all who are here
	SentAll  Sent = "all"  // everybody who is here has it
)

// Values lists how far a note can have come.
func (Sent) Values() []string { return []string{"", "here", "some", "all"} }

// FacedownRecord counts the notes of others that are still face down.
type FacedownRecord struct {
	ID      string `json:"id"` // "facedown/" and the run
	Run     string `json:"run"`
	Count   int    `json:"count"`
	Writers int    `json:"writers"`
}

// ClusterRecord is a named group of notes.
type ClusterRecord struct {
	ID       string `json:"id"`
	Activity string `json:"activity"`
	Name     string `json:"name"`
	Order    string `json:"order"`       // sorts as text, byte by byte
	X        int64  `json:"x,omitempty"` // its corner on the board; 0, 0 while nobody put it anywhere
	Y        int64  `json:"y,omitempty"`
	Locked   bool   `json:"locked,omitempty"` // only facilitators change it and what is in it
}

// RecordID returns the record's id.
func (r NoteRecord) RecordID() string { return r.ID }

// RecordKind returns "note".
func (NoteRecord) RecordKind() string { return "note" }

// RecordID returns the record's id.
func (r FacedownRecord) RecordID() string { return r.ID }

// RecordKind returns "facedown".
func (FacedownRecord) RecordKind() string { return "facedown" }

// RecordID returns the record's id.
func (r ClusterRecord) RecordID() string { return r.ID }

// RecordKind returns "cluster".
func (ClusterRecord) RecordKind() string { return "cluster" }
