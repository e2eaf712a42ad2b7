package p2p

import (
	"context"
	"fmt"
	"strings"
	"time"

	"github.com/libp2p/go-libp2p/core/host"
	"github.com/libp2p/go-libp2p/core/network"
	"github.com/libp2p/go-libp2p/core/peer"
	"github.com/libp2p/go-libp2p/p2p/discovery/mdns"
	"github.com/libp2p/zeroconf/v2"
	ma "github.com/multiformats/go-multiaddr"
)

const (
	mdnsService   = "_convene._udp"
	sightingLasts = 10 * time.Minute
	mdnsRetry     = 5 * time.Second
)

// Sighting is a laptop that runs Convene on this network. What session it is
// in, it does not say.
type Sighting struct {
	Peer   string
	Addrs  []string // full addresses
	Seen   time.Time
	Linked bool // it is in this session
}

// Nearby returns who announced themselves in the last 10 minutes.
func (n *Node) Nearby() []Sighting {
	n.mu.Lock()
	defer n.mu.Unlock()
	now := n.c.now()
	var out []Sighting
	for id, s := range n.nearby {
		if now.Sub(s.Seen) > sightingLasts {
			delete(n.nearby, id)
			continue
		}
		s.Linked = n.links[id] != nil
		out = append(out, s)
	}
	return out
}

// announce runs mDNS, and starts it anew when the network is another one: the
// service keeps the interfaces it saw at its start.
func (n *Node) announce(ctx context.Context) {
	for ctx.Err() == nil {
		service := mdns.NewMdnsService(wired{n.host}, mdnsService, finder{n})
		again := make(<-chan time.Time)
		retry := time.NewTimer(mdnsRetry)
		if err := service.Start(); err != nil {
			n.c.Log.WithError(err).Debug("mdns could not start") // no network yet
			again = retry.C
		}
		select {
		case <-ctx.Done():
		case <-n.look:
		case <-again:
		}
		retry.Stop()
		if err := service.Close(); err != nil {
			n.c.Log.WithError(err).Debug("mdns closed badly")
		}
	}
}

// finder hears of others; its method is called on goroutines of libp2p.
type finder struct{ n *Node }

func (f finder) HandlePeerFound(info peer.AddrInfo) {
	n := f.n
	if !n.crew.enter() {
		return
	}
	defer n.crew.leave()
	addrs := usable(info.Addrs, n.c.Loopback)
	if len(addrs) == 0 || info.ID == n.host.ID() {
		return
	}
	n.mu.Lock()
	defer n.mu.Unlock()
	if len(n.nearby) >= maxMembers && n.nearby[info.ID].Peer == "" {
		return
	}
	s := Sighting{Peer: info.ID.String(), Seen: n.c.now()}
	for _, a := range addrs {
		s.Addrs = append(s.Addrs, a.String()+"/p2p/"+s.Peer)
	}
	n.nearby[info.ID] = s
	// In this session or not: a hello tells, and no more than that.
	if n.book[info.ID] == nil {
		if e := n.enter(info.ID); e != nil {
			e.addrs = addrs
		}
	}
	pulse(n.wake)
}

// wired is the host as mDNS may show it: without loopback addresses.
type wired struct{ host.Host }

func (w wired) Network() network.Network { return wiredNetwork{w.Host.Network()} }

type wiredNetwork struct{ network.Network }

func (w wiredNetwork) InterfaceListenAddresses() ([]ma.Multiaddr, error) {
	all, err := w.Network.InterfaceListenAddresses()
	if err != nil {
		return nil, err
	}
	return usable(all, false), nil
}

// Look calls found for each laptop on this network that runs Convene, until
// ctx ends. It shows nothing of this one. found is called on one goroutine
// and must not block. Error: there is no network to look at.
func Look(ctx context.Context, found func(Sighting)) error {
	entries := make(chan *zeroconf.ServiceEntry, 64)
	browsed := make(chan error, 1)
	go func() { browsed <- zeroconf.Browse(ctx, mdnsService, "local", entries) }()
	for entries != nil {
		select {
		case e, more := <-entries:
			if !more {
				entries = nil
				continue
			}
			for _, s := range sightings(e.Text, time.Now()) {
				found(s)
			}
		case err := <-browsed:
			if err != nil {
				return fmt.Errorf("look around: %w", err)
			}
			return nil
		}
	}
	if err := <-browsed; err != nil {
		return fmt.Errorf("look around: %w", err)
	}
	return nil
}

// sightings reads the text of an announcement, which anybody may have made.
func sightings(text []string, now time.Time) (out []Sighting) {
	var full []string
	for _, t := range text[:min(len(text), 2*maxAddrs)] {
		if a, ok := strings.CutPrefix(t, "dnsaddr="); ok && len(a) <= 256 {
			full = append(full, a)
		}
	}
	for _, info := range parseFull(full, false) {
		s := Sighting{Peer: info.ID.String(), Seen: now}
		for _, a := range info.Addrs {
			s.Addrs = append(s.Addrs, a.String()+"/p2p/"+s.Peer)
		}
		out = append(out, s)
	}
	return out
}
