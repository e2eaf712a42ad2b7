package p2p

import (
	"slices"
	"testing"
	"time"

	"github.com/libp2p/go-libp2p/core/peer"
	ma "github.com/multiformats/go-multiaddr"
)

// elsewhere is where no laptop of a simulation is.
var elsewhere = ma.StringCast("/ip4/9.9.9.9/udp/9/quic-v1")

// tellOf is what a member says to be linked to, with the vouchers that everybody knows.
func tellOf(all []*laptop, at ma.Multiaddr) *control {
	var m control
	for _, l := range all {
		m.Here = append(m.Here, member{
			Peer: []byte(l.host.ID()), Person: l.c.Person[:], Voucher: l.c.Voucher, Addrs: packAddrs([]ma.Multiaddr{at}),
		})
	}
	return &m
}

// entries is what a laptop knows of the others, by peer id.
func (l *laptop) entries() map[peer.ID]entry {
	l.mu.Lock()
	defer l.mu.Unlock()
	out := map[peer.ID]entry{}
	for id, e := range l.book {
		out[id] = *e
	}
	return out
}

// TestAMemberRewritesNobodysAddress: in a star a member says again and again that everybody is somewhere else.
func TestAMemberRewritesNobodysAddress(t *testing.T) {
	simulate(t, 100, 2*time.Millisecond, func(t *testing.T, s *simulation) {
		all := s.gather(meshSize + 2)
		first := all[0].Address().Peer
		s.until(time.Minute, "everybody listens to the floor holder", func() bool { return primaries(all)[first] == len(all)-1 })
		eve := s.rogue(len(all), all[0], readsAll)
		eve.beat()
		before := make([]map[peer.ID]entry, len(all))
		for i, l := range all {
			before[i] = l.entries()
		}
		for range 10 {
			eve.say(tellOf(all, elsewhere))
			pause(t.Context(), 2*time.Second, nil)
		}
		if all[0].linked() != len(all) {
			t.Errorf("the floor holder is linked to %d", all[0].linked())
		}
		if got := primaries(all)[first]; got != len(all)-1 {
			t.Errorf("%d listen to the floor holder", got)
		}
		for i, l := range all {
			for id, now := range l.entries() {
				if slices.ContainsFunc(now.addrs, elsewhere.Equal) {
					t.Errorf("laptop %d believes that %v is elsewhere", i, id)
				}
				if was := before[i][id]; was.met && (now.person != was.person || !slices.EqualFunc(now.addrs, was.addrs, ma.Multiaddr.Equal)) {
					t.Errorf("laptop %d knows %v at %v, before at %v", i, id, now.addrs, was.addrs)
				}
			}
			if slices.ContainsFunc(l.Known(), func(a string) bool { return a == elsewhere.String()+"/p2p/"+first }) {
				t.Errorf("laptop %d would look for the floor holder elsewhere the next time", i)
			}
		}
	})
}

// TestNobodyIsNamedInAnothersPlace: who says of itself or of others that they are somebody else is cut off, and nobody listens to it.
func TestNobodyIsNamedInAnothersPlace(t *testing.T) {
	for what, forged := range map[string]func(floor, ben *laptop, eve peer.ID) member{
		"itself": func(floor, _ *laptop, eve peer.ID) member {
			return member{Peer: []byte(eve), Person: floor.c.Person[:], Voucher: floor.c.Voucher}
		},
		"another": func(floor, ben *laptop, _ peer.ID) member {
			return member{Peer: []byte(ben.host.ID()), Person: floor.c.Person[:], Voucher: floor.c.Voucher}
		},
		"nobody's laptop": func(floor, _ *laptop, _ peer.ID) member {
			id, err := peerOf(hostKey("nobody"))
			if err != nil {
				t.Fatal(err)
			}
			return member{Peer: []byte(id), Person: floor.c.Person[:], Voucher: floor.c.Voucher, Addrs: packAddrs([]ma.Multiaddr{elsewhere})}
		},
	} {
		t.Run(what, func(t *testing.T) {
			simulate(t, 100, time.Millisecond, func(t *testing.T, s *simulation) {
				floor, ana, ben := s.open(0), s.open(1), s.open(2)
				dial(t, ana, floor)
				dial(t, ben, floor)
				s.until(10*time.Second, "all are linked", func() bool { return ana.linked() == 2 && ben.linked() == 2 })
				eve := s.rogue(3, ana, readsAll)
				m := forged(floor, ben, eve.ID())
				for range maxStrikes {
					eve.say(&control{Here: []member{m}})
				}
				s.until(10*time.Second, "eve is cut off", func() bool { return ana.linked() == 2 })
				for _, l := range []*laptop{ana, ben} {
					for id, e := range l.entries() {
						if e.person == floor.c.Person && id != floor.host.ID() {
							t.Errorf("%v is taken for the floor holder", id)
						}
					}
				}
			})
		})
	}
}

// TestWhatOthersSayOfALaptopIsBounded: a way that others name stands behind those of the laptop itself, and few tellers are heard.
func TestWhatOthersSayOfALaptopIsBounded(t *testing.T) {
	own := ma.StringCast("/ip4/1.0.0.1/udp/8000/quic-v1")
	e := &entry{addrs: []ma.Multiaddr{own}, met: true}
	here, gone := &link{}, peer.ID("gone")
	n := &Node{links: map[peer.ID]*link{"a": here, "b": here, "c": here, "d": here}}
	for _, by := range []peer.ID{gone, "a", "b", "c", "d", "d"} {
		n.hearWays(e, by, []ma.Multiaddr{elsewhere})
	}
	if len(e.said) != maxTellers || slices.ContainsFunc(e.said, func(s hearsay) bool { return s.by == gone || s.by == "d" }) {
		t.Errorf("heard are %v", e.said)
	}
	if ways := e.ways(); len(ways) != 2 || !ways[0].Equal(own) {
		t.Errorf("tried are %v", ways)
	}
	if last := e.lasting(); len(last) != 1 || !last[0].Equal(own) {
		t.Errorf("kept are %v", last)
	}
	e.met, e.addrs = false, nil
	if last := e.lasting(); len(last) != 1 {
		t.Errorf("kept of who was not met: %v", last)
	}
	if e.fails = askedTwice + 1; len(e.lasting()) != 0 {
		t.Errorf("kept although nobody is there: %v", e.lasting())
	}
}
