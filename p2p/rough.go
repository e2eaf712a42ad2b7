package p2p

import (
	"math/rand/v2"
	"slices"
	"time"

	"github.com/libp2p/go-libp2p/core/network"
	"github.com/quic-go/quic-go"
)

// On a bad Wi-Fi a connection that loses every third packet stands still for
// seconds now and then: its window shrinks to two packets, and when both are
// lost, with their answers, it waits twice as long each time. What has to go
// over such a link goes over others as well, and whatever is there first
// counts.

const (
	roughLoss    = 0.05                   // of the packets of one beat or a few
	roughPackets = 30                     // fewer say nothing
	detours      = 2                      // more ways for a change, over others
	roughPing    = 200 * time.Millisecond // more than the best: TCP had to send it again
)

// losses is how many packets a connection sent, and lost, up to the last look.
type losses struct{ sent, lost uint64 }

// lossesOf asks a connection; false for TCP, which does not tell.
func lossesOf(c network.Conn) (losses, bool) {
	var q *quic.Conn
	if !c.As(&q) {
		return losses{}, false
	}
	s := q.ConnectionStats()
	return losses{sent: s.PacketsSent, lost: s.PacketsLost}, true
}

// gauge looks, with each beat, at whether a link loses packets.
func (n *Node) gauge(l *link) {
	now, ok := lossesOf(l.conn)
	n.mu.Lock()
	defer n.mu.Unlock()
	if !ok {
		l.rough = l.clock.late(roughPing) > 1
		return
	}
	sent := now.sent - l.counted.sent
	if sent < roughPackets {
		return
	}
	lost := int64(now.lost - l.counted.lost) // what was called lost may have come after all
	l.rough = float64(lost) > roughLoss*float64(sent)
	l.counted = now
}

// withDetours adds links to those that something goes on to, so that nobody has
// to wait for a single rough one. The caller holds mu.
func (n *Node) withDetours(from *link, to []*link) []*link {
	var more []*link
	for _, l := range n.links {
		rough := l.rough || from != nil && from.rough
		if rough && l != from && !slices.Contains(to, l) && n.detour(from, l) {
			more = append(more, l)
		}
	}
	if !n.star && len(more) > detours {
		rand.Shuffle(len(more), func(i, j int) { more[i], more[j] = more[j], more[i] })
		more = more[:detours]
	}
	return append(to, more...)
}

// detour tells whether a link may be a second way. In a mesh any; in a star
// guests say what they have to every hub, and every hub to everybody. The
// caller holds mu.
func (n *Node) detour(from, l *link) bool {
	if !n.star || slices.Contains(n.centre, n.host.ID()) {
		return true
	}
	return from == nil && slices.Contains(n.centre, l.peer)
}
