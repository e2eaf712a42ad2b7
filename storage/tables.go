package storage

import (
	"encoding/binary"
	"errors"
	"fmt"
	"hash/crc32"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/dgraph-io/badger/v4"
	"github.com/dgraph-io/badger/v4/fb"
	"github.com/dgraph-io/badger/v4/table"
	"github.com/klauspost/compress/snappy"
)

// checkTable reads one of Badger's table files and compares every checksum in it. It has to happen
// before Badger opens it: Badger reads tables on goroutines of its own, and a damaged one ends the
// process there, where nobody can catch it.
//
//	block*  compressed: data, checksum, 4 bytes length of the checksum
//	index   flat buffer, 4 bytes its length
//	        checksum of the index, 4 bytes length of the checksum
func checkTable(path string) (err error) {
	text, err := os.ReadFile(path)
	if err != nil {
		return fmt.Errorf("read a table: %w", plain(err))
	}
	defer func() {
		if p := recover(); p != nil { // an index that passed its checksum and still lies
			err = tableError("its index is misshapen")
		}
	}()
	rest, sum, ok := cutChecksum(text)
	if !ok || len(rest) < 4 {
		return tableError("its end is cut")
	}
	size, rest := int64(binary.BigEndian.Uint32(rest[len(rest)-4:])), rest[:len(rest)-4]
	if size == 0 || size > int64(len(rest)) {
		return tableError("its end is cut")
	}
	index := rest[int64(len(rest))-size:]
	if crc32.Checksum(index, castagnoli) != sum {
		return tableError("its index was altered")
	}
	tree := fb.GetRootAsTableIndex(index, 0)
	if tree.OffsetsLength() == 0 {
		return tableError("it is empty")
	}
	var at fb.BlockOffset
	for n := range tree.OffsetsLength() {
		if !tree.Offsets(&at, n) {
			return tableError("its index is misshapen")
		}
		block, err := snappy.Decode(nil, rest[at.Offset():at.Offset()+at.Len()])
		if err != nil {
			return tableError("a block was altered")
		}
		data, sum, ok := cutChecksum(block)
		if !ok || crc32.Checksum(data, castagnoli) != sum {
			return tableError("a block was altered")
		}
	}
	return nil
}

func tableError(what string) error { return fmt.Errorf("%w: table: %s", errDamaged, what) }

// cutChecksum splits off the checksum b ends with: a protocol buffer of algorithm (1, left out when
// CRC32C) and sum (2).
func cutChecksum(b []byte) (rest []byte, sum uint32, ok bool) {
	if len(b) < 4 {
		return nil, 0, false
	}
	n, b := int64(binary.BigEndian.Uint32(b[len(b)-4:])), b[:len(b)-4]
	if n == 0 || n > 16 || n > int64(len(b)) {
		return nil, 0, false
	}
	rest, proto := b[:int64(len(b))-n], b[int64(len(b))-n:]
	if proto[0] != 0x10 {
		return nil, 0, false
	}
	value, read := binary.Uvarint(proto[1:])
	if read != len(proto)-1 || value > 1<<32-1 {
		return nil, 0, false
	}
	return rest, uint32(value), true
}

// tablesIn lists the table files in dir that its MANIFEST names, and those it does not: Badger removes
// them when it opens. A MANIFEST that cannot be read, or names a table that is not there, is errDamaged.
func tablesIn(dir string) (named, unnamed []string, err error) {
	defer func() { caught(&err, recover()) }()
	f, err := os.Open(filepath.Join(dir, badger.ManifestFilename))
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil, nil // checkFolder has the last word on it
	}
	if err != nil {
		return nil, nil, plain(err)
	}
	manifest, _, err := badger.ReplayManifestFile(f, formatVersion, badger.DefaultOptions(dir).WithLogger(nil))
	if err = joinClose(err, f); err != nil {
		return nil, nil, fmt.Errorf("%w: its MANIFEST cannot be read: %w", errDamaged, err)
	}
	found, err := filepath.Glob(filepath.Join(dir, "*.sst"))
	if err != nil {
		return nil, nil, err
	}
	for _, path := range found {
		name := filepath.Base(path)
		id, ours := table.ParseFileID(name)
		if _, is := manifest.Tables[id]; ours && is {
			named = append(named, name)
		} else {
			unnamed = append(unnamed, name)
		}
	}
	if len(named) < len(manifest.Tables) {
		return nil, nil, fmt.Errorf("%w: a table is missing", errDamaged)
	}
	return named, unnamed, nil
}
