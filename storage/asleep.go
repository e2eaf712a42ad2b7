package storage

import (
	"bytes"
	"context"
)

// On a full disk Badger must not run: it maps its files and ends the process where a page of them
// finds no room. So a store that is opened then sleeps: backups and journal, which hold all that was
// acknowledged, are read into memory, and nothing is written. The first write that finds room wakes it.

// sleep reads the store without touching a file.
func (s *store) sleep() error {
	if err := refuseNewer(s.dir); err != nil {
		return err
	}
	told := newReplay(s.dir, s.seal, s.log, func([32]byte) bool { return false })
	told.readOnly = true
	if err := told.read(true); err != nil {
		return err
	}
	s.asleep = told.changes
	for id, c := range told.changes {
		s.known[id] = struct{}{}
		s.bytes += int64(len(c.Bytes))
	}
	s.privates = told.privates
	s.log.Warn("disk is full, the session can only be read")
	return nil
}

// wake opens the database of a store that sleeps; there is room for it. Called by the keeper.
func (s *store) wake() error {
	if s.asleep == nil {
		return nil
	}
	s.reading.Lock()
	defer s.reading.Unlock()
	s.mu.Lock()
	defer s.mu.Unlock()
	s.unsaved = 0
	if err := s.load(); err != nil {
		s.db = nil
		return err
	}
	s.asleep = nil
	s.log.Info("there is room again")
	return nil
}

func (s *store) changesAsleep(ctx context.Context, has func([32]byte) bool, yield func(Change) error) error {
	for _, c := range s.asleep {
		if err := ctx.Err(); err != nil {
			return err
		}
		if has(c.ID) {
			continue
		}
		c.Bytes = bytes.Clone(c.Bytes)
		if err := yield(c); err != nil {
			return err
		}
	}
	return nil
}
