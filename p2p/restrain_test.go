package p2p

import (
	"context"
	"fmt"
	"sync"
	"sync/atomic"
	"testing"
	"time"
)

// toldRoom counts how often it was told of presence.
type toldRoom struct {
	*fakeRoom
	times atomic.Int64
}

func (r *toldRoom) Presence(from [32]byte, state []byte) {
	r.times.Add(1)
	r.fakeRoom.Presence(from, state)
}

// Presence without end is taken as often as an honest laptop says it, however many streams and states it comes in, and its
// person is shown. Others are seen as before.
func TestPresenceWithoutEndIsReadSlowlyAndShown(t *testing.T) {
	simulate(t, 100, time.Millisecond, func(t *testing.T, s *simulation) {
		room := &toldRoom{fakeRoom: newRoom(s.hall, "person-0")}
		s.hall.setMember(room.id(), true)
		ana := openRoom(t, room.fakeRoom, "person-0", s.place(0), func(c *Config) { c.Room = room })
		ben, eve := s.open(1), s.open(2)
		dial(t, ben, ana)
		dial(t, eve, ana)
		s.until(10*time.Second, "both are linked", func() bool { return ana.linked() == 2 })
		const long = 30 * time.Second
		ctx, cancel := context.WithTimeout(t.Context(), long)
		defer cancel()
		var flooding sync.WaitGroup
		version := atomic.Uint64{}
		version.Store(1 << 62)
		for range 4 {
			flooding.Go(func() {
				st, err := openStream(ctx, eve.host, ana.host.ID(), protoPresence)
				if err != nil {
					t.Error(err)
					return
				}
				defer reset(st)
				for ctx.Err() == nil {
					var m states
					for range statesAtOnce {
						m.Of = append(m.Of, state{Peer: []byte(eve.host.ID()), Version: version.Add(1), State: make([]byte, 100)})
					}
					if send(st, &m, frameTime) != nil {
						return
					}
				}
			})
		}
		moves := 0
		for ; ctx.Err() == nil; moves++ { // ben moves a pointer all the time
			ben.SetPresence(fmt.Append(nil, "ben ", moves))
			pause(ctx, presenceTick, nil)
		}
		flooding.Wait()
		most := statesBurst + statesPace*int64(long/time.Second) + int64(moves) + 10
		if got := room.times.Load(); got < int64(moves)/2 || got > most {
			t.Errorf("told of presence %d times, of at most %d", got, most)
		}
		s.until(time.Second, "ana sees ben's last move", func() bool { return room.sees(ben.room.id()) == fmt.Sprint("ben ", moves-1) })
		if !ana.seesFlooding(eve) || ana.seesFlooding(ben) {
			t.Error("the wrong people are shown as flooding")
		}
		if ana.linked() != 2 {
			t.Error("somebody was cut off")
		}
	})
}

// The same of what is said on the control stream.
func TestControlWithoutEndIsReadSlowlyAndShown(t *testing.T) {
	simulate(t, 100, time.Millisecond, func(t *testing.T, s *simulation) {
		ana, ben := s.open(0), s.open(1)
		dial(t, ben, ana)
		eve := s.rogue(2, ana, readsAll)
		s.until(10*time.Second, "both are linked", func() bool { return ana.linked() == 2 })
		digest := [32]byte{}
		for i := range 2000 {
			digest[0] = byte(i)
			if err := send(eve.control, &control{Digest: digest[:], Ping: uint64(i + 1)}, time.Minute); err != nil {
				t.Fatal(err)
			}
		}
		s.until(30*time.Second, "eve is shown", func() bool {
			for _, p := range ana.Peers() {
				if p.Person == newRoom(s.hall, "rogue").id() && p.Floods {
					return true
				}
			}
			return false
		})
		if ana.seesFlooding(ben) {
			t.Error("ben is shown as flooding")
		}
	})
}

// A new laptop gets every picture once and is no flood; the same ones for ever, or the list for ever, is one.
func TestPicturesWithoutEndAreAFlood(t *testing.T) {
	now := time.Unix(1000, 0)
	n := &Node{c: Config{now: func() time.Time { return now }}.complete(), paces: map[[32]byte]*pace{}, changed: make(chan struct{}, 1), wake: make(chan struct{}, 1)}
	floods := func(person [32]byte) bool {
		n.mu.Lock()
		defer n.mu.Unlock()
		return n.flooding(person)
	}
	ben, eve := [32]byte{1}, [32]byte{2}
	for i := range 1000 {
		n.pictured(ben, [32]byte{byte(i), byte(i >> 8)}, maxBlob)
		n.pictured(ben, [32]byte{byte(i), byte(i >> 8)}, maxBlob) // to a second laptop
		n.pictured(eve, [32]byte{byte(i % 4)}, maxBlob)
	}
	if floods(ben) || !floods(eve) {
		t.Errorf("a new laptop floods: %v; the same again and again floods: %v", floods(ben), floods(eve))
	}
	cai := &link{person: [32]byte{3}, ended: make(chan struct{})}
	for range 100 { // every 10 s
		now = now.Add(blobsEvery)
		end, ok := n.pictureTurn(t.Context(), cai, &blobAsk{Have: make([]byte, 32)})
		if !ok || floods(cai.person) {
			t.Fatal("asking as laptops do is a flood")
		}
		end()
	}
	cai.close() // waits no more
	for range 200 {
		if end, ok := n.pictureTurn(t.Context(), cai, &blobAsk{Have: make([]byte, 32)}); ok {
			end()
		}
	}
	if !floods(cai.person) {
		t.Error("asking for the list without end is no flood")
	}
}

func TestOfTheStatesOfALaptopTheNewestIsLeft(t *testing.T) {
	m := states{Of: []state{{Peer: []byte("a"), Version: 3}, {Peer: []byte("b"), Version: 1}, {Peer: []byte("a"), Version: 2}, {Peer: []byte("b"), Version: 4}}}
	got := m.latest()
	if len(got) != 2 || got[0].Version != 3 || got[1].Version != 4 {
		t.Errorf("%+v are left", got)
	}
}

// Twenty people who all move their pointers, on laptops that opened at once and found each other, are no flood, and are seen.
func TestTwentyPeopleMovingPointersAreNoFlood(t *testing.T) {
	simulate(t, 100, 2*time.Millisecond, func(t *testing.T, s *simulation) {
		all := s.gather(20)
		const moves = 60 // 3 s
		for i := range moves {
			for k, l := range all {
				l.SetPresence(fmt.Appendf(nil, "%d of %d", i, k))
			}
			pause(t.Context(), presenceTick, nil)
		}
		s.until(300*time.Millisecond, "everybody sees where everybody is", func() bool {
			for k, of := range all {
				for _, l := range all {
					if l != of && l.room.sees(of.room.id()) != fmt.Sprintf("%d of %d", moves-1, k) {
						return false
					}
				}
			}
			return true
		})
		for i, l := range all {
			l.mu.Lock()
			for person, p := range l.paces {
				if l.flooding(person) || p.waited.debt > 0 {
					t.Errorf("laptop %d waited for somebody", i)
				}
			}
			l.mu.Unlock()
		}
	})
}
