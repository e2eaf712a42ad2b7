package app

import (
	"context"
	"errors"
	"runtime/debug"
	"slices"
	"sync"
	"time"

	"github.com/sirupsen/logrus"

	"convene/p2p"
	"convene/storage"
	"convene/workshop"
)

// live is one session that is open on this computer: its Laptop, its log and
// its node. One goroutine owns the Laptop; everybody else sends it work.
type live struct {
	id    workshop.SessionID
	store *storage.Log
	node  *p2p.Node
	log   *logrus.Entry
	now   func() time.Time
	tell  func() // the library's entry of this session looks different

	setMeta   func([]byte) error
	learn     func(*workshop.View) error // keeps what a finished session teaches
	directory func() p2p.Directory

	extract func(digest [32]byte, v *workshop.View) error // lets the session be searched as it is now

	work chan func()
	stop chan struct{} // closed when the session is to close here
	end  sync.Once     // of closing stop
	over chan struct{} // closed when the loop has ended: nothing is accepted any more
	left chan struct{} // closed when everything has ended and the log is closed

	// What follows belongs to the loop.
	laptop    *Laptop
	genesis   []byte
	grant     [][]byte // what an invite's host gave as proof, until the log has it
	dial      []string // who to look for when the session opens
	waits     []waiting
	followers map[*follower]struct{}
	drawn     map[string]Record
	records   []Record
	rev       uint64
	shown     uint64    // the Laptop's version that was drawn
	pointed   uint64    // the Laptop's count of pointers that was told
	pointAt   time.Time // pointers are not told again before
	drawings  drawings
	frame     *time.Timer
	meta      meta
	metaAt    time.Time // when it was written
	metaOf    [32]byte  // the state of the session it was made from
	metaDue   bool      // it differs from what is written
	snapOf    [32]byte  // the state of the session of which a snapshot is kept
	snapAt    time.Time // when it was kept
	hubs      [][32]byte
	addresses string    // of others, as they were kept last
	peersAt   time.Time // when they were looked at
	dropped   map[workshop.Person]bool
	findable  bool       // a directory is told where this computer is
	foundBy   [][16]byte // the secrets that it was told of
}

// waiting is somebody who waits for a passage to be over.
type waiting struct {
	passage *Passage
	done    chan struct{}
}

const (
	tickEvery  = 200 * time.Millisecond
	peersEvery = 30 * time.Second // between looks at the addresses of others
)

// Run carries the session until ctx ends or it is closed here. It stops in
// reverse order: first nobody is answered any more, then the loop, then the log.
func (l *live) Run(ctx context.Context) error {
	defer close(l.left)
	outside, cancel := context.WithCancel(ctx)
	defer cancel()
	inside, endLoop := context.WithCancel(context.WithoutCancel(ctx))
	defer endLoop()
	var inner sync.WaitGroup
	inner.Go(func() { l.loop(inside) })
	inner.Go(func() { giveBackMemory(inside) })
	inner.Go(func() { l.report("storage stopped", l.store.Run(inside)) })
	var network sync.WaitGroup
	network.Go(func() { l.report("network stopped", l.node.Run(outside)) })
	network.Go(func() { l.lookForOthers(outside) })
	select {
	case <-ctx.Done():
	case <-l.stop:
	}
	cancel()
	network.Wait()
	endLoop()
	inner.Wait()
	return l.store.Close()
}

// opened is how long after its start a session has nothing left that was needed for opening only.
const opened = 3 * time.Second

// giveBackMemory returns to the computer what it took to open the session.
func giveBackMemory(ctx context.Context) {
	t := time.NewTimer(opened)
	defer t.Stop()
	select {
	case <-t.C:
		debug.FreeOSMemory()
	case <-ctx.Done():
	}
}

// report logs how a part ended, unless it was told to.
func (l *live) report(what string, err error) {
	if err != nil && !errors.Is(err, context.Canceled) {
		l.log.WithError(err).Error(what)
	}
}

// lookForOthers calls the laptops met before; the node keeps at it.
func (l *live) lookForOthers(ctx context.Context) {
	if len(l.dial) == 0 {
		return
	}
	if err := l.node.Dial(ctx, l.dial); err != nil && ctx.Err() == nil {
		l.log.WithError(err).Debug("nobody met before answers yet")
	}
}

// loop owns the Laptop until ctx ends.
func (l *live) loop(ctx context.Context) {
	tick := time.NewTicker(tickEvery)
	defer tick.Stop()
	l.frame = time.NewTimer(time.Hour)
	defer l.frame.Stop()
	for {
		select {
		case <-ctx.Done():
			l.leave()
			return
		case f := <-l.work:
			f()
		case <-tick.C:
			l.laptop.Tick()
			l.lookAround()
		case <-l.node.Changed():
			l.laptop.SetPeers(l.peers())
			l.laptop.setCode(l.openCode())
			l.laptop.setFindable(l.listed())
			l.laptop.foreign = l.node.Foreign()
			l.laptop.floorSpoke(l.node.Heard(l.laptop.s.SessionView().Floor))
		case <-l.frame.C:
			l.drawings.next = time.Time{}
		}
		l.after()
	}
}

// after does what follows from any work: passages that are over are told, and
// followers see what is new.
func (l *live) after() {
	rest := l.waits[:0]
	for _, w := range l.waits {
		if w.passage.Done() {
			close(w.done)
		} else {
			rest = append(rest, w)
		}
	}
	l.waits = rest
	l.showSoon()
	l.pointSoon()
}

// leave is the last thing the loop does.
func (l *live) leave() {
	close(l.over)
	for _, w := range l.waits {
		close(w.done)
	}
	l.rememberOthers()
	l.writeMeta()
	l.keepSnapshot()
	l.report("search not kept", l.extract(l.laptop.s.Digest(), l.laptop.View()))
	l.farewell()
}

// do runs f on the loop and waits for it. Once accepted it is done even when
// ctx ends, so that its outcome is known.
func (l *live) do(ctx context.Context, f func(*Laptop) error) error {
	done := make(chan error, 1)
	select {
	case l.work <- func() { done <- f(l.laptop) }:
		return <-done
	case <-l.over:
		return errNotOpen()
	case <-ctx.Done():
		return context.Cause(ctx)
	}
}

func errNotOpen() error {
	return Refuse("session-not-open", "This session is not open on this laptop.", "Everything in it is safe. Open it first.")
}

// through runs a gesture that takes time, and waits until it is over.
func (l *live) through(ctx context.Context, begin func(*Laptop) (*Passage, error)) (string, error) {
	w := waiting{done: make(chan struct{})}
	err := l.do(ctx, func(lap *Laptop) (err error) {
		if w.passage, err = begin(lap); err == nil {
			l.waits = append(l.waits, w)
		}
		return err
	})
	if err != nil {
		return "", err
	}
	select {
	case <-w.done:
	case <-ctx.Done():
		return "", context.Cause(ctx)
	}
	var run string
	err = l.do(ctx, func(*Laptop) error {
		if !w.passage.Done() {
			return errNotOpen()
		}
		run = w.passage.Run()
		return w.passage.Err()
	})
	return run, err
}

// peers is who is connected, as the Laptop takes it.
func (l *live) peers() []PeerSeen {
	var out []PeerSeen
	for _, p := range l.node.Peers() {
		out = append(out, PeerSeen{Person: workshop.Person(p.Person), Offset: p.Offset, Timed: p.Timed, Digest: p.Digest, Via: wayOf(p.Kind), Floods: p.Floods})
	}
	return out
}

// openCode is the code that is open now, another one when it was guessed at
// too often, and where it is found from far away.
func (l *live) openCode() (code, far string) {
	if c, open := l.node.Code(); open {
		return c.String(), l.node.FindableAt()
	}
	return "", ""
}

// lookAround keeps network and library in step with the session, a few times a second.
func (l *live) lookAround() {
	view := l.laptop.View()
	hubs := [][32]byte{view.Session.Floor}
	for _, p := range view.People {
		if p.Role.Facilitates() && p.Person != view.Session.Floor {
			hubs = append(hubs, p.Person)
		}
		if out := p.Role == workshop.RoleNone; out != l.dropped[p.Person] {
			l.dropped[p.Person] = out
			if out {
				l.node.Drop(p.Person)
			}
		}
	}
	if !slices.Equal(hubs, l.hubs) {
		l.hubs = hubs
		l.node.SetHubs(hubs)
	}
	l.noteMeta()
	if l.now().Sub(l.snapAt) > snapshotEvery {
		l.keepSnapshot()
	}
	if now := l.now(); now.Sub(l.peersAt) > peersEvery {
		l.peersAt = now
		l.rememberOthers()
		l.beFound() // without the invites that have expired
	}
}
