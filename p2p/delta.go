package p2p

import (
	"context"
	"fmt"
	"slices"
	"sync"
	"time"

	"github.com/libp2p/go-libp2p/core/network"
	"github.com/libp2p/go-libp2p/core/protocol"
)

// outbox holds changes a link has not yet sent, at most 1 MiB. When a peer
// reads too slowly everything waiting is dropped: the peer is told to sync.
type outbox struct {
	mu      sync.Mutex
	changes [][]byte
	bytes   int
	lost    bool
	wake    chan struct{}
}

func (o *outbox) put(changes [][]byte) {
	o.mu.Lock()
	defer o.mu.Unlock()
	for _, c := range changes {
		if o.bytes+len(c) > maxQueue {
			o.changes, o.bytes, o.lost = nil, 0, true
		}
		o.changes = append(o.changes, c)
		o.bytes += len(c)
	}
	pulse(o.wake)
}

// take returns the next changes, as many as fit a frame, and whether some
// were dropped since the last take.
func (o *outbox) take() (changes [][]byte, lost bool) {
	o.mu.Lock()
	defer o.mu.Unlock()
	changes = firstChunk(o.changes)
	for _, c := range changes {
		o.bytes -= len(c)
	}
	o.changes = o.changes[len(changes):]
	if len(o.changes) > 0 {
		pulse(o.wake)
	}
	lost, o.lost = o.lost, false
	return changes, lost
}

func (o *outbox) drop() {
	o.mu.Lock()
	defer o.mu.Unlock()
	o.changes, o.bytes, o.lost = nil, 0, true
	pulse(o.wake)
}

// Publish sends own changes to everyone here. It does not wait; what does not
// arrive is repaired by anti-entropy within seconds. The bytes must not be
// changed afterwards. A change larger than 64 KiB is not sent.
func (n *Node) Publish(changes [][]byte) {
	var fit [][]byte
	for _, c := range changes {
		if len(c) > 0 && len(c) <= maxChange {
			fit = append(fit, c)
		}
	}
	n.seen.fresh(fit)
	n.spread(nil, fit)
}

// spread queues changes for whom they must go on to from here.
func (n *Node) spread(from *link, changes [][]byte) {
	n.mu.Lock()
	defer n.mu.Unlock()
	n.digestAt = time.Time{}
	if len(changes) == 0 {
		return
	}
	for _, l := range n.withDetours(from, n.targets(from)) {
		l.outbox.put(changes)
	}
}

// writeDelta sends a link's changes. A reader that is too slow for a frame
// loses the stream and what waits; one that does so again and again, the link.
func (n *Node) writeDelta(ctx context.Context, l *link) {
	for failed := 0; failed < maxStrikes; failed++ {
		err := n.pump(ctx, l, protoDelta, func(s network.Stream) error {
			for {
				changes, lost := l.outbox.take()
				if err := send(s, &batch{Changes: changes}, frameTime); err != nil {
					return err
				}
				if lost {
					n.mu.Lock()
					l.poke = true
					n.mu.Unlock()
					pulse(l.wake)
				}
				if len(changes) > 0 {
					failed = 0
				}
				if !nextWork(ctx, l, l.outbox.wake) {
					return nil
				}
			}
		})
		if err == nil {
			return
		}
		n.c.Log.WithError(err).WithField("peer", l.peer.String()).Debug("delta stream lost")
		l.outbox.drop()
		pause(ctx, time.Second, l.ended)
	}
}

// pump opens a stream for as long as work runs on it; nil when the link ended.
func (n *Node) pump(ctx context.Context, l *link, id protocol.ID, work func(network.Stream) error) error {
	select {
	case <-l.ready:
	case <-l.ended:
		return nil
	case <-ctx.Done():
		return nil
	}
	opening, cancel := context.WithTimeout(ctx, frameTime)
	s, err := n.host.NewStream(usableLink(opening), l.peer, id)
	cancel()
	if err != nil {
		return fmt.Errorf("open stream: %w", err)
	}
	defer reset(s)
	defer context.AfterFunc(ctx, func() { reset(s) })()
	return work(s)
}

// nextWork waits for work, or for the time to show that the stream lives;
// false when the link ended.
func nextWork(ctx context.Context, l *link, wake <-chan struct{}) bool {
	t := time.NewTimer(keepAlive)
	defer t.Stop()
	select {
	case <-wake:
	case <-t.C:
	case <-l.ended:
		return false
	case <-ctx.Done():
		return false
	}
	return true
}

// onDelta takes a peer's changes until the link ends.
func (n *Node) onDelta(ctx context.Context, s network.Stream) {
	defer reset(s)
	var flow flow
	for ctx.Err() == nil {
		l := n.linkTo(s)
		if l == nil {
			return
		}
		if wait := n.owes(l.person); wait > 0 && !n.carries(l) {
			if !pause(ctx, wait, l.ended) {
				return
			}
			continue
		}
		var b batch
		if err := receive(s, &b, maxFrame, idleTime); err != nil {
			if isForged(err) {
				n.strike(ctx, l, err)
			}
			return
		}
		if wait := flow.take(n.c.now(), len(b.Changes), linkPace, linkBurst); wait > 0 && !pause(ctx, wait, l.ended) {
			return
		}
		if !n.takeIn(ctx, l, b.Changes) {
			return
		}
	}
}

// pieceChanges is how many changes are judged in one go: what others say at
// the same time waits for no more.
const pieceChanges = 32

// takeIn judges what a peer said, piece by piece and each when it is their turn,
// and passes it on; false when the link ended before.
func (n *Node) takeIn(ctx context.Context, l *link, changes [][]byte) bool {
	for piece := range slices.Chunk(changes, pieceChanges) {
		if !n.takePiece(ctx, l, piece) {
			return false
		}
	}
	return true
}

func (n *Node) takePiece(ctx context.Context, l *link, changes [][]byte) bool {
	all, end, ok := n.turn(ctx, l)
	if !ok {
		return false
	}
	defer end()
	fresh := n.seen.fresh(changes)
	if len(fresh) == 0 {
		return true
	}
	taken, err := n.c.Room.Receive(l.person, fresh, all)
	if err != nil {
		n.strike(ctx, l, fmt.Errorf("receive changes: %w", err))
		return true
	}
	n.spread(l, taken.Kept)
	n.wrote(l.person, taken.Own)
	if len(taken.Lacks) > 0 {
		n.askFor(ctx, l, taken.Lacks)
	}
	return true
}
