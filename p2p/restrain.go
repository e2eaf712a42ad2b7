package p2p

import (
	"context"
	"time"
)

// How often a laptop is heard on streams that carry no changes. An honest one sends
// presence 20 times a second, and control when something changed. What comes more
// often waits in its sender's queue; who is waited for again and again is shown.
const (
	statesPace, statesBurst   = 25, 200            // frames of presence a second over a link
	controlPace, controlBurst = 25, 300            // control messages; a long one counts as several
	controlItems              = 16                 // that count as one message more
	listPace, listBurst       = 1, 20              // questions of a person for the list of pictures
	picturePace, pictureBurst = 20, 200            // and for pictures
	sameAgain                 = 3                  // times that one picture is given for nothing
	againPace, againBurst     = 64 << 10, 16 << 20 // bytes of pictures given more often
	picturesAtOnce            = 4
	waitedPace, waitedBurst   = 500, 5000 // milliseconds of waiting a second
)

// restrain waits while something comes more often than honest laptops say it; false
// when the link ended before.
func (n *Node) restrain(ctx context.Context, l *link, f *flow, amount int, perSecond, burst float64) bool {
	n.mu.Lock()
	wait := f.take(n.c.now(), amount, perSecond, burst)
	if wait > 0 {
		p := n.paceOf(l.person)
		n.slow(p, &p.waited, int(wait/time.Millisecond), waitedPace, waitedBurst)
	}
	n.mu.Unlock()
	return wait <= 0 || pause(ctx, wait, l.ended)
}

// weight is for how many messages a control message counts.
func (m *control) weight() int {
	return 1 + (len(m.Here)+len(m.Gone)+len(m.Holds))/controlItems
}

// pictureTurn waits until a question for pictures may be answered. A laptop that is
// new asks for all of them and is no flood. end must be called when ok; not ok is
// that the link ended before.
func (n *Node) pictureTurn(ctx context.Context, l *link, ask *blobAsk) (end func(), ok bool) {
	n.mu.Lock()
	p := n.paceOf(l.person)
	n.mu.Unlock()
	select {
	case p.pictures <- struct{}{}:
	case <-l.ended:
		return nil, false
	case <-ctx.Done():
		return nil, false
	}
	end = func() { <-p.pictures }
	if len(ask.Hash) == 0 {
		ok = n.restrain(ctx, l, &p.lists, 1, listPace, listBurst)
	} else {
		n.mu.Lock()
		now := n.c.now()
		wait := max(p.looked.take(now, 1, picturePace, pictureBurst), p.owes(now))
		n.mu.Unlock()
		ok = wait <= 0 || pause(ctx, wait, l.ended)
	}
	if !ok {
		end()
	}
	return end, ok
}

// pictured counts a picture that a person is given. Their laptops get each once or
// twice, and again after a cut; beyond that it is counted like writing.
func (n *Node) pictured(person, hash [32]byte, bytes int) {
	n.mu.Lock()
	defer n.mu.Unlock()
	p := n.paceOf(person)
	if p.had == nil {
		p.had = map[[32]byte]int{}
	}
	if p.had[hash]++; p.had[hash] > sameAgain {
		n.slow(p, &p.again, bytes, againPace, againBurst)
	}
}

// latest leaves of each laptop's states the newest.
func (m *states) latest() []state {
	newest := map[string]int{}
	for i, st := range m.Of {
		if j, twice := newest[string(st.Peer)]; !twice || m.Of[j].Version < st.Version {
			newest[string(st.Peer)] = i
		}
	}
	var out []state
	for i, st := range m.Of {
		if newest[string(st.Peer)] == i {
			out = append(out, st)
		}
	}
	return out
}
