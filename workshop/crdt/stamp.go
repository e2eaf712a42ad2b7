package crdt

import (
	"bytes"
	"cmp"
)

// Stamp is the place of one write in the order everybody agrees on: by Lamport
// time, then by change id, then by the op's index in its change. The zero Stamp
// is before every write.
type Stamp struct {
	Lamport uint64
	ID      [32]byte
	Index   uint16
}

// Compare returns -1, 0 or 1 as s is before, at or after t.
func (s Stamp) Compare(t Stamp) int {
	if c := cmp.Compare(s.Lamport, t.Lamport); c != 0 {
		return c
	}
	if c := bytes.Compare(s.ID[:], t.ID[:]); c != 0 {
		return c
	}
	return cmp.Compare(s.Index, t.Index)
}

// Less reports whether s is before t.
func (s Stamp) Less(t Stamp) bool { return s.Compare(t) < 0 }

// Register holds the value with the highest stamp it was given, whatever the
// order of giving. The zero Register holds the zero T at the zero Stamp.
type Register[T any] struct {
	stamp Stamp
	value T
}

// Set keeps value if its stamp is above the one held, and reports whether it is.
// Setting the same write again changes nothing.
func (r *Register[T]) Set(stamp Stamp, value T) bool {
	if !r.Win(stamp) {
		return false
	}
	r.stamp, r.value = stamp, value
	return true
}

// Win reports whether a write at this stamp would be kept.
func (r *Register[T]) Win(stamp Stamp) bool { return r.stamp.Less(stamp) }

// Value returns the value held.
func (r *Register[T]) Value() T { return r.value }

// Stamp returns the stamp of the value held; zero while nothing was set.
func (r *Register[T]) Stamp() Stamp { return r.stamp }
