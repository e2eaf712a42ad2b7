package app

import (
	"context"
	"errors"
	"net/netip"
	"testing"
	"time"

	"convene/p2p"
)

// aGoodRoom is probes of a network with nothing in the way.
func aGoodRoom() probes {
	return probes{
		interfaces: func() ([]p2p.Interface, error) {
			return []p2p.Interface{{Name: "wlan0", Addrs: []netip.Addr{netip.MustParseAddr("192.168.1.2")}}}, nil
		},
		multicast: func(context.Context) ([]string, error) { return []string{"wlan0"}, nil },
		look:      func(context.Context) []p2p.Sighting { return []p2p.Sighting{{Peer: "a"}, {Peer: "b"}, {Peer: "a"}} },
		call: func(_ context.Context, s p2p.Sighting) p2p.Reach {
			return p2p.Reach{Peer: s.Peer, TCP: true, UDP: true}
		},
		whoIs:   func(context.Context, netip.AddrPort) ([]string, error) { return []string{"x"}, nil },
		listen:  func(context.Context, netip.Addr) error { return nil },
		free:    func() (uint64, error) { return 10 << 30, nil },
		offsets: func() []time.Duration { return []time.Duration{time.Second, -time.Second} },
	}
}

func TestTheRoomCheckNamesWhatIsInTheWay(t *testing.T) {
	broken := errors.New("no")
	for name, c := range map[string]struct {
		spoil   func(*probes)
		address string
		finding string // the only one that is not well; empty for none
	}{
		"nothing in the way": {spoil: func(*probes) {}, address: "192.168.1.3:4000"},
		"no network":         {spoil: func(p *probes) { p.interfaces = func() ([]p2p.Interface, error) { return nil, nil } }, finding: "no-network"},
		"a VPN": {finding: "vpn", spoil: func(p *probes) {
			p.interfaces = func() ([]p2p.Interface, error) {
				return []p2p.Interface{{Name: "wlan0", Addrs: []netip.Addr{{}}}, {Name: "wg0", Tunnel: true, Addrs: []netip.Addr{{}}}}, nil
			}
		}},
		"no multicast": {finding: "multicast", spoil: func(p *probes) {
			p.multicast = func(context.Context) ([]string, error) { return nil, nil }
		}},
		"a firewall here": {finding: "firewall", spoil: func(p *probes) {
			p.listen = func(context.Context, netip.Addr) error { return broken }
		}},
		"nobody seen": {finding: "nobody-seen", spoil: func(p *probes) {
			p.look = func(context.Context) []p2p.Sighting { return nil }
		}},
		"seen, not heard": {finding: "isolated", spoil: func(p *probes) {
			p.call = func(context.Context, p2p.Sighting) p2p.Reach { return p2p.Reach{} }
		}},
		"no UDP": {finding: "udp-blocked", spoil: func(p *probes) {
			p.call = func(context.Context, p2p.Sighting) p2p.Reach { return p2p.Reach{TCP: true} }
		}},
		"the named laptop does not answer": {finding: "address", address: "192.168.1.3:4000", spoil: func(p *probes) {
			p.whoIs = func(context.Context, netip.AddrPort) ([]string, error) { return nil, p2p.ErrUnreachable }
		}},
		"a wrong clock": {finding: "clock", spoil: func(p *probes) {
			p.offsets = func() []time.Duration { return []time.Duration{time.Hour, time.Hour, time.Second} }
		}},
		"a full disk": {finding: "disk", spoil: func(p *probes) { p.free = func() (uint64, error) { return 100 << 20, nil } }},
	} {
		t.Run(name, func(t *testing.T) {
			p := aGoodRoom()
			c.spoil(&p)
			found, err := p.check(t.Context(), c.address)
			must(t, err)
			for _, f := range found {
				if f.Message == "" || !f.OK && f.Hint == "" {
					t.Errorf("%q lacks words", f.Code)
				}
				if !f.OK && f.Code != c.finding {
					t.Errorf("%s: %s", f.Code, f.Message)
				}
				if !f.OK && f.Code == c.finding {
					c.finding = ""
				}
			}
			if c.finding != "" {
				t.Errorf("not found: %s in %+v", c.finding, found)
			}
		})
	}
	_, err := aGoodRoom().check(t.Context(), "amina.local")
	refused(t, err, "address-mistyped")
}

func TestTheRoomCheckWorksOnThisComputer(t *testing.T) {
	amina := founder(t)
	found, err := amina.CheckRoom(t.Context(), amina.address())
	must(t, err)
	codes := map[string]bool{}
	for _, f := range found {
		codes[f.Code] = f.OK
	}
	if len(found) < 3 || !codes["clock"] {
		t.Errorf("found %+v", found)
	}
}
