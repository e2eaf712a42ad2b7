//go:build nettest

package nettest

import (
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync/atomic"
	"testing"
)

// The tests of this folder start real Convene processes, each in a network
// namespace of its own, on switches and routers made of the kernel's parts.
// No route leads out of a namespace to the world. They need root, ip and nft
// (Debian: iproute2, nftables); where they may not make a namespace they fail
// and say why.

// binary is the program under test, built once by TestMain.
var binary string

func TestMain(m *testing.M) {
	if what := os.Getenv(attackEnv); what != "" {
		attack(what)
		return
	}
	os.Exit(prepared(m))
}

func prepared(m *testing.M) int {
	if err := permitted(); err != nil {
		fmt.Fprintln(os.Stderr, "nettest:", err)
		return 1
	}
	dir, err := os.MkdirTemp("", "convene-nettest-")
	if err != nil {
		fmt.Fprintln(os.Stderr, "nettest:", err)
		return 1
	}
	defer os.RemoveAll(dir)
	binary = filepath.Join(dir, "convene")
	build := exec.Command("go", "build", "-o", binary, "convene")
	build.Stderr = os.Stderr
	if err := build.Run(); err != nil {
		fmt.Fprintln(os.Stderr, "nettest: build convene:", err)
		return 1
	}
	code := m.Run()
	printTable()
	return code
}

// permitted tries what every test needs, and says in one line what is missing.
func permitted() error {
	if os.Geteuid() != 0 {
		return errors.New("network namespaces need root: sudo make nettest")
	}
	for _, tool := range []string{"ip", "bridge", "nft", "chrt"} {
		if _, err := exec.LookPath(tool); err != nil {
			return fmt.Errorf("%s is missing (Debian: apt install iproute2 nftables util-linux)", tool)
		}
	}
	name := fmt.Sprintf("cv%d-try", os.Getpid())
	if out, err := exec.Command("ip", "netns", "add", name).CombinedOutput(); err != nil {
		return fmt.Errorf("this system permits no network namespace: %s", strings.TrimSpace(string(out)))
	}
	defer exec.Command("ip", "netns", "del", name).Run()
	rule := "add table inet t; add chain inet t c { type filter hook input priority 0; }; add rule inet t c numgen random mod 100 < 1 drop"
	if out, err := exec.Command("ip", "netns", "exec", name, "nft", rule).CombinedOutput(); err != nil {
		return fmt.Errorf("this kernel has no packet filter with chance (nft numgen): %s", strings.TrimSpace(string(out)))
	}
	return nil
}

// labs numbers the labs of a run, so that their names never meet.
var labs atomic.Int32

// lab is one made-up place: namespaces, and what connects them. Everything in
// it ends with the test.
type lab struct {
	t      *testing.T
	prefix string
	spaces []string
	wires  int
}

func newLab(t *testing.T) *lab {
	t.Helper()
	l := &lab{t: t, prefix: fmt.Sprintf("cv%d-%d-", os.Getpid(), labs.Add(1))}
	t.Cleanup(func() {
		for _, s := range l.spaces {
			if out, err := exec.Command("ip", "netns", "del", s).CombinedOutput(); err != nil {
				t.Errorf("remove %s: %s", s, out)
			}
		}
	})
	return l
}

// space makes a namespace and returns its name.
func (l *lab) space(name string) string {
	l.t.Helper()
	full := l.prefix + name
	l.run("ip", "netns", "add", full)
	l.spaces = append(l.spaces, full)
	l.ip(full, "link", "set", "lo", "up")
	return full
}

// run runs a command and expects it to work.
func (l *lab) run(command ...string) string {
	l.t.Helper()
	out, err := exec.Command(command[0], command[1:]...).CombinedOutput()
	if err != nil {
		l.t.Fatalf("%s: %v: %s", strings.Join(command, " "), err, out)
	}
	return string(out)
}

func (l *lab) ip(space string, args ...string) string {
	l.t.Helper()
	return l.run(append([]string{"ip", "-n", space}, args...)...)
}

func (l *lab) in(space string, command ...string) string {
	l.t.Helper()
	return l.run(append([]string{"ip", "netns", "exec", space}, command...)...)
}

// switched makes a switch with nothing plugged in.
func (l *lab) switched(name string) string {
	l.t.Helper()
	s := l.space(name)
	l.addBridge(s, "br0")
	return s
}

func (l *lab) addBridge(space, bridge string) {
	l.t.Helper()
	l.ip(space, "link", "add", bridge, "type", "bridge", "mcast_snooping", "0")
	l.ip(space, "link", "set", bridge, "up")
}

// plug connects a namespace's new interface to a bridge, with an address, and
// returns the port's name at the bridge.
func (l *lab) plug(space, iface, address, switchSpace, bridge string) (port string) {
	l.t.Helper()
	l.wires++
	port = fmt.Sprintf("p%d", l.wires)
	l.ip(switchSpace, "link", "add", port, "type", "veth", "peer", "name", iface, "netns", space)
	l.ip(switchSpace, "link", "set", port, "master", bridge, "up")
	l.ip(space, "addr", "add", address, "dev", iface)
	l.ip(space, "link", "set", iface, "up")
	return port
}

// isolate makes ports of a switch unable to hear each other, as guest Wi-Fi does.
func (l *lab) isolate(switchSpace string, ports ...string) {
	l.t.Helper()
	for _, p := range ports {
		l.run("bridge", "-n", switchSpace, "link", "set", "dev", p, "isolated", "on")
	}
}

// lose drops so many percent of all packets that come to a namespace.
func (l *lab) lose(space string, percent int) {
	l.t.Helper()
	l.in(space, "nft", fmt.Sprintf("add table inet chance; add chain inet chance in { type filter hook input priority 0; }; "+
		"add rule inet chance in iifname != lo numgen random mod 100 < %d drop", percent))
}

// hall is a switch with machines at it, on one network without a way out.
type hall struct {
	*lab
	sw    string
	ports map[string]string // by machine
}

func newHall(t *testing.T) *hall {
	t.Helper()
	l := newLab(t)
	return &hall{lab: l, sw: l.switched("sw"), ports: map[string]string{}}
}

// seat plugs in one more machine and returns its namespace. There is no
// default route: only the network itself can be reached.
func (h *hall) seat(name string) string {
	h.t.Helper()
	s := h.space(name)
	h.ports[name] = h.plug(s, "eth0", fmt.Sprintf("10.77.0.%d/24", len(h.ports)+1), h.sw, "br0")
	h.settled(s)
	return s
}

// settled waits until the addresses of a namespace can be used: IPv6 checks
// first whether somebody else has them.
func (l *lab) settled(space string) {
	l.t.Helper()
	wait(l.t, patience, "addresses of "+space, func() bool {
		return !strings.Contains(l.ip(space, "addr", "show"), "tentative")
	})
}
