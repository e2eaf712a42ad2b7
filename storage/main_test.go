package storage

import (
	"context"
	"crypto/sha256"
	"encoding/binary"
	"flag"
	"io"
	"os"
	"path/filepath"
	"testing"
	"time"

	"github.com/sirupsen/logrus"
	"go.uber.org/goleak"
)

// The test binary is also the child process of the tests that kill, race or starve one.
func TestMain(m *testing.M) {
	if role := os.Getenv("CONVENE_STORAGE_CHILD"); role != "" {
		os.Exit(children[role](os.Getenv("CONVENE_STORAGE_DIR")))
	}
	flag.Parse()
	if err := flag.Set("test.parallel", "6"); err != nil { // children that wait for the disk, not for us
		panic(err)
	}
	goleak.VerifyTestMain(m,
		// Started by packages Badger imports, for the life of the process.
		goleak.IgnoreTopFunction("github.com/golang/glog.(*fileSink).flushDaemon"),
		goleak.IgnoreTopFunction("go.opencensus.io/stats/view.(*worker).start"),
	)
}

// children are what the test binary does when it is started as a child.
var children = map[string]func(dir string) int{
	"writer":   writerChild,
	"holder":   holderChild,
	"opener":   openerChild,
	"retrier":  retrierChild,
	"panicker": panickerChild,
	"filled":   filledChild,
	"exporter": exporterChild,
	"reader":   readerChild,
	"bomber":   bomberChild,
	"sealer":   sealerChild,
}

func quiet() *logrus.Entry {
	log := logrus.New()
	log.SetOutput(io.Discard)
	return logrus.NewEntry(log)
}

// tight are the settings of the app, but for a reserve that fits any test machine. With CONVENE_SEALED=1 every test of this room
// works on encrypted folders.
func tight() settings {
	set := defaults()
	set.reserve = 1 << 20
	if os.Getenv("CONVENE_SEALED") != "" {
		var err error
		if set.seal, err = newSealer([keySize]byte{1, 2, 3}); err != nil {
			panic(err)
		}
	}
	return set
}

// eventually waits for what another goroutine does.
func eventually(t *testing.T, what string, is func() bool) {
	t.Helper()
	tick := time.NewTicker(2 * time.Millisecond)
	defer tick.Stop()
	deadline := time.After(20 * time.Second)
	for !is() {
		select {
		case <-tick.C:
		case <-deadline:
			t.Fatalf("it never comes to this: %s", what)
		}
	}
}

func openTest(t *testing.T, dir string, set settings) *Library {
	t.Helper()
	l, err := open(dir, quiet(), set)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = l.Close() })
	return l
}

func openTestLog(t *testing.T, l *Library, id byte) *Log {
	t.Helper()
	g, err := l.OpenLog([16]byte{id})
	if err != nil {
		t.Fatal(err)
	}
	return g
}

// made is the n-th change of a writer: its bytes follow from the two.
func made(writer byte, n uint64) Change {
	text := make([]byte, 100+n%700)
	for at := 0; at < len(text); at += 8 {
		copy(text[at:], binary.BigEndian.AppendUint64(nil, n*2654435761+uint64(writer)+uint64(at)*n))
	}
	binary.BigEndian.PutUint64(text, n)
	text[8] = writer
	return Change{Writer: [32]byte{writer}, Seq: n, ID: sha256.Sum256(text), Bytes: text}
}

// held reads all changes of a log and checks each against what was made.
func held(t *testing.T, g *Log) map[uint64]bool {
	t.Helper()
	found := map[uint64]bool{}
	err := g.Changes(context.Background(), func(b []byte) error {
		n := binary.BigEndian.Uint64(b)
		want := made(b[8], n)
		if string(want.Bytes) != string(b) {
			t.Errorf("change %d was altered", n)
		}
		found[n] = true
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return found
}

func appendOwn(t *testing.T, g *Log, c ...Change) {
	t.Helper()
	if err := g.AppendOwn(context.Background(), c...); err != nil {
		t.Fatal(err)
	}
}

func wantHeld(t *testing.T, g *Log, n int) {
	t.Helper()
	found := held(t, g)
	for i := range n {
		if !found[uint64(i+1)] {
			t.Fatalf("change %d of %d is lost; %d are held", i+1, n, len(found))
		}
	}
	if len(found) != n {
		t.Fatalf("%d changes are held, want %d", len(found), n)
	}
	if count, _ := g.Count(); count != n {
		t.Fatalf("Count says %d, want %d", count, n)
	}
}

func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

func glob(t *testing.T, parts ...string) []string {
	t.Helper()
	found, err := filepath.Glob(filepath.Join(parts...))
	must(t, err)
	return found
}
