package p2p

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"
	"time"
)

// TestNoFaultLosesAChange: people write while laptops die and return and the
// network falls apart, as a seed says. In the end everybody holds everything
// within 10 s. CONVENE_SEEDS runs more of them, from CONVENE_SEED on.
func TestNoFaultLosesAChange(t *testing.T) {
	first := fromEnv("CONVENE_SEED", 1)
	for seed := first; seed < first+fromEnv("CONVENE_SEEDS", 3); seed++ {
		t.Run(fmt.Sprint(seed), func(t *testing.T) {
			simulate(t, 20, 5*time.Millisecond, func(t *testing.T, s *simulation) {
				(&storm{simulation: s, chance: rand.New(rand.NewPCG(uint64(seed), 0))}).blow()
			})
		})
	}
}

// storm is one run of faults.
type storm struct {
	*simulation
	chance *rand.Rand
	all    []*laptop
	down   map[int]bool
	wrote  int
}

func (s *storm) blow() {
	count := 3 + s.chance.IntN(14) // meshes and stars
	s.down = map[int]bool{}
	for i := range count {
		s.all = append(s.all, s.open(i))
	}
	s.introduce()
	for range 20 + s.chance.IntN(30) {
		s.step()
		pause(s.t.Context(), time.Duration(s.chance.IntN(3000))*time.Millisecond, nil)
	}
	for i := range s.all {
		s.restart(i)
	}
	s.setCut(nil)
	took := s.until(20*time.Second, "everybody holds everything", func() bool {
		return !slices.ContainsFunc(s.all, func(l *laptop) bool { return l.room.count() != s.wrote })
	})
	s.t.Logf("%d laptops, %d changes: whole %v after the last fault", count, s.wrote, took)
	if took > 10*time.Second {
		s.t.Errorf("whole only after %v", took)
	}
}

func (s *storm) introduce() {
	hubs := [][32]byte{s.all[0].room.id(), s.all[1].room.id()}
	for i, l := range s.all {
		l.SetHubs(hubs)
		if i > 0 {
			dial(s.t, l, s.all[s.chance.IntN(i)])
		}
	}
}

func (s *storm) step() {
	i := s.chance.IntN(len(s.all))
	switch s.chance.IntN(10) {
	case 0:
		if !s.down[i] {
			s.down[i] = true
			s.all[i].stop()
		}
	case 1, 2:
		s.restart(i)
	case 3:
		half := s.chance.Uint64()
		s.setCut(func(from, to int) bool { return half>>(from%60)&1 != half>>(to%60)&1 })
	case 4:
		s.setCut(func(from, to int) bool { return from == i || to == i })
	case 5:
		loss := rand.New(rand.NewPCG(s.chance.Uint64(), 0)) // used under the network's lock only
		s.setCut(func(int, int) bool { return loss.IntN(100) < 30 })
	case 6:
		s.setCut(nil)
	default:
		for range 1 + s.chance.IntN(20) {
			if !s.down[i] {
				s.all[i].write(fmt.Sprintf("change %d", s.wrote))
				s.wrote++
			}
		}
	}
}

// restart opens a laptop that is down, with what it holds; it dials whom it
// knew.
func (s *storm) restart(i int) {
	if !s.down[i] {
		return
	}
	s.down[i] = false
	old := s.all[i]
	known := old.Known()
	l := openRoom(s.t, old.room, fmt.Sprintf("person-%d", i), s.place(i))
	l.SetHubs([][32]byte{s.all[0].room.id(), s.all[1].room.id()})
	s.all[i] = l
	ctx := s.t.Context()
	go func() {
		if err := l.Dial(ctx, known); err != nil {
			s.t.Logf("person %d returns alone: %v", i, err)
		}
	}()
}
