package p2p

import (
	"bytes"
	"context"
	"fmt"
	"sync"
	"time"

	"github.com/ipfs/go-cid"
	dht "github.com/libp2p/go-libp2p-kad-dht"
	"github.com/libp2p/go-libp2p/core/host"
	ma "github.com/multiformats/go-multiaddr"
)

// Findable is what a directory is told of this laptop, for each invite: under a
// name that only holders of its secret can compute, another one each day, the
// laptop's peer id and addresses.
type Findable struct {
	Directory Directory
	Secrets   [][16]byte // of invites, of which 8 are told; none is nothing
}

func (f Findable) nothing() bool { return len(f.Secrets) == 0 || len(f.Directory.Servers) == 0 }

// Listed is how far it has come.
type Listed uint8

// What a directory knows of this laptop.
const (
	NotListed   Listed = iota // nothing is told
	Listing                   // it is being told
	IsListed                  // it was told all
	Unlisted                  // no server answered; it is tried again each minute
	NothingToDo               // there is no address that is reached from outside
)

const (
	listLook  = 10 * time.Second // whether there is something else to tell
	listRenew = 6 * time.Hour
	listRetry = time.Minute
	listTime  = time.Minute // one visit
	maxNames  = 8
)

// listing is the telling of a node. Its goroutine runs only while there is
// something to tell.
type listing struct {
	wish chan struct{} // want is another one, for Run to see

	mu    sync.Mutex
	want  Findable
	stop  context.CancelFunc // of the goroutine; nil while none runs
	state Listed
	told  []byte // what the directory knows
	last  time.Time
}

// BeFound says what a directory is to be told from now on, instead of what it was
// told before; the zero value is nothing, and ends a telling that is under way.
// What is known there already fades by itself, after two days at the latest.
func (n *Node) BeFound(f Findable) {
	n.listing.mu.Lock()
	n.listing.want = f
	if stop := n.listing.stop; stop != nil && f.nothing() {
		stop()
	}
	n.listing.mu.Unlock()
	pulse(n.listing.wish)
}

// Listed is what a directory knows of this laptop.
func (n *Node) Listed() Listed {
	n.listing.mu.Lock()
	defer n.listing.mu.Unlock()
	return n.listing.state
}

// relist begins to tell what is wished now. Run calls it.
func (n *Node) relist(ctx context.Context) {
	l := &n.listing
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.stop != nil {
		l.stop()
		l.stop = nil
	}
	if l.want.nothing() {
		l.told = nil
		n.setListed(NotListed)
		return
	}
	if l.state == NotListed {
		n.setListed(Listing)
	}
	want := l.want
	ctx, l.stop = context.WithCancel(ctx)
	n.crew.start(func() { n.list(ctx, want) })
}

// setListed is called with the listing's mu held.
func (n *Node) setListed(s Listed) {
	if n.listing.state != s {
		n.listing.state = s
		pulse(n.changed)
	}
}

// list tells a directory where this laptop is, for as long as ctx lives: when that
// is something else, on another day, and again every 6 hours.
func (n *Node) list(ctx context.Context, f Findable) {
	look := time.NewTicker(listLook)
	defer look.Stop()
	var next time.Time
	for {
		if now := n.c.now(); !now.Before(next) {
			if n.listNew(ctx, f, now) != nil {
				next = now.Add(listRetry)
			}
		}
		select {
		case <-ctx.Done():
			return
		case <-look.C:
		}
	}
}

// listNew tells what is new, if anything is.
func (n *Node) listNew(ctx context.Context, f Findable, now time.Time) error {
	l := &n.listing
	names, addrs, all := n.toTell(f, now)
	l.mu.Lock()
	known := bytes.Equal(all, l.told) && now.Sub(l.last) < listRenew
	if ctx.Err() == nil && len(addrs) == 0 {
		n.setListed(NothingToDo)
	}
	l.mu.Unlock()
	if known || len(addrs) == 0 {
		return nil
	}
	err := n.tellDirectory(ctx, f.Directory, names, addrs)
	l.mu.Lock()
	defer l.mu.Unlock()
	if ctx.Err() != nil {
		return err // another one tells from here on, or nobody
	}
	if err != nil {
		n.c.Log.WithError(err).Debug("the directory was not told")
		n.setListed(Unlisted)
		return err
	}
	l.told, l.last = all, now
	n.setListed(IsListed)
	return nil
}

// toTell is the names of the invites today, and where this laptop is reached; and
// both as bytes, to be compared.
func (n *Node) toTell(f Findable, now time.Time) (names []cid.Cid, addrs []ma.Multiaddr, all []byte) {
	for _, secret := range f.Secrets[:min(len(f.Secrets), maxNames)] {
		if name, err := rendezvousName(secret, dayOf(now)); err == nil {
			names = append(names, name)
			all = append(all, name.Bytes()...)
		}
	}
	addrs = f.Directory.believable(n.addrs(), n.c.Loopback)
	for _, a := range addrs {
		all = append(all, a.Bytes()...)
	}
	return names, addrs, all
}

// tellDirectory is one visit. It has the laptop's key, because a server takes from
// nobody where somebody else is; and not its ports, where it would be closed for
// not saying hello.
func (n *Node) tellDirectory(ctx context.Context, d Directory, names []cid.Cid, addrs []ma.Multiaddr) error {
	ctx, cancel := context.WithTimeout(ctx, listTime)
	defer cancel()
	return d.visit(ctx, n.c.Key, addrs, func(ctx context.Context, _ host.Host, table *dht.IpfsDHT) error {
		for _, name := range names {
			if err := table.Provide(ctx, name, true); err != nil {
				return fmt.Errorf("tell the directory: %w", err)
			}
			// Nobody answers that; but who is asked something afterwards has read it, and does not lose it when we leave.
			if _, err := table.GetClosestPeers(ctx, string(name.Hash())); err != nil {
				return fmt.Errorf("tell the directory: %w", err)
			}
		}
		return nil
	})
}
