package storage

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
)

// What is written here is for the person's eyes only.
const (
	fileMode   fs.FileMode = 0o600
	folderMode fs.FileMode = 0o700
)

// makeFolder makes dir and what is above it, closed to others. What is new is durable: a synced file in
// a folder that a power cut takes away would be lost with it.
func makeFolder(dir string) error {
	var fresh []string
	for up := dir; ; up = filepath.Dir(up) {
		if _, err := os.Lstat(up); !errors.Is(err, fs.ErrNotExist) || up == filepath.Dir(up) {
			break
		}
		fresh = append(fresh, up)
	}
	if err := os.MkdirAll(dir, folderMode); err != nil {
		return fmt.Errorf("make folder: %w", plain(err))
	}
	if err := os.Chmod(dir, folderMode); err != nil {
		return fmt.Errorf("close folder to others: %w", plain(err))
	}
	for _, made := range fresh {
		if err := syncFolder(filepath.Dir(made)); err != nil {
			return fmt.Errorf("make folder: %w", plain(err))
		}
	}
	return nil
}

// writeFile replaces the file at path as a whole: after a crash it is the old one or the new one.
func writeFile(path string, text []byte) error {
	next := path + ".new"
	f, err := os.OpenFile(next, os.O_WRONLY|os.O_CREATE|os.O_TRUNC, fileMode)
	if err != nil {
		return err
	}
	_, err = f.Write(text)
	if err == nil {
		err = f.Sync()
	}
	if err = joinClose(err, f); err != nil {
		return err
	}
	if err := os.Rename(next, path); err != nil {
		return err
	}
	return syncFolder(filepath.Dir(path))
}

// syncFolder makes new, renamed and removed names in dir durable. Windows does so by itself and
// cannot sync a folder.
func syncFolder(dir string) error {
	if runtime.GOOS == "windows" {
		return nil
	}
	d, err := os.Open(dir)
	if err != nil {
		return err
	}
	return joinClose(d.Sync(), d)
}

// tighten closes every file below dir to others: Badger creates its files readable by all, inside
// folders that are not.
func tighten(dir string) error {
	return filepath.WalkDir(dir, func(path string, entry fs.DirEntry, err error) error {
		switch {
		case errors.Is(err, fs.ErrNotExist):
			return nil // removed by a compaction meanwhile
		case err != nil:
			return err
		case entry.IsDir():
			err = os.Chmod(path, folderMode)
		case entry.Type().IsRegular():
			err = os.Chmod(path, fileMode)
		}
		if errors.Is(err, fs.ErrNotExist) {
			return nil
		}
		return err
	})
}

// joinClose closes c and returns err with what closing had to say.
func joinClose(err error, c io.Closer) error {
	return errors.Join(err, c.Close())
}
