package p2p

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"sync"
	"time"

	"github.com/libp2p/go-libp2p/core/network"
)

// An exchange makes two logs equal. First the digests; only when they differ,
// summaries of what each holds; then what the other lacks, both ways at once,
// in zstd chunks. What has arrived is applied chunk by chunk, so an exchange
// that is cut goes on where it was: the next summary says so.

const (
	chunkBytes   = 192 << 10 // before compression
	chunkChanges = 4096
	fewChanges   = 64
	allChunks    = 1 << 30   // chunks: as many as there are
	maxIncoming  = 1_000_000 // no session is larger; what a peer says beyond is no news
)

var (
	errTooMuch = errors.New("change is larger than allowed")
	errEnough  = errors.New("this much was asked for; the rest comes later")
	errBusy    = errors.New("somebody else gives much just now")
	errSlowed  = errors.New("they write more than people do, and are asked again later")
)

// ask runs an exchange that takes at most so many chunks.
func (n *Node) ask(ctx context.Context, l *link, most int) error {
	s, err := n.host.NewStream(usableLink(ctx), l.peer, protoSync)
	if err != nil {
		return fmt.Errorf("open sync: %w", err)
	}
	defer s.Close()
	defer context.AfterFunc(ctx, func() { reset(s) })()
	digest, summary := n.c.Room.Have()
	if err := send(s, &syncAsk{Digest: digest[:]}, frameTime); err != nil {
		reset(s)
		return err
	}
	var tell syncTell
	if err := receive(s, &tell, maxFrame, frameTime); err != nil {
		reset(s)
		return err
	}
	n.answered(l)
	n.noteDigest(l, tell.Digest)
	if [32]byte(tell.Digest) == digest {
		n.caughtUp()
		return nil
	}
	if err := send(s, &syncSummary{Summary: summary}, frameTime); err != nil {
		reset(s)
		return err
	}
	return n.swap(ctx, s, l, tell.Summary, !tell.Full, most)
}

// onSync answers an exchange. While this node takes much from another peer it
// only gives.
func (n *Node) onSync(ctx context.Context, s network.Stream) {
	l := n.linkTo(s)
	if l == nil {
		reset(s)
		return
	}
	defer s.Close()
	ctx, cancel := context.WithTimeout(ctx, exchangeTime)
	defer cancel()
	defer context.AfterFunc(ctx, func() { reset(s) })()
	if err := n.tell(ctx, s, l); err != nil {
		n.c.Log.WithError(err).WithField("peer", l.peer.String()).Debug("exchange ended early")
		reset(s)
	}
}

func (n *Node) tell(ctx context.Context, s network.Stream, l *link) error {
	var ask syncAsk
	if err := receive(s, &ask, maxEarly, frameTime); err != nil {
		return err
	}
	end, ok := n.answerTurn(ctx, l)
	if !ok {
		return errClosed
	}
	defer end()
	n.noteDigest(l, ask.Digest)
	digest, summary := n.c.Room.Have()
	if [32]byte(ask.Digest) == digest {
		n.caughtUp()
		return send(s, &syncTell{Digest: digest[:]}, frameTime)
	}
	most := 0
	if n.takesFrom(l) {
		most = allChunks
	}
	if err := send(s, &syncTell{Digest: digest[:], Full: most == 0, Summary: summary}, frameTime); err != nil {
		return err
	}
	var theirs syncSummary
	if err := receive(s, &theirs, maxFrame, frameTime); err != nil {
		return err
	}
	return n.swap(ctx, s, l, theirs.Summary, true, most)
}

// swap gives what they lack and takes what they give, at once.
func (n *Node) swap(ctx context.Context, s network.Stream, l *link, summary []byte, give bool, most int) error {
	var gave error
	var giving sync.WaitGroup
	giving.Go(func() { gave = n.give(s, l, summary, give) })
	came, err := n.take(ctx, s, l, most)
	if err != nil {
		reset(s)
	}
	giving.Wait()
	n.passOn(l, came)
	return errors.Join(err, gave)
}

// give sends what is missing. It is collected first, so that the room never
// waits for the network.
func (n *Node) give(s network.Stream, l *link, summary []byte, give bool) error {
	var all [][]byte
	size := 0
	if give {
		err := n.c.Room.Missing(summary, func(change []byte) error {
			if len(change) > maxChange {
				return errTooMuch
			}
			all, size = append(all, change), size+len(change)
			return nil
		})
		if err != nil {
			return fmt.Errorf("give what is missing: %w", err)
		}
		n.gave(l.person, size)
	}
	for len(all) > 0 {
		var b batch
		b.Changes = firstChunk(all)
		all = all[len(b.Changes):]
		raw, err := encode(&b)
		if err != nil {
			return err
		}
		left := uint(len(b.Changes) + len(all))
		if err := send(s, &syncChunk{Zipped: n.zip.EncodeAll(raw, nil), Left: left}, frameTime); err != nil {
			return err
		}
	}
	return send(s, &syncChunk{Last: true}, frameTime)
}

// firstChunk is the first changes that go into one frame.
func firstChunk(changes [][]byte) [][]byte {
	size := 0
	for i, c := range changes {
		if size += len(c); i == chunkChanges || i > 0 && size > chunkBytes {
			return changes[:i]
		}
	}
	return changes
}

// take applies chunk by chunk, at most so many, and returns what came that was
// not here already.
func (n *Node) take(ctx context.Context, s network.Stream, l *link, most int) (came brought, err error) {
	bulk := most == allChunks
	if bulk {
		defer n.endTurn(l)
	}
	for count := 0; ; count++ {
		var c syncChunk
		if err := receive(s, &c, maxFrame, frameTime); err != nil {
			return came, err
		}
		switch {
		case c.Last:
			if most > 0 {
				n.caughtUp()
			}
			return came, nil
		case most == 0:
			return came, errMalformed // we said that we are full
		case count == most:
			n.wanted.add(l.peer)
			return came, errEnough
		}
		b, err := openChunk(n.unzip, c.Zipped)
		if err != nil {
			n.strike(ctx, l, err)
			return came, fmt.Errorf("take changes: %w", err)
		}
		large := bulk && isLarge(b.Changes, int(min(c.Left, maxIncoming)))
		if large && !n.holdTurn(l, int64(min(c.Left, maxIncoming))) {
			return came, errBusy
		}
		news, err := n.takeChunk(ctx, l, b.Changes, &came, bulk)
		if err != nil {
			return came, err
		}
		switch {
		case large && news:
			n.keepTurn(l)
		case large:
			n.endTurn(l)
		}
	}
}

// takeChunk judges what an exchange brought, piece by piece. What was asked for
// goes on to who hears it from here, and nobody else is told.
func (n *Node) takeChunk(ctx context.Context, l *link, changes [][]byte, came *brought, bulk bool) (news bool, err error) {
	for piece := range slices.Chunk(changes, pieceChanges) {
		taken, err := n.c.Room.Receive(l.person, piece, true)
		if err != nil {
			n.strike(ctx, l, err)
			return news, fmt.Errorf("take changes: %w", err)
		}
		n.seen.fresh(piece)
		news = news || len(taken.Kept) > 0
		if bulk {
			came.add(taken.Kept)
		} else {
			n.spread(l, taken.Kept)
		}
		if !n.fetched(l.person, taken.Own) {
			return news, errSlowed
		}
	}
	return news, nil
}

type unzipper interface {
	DecodeAll(input, dst []byte) ([]byte, error)
}

// openChunk unpacks a chunk; the decoder's memory limit bounds its size.
func openChunk(u unzipper, zipped []byte) (batch, error) {
	raw, err := u.DecodeAll(zipped, nil)
	if err != nil {
		return batch{}, fmt.Errorf("unzip: %w", err)
	}
	var b batch
	return b, decode(raw, &b)
}

func (n *Node) noteDigest(l *link, digest []byte) {
	n.mu.Lock()
	defer n.mu.Unlock()
	if l.digest != [32]byte(digest) {
		l.digest = [32]byte(digest)
		pulse(n.changed)
	}
}

// brought is what an exchange brought: the changes while they are few, and then
// only that they are many.
type brought struct {
	changes [][]byte
	many    bool
}

func (w *brought) add(fresh [][]byte) {
	if w.many = w.many || len(w.changes)+len(fresh) > fewChanges; w.many {
		w.changes = nil
		return
	}
	w.changes = append(w.changes, fresh...)
}

// passOn gives the other links what an exchange brought, or pokes them when it
// is much. While people write, an exchange always finds something that is on its
// way; a poke for that would be answered by exchanges without end, which fill a
// bad network.
func (n *Node) passOn(except *link, came brought) {
	n.mu.Lock()
	defer n.mu.Unlock()
	n.digestAt = time.Time{}
	for _, l := range n.links {
		switch {
		case l == except:
		case came.many:
			l.poke = true
			pulse(l.wake)
		case len(came.changes) > 0:
			l.outbox.put(came.changes)
		}
	}
}
