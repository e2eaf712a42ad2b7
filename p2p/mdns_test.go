package p2p

import (
	"context"
	"os"
	"testing"
	"time"
)

// TestLaptopsFindEachOtherByMulticast runs where a network interface of its
// own says so: in a namespace, with CONVENE_NETNS set.
func TestLaptopsFindEachOtherByMulticast(t *testing.T) {
	if os.Getenv("CONVENE_NETNS") == "" {
		t.Skip("multicast is tried only in a network namespace: CONVENE_NETNS is not set")
	}
	h := newHall("multicast")
	visible := func(c *Config) { c.Loopback, c.Announce = false, true }
	ana := open(t, h, "ana", visible)
	other := open(t, newHall("next door"), "zoe", visible)
	start := time.Now()
	ben := open(t, h, "ben", visible)
	eventually(t, 10*time.Second, "ana and ben are linked", func() bool { return ana.linked() == 1 && ben.linked() == 1 })
	t.Logf("linked %v after the start", time.Since(start))
	eventually(t, 10*time.Second, "everybody is near", func() bool {
		return len(ana.Nearby()) == 2 && len(ben.Nearby()) == 2 && len(other.Nearby()) == 2
	})
	if other.linked() != 0 {
		t.Error("a link between two sessions")
	}
	ctx, cancel := context.WithTimeout(t.Context(), 10*time.Second)
	defer cancel()
	seen := map[string]bool{}
	if err := Look(ctx, func(s Sighting) {
		if seen[s.Peer] = true; len(seen) == 3 {
			cancel()
		}
	}); err != nil {
		t.Fatal(err)
	}
	if len(seen) != 3 {
		t.Errorf("looking around shows %d of 3", len(seen))
	}
}
