package app

import (
	"encoding/binary"
	"time"

	"convene/workshop"
)

// clockKey is where this laptop keeps how far its clock is from the session's.
const clockKey = "clock"

// farthestClock is how far two clocks can be apart; more is a mistake.
const farthestClock = 100 * 365 * 24 * time.Hour

// How directly a laptop knows the session's time.
const (
	clockLeads   uint8 = iota // it has the floor
	clockFollows              // it is linked to who has the floor
	clockKept                 // it knew it before, or was told by others
)

// timekeeping is the session's time as this laptop knows it. It is the time
// of its first floor holder's clock; who takes the floor goes on in it, so
// that no timer jumps and no two clocks are mixed in what was measured.
type timekeeping struct {
	ahead time.Duration // the session's clock minus this computer's
	known bool
	how   uint8
	kept  time.Duration // what is on the disk
}

// clockForm is what a laptop says of its clock.
type clockForm struct {
	_     struct{} `cbor:",toarray"`
	Ahead int64    // microseconds that the session's clock is ahead of its own
	How   uint8    // 0: it has the floor, 1: it hears who has it, 2: neither
}

func (f *clockForm) valid() bool {
	return f == nil || f.How <= clockKept && f.Ahead <= farthestClock.Microseconds() && f.Ahead >= -farthestClock.Microseconds()
}

// sayClock is what the others are told of the clock here, or nil.
func (l *Laptop) sayClock() *clockForm {
	if !l.time.known {
		return nil
	}
	return &clockForm{Ahead: l.time.ahead.Microseconds(), How: l.time.how}
}

// keepTime goes by the floor holder, and without one by what was known last;
// it outlives a restart.
func (l *Laptop) keepTime() error {
	ahead, how, known := l.sessionTime()
	l.time.how = how
	if known && (!l.time.known || (ahead-l.time.ahead).Abs() > clockStep) {
		if ahead != l.time.ahead {
			l.stir()
		}
		l.time.ahead, l.time.known = ahead, true
	}
	if l.time.ahead == l.time.kept {
		return nil
	}
	if err := l.keep.SetPrivate(clockKey, binary.AppendVarint(nil, int64(l.time.ahead))); err != nil {
		return err
	}
	l.time.kept = l.time.ahead
	return nil
}

// sessionTime is how far the session's clock is from this one, as the best
// that is connected has it. Where the floor holder is out of reach, a
// facilitator who hears them knows it, and others only for who knows nothing.
func (l *Laptop) sessionTime() (ahead time.Duration, how uint8, known bool) {
	floor := l.s.SessionView().Floor
	if floor == l.me {
		return l.time.ahead, clockLeads, true
	}
	if ahead, _, known = l.timeOf(floor); known {
		return ahead, clockFollows, true
	}
	best := clockKept
	var from workshop.Person
	for p := range l.peers {
		at, how, ok := l.timeOf(p)
		if !ok || !l.s.Role(p).Facilitates() || how > best || l.time.known && how != clockFollows {
			continue
		}
		if !known || how < best || p.String() < from.String() {
			ahead, best, from, known = at, how, p, true
		}
	}
	return ahead, clockKept, known
}

// timeOf is the session's time as a laptop linked to this one has it.
func (l *Laptop) timeOf(p workshop.Person) (ahead time.Duration, how uint8, known bool) {
	seen, said := l.peers[p], l.states[p].clock
	if said == nil || !seen.Timed || seen.Offset.Abs() > farthestClock {
		return 0, 0, false
	}
	return seen.Offset + time.Duration(said.Ahead)*time.Microsecond, said.How, true
}

// readClock takes back what was known before the app ended.
func (l *Laptop) readClock(b []byte) {
	if at, n := binary.Varint(b); n == len(b) && n > 0 && time.Duration(at).Abs() <= 2*farthestClock {
		l.time = timekeeping{ahead: time.Duration(at), known: true, how: clockKept, kept: time.Duration(at)}
	}
}

// offset is the session's clock minus this one's; 0 while it is not known.
func (l *Laptop) offset() time.Duration { return l.time.ahead }

// wall is the session's time, as well as it is known.
func (l *Laptop) wall() int64 { return l.now().UnixMilli() + l.offset().Milliseconds() }
