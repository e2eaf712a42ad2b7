package app

import (
	"context"
	"errors"
	"time"

	"convene/storage"
	"convene/workshop"
)

// snapshotEvery is how long a session that changes is worked with before what follows from it is kept anew. After a kill that much
// is worked out again.
const snapshotEvery = 10 * time.Minute

// load holds a session as this computer kept it: from its snapshot, where there is one that is whole, and what came since.
func load(store *storage.Log) (workshop.Loaded, error) {
	loaded, _, err := loadNoting(store)
	return loaded, err
}

// loadNoting also says of which state a snapshot is kept; of none, where it was of no use.
func loadNoting(store *storage.Log) (l workshop.Loaded, kept [32]byte, err error) {
	if s, ok := fromSnapshot(store); ok {
		kept = s.Digest()
		l, err = since(s, store)
		return l, kept, err
	}
	l, err = loadAnew(store)
	return l, kept, err
}

// loadAnew works the session out of its changes.
func loadAnew(store *storage.Log) (workshop.Loaded, error) {
	var changes [][]byte
	err := store.Changes(context.Background(), func(b []byte) error {
		changes = append(changes, b)
		return nil
	})
	if err != nil {
		return workshop.Loaded{}, err
	}
	return workshop.Load(changes)
}

// fromSnapshot holds the session as it was when the snapshot was kept.
func fromSnapshot(store *storage.Log) (*workshop.Session, bool) {
	digest, b, err := store.Snapshot()
	if err != nil || b == nil {
		return nil, false
	}
	s, err := workshop.LoadSnapshot(b)
	return s, err == nil && s.Digest() == digest
}

// since adds what the snapshot does not know. What only the snapshot knows, because the log was damaged, goes back to the log.
func since(s *workshop.Session, store *storage.Log) (workshop.Loaded, error) {
	var back []*workshop.Change
	err := s.Changes(func(c *workshop.Change) error {
		if !store.Holds(c.ID) {
			back = append(back, c)
		}
		return nil
	})
	if err == nil && len(back) > 0 {
		err = store.AppendOwn(context.Background(), stored(back)...)
	}
	if errors.Is(err, storage.ErrNoSpace) {
		err = nil // a disk that is full can be read
	}
	if err != nil {
		return workshop.Loaded{}, err
	}
	var changes [][]byte
	err = store.ChangesBut(context.Background(), func(id [32]byte) bool { return s.Has(id) }, func(b []byte) error {
		changes = append(changes, b)
		return nil
	})
	if err != nil {
		return workshop.Loaded{}, err
	}
	l := workshop.Loaded{Session: s}
	l.Loose, l.Broken = s.Restore(changes)
	return l, nil
}

// keepSnapshot keeps what follows from the session as it is now, where it is not kept already.
func (l *live) keepSnapshot() {
	digest := l.laptop.s.Digest()
	if l.snapOf == digest {
		return
	}
	l.snapAt = l.now()
	if err := l.store.KeepSnapshot(digest, l.laptop.s.Snapshot()); err != nil {
		l.log.WithError(err).Info("no snapshot was kept, the session is worked out when it opens next")
		return
	}
	l.snapOf = digest
}
