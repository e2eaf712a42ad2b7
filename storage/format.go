package storage

import (
	"errors"
	"fmt"
	"hash/crc32"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
)

// checkFormat refuses dir when a newer app wrote it, and signs it when it is not signed yet. A file
// that does not match its checksum says nothing and is written anew: damage must not look like a
// newer version, or the app would refuse for ever.
func checkFormat(dir string, version uint32) error {
	if err := refuseNewer(dir); err != nil {
		return err
	}
	path, ours := filepath.Join(dir, "format"), formatText(version)
	if text, err := os.ReadFile(path); err == nil && string(text) == ours {
		return nil
	}
	if err := writeFile(path, []byte(ours)); err != nil {
		return fmt.Errorf("write the format: %w", plain(err))
	}
	return nil
}

// refuseNewer is ErrNewer when a newer app wrote dir.
func refuseNewer(dir string) error {
	text, err := os.ReadFile(filepath.Join(dir, "format"))
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return fmt.Errorf("read the format: %w", plain(err))
	}
	var version, sum uint32
	n, _ := fmt.Sscanf(string(text), "convene format %d %x\n", &version, &sum)
	if n == 2 && strings.TrimSpace(string(text)) == strings.TrimSpace(formatText(version)) && version > formatVersion {
		return fmt.Errorf("%w: format %d, this app knows %d", ErrNewer, version, formatVersion)
	}
	return nil
}

// storeFormat is the format of the store in dir; known is false where its file is missing or damaged.
func storeFormat(dir string) (version uint32, known bool) {
	text, err := os.ReadFile(filepath.Join(dir, "format"))
	if err != nil {
		return 0, false
	}
	var sum uint32
	n, _ := fmt.Sscanf(string(text), "convene format %d %x\n", &version, &sum)
	return version, n == 2 && string(text) == formatText(version)
}

// hasFormat says whether there is a store in dir.
func hasFormat(dir string) bool {
	_, err := os.Lstat(filepath.Join(dir, "format"))
	return err == nil
}

func formatText(version uint32) string {
	text := fmt.Sprintf("convene format %d", version)
	return fmt.Sprintf("%s %08x\n", text, crc32.Checksum([]byte(text), castagnoli))
}
