package app

// CaptureType says what was caught in a discussion.
type CaptureType string

// The types of capture.
const (
	CaptureInsight  CaptureType = "insight"
	CaptureQuestion CaptureType = "question"
	CaptureDecision CaptureType = "decision"
	CaptureAction   CaptureType = "action"
	CaptureParked   CaptureType = "parked"
)

// Values lists every type of capture.
func (CaptureType) Values() []string {
	return []string{"insight", "question", "decision", "action", "parked"}
}

// Acceptance says whether the owner of an action said yes.
type Acceptance string

// The answers of an owner; "spoken" was heard in the room and entered by a facilitator.
const (
	AcceptedNo     Acceptance = "no"
	AcceptedYes    Acceptance = "yes"
	AcceptedSpoken Acceptance = "spoken"
)

// Values lists the answers an owner can have given.
func (Acceptance) Values() []string { return []string{"no", "yes", "spoken"} }

// CaptureRecord is something caught while people talked.
type CaptureRecord struct {
	ID       string      `json:"id"`
	Run      string      `json:"run"`
	Activity string      `json:"activity"`
	Type     CaptureType `json:"type"`
	Text     string      `json:"text"`
	Item     string      `json:"item,omitempty"`
	Author   string      `json:"author"`
	Late     bool        `json:"late,omitempty"`
}

// ParkedRecord is something set down for later.
type ParkedRecord struct {
	ID     string `json:"id"`
	Text   string `json:"text"`
	From   string `json:"from,omitempty"` // the activity it came up in
	Fate   string `json:"fate,omitempty"` // what became of it
	Author string `json:"author"`
}

// DecisionRecord is a decision with how it was reached.
type DecisionRecord struct {
	ID       string       `json:"id"`
	Text     string       `json:"text"`
	Rule     string       `json:"rule"`
	Activity string       `json:"activity"`
	Evidence List[string] `json:"evidence"` // ids of notes, clusters and options
}

// ActionRecord is what somebody will do.
type ActionRecord struct {
	ID        string       `json:"id"`
	What      string       `json:"what"`
	Owner     string       `json:"owner,omitempty"`
	Accepted  Acceptance   `json:"accepted"`
	Due       Date         `json:"due,omitempty"`
	FirstStep string       `json:"firstStep,omitempty"`
	Activity  string       `json:"activity,omitempty"`
	Evidence  List[string] `json:"evidence"` // ids of notes, clusters and options
	Number    int          `json:"number"`   // as people say it: action 3
}

// RecordID returns the record's id.
func (r CaptureRecord) RecordID() string { return r.ID }

// RecordKind returns "capture".
func (CaptureRecord) RecordKind() string { return "capture" }

// RecordID returns the record's id.
func (r ParkedRecord) RecordID() string { return r.ID }

// RecordKind returns "parked".
func (ParkedRecord) RecordKind() string { return "parked" }

// RecordID returns the record's id.
func (r DecisionRecord) RecordID() string { return r.ID }

// RecordKind returns "decision".
func (DecisionRecord) RecordKind() string { return "decision" }

// RecordID returns the record's id.
func (r ActionRecord) RecordID() string { return r.ID }

// RecordKind returns "action".
func (ActionRecord) RecordKind() string { return "action" }
