package storage

import (
	"bytes"
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"sync"
	"testing"
)

func TestLibraryRemembersThePersonAndTheirSessions(t *testing.T) {
	dir := t.TempDir()
	l := openTest(t, dir, tight())
	me := l.Identity()
	if me == [32]byte{} {
		t.Fatal("no identity was made")
	}
	must(t, l.SetPreference("name", []byte("Ana")))
	must(t, l.SetMeta([16]byte{2}, []byte(`{"title":"Team day"}`)))
	g := openTestLog(t, l, 1)
	must(t, g.SetPrivate("d/1", []byte("draft")))
	must(t, l.Close())

	l = openTest(t, dir, tight())
	if l.Identity() != me {
		t.Error("the identity changed")
	}
	if name, err := l.Preference("name"); err != nil || string(name) != "Ana" {
		t.Errorf("name is %q, %v", name, err)
	}
	if none, err := l.Preference("language"); err != nil || none != nil {
		t.Errorf("a preference that was never set is %q, %v", none, err)
	}
	all, err := l.Sessions()
	must(t, err)
	if len(all) != 2 || all[0].ID[0] != 1 || all[1].ID[0] != 2 || string(all[1].Meta) != `{"title":"Team day"}` {
		t.Errorf("sessions are %+v", all)
	}
	if all[0].Damaged != "" {
		t.Errorf("a sound session says %q", all[0].Damaged)
	}
}

func TestForgetRemovesASessionForGood(t *testing.T) {
	l := openTest(t, t.TempDir(), tight())
	must(t, l.SetMeta([16]byte{1}, []byte("x")))
	g := openTestLog(t, l, 1)
	appendOwn(t, g, made(1, 1))
	if err := l.Forget([16]byte{1}); err == nil {
		t.Fatal("an open session was forgotten")
	}
	must(t, g.Close())
	must(t, l.Forget([16]byte{1}))
	if left := glob(t, l.Dir(), "sessions", "*"); len(left) > 0 {
		t.Errorf("left behind: %v", left)
	}
	if all, err := l.Sessions(); err != nil || len(all) != 0 {
		t.Errorf("sessions are %v, %v", all, err)
	}
	g = openTestLog(t, l, 1)
	wantHeld(t, g, 0)
}

func TestForgettingIsFinishedAfterACrash(t *testing.T) {
	dir := t.TempDir()
	l := openTest(t, dir, tight())
	must(t, openTestLog(t, l, 1).Close())
	must(t, l.Close())
	must(t, os.Rename(l.folder([16]byte{1}), filepath.Join(dir, "sessions", forgotten+"01")))
	openTest(t, dir, tight())
	if left := glob(t, dir, "sessions", "*"); len(left) > 0 {
		t.Errorf("left behind: %v", left)
	}
}

func TestALogKeepsChangesOfEveryone(t *testing.T) {
	dir := t.TempDir()
	l := openTest(t, dir, tight())
	g := openTestLog(t, l, 1)
	ctx := context.Background()
	for n := range uint64(20) {
		if n%2 == 0 {
			appendOwn(t, g, made(1, n+1))
		} else {
			must(t, g.AppendRemote(ctx, made(2, n+1)))
		}
	}
	must(t, g.AppendRemote(ctx, made(2, 2), made(2, 2), made(2, 4))) // held already
	wantHeld(t, g, 20)
	must(t, g.Close())
	g = openTestLog(t, l, 1)
	wantHeld(t, g, 20)
}

func TestBothBranchesOfAForkAreKept(t *testing.T) {
	l := openTest(t, t.TempDir(), tight())
	g := openTestLog(t, l, 1)
	one, two := made(1, 1), made(1, 2)
	two.Seq = 1
	must(t, g.AppendRemote(context.Background(), one, two))
	wantHeld(t, g, 2)
}

func TestPrivateValuesSurviveAndGo(t *testing.T) {
	l := openTest(t, t.TempDir(), tight())
	g := openTestLog(t, l, 1)
	must(t, g.SetPrivate("d/1", []byte("one")))
	must(t, g.SetPrivate("d/1", []byte("two")))
	must(t, g.SetPrivate("d/2", nil))
	must(t, g.SetPrivate("host", []byte("key")))
	must(t, g.DeletePrivate("host"))
	must(t, g.DeletePrivate("never"))
	check := func() {
		t.Helper()
		drafts, err := g.Privates("d/")
		must(t, err)
		if len(drafts) != 2 || string(drafts["d/1"]) != "two" || drafts["d/2"] == nil {
			t.Errorf("drafts are %q", drafts)
		}
		if host, err := g.Private("host"); err != nil || host != nil {
			t.Errorf("a deleted value is %q, %v", host, err)
		}
	}
	check()
	must(t, g.Close())
	g = openTestLog(t, l, 1)
	check()
}

func TestTheCallerKeepsTheirBytes(t *testing.T) {
	l := openTest(t, t.TempDir(), tight())
	g := openTestLog(t, l, 1)
	c := made(1, 1)
	appendOwn(t, g, c)
	clear(c.Bytes)
	value := []byte("draft")
	must(t, g.SetPrivate("d", value))
	clear(value)
	wantHeld(t, g, 1)
	got, err := g.Private("d")
	must(t, err)
	if string(got) != "draft" {
		t.Errorf("the value is %q", got)
	}
	clear(got)
	if again, _ := g.Private("d"); string(again) != "draft" {
		t.Error("a value that was read could be changed")
	}
}

func TestWhatIsTooLargeIsRefused(t *testing.T) {
	l := openTest(t, t.TempDir(), tight())
	g := openTestLog(t, l, 1)
	large := bytes.Repeat([]byte{1}, MaxValue+1)
	if err := g.AppendOwn(context.Background(), Change{Bytes: large}); err == nil {
		t.Error("a change over the limit was taken")
	}
	if err := g.SetPrivate("k", large); err == nil {
		t.Error("a value over the limit was taken")
	}
	must(t, g.SetPrivate("k", large[:MaxValue]))
	must(t, g.AppendRemote(context.Background(), Change{ID: [32]byte{1}, Bytes: large[:MaxValue]}))
	if n, size := g.Count(); n != 1 || size != MaxValue {
		t.Errorf("holds %d changes, %d bytes", n, size)
	}
}

func TestAPanicOfTheReaderIsItsOwn(t *testing.T) {
	l := openTest(t, t.TempDir(), tight())
	g := openTestLog(t, l, 1)
	appendOwn(t, g, made(1, 1))
	defer func() {
		if p := recover(); p != "mine" {
			t.Errorf("recovered %v", p)
		}
	}()
	_ = g.Changes(context.Background(), func([]byte) error { panic("mine") })
	t.Error("a panic of the reader was swallowed")
}

func TestClosedThingsSaySo(t *testing.T) {
	l := openTest(t, t.TempDir(), tight())
	g := openTestLog(t, l, 1)
	if _, err := l.OpenLog([16]byte{1}); err == nil {
		t.Error("one session was opened twice")
	}
	must(t, g.Close())
	must(t, g.Close())
	if err := g.AppendOwn(context.Background(), made(1, 1)); !errors.Is(err, ErrClosed) {
		t.Errorf("appending after Close: %v", err)
	}
	if err := g.Changes(context.Background(), func([]byte) error { return nil }); !errors.Is(err, ErrClosed) {
		t.Errorf("reading after Close: %v", err)
	}
	must(t, l.Close())
	must(t, l.Close())
	if _, err := l.OpenLog([16]byte{1}); !errors.Is(err, ErrClosed) {
		t.Errorf("opening a log after Close: %v", err)
	}
}

func TestAppendsFromManySidesAndClose(t *testing.T) {
	dir := t.TempDir()
	l := openTest(t, dir, tight())
	g := openTestLog(t, l, 1)
	ctx := context.Background()
	var mu sync.Mutex
	acked := map[uint64]bool{}
	var all sync.WaitGroup
	for w := range uint64(8) {
		all.Go(func() {
			for n := range uint64(50) {
				c := made(byte(w), w*1000+n+1)
				add := g.AppendOwn
				if w%2 == 1 {
					add = g.AppendRemote
				}
				if err := add(ctx, c); err != nil {
					if !errors.Is(err, ErrClosed) {
						t.Error(err)
					}
					return
				}
				mu.Lock()
				acked[c.Seq] = true
				enough := len(acked) == 200
				mu.Unlock()
				if enough {
					all.Go(func() { _ = g.Close() })
				}
			}
		})
	}
	all.Wait()
	must(t, g.Close())
	g = openTestLog(t, l, 1)
	found := held(t, g)
	for n := range acked {
		if !found[n] {
			t.Errorf("acknowledged change %d is lost", n)
		}
	}
}

func TestFilesAreForTheirOwnerOnly(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "data")
	l := openTest(t, dir, tight())
	g := openTestLog(t, l, 1)
	appendOwn(t, g, made(1, 1))
	check := func(when string) {
		t.Helper()
		must(t, filepath.WalkDir(dir, func(path string, e fs.DirEntry, err error) error {
			must(t, err)
			info, err := e.Info()
			must(t, err)
			want := fileMode
			if e.IsDir() {
				want = folderMode
			}
			if info.Mode().Perm() != want {
				t.Errorf("%s: %s has mode %v", when, path, info.Mode())
			}
			return nil
		}))
	}
	check("open")
	must(t, l.Close())
	check("closed")
}
