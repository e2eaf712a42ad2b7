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
	ID      string `json:"id"`
	Text    string `json:"text"`
	From    string `json:"from,omitempty"`    // the activity it came up in
	Fate    string `json:"fate,omitempty"`    // what became of it
	Carried bool   `json:"carried,omitempty"` // it goes on to the follow-up
	Author  string `json:"author"`
}

// DecisionRecord is a decision with how it was reached.
type DecisionRecord struct {
	ID       string       `json:"id"`
	Text     string       `json:"text"`
	Rule     string       `json:"rule"`
	Activity string       `json:"activity"`
	Evidence List[string] `json:"evidence"` // ids of notes, clusters and options
	Number   int          `json:"number,omitempty"`
	Run      string       `json:"run,omitempty"`    // the vote that decided
	Review   Date         `json:"review,omitempty"` // when the group looks at it again
	At       Millis       `json:"at,omitempty"`
	Consents int          `json:"consents,omitempty"`
	Concerns int          `json:"concerns,omitempty"`
	Asides   int          `json:"asides,omitempty"`
}

// ActionRecord is what somebody will do.
type ActionRecord struct {
	ID        string           `json:"id"`
	What      string           `json:"what"`
	Owner     string           `json:"owner,omitempty"`
	Accepted  Acceptance       `json:"accepted"`
	Due       Date             `json:"due,omitempty"`
	FirstStep string           `json:"firstStep,omitempty"`
	Activity  string           `json:"activity,omitempty"`
	Evidence  List[string]     `json:"evidence"` // ids of notes, clusters and options
	Number    int              `json:"number"`   // as people say it: action 3
	State     string           `json:"state,omitempty"`
	Missing   List[string]     `json:"missing,omitzero"` // what the activity asks for and is not there yet: what, owner, due, firstStep, reviewDate
	Seat      string           `json:"seat,omitempty"`   // whose it is, where the owner keeps the seat
	Roles     List[ActionRole] `json:"roles,omitzero"`
	Agreed    List[Speaker]    `json:"agreed,omitzero"`    // of an offer and an ask that were matched: who said yes
	Former    string           `json:"former,omitempty"`   // of a follow-up: who owned it before
	Forecast  *int             `json:"forecast,omitempty"` // of a follow-up: how likely the group held it to be, in percent
	ActionExtra
}

// ActionExtra is what an action says besides.
type ActionExtra struct {
	Sign    string `json:"sign,omitempty"`   // how everybody sees that it is done
	Review  Date   `json:"review,omitempty"` // when the group looks at it again
	Type    string `json:"type,omitempty"`
	Place   string `json:"place,omitempty"`
	Partner string `json:"partner,omitempty"`
	Witness string `json:"witness,omitempty"`
	Help    string `json:"help,omitempty"`
}

// ActionRole is what somebody does for an action besides its owner.
type ActionRole struct {
	Person string `json:"person,omitempty"`
	Seat   string `json:"seat,omitempty"`
	Role   string `json:"role"` // does, answers for, is asked, is told
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
