package p2p

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"io"
	"slices"
	"testing"
	"time"

	"github.com/libp2p/go-libp2p/core/network"
	"github.com/libp2p/go-libp2p/core/peer"
	ma "github.com/multiformats/go-multiaddr"
)

// rogue is a member that has said an honest hello and then does what it wants.
type rogue struct {
	*stranger
	control network.Stream
}

// What is sent to it, reads reads.
func (s *simulation) rogue(i int, to *laptop, reads network.StreamHandler) *rogue {
	s.t.Helper()
	room := newRoom(s.hall, "rogue")
	s.hall.setMember(room.id(), true)
	e := s.strangerWithKey(hostKey("rogue"), i, to)
	e.SetStreamHandler(protoDelta, reads)
	e.SetStreamHandler(protoPresence, reads)
	n := &Node{c: Config{Room: room, Session: s.hall.session, Voucher: room.voucher(hostKey("rogue")), now: time.Now}.complete(), tagKey: to.tagKey, host: e.Host}
	st := e.open(protoHello)
	if _, err := n.newGreeting(st, true).dial(); err != nil {
		s.t.Fatal(err)
	}
	r := &rogue{stranger: e, control: st}
	r.say(&control{})
	s.until(time.Second, "the rogue is linked", func() bool {
		return slices.ContainsFunc(to.Peers(), func(p Peer) bool { return p.ID == e.ID().String() && p.Kind != "through" })
	})
	return r
}

// again tells whether a rogue gets in once more: by another host key, so that it is its person who is known.
func (s *simulation) again(r *rogue, to *laptop) bool {
	s.t.Helper()
	s.rogues++
	key, room := hostKey(fmt.Sprint("rogue again ", s.rogues)), newRoom(s.hall, "rogue")
	e := s.strangerWithKey(key, 10+s.rogues, to)
	e.SetStreamHandler(protoDelta, readsAll)
	e.SetStreamHandler(protoPresence, readsAll)
	n := &Node{c: Config{Room: room, Session: s.hall.session, Voucher: room.voucher(key), now: time.Now}.complete(), tagKey: to.tagKey, host: e.Host}
	st := e.open(protoHello)
	if _, err := n.newGreeting(st, true).dial(); err != nil {
		return false
	}
	if err := send(st, &control{}, time.Second); err != nil {
		return false
	}
	pause(s.t.Context(), time.Second, nil)
	return to.linked() > 0
}

func readsAll(s network.Stream) {
	if _, err := io.Copy(io.Discard, s); err != nil {
		reset(s)
	}
}

func readsNothing(network.Stream) {}

func (r *rogue) say(m message) {
	r.t.Helper()
	if err := send(r.control, m, time.Second); err != nil {
		r.t.Fatal(err)
	}
}

// beat keeps the link alive for as long as the test runs.
func (r *rogue) beat() {
	go func() {
		for t := uint64(1); send(r.control, &control{Ping: t}, time.Second) == nil; t++ {
			pause(r.t.Context(), beatEvery, nil)
		}
	}()
}

func TestWhoFallsSilentIsGone(t *testing.T) {
	simulate(t, 100, time.Millisecond, func(t *testing.T, s *simulation) {
		ana := s.open(0)
		s.rogue(1, ana, readsAll)
		took := s.until(deadAfter+time.Second, "gone", func() bool { return ana.linked() == 0 })
		if took < deadAfter-time.Second {
			t.Errorf("gone after %v", took)
		}
	})
}

func TestASlowReaderLosesTheStreamAndNobodyElseWaits(t *testing.T) {
	simulate(t, 100, time.Millisecond, func(t *testing.T, s *simulation) {
		ana, ben := s.open(0), s.open(1)
		dial(t, ben, ana)
		e := s.rogue(2, ana, readsNothing)
		e.beat()
		s.until(time.Second, "three", func() bool { return ana.linked() == 2 })
		// More than the windows and the queue hold.
		var worst time.Duration
		for round, c := range numbered("flood", 400, 60<<10) {
			ana.write(string(c))
			took := s.until(time.Second, "ben has it", func() bool { return ben.room.count() == round+1 })
			worst = max(worst, took)
		}
		t.Logf("worst way to ben %v", worst)
		ana.mu.Lock()
		l := ana.links[e.ID()]
		ana.mu.Unlock()
		if l == nil {
			t.Fatal("the slow reader was cut off, although it beats")
		}
		l.outbox.mu.Lock()
		waiting := l.outbox.bytes
		l.outbox.mu.Unlock()
		if waiting > maxQueue {
			t.Errorf("%d bytes wait for the slow reader", waiting)
		}
		// In the end it is told to sync.
		if err := e.control.SetReadDeadline(time.Now().Add(time.Minute)); err != nil {
			t.Fatal(err)
		}
		for {
			var m control
			if err := receive(e.control, &m, maxFrame, time.Minute); err != nil {
				t.Fatalf("no poke: %v", err)
			}
			if m.Poke {
				break
			}
		}
	})
}

func TestAMemberWhoSendsNonsenseIsSlowedThenCut(t *testing.T) {
	whole := func(m message) []byte {
		body, err := encode(m)
		if err != nil {
			t.Fatal(err)
		}
		return append(binary.BigEndian.AppendUint32(nil, uint32(len(body))), body...)
	}
	for name, bytes := range map[string][]byte{
		"invalid changes":  whole(&batch{Changes: [][]byte{[]byte("bad change")}}),
		"an empty change":  whole(&batch{Changes: [][]byte{{}}}),
		"a frame too long": {0, 4, 0, 1},
		"no CBOR":          {0, 0, 0, 1, 0xff},
	} {
		t.Run(name, func(t *testing.T) {
			simulate(t, 100, time.Millisecond, func(t *testing.T, s *simulation) {
				ana := s.open(0)
				e := s.rogue(1, ana, readsAll)
				e.beat()
				start := time.Now()
				for i := range maxStrikes {
					st := e.open(protoDelta)
					// Another nonce each time, lest it be taken for seen.
					if _, err := st.Write(append(slices.Clone(bytes), whole(&batch{Changes: [][]byte{{byte(i)}}})...)); err != nil {
						t.Fatal(err)
					}
					if name == "invalid changes" {
						if _, err := st.Write(whole(&batch{Changes: [][]byte{append([]byte("bad"), byte(i))}})); err != nil {
							break // cut
						}
					}
				}
				s.until(deadAfter, "cut off", func() bool { return ana.linked() == 0 })
				t.Logf("cut after %v", time.Since(start))
				if ana.room.holds("bad change") {
					t.Error("the invalid change was kept")
				}
				if back := s.again(e, ana); back {
					t.Error("who was cut is let in again at once")
				}
				pause(t.Context(), banTime, nil)
				if back := s.again(e, ana); !back {
					t.Error("a minute later they are not let in")
				}
			})
		})
	}
}

func TestAChunkThatExpandsTooFarIsRefused(t *testing.T) {
	simulate(t, 100, time.Millisecond, func(t *testing.T, s *simulation) {
		ana := s.open(0)
		bomb := ana.zip.EncodeAll(make([]byte, 50<<20), nil)
		if len(bomb) > maxFrame/2 {
			t.Fatalf("a bomb of %d bytes", len(bomb))
		}
		if _, err := openChunk(ana.unzip, bomb); err == nil {
			t.Error("50 MiB out of one chunk")
		}
		big := ana.zip.EncodeAll(bytes.Repeat([]byte{0}, 2*maxFrame+1), nil)
		if _, err := openChunk(ana.unzip, big); err == nil {
			t.Error("more than the limit out of one chunk")
		}
	})
}

func TestAnExchangeGoesOnWhereItWasCut(t *testing.T) {
	simulate(t, 5, 10*time.Millisecond, func(t *testing.T, s *simulation) {
		ana, ben := s.open(0), s.open(1)
		ana.room.keep(numbered("old", 2000, 1500)) // about 5 s at 5 Mbit/s
		dial(t, ben, ana)
		s.until(time.Minute, "half is here", func() bool { return ben.room.count() >= 1000 })
		s.setCut(func(int, int) bool { return true })
		s.until(time.Minute, "both noticed", func() bool { return ana.linked()+ben.linked() == 0 })
		had := ben.room.count()
		s.setCut(nil)
		took := s.until(time.Minute, "all is here", func() bool { return ben.room.count() == 2000 })
		again := ben.room.received - 2000
		t.Logf("%d before the cut, the rest %v after, %d came twice", had, took, again)
		if again > 100 {
			t.Errorf("%d of 2000 changes came twice", again)
		}
	})
}

func TestAHundredAndTwentyEightPeopleFitBehindOneAddress(t *testing.T) {
	m, err := newLimits(laptopSize(nil))
	if err != nil {
		t.Fatal(err)
	}
	defer m.Close()
	for _, at := range []string{"/ip4/203.0.113.9/udp/4001/quic-v1", "/ip6/2001:db8::1/udp/4001/quic-v1"} {
		for i := range peersPerAddress {
			c, err := m.OpenConnection(network.DirInbound, false, ma.StringCast(at))
			if err != nil {
				t.Fatalf("%s: person %d: %v", at, i, err)
			}
			if err := c.SetPeer(peer.ID(fmt.Sprint(at, i))); err != nil {
				t.Fatalf("%s: person %d: %v", at, i, err)
			}
		}
	}
	refused := 0
	for range 4 * connsPerAddress {
		if _, err := m.OpenConnection(network.DirInbound, false, ma.StringCast("/ip4/198.51.100.7/udp/1/quic-v1")); err != nil {
			refused++
		}
	}
	if refused < 3*connsPerAddress {
		t.Errorf("one address may open without end: %d refused", refused)
	}
}

func TestThePresenceOfSomebodyElseIsNotBelieved(t *testing.T) {
	simulate(t, 100, time.Millisecond, func(t *testing.T, s *simulation) {
		ana, ben := s.open(0), s.open(1)
		dial(t, ben, ana)
		ben.SetPresence([]byte("true"))
		e := s.rogue(2, ana, readsAll)
		e.beat()
		e.say(&control{Here: []member{{Peer: []byte(ben.host.ID()), Person: ben.c.Person[:], Voucher: ben.c.Voucher}}})
		st := e.open(protoPresence)
		forged := &states{Of: []state{
			{Peer: []byte(ben.host.ID()), Version: 1 << 62, State: []byte("forged")},
			{Peer: []byte(e.ID()), Version: 1, State: []byte("own")},
		}}
		if err := send(st, forged, time.Second); err != nil {
			t.Fatal(err)
		}
		s.until(time.Second, "the rogue's own state", func() bool {
			return ana.room.sees(newRoom(s.hall, "rogue").id()) == "own"
		})
		if got := ana.room.sees(ben.room.id()); got != "true" {
			t.Errorf("ana sees ben %q", got)
		}
	})
}

func TestClocksAreComparedByPing(t *testing.T) {
	simulate(t, 100, 20*time.Millisecond, func(t *testing.T, s *simulation) {
		ana := s.open(0)
		ahead := func(c *Config) { c.now = func() time.Time { return time.Now().Add(90 * time.Second) } }
		ben := open(t, s.hall, "ben", s.place(1), ahead)
		dial(t, ben, ana)
		near := func(got, want time.Duration) bool { return (got - want).Abs() < 2*time.Millisecond }
		s.until(5*time.Second, "offsets", func() bool {
			a, b := ana.Peers(), ben.Peers()
			return len(a) == 1 && len(b) == 1 && near(a[0].Offset, 90*time.Second) && near(b[0].Offset, -90*time.Second) &&
				near(a[0].RTT, 40*time.Millisecond)
		})
	})
}

// TestAClockThatIsSetIsTold: the offset of a peer whose clock was set is right after two pings and told, and a slow answer alone tells nothing.
func TestAClockThatIsSetIsTold(t *testing.T) {
	var c clock
	ping := func(offset, there, back time.Duration) bool {
		const sent = 1 << 50
		arrived := uint64(sent + (there + offset).Microseconds())
		return c.heard(pong{Sent: sent, Received: arrived, Answered: arrived}, uint64(sent+(there+back).Microseconds()))
	}
	const way = 10 * time.Millisecond
	if !ping(time.Second, way, way) {
		t.Error("the first answer is not told")
	}
	for range 20 {
		if ping(time.Second, way, way) {
			t.Error("an answer that says nothing new is told")
		}
		if ping(time.Second, way, 900*time.Millisecond) || c.offset != time.Second {
			t.Errorf("a slow answer makes the offset %v", c.offset)
		}
	}
	for _, set := range []time.Duration{5 * time.Minute, -time.Hour, 1500 * time.Millisecond} {
		if !ping(set, 2*way, 2*way) || c.offset != set {
			t.Errorf("a clock set by %v is taken as %v", set, c.offset)
		}
	}
}

func TestRankPutsTheLocalNetworkFirst(t *testing.T) {
	var in []ma.Multiaddr
	for _, a := range []string{
		"/ip6/fe80::1/udp/1/quic-v1", "/ip4/203.0.113.9/udp/1/quic-v1", "/ip4/127.0.0.1/udp/1/quic-v1",
		"/ip4/192.168.1.2/tcp/1", "/ip4/192.168.1.2/udp/1/quic-v1", "/ip4/0.0.0.0/tcp/1", "/ip4/192.168.1.2/tcp/1/ws",
		"/dns4/example.org/tcp/1", "/ip4/224.0.0.1/udp/1/quic-v1", "/ip6/fd00::1/udp/1/quic-v1",
	} {
		in = append(in, ma.StringCast(a))
	}
	var got []string
	for _, a := range usable(in, false) {
		got = append(got, a.String())
	}
	want := []string{
		"/ip4/192.168.1.2/udp/1/quic-v1", "/ip4/192.168.1.2/tcp/1", "/ip6/fd00::1/udp/1/quic-v1",
		"/ip4/203.0.113.9/udp/1/quic-v1", "/ip6/fe80::1/udp/1/quic-v1",
	}
	if !slices.Equal(got, want) {
		t.Errorf("got %q", got)
	}
}

func TestAFloodOfOneLinkIsReadMoreSlowly(t *testing.T) {
	var f flow
	now := time.Unix(0, 0)
	if wait := f.take(now, 4000, linkPace, linkBurst); wait != 0 {
		t.Errorf("a burst waits %v", wait)
	}
	if wait := f.take(now, 1000, linkPace, linkBurst); wait != 500*time.Millisecond {
		t.Errorf("more waits %v", wait)
	}
	if wait := f.take(now.Add(10*time.Second), 4000, linkPace, linkBurst); wait != 0 {
		t.Errorf("after a rest it waits %v", wait)
	}
}

// Who writes more than people do is read slowly, and everybody can see it; others are read as before. When it
// ends, all of it comes.
func TestAPersonWhoFloodsIsReadSlowlyAndShown(t *testing.T) {
	simulate(t, 100, time.Millisecond, func(t *testing.T, s *simulation) {
		ana, ben, eve := s.open(0), s.open(1), s.open(2)
		s.hall.flooder = eve.room.id()
		dial(t, ben, ana)
		dial(t, eve, ana)
		dial(t, eve, ben)
		s.until(10*time.Second, "everybody is linked", func() bool { return ana.linked()+ben.linked()+eve.linked() == 6 })
		floods := func(l *laptop, who *laptop) bool {
			return slices.ContainsFunc(l.Peers(), func(p Peer) bool { return p.Person == who.room.id() && p.Floods })
		}
		const each, rounds = 100, 300 // 1,000 a second for 30 s
		for i := range rounds {
			batch := numbered(fmt.Sprintf("own flood %d ", i), each, 120)
			eve.room.keep(batch)
			eve.Publish(batch)
			if i%10 == 9 {
				text := fmt.Sprint("ana at ", i)
				ana.write(text)
				took := s.until(time.Second, "ben has it", func() bool { return ben.room.holds(text) })
				if took > 50*time.Millisecond {
					t.Errorf("ben has to wait %v", took)
				}
			}
			pause(t.Context(), 100*time.Millisecond, nil)
		}
		if !floods(ana, eve) || !floods(ben, eve) || floods(ana, ben) || floods(ben, ana) {
			t.Error("the wrong people are shown as flooding")
		}
		got := ana.room.count()
		t.Logf("ana took %d of %d changes in", got, each*rounds)
		if got > each*rounds/5 {
			t.Errorf("ana took %d changes in", got)
		}
		s.until(2*floodPause+floodShown, "eve is no longer shown as flooding", func() bool { return !floods(ana, eve) && !floods(ben, eve) })
		// It comes at the pace of people, by whatever way it is asked for.
		s.until(each*rounds/personPace*time.Second, "everything comes in the end", func() bool {
			return ana.room.count() == each*rounds+rounds/10 && ben.room.count() == ana.room.count()
		})
	})
}

func TestAPersonWithTwoLaptopsIsHereWhileOneIs(t *testing.T) {
	simulate(t, 100, time.Millisecond, func(t *testing.T, s *simulation) {
		ana := s.open(0)
		s.hall.setMember(newRoom(s.hall, "ben").id(), true)
		room := newRoom(s.hall, "ben")
		first := openRoom(t, room, "ben at home", s.place(1))
		second := openRoom(t, room, "ben at work", s.place(2))
		dial(t, first, ana)
		dial(t, second, ana)
		first.SetPresence([]byte("home"))
		s.until(time.Second, "seen", func() bool { return ana.room.sees(room.id()) == "home" })
		second.SetPresence([]byte("work"))
		s.until(time.Second, "seen", func() bool { return ana.room.sees(room.id()) == "work" })
		first.stop()
		pause(t.Context(), 3*lingerTime, nil)
		if got := ana.room.sees(room.id()); got != "work" {
			t.Errorf("ana sees %q", got)
		}
		second.stop()
		s.until(3*lingerTime, "gone", func() bool { return ana.room.sees(room.id()) == "" })
	})
}
