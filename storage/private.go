package storage

import (
	"context"
	"encoding/binary"
	"strings"
)

// Private values are few and small, so all of them are in memory; the journal makes them durable.
// Each carries a stamp that rises with every write, so that journal, backups and Badger can be
// compared whichever of them lost something.
type private struct {
	stamp   uint64
	deleted bool
	value   []byte
}

func (p private) record(key string) record {
	if p.deleted {
		return record{kind: kindForgotten, key: key, stamp: p.stamp}
	}
	return record{kind: kindPrivate, key: key, stamp: p.stamp, value: p.value}
}

func (r record) private() private {
	return private{stamp: r.stamp, deleted: r.kind == kindForgotten, value: append([]byte{}, r.value...)}
}

// row is a private value as Badger holds it. A deleted one stays until the next start, or an older
// copy of it would look like news.
func (r record) row() []byte {
	row := []byte{byte(r.kind)}
	row = binary.LittleEndian.AppendUint64(row, r.stamp)
	return append(row, r.value...)
}

func privateOfRow(row []byte) (private, bool) {
	if len(row) < 9 || recordKind(row[0]) != kindPrivate && recordKind(row[0]) != kindForgotten {
		return private{}, false
	}
	r := record{kind: recordKind(row[0]), stamp: binary.LittleEndian.Uint64(row[1:]), value: row[9:]}
	return r.private(), true
}

func (s *store) private(key string) ([]byte, error) {
	if s.isClosing() {
		return nil, ErrClosed
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	p, ok := s.privates[key]
	if !ok || p.deleted {
		return nil, nil
	}
	return append([]byte{}, p.value...), nil
}

func (s *store) privatesBelow(prefix string) (map[string][]byte, error) {
	if s.isClosing() {
		return nil, ErrClosed
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	found := map[string][]byte{}
	for key, p := range s.privates {
		if strings.HasPrefix(key, prefix) && !p.deleted {
			found[key] = append([]byte{}, p.value...)
		}
	}
	return found, nil
}

func (s *store) setPrivate(key string, value []byte) error {
	return s.remember(context.Background(), true, []record{{kind: kindPrivate, key: key, value: append([]byte{}, value...)}})
}

func (s *store) deletePrivate(key string) error {
	return s.remember(context.Background(), true, []record{{kind: kindForgotten, key: key}})
}

func (s *store) count() (changes int, bytes int64) {
	s.mu.Lock()
	defer s.mu.Unlock()
	return len(s.known), s.bytes
}

func (s *store) isClosing() bool {
	select {
	case <-s.closing:
		return true
	default:
		return false
	}
}
