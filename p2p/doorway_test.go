package p2p

import (
	"fmt"
	"io"
	"net"
	"net/netip"
	"testing"
	"testing/synctest"
	"time"

	"github.com/libp2p/go-libp2p/core/crypto"
	"github.com/libp2p/go-libp2p/core/network"
	"github.com/libp2p/go-libp2p/core/peer"
	"github.com/libp2p/go-libp2p/core/transport"
	ma "github.com/multiformats/go-multiaddr"
	manet "github.com/multiformats/go-multiaddr/net"
)

// tcpOnly is where a laptop is dialled without QUIC.
func tcpOnly(t *testing.T, a Address) (full string, port string) {
	t.Helper()
	for _, s := range a.Full() {
		if m := ma.StringCast(s); transportOf(m) == ma.P_TCP {
			port, err := m.ValueForProtocol(ma.P_TCP)
			if err != nil {
				t.Fatal(err)
			}
			return s, port
		}
	}
	t.Fatalf("no TCP in %v", a)
	return "", ""
}

// keeps makes the limits of a laptop.
func keeps(t *testing.T) *doorkeeper {
	t.Helper()
	limits, err := newLimits(laptopSize(nil))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { limits.Close() })
	return limits.(*doorkeeper)
}

func TestSilentConnectionsOfOneAddressKeepNobodyOut(t *testing.T) {
	h := newHall("silent")
	ana := open(t, h, "ana")
	onTCP, port := tcpOnly(t, ana.Address())
	d := net.Dialer{LocalAddr: &net.TCPAddr{IP: net.IPv4(127, 0, 0, 2)}}
	for range newConnsBurst - 8 { // libp2p does not let one address open more at once
		c, err := d.DialContext(t.Context(), "tcp", "127.0.0.1:"+port)
		if err != nil {
			t.Fatal(err)
		}
		defer c.Close()
	}
	keeper := ana.host.Network().ResourceManager().(*doorkeeper)
	eventually(t, 5*time.Second, "they stand", func() bool {
		keeper.mu.Lock()
		defer keeper.mu.Unlock()
		return keeper.sum >= openingRoom/4
	})
	for name, where := range map[string][]string{"ben": ana.Address().Full(), "cem": {onTCP}} {
		if err := open(t, h, name).Dial(t.Context(), where); err != nil {
			t.Errorf("%s, while they stand: %v", name, err)
		}
	}
}

// Twenty addresses take all they can get, and the next one has room.
func TestNobodysConnectionsFillTheDoorway(t *testing.T) {
	keeper := keeps(t)
	at := func(i int) ma.Multiaddr { return ma.StringCast(fmt.Sprintf("/ip4/10.0.%d.%d/tcp/1", i/250, i%250+1)) }
	for attackers := range 20 {
		got := 0
		for ; got < newConnsBurst; got++ { // no more at once from one address
			if _, err := keeper.OpenConnection(network.DirInbound, true, at(attackers)); err != nil {
				break
			}
		}
		if attackers == 0 && got < connsPerAddress-1 {
			t.Errorf("a hall behind one address has room for %d at once", got)
		}
		next, err := keeper.OpenConnection(network.DirInbound, true, at(1000+attackers))
		if err != nil {
			t.Fatalf("behind %d addresses that take all they get: %v", attackers+1, err)
		}
		next.Done()
	}
	if keeper.sum >= openingRoom {
		t.Errorf("%d are let in at once", keeper.sum)
	}
}

// The room is given back by who showed a key, and by who left.
func TestTheDoorwayForgetsWhoWentThrough(t *testing.T) {
	keeper := keeps(t)
	relay := "/ip4/203.0.113.9/tcp/4001/p2p/" + someInvite(t).Peer + "/p2p-circuit"
	for _, from := range []string{"/ip4/203.0.113.9/tcp/4001", "/ip6/2001:db8::1/udp/1/quic-v1", relay} {
		keyed, err := keeper.OpenConnection(network.DirInbound, true, ma.StringCast(from))
		if err != nil {
			t.Fatal(err)
		}
		gone, err := keeper.OpenConnection(network.DirInbound, true, ma.StringCast(from))
		if err != nil {
			t.Fatal(err)
		}
		if keeper.sum != 2 {
			t.Errorf("%d are counted, want 2", keeper.sum)
		}
		if err := keyed.SetPeer("somebody"); err != nil {
			t.Fatal(err)
		}
		gone.Done()
		gone.Done()
		keyed.Done()
	}
	if keeper.sum != 0 || len(keeper.opening) != 0 || len(keeper.relayed) != 0 {
		t.Errorf("%d, %v and %v are left", keeper.sum, keeper.opening, keeper.relayed)
	}
}

// What is seen of a guest behind a relay is the relay's address, which must not use up that address's room.
func TestConnectionsThroughARelayAreCountedApart(t *testing.T) {
	limits := keeps(t)
	relay := ma.StringCast("/ip4/203.0.113.9/tcp/4001/p2p/" + someInvite(t).Peer + "/p2p-circuit")
	through := 0
	for ; through < 2*connsPerAddress; through++ {
		c, err := limits.OpenConnection(network.DirInbound, true, relay)
		if err != nil {
			break
		}
		if err := c.SetPeer(hostID(t, fmt.Sprint(through))); err != nil {
			t.Fatal(err)
		}
	}
	if through < peersPerAddress || through > connsPerAddress {
		t.Errorf("%d come in through one relay, want %d to %d", through, peersPerAddress, connsPerAddress)
	}
	for i := range connsPerAddress {
		c, err := limits.OpenConnection(network.DirInbound, true, ma.StringCast("/ip4/203.0.113.9/tcp/4001"))
		if err != nil {
			t.Fatalf("connection %d from the relay's own address: %v", i, err)
		}
		if err := c.SetPeer(hostID(t, fmt.Sprint("direct ", i))); err != nil {
			t.Fatal(err)
		}
	}
}

// IPv6: a /64 is one address, and whoever has a /48 of them has twice as much.
func TestAnAddressOfIPv6IsItsNetwork(t *testing.T) {
	limits := keeps(t)
	n := 0
	take := func(network64 int) (got int) {
		for ; got < 3*connsPerAddress; got++ {
			n++
			c, err := limits.OpenConnection(network.DirInbound, true, ma.StringCast(fmt.Sprintf("/ip6/2001:db8:1:%x::%x/tcp/1", network64, n)))
			if err != nil {
				return got
			}
			if err := c.SetPeer(hostID(t, fmt.Sprint(n))); err != nil {
				t.Fatal(err)
			}
		}
		return got
	}
	if first := take(1); first != connsPerAddress {
		t.Errorf("one /64 has %d connections, want %d", first, connsPerAddress)
	}
	if next := take(2); next == 0 {
		t.Error("the neighbour's /64 has none")
	}
	if total := take(3); total != 0 && n > 2*customerHas*connsPerAddress {
		t.Errorf("one /48 had %d attempts and still gets in", n)
	}
	if _, err := limits.OpenConnection(network.DirInbound, true, ma.StringCast("/ip6/2001:db8:2::1/tcp/1")); err != nil {
		t.Errorf("another /48: %v", err)
	}
}

// piped is a listener that accepts one end of a pipe.
type piped struct {
	transport.GatedMaListener
	conn  manet.Conn
	scope network.ConnManagementScope
}

func (p piped) Accept() (manet.Conn, network.ConnManagementScope, error) {
	return p.conn, p.scope, nil
}

type rawPipe struct{ net.Conn }

func (rawPipe) LocalMultiaddr() ma.Multiaddr  { return ma.StringCast("/ip4/127.0.0.1/tcp/1") }
func (rawPipe) RemoteMultiaddr() ma.Multiaddr { return ma.StringCast("/ip4/127.0.0.1/tcp/2") }

func peerID(t *testing.T, text string) peer.ID {
	t.Helper()
	id, err := peer.Decode(text)
	if err != nil {
		t.Fatal(err)
	}
	return id
}

// hostID is the peer id of somebody.
func hostID(t *testing.T, name string) peer.ID {
	t.Helper()
	key, err := crypto.UnmarshalEd25519PrivateKey(hostKey(name))
	if err != nil {
		t.Fatal(err)
	}
	id, err := peer.IDFromPrivateKey(key)
	if err != nil {
		t.Fatal(err)
	}
	return id
}

func TestASilentConnectionIsEndedWithinSeconds(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		for _, settles := range []bool{false, true} {
			here, there := net.Pipe()
			in := &incoming{ConnManagementScope: &network.NullScope{}, opened: func() {}, ended: func() {}}
			l := timedListener{piped{conn: rawPipe{Conn: here}, scope: in}}
			if _, _, err := l.Accept(); err != nil {
				t.Fatal(err)
			}
			if settles {
				in.settle()
			}
			began := time.Now()
			if err := there.SetReadDeadline(began.Add(time.Minute)); err != nil {
				t.Fatal(err)
			}
			_, err := there.Read(make([]byte, 1))
			if took := time.Since(began); !settles && (err != io.EOF || took != handshakeTime) || settles && took != time.Minute {
				t.Errorf("settled: %v; ended after %v with %v", settles, took, err)
			}
			here.Close()
		}
	})
}

func TestASourceIsAnAddressANetworkOrARelay(t *testing.T) {
	id := someInvite(t).Peer
	for text, want := range map[string]source{
		"/ip4/192.0.2.1/tcp/1":                              {net: netip.MustParsePrefix("192.0.2.1/32")},
		"/ip6/2001:db8:1:2::3/udp/1/quic-v1":                {net: netip.MustParsePrefix("2001:db8:1::/48")},
		"/ip4/192.0.2.1/tcp/1/p2p/" + id + "/p2p-circuit":   {relay: peerID(t, id)},
		"/p2p/" + id + "/p2p-circuit/p2p/" + id:             {relay: peerID(t, id)},
		"/ip4/192.0.2.1/udp/1/quic-v1/p2p/" + id + "/tcp/1": {net: netip.MustParsePrefix("192.0.2.1/32")},
	} {
		if got, ok := sourceOf(ma.StringCast(text)); !ok || got != want {
			t.Errorf("%s: %v, %v", text, got, ok)
		}
	}
}
