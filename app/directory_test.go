package app

import (
	"fmt"
	"net"
	"slices"
	"strings"
	"testing"

	"convene/build/directory"
	"convene/p2p"
)

// elsewhere opens amina's session again after a night in which another program took her port.
func elsewhere(t *testing.T, amina *home) *home {
	t.Helper()
	l, err := amina.find(amina.session)
	must(t, err)
	port := l.node.Port()
	amina.stop()
	taken, err := net.ListenPacket("udp4", fmt.Sprintf("127.0.0.1:%d", port))
	must(t, err)
	defer taken.Close()
	alsoTaken, err := net.Listen("tcp4", fmt.Sprintf("127.0.0.1:%d", port))
	must(t, err)
	defer alsoTaken.Close()
	again := startHome(t, "", amina.dir)
	again.session = amina.session
	must(t, again.OpenSession(t.Context(), again.session))
	l, err = again.find(again.session)
	must(t, err)
	if l.node.Port() == port {
		t.Fatal("the port is the same: the test tests nothing")
	}
	return again
}

// quick is a link without its addresses on UDP, where nobody says that nobody is there.
func quick(t *testing.T, link string) string {
	t.Helper()
	i, err := p2p.ParseInvite(link)
	must(t, err)
	i.Addrs = slices.DeleteFunc(i.Addrs, func(a string) bool { return strings.Contains(a, "/udp/") })
	return i.Link()
}

// known waits until amina's window says what the directory knows.
func known(t *testing.T, amina *home, want Findability) {
	t.Helper()
	m := mirrorOf(t, amina)
	m.until(t, fmt.Sprintf("the window says %q", want), func() bool {
		d, ok := m.records["door"].(DoorRecord)
		return ok && d.Findable == want
	})
}

// The addresses of a link lead nowhere; its holder is offered to look its host up, and gets in.
func TestALinkWhoseAddressesAreOldLeadsInByADirectory(t *testing.T) {
	servers, err := directory.Start(t.Context(), 3, "127.0.0.1")
	must(t, err)
	t.Cleanup(func() { must(t, servers.Close()) })
	amina, ben := newHome(t, "Amina"), newHome(t, "Ben")
	amina.session, err = amina.CreateSession(t.Context(), NewSession{Title: "Team day"})
	must(t, err)
	must(t, amina.UseDirectory(t.Context(), servers.Addresses[:2]))
	plain, err := amina.Invite(t.Context(), amina.session, InviteWish{})
	must(t, err)
	must(t, amina.SetFindable(t.Context(), amina.session, true))
	known(t, amina, FindableIdle)
	i, err := amina.Invite(t.Context(), amina.session, InviteWish{})
	must(t, err)
	known(t, amina, FindableTold)
	amina = elsewhere(t, amina) // the switch is remembered
	known(t, amina, FindableTold)

	_, err = ben.Join(t.Context(), quick(t, plain.Link), "Ben", func(JoinProgress) {})
	refused(t, err, "unreachable")
	_, err = ben.Join(t.Context(), quick(t, i.Link), "Ben", func(JoinProgress) {})
	refused(t, err, "unreachable-findable")
	_, err = ben.Seek(t.Context(), plain.Link, "Ben", func(JoinProgress) {})
	refused(t, err, "not-findable")
	refused(t, ben.UseDirectory(t.Context(), []string{"/ip4/127.0.0.1/tcp/1"}), "directory-other")
	must(t, ben.UseDirectory(t.Context(), servers.Addresses[2:]))
	var steps []JoinStep
	ben.session, err = ben.Seek(t.Context(), quick(t, i.Link), "Ben", func(p JoinProgress) { steps = append(steps, p.Step) })
	must(t, err)
	if len(steps) == 0 || steps[0] != JoinSeeking {
		t.Errorf("steps %v", steps)
	}
	inSync(t, amina, ben)

	refused(t, ben.SetFindable(t.Context(), ben.session, true), "facilitators-only")
	must(t, amina.RevokeInvite(t.Context(), amina.session, i.ID))
	known(t, amina, FindableIdle)
	must(t, amina.SetFindable(t.Context(), amina.session, false))
	known(t, amina, "")
	after, err := amina.Invite(t.Context(), amina.session, InviteWish{})
	must(t, err)
	if parsed, err := p2p.ParseInvite(after.Link); err != nil || parsed.Listed {
		t.Errorf("a link made while it is off: %v, %v", parsed.Listed, err)
	}
}

// A directory that does not answer, or does not know the host, is said in words.
func TestADirectoryThatHelpsNobodyIsSaid(t *testing.T) {
	servers, err := directory.Start(t.Context(), 2, "127.0.0.1")
	must(t, err)
	t.Cleanup(func() { must(t, servers.Close()) })
	amina, ben := newHome(t, "Amina"), newHome(t, "Ben")
	amina.session, err = amina.CreateSession(t.Context(), NewSession{Title: "Team day"})
	must(t, err)
	nobody := servers.Addresses[0][len(servers.Addresses[0])-52:]
	must(t, amina.UseDirectory(t.Context(), []string{"/ip4/127.0.0.1/tcp/1/p2p/" + nobody}))
	must(t, amina.SetFindable(t.Context(), amina.session, true))
	i, err := amina.Invite(t.Context(), amina.session, InviteWish{})
	must(t, err)
	known(t, amina, FindableUnanswered)
	must(t, ben.UseDirectory(t.Context(), []string{"/ip4/127.0.0.1/tcp/1/p2p/" + nobody}))
	_, err = ben.Seek(t.Context(), i.Link, "Ben", func(JoinProgress) {})
	refused(t, err, "directory-silent")
	must(t, ben.UseDirectory(t.Context(), servers.Addresses))
	_, err = ben.Seek(t.Context(), i.Link, "Ben", func(JoinProgress) {})
	refused(t, err, "directory-unknown")
}
