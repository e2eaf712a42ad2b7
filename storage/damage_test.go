package storage

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"github.com/dgraph-io/badger/v4"
)

func TestWhatBadgerLacksIsPutBack(t *testing.T) {
	l := openTest(t, t.TempDir(), tight())
	g := openTestLog(t, l, 1)
	appendOwn(t, g, made(1, 1), made(1, 2))
	must(t, g.SetPrivate("d/1", []byte("old")))
	must(t, g.SetPrivate("d/2", []byte("gone")))
	must(t, g.Close())
	db := filepath.Join(l.folder([16]byte{1}), "db")
	must(t, os.CopyFS(db+"-then", os.DirFS(db)))

	g = openTestLog(t, l, 1)
	appendOwn(t, g, made(1, 3))
	must(t, g.AppendRemote(context.Background(), made(2, 4)))
	must(t, g.SetPrivate("d/1", []byte("new")))
	must(t, g.DeletePrivate("d/2"))
	must(t, g.Close())
	must(t, os.RemoveAll(db))
	must(t, os.Rename(db+"-then", db)) // as if Badger had lost what it did not sync

	g = openTestLog(t, l, 1)
	wantHeld(t, g, 4)
	if d, err := g.Privates(""); err != nil || len(d) != 1 || string(d["d/1"]) != "new" {
		t.Errorf("private values are %q, %v", d, err)
	}
}

func TestFilesLeftEmptyByAKillDoNotStopAStart(t *testing.T) {
	for _, name := range []string{"00099.mem", "000099.vlog"} {
		t.Run(name, func(t *testing.T) {
			l := openTest(t, t.TempDir(), tight())
			g := openTestLog(t, l, 1)
			appendOwn(t, g, made(1, 1))
			must(t, g.Close())
			must(t, os.WriteFile(filepath.Join(l.folder([16]byte{1}), "db", name), nil, 0o644))
			g = openTestLog(t, l, 1)
			wantHeld(t, g, 1)
			if all, err := l.Sessions(); err != nil || all[0].Damaged != "" {
				t.Errorf("an empty file is told as damage: %+v, %v", all, err)
			}
		})
	}
}

// Opens of Badger that fail leave goroutines behind, so they are tried in a process of their own.
func TestFailuresOfBadgerAreJudged(t *testing.T) {
	for _, role := range []string{"retrier", "panicker"} {
		t.Run(role, func(t *testing.T) {
			if said, err := child(role, t.TempDir()).Output(); err != nil {
				t.Errorf("%v: %s", err, said)
			}
		})
	}
}

func TestAnOpenThatFailsOnEmptyFilesIsTriedAgainAtMostTwice(t *testing.T) {
	empty := fmt.Errorf("while opening memtables: %s", emptyFileText)
	other := errors.New("while opening memtables: something else")
	for name, c := range map[string]struct {
		fails []error
		calls int
		want  error
	}{
		"at once":            {nil, 1, nil},
		"two fail":           {[]error{empty, empty}, 3, nil},
		"three fail":         {[]error{empty, empty, empty}, 3, errDamaged},
		"another error":      {[]error{other}, 1, errDamaged},
		"another afterwards": {[]error{empty, other}, 2, errDamaged},
		"no room":            {[]error{fmt.Errorf("write: %w", syscall.ENOSPC)}, 1, ErrNoSpace},
	} {
		t.Run(name, func(t *testing.T) {
			opened, calls := &badger.DB{}, 0
			db, err := openAgain(func() (*badger.DB, error) {
				if calls++; calls <= len(c.fails) {
					return nil, c.fails[calls-1]
				}
				return opened, nil
			})
			if calls != c.calls || !errors.Is(err, c.want) || (db == opened) != (c.want == nil) {
				t.Errorf("%d calls, %v; want %d, %v", calls, err, c.calls, c.want)
			}
			if errors.Is(err, errDamaged) && c.want == ErrNoSpace {
				t.Errorf("a full disk is taken for damage: %v", err)
			}
		})
	}
}

// retrierChild opens a database with an empty file: once as Badger does, then again.
func retrierChild(dir string) int {
	db, err := openDatabase(dir, nil, quiet())
	if err == nil {
		err = closeDatabase(db)
	}
	if err == nil {
		err = os.WriteFile(filepath.Join(dir, "000099.vlog"), nil, fileMode)
	}
	if err != nil {
		fmt.Println(err)
		return 1
	}
	if _, err = tryOpen(databaseOptions(dir, nil, quiet())); err == nil || !strings.Contains(err.Error(), emptyFileText) {
		fmt.Println("the text that says to try again has changed:", err)
		return 1
	}
	if db, err = tryOpen(databaseOptions(dir, nil, quiet())); err != nil {
		fmt.Println("again:", err)
		return 1
	}
	_ = closeDatabase(db)
	return 0
}

// panickerChild opens Badger with options it panics on.
func panickerChild(dir string) int {
	_, err := tryOpen(databaseOptions(dir, nil, quiet()).WithBlockCacheSize(0))
	if err == nil || !errors.Is(judgeOpen(err), errDamaged) {
		fmt.Println("a panic comes back as", err)
		return 1
	}
	return 0
}

func TestAMissingManifestIsNotAnEmptySession(t *testing.T) {
	for name, damage := range map[string]func(path string) error{
		"missing": os.Remove,
		"empty":   func(path string) error { return os.Truncate(path, 0) },
	} {
		t.Run(name, func(t *testing.T) {
			l := openTest(t, t.TempDir(), tight())
			g := openTestLog(t, l, 1)
			appendOwn(t, g, made(1, 1))
			must(t, g.SetPrivate("d", []byte("draft")))
			must(t, g.Close())
			folder := l.folder([16]byte{1})
			must(t, damage(filepath.Join(folder, "db", "MANIFEST")))
			left := len(glob(t, folder, "db", "*"))

			g = openTestLog(t, l, 1)
			wantHeld(t, g, 1)
			if kept := glob(t, folder, "damaged-*", "*"); len(kept) != left {
				t.Errorf("of %d files %d are kept: %v", left, len(kept), kept)
			}
			all, err := l.Sessions()
			must(t, err)
			if !strings.Contains(all[0].Damaged, "MANIFEST") {
				t.Errorf("the report says %q", all[0].Damaged)
			}
		})
	}
}

func TestACutTableIsDamage(t *testing.T) {
	l := openTest(t, t.TempDir(), tight())
	g := openTestLog(t, l, 1)
	appendOwn(t, g, made(1, 1))
	must(t, g.Close())
	tables := glob(t, l.folder([16]byte{1}), "db", "*.sst")
	if len(tables) == 0 {
		t.Fatal("no table to damage")
	}
	must(t, os.Truncate(tables[0], 100))
	g = openTestLog(t, l, 1)
	wantHeld(t, g, 1)
}

func TestADatabaseThatKeepsEndingTheAppIsRebuilt(t *testing.T) {
	l := openTest(t, t.TempDir(), tight())
	g := openTestLog(t, l, 1)
	appendOwn(t, g, made(1, 1))
	must(t, g.Close())
	folder := l.folder([16]byte{1})
	must(t, os.WriteFile(filepath.Join(folder, "db.opening"), []byte("..."), fileMode))
	g = openTestLog(t, l, 1)
	wantHeld(t, g, 1)
	if kept := glob(t, folder, "damaged-*"); len(kept) != 1 {
		t.Errorf("kept: %v", kept)
	}
	must(t, g.Close())
	must(t, os.WriteFile(filepath.Join(folder, "db.opening"), []byte(".."), fileMode))
	g = openTestLog(t, l, 1) // twice may be chance
	wantHeld(t, g, 1)
	if kept := glob(t, folder, "*"); strings.Contains(strings.Join(kept, " "), "opening") {
		t.Errorf("the count stayed: %v", kept)
	}
}
