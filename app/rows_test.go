package app

import (
	"context"
	"fmt"
	"io"
	"testing"
	"time"

	"convene/build/bench"
	"convene/storage"
	"convene/workshop"

	"github.com/sirupsen/logrus"
)

const rowNotes = 2000

// twoThousand is a session whose board holds 2,000 notes, each a change of its own.
func twoThousand(b *testing.B, host *home) {
	b.Helper()
	var err error
	host.session, err = host.CreateSession(b.Context(), NewSession{Title: "Two thousand"})
	must(b, err)
	board, err := host.AddActivity(b.Context(), host.session, NewActivity{Kind: ActivityBrainstorm, Title: "Open", Settings: Settings{"visibility": "public"}})
	must(b, err)
	_, err = host.OpenRun(b.Context(), host.session, board)
	must(b, err)
	for n := range rowNotes {
		_, err := host.AddNote(b.Context(), host.session, NewNote{Text: fmt.Sprintf("A note with some words in it, as people write them: %d", n)})
		must(b, err)
	}
}

// changesOf are the signed changes of a session.
func (h *home) changesOf() (all [][]byte) {
	h.t.Helper()
	must(h.t, h.act(context.Background(), h.session, func(l *Laptop) error {
		return l.s.Changes(func(c *workshop.Change) error {
			all = append(all, c.Bytes)
			return nil
		})
	}))
	return all
}

// judgedAndStored is how long it takes to verify changes and to store them in a library of their own, in the batches
// in which the network would bring them.
func judgedAndStored(b *testing.B, changes [][]byte) time.Duration {
	b.Helper()
	silent := logrus.New()
	silent.SetOutput(io.Discard)
	library, err := storage.Open(b.TempDir(), logrus.NewEntry(silent))
	must(b, err)
	defer func() { must(b, library.Close()) }()
	begin := time.Now()
	s, err := workshop.Open(changes[0])
	must(b, err)
	store, err := library.OpenLog(s.ID())
	must(b, err)
	defer func() { must(b, store.Close()) }()
	const batch = 512
	for at := 1; at < len(changes); at += batch {
		var taken []*workshop.Change
		for _, c := range changes[at:min(at+batch, len(changes))] {
			a, err := s.Apply(c)
			must(b, err)
			taken = append(taken, a.Change)
		}
		must(b, store.AppendRemote(context.Background(), stored(taken)...))
	}
	return time.Since(begin)
}

// BenchmarkRowJoin2000 measures the way from a link to a complete board of 2,000 notes over loopback, each time with a laptop that
// knows nothing yet; and in the same run, taking turns, the floor: verifying and storing the same changes here.
func BenchmarkRowJoin2000(b *testing.B) {
	host := newHome(b, "Ana")
	twoThousand(b, host)
	changes := host.changesOf()
	invite, err := host.Invite(b.Context(), host.session, InviteWish{Uses: 100})
	must(b, err)
	var ours, floor []float64
	for range 5 {
		guest := newHome(b, "Ben")
		begin := time.Now()
		guest.session, err = guest.Join(b.Context(), invite.Link, "Ben", func(JoinProgress) {})
		must(b, err)
		within(b, time.Minute, "the board is complete", func() bool { return len(guest.view().Notes) == rowNotes })
		ours = append(ours, float64(time.Since(begin).Microseconds())/1000)
		guest.stop()
		floor = append(floor, float64(judgedAndStored(b, changes).Microseconds())/1000)
	}
	bench.Tell(b, bench.OverFloor("join-2000", "ms", bench.Median(ours), bench.Median(floor), 2, 500))
	b.ReportMetric(0, "ns/op")
}
