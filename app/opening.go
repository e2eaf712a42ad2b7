package app

import (
	"context"
	"crypto/ed25519"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strconv"

	"convene/p2p"
	"convene/storage"
	"convene/workshop"
)

// Keys of what a laptop keeps about itself in a session.
const (
	hostKey  = "host"  // seed of the peer key
	portKey  = "port"  // the port it had last
	grantKey = "grant" // what proves to others that it was let in
	peersKey = "peers" // addresses of laptops met
)

// OpenSession starts a session's database and network, once.
func (a *App) OpenSession(_ context.Context, session string) error {
	id, err := sessionByName(session)
	if err != nil {
		return err
	}
	_, err = a.openLive(id)
	return inWords(err)
}

// openLive returns the session, open.
func (a *App) openLive(id workshop.SessionID) (*live, error) {
	a.opening.Lock()
	defer a.opening.Unlock()
	a.mu.Lock()
	l := a.open[id]
	a.mu.Unlock()
	if l != nil && !l.stopping() {
		return l, nil
	}
	if l != nil {
		<-l.left
		a.forget(l)
	}
	if _, known, err := a.entry(id); err != nil || !known {
		if err == nil {
			err = Refuse("session-unknown", "This session is not on this laptop.", "Choose one from the list, or join with an invite.")
		}
		return nil, err
	}
	k, err := a.openKept(id)
	if err != nil {
		return nil, err
	}
	return a.start(id, k)
}

// start makes a session live. Its log is closed when it cannot.
func (a *App) start(id workshop.SessionID, k kept) (*live, error) {
	l, err := a.wire(id, k)
	if err != nil {
		return nil, errors.Join(err, k.store.Close())
	}
	a.mu.Lock()
	a.open[id] = l
	a.mu.Unlock()
	select {
	case a.arrivals <- l:
	case <-a.over:
		ended, cancel := context.WithCancel(context.Background())
		cancel()
		a.carry(ended, l) // closes what was opened
		return nil, storage.ErrClosed
	}
	a.sessionsChanged()
	return l, nil
}

// wire puts a live session together.
func (a *App) wire(id workshop.SessionID, k kept) (*live, error) {
	store, loaded := k.store, k.loaded
	if loaded.Session.ID() != id {
		return nil, workshop.ErrNoBeginning
	}
	privates, err := store.Privates("")
	if err != nil {
		return nil, fmt.Errorf("read private values: %w", err)
	}
	l := &live{
		id: id, store: store, log: a.c.Log.WithField("session", id.String()), now: a.c.Now, tell: a.sessionsChanged, directory: a.directory,
		setMeta: func(b []byte) error { return a.library.SetMeta(id, b) }, learn: a.learn,
		extract: func(digest [32]byte, v *workshop.View) error { return a.keepExtract(id, digest, v) },
		work:    make(chan func()), stop: make(chan struct{}), over: make(chan struct{}), left: make(chan struct{}),
		followers: map[*follower]struct{}{}, drawn: map[string]Record{}, dropped: map[workshop.Person]bool{},
	}
	if err := l.readOwn(loaded.Session, privates); err != nil {
		return nil, err
	}
	if l.node, err = a.network(l, loaded.Session, privates); err != nil {
		return nil, err
	}
	l.laptop, err = NewLaptop(loaded.Session, a.library.Identity(), privates, LaptopConfig{
		Now: a.c.Now, Random: a.c.Random, Keep: onDisk{store: store, node: l.node},
	})
	if err == nil && len(loaded.Loose) > 0 {
		err = l.laptop.Receive(loaded.Loose) // they wait for what a crash took
	}
	if err != nil {
		ended, cancel := context.WithCancel(context.Background())
		cancel()
		l.report("network stopped", l.node.Run(ended))
		return nil, err
	}
	if loaded.Broken > 0 {
		l.log.WithField("changes", loaded.Broken).Warn("stored changes that cannot be read were passed over")
	}
	l.beFound()
	l.keepName(a.myName())
	l.meta = a.known(id)
	l.meta = l.describe()
	if l.meta.Updated == 0 {
		l.meta.Updated = a.c.Now().UnixMilli()
	}
	l.metaOf = loaded.Session.Digest()
	l.snapAt = a.c.Now()
	l.snapOf = k.snapOf
	l.writeMeta()
	return l, nil
}

// readOwn takes back what this laptop kept about itself in the session.
func (l *live) readOwn(s *workshop.Session, privates map[string][]byte) error {
	stop := errors.New("found")
	err := s.Changes(func(c *workshop.Change) error {
		l.genesis = c.Bytes
		return stop
	})
	if !errors.Is(err, stop) {
		return workshop.ErrNoBeginning
	}
	if b := privates[grantKey]; b != nil {
		if err := decode(b, &l.grant); err != nil {
			return fmt.Errorf("read grant: %w", err)
		}
	}
	l.findable = privates[findableKey] != nil
	if b := privates[peersKey]; b != nil {
		l.addresses = string(b)
		if err := json.Unmarshal(b, &l.dial); err != nil {
			l.dial = nil // a memory of addresses, no more
		}
	}
	return nil
}

// network opens the ports of a session.
func (a *App) network(l *live, s *workshop.Session, privates map[string][]byte) (*p2p.Node, error) {
	seed := privates[hostKey]
	if len(seed) != ed25519.SeedSize {
		var err error
		if seed, err = a.newHostKey(l.store); err != nil {
			return nil, err
		}
	}
	me, err := workshop.PersonKey(a.library.Identity(), s.Nonce())
	if err != nil {
		return nil, err
	}
	port, err := strconv.Atoi(string(privates[portKey]))
	if err != nil {
		port = 0
	}
	host := ed25519.NewKeyFromSeed(seed)
	node, err := p2p.Start(context.Background(), p2p.Config{
		Key: host, Session: s.ID(), Person: workshop.PersonOf(me), Port: port,
		Voucher:  ed25519.Sign(me, p2p.VoucherWords(s.ID(), host.Public().(ed25519.PublicKey))),
		Loopback: a.c.Loopback, Announce: a.c.Announce, Room: room{l}, Blobs: pictures{l.store}, Relays: a.relaysFor(privates), Log: l.log,
	})
	if err != nil {
		return nil, err
	}
	if node.Port() != port { // invites name it: the same one next time
		if err := l.store.SetPrivate(portKey, []byte(strconv.Itoa(node.Port()))); err != nil {
			l.log.WithError(err).Warn("the port could not be kept")
		}
	}
	return node, nil
}

func (a *App) newHostKey(store *storage.Log) ([]byte, error) {
	seed, err := a.roll(ed25519.SeedSize)
	if err != nil {
		return nil, err
	}
	if err := store.SetPrivate(hostKey, seed); err != nil {
		return nil, fmt.Errorf("keep peer key: %w", err)
	}
	return seed, nil
}

// addressList is addresses as they are kept, in order.
func addressList(addrs []string) []byte {
	slices.Sort(addrs)
	b, err := json.Marshal(addrs)
	if err != nil {
		panic("app: list addresses: " + err.Error())
	}
	return b
}

// rememberOthers keeps where to look for the others next time.
func (l *live) rememberOthers() {
	b := addressList(l.node.Known())
	if string(b) == l.addresses || string(b) == "null" {
		return
	}
	if err := l.store.SetPrivate(peersKey, b); err != nil {
		l.log.WithError(err).Warn("addresses could not be kept")
		return
	}
	l.addresses = string(b)
}

// keepName says the person's name where the session has none yet.
func (l *live) keepName(name string) {
	lap := l.laptop
	if name == "" || lap.s.Role(lap.me) == workshop.RoleNone || lap.s.PersonView(lap.me).Name != "" {
		return
	}
	l.report("name not given", lap.RenameMe(name))
}

// stopping reports whether a session has been told to close, or has closed.
func (l *live) stopping() bool {
	select {
	case <-l.stop:
		return true
	case <-l.over:
		return true
	default:
		return false
	}
}

// CloseSession stops a session on this computer. It stays in the library.
func (a *App) CloseSession(ctx context.Context, session string) error {
	id, err := sessionByName(session)
	if err != nil {
		return err
	}
	a.mu.Lock()
	l := a.open[id]
	a.mu.Unlock()
	if l == nil {
		return nil
	}
	l.end.Do(func() { close(l.stop) })
	select {
	case <-l.left:
		return nil
	case <-ctx.Done():
		return context.Cause(ctx)
	}
}
