package p2p

import (
	"context"
	"time"
)

// A note may build on what its reader does not have: on what somebody wrote
// who is read slowly, say. Who said the note has what it builds on, and is
// asked for it at once; it would wait for the next exchange otherwise.

const (
	askChunks  = 2 // what an ask takes at most; the rest comes by an exchange
	askTime    = 10 * time.Second
	asksAtOnce = 4
	askAgain   = time.Second // after an ask that brought nothing; twice as long after each more
	askSlowest = 8 * time.Second
)

// asking is how a link is asked for what its peer's words build on. The node's
// mu guards it.
type asking struct {
	busy  bool
	again bool // something more waits since
	next  time.Time
	pause time.Duration
}

// askFor asks who is at the other side of a link for what something they said
// builds on. It does not wait. There is one ask of a link at a time; who answers
// with nothing new is asked less and less often, and who floods not at all.
func (n *Node) askFor(ctx context.Context, l *link) {
	n.mu.Lock()
	defer n.mu.Unlock()
	l.asking.again = true
	if l.asking.busy || n.behind || n.flooding(l.person) {
		return
	}
	l.asking.busy = n.crew.start(func() {
		for wait, more := n.nextAsk(l); more; wait, more = n.nextAsk(l) {
			if !pause(ctx, wait, l.ended) {
				return
			}
			n.askOnce(ctx, l)
		}
	})
}

// nextAsk is how long to wait for the next ask of a link; false when there is none.
func (n *Node) nextAsk(l *link) (wait time.Duration, more bool) {
	n.mu.Lock()
	defer n.mu.Unlock()
	l.asking.busy = l.asking.again && !n.flooding(l.person)
	l.asking.again = false
	return l.asking.next.Sub(n.c.now()), l.asking.busy
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
