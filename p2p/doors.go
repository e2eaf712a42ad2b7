package p2p

import (
	"slices"
	"sync"
	"time"

	"github.com/libp2p/go-libp2p/core/network"
)

// lobby is those of whom nobody knows yet whether they may, the oldest first.
// When it is full, the oldest of the source with the most goes.
type lobby[T comparable] struct {
	room, hall int // in all, and of one source
	here       []standing[T]
}

type standing[T comparable] struct {
	who   T
	from  source
	since time.Time
}

// add takes one more in, and tells who has to go for them.
func (l *lobby[T]) add(who T, from source, now time.Time) (out T, full bool) {
	most, of := from, map[source]int{}
	for _, s := range l.here {
		if of[s.from]++; of[s.from] > of[most] {
			most = s.from
		}
	}
	if of[from] >= l.hall {
		most = from
	}
	if full = of[from] >= l.hall || len(l.here) >= l.room; full {
		i := slices.IndexFunc(l.here, func(s standing[T]) bool { return s.from == most })
		out = l.here[i].who
		l.here = slices.Delete(l.here, i, i+1)
	}
	l.here = append(l.here, standing[T]{who, from, now})
	return out, full
}

// remove is for who went, or became known; false when they were out already.
func (l *lobby[T]) remove(who T) bool {
	i := slices.IndexFunc(l.here, func(s standing[T]) bool { return s.who == who })
	if i >= 0 {
		l.here = slices.Delete(l.here, i, i+1)
	}
	return i >= 0
}

// At the doors for guests, with a link or a code, stand people who get a small
// room. Who showed the secret of an invite waits in another one, as long as a
// facilitator takes.

const (
	unprovenRoom = 256
	unprovenHall = peersPerAddress // of one source: a hall behind one address opens a link at once
	waitingRoom  = 192
	tryingTime   = 3 * helloTime // of a connection on which nothing was proven
)

// doors are the joins and pairings under way. Connections of those who proved
// something are left open although no hello comes.
type doors struct {
	mu       sync.Mutex
	unproven lobby[network.Stream]
	waiting  []network.Stream
}

// enter counts a visitor in until leave. Another one may be shown out for it.
func (d *doors) enter(s network.Stream) {
	from, _ := sourceOf(s.Conn().RemoteMultiaddr()) // who has no address shares one
	d.mu.Lock()
	d.unproven.room, d.unproven.hall = unprovenRoom, unprovenHall
	out, full := d.unproven.add(s, from, time.Now())
	d.mu.Unlock()
	if full {
		reset(out)
	}
}

// prove lets a visitor wait as long as it takes; false when no more can, or they had to go.
func (d *doors) prove(s network.Stream) bool {
	d.mu.Lock()
	defer d.mu.Unlock()
	if len(d.waiting) >= waitingRoom || !d.unproven.remove(s) {
		return false
	}
	d.waiting = append(d.waiting, s)
	return true
}

func (d *doors) leave(s network.Stream) {
	d.mu.Lock()
	defer d.mu.Unlock()
	d.unproven.remove(s)
	d.waiting = slices.DeleteFunc(d.waiting, func(o network.Stream) bool { return o == s })
}

// at tells whether somebody of a connection stands at a door, and whether they proved anything.
func (d *doors) at(c network.Conn) (trying, proven bool) {
	d.mu.Lock()
	defer d.mu.Unlock()
	proven = slices.ContainsFunc(d.waiting, func(s network.Stream) bool { return s.Conn() == c })
	trying = proven || slices.ContainsFunc(d.unproven.here, func(s standing[network.Stream]) bool { return s.who.Conn() == c })
	return trying, proven
}
