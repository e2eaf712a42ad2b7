package p2p

import (
	"crypto/ed25519"
	"errors"
	"fmt"
	"log/slog"
	"os"
	"slices"
	"time"

	"github.com/libp2p/go-libp2p"
	"github.com/libp2p/go-libp2p/core/crypto"
	"github.com/libp2p/go-libp2p/core/host"
	"github.com/libp2p/go-libp2p/core/network"
	"github.com/libp2p/go-libp2p/core/transport"
	"github.com/libp2p/go-libp2p/gologshim"
	"github.com/libp2p/go-libp2p/p2p/net/connmgr"
	"github.com/libp2p/go-libp2p/p2p/net/swarm"
	libp2pquic "github.com/libp2p/go-libp2p/p2p/transport/quic"
	"github.com/libp2p/go-libp2p/p2p/transport/tcp"
	"github.com/libp2p/go-libp2p/p2p/transport/tcpreuse"
	ma "github.com/multiformats/go-multiaddr"
)

// newHost starts a host that has room for the people of one session; see newHostOf.
func newHost(key ed25519.PrivateKey, extra ...libp2p.Option) (host.Host, error) {
	return newHostOf(laptopSize(nil), key, extra...)
}

// newHostOf starts a libp2p host as Convene wants it: QUIC and TCP, no DHT, no
// relay unless extra says so, nothing in what it tells strangers but that it is Convene. It listens
// nowhere yet.
func newHostOf(z size, key ed25519.PrivateKey, extra ...libp2p.Option) (host.Host, error) {
	if os.Getenv("GOLOG_LOG_LEVEL") == "" {
		// libp2p would write people's addresses to stderr.
		gologshim.SetDefaultHandler(slog.DiscardHandler)
	}
	id, err := crypto.UnmarshalEd25519PrivateKey(key)
	if err != nil {
		return nil, fmt.Errorf("read host key: %w", err)
	}
	limits, err := newLimits(z)
	if err != nil {
		return nil, err
	}
	// It would close connections of members, which are the old ones. Strangers are hung up on elsewhere.
	conns, err := connmgr.NewConnManager(z.most(), z.most()+1)
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
		libp2p.Transport(ownPortTCP),
		libp2p.SwarmOpts(swarm.WithDialRanker(quicFirst)),
		libp2p.DisableRelay(),
		libp2p.DisableMetrics(),
		libp2p.Ping(false),
		// These remember failures of a network we may have left.
		libp2p.UDPBlackHoleSuccessCounter(nil),
		libp2p.IPv6BlackHoleSuccessCounter(nil),
		libp2p.NoListenAddrs, // see listenAt
	}
	h, err := libp2p.New(append(options, extra...)...)
	if err != nil {
		return nil, fmt.Errorf("start host: %w", err)
	}
	return h, nil
}

// ownPortTCP is TCP that shares no port with another program, in whose place it would get connections that are not its own. The option
// is not handed to libp2p: for a transport with options it makes new types for every host, and types are never given back (11 KB a host,
// measured; see TestAHostThatIsClosedLeavesNoTypesBehind).
func ownPortTCP(up transport.Upgrader, limits network.ResourceManager, shared *tcpreuse.ConnMgr) (*tcp.TcpTransport, error) {
	return tcp.NewTCPTransport(impatient{up}, limits, shared, tcp.DisableReuseport())
}

// tcpLater is how much later TCP is tried than QUIC. libp2p gives QUIC 30 ms on a
// local network; on a busy laptop TCP then wins often, and where packets get lost
// it stands still for seconds.
const tcpLater = time.Second

// quicFirst is libp2p's order of dialling, but for TCP to addresses that can be
// dialled by QUIC, too.
func quicFirst(addrs []ma.Multiaddr) []network.AddrDelay {
	ranked := swarm.DefaultDialRanker(addrs)
	byUDP := map[string]bool{}
	for _, a := range addrs {
		if ip, _ := ma.SplitFirst(a); ip != nil && transportOf(a) == ma.P_UDP {
			byUDP[ip.String()] = true
		}
	}
	for i, r := range ranked {
		if ip, _ := ma.SplitFirst(r.Addr); ip != nil && transportOf(r.Addr) == ma.P_TCP && byUDP[ip.String()] {
			ranked[i].Delay = max(r.Delay, tcpLater)
		}
	}
	return ranked
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
	options := slices.Clone(c.options)
	switch {
	case len(c.Relays) > 0:
		options = append(options, outward()...)
	case c.listen == nil:
		options = append(options, throughRelays()...)
		fallthrough
	default: // nobody needs to tell us from where we are seen
		options = append(options, libp2p.DisableIdentifyAddressDiscovery())
	}
	if !c.Loopback && c.listen == nil {
		options = append(options, libp2p.NATPortMap()) // UPnP and NAT-PMP, where the router speaks them
	}
	h, err := newHostOf(laptopSize(c.Relays), c.Key, options...)
	if err != nil {
		return nil, err
	}
	listen, port := c.listen, c.Port
	switch {
	case listen == nil && port == 0:
		port = anyPort(h, c.Loopback)
		listen = listenAddrs(port, c.Loopback)[1:]
	case listen == nil:
		listen = listenAddrs(port, c.Loopback)
	}
	why := listenAt(h, listen)
	if missing := notListening(h); c.listen == nil && port != 0 && len(missing) > 0 {
		if c.PortDemanded {
			return nil, errors.Join(fmt.Errorf("listen at port %d: %w", c.Port, ErrPortInUse), h.Close())
		}
		for _, transport := range missing {
			elsewhere := slices.DeleteFunc(listenAddrs(0, c.Loopback), func(a string) bool {
				return transportOf(ma.StringCast(a)) != transport
			})
			why = errors.Join(why, listenAt(h, elsewhere))
		}
	}
	if portOf(h.Network().ListenAddresses()) == 0 {
		return nil, errors.Join(fmt.Errorf("listen: %w", why), h.Close())
	}
	return h, nil
}

// anyPort listens on UDP at a free port and returns it, so that TCP can have
// the same: people type one number. 0 when there is none.
func anyPort(h host.Host, loopback bool) int {
	if err := listenAt(h, listenAddrs(0, loopback)[:1]); err != nil {
		return 0 // the next step tells why
	}
	return portOf(h.Network().ListenAddresses())
}

// listenAt tries each address; a family this computer lacks fails alone. Its errors are those of the system: Listen of libp2p has
// their text only.
func listenAt(h host.Host, addrs []string) error {
	listen := func(at ma.Multiaddr) error { return h.Network().Listen(at) }
	if s, ok := h.Network().(*swarm.Swarm); ok {
		listen = s.AddListenAddr
	}
	var failed []error
	for _, a := range addrs {
		at, err := ma.NewMultiaddr(a)
		if err == nil {
			err = listen(at)
		}
		failed = append(failed, err)
	}
	return errors.Join(failed...)
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
