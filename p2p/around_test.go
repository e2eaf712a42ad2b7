package p2p

import (
	"testing"
	"time"
)

func TestSleepAndAnotherNetworkAreNoticed(t *testing.T) {
	type look struct {
		wall, mono time.Duration // since the start
		addrs      string
		want       news
	}
	for name, looks := range map[string][]look{
		"nothing happens": {{0, 0, "a", news{}}, {time.Second, time.Second, "a", news{}}, {5 * time.Second, 5 * time.Second, "a", news{}}},
		"the laptop slept for an hour": {
			{0, 0, "a", news{}},
			{time.Hour, time.Second, "a", news{woke: true}},
			{time.Hour + time.Second, 2 * time.Second, "a", news{}},
		},
		"a busy laptop looks late": {{0, 0, "a", news{}}, {time.Minute, time.Minute, "a", news{}}},
		"the network changes twice, then is quiet": {
			{0, 0, "a", news{}},
			{1 * time.Second, 1 * time.Second, "", news{}},
			{2 * time.Second, 2 * time.Second, "b", news{}},
			{3 * time.Second, 3 * time.Second, "b", news{}},
			{4 * time.Second, 4 * time.Second, "b", news{moved: true}},
			{5 * time.Second, 5 * time.Second, "b", news{}},
		},
	} {
		t.Run(name, func(t *testing.T) {
			var a around
			for i, l := range looks {
				if got := a.look(time.Unix(1000, 0).Add(l.wall), l.mono, []string{l.addrs}); got != l.want {
					t.Errorf("look %d: %+v, want %+v", i, got, l.want)
				}
			}
		})
	}
}

func TestAfterSleepEverybodyIsLinkedAnew(t *testing.T) {
	simulate(t, 100, 2*time.Millisecond, func(t *testing.T, s *simulation) {
		ana, ben := s.open(0), s.open(1)
		dial(t, ben, ana)
		s.until(time.Second, "linked", func() bool { return ana.linked() == 1 })
		ben.mu.Lock()
		old := ben.links[ana.host.ID()]
		ben.mu.Unlock()
		ben.notice(news{woke: true})
		ana.write("while ben slept")
		took := s.until(15*time.Second, "linked anew, with what was missed", func() bool {
			ben.mu.Lock()
			now := ben.links[ana.host.ID()]
			ben.mu.Unlock()
			return now != nil && now != old && ben.room.holds("while ben slept")
		})
		t.Logf("after %v", took)
	})
}
