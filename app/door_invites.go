package app

import (
	"cmp"
	"context"
	"encoding/hex"
	"errors"
	"slices"

	"convene/p2p"
	"convene/workshop"
)

// OpenCode opens the door to who types a code, and returns it. A code that is
// open already is replaced.
func (a *App) OpenCode(ctx context.Context, session string, wish InviteWish) (code string, err error) {
	l, err := a.find(session)
	if err != nil {
		return "", err
	}
	if err := a.CloseCode(ctx, session); err != nil {
		return "", err
	}
	i, err := l.makeInvite(ctx, wish, true)
	if err != nil {
		return "", err
	}
	c, err := l.node.OfferCode(ctx, i)
	if err != nil {
		return "", inWords(err)
	}
	return c.String(), l.do(ctx, func(lap *Laptop) error { lap.setCode(c.String(), l.node.FindableAt()); return nil })
}

// CloseCode closes it again: who has it and is not in yet stays out.
func (a *App) CloseCode(ctx context.Context, session string) error {
	l, err := a.find(session)
	if err != nil {
		return err
	}
	l.node.WithdrawCode()
	return inWords(l.do(ctx, func(lap *Laptop) error {
		lap.setCode("", "")
		return l.eachInvite(func(key string, k keptInvite) error {
			if !k.Code {
				return nil
			}
			return l.store.DeletePrivate(key)
		})
	}))
}

// eachInvite visits the invites that this laptop made.
func (l *live) eachInvite(visit func(key string, k keptInvite) error) error {
	kept, err := l.store.Privates(invitePrefix)
	if err != nil {
		return err
	}
	for key, b := range kept {
		var k keptInvite
		if decode(b, &k) != nil {
			continue
		}
		if err := visit(key, k); err != nil {
			return err
		}
	}
	return nil
}

// Invites lists the invites that this laptop still honours, the latest first.
func (a *App) Invites(ctx context.Context, session string) ([]OpenInvite, error) {
	l, err := a.find(session)
	if err != nil {
		return nil, err
	}
	type dated struct {
		OpenInvite
		made int64
	}
	var found []dated
	err = l.do(ctx, func(lap *Laptop) error {
		removed := lap.removed()
		return l.eachInvite(func(key string, k keptInvite) error {
			if k.valid(l.now()) {
				found = append(found, dated{made: k.Made, OpenInvite: OpenInvite{
					ID: key[len(invitePrefix):], Role: Rank(workshop.Role(k.Role).String()), Expires: Millis(k.Expires * 1000),
					Uses: k.Uses, Used: k.Used, Ask: k.asks(removed), Code: k.Code,
				}})
			}
			return nil
		})
	})
	slices.SortFunc(found, func(a, b dated) int { return cmp.Or(cmp.Compare(b.made, a.made), cmp.Compare(a.ID, b.ID)) })
	out := make([]OpenInvite, 0, len(found))
	for _, f := range found {
		out = append(out, f.OpenInvite)
	}
	return out, inWords(err)
}

// RevokeInvite takes an invite back: from now on it is refused like one that
// never was. Who is in stays in.
func (a *App) RevokeInvite(ctx context.Context, session, invite string) error {
	l, err := a.find(session)
	if err != nil {
		return err
	}
	id, err := hex.DecodeString(invite)
	if err != nil || len(id) != 8 {
		return Refuse("invite-unknown", "This invite is not on this computer.", "Nothing was changed. Only the computer that made an invite can take it back.")
	}
	isCode := false
	err = l.do(ctx, func(*Laptop) error {
		k, err := l.readInvite([8]byte(id))
		if errors.Is(err, p2p.ErrInviteRefused) {
			return nil // it is of no use already
		}
		if isCode = k.Code; isCode {
			return nil
		}
		defer l.beFound()
		return l.store.DeletePrivate(inviteKey([8]byte(id)))
	})
	if err == nil && isCode {
		return a.CloseCode(ctx, session) // or the code would be shown, and answered, with nothing behind it
	}
	return inWords(err)
}

// LetIn admits who waits at the door, or everybody where person is "".
func (a *App) LetIn(ctx context.Context, session, person string) error {
	return a.act(ctx, session, func(l *Laptop) error { return l.LetIn(person) })
}

// TurnAway refuses who waits at the door, or everybody where person is "".
func (a *App) TurnAway(ctx context.Context, session, person string) error {
	return a.act(ctx, session, func(l *Laptop) error { return l.TurnAway(person) })
}
