package storage

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"github.com/dgraph-io/badger/v4"
)

// Recovery is what opening found wrong with a session and what it did about it.
type Recovery struct {
	Found    string // what was wrong, in plain words
	Kept     string // the folder that holds the damaged files, "" when there was nothing to keep
	Restored int    // changes the database had lost and that were put back
	Complete bool   // everything acknowledged is known to be back; others' changes come from them again
}

// String says it to a person.
func (r Recovery) String() string {
	text := fmt.Sprintf("The session's files were damaged: %s.", r.Found)
	if r.Restored > 0 {
		text += fmt.Sprintf(" %d changes were put back from this computer's journal and backups.", r.Restored)
	}
	if r.Complete {
		text += " Nothing is missing."
	} else {
		text += " Some of the last changes may be missing; what others hold comes back from them."
	}
	if r.Kept != "" {
		text += fmt.Sprintf(" The damaged files are kept in %s.", r.Kept)
	}
	return text
}

func (s *store) repaired() *Recovery {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.recovery
}

// load opens Badger, learns what it holds, and gives it what it lacks. A database that is damaged
// is moved aside as it is and made again from backups and journal.
func (s *store) load() error {
	inv, err := readInventory(s.dir)
	if err != nil {
		return err
	}
	clean := false
	if inv != nil {
		clean, err = inv.compare(s.dir)
	}
	if err != nil && !errors.Is(err, errDamaged) {
		return err
	}
	if early := s.beginJournal(inv != nil); early != nil {
		return errors.Join(err, early)
	}
	if err == nil {
		err = s.openKnown(clean, inv)
	}
	if errors.Is(err, errDamaged) {
		err = s.rebuild(err)
	}
	if err != nil {
		return err
	}
	if err := tighten(s.path("db")); err != nil {
		return errors.Join(fmt.Errorf("close the database to others: %w", plain(err)), closeDatabase(s.db))
	}
	return nil
}

// openKnown opens the database that is there. One that was closed in order is believed; any other is
// compared with the newest backup and the journal.
func (s *store) openKnown(clean bool, inv *inventory) error {
	if err := s.removeInventory(); err != nil {
		return err
	}
	settle, err := s.preserve(clean)
	if err != nil {
		return err
	}
	db, err := s.openAndLearn()
	if err != nil {
		return err
	}
	if clean {
		s.unsaved += inv.Unsaved
		s.db = db
		if err := s.dropDeleted(); err != nil {
			return errors.Join(judgeOpen(err), closeDatabase(db))
		}
		return nil
	}
	told, err := s.giveBack(db, false)
	if err != nil {
		return errors.Join(err, closeDatabase(db))
	}
	s.db = db
	found := told.gaps
	if told.backedUp > 0 {
		found = append(found, "the database had lost changes it held before")
	}
	kept, err := settle(told.backedUp > 0)
	if err != nil {
		return errors.Join(err, closeDatabase(db))
	}
	if len(found) > 0 {
		s.recovery = &Recovery{strings.Join(found, "; "), kept, told.backedUp, len(told.gaps) == 0}
	}
	return nil
}

func (s *store) removeInventory() error {
	err := os.Remove(s.path(inventoryFile))
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err == nil {
		err = syncFolder(s.dir)
	}
	return plain(err)
}

// rebuild moves the damaged database aside and makes it again from all there is.
func (s *store) rebuild(damage error) error {
	kept, err := s.moveAside()
	if err != nil {
		return errors.Join(damage, err)
	}
	s.log.WithError(damage).WithField("kept", kept).Error("database is damaged, rebuilding it")
	if err := s.removeInventory(); err != nil {
		return errors.Join(damage, err)
	}
	db, err := s.openAndLearn()
	if err != nil {
		return errors.Join(damage, err)
	}
	told, err := s.giveBack(db, true)
	if err != nil {
		return errors.Join(damage, err, closeDatabase(db))
	}
	s.db = db
	s.unsaved++ // a backup of what came of it
	found := append([]string{strings.TrimPrefix(damage.Error(), errDamaged.Error()+": ")}, told.gaps...)
	s.recovery = &Recovery{strings.Join(found, "; "), kept, len(told.changes), len(told.gaps) == 0}
	return nil
}

// moveAside renames the damaged database, whole and unchanged, and says where to.
func (s *store) moveAside() (string, error) {
	if err := os.Remove(s.path("db")); err == nil || errors.Is(err, fs.ErrNotExist) {
		return "", nil // there was nothing in it
	}
	aside, err := s.asideName()
	if err == nil {
		err = errors.Join(tighten(s.path("db")), os.Rename(s.path("db"), aside))
	}
	if err == nil {
		err = syncFolder(s.dir)
	}
	if err != nil {
		return "", fmt.Errorf("move the damaged database aside: %w", plain(err))
	}
	return aside, nil
}

const damagedPrefix = "damaged-"

func (s *store) asideName() (string, error) {
	stamp := s.set.now().UTC().Format("20060102-150405")
	for n := range 1000 {
		aside := s.path(fmt.Sprintf("%s%s-%d", damagedPrefix, stamp, n))
		if _, err := os.Lstat(aside); errors.Is(err, fs.ErrNotExist) {
			return aside, nil
		}
	}
	return "", fmt.Errorf("there are too many already")
}

// openAndLearn opens Badger and reads which changes and private values it holds.
func (s *store) openAndLearn() (*badger.DB, error) {
	if err := makeFolder(s.path("db")); err != nil {
		return nil, err
	}
	db, err := openDatabase(s.path("db"), s.seal, s.log)
	if err != nil {
		return nil, err
	}
	s.known, s.privates, s.bytes = map[[32]byte]struct{}{}, map[string]private{}, 0
	err = eachKey(db, changePrefix, func(key []byte, size int64) error { // the tables' checksums were compared already
		c, ok := changeOfKey(key)
		if !ok {
			return fmt.Errorf("%w: a key is misshapen", errDamaged)
		}
		s.known[c.ID] = struct{}{}
		s.bytes += size
		return nil
	})
	if err == nil {
		err = eachRow(db, privatePrefix, func(key, value []byte) error {
			p, ok := privateOfRow(value)
			if !ok {
				return fmt.Errorf("%w: a private value is misshapen", errDamaged)
			}
			s.stamp = max(s.stamp, p.stamp)
			s.privates[string(key[len(privatePrefix):])] = p
			return nil
		})
	}
	if err != nil {
		return nil, errors.Join(judgeOpen(err), closeDatabase(db))
	}
	return db, nil
}

// dropDeleted removes the private values that were deleted from a store that was closed in order:
// nothing older of them can come to light any more.
func (s *store) dropDeleted() (err error) {
	defer func() { caught(&err, recover()) }()
	batch := s.db.NewWriteBatch()
	defer batch.Cancel()
	for key, p := range s.privates {
		if p.deleted {
			delete(s.privates, key)
			if err := batch.Delete([]byte(privatePrefix + key)); err != nil {
				return err
			}
		}
	}
	return batch.Flush()
}

// giveBack puts into db what backups and journal hold and it does not.
func (s *store) giveBack(db *badger.DB, all bool) (*replay, error) {
	told := newReplay(s.dir, s.seal, s.log, func(id [32]byte) bool { _, ok := s.known[id]; return ok })
	if err := told.read(all); err != nil {
		return nil, err
	}
	told.gaps = append(s.missing, told.gaps...)
	s.unsaved += told.records
	var lacking []record
	for id, c := range told.changes {
		lacking = append(lacking, record{kind: kindChange, change: c})
		s.known[id] = struct{}{}
		s.bytes += int64(len(c.Bytes))
	}
	for key, p := range told.privates {
		s.stamp = max(s.stamp, p.stamp)
		if had, ok := s.privates[key]; !ok && !p.deleted || p.stamp > had.stamp && ok {
			lacking = append(lacking, p.record(key))
			s.privates[key] = p
		}
	}
	if len(lacking) == 0 {
		return told, nil
	}
	s.log.WithField("records", len(lacking)).Info("database was behind the journal")
	err := putRecords(db, lacking)
	if err == nil {
		err = db.Sync()
	}
	if err != nil {
		return nil, judgeOpen(err)
	}
	return told, nil
}

// beginJournal begins the segment of this sitting, before anything says that the store is open. In a
// store that was not closed there has to be one that no backup covers: the one of that sitting.
func (s *store) beginJournal(closed bool) error {
	segments, err := numbered(s.path("journal"), segmentSuffix)
	if err != nil {
		return fmt.Errorf("list the journal: %w", plain(err))
	}
	last, covers := uint64(0), uint64(0)
	if len(segments) > 0 {
		last = segments[len(segments)-1]
	}
	heads, unread, err := s.backupHeads()
	if err != nil {
		return err
	}
	for _, h := range heads {
		covers = max(covers, h.covers)
	}
	fresh := len(heads)+unread+len(segments) == 0
	if !closed && !fresh && last <= covers {
		s.missing = []string{"the end of the journal is missing"}
	}
	if unread > 0 || len(heads) == 0 && !fresh {
		s.unsaved++ // a new backup in place of what cannot be read
	}
	if last > covers {
		return plain(s.journal.resume(last))
	}
	s.journal.number = covers // what was covered is never written to
	return plain(s.journal.begin())
}

// preserve keeps what Badger would remove: tables its MANIFEST does not name. A kill leaves one or
// two of them that hold nothing new; a MANIFEST that lost its end leaves the whole session. The
// returned function is told whether something was lost, and keeps or forgets the copy.
func (s *store) preserve(clean bool) (settle func(lost bool) (string, error), err error) {
	nothing := func(bool) (string, error) { return "", nil }
	if clean {
		return nothing, nil
	}
	_, orphans, err := tablesIn(s.path("db"), s.seal)
	if err != nil || len(orphans) == 0 {
		return nothing, err
	}
	copied := s.path("db.before")
	if err := errors.Join(os.RemoveAll(copied), makeFolder(copied)); err != nil {
		return nil, plain(err)
	}
	names := append(orphans, badger.ManifestFilename)
	if s.seal != nil {
		names = append(names, badger.KeyRegistryFileName) // or the copy could not be read
	}
	for _, name := range names {
		if err := copyFile(filepath.Join(s.path("db"), name), filepath.Join(copied, name)); err != nil {
			return nil, fmt.Errorf("keep a copy of the database: %w", plain(err))
		}
	}
	return func(lost bool) (string, error) {
		if !lost {
			return "", plain(os.RemoveAll(copied))
		}
		aside, err := s.asideName()
		if err == nil {
			err = errors.Join(tighten(copied), os.Rename(copied, aside))
		}
		return aside, plain(err)
	}, nil
}

func copyFile(from, to string) error {
	in, err := os.Open(from)
	if err != nil {
		return err
	}
	out, err := os.OpenFile(to, os.O_WRONLY|os.O_CREATE|os.O_TRUNC, fileMode)
	if err != nil {
		return joinClose(err, in)
	}
	_, err = io.Copy(out, in)
	return errors.Join(err, out.Close(), in.Close())
}
