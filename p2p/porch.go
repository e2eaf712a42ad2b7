package p2p

import (
	"context"
	"sync"
	"time"

	"github.com/libp2p/go-libp2p/core/network"
	"github.com/libp2p/go-libp2p/core/peer"
	circuit "github.com/libp2p/go-libp2p/p2p/protocol/circuitv2/proto"
	"github.com/libp2p/go-libp2p/x/rate"
	ma "github.com/multiformats/go-multiaddr"
)

// Who is at a relay: holders of its pass, who have half of its connections for
// themselves, and others, who come through to somebody or ask for a plate.

const (
	passLasts         = 12 * time.Hour
	maxPassHolders    = 4096
	holdersPerAddress = 256

	porchRoom = 1024            // connections of others
	porchHall = peersPerAddress // of one source
	porchTime = 10 * time.Second

	circuitsBurst  = peersPerAddress // of one address, to whomever
	circuitsPerSec = 5
)

// guard is who may lean on a relay.
type guard struct {
	rate *rate.Limiter

	mu        sync.Mutex
	of        map[peer.ID]*holder
	ofAddress map[source]int
}

// holder showed the pass.
type holder struct {
	from        source
	shown, ends time.Time
}

func newGuard() *guard {
	return &guard{of: map[peer.ID]*holder{}, ofAddress: map[source]int{}, rate: newCircuitRate()}
}

// let takes a holder in, again whenever the pass is shown anew. When there are
// too many, or too many of one address, the one goes that is not connected and
// showed it longest ago.
func (g *guard) let(id peer.ID, from source, now time.Time, connected func(peer.ID) bool) bool {
	g.mu.Lock()
	defer g.mu.Unlock()
	known := g.of[id] != nil
	if !known && !g.roomFor(from, now, connected) {
		return false
	}
	g.forget(id) // it may have another address now
	g.of[id] = &holder{from: from, shown: now, ends: now.Add(passLasts)}
	g.ofAddress[from]++
	return true
}

// forget takes a holder out. The caller holds mu.
func (g *guard) forget(id peer.ID) {
	h := g.of[id]
	if h == nil {
		return
	}
	delete(g.of, id)
	if g.ofAddress[h.from]--; g.ofAddress[h.from] == 0 {
		delete(g.ofAddress, h.from)
	}
}

// roomFor makes room for one more of an address. The caller holds mu.
func (g *guard) roomFor(from source, now time.Time, connected func(peer.ID) bool) bool {
	full := func() bool { return g.ofAddress[from] >= holdersPerAddress || len(g.of) >= maxPassHolders }
	if !full() {
		return true
	}
	for id, h := range g.of {
		if now.After(h.ends) {
			g.forget(id)
		}
	}
	most := from
	for other, n := range g.ofAddress {
		if n > g.ofAddress[most] && g.ofAddress[from] < holdersPerAddress {
			most = other
		}
	}
	return !full() || g.drop(most, connected)
}

// drop makes room at one address. The caller holds mu.
func (g *guard) drop(from source, connected func(peer.ID) bool) bool {
	var last peer.ID
	for id, h := range g.of {
		if h.from == from && (last == "" || h.shown.Before(g.of[last].shown)) && !connected(id) {
			last = id
		}
	}
	g.forget(last)
	return last != ""
}

func (g *guard) holds(id peer.ID) bool {
	g.mu.Lock()
	defer g.mu.Unlock()
	h := g.of[id]
	return h != nil && time.Now().Before(h.ends)
}

// AllowReserve lets holders of the pass be reached through this relay.
func (g *guard) AllowReserve(p peer.ID, _ ma.Multiaddr) bool { return g.holds(p) }

// AllowConnect lets anybody knock at who holds the pass: a guest with an
// invite does not have it yet, and meets the door of the session there. There
// the relay's address is all that is seen, so it is here that an address knocks
// only so often.
func (g *guard) AllowConnect(_ peer.ID, from ma.Multiaddr, dest peer.ID) bool {
	ip, ok := ipOf(from)
	return ok && g.holds(dest) && g.rate.Allow(ip)
}

func newCircuitRate() *rate.Limiter {
	limit := rate.Limit{RPS: circuitsPerSec, Burst: circuitsBurst}
	return &rate.Limiter{SubnetRateLimiter: rate.SubnetLimiter{
		IPv4SubnetLimits: []rate.SubnetLimit{{PrefixLength: 32, Limit: limit}},
		IPv6SubnetLimits: []rate.SubnetLimit{{PrefixLength: customer6, Limit: limit}},
		GracePeriod:      time.Minute,
	}}
}

// porch is the connections of those who did not show the pass.
type porch struct {
	mu    sync.Mutex
	lobby lobby[network.Conn]
}

func newPorch() porch {
	return porch{lobby: lobby[network.Conn]{room: porchRoom, hall: porchHall}}
}

// arrive counts a connection in; another one may be hung up on for it.
func (r *Relay) arrive(c network.Conn, now time.Time) {
	if r.guard.holds(c.RemotePeer()) {
		return
	}
	from, _ := sourceOf(c.RemoteMultiaddr())
	r.porch.mu.Lock()
	r.porch.lobby.remove(c)
	out, full := r.porch.lobby.add(c, from, now)
	r.porch.mu.Unlock()
	if full {
		r.hangUp(out)
	}
}

// welcome takes in who showed the pass; false when there is no room for one more.
func (r *Relay) welcome(c network.Conn, now time.Time) bool {
	from, _ := sourceOf(c.RemoteMultiaddr())
	here := func(id peer.ID) bool { return r.host.Network().Connectedness(id) == network.Connected }
	if !r.guard.let(c.RemotePeer(), from, now, here) {
		return false
	}
	for _, c := range r.host.Network().ConnsToPeer(c.RemotePeer()) {
		r.leave(c)
	}
	return true
}

func (r *Relay) leave(c network.Conn) {
	r.porch.mu.Lock()
	defer r.porch.mu.Unlock()
	r.porch.lobby.remove(c)
}

// sweep hangs up on who neither showed the pass, nor goes through to somebody, nor asks.
func (r *Relay) sweep(now time.Time) {
	r.porch.mu.Lock()
	var idle []network.Conn
	for _, s := range r.porch.lobby.here {
		if now.Sub(s.since) >= porchTime && !busy(s.who) {
			idle = append(idle, s.who)
		}
	}
	r.porch.mu.Unlock()
	for _, c := range idle {
		r.leave(c)
		r.hangUp(c)
	}
}

func busy(c network.Conn) bool {
	for _, s := range c.GetStreams() {
		switch s.Protocol() {
		case circuit.ProtoIDv2Hop, protoRelay, protoPlate:
			return true
		}
	}
	return false
}

func (r *Relay) hangUp(c network.Conn) {
	if err := c.Close(); err != nil {
		r.c.Log.WithError(err).Debug("hang up")
	}
}

// watch looks after those on the porch until ctx ends.
func (r *Relay) watch(ctx context.Context) {
	who := &network.NotifyBundle{
		ConnectedF:    func(_ network.Network, c network.Conn) { r.arrive(c, time.Now()) },
		DisconnectedF: func(_ network.Network, c network.Conn) { r.leave(c) },
	}
	r.host.Network().Notify(who)
	defer r.host.Network().StopNotify(who)
	for _, c := range r.host.Network().Conns() {
		r.arrive(c, time.Now())
	}
	for pause(ctx, porchTime/5, nil) {
		r.sweep(time.Now())
	}
}
