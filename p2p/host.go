package p2p

import (
	"crypto/ed25519"
	"errors"
	"fmt"
	"slices"

	"github.com/libp2p/go-libp2p"
	"github.com/libp2p/go-libp2p/core/crypto"
	"github.com/libp2p/go-libp2p/core/host"
	"github.com/libp2p/go-libp2p/p2p/net/connmgr"
	libp2pquic "github.com/libp2p/go-libp2p/p2p/transport/quic"
	"github.com/libp2p/go-libp2p/p2p/transport/tcp"
	ma "github.com/multiformats/go-multiaddr"
)

// newHost starts a libp2p host as Convene wants it: QUIC and TCP, no DHT, no
// relay, nothing in what it tells strangers but that it is Convene. Without
// addresses it only dials.
func newHost(key ed25519.PrivateKey, listen []string, extra ...libp2p.Option) (host.Host, error) {
	id, err := crypto.UnmarshalEd25519PrivateKey(key)
	if err != nil {
		return nil, fmt.Errorf("read host key: %w", err)
	}
	limits, err := newLimits()
	if err != nil {
		return nil, err
	}
	conns, err := connmgr.NewConnManager(256, 400)
	if err != nil {
		return nil, fmt.Errorf("set limits: %w", err)
	}
	options := []libp2p.Option{
		libp2p.Identity(id),
		libp2p.UserAgent("convene"),
		libp2p.ProtocolVersion("convene/1"),
		libp2p.ResourceManager(limits),
		libp2p.ConnectionManager(conns),
		libp2p.Transport(libp2pquic.NewTransport),
		// Two programs must never share a port: connections would go astray.
		libp2p.Transport(tcp.NewTCPTransport, tcp.DisableReuseport()),
		libp2p.DisableRelay(),
		libp2p.DisableIdentifyAddressDiscovery(),
		libp2p.DisableMetrics(),
		libp2p.Ping(false),
		// These remember failures of a network we may have left.
		libp2p.UDPBlackHoleSuccessCounter(nil),
		libp2p.IPv6BlackHoleSuccessCounter(nil),
	}
	if len(listen) == 0 {
		options = append(options, libp2p.NoListenAddrs)
	} else {
		options = append(options, libp2p.ListenAddrStrings(listen...))
	}
	h, err := libp2p.New(append(options, extra...)...)
	if err != nil {
		return nil, fmt.Errorf("start host: %w", err)
	}
	return h, nil
}

// listenAddrs are the places to listen at, UDP first.
func listenAddrs(port int, loopback bool) []string {
	ips := []string{"/ip4/0.0.0.0", "/ip6/::"}
	if loopback {
		ips = []string{"/ip4/127.0.0.1"}
	}
	var out []string
	for _, ip := range ips {
		out = append(out, fmt.Sprintf("%s/udp/%d/quic-v1", ip, port))
	}
	for _, ip := range ips {
		out = append(out, fmt.Sprintf("%s/tcp/%d", ip, port))
	}
	return out
}

// listenHost starts the host at the preferred port. What cannot be had there
// is had at any port, unless the port was demanded.
func listenHost(c Config) (host.Host, error) {
	if c.listen != nil {
		return newHost(c.Key, c.listen, c.options...)
	}
	h, err := newHost(c.Key, listenAddrs(c.Port, c.Loopback), c.options...)
	if c.Port == 0 {
		return h, err
	}
	if err != nil {
		if c.PortDemanded {
			return nil, fmt.Errorf("listen at port %d: %w", c.Port, ErrPortInUse)
		}
		return newHost(c.Key, listenAddrs(0, c.Loopback), c.options...)
	}
	for _, missing := range notListening(h) {
		if c.PortDemanded {
			return nil, errors.Join(fmt.Errorf("listen at port %d: %w", c.Port, ErrPortInUse), h.Close())
		}
		for _, a := range listenAddrs(0, c.Loopback) {
			at, err := ma.NewMultiaddr(a)
			if err == nil && transportOf(at) == missing {
				// A family this computer lacks fails; another listens.
				c.Log.WithError(h.Network().Listen(at)).Debug("another port")
			}
		}
	}
	return h, nil
}

// notListening names the transports that got no address at all.
func notListening(h host.Host) []int {
	missing := []int{ma.P_UDP, ma.P_TCP}
	for _, a := range h.Network().ListenAddresses() {
		missing = slices.DeleteFunc(missing, func(t int) bool { return t == transportOf(a) })
	}
	return missing
}

func transportOf(a ma.Multiaddr) int {
	for _, t := range []int{ma.P_UDP, ma.P_TCP} {
		if _, err := a.ValueForProtocol(t); err == nil {
			return t
		}
	}
	return 0
}
