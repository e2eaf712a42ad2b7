package storage

import (
	"context"
	"strings"
)

// Private values are few and small, so all of them are in memory; the journal makes them durable.

func (s *store) private(key string) ([]byte, error) {
	if s.isClosing() {
		return nil, ErrClosed
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	value, ok := s.privates[key]
	if !ok {
		return nil, nil
	}
	return append([]byte{}, value...), nil
}

func (s *store) privatesBelow(prefix string) (map[string][]byte, error) {
	if s.isClosing() {
		return nil, ErrClosed
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	found := map[string][]byte{}
	for key, value := range s.privates {
		if strings.HasPrefix(key, prefix) {
			found[key] = append([]byte{}, value...)
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
