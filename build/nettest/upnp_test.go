//go:build nettest

package nettest

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// needPortMapper skips where there is no daemon of a router that opens ports.
func needPortMapper(t *testing.T) {
	t.Helper()
	if _, err := exec.LookPath("miniupnpd"); err != nil {
		t.Skip("skipped: no miniupnpd (Debian: apt install miniupnpd, or build/setup.sh nettest)")
	}
}

// opensPorts runs the daemon of a home router, miniupnpd, which opens ports for
// who asks by UPnP or by NAT-PMP. The router lets in what it opened, and nothing
// else that comes unasked.
func (n *internet) opensPorts(router string, upnp, natpmp bool) {
	n.t.Helper()
	n.in(router, "nft", `flush chain ip home through; add rule ip home through iifname "wan" ct state new,invalid ct status & dnat == 0 drop`)
	n.in(router, "nft", `table inet filter {
		chain miniupnpd { }
		chain prerouting { type nat hook prerouting priority -100; jump prerouting_miniupnpd; }
		chain postrouting { type nat hook postrouting priority 99; jump postrouting_miniupnpd; }
		chain prerouting_miniupnpd { }
		chain postrouting_miniupnpd { }
	}`)
	yes := map[bool]string{true: "yes", false: "no"}
	conf := filepath.Join(n.t.TempDir(), "miniupnpd.conf")
	text := fmt.Sprintf("ext_ifname=wan\nlistening_ip=lan\nenable_upnp=%s\nenable_natpmp=%s\nsecure_mode=yes\nsystem_uptime=yes\nnotify_interval=30\n"+
		"uuid=a6e4c8b2-3d0f-4f5a-9f0e-6a1d3c2b1a00\nallow 1024-65535 0.0.0.0/0 1024-65535\ndeny 0-65535 0.0.0.0/0 0-65535\n", yes[upnp], yes[natpmp])
	if err := os.WriteFile(conf, []byte(text), 0o600); err != nil {
		n.t.Fatal(err)
	}
	var said strings.Builder
	daemon := exec.Command("ip", "netns", "exec", router, "miniupnpd", "-d", "-f", conf, "-P", conf+".pid")
	daemon.Stdout, daemon.Stderr = &said, &said
	if err := daemon.Start(); err != nil {
		n.t.Fatal(err)
	}
	n.t.Cleanup(func() {
		_ = daemon.Process.Kill()
		_ = daemon.Wait()
		if n.t.Failed() {
			n.t.Logf("miniupnpd: %s", said.String())
		}
	})
}

// TestNetRoutersThatOpenPorts: behind a router that opens ports when it is asked,
// somebody outside comes in by the link alone, without a relay, and directly.
func TestNetRoutersThatOpenPorts(t *testing.T) {
	for name, c := range map[string]struct{ upnp, natpmp bool }{"UPnP": {upnp: true}, "NAT-PMP": {natpmp: true}} {
		t.Run(name, func(t *testing.T) {
			needPortMapper(t)
			n := newInternet(t)
			home := n.home("cone", 1)
			n.opensPorts(n.prefix+"r1", c.upnp, c.natpmp)
			began := time.Now()
			ana := boot(t, home[0], "Ana")
			session := ana.found(map[string]any{"title": "Far apart"})
			var link string
			wait(t, patience, "the invite leads to the router", func() bool {
				invite := ana.call("sessions.invite", map[string]any{"session": session})
				link = invite["link"].(string)
				return strings.Contains(fmt.Sprint(invite["addresses"]), "1.2.1.1")
			})
			measured(name+": start -> the router's port in the invite", time.Since(began), "", "")
			outside := n.lab.space("outside")
			n.plug(outside, "eth0", "1.2.0.77/16", n.core, "br0")
			n.settled(outside)
			ben, behind := boot(t, outside, "Ben"), boot(t, n.home("symmetric", 1)[0], "Cai")
			for _, guest := range []*machine{ben, behind} {
				start := time.Now()
				guest.call("sessions.join", map[string]any{"link": link, "name": guest.name})
				guest.follow(session)
				measured(name+": link -> in the session, "+map[*machine]string{ben: "from outside", behind: "from behind a symmetric router"}[guest], time.Since(start), "", "60 s")
				if way := guest.via("Ana"); way != "direct" {
					t.Errorf("%s is connected %q", guest.name, way)
				}
			}
			at := ben.park(session, "by the port that was opened")
			measured(name+": a note to the other window", ana.awaits("by the port that was opened", patience).Sub(at), "", "")
			same(t, patience, ana, ben, behind)
		})
	}
}
