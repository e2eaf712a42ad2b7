package p2p

import (
	"context"
	"errors"
	"net"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/libp2p/go-libp2p/core/peer"
	ma "github.com/multiformats/go-multiaddr"
)

// occupied takes a port on UDP or TCP, as another program would.
func occupied(t *testing.T, network string) int {
	t.Helper()
	if network == "udp" {
		c, err := net.ListenPacket("udp", "127.0.0.1:0")
		if err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() { c.Close() })
		return c.LocalAddr().(*net.UDPAddr).Port
	}
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { l.Close() })
	return l.Addr().(*net.TCPAddr).Port
}

func TestAPortInUseIsReplacedUnlessItIsDemanded(t *testing.T) {
	for _, network := range []string{"udp", "tcp"} {
		t.Run(network, func(t *testing.T) {
			port := occupied(t, network)
			h := newHall("ports")
			at := func(c *Config) { c.Port = port }
			l := open(t, h, "ana", at)
			addrs := strings.Join(l.Address().Addrs, " ")
			if !strings.Contains(addrs, "/udp/") || !strings.Contains(addrs, "/tcp/") {
				t.Errorf("not at both transports: %s", addrs)
			}
			room := newRoom(h, "ben")
			_, err := Start(t.Context(), Config{
				Key: hostKey("ben"), Session: h.session, Person: room.id(), Voucher: room.voucher(hostKey("ben")), Port: port, PortDemanded: true, Loopback: true,
				Room: room,
			})
			if !errors.Is(err, ErrPortInUse) {
				t.Errorf("a demanded port: %v", err)
			}
		})
	}
}

func TestThePortStaysTheSame(t *testing.T) {
	h := newHall("same port")
	first := open(t, h, "ana")
	port := first.Port()
	first.stop()
	second := open(t, h, "ana", func(c *Config) { c.Port = port })
	if second.Port() != port {
		t.Errorf("port %d, then %d", port, second.Port())
	}
	for _, a := range second.Address().Addrs {
		if portOf([]ma.Multiaddr{ma.StringCast(a)}) != port {
			t.Errorf("%s is not at port %d", a, port)
		}
	}
}

func TestTwoNodesNeverShareAPort(t *testing.T) {
	h := newHall("share")
	a := open(t, h, "ana")
	b := open(t, h, "ben", func(c *Config) { c.Port = a.Port() })
	for _, addr := range b.Address().Addrs {
		if slices.Contains(a.Address().Addrs, addr) {
			t.Errorf("both at %s", addr)
		}
	}
}

func TestAStoppedNodeLeavesNothingBehind(t *testing.T) {
	h := newHall("stopped")
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := Start(ctx, Config{Key: hostKey("ana"), Session: h.session, Loopback: true, Room: newRoom(h, "ana")}); err == nil {
		t.Error("started although it was over")
	}
	a := open(t, h, "ana")
	full := a.Address().Full()
	a.stop()
	if err := a.Dial(t.Context(), []string{strings.Replace(full[0], a.Address().Peer, someInvite(t).Peer, 1)}); err == nil {
		t.Error("dialled although it was over")
	}
	a.Publish([][]byte{[]byte("late")})
	a.SetPresence([]byte("late"))
	a.Drop(a.room.id())
}

func TestMulticastShowsNoLoopbackAndRemembersWhoIsNear(t *testing.T) {
	h := newHall("near")
	ana := open(t, h, "ana", func(c *Config) { c.Loopback = false })
	shown, err := wired{ana.host}.Network().InterfaceListenAddresses()
	if err != nil {
		t.Fatal(err)
	}
	for _, a := range shown {
		if ip, ok := ipOf(a); !ok || ip.IsLoopback() {
			t.Errorf("mdns would show %s", a)
		}
	}
	id, err := peer.IDFromPublicKey(publicKey(t, 0))
	if err != nil {
		t.Fatal(err)
	}
	finder{ana.Node}.HandlePeerFound(peer.AddrInfo{ID: id, Addrs: []ma.Multiaddr{
		ma.StringCast("/ip4/127.0.0.1/udp/1/quic-v1"),
	}})
	if got := ana.Nearby(); len(got) != 0 {
		t.Errorf("a laptop at a loopback address of its own is near: %v", got)
	}
	finder{ana.Node}.HandlePeerFound(peer.AddrInfo{ID: id, Addrs: []ma.Multiaddr{
		ma.StringCast("/ip4/127.0.0.1/udp/1/quic-v1"), ma.StringCast("/ip4/192.0.2.1/udp/1/quic-v1"),
	}})
	got := ana.Nearby()
	if len(got) != 1 || got[0].Peer != id.String() || len(got[0].Addrs) != 1 || got[0].Linked {
		t.Errorf("near: %+v", got)
	}
}

func TestStrangersOnTheNetworkCannotFillTheBook(t *testing.T) {
	h := newHall("book")
	ana, ben := open(t, h, "ana"), open(t, h, "ben")
	dial(t, ben, ana)
	for i := range 2 * maxMembers {
		id, err := peer.IDFromPublicKey(publicKey(t, i))
		if err != nil {
			t.Fatal(err)
		}
		finder{ana.Node}.HandlePeerFound(peer.AddrInfo{ID: id, Addrs: []ma.Multiaddr{ma.StringCast("/ip4/127.0.0.1/udp/9/quic-v1")}})
	}
	ana.mu.Lock()
	size := len(ana.book)
	ana.mu.Unlock()
	if size > maxMembers || len(ana.Nearby()) > maxMembers {
		t.Errorf("%d in the book, %d near", size, len(ana.Nearby()))
	}
	cai := open(t, h, "cai")
	dial(t, cai, ana)
	eventually(t, time.Second, "both are linked", func() bool { return ana.linked() == 2 })
	ana.mu.Lock()
	defer ana.mu.Unlock()
	if ana.book[ben.host.ID()] == nil || ana.book[cai.host.ID()] == nil {
		t.Error("a member is not in the book")
	}
}
