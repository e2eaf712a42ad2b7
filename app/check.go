package app

import (
	"context"
	"errors"
	"fmt"
	"net/netip"
	"slices"
	"strings"
	"time"

	"convene/p2p"
	"convene/storage"
)

// Finding is one thing that was looked at before people come: what is so, and
// what to do where it is in the way.
type Finding struct {
	Code     string   `json:"code"` // stable, for tests and translations
	OK       bool     `json:"ok"`
	Severity Severity `json:"severity"`
	Message  string   `json:"message"`
	Hint     string   `json:"hint,omitempty"`
}

// probes is what a check asks of this laptop and its network.
type probes struct {
	interfaces func() ([]p2p.Interface, error)
	multicast  func(context.Context) ([]string, error)
	look       func(context.Context) []p2p.Sighting
	call       func(context.Context, p2p.Sighting) p2p.Reach
	whoIs      func(context.Context, netip.AddrPort) ([]string, error)
	listen     func(context.Context, netip.Addr) error
	free       func() (uint64, error)
	offsets    func() []time.Duration // of other laptops' clocks to ours
}

const (
	lookTime   = 2500 * time.Millisecond
	echoTime   = time.Second
	wantedRoom = 1 << 30         // bytes: a day of work, and room to spare
	clockLimit = 2 * time.Minute // then times in a record look wrong
)

// realProbes asks the real thing.
func realProbes(dir string, loopback bool) probes {
	return probes{
		interfaces: p2p.Interfaces,
		multicast:  func(ctx context.Context) ([]string, error) { return p2p.Multicast(ctx, echoTime) },
		look: func(ctx context.Context) (out []p2p.Sighting) {
			ctx, stop := context.WithTimeout(ctx, lookTime)
			defer stop()
			_ = p2p.Look(ctx, func(s p2p.Sighting) { out = append(out, s) }) // no network is found by the first probe
			return out
		},
		call:    func(ctx context.Context, s p2p.Sighting) p2p.Reach { return p2p.CallOut(ctx, s, loopback) },
		whoIs:   p2p.WhoIs,
		listen:  p2p.Listening,
		free:    func() (uint64, error) { return storage.FreeSpace(dir) },
		offsets: func() []time.Duration { return nil },
	}
}

// CheckRoom looks at this laptop and its network, without a session. address
// is another laptop's, as its invite shows it, to be called too; or empty.
func CheckRoom(ctx context.Context, dir, address string) ([]Finding, error) {
	return realProbes(dir, false).check(ctx, address)
}

// CheckRoom looks at this laptop and its network, and at the clocks of the
// laptops in open sessions. address may be empty.
func (a *App) CheckRoom(ctx context.Context, address string) ([]Finding, error) {
	p := realProbes(a.library.Dir(), a.c.Loopback)
	p.offsets = a.clocks
	found := p.look
	p.look = func(ctx context.Context) []p2p.Sighting {
		seen, ours := found(ctx), a.ourPeers()
		return slices.DeleteFunc(append(seen, a.sighted()...), func(s p2p.Sighting) bool { return !s.Linked && ours[s.Peer] })
	}
	return p.check(ctx, address)
}

// clocks is how far others' clocks are from this one.
func (a *App) clocks() (out []time.Duration) {
	a.mu.Lock()
	defer a.mu.Unlock()
	for _, l := range a.open {
		for _, p := range l.node.Peers() {
			if p.RTT > 0 {
				out = append(out, p.Offset)
			}
		}
	}
	return out
}

func (p probes) check(ctx context.Context, address string) ([]Finding, error) {
	var at netip.AddrPort
	if address != "" {
		var err error
		if at, err = p2p.ParseAddress(address); err != nil {
			return nil, inWords(err)
		}
	}
	var out []Finding
	all, err := p.interfaces()
	if err != nil || len(all) == 0 {
		out = append(out, bad("no-network", SeverityError, "This laptop is in no network.",
			"Join the Wi-Fi of the room, or plug in a cable. A session can be prepared without one."))
	} else {
		out = append(out, p.network(ctx, all)...)
		out = append(out, p.others(ctx, at)...)
	}
	return append(out, p.clock(), p.disk()), ctx.Err()
}

func good(code, message string) Finding {
	return Finding{Code: code, OK: true, Severity: SeverityInfo, Message: message}
}

func bad(code string, severity Severity, message, hint string) Finding {
	return Finding{Code: code, Severity: severity, Message: message, Hint: hint}
}

// network looks at this laptop's side of it.
func (p probes) network(ctx context.Context, all []p2p.Interface) []Finding {
	var names, tunnels []string
	for _, i := range all {
		names = append(names, i.Name)
		if i.Tunnel {
			tunnels = append(tunnels, i.Name)
		}
	}
	out := []Finding{good("network", "This laptop is in a network ("+strings.Join(names, ", ")+").")}
	if len(tunnels) > 0 {
		out = append(out, bad("vpn", SeverityWarning, "A VPN is on ("+strings.Join(tunnels, ", ")+").",
			"It may send what is meant for this room elsewhere. If others cannot be reached, switch it off for the session."))
	}
	if heard, err := p.multicast(ctx); err != nil || len(heard) == 0 {
		out = append(out, bad("multicast", SeverityWarning, "This laptop does not hear its own call to everybody on the network.",
			"The list of sessions will stay empty here. Join by link, or by code with the facilitator's address; a firewall may stop UDP port 5353."))
	} else {
		out = append(out, good("multicast", "A call to everybody on the network is heard."))
	}
	for _, i := range all {
		if i.Tunnel {
			continue
		}
		if err := p.listen(ctx, i.Addrs[0]); err != nil {
			out = append(out, bad("firewall", SeverityError, "A firewall on this laptop stops calls to Convene.",
				"Allow Convene in the firewall's settings, for private networks, UDP and TCP."))
			return out
		}
	}
	return append(out, good("firewall", "Programs on this laptop can be called at its own address."))
}

// others looks at the laptops that are seen, and at the one that was named.
func (p probes) others(ctx context.Context, at netip.AddrPort) []Finding {
	seen := map[string]p2p.Sighting{}
	for _, s := range p.look(ctx) {
		seen[s.Peer] = s
	}
	var tcp, udp int
	for _, s := range seen {
		r := p.call(ctx, s)
		if r.TCP || r.UDP {
			tcp++
		}
		if r.UDP {
			udp++
		}
	}
	out := []Finding{p.named(ctx, at)}
	if !at.IsValid() {
		out = nil
	}
	switch n := len(seen); {
	case n == 0:
		return append(out, bad("nobody-seen", SeverityInfo, "No other laptop with an open session is seen on this network.",
			"Open a session on a second laptop and look again. If it is not seen then, this Wi-Fi keeps laptops apart: "+apart))
	case tcp == 0:
		return append(out, bad("isolated", SeverityError, fmt.Sprintf("%s seen, and none can be called.", laptops(n)),
			"This Wi-Fi keeps laptops apart, or their firewalls stop the call: "+apart))
	case udp == 0:
		return append(out, bad("udp-blocked", SeverityWarning, counted(tcp, "other laptop", "other laptops")+" can be called, but not by UDP.",
			"Everything works over TCP, a little slower where packets get lost. A firewall stops UDP."))
	default:
		return append(out, good("others", fmt.Sprintf("%s seen, %d can be called.", laptops(n), tcp)))
	}
}

// apart is what helps where a network keeps laptops from each other.
const apart = "use another Wi-Fi, a phone's hotspot, a cable, or a relay."

func laptops(n int) string {
	if n == 1 {
		return "1 other laptop is"
	}
	return fmt.Sprintf("%d other laptops are", n)
}

func (p probes) named(ctx context.Context, at netip.AddrPort) Finding {
	if !at.IsValid() {
		return Finding{}
	}
	if _, err := p.whoIs(ctx, at); errors.Is(err, p2p.ErrUnreachable) || err != nil {
		return bad("address", SeverityError, "Nobody answers at "+at.String()+".",
			"Compare the address with what the other laptop shows. If it is right, this Wi-Fi keeps laptops apart, or a firewall there stops the call: "+apart)
	}
	return good("address", "The laptop at "+at.String()+" answers.")
}

func (p probes) clock() Finding {
	offsets := p.offsets()
	if len(offsets) == 0 {
		return good("clock", "The clock will be compared when somebody is here. Timers follow the facilitator's clock.")
	}
	slices.Sort(offsets)
	if middle := offsets[len(offsets)/2]; middle.Abs() > clockLimit {
		return bad("clock", SeverityWarning, "The clock of this laptop differs from the others' by "+middle.Abs().Round(time.Minute).String()+".",
			"Timers are right all the same. The times in the record will look wrong: set the clock by the network.")
	}
	return good("clock", "The clocks agree.")
}

func (p probes) disk() Finding {
	free, err := p.free()
	if err == nil && free < wantedRoom {
		return bad("disk", SeverityWarning, fmt.Sprintf("The disk has %d MB left.", free>>20),
			"Make room before the workshop: below 256 MB nothing new can be kept.")
	}
	return good("disk", "There is room on the disk.")
}
