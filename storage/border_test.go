package storage

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"testing"
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

func TestAFolderThatCannotBeWrittenIsReadOnly(t *testing.T) {
	dir := t.TempDir()
	must(t, openTest(t, dir, tight()).Close())
	must(t, os.Chmod(dir, 0o555))
	t.Cleanup(func() { _ = os.Chmod(dir, folderMode) })
	c := child("opener", dir)
	if os.Getuid() == 0 {
		// Nobody is refused by the folder; root would not be. The way to it has to be open, and the
		// binary readable.
		for up := filepath.Dir(dir); len(up) > len(os.TempDir()); up = filepath.Dir(up) {
			must(t, os.Chmod(up, 0o755))
		}
		c.Path = filepath.Join(filepath.Dir(dir), "storage.test")
		must(t, os.Link(os.Args[0], c.Path))
		c.SysProcAttr = &syscall.SysProcAttr{Credential: &syscall.Credential{Uid: 65534, Gid: 65534}}
	}
	said, err := c.Output()
	must(t, err)
	if !strings.HasPrefix(string(said), "readonly=true") {
		t.Errorf("opening says: %s", said)
	}
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
	if _, err := open(dir, quiet(), set); !errors.Is(err, ErrNoSpace) {
		t.Errorf("opening on a full disk: %v", err)
	}
	if _, err := open(t.TempDir(), quiet(), set); !errors.Is(err, ErrNoSpace) {
		t.Errorf("beginning on a full disk: %v", err)
	}
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
