package p2p

import (
	"runtime"
	"testing"
)

// TestAHostThatIsClosedLeavesNoTypesBehind opens hosts one after the other, as a laptop does that comes and goes all day.
func TestAHostThatIsClosedLeavesNoTypesBehind(t *testing.T) {
	const hosts, most = 40, 4 << 10 // bytes a host; it was 11 KB while every host made its own types
	key := hostKey("types")
	come := func() {
		for range hosts {
			h, err := newHost(key)
			if err != nil {
				t.Fatal(err)
			}
			if err := h.Close(); err != nil {
				t.Fatal(err)
			}
		}
	}
	held := func() int64 {
		runtime.GC()
		runtime.GC()
		var m runtime.MemStats
		runtime.ReadMemStats(&m)
		return int64(m.HeapAlloc)
	}
	come()
	before := held()
	come()
	if each := (held() - before) / hosts; each > most {
		t.Errorf("%d bytes stay for each host that was open, at most %d", each, most)
	}
}
