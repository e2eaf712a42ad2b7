package p2p

import (
	"errors"
	"net/netip"
	"sync"
	"time"

	"github.com/libp2p/go-libp2p/core/network"
	"github.com/libp2p/go-libp2p/core/peer"
	"github.com/libp2p/go-libp2p/core/transport"
	"github.com/libp2p/go-libp2p/p2p/transport/tcpreuse"
	"github.com/libp2p/go-libp2p/p2p/transport/websocket"
	ma "github.com/multiformats/go-multiaddr"
	manet "github.com/multiformats/go-multiaddr/net"
)

// Before a connection has shown a key nobody knows whose it is, and it costs
// room already. A whole hall behind one address, each by QUIC and a second later
// by TCP, may have half of that room while half of it is free; afterwards an
// address may have an eighth of what is left, so that a few that take all they
// can get leave some for the next.

const (
	openingRoom   = 512             // connections on which no key was shown yet
	handshakeTime = 4 * time.Second // until they are hung up on, over TCP; QUIC has 5 s of its own
)

var errFull = errors.New("too many connections from there")

// source is where connections come from: an IPv4 address, an IPv6 /48, or a relay.
type source struct {
	net   netip.Prefix
	relay peer.ID
}

func sourceOf(endpoint ma.Multiaddr) (source, bool) {
	if relay, ok := relayOf(endpoint); ok {
		return source{relay: relay}, true
	}
	ip, ok := ipOf(endpoint)
	return source{net: network48(ip)}, ok
}

// network48 is an IPv4 address, or the network that one customer has of IPv6.
func network48(ip netip.Addr) netip.Prefix {
	bits := 48
	if ip.Is4() {
		bits = 32
	}
	p, _ := ip.Prefix(bits) // every valid address has one
	return p
}

// relayOf is the relay that an address runs through.
func relayOf(a ma.Multiaddr) (id peer.ID, through bool) {
	for i, c := range a {
		if c.Protocol().Code == ma.P_CIRCUIT && i > 0 && a[i-1].Protocol().Code == ma.P_P2P {
			id, err := peer.IDFromBytes(a[i-1].RawValue())
			return id, err == nil
		}
	}
	return "", false
}

// doorkeeper is libp2p's limits, and those of connections without a key, and
// of connections through a relay: these have a room of their own, because the
// address that is seen of them is the relay's.
type doorkeeper struct {
	network.ResourceManager
	room int

	mu      sync.Mutex
	opening map[source]int
	sum     int
	relayed map[peer.ID]int
}

func newDoorkeeper(inner network.ResourceManager) *doorkeeper {
	return &doorkeeper{ResourceManager: inner, room: openingRoom, opening: map[source]int{}, relayed: map[peer.ID]int{}}
}

// inACircuit stands for the address of a connection through a relay, whose IP says nothing of who is there.
var inACircuit = ma.StringCast("/p2p-circuit")

// OpenConnection counts a connection before its handshake.
func (d *doorkeeper) OpenConnection(dir network.Direction, usefd bool, endpoint ma.Multiaddr) (network.ConnManagementScope, error) {
	from, known := sourceOf(endpoint)
	if from.relay != "" {
		usefd, endpoint = false, inACircuit
	}
	if dir != network.DirInbound || !known {
		return d.ResourceManager.OpenConnection(dir, usefd, endpoint)
	}
	if !d.enter(from) {
		return nil, errFull
	}
	scope, err := d.ResourceManager.OpenConnection(dir, usefd, endpoint)
	if err != nil {
		d.opened(from)
		d.ended(from)
		return nil, err
	}
	return &incoming{
		ConnManagementScope: scope,
		opened:              sync.OnceFunc(func() { d.opened(from) }),
		ended:               sync.OnceFunc(func() { d.ended(from) }),
	}, nil
}

func (d *doorkeeper) enter(from source) bool {
	d.mu.Lock()
	defer d.mu.Unlock()
	if d.opening[from] >= d.share() || from.relay != "" && d.relayed[from.relay] >= connsPerAddress {
		return false
	}
	d.opening[from]++
	d.sum++
	if from.relay != "" {
		d.relayed[from.relay]++
	}
	return true
}

// share is how much of the room one source may have now. The caller holds mu.
func (d *doorkeeper) share() int {
	left := d.room - d.sum
	if left > d.room/2 {
		return d.room / 2
	}
	return left / 8
}

func (d *doorkeeper) opened(from source) {
	d.mu.Lock()
	defer d.mu.Unlock()
	d.sum--
	if d.opening[from]--; d.opening[from] == 0 {
		delete(d.opening, from)
	}
}

func (d *doorkeeper) ended(from source) {
	d.mu.Lock()
	defer d.mu.Unlock()
	if from.relay == "" {
		return
	}
	if d.relayed[from.relay]--; d.relayed[from.relay] == 0 {
		delete(d.relayed, from.relay)
	}
}

// incoming is one connection that somebody else opened.
type incoming struct {
	network.ConnManagementScope
	opened, ended func()

	mu   sync.Mutex
	late *time.Timer
}

// SetPeer is called when a key was shown.
func (c *incoming) SetPeer(p peer.ID) error {
	err := c.ConnManagementScope.SetPeer(p)
	if err == nil {
		c.opened()
	}
	return err
}

// Done is called when the connection is over, whatever it came to.
func (c *incoming) Done() {
	c.ConnManagementScope.Done()
	c.settle()
	c.opened()
	c.ended()
}

// expect hangs up on a handshake that takes too long.
func (c *incoming) expect(conn manet.Conn) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.late = time.AfterFunc(handshakeTime, func() { _ = conn.Close() }) // the upgrader hears of it, and tells
}

func (c *incoming) settle() {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.late != nil {
		c.late.Stop()
	}
}

// impatient is libp2p's upgrader, that waits for a handshake no longer than handshakeTime; its own 15 s are no option of a host.
type impatient struct{ transport.Upgrader }

// GateMaListener begins to count the time of each connection.
func (u impatient) GateMaListener(l manet.Listener) transport.GatedMaListener {
	return timedListener{u.Upgrader.GateMaListener(l)}
}

// UpgradeGatedMaListener ends that.
func (u impatient) UpgradeGatedMaListener(t transport.Transport, l transport.GatedMaListener) transport.Listener {
	return settledListener{u.Upgrader.UpgradeGatedMaListener(t, l)}
}

type timedListener struct{ transport.GatedMaListener }

func (l timedListener) Accept() (manet.Conn, network.ConnManagementScope, error) {
	c, scope, err := l.GatedMaListener.Accept()
	if in, ok := scope.(*incoming); ok && err == nil {
		in.expect(c)
	}
	return c, scope, err
}

type settledListener struct{ transport.Listener }

func (l settledListener) Accept() (transport.CapableConn, error) {
	c, err := l.Listener.Accept()
	if err != nil {
		return nil, err
	}
	if in, ok := c.Scope().(*incoming); ok {
		in.settle()
	}
	return c, nil
}

// promptWebSocket is WebSocket with that upgrader; no option of its own, as at ownPortTCP.
func promptWebSocket(up transport.Upgrader, limits network.ResourceManager, shared *tcpreuse.ConnMgr) (*websocket.WebsocketTransport, error) {
	return websocket.New(impatient{up}, limits, shared)
}
