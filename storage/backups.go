package storage

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"time"
)

// backup writes a new backup when something changed since the last one, and then lets go of what it
// makes superfluous. It may be called at any time while the store is open.
func (s *store) backup(ctx context.Context) error {
	s.backing.Lock()
	defer s.backing.Unlock()
	if s.unsavedNow() == 0 {
		return nil
	}
	if err := s.space.check(); err != nil {
		return err
	}
	at, err := s.stand(ctx, true)
	if err != nil {
		return err
	}
	s.reading.RLock()
	defer s.reading.RUnlock()
	if s.isClosing() {
		return ErrClosed
	}
	if s.db == nil {
		return nil
	}
	return s.backupAt(at)
}

// backupAt writes the backup that covers the journal up to where it stood. Badger is synced first:
// what is in a backup must never be missing from a database that is sound.
func (s *store) backupAt(at standing) error {
	if at.err != nil {
		return at.err
	}
	if err := s.syncDatabase(); err != nil {
		return fmt.Errorf("sync the database: %w", plain(err))
	}
	numbers, err := numbered(s.path("backups"), backupSuffix)
	if err != nil {
		return fmt.Errorf("list the backups: %w", plain(err))
	}
	next := uint64(1)
	if len(numbers) > 0 {
		next = numbers[len(numbers)-1] + 1
	}
	head := backupHead{covers: at.segment, made: s.set.now()}
	if err := writeBackup(backupPath(s.path("backups"), next), s.seal, head, s.eachRecord(at.behind)); err != nil {
		return fmt.Errorf("write a backup: %w", err)
	}
	s.mu.Lock()
	s.unsaved -= at.unsaved
	s.mu.Unlock()
	s.log.WithField("backup", next).Debug("backup made")
	return s.prune(append(numbers, next))
}

// eachRecord yields all that the store holds: changes, then private values.
func (s *store) eachRecord(behind []record) func(yield func(record) error) error {
	return func(yield func(record) error) error {
		err := eachRow(s.db, changePrefix, func(key, value []byte) error {
			c, ok := changeOfKey(key)
			if !ok {
				return fmt.Errorf("%w: a key is misshapen", errDamaged)
			}
			c.Bytes = value
			return yield(record{kind: kindChange, change: c})
		})
		if err != nil {
			return err
		}
		for _, r := range behind {
			if r.kind == kindChange {
				if err := yield(r); err != nil {
					return err
				}
			}
		}
		s.mu.Lock()
		privates := maps.Clone(s.privates)
		s.mu.Unlock()
		for key, p := range privates {
			if err := yield(p.record(key)); err != nil {
				return err
			}
		}
		return nil
	}
}

// prune keeps the newest backups, and lets go of the journal that two of them cover: the newest,
// which was just read back, and the one before, which is read again here. So one damaged backup
// never costs an acknowledged change.
func (s *store) prune(numbers []uint64) error {
	dir := s.path("backups")
	for len(numbers) > backupsKept {
		if err := os.Remove(backupPath(dir, numbers[0])); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return fmt.Errorf("remove an old backup: %w", plain(err))
		}
		numbers = numbers[1:]
	}
	if len(numbers) < 2 {
		return nil
	}
	before := backupPath(dir, numbers[len(numbers)-2])
	head, _, err := readBackup(before, s.seal, func(record) error { return nil })
	if err != nil {
		s.log.WithError(err).Warn("an older backup cannot be read")
		return nil
	}
	segments, err := numbered(s.path("journal"), segmentSuffix)
	if err != nil {
		return fmt.Errorf("list the journal: %w", plain(err))
	}
	for _, n := range segments {
		if n > head.covers {
			break
		}
		path := segmentPath(s.path("journal"), n)
		if err := errors.Join(removeIfThere(path), removeIfThere(path+brokenSuffix)); err != nil {
			return fmt.Errorf("remove an old part of the journal: %w", plain(err))
		}
	}
	return nil
}

func removeIfThere(path string) error {
	if err := os.Remove(path); !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	return nil
}

// syncDatabase brings everything Badger wrote to the disk. Its own Sync flushes mapped memory, which
// is not enough on every system; syncing each file is.
func (s *store) syncDatabase() error {
	if err := s.db.Sync(); err != nil {
		return err
	}
	return s.syncFiles()
}

func (s *store) syncFiles() error {
	names, err := filepath.Glob(filepath.Join(s.path("db"), "*"))
	if err != nil {
		return err
	}
	for _, name := range names {
		f, err := os.OpenFile(name, os.O_RDWR, 0)
		if errors.Is(err, fs.ErrNotExist) {
			continue // removed by a compaction meanwhile
		}
		if err == nil {
			err = joinClose(f.Sync(), f)
		}
		if err != nil {
			return err
		}
	}
	s.set.synced(s.path("db"))
	return syncFolder(s.path("db"))
}

// backupHeads reads the heads of the backups, and counts those it cannot read.
func (s *store) backupHeads() (heads []backupHead, unread int, err error) {
	numbers, err := numbered(s.path("backups"), backupSuffix)
	if err != nil {
		return nil, 0, fmt.Errorf("list the backups: %w", plain(err))
	}
	for _, n := range numbers {
		head, err := readBackupHead(backupPath(s.path("backups"), n), s.seal)
		if err != nil {
			s.log.WithError(err).WithField("backup", n).Warn("backup cannot be read")
			unread++
			continue
		}
		heads = append(heads, head)
	}
	return heads, unread, nil
}

// run makes a backup from time to time until ctx ends, and closes Badger's new files to others.
func (s *store) run(ctx context.Context) error {
	tick := time.NewTicker(s.set.backupEvery)
	defer tick.Stop()
	for {
		select {
		case <-ctx.Done():
			return context.Cause(ctx)
		case <-s.closing:
			return ErrClosed
		case <-tick.C:
		case <-s.due:
		}
		if err := s.backup(ctx); err != nil && !errors.Is(err, ErrClosed) && ctx.Err() == nil {
			s.log.WithError(err).Warn("backup failed, the journal keeps everything")
		}
		if err := tighten(s.path("db")); err != nil {
			s.log.WithError(err).Warn("cannot close the database to others")
		}
	}
}

// outlive puts backups of what is held now in the place of those before, and of the journal they cover, so that what was deleted
// is in neither. There are two again, as there have to be before any journal goes.
func (s *store) outlive(ctx context.Context) error {
	for range 2 {
		s.mu.Lock()
		s.unsaved++
		s.mu.Unlock()
		if err := s.backup(ctx); err != nil {
			return err
		}
	}
	s.backing.Lock()
	defer s.backing.Unlock()
	numbers, err := numbered(s.path("backups"), backupSuffix)
	if err != nil {
		return fmt.Errorf("list the backups: %w", plain(err))
	}
	for _, n := range numbers[:max(0, len(numbers)-2)] {
		if err := removeIfThere(backupPath(s.path("backups"), n)); err != nil {
			return fmt.Errorf("remove an old backup: %w", plain(err))
		}
	}
	return nil
}
