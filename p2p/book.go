package p2p

import (
	"slices"
	"time"

	"github.com/libp2p/go-libp2p/core/peer"
	ma "github.com/multiformats/go-multiaddr"
)

// The book is the members' laptops that this one knows. What a laptop says of
// itself, at a hello, is believed. What others say of it is added behind: it is
// a way to try, and never takes the place of what is known.

// entry is what is known of a member's laptop, from itself or from others.
type entry struct {
	addrs   []ma.Multiaddr // from itself, or from the person here
	said    []hearsay      // from others
	person  [32]byte       // as a hello or a voucher proved; zero before
	voucher []byte
	version int  // counts changes, so that each is told once
	pinned  bool // somebody asked to dial it
	met     bool // it was linked once
	fails   int
	dialing bool
	next    time.Time // not dialled before
	barred  time.Time // not wanted before
	heard   time.Time
	retried bool      // a second attempt at a direct way was made
	foreign bool      // it speaks another version
	spoke   time.Time // to us, when the last link ended
}

// hearsay is where a laptop is, as a peer said last.
type hearsay struct {
	by    peer.ID
	addrs []ma.Multiaddr
}

const (
	maxTellers = 3 // whose word about one laptop is kept, of maxAddrs addresses each
	askedTwice = 2 // failed dials after which hearsay is not kept for the next time
)

// ways are all addresses to try, those of the laptop itself first.
func (e *entry) ways() []ma.Multiaddr {
	all := slices.Clone(e.addrs)
	for _, s := range e.said {
		for _, a := range s.addrs {
			if !slices.ContainsFunc(all, a.Equal) {
				all = append(all, a)
			}
		}
	}
	return all
}

// lasting are the addresses that are kept for the next time.
func (e *entry) lasting() []ma.Multiaddr {
	if e.met || e.pinned || e.fails > askedTwice {
		return e.addrs
	}
	all := e.ways()
	return all[:min(len(all), len(e.addrs)+maxAddrs)]
}

func (e *entry) addrsOf() []ma.Multiaddr {
	if e == nil {
		return nil
	}
	return e.addrs
}

// meet enters who was welcomed into the book, with the addresses they gave
// and the one that worked. The caller holds mu.
func (n *Node) meet(l *link) {
	e := n.enter(l.peer)
	if e == nil {
		return
	}
	addrs := l.addrs
	if l.out {
		addrs = append([]ma.Multiaddr{l.conn.RemoteMultiaddr()}, addrs...)
	}
	addrs = usable(addrs, n.c.Loopback)
	if len(addrs) == 0 {
		addrs = e.addrs
	}
	if e.version == 0 || e.person != l.person || !slices.EqualFunc(e.addrs, addrs, ma.Multiaddr.Equal) {
		e.version++
	}
	e.person, e.voucher, e.addrs = l.person, l.voucher, addrs
	e.fails, e.met, e.foreign = 0, true, false
}

// enter returns the entry of a laptop, a new one where there is none, and nil
// when the book is full. The caller holds mu.
func (n *Node) enter(id peer.ID) *entry {
	e := n.book[id]
	if e == nil {
		if !n.roomInBook() {
			return nil
		}
		e = &entry{}
		if n.host.ID() > id {
			e.next = n.c.now().Add(500 * time.Millisecond) // they dial first
		}
		n.book[id] = e
	}
	e.heard = n.c.now()
	return e
}

// vouched tells whether every laptop that a message names is the person's whom
// it names. What the book knows already is not judged anew.
func (n *Node) vouched(here []member) bool {
	for _, h := range here {
		id, person := peer.ID(h.Peer), [32]byte(h.Person)
		n.mu.Lock()
		e := n.book[id]
		known := e != nil && e.person == person
		n.mu.Unlock()
		if !known && !vouches(n.c.Session, id, person, h.Voucher) {
			return false
		}
	}
	return true
}

// hearsay takes in what a peer says of another laptop, whose voucher was judged.
// Who is linked here speaks for itself. The caller holds mu.
func (n *Node) hearsay(l *link, h *member) {
	id := peer.ID(h.Peer)
	if n.links[id] != nil {
		return
	}
	e := n.enter(id)
	if e == nil {
		return
	}
	if e.person == [32]byte{} {
		e.person, e.voucher = [32]byte(h.Person), h.Voucher
	}
	n.hearWays(e, l.peer, unpackAddrs(h.Addrs, n.c.Loopback))
}

// hearWays keeps what a peer says about where a laptop is, in place of what it
// said before, or of what somebody said who is gone. The caller holds mu.
func (n *Node) hearWays(e *entry, by peer.ID, addrs []ma.Multiaddr) {
	if len(addrs) == 0 {
		return
	}
	i := slices.IndexFunc(e.said, func(s hearsay) bool { return s.by == by })
	if i < 0 && len(e.said) == maxTellers {
		i = slices.IndexFunc(e.said, func(s hearsay) bool { return n.links[s.by] == nil })
		if i < 0 {
			return
		}
	}
	if i >= 0 {
		e.said = slices.Delete(e.said, i, i+1)
	}
	e.said = append(e.said, hearsay{by: by, addrs: addrs})
}

// roomInBook makes room for one more by forgetting somebody never met, first
// of all whom nobody could reach. The caller holds mu.
func (n *Node) roomInBook() bool {
	for len(n.book) >= maxMembers {
		var out peer.ID
		for id, e := range n.book {
			if !e.met && !e.pinned && (out == "" || e.fails > n.book[out].fails) {
				out = id
			}
		}
		if out == "" {
			return false
		}
		delete(n.book, out)
	}
	return true
}
