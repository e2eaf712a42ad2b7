//go:build nettest

package nettest

import (
	"bufio"
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// internet is homes behind routers around one switch, and a relay. Nothing
// leads out of it; its public addresses are of 1.2.0.0/16.
type internet struct {
	*lab
	core   string
	homes  int
	relay  string // its pass
	public string // where it is
	run    *exec.Cmd
	began  time.Time
	space  string
	data   string
}

func newInternet(t *testing.T) *internet {
	t.Helper()
	l := newLab(t)
	n := &internet{lab: l, core: l.switched("core"), data: filepath.Join(t.TempDir(), "relay"), public: "1.2.0.10"}
	n.space = l.space("relay")
	l.plug(n.space, "eth0", "1.2.0.10/16", n.core, "br0")
	l.settled(n.space)
	n.startRelay()
	return n
}

func (n *internet) startRelay() {
	n.t.Helper()
	n.run = exec.Command("ip", "netns", "exec", n.space, binary, "--data", n.data, "--json", "relay", "--public", n.public)
	out, err := n.run.StdoutPipe()
	if err == nil {
		err = n.run.Start()
	}
	if err != nil {
		n.t.Fatal(err)
	}
	running := n.run
	n.t.Cleanup(func() { _ = running.Process.Kill(); _ = running.Wait() })
	var ready struct{ File string }
	said, err := bufio.NewReader(out).ReadBytes('\n')
	if err != nil || json.Unmarshal(said, &ready) != nil || ready.File == "" {
		n.t.Fatalf("the relay did not start: %s %v", said, err)
	}
	link, err := os.ReadFile(ready.File)
	if err != nil || strings.Contains(string(said), "convene://") {
		n.t.Fatalf("the relay's link: %s %v", said, err)
	}
	n.relay = strings.TrimSpace(string(link))
}

// home makes a network behind a router of some kind, with so many machines on
// it, and returns their namespaces.
//
//	cone        keeps a port for all destinations, lets in who was spoken to
//	fullcone    the same, and passes on whatever comes unasked
//	symmetric   another port for each destination
//	udpblocked  cone, and no UDP leaves
//	only443     cone, and nothing leaves but TCP to 443
//	isolated    cone, and the machines on it cannot hear each other
func (n *internet) home(kind string, machines int) (spaces []string) {
	n.t.Helper()
	n.homes++
	router := n.lab.space(fmt.Sprintf("r%d", n.homes))
	n.plug(router, "wan", fmt.Sprintf("1.2.%d.1/16", n.homes), n.core, "br0")
	n.addBridge(router, "lan")
	lan := fmt.Sprintf("192.168.%d", 10+n.homes)
	n.ip(router, "addr", "add", lan+".1/24", "dev", "lan")
	var ports []string
	for i := range machines {
		s := n.lab.space(fmt.Sprintf("h%d-%d", n.homes, i))
		ports = append(ports, n.plug(s, "eth0", fmt.Sprintf("%s.%d/24", lan, 2+i), router, "lan"))
		n.ip(s, "route", "add", "default", "via", lan+".1")
		n.settled(s)
		spaces = append(spaces, s)
	}
	if kind == "isolated" {
		n.isolate(router, ports...)
	}
	n.in(router, "sysctl", "-qw", "net.ipv4.ip_forward=1")
	masquerade, forward := "masquerade", ""
	switch kind {
	case "symmetric":
		masquerade = "masquerade fully-random"
	case "udpblocked":
		forward = `iifname "lan" meta l4proto udp drop;`
	case "only443":
		forward = `iifname "lan" meta l4proto udp drop; iifname "lan" tcp dport != 443 drop;`
	}
	unasked := "drop"
	if kind == "fullcone" {
		unasked = "accept"
	}
	// A router drops what comes to itself unasked: else its own answer would
	// take the port that a machine behind it needs.
	rules := fmt.Sprintf(`table ip home {
		chain in { type filter hook input priority 0; iifname "wan" ct state new,invalid drop; }
		chain through { type filter hook forward priority 0; iifname "wan" ct state new,invalid %s; %s }
		chain out { type nat hook postrouting priority 100; oifname "wan" %s; }
	}`, unasked, forward, masquerade)
	if kind == "fullcone" {
		rules += fmt.Sprintf("\ntable ip home {\n chain back {\n type nat hook prerouting priority -100;\n iifname wan dnat to %s.2\n }\n}", lan)
	}
	n.in(router, "nft", rules)
	return spaces
}

// via is how a machine sees another person connected.
func (m *machine) via(name string) string {
	p := m.record(func(r map[string]any) bool { return r["kind"] == "person" && r["name"] == name })
	way, _ := p["via"].(string)
	return way
}

// meets lets a guest join the session of a host by link, and tells how.
func (n *internet) meets(what string, host, guest *machine, prototype string) string {
	n.t.Helper()
	session := host.found(map[string]any{"title": "Far apart"})
	var link string
	wait(n.t, patience, "the invite leads through the relay", func() bool {
		invite := host.call("sessions.invite", map[string]any{"session": session})
		link = invite["link"].(string)
		return strings.Contains(fmt.Sprint(invite["addresses"]), "1.2.0.10")
	})
	start := time.Now()
	guest.call("sessions.join", map[string]any{"link": link, "name": guest.name})
	measured(what+": link -> in the session, complete", time.Since(start), prototype, "60 s")
	guest.follow(session)
	at := guest.park(session, "from far away")
	measured(what+": a note to the other window", host.awaits("from far away", patience).Sub(at), "", "")
	return session
}

func TestNetHomesAndRouters(t *testing.T) {
	for name, c := range map[string]struct{ host, guest, ends, prototype string }{
		"cone x cone":           {"cone", "cone", "direct", "166-238 ms to direct"},
		"full cone x symmetric": {"fullcone", "symmetric", "direct", "+11 ms to direct"},
		"symmetric x symmetric": {"symmetric", "symmetric", "relayed", "stays relayed"},
		"UDP blocked x cone":    {"udpblocked", "cone", "", "stays relayed"},
		"only TCP 443 x cone":   {"only443", "cone", "relayed", "62 ms dial, stays relayed"},
		"client isolation":      {"isolated", "", "relayed", "stays relayed"},
		"cone x only TCP 443":   {"cone", "only443", "relayed", ""},
	} {
		t.Run(name, func(t *testing.T) {
			n := newInternet(t)
			machines := 1
			if c.guest == "" {
				machines = 2
			}
			spaces := n.home(c.host, machines)
			if c.guest != "" {
				spaces = append(spaces, n.home(c.guest, 1)...)
			}
			ana := boot(t, spaces[0], "Ana", "--relay", n.relay)
			ben := boot(t, spaces[1], "Ben")
			session := n.meets(name, ana, ben, c.prototype)
			if c.ends == "direct" {
				took := wait(t, patience, "the connection is direct", func() bool { return ben.via("Ana") == "direct" && ana.via("Ben") == "direct" })
				measured(name+": in the session -> direct", took, "", "")
			} else if way := ben.via("Ana"); c.ends != "" && way != c.ends {
				t.Errorf("connected %q, not %q", way, c.ends)
			}
			ana.park(session, "and back")
			ben.awaits("and back", patience)
			same(t, patience, ana, ben)
		})
	}
}

// TestNetRelayDies: direct pairs go on; who needs the relay returns when it does.
func TestNetRelayDies(t *testing.T) {
	n := newInternet(t)
	cone := n.home("cone", 1)
	other := n.home("cone", 1)
	far := n.home("symmetric", 1)
	near := n.home("symmetric", 1)
	ana, ben := boot(t, cone[0], "Ana", "--relay", n.relay), boot(t, other[0], "Ben")
	session := n.meets("relay dies", ana, ben, "")
	wait(t, patience, "Ana and Ben are direct", func() bool { return ana.via("Ben") == "direct" })
	link := ana.call("sessions.invite", map[string]any{"session": session})["link"].(string)
	cai := boot(t, far[0], "Cai")
	cai.call("sessions.join", map[string]any{"link": link, "name": "Cai"})
	cai.follow(session)
	dan := boot(t, near[0], "Dan")
	dan.call("sessions.join", map[string]any{"link": link, "name": "Dan"})
	dan.follow(session)
	same(t, patience, ana, ben, cai, dan)
	if err := n.run.Process.Kill(); err != nil {
		t.Fatal(err)
	}
	_ = n.run.Wait()
	at := ana.park(session, "without a relay")
	measured("relay killed: a note between a direct pair", ben.awaits("without a relay", patience).Sub(at), "", "")
	wait(t, patience, "Cai is missed", func() bool { return ana.via("Cai") != "relayed" })
	n.startRelay()
	back := time.Now()
	took := max(cai.awaits("without a relay", patience).Sub(back), dan.awaits("without a relay", patience).Sub(back))
	measured("relay started again -> the others have everything", took, "", "15 s")
	if took > 15*time.Second {
		t.Errorf("back after %v", took)
	}
	same(t, patience, ana, ben, cai, dan)
}
