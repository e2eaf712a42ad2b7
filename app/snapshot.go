package app

import (
	"context"
	"errors"
	"sync"
	"time"

	"convene/storage"
	"convene/workshop"
)

// snapshotEvery is how long a session that changes is worked with before what follows from it is kept anew. After a kill that much
// is worked out again.
const snapshotEvery = 10 * time.Minute

// kept is a session as this computer kept it.
type kept struct {
	store  *storage.Log
	loaded workshop.Loaded
	snapOf [32]byte // the state of which a snapshot is kept; of none, where it was of no use
}

// openKept opens the log of a session and holds what is in it: from its snapshot, where there is one that is whole, and what came
// since. Log and snapshot are read side by side. With an error nothing is open.
func (a *App) openKept(id workshop.SessionID) (k kept, err error) {
	var s *workshop.Session
	var reading sync.WaitGroup
	reading.Go(func() { s = a.fromSnapshot(id) })
	k.store, err = a.library.OpenLog(id)
	reading.Wait()
	if err != nil {
		return kept{}, err
	}
	if s != nil {
		k.snapOf = s.Digest()
		k.loaded, err = since(s, k.store)
	} else {
		k.loaded, err = loadAnew(k.store)
	}
	if err != nil {
		return kept{}, errors.Join(err, k.store.Close())
	}
	return k, nil
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

// fromSnapshot holds the session as it was when the snapshot was kept, nil where it is of no use.
func (a *App) fromSnapshot(id workshop.SessionID) *workshop.Session {
	digest, b, err := a.library.Snapshot(id)
	if err != nil || b == nil {
		return nil
	}
	s, err := workshop.LoadSnapshot(b)
	if err != nil || s.Digest() != digest {
		return nil
	}
	s.View() // what it draws is kept for the next one, which shows what came since as well
	return s
}

// since adds what the snapshot does not know. What only the snapshot knows, because the log was damaged, goes back to the log.
func since(s *workshop.Session, store *storage.Log) (workshop.Loaded, error) {
	var changes [][]byte
	err := store.ChangesBut(context.Background(), func(id [32]byte) bool { return s.Has(id) }, func(b []byte) error {
		changes = append(changes, b)
		return nil
	})
	if err != nil {
		return workshop.Loaded{}, err
	}
	if n, _ := store.Count(); s.Len() > n-len(changes) { // or each knows the same
		if err := giveBack(s, store); err != nil {
			return workshop.Loaded{}, err
		}
	}
	l := workshop.Loaded{Session: s}
	l.Loose, l.Broken = s.Restore(changes)
	return l, nil
}

// giveBack puts into the log what only the snapshot knows.
func giveBack(s *workshop.Session, store *storage.Log) error {
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
	return err
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
