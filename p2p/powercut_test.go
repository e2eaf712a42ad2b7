package p2p

import (
	"testing"
	"time"

	ma "github.com/multiformats/go-multiaddr"

	"github.com/libp2p/go-libp2p/p2p/net/swarm"
)

// Two laptops that dial each other at once may have two connections. After a power cut the second one leads nowhere, and nothing
// may be sent over it when the laptop is back.
func TestWhoComesBackAfterAPowerCutHearsEverythingAtOnce(t *testing.T) {
	simulate(t, 100, time.Millisecond, func(t *testing.T, s *simulation) {
		ana, ben := s.open(0), s.open(1)
		dial(t, ben, ana)
		before := ana.host.Network().ConnsToPeer(ben.host.ID())
		address := ma.StringCast("/ip4/1.0.0.1/udp/8000/quic-v1")
		second, err := ben.host.Network().(*swarm.Swarm).TransportForDialing(address).Dial(t.Context(), address, ana.host.ID())
		if err != nil {
			t.Fatal(err)
		}
		defer second.Close()
		s.until(time.Second, "a second connection", func() bool {
			return len(ana.host.Network().ConnsToPeer(ben.host.ID())) == len(before)+1
		})
		pause(t.Context(), helloTime+time.Second, nil)

		s.setCut(func(from, to int) bool { return from == 1 || to == 1 })
		again := open(t, s.hall, "person-1", s.place(2))
		dial(t, again, ana)
		s.until(time.Second, "no connection but the new one", func() bool {
			return len(ana.host.Network().ConnsToPeer(again.host.ID())) == 1
		})
		ana.write("welcome back")
		s.until(100*time.Millisecond, "the note is there", func() bool { return again.room.holds("welcome back") })
	})
}
