package p2p

import (
	"context"
	"fmt"
	"slices"
	"sync"
	"sync/atomic"
	"testing"
	"time"
)

func (l *laptop) seesFlooding(who *laptop) bool {
	return slices.ContainsFunc(l.Peers(), func(p Peer) bool { return p.Person == who.room.id() && p.Floods })
}

// holdsOf counts the changes here that begin with some words.
func (r *fakeRoom) holdsOf(prefix string) (count int) {
	r.mu.Lock()
	defer r.mu.Unlock()
	for _, c := range r.held {
		if len(c) >= len(prefix) && string(c[:len(prefix)]) == prefix {
			count++
		}
	}
	return count
}

// Who writes without end and only pokes, so that everything is fetched by exchanges, is slowed and shown like who sends it.
func TestAFloodThatIsFetchedByExchangesIsReadSlowly(t *testing.T) {
	simulate(t, 100, time.Millisecond, func(t *testing.T, s *simulation) {
		s.setCut(func(a, b int) bool { return a+b == 1+2 }) // ben brings nothing of eve's
		ana, ben, eve := s.open(0), s.open(1), s.open(2)
		dial(t, ben, ana)
		ana.write("what was here before")
		dial(t, eve, ana)
		s.until(10*time.Second, "everybody has what was here before", func() bool { return eve.room.count() == 1 && ben.room.count() == 1 })
		pause(t.Context(), 10*time.Second, nil)
		s.hall.flooder = eve.room.id()
		const each, rounds = 1000, 6
		for i := range rounds {
			eve.room.keep(numbered(fmt.Sprintf("own flood %d ", i), each, 120))
			eve.wanted.add(ana.host.ID())
			pause(t.Context(), time.Second, nil)
		}
		if !ana.seesFlooding(eve) || ana.seesFlooding(ben) {
			t.Error("the wrong people are shown as flooding")
		}
		if got := ana.room.holdsOf("own flood"); got > awayBurst+personPace*rounds {
			t.Errorf("ana took %d of %d changes", got, each*rounds)
		}
		s.until(10*time.Minute, "everything comes in the end", func() bool { return ana.room.holdsOf("own flood") == each*rounds })
	})
}

// A laptop that was alone takes in a session of any size at once, whoever wrote it.
func TestWhoComesLaterTakesInAWholeSessionAtOnce(t *testing.T) {
	simulate(t, 100, time.Millisecond, func(t *testing.T, s *simulation) {
		ana, ben := s.open(0), s.open(1)
		ana.room.keep(numbered("own note ", 20_000, 60))
		s.hall.flooder = ana.room.id()
		dial(t, ben, ana)
		took := s.until(10*time.Second, "ben has all of it", equalDigests([]*laptop{ana, ben}))
		if ben.seesFlooding(ana) {
			t.Error("ana is shown as flooding")
		}
		t.Logf("20,000 changes of one person after %v", took)
	})
}

// Many streams at once are no way around the wait: what a person says is taken in one after the other.
func TestManyStreamsOfOnePersonAreReadAsOne(t *testing.T) {
	simulate(t, 100, time.Millisecond, func(t *testing.T, s *simulation) {
		ana, eve := s.open(0), s.open(1)
		dial(t, eve, ana)
		s.until(time.Minute, "both are linked", func() bool { return ana.linked()+eve.linked() == 2 })
		pause(t.Context(), 10*time.Second, nil)
		s.hall.flooder = eve.room.id()
		const streams, each = 16, 500
		for i := range streams {
			st, err := eve.host.NewStream(t.Context(), ana.host.ID(), protoDelta)
			if err != nil {
				t.Fatal(err)
			}
			defer reset(st)
			b := batch{Changes: numbered(fmt.Sprintf("own flood %d ", i), each, 60)}
			if err := send(st, &b, frameTime); err != nil {
				t.Fatal(err)
			}
		}
		pause(t.Context(), 10*time.Second, nil)
		if got := ana.room.holdsOf("own flood"); got == 0 || got > personBurst+10*personPace+each {
			t.Errorf("ana took %d changes in from %d streams", got, streams)
		}
		if !ana.seesFlooding(eve) {
			t.Error("eve is not shown as flooding")
		}
	})
}

// In a star the hub carries what everybody says. When its own person floods, the others listen to another hub, and wait for nobody.
func TestAHubWhosePersonFloodsKeepsNothingOfOthersBack(t *testing.T) {
	simulate(t, 100, 2*time.Millisecond, func(t *testing.T, s *simulation) {
		all := s.gather(meshSize + 2)
		hub, rest := all[0], all[1:]
		s.hall.flooder = hub.room.id()
		s.until(time.Minute, "everybody listens to the hub", func() bool { return primaries(all)[hub.Address().Peer] == len(rest) })
		var took []time.Duration
		for i := range 150 { // 15 s
			batch := numbered(fmt.Sprintf("own flood %d ", i), 100, 120)
			hub.room.keep(batch)
			hub.Publish(batch)
			if i%3 == 0 {
				text := fmt.Sprint("a note ", i)
				rest[i/3%len(rest)].write(text)
				took = append(took, s.until(time.Minute, "everybody else has it", func() bool {
					return !slices.ContainsFunc(rest, func(l *laptop) bool { return !l.room.holds(text) })
				}))
			}
			pause(t.Context(), 100*time.Millisecond, nil)
		}
		slices.Sort(took)
		t.Logf("notes of others: p50 %v, p95 %v, worst %v", took[len(took)/2], took[len(took)*95/100], took[len(took)-1])
		if p95 := took[len(took)*95/100]; p95 > 100*time.Millisecond {
			t.Errorf("p95 of others is %v", p95)
		}
		if worst := took[len(took)-1]; worst > time.Second {
			t.Errorf("one waited %v", worst)
		}
		if !rest[3].seesFlooding(hub) {
			t.Error("the hub is not shown as flooding")
		}
	})
}

// askedRoom counts how often everything that somebody lacks was looked for.
type askedRoom struct {
	*fakeRoom
	times atomic.Int64
}

func (r *askedRoom) Missing(summary []byte, yield func([]byte) error) error {
	r.times.Add(1)
	return r.fakeRoom.Missing(summary, yield)
}

// Who asks for the whole log again and again, on many streams, gets it a few times, then rarely, and is shown.
func TestWhoAsksForEverythingWithoutEndIsGivenItRarely(t *testing.T) {
	simulate(t, 1000, time.Millisecond, func(t *testing.T, s *simulation) {
		room := &askedRoom{fakeRoom: newRoom(s.hall, "person-0")}
		s.hall.setMember(room.id(), true)
		ana := openRoom(t, room.fakeRoom, "person-0", s.place(0), func(c *Config) { c.Room = room })
		room.keep(numbered("what was written before ", 3000, 200))
		ben, eve := s.open(1), s.open(2)
		dial(t, ben, ana)
		dial(t, eve, ana)
		all := []*laptop{ana, ben, eve}
		s.until(10*time.Second, "all are whole", equalDigests(all))
		pause(t.Context(), 20*time.Second, nil)
		room.times.Store(0)
		const long = 20 * time.Second
		ctx, cancel := context.WithTimeout(t.Context(), long)
		defer cancel()
		var asking sync.WaitGroup
		for i := range 8 {
			asking.Go(func() {
				for ctx.Err() == nil {
					eve.askForAll(ctx, ana, byte(i))
				}
			})
		}
		pause(ctx, long/2, nil)
		ben.write("a note of ben")
		took := s.until(100*time.Millisecond, "ana has it", func() bool { return room.holds("a note of ben") })
		asking.Wait()
		t.Logf("everything was given %d times in %v, and a note took %v", room.times.Load(), long, took)
		if got := room.times.Load(); got == 0 || got > askBurst+askPace*int64(long/time.Second) {
			t.Errorf("everything was given %d times in %v", got, long)
		}
		if !ana.seesFlooding(eve) || ana.seesFlooding(ben) {
			t.Error("the wrong people are shown as flooding")
		}
	})
}

// askForAll says to have nothing, and breaks off when the first of everything comes.
func (l *laptop) askForAll(ctx context.Context, of *laptop, digest byte) {
	st, err := openStream(ctx, l.host, of.host.ID(), protoSync)
	if err != nil {
		return
	}
	defer reset(st)
	defer context.AfterFunc(ctx, func() { reset(st) })()
	d := [32]byte{digest}
	var tell syncTell
	var c syncChunk
	if send(st, &syncAsk{Digest: d[:]}, time.Second) == nil && receive(st, &tell, maxFrame, time.Minute) == nil && send(st, &syncSummary{}, time.Second) == nil {
		_ = receive(st, &c, maxFrame, time.Second) // whatever it is
	}
}

// A laptop that comes for the first time, is cut off twice on the way, and asks as often as laptops do, is no flood.
func TestAnHonestLaptopMayAskAgain(t *testing.T) {
	now := time.Unix(1000, 0)
	n := &Node{
		c: Config{now: func() time.Time { return now }}.complete(), paces: map[[32]byte]*pace{}, changed: make(chan struct{}, 1), wake: make(chan struct{}, 1),
	}
	ben := &link{person: [32]byte{1}, ended: make(chan struct{})}
	n.gave(ben.person, 400<<20)
	n.gave(ben.person, 300<<20)
	n.gave(ben.person, 100<<20)
	for range 60 { // 30 s, twice a second
		if now = now.Add(500 * time.Millisecond); n.owes(ben.person) > 0 || n.flooding(ben.person) {
			t.Fatal("he floods")
		}
		end, ok := n.answerTurn(t.Context(), ben)
		if !ok {
			t.Fatal("he gets no answer")
		}
		end()
		n.gave(ben.person, 2000)
	}
	n.gave(ben.person, 400<<20)
	n.gave(ben.person, 400<<20)
	if !n.flooding(ben.person) {
		t.Error("five times everything is no flood")
	}
}
