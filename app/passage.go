package app

import (
	"bytes"
	"slices"
	"time"

	"convene/workshop"
)

// Passage is the way from one activity to what follows: ballots are sealed to
// this laptop, the closing is said, what is on its way is awaited, the run is
// closed, and then what was asked for happens. It moves on with everything
// that reaches the Laptop, and with Tick.
type Passage struct {
	stage stage
	run   workshop.RecordID   // what is to be closed; none when nothing ran
	rest  []workshop.RecordID // what else was open, because two laptops were apart
	since time.Time           // when the stage began
	then  func() (workshop.RecordID, error)
	made  workshop.RecordID
	err   error
}

type stage uint8

const (
	stageGather  stage = iota // secret ballots come in under the key that is here
	stageClosing              // the closing is said
	stageAfter                // the run is closed
	stageDone
)

// How long a passage waits for what may never come.
const (
	patience      = 8 * time.Second // ballots and private notes
	patienceAlone = 3 * time.Second // the same with nobody connected
	patienceWords = 2 * time.Second // words that are being written
	patienceSent  = time.Second     // what others said to have sent, before the closing is said
)

// Done reports whether there is nothing more to wait for.
func (p *Passage) Done() bool { return p.stage == stageDone }

// Run returns the id of the run that was opened at the end, or "".
func (p *Passage) Run() string { return p.made.String() }

// Err returns what went wrong, as a person reads it.
func (p *Passage) Err() error { return p.err }

func (p *Passage) enter(s stage, now time.Time) { p.stage, p.since = s, now }

// begin starts a passage, unless ready says why not.
func (l *Laptop) begin(what string, ready func() error, then func() (workshop.RecordID, error)) (*Passage, error) {
	return l.beginClosing(what, ready, l.s.Unclosed, then)
}

// beginClosing is begin where not everything that is open is closed; nil closes
// nothing.
func (l *Laptop) beginClosing(what string, ready func() error, which func() []workshop.RecordID, then func() (workshop.RecordID, error)) (*Passage, error) {
	p := &Passage{then: then}
	err := l.steer(what, func() error {
		if err := ready(); err != nil {
			return err
		}
		if l.passage != nil {
			return Refuse("closing", "An activity is being closed right now.", "Wait a few seconds, then do it again.")
		}
		if which != nil {
			if err := l.countedHere(); err != nil {
				return err
			}
			p.rest = which()
		}
		p.enter(stageAfter, l.now())
		l.passage = p
		return nil
	})
	if err != nil {
		return nil, err
	}
	return p, nil
}

// countedHere says who counts the secret vote, or collects the notes without a name, that is open, when it is not the
// laptop here. A key that is lost to everybody is no reason to wait.
func (l *Laptop) countedHere() error {
	run, floor := l.secretVote(), l.s.SessionView().Floor
	if notes := l.unnamedRun(); notes != nil && !l.counts(notes) && floor != l.me {
		return Refuse("notes-elsewhere", "The laptop of "+l.name(floor)+" collects these notes.",
			"Ask "+l.name(floor)+" to close it, or take the floor: every laptop hands its notes in again.")
	}
	if run == nil || l.counts(run) || floor == l.me {
		return nil
	}
	return Refuse("vote-counted-elsewhere", "The laptop of "+l.name(floor)+" counts this vote.",
		"Ask "+l.name(floor)+" to close it, or take the floor: every laptop hands its ballot in again.")
}

// advance moves a passage on as far as it goes now.
func (l *Laptop) advance() {
	p := l.passage
	for p != nil && p.stage != stageDone && l.pass(p) {
		l.stir()
	}
	if p != nil && p.stage == stageDone {
		l.passage = nil
	}
}

// pass does one stage of a passage; false means that it still waits.
func (l *Laptop) pass(p *Passage) bool {
	run := l.s.RunView(p.run)
	switch {
	case p.stage == stageAfter && len(p.rest) > 0:
		p.run, p.rest = p.rest[0], p.rest[1:]
		p.enter(stageGather, l.now())
		return true
	case p.stage == stageAfter:
		return l.arrive(p)
	case run == nil || run.State == workshop.RunClosed:
		delete(l.boxes, p.run) // the key of a closed vote is forgotten
		l.heard = map[workshop.Person]*incoming{}
		p.enter(stageAfter, l.now())
		return true
	case run.State == workshop.RunClosing && p.stage == stageGather:
		p.enter(stageClosing, l.now())
		return true
	case p.stage == stageGather:
		if l.waits(p, !l.gathered(run), patience) || l.waits(p, !l.caughtUp(), patienceSent) {
			return false
		}
		return l.step(p, stageClosing, workshop.BeginClosing(run.ID))
	}
	if err := l.reveal(); err != nil && !isRefused(err) {
		return l.fail(p, err)
	}
	if err := l.openBallots(); err != nil && !isRefused(err) {
		return l.fail(p, err)
	}
	awaited, limit := l.awaited(run)
	if l.waits(p, awaited, limit) || l.batchComes(p, run) {
		return false
	}
	if err := l.publishBatch(run); err != nil {
		return l.fail(p, err)
	}
	return l.step(p, stageClosing, workshop.CloseRun(run.ID, l.linesFor(run)))
}

// batchComes reports whether notes without a name are still being handed in:
// who is here is waited for as with other private notes, and a long batch
// whose parts keep coming to its end.
func (l *Laptop) batchComes(p *Passage, run *workshop.RunView) bool {
	if !unnamed(run) || !l.counts(run) {
		return false
	}
	awaited, coming := l.batchesAwaited(run)
	return coming || l.waits(p, awaited, patience)
}

// waits reports whether a passage goes on waiting in its stage.
func (l *Laptop) waits(p *Passage, awaited bool, limit time.Duration) bool {
	return awaited && l.now().Sub(p.since) < limit
}

func (l *Laptop) step(p *Passage, next stage, op workshop.Op) bool {
	if _, err := l.policy(op); err != nil {
		return l.fail(p, err)
	}
	p.enter(next, l.now())
	return true
}

func (l *Laptop) arrive(p *Passage) bool {
	p.made, p.err = p.then()
	p.err = inWords(p.err)
	p.stage = stageDone
	return true
}

func (l *Laptop) fail(p *Passage, err error) bool {
	p.err, p.stage = inWords(err), stageDone
	return true
}

// gathered reports whether every secret ballot is sealed to the key here, as
// far as the laptops of its voters are here to seal it anew.
func (l *Laptop) gathered(run *workshop.RunView) bool {
	if !run.Balloted() || !run.Secret() {
		return true
	}
	for _, b := range l.s.Ballots(run.ID) {
		_, here := l.peers[l.handsIn(b.Voter)]
		if !bytes.Equal(b.To, run.Seal) && here {
			return false
		}
	}
	return true
}

// caughtUp reports whether everything that the laptops here said to have sent
// has come: a ballot on its way when the closing is said would not count.
func (l *Laptop) caughtUp() bool {
	for person := range l.peers {
		if said, told := l.states[person]; told && !said.last.Zero() && !l.s.Has(said.last) {
			return false
		}
	}
	return true
}

// handsIn is on whose laptop a voter's ballot is made: a person's own, or that
// of who keeps the seat.
func (l *Laptop) handsIn(voter []byte) (p workshop.Person) {
	if seat, ok := workshop.SeatOf(voter); ok {
		if s := l.View().Seat(seat); s != nil {
			return s.Keeper
		}
		return p
	}
	copy(p[:], voter)
	return p
}

// awaited reports whether something of a run that closes is still on its way,
// and how long it may be waited for: openings of sealed ballots, and the word
// of every laptop here that it saw the closing and sent what it had.
func (l *Laptop) awaited(run *workshop.RunView) (bool, time.Duration) {
	limit := patienceWords
	sealed := run.Balloted() && !run.Secret()
	if sealed || run.Settings.Private(run.Kind) {
		limit = patience
	}
	if len(l.peers) == 0 {
		limit = patienceAlone
	}
	if sealed && slices.ContainsFunc(l.s.Ballots(run.ID), func(b workshop.BallotView) bool { return !b.Opened }) {
		return true, limit
	}
	for person := range l.peers {
		said, told := l.states[person]
		if !told || said.seen != run.ID || (!said.last.Zero() && !l.s.Has(said.last)) {
			return true, limit
		}
	}
	return false, limit
}
