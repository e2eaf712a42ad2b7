package app

import (
	"context"
	"crypto/ed25519"
	"encoding/hex"
	"fmt"
	"net"
	"strconv"
	"strings"
	"time"

	"rsc.io/qr"

	"convene/p2p"
	"convene/workshop"
)

// invitePrefix begins the keys of invites among the private values: only the
// laptop that made one can let its holders in.
const invitePrefix = "i/"

// keptInvite is an invite on the disk of who made it.
type keptInvite struct {
	Secret  []byte `cbor:"1,keyasint"`
	Role    uint8  `cbor:"2,keyasint"`
	Expires int64  `cbor:"3,keyasint"` // Unix seconds
	Uses    int    `cbor:"4,keyasint"` // 0: any number
	Used    int    `cbor:"5,keyasint"`
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
	role := workshop.RoleParticipant
	if wish.Role != "" {
		var ok bool
		if role, ok = workshop.ParseRole(string(wish.Role)); !ok {
			return Invitation{}, Refuse("role-unknown", "There is no such role.", "Nothing was changed.")
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
		copy(i.ID[:], lap.bytes(8))
		copy(i.Secret[:], lap.bytes(16))
		b, err := encode(keptInvite{Secret: i.Secret[:], Role: i.Role, Expires: i.Expires.Unix(), Uses: max(0, wish.Uses)})
		if err != nil {
			return err
		}
		if err := lap.keep.SetPrivate(inviteKey(i.ID), b); err != nil {
			return fmt.Errorf("keep invite: %w", err)
		}
		return nil
	})
	if err != nil {
		return Invitation{}, inWords(err)
	}
	link := i.Link()
	path, size, err := drawCode(link)
	if err != nil {
		return Invitation{}, fmt.Errorf("draw invite: %w", err)
	}
	return Invitation{Link: link, Expires: Millis(i.Expires.UnixMilli()), Addresses: readable(i.Addrs), QR: path, Size: size}, nil
}

// drawCode makes a QR code: SVG path data for a square of size, quiet zone of
// four modules included.
func drawCode(text string) (path string, size int, err error) {
	code, err := qr.Encode(text, qr.L)
	if err != nil {
		return "", 0, err
	}
	const quiet = 4
	var b strings.Builder
	for y := range code.Size {
		for x := 0; x < code.Size; x++ {
			width := 0
			for x+width < code.Size && code.Black(x+width, y) {
				width++
			}
			if width > 0 {
				w := strconv.Itoa(width)
				b.WriteString("M" + strconv.Itoa(x+quiet) + " " + strconv.Itoa(y+quiet) + "h" + w + "v1h-" + w + "z")
				x += width
			}
		}
	}
	return b.String(), code.Size + 2*quiet, nil
}

// readable writes addresses as people know them, each once.
func readable(addrs []string) List[string] {
	out := List[string]{}
	seen := map[string]bool{}
	for _, a := range addrs {
		host, port := "", ""
		parts := strings.Split(a, "/")
		for i := 1; i+1 < len(parts); i += 2 {
			switch parts[i] {
			case "ip4", "ip6":
				host = parts[i+1]
			case "udp", "tcp":
				port = parts[i+1]
			}
		}
		if text := net.JoinHostPort(host, port); host != "" && !seen[text] {
			seen[text] = true
			out = append(out, text)
		}
	}
	return out
}
