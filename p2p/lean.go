package p2p

import (
	"context"
	"fmt"
	"slices"
	"time"

	"github.com/libp2p/go-libp2p"
	"github.com/libp2p/go-libp2p/core/host"
	"github.com/libp2p/go-libp2p/core/network"
	"github.com/libp2p/go-libp2p/core/peer"
	"github.com/libp2p/go-libp2p/core/peerstore"
	"github.com/libp2p/go-libp2p/p2p/protocol/circuitv2/client"
	"github.com/libp2p/go-libp2p/p2p/protocol/holepunch"
	"github.com/libp2p/go-libp2p/p2p/transport/websocket"
	ma "github.com/multiformats/go-multiaddr"
)

const (
	leanAgain    = 2 * time.Second  // after a relay did not answer
	leanCheck    = 5 * time.Second  // whether it still stands
	leanPatience = 3 * time.Second  // with an answer of a relay that stands
	leanRenew    = 20 * time.Minute // a reservation lasts an hour
	punchWait    = 2 * time.Second
	redialAfter  = 20 * time.Second // of being relayed: one more attempt at a direct way
)

// throughRelays are the options of a host that can reach others through
// relays, and make holes through routers with their help.
func throughRelays() []libp2p.Option {
	return []libp2p.Option{libp2p.EnableRelay(), libp2p.Transport(websocket.New)}
}

// outward are the options of a host that leans on relays itself.
func outward() []libp2p.Option {
	return append(throughRelays(), libp2p.EnableHolePunching(), libp2p.EnableAutoNATv2())
}

// lean keeps a place at a relay, at which others can reach this laptop.
func (n *Node) lean(ctx context.Context, p Pass) {
	info, err := p.info()
	if err != nil {
		return
	}
	var renew time.Time
	for ctx.Err() == nil {
		// A relay that died without a word still looks connected: it is asked.
		if n.c.now().After(renew) || !n.stands(ctx, info.ID, p.Secret) {
			err := n.reserve(ctx, info, p.Secret)
			n.setLeaning(info.ID, p, err == nil)
			if err != nil {
				n.c.Log.WithError(err).WithField("relay", p.Peer).Debug("no place at the relay")
				pause(ctx, leanAgain, nil)
				continue
			}
			renew = n.c.now().Add(leanRenew)
		}
		n.keepPlate(ctx, info.ID)
		pause(ctx, leanCheck, nil)
	}
}

// stands asks a relay whether it is there; where it is not, its connections
// are given up.
func (n *Node) stands(ctx context.Context, id peer.ID, secret [16]byte) bool {
	if n.host.Network().Connectedness(id) != network.Connected {
		return false
	}
	ctx, cancel := context.WithTimeout(network.WithNoDial(ctx, "ask"), leanPatience)
	defer cancel()
	if showPass(ctx, n.host, id, secret) == nil {
		return true
	}
	for _, c := range n.host.Network().ConnsToPeer(id) {
		n.hangUp(c)
	}
	return false
}

func (n *Node) reserve(ctx context.Context, info peer.AddrInfo, secret [16]byte) error {
	ctx, cancel := context.WithTimeout(ctx, dialTime)
	defer cancel()
	n.clearBackoff(info.ID)
	if err := n.host.Connect(ctx, info); err != nil {
		return fmt.Errorf("reach the relay: %w", err)
	}
	if err := showPass(ctx, n.host, info.ID, secret); err != nil {
		return fmt.Errorf("show the pass: %w", err)
	}
	if _, err := client.Reserve(ctx, n.host, info); err != nil {
		return fmt.Errorf("ask for a place: %w", err)
	}
	n.host.ConnManager().Protect(info.ID, "relay")
	return nil
}

func (n *Node) setLeaning(id peer.ID, p Pass, held bool) {
	n.mu.Lock()
	defer n.mu.Unlock()
	if held == (n.leaning[id] != nil) {
		return
	}
	if held {
		n.leaning[id] = p.circuits()
	} else {
		delete(n.leaning, id)
	}
	// Who is linked hears the addresses at the next hello; others now.
	pulse(n.wake)
	pulse(n.changed)
}

// isRelay tells whether a peer is a relay that this laptop was told to use, or
// that an address of a member runs through: it says no hello.
func (n *Node) isRelay(id peer.ID) bool {
	for _, p := range n.c.Relays {
		if p.Peer == id.String() {
			return true
		}
	}
	n.mu.Lock()
	defer n.mu.Unlock()
	for _, e := range n.book {
		for _, a := range e.ways() {
			if _, relay, ok := splitCircuit(a); ok && relay == id {
				return true
			}
		}
	}
	return false
}

// addrs are where this laptop can be dialled: directly, and through relays.
func (n *Node) addrs() []ma.Multiaddr {
	all := slices.DeleteFunc(slices.Clone(n.host.Addrs()), func(a ma.Multiaddr) bool {
		_, _, circuit := splitCircuit(a)
		return circuit
	})
	n.mu.Lock()
	defer n.mu.Unlock()
	all = n.withOpened(all)
	for _, circuits := range n.leaning {
		all = append(all, circuits...)
	}
	return usable(all, n.c.Loopback)
}

// awaitPunch waits until this host can be punched for: who dials through a
// relay before that stays relayed.
func (n *Node) awaitPunch(ctx context.Context) {
	end := time.Now().Add(punchWait)
	for !slices.Contains(n.host.Mux().Protocols(), holepunch.Protocol) && time.Now().Before(end) {
		if !pause(ctx, 50*time.Millisecond, nil) {
			return
		}
	}
}

// better are linked peers for whom there is a direct connection while the link
// still runs through a relay, to be greeted anew, and relayed links that are
// due for another attempt. Only who dialled acts, so that both sides do not.
// The caller holds mu.
func (n *Node) better(now time.Time) (greet []peer.ID) {
	for id, l := range n.links {
		if !l.out || !l.conn.Stat().Limited || l.moving {
			continue
		}
		direct := slices.ContainsFunc(n.host.Network().ConnsToPeer(id), func(c network.Conn) bool { return !c.Stat().Limited })
		if direct && now.Sub(l.born) > time.Second {
			l.moving = true
			greet = append(greet, id)
			continue
		}
		// The first way may have been dialled too early to be punched for. It is
		// given up once: the keeper dials again within a second.
		if e := n.book[id]; !direct && e != nil && !e.retried && now.Sub(l.born) > redialAfter {
			e.retried, e.next, l.bye = true, now, true
			pulse(l.wake)
		}
	}
	return greet
}

// knowRelays tells a host every address of the relays that a peer's addresses
// run through: a network may let out only one of their kinds.
func knowRelays(h host.Host, addrs []ma.Multiaddr) {
	for _, a := range addrs {
		if at, relay, ok := splitCircuit(a); ok {
			h.Peerstore().AddAddr(relay, at, peerstore.TempAddrTTL)
		}
	}
}
