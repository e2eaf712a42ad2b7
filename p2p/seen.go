package p2p

import (
	"crypto/sha256"
	"sync"
)

const seenSize = 16384

// seen remembers the changes that came by lately, so that a change travels
// each link once. It forgets; anti-entropy does not depend on it.
type seen struct {
	mu       sync.Mutex
	new, old map[[16]byte]struct{}
}

// fresh returns the changes that were not here before, and remembers all.
func (s *seen) fresh(changes [][]byte) [][]byte {
	s.mu.Lock()
	defer s.mu.Unlock()
	var out [][]byte
	for _, c := range changes {
		sum := sha256.Sum256(c)
		id := [16]byte(sum[:16])
		_, inNew := s.new[id]
		_, inOld := s.old[id]
		if inNew || inOld {
			continue
		}
		if len(s.new) >= seenSize || s.new == nil {
			s.old, s.new = s.new, make(map[[16]byte]struct{})
		}
		s.new[id] = struct{}{}
		out = append(out, c)
	}
	return out
}
