package p2p

import (
	"bytes"
	"context"
	"crypto/ed25519"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"strings"
	"testing"
	"time"

	"github.com/libp2p/go-libp2p/core/host"
	"github.com/libp2p/go-libp2p/core/network"
	"github.com/libp2p/go-libp2p/core/peer"
	"github.com/libp2p/go-libp2p/core/protocol"
	"github.com/libp2p/go-libp2p/x/simlibp2p"
)

// stranger is a bare libp2p host that says what it wants, connected to a
// laptop.
type stranger struct {
	host.Host
	t  *testing.T
	to peer.ID
}

func (s *simulation) stranger(i int, to *laptop) *stranger {
	s.t.Helper()
	return s.strangerWithKey(hostKey(fmt.Sprintf("stranger-%d", i)), i, to)
}

func (s *simulation) strangerWithKey(key ed25519.PrivateKey, i int, to *laptop) *stranger {
	s.t.Helper()
	h, err := newHost(key, simlibp2p.QUICSimnet(s.net, s.link))
	if err == nil {
		err = listenAt(h, []string{fmt.Sprintf("/ip4/1.0.%d.%d/udp/8000/quic-v1", i/200, i%200+1)})
	}
	if err != nil {
		s.t.Fatal(err)
	}
	s.t.Cleanup(func() { h.Close() })
	if err := h.Connect(s.t.Context(), parseFull(to.Address().Full(), true)[0]); err != nil {
		s.t.Fatal(err)
	}
	return &stranger{Host: h, t: s.t, to: to.host.ID()}
}

func (s *stranger) open(id protocol.ID) network.Stream {
	s.t.Helper()
	st, err := s.NewStream(context.Background(), s.to, id)
	if err != nil {
		s.t.Fatal(err)
	}
	return st
}

func (s *stranger) connected() bool { return len(s.Network().ConnsToPeer(s.to)) > 0 }

// everything reads until the stream ends or 20 s passed.
func everything(t *testing.T, s network.Stream) []byte {
	t.Helper()
	if err := s.SetReadDeadline(time.Now().Add(20 * time.Second)); err != nil {
		t.Fatal(err)
	}
	b, err := io.ReadAll(s)
	if err == nil && len(b) == 0 {
		return nil
	}
	return b
}

// frames splits what was read.
func frames(t *testing.T, b []byte) (out [][]byte) {
	t.Helper()
	for r := bytes.NewReader(b); r.Len() > 0; {
		f, err := readFrame(r, maxFrame)
		if err != nil {
			t.Fatal(err)
		}
		out = append(out, f)
	}
	return out
}

func TestAStrangerGetsNoByteOfASession(t *testing.T) {
	for _, id := range []protocol.ID{protoSync, protoDelta, protoPresence} {
		t.Run(string(id), func(t *testing.T) {
			simulate(t, 100, time.Millisecond, func(t *testing.T, s *simulation) {
				ana := s.open(0)
				ana.write("secret note")
				ana.SetPresence([]byte("secret cursor"))
				eve := s.stranger(1, ana)
				st := eve.open(id)
				digest := [32]byte{1}
				if err := send(st, &syncAsk{Digest: digest[:]}, time.Second); err != nil {
					t.Logf("send: %v", err)
				}
				if got := everything(t, st); len(got) != 0 {
					t.Errorf("a stranger got %q", got)
				}
			})
		})
	}
}

func TestAStrangerWhoSaysHelloLearnsNothing(t *testing.T) {
	simulate(t, 100, time.Millisecond, func(t *testing.T, s *simulation) {
		ana := s.open(0)
		eve := s.stranger(1, ana)
		st := eve.open(protoHello)
		if err := send(st, &opening{V: version, Nonce: nonce()}, time.Second); err != nil {
			t.Fatal(err)
		}
		answer, err := readFrame(st, maxFrame)
		if err != nil {
			t.Fatal(err)
		}
		for _, m := range []message{&sameSession{Tag: nonce()}, &credentials{Proof: []byte("let me in"), Voucher: make([]byte, ed25519.SignatureSize)}, &control{Ping: 1}} {
			if send(st, m, time.Second) != nil {
				break // they hung up
			}
		}
		if more := everything(t, st); len(more) != 0 {
			t.Errorf("more to a stranger: %q", more)
		}
		var o opening
		if err := decode(answer, &o); err != nil || len(answer) > 100 {
			t.Errorf("answer of %d bytes: %v", len(answer), err)
		}
		if bytes.Contains(answer, s.hall.session[:]) || bytes.Contains(answer, ana.c.Person[:]) {
			t.Error("the answer says who or what this is")
		}
		s.until(time.Second, "the stranger is disconnected", func() bool { return !eve.connected() })
		if len(ana.Peers()) != 0 {
			t.Error("the stranger is a peer")
		}
	})
}

func TestWhoIsSilentIsDisconnected(t *testing.T) {
	for name, speak := range map[string]func(*stranger){
		"no stream at all":  func(*stranger) {},
		"an empty hello":    func(e *stranger) { e.open(protoHello).Write([]byte{0}) },
		"half a hello":      func(e *stranger) { send(e.open(protoHello), &opening{V: version, Nonce: nonce()}, time.Second) },
		"a silent join":     func(e *stranger) { e.open(protoJoin).Write([]byte{0, 0, 0, 9}) },
		"a join and no MAC": func(e *stranger) { send(e.open(protoJoin), &knock{V: version, Nonce: nonce()}, time.Second) },
	} {
		t.Run(name, func(t *testing.T) {
			simulate(t, 100, time.Millisecond, func(t *testing.T, s *simulation) {
				ana := s.open(0)
				eve := s.stranger(1, ana)
				speak(eve)
				took := s.until(2*helloTime+time.Second, "disconnected", func() bool { return !eve.connected() })
				t.Logf("after %v", took)
			})
		})
	}
}

// TestAFrameTooLargeIsNotRead says at every door of a laptop that more comes than may; of a relay see TestAStrangerGetsNothingAtARelay.
func TestAFrameTooLargeIsNotRead(t *testing.T) {
	simulate(t, 100, time.Millisecond, func(t *testing.T, s *simulation) {
		ana := s.open(0)
		s.until(time.Second, "the doors are there", func() bool { return len(ana.host.Mux().Protocols()) > 7 })
		i, tried := 1, 0
		for _, door := range ana.host.Mux().Protocols() {
			if !strings.HasPrefix(string(door), "/convene/") {
				continue
			}
			for _, size := range []uint32{maxEarly + 1, 1<<32 - 1} {
				st := s.stranger(i, ana).open(door)
				i++
				if _, err := st.Write(binary.BigEndian.AppendUint32(nil, size)); err != nil {
					t.Fatal(err)
				}
				start := time.Now()
				if got := everything(t, st); len(got) != 0 {
					t.Errorf("%s, %d bytes: answer %q", door, size, got)
				}
				if took := time.Since(start); took > time.Second {
					t.Errorf("%s, %d bytes: the stream ended after %v, as if it waited for the bytes", door, size, took)
				}
				tried++
			}
		}
		if tried < 2*7 {
			t.Errorf("only %d attempts", tried)
		}
	})
}

// TestAHelloCannotBeReplayed records what ben says to ana, and says it again
// with ben's own host key: the nonces of the listener are others.
func TestAHelloCannotBeReplayed(t *testing.T) {
	simulate(t, 100, time.Millisecond, func(t *testing.T, s *simulation) {
		ana := s.open(0)
		ben := newRoom(s.hall, "ben")
		s.hall.setMember(ben.id(), true)
		n := &Node{c: Config{Room: ben, Session: s.hall.session, Voucher: ben.voucher(hostKey("ben")), now: time.Now}.complete(), tagKey: ana.tagKey}
		first := s.strangerWithKey(hostKey("ben"), 1, ana)
		n.host = first.Host
		tape := &recorder{Stream: first.open(protoHello)}
		g := n.newGreeting(tape, true)
		if _, err := g.dial(); err != nil {
			t.Fatalf("an honest hello: %v", err)
		}
		if err := first.Close(); err != nil {
			t.Fatal(err)
		}
		second := s.strangerWithKey(hostKey("ben"), 2, ana)
		st := second.open(protoHello)
		said := frames(t, tape.said.Bytes())
		if len(said) != 3 {
			t.Fatalf("the tape has %d frames", len(said))
		}
		if err := writeFrame(st, said[0]); err != nil {
			t.Fatal(err)
		}
		if _, err := readFrame(st, maxFrame); err != nil {
			t.Fatal(err)
		}
		for _, f := range said[1:] {
			if writeFrame(st, f) != nil {
				break // they hung up
			}
		}
		if more := everything(t, st); len(more) != 0 {
			t.Errorf("a replayed hello got %q", more)
		}
		if len(ana.Peers()) != 0 {
			t.Error("a replayed hello made a peer")
		}
	})
}

type recorder struct {
	network.Stream
	said bytes.Buffer
}

func (r *recorder) Write(b []byte) (int, error) {
	r.said.Write(b)
	return r.Stream.Write(b)
}

func TestAJoinCannotBeReplayed(t *testing.T) {
	simulate(t, 100, time.Millisecond, func(t *testing.T, s *simulation) {
		ana := s.open(0)
		i := invite(s.hall, ana)
		ben := newRoom(s.hall, "ben")
		first := s.strangerWithKey(hostKey("ben"), 1, ana)
		tape := &recorder{Stream: first.open(protoJoin)}
		j := joining{Visit: Visit{Invite: i, Prove: ben.prove}, s: tape, me: first.ID(), host: ana.host.ID()}
		if _, err := j.ask(); err != nil {
			t.Fatalf("an honest join: %v", err)
		}
		again := s.strangerWithKey(hostKey("eve"), 2, ana).open(protoJoin)
		if _, err := again.Write(tape.said.Bytes()); err != nil {
			t.Fatal(err)
		}
		got := frames(t, everything(t, again))
		var refusal inside
		if len(got) != 2 || decode(got[1], &refusal) != nil || len(refusal.Genesis) != 0 {
			t.Errorf("a replayed join got %d frames", len(got))
		}
	})
}

func TestAnotherVersionIsToldSo(t *testing.T) {
	simulate(t, 100, time.Millisecond, func(t *testing.T, s *simulation) {
		ana := s.open(0)
		// A newer laptop dials an older one, and is answered with its version.
		eve := s.stranger(1, ana)
		st := eve.open(protoHello)
		if err := send(st, &opening{V: version + 1, Nonce: nonce()}, time.Second); err != nil {
			t.Fatal(err)
		}
		var o opening
		if err := receive(st, &o, maxFrame, time.Second); err != nil || o.V != version || len(o.Tag) != 0 {
			t.Errorf("answer %+v, %v", o, err)
		}
		// An older one dials a newer one, by field and by protocol.
		newer := s.stranger(2, ana)
		newer.SetStreamHandler(protoHello, func(st network.Stream) {
			if err := send(st, &opening{V: version + 1, Nonce: nonce()}, time.Second); err != nil {
				t.Error(err)
			}
			st.Close()
		})
		at := Address{Peer: newer.ID().String(), Addrs: []string{newer.Addrs()[0].String()}}
		for _, c := range newer.Network().Conns() {
			c.Close()
		}
		s.until(time.Second, "nobody is connected", func() bool { return len(ana.host.Network().ConnsToPeer(newer.ID())) == 0 })
		if err := ana.Dial(t.Context(), at.Full()); !errors.Is(err, ErrVersion) {
			t.Errorf("a newer field: %v", err)
		}
		if got := ana.Foreign(); got != 1 {
			t.Errorf("%d laptops of another version are known, want 1", got)
		}
		// The same laptop, only heard on this network: it may be of the workshop next door.
		ana.mu.Lock()
		ana.book[newer.ID()].pinned = false
		ana.mu.Unlock()
		if got := ana.Foreign(); got != 0 {
			t.Errorf("%d laptops that nobody asked for count as of this session, want 0", got)
		}
		newer.RemoveStreamHandler(protoHello)
		if err := ana.Dial(t.Context(), at.Full()); !errors.Is(err, ErrVersion) {
			t.Errorf("a newer protocol: %v", err)
		}
	})
}
