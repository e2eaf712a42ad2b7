package app

import (
	"context"
	"crypto/sha256"
	"slices"
	"strings"
	"time"

	"convene/p2p"
	"convene/workshop/outcome"
)

// glanceTime is how long Nearby looks at the network by itself; who is there
// answers within a few milliseconds.
const glanceTime = 1500 * time.Millisecond

// Nearby lists laptops that run Convene on this network and are in no session
// that is open here. Nothing is known of them but a mark of two words. It
// takes about a second and a half.
func (a *App) Nearby(ctx context.Context) ([]Sighting, error) {
	found := a.sighted()
	ctx, stop := context.WithTimeout(ctx, glanceTime)
	defer stop()
	if a.c.Announce {
		if err := p2p.Look(ctx, func(s p2p.Sighting) { found = append(found, s) }); err != nil {
			a.c.Log.WithError(err).Debug("this network cannot be looked at")
		}
	}
	out := []Sighting{}
	seen := a.ourPeers()
	for _, s := range found {
		if !seen[s.Peer] && !s.Linked {
			seen[s.Peer] = true
			mark := outcome.Fingerprint(sha256.Sum256([]byte("convene/nearby/1" + s.Peer)))
			out = append(out, Sighting{Peer: s.Peer, Words: mark[0] + " " + mark[1]})
		}
	}
	slices.SortFunc(out, func(a, b Sighting) int { return strings.Compare(a.Words, b.Words) })
	return out, nil
}

// sighted is who the open sessions have seen on this network.
func (a *App) sighted() []p2p.Sighting {
	a.mu.Lock()
	defer a.mu.Unlock()
	var out []p2p.Sighting
	for _, l := range a.open {
		out = append(out, l.node.Nearby()...)
	}
	return out
}

// ourPeers is this laptop itself and who is in a session that is open here.
func (a *App) ourPeers() map[string]bool {
	a.mu.Lock()
	defer a.mu.Unlock()
	out := map[string]bool{}
	for _, l := range a.open {
		out[l.node.Address().Peer] = true
		for _, p := range l.node.Peers() {
			out[p.ID] = true
		}
	}
	return out
}
