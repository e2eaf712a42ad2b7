package app

// Hello is what a window needs before it draws anything.
type Hello struct {
	Version  string          `json:"version"`
	Name     string          `json:"name"`             // of the person at this computer; empty until they gave one
	Language string          `json:"language"`         // a BCP 47 tag
	Person   string          `json:"person,omitempty"` // this person's public identity
	Headless bool            `json:"headless"`         // no native window: no file dialog
	DataDir  string          `json:"dataDir"`
	Notes    List[StartNote] `json:"notes"` // what to tell at the start
}

// StartNote is what to tell at the start.
type StartNote struct {
	Failure
	Session string `json:"session,omitempty"` // whose damage it tells of; it can be put away with sessions.dismiss
}

// Failure is something a person should know: what happened and what to do.
type Failure struct {
	Code    string `json:"code"`    // stable, for tests and translations
	Message string `json:"message"` // what happened
	Hint    string `json:"hint"`    // what is safe, and what to do
}

// SessionEntry is a session in the list at home.
type SessionEntry struct {
	ID      string       `json:"id"`
	Title   string       `json:"title"`
	Purpose string       `json:"purpose"`
	State   SessionState `json:"state"`
	Role    Part         `json:"role"`
	Updated Millis       `json:"updated"`
	Started Millis       `json:"started,omitempty"`
	People  int          `json:"people"`
	Open    bool         `json:"open"`              // its database and network run
	Damaged string       `json:"damaged,omitempty"` // what is wrong with its folder, in words
	Until   Date         `json:"until,omitempty"`   // the last day on which it is to be kept here
	Over    bool         `json:"over,omitempty"`    // that day has passed
}

// NewSession is what a facilitator says when they make a session.
type NewSession struct {
	Template string       `json:"template,omitempty"` // id of a template; an empty agenda without
	Title    string       `json:"title"`              // at most 200 characters
	Purpose  string       `json:"purpose"`
	Question string       `json:"question,omitempty"`
	Period   string       `json:"period,omitempty"`
	Outcomes List[string] `json:"outcomes"`
	Date     Date         `json:"date,omitempty"`
}

// InviteRole is what an invite makes of its holder.
type InviteRole string

// Values lists the roles an invite can give.
func (InviteRole) Values() []string { return []string{"participant", "observer", "cofacilitator"} }

// InviteWish is what kind of invite is asked for.
type InviteWish struct {
	Role  InviteRole `json:"role,omitempty"`  // "participant" where none is given
	Hours int        `json:"hours,omitempty"` // until it expires; 24 where none is given
	Uses  int        `json:"uses,omitempty"`  // how often it admits; without: any number of times
	Ask   bool       `json:"ask,omitempty"`   // who comes with it waits until a facilitator lets them in
}

// Invitation is an invite, ready to be shown.
type Invitation struct {
	ID        string       `json:"id"` // to take it back by
	Link      string       `json:"link"`
	Expires   Millis       `json:"expires"`
	Addresses List[string] `json:"addresses"` // where the link points, for a person to read
	QR        string       `json:"qr"`        // SVG path data for a viewBox of size x size
	Size      int          `json:"size"`
}

// Sighting is a session seen on this network. It has no title and no name.
type Sighting struct {
	Peer  string `json:"peer"`
	Words string `json:"words"` // a mark of two words, to compare by voice
}

// JoinStep is how far joining has come.
type JoinStep string

// The steps of joining, in order.
const (
	JoinLooking    JoinStep = "looking"
	JoinSeeking    JoinStep = "seeking" // a directory is asked where the host is; only where the person wished it
	JoinConnecting JoinStep = "connecting"
	JoinWaiting    JoinStep = "waiting" // for a facilitator to let them in; only where the invite asks for it
	JoinVerifying  JoinStep = "verifying"
	JoinReceiving  JoinStep = "receiving"
	JoinDone       JoinStep = "done"
)

// Values lists the steps of joining, in order.
func (JoinStep) Values() []string {
	return []string{"looking", "seeking", "connecting", "waiting", "verifying", "receiving", "done"}
}

// JoinProgress tells how far joining has come; have of "of" changes are here.
type JoinProgress struct {
	Step JoinStep `json:"step"`
	Have int      `json:"have"`
	Of   int      `json:"of"`
	// Words are two that the facilitator sees beside the joiner's name, to
	// compare by voice; known from the step "waiting" on.
	Words string `json:"words,omitempty"`
}

// Tiding is news for every window that is not about one view: a notice, or,
// where Notice is nil, that the list of sessions changed.
type Tiding struct {
	Notice *HealthItem
}

// TemplateEntry is a template in the list of templates.
type TemplateEntry struct {
	ID        string             `json:"id"`
	Name      string             `json:"name"`
	Purpose   string             `json:"purpose"`
	Minutes   int                `json:"minutes"`
	GroupMin  int                `json:"groupMin"`
	GroupMax  int                `json:"groupMax"`
	Kinds     List[ActivityKind] `json:"kinds"`
	Supported bool               `json:"supported"` // this version can run every activity of it
	Own       bool               `json:"own"`       // made or imported on this computer
	Licence   string             `json:"licence,omitempty"`
	Learned   int                `json:"learned"` // sessions that taught something about it
}

// Template is a whole template.
type Template struct {
	ID           string                 `json:"id"`
	Name         string                 `json:"name"`
	Purpose      string                 `json:"purpose"`
	GroupMin     int                    `json:"groupMin"`
	GroupMax     int                    `json:"groupMax"`
	TotalMinutes int                    `json:"totalMinutes"`
	Credit       string                 `json:"credit"`
	Version      int                    `json:"version"`
	Licence      string                 `json:"licence,omitempty"`
	Language     string                 `json:"language,omitempty"`
	From         string                 `json:"from,omitempty"` // the template it was made from, with "@" and its version
	Own          bool                   `json:"own"`
	Supported    bool                   `json:"supported"`
	Why          string                 `json:"why,omitempty"` // what this version cannot run of it
	Variants     List[string]           `json:"variants"`
	Activities   List[TemplateActivity] `json:"activities"`
	Learned      List[Learning]         `json:"learned"` // what earlier sessions taught, the latest first
}

// TemplateActivity is one activity of a template.
type TemplateActivity struct {
	Kind         ActivityKind `json:"kind"`
	Preset       string       `json:"preset,omitempty"`
	Title        string       `json:"title"`
	Minutes      int          `json:"minutes"`
	Prompt       string       `json:"prompt"`
	Instructions string       `json:"instructions,omitempty"`
	Settings     Settings     `json:"settings"`
	Yields       string       `json:"yields,omitempty"`
	Notes        string       `json:"notes,omitempty"` // for the facilitator alone
	Script       Script       `json:"script"`
}

// Script is how to lead an activity, for somebody who never did.
type Script struct {
	Say   string `json:"say"`
	Watch string `json:"watch"`
	Stuck string `json:"stuck"` // what to do when nothing happens
}

// TemplateWish is how a session is to be kept as a template.
type TemplateWish struct {
	Name    string `json:"name"`
	Purpose string `json:"purpose,omitempty"`
	Licence string `json:"licence,omitempty"`
	Credit  string `json:"credit,omitempty"`
}

// Learning is what one session taught about its template. It names nobody.
type Learning struct {
	Date    Date         `json:"date"`
	Version int          `json:"version"` // of the template
	People  int          `json:"people"`
	Times   List[Took]   `json:"times"`
	Pulses  List[Pulse]  `json:"pulses"`
	Said    List[string] `json:"said"` // at the check-out
}

// Took is planned and real minutes of an activity.
type Took struct {
	Title   string `json:"title"`
	Planned int    `json:"planned"`
	Real    int    `json:"real"`
}

// Pulse is how answers on a scale were spread; none are given where fewer than four answered.
type Pulse struct {
	Title   string    `json:"title"`
	Answers int       `json:"answers"`
	Given   List[int] `json:"given"`
}
