package p2p

import (
	"errors"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/libp2p/go-libp2p/core/crypto"
	"github.com/libp2p/go-libp2p/core/peer"
)

func someInvite(t testing.TB) Invite {
	t.Helper()
	key, err := crypto.UnmarshalEd25519PrivateKey(hostKey("ana"))
	if err != nil {
		t.Fatal(err)
	}
	id, err := peer.IDFromPrivateKey(key)
	if err != nil {
		t.Fatal(err)
	}
	i := Invite{Role: 3, Expires: time.Unix(1_800_000_000, 0).UTC(), Peer: id.String(), Addrs: []string{
		"/ip4/192.168.178.24/udp/41777/quic-v1", "/ip4/192.168.178.24/tcp/41777",
		"/ip6/2001:db8::1/udp/41777/quic-v1", "/ip6/2001:db8::1/tcp/41777",
	}}
	for n := range 32 {
		i.First[n], i.Session[n%16], i.Secret[n%16], i.ID[n%8] = byte(n), byte(2*n), byte(3*n), byte(5*n)
	}
	return i
}

func TestAnInviteReadsBackAndFitsAMessage(t *testing.T) {
	want := someInvite(t)
	link := want.Link()
	if len(link) < 250 || len(link) > 400 {
		t.Errorf("%d characters", len(link))
	}
	for name, text := range map[string]string{
		"as written":  link,
		"in brackets": " <" + link + ">\n",
		"wrapped":     link[:76] + "\r\n" + link[76:152] + "\n " + link[152:],
	} {
		got, err := ParseInvite(text)
		if err != nil {
			t.Errorf("%s: %v", name, err)
		} else if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s: %s", name, diff)
		}
	}
	if got := want.Link(); got != link {
		t.Error("two links of one invite differ")
	}
	want.Listed = true
	got, err := ParseInvite(want.Link())
	if diff := cmp.Diff(want, got); err != nil || diff != "" {
		t.Errorf("that the host can be looked up: %v %s", err, diff)
	}
}

func TestABadInviteSaysWhatIsWrong(t *testing.T) {
	link := someInvite(t).Link()
	for n := 1; n < len(link); n++ {
		if _, err := ParseInvite(link[:n]); !errors.Is(err, ErrInviteCut) {
			t.Fatalf("cut to %d characters: %v", n, err)
		}
	}
	for name, c := range map[string]struct {
		link string
		want error
	}{
		"nothing":         {"", ErrInviteOther},
		"a web page":      {"https://example.org/#" + link, ErrInviteOther},
		"one letter off":  {strings.Replace(link, link[60:61], "-_"[:1], 1), ErrInviteCut},
		"too long":        {link + strings.Repeat("A", maxInvite), ErrInviteOther},
		"another version": {rewritten(t, link, 3), ErrInviteOther},
	} {
		if _, err := ParseInvite(c.link); !errors.Is(err, c.want) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestAnInviteExpires(t *testing.T) {
	i := someInvite(t)
	if i.Expired(i.Expires.Add(-time.Second)) || !i.Expired(i.Expires) {
		t.Error("expiry is not at its second")
	}
}
