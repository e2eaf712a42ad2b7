package p2p

import (
	"context"
	"crypto/hmac"
	"errors"
	"fmt"
	"time"

	"github.com/libp2p/go-libp2p/core/host"
	"github.com/libp2p/go-libp2p/core/network"
	"github.com/libp2p/go-libp2p/core/peer"
	"github.com/libp2p/go-libp2p/core/protocol"
	"github.com/multiformats/go-multistream"
)

// A hello makes two strangers a link. Who dialled proves first, but only to a
// listener that showed to know the session's id; the listener then proves to
// who was welcome. So a stranger learns only that this is not their session.
// Nonces of both are in everything said, so that no hello can be replayed.

// greeting is one hello under way.
type greeting struct {
	n        *Node
	s        network.Stream
	end      time.Time
	out      bool // this side dialled
	theirs   []byte
	dialler  []byte
	listener []byte
	nonceD   []byte
	nonceL   []byte
}

func (n *Node) newGreeting(s network.Stream, out bool) *greeting {
	me, they := []byte(n.host.ID()), []byte(s.Conn().RemotePeer())
	g := &greeting{n: n, s: s, end: time.Now().Add(helloTime), out: out, theirs: they, dialler: they, listener: me}
	if out {
		g.dialler, g.listener = me, they
	}
	return g
}

func (g *greeting) left() time.Duration { return time.Until(g.end) }

// tag binds a label to both peers and both nonces, for who knows the session.
func (g *greeting) tag(label string) []byte {
	return tag(g.n.tagKey, label, g.dialler, g.listener, g.nonceD, g.nonceL)
}

// greet says hello to a peer this side has dialled.
func (n *Node) greet(ctx context.Context, id peer.ID) error {
	ctx2, cancel := context.WithTimeout(ctx, helloTime)
	defer cancel()
	s, err := openStream(ctx2, n.host, id, protoHello)
	if err != nil {
		return err
	}
	g := n.newGreeting(s, true)
	l, err := g.dial()
	if err != nil {
		reset(s)
		return err
	}
	return n.settle(ctx, l)
}

// usableLink lets a stream run through a relay, too: what a relay sees is
// ciphertext, and its limits are those of Convene's own.
func usableLink(ctx context.Context) context.Context {
	return network.WithAllowLimitedConn(ctx, "convene")
}

// openStream opens a stream for one of our protocols. Errors: ErrVersion when
// the other side speaks only others, ErrUnreachable.
func openStream(ctx context.Context, h host.Host, to peer.ID, id protocol.ID) (network.Stream, error) {
	s, err := h.NewStream(usableLink(ctx), to, id)
	var unknown multistream.ErrNotSupported[protocol.ID]
	switch {
	case err == nil:
		return s, nil
	case errors.As(err, &unknown):
		return nil, fmt.Errorf("%w: %w", ErrVersion, err)
	}
	return nil, fmt.Errorf("%w: %w", ErrUnreachable, err)
}

func (g *greeting) dial() (*link, error) {
	g.nonceD = nonce()
	if err := send(g.s, &opening{V: version, Nonce: g.nonceD}, g.left()); err != nil {
		return nil, err
	}
	var theirs opening
	if err := receive(g.s, &theirs, maxEarly, g.left()); err != nil {
		return nil, err
	}
	if theirs.V != version {
		return nil, ErrVersion
	}
	g.nonceL = theirs.Nonce
	if !hmac.Equal(theirs.Tag, g.tag("hello/listener")) {
		return nil, ErrOtherSession
	}
	if err := send(g.s, &sameSession{Tag: g.tag("hello/dialler")}, g.left()); err != nil {
		return nil, err
	}
	if err := g.prove("prove/dialler"); err != nil {
		return nil, err
	}
	l, err := g.judge("prove/listener")
	if err != nil && !errors.Is(err, ErrNotAdmitted) {
		err = fmt.Errorf("%w: %w", ErrNotAdmitted, err) // they hung up on our proof
	}
	return l, err
}

func (g *greeting) answer() (*link, error) {
	var theirs opening
	if err := receive(g.s, &theirs, maxEarly, g.left()); err != nil {
		return nil, err
	}
	g.nonceD, g.nonceL = theirs.Nonce, nonce()
	mine := opening{V: version, Nonce: g.nonceL}
	if theirs.V == version {
		mine.Tag = g.tag("hello/listener")
	}
	if err := send(g.s, &mine, g.left()); err != nil {
		return nil, err
	}
	if theirs.V != version {
		return nil, ErrVersion
	}
	var same sameSession
	if err := receive(g.s, &same, maxEarly, g.left()); err != nil {
		return nil, err
	}
	if !hmac.Equal(same.Tag, g.tag("hello/dialler")) {
		return nil, ErrOtherSession
	}
	l, err := g.judge("prove/dialler")
	if err != nil {
		return nil, err
	}
	if err := g.prove("prove/listener"); err != nil {
		return nil, err
	}
	// The dialler speaks again once we are welcome there.
	var ready control
	if err := receive(g.s, &ready, maxEarly, g.left()); err != nil {
		return nil, err
	}
	return l, nil
}

func (g *greeting) prove(label string) error {
	proof, err := g.n.c.Room.Hello([]byte(g.n.host.ID()), g.theirs, g.tag(label))
	if err != nil {
		return fmt.Errorf("prove: %w", err)
	}
	addrs := packAddrs(g.n.addrs())
	return send(g.s, &credentials{Proof: proof, Addrs: addrs, Voucher: g.n.c.Voucher}, g.left())
}

func (g *greeting) judge(label string) (*link, error) {
	var c credentials
	if err := receive(g.s, &c, maxProof, g.left()); err != nil {
		return nil, err
	}
	before := g.n.c.now()
	person, err := g.n.c.Room.Welcome([]byte(g.n.host.ID()), g.theirs, g.tag(label), c.Proof)
	if err != nil {
		return nil, fmt.Errorf("%w: %w", ErrNotAdmitted, err)
	}
	if g.n.isBarred(person, before) {
		return nil, fmt.Errorf("%w: cut off a moment ago", ErrNotAdmitted)
	}
	if !vouches(g.n.c.Session, g.s.Conn().RemotePeer(), person, c.Voucher) {
		return nil, fmt.Errorf("%w: %w", ErrNotAdmitted, errVoucher)
	}
	l := newLink(g.s, person, g.out, before)
	l.voucher = c.Voucher
	l.addrs = unpackAddrs(c.Addrs, g.n.c.Loopback)
	return l, nil
}

// isBarred tells whether a person was cut off less than a minute ago, for what
// no honest peer sends.
func (n *Node) isBarred(person [32]byte, now time.Time) bool {
	n.mu.Lock()
	defer n.mu.Unlock()
	return now.Before(n.barred[person])
}

// onHello answers a hello and then lives the link it makes.
func (n *Node) onHello(ctx context.Context, s network.Stream) {
	l, err := n.newGreeting(s, false).answer()
	if err == nil {
		err = n.settle(ctx, l)
	}
	if err != nil {
		n.c.Log.WithError(err).WithField("peer", s.Conn().RemotePeer().String()).Debug("hello failed")
		if errors.Is(err, ErrVersion) {
			s.Close() // so that they read our version
			return
		}
		reset(s)
		n.mu.Lock()
		known := n.links[s.Conn().RemotePeer()] != nil
		n.mu.Unlock()
		if !known {
			n.hangUp(s.Conn())
		}
	}
}

// expectHello closes a connection on which nobody became known in time. Who
// is at the door with an invite has their own limits.
func (n *Node) expectHello(ctx context.Context, c network.Conn) {
	began, t := time.Now(), time.NewTicker(helloTime)
	defer t.Stop()
	for {
		select {
		case <-ctx.Done():
			return
		case <-t.C:
		}
		n.mu.Lock()
		known := n.links[c.RemotePeer()] != nil
		e := n.book[c.RemotePeer()]
		dialing := e != nil && e.dialing
		n.mu.Unlock()
		if known || c.IsClosed() || n.isRelay(c.RemotePeer()) {
			return
		}
		trying, proven := n.doors.at(c)
		if !proven && !dialing && (!trying || time.Since(began) >= tryingTime) {
			n.hangUp(c)
			return
		}
	}
}

func (n *Node) hangUp(c network.Conn) {
	if err := c.Close(); err != nil {
		n.c.Log.WithError(err).Debug("hang up")
	}
}

func reset(s network.Stream) {
	_ = s.Reset() // nothing is left to say to them, and nobody to tell
}
