package p2p

import (
	"errors"
	"net"
	"net/netip"
	"testing"
	"time"
)

func TestATypedAddressLeadsToTheLaptopThere(t *testing.T) {
	ana := open(t, newHall("typed"), "ana")
	at := netip.AddrPortFrom(netip.MustParseAddr("127.0.0.1"), uint16(ana.Port()))
	got, err := WhoIs(t.Context(), at)
	if err != nil {
		t.Fatal(err)
	}
	infos := parseFull(got, true)
	if len(infos) != 1 || infos[0].ID != ana.host.ID() || len(infos[0].Addrs) != 2 {
		t.Errorf("found %v", got)
	}
}

func TestAnAddressThatIsNoConveneIsUnreachable(t *testing.T) {
	silent, err := net.Listen("tcp4", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer silent.Close()
	start := time.Now()
	_, err = WhoIs(t.Context(), netip.MustParseAddrPort(silent.Addr().String()))
	if !errors.Is(err, ErrUnreachable) {
		t.Errorf("error: %v", err)
	}
	if took := time.Since(start); took > 3*whoIsTime {
		t.Errorf("a silent program was waited for for %v", took)
	}
}

func TestAddressesAreReadAsPeopleTypeThem(t *testing.T) {
	for text, want := range map[string]string{
		"192.168.1.20:40123": "192.168.1.20:40123", " 10.0.0.1:1 ": "10.0.0.1:1", "[fd00::1]:80": "[fd00::1]:80",
		"[::ffff:10.0.0.1]:8": "10.0.0.1:8",
		"":                    "", "192.168.1.20": "", "amina.local:80": "", "0.0.0.0:80": "", "10.0.0.1:0": "", "[fe80::1%eth0]:80": "",
		"224.0.0.251:5353": "",
	} {
		at, err := ParseAddress(text)
		if want == "" {
			if !errors.Is(err, ErrAddressMistyped) {
				t.Errorf("%q: %v, %v", text, at, err)
			}
		} else if err != nil || at.String() != want {
			t.Errorf("%q: %v, %v", text, at, err)
		}
	}
}
