package storage

import "fmt"

// FreeSpace returns how many bytes can still be written where dir is.
func FreeSpace(dir string) (uint64, error) {
	free, err := freeSpace(dir)
	if err != nil {
		return 0, fmt.Errorf("ask for free space: %w", err)
	}
	return free, nil
}
