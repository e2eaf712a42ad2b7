package p2p

import (
	"context"
	"crypto/ed25519"
	"crypto/hmac"
	"fmt"
	"time"
	"unicode/utf8"

	"github.com/libp2p/go-libp2p/core/network"
	"github.com/libp2p/go-libp2p/core/peer"
	"github.com/sirupsen/logrus"
)

// Visit is somebody on the way to a session's door. Key, Invite and Prove are
// required.
type Visit struct {
	Key      ed25519.PrivateKey // becomes the host key of the node to be started afterwards
	Invite   Invite
	Name     string // how the joiner wants to be called; told only to a host that knows the invite
	Loopback bool
	Seek     Directory // is asked where the host is now, whatever the invite says; none is not to ask
	// Prove is called with the session's genesis and a challenge, and answers
	// with the joiner's person key and its signature.
	Prove func(genesis, challenge []byte) (person [32]byte, sig []byte, err error)
	// Waiting is called each second while a facilitator has not decided; nil
	// is nobody to tell.
	Waiting func()
	Log     *logrus.Entry
}

// Join asks the invite's host to let us in, and returns when it did: at once,
// or after a facilitator decided, at most 10 minutes later. What v brings is
// called on this goroutine. Errors: ErrUnreachable, ErrInviteRefused,
// ErrOtherSession, ErrVersion; with Seek also ErrNoDirectory, ErrNotListed.
func Join(ctx context.Context, v Visit) (JoinAnswer, error) {
	info, err := v.where(ctx)
	if err != nil {
		return JoinAnswer{}, err
	}
	h, err := newHost(v.Key, throughRelays()...)
	if err != nil {
		return JoinAnswer{}, err
	}
	defer func() {
		if err := h.Close(); err != nil && v.Log != nil {
			v.Log.WithError(err).Debug("host closed badly")
		}
	}()
	patience := dialTime
	if len(v.Seek.Servers) > 0 {
		patience = soughtTime
	}
	dialing, cancel := context.WithTimeout(ctx, patience)
	defer cancel()
	knowRelays(h, info.Addrs)
	if err := h.Connect(dialing, info); err != nil {
		return JoinAnswer{}, fmt.Errorf("join: %w: %w", ErrUnreachable, err)
	}
	s, err := openStream(dialing, h, info.ID, protoJoin)
	if err != nil {
		return JoinAnswer{}, fmt.Errorf("join: %w", err)
	}
	defer reset(s)
	defer context.AfterFunc(ctx, func() { reset(s) })()
	j := joining{Visit: v, s: s, me: h.ID(), host: info.ID}
	answer, err := j.ask()
	if cause := context.Cause(ctx); err != nil && cause != nil {
		err = cause
	}
	if err != nil {
		return JoinAnswer{}, fmt.Errorf("join: %w", err)
	}
	return answer, nil
}

// where is the host of the invite: as a directory says, if one is to be asked, or
// else as the invite says.
func (v Visit) where(ctx context.Context) (peer.AddrInfo, error) {
	if len(v.Seek.Servers) > 0 {
		id, err := peer.Decode(v.Invite.Peer)
		if err != nil {
			return peer.AddrInfo{}, ErrUnreachable
		}
		found, err := v.Seek.seek(ctx, v.Invite, time.Now(), v.Loopback)
		if err != nil {
			return peer.AddrInfo{}, err
		}
		return peer.AddrInfo{ID: id, Addrs: found}, nil
	}
	infos := parseFull(v.Invite.Full(), v.Loopback)
	if len(infos) != 1 {
		return peer.AddrInfo{}, ErrUnreachable
	}
	return infos[0], nil
}

// joining is one join under way, on the joiner's side.
type joining struct {
	Visit
	s        network.Stream
	me, host peer.ID
}

func (j *joining) ask() (JoinAnswer, error) {
	i, mine := j.Invite, nonce()
	if err := send(j.s, &knock{V: version, Invite: i.ID, Nonce: mine}, doorTime); err != nil {
		return JoinAnswer{}, err
	}
	var c challenge
	if err := receive(j.s, &c, maxEarly, doorTime); err != nil {
		return JoinAnswer{}, err
	}
	if c.V != version {
		return JoinAnswer{}, ErrVersion
	}
	key, err := joinKey(i.Secret, i.Session)
	if err != nil {
		return JoinAnswer{}, err
	}
	bound := func(who string) []byte {
		return tag(key, who, i.Session[:], i.ID[:], []byte(j.host), []byte(j.me), mine, c.Nonce, c.Challenge)
	}
	if err := send(j.s, &holds{MAC: bound("join/joiner")}, doorTime); err != nil {
		return JoinAnswer{}, err
	}
	var in inside
	if err := receive(j.s, &in, maxFrame, doorTime); err != nil {
		return JoinAnswer{}, err
	}
	if len(in.MAC) == 0 {
		return JoinAnswer{}, ErrInviteRefused
	}
	if !hmac.Equal(in.MAC, bound("join/host")) {
		return JoinAnswer{}, ErrOtherSession
	}
	person, sig, err := j.Prove(in.Genesis, c.Challenge)
	if err != nil {
		return JoinAnswer{}, fmt.Errorf("prove: %w", err)
	}
	if err := send(j.s, &presents{Person: person[:], Signature: sig, Name: shortName(j.Name)}, doorTime); err != nil {
		return JoinAnswer{}, err
	}
	return j.await(in.Genesis)
}

// await reads until the host decided.
func (j *joining) await(genesis []byte) (JoinAnswer, error) {
	for {
		var a admitted
		if err := receive(j.s, &a, maxFrame, doorTime); err != nil {
			return JoinAnswer{}, err
		}
		switch {
		case a.Wait && j.Waiting != nil:
			j.Waiting()
			continue
		case a.Wait:
			continue
		case !a.In:
			return JoinAnswer{}, ErrInviteRefused
		}
		return JoinAnswer{Genesis: genesis, Grant: a.Grant, Addrs: a.Addrs, Relays: a.Relays}, nil
	}
}

// shortName cuts a name where it would be refused.
func shortName(name string) string {
	for len(name) > maxName {
		_, size := utf8.DecodeLastRuneInString(name)
		name = name[:len(name)-size]
	}
	return name
}
