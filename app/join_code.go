package app

import (
	"context"
	"crypto/ed25519"
	"errors"
	"sync"
	"time"

	"convene/p2p"
)

// lookFor is how long the network is looked at for who has a code.
const lookFor = 4 * time.Second

// JoinCode joins with a code that was said aloud: everybody on this network is
// asked who has it, or only the laptop that the wish names.
func (a *App) JoinCode(ctx context.Context, w JoinWish, progress func(JoinProgress)) (string, error) {
	progress(JoinProgress{Step: JoinLooking})
	code, err := p2p.ParseCode(w.Code)
	if err != nil {
		return "", inWords(err)
	}
	i, err := a.askForInvite(ctx, code, w)
	if err != nil && w.Address == "" && w.Peer == "" && ctx.Err() == nil {
		i, err = a.askRelay(ctx, code, err)
	}
	if err != nil {
		return "", inWords(err)
	}
	return a.Join(ctx, i.Link(), w.Name, progress)
}

func (a *App) askForInvite(ctx context.Context, code p2p.Code, w JoinWish) (p2p.Invite, error) {
	seed, err := a.roll(ed25519.SeedSize)
	if err != nil {
		return p2p.Invite{}, err
	}
	key := ed25519.NewKeyFromSeed(seed)
	if w.Address != "" {
		at, err := p2p.ParseAddress(w.Address)
		if err != nil {
			return p2p.Invite{}, err
		}
		where, err := p2p.WhoIs(ctx, at)
		if err != nil {
			return p2p.Invite{}, err
		}
		return p2p.Pair(ctx, key, code, where, a.c.Loopback, a.c.Log)
	}
	return a.askAround(ctx, key, code, w.Peer)
}

// askRelay asks the relay that this person uses for who has a code that nobody
// on this network has. Without one, what was found here stands.
func (a *App) askRelay(ctx context.Context, code p2p.Code, here error) (p2p.Invite, error) {
	seed, err := a.roll(ed25519.SeedSize)
	if err != nil {
		return p2p.Invite{}, err
	}
	for _, relay := range a.relaysFor(nil) {
		i, err := p2p.PairAt(ctx, ed25519.NewKeyFromSeed(seed), code, relay, a.c.Log)
		if err == nil {
			return i, nil
		}
		here = err
	}
	return p2p.Invite{}, here
}

// askAround asks who is seen on this network, as they are seen, until one has
// the code.
func (a *App) askAround(ctx context.Context, key ed25519.PrivateKey, code p2p.Code, only string) (p2p.Invite, error) {
	looking, stop := context.WithTimeout(ctx, lookFor)
	defer stop()
	seen := make(chan p2p.Sighting, 64)
	var looks sync.WaitGroup
	looks.Go(func() {
		defer close(seen)
		for _, s := range a.sighted() {
			select {
			case seen <- s:
			case <-looking.Done():
			}
		}
		if a.c.Loopback {
			return // nobody on the network can be reached from here
		}
		err := p2p.Look(looking, func(s p2p.Sighting) {
			select {
			case seen <- s:
			default: // more laptops than any hall has
			}
		})
		if err != nil && looking.Err() == nil {
			a.c.Log.WithError(err).Debug("this network cannot be looked at")
		}
	})
	defer looks.Wait()
	defer stop()
	asked := map[string]bool{}
	var refused error = p2p.ErrUnreachable
	for s := range seen {
		if asked[s.Peer] || (only != "" && s.Peer != only) {
			continue
		}
		asked[s.Peer] = true
		i, err := p2p.Pair(ctx, key, code, s.Addrs, a.c.Loopback, a.c.Log)
		if err == nil {
			return i, nil
		}
		if ctx.Err() != nil {
			return p2p.Invite{}, context.Cause(ctx)
		}
		if !errors.Is(err, p2p.ErrUnreachable) {
			refused = err
		}
	}
	return p2p.Invite{}, refused
}
