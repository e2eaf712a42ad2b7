package p2p

import (
	"context"
	"fmt"
	"slices"
	"sync"
	"testing"
	"time"

	"github.com/klauspost/compress/zstd"
	"github.com/libp2p/go-libp2p/core/network"
	"github.com/libp2p/go-libp2p/core/peer"
)

// TestALiarKeepsNobodyFromAskingOthers: a hub passes nothing on, says all the time that it has news, and answers who asks in
// one of the ways that hold the asker up. The others ask each other meanwhile.
func TestALiarKeepsNobodyFromAskingOthers(t *testing.T) {
	for how, answer := range map[string]func(context.Context, network.Stream){
		"slowly, that nothing differs": func(ctx context.Context, st network.Stream) {
			var ask syncAsk
			if pause(ctx, 9*time.Second, nil) && receive(st, &ask, maxEarly, frameTime) == nil {
				_ = send(st, &syncTell{Digest: ask.Digest}, frameTime) // they may have gone
			}
		},
		"with a little now and then": func(ctx context.Context, st network.Stream) {
			var ask syncAsk
			var theirs syncSummary
			if receive(st, &ask, maxEarly, frameTime) != nil || send(st, &syncTell{Digest: make([]byte, 32)}, frameTime) != nil ||
				receive(st, &theirs, maxFrame, frameTime) != nil {
				return
			}
			for pause(ctx, 9*time.Second, nil) {
				if send(st, &syncChunk{Zipped: zipped(t, "known"), Left: 9999}, frameTime) != nil {
					return
				}
			}
		},
	} {
		t.Run(how, func(t *testing.T) {
			simulate(t, 100, 2*time.Millisecond, func(t *testing.T, s *simulation) {
				all := s.starWithLiar(func(*laptop, *link, [][]byte) {})
				hub, rest := all[0], all[1:]
				ctx, cancel := context.WithCancel(t.Context())
				var lying sync.WaitGroup
				defer lying.Wait()
				defer cancel()
				hub.host.SetStreamHandler(protoSync, func(st network.Stream) {
					defer reset(st)
					answer(ctx, st)
				})
				lying.Go(func() {
					for pause(ctx, time.Second, nil) {
						hub.pokeAll()
					}
				})
				pause(ctx, 5*time.Second, nil)
				for i, l := range rest {
					l.write(fmt.Sprintf("from %d", i))
				}
				took := s.until(30*time.Second, "everybody but the hub has everything", func() bool {
					return !slices.ContainsFunc(rest, func(l *laptop) bool { return l.room.holdsOf("from ") != len(rest) })
				})
				t.Logf("everything is everywhere after %v", took)
			})
		})
	}
}

// pokeAll says on every link that there are news.
func (n *Node) pokeAll() {
	n.mu.Lock()
	defer n.mu.Unlock()
	for _, l := range n.links {
		l.poke = true
		pulse(l.wake)
	}
}

func zipped(t *testing.T, changes ...string) []byte {
	t.Helper()
	var b batch
	for _, c := range changes {
		b.Changes = append(b.Changes, []byte(c))
	}
	raw, err := encode(&b)
	if err != nil {
		t.Fatal(err)
	}
	zip, err := zstd.NewWriter(nil, zstd.WithEncoderConcurrency(1))
	if err != nil {
		t.Fatal(err)
	}
	defer zip.Close()
	return zip.EncodeAll(raw, nil)
}

// TestNewsAreHeededAtOnceAndThenOnceInAWhile: of many pokes the first counts at once, and no last one is forgotten.
func TestNewsAreHeededAtOnceAndThenOnceInAWhile(t *testing.T) {
	now := time.Unix(1000, 0)
	l := &link{peer: "a"}
	n := &Node{c: Config{now: func() time.Time { return now }}, links: map[peer.ID]*link{"a": l}, wanted: wanted{wake: make(chan struct{}, 1)}}
	heeded := 0
	count := func() {
		if _, ok := n.wanted.next(); ok {
			heeded++
		}
	}
	for range 100 { // 10 s
		n.poked(l)
		count()
		now = now.Add(100 * time.Millisecond)
	}
	if heeded != 2 {
		t.Errorf("%d of 100 in 10 s were heeded", heeded)
	}
	n.heedPokes()
	if count(); heeded != 3 {
		t.Error("the last was forgotten")
	}
	now = now.Add(pokeEvery)
	n.heedPokes()
	if count(); heeded != 3 {
		t.Error("one was heeded twice")
	}
}

// TestOnlyWhoBringsNewsKeepsTheTurn: large chunks of what is known, and small ones, keep nobody waiting.
func TestOnlyWhoBringsNewsKeepsTheTurn(t *testing.T) {
	now := time.Unix(1000, 0)
	a, b := &link{peer: "a"}, &link{peer: "b"}
	n := &Node{c: Config{now: func() time.Time { return now }}}
	large := numbered("x", 2000, 100)
	if !isLarge(large, 9000) || isLarge(large, len(large)) || isLarge(large[:10], 9000) {
		t.Error("the wrong chunks are large")
	}
	if !n.holdTurn(a, 9000) || n.holdTurn(b, 9000) || !n.othersGive(b) || n.othersGive(a) {
		t.Error("two have the turn, or nobody")
	}
	n.keepTurn(a)
	now = now.Add(turnTime - time.Millisecond)
	if n.holdTurn(b, 1) {
		t.Error("the turn was taken from who brings news")
	}
	if now = now.Add(time.Millisecond); !n.holdTurn(b, 1) || !n.gives(b) {
		t.Error("who is slow keeps the turn")
	}
	n.endTurn(a)
	if !n.gives(b) {
		t.Error("somebody ended another's turn")
	}
	if n.endTurn(b); n.othersGive(nil) || n.Incoming() != 0 {
		t.Error("the turn does not end")
	}
}
