package storage

import (
	"encoding/hex"
	"errors"
	"fmt"
	"maps"
	"slices"
)

// An extract is what the app wants to find of a session without opening it: parts of at most MaxValue bytes, in the library, so that
// it is encrypted and forgotten with everything else.
const extractPrefix = "extract/"

func extractKey(id [16]byte, part int) string {
	return fmt.Sprintf("%s%s/%06d", extractPrefix, hex.EncodeToString(id[:]), part)
}

// SetExtract keeps the extract of a session, in place of the one before.
func (l *Library) SetExtract(id [16]byte, parts [][]byte) error {
	for n, part := range parts {
		if err := l.own.setPrivate(extractKey(id, n), part); err != nil {
			return fmt.Errorf("keep an extract: %w", err)
		}
	}
	return l.dropExtract(id, len(parts))
}

// Extract returns what SetExtract kept, nil when nothing.
func (l *Library) Extract(id [16]byte) ([][]byte, error) {
	kept, err := l.own.privatesBelow(extractPrefix + hex.EncodeToString(id[:]) + "/")
	if err != nil {
		return nil, fmt.Errorf("read an extract: %w", err)
	}
	var parts [][]byte
	for _, key := range slices.Sorted(maps.Keys(kept)) {
		parts = append(parts, kept[key])
	}
	return parts, nil
}

// dropExtract forgets the parts from one on.
func (l *Library) dropExtract(id [16]byte, from int) error {
	kept, err := l.own.privatesBelow(extractPrefix + hex.EncodeToString(id[:]) + "/")
	for _, key := range slices.Sorted(maps.Keys(kept)) {
		if key >= extractKey(id, from) {
			err = errors.Join(err, l.own.deletePrivate(key))
		}
	}
	if err != nil {
		return fmt.Errorf("forget an extract: %w", err)
	}
	return nil
}
