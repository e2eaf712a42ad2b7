package storage

import (
	"encoding/binary"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"github.com/dgraph-io/badger/v4"
	"github.com/sirupsen/logrus"
)

// errDamaged: the database cannot be trusted as it is; the text says what is wrong with it.
var errDamaged = errors.New("the database is damaged")

// openRetries bounds how often Badger may fail on files a kill left empty.
const openRetries = 3

// emptyFileText tells the failure that goes away by itself from all others.
const emptyFileText = "Create a new file"

// openDatabase opens Badger in dir. Damage of any kind, a panic of Badger included, is errDamaged;
// Badger itself would open a folder without its MANIFEST as an empty database and remove the rest.
func openDatabase(dir string, with *sealer, log *logrus.Entry) (*badger.DB, error) {
	if err := checkFolder(dir, with); err != nil {
		return nil, err
	}
	attempts := dir + ".opening"
	if err := countAttempt(attempts); err != nil {
		return nil, err
	}
	defer func() { _ = os.Remove(attempts) }() // whatever came of it, the process lives
	return openAgain(func() (*badger.DB, error) { return tryOpen(databaseOptions(dir, with, log)) })
}

// openAgain opens at most openRetries times. A kill can leave files without content: Badger fills them in and fails once, with an
// error that only its text tells apart (it is wrapped by its text). Any other error ends it.
func openAgain(open func() (*badger.DB, error)) (*badger.DB, error) {
	var err error
	for range openRetries {
		var db *badger.DB
		if db, err = open(); err == nil {
			return db, nil
		}
		if !strings.Contains(err.Error(), emptyFileText) {
			break
		}
	}
	return nil, judgeOpen(err)
}

// maxAttempts bounds how often the process may have died while Badger opened a database.
const maxAttempts = 2

// countAttempt counts starts that ended in the midst of opening. After a few of them the database is
// what ends the process, and it is damage.
func countAttempt(path string) error {
	told, err := os.ReadFile(path)
	if err != nil && !errors.Is(err, os.ErrNotExist) {
		return fmt.Errorf("count attempts to open the database: %w", plain(err))
	}
	if len(told) >= maxAttempts {
		_ = os.Remove(path)
		return fmt.Errorf("%w: the app ended %d times while opening it", errDamaged, len(told))
	}
	if err := os.WriteFile(path, append(told, '.'), fileMode); err != nil {
		return fmt.Errorf("count attempts to open the database: %w", plain(err))
	}
	return nil
}

// checkFolder refuses a folder that Badger would silently take for an empty one, and removes files
// without content, which hold nothing and make Badger fail.
func checkFolder(dir string, with *sealer) error {
	entries, err := os.ReadDir(dir)
	if errors.Is(err, os.ErrNotExist) {
		return nil
	}
	if err != nil {
		return fmt.Errorf("look at the database: %w", plain(err))
	}
	manifest, data := int64(-1), 0
	for _, e := range entries {
		info, err := e.Info()
		if err != nil {
			return fmt.Errorf("look at the database: %w", plain(err))
		}
		switch filepath.Ext(e.Name()) {
		case ".sst":
			data++
		case ".mem", ".vlog":
			if data++; info.Size() == 0 {
				if err := os.Remove(filepath.Join(dir, e.Name())); err != nil {
					return fmt.Errorf("remove an empty file: %w", plain(err))
				}
			}
		default:
			if e.Name() == badger.ManifestFilename {
				manifest = info.Size()
			}
		}
	}
	switch {
	case manifest < 0 && data > 0:
		return fmt.Errorf("%w: its MANIFEST is missing", errDamaged)
	case manifest == 0:
		return fmt.Errorf("%w: its MANIFEST is empty", errDamaged)
	}
	named, _, err := tablesIn(dir, with)
	if err != nil {
		return err
	}
	for _, t := range named { // a kill leaves others behind half written; they are removed
		if err := checkTable(filepath.Join(dir, t.name), t.key); err != nil {
			return err
		}
	}
	return nil
}

// tryOpen opens Badger and returns a panic as an error.
func tryOpen(opt badger.Options) (db *badger.DB, err error) {
	defer func() { caught(&err, recover()) }()
	return badger.Open(opt)
}

// caught turns a panic of Badger into errDamaged.
func caught(err *error, p any) {
	if p != nil {
		*err = fmt.Errorf("%w: panic: %v", errDamaged, p)
	}
}

// judgeOpen says what an error of opening means to us. A version that is not ours is damage too: the
// format file, which was read before, is where a newer app announces itself.
func judgeOpen(err error) error {
	if p := plain(err); errors.Is(p, ErrNoSpace) || errors.Is(p, ErrReadOnly) {
		return fmt.Errorf("open the database: %w", p)
	}
	switch {
	case strings.Contains(err.Error(), "Cannot acquire directory lock"):
		return fmt.Errorf("open the database: %w: %w", ErrInUse, err)
	case errors.Is(err, errDamaged):
		return err
	}
	return fmt.Errorf("%w: %w", errDamaged, err)
}

// Keys in Badger: "e/" writer seq id for changes, "p/" name for private values.
const (
	changePrefix  = "e/"
	privatePrefix = "p/"
	changeKeyLen  = len(changePrefix) + 32 + 8 + 32
)

func changeKey(c Change) []byte {
	key := make([]byte, 0, changeKeyLen)
	key = append(key, changePrefix...)
	key = append(key, c.Writer[:]...)
	key = binary.BigEndian.AppendUint64(key, c.Seq)
	return append(key, c.ID[:]...)
}

func changeOfKey(key []byte) (c Change, ok bool) {
	if len(key) != changeKeyLen {
		return c, false
	}
	key = key[len(changePrefix):]
	copy(c.Writer[:], key)
	c.Seq = binary.BigEndian.Uint64(key[32:])
	copy(c.ID[:], key[40:])
	return c, true
}

// eachRow yields every row below prefix. The value is only good during the call. A panic of yield is
// not Badger's, and goes on.
func eachRow(db *badger.DB, prefix string, yield func(key, value []byte) error) error {
	return eachWanted(db, prefix, nil, yield)
}

// eachKey yields every key below prefix with the size of its value in bytes. Values are not read.
func eachKey(db *badger.DB, prefix string, yield func(key []byte, size int64) error) (err error) {
	defer func() { caught(&err, recover()) }()
	return db.View(func(txn *badger.Txn) error {
		opt := badger.DefaultIteratorOptions
		opt.Prefix, opt.PrefetchValues = []byte(prefix), false
		rows := txn.NewIterator(opt)
		defer rows.Close()
		for rows.Rewind(); rows.Valid(); rows.Next() {
			if err := yield(rows.Item().Key(), rows.Item().ValueSize()); err != nil {
				return err
			}
		}
		return nil
	})
}

// eachWanted is eachRow for the rows whose keys are wanted; nil is all.
func eachWanted(db *badger.DB, prefix string, wanted func(key []byte) bool, yield func(key, value []byte) error) (err error) {
	yielding := false
	defer func() {
		if !yielding {
			caught(&err, recover())
		}
	}()
	return db.View(func(txn *badger.Txn) error {
		opt := badger.DefaultIteratorOptions
		opt.Prefix, opt.PrefetchValues = []byte(prefix), wanted == nil
		rows := txn.NewIterator(opt)
		defer rows.Close()
		for rows.Rewind(); rows.Valid(); rows.Next() {
			item := rows.Item()
			if wanted != nil && !wanted(item.Key()) {
				continue
			}
			err := item.Value(func(value []byte) error {
				yielding = true
				err := yield(item.Key(), value)
				yielding = false
				return err
			})
			if err != nil {
				return err
			}
		}
		return nil
	})
}

// putRecords writes records to Badger in one go, unsynced.
func putRecords(db *badger.DB, records []record) (err error) {
	defer func() { caught(&err, recover()) }()
	batch := db.NewWriteBatch()
	defer batch.Cancel()
	for _, r := range records {
		switch r.kind {
		case kindChange:
			err = batch.Set(changeKey(r.change), r.change.Bytes)
		case kindPrivate, kindForgotten:
			err = batch.Set([]byte(privatePrefix+r.key), r.row())
		}
		if err != nil {
			return err
		}
	}
	return batch.Flush()
}

func closeDatabase(db *badger.DB) (err error) {
	defer func() { caught(&err, recover()) }()
	return db.Close()
}
