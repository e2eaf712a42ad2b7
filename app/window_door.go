package app

// DoorRecord is the way into the session at this computer: the code that is
// open, and who waits to be let in. It is drawn where the person facilitates.
type DoorRecord struct {
	ID      string        `json:"id"`             // always "door"
	Code    string        `json:"code,omitempty"` // as it is said aloud: 4-tulip-anchor
	Far     string        `json:"far,omitempty"`  // the address of a relay at which the code is found from far away
	Waiting List[Waiting] `json:"waiting"`        // the longest first
	// Findable is what a directory knows of this computer; without it is told nothing.
	Findable Findability `json:"findable,omitempty"`
}

// Findability is what a directory of strangers, or of an organisation, knows of
// where this computer is, after its person wished that it is told.
type Findability string

// How far telling has come.
const (
	FindableIdle       Findability = "idle" // no link was made since it is on
	FindableTelling    Findability = "telling"
	FindableTold       Findability = "told"
	FindableUnanswered Findability = "unanswered" // no server answered; it is tried again
	FindableNowhere    Findability = "nowhere"    // this computer has no address that is reached from outside
)

// Values lists them.
func (Findability) Values() []string {
	return []string{"idle", "telling", "told", "unanswered", "nowhere"}
}

// Waiting is somebody who holds an invite and waits for a facilitator.
type Waiting struct {
	Person string `json:"person"`
	Name   string `json:"name"`  // as they say
	Words  string `json:"words"` // two words that their screen shows too, to compare by voice
	Role   Rank   `json:"role"`  // what they will be
	Since  Millis `json:"since"`
}

// OpenInvite is an invite that this computer has handed out and still honours.
type OpenInvite struct {
	ID      string `json:"id"`
	Role    Rank   `json:"role"`
	Expires Millis `json:"expires"`
	Uses    int    `json:"uses,omitempty"` // how often it admits; without: any number of times
	Used    int    `json:"used"`
	Ask     bool   `json:"ask"`  // who comes with it waits to be let in
	Code    bool   `json:"code"` // handed out by a code
}

// JoinWish is how somebody wants to come in without a link.
type JoinWish struct {
	Code string `json:"code"` // as it was said: 4-tulip-anchor
	Name string `json:"name"` // how the joiner wants to be called
	// Address is where the facilitator's computer is, typed by hand where it is
	// not seen on this network: 192.168.1.20:40123.
	Address string `json:"address,omitempty"`
	// Peer is a sighting from the list of sessions on this network; without it
	// everybody there is asked who has this code.
	Peer string `json:"peer,omitempty"`
}

// RecordID returns the record's id.
func (r DoorRecord) RecordID() string { return r.ID }

// RecordKind returns "door".
func (DoorRecord) RecordKind() string { return "door" }
