package p2p

import (
	"fmt"
	"testing"
	"time"
)

// In a mesh, and in a star whose hub it is not, a member says that the facilitator is linked to it, and what they do.
func TestNobodySpeaksForWhoSpeaksForThemselves(t *testing.T) {
	for _, count := range []int{3, meshSize + 2} {
		t.Run(fmt.Sprint(count, " laptops"), func(t *testing.T) {
			simulate(t, 100, time.Millisecond, func(t *testing.T, s *simulation) {
				all := s.gather(count)
				floor, ben := all[0], all[2]
				if count > meshSize {
					s.until(time.Minute, "everybody listens to the floor holder", func() bool { return primaries(all)[floor.Address().Peer] == count-1 })
				}
				room := newRoom(s.hall, "person-0") // another laptop of theirs, which is off
				off, err := peerOf(hostKey("off"))
				if err != nil {
					t.Fatal(err)
				}
				floor.SetPresence([]byte("true"))
				s.until(time.Second, "ben sees the floor holder", func() bool { return ben.room.sees(floor.room.id()) == "true" })
				eve := s.rogue(count, ben, readsAll)
				eve.beat()
				eve.say(&control{
					Role: &role{Serving: true}, // it is no hub, whatever it says
					Here: []member{
						{Peer: []byte(off), Person: floor.c.Person[:], Voucher: room.voucher(hostKey("off"))},
						{Peer: []byte(floor.host.ID()), Person: floor.c.Person[:], Voucher: floor.c.Voucher},
						{Peer: []byte(all[1].host.ID()), Person: all[1].c.Person[:], Voucher: all[1].c.Voucher},
					},
				})
				st := eve.open(protoPresence)
				say := func(version uint64) {
					forged := &states{Of: []state{
						{Peer: []byte(off), Version: version, State: []byte("forged")},
						{Peer: []byte(floor.host.ID()), Version: version, State: []byte("forged")},
						{Peer: []byte(all[1].host.ID()), Version: version, State: []byte("forged")},
						{Peer: []byte(eve.ID()), Version: version, State: []byte("own")},
					}}
					if err := send(st, forged, time.Second); err != nil {
						t.Fatal(err)
					}
				}
				for i := range uint64(5) {
					say(1<<62 + i)
					pause(t.Context(), 500*time.Millisecond, nil)
				}
				if got := ben.room.sees(newRoom(s.hall, "rogue").id()); got != "own" {
					t.Errorf("ben sees of eve herself %q", got)
				}
				for i, who := range all[:2] {
					if got := ben.room.sees(who.room.id()); got == "forged" {
						t.Errorf("ben believes what eve says of laptop %d", i)
					}
				}
			})
		})
	}
}

// In a star everybody sees everybody, the successors of the floor holder as well, who are linked to all and listened to by none.
func TestInAStarEverybodySeesEverybody(t *testing.T) {
	simulate(t, 100, 2*time.Millisecond, func(t *testing.T, s *simulation) {
		all := s.gather(meshSize + 3)
		first := all[0].Address().Peer
		s.until(time.Minute, "everybody listens to the floor holder", func() bool { return primaries(all)[first] == len(all)-1 })
		pause(t.Context(), 15*time.Second, nil)
		for i, l := range all {
			l.SetPresence(fmt.Append(nil, "pointer ", i))
		}
		s.until(time.Second, "everybody sees everybody", func() bool {
			for _, l := range all {
				for i, other := range all {
					if l != other && l.room.sees(other.room.id()) != fmt.Sprint("pointer ", i) {
						return false
					}
				}
			}
			return true
		})
	})
}

// Who cannot be reached is seen through somebody in between.
func TestWhoCannotBeReachedIsSeenThroughOthers(t *testing.T) {
	simulate(t, 100, time.Millisecond, func(t *testing.T, s *simulation) {
		s.setCut(func(from, to int) bool { return from+to == 1 })
		ana, ben, cai := s.open(0), s.open(1), s.open(2)
		dial(t, ana, cai)
		dial(t, ben, cai)
		pause(t.Context(), 20*time.Second, nil)
		ana.SetPresence([]byte("here"))
		s.until(time.Second, "ben sees ana", func() bool { return ben.room.sees(ana.room.id()) == "here" })
		if ana.linked() != 1 || ben.linked() != 1 {
			t.Error("they are linked")
		}
	})
}
