//go:build unix

package workshop_test

import (
	"bytes"
	"crypto/ed25519"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"syscall"
	"testing"
	"time"

	"convene/build/bench"
	"convene/workshop"

	"github.com/klauspost/compress/zstd"
)

// BenchmarkRowsOfTheCore measures the rows of the core. 5,000 notes are measured against the bar, 20,000 against twice the bar.
func BenchmarkRowsOfTheCore(b *testing.B) {
	measure(b, 1000, 1)
	measure(b, 5000, 1)
	measure(b, 20000, 2)
	b.ReportMetric(0, "ns/op")
}

func measure(b *testing.B, notes int, slack float64) {
	var acts [][]any
	s, writers, _ := benchActs(b, notes, 30, func(who int, act ...any) { acts = append(acts, append([]any{who}, act...)) })
	var all [][]byte
	_ = s.Changes(func(c *workshop.Change) error { all = append(all, c.Bytes); return nil })
	name := func(n string) string {
		if notes == 5000 {
			return n
		}
		return fmt.Sprintf("%s-%d", n, notes)
	}
	bench.Tell(b,
		bench.Faster(name("load-vs-yjs"), "ms", loadOurs(b, s), loadYjs(b, acts), 10/slack),
		beside(bench.AtMost(name("remote-change"), "us", remoteChange(b, all), 90*slack), verifying(b)),
		bench.AtMost(name("bytes-per-change"), "bytes", bytesPerChange(b, all), 150*slack),
		beside(bench.AtMost(name("local-edit"), "us", localEdit(b, s, writers), 60*slack), signing(b)),
		bench.AtMost(name("close-activity"), "ms", closeActivity(b, s, writers), 20*slack),
	)
}

// beside tells what of a row's time no engine could save, measured in the same run: on a busy machine both are more.
func beside(r bench.Row, floor float64) bench.Row {
	r.Against, r.Ratio = floor, r.Value/floor
	return r
}

func signing(b *testing.B) float64 {
	key := ed25519.NewKeyFromSeed(make([]byte, ed25519.SeedSize))
	return median(b, 11, 200, time.Microsecond, func() {
		for range 200 {
			ed25519.Sign(key, make([]byte, 32))
		}
	})
}

func verifying(b *testing.B) float64 {
	key := ed25519.NewKeyFromSeed(make([]byte, ed25519.SeedSize))
	sig := ed25519.Sign(key, make([]byte, 32))
	return median(b, 11, 200, time.Microsecond, func() {
		for range 200 {
			if !ed25519.Verify(key.Public().(ed25519.PublicKey), make([]byte, 32), sig) {
				b.Fatal("a signature that is right is wrong")
			}
		}
	})
}

// cpu is the processor time that f takes.
func cpu(b *testing.B, f func()) time.Duration {
	used := func() time.Duration {
		var r syscall.Rusage
		if err := syscall.Getrusage(syscall.RUSAGE_SELF, &r); err != nil {
			b.Fatal(err)
		}
		return time.Duration(r.Utime.Nano() + r.Stime.Nano())
	}
	before := used()
	f()
	return used() - before
}

// median runs f so many times and returns the middle of the times, divided.
func median(b *testing.B, times, per int, unit time.Duration, f func()) float64 {
	list := make([]float64, times)
	for i := range list {
		list[i] = float64(cpu(b, f)) / float64(per) / float64(unit)
	}
	slices.Sort(list)
	return list[times/2]
}

// localEdit is in batches of 200, because the kernel counts processor time coarsely.
func localEdit(b *testing.B, s *workshop.Session, writers []*workshop.Writer) float64 {
	run := s.CurrentRun().ID
	own := map[workshop.Person][]workshop.RecordID{}
	for _, n := range s.View().Notes {
		own[n.Author] = append(own[n.Author], n.ID)
	}
	i := 0
	return median(b, 11, 200, time.Microsecond, func() {
		for range 200 {
			i++
			w := writers[i%len(writers)]
			mine := own[w.Person()]
			if _, err := s.Do(w, run, 1, workshop.Set(mine[i%len(mine)], workshop.FieldX, workshop.Int(int64(i)))); err != nil {
				b.Fatal(err)
			}
		}
	})
}

func remoteChange(b *testing.B, all [][]byte) float64 {
	loaded, err := workshop.Load(all[:len(all)-2200])
	if err != nil {
		b.Fatal(err)
	}
	rest := all[len(all)-2200:]
	return median(b, 11, 200, time.Microsecond, func() {
		for _, c := range rest[:200] {
			if _, err := loaded.Session.Apply(c); err != nil {
				b.Fatal(err)
			}
		}
		rest = rest[200:]
	})
}

func bytesPerChange(b *testing.B, all [][]byte) float64 {
	var out bytes.Buffer
	w, err := zstd.NewWriter(&out)
	if err != nil {
		b.Fatal(err)
	}
	for _, c := range all {
		if _, err := w.Write(c); err != nil {
			b.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		b.Fatal(err)
	}
	return float64(out.Len()) / float64(len(all))
}

// closeActivity closes the run while fifty people had written something that the close does not know.
func closeActivity(b *testing.B, s *workshop.Session, writers []*workshop.Writer) float64 {
	run, past := s.CurrentRun().ID, s.Heads()
	note := s.View().Notes[0]
	for i := range 50 {
		w := writers[1+i%(len(writers)-1)]
		change := s.Forge(w, past, run, workshop.AddNote(note.Activity, "meanwhile", "", ""))
		if _, err := s.Apply(change); err != nil {
			b.Fatal(err)
		}
	}
	return median(b, 5, 1, time.Millisecond, func() { // each close asks again of all that was done under the run
		if _, err := s.Apply(s.Forge(writers[0], past, workshop.RecordID{}, workshop.CloseRun(run, nil))); err != nil {
			b.Fatal(err)
		}
	})
}

// loadOurs opens the session from its snapshot in a process of its own, as the other side does, and reads the text of every note.
func loadOurs(b *testing.B, s *workshop.Session) float64 {
	path := filepath.Join(b.TempDir(), "snapshot")
	if err := os.WriteFile(path, s.Snapshot(), 0o600); err != nil {
		b.Fatal(err)
	}
	child := exec.Command(os.Args[0], "-test.run", "^$", "-test.bench", "^BenchmarkLoadAlone$", "-test.benchtime", "1x")
	child.Env, child.Stderr = append(os.Environ(), loadAlone+"="+path), os.Stderr
	out, err := child.Output()
	if err != nil {
		b.Fatalf("load: %v: %s", err, out)
	}
	var ms float64
	if _, err := fmt.Sscanf(string(out[bytes.Index(out, []byte(loadAlone)):]), loadAlone+" %f", &ms); err != nil {
		b.Fatalf("load: %v: %s", err, out)
	}
	return ms
}

// loadAlone names the snapshot to load for BenchmarkLoadAlone, and begins the line that it prints.
const loadAlone = "CONVENE_BENCH_LOAD"

// BenchmarkLoadAlone is the child of loadOurs.
func BenchmarkLoadAlone(b *testing.B) {
	snapshot, err := os.ReadFile(os.Getenv(loadAlone))
	if err != nil {
		b.Skip("it is started by another")
	}
	if _, err := workshop.LoadSnapshot(snapshot); err != nil { // the other side has built the document in its process before
		b.Fatal(err)
	}
	times := max(1, 32<<20/len(snapshot)) // processor time is counted coarsely: small ones are loaded several times
	fmt.Printf("%s %f\n", loadAlone, median(b, 5, times, time.Millisecond, func() {
		for range times {
			loadAndRead(b, snapshot)
		}
	}))
}

func loadAndRead(b *testing.B, snapshot []byte) {
	s, err := workshop.LoadSnapshot(snapshot)
	if err != nil {
		b.Fatal(err)
	}
	read := 0
	for _, id := range s.NoteIDs() {
		text, err := s.TextOf(id)
		if err != nil {
			b.Fatal(err)
		}
		read += len(text)
	}
	if read == 0 {
		b.Fatal("nothing to read")
	}
}

// loadYjs needs `npm ci` in workshop/bench; it does that itself the first time.
func loadYjs(b *testing.B, acts [][]any) float64 {
	if _, err := os.Stat("bench/node_modules/yjs"); errors.Is(err, os.ErrNotExist) {
		install := exec.Command("npm", "ci", "--no-audit", "--no-fund", "--ignore-scripts")
		install.Dir = "bench"
		if out, err := install.CombinedOutput(); err != nil {
			b.Fatalf("install yjs: %v\n%s", err, out)
		}
	}
	in, err := json.Marshal(acts)
	if err != nil {
		b.Fatal(err)
	}
	node := exec.Command("node", "yjs.mjs")
	node.Dir, node.Stdin, node.Stderr = "bench", bytes.NewReader(in), os.Stderr
	out, err := node.Output()
	if err != nil {
		b.Fatalf("yjs: %v", err)
	}
	var told struct{ MS float64 }
	if err := json.Unmarshal(out, &told); err != nil {
		b.Fatal(err)
	}
	return told.MS
}
