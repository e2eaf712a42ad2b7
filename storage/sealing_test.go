package storage

import (
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"testing"
	"time"
)

// plainFolder is a data folder as it was before it had a key, with a session that was damaged and mended once.
func plainFolder(t *testing.T) (dir string, identity []byte, hash [32]byte) {
	t.Helper()
	dir = t.TempDir()
	l := openTest(t, dir, cheap())
	identity, hash = plant(t, l)
	aside := filepath.Join(l.folder([16]byte{1}), damagedPrefix+"20260101-000000-0")
	must(t, makeFolder(aside))
	must(t, os.WriteFile(filepath.Join(aside, "000001.sst"), []byte(canaries[0]), fileMode))
	must(t, os.WriteFile(filepath.Join(l.folder([16]byte{1}), "journal", "00000001.journal"+brokenSuffix), []byte(canaries[0]), fileMode))
	must(t, l.Close())
	return dir, identity, hash
}

func TestAFolderThatGetsAKeyIsEncryptedWithAllThatIsInIt(t *testing.T) {
	dir, identity, hash := plainFolder(t)
	l := openWith(t, dir, cheap(), Access{Keychain: newKeychain()})
	if found := scan(t, dir, identity); found != nil {
		t.Errorf("still there: %v", found)
	}
	wantFilled(t, l, hash)
	if kept := glob(t, l.folder([16]byte{1}), damagedPrefix+"*.tar"); len(kept) != 2 {
		t.Errorf("what was damaged is not kept: %v", kept)
	}
	must(t, l.Close())
}

func TestAKillAnywhereInTheMigrationIsGoneOnFrom(t *testing.T) { stopMigrations(t, 3) }

// stopMigrations stops the change of formats before every so many of its steps, as a kill would,
// and opens the folder again.
func stopMigrations(t *testing.T, stride int) {
	origin, identity, hash := plainFolder(t)
	stop := errors.New("killed")
	stops := 0
	for n := 0; ; n += stride {
		dir := t.TempDir()
		must(t, os.CopyFS(dir, os.DirFS(origin)))
		must(t, tighten(dir))
		access := Access{Keychain: newKeychain()}
		set, left := cheap(), n
		set.step = func(string) error {
			if left--; left < 0 {
				return stop
			}
			return nil
		}
		l, err := openAs(dir, quiet(), set, access)
		if err == nil {
			must(t, l.Close())
			break
		}
		if !errors.Is(err, stop) {
			t.Fatalf("stopped before step %d: %v", n, err)
		}
		stops++
		l, err = openAs(dir, quiet(), cheap(), access)
		if err != nil {
			t.Fatalf("after a stop before step %d: %v", n, err)
		}
		wantFilled(t, l, hash)
		must(t, l.Close())
		if found := scan(t, dir, identity); found != nil {
			t.Errorf("after a stop before step %d: %v", n, found)
		}
	}
	if stops*stride < 9 {
		t.Errorf("there were only %d places to stop at", stops)
	}
	t.Logf("stopped at %d places", stops)
}

// sealerChild encrypts a folder whose passphrase it knows, until it is killed.
func sealerChild(dir string) int {
	l, err := openAs(dir, quiet(), cheap(), Access{Passphrase: "a passphrase"})
	if err != nil {
		fmt.Println("failed", err)
		return 1
	}
	fmt.Println("done")
	return exitOf(l.Close())
}

func exitOf(err error) int {
	if err != nil {
		return 1
	}
	return 0
}

// migrationLoop kills a process that encrypts a folder, again and again, until it is through; and that many times from the start.
func migrationLoop(t *testing.T, kills int) {
	origin, identity, hash := plainFolder(t)
	chance := rand.New(rand.NewPCG(uint64(kills), 3))
	for killed := 0; killed < kills; {
		dir := t.TempDir()
		must(t, os.CopyFS(dir, os.DirFS(origin)))
		must(t, tighten(dir))
		for done := false; !done; {
			c := child("sealer", dir)
			must(t, c.Start())
			kill := time.AfterFunc(time.Duration(chance.IntN(1200))*time.Millisecond, func() { _ = c.Process.Kill() })
			done = c.Wait() == nil
			if kill.Stop(); !done {
				killed++
			}
		}
		l, err := openAs(dir, quiet(), cheap(), Access{Passphrase: "a passphrase"})
		must(t, err)
		wantFilled(t, l, hash)
		must(t, l.Close())
		if found := scan(t, dir, identity); found != nil {
			t.Errorf("%v", found)
		}
		must(t, os.RemoveAll(dir))
	}
	t.Logf("%d kills", kills)
}

func TestAMigrationThatIsKilledLosesNothing(t *testing.T) { migrationLoop(t, 5) }
