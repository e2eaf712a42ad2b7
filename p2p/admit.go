package p2p

import (
	"context"
	"crypto/hmac"
	"errors"
	"time"

	"github.com/libp2p/go-libp2p/core/network"
)

// What is said at the door. A stranger sends 3 small frames and gets one
// nonce, then the same refusal at the same time whatever was wrong; who holds
// the secret gets the genesis, proves a person, and gets the grant.

const (
	refuseAfter = 300 * time.Millisecond // after the MAC came
	admitEvery  = time.Second
	admitTime   = 10 * time.Minute
	doorTime    = 10 * time.Second
)

type knock struct {
	V      uint    `cbor:"1,keyasint"`
	Invite [8]byte `cbor:"2,keyasint"`
	Nonce  []byte  `cbor:"3,keyasint"`
}

func (m *knock) check() error { return must(is32(m.Nonce)) }

type challenge struct {
	V         uint   `cbor:"1,keyasint"`
	Nonce     []byte `cbor:"2,keyasint"`
	Challenge []byte `cbor:"3,keyasint"` // to be signed by the person
}

func (m *challenge) check() error { return must(is32(m.Nonce, m.Challenge)) }

type holds struct {
	MAC []byte `cbor:"1,keyasint"`
}

func (m *holds) check() error { return must(is32(m.MAC)) }

// inside is the host's answer to the secret; empty is the refusal.
type inside struct {
	MAC     []byte `cbor:"1,keyasint,omitempty"`
	Genesis []byte `cbor:"2,keyasint,omitempty"`
}

func (m *inside) check() error { return must(len(m.MAC) == 0 || is32(m.MAC)) }

type presents struct {
	Person    []byte `cbor:"1,keyasint"`
	Signature []byte `cbor:"2,keyasint"`
	Name      string `cbor:"3,keyasint,omitempty"` // as they want to be called, for who decides
}

func (m *presents) check() error {
	return must(is32(m.Person) && len(m.Signature) <= 128 && len(m.Name) <= maxName)
}

// admitted ends a join; Wait is said every second while nobody decided.
type admitted struct {
	Wait   bool     `cbor:"1,keyasint,omitempty"`
	Grant  [][]byte `cbor:"2,keyasint,omitempty"`
	Addrs  []string `cbor:"3,keyasint,omitempty"`
	In     bool     `cbor:"4,keyasint,omitempty"`
	Relays []string `cbor:"5,keyasint,omitempty"` // passes, for who is in
}

func (m *admitted) check() error {
	ok := len(m.Addrs) <= 64
	for _, g := range m.Grant {
		ok = ok && len(g) <= maxChange
	}
	for _, a := range m.Addrs {
		ok = ok && len(a) <= 512
	}
	ok = ok && len(m.Relays) <= maxRelays
	for _, r := range m.Relays {
		ok = ok && len(r) <= maxPass
	}
	return must(ok)
}

func (n *Node) onJoin(ctx context.Context, s network.Stream) {
	n.doors.enter(s)
	defer n.doors.leave(s)
	defer context.AfterFunc(ctx, func() { reset(s) })()
	if err := n.admit(ctx, s); err != nil {
		n.c.Log.WithError(err).Debug("join ended early")
		if !errors.Is(err, ErrInviteRefused) {
			reset(s)
			return
		}
	}
	if err := s.Close(); err != nil {
		reset(s)
	}
}

// joinKey is what the secret of an invite is used for, and nothing else.
func joinKey(secret [16]byte, session [16]byte) ([]byte, error) {
	return derive(secret[:], session[:], "convene/join/1")
}

func (n *Node) admit(ctx context.Context, s network.Stream) error {
	var k knock
	if err := receive(s, &k, maxEarly, helloTime); err != nil {
		return err
	}
	c := challenge{V: version, Nonce: nonce(), Challenge: nonce()}
	if err := send(s, &c, doorTime); err != nil {
		return err
	}
	if k.V != version {
		return ErrInviteRefused
	}
	var h holds
	if err := receive(s, &h, maxEarly, helloTime); err != nil {
		return err
	}
	asked := time.Now()
	secret, genesis, lookup := n.c.Room.Invited(k.Invite)
	if lookup != nil {
		secret, genesis = [16]byte(nonce()), nil // the same work for nothing
	}
	key, err := joinKey(secret, n.c.Session)
	if err != nil {
		return err
	}
	me, they := []byte(n.host.ID()), []byte(s.Conn().RemotePeer())
	bound := func(who string) []byte {
		return tag(key, who, n.c.Session[:], k.Invite[:], me, they, k.Nonce, c.Nonce, c.Challenge)
	}
	right := hmac.Equal(h.MAC, bound("join/joiner"))
	if !right || lookup != nil || !n.doors.prove(s) {
		return n.refuse(ctx, s, &inside{}, asked)
	}
	if err := send(s, &inside{MAC: bound("join/host"), Genesis: genesis}, doorTime); err != nil {
		return err
	}
	var p presents
	if err := receive(s, &p, maxEarly, doorTime); err != nil {
		return err
	}
	return n.decide(ctx, s, JoinRequest{
		InviteID: k.Invite, HostPeer: me, JoinerPeer: they, Person: [32]byte(p.Person), Name: p.Name,
		Challenge: c.Challenge, Signature: p.Signature,
	})
}

// refuse says no, at the time it is always said.
func (n *Node) refuse(ctx context.Context, s network.Stream, no message, asked time.Time) error {
	if !pause(ctx, refuseAfter-time.Since(asked), nil) {
		return ctx.Err()
	}
	return errors.Join(ErrInviteRefused, send(s, no, doorTime))
}

// decide asks the room until it says yes or no.
func (n *Node) decide(ctx context.Context, s network.Stream, req JoinRequest) error {
	tick := time.NewTicker(admitEvery)
	defer tick.Stop()
	end := time.Now().Add(admitTime)
	for {
		asked := time.Now()
		a, err := n.c.Room.Admit(req)
		switch {
		case err == nil:
			in := admitted{In: true, Grant: a.Grant, Addrs: n.invitees(a.Addrs)}
			for _, p := range n.c.Relays[:min(len(n.c.Relays), maxRelays)] {
				in.Relays = append(in.Relays, p.Link())
			}
			return send(s, &in, doorTime)
		case !errors.Is(err, ErrAdmitLater), time.Now().After(end):
			return n.refuse(ctx, s, &admitted{}, asked)
		}
		if err := send(s, &admitted{Wait: true}, doorTime); err != nil {
			return err
		}
		select {
		case <-tick.C:
		case <-ctx.Done():
			return ctx.Err()
		}
	}
}

// invitees are addresses of members for a joiner: ours, then others'.
func (n *Node) invitees(more []string) []string {
	out := n.Address().Full()
	n.mu.Lock()
	for id := range n.links {
		for _, a := range n.book[id].addrsOf() {
			if len(out) < 40 {
				out = append(out, a.String()+"/p2p/"+id.String())
			}
		}
	}
	n.mu.Unlock()
	return append(out, more[:min(len(more), 24)]...)
}
