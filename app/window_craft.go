package app

// Speaker is somebody who may speak: a person, or a seat.
type Speaker struct {
	Person string `json:"person,omitempty"`
	Seat   string `json:"seat,omitempty"`
}

// Thumb is what somebody thinks of staying with an item.
type Thumb string

// Values lists the thumbs; "" takes it back.
func (Thumb) Values() []string { return []string{"", "down", "side", "up"} }

func (t Thumb) number() int {
	for i, name := range t.Values() {
		if name == string(t) {
			return i
		}
	}
	return 0
}

// CharterEdit changes the words of the charter beside purpose and outcomes.
type CharterEdit struct {
	Values *string `json:"values,omitempty"`
	Rule   *string `json:"rule,omitempty"` // how the group decides
	Use    *string `json:"use,omitempty"`  // what becomes of the results
	// HandsOver says whether the next facilitator's laptop takes the floor by itself when its holder's is gone.
	HandsOver *bool `json:"handsOver,omitempty"`
}

// DecisionEdit writes on a decision.
type DecisionEdit struct {
	Text   *string `json:"text,omitempty"`
	Review *Date   `json:"review,omitempty"` // when the group looks at it again
}

// SeatEdit changes a seat.
type SeatEdit struct {
	Name   *string `json:"name,omitempty"`
	Keeper *string `json:"keeper,omitempty"` // who enters what the seat says
}

// CharterRecord is what the group agreed on about itself. There is exactly one
// in a view.
type CharterRecord struct {
	ID         string       `json:"id"` // always "charter"
	Purpose    string       `json:"purpose"`
	Values     string       `json:"values"`
	Rule       string       `json:"rule"`
	Use        string       `json:"use"`
	HandsOver  bool         `json:"handsOver,omitempty"`
	Version    int          `json:"version"`
	State      CharterState `json:"state"`
	Ratified   int          `json:"ratified,omitempty"` // the version that was ratified last
	RatifiedAt Millis       `json:"ratifiedAt,omitempty"`
	Consents   int          `json:"consents,omitempty"`
	Vote       string       `json:"vote,omitempty"` // the run of the last vote on it
}

// CharterState says how far the charter has come.
type CharterState string

// Values lists the states of the charter.
func (CharterState) Values() []string {
	return []string{"draft", "proposed", "open objection", "ratified"}
}

// ObjectionRecord is a reason against what a consent vote was about.
type ObjectionRecord struct {
	ID       string `json:"id"` // "objection/" and a number
	Item     string `json:"item"`
	Run      string `json:"run"`
	Person   string `json:"person,omitempty"` // missing where ballots are secret
	Seat     string `json:"seat,omitempty"`
	Text     string `json:"text"`
	Answer   string `json:"answer,omitempty"`   // what was changed for it
	Resolved string `json:"resolved,omitempty"` // the vote that resolved it
}

// PointRecord is a process point: only an answer ends it.
type PointRecord struct {
	ID         string `json:"id"`
	Text       string `json:"text"`
	Author     string `json:"author"`
	Answer     string `json:"answer,omitempty"`
	AnsweredBy string `json:"answeredBy,omitempty"`
}

// TurnState says how far somebody is in a round.
type TurnState string

// Values lists the states of a turn; a pass is a turn.
func (TurnState) Values() []string { return []string{"waiting", "now", "done", "passed", "skipped"} }

// Turn is somebody's turn in a round.
type Turn struct {
	Person string    `json:"person,omitempty"`
	Seat   string    `json:"seat,omitempty"`
	State  TurnState `json:"state"`
	Times  int       `json:"times,omitempty"` // answers given, where a round goes on until nobody has more
}

// TalkRecord is who speaks about what in the round or discussion that is open.
type TalkRecord struct {
	ID             string        `json:"id"` // always "talk"
	Run            string        `json:"run"`
	Turns          List[Turn]    `json:"turns,omitzero"`           // of rounds, in order
	SecondsPerTurn int           `json:"secondsPerTurn,omitempty"` // a nudge, never a cut-off
	Speaker        *Speaker      `json:"speaker,omitempty"`
	SpeakerAt      Millis        `json:"speakerAt,omitempty"`
	Queue          List[Speaker] `json:"queue"` // hands that are up, the first first
	Item           string        `json:"item,omitempty"`
	ItemAt         Millis        `json:"itemAt,omitempty"`
	ItemSeconds    int           `json:"itemSeconds,omitempty"`   // what the item has, extensions included
	NextExtension  int           `json:"nextExtension,omitempty"` // seconds; 0 when it had all of them
	Up             int           `json:"up,omitempty"`            // thumbs on staying with the item
	Side           int           `json:"side,omitempty"`
	Down           int           `json:"down,omitempty"`
	ByThumbs       bool          `json:"byThumbs,omitempty"`    // thumbs say if an item gets more time
	Speaking       string        `json:"speaking,omitempty"`    // of discussions: "open", "queue" or "round"
	Scope          string        `json:"scope,omitempty"`       // of rounds that are held at tables or in pairs: "table" or "pairs"; turns are those of the own circle
	SilentUntil    Millis        `json:"silentUntil,omitempty"` // everybody thinks for themselves until then
}

// PulseRecord is how the answers of a round that asks for a number lie.
type PulseRecord struct {
	ID       string    `json:"id"` // "pulse/" and the run
	Run      string    `json:"run"`
	Question string    `json:"question"`
	Low      int       `json:"low"`
	High     int       `json:"high"`
	Steps    List[int] `json:"steps"` // how many gave each step; empty where too few answered in secret
	Answers  int       `json:"answers"`
	Eligible int       `json:"eligible"`
	Before   string    `json:"before,omitempty"` // the run of the same question asked before
}

// PlanRecord is how the plan stands: when it ends, and what it lacks.
type PlanRecord struct {
	ID       string            `json:"id"` // always "plan"
	Minutes  int               `json:"minutes,omitempty"`
	EndsAt   Millis            `json:"endsAt,omitempty"`
	Warnings List[PlanWarning] `json:"warnings"`
}

// WarningCode names what a plan lacks.
type WarningCode string

// Values lists the warnings; those that begin with vote- keep a session from starting.
func (WarningCode) Values() []string {
	return []string{
		"no-slack", "unserved", "same-form", "does-not-fit", "no-commit", "no-hosts", "vote-question", "vote-options", "vote-rules", "few-people",
	}
}

// PlanWarning is something that a plan lacks.
type PlanWarning struct {
	Code     WarningCode `json:"code"`
	Activity string      `json:"activity,omitempty"`
	Outcome  string      `json:"outcome,omitempty"`
	Minutes  int         `json:"minutes,omitempty"`
	People   int         `json:"people,omitempty"` // of few-people: how many the template wants at least
	Cuts     List[Cut]   `json:"cuts,omitzero"`    // what could be shortened
}

// Cut is an activity that can be shortened, and by how many minutes.
type Cut struct {
	Activity string `json:"activity"`
	Minutes  int    `json:"minutes"`
}

// CalibrationRecord compares what a group forecast with what happened.
type CalibrationRecord struct {
	ID       string `json:"id"` // always "calibration"
	Said     int    `json:"said"`
	Happened int    `json:"happened"`
	Of       int    `json:"of"`
}

// RecordID returns the record's id.
func (r CharterRecord) RecordID() string { return r.ID }

// RecordKind returns "charter".
func (CharterRecord) RecordKind() string { return "charter" }

// RecordID returns the record's id.
func (r ObjectionRecord) RecordID() string { return r.ID }

// RecordKind returns "objection".
func (ObjectionRecord) RecordKind() string { return "objection" }

// RecordID returns the record's id.
func (r PointRecord) RecordID() string { return r.ID }

// RecordKind returns "point".
func (PointRecord) RecordKind() string { return "point" }

// RecordID returns the record's id.
func (r TalkRecord) RecordID() string { return r.ID }

// RecordKind returns "talk".
func (TalkRecord) RecordKind() string { return "talk" }

// RecordID returns the record's id.
func (r PulseRecord) RecordID() string { return r.ID }

// RecordKind returns "pulse".
func (PulseRecord) RecordKind() string { return "pulse" }

// RecordID returns the record's id.
func (r PlanRecord) RecordID() string { return r.ID }

// RecordKind returns "plan".
func (PlanRecord) RecordKind() string { return "plan" }

// RecordID returns the record's id.
func (r CalibrationRecord) RecordID() string { return r.ID }

// RecordKind returns "calibration".
func (CalibrationRecord) RecordKind() string { return "calibration" }
