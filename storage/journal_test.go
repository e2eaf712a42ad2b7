package storage

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"sync"
	"sync/atomic"
	"syscall"
	"testing"
)

// watched is a journal file that counts syncs, can hold them up, and can fail.
type watched struct {
	file
	syncs  *atomic.Int64
	wait   func()
	broken *atomic.Pointer[error]
}

func (w watched) Sync() error {
	w.syncs.Add(1)
	w.wait()
	if err := w.broken.Load(); err != nil {
		return *err
	}
	return w.file.Sync()
}

func (w watched) Write(b []byte) (int, error) {
	if err := w.broken.Load(); err != nil {
		n, _ := w.file.Write(b[:len(b)/2])
		return n, *err
	}
	return w.file.Write(b)
}

// watch makes settings whose journal is watched.
func watch(wait func()) (settings, *watched) {
	w := &watched{syncs: new(atomic.Int64), wait: wait, broken: new(atomic.Pointer[error])}
	set := tight()
	set.createJournal = func(path string) (file, error) {
		f, err := createFile(path)
		return watched{f, w.syncs, w.wait, w.broken}, err
	}
	return set, w
}

func TestAnAcknowledgedChangeWasSynced(t *testing.T) {
	set, w := watch(func() {})
	l := openTest(t, t.TempDir(), set)
	g := openTestLog(t, l, 1)
	before := w.syncs.Load()
	appendOwn(t, g, made(1, 1))
	if n := w.syncs.Load() - before; n != 1 {
		t.Errorf("an own change took %d syncs", n)
	}
	before = w.syncs.Load()
	must(t, g.AppendRemote(context.Background(), made(2, 2)))
	if n := w.syncs.Load() - before; n != 0 {
		t.Errorf("another's change took %d syncs", n)
	}
}

func TestManyWritersShareASync(t *testing.T) {
	const writers = 40
	entered, release := make(chan struct{}, 100), make(chan struct{})
	var hold atomic.Bool
	set, w := watch(func() {
		if hold.Load() {
			entered <- struct{}{}
			<-release
		}
	})
	l := openTest(t, t.TempDir(), set)
	g := openTestLog(t, l, 1)
	before := w.syncs.Load()
	hold.Store(true)
	var all sync.WaitGroup
	arrived := make(chan struct{}, writers)
	add := func(n uint64) {
		all.Go(func() {
			arrived <- struct{}{}
			if err := g.AppendOwn(context.Background(), made(1, n)); err != nil {
				t.Error(err)
			}
		})
	}
	add(1)
	<-entered // the first one's sync is under way; all others queue behind it
	for n := range uint64(writers - 1) {
		add(n + 2)
	}
	for range writers {
		<-arrived
	}
	hold.Store(false)
	close(release)
	all.Wait()
	if n := w.syncs.Load() - before; n > writers/2 {
		t.Errorf("%d writers took %d syncs", writers, n)
	}
	wantHeld(t, g, writers)
}

func TestATornTailIsCutAndToldWithoutLoss(t *testing.T) {
	dir := t.TempDir()
	l := openTest(t, dir, tight())
	g := openTestLog(t, l, 1)
	appendOwn(t, g, made(1, 1), made(1, 2))
	must(t, g.Close())
	segments := glob(t, l.folder([16]byte{1}), "journal", "*"+segmentSuffix)
	f, err := os.OpenFile(segments[0], os.O_APPEND|os.O_WRONLY, 0)
	must(t, err)
	torn := appendFrame(nil, record{kind: kindChange, change: made(1, 3)})
	_, err = f.Write(torn[:len(torn)-5])
	must(t, joinClose(err, f))

	g = openTestLog(t, l, 1)
	wantHeld(t, g, 2)
	if kept := glob(t, l.folder([16]byte{1}), "journal", "*"+brokenSuffix); len(kept) != 1 {
		t.Errorf("set aside: %v", kept)
	}
	appendOwn(t, g, made(1, 3))
	must(t, g.Close())
	g = openTestLog(t, l, 1)
	wantHeld(t, g, 3)
	if all, err := l.Sessions(); err != nil || all[0].Damaged != "" {
		t.Errorf("what was never acknowledged is told as damage: %+v, %v", all, err)
	}
}

func TestARefusedChangeNeverComesBack(t *testing.T) {
	set, w := watch(func() {})
	l := openTest(t, t.TempDir(), set)
	g := openTestLog(t, l, 1)
	appendOwn(t, g, made(1, 1))
	full := error(syscall.ENOSPC)
	w.broken.Store(&full)
	if err := g.AppendOwn(context.Background(), made(1, 7)); !errors.Is(err, ErrNoSpace) {
		t.Errorf("a full disk says: %v", err)
	}
	wantHeld(t, g, 1)
	w.broken.Store(nil)
	appendOwn(t, g, made(1, 2)) // after the error: another change takes the number
	must(t, g.Close())
	g = openTestLog(t, l, 1)
	wantHeld(t, g, 2)
}

func TestASyncThatFailedIsNotTrusted(t *testing.T) {
	l := openTest(t, t.TempDir(), tight())
	dir := filepath.Join(l.Dir(), "loose")
	must(t, makeFolder(filepath.Join(dir, "journal")))
	var opened []*amnesiac
	j := journal{dir: filepath.Join(dir, "journal"), create: func(path string) (file, error) {
		f, err := createFile(path)
		a := &amnesiac{file: f, keepsAll: true}
		opened = append(opened, a)
		return a, err
	}}
	add := func(c Change) error {
		return j.append(appendFrame(nil, record{kind: kindChange, change: c}), [][32]byte{c.ID}, true)
	}
	must(t, add(made(1, 1)))
	opened[0].failing = true
	if err := add(made(1, 2)); err == nil {
		t.Fatal("a failed sync was acknowledged")
	}
	must(t, add(made(1, 3)))
	if len(opened) != 2 {
		t.Fatalf("%d segments; a segment whose sync failed must not be used again", len(opened))
	}
	must(t, j.rotate())
	// The worst case: truncating had no effect either, so the refused change is still on the disk.
	told := newReplay(dir, nil, quiet(), func([32]byte) bool { return false })
	must(t, makeFolder(filepath.Join(dir, "backups")))
	must(t, told.read(false))
	if _, back := told.changes[made(1, 2).ID]; back || len(told.changes) != 2 {
		t.Errorf("the refused change came back: %d changes", len(told.changes))
	}
}

// amnesiac is a journal file on a disk that can fail its syncs and ignore truncation.
type amnesiac struct {
	file
	failing  bool
	keepsAll bool
}

func (a *amnesiac) Sync() error {
	if a.failing {
		return syscall.EIO
	}
	return a.file.Sync()
}

func (a *amnesiac) Truncate(size int64) error {
	if a.keepsAll {
		return nil
	}
	return a.file.Truncate(size)
}

func TestSegmentsEndAtTheirLimit(t *testing.T) {
	l := openTest(t, t.TempDir(), tight())
	g := openTestLog(t, l, 1)
	value := make([]byte, MaxValue)
	for range 10 {
		must(t, g.SetPrivate("d", value))
	}
	if n := len(glob(t, l.folder([16]byte{1}), "journal", "*")); n < 2 {
		t.Errorf("%d segments for 10 MiB", n)
	}
	must(t, g.Close())
	g = openTestLog(t, l, 1)
	if d, err := g.Private("d"); err != nil || len(d) != MaxValue {
		t.Errorf("the value has %d bytes, %v", len(d), err)
	}
}
