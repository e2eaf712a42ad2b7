package p2p

import (
	"context"
	"fmt"
	"net"
	"net/netip"
	"slices"
	"strconv"
	"time"

	natpmp "github.com/jackpal/go-nat-pmp"
	"github.com/libp2p/go-netroute"
	ma "github.com/multiformats/go-multiaddr"
	manet "github.com/multiformats/go-multiaddr/net"
)

// Routers are asked to open our ports by UPnP and by NAT-PMP. libp2p v0.51.0 does
// the first; the second never happens there, because it asks go-netroute v0.4.0 for
// the way to 0.0.0.0, which refuses that. See docs/decisions/0167.
const (
	pmpAnswer  = time.Second // a call to a router, which cannot be called off
	pmpLasts   = 10 * time.Minute
	pmpRenew   = 4 * time.Minute
	pmpLook    = 15 * time.Second // whether the router or the port is another one
	pmpAgain   = time.Minute      // after the first call that was not answered; then half as often each time
	pmpSeldom  = 16 * time.Minute
	pmpNowhere = "1.1.1.1" // any address beyond the router; nothing is sent there
)

// opener is a router that speaks NAT-PMP.
type opener interface {
	GetExternalAddress() (*natpmp.GetExternalAddressResult, error)
	AddPortMapping(protocol string, internalPort, requestedExternalPort, lifetime int) (*natpmp.AddPortMappingResult, error)
}

// opened is the ports that a router opened, by transport ("udp", "tcp") and the
// address that leads to each.
type opened map[string]ma.Multiaddr

// openPorts keeps this laptop's ports open at a router that speaks NAT-PMP, until
// ctx ends; then it gives them back.
func (n *Node) openPorts(ctx context.Context) {
	look := time.NewTicker(pmpLook)
	defer look.Stop()
	var asked netip.Addr
	var next time.Time
	wait := pmpAgain
	for {
		gateway, ports := gateway(), portsOf(n.host.Network().ListenAddresses())
		if now := time.Now(); gateway.IsValid() && (gateway != asked || !now.Before(next)) {
			if gateway != asked {
				wait = pmpAgain
			}
			asked = gateway
			addrs, err := openAt(natpmp.NewClientWithTimeout(gateway.AsSlice(), pmpAnswer), ports)
			if err != nil {
				n.c.Log.WithError(err).Debug("the router opens no ports by NAT-PMP")
				next, wait = now.Add(wait), min(2*wait, pmpSeldom)
			} else {
				next, wait = now.Add(pmpRenew), pmpAgain
			}
			n.setOpened(addrs)
		}
		select {
		case <-ctx.Done():
			if asked.IsValid() && n.setOpened(nil) {
				giveBack(natpmp.NewClientWithTimeout(asked.AsSlice(), pmpAnswer), ports)
			}
			return
		case <-look.C:
		}
	}
}

// setOpened reports whether something was open before.
func (n *Node) setOpened(o opened) bool {
	n.mu.Lock()
	defer n.mu.Unlock()
	before := len(n.opened) > 0
	n.opened = o
	return before
}

// gateway is the router by which this laptop leaves its network; the zero value
// where there is none.
func gateway() netip.Addr {
	routes, err := netroute.New()
	if err != nil {
		return netip.Addr{}
	}
	_, ip, _, err := routes.Route(net.ParseIP(pmpNowhere))
	if err != nil {
		return netip.Addr{}
	}
	at, _ := netip.AddrFromSlice(ip)
	at = at.Unmap()
	if at.IsUnspecified() {
		return netip.Addr{}
	}
	return at
}

// portsOf is the ports on IPv4, by transport.
func portsOf(listening []ma.Multiaddr) map[string]int {
	ports := map[string]int{}
	for _, a := range listening {
		if ip, ok := ipOf(a); !ok || !ip.Is4() {
			continue
		}
		for name, code := range map[string]int{"udp": ma.P_UDP, "tcp": ma.P_TCP} {
			if s, err := a.ValueForProtocol(code); err == nil {
				ports[name], _ = strconv.Atoi(s)
			}
		}
	}
	return ports
}

// openAt asks a router to open ports. Where its own outside is a private network,
// another router stands before it, and nothing is open.
func openAt(r opener, ports map[string]int) (opened, error) {
	outside, err := r.GetExternalAddress()
	if err != nil {
		return nil, fmt.Errorf("ask the router: %w", err)
	}
	at, err := ma.NewMultiaddr("/ip4/" + netip.AddrFrom4(outside.ExternalIPAddress).String())
	if err != nil || !manet.IsPublicAddr(at) {
		return nil, fmt.Errorf("ask the router: it stands behind another one at %v", at)
	}
	out := opened{}
	for name, port := range ports {
		m, err := r.AddPortMapping(name, port, port, int(pmpLasts/time.Second))
		if err != nil {
			return out, fmt.Errorf("open a port: %w", err)
		}
		way := map[string]string{"udp": "/quic-v1"}[name]
		if full, err := ma.NewMultiaddr(fmt.Sprintf("%s/%s/%d%s", at, name, m.MappedExternalPort, way)); err == nil && m.MappedExternalPort != 0 {
			out[name] = full
		}
	}
	return out, nil
}

// giveBack closes the ports again. A router that does not answer closes them after
// 10 minutes.
func giveBack(r opener, ports map[string]int) {
	for name, port := range ports {
		if _, err := r.AddPortMapping(name, port, 0, 0); err != nil {
			return
		}
	}
}

// withOpened adds the addresses at which a router passes on what comes. The caller
// holds mu.
func (n *Node) withOpened(addrs []ma.Multiaddr) []ma.Multiaddr {
	for _, a := range n.opened {
		if !slices.ContainsFunc(addrs, a.Equal) {
			addrs = append(addrs, a)
		}
	}
	return addrs
}
