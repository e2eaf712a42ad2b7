package p2p

import (
	"context"
	"crypto/ed25519"
	"crypto/hmac"
	"fmt"

	"github.com/libp2p/go-libp2p/core/network"
	"github.com/libp2p/go-libp2p/core/peer"
	"github.com/sirupsen/logrus"
)

// Join asks the invite's host to let us in, and returns when it did: at once,
// or after a facilitator decided, at most 10 minutes later.
//
// key becomes the host key of the node to be started afterwards. prove is
// called with the session's genesis and a challenge, on this goroutine, and
// answers with the joiner's person key and its signature. Errors:
// ErrUnreachable, ErrInviteRefused, ErrOtherSession, ErrVersion.
func Join(ctx context.Context, key ed25519.PrivateKey, i Invite, loopback bool,
	prove func(genesis, challenge []byte) (person [32]byte, sig []byte, err error), log *logrus.Entry,
) (JoinAnswer, error) {
	infos := parseFull(i.Full(), loopback)
	if len(infos) != 1 {
		return JoinAnswer{}, ErrUnreachable
	}
	h, err := newHost(key)
	if err != nil {
		return JoinAnswer{}, err
	}
	defer func() {
		if err := h.Close(); err != nil && log != nil {
			log.WithError(err).Debug("host closed badly")
		}
	}()
	dialing, cancel := context.WithTimeout(ctx, dialTime)
	defer cancel()
	if err := h.Connect(dialing, infos[0]); err != nil {
		return JoinAnswer{}, fmt.Errorf("join: %w: %w", ErrUnreachable, err)
	}
	s, err := openStream(dialing, h, infos[0].ID, protoJoin)
	if err != nil {
		return JoinAnswer{}, fmt.Errorf("join: %w", err)
	}
	defer reset(s)
	defer context.AfterFunc(ctx, func() { reset(s) })()
	j := joining{s: s, i: i, me: h.ID(), host: infos[0].ID}
	answer, err := j.ask(prove)
	if cause := context.Cause(ctx); err != nil && cause != nil {
		err = cause
	}
	if err != nil {
		return JoinAnswer{}, fmt.Errorf("join: %w", err)
	}
	return answer, nil
}

// joining is one join under way, on the joiner's side.
type joining struct {
	s        network.Stream
	i        Invite
	me, host peer.ID
}

func (j *joining) ask(prove func(genesis, challenge []byte) ([32]byte, []byte, error)) (JoinAnswer, error) {
	mine := nonce()
	if err := send(j.s, &knock{V: version, Invite: j.i.ID, Nonce: mine}, doorTime); err != nil {
		return JoinAnswer{}, err
	}
	var c challenge
	if err := receive(j.s, &c, maxEarly, doorTime); err != nil {
		return JoinAnswer{}, err
	}
	if c.V != version {
		return JoinAnswer{}, ErrVersion
	}
	key, err := joinKey(j.i.Secret, j.i.Session)
	if err != nil {
		return JoinAnswer{}, err
	}
	bound := func(who string) []byte {
		return tag(key, who, j.i.Session[:], j.i.ID[:], []byte(j.host), []byte(j.me), mine, c.Nonce, c.Challenge)
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
	person, sig, err := prove(in.Genesis, c.Challenge)
	if err != nil {
		return JoinAnswer{}, fmt.Errorf("prove: %w", err)
	}
	if err := send(j.s, &presents{Person: person[:], Signature: sig}, doorTime); err != nil {
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
		case a.Wait:
			continue
		case !a.In:
			return JoinAnswer{}, ErrInviteRefused
		}
		return JoinAnswer{Genesis: genesis, Grant: a.Grant, Addrs: a.Addrs}, nil
	}
}
