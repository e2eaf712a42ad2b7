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

// tendBallast keeps the ballast while there is plenty of room, and drops it when the disk is full.
func (l *Library) tendBallast(ctx context.Context) {
	tick := time.NewTicker(l.set.spaceEvery)
	defer tick.Stop()
	for {
		err := l.trimBallast()
		if err == nil {
			err = l.loadBallast()
		}
		if err != nil {
			l.log.WithError(err).Warn("cannot tend the ballast")
		}
		select {
		case <-ctx.Done():
			return
		case <-tick.C:
		}
	}
}

// trimBallast drops the ballast when there is less room than its own size.
func (l *Library) trimBallast() error {
	free, err := l.set.freeSpace(l.dir)
	if err != nil {
		return fmt.Errorf("ask for free space: %w", err)
	}
	if free >= uint64(l.set.ballast) { //nolint:gosec // a size
		return nil
	}
	return removeIfThere(l.ballastPath())
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
