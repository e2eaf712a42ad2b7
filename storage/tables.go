package storage

import (
	"crypto/aes"
	"crypto/cipher"
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
//
// Where the database is encrypted, blocks and index are, each with its IV behind it; key is that of the table.
func checkTable(path string, key []byte) (err error) {
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
	if index, err = decrypted(index, key); err != nil {
		return err
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
		packed, err := decrypted(rest[at.Offset():at.Offset()+at.Len()], key)
		if err != nil {
			return err
		}
		block, err := snappy.Decode(nil, packed)
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

// decrypted is a block or an index as it was before it was encrypted.
func decrypted(b, key []byte) ([]byte, error) {
	if key == nil {
		return b, nil
	}
	if len(b) < aes.BlockSize {
		return nil, tableError("a block was altered")
	}
	block, err := aes.NewCipher(key)
	if err != nil {
		return nil, tableError("its key is misshapen")
	}
	out, at := make([]byte, len(b)-aes.BlockSize), len(b)-aes.BlockSize
	cipher.NewCTR(block, b[at:]).XORKeyStream(out, b[:at])
	return out, nil
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

// tableFile is a table that the MANIFEST names, and the key of its blocks, nil where they are plain.
type tableFile struct {
	name string
	key  []byte
}

// tableKeys returns the keys that the database in dir has for its tables.
func tableKeys(dir string, with *sealer) (func(id uint64) ([]byte, error), error) {
	registry, err := badger.OpenKeyRegistry(badger.KeyRegistryOptions{Dir: dir, ReadOnly: true, EncryptionKey: with.databaseKey()})
	if err != nil {
		return nil, fmt.Errorf("%w: its keys cannot be read: %w", errDamaged, err)
	}
	return func(id uint64) ([]byte, error) {
		key, err := registry.DataKey(id)
		if err != nil {
			return nil, fmt.Errorf("%w: the key of a table is missing", errDamaged)
		}
		return key.GetData(), nil
	}, nil
}

// tablesIn lists the table files in dir that its MANIFEST names, and those it does not: Badger removes
// them when it opens. A MANIFEST that cannot be read, or names a table that is not there, is errDamaged.
func tablesIn(dir string, with *sealer) (named []tableFile, unnamed []string, err error) {
	defer func() { caught(&err, recover()) }()
	f, err := os.Open(filepath.Join(dir, badger.ManifestFilename))
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil, nil // checkFolder has the last word on it
	}
	if err != nil {
		return nil, nil, plain(err)
	}
	manifest, _, err := badger.ReplayManifestFile(f, uint16(with.format()), badger.DefaultOptions(dir).WithLogger(nil))
	if err = joinClose(err, f); err != nil {
		return nil, nil, fmt.Errorf("%w: its MANIFEST cannot be read: %w", errDamaged, err)
	}
	keys, err := tableKeys(dir, with)
	if err != nil {
		return nil, nil, err
	}
	found, err := filepath.Glob(filepath.Join(dir, "*.sst"))
	if err != nil {
		return nil, nil, err
	}
	for _, path := range found {
		name := filepath.Base(path)
		id, ours := table.ParseFileID(name)
		if t, is := manifest.Tables[id]; ours && is {
			key, err := keys(t.KeyID)
			if err != nil {
				return nil, nil, err
			}
			named = append(named, tableFile{name, key})
		} else {
			unnamed = append(unnamed, name)
		}
	}
	if len(named) < len(manifest.Tables) {
		return nil, nil, fmt.Errorf("%w: a table is missing", errDamaged)
	}
	return named, unnamed, nil
}
