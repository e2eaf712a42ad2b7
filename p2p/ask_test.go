package p2p

import (
	"context"
	"fmt"
	"testing"
	"time"

	"github.com/libp2p/go-libp2p/core/network"
)

// A note that builds on what its reader does not have yet is there at once: who said it is asked. Ana has read what a person wrote whom
// ben reads slowly.
func TestANoteDoesNotWaitForWhatItBuildsOn(t *testing.T) {
	simulate(t, 100, 2*time.Millisecond, func(t *testing.T, s *simulation) {
		all := s.gather(3)
		ana, ben := all[0], all[1]
		pause(t.Context(), 10*time.Second, nil)
		for i := range 5 {
			slow := numbered(fmt.Sprintf("read slowly by ben %d ", i), 100, 120)
			ana.room.keep(slow)
			note := after(string(slow[99]), fmt.Sprint("a note ", i))
			ana.write(note)
			took := s.until(time.Minute, "ben has the note", func() bool { return ben.room.holds(note) })
			if t.Logf("after %v", took); took > 50*time.Millisecond {
				t.Errorf("the note took %v", took)
			}
			pause(t.Context(), 300*time.Millisecond, nil)
		}
	})
}

// In a star a hub asks a guest, and what came goes on to the others at once.
func TestAHubPassesOnWhatItAskedFor(t *testing.T) {
	simulate(t, 100, 2*time.Millisecond, func(t *testing.T, s *simulation) {
		all := s.gather(meshSize + 2)
		hub := all[0]
		s.until(time.Minute, "everybody listens to the hub", func() bool { return primaries(all)[hub.Address().Peer] == len(all)-1 })
		pause(t.Context(), 10*time.Second, nil)
		slow := numbered("read slowly ", 100, 120)
		all[5].room.keep(slow)
		note := after(string(slow[99]), "a note")
		all[5].write(note)
		took := s.until(time.Minute, "everybody has the note", func() bool {
			for _, l := range all {
				if !l.room.holds(note) {
					return false
				}
			}
			return true
		})
		if t.Logf("after %v", took); took > 100*time.Millisecond {
			t.Errorf("the note took %v", took)
		}
	})
}

// countAsks counts the exchanges that one laptop asks another for.
func countAsks(by, l *laptop, answer func(network.Stream)) (count func() int) {
	asked := make(chan struct{}, 10_000)
	l.host.SetStreamHandler(protoSync, func(s network.Stream) {
		defer reset(s)
		if s.Conn().RemotePeer() == by.host.ID() {
			asked <- struct{}{}
		}
		answer(s)
	})
	return func() int { return len(asked) }
}

// Somebody who says things that build on nothing is asked less and less often, and nobody else is.
func TestWhoSaysOrphansIsAskedSeldom(t *testing.T) {
	for name, answer := range map[string]func(*testing.T, network.Stream){
		"hangs up": func(*testing.T, network.Stream) {},
		"has nothing": func(t *testing.T, s network.Stream) {
			var ask syncAsk
			var theirs syncSummary
			digest := [32]byte{1}
			if receive(s, &ask, maxFrame, time.Second) == nil && send(s, &syncTell{Digest: digest[:]}, time.Second) == nil &&
				receive(s, &theirs, maxFrame, time.Second) == nil {
				_ = send(s, &syncChunk{Last: true}, time.Second)
			}
		},
		"says nothing": func(t *testing.T, s network.Stream) { pause(t.Context(), 3*time.Minute, nil) },
	} {
		t.Run(name, func(t *testing.T) {
			simulate(t, 100, 2*time.Millisecond, func(t *testing.T, s *simulation) {
				all := s.gather(3)
				ana, ben, eve := all[0], all[1], all[2]
				pause(t.Context(), 10*time.Second, nil)
				ctx, over := context.WithCancel(t.Context())
				defer over()
				ofEve := countAsks(ana, eve, func(s network.Stream) {
					go func() { <-ctx.Done(); reset(s) }()
					answer(t, s)
				})
				ofBen := countAsks(ana, ben, func(network.Stream) {})
				const long = 60 * time.Second
				for i := range int(long / (100 * time.Millisecond)) {
					eve.Publish([][]byte{[]byte(after("nothing at all", fmt.Sprint("orphan ", i)))})
					pause(t.Context(), 100*time.Millisecond, nil)
				}
				// Ana also asks one of two every 5 to 10 s without a reason.
				byChance := int(long / (5 * time.Second))
				if got := ofEve(); got > byChance+10 {
					t.Errorf("eve was asked %d times in a minute", got)
				}
				if got := ofBen(); got > byChance {
					t.Errorf("ben, who said nothing, was asked %d times", got)
				}
				if ana.room.count() != 0 {
					t.Error("ana keeps an orphan")
				}
				over()
			})
		})
	}
}

// An ask takes two chunks at most; the rest comes by an exchange, and all of it does.
func TestAnAskIsSized(t *testing.T) {
	simulate(t, 100, 2*time.Millisecond, func(t *testing.T, s *simulation) {
		all := s.gather(2)
		ana, ben := all[0], all[1]
		pause(t.Context(), 10*time.Second, nil)
		ben.letGive(&link{}, time.Hour) // no exchange takes anything for now
		many := numbered("a long past ", 3*chunkChanges, 40)
		ana.room.keep(many)
		note := after(string(many[len(many)-1]), "a note")
		ana.write(note)
		pause(t.Context(), 4*time.Second, nil)
		if got := ben.room.count(); got == 0 || got > askChunks*chunkChanges {
			t.Errorf("one ask brought %d changes", got)
		}
		ben.letGive(nil, 0)
		s.until(20*time.Second, "ben has all", equalDigests(all))
	})
}

// letGive has a link give much, as far as the node knows.
func (n *Node) letGive(l *link, long time.Duration) {
	n.mu.Lock()
	defer n.mu.Unlock()
	n.giver, n.givesTo = l, n.c.now().Add(long)
}

// What one person says much of is judged in pieces, so that others' words wait for no more than one of them.
func TestMuchIsJudgedInPieces(t *testing.T) {
	simulate(t, 100, 2*time.Millisecond, func(t *testing.T, s *simulation) {
		all := s.gather(2)
		ana, ben := all[0], all[1]
		ana.Publish(numbered("said ", 500, 60))
		ana.room.keep(numbered("said ", 500, 60))
		s.until(time.Second, "ben has what was said", func() bool { return ben.room.count() == 500 })
		ana.room.keep(numbered("fetched ", 500, 60))
		ben.wanted.add(ana.host.ID())
		s.until(time.Second, "ben has what he fetched", equalDigests(all))
		if ben.room.largest > 32 {
			t.Errorf("%d changes were judged in one go", ben.room.largest)
		}
	})
}
