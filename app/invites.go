package app

import (
	"bytes"
	"context"
	"crypto/ed25519"
	"encoding/hex"
	"errors"
	"fmt"
	"slices"
	"time"

	"convene/p2p"
	"convene/workshop"
)

// invitePrefix begins the keys of invites among the private values: only the
// laptop that made one can let its holders in.
const invitePrefix = "i/"

// keptInvite is an invite on the disk of who made it.
type keptInvite struct {
	Secret  []byte   `cbor:"1,keyasint"`
	Role    uint8    `cbor:"2,keyasint"`
	Expires int64    `cbor:"3,keyasint"` // Unix seconds
	Uses    int      `cbor:"4,keyasint"` // 0: any number
	Used    int      `cbor:"5,keyasint"`
	Ask     bool     `cbor:"6,keyasint,omitempty"`  // a facilitator decides
	Code    bool     `cbor:"7,keyasint,omitempty"`  // handed out by a code, and gone with it
	Made    int64    `cbor:"8,keyasint,omitempty"`  // Unix seconds
	Without [][]byte `cbor:"9,keyasint,omitempty"`  // keys of the people who were removed when it was made
	Listed  bool     `cbor:"10,keyasint,omitempty"` // its link says that this laptop can be looked up
}

// asks reports whether who comes with an invite waits until a facilitator says yes: where that was wished, and where somebody was
// removed since it was made, who may have it still and can come as somebody new.
func (k *keptInvite) asks(removed [][]byte) bool {
	if k.Ask {
		return true
	}
	return slices.ContainsFunc(removed, func(key []byte) bool {
		return !slices.ContainsFunc(k.Without, func(known []byte) bool { return bytes.Equal(known, key) })
	})
}

// removed are the keys of the people who are removed.
func (l *Laptop) removed() (keys [][]byte) {
	for _, p := range l.View().People {
		if p.Role == workshop.RoleNone && l.s.Granted(p.Person) {
			keys = append(keys, p.Person[:])
		}
	}
	return keys
}

func inviteKey(id [8]byte) string { return invitePrefix + hex.EncodeToString(id[:]) }

// valid says whether an invite lets somebody in now.
func (k *keptInvite) valid(now time.Time) bool {
	return now.Unix() < k.Expires && (k.Uses == 0 || k.Used < k.Uses) && len(k.Secret) == 16
}

// readInvite looks an invite up. Every reason why it is of no use is one error.
func (l *live) readInvite(id [8]byte) (keptInvite, error) {
	b, err := l.store.Private(inviteKey(id))
	if err != nil || b == nil {
		return keptInvite{}, p2p.ErrInviteRefused
	}
	var k keptInvite
	if decode(b, &k) != nil || !k.valid(l.now()) {
		return keptInvite{}, p2p.ErrInviteRefused
	}
	return k, nil
}

// Invited looks up an invite's secret, for somebody at the door.
func (r room) Invited(invite [8]byte) (secret [16]byte, genesis []byte, err error) {
	err = r.ask(func(*Laptop) error {
		k, err := r.l.readInvite(invite)
		copy(secret[:], k.Secret)
		return err
	})
	return secret, r.l.genesis, err
}

// Admit lets in who holds an invite's secret and proved to be a person. The
// grant is on this disk before the answer goes out.
func (r room) Admit(req p2p.JoinRequest) (p2p.JoinAnswer, error) {
	var answer p2p.JoinAnswer
	err := r.ask(func(l *Laptop) error {
		k, err := r.l.readInvite(req.InviteID)
		if err != nil {
			return err
		}
		if !ed25519.Verify(req.Person[:], admitWords(l.s.ID(), req.Challenge), req.Signature) {
			return p2p.ErrInviteRefused
		}
		known := l.s.Role(req.Person) != workshop.RoleNone
		if !known && k.asks(l.removed()) {
			if err := l.knocked(req.Person, req.Name, workshop.Role(k.Role)); err != nil {
				return err
			}
		}
		if answer.Grant, err = l.Admit(req.Person, workshop.Role(k.Role)); err != nil || known {
			return err
		}
		k.Used++
		b, err := encode(k)
		if err != nil {
			return err
		}
		return r.l.store.SetPrivate(inviteKey(req.InviteID), b)
	})
	if errors.Is(err, p2p.ErrAdmitLater) {
		return p2p.JoinAnswer{}, p2p.ErrAdmitLater
	}
	if err != nil {
		r.l.log.WithError(err).Info("somebody at the door was not let in")
		return p2p.JoinAnswer{}, p2p.ErrInviteRefused
	}
	r.l.log.Info("somebody joined with an invite")
	return answer, nil
}

// defaultHours is how long an invite lasts where nothing else is asked for.
const defaultHours = 24

// invite makes an invite that this laptop will honour.
func (l *live) invite(ctx context.Context, wish InviteWish) (Invitation, error) {
	i, err := l.makeInvite(ctx, wish, false)
	if err != nil {
		return Invitation{}, err
	}
	link := i.Link()
	path, size, err := drawCode(link)
	if err != nil {
		return Invitation{}, fmt.Errorf("draw invite: %w", err)
	}
	return Invitation{
		ID: hex.EncodeToString(i.ID[:]), Link: link, Expires: Millis(i.Expires.UnixMilli()), Addresses: readable(i.Addrs), QR: path, Size: size,
	}, nil
}

// makeInvite keeps a new invite, to be handed out as a link or by a code.
func (l *live) makeInvite(ctx context.Context, wish InviteWish, code bool) (p2p.Invite, error) {
	role := workshop.RoleParticipant
	if wish.Role != "" {
		var ok bool
		if role, ok = workshop.ParseRole(string(wish.Role)); !ok {
			return p2p.Invite{}, Refuse("role-unknown", "There is no such role.", "Nothing was changed.")
		}
	}
	hours := wish.Hours
	if hours <= 0 {
		hours = defaultHours
	}
	i := p2p.Invite{
		Session: l.id, Role: uint8(role), Expires: l.now().Add(time.Duration(hours) * time.Hour).Truncate(time.Second),
		Peer: l.node.Address().Peer, Addrs: l.node.Address().Addrs,
	}
	err := l.do(ctx, func(lap *Laptop) error {
		if mine := lap.s.Role(lap.me); !mine.Facilitates() || mine >= role {
			return Refuse("facilitators-only", "Only a facilitator above that role can invite people to it.", "Nothing was changed. Ask a facilitator.")
		}
		i.First = lap.s.First()
		i.Listed = l.findable && !code
		copy(i.ID[:], lap.bytes(8))
		copy(i.Secret[:], lap.bytes(16))
		b, err := encode(keptInvite{
			Secret: i.Secret[:], Role: i.Role, Expires: i.Expires.Unix(), Uses: max(0, wish.Uses), Ask: wish.Ask, Code: code, Made: l.now().Unix(),
			Without: lap.removed(), Listed: i.Listed,
		})
		if err != nil {
			return err
		}
		if err := lap.keep.SetPrivate(inviteKey(i.ID), b); err != nil {
			return fmt.Errorf("keep invite: %w", err)
		}
		l.beFound()
		return nil
	})
	return i, inWords(err)
}
