package p2p

import (
	"net"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	ma "github.com/multiformats/go-multiaddr"
)

// liar stands between two laptops and alters every so many bytes of what passes.
type liar struct {
	net.Listener
	to     string
	every  int64 // 0 passes everything on as it is
	passed atomic.Int64
	work   sync.WaitGroup

	mu    sync.Mutex
	conns []net.Conn
}

func lie(t *testing.T, to string, every int64) *liar {
	t.Helper()
	at, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	l := &liar{Listener: at, to: to, every: every}
	l.work.Go(l.accept)
	t.Cleanup(l.end)
	return l
}

func (l *liar) end() {
	l.Close()
	l.mu.Lock()
	for _, c := range l.conns {
		c.Close()
	}
	l.mu.Unlock()
	l.work.Wait()
}

func (l *liar) accept() {
	for {
		in, err := l.Accept()
		if err != nil {
			return
		}
		out, err := net.Dial("tcp", l.to)
		if err != nil {
			in.Close()
			continue
		}
		l.mu.Lock()
		l.conns = append(l.conns, in, out)
		l.mu.Unlock()
		for _, pair := range [][2]net.Conn{{in, out}, {out, in}} {
			l.work.Go(func() { l.pass(pair[0], pair[1]) })
		}
	}
}

func (l *liar) pass(from, to net.Conn) {
	defer from.Close()
	defer to.Close()
	buf := make([]byte, 4096)
	for {
		n, err := from.Read(buf)
		for i := range n {
			if at := l.passed.Add(1); l.every > 0 && at%l.every == 0 {
				buf[i] ^= 1
			}
		}
		if _, werr := to.Write(buf[:n]); werr != nil || err != nil {
			return
		}
	}
}

// TestAByteAlteredOnTheWayIsNeverTaken puts somebody between two laptops who flips one bit every so often, as a relay or a router
// could. Nothing altered is taken in, and what was written arrives whole or not at all.
func TestAByteAlteredOnTheWayIsNeverTaken(t *testing.T) {
	for name, every := range map[string]int64{"nothing is altered": 0, "the handshake is altered": 90, "what follows is altered": 5000} {
		t.Run(name, func(t *testing.T) {
			h := newHall(t.Name())
			ana, ben := open(t, h, "ana"), open(t, h, "ben")
			ana.write("a note", strings.Repeat("a long note ", 2000))
			var addr string
			for _, full := range ana.Address().Full() {
				if a := ma.StringCast(full); strings.Contains(full, "/ip4/127.0.0.1/tcp/") && !strings.Contains(full, "/ws") {
					port, err := a.ValueForProtocol(ma.P_TCP)
					if err != nil {
						t.Fatal(err)
					}
					_, p, err := net.SplitHostPort(lie(t, "127.0.0.1:"+port, every).Addr().String())
					if err != nil {
						t.Fatal(err)
					}
					addr = strings.Replace(full, "/tcp/"+port, "/tcp/"+p, 1)
				}
			}
			if addr == "" {
				t.Fatalf("no TCP address in %q", ana.Address().Full())
			}
			err := ben.Dial(t.Context(), []string{addr})
			if every == 0 {
				if err != nil {
					t.Fatal(err)
				}
				eventually(t, 5*time.Second, "everything arrives", func() bool { return ben.room.count() == 2 })
				return
			}
			pause(t.Context(), 300*time.Millisecond, nil)
			ben.room.mu.Lock()
			defer ben.room.mu.Unlock()
			for _, change := range ben.room.held {
				if s := string(change); s != "a note" && s != strings.Repeat("a long note ", 2000) {
					t.Errorf("ben holds an altered change of %d bytes", len(s))
				}
			}
			if every < 1000 && err == nil {
				t.Error("an altered handshake led to a link")
			}
		})
	}
}
