package storage

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/sirupsen/logrus"
)

// replay gathers from backups and journal what a store holds, passing over the changes its database
// has already.
type replay struct {
	dir  string
	with *sealer
	log  *logrus.Entry
	has  func(id [32]byte) bool
	// readOnly leaves every file as it is, torn ones too.
	readOnly bool

	changes  map[[32]byte]Change // that the database lacks
	privates map[string]private
	backedUp int    // how many of the changes are in a backup
	covers   uint64 // segments up to here are in the backup that was read
	first    uint64 // segments that are there, 0 and 0 when none
	last     uint64
	records  int      // in segments no backup covers
	gaps     []string // where something may be missing, one sentence each
}

func newReplay(dir string, with *sealer, log *logrus.Entry, has func(id [32]byte) bool) *replay {
	return &replay{dir: dir, with: with, log: log, has: has, changes: map[[32]byte]Change{}, privates: map[string]private{}}
}

// read reads the newest sound backup, or all there are, and then the journal.
func (r *replay) read(all bool) error {
	if err := r.readBackups(all); err != nil {
		return err
	}
	numbers, err := numbered(filepath.Join(r.dir, "journal"), segmentSuffix)
	if err != nil {
		return fmt.Errorf("list the journal: %w", plain(err))
	}
	written, err := r.lastWritten(numbers)
	if err != nil {
		return err
	}
	for i, n := range numbers {
		if i == 0 {
			r.first = n
		} else if n != r.last+1 && n > r.covers+1 {
			r.gaps = append(r.gaps, "a part of the journal is missing")
		}
		r.last = n
		if err := r.readSegment(n, n >= written); err != nil {
			return fmt.Errorf("read the journal: %w", err)
		}
	}
	if r.first > r.covers+1 {
		r.gaps = append(r.gaps, "no readable backup reaches back to where the journal begins")
	}
	return nil
}

// lastWritten is the newest segment that holds anything: what a crash tore is there.
func (r *replay) lastWritten(numbers []uint64) (uint64, error) {
	for _, n := range slices.Backward(numbers) {
		info, err := os.Stat(segmentPath(filepath.Join(r.dir, "journal"), n))
		if err != nil {
			return 0, fmt.Errorf("read the journal: %w", plain(err))
		}
		if info.Size() > int64(len(journalHeader)) {
			return n, nil
		}
	}
	return 0, nil
}

// readBackups takes private values from the newest backup that is whole, and changes from it and,
// where all are asked for, from every record that can still be read of the others.
func (r *replay) readBackups(all bool) error {
	based := false
	dir := filepath.Join(r.dir, "backups")
	numbers, err := numbered(dir, backupSuffix)
	if err != nil {
		return fmt.Errorf("list the backups: %w", plain(err))
	}
	slices.Reverse(numbers)
	for _, n := range numbers {
		privates := map[string]private{}
		head, _, err := readBackup(backupPath(dir, n), r.with, func(rec record) error {
			if rec.kind == kindPrivate || rec.kind == kindForgotten {
				privates[rec.key] = rec.private()
			} else if rec.kind == kindChange && !r.has(rec.change.ID) {
				r.changes[rec.change.ID] = rec.change
			}
			return nil
		})
		if err != nil {
			r.log.WithError(err).WithField("backup", n).Warn("backup cannot be read")
			continue
		}
		if !based {
			based, r.privates, r.covers = true, privates, head.covers
		}
		if !all {
			break
		}
	}
	r.backedUp = len(r.changes)
	return nil
}

func (r *replay) readSegment(number uint64, newest bool) error {
	path := segmentPath(filepath.Join(r.dir, "journal"), number)
	text, err := os.ReadFile(path)
	if err != nil {
		return plain(err)
	}
	body := bytes.TrimPrefix(text, []byte(journalHeader)) // a damaged header is a gap like any other
	var kept []byte
	gaps, err := scanRecords(body, r.with, func(rec record) error {
		r.take(rec, number)
		kept = r.with.appendFrame(kept, rec)
		return nil
	})
	if err != nil || len(gaps) == 0 || strings.HasPrefix(journalHeader, string(body)) {
		return err
	}
	lost := 0
	for _, g := range gaps {
		lost += g.length
	}
	log := r.log.WithField("segment", number).WithField("bytes", lost)
	if newest && len(gaps) == 1 && isTorn(body, gaps[0]) {
		log.Info("cut what was being written when the app ended")
	} else {
		log.Warn("journal has gaps")
		if number > r.covers {
			r.gaps = append(r.gaps, fmt.Sprintf("%d bytes of the journal cannot be read", lost))
		}
	}
	if r.readOnly {
		return nil
	}
	return setAside(path, kept)
}

// isTorn tells a record that was never written to its end, and so never acknowledged, from one that
// was altered later.
func isTorn(body []byte, g gap) bool {
	tail := body[g.at:]
	if g.at+g.length != len(body) {
		return false
	}
	return len(tail) < frameHead || int(frameLength(tail)) > len(tail)-frameHead
}

// take applies one record, in the order of the journal.
func (r *replay) take(rec record, segment uint64) {
	if segment > r.covers {
		r.records++
	}
	switch rec.kind {
	case kindChange:
		if !r.has(rec.change.ID) {
			r.changes[rec.change.ID] = rec.change
		}
	case kindVoid:
		delete(r.changes, rec.change.ID)
	case kindPrivate, kindForgotten:
		if rec.stamp >= r.privates[rec.key].stamp {
			r.privates[rec.key] = rec.private()
		}
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
