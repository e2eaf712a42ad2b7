package p2p

import (
	"errors"
	"fmt"
	"testing"
	"time"
)

// A person who sends nonsense, hangs up, and comes back by another laptop is cut off as who stays.
func TestStrikesAreOfThePersonNotOfTheLink(t *testing.T) {
	simulate(t, 100, time.Millisecond, func(t *testing.T, s *simulation) {
		ana := s.open(0)
		eve := newRoom(s.hall, "eve")
		s.hall.setMember(eve.id(), true)
		for i := range maxStrikes {
			l := openRoom(t, eve, fmt.Sprint("eve ", i), s.place(1+i))
			dial(t, l, ana)
			l.Publish([][]byte{fmt.Append(nil, "bad ", i)})
			s.until(5*time.Second, "it counts", func() bool { return ana.strikesOf(eve.id()) == i+1 })
			l.stop()
			pause(t.Context(), time.Second, nil)
		}
		if !ana.isBarred(eve.id(), time.Now()) {
			t.Error("eve is not cut off")
		}
	})
}

func (n *Node) strikesOf(person [32]byte) int {
	n.mu.Lock()
	defer n.mu.Unlock()
	return n.paceOf(person).strikes.count
}

// While a strike is waited for, another stream is no way around it; and strikes are forgotten after a while.
func TestAStrikeIsWaitedForAndForgotten(t *testing.T) {
	now := time.Unix(1000, 0)
	n := &Node{c: Config{now: func() time.Time { return now }}.complete(), paces: map[[32]byte]*pace{}, barred: map[[32]byte]time.Time{}}
	eve := &link{person: [32]byte{1}, ended: make(chan struct{})}
	eve.close()
	n.strike(t.Context(), eve, errors.New("nonsense"))
	if got := n.owes(eve.person); got != time.Second {
		t.Errorf("one strike is waited for %v", got)
	}
	n.mu.Lock()
	flooding := n.flooding(eve.person)
	n.mu.Unlock()
	if flooding {
		t.Error("one strike is a flood")
	}
	for range 10 {
		now = now.Add(forgiveTime)
		n.strike(t.Context(), eve, errors.New("nonsense"))
	}
	if n.isBarred(eve.person, now) {
		t.Error("a strike now and then is a cut")
	}
	n.strike(t.Context(), eve, errors.New("nonsense"))
	n.strike(t.Context(), eve, errors.New("nonsense"))
	if !n.isBarred(eve.person, now) {
		t.Error("three strikes are no cut")
	}
}
