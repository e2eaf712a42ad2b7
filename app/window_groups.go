package app

// NotePlace puts a note into a place on a canvas.
type NotePlace struct {
	Note  string `json:"note"`
	Board string `json:"board,omitempty"` // an activity or a group; the running canvas or the own group where none is given
	Zone  string `json:"zone,omitempty"`  // title of a zone
	Slot  int    `json:"slot,omitempty"`  // column of a timetable or row of a table, from 1
	X     int    `json:"x,omitempty"`     // on a grid or a free canvas: 0 to 1000 from left to right
	Y     int    `json:"y,omitempty"`     // 0 to 1000 from bottom to top
}

// GroupEdit changes how a group is called and who hosts it.
type GroupEdit struct {
	Name *string `json:"name,omitempty"`
	Host *string `json:"host,omitempty"` // a person, or "" for nobody
}

// Breakout is what a window needs to know of work in groups, with defaults
// filled in.
type Breakout struct {
	Form        string       `json:"form"` // "fixed", "escalate", "rotate" or "self-select"
	Inner       ActivityKind `json:"inner"`
	Round       int          `json:"round"` // from 0
	Rounds      int          `json:"rounds"`
	RoundEndsAt Millis       `json:"roundEndsAt"`
	Group       string       `json:"group,omitempty"`   // the group of the person at this computer now
	Report      List[string] `json:"report"`            // what a group's report answers
	MaxPerGroup int          `json:"maxPerGroup"`       // notes a group may bring back
	ByClock     bool         `json:"byClock,omitempty"` // the facilitator is out of reach: the clock moves the rounds on
}

// Canvas is how a board with zones is drawn, with defaults filled in.
type Canvas struct {
	Layout    string       `json:"layout"` // "columns", "grid2x2", "stack", "horizons", "table", "timetable" or "free"
	Zones     List[Zone]   `json:"zones"`
	AxisX     string       `json:"axisX,omitempty"`
	AxisY     string       `json:"axisY,omitempty"`
	Slots     int          `json:"slots,omitempty"`    // of a timetable
	Direction string       `json:"direction"`          // "left-to-right" or "right-to-left": of time or cause, not of script
	Arrows    bool         `json:"arrows"`             // people may draw arrows
	Marks     List[string] `json:"marks"`              // what people can mark notes with
	MaxItems  int          `json:"maxItems,omitempty"` // notes that can be placed; 0: any number
	Stepwise  bool         `json:"stepwise,omitempty"` // zones open one after the other
	StepEnds  Millis       `json:"stepEnds,omitempty"` // when the next one opens
	Offers    bool         `json:"offers,omitempty"`   // the first zone has offers, the second asks; an arrow between is a match
}

// Zone is a named area of a canvas.
type Zone struct {
	Title   string `json:"title"`
	Help    string `json:"help,omitempty"`
	Pattern string `json:"pattern,omitempty"` // how a note there begins
	Open    bool   `json:"open"`
	Locked  bool   `json:"locked,omitempty"` // participants change nothing in it
}

// GroupRecord is a group of one round of work in groups. Its id also names
// the board that it works on.
type GroupRecord struct {
	ID       string         `json:"id"`
	Run      string         `json:"run"`
	Activity string         `json:"activity"`
	Round    int            `json:"round"`  // from 0
	Number   int            `json:"number"` // within its round, from 1
	Name     string         `json:"name"`   // may be empty
	Order    string         `json:"order"`  // sorts as text
	Members  List[string]   `json:"members"`
	Host     string         `json:"host,omitempty"`
	From     List[string]   `json:"from"` // groups of the rounds before whose notes it goes on with
	Topic    string         `json:"topic,omitempty"`
	Mine     bool           `json:"mine"` // the person at this computer is in it
	Report   List[Answered] `json:"report"`
}

// Answered is one question of a group's report with its answer.
type Answered struct {
	Question string `json:"question"`
	Answer   string `json:"answer"`
	Late     bool   `json:"late,omitempty"`
}

// PlacementRecord is where a note lies on a canvas.
type PlacementRecord struct {
	ID    string `json:"id"`
	Note  string `json:"note"`
	Board string `json:"board"` // an activity or a group
	Zone  string `json:"zone,omitempty"`
	Slot  int    `json:"slot,omitempty"`
	X     int64  `json:"x"`
	Y     int64  `json:"y"`
}

// RecordID returns the record's id.
func (r GroupRecord) RecordID() string { return r.ID }

// RecordKind returns "group".
func (GroupRecord) RecordKind() string { return "group" }

// RecordID returns the record's id.
func (r PlacementRecord) RecordID() string { return r.ID }

// RecordKind returns "placement".
func (PlacementRecord) RecordKind() string { return "placement" }
