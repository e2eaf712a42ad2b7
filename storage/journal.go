package storage

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
)

// A journal is a folder of numbered segments: a header, then records, appended and never changed.
// Nothing is ever appended to a segment in which an earlier start left something, so that what a
// crash left behind is read once and kept as it is.
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

// createFile makes a file that only its owner may read, to append to.
func createFile(path string) (file, error) {
	return os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_APPEND, fileMode)
}

// journal appends records to the newest segment. It belongs to one goroutine.
type journal struct {
	dir    string
	create func(path string) (file, error)
	with   *sealer

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
			j.voids = j.with.appendFrame(j.voids, record{kind: kindVoid, change: Change{ID: id}})
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

// begin starts the next segment. Its name is durable before anything in it is acknowledged. A store
// begins one before it is used, so that a journal that is not there is missed.
func (j *journal) begin() error {
	path := segmentPath(j.dir, j.number+1)
	f, err := j.create(path)
	if err != nil {
		return err
	}
	j.number++ // numbers have no holes, so that a segment that is missing is missed
	j.open, j.size = f, 0
	if _, err := f.Write([]byte(journalHeader)); err != nil {
		return err
	}
	j.size = int64(len(journalHeader))
	return syncFolder(j.dir)
}

// resume goes on in the segment with that number when it holds nothing yet, or else begins one.
func (j *journal) resume(number uint64) error {
	path := segmentPath(j.dir, number)
	if text, err := os.ReadFile(path); err != nil || string(text) != journalHeader {
		j.number = number
		return j.begin()
	}
	f, err := j.create(path)
	if err != nil {
		return err
	}
	j.open, j.size, j.number = f, int64(len(journalHeader)), number
	return nil
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

// empty says whether the newest segment holds nothing.
func (j *journal) empty() bool { return j.open != nil && j.size == int64(len(journalHeader)) }

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
