package p2p

import (
	"bytes"
	"encoding/binary"
	"net/netip"
	"strings"
	"testing"
	"time"
)

// nonsense is what a stranger may say at a door: nothing, a frame of nothing, a frame that claims 4 GiB, garbage, and words of the protocol.
func nonsense(t *testing.T) map[string][]byte {
	t.Helper()
	digest := [32]byte{1}
	var ask bytes.Buffer
	for _, m := range []message{&syncAsk{Digest: digest[:]}, &opening{V: version, Nonce: nonce()}, &control{Ping: 1}} {
		b, err := encode(m)
		if err != nil {
			t.Fatal(err)
		}
		if err := writeFrame(&ask, b); err != nil {
			t.Fatal(err)
		}
	}
	if raced { // each stranger costs a second there
		return map[string][]byte{"words of ours": ask.Bytes()}
	}
	return map[string][]byte{
		"nothing":           {},
		"an empty frame":    {0, 0, 0, 0},
		"a frame of 4 GiB":  binary.BigEndian.AppendUint32(nil, 1<<32-1),
		"garbage":           bytes.Repeat([]byte{0, 0, 0x10, 0, 0xa5, 0xff}, 700),
		"words of ours":     ask.Bytes(),
		"the longest frame": append([]byte{0, 4, 0, 0}, bytes.Repeat([]byte{0xa0}, 1<<18)...),
	}
}

// TestAStrangerGetsNothingAtAnyDoor tries every protocol that a laptop answers, with everything a stranger may say.
func TestAStrangerGetsNothingAtAnyDoor(t *testing.T) {
	simulate(t, 100, time.Millisecond, func(t *testing.T, s *simulation) {
		ana := s.open(0)
		ana.write("secret note")
		ana.SetPresence([]byte("secret cursor"))
		s.until(time.Second, "the doors are there", func() bool { return len(ana.host.Mux().Protocols()) > 7 })
		tried, i := 0, 1
		for _, door := range ana.host.Mux().Protocols() {
			if !strings.HasPrefix(string(door), "/convene/") {
				continue // libp2p's own: they know nothing of a session
			}
			for what, says := range nonsense(t) {
				eve := s.stranger(i, ana)
				i++
				st := eve.open(door)
				if _, err := st.Write(says); err != nil {
					t.Logf("%s, %s: %v", door, what, err)
				}
				got := everything(t, st)
				if bytes.Contains(got, []byte("secret")) || bytes.Contains(got, ana.room.hall.genesis) || bytes.Contains(got, ana.room.hall.session[:]) {
					t.Errorf("%s, %s: a stranger got %q", door, what, got)
				}
				s.until(20*time.Second, "the stranger is out", func() bool { return !eve.connected() })
				tried++
			}
		}
		if tried < 7*len(nonsense(t)) {
			t.Errorf("only %d attempts", tried)
		}
		ben := s.open(i)
		dial(t, ben, ana)
		s.until(5*time.Second, "a member is served as before", func() bool { return ben.room.holds("secret note") })
	})
}

// TestAStrangerGetsNothingAtARelay does the same at the doors that only a relay has, and says there that more comes than may.
func TestAStrangerGetsNothingAtARelay(t *testing.T) {
	r, _ := runRelay(t)
	ana := leaning(t, newHall("at a relay"), "ana", r.Pass())
	offers(t, ana.room.hall, ana)
	says := nonsense(t)
	says["a frame over 4 KiB"] = binary.BigEndian.AppendUint32(nil, maxEarly+1)
	tried := 0
	for _, door := range r.host.Mux().Protocols() {
		if !strings.HasPrefix(string(door), "/convene/") {
			continue
		}
		for what, words := range says {
			eve := visits(t, r, "eve at "+string(door)+" with "+what)
			st, err := eve.NewStream(t.Context(), r.host.ID(), door)
			if err != nil {
				t.Fatal(err)
			}
			if _, err := st.Write(words); err != nil {
				t.Logf("%s, %s: %v", door, what, err)
			}
			tooLarge := strings.HasPrefix(what, "a frame")
			if !tooLarge && st.CloseWrite() != nil {
				t.Logf("%s, %s: it hung up", door, what)
			}
			began := time.Now()
			got := everything(t, st)
			if len(got) != 0 {
				t.Errorf("%s, %s: a stranger got %q", door, what, got)
			}
			if took := time.Since(began); took > helloTime/2 {
				t.Errorf("%s, %s: the stream ended after %v, as if it waited for the bytes", door, what, took)
			}
			if r.guard.holds(eve.ID()) {
				t.Errorf("%s, %s: a stranger may lean on it", door, what)
			}
			tried++
		}
	}
	if tried < 2*len(says) {
		t.Errorf("only %d attempts", tried)
	}
	if c, _ := ana.Code(); r.plates.whose(uint(c.Plate), netip.MustParseAddr("127.0.0.1"), time.Now()) != ana.host.ID() {
		t.Error("the plate of who leans there is lost")
	}
}
