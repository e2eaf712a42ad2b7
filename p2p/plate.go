package p2p

import (
	"context"
	"crypto/ed25519"
	"fmt"
	"math/rand/v2"
	"net/netip"
	"sync"
	"time"

	"github.com/libp2p/go-libp2p/core/host"
	"github.com/libp2p/go-libp2p/core/network"
	"github.com/libp2p/go-libp2p/core/peer"
	"github.com/sirupsen/logrus"
)

// A code alone says nothing of where its session is. On one network everybody
// there is asked; from far away a relay is: it keeps which laptop that leans on
// it has which plate. The words of the code are never told to it, and the
// exchange that proves them binds both laptops, so that a relay that answers
// with another laptop gains one guess, as anybody has.

const (
	mostPlates     = 999
	plateTime      = 2 * time.Second
	questions      = 100 // of one address, at once: a whole hall may be behind it
	questionPace   = 100.0 / 60
	questionersMax = 4096
)

// plateAsk is a laptop with the pass that wants to be found by a plate (Keep; 0
// gives it back), or somebody who asks whose a plate is.
type plateAsk struct {
	V     uint `cbor:"1,keyasint"`
	Plate uint `cbor:"2,keyasint,omitempty"`
	Keep  bool `cbor:"3,keyasint,omitempty"`
}

func (m *plateAsk) check() error { return must(m.Plate <= mostPlates) }

// plateTell is the plate that the laptop has now, or whose a plate is; empty is
// nobody's, or too many questions.
type plateTell struct {
	V     uint   `cbor:"1,keyasint"`
	Plate uint   `cbor:"2,keyasint,omitempty"`
	Peer  []byte `cbor:"3,keyasint,omitempty"`
}

func (m *plateTell) check() error {
	return must(m.Plate <= mostPlates && (len(m.Peer) == 0 || validPeer(m.Peer)))
}

// plates is which laptop has which plate at a relay, and who asked how often.
type plates struct {
	mu    sync.Mutex
	of    map[uint]peer.ID
	asked map[netip.Addr]*flow
}

// keep gives a laptop the plate it wants, or another one where that is taken by
// somebody who still leans here; 0 when none is free. It has one at a time.
func (p *plates) keep(want uint, id peer.ID, leans func(peer.ID) bool) (got uint) {
	p.mu.Lock()
	defer p.mu.Unlock()
	for plate, holder := range p.of {
		if holder == id && plate != want || !leans(holder) {
			delete(p.of, plate)
		}
	}
	if want == 0 {
		return 0
	}
	if holder, taken := p.of[want]; !taken || holder == id {
		p.of[want] = id
		return want
	}
	if len(p.of) >= mostPlates {
		return 0
	}
	for plate := 1 + rand.UintN(mostPlates); ; plate = plate%mostPlates + 1 {
		if _, taken := p.of[plate]; !taken {
			p.of[plate] = id
			return plate
		}
	}
}

// whose tells who has a plate, a hundred times a minute for each address.
func (p *plates) whose(plate uint, at netip.Addr, now time.Time) peer.ID {
	if at.Is6() {
		net, _ := at.Prefix(64) // every IPv6 address has one
		at = net.Addr()
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	f := p.asked[at]
	if f == nil {
		for other, old := range p.asked {
			if len(p.asked) >= questionersMax && now.Sub(old.last) > time.Minute {
				delete(p.asked, other)
			}
		}
		if len(p.asked) >= questionersMax {
			return ""
		}
		f = &flow{}
		p.asked[at] = f
	}
	if f.take(now, 1, questionPace, questions) > 0 {
		f.debt-- // a question that was not answered costs nothing more
		return ""
	}
	return p.of[plate]
}

// onPlate is the relay's side.
func (r *Relay) onPlate(s network.Stream) error {
	var ask plateAsk
	if err := receive(s, &ask, maxEarly, helloTime); err != nil {
		return err
	}
	tell := plateTell{V: version}
	who := s.Conn().RemotePeer()
	switch at, ok := ipOf(s.Conn().RemoteMultiaddr()); {
	case ask.V != version:
	case ask.Keep && !r.guard.holds(who):
		return errNoPass
	case ask.Keep:
		tell.Plate = r.plates.keep(ask.Plate, who, func(id peer.ID) bool {
			return r.host.Network().Connectedness(id) == network.Connected
		})
	case ok:
		tell.Peer = []byte(r.plates.whose(ask.Plate, at, time.Now()))
	}
	return send(s, &tell, doorTime)
}

// askPlate asks a relay.
func askPlate(ctx context.Context, h host.Host, relay peer.ID, ask plateAsk) (plateTell, error) {
	ctx, cancel := context.WithTimeout(ctx, plateTime)
	defer cancel()
	s, err := openStream(ctx, h, relay, protoPlate)
	if err != nil {
		return plateTell{}, err
	}
	defer reset(s)
	defer context.AfterFunc(ctx, func() { reset(s) })()
	if err := send(s, &ask, doorTime); err != nil {
		return plateTell{}, err
	}
	var tell plateTell
	if err := receive(s, &tell, maxEarly, doorTime); err != nil {
		return plateTell{}, err
	}
	if tell.V != version {
		return plateTell{}, ErrVersion
	}
	return tell, nil
}

// keepPlate tells a relay the plate of the code that is open here, or gives it
// back. Where the relay has given it to another laptop, the code gets the plate
// that is free there; only the first relay decides, and once: a relay that
// gives another one again keeps the code from being found from far away, and
// no more.
func (n *Node) keepPlate(ctx context.Context, relay peer.ID) {
	n.offer.mu.Lock()
	want, code := uint(0), n.offer.code
	if n.offer.open {
		want = uint(code.Plate)
	}
	had := n.offer.kept[relay]
	n.offer.mu.Unlock()
	if want == 0 && had == 0 {
		return
	}
	tell, err := askPlate(ctx, n.host, relay, plateAsk{V: version, Plate: want, Keep: true})
	if err != nil {
		n.c.Log.WithError(err).Debug("a relay keeps no plate for this laptop")
		return
	}
	n.offer.mu.Lock()
	defer n.offer.mu.Unlock()
	if n.offer.kept == nil {
		n.offer.kept = map[peer.ID]uint{}
	}
	if tell.Plate != had {
		pulse(n.changed) // where the code is found from far away is drawn
	}
	n.offer.kept[relay] = tell.Plate
	if first := n.c.Relays[0].Peer == relay.String(); first && n.offer.open && n.offer.code == code && tell.Plate != 0 && tell.Plate != want && n.offer.rename(tell.Plate) {
		pulse(n.changed)
	}
}

// FindableAt is a relay's address, as people type it, at which the code that
// is open here can be asked for from far away; empty when there is none.
func (n *Node) FindableAt() string {
	n.offer.mu.Lock()
	defer n.offer.mu.Unlock()
	for _, p := range n.c.Relays {
		id, err := peer.Decode(p.Peer)
		if err != nil || !n.offer.open || n.offer.kept[id] != uint(n.offer.code.Plate) {
			continue
		}
		info, err := p.info()
		if err != nil {
			continue
		}
		for _, a := range info.Addrs {
			ip, ok := ipOf(a)
			if names := namesOf(a); ok && len(names) == 2 && names[1] == "tcp" {
				return netip.AddrPortFrom(ip, uint16(portOf(info.Addrs))).String()
			}
		}
	}
	return ""
}

// PairAt turns a code into an invite by way of a relay, which knows the laptop
// that has the code's plate. Errors: as of Pair.
func PairAt(ctx context.Context, key ed25519.PrivateKey, c Code, relay Pass, log *logrus.Entry) (Invite, error) {
	info, err := relay.info()
	if err != nil {
		return Invite{}, err
	}
	h, err := newHost(key, throughRelays()...)
	if err != nil {
		return Invite{}, err
	}
	defer closeHost(h, log)
	i, err := pairWith(ctx, h, c, info)
	if err != nil {
		return Invite{}, fmt.Errorf("pair: %w", err)
	}
	return i, nil
}

// leadOn asks a relay for the laptop that has a code's plate, and returns where
// that is reached.
func leadOn(ctx context.Context, h host.Host, relay peer.AddrInfo, c Code) (peer.AddrInfo, error) {
	tell, err := askPlate(ctx, h, relay.ID, plateAsk{V: version, Plate: uint(c.Plate)})
	if err != nil {
		return peer.AddrInfo{}, err
	}
	if len(tell.Peer) == 0 {
		return peer.AddrInfo{}, ErrCodeRefused
	}
	p := Pass{Peer: relay.ID.String()}
	for _, a := range relay.Addrs {
		p.Addrs = append(p.Addrs, a.String())
	}
	return peer.AddrInfo{ID: peer.ID(tell.Peer), Addrs: p.circuits()}, nil
}
