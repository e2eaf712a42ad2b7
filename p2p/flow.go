package p2p

import (
	"context"
	"time"
)

// How fast changes are read: from one link, which may carry those of a whole
// hall, and of what one person says over their own links. An honest app writes at
// most 20 changes a second for long. What came by an exchange has a burst of its
// own: who was away for a while brings more at once than anybody writes.
const (
	linkPace, linkBurst     = 2000, 4000 // changes a second, and at once
	personPace, personBurst = 40, 400
	awayBurst               = 4000
	askPace, askBurst       = 2, 20     // exchanges answered a second, and at once
	givePace                = 512 << 10 // bytes a second, after a few times the whole log
	giveBurst               = 8 << 20   // and at least so much
	wholeLogs               = 3
	answersAtOnce           = 2
	floodShown              = 10 * time.Second // since it was last slowed
	floodPause              = 30 * time.Second // at most, before the link is read again
)

// flow says how long a reader waits before it reads on: the sender's queue
// fills, not our memory.
type flow struct {
	debt float64 // changes, or what else is counted
	last time.Time
}

func (f *flow) take(now time.Time, amount int, perSecond, burst float64) time.Duration {
	if !f.last.IsZero() {
		f.debt = max(0, f.debt-perSecond*now.Sub(f.last).Seconds())
	}
	f.last = now
	f.debt += float64(amount)
	if f.debt <= burst {
		return 0
	}
	return time.Duration((f.debt - burst) / perSecond * float64(time.Second))
}

// pace is how much a person said of their own, over all links and streams of
// theirs. turn holds a token while something they said is taken in: many streams
// at once are no way around a wait.
type pace struct {
	said, brought flow // as it was written, and by exchanges
	asked, given  flow // exchanges that were answered, and bytes given in them
	waited        flow // milliseconds that other streams of theirs were waited for
	lists, looked flow // questions for the list of pictures, and for one
	again         flow // bytes of pictures given again
	had           map[[32]byte]int
	slowed        time.Time
	strikes       strikes
	turn          chan struct{}
	pictures      chan struct{} // holds a token for each question about pictures
	answers       chan struct{} // holds a token for each exchange that is answered now
}

// paceOf is a person's pace. The caller holds mu.
func (n *Node) paceOf(person [32]byte) *pace {
	p := n.paces[person]
	if p == nil {
		p = &pace{turn: make(chan struct{}, 1), answers: make(chan struct{}, answersAtOnce), pictures: make(chan struct{}, picturesAtOnce)}
		n.paces[person] = p
	}
	return p
}

// turn waits until something that a link's person said may be taken in: until
// nothing else of theirs is, and they owe no wait. Who carries what others said is
// never waited for; then all tells whether what they wrote themselves may be taken
// in, too. end must be called when ok; not ok is that the link ended before.
func (n *Node) turn(ctx context.Context, l *link) (all bool, end func(), ok bool) {
	n.mu.Lock()
	p := n.paceOf(l.person)
	n.mu.Unlock()
	for {
		select {
		case p.turn <- struct{}{}:
		case <-l.ended:
			return false, nil, false
		case <-ctx.Done():
			return false, nil, false
		}
		wait := n.owes(l.person)
		if wait <= 0 || n.carries(l) {
			return wait <= 0, func() { <-p.turn }, true
		}
		<-p.turn
		if !pause(ctx, wait, l.ended) {
			return false, nil, false
		}
	}
}

// carries tells whether others are heard over a link: it leads to a hub of the star.
func (n *Node) carries(l *link) bool {
	n.mu.Lock()
	defer n.mu.Unlock()
	return n.isHub(l)
}

// wrote counts what a person wrote and said over their own link just now; how
// long they are to wait then, owes tells. While somebody floods there is no
// exchange with them, so that there is no way around the wait.
func (n *Node) wrote(person [32]byte, own int) {
	n.mu.Lock()
	defer n.mu.Unlock()
	if own > 0 {
		n.slow(n.paceOf(person), &n.paceOf(person).said, own, personPace, personBurst)
	}
}

// fetched counts what a person wrote and an exchange with them brought, and tells
// whether the exchange may go on. It may bring a whole session to a laptop that
// was alone: nobody else waits there.
func (n *Node) fetched(person [32]byte, own int) bool {
	n.mu.Lock()
	defer n.mu.Unlock()
	if own == 0 || n.behind {
		return true
	}
	p := n.paceOf(person)
	n.slow(p, &p.brought, own, personPace, awayBurst)
	return !p.slowed.After(n.c.now())
}

// slow has a person wait for what was counted beyond a burst. The caller holds mu.
func (n *Node) slow(p *pace, f *flow, amount int, perSecond, burst float64) {
	before, now := p.slowed, n.c.now()
	wait := min(f.take(now, amount, perSecond, burst), floodPause)
	if wait <= 0 {
		return
	}
	f.debt = min(f.debt, burst+perSecond*floodPause.Seconds())
	if until := now.Add(wait); until.After(p.slowed) {
		p.slowed = until
	}
	if now.Sub(before) > floodShown {
		n.c.Log.Warn("somebody says or asks more than people do: their laptop is read slowly")
		pulse(n.changed)
		pulse(n.wake) // it may be the hub
	}
}

// answerTurn waits until an exchange that a link's person asked for may be answered:
// until few others of theirs are, they owe no wait, and they did not ask more often
// than laptops do. end must be called when ok; not ok is that the link ended before.
func (n *Node) answerTurn(ctx context.Context, l *link) (end func(), ok bool) {
	n.mu.Lock()
	p := n.paceOf(l.person)
	n.mu.Unlock()
	select {
	case p.answers <- struct{}{}:
	case <-l.ended:
		return nil, false
	case <-ctx.Done():
		return nil, false
	}
	n.mu.Lock()
	now := n.c.now()
	wait := max(p.asked.take(now, 1, askPace, askBurst), p.owes(now))
	n.mu.Unlock()
	if wait > 0 && !pause(ctx, wait, l.ended) {
		<-p.answers
		return nil, false
	}
	return func() { <-p.answers }, true
}

// gave counts what a person was given in an exchange. A laptop that is new gets the
// whole log, and gets it again when it breaks off; who asks for it without end is
// given, and read, slowly.
func (n *Node) gave(person [32]byte, bytes int) {
	n.mu.Lock()
	defer n.mu.Unlock()
	if bytes == 0 {
		return
	}
	n.wholeLog = max(n.wholeLog, bytes)
	p := n.paceOf(person)
	n.slow(p, &p.given, bytes, givePace, float64(giveBurst+wholeLogs*n.wholeLog))
}

// caughtUp notes that an exchange ended well: this laptop is not behind any more.
func (n *Node) caughtUp() {
	n.mu.Lock()
	defer n.mu.Unlock()
	n.behind = false
}

// owes is how long a person's link is not read now, also when it is a new one.
func (n *Node) owes(person [32]byte) time.Duration {
	n.mu.Lock()
	defer n.mu.Unlock()
	if p := n.paces[person]; p != nil {
		return p.owes(n.c.now())
	}
	return 0
}

func (p *pace) owes(now time.Time) time.Duration {
	return max(0, p.slowed.Sub(now), p.strikes.wait.Sub(now))
}

// flooding tells whether a person's laptop is being read slowly. The caller
// holds mu.
func (n *Node) flooding(person [32]byte) bool {
	p := n.paces[person]
	return p != nil && !p.slowed.IsZero() && n.c.now().Sub(p.slowed) < floodShown
}

// calm lets people know when somebody has stopped to flood, and asks them for
// what was not read. The caller holds mu.
func (n *Node) calm() {
	for person, p := range n.paces {
		if p.slowed.IsZero() || n.flooding(person) {
			continue
		}
		p.slowed = time.Time{}
		for id, l := range n.links {
			if l.person == person {
				n.wanted.add(id)
			}
		}
		pulse(n.changed)
	}
}
