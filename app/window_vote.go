package app

// ResponseRecord is one person's answer in a round.
type ResponseRecord struct {
	ID     string `json:"id"`
	Run    string `json:"run"`
	Person string `json:"person"`
	Text   string `json:"text"`
	Pass   bool   `json:"pass"`
	Mine   bool   `json:"mine"`
	Late   bool   `json:"late,omitempty"`
}

// Choice is what a ballot says about one option.
type Choice struct {
	Option string `json:"option"`
	Value  int    `json:"value"` // dots, in a dot vote
}

// BallotRecord says who has voted so far: numbers, and the own ballot.
// There is no interim total, for nobody.
type BallotRecord struct {
	ID       string       `json:"id"` // "ballot/" and the run
	Run      string       `json:"run"`
	HandedIn int          `json:"handedIn"`
	Eligible int          `json:"eligible"`
	Mine     List[Choice] `json:"mine,omitzero"` // missing until the own ballot is cast
	Tracker  string       `json:"tracker,omitempty"`
}

// ResultRecord is the count of a vote that was closed.
type ResultRecord struct {
	ID        string              `json:"id"` // "result/" and the run
	Run       string              `json:"run"`
	Method    string              `json:"method"`
	Rows      List[ResultRow]     `json:"rows"`
	HandedIn  int                 `json:"handedIn"`
	Eligible  int                 `json:"eligible"`
	Counted   int                 `json:"counted"`
	Unopened  int                 `json:"unopened"` // sealed ballots whose opening never came
	Abstained int                 `json:"abstained"`
	Tie       bool                `json:"tie,omitempty"`
	Spread    *float64            `json:"spread,omitempty"`
	DotsEach  int                 `json:"dotsEach"`
	Secret    bool                `json:"secret"`
	Trackers  List[TrackerChoice] `json:"trackers,omitzero"`
	Warning   string              `json:"warning,omitempty"`
}

// ResultRow is one option of a result, in rank order.
type ResultRow struct {
	Option string  `json:"option"`
	Text   string  `json:"text"`
	Rank   string  `json:"rank"` // "1", "2=" and so on
	Dots   int     `json:"dots"`
	Voters int     `json:"voters"`
	Share  float64 `json:"share"` // of all dots, from 0 to 1
}

// TrackerChoice is one published line of a secret vote.
type TrackerChoice struct {
	Tracker string       `json:"tracker"`
	Choices List[Choice] `json:"choices"`
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
