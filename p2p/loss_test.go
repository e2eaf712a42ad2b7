package p2p

import (
	"encoding/binary"
	"math/rand/v2"
	"slices"
	"testing"
	"time"
)

// TestNothingIsLostWhenEveryThirdPacketIs: ten laptops on a bad Wi-Fi, 30 % of
// all packets gone, 1,000 notes of 300 bytes; CONVENE_NOTES for another number.
func TestNothingIsLostWhenEveryThirdPacketIs(t *testing.T) {
	notes := fromEnv("CONVENE_NOTES", 1000)
	simulate(t, 100, 2*time.Millisecond, func(t *testing.T, s *simulation) {
		const peers = 10
		var all []*laptop
		var watches []*stopwatch
		for i := range peers {
			l, w := s.clocked(i)
			all, watches = append(all, l), append(watches, w)
			if i > 0 {
				dial(t, l, all[0])
			}
		}
		s.until(time.Minute, "a mesh", func() bool {
			return !slices.ContainsFunc(all, func(l *laptop) bool { return l.linked() != peers-1 })
		})
		chance := rand.New(rand.NewPCG(7, 7))
		s.setCut(func(int, int) bool { return chance.IntN(100) < 30 }) // called under the lock
		for i := range notes {
			text := make([]byte, 300)
			binary.BigEndian.PutUint64(text, uint64(time.Now().UnixNano()))
			binary.BigEndian.PutUint64(text[8:], uint64(i))
			all[i%peers].write(string(text))
			pause(t.Context(), 20*time.Millisecond, nil)
		}
		took := s.until(20*time.Second, "nothing is lost", func() bool {
			return !slices.ContainsFunc(all, func(l *laptop) bool { return l.room.count() != notes })
		})
		t.Logf("whole %v after the last note", took)
		p95, p99 := report(t, watches, notes, peers)
		if p95 > 2*time.Second || p99 > 10*time.Second {
			t.Errorf("p95 %v, p99 %v", p95, p99)
		}
	})
}
