package p2p

import (
	"context"
	"time"
)

// A note may build on what its reader does not have: on what somebody wrote
// who is read slowly, say. Who said the note has what it builds on, and is
// asked for it at once; it would wait for the next exchange otherwise.

const (
	askChunks  = 2                // what an ask takes at most; the rest comes by an exchange
	askTime    = 10 * time.Second // for one ask
	asksAtOnce = 4
	askAgain   = time.Second // after an ask that brought nothing; twice as long after each more
	askSlowest = 8 * time.Second
	// What is lacking is often on its way: over a link that loses packets it comes a
	// little later by itself.
	graceLeast = 2 * time.Millisecond
	graceRough = 150 * time.Millisecond
)

// asking is how a link is asked for what its peer's words build on. The node's
// mu guards it.
type asking struct {
	busy    bool
	orphans [][]byte // what waits since the last ask, or some of it
	next    time.Time
	pause   time.Duration
}

// askFor asks who is at the other side of a link for what something they said
// builds on, unless it comes by itself. It does not wait. There is one ask of a
// link at a time; who answers with nothing new is asked less and less often, and
// who floods not at all.
func (n *Node) askFor(ctx context.Context, l *link, orphans [][]byte) {
	n.mu.Lock()
	defer n.mu.Unlock()
	a := &l.asking
	if n.behind || n.flooding(l.person) {
		return
	}
	a.orphans = append(a.orphans, orphans[:min(len(orphans), pieceChanges-len(a.orphans))]...)
	if !a.busy {
		a.busy = n.crew.start(func() { n.askOn(ctx, l) })
	}
}

// askOn asks for as long as something waits.
func (n *Node) askOn(ctx context.Context, l *link) {
	for {
		if !pause(ctx, n.askWait(l), l.ended) {
			return
		}
		n.mu.Lock()
		orphans := l.asking.orphans
		l.asking.orphans = nil
		if n.flooding(l.person) {
			orphans = nil
		}
		l.asking.busy = len(orphans) > 0
		n.mu.Unlock()
		if len(orphans) == 0 {
			return
		}
		// Told once more, they are known, or still wait.
		again, err := n.c.Room.Receive(l.person, orphans, true)
		if err != nil {
			continue
		}
		n.spread(l, again.Kept)
		n.wrote(l.person, again.Own)
		if len(again.Lacks) > 0 {
			n.askOnce(ctx, l)
		}
	}
}

// askWait is how long to wait before an ask of a link.
func (n *Node) askWait(l *link) time.Duration {
	n.mu.Lock()
	defer n.mu.Unlock()
	grace := max(graceLeast, min(2*l.clock.rtt, graceRough))
	if l.rough {
		grace = graceRough
	}
	return max(grace, l.asking.next.Sub(n.c.now()))
}

func (n *Node) askOnce(ctx context.Context, l *link) {
	select {
	case n.asks <- struct{}{}:
		defer func() { <-n.asks }()
	case <-l.ended:
		return
	case <-ctx.Done():
		return
	}
	before, _ := n.c.Room.Have()
	ctx, cancel := context.WithTimeout(ctx, askTime)
	defer cancel()
	if err := n.ask(ctx, l, askChunks); err != nil {
		n.c.Log.WithError(err).WithField("peer", l.peer.String()).Debug("ask ended early")
	}
	after, _ := n.c.Room.Have()
	n.mu.Lock()
	defer n.mu.Unlock()
	if l.asking.pause = min(max(askAgain, 2*l.asking.pause), askSlowest); after != before {
		l.asking.pause = 0
	}
	l.asking.next = n.c.now().Add(l.asking.pause)
}
