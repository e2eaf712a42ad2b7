package p2p

import (
	"context"
	"time"
)

// forgiveTime is after how long one strike of a person is forgotten.
const forgiveTime = 3 * time.Minute

// strikes is what a person's laptops sent that no honest one sends. A new link, or
// another laptop, does not begin anew.
type strikes struct {
	count int
	last  time.Time
	wait  time.Time // nothing of theirs is taken before
}

// add counts one more, and says how many are not forgotten.
func (s *strikes) add(now time.Time) int {
	if ago := now.Sub(s.last); s.count > 0 && ago > 0 {
		s.count = max(0, s.count-int(ago/forgiveTime))
	}
	s.count++
	s.last = now
	s.wait = now.Add(time.Duration(s.count) * time.Second)
	return s.count
}

// strike counts what no honest peer does. The person is slowed each time, and their
// links are cut at the third: for a minute they are neither dialled nor let in.
func (n *Node) strike(ctx context.Context, l *link, why error) {
	n.mu.Lock()
	now := n.c.now()
	count := n.paceOf(l.person).strikes.add(now)
	var cut []*link
	if count >= maxStrikes {
		until := now.Add(banTime)
		n.barred[l.person] = until
		for _, e := range n.book {
			if e.person == l.person {
				e.next, e.barred = until, until
			}
		}
		for _, other := range n.links {
			if other.person == l.person {
				cut = append(cut, other)
			}
		}
	}
	n.mu.Unlock()
	n.c.Log.WithError(why).WithField("peer", l.peer.String()).Warn("peer sent what no honest peer sends")
	if count >= maxStrikes {
		l.close()
		for _, other := range cut {
			other.close()
		}
		return
	}
	pause(ctx, time.Duration(count)*time.Second, l.ended)
}
