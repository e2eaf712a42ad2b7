package app

import (
	"context"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"

	"convene/storage"
	"convene/workshop"
)

// importBatch is how many changes go to the disk at once.
const importBatch = 500

// ImportBundle takes a bundle in: as a new session, or into the one that is here already. It is judged like what comes over
// the network, by itself, before anything is kept; where anything of it is not in order that is a [*Refusal] with code
// "bundle-refused" that lists what and why, unless salvage asks for the rest. Bringing in what is here already changes nothing.
//
// Where ctx ends before all is here, nothing of it is: a new session is removed again, and one that was here already is as it
// was. What is added to one that was here is not broken off: it is there before anybody could wish so. tell may be nil, and
// must not block.
func (a *App) ImportBundle(ctx context.Context, path string, salvage bool, tell func(CarryProgress)) (Imported, error) {
	in, err := a.importBundle(ctx, path, salvage, carrying(ctx, tell))
	if err != nil {
		return Imported{}, inWords(bundleRefusal(err))
	}
	a.sessionsChanged()
	return in, nil
}

func (a *App) importBundle(ctx context.Context, path string, salvage bool, work *carried) (in Imported, err error) {
	b, err := storage.OpenBundle(path)
	if err != nil {
		return in, err
	}
	defer func() { err = errors.Join(err, b.Close()) }()
	j, err := judgeBundle(b, work)
	if err != nil {
		return in, err
	}
	if j.s == nil || len(j.refused) > 0 && !salvage || j.s.ID() != workshop.SessionID(b.Session) {
		return in, refusedBundle(j.allRefused())
	}
	images := 0
	bad, err := checkImages(b, &images, work)
	if err != nil {
		return in, err
	}
	if len(bad) > 0 && !salvage {
		return in, refusedBundle(bad)
	}
	in = Imported{Session: j.s.ID().String(), Refused: append(j.allRefused(), bad...)}
	err = a.takeIn(ctx, j, b, &in, work)
	return in, err
}

// takeIn keeps what was judged.
func (a *App) takeIn(ctx context.Context, j *judging, b *storage.Bundle, in *Imported, work *carried) error {
	id := j.s.ID()
	a.opening.Lock()
	defer a.opening.Unlock()
	if err := work.step(CarryKeeping, j.s.Len()+b.Pictures()); err != nil {
		return err
	}
	whole := work.toTheEnd()
	a.mu.Lock()
	l := a.open[id]
	a.mu.Unlock()
	if l != nil && l.stopping() {
		<-l.left
		a.forget(l)
		l = nil
	}
	_, known, err := a.entry(id)
	switch {
	case err != nil:
		return err
	case l != nil:
		return a.takeInLive(whole.ctx, l, j, b, in, whole)
	case known:
		return a.readClosed(id, func(s *workshop.Session, _ int, store *storage.Log) error {
			return a.takeInClosed(s, store, j, b, in, whole)
		})
	}
	in.New = true
	return a.takeInNew(j, b, in, work)
}

// takeInNew keeps a session that was not here; where that fails or is called off, nothing of it stays.
func (a *App) takeInNew(j *judging, b *storage.Bundle, in *Imported, work *carried) error {
	store, err := a.library.OpenLog(j.s.ID())
	if err != nil {
		return err
	}
	err = errors.Join(a.takeInClosed(nil, store, j, b, in, work), store.Close())
	if err != nil {
		err = errors.Join(err, a.library.Forget(j.s.ID()))
	}
	return err
}

// takeInClosed adds to a session that is not open; s is nil where it is new.
func (a *App) takeInClosed(s *workshop.Session, store *storage.Log, j *judging, b *storage.Bundle, in *Imported, work *carried) error {
	batch, err := newcomers(s, j, in)
	if err == nil {
		err = work.some(in.Known)
	}
	if err != nil {
		return err
	}
	for len(batch) > 0 { // in causal order, so that a crash between leaves a session too
		n := min(len(batch), importBatch)
		if err := store.AppendOwn(context.Background(), stored(batch[:n])...); err != nil {
			return err
		}
		if err := work.some(n); err != nil {
			return err
		}
		batch = batch[n:]
	}
	if s == nil {
		s = j.s
	}
	if err := keepImages(store, b, in, work); err != nil {
		return err
	}
	a.conclude(s, in)
	if in.Added == 0 {
		return nil
	}
	v := s.View()
	if err := a.keepExtract(s.ID(), s.Digest(), v); err != nil {
		return err
	}
	m, err := json.Marshal(describe(s, v, a.personIn(s), a.c.Now().UnixMilli()))
	if err != nil {
		return fmt.Errorf("describe the session: %w", err)
	}
	return a.library.SetMeta(s.ID(), m)
}

// personIn is who the person at this computer is in a session.
func (a *App) personIn(s *workshop.Session) workshop.Person {
	key, err := workshop.PersonKey(a.library.Identity(), s.Nonce())
	if err != nil {
		return workshop.Person{}
	}
	return workshop.PersonOf(key)
}

// newcomers lists the changes that s lacks, and adds them to it.
func newcomers(s *workshop.Session, j *judging, in *Imported) (batch []*workshop.Change, err error) {
	err = j.s.Changes(func(c *workshop.Change) error {
		if s != nil && s.Has(c.ID) {
			in.Known++
			return nil
		}
		batch = append(batch, c)
		if s == nil {
			return nil
		}
		if _, err := s.Apply(c.Bytes); err != nil {
			return fmt.Errorf("merge: %w", err)
		}
		return nil
	})
	in.Added = len(batch)
	return batch, err
}

// takeInLive adds to a session that is open here; others in it get what is new.
func (a *App) takeInLive(ctx context.Context, l *live, j *judging, b *storage.Bundle, in *Imported, work *carried) error {
	var all [][]byte
	err := l.do(ctx, func(lap *Laptop) error {
		return j.s.Changes(func(c *workshop.Change) error {
			if lap.s.Has(c.ID) {
				in.Known++
			} else {
				all = append(all, c.Bytes)
			}
			return nil
		})
	})
	if err == nil {
		err = work.some(in.Known)
	}
	if err != nil {
		return err
	}
	in.Added = len(all)
	for len(all) > 0 {
		n := min(len(all), importBatch)
		err := l.do(ctx, func(lap *Laptop) error {
			if err := lap.Receive(all[:n]); err != nil {
				return err
			}
			if lap.trouble != nil {
				return lap.trouble
			}
			return nil
		})
		if err != nil {
			return err
		}
		if err := work.some(n); err != nil {
			return err
		}
		all = all[n:]
	}
	if in.Added > 0 {
		if err := l.store.Sync(ctx); err != nil {
			return err
		}
	}
	if err := keepImages(l.store, b, in, work); err != nil {
		return err
	}
	return l.do(ctx, func(lap *Laptop) error { a.conclude(lap.s, in); return nil })
}

// keepImages keeps the pictures that are not here yet. They were judged before.
func keepImages(store *storage.Log, b *storage.Bundle, in *Imported, work *carried) error {
	_, err := b.Images(func(hash [32]byte, image []byte) error {
		if err := work.one(); err != nil {
			return err
		}
		if _, err := store.Image(hash); err == nil {
			return nil
		}
		err := store.KeepImage(hash, image)
		if err == nil {
			in.Images++
		}
		return err
	})
	return err
}

// conclude says what the session is now.
func (a *App) conclude(s *workshop.Session, in *Imported) {
	me := a.personIn(s)
	digest := s.Digest()
	in.Title, in.Role, in.Person = s.SessionView().Title, partOf(s.Role(me)), me.String()
	in.Digest = hex.EncodeToString(digest[:])
}
