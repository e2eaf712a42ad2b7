package app

// SessionState says how far a session has come.
type SessionState string

// The states of a session, in order.
const (
	SessionDraft  SessionState = "draft"
	SessionLive   SessionState = "live"
	SessionClosed SessionState = "closed"
)

// Values lists every state.
func (SessionState) Values() []string { return []string{"draft", "live", "closed"} }

// Part is what the person at this computer is in a session they belong to.
type Part string

// The parts a person can have.
const (
	PartFacilitator Part = "facilitator"
	PartParticipant Part = "participant"
	PartObserver    Part = "observer"
	PartNone        Part = "none"
)

// Values lists every part; PartNone is somebody who was removed.
func (Part) Values() []string { return []string{"facilitator", "participant", "observer", "none"} }

// Rank is a person's role in a session, highest first.
type Rank string

// The ranks of a session.
const (
	RankFirst         Rank = "first"
	RankSuccessor     Rank = "successor"
	RankCofacilitator Rank = "cofacilitator"
	RankElected       Rank = "elected"
	RankParticipant   Rank = "participant"
	RankObserver      Rank = "observer"
	RankRemoved       Rank = "removed"
)

// Values lists every rank, highest first.
func (Rank) Values() []string {
	return []string{"first", "successor", "cofacilitator", "elected", "participant", "observer", "removed"}
}

// Severity says how loudly to tell a person.
type Severity string

// The severities, quietest first.
const (
	SeverityInfo    Severity = "info"
	SeverityWarning Severity = "warning"
	SeverityError   Severity = "error"
)

// Values lists every severity, quietest first.
func (Severity) Values() []string { return []string{"info", "warning", "error"} }

// SessionRecord is the session itself: what it is for and where it stands.
// There is exactly one in a view.
type SessionRecord struct {
	ID       string       `json:"id"`
	Title    string       `json:"title"`
	Purpose  string       `json:"purpose"`
	Question string       `json:"question"`
	Period   string       `json:"period"` // what span the work is about, as in "Q1"
	Date     Date         `json:"date"`   // the planned day, or empty
	Place    string       `json:"place"`
	State    SessionState `json:"state"`
	Started  Millis       `json:"started,omitempty"`
	Ended    Millis       `json:"ended,omitempty"`
	Floor    string       `json:"floor"` // the person whose clock counts
	Me       string       `json:"me"`    // the person at this computer
	Role     Part         `json:"role"`  // what I am here
	Current  string       `json:"current,omitempty"`
	Minutes  int          `json:"minutes,omitempty"` // how long people have
	Blank    bool         `json:"blank,omitempty"`   // boards are hidden from the projector
	Lineage  string       `json:"lineage,omitempty"` // the session that this one follows up
	OffsetMs int64        `json:"offsetMs"`          // the session's clock minus this computer's, in milliseconds
	// ReadOnly says, in words for a person, why nothing can be written here.
	ReadOnly string `json:"readOnly,omitempty"`
	// Fingerprint is six words of the finished session's report with names: to be read aloud, equal on laptops that hold the same.
	Fingerprint string `json:"fingerprint,omitempty"`
}

// OutcomeRecord is one thing the session should lead to.
type OutcomeRecord struct {
	ID    string `json:"id"`
	Text  string `json:"text"`
	Order string `json:"order"` // sorts as text, byte by byte
}

// PersonRecord is one person of the session.
type PersonRecord struct {
	ID     string `json:"id"`
	Name   string `json:"name"`
	Role   Rank   `json:"role"`
	Me     bool   `json:"me"`
	Here   bool   `json:"here"` // connected now
	Ready  bool   `json:"ready"`
	Hand   bool   `json:"hand"`
	Broken bool   `json:"broken,omitempty"` // two histories under one key
	Floods bool   `json:"floods,omitempty"` // their laptop sends more than people write, and is read slowly
	Via    Way    `json:"via,omitempty"`    // how their laptop is connected to this one, while it is
}

// Way is how two laptops are connected.
type Way string

// The ways, best first.
const (
	WayNear    Way = "near"    // on the same network
	WayDirect  Way = "direct"  // over the internet, with nobody between
	WayRelayed Way = "relayed" // through a relay, which cannot read
	WayHub     Way = "hub"     // through the laptop of the floor holder or a deputy
)

// Values lists the ways.
func (Way) Values() []string { return []string{"near", "direct", "relayed", "hub"} }

// SharingRecord says how well this computer shares the session right now.
type SharingRecord struct {
	ID        string `json:"id"` // always "sharing"
	Connected int    `json:"connected"`
	People    int    `json:"people"`
	Waiting   int    `json:"waiting"` // own changes that nobody else has yet
	Behind    int    `json:"behind"`  // people who are known to lack something
	Alone     bool   `json:"alone"`
	On        int    `json:"on,omitempty"` // laptops here that have this one's last change, itself included
	Of        int    `json:"of,omitempty"` // laptops here, this one included
	Text      string `json:"text,omitempty"`
}

// HealthRecord lists conditions a person can act on.
type HealthRecord struct {
	ID    string           `json:"id"` // always "health"
	Items List[HealthItem] `json:"items"`
}

// HealthItem is one condition, with what to do about it.
type HealthItem struct {
	Code     string   `json:"code"`
	Severity Severity `json:"severity"`
	Message  string   `json:"message"`
	Hint     string   `json:"hint"`
}

// SetAsideRecord lists what was written and does not count.
type SetAsideRecord struct {
	ID    string             `json:"id"` // always "setAside"
	Count int                `json:"count"`
	Items List[SetAsideItem] `json:"items"`
}

// SetAsideItem is one thing that does not count, and why.
type SetAsideItem struct {
	ID   string `json:"id"`
	What string `json:"what"`
	Why  string `json:"why"`
	Run  string `json:"run,omitempty"` // the run it came too late for
}

// RecordID returns the record's id.
func (r SessionRecord) RecordID() string { return r.ID }

// RecordKind returns "session".
func (SessionRecord) RecordKind() string { return "session" }

// RecordID returns the record's id.
func (r OutcomeRecord) RecordID() string { return r.ID }

// RecordKind returns "outcome".
func (OutcomeRecord) RecordKind() string { return "outcome" }

// RecordID returns the record's id.
func (r PersonRecord) RecordID() string { return r.ID }

// RecordKind returns "person".
func (PersonRecord) RecordKind() string { return "person" }

// RecordID returns the record's id.
func (r SharingRecord) RecordID() string { return r.ID }

// RecordKind returns "sharing".
func (SharingRecord) RecordKind() string { return "sharing" }

// RecordID returns the record's id.
func (r HealthRecord) RecordID() string { return r.ID }

// RecordKind returns "health".
func (HealthRecord) RecordKind() string { return "health" }

// RecordID returns the record's id.
func (r SetAsideRecord) RecordID() string { return r.ID }

// RecordKind returns "setAside".
func (SetAsideRecord) RecordKind() string { return "setAside" }
