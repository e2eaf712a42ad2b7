package p2p

import (
	"errors"
	"net/netip"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"github.com/libp2p/go-libp2p/core/network"
	"github.com/libp2p/go-libp2p/core/peer"
)

func offers(t *testing.T, h *hall, l *laptop) Code {
	t.Helper()
	i := invite(h, l)
	i.Addrs = onlyCircuits(l.Address()).Addrs
	c, err := l.OfferCode(t.Context(), i)
	if err != nil {
		t.Fatal(err)
	}
	return c
}

// leaning opens a laptop that has a place at a relay.
func leaning(t *testing.T, h *hall, name string, pass Pass) *laptop {
	t.Helper()
	l := open(t, h, name, leans(pass))
	eventually(t, 20*time.Second, name+" has a place at the relay", func() bool { return len(onlyCircuits(l.Address()).Addrs) > 0 })
	return l
}

func TestACodeIsFoundThroughARelay(t *testing.T) {
	pass, _ := openRelay(t)
	h := newHall("far away")
	ana := leaning(t, h, "ana", pass)
	code := offers(t, h, ana)
	if at := ana.FindableAt(); !strings.HasPrefix(at, "127.0.0.1:") {
		t.Errorf("the code can be asked for at %q", at)
	}
	// A relay that answers late: its answer is told, for it is drawn.
	relay, err := peer.Decode(pass.Peer)
	if err != nil {
		t.Fatal(err)
	}
	ana.offer.mu.Lock()
	delete(ana.offer.kept, relay)
	ana.offer.mu.Unlock()
	select {
	case <-ana.Changed():
	default:
	}
	ana.keepPlate(t.Context(), relay)
	select {
	case <-ana.Changed():
	default:
		t.Error("the relay keeps the plate now, and nobody is told")
	}
	for name, pair := range map[string]func(key string, c Code) (Invite, error){
		"who has the relay's link": func(key string, c Code) (Invite, error) {
			return PairAt(t.Context(), hostKey(key), c, pass, nil)
		},
		"who types its address": func(key string, c Code) (Invite, error) {
			where, err := WhoIs(t.Context(), netip.MustParseAddrPort(ana.FindableAt()))
			if err != nil {
				return Invite{}, err
			}
			return Pair(t.Context(), hostKey(key), c, where, true, nil)
		},
	} {
		i, err := pair("guest: "+name, code)
		if err != nil || i.Session != h.session {
			t.Errorf("%s: %v", name, err)
			continue
		}
		wrong := Code{Plate: code.Plate, words: "acorn-acorn"}
		if _, err := pair("guesser: "+name, wrong); !errors.Is(err, ErrCodeRefused) {
			t.Errorf("%s, wrong words: %v", name, err)
		}
		elsewhere := Code{Plate: code.Plate%mostPlates + 1, words: code.words}
		if _, err := pair("misled: "+name, elsewhere); !errors.Is(err, ErrCodeRefused) {
			t.Errorf("%s, another plate: %v", name, err)
		}
	}
	ana.WithdrawCode()
	eventually(t, 3*leanCheck, "the plate is given back", func() bool {
		_, err := PairAt(t.Context(), hostKey("late"), code, pass, nil)
		ana.offer.mu.Lock()
		defer ana.offer.mu.Unlock()
		id, _ := peer.Decode(pass.Peer)
		return errors.Is(err, ErrCodeRefused) && ana.offer.kept[id] == 0
	})
}

// A relay that gives another plate each time does not make a code useless: it is another one once at most, and as it was said aloud
// first it still lets in who is in the hall.
func TestARelayThatRenamesACodeDoesSoOnce(t *testing.T) {
	liar, err := newHost(hostKey("liar"))
	if err != nil {
		t.Fatal(err)
	}
	defer liar.Close()
	if err := listenAt(liar, listenAddrs(0, true)); err != nil {
		t.Fatal(err)
	}
	var answers atomic.Uint64
	liar.SetStreamHandler(protoPlate, func(s network.Stream) {
		var ask plateAsk
		if err := receive(s, &ask, maxEarly, time.Second); err != nil {
			t.Error(err)
		}
		if err := send(s, &plateTell{V: version, Plate: uint(500 + answers.Add(1))}, time.Second); err != nil {
			t.Error(err)
		}
		s.Close()
	})
	h := newHall("renamed")
	ana := open(t, h, "ana", leans(Pass{Peer: liar.ID().String(), Addrs: []string{liar.Addrs()[0].String()}}))
	if err := ana.host.Connect(t.Context(), peer.AddrInfo{ID: liar.ID(), Addrs: liar.Addrs()}); err != nil {
		t.Fatal(err)
	}
	said, err := ana.OfferCode(t.Context(), invite(h, ana))
	if err != nil {
		t.Fatal(err)
	}
	shown := []Code{said}
	for range 3 {
		ana.keepPlate(t.Context(), liar.ID())
		c, _ := ana.Code()
		shown = append(shown, c)
	}
	if got := answers.Load(); got != 3 || shown[1].Plate != 501 || shown[3] != shown[1] {
		t.Errorf("after %d answers the code was %v", got, shown)
	}
	if at := ana.FindableAt(); at != "" {
		t.Errorf("it is said to be found at %s, where its plate is another one", at)
	}
	for who, c := range map[string]Code{"who heard it first": said, "who reads it now": shown[3]} {
		if _, err := Pair(t.Context(), hostKey(who), c, ana.Address().Full(), true, nil); err != nil {
			t.Errorf("%s: %v", who, err)
		}
	}
	wrong := Code{Plate: 502, words: said.words}
	if _, err := Pair(t.Context(), hostKey("misled"), wrong, ana.Address().Full(), true, nil); !errors.Is(err, ErrCodeRefused) {
		t.Errorf("a plate it never had: %v", err)
	}
}

// Two sessions at one relay never have the same plate: the second one's code gets another.
func TestAPlateIsOneLaptopsAlone(t *testing.T) {
	of := &plates{of: map[uint]peer.ID{}, asked: map[netip.Addr]*flow{}}
	here := map[peer.ID]bool{"ana": true, "ben": true}
	leans := func(id peer.ID) bool { return here[id] }
	at, now := netip.MustParseAddr("203.0.113.5"), time.Unix(1000, 0)
	if got := of.keep(4, "ana", leans); got != 4 {
		t.Fatalf("ana has %d", got)
	}
	other := of.keep(4, "ben", leans)
	if other == 4 || other == 0 || of.whose(4, at, now) != "ana" || of.whose(other, at, now) != "ben" {
		t.Fatalf("ben has %d; 4 is %q's", other, of.whose(4, at, now))
	}
	if got := of.keep(7, "ana", leans); got != 7 || of.whose(4, at, now) != "" {
		t.Errorf("who takes another plate keeps the first: %v", of.of)
	}
	here["ana"] = false
	if got := of.keep(7, "ben", leans); got != 7 {
		t.Errorf("the plate of who is gone is not free: %d", got)
	}
	if got := of.keep(0, "ben", leans); got != 0 || len(of.of) != 0 {
		t.Errorf("given back: %v", of.of)
	}
}

func TestPlatesAreNotListedByAsking(t *testing.T) {
	of := &plates{of: map[uint]peer.ID{}, asked: map[netip.Addr]*flow{}}
	for plate := range uint(mostPlates) {
		of.of[plate+1] = "somebody"
	}
	now, found := time.Unix(1000, 0), 0
	for plate := range uint(mostPlates) {
		if of.whose(plate+1, netip.MustParseAddr("2001:db8::1").Next(), now) != "" {
			found++
		}
		now = now.Add(50 * time.Millisecond) // 50 s in all
	}
	if found < questions || found > 2*questions {
		t.Errorf("one address found %d plates in 50 s", found)
	}
	if of.whose(1, netip.MustParseAddr("2001:db8::ffff"), now) != "" {
		t.Error("a neighbour's address in the same network begins anew")
	}
	if of.whose(1, netip.MustParseAddr("198.51.100.1"), now) == "" {
		t.Error("somebody else is refused")
	}
	if of.whose(1, netip.MustParseAddr("2001:db8::1"), now.Add(time.Minute)) == "" {
		t.Error("a minute later they are still refused")
	}
	for i := range questionersMax + 50 {
		of.whose(1, netip.AddrFrom4([4]byte{10, 0, byte(i >> 8), byte(i)}), now)
	}
	if len(of.asked) > questionersMax {
		t.Errorf("%d addresses are remembered", len(of.asked))
	}
}

func TestOnlyWhoHoldsThePassKeepsAPlate(t *testing.T) {
	eve, info, _ := withoutPass(t)
	if tell, err := askPlate(t.Context(), eve, info.ID, plateAsk{V: version, Plate: 4, Keep: true}); err == nil {
		t.Errorf("a stranger keeps plate %d", tell.Plate)
	}
	if tell, err := askPlate(t.Context(), eve, info.ID, plateAsk{V: version, Plate: 4}); err != nil || len(tell.Peer) != 0 {
		t.Errorf("nobody's plate: %v, %v", tell, err)
	}
}
