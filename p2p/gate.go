package p2p

import (
	"context"
	"crypto/hmac"
	"errors"
	"fmt"

	"github.com/libp2p/go-libp2p/core/host"
	"github.com/libp2p/go-libp2p/core/network"
	"github.com/libp2p/go-libp2p/core/peer"
)

// What is said at a relay: who holds its secret shows that without telling it,
// and the relay shows the same.

var errNoPass = errors.New("the relay does not let us use it")

// stamped ends a pass: empty is no.
type stamped struct {
	MAC []byte `cbor:"1,keyasint,omitempty"`
}

func (m *stamped) check() error { return must(len(m.MAC) == 0 || is32(m.MAC)) }

func gateTag(secret [16]byte, relay, guest peer.ID, theirs, mine []byte) (func(string) []byte, error) {
	key, err := derive(secret[:], nil, "convene/relay/1")
	if err != nil {
		return nil, err
	}
	return func(who string) []byte { return tag(key, who, []byte(relay), []byte(guest), theirs, mine) }, nil
}

// showPass proves to a relay that we hold its pass.
func showPass(ctx context.Context, h host.Host, relay peer.ID, secret [16]byte) error {
	s, err := openStream(ctx, h, relay, protoRelay)
	if err != nil {
		return err
	}
	defer reset(s)
	defer context.AfterFunc(ctx, func() { reset(s) })()
	mine := nonce()
	if err := send(s, &opening{V: version, Nonce: mine}, doorTime); err != nil {
		return err
	}
	var theirs opening
	if err := receive(s, &theirs, maxEarly, doorTime); err != nil {
		return err
	}
	if theirs.V != version {
		return ErrVersion
	}
	bound, err := gateTag(secret, relay, h.ID(), theirs.Nonce, mine)
	if err != nil {
		return err
	}
	if err := send(s, &holds{MAC: bound("relay/guest")}, doorTime); err != nil {
		return err
	}
	var end stamped
	if err := receive(s, &end, maxEarly, doorTime); err != nil {
		return err
	}
	if !hmac.Equal(end.MAC, bound("relay/relay")) {
		return errNoPass
	}
	return nil
}

// checkPass is the relay's side of it.
func checkPass(s network.Stream, me peer.ID, secret [16]byte) error {
	var theirs opening
	if err := receive(s, &theirs, maxEarly, helloTime); err != nil {
		return err
	}
	mine := opening{V: version, Nonce: nonce()}
	if err := send(s, &mine, doorTime); err != nil {
		return err
	}
	if theirs.V != version {
		return ErrVersion
	}
	bound, err := gateTag(secret, me, s.Conn().RemotePeer(), mine.Nonce, theirs.Nonce)
	if err != nil {
		return err
	}
	var h holds
	if err := receive(s, &h, maxEarly, helloTime); err != nil {
		return err
	}
	if !hmac.Equal(h.MAC, bound("relay/guest")) {
		return fmt.Errorf("%w: %w", errNoPass, send(s, &stamped{}, doorTime))
	}
	return send(s, &stamped{MAC: bound("relay/relay")}, doorTime)
}
