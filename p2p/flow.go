package p2p

import "time"

// How fast changes are read: from one link, which may carry those of a whole
// hall, and of what one person says over their own link. An honest app writes at
// most 20 changes a second for long.
const (
	linkPace, linkBurst     = 2000, 4000 // changes a second, and at once
	personPace, personBurst = 40, 400
	floodShown              = 10 * time.Second // since it was last slowed
	floodPause              = 30 * time.Second // at most, before the link is read again
)

// flow says how long a reader waits before it reads on: the sender's queue
// fills, not our memory.
type flow struct {
	debt   float64 // changes
	last   time.Time
	slowed time.Time // until then
}

func (f *flow) take(now time.Time, changes int, perSecond, burst float64) time.Duration {
	if !f.last.IsZero() {
		f.debt = max(0, f.debt-perSecond*now.Sub(f.last).Seconds())
	}
	f.last = now
	f.debt += float64(changes)
	if f.debt <= burst {
		return 0
	}
	return time.Duration((f.debt - burst) / perSecond * float64(time.Second))
}

// floods counts what a person wrote and said over their own link just now; how
// long they are to wait then, owes tells. What came in an exchange does not
// count: it may be a whole session. While somebody floods there is no exchange
// with them, so that there is no way around the wait.
func (n *Node) floods(person [32]byte, own int) {
	if own == 0 {
		return
	}
	n.mu.Lock()
	defer n.mu.Unlock()
	f := n.paces[person]
	if f == nil {
		f = &flow{}
		n.paces[person] = f
	}
	before := f.slowed
	now := n.c.now()
	wait := f.take(now, own, personPace, personBurst)
	if wait > 0 && now.Sub(before) > floodShown {
		n.c.Log.Warn("somebody writes more than people do: their laptop is read slowly")
		pulse(n.changed)
	}
	if wait = min(wait, floodPause); wait > 0 {
		f.debt = min(f.debt, personBurst+personPace*floodPause.Seconds())
		f.slowed = now.Add(wait)
	}
}

// owes is how long a person's link is not read now, also when it is a new one.
func (n *Node) owes(person [32]byte) time.Duration {
	n.mu.Lock()
	defer n.mu.Unlock()
	if f := n.paces[person]; f != nil && !f.slowed.IsZero() {
		return f.slowed.Sub(n.c.now())
	}
	return 0
}

// flooding tells whether a person's laptop is being read slowly. The caller
// holds mu.
func (n *Node) flooding(person [32]byte) bool {
	f := n.paces[person]
	return f != nil && !f.slowed.IsZero() && n.c.now().Sub(f.slowed) < floodShown
}

// calm lets people know when somebody has stopped to flood, and asks them for
// what was not read. The caller holds mu.
func (n *Node) calm() {
	for person, f := range n.paces {
		if f.slowed.IsZero() || n.flooding(person) {
			continue
		}
		f.slowed = time.Time{}
		for id, l := range n.links {
			if l.person == person {
				n.wanted.add(id)
			}
		}
		pulse(n.changed)
	}
}
