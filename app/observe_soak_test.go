//go:build soak

package app

import (
	"slices"
	"testing"
	"time"
)

// A relay that was let in as an observer holds the log: what one wrote and left is there for another who comes when nobody else is.
func TestSoakARelayThatObservesKeepsASessionAvailable(t *testing.T) {
	c := RelayConfig{DataDir: t.TempDir(), Port: freePort(t)}
	link, stop := runsRelay(t, c)
	amina, ben := newHome(t, "Amina"), newHome(t, "Ben")
	must(t, amina.UseRelay(t.Context(), link))
	var err error
	amina.session, err = amina.CreateSession(t.Context(), NewSession{Title: "Always there"})
	must(t, err)
	ben.joins(amina, "")
	i, err := amina.Invite(t.Context(), amina.session, InviteWish{Role: "observer"})
	must(t, err)
	stop()
	c.Observe = []string{i.Link}
	_, stop = runsRelay(t, c)
	within(t, 20*time.Second, "the relay is in", func() bool { return len(amina.view().People) == 3 })
	must(t, ben.CloseSession(t.Context(), ben.session))
	_, err = amina.AddParked(t.Context(), amina.session, "before I leave")
	must(t, err)
	onDisk := func() bool {
		l, err := amina.find(amina.session)
		must(t, err)
		n := 0
		must(t, l.do(t.Context(), func(lap *Laptop) error { n = lap.share.own - lap.share.shared; return nil }))
		return n == 0
	}
	within(t, 20*time.Second, "the relay has it", onDisk)
	amina.stop()
	stop() // and it is there after a restart, without the invite
	c.Observe = nil
	_, _ = runsRelay(t, c)
	must(t, ben.OpenSession(t.Context(), ben.session))
	within(t, 30*time.Second, "ben has what amina wrote", func() bool { return slices.Contains(ben.parked(), "before I leave") })
}
