package p2p

import (
	"context"
	"errors"
	"slices"
	"time"

	"github.com/fxamacker/cbor/v2"
	"github.com/libp2p/go-libp2p/core/network"
	"github.com/libp2p/go-libp2p/core/peer"
)

// held is the latest presence of one laptop.
type held struct {
	person  [32]byte
	version uint64 // milliseconds at its making, or one more than before
	state   []byte
	missed  time.Time // since when they are not here
}

const statesAtOnce = 48 // of 4 KiB at most: they fit a frame

// SetPresence says what this person is doing, in at most 4 KiB; more is not
// sent. Only the latest counts, at most 20 a second are sent. Empty is gone.
func (n *Node) SetPresence(state []byte) {
	if len(state) > maxPresence {
		return
	}
	n.mu.Lock()
	defer n.mu.Unlock()
	n.own.version = max(n.own.version+1, uint64(n.c.now().UnixMilli()))
	n.own.state = append([]byte(nil), state...)
	n.pend(n.host.ID(), nil)
}

// pend marks a laptop's state to be sent to whom it must go on to.
func (n *Node) pend(of peer.ID, from *link) {
	for _, l := range n.targets(from) {
		if l.peer != of {
			l.pending[of] = true
			pulse(l.mail)
		}
	}
}

// writePresence sends the latest states, one frame per tick.
func (n *Node) writePresence(ctx context.Context, l *link) {
	for failed := 0; failed < maxStrikes; failed++ {
		err := n.pump(ctx, l, protoPresence, func(s network.Stream) error {
			for {
				if err := send(s, n.takeStates(l), frameTime); err != nil {
					return err
				}
				failed = 0
				if !pause(ctx, presenceTick, l.ended) || !nextWork(ctx, l, l.mail) {
					return nil
				}
			}
		})
		if err == nil {
			return
		}
		pause(ctx, time.Second, l.ended)
	}
}

func (n *Node) takeStates(l *link) *states {
	n.mu.Lock()
	defer n.mu.Unlock()
	var out states
	for id, wanted := range l.pending {
		if len(out.Of) == statesAtOnce {
			pulse(l.mail)
			break
		}
		delete(l.pending, id)
		h := n.states[id]
		if id == n.host.ID() {
			h = &n.own
		}
		if h != nil && wanted && h.version > 0 {
			out.Of = append(out.Of, state{Peer: []byte(id), Version: h.version, State: h.state})
		}
	}
	return &out
}

// onPresence takes a peer's states, and through a hub those of others.
func (n *Node) onPresence(ctx context.Context, s network.Stream) {
	defer reset(s)
	for ctx.Err() == nil {
		l := n.linkTo(s)
		if l == nil {
			return
		}
		var m states
		if err := receive(s, &m, maxFrame, idleTime); err != nil {
			if isForged(err) {
				n.strike(ctx, l, err)
			}
			return
		}
		n.tellRoom(l, &m)
		if !n.restrain(ctx, l, &l.states, 1, statesPace, statesBurst) {
			return
		}
	}
}

// tellRoom passes on what is newer, one caller at a time, so that the room
// never hears the older of two last.
func (n *Node) tellRoom(l *link, m *states) {
	n.telling.Lock()
	defer n.telling.Unlock()
	for _, st := range m.latest() {
		if person, ok := n.takeState(l, st); ok {
			if len(st.State) == 0 {
				st.State = nil
			}
			n.c.Room.Presence(person, st.State)
		}
	}
}

// tellLeft says who is gone.
func (n *Node) tellLeft(now time.Time) {
	n.telling.Lock()
	defer n.telling.Unlock()
	n.mu.Lock()
	left := n.sweepStates(now, n.here())
	n.mu.Unlock()
	for _, person := range left {
		n.c.Room.Presence(person, nil)
	}
}

// takeState keeps a state when it is newer and the link may bring it: its own,
// or one that it may relay.
func (n *Node) takeState(l *link, st state) (person [32]byte, ok bool) {
	n.mu.Lock()
	defer n.mu.Unlock()
	id := peer.ID(st.Peer)
	person = l.person
	if id != l.peer {
		if !n.mayRelay(l, id) {
			return person, false
		}
		person = n.book[id].person
	}
	h := n.states[id]
	if h == nil {
		h = &held{}
		n.states[id] = h
	}
	if h.version >= st.Version {
		return person, false
	}
	*h = held{person: person, version: st.Version, state: st.State}
	n.pend(id, l)
	return person, true
}

// mayRelay tells whether a link may bring the state of another laptop: of one that
// it is linked to, while its person says nothing to us themselves. In a star hubs
// relay; elsewhere everybody does, for those whom we cannot reach. The caller
// holds mu.
func (n *Node) mayRelay(l *link, id peer.ID) bool {
	e := n.book[id]
	if e == nil || id == n.host.ID() || !l.here[id] || e.person == [32]byte{} {
		return false
	}
	for _, other := range n.links {
		speaks := !n.star || other.primary == n.host.ID() || other.peer == n.primary
		if speaks && other.person == e.person {
			return false
		}
	}
	return n.isHub(l) || n.links[id] == nil && e.fails > 1
}

// isHub tells whether a link leads to a hub of the star, as this laptop chose
// them: who only says that it serves is none. The caller holds mu.
func (n *Node) isHub(l *link) bool {
	return n.star && (l.peer == n.primary || slices.Contains(n.centre, l.peer))
}

// sweepStates returns the persons who left: none of their laptops was here for
// 3 s. The caller holds mu.
func (n *Node) sweepStates(now time.Time, here map[peer.ID]bool) (left [][32]byte) {
	for id, h := range n.states {
		switch {
		case here[id]:
			h.missed = time.Time{}
		case h.missed.IsZero():
			h.missed = now
		case now.Sub(h.missed) >= lingerTime:
			delete(n.states, id)
			if len(h.state) > 0 {
				left = append(left, h.person)
			}
		}
	}
	return slices.DeleteFunc(left, func(person [32]byte) bool {
		for _, h := range n.states {
			if h.person == person {
				return true // on another laptop
			}
		}
		return false
	})
}

// isForged tells bytes that are wrong from a stream that broke.
func isForged(err error) bool {
	var syntax *cbor.SyntaxError
	var semantic *cbor.SemanticError
	var kind *cbor.UnmarshalTypeError
	return errors.Is(err, errFrameSize) || errors.Is(err, errMalformed) ||
		errors.As(err, &syntax) || errors.As(err, &semantic) || errors.As(err, &kind)
}
