// Package storage remembers sessions on this computer, and never loses what it said it holds.
//
// Open a Library for the data folder, then a Log for each session. The library holds what belongs to
// the person (identity, preferences, the list of sessions); a log holds one session's signed changes
// and what its writer keeps private. Each of them is a store: a journal of plain appended records,
// a Badger database that follows it, and backups.
//
// A change is acknowledged when the journal holds it and the file was synced. Badger is the place to
// read from: it may lag, be rolled back by a power cut or be damaged, and is then made whole again
// from the journal and the backups. What cannot be made whole is told, never passed over.
//
// This package will never look into a change (bytes go out as they came in), judge one, talk to the
// network, or delete a damaged folder: damage is moved aside.
package storage

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"syscall"
)

// Errors a caller tells apart. Their text is plain enough to be shown.
var (
	// ErrInUse: another process has the data folder; the wrapping text names its pid.
	ErrInUse = errors.New("the data folder is in use")
	// ErrReadOnly: the data folder cannot be written.
	ErrReadOnly = errors.New("the data folder is read-only")
	// ErrNoSpace: the disk is too full to go on safely. Nothing was written; what was there is safe.
	ErrNoSpace = errors.New("the disk is full")
	// ErrNewer: the data was written by a newer version of the app.
	ErrNewer = errors.New("the data is from a newer version of Convene")
	// ErrClosed: the library or log was closed.
	ErrClosed = errors.New("storage is closed")
)

// Change is one signed change of a session, opaque to this package.
type Change struct {
	Writer [32]byte // the writer's key
	Seq    uint64   // its number in the writer's chain, from 1
	ID     [32]byte // its hash; two changes with one writer and seq are both kept
	Bytes  []byte   // exactly as signed or received, at most MaxValue
}

// Entry is one session in the library.
type Entry struct {
	ID   [16]byte
	Meta []byte // as given to SetMeta, nil when nothing was
	// Damaged says in plain words what was found damaged and what was done about it; "" when nothing was.
	Damaged string
}

// MaxValue is the largest change or private value in bytes. Badger keeps values below it in its
// tree, which is synced and checksummed as one, and a transaction holds at least one of them.
const MaxValue = 1<<20 - 4096

// maxKey bounds the key of a private value, in bytes.
const maxKey = 1024

// plain turns an error of the file system into one of this package's, where there is one for it.
func plain(err error) error {
	switch {
	case err == nil:
		return nil
	case errors.Is(err, ErrReadOnly), errors.Is(err, ErrNoSpace):
		return err
	case errors.Is(err, syscall.ENOSPC):
		return fmt.Errorf("%w: %w", ErrNoSpace, err)
	case errors.Is(err, fs.ErrPermission), errors.Is(err, syscall.EROFS), os.IsPermission(err):
		return fmt.Errorf("%w: %w", ErrReadOnly, err)
	}
	return err
}
