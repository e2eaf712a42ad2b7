package crdt

import (
	"bytes"
	"maps"
	"slices"
)

// Versions says for each writer the highest sequence number held, all lower
// ones included. A writer that is not in it is held at 0: nothing. A nil
// Versions holds nothing and can be read.
type Versions map[[32]byte]uint64

// Gap is the part of one writer's chain between two version vectors, both ends
// included.
type Gap struct {
	Writer      [32]byte
	First, Last uint64
}

// Covers reports whether v holds everything that other holds.
func (v Versions) Covers(other Versions) bool {
	for w, seq := range other {
		if v[w] < seq {
			return false
		}
	}
	return true
}

// Merge raises v to hold what either holds. It panics on a nil v, as a map does,
// unless other holds nothing.
func (v Versions) Merge(other Versions) {
	for w, seq := range other {
		if v[w] < seq {
			v[w] = seq
		}
	}
}

// Missing returns what other holds and v does not, sorted by writer.
func (v Versions) Missing(other Versions) []Gap {
	var gaps []Gap
	for w, seq := range other {
		if have := v[w]; have < seq {
			gaps = append(gaps, Gap{Writer: w, First: have + 1, Last: seq})
		}
	}
	slices.SortFunc(gaps, func(a, b Gap) int { return bytes.Compare(a.Writer[:], b.Writer[:]) })
	return gaps
}

// Clone returns a copy that can be changed, also of nil.
func (v Versions) Clone() Versions {
	c := make(Versions, len(v))
	maps.Copy(c, v)
	return c
}
