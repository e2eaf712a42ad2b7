package p2p

import (
	"context"
	"crypto/ed25519"
	"crypto/rand"
	"encoding/hex"
	"fmt"
	"net"
	"net/netip"
	"strings"
	"time"

	"github.com/libp2p/go-libp2p/core/network"
	ma "github.com/multiformats/go-multiaddr"
	"github.com/multiformats/go-multistream"
	"golang.org/x/net/ipv4"
)

// What a laptop can find out about the network it is in. Everything here only
// looks: it judges nothing, and says nothing to anybody but that a laptop with
// Convene looks around.

// Interface is one way out of this laptop.
type Interface struct {
	Name   string
	Addrs  []netip.Addr
	Tunnel bool // of a VPN, as far as names and kinds tell
}

// Interfaces lists those that are up and lead to others.
func Interfaces() ([]Interface, error) {
	all, err := net.Interfaces()
	if err != nil {
		return nil, fmt.Errorf("list interfaces: %w", err)
	}
	var out []Interface
	for _, i := range all {
		if i.Flags&net.FlagUp == 0 || i.Flags&net.FlagLoopback != 0 {
			continue
		}
		found := Interface{Name: i.Name, Tunnel: i.Flags&net.FlagPointToPoint != 0 || tunnelName(i.Name)}
		addrs, err := i.Addrs()
		if err != nil {
			return nil, fmt.Errorf("list addresses: %w", err)
		}
		for _, a := range addrs {
			if p, err := netip.ParsePrefix(a.String()); err == nil && !p.Addr().IsLinkLocalUnicast() {
				found.Addrs = append(found.Addrs, p.Addr())
			}
		}
		if len(found.Addrs) > 0 {
			out = append(out, found)
		}
	}
	return out, nil
}

func tunnelName(name string) bool {
	for _, kind := range []string{"tun", "tap", "wg", "utun", "ppp", "ipsec", "tailscale", "zt"} {
		if strings.HasPrefix(strings.ToLower(name), kind) {
			return true
		}
	}
	return false
}

// checkGroup is a multicast group of its own, of the kind that stays on the
// local network, so that no other program is disturbed.
const checkGroup = "239.255.99.86:40899"

// Multicast reports through which interfaces a packet to a group comes back to
// this laptop: where it does not, lists of sessions stay empty. It takes at
// most within.
func Multicast(ctx context.Context, within time.Duration) (heard []string, err error) {
	ctx, cancel := context.WithTimeout(ctx, within)
	defer cancel()
	group, err := net.ResolveUDPAddr("udp4", checkGroup)
	if err != nil {
		return nil, fmt.Errorf("read group: %w", err)
	}
	conn, err := net.ListenPacket("udp4", fmt.Sprintf(":%d", group.Port))
	if err != nil {
		return nil, fmt.Errorf("listen to the group: %w", err)
	}
	defer conn.Close()
	defer context.AfterFunc(ctx, func() { _ = conn.SetDeadline(time.Now()) })()
	p := ipv4.NewPacketConn(conn)
	all, err := net.Interfaces()
	if err != nil {
		return nil, fmt.Errorf("list interfaces: %w", err)
	}
	_ = p.SetMulticastLoopback(true) // the default
	asked := 0
	word := make([]byte, 8)
	rand.Read(word)
	for _, i := range all {
		if i.Flags&net.FlagUp == 0 || i.Flags&net.FlagMulticast == 0 || i.Flags&net.FlagLoopback != 0 {
			continue
		}
		if p.JoinGroup(&i, group) != nil || p.SetMulticastInterface(&i) != nil {
			continue
		}
		_ = p.SetMulticastTTL(1)
		if _, err := p.WriteTo([]byte(hex.EncodeToString(word)+i.Name), nil, group); err == nil {
			asked++
		}
	}
	buf := make([]byte, 128)
	for len(heard) < asked {
		n, _, err := conn.ReadFrom(buf)
		if err != nil {
			break // time is up
		}
		if name, ours := strings.CutPrefix(string(buf[:n]), hex.EncodeToString(word)); ours {
			heard = append(heard, name)
		}
	}
	return heard, nil
}

// Reach is what came of calling one laptop.
type Reach struct {
	Peer     string
	TCP, UDP bool // it answered there
}

// CallOut calls a laptop that was seen, by TCP and by QUIC, and hangs up. It
// says no word of a session.
func CallOut(ctx context.Context, s Sighting, loopback bool) Reach {
	r := Reach{Peer: s.Peer}
	seed := make([]byte, 32)
	rand.Read(seed)
	h, err := newHost(ed25519.NewKeyFromSeed(seed))
	if err != nil {
		return r
	}
	defer h.Close()
	for _, info := range parseFull(s.Addrs, loopback) {
		for _, a := range info.Addrs {
			one := info
			one.Addrs = one.Addrs[:0:0]
			one.Addrs = append(one.Addrs, a)
			udp := transportOf(a) == ma.P_UDP
			if (udp && r.UDP) || (!udp && r.TCP) {
				continue
			}
			h.Peerstore().ClearAddrs(info.ID)
			calling, cancel := context.WithTimeout(network.WithForceDirectDial(ctx, "check"), redialTime/2)
			if h.Connect(calling, one) == nil {
				r.UDP, r.TCP = r.UDP || udp, r.TCP || !udp
			}
			cancel()
			_ = h.Network().ClosePeer(info.ID)
		}
	}
	return r
}

// Listening reports whether programs on this laptop can call each other at an
// address that others use: a firewall that asks the person often stops this,
// too.
func Listening(ctx context.Context, at netip.Addr) error {
	l, err := net.Listen("tcp", netip.AddrPortFrom(at, 0).String())
	if err != nil {
		return fmt.Errorf("listen: %w", err)
	}
	defer l.Close()
	go func() {
		c, err := l.Accept()
		if err != nil {
			return
		}
		defer c.Close()
		mux := multistream.NewMultistreamMuxer[string]()
		mux.AddHandler("/convene/check", nil)
		_ = c.SetDeadline(time.Now().Add(redialTime))
		_, _, _ = mux.Negotiate(c)
	}()
	c, err := new(net.Dialer).DialContext(ctx, "tcp", l.Addr().String())
	if err != nil {
		return fmt.Errorf("call: %w", err)
	}
	defer c.Close()
	_ = c.SetDeadline(time.Now().Add(redialTime))
	if err := multistream.SelectProtoOrFail("/convene/check", c); err != nil {
		return fmt.Errorf("speak: %w", err)
	}
	return nil
}
