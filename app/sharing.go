package app

import (
	"time"

	"convene/workshop"
)

// mostDigests is how many states of this laptop are remembered, to see which
// of them others have reached.
const mostDigests = 1024

// sharing knows how far this laptop's changes got.
type sharing struct {
	own    int              // changes written here since the session opened
	shared int              // of these, how many somebody else is known to have
	at     map[[32]byte]int // a state of this laptop -> how many own changes were in it
	order  [][32]byte
	now    [32]byte
	behind map[workshop.Person]time.Time // since when somebody lacks something
	upTo   map[workshop.Person]int       // own changes that somebody is known to have
	notes  map[workshop.RecordID]int     // own notes -> the last own change that touched them
}

func (s *sharing) begin(digest [32]byte) {
	s.at, s.behind = map[[32]byte]int{}, map[workshop.Person]time.Time{}
	s.upTo, s.notes = map[workshop.Person]int{}, map[workshop.RecordID]int{}
	s.note(digest)
}

func (s *sharing) note(digest [32]byte) {
	s.now = digest
	if _, known := s.at[digest]; known {
		return
	}
	s.at[digest] = s.own
	s.order = append(s.order, digest)
	if len(s.order) > mostDigests {
		delete(s.at, s.order[0])
		s.order = s.order[1:]
	}
}

func (s *sharing) wrote(n int, digest [32]byte) { s.own += n; s.note(digest) }
func (s *sharing) came(digest [32]byte)         { s.note(digest) }

// noteWritten remembers which own notes an own change touched: people see of
// each how far it has come.
func (l *Laptop) noteWritten(d workshop.Diff) {
	for _, list := range [][]workshop.RecordID{d.Added, d.Updated} {
		for _, id := range list {
			if kind, ok := l.s.KindOf(id); ok && kind == workshop.KindNote && l.s.MadeBy(id) == l.me {
				l.share.notes[id] = l.share.own
			}
		}
	}
}

// notesSent says of each own note that was touched here how far it has come,
// with these people here.
func (s *sharing) notesSent(here map[workshop.Person]PeerSeen) map[workshop.RecordID]Sent {
	if len(s.notes) == 0 {
		return nil
	}
	all := -1
	for p := range here {
		if n := s.upTo[p]; all < 0 || n < all {
			all = n
		}
	}
	sent := make(map[workshop.RecordID]Sent, len(s.notes))
	for id, n := range s.notes {
		switch {
		case n <= all:
			sent[id] = SentAll
		case n <= s.shared:
			sent[id] = SentSome
		default:
			sent[id] = SentHere
		}
	}
	return sent
}

// heard takes what others say to hold. It reports whether an own note may have
// come further by it.
func (s *sharing) heard(peers []PeerSeen, now time.Time) (further bool) {
	lacking := map[workshop.Person]time.Time{}
	for _, p := range peers {
		if p.Digest == [32]byte{} {
			continue
		}
		if n, known := s.at[p.Digest]; known {
			further = further || (n > s.upTo[p.Person] && len(s.notes) > 0)
			s.shared = max(s.shared, n)
			s.upTo[p.Person] = max(s.upTo[p.Person], n)
		}
		if p.Digest == s.now {
			continue
		}
		lacking[p.Person] = now
		if since, before := s.behind[p.Person]; before {
			lacking[p.Person] = since
		}
	}
	s.behind = lacking
	return further
}

// reached reports whether somebody's state is one that this laptop has had:
// then everything they said to hold is here.
func (s *sharing) reached(digest [32]byte) bool {
	_, known := s.at[digest]
	return known
}

// lastAt counts the people among those who are here that have this laptop's
// last change.
func (s *sharing) lastAt(here map[workshop.Person]PeerSeen) int {
	n := 0
	for p := range here {
		if s.upTo[p] >= s.own {
			n++
		}
	}
	return n
}

// behindFor counts people who have lacked something for at least d.
func (s *sharing) behindFor(d time.Duration, now time.Time) int {
	n := 0
	for _, since := range s.behind {
		if now.Sub(since) >= d {
			n++
		}
	}
	return n
}

// wayOf puts the node's word for a connection into the window's.
func wayOf(kind string) Way {
	switch kind {
	case "lan", "loopback":
		return WayNear
	case "relayed":
		return WayRelayed
	case "through":
		return WayHub
	}
	return WayDirect
}
