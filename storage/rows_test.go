package storage

import (
	"bytes"
	"context"
	"fmt"
	"math/rand/v2"
	"os"
	"sync"
	"testing"
	"time"

	"convene/build/bench"
	"convene/workshop"
)

// fiveThousand is a session with a board of 5,000 notes.
func fiveThousand(b *testing.B) *workshop.Session {
	b.Helper()
	roll := rand.NewChaCha8([32]byte{1})
	s, w, _, err := workshop.Found(roll, workshop.Founding{Title: "Five thousand"}, [32]byte{1}, 1)
	if err != nil {
		b.Fatal(err)
	}
	do := func(run workshop.RecordID, ops ...workshop.Op) workshop.RecordID {
		done, err := s.Do(w, run, 1, ops...)
		if err != nil {
			b.Fatal(err)
		}
		return workshop.RecordID{Change: done[len(done)-1].Change.ID}
	}
	board := do(workshop.RecordID{}, workshop.AddActivity(workshop.ActivityPlan{
		Kind: workshop.ActivityBrainstorm, Title: "Open", Minutes: 10, Settings: workshop.SettingsOf(map[string]any{"visibility": "public"}),
	}))
	plan, err := s.View().PlanRun(board)
	if err != nil {
		b.Fatal(err)
	}
	run := do(workshop.RecordID{}, workshop.OpenRun(plan))
	order := ""
	for n := range 5000 {
		if order, err = workshop.OrderBetween(order, "", nil); err != nil {
			b.Fatal(err)
		}
		do(run, workshop.AddNote(board, fmt.Sprintf("A note with some words in it, as people write them: %d", n), "", order))
	}
	return s
}

// BenchmarkRowOpenSession measures a session of 5,000 notes from the disk to its first view, and in the same run, taking turns, the
// floor: Badger alone opening the same folder, and reading the bytes of the snapshot.
func BenchmarkRowOpenSession(b *testing.B) {
	l, err := open(b.TempDir(), quiet(), tight())
	if err != nil {
		b.Fatal(err)
	}
	defer func() { _ = l.Close() }()
	id := [16]byte{1}
	keepForRow(b, l, id, fiveThousand(b))
	var ours, floor []float64
	for range 9 {
		bare := b.TempDir() // a copy: what Badger alone does to a folder is damage to us
		if err := os.CopyFS(bare, os.DirFS(l.folder(id)+"/db")); err != nil {
			b.Fatal(err)
		}
		begin := time.Now()
		db, err := tryOpen(databaseOptions(bare, l.set.seal, quiet()))
		if err != nil {
			b.Fatal(err)
		}
		if _, err := os.ReadFile(l.folder(id) + "/" + snapshotFile); err != nil {
			b.Fatal(err)
		}
		floor = append(floor, float64(time.Since(begin).Microseconds())/1000)
		if err := closeDatabase(db); err != nil {
			b.Fatal(err)
		}
		begin = time.Now()
		g := openForRow(b, l, id)
		ours = append(ours, float64(time.Since(begin).Microseconds())/1000)
		if err := g.Close(); err != nil {
			b.Fatal(err)
		}
	}
	bench.Tell(b, bench.OverFloor("open-session", "ms", bench.Median(ours), bench.Median(floor), 2, 30))
	b.ReportMetric(0, "ns/op")
}

// keepForRow puts a session into its log, and closes it in order.
func keepForRow(b *testing.B, l *Library, id [16]byte, s *workshop.Session) {
	b.Helper()
	g, err := l.OpenLog(id)
	if err != nil {
		b.Fatal(err)
	}
	var all []Change
	_ = s.Changes(func(c *workshop.Change) error {
		all = append(all, Change{Writer: c.Writer, Seq: c.Seq, ID: c.ID, Bytes: bytes.Clone(c.Bytes)})
		return nil
	})
	err = g.AppendOwn(context.Background(), all...)
	if err == nil {
		err = g.KeepSnapshot(s.Digest(), s.Snapshot())
	}
	if err = joinClose(err, g); err != nil {
		b.Fatal(err)
	}
}

// openForRow does what the app does with a session that is opened.
func openForRow(b *testing.B, l *Library, id [16]byte) *Log {
	b.Helper()
	var s *workshop.Session
	var reading sync.WaitGroup
	reading.Go(func() {
		digest, snapshot, err := l.Snapshot(id)
		if err == nil {
			s, err = workshop.LoadSnapshot(snapshot)
		}
		if err != nil || s.Digest() != digest {
			b.Error(err)
		} else {
			s.View()
		}
	})
	g, err := l.OpenLog(id)
	if err != nil {
		b.Fatal(err)
	}
	reading.Wait()
	var rest [][]byte
	err = g.ChangesBut(context.Background(), func(id [32]byte) bool { return s.Has(id) }, func(c []byte) error {
		rest = append(rest, c)
		return nil
	})
	if err != nil {
		b.Fatal(err)
	}
	s.Restore(rest)
	if n := len(s.View().Notes); n != 5000 {
		b.Fatalf("%d notes", n)
	}
	return g
}
