package app

// The types of this file are what a window asks for. A nil pointer leaves a
// field as it is; a pointer to an empty text empties it.

// PlanEdit changes what the session is about.
type PlanEdit struct {
	Title    *string `json:"title,omitempty"`
	Purpose  *string `json:"purpose,omitempty"`
	Question *string `json:"question,omitempty"`
	Period   *string `json:"period,omitempty"`
	Date     *Date   `json:"date,omitempty"`
	Place    *string `json:"place,omitempty"`
	Minutes  *int    `json:"minutes,omitempty"` // how long people have
}

// NewActivity is an activity to be added to the agenda.
type NewActivity struct {
	Kind     ActivityKind `json:"kind"`
	Title    string       `json:"title"` // at most 200 characters
	Minutes  int          `json:"minutes"`
	Prompt   string       `json:"prompt"`             // at most 1,000 characters
	Settings Settings     `json:"settings,omitempty"` // the kind's defaults for what is missing
	After    *string      `json:"after,omitempty"`    // an activity, or "" for the front; without: at the end
}

// ActivityEdit changes an activity of the agenda.
type ActivityEdit struct {
	Title        *string      `json:"title,omitempty"`
	Minutes      *int         `json:"minutes,omitempty"`
	Prompt       *string      `json:"prompt,omitempty"`
	Instructions *string      `json:"instructions,omitempty"`
	Settings     Settings     `json:"settings,omitempty"` // only those named here change
	Serves       List[string] `json:"serves,omitzero"`    // the outcomes it serves; an empty list is all
}

// Answer is an answer in a round: a text, or a pass. Neither is a turn that
// was spoken.
type Answer struct {
	Text string `json:"text,omitempty"`
	Pass bool   `json:"pass,omitempty"`
	Seat string `json:"seat,omitempty"` // for whom it is entered; oneself without
}

// NewBallot is a ballot to be handed in. No choices abstain.
type NewBallot struct {
	Choices List[Choice] `json:"choices"`
	Text    string       `json:"text,omitempty"` // of consent: the reason of an objection, or a concern
	Seat    string       `json:"seat,omitempty"` // for whom it is entered; oneself without
}

// HandCount is hands that were counted in the room, in the place of ballots.
type HandCount struct {
	Counts  List[Hands] `json:"counts"`
	Present int         `json:"present"` // how many people took part
}

// Hands is how many were counted for one option, or for one step of its scale.
type Hands struct {
	Option string `json:"option"`
	Step   int    `json:"step,omitempty"`
	Hands  int    `json:"hands"`
}

// NewNote is a note to be added to a board.
type NewNote struct {
	Text     string `json:"text"`               // at most 4,000 bytes
	Color    Color  `json:"color,omitempty"`    // "yellow" where none is given
	Activity string `json:"activity,omitempty"` // whose board, or a group; the running one or the own group where none is given
	// Zone, Slot, X and Y say where it lies on a canvas; see NotePlace.
	Zone    string       `json:"zone,omitempty"`
	Slot    int          `json:"slot,omitempty"`
	X       int          `json:"x,omitempty"`
	Y       int          `json:"y,omitempty"`
	From    List[string] `json:"from,omitempty"`  // notes that it grew from
	About   string       `json:"about,omitempty"` // a note or an arrow that it is attached to
	Seat    string       `json:"seat,omitempty"`  // for whom it is entered; oneself without
	Cluster string       `json:"cluster,omitempty"`
	At      *Spot        `json:"at,omitempty"` // where it lies on a board that is no canvas
}

// NoteMove puts a note into a cluster, or makes it loose.
type NoteMove struct {
	Note    string `json:"note"`
	Cluster string `json:"cluster"`         // "" makes it loose
	After   string `json:"after,omitempty"` // the note it follows; the front without
}

// TextField names a text that several people can write at once.
type TextField string

// Values lists the fields that can be spliced.
func (TextField) Values() []string { return []string{"text"} }

// TextEdit is what was typed into a text since revision Base.
type TextEdit struct {
	Record  string       `json:"record"`
	Field   TextField    `json:"field"`
	Base    uint64       `json:"base"`
	Splices List[Splice] `json:"splices"` // applied one after the other
}

// Splice takes out and puts in. At and Del count Unicode code points.
type Splice struct {
	At  int    `json:"at"`
	Del int    `json:"del"`
	Ins string `json:"ins"`
}

// NewCapture is something caught while people talk.
type NewCapture struct {
	Type CaptureType `json:"type"`
	Text string      `json:"text"`
	Item string      `json:"item,omitempty"` // what it is about
}

// NewAction is an action to be added.
type NewAction struct {
	What      string           `json:"what"`
	Owner     string           `json:"owner,omitempty"`
	Due       Date             `json:"due,omitempty"`
	FirstStep string           `json:"firstStep,omitempty"`
	Evidence  List[string]     `json:"evidence,omitempty"`
	Seat      string           `json:"seat,omitempty"` // whose it is, where the owner keeps the seat
	Roles     List[ActionRole] `json:"roles,omitempty"`
	ActionExtra
}

// ActionEdit changes an action. An empty owner or date takes it away.
type ActionEdit struct {
	What      *string          `json:"what,omitempty"`
	Owner     *string          `json:"owner,omitempty"`
	Due       *Date            `json:"due,omitempty"`
	FirstStep *string          `json:"firstStep,omitempty"`
	State     *string          `json:"state,omitempty"` // of a review: done, on the way, stuck, dropped
	Sign      *string          `json:"sign,omitempty"`
	Review    *Date            `json:"review,omitempty"`
	Type      *string          `json:"type,omitempty"`
	Place     *string          `json:"place,omitempty"`
	Partner   *string          `json:"partner,omitempty"`
	Witness   *string          `json:"witness,omitempty"`
	Help      *string          `json:"help,omitempty"`
	Roles     List[ActionRole] `json:"roles,omitempty"` // all of them, in place of those before
}

// GrantRole is a role a facilitator can give to a person.
type GrantRole string

// Values lists the roles that can be given; person.remove takes all of them away.
func (GrantRole) Values() []string {
	return []string{"successor", "cofacilitator", "participant", "observer"}
}

// Profile says how people appear in a record.
type Profile string

// Values lists the ways people can appear in a record.
func (Profile) Values() []string { return []string{"names", "initials", "none"} }

// Length is how much is in a report.
type Length string

// Values lists the lengths of a report; full where nothing was chosen.
func (Length) Values() []string { return []string{"full", "short"} }

// RecordWish is what a person chose for a record.
type RecordWish struct {
	Profile Profile `json:"profile"`
	Length  Length  `json:"length,omitempty"`
}

// RecordPreview is the record as it would be saved now.
type RecordPreview struct {
	Markdown    string             `json:"markdown"`
	Message     string             `json:"message"`     // plain text for messengers, at most 1,000 characters
	HTML        string             `json:"html"`        // made safe: no script, no remote address
	Fingerprint List[string]       `json:"fingerprint"` // six words
	Outline     List[OutlineEntry] `json:"outline"`
	Digest      string             `json:"digest"`
}

// OutlineEntry is one heading of a record.
type OutlineEntry struct {
	Level  int    `json:"level"`
	Text   string `json:"text"`
	Anchor string `json:"anchor"`
	Count  *int   `json:"count,omitempty"`
}
