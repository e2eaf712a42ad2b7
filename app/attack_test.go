package app

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"time"

	"convene/build/rogue"
	"convene/p2p"
	"convene/workshop"
)

// enters lets a rogue into a session by an ordinary invite.
func enters(t *testing.T, host *home, identity, writer byte) *rogue.Member {
	t.Helper()
	i, err := host.Invite(t.Context(), host.session, InviteWish{})
	must(t, err)
	m, err := rogue.Join(t.Context(), i.Link, [32]byte{identity}, [32]byte{writer}, true)
	must(t, err)
	t.Cleanup(m.Close)
	within(t, 10*time.Second, "the rogue knows that it is in", func() bool { return m.Holds() >= host.size() })
	return m
}

// size is how many changes a laptop holds.
func (h *home) size() int {
	h.t.Helper()
	l, err := h.find(h.session)
	must(h.t, err)
	return l.len()
}

// linkedTo tells whether a laptop is linked to one of somebody.
func (h *home) linkedTo(p workshop.Person) bool {
	h.t.Helper()
	l, err := h.find(h.session)
	must(h.t, err)
	return slices.ContainsFunc(l.node.Peers(), func(o p2p.Peer) bool { return o.Person == p })
}

func parks(t *testing.T, m *rogue.Member, text string) []byte {
	t.Helper()
	signed, err := m.Sign(workshop.Park(workshop.RecordID{}, text))
	must(t, err)
	if len(signed) != 1 {
		t.Fatalf("%d changes", len(signed))
	}
	return signed[0]
}

func (h *home) parked() (texts []string) {
	for _, p := range h.view().Parked {
		texts = append(texts, p.Text)
	}
	slices.Sort(texts)
	return texts
}

// goesOn has both write, and both must have it soon.
func goesOn(t *testing.T, what string, homes ...*home) {
	t.Helper()
	for i, h := range homes {
		text := fmt.Sprintf("%s, and laptop %d goes on", what, i)
		_, err := h.AddParked(t.Context(), h.session, text)
		must(t, err)
		for _, other := range homes {
			within(t, 2*time.Second, text, func() bool { return slices.Contains(other.parked(), text) })
		}
	}
	inSync(t, homes...)
}

// A member tells one laptop this and another one that, under one number. Both get both, say so, and go on.
func TestAMemberWithTwoHistoriesIsShownAndTheSessionGoesOn(t *testing.T) {
	amina, ben := pair(t)
	one, other := enters(t, amina, 7, 7), enters(t, amina, 7, 7)
	within(t, 10*time.Second, "both know the same", func() bool { return one.Holds() == other.Holds() && one.Here() >= 2 && other.Here() >= 2 })
	this, that := parks(t, one, "this"), parks(t, other, "that")
	one.Send(this)
	other.Send(that)
	within(t, 15*time.Second, "both have both", func() bool {
		return slices.Equal(amina.parked(), []string{"that", "this"}) && slices.Equal(ben.parked(), []string{"that", "this"})
	})
	for _, h := range []*home{amina, ben} {
		if p := h.view().Person(one.Person()); p == nil || !p.Broken {
			t.Errorf("who signed two histories is shown as %+v", p)
		}
		m := mirrorOf(t, h)
		m.until(t, "people are told of two laptops under one key", func() bool {
			health, ok := m.records["health"].(HealthRecord)
			return ok && slices.ContainsFunc(health.Items, func(i HealthItem) bool { return i.Code == "two-histories" })
		})
	}
	goesOn(t, "two histories", amina, ben)
	must(t, amina.RemovePerson(t.Context(), amina.session, one.Person().String()))
	within(t, 10*time.Second, "the rogue is out", func() bool { return !amina.linkedTo(one.Person()) && !ben.linkedTo(one.Person()) })
	goesOn(t, "removed", amina, ben)
}

// Everything that was ever said in one session is said again in another one, twice and shuffled, and so is all that the session itself
// has. Nothing changes.
func TestAReplayOfEverythingChangesNothing(t *testing.T) {
	amina, ben := pair(t)
	eve := enters(t, amina, 9, 9)
	goesOn(t, "before", amina, ben)
	elsewhere := newHome(t, "Elsewhere")
	var err error
	elsewhere.session, err = elsewhere.CreateSession(t.Context(), NewSession{Title: "Another"})
	must(t, err)
	for i := range 20 {
		_, err := elsewhere.AddParked(t.Context(), elsewhere.session, fmt.Sprintf("said elsewhere %d", i))
		must(t, err)
	}
	spy := enters(t, elsewhere, 9, 8)
	inSync(t, amina, ben)
	within(t, 10*time.Second, "everything is known", func() bool { return eve.Holds() == amina.size() })
	size := amina.size()
	own, theirs := append(eve.All(), eve.All()...), append(spy.All(), spy.All()...)
	chance := rand.New(rand.NewPCG(1, 2))
	for _, list := range [][][]byte{own, theirs} {
		chance.Shuffle(len(list), func(i, j int) { list[i], list[j] = list[j], list[i] })
	}
	last := parks(t, eve, "the last word")
	eve.Send(own...)
	eve.Send(theirs...)
	eve.Send(last)
	for _, h := range []*home{amina, ben} { // a link carries what it is given in order
		within(t, 20*time.Second, "the last word", func() bool { return slices.Contains(h.parked(), "the last word") })
		if h.size() != size+1 {
			t.Errorf("a replay left %d changes of %d", h.size(), size+1)
		}
		if slices.ContainsFunc(h.parked(), func(s string) bool { return strings.Contains(s, "elsewhere") }) {
			t.Error("what was said elsewhere is said here")
		}
	}
	goesOn(t, "after the replay", amina, ben)
}

// A member sends changes without their past. Others hear each other meanwhile; what the past frees in the end is all there.
func TestAFloodWithoutAPastOverTheNetworkDelaysNobody(t *testing.T) {
	amina, ben := pair(t)
	eve := enters(t, amina, 5, 5)
	const flood = 1000
	past := parks(t, eve, "the past, which nobody gets at first")
	eve.Hide()
	list := make([][]byte, flood)
	for i := range list {
		list[i] = parks(t, eve, fmt.Sprintf("orphan %d", i))
	}
	sent := make(chan struct{})
	go func() {
		defer close(sent)
		pace := time.NewTicker(200 * time.Millisecond)
		defer pace.Stop()
		for batch := range slices.Chunk(list, 500) { // a faster one fills the sender's own queue, and is dropped there
			eve.Send(batch...)
			<-pace.C
		}
	}()
	goesOn(t, "among orphans", amina, ben)
	<-sent
	waiting := func(h *home) (n int) {
		l, err := h.find(h.session)
		must(t, err)
		must(t, l.do(t.Context(), func(lap *Laptop) error { n = lap.Waiting(); return nil }))
		return n
	}
	within(t, 30*time.Second, "they wait for their past", func() bool { return waiting(amina) == flood && waiting(ben) == flood })
	goesOn(t, "after the orphans", amina, ben)
	eve.Send(past)
	within(t, 30*time.Second, "the past frees them", func() bool {
		return waiting(amina) == 0 && waiting(ben) == 0 && len(amina.view().Parked) == flood+5
	})
	goesOn(t, "after the past came", amina, ben)
}
