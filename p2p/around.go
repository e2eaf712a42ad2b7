package p2p

import (
	"net"
	"slices"
	"time"
)

// around notices that the laptop slept, or that its network is another one.
type around struct {
	at     time.Time
	addrs  []string
	change time.Time // first seen; reported when it has been quiet for 2 s
}

type news struct{ woke, moved bool }

// look compares with the last look.
func (a *around) look(now time.Time) (what news) {
	if !a.at.IsZero() {
		// The monotonic clock stops in sleep, the wall clock does not.
		wall := now.Round(0).Sub(a.at.Round(0))
		what.woke = wall-now.Sub(a.at) > 10*time.Second
	}
	first := a.at.IsZero()
	a.at = now
	addrs := interfaceAddrs()
	if !slices.Equal(addrs, a.addrs) {
		a.addrs = addrs
		if !first {
			a.change = now
		}
	}
	if !a.change.IsZero() && now.Sub(a.change) >= 2*time.Second {
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
