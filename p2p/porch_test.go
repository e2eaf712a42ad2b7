package p2p

import (
	"context"
	"fmt"
	"sync"
	"testing"
	"time"

	"github.com/libp2p/go-libp2p/core/host"
	"github.com/libp2p/go-libp2p/core/network"
	"github.com/libp2p/go-libp2p/core/peer"
	ma "github.com/multiformats/go-multiaddr"
)

// visits connects somebody without a pass to a relay.
func visits(t *testing.T, r *Relay, name string) host.Host {
	t.Helper()
	info, err := r.Pass().info()
	if err != nil {
		t.Fatal(err)
	}
	h, err := newHost(hostKey(name), throughRelays()...)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { h.Close() })
	if err := h.Connect(t.Context(), info); err != nil {
		t.Fatal(err)
	}
	return h
}

func (r *Relay) connected(id peer.ID) bool {
	return r.host.Network().Connectedness(id) == network.Connected
}

// passesThrough calls a laptop by way of its relay alone, and keeps the connection.
func passesThrough(t *testing.T, name string, to *laptop) error {
	t.Helper()
	h, err := newHost(hostKey(name), throughRelays()...)
	if err != nil {
		return err
	}
	t.Cleanup(func() { h.Close() })
	info := parseFull(onlyCircuits(to.Address()).Full(), true)[0]
	knowRelays(h, info.Addrs)
	ctx, cancel := context.WithTimeout(t.Context(), time.Minute)
	defer cancel()
	if err := h.Connect(ctx, info); err != nil {
		return err
	}
	s, err := openStream(ctx, h, info.ID, protoJoin)
	if err != nil {
		return err
	}
	_, err = s.Write([]byte{0, 0, 0, 90, 1}) // at the door
	return err
}

func TestARelayHangsUpOnWhoOnlyStandsThere(t *testing.T) {
	r, _ := runRelay(t)
	ana := leaning(t, newHall("idle"), "ana", r.Pass())
	eve := visits(t, r, "eve")
	if err := passesThrough(t, "ben", ana); err != nil {
		t.Fatal(err)
	}
	eventually(t, 5*time.Second, "eve and ben are on the porch", func() bool {
		r.porch.mu.Lock()
		defer r.porch.mu.Unlock()
		return len(r.porch.lobby.here) == 2
	})
	r.sweep(time.Now().Add(porchTime / 2))
	if !r.connected(eve.ID()) {
		t.Error("there was no time to ask")
	}
	r.sweep(time.Now().Add(porchTime))
	eventually(t, 5*time.Second, "eve is out", func() bool { return !r.connected(eve.ID()) })
	for name, id := range map[string]peer.ID{"ana, who has the pass": ana.host.ID(), "ben, who goes through to her": hostID(t, "ben")} {
		if !r.connected(id) {
			t.Errorf("%s, is out", name)
		}
	}
}

func TestACrowdWithoutAPassLeavesRoomForItsHolders(t *testing.T) {
	r, _ := runRelay(t)
	r.porch.mu.Lock()
	r.porch.lobby.room = 8
	r.porch.mu.Unlock()
	var crowd []host.Host
	for i := range 12 {
		crowd = append(crowd, visits(t, r, fmt.Sprint("stranger ", i)))
	}
	eventually(t, 5*time.Second, "the first of them are out", func() bool {
		stand := 0
		for _, h := range crowd {
			if r.connected(h.ID()) {
				stand++
			}
		}
		return stand == 8 && !r.connected(crowd[0].ID())
	})
	leaning(t, newHall("crowd"), "ana", r.Pass())
	if most := (size{conns: relayPlaces + porchRoom}).conns; porchRoom > most/2 {
		t.Errorf("%d of %d are for strangers", porchRoom, most)
	}
}

// TestMoreThanThirtyTwoPassThroughOnePlace: libp2p lets 32 streams of a peer stand, of which each guest needs one. 128 do it in `make soak`.
func TestMoreThanThirtyTwoPassThroughOnePlace(t *testing.T) { manyPassThrough(t, 34) }

func manyPassThrough(t *testing.T, guests int) {
	t.Helper()
	r, _ := runRelay(t)
	ana := leaning(t, newHall("many"), "ana", r.Pass())
	var all sync.WaitGroup
	atOnce := make(chan struct{}, 8) // this computer plays them all
	for i := range guests {
		atOnce <- struct{}{}
		all.Go(func() {
			defer func() { <-atOnce }()
			if err := passesThrough(t, fmt.Sprint("guest ", i), ana); err != nil {
				t.Errorf("guest %d: %v", i+1, err)
			}
		})
	}
	all.Wait()
}

func at(i int) source {
	from, _ := sourceOf(ma.StringCast(fmt.Sprintf("/ip4/10.%d.%d.%d/tcp/1", i>>16, i>>8&255, i&255)))
	return from
}

func TestOneHolderDoesNotKeepOthersOut(t *testing.T) {
	g, now := newGuard(), time.Now()
	ana := hostID(t, "ana")
	here := map[peer.ID]bool{ana: true}
	connected := func(id peer.ID) bool { return here[id] }
	if !g.let(ana, at(1), now, connected) || !g.let("old", at(2), now, connected) {
		t.Fatal("an empty relay refuses")
	}
	for i := range holdersPerAddress + 50 { // one holder, with a new key each time
		g.let(peer.ID(fmt.Sprint("key ", i)), at(3), now.Add(time.Second), connected)
	}
	if got := len(g.of); got > holdersPerAddress+2 {
		t.Errorf("one address has %d keys", got)
	}
	for i := range maxPassHolders + 300 { // and now with many addresses
		g.let(peer.ID(fmt.Sprint("other key ", i)), at(10+i%40), now.Add(2*time.Second), connected)
	}
	if got := len(g.of); got > maxPassHolders {
		t.Errorf("%d holders", got)
	}
	if !g.holds(ana) || !g.let(ana, at(1), now.Add(11*time.Hour), connected) {
		t.Error("who is connected lost their place")
	}
	if !g.let("new", at(4), now.Add(time.Minute), connected) || !g.holds("new") {
		t.Error("a laptop that comes new is refused")
	}
	if !g.let("new", at(5), now.Add(2*time.Minute), connected) {
		t.Error("somebody known cannot renew from another address")
	}
	for id := range g.of {
		here[id] = true
	}
	for i := range maxPassHolders {
		if len(g.of) == maxPassHolders {
			break
		}
		id := peer.ID(fmt.Sprint("present ", i))
		here[id] = true
		g.let(id, at(100+i), now.Add(3*time.Minute), connected)
	}
	if g.let("one too many", at(7), now.Add(time.Hour), connected) {
		t.Error("somebody connected was shown out")
	}
	if !g.let("tomorrow", at(7), now.Add(2*passLasts), connected) {
		t.Error("who showed the pass yesterday still takes the room")
	}
}

// What a laptop sees of guests through a relay is the relay's address: how often one address knocks is counted at the relay.
func TestOneAddressKnocksThroughARelayOnlySoOften(t *testing.T) {
	g := newGuard()
	g.let("ana", at(1), time.Now(), func(peer.ID) bool { return true })
	through := func(from string) (got int) {
		for range 4 * circuitsBurst {
			if g.AllowConnect("somebody", ma.StringCast(from), "ana") {
				got++
			}
		}
		return got
	}
	if got := through("/ip4/203.0.113.1/tcp/1"); got < circuitsBurst || got > 2*circuitsBurst {
		t.Errorf("one address knocked %d times at once", got)
	}
	if got := through("/ip4/203.0.113.2/tcp/1"); got < circuitsBurst {
		t.Errorf("the next one only %d times", got)
	}
	if through("/ip6/2001:db8:1:1::1/tcp/1") < circuitsBurst || through("/ip6/2001:db8:1:2::1/tcp/1") > circuitsBurst/2 {
		t.Error("the next network of one IPv6 customer begins anew")
	}
	if g.AllowConnect("somebody", ma.StringCast("/ip4/203.0.113.3/tcp/1"), "ben") {
		t.Error("to somebody who has no place")
	}
}
