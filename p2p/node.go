package p2p

import (
	"context"
	"fmt"
	"sync"
	"sync/atomic"
	"time"

	"github.com/klauspost/compress/zstd"
	"github.com/libp2p/go-libp2p/core/host"
	"github.com/libp2p/go-libp2p/core/network"
	"github.com/libp2p/go-libp2p/core/peer"
	"github.com/libp2p/go-libp2p/core/protocol"
	ma "github.com/multiformats/go-multiaddr"
)

// Node carries one session between this laptop and the others.
type Node struct {
	c       Config
	host    host.Host
	tagKey  []byte // derived from the session's id; proves to know it
	zip     *zstd.Encoder
	unzip   *zstd.Decoder
	seen    seen
	crew    crew
	doors   doors
	offer   offer
	halves  halves
	changed chan struct{}
	wake    chan struct{} // the keeper has something to do
	look    chan struct{} // the network is another one
	asks    chan struct{} // holds a token for each ask under way
	wanted  wanted
	listing listing
	// incoming is how many changes the exchange that takes now still expects.
	incoming atomic.Int64
	telling  sync.Mutex // held while the room is told of presence; taken before mu

	arrivals chan *link    // new links, for Run to give life
	over     chan struct{} // closed when Run ends

	// What follows is guarded by mu; it is never held while waiting or while
	// the room is asked.
	mu       sync.Mutex
	links    map[peer.ID]*link
	book     map[peer.ID]*entry
	states   map[peer.ID]*held
	nearby   map[peer.ID]Sighting
	own      held
	leaning  map[peer.ID][]ma.Multiaddr // relays at which we have a place, and our addresses there
	opened   opened                     // ports at the router, by NAT-PMP
	hubs     [][32]byte
	dropped  map[[32]byte]time.Time // older judgements do not count
	paces    map[[32]byte]*pace     // how much each person said over their own links
	giver    *link                  // who gives much now
	givesTo  time.Time              // until when others wait for that
	wholeLog int                    // bytes, as far as an exchange gave it
	behind   bool                   // since the last link was made there was no exchange that ended well
	barred   map[[32]byte]time.Time // who sent what no honest peer sends, until when
	star     bool
	primary  peer.ID
	centre   []peer.ID // the hubs of a star, in order
	digest   [32]byte
	digestAt time.Time
}

// Peer is somebody who is here: linked to this laptop, or to the hub it
// listens to.
type Peer struct {
	ID     string
	Person [32]byte
	Kind   string   // "lan", "loopback", "relayed", "direct"; "through" when a hub carries
	Digest [32]byte // what they last said to hold; zero when unknown
	RTT    time.Duration
	Offset time.Duration // their clock minus ours
	Timed  bool          // RTT and Offset are known: they answered a ping
	Floods bool          // they write more than people do, and are read slowly
}

// Start opens the ports. Nobody is answered before Run, which must be called:
// it closes them. Errors: ErrPortInUse.
func Start(ctx context.Context, c Config) (*Node, error) {
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	c = c.complete()
	me, err := peerOf(c.Key)
	if err != nil {
		return nil, err
	}
	if !vouches(c.Session, me, c.Person, c.Voucher) {
		return nil, errVoucher
	}
	key, err := derive(c.Session[:], nil, "convene/hello/1")
	if err != nil {
		return nil, err
	}
	zip, err := zstd.NewWriter(nil, zstd.WithEncoderConcurrency(1))
	if err != nil {
		return nil, fmt.Errorf("start compression: %w", err)
	}
	unzip, err := zstd.NewReader(nil, zstd.WithDecoderConcurrency(1), zstd.WithDecoderMaxMemory(2*maxFrame))
	if err != nil {
		return nil, fmt.Errorf("start compression: %w", err)
	}
	h, err := listenHost(c)
	if err != nil {
		return nil, err
	}
	return &Node{
		c: c, host: h, tagKey: key, zip: zip, unzip: unzip,
		changed:  make(chan struct{}, 1),
		wake:     make(chan struct{}, 1),
		look:     make(chan struct{}, 1),
		asks:     make(chan struct{}, asksAtOnce),
		wanted:   wanted{wake: make(chan struct{}, 1)},
		listing:  listing{wish: make(chan struct{}, 1)},
		arrivals: make(chan *link),
		over:     make(chan struct{}),
		links:    map[peer.ID]*link{},
		book:     map[peer.ID]*entry{},
		states:   map[peer.ID]*held{},
		dropped:  map[[32]byte]time.Time{},
		barred:   map[[32]byte]time.Time{},
		paces:    map[[32]byte]*pace{},
		nearby:   map[peer.ID]Sighting{},
		leaning:  map[peer.ID][]ma.Multiaddr{},
		behind:   true,
	}, nil
}

// Run answers and carries until ctx ends; then it closes the ports, waits for
// everything it started, and returns ctx's cause.
func (n *Node) Run(ctx context.Context) error {
	for id, handle := range map[protocol.ID]func(context.Context, network.Stream){
		protoHello:    n.onHello,
		protoJoin:     n.onJoin,
		protoPair:     n.onPair,
		protoSync:     n.onSync,
		protoDelta:    n.onDelta,
		protoPresence: n.onPresence,
		protoBlob:     n.onBlob,
	} {
		n.host.SetStreamHandler(id, func(s network.Stream) {
			if !n.crew.enter() {
				reset(s)
				return
			}
			defer n.crew.leave()
			handle(ctx, s)
		})
	}
	bundle := &network.NotifyBundle{ConnectedF: func(_ network.Network, c network.Conn) {
		n.crew.start(func() { n.expectHello(ctx, c) })
	}}
	n.host.Network().Notify(bundle)
	n.crew.start(func() { n.keep(ctx) })
	n.crew.start(func() { n.heed(ctx) })
	n.crew.start(func() { n.goRound(ctx) })
	for _, p := range n.c.Relays[:min(len(n.c.Relays), maxRelays)] {
		n.crew.start(func() { n.lean(ctx, p) })
	}
	if !n.c.Loopback && n.c.listen == nil {
		n.crew.start(func() { n.openPorts(ctx) })
	}
	if n.c.Blobs != nil {
		n.crew.start(func() { n.collect(ctx) })
	}
	if n.c.Announce {
		n.crew.start(func() { n.announce(ctx) })
	}
	for ctx.Err() == nil {
		select {
		case <-ctx.Done():
		case l := <-n.arrivals:
			n.crew.start(func() { n.live(ctx, l) })
		case <-n.listing.wish:
			n.relist(ctx)
		}
	}
	close(n.over)
	err := n.host.Close()
	n.crew.wait()
	n.unzip.Close()
	if err != nil {
		n.c.Log.WithError(err).Debug("host closed badly")
	}
	return context.Cause(ctx)
}

// Changed pulses when Peers would answer something else.
func (n *Node) Changed() <-chan struct{} { return n.changed }

// Peers returns who is here, in no order.
func (n *Node) Peers() []Peer {
	n.mu.Lock()
	defer n.mu.Unlock()
	var out []Peer
	for id, l := range n.links {
		out = append(out, Peer{
			ID: id.String(), Person: l.person, Kind: kindOf(l.conn.RemoteMultiaddr()),
			Digest: l.digest, RTT: l.clock.rtt, Offset: l.clock.offset, Timed: l.clock.count > 0, Floods: n.flooding(l.person),
		})
	}
	for id := range n.here() {
		if e := n.book[id]; e != nil && n.links[id] == nil && id != n.host.ID() {
			out = append(out, Peer{ID: id.String(), Person: e.person, Kind: "through", Digest: n.toldOf(id)})
		}
	}
	return out
}

// toldOf is what a peer that is not linked to us holds, as a link says. The
// caller holds mu.
func (n *Node) toldOf(id peer.ID) [32]byte {
	if l := n.links[n.primary]; l != nil && l.here[id] {
		return l.holds[id]
	}
	for _, l := range n.links {
		if d, told := l.holds[id]; told && l.here[id] {
			return d
		}
	}
	return [32]byte{}
}

// Heard is when a person who is not linked to this laptop any more last said
// something to it; zero when that is not known. A laptop that dies without a
// word is noticed 8 s later.
func (n *Node) Heard(person [32]byte) time.Time {
	n.mu.Lock()
	defer n.mu.Unlock()
	var at time.Time
	for _, e := range n.book {
		if e.person == person && e.spoke.After(at) {
			at = e.spoke
		}
	}
	return at
}

// Foreign is how many laptops of this session answer here with another version,
// and so cannot take part. The version is told before the session: who was only
// heard on this network may be of a workshop next door, and does not count.
func (n *Node) Foreign() (count int) {
	n.mu.Lock()
	defer n.mu.Unlock()
	for _, e := range n.book {
		if e.foreign && (e.pinned || e.met || e.person != [32]byte{}) {
			count++
		}
	}
	return count
}

// Incoming is how many changes are still to come in the exchange that runs
// now, as the other side says; 0 when none does.
func (n *Node) Incoming() int { return int(n.incoming.Load()) }

// Address is where this node listens, for invites.
func (n *Node) Address() Address {
	a := Address{Peer: n.host.ID().String()}
	for _, at := range n.addrs() {
		a.Addrs = append(a.Addrs, at.String())
	}
	return a
}

// Port is what Config.Port should be at the next start.
func (n *Node) Port() int { return portOf(n.host.Network().ListenAddresses()) }

// Known returns full addresses of members met or heard of, to be dialled when
// the session is opened again: as they gave them themselves, and as others did
// only where they were not met and that did not fail again and again.
func (n *Node) Known() []string {
	n.mu.Lock()
	defer n.mu.Unlock()
	var out []string
	for id, e := range n.book {
		for _, a := range e.lasting() {
			out = append(out, a.String()+"/p2p/"+id.String())
		}
	}
	return out
}

// SetHubs says whom to listen to when there are more than 12: the floor
// holder first, then successors. Everybody should say the same.
func (n *Node) SetHubs(persons [][32]byte) {
	n.mu.Lock()
	n.hubs = append([][32]byte(nil), persons...)
	n.mu.Unlock()
	pulse(n.wake)
}

// Drop cuts the links to a person. Whether they may come back, the room says.
func (n *Node) Drop(person [32]byte) {
	n.mu.Lock()
	n.dropped[person] = n.c.now()
	var cut []*link
	for _, l := range n.links {
		if l.person == person {
			cut = append(cut, l)
		}
	}
	for id, e := range n.book {
		if e.person == person {
			delete(n.book, id)
		}
	}
	n.mu.Unlock()
	for _, l := range cut {
		l.close()
	}
}

// pulse signals without waiting; a signal not yet heard is enough.
func pulse(c chan struct{}) {
	select {
	case c <- struct{}{}:
	default:
	}
}
