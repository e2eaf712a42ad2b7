package app

// ActivityKind is one of the nine kinds of activity.
type ActivityKind string

// The nine kinds; there is no tenth.
const (
	ActivityBrief      ActivityKind = "brief"
	ActivityRound      ActivityKind = "round"
	ActivityBrainstorm ActivityKind = "brainstorm"
	ActivityCluster    ActivityKind = "cluster"
	ActivityVote       ActivityKind = "vote"
	ActivityDiscuss    ActivityKind = "discuss"
	ActivityBreakout   ActivityKind = "breakout"
	ActivityCanvas     ActivityKind = "canvas"
	ActivityCommit     ActivityKind = "commit"
)

// Values lists the nine kinds.
func (ActivityKind) Values() []string {
	return []string{"brief", "round", "brainstorm", "cluster", "vote", "discuss", "breakout", "canvas", "commit"}
}

// ActivityState says where an activity of the agenda stands.
type ActivityState string

// The states of an activity, in order.
const (
	ActivityPlanned ActivityState = "planned"
	ActivityOpen    ActivityState = "open"
	ActivityPaused  ActivityState = "paused"
	ActivityClosing ActivityState = "closing"
	ActivityClosed  ActivityState = "closed"
)

// Values lists every state, in order.
func (ActivityState) Values() []string {
	return []string{"planned", "open", "paused", "closing", "closed"}
}

// RunState says where one opening of an activity stands.
type RunState string

// The states of a run, in order.
const (
	RunOpen    RunState = "open"
	RunPaused  RunState = "paused"
	RunClosing RunState = "closing"
	RunClosed  RunState = "closed"
)

// Values lists every state, in order.
func (RunState) Values() []string { return []string{"open", "paused", "closing", "closed"} }

// ActivityRecord is one line of the agenda.
type ActivityRecord struct {
	ID           string       `json:"id"`
	Order        string       `json:"order"` // sorts as text, byte by byte
	ActivityKind ActivityKind `json:"activityKind"`
	Preset       string       `json:"preset,omitempty"`
	Title        string       `json:"title"`
	Minutes      int          `json:"minutes"`
	Prompt       string       `json:"prompt"`    // with {question} and the like filled in
	PromptRaw    string       `json:"promptRaw"` // as it was written
	Instructions string       `json:"instructions"`
	Settings     Settings     `json:"settings"`
	// State is "planned" until the activity is opened for the first time.
	State    ActivityState `json:"state"`
	Run      string        `json:"run,omitempty"`      // the latest opening
	Source   string        `json:"source,omitempty"`   // the activity whose board this one works on
	StartsAt Millis        `json:"startsAt,omitempty"` // planned from the agenda and what happened so far
	EndsAt   Millis        `json:"endsAt,omitempty"`
	RealMs   int64         `json:"realMs,omitempty"`  // how long it ran without its pauses
	Serves   List[string]  `json:"serves,omitzero"`   // outcomes; all where none is named
	Skipped  bool          `json:"skipped,omitempty"` // the group left it out
	Yields   string        `json:"yields"`            // what people have afterwards, in a few words
	Locked   bool          `json:"locked,omitempty"`  // participants change nothing on its board
}

// RunRecord is one opening of an activity, with what was settled then.
//
// Seconds left are plannedSeconds + extendedSeconds - (now + offsetMs -
// startedAt - pausedMs)/1000, where a run that is paused also takes off now - pausedAt.
type RunRecord struct {
	ID              string       `json:"id"`
	Activity        string       `json:"activity"`
	ActivityKind    ActivityKind `json:"activityKind"`
	State           RunState     `json:"state"`
	StartedAt       Millis       `json:"startedAt"`
	PlannedSeconds  int64        `json:"plannedSeconds"`
	ExtendedSeconds int64        `json:"extendedSeconds"` // below zero where the run was shortened
	PausedMs        int64        `json:"pausedMs"`        // all pauses that are over
	PausedAt        Millis       `json:"pausedAt,omitempty"`
	ClosedAt        Millis       `json:"closedAt,omitempty"`
	Settings        Settings     `json:"settings"`
	Options         List[Option] `json:"options"`
	Private         bool         `json:"private"`       // notes are face down until the reveal
	HiddenAuthors   bool         `json:"hiddenAuthors"` // the window shows no author; the file holds them
	Secret          bool         `json:"secret"`
	// WhoSees is honest sentences on who can see what is written here, in English; Sees is the same by code.
	WhoSees      string       `json:"whoSees"`
	Sees         List[Sees]   `json:"sees"`
	Item         string       `json:"item,omitempty"` // what is talked about now
	Items        List[Item]   `json:"items,omitzero"`
	Vote         *VoteRules   `json:"vote,omitempty"` // of votes, and of rounds whose answers are secret
	Dots         int          `json:"dots,omitempty"` // each person's
	MaxPerOption int          `json:"maxPerOption,omitempty"`
	Eligible     int          `json:"eligible"`        // people who may vote or answer
	Board        string       `json:"board,omitempty"` // the activity whose notes are shown
	Note         string       `json:"note,omitempty"`
	Breakout     *Breakout    `json:"breakout,omitempty"` // of work in groups
	Canvas       *Canvas      `json:"canvas,omitempty"`   // of a canvas, and of groups that work on one
	Brief        *Brief       `json:"brief,omitempty"`
	Writing      *Writing     `json:"writing,omitempty"` // of a brainstorm
	Sorting      *Sorting     `json:"sorting,omitempty"` // of clustering
	States       List[string] `json:"states,omitzero"`   // of a review: the words for where an action stands
	Unasked      bool         `json:"unasked,omitempty"` // owners are not asked for a yes
}

// Brief is what a brief shows beside its prompt.
type Brief struct {
	Prefill string `json:"prefill"`         // "charter", "previous-session" or "nothing"
	Ack     bool   `json:"ack,omitempty"`   // everybody is asked to say that they are ready
	Ready   int    `json:"ready,omitempty"` // how many did
}

// Writing is what a brainstorm asks of each person, with defaults filled in.
type Writing struct {
	Quiet    bool         `json:"quiet,omitempty"` // people work without talking
	Least    int          `json:"least,omitempty"` // how many notes each should write
	Most     int          `json:"most,omitempty"`  // 0: any number
	Mine     int          `json:"mine"`            // how many the person here wrote
	Stars    int          `json:"stars,omitempty"` // how many own notes each stars
	Box      int          `json:"box,omitempty"`   // which box the clock has come to, from 1
	BoxEnds  Millis       `json:"boxEnds,omitempty"`
	AttachTo string       `json:"attachTo"` // "board", "notes" or "connectors"
	Boxes    int          `json:"boxes,omitempty"`
	Media    List[string] `json:"media"` // what a note holds: "text", "sketch", "photo"
}

// Sorting is how a board is sorted, with defaults filled in.
type Sorting struct {
	Sorts        bool         `json:"sorts,omitempty"`    // the person here sorts
	Who          string       `json:"who"`                // "everyone", "hosts" or "facilitators"
	Hosts        List[string] `json:"hosts,omitzero"`     // who sorts, where hosts do
	Merging      bool         `json:"merging,omitempty"`  // notes that say the same become one, and no cluster is made
	NameOnly     bool         `json:"nameOnly,omitempty"` // clusters get names, and notes stay where they are
	Step         int          `json:"step"`               // from 0; the facilitator, or else the clock, goes on
	Steps        int          `json:"steps"`
	StepEnds     Millis       `json:"stepEnds,omitempty"`
	PairsOnly    bool         `json:"pairsOnly,omitempty"`    // a cluster takes two notes at most, for now
	Held         int          `json:"held,omitempty"`         // notes that come in later steps
	LargestFirst bool         `json:"largestFirst,omitempty"` // clusters are shown by size
	LeastWords   int          `json:"leastWords"`             // of a cluster's name; advice
	MostWords    int          `json:"mostWords"`
	MostClusters int          `json:"mostClusters,omitempty"` // advice; 0: any number
}

// VoteRules are the rules of a vote as they were settled when it opened: they
// are shown before anyone votes, and nobody changes them.
type VoteRules struct {
	Method    Method       `json:"method"`
	Purpose   Purpose      `json:"purpose"`
	Question  string       `json:"question"`
	Criteria  List[string] `json:"criteria,omitzero"` // what is asked about each option; missing where the question says all
	Low       int          `json:"low"`               // the scale, where the method has one
	High      int          `json:"high"`
	RankTop   int          `json:"rankTop,omitempty"`   // how many places a ranking has
	Threshold *float64     `json:"threshold,omitempty"` // what is below is asked about
	Quorum    int          `json:"quorum"`              // how many ballots it takes
	Passes    int          `json:"passes,omitempty"`    // how many people read each option
	OwnBarred bool         `json:"ownBarred,omitempty"` // nobody votes for what they wrote
	Forecast  bool         `json:"forecast,omitempty"`  // how likely is each action, in percent
}

// Method is a way to vote.
type Method string

// Values lists the ways to vote.
func (Method) Values() []string {
	return []string{"dots", "rank", "score", "grid", "scale", "consent"}
}

// Purpose is what a vote is for.
type Purpose string

// Values lists what a vote can be for; only "decide" writes a decision.
func (Purpose) Values() []string { return []string{"gauge", "narrow", "decide"} }

// Option is something to vote on, with the words it had when the run opened.
type Option struct {
	ID   string `json:"id"`
	Text string `json:"text"`
	Sub  string `json:"sub,omitempty"`
}

// Item is something to talk about.
type Item struct {
	ID   string `json:"id"`
	Text string `json:"text"`
	Dots *int   `json:"dots,omitempty"`
}

// RecordID returns the record's id.
func (r ActivityRecord) RecordID() string { return r.ID }

// RecordKind returns "activity".
func (ActivityRecord) RecordKind() string { return "activity" }

// RecordID returns the record's id.
func (r RunRecord) RecordID() string { return r.ID }

// RecordKind returns "run".
func (RunRecord) RecordKind() string { return "run" }
