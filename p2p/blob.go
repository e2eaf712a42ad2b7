package p2p

import (
	"bytes"
	"context"
	"crypto/sha256"
	"errors"
	"fmt"
	"io"
	"slices"
	"sync"
	"time"

	"github.com/libp2p/go-libp2p/core/network"
)

// Blobs are the pictures of a session, by hash: not part of the log, the same
// on every laptop all the same. It is called from many goroutines.
type Blobs interface {
	// Blobs lists what is here, in any order, at most 7,000.
	Blobs() ([][32]byte, error)
	// Blob returns one of at most 2 MiB; an error where it is not here.
	Blob(hash [32]byte) ([]byte, error)
	// KeepBlob keeps one whose hash was checked. An error means that no honest
	// peer sends such bytes, or that they could not be kept.
	KeepBlob(hash [32]byte, blob []byte) error
}

const (
	maxBlob      = 2 << 20
	maxBlobList  = 7000
	blobPart     = 64 << 10
	blobsEvery   = 10 * time.Second
	maxHalves    = 4 // blobs that came in part and are remembered
	blobPatience = 2 * time.Minute
)

var errNoBlob = errors.New("the peer has no such picture")

// blobAsk asks for what is there, or for one blob from an offset on.
type blobAsk struct {
	Have []byte `cbor:"1,keyasint,omitempty"` // hash over the asker's list
	Hash []byte `cbor:"2,keyasint,omitempty"`
	From uint   `cbor:"3,keyasint,omitempty"`
}

func (m *blobAsk) check() error {
	return must(is32(m.Have) && len(m.Hash) == 0 && m.From == 0 || is32(m.Hash) && len(m.Have) == 0 && m.From < maxBlob)
}

// blobTell lists hashes, one after the other; none when the lists are equal.
type blobTell struct {
	Hashes []byte `cbor:"1,keyasint,omitempty"`
}

func (m *blobTell) check() error {
	return must(len(m.Hashes)%32 == 0 && len(m.Hashes) <= 32*maxBlobList)
}

// blobHead is before the bytes of a blob: its whole size, 0 when it is not here.
type blobHead struct {
	Size uint `cbor:"1,keyasint,omitempty"`
}

func (m *blobHead) check() error { return must(m.Size <= maxBlob) }

// halves are blobs of which a part came before the peer left.
type halves struct {
	mu    sync.Mutex
	parts map[[32]byte][]byte
}

func (h *halves) take(hash [32]byte) []byte {
	h.mu.Lock()
	defer h.mu.Unlock()
	part := h.parts[hash]
	delete(h.parts, hash)
	return part
}

func (h *halves) keep(hash [32]byte, part []byte) {
	h.mu.Lock()
	defer h.mu.Unlock()
	if h.parts == nil || len(h.parts) >= maxHalves {
		h.parts = map[[32]byte][]byte{}
	}
	if len(part) > 0 {
		h.parts[hash] = part
	}
}

// listHash is equal where the same blobs are.
func listHash(list [][32]byte) [32]byte {
	sorted := slices.Clone(list)
	slices.SortFunc(sorted, func(a, b [32]byte) int { return bytes.Compare(a[:], b[:]) })
	h := sha256.New()
	for _, b := range sorted {
		h.Write(b[:])
	}
	return [32]byte(h.Sum(nil))
}

// onBlob gives a member what they ask for: one thing on each stream.
func (n *Node) onBlob(ctx context.Context, s network.Stream) {
	l := n.linkTo(s)
	if l == nil || n.c.Blobs == nil {
		reset(s)
		return
	}
	defer context.AfterFunc(ctx, func() { reset(s) })()
	if err := n.tellBlob(ctx, s, l); err != nil {
		if isForged(err) {
			n.strike(ctx, l, err)
		}
		reset(s)
		return
	}
	if err := s.Close(); err != nil {
		reset(s)
	}
}

func (n *Node) tellBlob(ctx context.Context, s stream, l *link) error {
	var ask blobAsk
	if err := receive(s, &ask, maxEarly, frameTime); err != nil {
		return err
	}
	end, ok := n.pictureTurn(ctx, l, &ask)
	if !ok {
		return errClosed
	}
	defer end()
	return n.giveBlob(s, l.person, &ask)
}

// giveBlob answers a question.
func (n *Node) giveBlob(s stream, person [32]byte, ask *blobAsk) error {
	if len(ask.Hash) == 0 {
		list, err := n.c.Blobs.Blobs()
		if err != nil {
			return fmt.Errorf("list pictures: %w", err)
		}
		var tell blobTell
		if have := listHash(list); !bytes.Equal(have[:], ask.Have) {
			for _, h := range list[:min(len(list), maxBlobList)] {
				tell.Hashes = append(tell.Hashes, h[:]...)
			}
		}
		return send(s, &tell, frameTime)
	}
	blob, err := n.c.Blobs.Blob([32]byte(ask.Hash))
	if err != nil || len(blob) > maxBlob || uint(len(blob)) <= ask.From {
		return send(s, &blobHead{}, frameTime)
	}
	n.pictured(person, [32]byte(ask.Hash), len(blob)-int(ask.From))
	if err := send(s, &blobHead{Size: uint(len(blob))}, frameTime); err != nil {
		return err
	}
	for rest := blob[ask.From:]; len(rest) > 0; {
		part := rest[:min(len(rest), blobPart)]
		rest = rest[len(part):]
		if err := s.SetWriteDeadline(time.Now().Add(frameTime)); err != nil {
			return fmt.Errorf("set deadline: %w", err)
		}
		if _, err := s.Write(part); err != nil {
			return fmt.Errorf("send a picture: %w", err)
		}
	}
	return nil
}

// collect asks somebody, every 10 s, which pictures they have, and gets those
// that are missing here.
func (n *Node) collect(ctx context.Context) {
	for pause(ctx, blobsEvery, nil) {
		if l := n.anybody(); l != nil {
			if err := n.collectFrom(ctx, l); err != nil && ctx.Err() == nil {
				n.c.Log.WithError(err).WithField("peer", l.peer.String()).Debug("pictures do not come")
			}
		}
	}
}

func (n *Node) collectFrom(ctx context.Context, l *link) error {
	ctx, cancel := context.WithTimeout(ctx, blobPatience)
	defer cancel()
	list, err := n.c.Blobs.Blobs()
	if err != nil {
		return fmt.Errorf("list pictures: %w", err)
	}
	missing, err := n.askBlobs(ctx, l, list)
	if err != nil {
		return err
	}
	for _, hash := range missing[:min(len(missing), max(0, maxBlobList-len(list)))] {
		if err := n.fetch(ctx, l, hash); err != nil && !errors.Is(err, errNoBlob) {
			return err
		}
	}
	return nil
}

// askBlobs returns what a peer has and we lack.
func (n *Node) askBlobs(ctx context.Context, l *link, list [][32]byte) (missing [][32]byte, err error) {
	have := listHash(list)
	var tell blobTell
	err = n.blobStream(ctx, l, &blobAsk{Have: have[:]}, func(s network.Stream) error {
		return receive(s, &tell, maxFrame, frameTime)
	})
	if err != nil {
		return nil, err
	}
	known := map[[32]byte]bool{}
	for _, h := range list {
		known[h] = true
	}
	for h := tell.Hashes; len(h) > 0; h = h[32:] {
		if hash := [32]byte(h); !known[hash] {
			known[hash] = true
			missing = append(missing, hash)
		}
	}
	return missing, nil
}

// fetch gets one blob, going on where an earlier attempt, maybe with another
// peer, was cut.
func (n *Node) fetch(ctx context.Context, l *link, hash [32]byte) error {
	blob := n.halves.take(hash)
	size := 0
	err := n.blobStream(ctx, l, &blobAsk{Hash: hash[:], From: uint(len(blob))}, func(s network.Stream) (err error) {
		var head blobHead
		if err := receive(s, &head, maxEarly, frameTime); err != nil {
			return err
		}
		if size = int(head.Size); size <= len(blob) {
			return errNoBlob
		}
		blob, err = readBlob(s, blob, size)
		return err
	})
	switch {
	case errors.Is(err, errNoBlob):
		return err
	case err != nil:
		n.halves.keep(hash, blob)
		return err
	case sha256.Sum256(blob) != hash: // ours or theirs: begin anew next time
		err = errMalformed
	default:
		if err = n.c.Blobs.KeepBlob(hash, blob); err == nil {
			return nil
		}
	}
	n.strike(ctx, l, fmt.Errorf("take a picture: %w", err))
	return fmt.Errorf("take a picture: %w", err)
}

// readBlob reads to the blob's size, growing only as bytes come.
func readBlob(s stream, blob []byte, size int) ([]byte, error) {
	part := make([]byte, blobPart)
	for len(blob) < size {
		if err := s.SetReadDeadline(time.Now().Add(frameTime)); err != nil {
			return blob, fmt.Errorf("set deadline: %w", err)
		}
		got, err := s.Read(part[:min(len(part), size-len(blob))])
		blob = append(blob, part[:got]...)
		if err != nil && (len(blob) < size || !errors.Is(err, io.EOF)) {
			return blob, fmt.Errorf("read a picture: %w", err)
		}
	}
	return blob, nil
}

func (n *Node) blobStream(ctx context.Context, l *link, ask message, work func(network.Stream) error) error {
	s, err := n.host.NewStream(usableLink(ctx), l.peer, protoBlob)
	if err != nil {
		return fmt.Errorf("open a stream for pictures: %w", err)
	}
	defer reset(s)
	defer context.AfterFunc(ctx, func() { reset(s) })()
	if err := send(s, ask, frameTime); err != nil {
		return err
	}
	return work(s)
}
