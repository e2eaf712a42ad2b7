package p2p

import (
	"context"
	"errors"
	"sync"
	"time"

	"github.com/libp2p/go-libp2p/core/network"
	"github.com/libp2p/go-libp2p/core/peer"
	ma "github.com/multiformats/go-multiaddr"
)

var (
	errSecondLink = errors.New("there is a link to this peer already")
	errClosed     = errors.New("this node is closed")
)

// link is a connection to somebody the room welcomed. Its hello stream stays
// open and carries control messages; changes and presence have their own.
type link struct {
	peer    peer.ID
	person  [32]byte
	voucher []byte // that this laptop is the person's
	conn    network.Conn
	control network.Stream
	out     bool // this side dialled
	born    time.Time
	ready   chan struct{} // closed when the other side has the link, too
	once    sync.Once
	wake    chan struct{} // there is something to say on control
	ended   chan struct{}
	ending  sync.Once
	outbox  outbox
	mail    chan struct{} // presence is pending

	// Guarded by the node's mu.
	addrs   []ma.Multiaddr
	digest  [32]byte
	clock   clock
	here    map[peer.ID]bool     // linked to them
	told    map[peer.ID]int      // what they know of our links, by entry version
	holds   map[peer.ID][32]byte // what their links hold, as they say
	toldOf  map[peer.ID][32]byte // what they know of what our links hold
	primary peer.ID
	serving bool

	toldRole place
	poke     bool
	bye      bool
	pong     *pong
	pending  map[peer.ID]bool // presence not yet sent
	asking   asking
	states   flow // frames of presence that came
	controls flow // control messages that came
	repair   repair
	moving   bool      // to a direct connection
	rough    bool      // it loses packets
	counted  losses    // when that was looked at
	heard    time.Time // the last control message
}

func newLink(s network.Stream, person [32]byte, out bool, now time.Time) *link {
	l := &link{
		peer: s.Conn().RemotePeer(), person: person, conn: s.Conn(), control: s, out: out, born: now,
		ready: make(chan struct{}), wake: make(chan struct{}, 1), ended: make(chan struct{}),
		heard: now, mail: make(chan struct{}, 1), outbox: outbox{wake: make(chan struct{}, 1)},
		holds: map[peer.ID][32]byte{}, toldOf: map[peer.ID][32]byte{},
		here: map[peer.ID]bool{}, told: map[peer.ID]int{}, pending: map[peer.ID]bool{},
	}
	if !out {
		l.isReady()
	}
	return l
}

func (l *link) isReady() { l.once.Do(func() { close(l.ready) }) }

// close ends the link from any goroutine; its owner cleans up.
func (l *link) close() { l.ending.Do(func() { close(l.ended) }) }

// replaces decides between two links of one pair. Both sides decide the same
// when both dialled at once; a later one means that the peer lost the first.
func (l *link) replaces(old *link, me peer.ID) bool {
	if l.out == old.out || l.born.Sub(old.born) > helloTime {
		return true
	}
	if l.out {
		return me < l.peer
	}
	return l.peer < me
}

// settle makes a welcomed peer part of the node and hands the link to Run, so
// that it lives longer than the call that made it. Who dialled speaks first.
func (n *Node) settle(ctx context.Context, l *link) error {
	n.mu.Lock()
	if at, dropped := n.dropped[l.person]; dropped && !l.born.After(at) {
		n.mu.Unlock()
		return ErrNotAdmitted // judged before the removal
	}
	old := n.links[l.peer]
	if old != nil && !l.replaces(old, n.host.ID()) {
		n.mu.Unlock()
		return errSecondLink
	}
	n.links[l.peer] = l
	n.meet(l)
	l.pending[n.host.ID()] = len(n.own.state) > 0
	for id := range n.states {
		l.pending[id] = id != l.peer
	}
	for _, other := range n.links {
		pulse(other.wake)
	}
	n.mu.Unlock()
	if old != nil {
		old.close()
	}
	n.hangUpOlder(l)
	if l.out {
		if err := send(l.control, &control{}, frameTime); err != nil {
			n.part(l)
			return err
		}
	}
	select {
	case n.arrivals <- l:
		return nil
	case <-n.over:
	case <-ctx.Done():
	}
	n.part(l)
	return errClosed
}

// hangUpOlder ends connections to the peer of a new link that are much older
// than its own: they lead to a process that is gone without a word, and what
// is written there gets nowhere until they time out. Two that were made at the
// same time are left: the other side may use either.
func (n *Node) hangUpOlder(l *link) {
	for _, c := range n.host.Network().ConnsToPeer(l.peer) {
		if c != l.conn && l.conn.Stat().Opened.Sub(c.Stat().Opened) > helloTime {
			n.hangUp(c)
		}
	}
}

// live owns a link until one of its sides ends it.
func (n *Node) live(ctx context.Context, l *link) {
	n.c.Log.WithField("peer", l.peer.String()).Info("peer joined")
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	var all sync.WaitGroup
	for _, part := range []func(context.Context, *link){n.hearControl, n.speakControl, n.writeDelta, n.writePresence} {
		all.Go(func() {
			defer l.close()
			part(ctx, l)
		})
	}
	if l.out {
		n.wanted.add(l.peer)
	}
	pulse(n.wake)
	pulse(n.changed)
	pulse(l.mail)
	select {
	case <-ctx.Done():
	case <-l.ended:
	}
	cancel()
	reset(l.control)
	n.part(l)
	all.Wait()
	n.c.Log.WithField("peer", l.peer.String()).Info("peer left")
}

// part forgets a link, and hangs up unless another link uses the connection.
func (n *Node) part(l *link) {
	l.close()
	n.mu.Lock()
	now := n.links[l.peer]
	if now == l {
		delete(n.links, l.peer)
		now = nil
		if e := n.book[l.peer]; e != nil {
			e.spoke = l.heard
		}
	}
	for _, other := range n.links {
		pulse(other.wake)
	}
	n.behind = n.behind || len(n.links) == 0
	n.mu.Unlock()
	if now == nil || now.conn != l.conn {
		n.hangUp(l.conn)
	}
	pulse(n.wake)
	pulse(n.changed)
}

// linkTo returns the link to the peer of a stream, or nil for a stranger.
func (n *Node) linkTo(s network.Stream) *link {
	n.mu.Lock()
	defer n.mu.Unlock()
	return n.links[s.Conn().RemotePeer()]
}

// pause waits, or not to the end when ctx or the channel ends; false then.
func pause(ctx context.Context, d time.Duration, ended <-chan struct{}) bool {
	t := time.NewTimer(d)
	defer t.Stop()
	select {
	case <-t.C:
		return true
	case <-ctx.Done():
	case <-ended:
	}
	return false
}
