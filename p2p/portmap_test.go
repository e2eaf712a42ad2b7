package p2p

import (
	"errors"
	"fmt"
	"slices"
	"testing"

	natpmp "github.com/jackpal/go-nat-pmp"
	ma "github.com/multiformats/go-multiaddr"
)

// fakeRouter speaks NAT-PMP, and remembers what it was asked for.
type fakeRouter struct {
	outside [4]byte
	shift   int // its ports are that much higher than ours
	silent  bool
	full    bool
	asked   []string
}

func (r *fakeRouter) GetExternalAddress() (*natpmp.GetExternalAddressResult, error) {
	if r.silent {
		return nil, errors.New("timed out")
	}
	return &natpmp.GetExternalAddressResult{ExternalIPAddress: r.outside}, nil
}

func (r *fakeRouter) AddPortMapping(protocol string, inside, outside, lifetime int) (*natpmp.AddPortMappingResult, error) {
	r.asked = append(r.asked, fmt.Sprintf("%s %d %d %d", protocol, inside, outside, lifetime))
	if r.full {
		return nil, errors.New("no resources")
	}
	return &natpmp.AddPortMappingResult{InternalPort: uint16(inside), MappedExternalPort: uint16(outside + r.shift)}, nil
}

func TestARouterOpensPortsByNATPMP(t *testing.T) {
	ports := portsOf([]ma.Multiaddr{
		ma.StringCast("/ip4/0.0.0.0/udp/4001/quic-v1"), ma.StringCast("/ip6/::/udp/4009/quic-v1"), ma.StringCast("/ip4/0.0.0.0/tcp/4002"),
	})
	for name, c := range map[string]struct {
		router fakeRouter
		want   string
		fails  bool
	}{
		"it opens both":            {fakeRouter{outside: [4]byte{9, 9, 9, 9}}, "[/ip4/9.9.9.9/tcp/4002 /ip4/9.9.9.9/udp/4001/quic-v1]", false},
		"at other ports":           {fakeRouter{outside: [4]byte{9, 9, 9, 9}, shift: 7}, "[/ip4/9.9.9.9/tcp/4009 /ip4/9.9.9.9/udp/4008/quic-v1]", false},
		"at port 0, which is none": {fakeRouter{outside: [4]byte{9, 9, 9, 9}, shift: -4001}, "[/ip4/9.9.9.9/tcp/1]", false},
		"behind another router":    {fakeRouter{outside: [4]byte{192, 168, 1, 7}}, "[]", true},
		"it is no such router":     {fakeRouter{silent: true}, "[]", true},
		"it has no port left":      {fakeRouter{outside: [4]byte{9, 9, 9, 9}, full: true}, "[]", true},
	} {
		got, err := openAt(&c.router, ports)
		var addrs []string
		for _, a := range got {
			addrs = append(addrs, a.String())
		}
		slices.Sort(addrs)
		if fmt.Sprint(addrs) != c.want || (err != nil) != c.fails {
			t.Errorf("%s: %v, %v", name, addrs, err)
		}
	}
	r := &fakeRouter{}
	giveBack(r, ports)
	slices.Sort(r.asked)
	if fmt.Sprint(r.asked) != "[tcp 4002 0 0 udp 4001 0 0]" {
		t.Errorf("given back: %q", r.asked)
	}
}

// What a router opened is told to others as this laptop's address, until it is given back.
func TestWhatARouterOpenedIsTold(t *testing.T) {
	ana := open(t, newHall(t.Name()), "ana")
	at := ma.StringCast("/ip4/9.9.9.9/udp/4001/quic-v1")
	if ana.setOpened(opened{"udp": at}) {
		t.Error("something was open before")
	}
	if !slices.Contains(ana.Address().Addrs, at.String()) {
		t.Errorf("told: %v", ana.Address().Addrs)
	}
	if !ana.setOpened(nil) || slices.Contains(ana.Address().Addrs, at.String()) {
		t.Errorf("after it was given back: %v", ana.Address().Addrs)
	}
}
