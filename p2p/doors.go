package p2p

import (
	"sync"

	"github.com/libp2p/go-libp2p/core/network"
)

// At the doors for guests, with a link or a code, stand people of whom nobody
// knows yet whether they may: they get a small room, out of which the oldest of
// the address with the most has to go when it is full. Who showed the secret of
// an invite waits in a larger one, as long as a facilitator takes.

const (
	unprovenRoom = 256
	unprovenHall = peersPerAddress // of one source: a hall behind one address opens a link at once
	waitingRoom  = 192
	tryingTime   = 3 * helloTime // of a connection on which nothing was proven
)

// visitor is one join or pairing under way.
type visitor struct {
	s      network.Stream
	from   source
	proven bool
}

// doors are the joins and pairings under way, the oldest first. Connections
// of those who proved something are left open although no hello comes.
type doors struct {
	mu   sync.Mutex
	here []*visitor
}

// enter counts a visitor in until leave. Another one may be shown out for it.
func (d *doors) enter(s network.Stream) *visitor {
	from, _ := sourceOf(s.Conn().RemoteMultiaddr()) // who has no address shares one
	v := &visitor{s: s, from: from}
	d.mu.Lock()
	out := d.inTheWay(from)
	d.here = append(d.here, v)
	d.mu.Unlock()
	if out != nil {
		reset(out.s)
	}
	return v
}

// inTheWay takes out who has to go for one more of a source. The caller holds mu.
func (d *doors) inTheWay(from source) *visitor {
	most, total, of := from, 0, map[source]int{}
	for _, v := range d.here {
		if v.proven {
			continue
		}
		total++
		if of[v.from]++; of[v.from] > of[most] {
			most = v.from
		}
	}
	switch {
	case of[from] >= unprovenHall:
		most = from
	case total < unprovenRoom:
		return nil
	}
	for i, v := range d.here {
		if !v.proven && v.from == most {
			d.here = append(d.here[:i:i], d.here[i+1:]...)
			return v
		}
	}
	return nil
}

// prove lets a visitor wait as long as it takes; false when nobody else can.
func (d *doors) prove(v *visitor) bool {
	d.mu.Lock()
	defer d.mu.Unlock()
	waiting := 0
	for _, other := range d.here {
		if other.proven {
			waiting++
		}
	}
	v.proven = waiting < waitingRoom
	return v.proven
}

func (d *doors) leave(v *visitor) {
	d.mu.Lock()
	defer d.mu.Unlock()
	for i, other := range d.here {
		if other == v {
			d.here = append(d.here[:i:i], d.here[i+1:]...)
			return
		}
	}
}

// at tells whether somebody of a connection stands at a door, and whether they proved anything.
func (d *doors) at(c network.Conn) (trying, proven bool) {
	d.mu.Lock()
	defer d.mu.Unlock()
	for _, v := range d.here {
		if v.s.Conn() == c {
			trying, proven = true, proven || v.proven
		}
	}
	return trying, proven
}
