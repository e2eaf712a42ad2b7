package app

import (
	"context"
	"crypto/ed25519"
	"errors"
	"fmt"
	"time"

	"convene/p2p"
	"convene/workshop"
)

// syncPatience is how long a joiner waits for everything, after being let in.
// What is missing then arrives while they work.
const syncPatience = 20 * time.Second

// Join asks the holder of an invite to let this person in, and returns when
// the session is here. progress is told how far it has come.
func (a *App) Join(ctx context.Context, link, name string, progress func(JoinProgress)) (string, error) {
	progress(JoinProgress{Step: JoinLooking})
	i, err := p2p.ParseInvite(link)
	if err != nil {
		return "", inWords(err)
	}
	id, err := a.join(ctx, i, name, p2p.Directory{}, progress)
	return id, inWords(offerLookUp(i, err))
}

// join asks the host of an invite, at its addresses or where a directory says.
func (a *App) join(ctx context.Context, i p2p.Invite, name string, seek p2p.Directory, progress func(JoinProgress)) (string, error) {
	if name != "" {
		if err := a.SetName(ctx, name); err != nil {
			return "", err
		}
	}
	l, known, err := a.enter(ctx, i, seek, progress)
	if err != nil {
		return "", inWords(err)
	}
	if !known {
		err = a.arrive(ctx, l, i, progress)
	}
	if err != nil {
		return "", inWords(err)
	}
	progress(JoinProgress{Step: JoinDone, Have: l.len(), Of: l.len()})
	return l.id.String(), nil
}

// enter opens the session of an invite: the one that its host lets us into, or
// the one that is here already. in says that this person is in it.
func (a *App) enter(ctx context.Context, i p2p.Invite, seek p2p.Directory, progress func(JoinProgress)) (l *live, in bool, err error) {
	_, known, err := a.entry(i.Session)
	if err != nil {
		return nil, false, err
	}
	if known {
		if l, err = a.openLive(i.Session); err != nil {
			return nil, false, err
		}
		in, _, _, err = l.arrived(ctx)
		return l, in, err
	}
	if len(seek.Servers) == 0 {
		progress(JoinProgress{Step: JoinConnecting})
	}
	l, err = a.knock(ctx, i, seek, progress)
	return l, false, err
}

// knock asks the host of an invite to let this person in.
func (a *App) knock(ctx context.Context, i p2p.Invite, seek p2p.Directory, progress func(JoinProgress)) (*live, error) {
	seed, err := a.roll(ed25519.SeedSize)
	if err != nil {
		return nil, err
	}
	d := &doorstep{a: a, invite: i}
	answer, err := p2p.Join(ctx, p2p.Visit{
		Key: ed25519.NewKeyFromSeed(seed), Invite: i, Seek: seek, Name: a.myName(), Loopback: a.c.Loopback, Prove: d.prove, Log: a.c.Log,
		Waiting: func() { progress(JoinProgress{Step: JoinWaiting, Words: twoWords(d.me)}) },
	})
	if errors.Is(err, p2p.ErrInviteRefused) && i.Expired(a.c.Now()) {
		return nil, fmt.Errorf("join: %w: %w", p2p.ErrInviteExpired, err) // the host has the clock that counts; this one only explains
	}
	if err != nil {
		return nil, err
	}
	progress(JoinProgress{Step: JoinVerifying})
	if err := workshop.CheckProof(d.session.ID(), d.session.First(), d.me, answer.Grant); err != nil {
		return nil, fmt.Errorf("join: %w: %w", p2p.ErrInviteRefused, err)
	}
	grant, err := encode(answer.Grant)
	if err != nil {
		return nil, err
	}
	return a.begin(d.session, d.genesis, map[string][]byte{hostKey: seed, grantKey: grant, peersKey: addressList(answer.Addrs), relaysKey: relayList(answer.Relays)})
}

// doorstep is a joiner at the door of a session.
type doorstep struct {
	a       *App
	invite  p2p.Invite
	session *workshop.Session
	genesis *workshop.Change
	me      workshop.Person
}

// prove checks that the session is the one of the invite, and signs as the
// person this computer belongs to.
func (d *doorstep) prove(genesis, challenge []byte) (person [32]byte, sig []byte, err error) {
	s, err := workshop.Open(genesis)
	if err != nil || s.ID() != d.invite.Session || s.First() != workshop.Person(d.invite.First) {
		return person, nil, errors.Join(p2p.ErrOtherSession, err)
	}
	key, err := workshop.PersonKey(d.a.library.Identity(), s.Nonce())
	if err != nil {
		return person, nil, err
	}
	d.session, d.me = s, workshop.PersonOf(key)
	_ = s.Changes(func(c *workshop.Change) error { d.genesis = c; return nil }) // there is exactly one
	return d.me, ed25519.Sign(key, admitWords(s.ID(), challenge)), nil
}

// arrive waits until this person is in, and what the others have is here.
func (a *App) arrive(ctx context.Context, l *live, i p2p.Invite, progress func(JoinProgress)) error {
	dialled := l.node.Dial(ctx, i.Full())
	progress(JoinProgress{Step: JoinReceiving, Have: l.len()})
	tick := time.NewTicker(20 * time.Millisecond)
	defer tick.Stop()
	late := time.NewTimer(syncPatience)
	defer late.Stop()
	for told := 0; ; {
		in, all, have, err := l.arrived(ctx)
		switch {
		case err != nil:
			return err
		case in && all:
			return l.do(ctx, func(*Laptop) error { l.keepName(a.myName()); return nil })
		case have != told:
			told = have
			progress(JoinProgress{Step: JoinReceiving, Have: have, Of: have + l.node.Incoming()})
		}
		select {
		case <-tick.C:
		case <-late.C:
			if in {
				return l.do(ctx, func(*Laptop) error { l.keepName(a.myName()); return nil })
			}
			return errors.Join(dialled, p2p.ErrUnreachable)
		case <-ctx.Done():
			return context.Cause(ctx)
		}
	}
}

// arrived reports whether this person is in, and whether everything that some
// other laptop said to hold is here.
func (l *live) arrived(ctx context.Context) (in, all bool, have int, err error) {
	peers := l.node.Peers()
	err = l.do(ctx, func(lap *Laptop) error {
		have = lap.s.Len()
		switch role := lap.s.Role(lap.me); {
		case role != workshop.RoleNone:
			in = true
		case lap.s.Granted(lap.me):
			return lap.mayWrite() // removed
		}
		for _, p := range peers {
			all = all || (p.Digest != [32]byte{} && lap.share.reached(p.Digest))
		}
		all = all && lap.Waiting() == 0
		return nil
	})
	return in, all, have, err
}

// len is how many changes are here; 0 when the session is over.
func (l *live) len() int {
	n := 0
	_ = l.do(context.Background(), func(lap *Laptop) error { n = lap.s.Len(); return nil })
	return n
}
