package p2p

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"github.com/libp2p/go-libp2p"
	"github.com/libp2p/go-libp2p/core/host"
	"github.com/libp2p/go-libp2p/core/network"
	"github.com/libp2p/go-libp2p/core/peer"
	"github.com/libp2p/go-libp2p/core/protocol"
	"github.com/libp2p/go-libp2p/p2p/protocol/circuitv2/client"
	"github.com/libp2p/go-libp2p/p2p/protocol/circuitv2/relay"
)

// starWithLiar is a star of 14 whose first hub does with changes what lie says; nobody learns anything from it when they sync.
func (s *simulation) starWithLiar(lie func(hub *laptop, from *link, changes [][]byte)) []*laptop {
	s.t.Helper()
	all := s.gather(meshSize + 2)
	hub := all[0]
	s.until(time.Minute, "everybody listens to the liar", func() bool { return primaries(all)[hub.Address().Peer] == len(all)-1 })
	hub.host.SetStreamHandler(protoSync, reset)
	hub.host.SetStreamHandler(protoDelta, func(st network.Stream) {
		defer reset(st)
		for {
			var b batch
			l := hub.linkTo(st)
			if err := receive(st, &b, maxFrame, idleTime); err != nil || l == nil {
				return
			}
			lie(hub, l, b.Changes)
		}
	})
	// Streams that were open before the lie began are opened anew.
	for _, c := range hub.host.Network().Conns() {
		for _, st := range c.GetStreams() {
			if st.Protocol() == protoDelta {
				reset(st)
			}
		}
	}
	pause(s.t.Context(), 5*time.Second, nil)
	return all
}

// TestAHubThatKeepsEverythingToItselfDelaysButLosesNothing: what the hub does not pass on, others ask each other for.
func TestAHubThatKeepsEverythingToItselfDelaysButLosesNothing(t *testing.T) {
	simulate(t, 100, 2*time.Millisecond, func(t *testing.T, s *simulation) {
		kept := atomic.Int64{}
		all := s.starWithLiar(func(_ *laptop, _ *link, changes [][]byte) { kept.Add(int64(len(changes))) })
		for i, l := range all[1:] {
			l.write(fmt.Sprintf("from %d", i))
		}
		took := s.until(time.Minute, "everybody but the hub has everything", func() bool {
			return !slices.ContainsFunc(all[1:], func(l *laptop) bool { return l.room.count() != len(all)-1 })
		})
		if kept.Load() == 0 {
			t.Fatal("the hub was told nothing: it kept nothing to itself")
		}
		t.Logf("the hub kept %d changes; everybody else has everything %v later", kept.Load(), took)
	})
}

// TestAHubThatAltersWhatItPassesOnIsCutOff: what it made up is not taken, and the others form a star without it.
func TestAHubThatAltersWhatItPassesOnIsCutOff(t *testing.T) {
	simulate(t, 100, 2*time.Millisecond, func(t *testing.T, s *simulation) {
		altered := atomic.Int64{}
		all := s.starWithLiar(func(hub *laptop, from *link, changes [][]byte) {
			for i := range changes {
				altered.Add(1)
				changes[i] = append([]byte("bad "), changes[i]...) // no signature fits any more
			}
			hub.spread(from, changes)
		})
		wrote := 0
		cut := s.until(30*time.Second, "nobody listens to the liar", func() bool {
			all[1+wrote%(len(all)-1)].write(fmt.Sprintf("change %d", wrote))
			wrote++
			// It makes one up as well: the last who listens would otherwise hear nothing more, neither false nor true.
			all[0].spread(nil, [][]byte{fmt.Appendf(nil, "bad %d", wrote)})
			pause(t.Context(), 500*time.Millisecond, nil)
			return primaries(all[1:])[all[0].Address().Peer] == 0
		})
		if altered.Load() == 0 {
			t.Fatal("the hub altered nothing")
		}
		all[5].write("without the liar")
		took := s.until(time.Minute, "everybody else has everything", func() bool {
			return !slices.ContainsFunc(all[1:], func(l *laptop) bool { return l.room.count() != wrote+1 })
		})
		for _, l := range all[1:] {
			l.room.mu.Lock()
			for _, c := range l.room.held {
				if bytes.HasPrefix(c, []byte("bad")) {
					t.Errorf("%q was taken in", c)
				}
			}
			l.room.mu.Unlock()
		}
		t.Logf("the liar altered %d changes and was alone after %v; the others were whole %v later", altered.Load(), cut, took)
	})
}

// lyingHost is the host of a relay that alters one byte in so many of what it carries to who leans on it.
type lyingHost struct {
	host.Host
	every   int64
	carried *atomic.Int64
	altered *atomic.Int64
}

func (h lyingHost) NewStream(ctx context.Context, p peer.ID, ids ...protocol.ID) (network.Stream, error) {
	s, err := h.Host.NewStream(ctx, p, ids...)
	if err != nil || h.every == 0 {
		return s, err
	}
	return &lyingStream{Stream: s, host: h}, nil
}

type lyingStream struct {
	network.Stream
	host  lyingHost
	wrote int // messages of the relay itself come first, and are left alone
}

func (s *lyingStream) Write(b []byte) (int, error) {
	if s.wrote++; s.wrote == 1 {
		return s.Stream.Write(b)
	}
	out := bytes.Clone(b)
	for i := range out {
		if s.host.carried.Add(1)%s.host.every == 0 {
			out[i] ^= 1
			s.host.altered.Add(1)
		}
	}
	return s.Stream.Write(out)
}

// TestARelayThatAltersBytesBreaksOnlyItsOwnWay: who is called through a relay that flips a bit now and then gets nothing altered; whoever
// is linked otherwise goes on, and so does who was called as soon as there is another way.
func TestARelayThatAltersBytesBreaksOnlyItsOwnWay(t *testing.T) {
	for name, every := range map[string]int64{"nothing is altered": 0, "the handshake is altered": 100, "what follows is altered": 6000} {
		t.Run(name, func(t *testing.T) {
			base, err := newHost(hostKey("lying relay"), libp2p.EnableRelay(), libp2p.ForceReachabilityPublic())
			if err != nil {
				t.Fatal(err)
			}
			t.Cleanup(func() { base.Close() })
			if err := listenAt(base, listenAddrs(0, true)); err != nil {
				t.Fatal(err)
			}
			carried, altered := &atomic.Int64{}, &atomic.Int64{}
			r, err := relay.New(lyingHost{base, every, carried, altered})
			if err != nil {
				t.Fatal(err)
			}
			t.Cleanup(func() { r.Close() })
			h := newHall(t.Name())
			through := func(c *Config) { c.options = append(c.options, libp2p.EnableRelay()) }
			ana, ben, cai := open(t, h, "ana", through), open(t, h, "ben"), open(t, h, "cai")
			dial(t, cai, ana)
			info := peer.AddrInfo{ID: base.ID(), Addrs: base.Addrs()}
			if err := ana.host.Connect(t.Context(), info); err != nil {
				t.Fatal(err)
			}
			if _, err := client.Reserve(t.Context(), ana.host, info); err != nil {
				t.Fatal(err)
			}
			var way []string
			for _, a := range base.Addrs() {
				way = append(way, a.String()+"/p2p/"+base.ID().String()+"/p2p-circuit/p2p/"+ana.Address().Peer)
			}
			long := strings.Repeat("a long note ", 2000)
			ana.write("a note", long)
			err = ben.Dial(t.Context(), way)
			if every == 0 {
				if err != nil {
					t.Fatal(err)
				}
				eventually(t, 10*time.Second, "everything arrives", func() bool { return ben.room.count() == 2 })
				return
			}
			ben.write("from ben " + long)
			pause(t.Context(), time.Second, nil)
			if every < 1000 && err == nil {
				t.Error("an altered handshake led to a link")
			}
			if carried.Load() == 0 || altered.Load() == 0 {
				t.Fatalf("the relay carried %d bytes and altered %d: %v", carried.Load(), altered.Load(), errors.Join(err))
			}
			cai.write("we go on")
			eventually(t, 5*time.Second, "ana hears cai", func() bool { return ana.room.holds("we go on") })
			dial(t, ben, cai)
			for _, l := range []*laptop{ana, ben, cai} {
				eventually(t, 20*time.Second, "everybody has everything", func() bool { return l.room.count() == 4 })
				for _, change := range []string{"a note", long, "we go on", "from ben " + long} {
					if !l.room.holds(change) {
						t.Errorf("one laptop lacks a change of %d bytes, or holds another one in its place", len(change))
					}
				}
			}
		})
	}
}
