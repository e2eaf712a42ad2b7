package storage

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/klauspost/compress/zstd"
)

// A snapshot is what the app worked out of a session, kept so that opening it again is quick. It is a file beside the database,
// not a row in it: some megabytes that are replaced as a whole would be written over and over by compactions, and none of what
// guards the database should ever wait for them. Nothing depends on it; it may be lost, or removed, at any time.
const (
	snapshotFile   = "snapshot"
	snapshotHeader = "convene snapshot file 2\n"
	mostSnapshot   = 1 << 30
)

// KeepSnapshot keeps what the app worked out of the session when its digest was this one, in place of what was kept before.
func (g *Log) KeepSnapshot(digest [32]byte, snapshot []byte) error {
	if g.store.isClosing() {
		return ErrClosed
	}
	if err := g.store.space.check(); err != nil {
		return err
	}
	path := g.store.path(snapshotFile)
	f, err := os.OpenFile(path+".new", os.O_WRONLY|os.O_CREATE|os.O_TRUNC, fileMode)
	if err != nil {
		return fmt.Errorf("keep a snapshot: %w", plain(err))
	}
	w, err := g.store.seal.writer(f)
	if err != nil {
		return joinClose(fmt.Errorf("keep a snapshot: %w", plain(err)), f)
	}
	err = writeSnapshot(w, digest, snapshot)
	if err = joinClose(joinClose(err, w), f); err == nil { // not synced: what a power cut leaves of it does not add up
		err = os.Rename(path+".new", path)
	}
	if err != nil {
		return fmt.Errorf("keep a snapshot: %w", plain(err))
	}
	return nil
}

// Snapshot returns what KeepSnapshot kept last of a session, nil where there is nothing or it cannot be read. Whether it is whole is
// for the app to see, as it is the app's own. It does not wait for the session's log, and may be read while that is opened.
func (l *Library) Snapshot(id [16]byte) (digest [32]byte, snapshot []byte, err error) {
	path := filepath.Join(l.folder(id), snapshotFile)
	info, err := os.Stat(path)
	if errors.Is(err, fs.ErrNotExist) {
		return digest, nil, nil
	}
	if err != nil || info.Size() > mostSnapshot {
		return digest, nil, plain(err)
	}
	text, err := os.ReadFile(path)
	if err != nil {
		return digest, nil, fmt.Errorf("read the snapshot: %w", plain(err))
	}
	if bytes.HasPrefix(text, []byte(sealedHeader)) {
		if text, err = l.set.seal.opened(text); err != nil {
			l.log.WithError(err).Info("the snapshot cannot be read, the session is worked out anew")
			return digest, nil, nil
		}
	}
	rest, ours := bytes.CutPrefix(text, []byte(snapshotHeader))
	if !ours || len(rest) < len(digest) {
		return digest, nil, nil
	}
	unpack, err := zstd.NewReader(nil, zstd.WithDecoderConcurrency(1), zstd.WithDecoderMaxMemory(mostSnapshot))
	if err != nil {
		return digest, nil, fmt.Errorf("read the snapshot: %w", err)
	}
	defer unpack.Close()
	if snapshot, err = unpack.DecodeAll(rest[len(digest):], nil); err != nil {
		l.log.WithError(err).Info("the snapshot is damaged, the session is worked out anew")
		return digest, nil, nil
	}
	return [32]byte(rest[:len(digest)]), snapshot, nil
}

// writeSnapshot writes the file: what it is, the digest, and the snapshot as a zstd stream.
func writeSnapshot(w io.Writer, digest [32]byte, snapshot []byte) error {
	if _, err := io.WriteString(w, snapshotHeader+string(digest[:])); err != nil {
		return err
	}
	packed, err := zstd.NewWriter(w, zstd.WithEncoderConcurrency(1), zstd.WithEncoderLevel(zstd.SpeedFastest))
	if err != nil {
		return err
	}
	_, err = packed.Write(snapshot)
	return joinClose(err, packed)
}

// Holds says whether a change is held.
func (g *Log) Holds(id [32]byte) bool {
	g.store.mu.Lock()
	defer g.store.mu.Unlock()
	_, held := g.store.known[id]
	return held
}

// ChangesBut yields the bytes of every change held of which has does not know already, in no promised order.
func (g *Log) ChangesBut(ctx context.Context, has func(id [32]byte) bool, yield func([]byte) error) error {
	if !g.store.isClosing() && g.store.allAre(has) {
		return nil
	}
	err := g.store.changesBut(ctx, has, func(c Change) error { return yield(c.Bytes) })
	if err != nil {
		return fmt.Errorf("read changes: %w", err)
	}
	return nil
}
