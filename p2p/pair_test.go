package p2p

import (
	"bytes"
	"crypto/ecdh"
	"errors"
	"slices"
	"strings"
	"testing"
	"time"
)

func TestACodeOpensTheDoor(t *testing.T) {
	h := newHall("code")
	ana, other := open(t, h, "ana"), open(t, newHall("next door"), "zoe")
	code, err := ana.OfferCode(t.Context(), invite(h, ana))
	if err != nil {
		t.Fatal(err)
	}
	typed, err := ParseCode(strings.ToUpper(strings.ReplaceAll(code.String(), "-", " ")))
	if err != nil {
		t.Fatal(err)
	}
	where := append(other.Address().Full(), ana.Address().Full()...)
	i, err := Pair(t.Context(), hostKey("ben"), typed, where, true, nil)
	if err != nil {
		t.Fatal(err)
	}
	ben := join(t, h, i.Link(), "ben")
	eventually(t, time.Second, "ben is in", func() bool { return ana.linked() == 1 && ben.linked() == 1 })
}

func TestACodeIsGuessedOnlyAFewTimes(t *testing.T) {
	h := newHall("guessed")
	ana := open(t, h, "ana")
	code, err := ana.OfferCode(t.Context(), invite(h, ana))
	if err != nil {
		t.Fatal(err)
	}
	wrong := code
	wrong.words = "acorn-acorn"
	if code.words == wrong.words {
		wrong.words = "actor-acorn"
	}
	for peer := range 4 {
		for range guessesPerPeer + 1 {
			_, err := Pair(t.Context(), hostKey(string(rune('a'+peer))), wrong, ana.Address().Full(), true, nil)
			if !errors.Is(err, ErrCodeRefused) {
				t.Fatalf("a wrong code: %v", err)
			}
		}
	}
	eventually(t, time.Second, "another code", func() bool { now, open := ana.Code(); return open && now != code })
	now, _ := ana.Code()
	if now.Plate != code.Plate {
		t.Error("the plate changed, too")
	}
	// Within this minute even the right code is refused.
	if _, err := Pair(t.Context(), hostKey("ben"), now, ana.Address().Full(), true, nil); !errors.Is(err, ErrCodeRefused) {
		t.Errorf("an eleventh try within a minute: %v", err)
	}
	ana.WithdrawCode()
	if _, open := ana.Code(); open {
		t.Error("withdrawn, and open")
	}
}

func TestPairingThroughSomebodyElseFails(t *testing.T) {
	code := Code{Plate: 4, words: "tulip-anchor"}
	// Eve passes on what both say, as two peers in the middle.
	j, err := newKeying(code, 0, []byte("joiner"), []byte("eve"))
	if err != nil {
		t.Fatal(err)
	}
	h, err := newKeying(code, 1, []byte("eve"), []byte("host"))
	if err != nil {
		t.Fatal(err)
	}
	hostKey, err := h.hear(j.said())
	if err != nil {
		t.Fatal(err)
	}
	joinKey, err := j.hear(h.said())
	if err != nil {
		t.Fatal(err)
	}
	if bytes.Equal(hostKey, joinKey) {
		t.Error("the same key on both sides of somebody in the middle")
	}
}

func TestTheSameCodeGivesTheSameKey(t *testing.T) {
	for name, c := range map[string]struct {
		typed Code
		same  bool
	}{
		"right":         {Code{4, "tulip-anchor"}, true},
		"wrong word":    {Code{4, "tulip-acorn"}, false},
		"words swapped": {Code{4, "anchor-tulip"}, false},
		"other plate":   {Code{5, "tulip-anchor"}, false},
	} {
		j, err := newKeying(c.typed, 0, []byte("j"), []byte("h"))
		if err != nil {
			t.Fatal(err)
		}
		h, err := newKeying(Code{4, "tulip-anchor"}, 1, []byte("j"), []byte("h"))
		if err != nil {
			t.Fatal(err)
		}
		a, err := h.hear(j.said())
		if err != nil {
			t.Fatal(err)
		}
		b, err := j.hear(h.said())
		if err != nil {
			t.Fatal(err)
		}
		if bytes.Equal(a, b) != c.same {
			t.Errorf("%s: keys equal is %v", name, !c.same)
		}
	}
}

func TestCodesAreReadAsPeopleTypeThem(t *testing.T) {
	words := strings.Fields(wordList)
	if len(words) != 1024 || !slices.IsSorted(words) || len(slices.Compact(words)) != 1024 {
		t.Fatalf("%d words; they must be 1024, sorted, each once", len(words))
	}
	for text, want := range map[string]string{
		"4-tulip-anchor": "4-tulip-anchor", " 4 Tulip  Anchor ": "4-tulip-anchor", "4.TULIP.anchor": "4-tulip-anchor",
		"4-tulip": "", "tulip-anchor-4": "", "0-tulip-anchor": "", "1000-tulip-anchor": "", "100-tulip-anchor": "100-tulip-anchor", "4-tulip-xylophones": "",
		"": "", strings.Repeat("4-", 60): "",
	} {
		c, err := ParseCode(text)
		if want == "" {
			if !errors.Is(err, ErrCodeMistyped) {
				t.Errorf("%q: %v", text, err)
			}
		} else if err != nil || c.String() != want {
			t.Errorf("%q: %v, %v", text, c, err)
		}
	}
}

func TestAnnouncementsOfStrangersAreJudged(t *testing.T) {
	id := someInvite(t).Peer
	got := sightings([]string{
		"dnsaddr=/ip4/127.0.0.1/udp/1/quic-v1/p2p/" + id, "dnsaddr=/ip4/192.0.2.1/udp/1/quic-v1/p2p/" + id,
		"dnsaddr=nonsense", "title=Team day", "dnsaddr=" + strings.Repeat("/ip4/1.1.1.1", 100),
	}, time.Unix(5, 0))
	if len(got) != 1 || got[0].Peer != id || len(got[0].Addrs) != 1 || !strings.Contains(got[0].Addrs[0], "192.0.2.1") {
		t.Errorf("saw %+v", got)
	}
}

func FuzzPairing(f *testing.F) {
	code := Code{Plate: 4, words: "tulip-anchor"}
	j, err := newKeying(code, 0, []byte("j"), []byte("h"))
	if err != nil {
		f.Fatal(err)
	}
	f.Add(j.said())
	f.Add(make([]byte, 64))
	f.Add(bytes.Repeat([]byte{255}, 64))
	f.Fuzz(func(t *testing.T, said []byte) {
		for role := range 2 {
			k, err := newKeying(code, role, []byte("j"), []byte("h"))
			if err != nil {
				t.Fatal(err)
			}
			if _, err := k.hear(said); err != nil {
				continue
			}
			if _, err := ecdh.P256().NewPublicKey(append([]byte{4}, said...)); err != nil {
				t.Errorf("a key from a point that is none: %v", err)
			}
		}
	})
}
