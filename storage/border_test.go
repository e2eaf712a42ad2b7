package storage

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"
)

// holderChild opens the data folder, says so, and holds it until its input ends.
func holderChild(dir string) int {
	l, err := open(dir, quiet(), tight())
	if err != nil {
		fmt.Println(err)
		return 1
	}
	fmt.Println("held")
	_, _ = os.Stdin.Read(make([]byte, 1))
	_ = l.Close()
	return 0
}

// openerChild opens the data folder and a log in it and says how that went.
func openerChild(dir string) int {
	l, err := open(dir, quiet(), tight())
	if err == nil {
		err = l.Close()
	}
	fmt.Printf("readonly=%t %v\n", errors.Is(err, ErrReadOnly), err)
	return 0
}

func child(role, dir string) *exec.Cmd {
	c := exec.Command(os.Args[0])
	c.Env = append(os.Environ(), "CONVENE_STORAGE_CHILD="+role, "CONVENE_STORAGE_DIR="+dir)
	c.Stderr = os.Stderr
	return c
}

func TestASecondProcessIsToldWhoHoldsTheFolder(t *testing.T) {
	dir := t.TempDir()
	c := child("holder", dir)
	in, err := c.StdinPipe()
	must(t, err)
	out, err := c.StdoutPipe()
	must(t, err)
	must(t, c.Start())
	said := make([]byte, 100)
	n, err := out.Read(said)
	must(t, err)
	if string(said[:n]) != "held\n" {
		t.Fatalf("the first process says %q", said[:n])
	}
	_, err = open(dir, quiet(), tight())
	if !errors.Is(err, ErrInUse) || !strings.Contains(err.Error(), "process "+strconv.Itoa(c.Process.Pid)) {
		t.Errorf("the second start says: %v", err)
	}
	must(t, c.Process.Kill()) // a dead process holds nothing
	_ = c.Wait()
	_ = in.Close()
	openTest(t, dir, tight())
}

func TestAFullDiskIsRefusedBeforeAndDuring(t *testing.T) {
	free := uint64(10 << 20)
	set := tight()
	set.freeSpace = func(string) (uint64, error) { return free, nil }
	dir := t.TempDir()
	l := openTest(t, dir, set)
	g := openTestLog(t, l, 1)
	appendOwn(t, g, made(1, 1))

	free = set.reserve - 1
	if err := g.AppendOwn(context.Background(), made(1, 2)); !errors.Is(err, ErrNoSpace) {
		t.Errorf("appending to a full disk: %v", err)
	}
	if err := g.SetPrivate("d", nil); !errors.Is(err, ErrNoSpace) {
		t.Errorf("keeping a draft on a full disk: %v", err)
	}
	wantHeld(t, g, 1)
	free = set.reserve + 1
	if err := g.AppendOwn(context.Background(), made(1, 2)); !errors.Is(err, ErrNoSpace) {
		t.Errorf("appending before there is room to go on: %v", err)
	}
	free = 2 * set.reserve
	appendOwn(t, g, made(1, 2))
	wantHeld(t, g, 2)
	must(t, l.Close())

	free = 0
	if _, err := open(t.TempDir(), quiet(), set); !errors.Is(err, ErrNoSpace) {
		t.Errorf("beginning on a full disk: %v", err)
	}
}

func TestAFullDiskCanBeReadAndWakesByItself(t *testing.T) {
	free := uint64(100 << 20)
	set := tight()
	set.freeSpace = func(string) (uint64, error) { return free, nil }
	dir := t.TempDir()
	l := openTest(t, dir, set)
	me := l.Identity()
	g := openTestLog(t, l, 1)
	for n := range uint64(10) {
		appendOwn(t, g, made(1, n+1))
	}
	must(t, g.SetPrivate("d", []byte("draft")))
	must(t, l.Close())

	free = 0
	before := listing(t, dir)
	l = openTest(t, dir, set)
	if !l.Full() || l.Identity() != me {
		t.Errorf("full: %v, the same identity: %v", l.Full(), l.Identity() == me)
	}
	g = openTestLog(t, l, 1)
	wantHeld(t, g, 10)
	if err := g.AppendOwn(context.Background(), made(1, 11)); !errors.Is(err, ErrNoSpace) {
		t.Errorf("appending to a full disk: %v", err)
	}
	if _, err := l.OpenLog([16]byte{2}); !errors.Is(err, ErrNoSpace) {
		t.Errorf("a new session on a full disk: %v", err)
	}
	must(t, l.Close())
	if after := listing(t, dir); after != before {
		t.Errorf("reading changed the folder from\n%s to\n%s", before, after)
	}

	l = openTest(t, dir, set)
	g = openTestLog(t, l, 1)
	free = 100 << 20
	appendOwn(t, g, made(1, 11))
	wantHeld(t, g, 11)
	must(t, l.SetPreference("name", []byte("Ana")))
	if l.Full() || l.Recovery() != nil || g.Recovery() != nil {
		t.Errorf("after waking: full %v, %v, %v", l.Full(), l.Recovery(), g.Recovery())
	}
	must(t, l.Close())
	l = openTest(t, dir, set)
	g = openTestLog(t, l, 1)
	wantHeld(t, g, 11)
	if d, err := g.Private("d"); err != nil || string(d) != "draft" {
		t.Errorf("the draft is %q, %v", d, err)
	}
}

// listing is the names and sizes of all files below dir.
func listing(t *testing.T, dir string) (text string) {
	t.Helper()
	must(t, filepath.WalkDir(dir, func(path string, e fs.DirEntry, err error) error {
		must(t, err)
		info, err := e.Info()
		must(t, err)
		if name := filepath.Base(path); !e.IsDir() && name != "lock.pid" {
			text += fmt.Sprintf("%s %d\n", path, info.Size())
		}
		return nil
	}))
	return text
}

func TestTheBallastIsThereToBeDropped(t *testing.T) {
	var free atomic.Uint64
	free.Store(100 << 20)
	set := tight()
	set.ballast, set.spaceEvery = 3<<16+5, time.Millisecond
	set.freeSpace = func(string) (uint64, error) { return free.Load(), nil }
	l := openTest(t, t.TempDir(), set)
	ctx, stop := context.WithCancel(context.Background())
	var running sync.WaitGroup
	running.Go(func() { _ = l.Run(ctx) })
	defer running.Wait()
	defer stop()
	size := func() int64 {
		info, err := os.Stat(l.ballastPath())
		if err != nil {
			return 0
		}
		return info.Size()
	}
	eventually(t, "the ballast is taken on", func() bool { return size() == set.ballast })
	free.Store(1000)
	must(t, l.MakeRoom())
	must(t, l.MakeRoom()) // there is no more
	if size() != 0 {
		t.Error("no room was made")
	}
	free.Store(100 << 20)
	eventually(t, "the ballast is back", func() bool { return size() == set.ballast })
}

func TestNewerDataIsRefusedAndLeftAlone(t *testing.T) {
	for name, path := range map[string]string{"library": "library/format", "whole folder": "format"} {
		t.Run(name, func(t *testing.T) {
			dir := t.TempDir()
			must(t, openTest(t, dir, tight()).Close())
			must(t, os.WriteFile(filepath.Join(dir, path), []byte(formatText(formatVersion+1)), fileMode))
			if _, err := open(dir, quiet(), tight()); !errors.Is(err, ErrNewer) {
				t.Fatalf("opening newer data: %v", err)
			}
			text, err := os.ReadFile(filepath.Join(dir, path))
			must(t, err)
			if string(text) != formatText(formatVersion+1) {
				t.Error("the format was changed")
			}
		})
	}
}

func TestADamagedFormatFileIsNotANewerVersion(t *testing.T) {
	dir := t.TempDir()
	must(t, openTest(t, dir, tight()).Close())
	text := []byte(formatText(formatVersion))
	text[len("convene format ")] = '7'
	must(t, os.WriteFile(filepath.Join(dir, "format"), text, fileMode))
	openTest(t, dir, tight())
}
