package p2p

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"math/rand/v2"
	"slices"
	"time"

	"github.com/libp2p/go-libp2p/core/network"
	"github.com/libp2p/go-libp2p/core/peer"
	"github.com/libp2p/go-libp2p/p2p/net/swarm"
	ma "github.com/multiformats/go-multiaddr"
)

const (
	dialsAtOnce = 16
	dialTime    = 10 * time.Second // asked for by a person
	redialTime  = 4 * time.Second
	forgetAfter = 10 * time.Minute // who was never met
	slowDial    = 5 * time.Second  // a partition heals at any moment
	slowestDial = 30 * time.Second // after manyFails, or fewFails of who was only heard of
	manyFails   = 300
	fewFails    = 10
)

// Dial connects to members by full addresses and keeps to them when they go.
// It returns when one of them is linked, or ErrUnreachable; ErrOtherSession
// and ErrNotAdmitted when somebody answered.
func (n *Node) Dial(ctx context.Context, full []string) error {
	infos := parseFull(full, n.c.Loopback)
	infos = slices.DeleteFunc(infos, func(i peer.AddrInfo) bool { return i.ID == n.host.ID() })
	if len(infos) == 0 {
		return ErrUnreachable
	}
	n.mu.Lock()
	for _, info := range infos {
		e := n.book[info.ID]
		if e == nil {
			e = &entry{heard: n.c.now()}
			n.book[info.ID] = e
		}
		e.pinned = true
		e.addrs = usable(append(info.Addrs, e.addrs...), n.c.Loopback)
		e.next = n.c.now().Add(dialTime) // dialled here
	}
	n.mu.Unlock()
	// The first link is enough to return; the others are made all the same.
	onward := context.WithoutCancel(ctx)
	ctx, cancel := context.WithTimeout(ctx, dialTime+helloTime)
	defer cancel()
	results := make(chan error, len(infos))
	for _, info := range infos {
		if !n.crew.start(func() { results <- n.reach(onward, info.ID, dialTime) }) {
			return errClosed
		}
	}
	var failed []error
	for range infos {
		select {
		case err := <-results:
			if err == nil {
				return nil
			}
			failed = append(failed, err)
		case <-ctx.Done():
			return fmt.Errorf("dial: %w", errors.Join(append(failed, ErrUnreachable)...))
		}
	}
	return fmt.Errorf("dial: %w", errors.Join(failed...))
}

// reach dials a peer of the book and says hello; nil when there is a link.
func (n *Node) reach(ctx context.Context, id peer.ID, patience time.Duration) error {
	n.mu.Lock()
	e := n.book[id]
	linked := n.links[id] != nil
	if e == nil || linked || e.dialing {
		n.mu.Unlock()
		if linked {
			return nil
		}
		return ErrUnreachable
	}
	e.dialing = true
	addrs := e.ways()
	n.mu.Unlock()
	err := n.call(ctx, peer.AddrInfo{ID: id, Addrs: addrs}, patience)
	n.mu.Lock()
	defer n.mu.Unlock()
	e.dialing = false
	linked = n.links[id] != nil
	if err == nil || linked {
		return nil
	}
	e.fails++
	if foreign := errors.Is(err, ErrVersion); foreign != e.foreign {
		e.foreign = foreign
		pulse(n.changed)
	}
	wait := min(slowDial, 250*time.Millisecond<<min(e.fails, 7))
	if e.fails > manyFails || e.fails > fewFails && !e.met && !e.pinned {
		wait = slowestDial
	}
	if errors.Is(err, ErrNotAdmitted) || errors.Is(err, ErrOtherSession) || errors.Is(err, ErrVersion) {
		wait = banTime
	}
	e.next = n.c.now().Add(wait/2 + rand.N(wait))
	n.c.Log.WithError(err).WithField("peer", id.String()).Debug("dial failed")
	return err
}

// clearBackoff lets a peer of the book be dialled at once: the book has its own
// patience.
func (n *Node) clearBackoff(id peer.ID) {
	if s, ok := n.host.Network().(*swarm.Swarm); ok {
		s.Backoff().Clear(id)
	}
}

func (n *Node) call(ctx context.Context, info peer.AddrInfo, patience time.Duration) error {
	for _, c := range n.host.Network().ConnsToPeer(info.ID) {
		if c.Stat().Direction == network.DirInbound && time.Since(c.Stat().Opened) < helloTime/2 {
			// They dialled us, and say hello themselves.
			return fmt.Errorf("await hello: %w", ErrUnreachable)
		}
	}
	n.clearBackoff(info.ID)
	knowRelays(n.host, info.Addrs)
	if slices.ContainsFunc(info.Addrs, func(a ma.Multiaddr) bool { _, _, circuit := splitCircuit(a); return circuit }) && len(n.c.Relays) > 0 {
		n.awaitPunch(ctx)
	}
	ctx2, cancel := context.WithTimeout(ctx, patience)
	defer cancel()
	if err := n.host.Connect(ctx2, info); err != nil {
		return fmt.Errorf("%w: %w", ErrUnreachable, err)
	}
	if err := n.greet(ctx, info.ID); err != nil {
		n.mu.Lock()
		linked := n.links[info.ID] != nil
		n.mu.Unlock()
		if !linked {
			for _, c := range n.host.Network().ConnsToPeer(info.ID) {
				n.hangUp(c)
			}
		}
		return fmt.Errorf("say hello: %w", err)
	}
	return nil
}

// keep sees to it that the right links stand: to everyone while there are few,
// to the hubs when there are many.
func (n *Node) keep(ctx context.Context) {
	t := time.NewTicker(time.Second)
	defer t.Stop()
	var was around
	start := time.Now()
	was.look(n.c.now(), 0, interfaceAddrs())
	for {
		select {
		case <-ctx.Done():
			return
		case <-n.wake:
		case <-t.C:
			n.notice(was.look(n.c.now(), time.Since(start), interfaceAddrs()))
		}
		now := n.c.now()
		n.mu.Lock()
		here := n.here()
		dial, bye := n.plan(now, here)
		direct := n.better(now)
		n.calm()
		n.heedPokes()
		n.mu.Unlock()
		for _, id := range direct {
			n.crew.start(func() {
				if err := n.greet(ctx, id); err != nil {
					n.c.Log.WithError(err).WithField("peer", id.String()).Debug("the direct way is not taken")
				}
			})
		}
		n.tellLeft(now)
		for _, id := range dial {
			n.crew.start(func() {
				// A failure is logged and comes back through the book.
				if n.reach(ctx, id, redialTime) == nil {
					pulse(n.wake)
				}
			})
		}
		for _, l := range bye {
			pulse(l.wake)
		}
	}
}

// here is everyone linked to us or to one of our links, and us. The caller
// holds mu.
func (n *Node) here() map[peer.ID]bool {
	here := map[peer.ID]bool{n.host.ID(): true}
	for id, l := range n.links {
		here[id] = true
		maps.Copy(here, l.here)
	}
	return here
}

// plan decides whom to dial now and which links to end. The caller holds mu.
func (n *Node) plan(now time.Time, here map[peer.ID]bool) (dial []peer.ID, bye []*link) {
	hubs := n.arrange(here)
	hub := func(id peer.ID) bool { return slices.Contains(hubs, id) }
	busy := 0
	for id, e := range n.book {
		if e.dialing {
			busy++
		}
		if n.links[id] == nil && !here[id] && !e.pinned && !e.met && now.Sub(e.heard) > forgetAfter {
			delete(n.book, id)
		}
	}
	for id, e := range n.book {
		due := n.links[id] == nil && !e.dialing && !e.next.After(now) && len(e.addrs)+len(e.said) > 0
		// In a star guests dial hubs; hubs also dial who is missing, so that
		// two halves find each other.
		wanted := !n.star || hub(id) || hub(n.host.ID()) && !n.carried(id) || n.primary == "" && e.pinned
		if due && wanted && (busy < dialsAtOnce/2 || busy < dialsAtOnce && (e.met || e.pinned)) {
			busy++
			dial = append(dial, id)
		}
	}
	if n.star && n.primary != "" && !hub(n.host.ID()) {
		for id, l := range n.links {
			if !hub(id) && l.primary != "" && l.primary != n.host.ID() && now.Sub(l.born) > helloTime {
				l.bye = true
				bye = append(bye, l)
			}
		}
	}
	return dial, bye
}

// carried tells whether a hub is linked to a laptop. The caller holds mu.
func (n *Node) carried(id peer.ID) bool {
	for _, l := range n.links {
		if l.here[id] && n.isHub(l) {
			return true
		}
	}
	return false
}

// arrange chooses between mesh and star, and this node's place in it. The
// caller holds mu.
func (n *Node) arrange(here map[peer.ID]bool) (hubs []peer.ID) {
	switch {
	case len(here) > meshSize:
		n.star = true
	case len(here) <= meshSize-2:
		n.star = false
	}
	was := n.primary
	n.primary = ""
	if n.star {
		hubs = n.chooseHubs(here)
	}
	n.centre = hubs
	for _, h := range hubs {
		if h == n.host.ID() {
			break
		}
		if n.links[h] != nil {
			n.primary = h
			break
		}
	}
	if n.primary != was {
		for _, l := range n.links { // they must know before the next beat
			pulse(l.wake)
		}
		if n.primary != "" {
			n.wanted.add(n.primary) // what the last one did not pass on
		}
	}
	return hubs
}

// chooseHubs takes the laptops of the persons that SetHubs named, in order,
// and fills up with others by peer id. Who cannot be reached is passed over; who
// floods comes last, because what others said would wait there, too.
func (n *Node) chooseHubs(here map[peer.ID]bool) []peer.ID {
	place := func(id peer.ID) int {
		person := [32]byte{}
		if e := n.book[id]; e != nil {
			person = e.person
		}
		if id == n.host.ID() {
			person = n.c.Person
		}
		if n.flooding(person) {
			return len(n.hubs) + 1
		}
		if i := slices.Index(n.hubs, person); i >= 0 {
			return i
		}
		return len(n.hubs)
	}
	ids := slices.SortedFunc(maps.Keys(here), func(a, b peer.ID) int {
		if d := place(a) - place(b); d != 0 {
			return d
		}
		return slices.Compare([]byte(a), []byte(b))
	})
	var hubs []peer.ID
	for _, id := range ids {
		e := n.book[id]
		unreachable := id != n.host.ID() && n.links[id] == nil && (e == nil || e.fails > 1)
		if !unreachable && len(hubs) < hubCount {
			hubs = append(hubs, id)
		}
	}
	return hubs
}

// targets are the links that something must go on to: something of our own
// when from is nil, otherwise what came over that link. Everything travels
// each link once, apart from moments of change; seen stops the rest. The
// caller holds mu.
func (n *Node) targets(from *link) (to []*link) {
	me := n.host.ID()
	serving := n.serves()
	for _, l := range n.links {
		if l == from {
			continue
		}
		var send bool
		switch {
		case !n.star && !serving:
			send = from == nil || !l.here[from.peer]
		case l.primary == me, l.primary == "" && !l.serving && l.peer != n.primary:
			send = true
		case l.peer == n.primary:
			send = from == nil || from.primary == me
		default: // between hubs
			send = l.serving && serving && (from == nil || from.primary == me)
		}
		if send {
			to = append(to, l)
		}
	}
	return to
}
