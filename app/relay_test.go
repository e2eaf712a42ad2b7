package app

import (
	"context"
	"errors"
	"net"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"testing/synctest"
	"time"

	"convene/p2p"
)

// freePort is a port that nobody has on UDP.
func freePort(t *testing.T) int {
	t.Helper()
	c, err := net.ListenPacket("udp", "127.0.0.1:0")
	must(t, err)
	defer c.Close()
	return c.LocalAddr().(*net.UDPAddr).Port
}

// runsRelay runs a relay until it is stopped, or with the test.
func runsRelay(t *testing.T, c RelayConfig) (link string, stop func()) {
	t.Helper()
	c.Public, c.loopback = []string{"127.0.0.1"}, true
	ctx, cancel := context.WithCancel(context.Background())
	links, ended := make(chan string, 1), make(chan error, 1)
	go func() { ended <- RunRelay(ctx, c, func(link string) error { links <- link; return nil }) }()
	stopped := false
	stop = func() {
		cancel()
		if !stopped {
			stopped = true
			must(t, <-ended)
		}
	}
	select {
	case link = <-links:
	case err := <-ended:
		t.Fatalf("the relay ended with %v", err)
	}
	t.Cleanup(stop)
	return link, stop
}

// A relay asks again for a session that nobody has open yet, less and less often; an invite that is refused is not tried again.
func TestARelayAsksAgainForASessionThatIsClosed(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		began, tried := time.Now(), 0
		err := untilJoined(t.Context(), func() error {
			if tried++; tried < 9 {
				return inWords(p2p.ErrUnreachable)
			}
			return nil
		})
		if took := time.Since(began); err != nil || took != (2+4+8+16+32+60+60+60)*time.Second {
			t.Errorf("joined after %d attempts in %v: %v", tried, took, err)
		}
		tried = 0
		refused(t, untilJoined(t.Context(), func() error { tried++; return inWords(p2p.ErrInviteRefused) }), "invite-refused")
		if tried != 1 {
			t.Errorf("a refused invite was tried %d times", tried)
		}
		ctx, stop := context.WithTimeout(t.Context(), 3*time.Second)
		defer stop()
		if err := untilJoined(ctx, func() error { return inWords(p2p.ErrUnreachable) }); !errors.Is(err, context.DeadlineExceeded) {
			t.Errorf("a relay that stops returned %v", err)
		}
	})
}

func TestARelayObservesOnlyAsAnObserver(t *testing.T) {
	amina := newHome(t, "Amina")
	var err error
	amina.session, err = amina.CreateSession(t.Context(), NewSession{Title: "Team day"})
	must(t, err)
	i, err := amina.Invite(t.Context(), amina.session, InviteWish{})
	must(t, err)
	c := RelayConfig{DataDir: t.TempDir(), Port: freePort(t), Observe: []string{i.Link}}
	refused(t, RunRelay(t.Context(), c, func(string) error { return nil }), "relay-role")
	c.Observe = []string{"nothing"}
	refused(t, RunRelay(t.Context(), c, func(string) error { return nil }), "invite-other")
}

// An operator whose link went too far makes another one: the relay stays the same, who shows the old pass is a stranger there.
func TestANewPassReplacesTheOldOne(t *testing.T) {
	dir := t.TempDir()
	pass := func(anew bool) p2p.Pass {
		t.Helper()
		link, stop := runsRelay(t, RelayConfig{DataDir: dir, Port: freePort(t), NewPass: anew})
		defer stop()
		p, err := p2p.ParsePass(link)
		must(t, err)
		return p
	}
	first := pass(false)
	if kept := pass(false); kept.Secret != first.Secret || kept.Peer != first.Peer {
		t.Error("a start makes another link unasked")
	}
	next := pass(true)
	if next.Secret == first.Secret || next.Peer != first.Peer {
		t.Errorf("another secret: %v, the same relay: %v", next.Secret != first.Secret, next.Peer == first.Peer)
	}
	if kept := pass(false); kept.Secret != next.Secret {
		t.Error("the new link is not kept")
	}
	info, err := os.Stat(filepath.Join(dir, "relay.json"))
	if err != nil || runtime.GOOS != "windows" && info.Mode().Perm() != 0o600 {
		t.Errorf("%v, %v", info, err)
	}
}

// A relay that cannot have one of its ports says which, and what to do about it: beside a web server 443 is taken.
func TestARelayNamesThePortItCannotHave(t *testing.T) {
	web, err := net.Listen("tcp", ":0")
	must(t, err)
	defer web.Close()
	port := web.Addr().(*net.TCPAddr).Port
	for ws, c := range map[bool]RelayConfig{
		true:  {DataDir: t.TempDir(), Port: freePort(t), WSPort: port},
		false: {DataDir: t.TempDir(), Port: port},
	} {
		err := RunRelay(t.Context(), c, func(string) error { return errors.New("it says it is ready") })
		refused(t, err, "relay-port")
		var r *Refusal
		if errors.As(err, &r) && (!strings.Contains(r.Message, strconv.Itoa(port)) || strings.Contains(r.Hint, "--ws 0") != ws || strings.Contains(r.Hint, "--port") == ws) {
			t.Errorf("ws %v: %s %s", ws, r.Message, r.Hint)
		}
	}
	denied := relayInWords(&p2p.PortError{Port: 443, WebSocket: true, Err: syscall.EACCES})
	refused(t, denied, "relay-port")
	var r *Refusal
	if errors.As(denied, &r) && (!strings.Contains(r.Message, "does not let you use port 443") || !strings.Contains(r.Hint, "CAP_NET_BIND_SERVICE")) {
		t.Errorf("%s %s", r.Message, r.Hint)
	}
}

// Somebody far away types the code, and the relay's address where they do not use that relay themselves.
func TestACodeIsTypedFromFarAway(t *testing.T) {
	link, _ := runsRelay(t, RelayConfig{DataDir: t.TempDir(), Port: freePort(t)})
	amina := newHome(t, "Amina")
	must(t, amina.UseRelay(t.Context(), link))
	var err error
	amina.session, err = amina.CreateSession(t.Context(), NewSession{Title: "From home"})
	must(t, err)
	within(t, 20*time.Second, "the relay has a place for amina", func() bool {
		l, err := amina.find(amina.session)
		must(t, err)
		return slices.ContainsFunc(l.node.Address().Addrs, func(a string) bool { return len(a) > 12 && a[len(a)-12:] == "/p2p-circuit" })
	})
	code, err := amina.OpenCode(t.Context(), amina.session, InviteWish{})
	must(t, err)
	m := mirrorOf(t, amina)
	far := ""
	m.until(t, "the window shows where the code is found", func() bool {
		d, ok := m.records["door"].(DoorRecord)
		far = d.Far
		return ok && far != ""
	})
	ben, cara := newHome(t, "Ben"), newHome(t, "Cara")
	_, err = ben.JoinCode(t.Context(), JoinWish{Code: code, Address: far, Name: "Ben"}, func(JoinProgress) {})
	must(t, err)
	must(t, cara.UseRelay(t.Context(), link))
	_, err = cara.JoinCode(t.Context(), JoinWish{Code: code, Name: "Cara"}, func(JoinProgress) {})
	must(t, err)
	within(t, 10*time.Second, "both are in", func() bool { return len(amina.view().People) == 3 })
}
