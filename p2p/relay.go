package p2p

import (
	"context"
	"crypto/ed25519"
	"errors"
	"fmt"
	"io/fs"
	"net/netip"
	"runtime"
	"strings"
	"syscall"
	"time"

	"github.com/libp2p/go-libp2p"
	"github.com/libp2p/go-libp2p/core/host"
	"github.com/libp2p/go-libp2p/core/network"
	"github.com/libp2p/go-libp2p/core/peer"
	"github.com/libp2p/go-libp2p/p2p/protocol/circuitv2/relay"
	ma "github.com/multiformats/go-multiaddr"
	"github.com/sirupsen/logrus"
)

const (
	circuitTime  = 4 * time.Hour
	circuitBytes = 1 << 30
	relayPlaces  = 1024
	relayCarries = 4096 // circuits
)

// RelayConfig says how a relay lives. Key and Secret are required.
type RelayConfig struct {
	Key    ed25519.PrivateKey
	Secret [16]byte
	Port   int      // QUIC and TCP
	WSPort int      // WebSocket, for networks that let out nothing but 443; 0 is none
	Public []string // IPs at which it is reached, where those of its interfaces are not
	Log    *logrus.Entry
}

// Relay carries what laptops say to each other that cannot reach each other.
// It sees that they talk, when and how much; what they say is encrypted from
// end to end. Only who holds its pass can be reached through it.
type Relay struct {
	c     RelayConfig
	host  host.Host
	crew  crew
	guard *guard
	porch porch

	plates plates
}

// StartRelay opens a relay's ports. Run must be called afterwards. PortError: one of them cannot be had, at one transport or IP family at
// least; it is ErrPortInUse where another program has it.
func StartRelay(c RelayConfig) (*Relay, error) {
	if c.Log == nil {
		c.Log = Config{}.complete().Log
	}
	g := newGuard()
	rc := relay.DefaultResources()
	rc.Limit = &relay.RelayLimit{Duration: circuitTime, Data: circuitBytes}
	rc.MaxReservations, rc.MaxCircuits = relayPlaces, throughOne
	// One office is often one address.
	rc.MaxReservationsPerIP, rc.MaxReservationsPerASN = holdersPerAddress, relayPlaces
	h, err := newHostOf(size{conns: relayPlaces + porchRoom, carry: relayCarries}, c.Key, libp2p.EnableRelay(), libp2p.ForceReachabilityPublic(), libp2p.EnableNATService(), libp2p.EnableAutoNATv2(),
		libp2p.EnableRelayService(relay.WithResources(rc), relay.WithACL(g)), libp2p.Transport(promptWebSocket))
	if err != nil {
		return nil, err
	}
	swarm, ok := h.Network().(interface{ AddListenAddr(ma.Multiaddr) error })
	if !ok {
		panic("p2p: a host of libp2p without a swarm")
	}
	// People dial the ports that were named: one that cannot be had is told, whatever works beside it.
	err = listenForAll(swarm.AddListenAddr, c.Port, c.WSPort)
	if err == nil && len(h.Network().ListenAddresses()) == 0 {
		err = errors.New("this computer has no network")
	}
	if err != nil {
		return nil, errors.Join(fmt.Errorf("listen: %w", err), h.Close())
	}
	return &Relay{c: c, host: h, guard: g, porch: newPorch(), plates: plates{of: map[uint]peer.ID{}, asked: map[netip.Addr]*flow{}}}, nil
}

// PortError is a port that a relay cannot have. It is ErrPortInUse where another program has it.
type PortError struct {
	Port      int
	WebSocket bool
	Err       error
}

// Error names the port.
func (e *PortError) Error() string { return fmt.Sprintf("port %d: %v", e.Port, e.Err) }

// Unwrap leads to ErrPortInUse and to what the system said.
func (e *PortError) Unwrap() []error {
	if taken(e.Err) {
		return []error{ErrPortInUse, e.Err}
	}
	return []error{e.Err}
}

// Denied tells whether the port needs a right that this process does not have.
func (e *PortError) Denied() bool {
	return errors.Is(e.Err, fs.ErrPermission) || runtime.GOOS == "windows" && errors.Is(e.Err, windowsDenied)
}

// listenForAll listens at the ports of a relay, at every family that the computer has. Error: PortError.
func listenForAll(listen func(ma.Multiaddr) error, port, ws int) error {
	for _, a := range listenAddrs(port, false) {
		if err := listen(ma.StringCast(a)); err != nil && !lacking(err) {
			return &PortError{Port: port, Err: err}
		}
	}
	if ws == 0 {
		return nil
	}
	for _, ip := range []string{"/ip4/0.0.0.0", "/ip6/::"} {
		if err := listen(ma.StringCast(fmt.Sprintf("%s/tcp/%d/ws", ip, ws))); err != nil && !lacking(err) {
			return &PortError{Port: ws, WebSocket: true, Err: err}
		}
	}
	return nil
}

// The numbers Windows has for these; its syscall has others by these names.
const (
	windowsDenied    = syscall.Errno(10013)
	windowsNoFamily  = syscall.Errno(10047)
	windowsPortInUse = syscall.Errno(10048)
	windowsNoAddress = syscall.Errno(10049)
)

// taken reports whether another program has a port that was asked for.
func taken(err error) bool {
	return errors.Is(err, syscall.EADDRINUSE) || runtime.GOOS == "windows" && errors.Is(err, windowsPortInUse)
}

// lacking reports whether this computer does not have the family of an address.
func lacking(err error) bool {
	if runtime.GOOS == "windows" && (errors.Is(err, windowsNoFamily) || errors.Is(err, windowsNoAddress)) {
		return true
	}
	return errors.Is(err, syscall.EAFNOSUPPORT) || errors.Is(err, syscall.EADDRNOTAVAIL) || errors.Is(err, syscall.EPROTONOSUPPORT)
}

// Pass is what its users need.
func (r *Relay) Pass() Pass {
	p := Pass{Peer: r.host.ID().String(), Secret: r.c.Secret}
	for _, a := range r.reached() {
		ip, ok := ipOf(a)
		local := ip.IsLoopback() || ip.IsLinkLocalUnicast()
		if ok && (!local || len(r.c.Public) > 0) && len(p.Addrs) < maxAddrs && isRelayAddr(a) {
			p.Addrs = append(p.Addrs, a.String())
		}
	}
	return p
}

// reached are the addresses people dial: as told, or those of the interfaces.
func (r *Relay) reached() (out []ma.Multiaddr) {
	if len(r.c.Public) == 0 {
		all, err := r.host.Network().InterfaceListenAddresses()
		if err != nil {
			return nil
		}
		return all
	}
	for _, ip := range r.c.Public {
		family := "ip4"
		if strings.Contains(ip, ":") {
			family = "ip6"
		}
		base := "/" + family + "/" + ip
		texts := []string{fmt.Sprintf("%s/udp/%d/quic-v1", base, r.c.Port), fmt.Sprintf("%s/tcp/%d", base, r.c.Port)}
		if r.c.WSPort != 0 {
			texts = append(texts, fmt.Sprintf("%s/tcp/%d/ws", base, r.c.WSPort))
		}
		for _, s := range texts {
			if a, err := ma.NewMultiaddr(s); err == nil {
				out = append(out, a)
			}
		}
	}
	return out
}

// Run answers until ctx ends, and returns its cause.
func (r *Relay) Run(ctx context.Context) error {
	r.host.SetStreamHandler(protoRelay, func(s network.Stream) {
		if !r.crew.enter() {
			reset(s)
			return
		}
		defer r.crew.leave()
		defer context.AfterFunc(ctx, func() { reset(s) })()
		err := checkPass(s, r.host.ID(), r.c.Secret)
		if err == nil && !r.welcome(s.Conn(), time.Now()) {
			err = errNoPass
		}
		if err != nil {
			r.c.Log.WithError(err).Debug("somebody without a pass")
			reset(s)
			return
		}
		r.c.Log.WithField("peer", s.Conn().RemotePeer().String()).Info("somebody leans on this relay")
		_ = s.CloseWrite() // the answer is on its way
		_ = s.CloseRead()
	})
	r.host.SetStreamHandler(protoPlate, func(s network.Stream) {
		if !r.crew.enter() {
			reset(s)
			return
		}
		defer r.crew.leave()
		defer context.AfterFunc(ctx, func() { reset(s) })()
		if err := r.onPlate(s); err != nil {
			r.c.Log.WithError(err).Debug("a question for a plate")
			reset(s)
			return
		}
		_ = s.Close() // the answer is on its way
	})
	r.watch(ctx)
	err := r.host.Close()
	r.crew.wait()
	if err != nil {
		r.c.Log.WithError(err).Debug("host closed badly")
	}
	return context.Cause(ctx)
}
