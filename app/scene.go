package app

import (
	"time"

	"convene/workshop"
)

// scene is everything that the records of a window are drawn from, at one
// moment and as the person at this computer may see it.
type scene struct {
	View     *workshop.View
	Words    string // six, of the finished session's report
	Me       workshop.Person
	Now      time.Time
	OffsetMs int64 // the session's clock minus this computer's
	Names    func(workshop.Person) string
	Here     map[workshop.Person]bool // connected now, me included
	Floods   map[workshop.Person]bool // their laptop sends more than people write
	Via      map[workshop.Person]Way
	Drafts   []draft // own and of seats here, in order; no guest's
	Facedown map[workshop.RecordID]tally
	Ballots  map[workshop.RecordID]ownBallot
	HandedIn map[workshop.RecordID]int // ballots of runs that are not closed
	Revs     map[workshop.RecordID]uint64
	Sharing  SharingRecord
	Health   []HealthItem
	Door     DoorRecord
	Memo     string // own notes of who facilitates here
	Light    *light // reads the words of notes; nil where they stay plain
	Sent     map[workshop.RecordID]Sent
	ReadOnly string // why nothing can be written here, in words; empty when it can

	Guests      map[workshop.RecordID]bool // seats of people on phones, kept here
	SeatBallots map[voteKey]ownBallot      // of seats kept here, guests' not among them
}

// draft is an own note that nobody else has yet.
type draft struct {
	ID       string // "draft/" and a number
	Run      workshop.RecordID
	Activity workshop.RecordID
	Text     string
	Color    string
	Order    string
	Rev      uint64
	notePlan
}

// tally is how many notes of others are still face down in a run.
type tally struct{ Count, Writers int }

// ownBallot is what the person at this computer cast last in a run. Choices is
// not nil, though it may be empty.
type ownBallot struct {
	Choices []workshop.Choice
	Text    string
	Tracker string // of secret votes
}
