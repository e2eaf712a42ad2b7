package storage

import (
	"bytes"
	"context"
	"errors"
	"fmt"
)

// batchLimit bounds in bytes what is gathered for one sync.
const batchLimit = 1 << 20

// backupBytes of journal make a backup due before its time, or the journal would grow with no bound.
const backupBytes = 64 << 20

// request is what a caller asks the keeper to remember.
type request struct {
	records []record
	// durable requests are answered once the journal is synced, the others once Badger took them.
	durable bool
	done    chan error // holds one answer
	// asked instead of records: a caller that waits until Badger was given everything before it, and
	// may want the segment to end there.
	asked  chan standing
	rotate bool
}

// standing is how far journal and database are at one moment.
type standing struct {
	segment uint64   // the newest segment
	unsaved int      // records that no backup covers
	behind  []record // what Badger refused so far
	err     error    // why the segment could not be ended
}

// batch is what the keeper hands the follower.
type batch struct {
	records []record
	done    []chan error
	asked   []question
}

type question struct {
	to chan standing
	at standing
}

// remember hands records to the keeper and waits for its answer. Once they are handed over the
// outcome is waited for, whatever becomes of ctx: a caller that gave up would not know whether they
// count.
func (s *store) remember(ctx context.Context, durable bool, records []record) error {
	if err := checkRecords(records); err != nil {
		return err
	}
	r := request{records: records, durable: durable, done: make(chan error, 1)}
	select {
	case s.work <- r:
		return <-r.done
	case <-s.closing:
		return ErrClosed
	case <-ctx.Done():
		return context.Cause(ctx)
	}
}

func checkRecords(records []record) error {
	for _, r := range records {
		if n := max(len(r.value), len(r.change.Bytes)); n > MaxValue {
			return fmt.Errorf("a value of %d bytes is larger than the limit of %d", n, MaxValue)
		}
		if len(r.key) > maxKey {
			return fmt.Errorf("a key of %d bytes is larger than the limit of %d", len(r.key), maxKey)
		}
	}
	return nil
}

// keep owns the journal until the store closes. Whoever comes while it syncs shares the next sync.
func (s *store) keep() {
	defer close(s.follow)
	for {
		select {
		case r := <-s.work:
			s.commit(s.gather(r))
		case <-s.closing:
			s.closed = s.endJournal()
			return
		}
	}
}

// endJournal leaves an empty segment behind what the last backup will cover, for a store that was
// opened and not closed has a segment that no backup covers.
func (s *store) endJournal() error {
	if s.db == nil {
		return nil
	}
	if !s.journal.empty() && s.space.check() == nil {
		if err := errors.Join(s.journal.rotate(), s.journal.begin()); err != nil {
			return plain(err)
		}
	}
	s.coverable = s.journal.empty()
	return plain(s.journal.rotate())
}

// gather takes along whoever is waiting, up to a limit.
func (s *store) gather(first request) []request {
	all, size := []request{first}, first.size()
	for size < batchLimit {
		select {
		case r := <-s.work:
			all = append(all, r)
			size += r.size()
		default:
			return all
		}
	}
	return all
}

func (r request) size() (n int) {
	for _, rec := range r.records {
		n += frameHead + maxKey + len(rec.value) + len(rec.change.Bytes)
	}
	return n
}

// commit remembers what is asked and hands it to the follower.
func (s *store) commit(requests []request) {
	var next batch
	var writes, asked []request
	for _, r := range requests {
		if r.asked != nil {
			asked = append(asked, r)
		} else {
			writes = append(writes, r)
		}
	}
	if len(writes) > 0 {
		if err := s.write(writes, &next); err != nil {
			for _, r := range writes {
				r.done <- err
			}
		}
	}
	for _, r := range asked {
		at := standing{segment: s.journal.number, unsaved: s.unsavedNow()}
		if r.rotate {
			if at.err = s.journal.rotate(); at.err == nil {
				at.err = s.journal.begin()
			}
		}
		next.asked = append(next.asked, question{r.asked, at})
	}
	s.follow <- next
}

// write journals requests with at most one sync and answers the durable ones. What is new goes into
// next, together with who waits for Badger.
func (s *store) write(requests []request, next *batch) error {
	if err := s.space.check(); err != nil {
		return err
	}
	if err := s.wake(); err != nil {
		return err
	}
	var frames []byte
	var changes [][32]byte
	var fresh []record
	durable := false
	for _, r := range requests {
		fresh = append(fresh, s.fresh(r.records)...)
		durable = durable || r.durable
	}
	for _, rec := range fresh {
		frames = s.seal.appendFrame(frames, rec)
		if rec.kind == kindChange {
			changes = append(changes, rec.change.ID)
		}
	}
	if err := s.journal.append(frames, changes, durable); err != nil {
		s.forget(fresh)
		return err
	}
	s.settle(fresh)
	if s.pending += int64(len(frames)); s.pending > backupBytes {
		s.pending = 0
		select {
		case s.due <- struct{}{}:
		default:
		}
	}
	next.records = fresh
	for _, r := range requests {
		if r.durable {
			r.done <- nil
		} else {
			next.done = append(next.done, r.done)
		}
	}
	return nil
}

// fresh returns the records that are not held yet, as copies of their own, and marks them as known.
func (s *store) fresh(records []record) []record {
	s.mu.Lock()
	defer s.mu.Unlock()
	var out []record
	for _, r := range records {
		if r.kind == kindChange {
			if _, ok := s.known[r.change.ID]; ok {
				continue
			}
			s.known[r.change.ID] = struct{}{}
			s.bytes += int64(len(r.change.Bytes))
			r.change.Bytes = bytes.Clone(r.change.Bytes)
		}
		if r.kind == kindPrivate || r.kind == kindForgotten {
			s.stamp++
			r.stamp = s.stamp
		}
		r.value = bytes.Clone(r.value)
		out = append(out, r)
	}
	return out
}

// forget takes back what fresh marked.
func (s *store) forget(records []record) {
	s.mu.Lock()
	defer s.mu.Unlock()
	for _, r := range records {
		if r.kind == kindChange {
			delete(s.known, r.change.ID)
			s.bytes -= int64(len(r.change.Bytes))
		}
	}
}

// settle makes journalled private values the ones that are read.
func (s *store) settle(records []record) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.unsaved += len(records)
	for _, r := range records {
		if r.kind == kindPrivate || r.kind == kindForgotten {
			s.privates[r.key] = r.private()
		}
	}
}

func (s *store) unsavedNow() int {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.unsaved
}
