package app

// ResponseRecord is one person's answer in a round.
type ResponseRecord struct {
	ID     string `json:"id"`
	Run    string `json:"run"`
	Person string `json:"person"` // of a seat: who entered it
	Seat   string `json:"seat,omitempty"`
	Text   string `json:"text"`
	Pass   bool   `json:"pass"`
	Mine   bool   `json:"mine"`
	Late   bool   `json:"late,omitempty"`
}

// Choice is what a ballot says about one option.
//
// Value is dots; the place of a ranking, from 1; the step of a scale; of
// consent 0 objects, 1 stands aside, 2 consents with a concern, 3 consents; of
// a score or a grid, which ask several questions, 1000 times the number of the
// question, from 0, and the step.
type Choice struct {
	Option string `json:"option"`
	Value  int    `json:"value"`
}

// BallotRecord says who has voted so far: numbers, and the own ballot or that
// of a seat kept here. There is no interim total, for nobody.
type BallotRecord struct {
	ID       string       `json:"id"` // "ballot/" and the run, and of a seat "/" and the seat
	Run      string       `json:"run"`
	Seat     string       `json:"seat,omitempty"` // for whom it is; oneself without
	HandedIn int          `json:"handedIn"`
	Eligible int          `json:"eligible"`
	Mine     List[Choice] `json:"mine,omitzero"` // missing until the ballot is cast
	Text     string       `json:"text,omitempty"`
	Tracker  string       `json:"tracker,omitempty"`
	// Order is the options as this voter is to see them: everybody has another order.
	Order List[string] `json:"order,omitzero"`
	// Reading is the options handed to this voter, where each is read by a few only.
	Reading List[string] `json:"reading,omitzero"`
}

// Verdict says what follows from a vote.
type Verdict string

// Values lists every verdict; only "decided" makes a decision.
func (Verdict) Values() []string {
	return []string{"", "gauged", "narrowed", "decided", "objections", "below", "tie", "no quorum", "unopened", "empty"}
}

// ResultRecord is the count of a vote that was closed.
type ResultRecord struct {
	ID        string              `json:"id"` // "result/" and the run
	Run       string              `json:"run"`
	Method    string              `json:"method"`
	Verdict   Verdict             `json:"verdict"`
	Rows      List[ResultRow]     `json:"rows"` // empty where too few answered to be shown
	HandedIn  int                 `json:"handedIn"`
	Eligible  int                 `json:"eligible"`
	Counted   int                 `json:"counted"`
	Unopened  int                 `json:"unopened"` // sealed ballots whose opening never came
	Void      int                 `json:"void"`     // ballots that break the rules
	Abstained int                 `json:"abstained"`
	Quorum    int                 `json:"quorum"`          // how many ballots it takes
	Below     int                 `json:"below,omitempty"` // ballots below the threshold
	Tie       bool                `json:"tie,omitempty"`
	Spread    *float64            `json:"spread,omitempty"`
	DotsEach  int                 `json:"dotsEach"`
	Secret    bool                `json:"secret"`
	Hands     bool                `json:"hands,omitempty"` // counted by hands in the room
	CountedBy string              `json:"countedBy,omitempty"`
	Hidden    bool                `json:"hidden,omitempty"` // fewer than 4 answered in secret: only the turnout is shown
	Trackers  List[TrackerChoice] `json:"trackers,omitzero"`
	// Ballots is who is asked to speak, of votes that were sealed and not secret: who objects or has
	// a concern, and who is below the threshold.
	Ballots List[OpenedBallot] `json:"ballots,omitzero"`
	Warning string             `json:"warning,omitempty"`
}

// ResultRow is one option of a result, in rank order.
type ResultRow struct {
	Option string          `json:"option"`
	Text   string          `json:"text"`
	Rank   string          `json:"rank"` // "1", "2=" and so on
	Dots   int             `json:"dots"` // or the points of a ranking
	Voters int             `json:"voters"`
	Share  float64         `json:"share"`          // of all dots, from 0 to 1
	Mean   float64         `json:"mean,omitempty"` // of a scale, a score, a grid; of several questions, their means added up
	Median float64         `json:"median,omitempty"`
	Spread int             `json:"spread,omitempty"` // highest less lowest
	Scaled int             `json:"scaled,omitempty"` // where options were handed round: the mean times the readers
	Given  List[int]       `json:"given,omitzero"`   // every value given, ascending; dots are not listed
	By     List[Criterion] `json:"by,omitzero"`      // of a score or a grid
}

// Criterion is one option by one question of a score or a grid.
type Criterion struct {
	Name   string    `json:"name"`
	Mean   float64   `json:"mean"`
	Spread int       `json:"spread"`
	Given  List[int] `json:"given"`
}

// TrackerChoice is one published line of a secret vote.
type TrackerChoice struct {
	Tracker string       `json:"tracker"`
	Choices List[Choice] `json:"choices"`
	Text    string       `json:"text,omitempty"`
}

// OpenedBallot is one ballot of a sealed vote, after the close.
type OpenedBallot struct {
	Person  string       `json:"person"` // of a seat: who entered it
	Seat    string       `json:"seat,omitempty"`
	Choices List[Choice] `json:"choices"`
	Text    string       `json:"text,omitempty"`
}

// RecordID returns the record's id.
func (r ResponseRecord) RecordID() string { return r.ID }

// RecordKind returns "response".
func (ResponseRecord) RecordKind() string { return "response" }

// RecordID returns the record's id.
func (r BallotRecord) RecordID() string { return r.ID }

// RecordKind returns "ballot".
func (BallotRecord) RecordKind() string { return "ballot" }

// RecordID returns the record's id.
func (r ResultRecord) RecordID() string { return r.ID }

// RecordKind returns "result".
func (ResultRecord) RecordKind() string { return "result" }
