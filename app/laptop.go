package app

import (
	"errors"
	"fmt"
	"io"
	"time"

	"convene/workshop"
)

// Keeper is what a Laptop remembers through and tells through. It is called in
// order and on the Laptop's goroutine.
type Keeper interface {
	// AppendOwn remembers own changes; they are on the disk when nil returns.
	AppendOwn(changes []*workshop.Change) error
	// AppendRemote remembers changes of others.
	AppendRemote(changes []*workshop.Change) error
	// SetPrivate keeps a value that never leaves this computer; it is on the
	// disk when nil returns.
	SetPrivate(key string, value []byte) error
	DeletePrivate(key string) error
	// Publish sends own changes, as signed, to everybody here.
	Publish(changes [][]byte)
	// SetPresence says what this laptop is doing, in at most 4 KiB.
	SetPresence(state []byte)
}

// LaptopConfig is what a Laptop needs of the world. All of it is required.
type LaptopConfig struct {
	Now    func() time.Time
	Random io.Reader
	Keep   Keeper
}

// Laptop is one open session on this person's computer, as a state machine: it
// reacts to gestures, to what arrives and to time, and what it does goes
// through its Keeper. It belongs to one goroutine.
//
// Its gestures return what a person can meet as a [*Refusal].
type Laptop struct {
	guests   map[workshop.RecordID]bool // seats of people on phones, kept here
	s        *workshop.Session
	w        *workshop.Writer
	identity [32]byte
	me       workshop.Person
	now      func() time.Time
	random   io.Reader
	keep     Keeper

	drafts  []ownNote
	memo    string // own notes of who facilitates here
	ballots map[voteKey]*ownVote
	boxes   map[workshop.RecordID]*ballotBox
	out     *outgoing                     // notes without a name, as they are handed in
	heard   map[workshop.Person]*incoming // and those that are handed in here
	texts   map[workshop.RecordID]*textTrack
	ends    map[workshop.RecordID]string // the greatest order key seen on a board
	tracked bool                         // texts and ends are kept from now on
	done    history
	passage *Passage
	held    holdBack

	door     map[workshop.Person]*knock
	code     string // open at this laptop
	far      string // where it is found from far away
	findable Findability
	foreign  int // laptops of the session with another version
	peers    map[workshop.Person]PeerSeen
	states   map[workshop.Person]presence
	said     []byte     // the presence last sent
	saidLast []byte     // the last change it named
	point    *pointForm // where the person here is on a board, or nil
	pointed  uint64     // counts up whenever somebody else's pointer may have moved
	seen     workshop.RecordID
	last     workshop.ID // the last own change
	share    sharing
	away     time.Time       // since when the floor holder is not here
	led      time.Time       // when somebody who facilitates was last here
	together time.Time       // since when others are connected again
	stoodIn  workshop.Person // for whom this laptop took the floor by itself, or nobody
	trouble  *Refusal        // why something could not be kept
	stuck    map[voteKey]bool
	health   []HealthItem
	told     SharingRecord // as it was last drawn
	time     timekeeping
	timely   []int64 // what of it time changes, as it was last drawn
	light    light
	words    spoken

	version  uint64
	revision uint64 // counts up with every change of the session and every own ballot
	view     *workshop.View

	missing   []string // the secret votes that lack the own ballot, as of the revision missingAt
	missingAt uint64
}

// NewLaptop holds an open session: session with all stored changes applied,
// and everything that SetPrivate kept. It makes a fresh writer; what was left
// to do when the app ended, such as notes to be turned over, is done at once.
func NewLaptop(s *workshop.Session, identity [32]byte, privates map[string][]byte, c LaptopConfig) (*Laptop, error) {
	l := &Laptop{
		s: s, identity: identity, now: c.Now, random: c.Random, keep: c.Keep,
		ballots: map[voteKey]*ownVote{}, boxes: map[workshop.RecordID]*ballotBox{},
		guests: map[workshop.RecordID]bool{}, texts: map[workshop.RecordID]*textTrack{}, stuck: map[voteKey]bool{}, ends: map[workshop.RecordID]string{},
		heard: map[workshop.Person]*incoming{}, door: map[workshop.Person]*knock{}, peers: map[workshop.Person]PeerSeen{}, states: map[workshop.Person]presence{}, version: 1, revision: 1,
	}
	if err := l.freshWriter(); err != nil {
		return nil, fmt.Errorf("open session: %w", err)
	}
	if err := l.readPrivates(privates); err != nil {
		return nil, fmt.Errorf("open session: %w", err)
	}
	l.share.begin(s.Digest())
	l.away, l.led = l.now(), l.now()
	l.settle()
	return l, nil
}

// freshWriter begins a chain of own changes; its key is in memory only.
func (l *Laptop) freshWriter() error {
	key, err := workshop.PersonKey(l.identity, l.s.Nonce())
	if err != nil {
		return err
	}
	if l.w, err = workshop.NewWriter(l.random, key, l.s.ID()); err != nil {
		return err
	}
	l.me = l.w.Person()
	return nil
}

// Session returns the log. It is to be read only.
func (l *Laptop) Session() *workshop.Session { return l.s }

// Me returns the person at this computer.
func (l *Laptop) Me() workshop.Person { return l.me }

// Version counts up whenever something may look different.
func (l *Laptop) Version() uint64 { return l.version }

// View returns the whole picture, which nobody alters.
func (l *Laptop) View() *workshop.View {
	if l.view == nil {
		l.view = l.s.View()
	}
	return l.view
}

// stir says that something looks different.
func (l *Laptop) stir() { l.version++ }

// write signs ops under a run or none, remembers them, and tells them. A
// *workshop.RefusedError comes back as it is; whatever cannot be remembered
// did not happen.
func (l *Laptop) write(run workshop.RecordID, ops ...workshop.Op) (workshop.ID, error) {
	applied, err := l.s.Do(l.w, run, l.wall(), ops...)
	if len(applied) == 0 {
		return workshop.ID{}, err
	}
	changes, signed := make([]*workshop.Change, len(applied)), make([][]byte, len(applied))
	for i, a := range applied {
		changes[i], signed[i] = a.Change, a.Change.Bytes
	}
	if kept := l.keep.AppendOwn(changes); kept != nil {
		return workshop.ID{}, l.takeBack(changes, kept)
	}
	l.recovered()
	l.keep.Publish(signed)
	l.last = changes[len(changes)-1].ID
	for _, a := range applied {
		l.noticed(a.Diff)
	}
	l.share.wrote(len(changes), l.s.Digest())
	for _, a := range applied {
		l.noteWritten(a.Diff)
	}
	return l.last, err
}

// takeBack makes changes undone that could not be remembered: the session is
// read again without them, and a fresh writer begins.
func (l *Laptop) takeBack(lost []*workshop.Change, cause error) error {
	gone := map[workshop.ID]bool{}
	for _, c := range lost {
		gone[c.ID] = true
	}
	var rest [][]byte
	err := l.s.Changes(func(c *workshop.Change) error {
		if !gone[c.ID] {
			rest = append(rest, c.Bytes)
		}
		return nil
	})
	if err != nil {
		return err
	}
	loaded, err := workshop.Load(rest)
	if err != nil {
		return fmt.Errorf("read the session again: %w", err)
	}
	l.s, l.view = loaded.Session, nil
	l.revision++
	l.stir()
	refusal := refusalOf(cause)
	l.trouble = refusal
	return errors.Join(refusal, l.freshWriter())
}

// recovered forgets the trouble of writing: something could be kept.
func (l *Laptop) recovered() {
	if l.trouble != nil {
		l.trouble = nil
		l.stir()
	}
}

// noticed takes in what a kept change did to the picture.
func (l *Laptop) noticed(d workshop.Diff) {
	l.view = nil
	l.revision++
	l.stir()
	for _, id := range d.Added {
		l.trackText(id)
	}
	for _, id := range d.Updated {
		l.trackText(id)
	}
	for _, id := range d.Removed {
		delete(l.texts, id)
	}
}

// settle does what follows by itself from what is known now: it turns over
// what was private, opens ballots, seals them anew, and moves a passage on.
func (l *Laptop) settle() {
	err := errors.Join(l.keepTime(), l.reveal(), l.openBallots(), l.holdBallotBox(), l.castAgain(), l.holdNoteBox(), l.handIn(), l.acceptElection(), l.standIn(), l.leadRounds(), l.makeMatches())
	var refused *workshop.RefusedError
	if err != nil && !errors.As(err, &refused) {
		l.trouble = refusalOf(err)
		l.stir()
	}
	l.sawClosing()
	l.advance()
	l.sayPresence()
}

// Tick lets time pass; call it about every 200 ms.
func (l *Laptop) Tick() {
	l.sweepDoor()
	l.settle()
	l.sayLast()
	l.lookAfter()
	l.watchTime()
}
