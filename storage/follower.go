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
		for _, asked := range next.asked {
			asked <- behind
		}
	}
	if err := closeDatabase(s.db); err != nil {
		s.closed = errors.Join(s.closed, fmt.Errorf("close the database: %w", plain(err)))
	}
	if err := tighten(s.path("db")); err != nil {
		s.closed = errors.Join(s.closed, fmt.Errorf("close the database to others: %w", plain(err)))
	}
}

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

// catchUp waits until Badger was given what has been acknowledged, and returns what it refused.
func (s *store) catchUp(ctx context.Context) ([]record, error) {
	// It passes through keeper and follower behind everything before it.
	r := request{asked: make(chan []record, 1)}
	select {
	case s.work <- r:
	case <-s.closing:
		return nil, ErrClosed
	case <-ctx.Done():
		return nil, context.Cause(ctx)
	}
	select {
	case behind := <-r.asked:
		return behind, nil
	case <-ctx.Done():
		return nil, context.Cause(ctx)
	}
}
