package storage

import (
	"bytes"
	"context"
	"fmt"
	"maps"
	"path/filepath"
	"slices"
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
	backupEvery   time.Duration
	ballast       int64 // bytes
	spaceEvery    time.Duration
	seal          *sealer                 // nil leaves everything plain
	scryptWork    int                     // logarithm of the cost of guessing a passphrase
	step          func(name string) error // before each step of a migration; an error stops it there
	synced        func(dir string)        // told when all of a database is on the disk
}

func defaults() settings {
	return settings{
		createJournal: createFile,
		freeSpace:     freeSpace,
		reserve:       spaceReserve,
		now:           time.Now,
		backupEvery:   10 * time.Minute,
		ballast:       ballastSize,
		spaceEvery:    2 * time.Second,
		synced:        func(string) {},
		scryptWork:    18, // about a second
		step:          func(string) error { return nil },
	}
}

// store is one folder of records: journal, Badger and what belongs to them. The keeper goroutine
// owns the journal, the follower goroutine writes to Badger; everybody else sends them work.
type store struct {
	dir   string
	log   *logrus.Entry
	set   settings
	space *spaceGuard
	seal  *sealer // of what is in the folder; nil where it is plain

	journal journal    // the keeper's
	pending int64      // bytes journalled since a backup was called for; the keeper's
	db      *badger.DB // the follower writes, everybody reads; nil while the store is asleep
	asleep  map[[32]byte]Change

	work    chan request
	follow  chan batch
	closing chan struct{}
	due     chan struct{} // pulses when a backup is due before its time
	once    sync.Once
	running sync.WaitGroup
	closed  error // why closing failed; read after running is done
	// coverable is set by the keeper at its end: the newest segment is empty, all others may be covered.
	coverable bool

	backing sync.Mutex   // one backup at a time
	reading sync.RWMutex // held while Badger is read, and to close it

	mu       sync.Mutex
	known    map[[32]byte]struct{} // changes the journal or Badger holds
	bytes    int64                 // of the known changes
	privates map[string]private
	stamp    uint64 // of the newest private value
	unsaved  int    // records that no backup covers

	missing  []string  // parts of the journal that are known to be missing, while opening
	recovery *Recovery // what opening repaired, nil when all was well
}

// openStore opens the store in dir, or makes one.
func openStore(dir string, log *logrus.Entry, set settings, space *spaceGuard) (*store, error) {
	s := &store{
		dir: dir, log: log, set: set, space: space, seal: set.seal,
		work:     make(chan request),
		follow:   make(chan batch, 64),
		closing:  make(chan struct{}),
		due:      make(chan struct{}, 1),
		known:    map[[32]byte]struct{}{},
		privates: map[string]private{},
	}
	if err := s.open(); err != nil {
		return nil, err
	}
	s.running.Go(s.keep)
	s.running.Go(s.followJournal)
	return s, nil
}

// open opens what is in the folder, or makes it. On a full disk a store that is there already is read
// without its database.
func (s *store) open() error {
	s.journal = journal{dir: s.path("journal"), create: s.set.createJournal, with: s.seal}
	version, known := storeFormat(s.dir)
	if known && version == formatSealed && s.seal == nil {
		return ErrNoKey
	}
	if known && version == formatPlain && s.seal != nil { // there was no room to encrypt it
		s.seal, s.journal.with = nil, nil
	}
	full := s.space.check()
	if full != nil && !hasFormat(s.dir) {
		return full
	}
	if full != nil {
		return s.sleep()
	}
	for _, folder := range []string{s.dir, s.path("journal"), s.path("backups")} {
		if err := makeFolder(folder); err != nil {
			return err
		}
	}
	if err := checkFormat(s.dir, s.seal.format()); err != nil {
		return err
	}
	return s.load()
}

func (s *store) path(name string) string { return filepath.Join(s.dir, name) }

// close ends the store: what was accepted is finished, Badger is closed. A second call waits for
// the first and returns the same.
func (s *store) close() error {
	s.once.Do(func() { close(s.closing) })
	s.running.Wait()
	return s.closed
}

// changes yields every change held. It waits until Badger took what was acknowledged before.
func (s *store) changes(ctx context.Context, yield func(Change) error) error {
	return s.changesBut(ctx, func([32]byte) bool { return false }, yield)
}

// changesBut yields every change held of which has does not know already; the others are not even read.
func (s *store) changesBut(ctx context.Context, has func([32]byte) bool, yield func(Change) error) error {
	at, err := s.stand(ctx, false)
	if err != nil {
		return err
	}
	s.reading.RLock()
	defer s.reading.RUnlock()
	if s.isClosing() {
		return ErrClosed
	}
	if s.db == nil {
		return s.changesAsleep(ctx, has, yield)
	}
	wanted := func(key []byte) bool {
		c, ok := changeOfKey(key)
		return !ok || !has(c.ID)
	}
	err = eachWanted(s.db, changePrefix, wanted, func(key, value []byte) error {
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
	for _, r := range at.behind {
		if r.kind == kindChange && !has(r.change.ID) {
			if err := yield(r.change); err != nil {
				return err
			}
		}
	}
	return nil
}

// allAre says whether has knows every change held: then nothing has to be read.
func (s *store) allAre(has func([32]byte) bool) bool {
	s.mu.Lock()
	known := slices.Collect(maps.Keys(s.known))
	s.mu.Unlock()
	return !slices.ContainsFunc(known, func(id [32]byte) bool { return !has(id) })
}
