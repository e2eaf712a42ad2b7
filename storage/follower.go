package storage

import (
	"context"
	"errors"
	"fmt"
)

// followJournal gives Badger what the keeper journalled, in its order, until the keeper is done; then
// it closes Badger. What Badger refuses stays in memory and is tried again with the next batch; after
// a restart the journal has it.
func (s *store) followJournal() {
	var behind []record
	for first := range s.follow {
		next := s.drain(first)
		behind = append(behind, next.records...)
		var err error
		if len(behind) > 0 {
			err = putRecords(s.db, behind)
		}
		if err == nil {
			behind = nil
		} else {
			s.log.WithError(err).Warn("database did not take what the journal holds")
			err = fmt.Errorf("write to the database: %w", plain(err))
		}
		for _, done := range next.done {
			done <- err
		}
		for _, q := range next.asked {
			q.at.behind = behind
			q.to <- q.at
		}
	}
	s.closed = errors.Join(s.closed, s.finish(behind))
}

// finish makes the last backup, closes Badger and records what the folder looks like now. Keeper and
// callers are gone.
func (s *store) finish(behind []record) error {
	s.reading.Lock()
	defer s.reading.Unlock()
	if s.db == nil {
		return nil // nothing was touched
	}
	var errs []error
	if unsaved := s.unsavedNow(); unsaved > 0 && s.coverable && s.space.check() == nil {
		if err := s.backupAt(standing{segment: s.journal.number - 1, unsaved: unsaved, behind: behind}); err != nil {
			s.log.WithError(err).Warn("backup failed, the journal keeps everything")
		}
	}
	if free, err := s.set.freeSpace(s.dir); err != nil || free < closeReserve(s.set.reserve) {
		s.log.WithError(err).Warn("disk is full, the database is left as a kill would leave it")
		return nil
	}
	if err := closeDatabase(s.db); err != nil {
		errs = append(errs, fmt.Errorf("close the database: %w", plain(err)))
	}
	if err := s.syncFiles(); err != nil {
		errs = append(errs, fmt.Errorf("sync the database: %w", plain(err)))
	}
	if err := tighten(s.path("db")); err != nil {
		errs = append(errs, fmt.Errorf("close the database to others: %w", plain(err)))
	}
	if len(behind) > 0 || len(errs) > 0 || s.closed != nil {
		return errors.Join(errs...) // without an inventory the next start compares everything
	}
	inv, err := takeInventory(s.dir, s.unsavedNow())
	if err == nil {
		err = inv.write(s.dir)
	}
	if err != nil {
		s.log.WithError(err).Warn("no inventory, the next start compares everything")
	}
	return nil
}

// closeReserve is the room that closing Badger needs: it flushes its memtables and compacts. Where there
// is less the process would die in it, so Badger is not closed; the next start makes up for it.
func closeReserve(reserve uint64) uint64 { return min(reserve, 64<<20) }

// drain takes along what the keeper handed over meanwhile.
func (s *store) drain(all batch) batch {
	for len(all.records) < 10_000 {
		select {
		case b, ok := <-s.follow:
			if !ok {
				return all
			}
			all.records = append(all.records, b.records...)
			all.done = append(all.done, b.done...)
			all.asked = append(all.asked, b.asked...)
		default:
			return all
		}
	}
	return all
}

// stand waits until Badger was given what has been acknowledged, and says how things stand then.
// With rotate the journal goes on in a new segment.
func (s *store) stand(ctx context.Context, rotate bool) (standing, error) {
	// It passes through keeper and follower behind everything before it.
	r := request{asked: make(chan standing, 1), rotate: rotate}
	select {
	case s.work <- r:
	case <-s.closing:
		return standing{}, ErrClosed
	case <-ctx.Done():
		return standing{}, context.Cause(ctx)
	}
	select {
	case at := <-r.asked:
		return at, nil
	case <-ctx.Done():
		return standing{}, context.Cause(ctx)
	}
}
