package p2p

import (
	"context"
	"slices"
	"time"

	"github.com/libp2p/go-libp2p/core/peer"
)

// clock is what is known of a peer's clock: the best of the last 8 pings.
type clock struct {
	rtt, offset time.Duration
	samples     [8]struct{ rtt, offset time.Duration }
	count       int
}

// clockStep is how much an offset changes at least until it is told at once.
const clockStep = 250 * time.Millisecond

// heard takes in one answered ping, all times in microseconds, and reports
// whether the offset is known now, or another one by clockStep.
func (c *clock) heard(p pong, now uint64) (stepped bool) {
	rtt := int64(now-p.Sent) - int64(p.Answered-p.Received)
	if rtt < 0 || rtt > int64(time.Minute/time.Microsecond) {
		return false
	}
	offset := (int64(p.Received-p.Sent) + int64(p.Answered-now)) / 2
	if c.count > 0 {
		if step := time.Duration(offset)*time.Microsecond - c.offset; step.Abs() > clockStep+time.Duration(rtt)*time.Microsecond {
			*c = clock{} // a way of such length does not explain it: one of the clocks was set, and what was measured before is void
		}
	}
	c.samples[c.count%len(c.samples)] = struct{ rtt, offset time.Duration }{
		time.Duration(rtt) * time.Microsecond, time.Duration(offset) * time.Microsecond,
	}
	c.count++
	best := c.samples[0]
	for _, s := range c.samples[1:min(c.count, len(c.samples))] {
		if s.rtt < best.rtt {
			best = s
		}
	}
	stepped = c.count == 1 || (best.offset-c.offset).Abs() > clockStep
	c.rtt, c.offset = best.rtt, best.offset
	return stepped
}

// late counts the last answers that took longer than the best by so much.
func (c *clock) late(by time.Duration) (count int) {
	for _, s := range c.samples[:min(c.count, len(c.samples))] {
		if s.rtt > c.rtt+by {
			count++
		}
	}
	return count
}

func (n *Node) micros() uint64 { return uint64(n.c.now().UnixMicro()) }

// hearControl reads until the peer is silent for too long.
func (n *Node) hearControl(ctx context.Context, l *link) {
	for ctx.Err() == nil {
		var m control
		if err := receive(l.control, &m, maxFrame, deadAfter); err != nil {
			n.c.Log.WithError(err).WithField("peer", l.peer.String()).Debug("control ended")
			return
		}
		l.isReady()
		if m.Bye {
			return
		}
		if !n.vouched(m.Here) {
			n.strike(ctx, l, errVoucher)
			continue
		}
		n.hear(l, &m)
		if !n.restrain(ctx, l, &l.controls, m.weight(), controlPace, controlBurst) {
			return
		}
	}
}

// hear takes in one control message.
func (n *Node) hear(l *link, m *control) {
	now := n.micros()
	n.mu.Lock()
	defer n.mu.Unlock()
	l.heard = n.c.now()
	changed := len(m.Here) > 0 || len(m.Gone) > 0
	for _, h := range m.Here {
		id := peer.ID(h.Peer)
		if id == n.host.ID() || id == l.peer || len(l.here) >= maxMembers {
			continue
		}
		l.here[id] = true
		n.hearsay(l, &h)
	}
	for _, g := range m.Gone {
		delete(l.here, peer.ID(g))
		delete(l.holds, peer.ID(g))
	}
	for _, h := range m.Holds {
		if id := peer.ID(h.Peer); l.here[id] && l.holds[id] != [32]byte(h.Digest) {
			l.holds[id] = [32]byte(h.Digest)
			changed = true
		}
	}
	if m.Ping != 0 {
		l.pong = &pong{Sent: m.Ping, Received: now}
		pulse(l.wake)
	}
	if m.Role != nil {
		l.primary, l.serving = peer.ID(m.Role.Primary), m.Role.Serving
		changed = true
		for _, other := range n.links {
			pulse(other.wake) // whether we serve may have changed
		}
	}
	if m.Pong != nil {
		changed = l.clock.heard(*m.Pong, now) || changed
	}
	if len(m.Digest) == 32 {
		changed = changed || l.digest != [32]byte(m.Digest)
		l.digest = [32]byte(m.Digest)
	}
	if m.Poke {
		n.poked(l)
	}
	if changed {
		pulse(n.wake)
		pulse(n.changed)
	}
}

// speakControl beats, and says at once what cannot wait.
func (n *Node) speakControl(ctx context.Context, l *link) {
	beat := time.NewTicker(beatEvery)
	defer beat.Stop()
	ping := true
	for {
		m := n.compose(l, ping)
		if err := send(l.control, m, frameTime); err != nil || m.Bye {
			return
		}
		ping = false
		select {
		case <-ctx.Done():
			return
		case <-l.wake:
		case <-beat.C:
			ping = true
			n.gauge(l)
		}
	}
}

// compose collects what a link has to be told now.
func (n *Node) compose(l *link, ping bool) *control {
	var m control
	if ping {
		d := n.currentDigest()
		m.Digest = d[:]
	}
	n.mu.Lock()
	defer n.mu.Unlock()
	n.tellLinks(l, &m)
	m.Poke, l.poke = l.poke, false
	m.Bye = l.bye
	if ping {
		m.Ping = n.micros()
		n.tellHolds(l, &m)
	}
	if now := (place{n.primary, n.serves()}); now != l.toldRole {
		l.toldRole = now
		m.Role = &role{Primary: []byte(now.primary), Serving: now.serving}
	}
	if l.pong != nil {
		m.Pong, l.pong = l.pong, nil
		m.Pong.Answered = n.micros()
	}
	return &m
}

// tellLinks adds the difference between what they know of our links and what
// is so; a part of it when it is much.
func (n *Node) tellLinks(l *link, m *control) {
	const atOnce = 128
	for id, e := range n.book {
		if n.links[id] == nil || id == l.peer || l.told[id] == e.version {
			continue
		}
		if len(m.Here) == atOnce {
			pulse(l.wake)
			break
		}
		l.told[id] = e.version
		m.Here = append(m.Here, member{Peer: []byte(id), Person: slices.Clone(e.person[:]), Voucher: e.voucher, Addrs: packAddrs(e.addrs)})
	}
	for id := range l.told {
		if n.links[id] == nil && len(m.Gone) < atOnce {
			delete(l.told, id)
			delete(l.toldOf, id)
			m.Gone = append(m.Gone, []byte(id))
		}
	}
}

// tellHolds says to who listens to this hub what the others hold; in a mesh
// everybody is told by everybody. It travels with the beat, not with each change.
func (n *Node) tellHolds(l *link, m *control) {
	for id, other := range n.links {
		if l.primary != n.host.ID() || id == l.peer || other.digest == [32]byte{} || other.digest == l.toldOf[id] {
			continue
		}
		if _, known := l.told[id]; !known {
			continue // first they must hear that it is here
		}
		l.toldOf[id] = other.digest
		m.Holds = append(m.Holds, holding{Peer: []byte(id), Digest: other.digest[:]})
	}
}

// place is where this node stands in a star.
type place struct {
	primary peer.ID
	serving bool
}

// serves tells whether somebody listens to this node as their hub.
func (n *Node) serves() bool {
	for _, l := range n.links {
		if l.primary == n.host.ID() {
			return true
		}
	}
	return false
}

// currentDigest asks the room, at most every half second.
func (n *Node) currentDigest() [32]byte {
	n.mu.Lock()
	d, at := n.digest, n.digestAt
	n.mu.Unlock()
	now := n.c.now()
	if age := now.Sub(at); !at.IsZero() && age >= 0 && age < 500*time.Millisecond {
		return d
	}
	d, _ = n.c.Room.Have()
	n.mu.Lock()
	n.digest, n.digestAt = d, now
	n.mu.Unlock()
	return d
}
