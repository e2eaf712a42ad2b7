package storage

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
)

// A journal is a folder of numbered segments: a header, then records, appended and never changed.
// Nothing is ever appended to a segment of an earlier start, so that what a crash left behind is
// read once and kept as it is.
const (
	journalHeader = "convene journal\n"
	segmentSuffix = ".journal"
	brokenSuffix  = ".broken" // a segment with gaps, kept beside the sound copy of its records
	segmentLimit  = 4 << 20   // bytes after which the next segment begins
)

// file is what the journal asks of a file; tests put a disk that forgets behind it.
type file interface {
	Write(b []byte) (int, error)
	Sync() error
	Truncate(size int64) error
	Close() error
}

// createFile makes a new file that only its owner may read.
func createFile(path string) (file, error) {
	return os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_EXCL|os.O_APPEND, fileMode)
}

// journal appends records to the newest segment. It belongs to one goroutine.
type journal struct {
	dir    string
	create func(path string) (file, error)

	number uint64 // of the newest segment; the next one is one higher
	open   file   // nil until something is appended
	size   int64
	voids  []byte // frames that annul what a failed append may have left on the disk
}

// append writes frames and, when durable is set, returns only after they are on the disk.
// After an error none of them counts: what may be on the disk is annulled by the next append.
func (j *journal) append(frames []byte, changes [][32]byte, durable bool) error {
	if len(frames) == 0 && j.open == nil {
		return nil
	}
	if err := j.write(frames, durable); err != nil {
		for _, id := range changes {
			j.voids = appendFrame(j.voids, record{kind: kindVoid, change: Change{ID: id}})
		}
		if j.open != nil {
			err = errors.Join(err, j.open.Truncate(j.size), j.open.Close())
			j.open = nil // after a failed sync nobody knows what the file holds
		}
		return fmt.Errorf("append to the journal: %w", plain(err))
	}
	return nil
}

func (j *journal) write(frames []byte, durable bool) error {
	if j.open != nil && j.size >= segmentLimit {
		if err := j.rotate(); err != nil {
			return err
		}
	}
	if j.open == nil {
		if err := j.begin(); err != nil {
			return err
		}
	}
	text := frames
	if len(j.voids) > 0 {
		text = slices.Concat(j.voids, frames)
	}
	if _, err := j.open.Write(text); err != nil {
		return err
	}
	if durable {
		if err := j.open.Sync(); err != nil {
			return err
		}
	}
	j.size += int64(len(text))
	j.voids = nil
	return nil
}

// begin starts the next segment. Its name is durable before anything in it is acknowledged.
func (j *journal) begin() error {
	j.number++
	f, err := j.create(segmentPath(j.dir, j.number))
	if err != nil {
		return err
	}
	j.open, j.size = f, 0
	if _, err := f.Write([]byte(journalHeader)); err != nil {
		return err
	}
	j.size = int64(len(journalHeader))
	return syncFolder(j.dir)
}

// rotate makes the segment durable and ends it; the next append begins another.
func (j *journal) rotate() error {
	if j.open == nil {
		return nil
	}
	f := j.open
	j.open = nil
	return joinClose(f.Sync(), f)
}

func segmentPath(dir string, number uint64) string {
	return filepath.Join(dir, fmt.Sprintf("%08d%s", number, segmentSuffix))
}

// numbered lists the numbers of the files in dir that are named by one and the suffix, rising.
func numbered(dir, suffix string) ([]uint64, error) {
	entries, err := os.ReadDir(dir)
	if err != nil {
		return nil, err
	}
	var numbers []uint64
	for _, e := range entries {
		name, ours := strings.CutSuffix(e.Name(), suffix)
		if n, err := strconv.ParseUint(name, 10, 63); ours && err == nil {
			numbers = append(numbers, n)
		}
	}
	slices.Sort(numbers)
	return numbers, nil
}

// replay is what a journal says when it is read from the start.
type replay struct {
	changes  map[[32]byte]Change
	privates map[string][]byte // nil: deleted
	newest   uint64            // number of the newest segment
	broken   []string          // one sentence for each segment that had gaps
}

// readJournal reads all segments below dir. Where a segment has gaps, a torn tail most often, its
// sound records are kept in a copy and the segment as it was is set aside.
func readJournal(dir string) (replay, error) {
	r := replay{changes: map[[32]byte]Change{}, privates: map[string][]byte{}}
	numbers, err := numbered(dir, segmentSuffix)
	if err != nil {
		return r, fmt.Errorf("list the journal: %w", plain(err))
	}
	for _, n := range numbers {
		r.newest = n
		if err := r.readSegment(segmentPath(dir, n)); err != nil {
			return r, fmt.Errorf("read the journal: %w", err)
		}
	}
	return r, nil
}

func (r *replay) readSegment(path string) error {
	text, err := os.ReadFile(path)
	if err != nil {
		return plain(err)
	}
	records := bytes.TrimPrefix(text, []byte(journalHeader)) // a damaged header is a gap like any other
	var kept []byte
	gaps, err := scanRecords(records, func(rec record) error {
		r.take(rec)
		kept = appendFrame(kept, rec)
		return nil
	})
	if err != nil || len(gaps) == 0 {
		return err
	}
	lost := 0
	for _, g := range gaps {
		lost += g.length
	}
	r.broken = append(r.broken, fmt.Sprintf("%s: %d unreadable bytes in %d places", filepath.Base(path), lost, len(gaps)))
	return setAside(path, kept)
}

// take applies one record, in the order of the journal.
func (r *replay) take(rec record) {
	switch rec.kind {
	case kindChange:
		r.changes[rec.change.ID] = rec.change
	case kindVoid:
		delete(r.changes, rec.change.ID)
	case kindPrivate:
		r.privates[rec.key] = append([]byte{}, rec.value...)
	case kindForgotten:
		r.privates[rec.key] = nil
	}
}

// setAside keeps the segment as it is under another name and puts the sound records in its place.
func setAside(path string, records []byte) error {
	if err := os.Link(path, path+brokenSuffix); err != nil && !errors.Is(err, fs.ErrExist) {
		text, err := os.ReadFile(path) // file systems without links
		if err != nil {
			return err
		}
		if err := writeFile(path+brokenSuffix, text); err != nil {
			return plain(err)
		}
	}
	return plain(writeFile(path, append([]byte(journalHeader), records...)))
}
