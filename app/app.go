package app

import (
	"bytes"
	"context"
	"crypto/rand"
	"errors"
	"fmt"
	"io"
	"slices"
	"sync"
	"time"

	"github.com/sirupsen/logrus"

	"convene/storage"
	"convene/workshop"
)

// Access is what may open a data folder.
type Access = storage.Access

// SystemKeychain is the keychain of this computer. Where nobody may be asked, one that is locked is left alone.
func SystemKeychain(mayAsk bool) storage.Keychain { return storage.SystemKeychain(mayAsk) }

// Config says how an App lives. DataDir is required.
type Config struct {
	DataDir  string
	Name     string // the person's name where none is kept yet
	Version  string
	Loopback bool // listen on 127.0.0.1 only
	Announce bool // be seen and look around on this network
	Headless bool // no native window
	Now      func() time.Time
	Random   io.Reader
	Log      *logrus.Entry // nil is silence
	Access   Access        // what may open the data folder, or protect a new one
}

func (c Config) complete() Config {
	if c.Now == nil {
		c.Now = time.Now
	}
	if c.Random == nil {
		c.Random = rand.Reader
	}
	if c.Log == nil {
		silent := logrus.New()
		silent.SetOutput(io.Discard)
		c.Log = logrus.NewEntry(silent)
	}
	return c
}

// App is the sessions on this computer, those that are open among them, and
// the person before it. Its methods may be called from any goroutine, while
// Run runs. What a person can meet comes back as a [*Refusal].
type App struct {
	c        Config
	library  *storage.Library
	arrivals chan *live
	over     chan struct{} // closed when Run ends: nothing opens any more

	search     searcher
	opening    sync.Mutex // held while a session opens, so that it opens once
	templating sync.Mutex // held while own templates change

	mu     sync.Mutex // guards what follows; never held while waiting
	open   map[workshop.SessionID]*live
	saved  map[string]string // the folder of the record that was saved last, by session
	listen map[chan Tiding]struct{}
	name   string
}

// New opens the data folder. Run must be called afterwards: it closes it.
// Errors are refusals: the folder is in use, cannot be written, is full, or is
// from a newer version.
func New(c Config) (*App, error) {
	c = c.complete()
	library, err := storage.OpenWith(c.DataDir, c.Log, c.Access)
	if err != nil {
		return nil, inWords(err)
	}
	a := &App{
		c: c, library: library, arrivals: make(chan *live), over: make(chan struct{}),
		search: searcher{known: map[workshop.SessionID][]extract{}, of: map[workshop.SessionID][32]byte{}},
		open:   map[workshop.SessionID]*live{}, saved: map[string]string{}, listen: map[chan Tiding]struct{}{},
	}
	if err := a.readName(); err != nil {
		return nil, errors.Join(inWords(err), library.Close())
	}
	return a, nil
}

// Run carries the open sessions until ctx ends; then it closes them, and the
// data folder, and returns ctx's cause.
func (a *App) Run(ctx context.Context) error {
	inside, end := context.WithCancel(context.WithoutCancel(ctx))
	var library, sessions sync.WaitGroup
	library.Go(func() {
		if err := a.library.Run(inside); err != nil && !errors.Is(err, context.Canceled) {
			a.c.Log.WithError(err).Error("the library stopped")
		}
	})
	for ctx.Err() == nil {
		select {
		case <-ctx.Done():
		case l := <-a.arrivals:
			sessions.Go(func() { a.carry(ctx, l) })
		}
	}
	close(a.over)
	sessions.Wait()
	end()
	library.Wait()
	a.endTidings()
	if err := a.library.Close(); err != nil {
		return errors.Join(context.Cause(ctx), err)
	}
	return context.Cause(ctx)
}

// carry runs a session until it is closed.
func (a *App) carry(ctx context.Context, l *live) {
	if err := l.Run(ctx); err != nil {
		a.c.Log.WithError(err).Error("a session closed badly")
	}
	a.forget(l)
	a.sessionsChanged()
}

// forget takes a session that has ended off the list of open ones.
func (a *App) forget(l *live) {
	a.mu.Lock()
	defer a.mu.Unlock()
	if a.open[l.id] == l {
		delete(a.open, l.id)
	}
}

// find returns a session that is open.
func (a *App) find(session string) (*live, error) {
	id, err := sessionByName(session)
	if err != nil {
		return nil, err
	}
	a.mu.Lock()
	defer a.mu.Unlock()
	if l := a.open[id]; l != nil {
		return l, nil
	}
	return nil, errNotOpen()
}

func sessionByName(session string) (workshop.SessionID, error) {
	id, err := workshop.ParseSessionID(session)
	if err != nil {
		return id, Refuse("session-unknown", "This session is not on this laptop.", "Choose one from the list, or join with an invite.")
	}
	return id, nil
}

// act runs a gesture on an open session.
func (a *App) act(ctx context.Context, session string, f func(*Laptop) error) error {
	l, err := a.find(session)
	if err != nil {
		return err
	}
	return inWords(l.do(ctx, f))
}

// make runs a gesture that makes a record.
func (a *App) make(ctx context.Context, session string, f func(*Laptop) (string, error)) (id string, err error) {
	err = a.act(ctx, session, func(l *Laptop) (err error) {
		id, err = f(l)
		return err
	})
	return id, err
}

// pass runs a gesture that takes time.
func (a *App) pass(ctx context.Context, session string, f func(*Laptop) (*Passage, error)) (run string, err error) {
	l, err := a.find(session)
	if err != nil {
		return "", err
	}
	run, err = l.through(ctx, f)
	return run, inWords(err)
}

// Digest is the state of an open session: equal on laptops that hold the same.
func (a *App) Digest(ctx context.Context, session string) (digest [32]byte, err error) {
	err = a.act(ctx, session, func(l *Laptop) error {
		digest = l.s.Digest()
		return nil
	})
	return digest, err
}

// View is the whole picture of an open session, which nobody alters.
func (a *App) View(ctx context.Context, session string) (v *workshop.View, err error) {
	err = a.act(ctx, session, func(l *Laptop) error {
		v = l.View()
		return nil
	})
	return v, err
}

// Person is who the person at this computer is in an open session.
func (a *App) Person(ctx context.Context, session string) (p workshop.Person, err error) {
	err = a.act(ctx, session, func(l *Laptop) error {
		p = l.me
		return nil
	})
	return p, err
}

// Peer is this laptop's peer id in an open session.
func (a *App) Peer(_ context.Context, session string) (string, error) {
	l, err := a.find(session)
	if err != nil {
		return "", err
	}
	return l.node.Address().Peer, nil
}

// isOpen reports whether a session is open here.
func (a *App) isOpen(id workshop.SessionID) bool {
	a.mu.Lock()
	defer a.mu.Unlock()
	return a.open[id] != nil
}

// entry finds a session in the library.
func (a *App) entry(id workshop.SessionID) (storage.Entry, bool, error) {
	entries, err := a.library.Sessions()
	if err != nil {
		return storage.Entry{}, false, fmt.Errorf("list sessions: %w", err)
	}
	i := slices.IndexFunc(entries, func(e storage.Entry) bool { return bytes.Equal(e.ID[:], id[:]) })
	if i < 0 {
		return storage.Entry{}, false, nil
	}
	return entries[i], true, nil
}
