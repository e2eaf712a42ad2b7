package p2p

import (
	"net/netip"
	"slices"
	"strconv"

	"github.com/libp2p/go-libp2p/core/peer"
	ma "github.com/multiformats/go-multiaddr"
	manet "github.com/multiformats/go-multiaddr/net"
)

// Address is where a node can be reached.
type Address struct {
	Peer  string   // libp2p peer id
	Addrs []string // multiaddrs without the peer id, local networks first
}

// Full returns the addresses with the peer id at their end, as Dial takes them.
func (a Address) Full() []string {
	out := make([]string, 0, len(a.Addrs))
	for _, s := range a.Addrs {
		out = append(out, s+"/p2p/"+a.Peer)
	}
	return out
}

// dialable tells whether an address from somebody else may be dialled: plain
// QUIC or TCP to an IP; loopback only where this node lives there itself.
func dialable(a ma.Multiaddr, loopback bool) bool {
	ip, ok := ipOf(a)
	if !ok || ip.IsUnspecified() || ip.IsMulticast() || ip.IsLoopback() && !loopback {
		return false
	}
	if _, _, circuit := splitCircuit(a); circuit {
		return true
	}
	rest := namesOf(a)[1:]
	return slices.Equal(rest, []string{"udp", "quic-v1"}) || slices.Equal(rest, []string{"tcp"})
}

func ipOf(a ma.Multiaddr) (netip.Addr, bool) {
	ip, err := manet.ToIP(a)
	if err != nil {
		return netip.Addr{}, false
	}
	addr, ok := netip.AddrFromSlice(ip)
	return addr.Unmap(), ok
}

// rank orders addresses: private networks, then public ones, link-local last;
// IPv4 before IPv6, QUIC before TCP.
func rank(a ma.Multiaddr) int {
	ip, _ := ipOf(a)
	r := 0
	if _, _, circuit := splitCircuit(a); circuit {
		r = 16
	}
	switch {
	case ip.IsLinkLocalUnicast():
		r += 8
	case !ip.IsPrivate() && !ip.IsLoopback():
		r += 4
	}
	if !ip.Is4() {
		r += 2
	}
	if transportOf(a) == ma.P_TCP {
		r++
	}
	return r
}

// usable keeps at most maxAddrs dialable addresses, best first: direct ones,
// then those through a relay.
func usable(addrs []ma.Multiaddr, loopback bool) []ma.Multiaddr {
	var out []ma.Multiaddr
	for _, a := range addrs {
		if dialable(a, loopback) && !slices.ContainsFunc(out, a.Equal) {
			out = append(out, a)
		}
	}
	slices.SortStableFunc(out, func(a, b ma.Multiaddr) int { return rank(a) - rank(b) })
	direct := slices.IndexFunc(out, func(a ma.Multiaddr) bool { return rank(a) >= 16 })
	if direct < 0 {
		direct = len(out)
	}
	// A laptop with many interfaces keeps a way through its relay.
	kept := min(direct, maxAddrs-min(len(out)-direct, 3))
	return append(out[:kept:kept], out[direct:direct+min(len(out)-direct, maxAddrs-kept)]...)
}

func packAddrs(addrs []ma.Multiaddr) [][]byte {
	out := make([][]byte, 0, len(addrs))
	for _, a := range addrs {
		if b := a.Bytes(); len(b) <= maxAddr && len(out) < maxAddrs {
			out = append(out, b)
		}
	}
	return out
}

// unpackAddrs skips what is no address.
func unpackAddrs(packed [][]byte, loopback bool) []ma.Multiaddr {
	var out []ma.Multiaddr
	for _, b := range packed {
		if a, err := ma.NewMultiaddrBytes(b); err == nil {
			out = append(out, a)
		}
	}
	return usable(out, loopback)
}

// parseFull groups full addresses by peer, skipping what is none.
func parseFull(full []string, loopback bool) []peer.AddrInfo {
	var out []peer.AddrInfo
	for _, s := range full {
		info, err := peer.AddrInfoFromString(s)
		if err != nil {
			continue
		}
		addrs := usable(info.Addrs, loopback)
		if len(addrs) == 0 {
			continue
		}
		i := slices.IndexFunc(out, func(o peer.AddrInfo) bool { return o.ID == info.ID })
		if i < 0 {
			out = append(out, peer.AddrInfo{ID: info.ID, Addrs: addrs})
		} else {
			out[i].Addrs = usable(append(out[i].Addrs, addrs...), loopback)
		}
	}
	return out
}

// kindOf says how a connection runs, in the words of Peer.Kind.
func kindOf(a ma.Multiaddr) string {
	if _, err := a.ValueForProtocol(ma.P_CIRCUIT); err == nil {
		return "relayed"
	}
	ip, _ := ipOf(a)
	switch {
	case ip.IsLoopback():
		return "loopback"
	case ip.IsPrivate(), ip.IsLinkLocalUnicast():
		return "lan"
	}
	return "direct"
}

func portOf(addrs []ma.Multiaddr) int {
	for _, t := range []int{ma.P_UDP, ma.P_TCP} {
		for _, a := range addrs {
			if s, err := a.ValueForProtocol(t); err == nil {
				if p, err := strconv.Atoi(s); err == nil {
					return p
				}
			}
		}
	}
	return 0
}
