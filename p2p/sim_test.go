package p2p

import (
	"fmt"
	"io"
	"log/slog"
	"net"
	"runtime"
	"sync"
	"testing"
	"testing/synctest"
	"time"

	"github.com/libp2p/go-libp2p"
	"github.com/libp2p/go-libp2p/x/simlibp2p"
	"github.com/marcopolo/simnet"
)

// simulation is laptops in one process, with virtual time and a network that
// can be cut. Open all laptops inside a synctest bubble.
type simulation struct {
	t    *testing.T
	hall *hall
	net  *simnet.Simnet
	link simnet.NodeBiDiLinkSettings

	mu  sync.Mutex
	cut func(from, to int) bool // by number of laptop

	rogues int // that came back under another host key
}

const forever = 10_000 * time.Hour

// simulate runs script in virtual time. Every packet takes latency.
//
// With the race detector it runs on one processor: all timers of a bubble share
// one context of the detector (Go 1.26, runtime/time.go, unlockAndRun), which
// is not made for two threads at once; with two the detector's own runtime
// failed a check of itself or crashed, now and then.
func simulate(t *testing.T, mbps int, latency time.Duration, script func(t *testing.T, s *simulation)) {
	if raced {
		defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(1))
	}
	synctest.Test(t, func(t *testing.T) {
		rate := simnet.LinkSettings{BitsPerSecond: mbps * simlibp2p.OneMbps}
		s := &simulation{t: t, hall: newHall(t.Name()), link: simnet.NodeBiDiLinkSettings{Downlink: rate, Uplink: rate}}
		s.net = &simnet.Simnet{
			Logger: slog.New(slog.NewTextHandler(io.Discard, nil)),
			LatencyFunc: func(p *simnet.Packet) time.Duration {
				s.mu.Lock()
				defer s.mu.Unlock()
				if s.cut != nil && s.cut(number(p.From), number(p.To)) {
					return forever // a lost packet
				}
				return latency
			},
		}
		t.Cleanup(s.net.Close)
		s.net.Start()
		script(t, s)
	})
}

func number(a net.Addr) int {
	ip := a.(*net.UDPAddr).IP.To4()
	return int(ip[2])*200 + int(ip[3]) - 1
}

func (s *simulation) setCut(cut func(from, to int) bool) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.cut = cut
}

// open starts laptop number i.
func (s *simulation) open(i int) *laptop {
	s.t.Helper()
	return open(s.t, s.hall, fmt.Sprintf("person-%d", i), s.place(i))
}

func (s *simulation) place(i int) func(*Config) {
	return func(c *Config) {
		c.listen = []string{fmt.Sprintf("/ip4/1.0.%d.%d/udp/8000/quic-v1", i/200, i%200+1)}
		c.options = []libp2p.Option{simlibp2p.QUICSimnet(s.net, s.link)}
	}
}

// after lets virtual time pass, until so or at most within; it returns how
// long it took.
func (s *simulation) until(within time.Duration, what string, so func() bool) time.Duration {
	s.t.Helper()
	start := time.Now()
	eventually(s.t, within, what, so)
	return time.Since(start)
}

func equalDigests(all []*laptop) func() bool {
	return func() bool {
		first, _ := all[0].room.Have()
		for _, l := range all[1:] {
			if d, _ := l.room.Have(); d != first {
				return false
			}
		}
		return true
	}
}

func TestTwelvePeopleMakeAMesh(t *testing.T) {
	simulate(t, 100, 2*time.Millisecond, func(t *testing.T, s *simulation) {
		var all []*laptop
		for i := range 12 {
			all = append(all, s.open(i))
			if i > 0 {
				dial(t, all[i], all[0])
			}
		}
		took := s.until(30*time.Second, "a full mesh", func() bool {
			for _, l := range all {
				if l.linked() != 11 {
					return false
				}
			}
			return true
		})
		t.Logf("mesh after %v", took)
		all[7].write("from the seventh")
		took = s.until(100*time.Millisecond, "all have the note", equalDigests(all))
		t.Logf("note at all after %v", took)
	})
}
