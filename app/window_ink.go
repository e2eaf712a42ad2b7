package app

// StrokeRecord is what somebody drew on a board in one movement of the pen.
type StrokeRecord struct {
	ID       string      `json:"id"`
	Activity string      `json:"activity"`
	Dots     List[int64] `json:"dots"` // x and y of each, in turn; at least one dot
	Color    Color       `json:"color"`
	Label    string      `json:"label"` // what it shows, in words; empty where nobody said
	Author   string      `json:"author,omitempty"`
	Mine     bool        `json:"mine"`
	Late     bool        `json:"late,omitempty"`
}

// NewStroke is a stroke to be drawn.
type NewStroke struct {
	Dots     List[int64] `json:"dots"`               // x and y of each, in turn; at most 512 dots
	Color    Color       `json:"color,omitempty"`    // "blue" where none is given
	Label    string      `json:"label,omitempty"`    // what it shows, in words
	Activity string      `json:"activity,omitempty"` // the running one where none is given
}

// StrokeEdit changes a stroke.
type StrokeEdit struct {
	Label *string `json:"label,omitempty"`
	Color *Color  `json:"color,omitempty"`
}

// StrokesMove moves strokes, each as far as the others, in one step that is taken back as one.
type StrokesMove struct {
	Strokes List[string] `json:"strokes"`
	DX      int64        `json:"dx"`
	DY      int64        `json:"dy"`
}

// RecordID returns the record's id.
func (r StrokeRecord) RecordID() string { return r.ID }

// RecordKind returns "stroke".
func (StrokeRecord) RecordKind() string { return "stroke" }
