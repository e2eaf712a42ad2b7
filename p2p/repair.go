package p2p

import (
	"context"
	"math/rand/v2"
	"sync"
	"time"

	"github.com/libp2p/go-libp2p/core/peer"
)

// Repair is anti-entropy: exchanges with who has news, and beside them, whatever
// those do, with everybody in turn. Nobody whose word is kept back, or who
// answers slowly, or who has news all the time, keeps the others from being asked.

const (
	askPatience = 2 * time.Second // with somebody who gives nothing; then others are asked, too
	pokeEvery   = 5 * time.Second // how often the news of one link are heard
	slowLater   = 30 * time.Second
	turnTime    = 4 * time.Second // for the next large chunk, while nobody else gives much
)

// repair is when a link was asked. The node's mu guards it.
type repair struct {
	under bool      // an exchange from this side
	again bool      // another one was wanted since
	asked time.Time // later, when the answer took long
	began time.Time
	heard time.Time // the last poke that was heeded
	poked bool      // since
}

// wanted is the peers to sync with soon.
type wanted struct {
	mu   sync.Mutex
	who  map[peer.ID]bool
	wake chan struct{}
}

func (w *wanted) add(id peer.ID) {
	w.mu.Lock()
	defer w.mu.Unlock()
	if w.who == nil {
		w.who = map[peer.ID]bool{}
	}
	w.who[id] = true
	pulse(w.wake)
}

func (w *wanted) next() (peer.ID, bool) {
	w.mu.Lock()
	defer w.mu.Unlock()
	for id := range w.who {
		delete(w.who, id)
		return id, true
	}
	return "", false
}

// heed runs exchanges with those who have news, one after the other.
func (n *Node) heed(ctx context.Context) {
	for {
		select {
		case <-ctx.Done():
			return
		case <-n.wanted.wake:
		}
		for id, ok := n.wanted.next(); ok; id, ok = n.wanted.next() {
			n.mu.Lock()
			l := n.links[id]
			if l != nil && n.flooding(l.person) {
				l = nil // asked when they have stopped
			}
			n.mu.Unlock()
			n.awaitTurn(ctx)
			n.attend(ctx, l)
		}
	}
}

// goRound runs an exchange every 5 to 10 s, with everybody in turn.
func (n *Node) goRound(ctx context.Context) {
	for pause(ctx, 5*time.Second+rand.N(5*time.Second), nil) {
		if !n.othersGive(nil) {
			n.attend(ctx, n.nextInTurn())
		}
	}
}

// anybody picks a link by chance, or none.
func (n *Node) anybody() *link {
	n.mu.Lock()
	defer n.mu.Unlock()
	for _, l := range n.links { // in an order Go shuffles
		if !n.flooding(l.person) {
			return l
		}
	}
	return nil
}

// nextInTurn is the link that was not asked for the longest time, or none.
func (n *Node) nextInTurn() (next *link) {
	n.mu.Lock()
	defer n.mu.Unlock()
	for _, l := range n.links {
		if !n.flooding(l.person) && !l.repair.under && (next == nil || l.repair.asked.Before(next.repair.asked)) {
			next = l
		}
	}
	return next
}

// attend runs an exchange and waits for it as long as it gives something, but
// not long for somebody who gives nothing.
func (n *Node) attend(ctx context.Context, l *link) {
	if l == nil || ctx.Err() != nil {
		return
	}
	done := make(chan struct{})
	if !n.crew.start(func() { defer close(done); n.exchange(ctx, l) }) {
		return
	}
	for pause(ctx, askPatience, done) && n.gives(l) {
	}
}

// exchange runs one exchange from this side, unless one with that link is under way.
func (n *Node) exchange(ctx context.Context, l *link) {
	select {
	case <-l.ready:
	case <-l.ended:
		return
	case <-ctx.Done():
		return
	}
	n.mu.Lock()
	if l.repair.again = l.repair.under; l.repair.again {
		n.mu.Unlock()
		return
	}
	now := n.c.now()
	l.repair.under, l.repair.began, l.repair.asked = true, now, now.Add(slowLater)
	n.mu.Unlock()
	ctx, cancel := context.WithTimeout(ctx, exchangeTime)
	defer cancel()
	if err := n.ask(ctx, l, allChunks); err != nil {
		n.c.Log.WithError(err).WithField("peer", l.peer.String()).Debug("exchange ended early")
	}
	n.mu.Lock()
	defer n.mu.Unlock()
	l.repair.under = false
	if l.repair.again {
		n.wanted.add(l.peer)
	}
}

// answered notes that a link's first answer came: who was slow is asked later.
func (n *Node) answered(l *link) {
	n.mu.Lock()
	defer n.mu.Unlock()
	if l.repair.under && n.c.now().Sub(l.repair.began) < askPatience {
		l.repair.asked = l.repair.began
	}
}

// poked notes that a link has news. The first time is heeded at once, and then
// once in a while. The caller holds mu.
func (n *Node) poked(l *link) {
	l.repair.poked = true
	n.heedPoke(l)
}

func (n *Node) heedPoke(l *link) {
	if now := n.c.now(); l.repair.poked && now.Sub(l.repair.heard) >= pokeEvery {
		l.repair.poked, l.repair.heard = false, now
		n.wanted.add(l.peer)
	}
}

// heedPokes heeds what came too soon after the one before. The caller holds mu.
func (n *Node) heedPokes() {
	for _, l := range n.links {
		n.heedPoke(l)
	}
}

// Who gives much has a turn, so that a laptop that comes back does not get
// everything from everybody. The turn lasts while large chunks bring something
// new: who sends little, slowly, or what is known, keeps nobody waiting.

// isLarge tells a chunk that is one of many.
func isLarge(changes [][]byte, left int) bool {
	size := 0
	for _, c := range changes {
		size += len(c)
	}
	return left > len(changes) && (size >= chunkBytes/4 || len(changes) == chunkChanges)
}

// othersGive tells whether somebody other than l has the turn.
func (n *Node) othersGive(l *link) bool {
	n.mu.Lock()
	defer n.mu.Unlock()
	return n.giver != nil && n.giver != l && n.c.now().Before(n.givesTo)
}

// gives tells whether a link has the turn.
func (n *Node) gives(l *link) bool {
	n.mu.Lock()
	defer n.mu.Unlock()
	return n.giver == l && n.c.now().Before(n.givesTo)
}

// takesFrom tells whether a link that asks may give, too.
func (n *Node) takesFrom(l *link) bool {
	n.mu.Lock()
	flooding := n.flooding(l.person)
	n.mu.Unlock()
	return !flooding && !n.othersGive(l)
}

// holdTurn takes the turn for a link; false when another has it.
func (n *Node) holdTurn(l *link, left int64) bool {
	n.mu.Lock()
	defer n.mu.Unlock()
	now := n.c.now()
	if n.giver != nil && n.giver != l && now.Before(n.givesTo) {
		return false
	}
	if n.giver != l {
		n.giver, n.givesTo = l, now.Add(turnTime)
	}
	n.incoming.Store(left)
	return true
}

// keepTurn lengthens the turn of a link whose large chunk brought something new.
func (n *Node) keepTurn(l *link) {
	n.mu.Lock()
	defer n.mu.Unlock()
	if n.giver == l {
		n.givesTo = n.c.now().Add(turnTime)
	}
}

// endTurn ends the turn of a link, where it has one.
func (n *Node) endTurn(l *link) {
	n.mu.Lock()
	defer n.mu.Unlock()
	if n.giver == l {
		n.giver = nil
		n.incoming.Store(0)
	}
}

// awaitTurn waits until nobody gives much.
func (n *Node) awaitTurn(ctx context.Context) {
	for n.othersGive(nil) && pause(ctx, 100*time.Millisecond, nil) {
	}
}
