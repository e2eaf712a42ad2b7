package storage

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"time"

	"github.com/dgraph-io/badger/v4"
	"github.com/sirupsen/logrus"
)

// settings are what tests replace.
type settings struct {
	createJournal func(path string) (file, error)
	freeSpace     func(dir string) (uint64, error)
	reserve       uint64 // bytes that must be free; twice that to go on after it was less
	now           func() time.Time
}

func defaults() settings {
	return settings{
		createJournal: createFile,
		freeSpace:     freeSpace,
		reserve:       spaceReserve,
		now:           time.Now,
	}
}

// store is one folder of records: journal, Badger and what belongs to them. The keeper goroutine
// owns the journal, the follower goroutine writes to Badger; everybody else sends them work.
type store struct {
	dir   string
	log   *logrus.Entry
	set   settings
	space *spaceGuard

	journal journal    // the keeper's
	db      *badger.DB // the follower writes, everybody reads

	work    chan request
	follow  chan batch
	closing chan struct{}
	once    sync.Once
	running sync.WaitGroup
	closed  error // why closing failed; read after running is done

	mu       sync.Mutex
	known    map[[32]byte]struct{} // changes the journal or Badger holds
	bytes    int64                 // of the known changes
	privates map[string][]byte
	repaired []string // what was found wrong at opening, one sentence each
}

// openStore opens the store in dir, or makes one.
func openStore(dir string, log *logrus.Entry, set settings) (*store, error) {
	s := &store{
		dir: dir, log: log, set: set,
		space:    &spaceGuard{dir: dir, free: set.freeSpace, reserve: set.reserve, resume: 2 * set.reserve},
		work:     make(chan request),
		follow:   make(chan batch, 64),
		closing:  make(chan struct{}),
		known:    map[[32]byte]struct{}{},
		privates: map[string][]byte{},
	}
	if err := makeFolder(s.path("journal")); err != nil {
		return nil, err
	}
	if err := makeFolder(dir); err != nil {
		return nil, err
	}
	if err := s.space.check(); err != nil {
		return nil, err
	}
	if err := checkFormat(dir); err != nil {
		return nil, err
	}
	if err := s.load(); err != nil {
		return nil, err
	}
	s.running.Add(2)
	go func() { defer s.running.Done(); s.keep() }()
	go func() { defer s.running.Done(); s.followJournal() }()
	return s, nil
}

func (s *store) path(name string) string { return filepath.Join(s.dir, name) }

// load reads the journal, opens Badger, and gives Badger what it lacks of the journal.
func (s *store) load() error {
	told, err := readJournal(s.path("journal"))
	if err != nil {
		return err
	}
	for _, b := range told.broken {
		s.repaired = append(s.repaired, "journal "+b)
		s.log.WithField("found", b).Warn("journal has a gap")
	}
	s.journal = journal{dir: s.path("journal"), create: s.set.createJournal, number: told.newest}
	if err := s.openOrRebuild(told); err != nil {
		return err
	}
	if err := tighten(s.path("db")); err != nil {
		return errors.Join(fmt.Errorf("close the database to others: %w", plain(err)), s.db.Close())
	}
	return nil
}

// openOrRebuild opens Badger and compares it with the journal. A database that is damaged, or
// missing although there is a journal, is moved aside untouched and made again.
func (s *store) openOrRebuild(told replay) error {
	err := s.openCompared(told)
	if !errors.Is(err, errDamaged) {
		return err
	}
	aside, moved := s.moveAside()
	if moved != nil {
		return errors.Join(err, moved)
	}
	reason := strings.TrimPrefix(err.Error(), errDamaged.Error()+": ")
	s.log.WithError(err).WithField("kept", aside).Error("database is damaged, rebuilding")
	s.repaired = append(s.repaired, fmt.Sprintf("the database was damaged (%s); it is kept in %s", reason, aside))
	return s.openCompared(told)
}

// moveAside renames the damaged database, whole and unchanged, and says where to.
func (s *store) moveAside() (string, error) {
	stamp := s.set.now().UTC().Format("20060102-150405")
	for n := range 100 {
		aside := s.path(fmt.Sprintf("damaged-%s-%d", stamp, n))
		if _, err := os.Lstat(aside); errors.Is(err, fs.ErrNotExist) {
			if err := os.Rename(s.path("db"), aside); err != nil {
				return "", fmt.Errorf("move the damaged database aside: %w", plain(err))
			}
			return aside, syncFolder(s.dir)
		}
	}
	return "", fmt.Errorf("move the damaged database aside: too many are there already")
}

// openCompared opens Badger, learns what it holds, and puts back what it lacks of the journal.
func (s *store) openCompared(told replay) error {
	if err := makeFolder(s.path("db")); err != nil {
		return err
	}
	db, err := openDatabase(s.path("db"), s.log)
	if err != nil {
		return err
	}
	lacking, err := s.learn(db, told)
	if err == nil {
		err = putRecords(db, lacking)
	}
	if err == nil && len(lacking) > 0 {
		s.log.WithField("records", len(lacking)).Info("database was behind the journal")
		err = db.Sync()
	}
	if err != nil {
		err = judgeOpen(err)
		return errors.Join(err, closeDatabase(db))
	}
	s.db = db
	return nil
}

func closeDatabase(db *badger.DB) (err error) {
	defer caught(&err)
	return db.Close()
}

// learn reads every row of Badger and returns what the journal holds and Badger does not, or holds
// otherwise.
func (s *store) learn(db *badger.DB, told replay) ([]record, error) {
	known, privates, size := map[[32]byte]struct{}{}, map[string][]byte{}, int64(0)
	missing := maps.Clone(told.changes)
	err := eachRow(db, changePrefix, func(key, value []byte) error {
		c, ok := changeOfKey(key)
		if !ok {
			return fmt.Errorf("%w: a key is misshapen", errDamaged)
		}
		known[c.ID] = struct{}{}
		size += int64(len(value))
		if j, ok := missing[c.ID]; ok && bytes.Equal(j.Bytes, value) {
			delete(missing, c.ID)
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	err = eachRow(db, privatePrefix, func(key, value []byte) error {
		privates[string(key[len(privatePrefix):])] = append([]byte{}, value...) // empty is not nil
		return nil
	})
	if err != nil {
		return nil, err
	}
	var lacking []record
	for id, c := range missing {
		lacking = append(lacking, record{kind: kindChange, change: c})
		if _, ok := known[id]; !ok {
			size += int64(len(c.Bytes))
		}
		known[id] = struct{}{}
	}
	for key, value := range told.privates {
		had, ok := privates[key]
		switch {
		case value == nil && ok:
			lacking = append(lacking, record{kind: kindForgotten, key: key})
			delete(privates, key)
		case value != nil && (!ok || !bytes.Equal(had, value)):
			lacking = append(lacking, record{kind: kindPrivate, key: key, value: value})
			privates[key] = value
		}
	}
	s.known, s.privates, s.bytes = known, privates, size
	return lacking, nil
}

// close ends the store: what was accepted is finished, Badger is closed. A second call waits for
// the first and returns the same.
func (s *store) close() error {
	s.once.Do(func() { close(s.closing) })
	s.running.Wait()
	return s.closed
}

// changes yields every change held. It waits until Badger took what was acknowledged before.
func (s *store) changes(ctx context.Context, yield func(Change) error) error {
	behind, err := s.catchUp(ctx)
	if err != nil {
		return err
	}
	err = eachRow(s.db, changePrefix, func(key, value []byte) error {
		if err := ctx.Err(); err != nil {
			return err
		}
		c, ok := changeOfKey(key)
		if !ok {
			return fmt.Errorf("%w: a key is misshapen", errDamaged)
		}
		c.Bytes = bytes.Clone(value)
		return yield(c)
	})
	if err != nil {
		return err
	}
	for _, r := range behind {
		if r.kind == kindChange {
			if err := yield(r.change); err != nil {
				return err
			}
		}
	}
	return nil
}

// run waits for ctx; the work of its own that needs a clock comes here.
func (s *store) run(ctx context.Context) error {
	<-ctx.Done()
	return context.Cause(ctx)
}
