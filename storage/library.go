package storage

import (
	"bytes"
	"context"
	"crypto/rand"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"

	"github.com/sirupsen/logrus"
)

// Keys of the library's own values.
const (
	identityKey      = "identity"
	preferencePrefix = "preference/"
	metaPrefix       = "session/"
)

// Library is the data folder of one person: who they are, what they prefer, which sessions they
// hold. Its methods may be called from any goroutine.
type Library struct {
	dir      string
	log      *logrus.Entry
	set      settings
	space    *spaceGuard
	guard    *guard
	own      *store
	identity [32]byte

	mu         sync.Mutex
	logs       map[[16]byte]*Log
	closed     bool
	keys       *keyFile // nil where the folder has no key
	key        [keySize]byte
	protection Protection
}

// Open is OpenWith nothing: a folder that is encrypted is not opened, and none is.
func Open(dir string, log *logrus.Entry) (*Library, error) { return OpenWith(dir, log, Access{}) }

// OpenWith takes the data folder for this process, making it when it is new.
//
// Errors to tell apart: ErrInUse (the text names the other process), ErrReadOnly, ErrNoSpace,
// ErrNewer, ErrNoKey. With any error nothing is held and nothing was changed that mattered. On a full disk a
// folder that is there already opens all the same, to be read: Full says so, and whatever would write
// returns ErrNoSpace until there is room again.
//
// A folder without a key gets one where access has a place to keep it: then all that is in it is encrypted, before this
// returns. Protection says how it stands.
func OpenWith(dir string, log *logrus.Entry, access Access) (*Library, error) {
	return openAs(dir, log, defaults(), access)
}

func open(dir string, log *logrus.Entry, set settings) (*Library, error) {
	return openAs(dir, log, set, Access{})
}

func openAs(dir string, log *logrus.Entry, set settings, access Access) (*Library, error) {
	l, err := openLibrary(dir, log, set, access)
	if err != nil {
		return nil, fmt.Errorf("open the data folder: %w", err)
	}
	return l, nil
}

func openLibrary(dir string, log *logrus.Entry, set settings, access Access) (*Library, error) {
	dir, err := filepath.Abs(dir)
	if err != nil {
		return nil, err
	}
	if err := makeFolder(filepath.Join(dir, "sessions")); err != nil {
		return nil, err
	}
	if err := makeFolder(dir); err != nil {
		return nil, err
	}
	l := &Library{
		dir: dir, log: log, set: set,
		space: &spaceGuard{dir: dir, free: set.freeSpace, reserve: set.reserve, resume: 2 * set.reserve},
		logs:  map[[16]byte]*Log{},
	}
	if l.guard, err = holdFolder(dir); err != nil {
		return nil, err
	}
	if err := l.load(access); err != nil {
		return nil, errors.Join(err, l.guard.release())
	}
	return l, nil
}

// load opens what is in the folder, which is held.
func (l *Library) load(access Access) (err error) {
	if err := refuseNewer(l.dir); err != nil {
		return err
	}
	if err := l.unlock(access); err != nil {
		return err
	}
	if err := l.sealAll(); err != nil {
		return err
	}
	if err := checkFormat(l.dir, l.set.seal.format()); err != nil {
		return err
	}
	if err := l.removeForgotten(); err != nil {
		return err
	}
	if l.own, err = openStore(filepath.Join(l.dir, "library"), l.log, l.set, l.space); err != nil {
		return err
	}
	if err := l.meetIdentity(); err != nil {
		return errors.Join(err, l.own.close())
	}
	return nil
}

// meetIdentity reads the identity, or makes one where there is none yet.
func (l *Library) meetIdentity() error {
	seed, err := l.own.private(identityKey)
	if err != nil {
		return err
	}
	if seed == nil {
		seed = make([]byte, len(l.identity))
		_, _ = rand.Read(seed) // never fails
		if err := l.own.setPrivate(identityKey, seed); err != nil {
			return fmt.Errorf("keep the new identity: %w", err)
		}
	}
	if copy(l.identity[:], seed) != len(l.identity) {
		return fmt.Errorf("read the identity: it has %d bytes", len(seed))
	}
	return nil
}

// Dir is the absolute path of the data folder.
func (l *Library) Dir() string { return l.dir }

// Identity is the seed of this person's identity, made at the first start. It is a secret.
func (l *Library) Identity() [32]byte { return l.identity }

// Preference returns what SetPreference kept, nil when nothing.
func (l *Library) Preference(key string) ([]byte, error) {
	return l.own.private(preferencePrefix + key)
}

// SetPreference keeps value, or forgets the key where it is nil; that is on the disk when nil returns.
func (l *Library) SetPreference(key string, value []byte) error {
	if value == nil {
		return l.own.deletePrivate(preferencePrefix + key)
	}
	return l.own.setPrivate(preferencePrefix+key, value)
}

// SetMeta keeps what the app wants to know of a session without opening it; it is on the disk when
// nil returns.
func (l *Library) SetMeta(id [16]byte, meta []byte) error {
	return l.own.setPrivate(metaPrefix+hex.EncodeToString(id[:]), meta)
}

// Sessions lists the sessions on this computer, by id, opened or not.
func (l *Library) Sessions() ([]Entry, error) {
	metas, err := l.own.privatesBelow(metaPrefix)
	if err != nil {
		return nil, err
	}
	found := map[[16]byte]Entry{}
	for key, meta := range metas {
		if id, ok := sessionID(strings.TrimPrefix(key, metaPrefix)); ok {
			found[id] = Entry{ID: id, Meta: meta}
		}
	}
	folders, err := os.ReadDir(filepath.Join(l.dir, "sessions"))
	if err != nil {
		return nil, fmt.Errorf("list the sessions: %w", plain(err))
	}
	for _, f := range folders {
		if id, ok := sessionID(f.Name()); ok && f.IsDir() {
			e := found[id]
			e.ID, e.Damaged = id, readReport(l.folder(id))
			found[id] = e
		}
	}
	entries := make([]Entry, 0, len(found))
	for _, e := range found {
		entries = append(entries, e)
	}
	slices.SortFunc(entries, func(a, b Entry) int { return bytes.Compare(a.ID[:], b.ID[:]) })
	return entries, nil
}

func sessionID(name string) (id [16]byte, ok bool) {
	raw, err := hex.DecodeString(name)
	if err != nil || len(raw) != len(id) {
		return id, false
	}
	return [16]byte(raw), true
}

func (l *Library) folder(id [16]byte) string {
	return filepath.Join(l.dir, "sessions", hex.EncodeToString(id[:]))
}

// Recovery is what opening the library itself found damaged and repaired, nil when all was well.
func (l *Library) Recovery() *Recovery { return l.own.repaired() }

// DismissReport forgets what Entry.Damaged says of a session, after it was read. What was set aside stays.
func (l *Library) DismissReport(id [16]byte) error {
	if err := removeIfThere(filepath.Join(l.folder(id), reportFile)); err != nil {
		return fmt.Errorf("dismiss the report: %w", plain(err))
	}
	return nil
}

// OpenLog opens a session's log, making its folder when it is new. One log may be open per session.
func (l *Library) OpenLog(id [16]byte) (*Log, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.closed {
		return nil, ErrClosed
	}
	if l.logs[id] != nil {
		return nil, fmt.Errorf("open session: it is open already")
	}
	s, err := openStore(l.folder(id), l.log, l.set, l.space)
	if err != nil {
		return nil, fmt.Errorf("open session: %w", err)
	}
	g := &Log{store: s, left: func() { l.leave(id) }}
	if err := g.report(); err != nil {
		return nil, errors.Join(fmt.Errorf("open session: %w", err), s.close())
	}
	l.logs[id] = g
	return g, nil
}

func (l *Library) leave(id [16]byte) {
	l.mu.Lock()
	defer l.mu.Unlock()
	delete(l.logs, id)
}

// forgotten marks a folder that is being removed; what a crash leaves of it goes at the next start.
const forgotten = "forgotten-"

// Forget removes a session from this computer for good, with its drafts, its backups and what was
// set aside of it. The session must not be open. On a full disk its data goes and ErrNoSpace says that
// it may still be listed.
func (l *Library) Forget(id [16]byte) error {
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.logs[id] != nil {
		return fmt.Errorf("forget session: it is open")
	}
	meta := metaPrefix + hex.EncodeToString(id[:])
	full := errors.Join(l.dropExtract(id, 0), l.own.deletePrivate(meta))
	if full != nil && !errors.Is(full, ErrNoSpace) {
		return fmt.Errorf("forget session: %w", full)
	}
	gone := filepath.Join(l.dir, "sessions", forgotten+hex.EncodeToString(id[:]))
	err := os.Rename(l.folder(id), gone)
	if err == nil {
		err = os.RemoveAll(gone)
	}
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return fmt.Errorf("forget session: %w", plain(err))
	}
	if full != nil { // there may be room now
		full = errors.Join(l.dropExtract(id, 0), l.own.deletePrivate(meta))
	}
	if full != nil {
		return fmt.Errorf("forget session: %w", full)
	}
	if err := l.own.outlive(context.Background()); err != nil {
		return fmt.Errorf("forget session: %w", err)
	}
	return nil
}

func (l *Library) removeForgotten() error {
	gone, err := filepath.Glob(filepath.Join(l.dir, "sessions", forgotten+"*"))
	if err != nil {
		return err
	}
	for _, dir := range gone {
		if err := os.RemoveAll(dir); err != nil {
			return fmt.Errorf("finish forgetting a session: %w", plain(err))
		}
	}
	return nil
}

// Full says whether the disk is too full to write. It goes away by itself when there is room.
func (l *Library) Full() bool { return errors.Is(l.space.check(), ErrNoSpace) }

// Run does the library's background work until ctx ends: backups, and the ballast. Nothing is lost
// where it never runs.
func (l *Library) Run(ctx context.Context) error {
	var all sync.WaitGroup
	all.Go(func() { l.tendBallast(ctx) })
	err := l.own.run(ctx)
	all.Wait()
	return err
}

// Close closes the logs that are still open and lets go of the data folder.
func (l *Library) Close() error {
	l.mu.Lock()
	if l.closed {
		l.mu.Unlock()
		return nil
	}
	l.closed = true
	logs := make([]*Log, 0, len(l.logs))
	for _, g := range l.logs {
		logs = append(logs, g)
	}
	l.mu.Unlock()
	var err error
	for _, g := range logs {
		err = errors.Join(err, g.Close())
	}
	err = errors.Join(err, l.own.close(), l.guard.release())
	if err != nil {
		return fmt.Errorf("close the data folder: %w", err)
	}
	return nil
}
