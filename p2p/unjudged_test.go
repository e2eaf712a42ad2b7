package p2p

import (
	"testing"
	"time"
)

// TestWhatIsNotJudgedYetIsNotPassedOn: ana and cai hear each other through ben alone. What ben can judge goes on at once. What he
// holds for want of its past does not: somebody could have forged it, and cai, who can judge it, would take ben for the forger.
func TestWhatIsNotJudgedYetIsNotPassedOn(t *testing.T) {
	simulate(t, 100, 2*time.Millisecond, func(t *testing.T, s *simulation) {
		all := s.gather(3)
		ana, ben, cai := all[0], all[1], all[2]
		s.setCut(func(from, to int) bool { return from+to == 2 && from != to })
		s.until(time.Minute, "ana and cai hear each other through ben", func() bool {
			return ana.linked() == 1 && cai.linked() == 1 && ben.linked() == 2
		})
		ana.write("judged by ben")
		s.until(time.Second, "cai has it", func() bool { return cai.room.count() == 1 })
		ben.room.mu.Lock()
		ben.room.waits = true
		ben.room.mu.Unlock()
		ana.write("held by ben")
		pause(t.Context(), 2*time.Second, nil)
		cai.room.mu.Lock()
		got := cai.room.received
		cai.room.mu.Unlock()
		if got != 1 {
			t.Errorf("cai was sent %d changes, want the one that was judged", got)
		}
		ben.room.mu.Lock()
		ben.room.waits = false
		ben.room.mu.Unlock()
		s.until(time.Minute, "all are equal once ben could judge it", equalDigests(all))
	})
}
