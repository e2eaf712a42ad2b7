//go:build soak

package p2p

import (
	"bytes"
	"context"
	"fmt"
	"math/rand/v2"
	"runtime"
	"slices"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/libp2p/go-libp2p/core/protocol"
)

const (
	floodStrangers = 50
	floodFor       = time.Minute
)

// flood is six laptops that write twice a second, and those who attack them.
type flood struct {
	*simulation
	all      []*laptop
	work     sync.WaitGroup
	attempts atomic.Int64
	opened   atomic.Int64
}

// TestSoakAFloodOfStrangersAndAMemberDelaysNobody lets six laptops write in peace, and then for a minute while fifty strangers
// open every door again and again and one member publishes without end. The others feel at most twice the delay, and at most 100 MB
// each. In virtual time a processor costs nothing: what is measured is what the doors, queues and limits do.
func TestSoakAFloodOfStrangersAndAMemberDelaysNobody(t *testing.T) {
	simulate(t, 100, 2*time.Millisecond, func(t *testing.T, s *simulation) {
		f := &flood{simulation: s}
		for i := range 6 {
			f.all = append(f.all, s.open(i))
			if i > 0 {
				dial(t, f.all[i], f.all[0])
			}
		}
		s.until(30*time.Second, "everybody is linked", func() bool {
			return !slices.ContainsFunc(f.all, func(l *laptop) bool { return l.linked() < len(f.all)-1 })
		})
		calm := f.delays(t, 20*time.Second, "calm")
		before := heap()
		ctx, stop := context.WithTimeout(t.Context(), floodFor)
		defer stop()
		member := s.open(6)
		dial(t, member, f.all[0])
		f.work.Go(func() { publishWithoutEnd(ctx, member) })
		for i := range floodStrangers {
			f.work.Go(func() { f.pester(ctx, t, 10+i) })
		}
		flooded := f.delays(t, floodFor-2*time.Second, "flooded")
		grown := (int64(heap()) - int64(before)) / int64(len(f.all)+1)
		stop()
		f.work.Wait()
		t.Logf("p50 %v, p95 %v in peace; p50 %v, p95 %v under %d attempts, %d doors opened, and %d changes of the member; %d MB more for each laptop",
			middle(calm), late(calm), middle(flooded), late(flooded), f.attempts.Load(), f.opened.Load(), f.all[0].room.count(), grown>>20)
		if late(flooded) > 2*late(calm) {
			t.Errorf("p95 is %v, more than twice %v", late(flooded), late(calm))
		}
		if grown > 100<<20 {
			t.Errorf("each laptop grew by %d MB", grown>>20)
		}
	})
}

func heap() uint64 {
	runtime.GC()
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return m.HeapAlloc
}

func middle(d []time.Duration) time.Duration { return d[len(d)/2] }

func late(d []time.Duration) time.Duration { return d[len(d)*95/100] }

// delays writes at a laptop by chance twice a second, and says, sorted, how long each change took until all laptops held it.
func (f *flood) delays(t *testing.T, long time.Duration, what string) []time.Duration {
	t.Helper()
	var took []time.Duration
	chance := rand.New(rand.NewPCG(1, 2))
	for i, end := 0, time.Now().Add(long); time.Now().Before(end); i++ {
		text := fmt.Sprintf("%s %d", what, i)
		began := time.Now()
		f.all[chance.IntN(len(f.all))].write(text)
		tick := time.NewTicker(time.Millisecond)
		for slices.ContainsFunc(f.all, func(l *laptop) bool { return !l.room.holds(text) }) {
			if time.Since(began) > 30*time.Second {
				t.Fatalf("%q is not everywhere", text)
			}
			<-tick.C
		}
		tick.Stop()
		took = append(took, time.Since(began))
		pause(t.Context(), 500*time.Millisecond-time.Since(began), nil)
	}
	slices.Sort(took)
	return took
}

// publishWithoutEnd sends 5,000 changes a second: more than twice what a link is read at.
func publishWithoutEnd(ctx context.Context, member *laptop) {
	for i := 0; ctx.Err() == nil; i++ {
		batch := numbered(fmt.Sprintf("flood %d ", i), 100, 120)
		member.room.keep(batch)
		member.Publish(batch)
		pause(ctx, 20*time.Millisecond, nil)
	}
}

// pester is one stranger: it connects, opens every door with garbage, and begins again when it is thrown out.
func (f *flood) pester(ctx context.Context, t *testing.T, i int) {
	eve := f.stranger(i, f.all[i%len(f.all)])
	for n := i; ctx.Err() == nil; n++ {
		to := f.all[n%len(f.all)]
		f.attempts.Add(1)
		if err := eve.Connect(ctx, parseFull(to.Address().Full(), true)[0]); err == nil {
			for _, door := range []protocol.ID{protoHello, protoJoin, protoPair, protoSync, protoDelta, protoPresence, protoBlob} {
				st, err := eve.NewStream(ctx, to.host.ID(), door)
				if err != nil {
					continue
				}
				f.opened.Add(1)
				if _, err := st.Write(bytes.Repeat([]byte{0, 0, 0x10, 0, 0xa5, 0xff}, 1000)); err != nil {
					t.Logf("stranger %d: %v", i, err)
				}
				reset(st)
			}
		}
		pause(ctx, 200*time.Millisecond, nil)
	}
}
