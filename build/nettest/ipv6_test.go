//go:build nettest

package nettest

import (
	"context"
	"fmt"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// newInternet6 is homes on IPv6 alone, around one switch, and a relay. Each home
// has a network of public addresses and no NAT; its router lets in only what was
// spoken to from inside, as home routers do.
func newInternet6(t *testing.T) *internet {
	t.Helper()
	l := newLab(t)
	n := &internet{lab: l, core: l.switched("core"), data: filepath.Join(t.TempDir(), "relay"), public: "2610:77::10"}
	n.space = l.space("relay")
	l.plug(n.space, "eth0", n.public+"/64", n.core, "br0")
	l.settled(n.space)
	return n
}

// home6 makes a home with one machine, and returns its namespace and that of the
// router.
func (n *internet) home6() (space, router string) {
	n.t.Helper()
	n.homes++
	router = n.lab.space(fmt.Sprintf("r%d", n.homes))
	n.plug(router, "wan", fmt.Sprintf("2610:77::%d/64", n.homes), n.core, "br0")
	n.addBridge(router, "lan")
	lan := fmt.Sprintf("2610:77:%d:", n.homes)
	n.ip(router, "addr", "add", lan+":1/64", "dev", "lan")
	n.in(router, "sysctl", "-qw", "net.ipv6.conf.all.forwarding=1")
	n.in(router, "nft", `table ip6 home {
		chain in { type filter hook input priority 0; iifname "wan" ct state new,invalid meta l4proto != icmpv6 drop; }
		chain through { type filter hook forward priority 0; iifname "wan" ct state new,invalid drop; }
	}`)
	space = n.lab.space(fmt.Sprintf("h%d", n.homes))
	n.plug(space, "eth0", lan+":2/64", router, "lan")
	n.settled(router)
	n.settled(space)
	n.ip(space, "-6", "route", "add", "default", "via", lan+":1")
	return space, router
}

// connect6 tells everybody on the switch where the homes are.
func (n *internet) connect6(routers ...string) {
	n.t.Helper()
	for home := 1; home <= n.homes; home++ {
		way := []string{"-6", "route", "add", fmt.Sprintf("2610:77:%d::/64", home), "via", fmt.Sprintf("2610:77::%d", home)}
		n.ip(n.space, way...)
		for i, r := range routers {
			if i+1 != home {
				n.ip(r, way...)
			}
		}
	}
}

// TestNetIPv6BetweenHomes: the link has the global address, the firewalls let
// nobody in unasked, and the two are direct after they met at the relay.
func TestNetIPv6BetweenHomes(t *testing.T) {
	n := newInternet6(t)
	here, r1 := n.home6()
	there, r2 := n.home6()
	n.connect6(r1, r2)
	n.startRelay()
	ana, ben := boot(t, here, "Ana", "--relay", n.relay), boot(t, there, "Ben")
	session := ana.found(map[string]any{"title": "Far apart"})
	var link, at string
	wait(t, patience, "the invite has the global address and the relay", func() bool {
		invite := ana.call("sessions.invite", map[string]any{"session": session})
		link = invite["link"].(string)
		at = fmt.Sprint(invite["addresses"])
		return strings.Contains(at, "[2610:77:1::2]") && strings.Contains(at, "[2610:77::10]")
	})
	// The firewall is one: nobody gets through to that address by themselves.
	_, port, _ := strings.Cut(at, "[2610:77:1::2]:")
	port, _, _ = strings.Cut(strings.TrimSuffix(port, "]"), " ")
	ctx, cancel := context.WithTimeout(t.Context(), 2*time.Second)
	defer cancel()
	if c, err := dialIn(ctx, there, "tcp", "[2610:77:1::2]:"+port); err == nil {
		c.Close()
		t.Fatal("somebody outside gets in unasked")
	} else if ctx.Err() == nil {
		t.Fatalf("the firewall did not keep silent: %v", err)
	}
	start := time.Now()
	ben.call("sessions.join", map[string]any{"link": link, "name": "Ben"})
	measured("IPv6 homes: link -> in the session, complete", time.Since(start), "", "60 s")
	ben.follow(session)
	direct := wait(t, patience, "the connection is direct", func() bool { return ben.via("Ana") == "direct" && ana.via("Ben") == "direct" })
	measured("IPv6 homes: in the session -> direct", direct, "", "")
	said := ben.park(session, "from the other home")
	measured("IPv6 homes: a note to the other window", ana.awaits("from the other home", patience).Sub(said), "", "")
	same(t, patience, ana, ben)
}
