package p2p

import (
	"context"
	"errors"
	"fmt"
	"os"
	"slices"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/libp2p/go-libp2p/core/host"
	"github.com/libp2p/go-libp2p/core/peer"
	"github.com/libp2p/go-libp2p/p2p/protocol/circuitv2/client"
	ma "github.com/multiformats/go-multiaddr"
)

// openRelay runs a relay on loopback until the test ends.
func openRelay(t *testing.T) (Pass, func()) {
	t.Helper()
	r, stop := runRelay(t)
	return r.Pass(), stop
}

func runRelay(t *testing.T) (*Relay, func()) {
	t.Helper()
	c := RelayConfig{Key: hostKey("relay " + t.Name()), Secret: [16]byte{7}, Public: []string{"127.0.0.1"}, Log: testLog(t, "relay")}
	c.Port = freePort(t)
	r, err := StartRelay(c)
	if err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(context.Background())
	done := make(chan error, 1)
	go func() { done <- r.Run(ctx) }()
	stop := func() {
		cancel()
		select {
		case err := <-done:
			if !errors.Is(err, context.Canceled) {
				t.Errorf("the relay ended with %v", err)
			}
		default:
			<-done
		}
		done <- context.Canceled
	}
	t.Cleanup(stop)
	return r, stop
}

// TestARelayWhosePortIsTakenInPartDoesNotStart: people would dial the other program.
func TestARelayWhosePortIsTakenInPartDoesNotStart(t *testing.T) {
	for _, network := range []string{"tcp", "udp", "ws"} {
		t.Run(network, func(t *testing.T) {
			c := RelayConfig{Key: hostKey("relay " + t.Name()), Log: testLog(t, "relay")}
			switch network {
			case "ws":
				c.Port, c.WSPort = freePort(t), occupied(t, "tcp")
			default:
				c.Port = occupied(t, network)
			}
			r, err := StartRelay(c)
			if err == nil {
				t.Error("it says it is ready at", r.host.Network().ListenAddresses(), r.host.Close())
			}
			var port *PortError
			if !errors.Is(err, ErrPortInUse) || !errors.As(err, &port) || port.WebSocket != (network == "ws") || port.Denied() {
				t.Errorf("the refusal is %v", err)
			}
		})
	}
}

// A relay listens at each port, transport and family, or says which port it cannot have. Only a family that the computer lacks is left out.
func TestARelayDoesNotStartWithoutAPortItAnnounces(t *testing.T) {
	for name, c := range map[string]struct {
		fails   string
		err     error
		refused int // the port; 0 is started
		denied  bool
	}{
		"no right to 443":          {"/ip4/0.0.0.0/tcp/443/ws", os.NewSyscallError("bind", syscall.EACCES), 443, true},
		"a web server on IPv6":     {"/ip6/::/tcp/443/ws", syscall.EADDRINUSE, 443, false},
		"UDP is taken":             {"/ip4/0.0.0.0/udp/4001/quic-v1", syscall.EADDRINUSE, 4001, false},
		"a port for reasons of OS": {"/ip4/0.0.0.0/tcp/4001", syscall.ENOBUFS, 4001, false},
		"no IPv6":                  {"/ip6/::/tcp/4001", syscall.EAFNOSUPPORT, 0, false},
		"IPv6 is switched off":     {"/ip6/::/tcp/443/ws", os.NewSyscallError("bind", syscall.EADDRNOTAVAIL), 0, false},
	} {
		t.Run(name, func(t *testing.T) {
			met := false
			err := listenForAll(func(a ma.Multiaddr) error {
				if a.String() == c.fails {
					met = true
					return fmt.Errorf("listen: %w", c.err)
				}
				return nil
			}, 4001, 443)
			var port *PortError
			switch refused := errors.As(err, &port); {
			case !met:
				t.Error("it was not tried")
			case c.refused == 0 && err != nil || c.refused != 0 && !refused:
				t.Errorf("the answer is %v", err)
			case refused && (port.Port != c.refused || port.Denied() != c.denied || errors.Is(err, ErrPortInUse) != (c.err == syscall.EADDRINUSE)):
				t.Errorf("%v: port %d, denied %v", err, port.Port, port.Denied())
			}
		})
	}
}

func freePort(t *testing.T) int {
	t.Helper()
	probe := open(t, newHall("a free port"), "probe")
	defer probe.stop()
	return probe.Port()
}

func leans(p Pass) func(*Config) { return func(c *Config) { c.Relays = []Pass{p} } }

// onlyCircuits is where a laptop is reached through its relay alone.
func onlyCircuits(a Address) Address {
	a.Addrs = slices.DeleteFunc(slices.Clone(a.Addrs), func(s string) bool { return !strings.HasSuffix(s, "p2p-circuit") })
	return a
}

func TestAGuestJoinsThroughARelay(t *testing.T) {
	pass, _ := openRelay(t)
	h := newHall("relayed")
	ana := open(t, h, "ana", leans(pass))
	eventually(t, 20*time.Second, "ana has a place at the relay", func() bool { return len(onlyCircuits(ana.Address()).Addrs) > 0 })
	i := invite(h, ana)
	i.Addrs = onlyCircuits(ana.Address()).Addrs
	back, err := ParseInvite(i.Link())
	if err != nil || !slices.Equal(back.Addrs, i.Addrs) {
		t.Fatalf("%v: %v", back.Addrs, err)
	}
	room := newRoom(h, "ben")
	answer, err := Join(t.Context(), Visit{Key: hostKey("ben"), Invite: back, Loopback: true, Prove: room.prove})
	if err != nil {
		t.Fatal(err)
	}
	if len(answer.Relays) != 1 || answer.Relays[0] != pass.Link() {
		t.Errorf("a guest who is in is told of the relays %q", answer.Relays)
	}
	ben := openRoom(t, room, "ben", leans(pass))
	if err := ben.Dial(t.Context(), onlyCircuits(ana.Address()).Full()); err != nil {
		t.Fatal(err)
	}
	ben.write("from home")
	eventually(t, 10*time.Second, "ana has it", func() bool { return ana.room.holds("from home") })
	// On one computer there is a direct way, and it is found.
	eventually(t, 60*time.Second, "the link is direct", func() bool {
		p := ben.Peers()
		return len(p) == 1 && p[0].Kind == "loopback"
	})
	ana.write("directly")
	eventually(t, 10*time.Second, "ben has it", func() bool { return ben.room.holds("directly") })
}

// withoutPass is a host that reached a relay and does not hold its pass.
func withoutPass(t *testing.T) (eve host.Host, at peer.AddrInfo, pass Pass) {
	t.Helper()
	pass, _ = openRelay(t)
	at, err := pass.info()
	if err != nil {
		t.Fatal(err)
	}
	eve, err = newHost(hostKey("eve"), throughRelays()...)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { eve.Close() })
	if err := eve.Connect(t.Context(), at); err != nil {
		t.Fatal(err)
	}
	return eve, at, pass
}

func TestARelayServesOnlyWhoHoldsItsPass(t *testing.T) {
	eve, info, pass := withoutPass(t)
	if _, err := client.Reserve(t.Context(), eve, info); err == nil {
		t.Error("a stranger has a place")
	}
	if err := showPass(t.Context(), eve, info.ID, [16]byte{8}); !errors.Is(err, errNoPass) && err == nil {
		t.Error("a wrong pass is taken")
	}
	if _, err := client.Reserve(t.Context(), eve, info); err == nil {
		t.Error("a stranger with a wrong pass has a place")
	}
	to := ma.StringCast(info.Addrs[0].String() + "/p2p/" + pass.Peer + "/p2p-circuit/p2p/" + someInvite(t).Peer)
	other, err := peer.AddrInfoFromP2pAddr(to)
	if err != nil {
		t.Fatal(err)
	}
	if err := eve.Connect(t.Context(), *other); err == nil {
		t.Error("a way to somebody who does not lean on the relay")
	}
	if err := showPass(t.Context(), eve, info.ID, pass.Secret); err != nil {
		t.Fatal(err)
	}
	if _, err := client.Reserve(t.Context(), eve, info); err != nil {
		t.Errorf("with the pass: %v", err)
	}
}

func TestPassesAreReadBack(t *testing.T) {
	p := Pass{Peer: someInvite(t).Peer, Secret: [16]byte{1, 2}, Addrs: []string{"/ip4/192.0.2.1/udp/4001/quic-v1", "/ip4/192.0.2.1/tcp/443/ws"}}
	got, err := ParsePass(p.Link())
	if err != nil || got.Peer != p.Peer || got.Secret != p.Secret || !slices.Equal(got.Addrs, p.Addrs) {
		t.Errorf("%+v, %v", got, err)
	}
	for name, link := range map[string]string{
		"nothing": "", "cut": p.Link()[:60], "an invite": someInvite(t).Link(),
		"no address": Pass{Peer: p.Peer}.Link(), "a name as address": Pass{Peer: p.Peer, Addrs: []string{"/dns4/example.org/tcp/1"}}.Link(),
	} {
		if _, err := ParsePass(link); !errors.Is(err, ErrPass) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func FuzzPass(f *testing.F) {
	f.Add(Pass{Peer: someInvite(f).Peer, Addrs: []string{"/ip4/192.0.2.1/tcp/1"}}.Link())
	f.Fuzz(func(t *testing.T, link string) {
		p, err := ParsePass(link)
		if err != nil {
			return
		}
		if again, err := ParsePass(p.Link()); err != nil || again.Secret != p.Secret || len(p.circuits()) != len(p.Addrs) {
			t.Errorf("%+v, %v", again, err)
		}
	})
}
