package storage

import (
	"bytes"
	"context"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"sync"
	"testing"
	"time"
)

// forgetful is a disk that keeps only what was synced. Its journal files know how much that is, and
// the database folder is copied whenever all of it was synced.
type forgetful struct {
	t      *testing.T
	chance *rand.Rand
	shadow string // the database as it was last synced

	mu     sync.Mutex
	synced map[string]int64 // by path, for journal files
}

type forgetfulFile struct {
	file
	disk *forgetful
	path string
	size int64
}

func (f *forgetfulFile) Write(b []byte) (int, error) {
	n, err := f.file.Write(b)
	f.size += int64(n)
	return n, err
}

func (f *forgetfulFile) Sync() error {
	f.disk.mu.Lock()
	defer f.disk.mu.Unlock()
	f.disk.synced[f.path] = f.size
	return nil // as fast as a test likes it
}

func (d *forgetful) settings() settings {
	set := tight()
	set.createJournal = func(path string) (file, error) {
		f, err := createFile(path)
		if err != nil {
			return nil, err
		}
		info, err := os.Stat(path)
		if err != nil {
			return nil, err
		}
		d.mu.Lock()
		defer d.mu.Unlock()
		d.synced[path] = info.Size()
		return &forgetfulFile{file: f, disk: d, path: path, size: info.Size()}, nil
	}
	set.synced = d.keep
	return set
}

// keep copies the database; a compaction that comes between is waited for.
func (d *forgetful) keep(db string) {
	state := func() string {
		manifest, err := os.ReadFile(filepath.Join(db, "MANIFEST"))
		must(d.t, err)
		return fmt.Sprint(glob(d.t, db, "*"), manifest)
	}
	for range 100 {
		before := state()
		must(d.t, os.RemoveAll(d.shadow))
		if err := os.CopyFS(d.shadow, os.DirFS(db)); err == nil && state() == before {
			return
		}
	}
	d.t.Error("the database is never at rest")
}

// cutPower copies the store in dir to next as it would be found after the power went: of the journal
// what was synced and a random part of the rest, as it was or as zeros; of the database what it was at
// its last sync.
func (d *forgetful) cutPower(dir, next string) {
	for _, part := range []string{"journal", "backups"} {
		must(d.t, os.CopyFS(filepath.Join(next, part), os.DirFS(filepath.Join(dir, part))))
	}
	must(d.t, copyFile(filepath.Join(dir, "format"), filepath.Join(next, "format")))
	if _, err := os.Stat(d.shadow); err == nil {
		must(d.t, os.CopyFS(filepath.Join(next, "db"), os.DirFS(d.shadow)))
	}
	for _, path := range glob(d.t, dir, "journal", "*"+segmentSuffix) {
		text, err := os.ReadFile(path)
		must(d.t, err)
		kept, known := d.synced[path]
		if !known {
			continue // of an earlier start
		}
		text = text[:int(kept)+d.chance.IntN(len(text)-int(kept)+1)]
		if d.chance.IntN(2) == 0 {
			clear(text[kept:])
		}
		must(d.t, os.WriteFile(filepath.Join(next, "journal", filepath.Base(path)), text, fileMode))
	}
}

// powerLoop cuts the power again and again under random work.
func powerLoop(t *testing.T, rounds int) {
	seed := uint64(time.Now().UnixNano())
	t.Logf("seed %d", seed)
	chance := rand.New(rand.NewPCG(seed, 2))
	root := t.TempDir()
	dir := filepath.Join(root, "0")
	acked, drafts := map[uint64]bool{}, map[string]string{}
	n := uint64(0)
	shadow := filepath.Join(root, "shadow")
	for round := range rounds {
		disk := &forgetful{t: t, chance: chance, shadow: shadow, synced: map[string]int64{}}
		set := disk.settings()
		s, err := openStore(dir, quiet(), set, &spaceGuard{dir: root, free: set.freeSpace})
		must(t, err)
		if s.recovery != nil {
			t.Errorf("round %d: a power cut is told as damage: %v", round, s.recovery)
		}
		checkPower(t, round, s, acked, drafts)
		for range chance.IntN(60) {
			n++
			step(t, s, chance, n, acked, drafts)
		}
		next := filepath.Join(root, fmt.Sprint(round+1))
		if closes := chance.IntN(4) == 0; closes {
			must(t, s.close())
			must(t, os.Rename(dir, next))
		} else {
			disk.cutPower(dir, next)
			s.set.synced = func(string) {}
			must(t, s.close())
			must(t, os.RemoveAll(dir))
		}
		dir = next
	}
	t.Logf("%d power cuts: %d acknowledged own changes, 0 lost", rounds, len(acked))
}

// step does one thing a session does, and notes what was acknowledged.
func step(t *testing.T, s *store, chance *rand.Rand, n uint64, acked map[uint64]bool, drafts map[string]string) {
	t.Helper()
	ctx := context.Background()
	key := fmt.Sprintf("d/%d", chance.IntN(5))
	switch chance.IntN(20) {
	default:
		must(t, s.remember(ctx, true, []record{{kind: kindChange, change: made(1, n)}}))
		acked[n] = true
	case 0, 1, 2, 3, 4, 5:
		must(t, s.remember(ctx, false, []record{{kind: kindChange, change: made(2, n)}}))
	case 6, 7, 8:
		must(t, s.setPrivate(key, fmt.Append(nil, n)))
		drafts[key] = fmt.Sprint(n)
	case 9:
		must(t, s.deletePrivate(key))
		delete(drafts, key)
	case 10:
		must(t, s.backup(ctx))
	}
}

func checkPower(t *testing.T, round int, s *store, acked map[uint64]bool, drafts map[string]string) {
	t.Helper()
	found := map[[32]byte]bool{}
	must(t, s.changes(context.Background(), func(c Change) error {
		found[c.ID] = true
		if !bytes.Equal(c.Bytes, made(c.Bytes[8], c.Seq).Bytes) {
			t.Errorf("round %d: change %d was altered", round, c.Seq)
		}
		return nil
	}))
	for n := range acked {
		if !found[made(1, n).ID] {
			t.Fatalf("round %d: acknowledged change %d is lost", round, n)
		}
	}
	held, err := s.privatesBelow("d/")
	must(t, err)
	if len(held) != len(drafts) {
		t.Fatalf("round %d: %d drafts, want %d", round, len(held), len(drafts))
	}
	for key, value := range drafts {
		if string(held[key]) != value {
			t.Fatalf("round %d: draft %s is %q, want %q", round, key, held[key], value)
		}
	}
}

func TestAPowerCutLosesNothingAcknowledged(t *testing.T) {
	powerLoop(t, 20)
}
