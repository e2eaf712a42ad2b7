package storage

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"sync"
	"testing"
	"time"
)

func eachSample(yield func(record) error) error {
	for _, r := range sampleRecords() {
		if err := yield(r); err != nil {
			return err
		}
	}
	return nil
}

func TestABackupReadsAsItWasWritten(t *testing.T) {
	path := backupPath(t.TempDir(), 1)
	head := backupHead{covers: 7, made: time.UnixMilli(1764000000000)}
	must(t, writeBackup(path, nil, head, eachSample))
	var got []record
	found, _, err := readBackup(path, nil, func(r record) error { got = append(got, r); return nil })
	must(t, err)
	if found != head || !sameRecords(got, sampleRecords()) {
		t.Errorf("head %+v, %d records", found, len(got))
	}
	if left := glob(t, filepath.Dir(path), "*.new"); len(left) > 0 {
		t.Errorf("left behind: %v", left)
	}
}

func TestABackupThatFailsLeavesNothing(t *testing.T) {
	path := backupPath(t.TempDir(), 1)
	stop := errors.New("stop")
	if err := writeBackup(path, nil, backupHead{}, func(func(record) error) error { return stop }); !errors.Is(err, stop) {
		t.Errorf("writing says %v", err)
	}
	if left := glob(t, filepath.Dir(path), "*"); len(left) > 0 {
		t.Errorf("left behind: %v", left)
	}
}

func TestAnAlteredBackupIsRefused(t *testing.T) {
	path := backupPath(t.TempDir(), 1)
	must(t, writeBackup(path, nil, backupHead{covers: 7}, eachSample))
	text, err := os.ReadFile(path)
	must(t, err)
	read := func(text []byte) error {
		must(t, os.WriteFile(path, text, fileMode))
		var got []record
		_, _, err := readBackup(path, nil, func(r record) error { got = append(got, r); return nil })
		if err == nil && !sameRecords(got, sampleRecords()) {
			t.Error("an altered backup was believed")
		}
		return err
	}
	for n := range text {
		if read(text[:n]) == nil {
			t.Fatalf("cut at %d it is believed", n)
		}
	}
	refused := 0
	for n := range text {
		text[n] ^= 4
		if read(text) != nil {
			refused++
		}
		text[n] ^= 4
	}
	if refused < len(text)*95/100 { // what the packing adds may not matter; what is read always does
		t.Errorf("%d of %d flips were refused", refused, len(text))
	}
}

func FuzzReadBackup(f *testing.F) {
	dir := f.TempDir()
	path := backupPath(dir, 1)
	if err := writeBackup(path, nil, backupHead{covers: 7}, eachSample); err != nil {
		f.Fatal(err)
	}
	text, err := os.ReadFile(path)
	if err != nil {
		f.Fatal(err)
	}
	f.Add(text)
	f.Fuzz(func(t *testing.T, text []byte) {
		path := filepath.Join(t.TempDir(), "b")
		must(t, os.WriteFile(path, text, fileMode))
		_, _, _ = readBackup(path, nil, func(record) error { return nil })
	})
}

func TestBackupsRotateAndTheJournalIsLetGoOf(t *testing.T) {
	l := openTest(t, t.TempDir(), tight())
	g := openTestLog(t, l, 1)
	folder := l.folder([16]byte{1})
	for n := range uint64(8) {
		appendOwn(t, g, made(1, n+1))
		must(t, g.store.backup(context.Background()))
		must(t, g.store.backup(context.Background())) // nothing changed: no other
	}
	backups, err := numbered(filepath.Join(folder, "backups"), backupSuffix)
	must(t, err)
	if len(backups) != backupsKept || backups[0] != 4 {
		t.Errorf("backups %v are kept", backups)
	}
	segments, err := numbered(filepath.Join(folder, "journal"), segmentSuffix)
	must(t, err)
	// What the newest backup covers and the one before does not, and the one that is written to.
	if len(segments) != 2 {
		t.Errorf("segments %v are kept", segments)
	}
	wantHeld(t, g, 8)
}

func TestTheJournalIsKeptUntilTwoBackupsCoverIt(t *testing.T) {
	l := openTest(t, t.TempDir(), tight())
	g := openTestLog(t, l, 1)
	folder := l.folder([16]byte{1})
	appendOwn(t, g, made(1, 1))
	must(t, g.store.backup(context.Background()))
	must(t, flip(0.5)(backupPath(filepath.Join(folder, "backups"), 1)))
	appendOwn(t, g, made(1, 2))
	must(t, g.store.backup(context.Background()))
	if n := len(glob(t, folder, "journal", "*"+segmentSuffix)); n != 3 {
		t.Errorf("%d segments are kept, while only one backup can be read", n)
	}
}

func TestABackupIsMadeWhileTheSessionGoesOn(t *testing.T) {
	set := tight()
	set.backupEvery = time.Millisecond
	l := openTest(t, t.TempDir(), set)
	g := openTestLog(t, l, 1)
	ctx, stop := context.WithCancel(context.Background())
	var running sync.WaitGroup
	running.Go(func() { _ = g.Run(ctx) })
	defer running.Wait()
	defer stop()
	appendOwn(t, g, made(1, 1))
	eventually(t, "a backup is made", func() bool {
		return len(glob(t, l.folder([16]byte{1}), "backups", "*"+backupSuffix)) == 1
	})
}

func TestClosingMakesABackup(t *testing.T) {
	l := openTest(t, t.TempDir(), tight())
	g := openTestLog(t, l, 1)
	appendOwn(t, g, made(1, 1))
	must(t, g.Close())
	for range 3 {
		g = openTestLog(t, l, 1)
		must(t, g.Close()) // nothing changed
	}
	if n := len(glob(t, l.folder([16]byte{1}), "backups", "*")); n != 1 {
		t.Errorf("%d backups", n)
	}
}
