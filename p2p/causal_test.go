package p2p

import (
	"crypto/sha256"
	"encoding/binary"
	"fmt"
	"math/rand/v2"
	"slices"
	"sync"
	"testing"
	"time"
)

// causalRoom is a room whose changes name what their writer had: none is kept before those. It times each from its writing until it is
// kept.
type causalRoom struct {
	*fakeRoom
	mu      sync.Mutex
	heads   map[[8]byte]bool
	waiting map[[8]byte][]byte
	took    []time.Duration
	given   int // exchanges in which something was missing
}

func idOf(c []byte) [8]byte {
	sum := sha256.Sum256(c)
	return [8]byte(sum[:8])
}

// past is what a change names: after its time and its number.
func past(c []byte) (ids [][8]byte) {
	for at := 17; at < 17+8*int(c[16]); at += 8 {
		ids = append(ids, [8]byte(c[at:]))
	}
	return ids
}

// write makes a change that names all that nothing kept here names yet.
func (r *causalRoom) write(number int) []byte {
	r.mu.Lock()
	defer r.mu.Unlock()
	c := binary.BigEndian.AppendUint64(nil, uint64(time.Now().UnixNano()))
	c = append(binary.BigEndian.AppendUint64(c, uint64(number)), byte(len(r.heads)))
	for id := range r.heads {
		c = append(c, id[:]...)
	}
	c = append(c, make([]byte, 200)...)
	r.keepNow(c)
	return c
}

func (r *causalRoom) keepNow(c []byte) (fresh bool) {
	fresh = len(r.keep([][]byte{c})) > 0
	for _, id := range past(c) {
		delete(r.heads, id)
	}
	r.heads[idOf(c)] = true
	return fresh
}

func (r *causalRoom) there(c []byte) bool {
	r.fakeRoom.mu.Lock()
	defer r.fakeRoom.mu.Unlock()
	return !slices.ContainsFunc(past(c), func(id [8]byte) bool { return r.held[id] == nil })
}

func (r *causalRoom) Missing(summary []byte, yield func([]byte) error) error {
	r.mu.Lock()
	r.given++
	r.mu.Unlock()
	return r.fakeRoom.Missing(summary, yield)
}

func (r *causalRoom) Receive(_ [32]byte, changes [][]byte, _ bool) (out Taken, err error) {
	r.mu.Lock()
	defer r.mu.Unlock()
	for _, c := range changes {
		r.waiting[idOf(c)] = c
	}
	for more := true; more; {
		more = false
		for id, c := range r.waiting {
			if !r.there(c) {
				continue
			}
			delete(r.waiting, id)
			if r.keepNow(c) {
				more = true
				out.Kept = append(out.Kept, c)
				r.took = append(r.took, time.Since(time.Unix(0, int64(binary.BigEndian.Uint64(c)))))
			}
		}
	}
	for _, c := range changes {
		if r.waiting[idOf(c)] != nil {
			out.Lacks = append(out.Lacks, c)
		}
	}
	return out, nil
}

// TestNotesThatNameOthersComeThroughABadNetwork: ten laptops that lose 30 % of all packets; each note names the last ones its writer had,
// as real ones do, and is kept when those are there.
func TestNotesThatNameOthersComeThroughABadNetwork(t *testing.T) {
	notes := fromEnv("CONVENE_NOTES", 1000)
	simulate(t, 100, 2*time.Millisecond, func(t *testing.T, s *simulation) {
		const peers = 10
		var all []*laptop
		var rooms []*causalRoom
		for i := range peers {
			name := fmt.Sprintf("person-%d", i)
			r := &causalRoom{fakeRoom: newRoom(s.hall, name), heads: map[[8]byte]bool{}, waiting: map[[8]byte][]byte{}}
			s.hall.setMember(r.id(), true)
			l := openRoom(t, r.fakeRoom, name, s.place(i), func(c *Config) { c.Room = r })
			all, rooms = append(all, l), append(rooms, r)
			if i > 0 {
				dial(t, l, all[0])
			}
		}
		s.until(time.Minute, "a mesh", func() bool {
			return !slices.ContainsFunc(all, func(l *laptop) bool { return l.linked() != peers-1 })
		})
		pause(t.Context(), 10*time.Second, nil)
		chance := rand.New(rand.NewPCG(7, 7))
		s.setCut(func(int, int) bool { return chance.IntN(100) < 30 }) // called under the lock
		for i := range notes {
			all[i%peers].Publish([][]byte{rooms[i%peers].write(i)})
			pause(t.Context(), 20*time.Millisecond, nil)
		}
		whole := s.until(20*time.Second, "nothing is lost", func() bool {
			return !slices.ContainsFunc(all, func(l *laptop) bool { return l.room.count() != notes })
		})
		var took []time.Duration
		given := 0
		for _, r := range rooms {
			took = append(took, r.took...)
			given += r.given
		}
		slices.Sort(took)
		at := func(q float64) time.Duration { return took[int(q*float64(len(took)-1))] }
		t.Logf("p50 %v, p95 %v, p99 %v, worst %v; %d exchanges; whole after %v", at(.5), at(.95), at(.99), at(1), given, whole)
		if at(.95) > 2*time.Second || at(.99) > 10*time.Second {
			t.Errorf("p95 %v, p99 %v", at(.95), at(.99))
		}
	})
}
