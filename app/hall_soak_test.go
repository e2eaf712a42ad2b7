//go:build soak

package app

import (
	"fmt"
	"math/rand/v2"
	"os"
	"runtime"
	"slices"
	"strconv"
	"testing"
	"time"
)

// TestSoakTwentyPeopleComeAndGo: twenty whole laptops on this computer work in one session for ten minutes
// (CONVENE_MINUTES for another time). Every ten seconds one of them is closed, and opened again a little later. In the
// end all hold the same, what grew in memory is what was written, and (TestMain) nothing runs on.
func TestSoakTwentyPeopleComeAndGo(t *testing.T) {
	minutes, err := strconv.Atoi(os.Getenv("CONVENE_MINUTES"))
	if err != nil {
		minutes = 10
	}
	h := newCrowd(t, 20)
	h.work(time.Duration(minutes) * time.Minute / 4)
	heap, written := heapNow(), h.written
	h.work(time.Duration(minutes) * time.Minute * 3 / 4)
	grew, more := heapNow()-heap, h.written-written
	t.Logf("%d changes, %d times somebody left and came back; heap %d MB, then %+d MB for %d changes at 20 laptops",
		h.written, h.left, heap>>20, grew>>20, more)
	if allowed := int64(more)*20*perChange + 48<<20; grew > allowed {
		t.Errorf("the heap grew by %d MB, allowed are %d", grew>>20, allowed>>20)
	}
	inSync(t, h.all...)
	if got := len(h.all[0].view().Parked); got != h.written {
		t.Errorf("%d of %d things are there", got, h.written)
	}
}

// perChange is what a change may take in the memory of one laptop: its bytes, its record, its place in view and window.
const perChange = 8 << 10

func heapNow() int64 {
	runtime.GC()
	runtime.GC() // what finalizers let go
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return int64(m.HeapAlloc)
}

// crowd is many laptops in one session.
type crowd struct {
	t             *testing.T
	all           []*home
	away          []int // by number, who is closed now
	written, left int
	chance        *rand.Rand
}

func newCrowd(t *testing.T, n int) *crowd {
	t.Helper()
	c := &crowd{t: t, chance: rand.New(rand.NewPCG(1, 1))}
	host := newHome(t, "Ana")
	var err error
	host.session, err = host.CreateSession(t.Context(), NewSession{Title: "Team day"})
	must(t, err)
	c.all = []*home{host}
	for i := 1; i < n; i++ {
		guest := newHome(t, fmt.Sprintf("Person %d", i))
		guest.joins(host, "")
		c.all = append(c.all, guest)
	}
	return c
}

// work lets everybody who is here write, ten things a second in all, for so long. Whoever is away at the end comes back.
func (c *crowd) work(length time.Duration) {
	c.t.Helper()
	tick := time.NewTicker(100 * time.Millisecond)
	defer tick.Stop()
	for begun, n := time.Now(), 0; time.Since(begun) < length; n++ {
		<-tick.C
		if n%50 == 49 {
			c.comeAndGo()
		}
		who := c.chance.IntN(len(c.all))
		if slices.Contains(c.away, who) {
			continue
		}
		h := c.all[who]
		_, err := h.AddParked(c.t.Context(), h.session, fmt.Sprintf("thing %d", c.written))
		must(c.t, err)
		c.written++
	}
	for len(c.away) > 0 {
		c.comesBack()
	}
}

// comeAndGo closes somebody, or opens again who is closed.
func (c *crowd) comeAndGo() {
	if len(c.away) > 0 {
		c.comesBack()
		return
	}
	who := c.chance.IntN(len(c.all)) // the facilitator as well
	c.all[who].stop()
	c.away = append(c.away, who)
	c.left++
}

func (c *crowd) comesBack() {
	who := c.away[0]
	c.away = c.away[1:]
	old := c.all[who]
	h := startHome(c.t, "", old.dir)
	h.session = old.session
	must(c.t, h.OpenSession(c.t.Context(), h.session))
	c.all[who] = h
}
