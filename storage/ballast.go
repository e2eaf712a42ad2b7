package storage

import (
	"context"
	"crypto/rand"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"time"
)

// ballastSize is the size in bytes of a file that is only there to be removed: on a full disk it makes
// the room that an export needs.
const ballastSize = 32 << 20

func (l *Library) ballastPath() string { return filepath.Join(l.dir, "ballast") }

// MakeRoom drops the ballast, so that something small can be written to a full disk: call it right
// before an export that Full stands in the way of. The ballast is never dropped unasked: whatever
// filled the disk would fill that room too.
func (l *Library) MakeRoom() error {
	if err := removeIfThere(l.ballastPath()); err != nil {
		return fmt.Errorf("make room: %w", plain(err))
	}
	return nil
}

// tendBallast takes on the ballast whenever there is plenty of room and it is not there.
func (l *Library) tendBallast(ctx context.Context) {
	tick := time.NewTicker(l.set.spaceEvery)
	defer tick.Stop()
	for {
		if err := l.loadBallast(); err != nil {
			l.log.WithError(err).Warn("cannot take on the ballast")
		}
		select {
		case <-ctx.Done():
			return
		case <-tick.C:
		}
	}
}

// loadBallast takes the room for the ballast when there is plenty. It is filled with chance, which no
// file system makes smaller.
func (l *Library) loadBallast() error {
	if info, err := os.Lstat(l.ballastPath()); err == nil && info.Size() == l.set.ballast || l.set.ballast == 0 {
		return nil
	} else if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return plain(err)
	}
	free, err := l.set.freeSpace(l.dir)
	if err != nil || free < l.space.resume+uint64(l.set.ballast) { //nolint:gosec // a size
		return err
	}
	f, err := os.OpenFile(l.ballastPath(), os.O_WRONLY|os.O_CREATE|os.O_TRUNC, fileMode)
	if err != nil {
		return plain(err)
	}
	block := make([]byte, 1<<16)
	_, _ = rand.Read(block) // never fails
	for written := int64(0); written < l.set.ballast && err == nil; written += int64(len(block)) {
		block[written>>16&0xffff]++
		_, err = f.Write(block[:min(int64(len(block)), l.set.ballast-written)])
	}
	if err = joinClose(err, f); err != nil {
		return plain(errors.Join(err, os.Remove(l.ballastPath())))
	}
	return nil
}
