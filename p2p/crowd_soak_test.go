//go:build soak

package p2p

import (
	"fmt"
	"slices"
	"sync"
	"testing"
	"time"
)

// TestSoakAHundredAndTwentyEightJoinFromOneAddressWithinAMinute: everybody in a hall opens the same link at once, and to the host they
// are all one address, as behind an office's router. Each is let in, gets 300 changes, and is in the star.
func TestSoakAHundredAndTwentyEightJoinFromOneAddressWithinAMinute(t *testing.T) {
	h := newHall("crowd")
	ana := open(t, h, "ana")
	ana.SetHubs([][32]byte{ana.room.id()})
	ana.room.keep(numbered("old", 300, 200))
	i := invite(h, ana)
	begin := time.Now()
	guests := make([]*laptop, peersPerAddress)
	in, whole := make([]time.Duration, len(guests)), make([]time.Duration, len(guests))
	var all sync.WaitGroup
	for n := range guests {
		all.Go(func() {
			name := fmt.Sprintf("guest %d", n)
			room := newRoom(h, name)
			answer, err := Join(t.Context(), Visit{Key: hostKey(name), Invite: i, Loopback: true, Prove: room.prove})
			if err != nil {
				t.Errorf("%s: %v", name, err)
				return
			}
			in[n] = time.Since(begin)
			guests[n] = openRoom(t, room, name)
			guests[n].SetHubs([][32]byte{ana.room.id()})
			if err := guests[n].Dial(t.Context(), answer.Addrs); err != nil {
				t.Errorf("%s: %v", name, err)
				return
			}
			tick := time.NewTicker(20 * time.Millisecond)
			defer tick.Stop()
			for room.count() < 300 && time.Since(begin) < 2*time.Minute {
				<-tick.C
			}
			whole[n] = time.Since(begin)
		})
	}
	all.Wait()
	if t.Failed() {
		return
	}
	last := slices.Max(whole)
	t.Logf("%d joined from one address: the last was let in after %v and had everything after %v", len(guests), slices.Max(in), last)
	if last > time.Minute {
		t.Errorf("the last had everything after %v", last)
	}
	eventually(t, 30*time.Second, "ana sees everybody", func() bool { return len(ana.Peers()) == len(guests) })
	ana.write("welcome, all of you")
	at := time.Now()
	eventually(t, 10*time.Second, "everybody is welcomed", func() bool {
		return !slices.ContainsFunc(guests, func(g *laptop) bool { return !g.room.holds("welcome, all of you") })
	})
	t.Logf("a note to all of them: %v", time.Since(at))
}
