package storage

import (
	"context"
	"os"
	"path/filepath"
	"slices"
	"sync"
	"testing"
	"time"
)

// BenchmarkBesideASync measures in one run, alternating, what acknowledging costs beside writing and
// syncing the same bytes to a bare file. Medians in microseconds; "ratio" is own change to bare sync.
func BenchmarkBesideASync(b *testing.B) {
	dir := b.TempDir()
	l, err := open(dir, quiet(), tight())
	if err != nil {
		b.Fatal(err)
	}
	defer func() { _ = l.Close() }()
	g, err := l.OpenLog([16]byte{1})
	if err != nil {
		b.Fatal(err)
	}
	bare, err := os.OpenFile(filepath.Join(dir, "bare"), os.O_CREATE|os.O_WRONLY|os.O_APPEND, fileMode)
	if err != nil {
		b.Fatal(err)
	}
	defer func() { _ = bare.Close() }()
	ctx, n := context.Background(), uint64(0)
	times := map[string][]time.Duration{}
	measure := func(name string, f func(c Change) error) {
		n++
		c := made(1, n)
		begin := time.Now()
		if err := f(c); err != nil {
			b.Fatal(err)
		}
		times[name] = append(times[name], time.Since(begin))
	}
	syncs := func(c Change) error {
		if _, err := bare.Write(appendFrame(nil, record{kind: kindChange, change: c})); err != nil {
			return err
		}
		return bare.Sync()
	}
	for b.Loop() {
		measure("bare", syncs)
		measure("own", func(c Change) error { return g.AppendOwn(ctx, c) })
		measure("remote", func(c Change) error { return g.AppendRemote(ctx, c) })
		measure("thirty", func(Change) error {
			var all sync.WaitGroup
			for range 30 {
				n++
				c := made(1, n)
				all.Go(func() { _ = g.AppendOwn(ctx, c) })
			}
			all.Wait()
			return nil
		})
	}
	median := func(name string) float64 {
		slices.Sort(times[name])
		return float64(times[name][len(times[name])/2].Microseconds())
	}
	b.ReportMetric(median("bare"), "bare-sync-µs")
	b.ReportMetric(median("own"), "own-µs")
	b.ReportMetric(median("remote"), "remote-µs")
	b.ReportMetric(median("thirty"), "30-own-at-once-µs")
	b.ReportMetric(median("own")/median("bare"), "ratio")
}

// BenchmarkOpen opens a session of 5,000 changes that was closed in order.
func BenchmarkOpen(b *testing.B) {
	l, err := open(b.TempDir(), quiet(), tight())
	if err != nil {
		b.Fatal(err)
	}
	defer func() { _ = l.Close() }()
	fill, err := l.OpenLog([16]byte{1})
	if err != nil {
		b.Fatal(err)
	}
	var all []Change
	for n := range uint64(5000) {
		all = append(all, made(1, n+1))
	}
	if err := fill.AppendRemote(context.Background(), all...); err != nil {
		b.Fatal(err)
	}
	if err := fill.Close(); err != nil {
		b.Fatal(err)
	}
	var opened, read, closed []time.Duration
	for b.Loop() {
		begin := time.Now()
		g, err := l.OpenLog([16]byte{1})
		if err != nil {
			b.Fatal(err)
		}
		opened = append(opened, time.Since(begin))
		begin = time.Now()
		if err := g.Changes(context.Background(), func([]byte) error { return nil }); err != nil {
			b.Fatal(err)
		}
		read = append(read, time.Since(begin))
		begin = time.Now()
		if err := g.Close(); err != nil {
			b.Fatal(err)
		}
		closed = append(closed, time.Since(begin))
	}
	for name, times := range map[string][]time.Duration{"open-ms": opened, "read-5000-ms": read, "close-ms": closed} {
		slices.Sort(times)
		b.ReportMetric(float64(times[len(times)/2].Microseconds())/1000, name)
	}
}
