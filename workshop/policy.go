package workshop

import (
	"encoding/binary"
	"slices"
)

// A landmark is a change that touches rights: policy, seats, groups and endorsements. What a person may do follows from the
// landmarks that a change knew; there are few of them, so each distinct set is judged once and remembered.

// policySet is a set of landmarks, interned: equal sets are the same pointer.
type policySet struct {
	bits  []uint64
	state *policyState // judged when first asked for
}

func (p *policySet) has(landmark int32) bool {
	w := int(landmark) / 64
	return w < len(p.bits) && p.bits[w]&(1<<(landmark%64)) != 0
}

// landmarks holds all landmark changes in order of arrival, and the sets of them that changes knew.
type landmarks struct {
	nodes  []*node
	number map[*node]int32
	sets   map[string]*policySet
	empty  *policySet
}

func newLandmarks() landmarks {
	empty := &policySet{}
	return landmarks{number: map[*node]int32{}, sets: map[string]*policySet{"": empty}, empty: empty}
}

func (l *landmarks) intern(bits []uint64) *policySet {
	for len(bits) > 0 && bits[len(bits)-1] == 0 {
		bits = bits[:len(bits)-1]
	}
	key := make([]byte, 0, 8*len(bits))
	for _, w := range bits {
		key = binary.LittleEndian.AppendUint64(key, w)
	}
	if p := l.sets[string(key)]; p != nil {
		return p
	}
	p := &policySet{bits: bits}
	l.sets[string(key)] = p
	return p
}

// known returns the landmarks in the past of a change with these parents.
func (l *landmarks) known(parents []*node) *policySet {
	set := l.empty
	for i, p := range parents {
		with := l.through(p)
		if i == 0 {
			set = with
			continue
		}
		set = l.union(set, with)
	}
	return set
}

// through returns the landmarks in the past of n, n included.
func (l *landmarks) through(n *node) *policySet {
	i, is := l.number[n]
	if !is {
		return n.policy
	}
	bits := make([]uint64, max(len(n.policy.bits), int(i)/64+1))
	copy(bits, n.policy.bits)
	bits[i/64] |= 1 << (i % 64)
	return l.intern(bits)
}

func (l *landmarks) union(a, b *policySet) *policySet {
	if a == b {
		return a
	}
	bits := make([]uint64, max(len(a.bits), len(b.bits)))
	copy(bits, a.bits)
	for i, w := range b.bits {
		bits[i] |= w
	}
	return l.intern(bits)
}

// all returns the set of all landmarks.
func (l *landmarks) all() *policySet {
	bits := make([]uint64, (len(l.nodes)+63)/64)
	for i := range l.nodes {
		bits[i/64] |= 1 << (i % 64)
	}
	return l.intern(bits)
}

// add keeps a landmark.
func (l *landmarks) add(n *node) {
	l.number[n] = int32(len(l.nodes))
	l.nodes = append(l.nodes, n)
}

// in returns the landmarks of a set, in delivery order.
func (l *landmarks) in(p *policySet) []*node {
	var list []*node
	for i, n := range l.nodes {
		if p.has(int32(i)) {
			list = append(list, n)
		}
	}
	slices.SortFunc(list, func(a, b *node) int {
		if a.change.Before(b.change) {
			return -1
		}
		return 1
	})
	return list
}

// isLandmark reports whether a change touches rights. It is asked before the change is judged, so a forbidden change may be
// one too; it then changes nothing.
func (s *Session) isLandmark(c *Change) bool {
	for i := range c.Ops {
		op := &c.Ops[i]
		switch op.Code {
		case OpCreate, OpPut:
			if op.Kind.Policy() || op.Kind == KindSeat || op.Kind == KindGroup || op.Kind == KindEndorse || op.Kind == KindSession {
				return true
			}
		case OpSet:
			if r := s.records[op.Record]; r != nil && (r.kind == KindSeat || r.kind == KindGroup) {
				return true
			}
		}
	}
	return false
}
