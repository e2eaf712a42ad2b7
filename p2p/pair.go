package p2p

import (
	"context"
	"crypto/ed25519"
	"crypto/hmac"
	"errors"
	"fmt"
	"maps"
	"slices"
	"sync"
	"time"

	"github.com/libp2p/go-libp2p/core/host"
	"github.com/libp2p/go-libp2p/core/network"
	"github.com/libp2p/go-libp2p/core/peer"
	"github.com/sirupsen/logrus"
)

// ErrCodeRefused is the one answer to a wrong code and to one no longer open.
var ErrCodeRefused = errors.New("nobody here has this code")

const (
	codeGuesses    = 10 // then the code is another one
	guessesPerPeer = 3
	guessesPerMin  = 10
)

type pairAsk struct {
	V     uint   `cbor:"1,keyasint"`
	Plate uint   `cbor:"2,keyasint"`
	Said  []byte `cbor:"3,keyasint"`
	Nonce []byte `cbor:"4,keyasint"`
}

func (m *pairAsk) check() error { return must(is32(m.Nonce) && len(m.Said) == 64) }

// pairTell is empty when the code is of somebody else.
type pairTell struct {
	Said  []byte `cbor:"1,keyasint,omitempty"`
	Nonce []byte `cbor:"2,keyasint,omitempty"`
}

func (m *pairTell) check() error {
	return must(len(m.Said) == 0 || is32(m.Nonce) && len(m.Said) == 64)
}

// pairGive carries the invite; empty is no.
type pairGive struct {
	MAC    []byte `cbor:"1,keyasint,omitempty"`
	Sealed []byte `cbor:"2,keyasint,omitempty"`
}

func (m *pairGive) check() error {
	return must((len(m.MAC) == 0 || is32(m.MAC)) && len(m.Sealed) <= maxInvite+64)
}

// offer is a code that is open, and the guesses it has seen.
type offer struct {
	mu      sync.Mutex
	open    bool
	code    Code
	invite  Invite
	guesses int
	byPeer  map[peer.ID]int
	lately  []time.Time
	kept    map[peer.ID]uint // the plate that each relay keeps for it
	first   int              // the plate the code was made with; somebody may have said it aloud before a relay gave another
	renamed bool             // a relay gave another: it does so once, or codes would be of no use
}

// OfferCode opens the door to who types a code, and returns it: they get the
// invite and go on as with its link. After 10 wrong guesses the code is
// another one and Changed pulses; a peer has 3 guesses, everybody together 10
// a minute. An attacker's chance per code is 10 in 1,048,576. Where this laptop
// leans on a relay, the relay is told the plate first, for 2 s at most: there
// the code can be asked for from far away.
func (n *Node) OfferCode(ctx context.Context, i Invite) (Code, error) {
	if err := n.offer.begin(i); err != nil {
		return Code{}, err
	}
	n.mu.Lock()
	relays := slices.Collect(maps.Keys(n.leaning))
	n.mu.Unlock()
	var telling sync.WaitGroup
	for _, id := range relays {
		telling.Go(func() { n.keepPlate(ctx, id) })
	}
	telling.Wait()
	c, _ := n.Code()
	return c, nil
}

func (o *offer) begin(i Invite) error {
	o.mu.Lock()
	defer o.mu.Unlock()
	c, err := newCode(o.code.Plate)
	if err != nil {
		return err
	}
	o.open, o.code, o.invite, o.guesses = true, c, i, 0
	o.first, o.renamed = c.Plate, false
	return nil
}

// Code is the code open now, if any.
func (n *Node) Code() (Code, bool) {
	n.offer.mu.Lock()
	defer n.offer.mu.Unlock()
	return n.offer.code, n.offer.open
}

// WithdrawCode closes the door again.
func (n *Node) WithdrawCode() {
	n.offer.mu.Lock()
	defer n.offer.mu.Unlock()
	n.offer.open = false
}

// guess counts an attempt before it is known to be right; a right one is
// given back by right.
func (o *offer) guess(plate uint, who peer.ID, now time.Time) (c Code, i Invite, ok bool) {
	o.mu.Lock()
	defer o.mu.Unlock()
	for len(o.lately) > 0 && now.Sub(o.lately[0]) > time.Minute {
		o.lately = o.lately[1:]
	}
	ours := plate == uint(o.code.Plate) || plate == uint(o.first)
	if !o.open || !ours || len(o.lately) >= guessesPerMin || o.byPeer[who] >= guessesPerPeer {
		return Code{}, Invite{}, false
	}
	if o.byPeer == nil || len(o.byPeer) > 1000 {
		o.byPeer = map[peer.ID]int{}
	}
	o.byPeer[who]++
	o.guesses++
	o.lately = append(o.lately, now)
	return Code{Plate: int(plate), words: o.code.words}, o.invite, true
}

// rename takes another plate from a relay, once for a code. The caller holds mu.
func (o *offer) rename(plate uint) bool {
	if o.renamed {
		return false
	}
	o.code.Plate, o.renamed = int(plate), true
	return true
}

func (o *offer) right(who peer.ID) {
	o.mu.Lock()
	defer o.mu.Unlock()
	delete(o.byPeer, who)
	o.guesses = max(0, o.guesses-1)
	if len(o.lately) > 0 {
		o.lately = o.lately[:len(o.lately)-1]
	}
}

// spent replaces a code that saw too many guesses; true then.
func (o *offer) spent() bool {
	o.mu.Lock()
	defer o.mu.Unlock()
	if !o.open || o.guesses < codeGuesses {
		return false
	}
	c, err := newCode(o.code.Plate)
	if err != nil {
		o.open = false
		return true
	}
	o.code, o.guesses = c, 0
	return true
}

func (n *Node) onPair(ctx context.Context, s network.Stream) {
	n.doors.enter(s)
	defer n.doors.leave(s)
	defer context.AfterFunc(ctx, func() { reset(s) })()
	err := n.pairUp(s)
	if n.offer.spent() {
		n.c.Log.Warn("the code was guessed at too often and is another one now")
		pulse(n.changed)
	}
	if err != nil {
		n.c.Log.WithError(err).Debug("pairing ended early")
		if !errors.Is(err, ErrCodeRefused) {
			reset(s)
			return
		}
	}
	if err := s.Close(); err != nil {
		reset(s)
	}
}

func (n *Node) pairUp(s network.Stream) error {
	var ask pairAsk
	if err := receive(s, &ask, maxEarly, helloTime); err != nil {
		return err
	}
	joiner := s.Conn().RemotePeer()
	code, invite, ok := n.offer.guess(ask.Plate, joiner, n.c.now())
	if ask.V != version || !ok {
		return errors.Join(ErrCodeRefused, send(s, &pairTell{}, doorTime))
	}
	k, err := newKeying(code, 1, []byte(joiner), []byte(n.host.ID()))
	if err != nil {
		return err
	}
	key, err := k.hear(ask.Said)
	if err != nil {
		return err
	}
	tell := pairTell{Said: k.said(), Nonce: nonce()}
	if err := send(s, &tell, doorTime); err != nil {
		return err
	}
	var h holds
	if err := receive(s, &h, maxEarly, doorTime); err != nil {
		return err
	}
	bound := pairTag(key, []byte(joiner), []byte(n.host.ID()), &ask, &tell)
	if !hmac.Equal(h.MAC, bound("pair/joiner")) {
		return errors.Join(ErrCodeRefused, send(s, &pairGive{}, doorTime))
	}
	n.offer.right(joiner)
	sealed, err := seal(key, []byte(invite.Link()))
	if err != nil {
		return err
	}
	return send(s, &pairGive{MAC: bound("pair/host"), Sealed: sealed}, doorTime)
}

// pairTag confirms a key: over both peers and all that was said.
func pairTag(key, joiner, host []byte, ask *pairAsk, tell *pairTell) func(string) []byte {
	return func(who string) []byte {
		return tag(key, who, joiner, host, ask.Said, tell.Said, ask.Nonce, tell.Nonce)
	}
}

// Pair turns a code into an invite, by asking the laptops at these full
// addresses, one after the other; a relay among them tells who has the code's
// plate. Only who shows the plate is asked to prove the rest. Join with the invite comes next, with the same key. Errors:
// ErrUnreachable, ErrCodeRefused.
func Pair(ctx context.Context, key ed25519.PrivateKey, c Code, where []string, loopback bool, log *logrus.Entry) (Invite, error) {
	h, err := newHost(key, throughRelays()...)
	if err != nil {
		return Invite{}, err
	}
	defer closeHost(h, log)
	var failed error = ErrUnreachable
	for _, info := range parseFull(where, loopback) {
		i, err := pairWith(ctx, h, c, info)
		if err == nil {
			return i, nil
		}
		if ctx.Err() != nil {
			return Invite{}, fmt.Errorf("pair: %w", context.Cause(ctx))
		}
		if !errors.Is(err, ErrUnreachable) {
			failed = err
		}
	}
	return Invite{}, fmt.Errorf("pair: %w", failed)
}

func closeHost(h host.Host, log *logrus.Entry) {
	if err := h.Close(); err != nil && log != nil {
		log.WithError(err).Debug("host closed badly")
	}
}

func pairWith(ctx context.Context, h host.Host, c Code, info peer.AddrInfo) (Invite, error) {
	dialing, cancel := context.WithTimeout(ctx, redialTime)
	defer cancel()
	knowRelays(h, info.Addrs)
	if err := h.Connect(dialing, info); err != nil {
		return Invite{}, fmt.Errorf("%w: %w", ErrUnreachable, err)
	}
	if speaks, err := h.Peerstore().SupportsProtocols(info.ID, protoPlate); err == nil && len(speaks) > 0 {
		next, err := leadOn(dialing, h, info, c)
		if err != nil {
			return Invite{}, err
		}
		knowRelays(h, next.Addrs)
		if err := h.Connect(usableLink(dialing), next); err != nil {
			return Invite{}, fmt.Errorf("%w: %w", ErrUnreachable, err)
		}
		info = next
	}
	s, err := openStream(dialing, h, info.ID, protoPair)
	if err != nil {
		return Invite{}, err
	}
	defer reset(s)
	defer context.AfterFunc(ctx, func() { reset(s) })()
	k, err := newKeying(c, 0, []byte(h.ID()), []byte(info.ID))
	if err != nil {
		return Invite{}, err
	}
	return typeCode(s, k, uint(c.Plate), []byte(h.ID()), []byte(info.ID))
}

// typeCode is the joiner's side of a pairing.
func typeCode(s network.Stream, k *keying, plate uint, joiner, host []byte) (Invite, error) {
	ask := pairAsk{V: version, Plate: plate, Said: k.said(), Nonce: nonce()}
	if err := send(s, &ask, doorTime); err != nil {
		return Invite{}, err
	}
	var tell pairTell
	if err := receive(s, &tell, maxEarly, doorTime); err != nil {
		return Invite{}, err
	}
	if len(tell.Said) == 0 {
		return Invite{}, ErrCodeRefused
	}
	key, err := k.hear(tell.Said)
	if err != nil {
		return Invite{}, err
	}
	bound := pairTag(key, joiner, host, &ask, &tell)
	if err := send(s, &holds{MAC: bound("pair/joiner")}, doorTime); err != nil {
		return Invite{}, err
	}
	var give pairGive
	if err := receive(s, &give, maxEarly, doorTime); err != nil {
		return Invite{}, err
	}
	if !hmac.Equal(give.MAC, bound("pair/host")) {
		return Invite{}, ErrCodeRefused
	}
	link, err := unseal(key, give.Sealed)
	if err != nil {
		return Invite{}, err
	}
	return ParseInvite(string(link))
}
