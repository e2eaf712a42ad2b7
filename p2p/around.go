package p2p

import (
	"net"
	"slices"
	"time"
)

// around notices that the laptop slept, or that its network is another one.
type around struct {
	looked bool
	wall   time.Time
	mono   time.Duration
	addrs  []string
	change time.Time // first seen; reported when it has been quiet for 2 s
}

type news struct{ woke, moved bool }

// look compares with the last look. mono is a clock that stops in sleep; the
// wall clock does not. addrs are the sorted addresses of all interfaces.
func (a *around) look(wall time.Time, mono time.Duration, addrs []string) (what news) {
	wall = wall.Round(0)
	if a.looked {
		what.woke = (wall.Sub(a.wall) - (mono - a.mono)).Abs() > 10*time.Second
		if !slices.Equal(addrs, a.addrs) {
			a.change = wall
		}
	}
	a.looked, a.wall, a.mono, a.addrs = true, wall, mono, addrs
	if !a.change.IsZero() && wall.Sub(a.change).Abs() >= 2*time.Second {
		a.change = time.Time{}
		what.moved = true
	}
	return what
}

func interfaceAddrs() []string {
	addrs, err := net.InterfaceAddrs()
	if err != nil {
		return nil // the same as no network, and asked again in a second
	}
	var out []string
	for _, a := range addrs {
		out = append(out, a.String())
	}
	slices.Sort(out)
	return out
}

// notice acts on what look saw: after sleep no connection is worth waiting
// for; on a new network everybody is worth trying again.
func (n *Node) notice(what news) {
	if !what.woke && !what.moved {
		return
	}
	n.c.Log.WithField("woke", what.woke).Info("the network changed")
	n.mu.Lock()
	for _, e := range n.book {
		e.fails, e.next = 0, e.barred
	}
	var cut []*link
	for _, l := range n.links {
		if what.woke {
			cut = append(cut, l)
		}
	}
	n.mu.Unlock()
	for _, l := range cut {
		l.close()
	}
	pulse(n.look)
}
