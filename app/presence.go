package app

import (
	"bytes"
	"maps"
	"slices"
	"time"

	"convene/workshop"
)

// PeerSeen is somebody whose laptop is connected now.
type PeerSeen struct {
	Person workshop.Person
	Offset time.Duration // their clock minus this one's, where it is known
	Timed  bool          // Offset is known
	Digest [32]byte      // what they last said to hold; zero when unknown
	Via    Way           // how the connection runs
	Floods bool          // it sends more than people write, and is read slowly
}

// clockStep is by how much a clock has to differ from what was known of it.
// Each time that the floor changes hands the session's time may shift by it.
const clockStep = 100 * time.Millisecond

// presence is what a laptop says of itself while it is here. It is never
// stored. It tells how many private notes wait, never what is in them.
type presence struct {
	drafts map[workshop.RecordID]int
	seen   workshop.RecordID // the run whose closing it acted upon last
	last   workshop.ID       // its last change: who has that has what it sent
	point  *pointForm        // where it is on a board, or nil
	clock  *clockForm        // how far its clock is from the session's, or nil
	heard  []heardForm       // which notes without a name it collected
}

// presenceForm is presence as it travels.
type presenceForm struct {
	V      uint        `cbor:"1,keyasint"`
	Drafts []draftForm `cbor:"2,keyasint,omitempty"`
	Seen   string      `cbor:"3,keyasint,omitempty"`
	Last   []byte      `cbor:"4,keyasint,omitempty"`
	Point  *pointForm  `cbor:"5,keyasint,omitempty"`
	Part   *partForm   `cbor:"6,keyasint,omitempty"`
	Heard  []heardForm `cbor:"7,keyasint,omitempty"`
	Clock  *clockForm  `cbor:"8,keyasint,omitempty"`
}

type draftForm struct {
	_     struct{} `cbor:",toarray"`
	Run   string
	Count uint16
}

const (
	presenceVersion = 1
	mostPresence    = 4 << 10 // as much as the network takes
	mostDraftRuns   = 8
)

// sayPresence tells the others what this laptop is doing, when that changed.
// Which change was the last waits for the next tick: the change is just on its
// way to all of them, and twice the messages would make it late. Not so while
// a vote is open, whose closing waits for the ballots that it hears of.
func (l *Laptop) sayPresence() {
	form := l.presenceNow()
	if last := form.Last; l.said != nil && !bytes.Equal(last, l.saidLast) {
		form.Last = l.saidLast
		b, err := encode(form)
		if err == nil && bytes.Equal(b, l.said) && !l.voting() {
			return
		}
		form.Last = last
	}
	l.say(form)
}

// sayLast tells which change was the last, when that was not told yet.
func (l *Laptop) sayLast() {
	if l.said == nil || !l.last.Zero() && !bytes.Equal(l.last[:], l.saidLast) {
		l.say(l.presenceNow())
	}
}

func (l *Laptop) voting() bool {
	run := l.s.CurrentRun()
	return run != nil && run.Balloted()
}

// presenceNow is what this laptop does now.
func (l *Laptop) presenceNow() presenceForm {
	form := presenceForm{V: presenceVersion, Seen: l.seen.String(), Point: l.point, Part: l.sayPart(), Heard: l.heardSoFar(), Clock: l.sayClock()}
	if last := l.last; !last.Zero() {
		form.Last = last[:]
	}
	for i := len(l.drafts) - 1; i >= 0 && len(form.Drafts) < mostDraftRuns; i-- {
		run := l.drafts[i].Run
		if r := l.s.RunView(run); unnamed(r) && r.State == workshop.RunClosed {
			continue // they stay here
		}
		same := func(d draftForm) bool { return d.Run == run.String() }
		if !slices.ContainsFunc(form.Drafts, same) {
			form.Drafts = append(form.Drafts, draftForm{Run: run.String(), Count: uint16(min(l.draftsIn(run), 1<<16-1))})
		}
	}
	return form
}

func (l *Laptop) say(form presenceForm) {
	b, err := encode(form)
	if err != nil || bytes.Equal(b, l.said) {
		return // a fixed form of plain fields always encodes
	}
	l.said, l.saidLast = b, form.Last
	l.keep.SetPresence(b)
}

// Presence takes what a laptop here says of itself; nil means that it left.
// What cannot be read is as if it had not been said.
func (l *Laptop) Presence(from workshop.Person, state []byte) {
	defer l.settle()
	if state == nil {
		if _, was := l.states[from]; was {
			delete(l.states, from)
			l.pointed++
			l.stir()
		}
		return
	}
	p, part, ok := readPresence(state)
	if !ok || l.s.Role(from) == workshop.RoleNone {
		return
	}
	before, was := l.states[from]
	l.states[from] = p
	l.takePart(from, part)
	if before.point != nil || p.point != nil {
		l.pointed++
	}
	if !was || !maps.Equal(before.drafts, p.drafts) {
		l.stir() // nothing else of it is drawn with the session
	}
}

func readPresence(state []byte) (p presence, part *partForm, ok bool) {
	var form presenceForm
	if len(state) > mostPresence || decode(state, &form) != nil || form.V != presenceVersion || len(form.Drafts) > mostDraftRuns || len(form.Heard) > mostHeard || !form.Clock.valid() {
		return p, nil, false
	}
	p = presence{drafts: map[workshop.RecordID]int{}, heard: form.Heard}
	for _, d := range form.Drafts {
		run, err := workshop.ParseRecordID(d.Run)
		if err != nil {
			return p, nil, false
		}
		p.drafts[run] = int(d.Count)
	}
	seen, err := workshop.ParseRecordID(form.Seen)
	if err != nil || (len(form.Last) != 0 && len(form.Last) != len(p.last)) {
		return p, nil, false
	}
	p.seen, p.point, p.clock = seen, form.Point, form.Clock
	copy(p.last[:], form.Last)
	return p, form.Part, true
}

// SetPeers says who is connected now, the person here not included.
func (l *Laptop) SetPeers(peers []PeerSeen) {
	defer l.settle()
	here := make(map[workshop.Person]PeerSeen, len(peers))
	for _, p := range peers {
		if p.Person == l.me {
			continue // another laptop of the same person
		}
		if known, twice := here[p.Person]; !twice || known.Digest == [32]byte{} {
			here[p.Person] = p
		}
	}
	if len(here) != len(l.peers) {
		l.stir()
	}
	for p, seen := range here {
		if before, was := l.peers[p]; !was || before.Via != seen.Via || before.Floods != seen.Floods {
			l.stir()
		}
	}
	if len(l.peers) == 0 && len(here) > 0 {
		l.together = l.now()
	}
	l.peers = here
	if l.share.heard(peers, l.now()) {
		l.stir()
	}
	l.lookAfter()
}

// sawClosing notes the latest run whose closing this laptop acted upon.
func (l *Laptop) sawClosing() {
	for _, id := range l.s.Unclosed() {
		if run := l.s.RunView(id); run != nil && run.State == workshop.RunClosing {
			l.seen = id
			return
		}
	}
}

// facedown counts the private notes of others and of guests, by run.
func (l *Laptop) facedown() map[workshop.RecordID]tally {
	out := map[workshop.RecordID]tally{}
	for from, p := range l.states {
		if from == l.me {
			continue
		}
		for run, n := range p.drafts {
			if n > 0 {
				t := out[run]
				out[run] = tally{Count: t.Count + n, Writers: t.Writers + 1}
			}
		}
	}
	l.guestDrafts(out)
	return out
}
