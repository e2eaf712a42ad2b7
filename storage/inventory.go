package storage

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"hash/crc32"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"strings"

	"github.com/dgraph-io/badger/v4"
)

// inventory is what a store looked like when it was closed. It is removed before the database is
// opened, so one that is there speaks of the files beside it.
type inventory struct {
	Database map[string]int64 `json:"database"` // sizes by name
	Manifest string           `json:"manifest"` // its SHA-256
	Journal  map[string]int64 `json:"journal"`
	Unsaved  int              `json:"unsaved"` // records that no backup covers
}

const inventoryFile = "inventory"

// takeInventory looks at the closed store in dir.
func takeInventory(dir string, unsaved int) (inv inventory, err error) {
	inv.Unsaved = unsaved
	if inv.Database, err = sizes(filepath.Join(dir, "db")); err != nil {
		return inv, err
	}
	if inv.Journal, err = sizes(filepath.Join(dir, "journal")); err != nil {
		return inv, err
	}
	manifest, err := os.ReadFile(filepath.Join(dir, "db", badger.ManifestFilename))
	if errors.Is(err, fs.ErrNotExist) {
		return inv, nil // its name is missing too
	}
	if err != nil {
		return inv, err
	}
	sum := sha256.Sum256(manifest)
	inv.Manifest = hex.EncodeToString(sum[:])
	return inv, nil
}

func sizes(dir string) (map[string]int64, error) {
	entries, err := os.ReadDir(dir)
	if err != nil {
		return nil, err
	}
	found := map[string]int64{}
	for _, e := range entries {
		info, err := e.Info()
		if err != nil {
			return nil, err
		}
		if e.Name() != "LOCK" {
			found[e.Name()] = info.Size()
		}
	}
	return found, nil
}

func (inv inventory) write(dir string) error {
	text, err := json.Marshal(inv)
	if err != nil {
		return err
	}
	line := fmt.Sprintf("%08x %s\n", crc32.Checksum(text, castagnoli), text)
	return plain(writeFile(filepath.Join(dir, inventoryFile), []byte(line)))
}

// readInventory returns what closing recorded, nil when the store was not closed or the record is
// not to be trusted.
func readInventory(dir string) (*inventory, error) {
	line, err := os.ReadFile(filepath.Join(dir, inventoryFile))
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, fmt.Errorf("read the inventory: %w", plain(err))
	}
	sum, text, _ := bytes.Cut(bytes.TrimSpace(line), []byte(" "))
	var inv inventory
	if fmt.Sprintf("%08x", crc32.Checksum(text, castagnoli)) != string(sum) || json.Unmarshal(text, &inv) != nil {
		return nil, nil
	}
	return &inv, nil
}

// compare says whether the store in dir is as it was closed. A database that is not is errDamaged;
// a journal that is not has to be read again.
func (inv inventory) compare(dir string) (clean bool, err error) {
	now, err := takeInventory(dir, inv.Unsaved)
	if errors.Is(err, fs.ErrNotExist) {
		return false, fmt.Errorf("%w: a folder is missing", errDamaged)
	}
	if err != nil {
		return false, fmt.Errorf("look at the database: %w", plain(err))
	}
	for name, size := range inv.Database {
		got, there := now.Database[name]
		switch {
		case !there:
			return false, fmt.Errorf("%w: %s is missing", errDamaged, kindOfFile(name))
		case got != size:
			return false, fmt.Errorf("%w: %s has %d bytes, not %d", errDamaged, kindOfFile(name), got, size)
		}
	}
	if now.Manifest != inv.Manifest {
		return false, fmt.Errorf("%w: its MANIFEST was altered", errDamaged)
	}
	return maps.Equal(now.Database, inv.Database) && maps.Equal(now.Journal, inv.Journal), nil
}

func kindOfFile(name string) string {
	switch {
	case strings.HasSuffix(name, ".sst"):
		return "a table"
	case strings.HasSuffix(name, ".vlog"):
		return "its value log"
	}
	return "its " + name
}
