package workshop

import (
	"bytes"
	"crypto/sha256"
	"slices"
)

// node is one kept change in the graph, with what was judged of it. Nodes are numbered in the order of arrival, which is
// causal: what a change knew has a smaller number.
type node struct {
	change *Change
	chain  int32  // which chain it stands in; a fork begins a new chain
	pos    uint32 // its place in the chain, from 1
	seen   vector // how far it knew each chain, itself included
	policy *policySet
	person Person
	rank   rank // of the person, as of its past
	bytes  int  // of the writer's chain so far

	refused string // why its own past forbade it; empty when allowed
	state   countState
	late    bool
}

// countState says whether a change counts in the set known now, or why not.
type countState uint8

const (
	stateCounts countState = iota
	stateRefused
	stateWithdrawn
	stateCut       // its writer had lost the right, unknown to it
	stateStruck    // the grant it rested on does not count
	stateAfterEnd  // the run had closed, unknown to it
	stateVoid      // a ballot of a writer with two histories
	stateNotOpened // an opening that no close knew
)

// graph holds every kept change, and answers who knew what.
type graph struct {
	nodes  []*node
	byID   map[ID]int32
	chains []chain
	tips   map[WriterKey][]int32 // chains of each writer; more than one is a fork
	heads  map[ID]int32
}

type chain struct {
	writer WriterKey
	last   int32 // node
	length uint32
}

func newGraph() graph {
	return graph{byID: map[ID]int32{}, tips: map[WriterKey][]int32{}, heads: map[ID]int32{}}
}

// has returns the node of a change.
func (g *graph) has(id ID) (*node, bool) {
	i, ok := g.byID[id]
	if !ok {
		return nil, false
	}
	return g.nodes[i], true
}

// knew reports whether a is in the past of c, or is c.
func (g *graph) knew(c, a *node) bool { return c.seen.at(a.chain) >= a.pos }

// place gives a change its place in a chain and computes what it knew. prev is nil for a writer's first change.
func (g *graph) place(n *node, prev *node, deps []*node) {
	if prev != nil {
		n.seen = prev.seen
	}
	for _, d := range deps {
		n.seen = n.seen.merge(d.seen)
	}
	switch {
	case prev != nil && g.chains[prev.chain].length == prev.pos:
		n.chain, n.pos = prev.chain, prev.pos+1
	default: // a writer's first change, or a second one after the same previous change
		n.chain, n.pos = int32(len(g.chains)), 1
	}
	n.seen = n.seen.with(n.chain, n.pos)
}

// add keeps a placed node.
func (g *graph) add(n *node) int32 {
	i := int32(len(g.nodes))
	g.nodes = append(g.nodes, n)
	g.byID[n.change.ID] = i
	if int(n.chain) == len(g.chains) {
		g.chains = append(g.chains, chain{writer: n.change.Writer})
		g.tips[n.change.Writer] = append(g.tips[n.change.Writer], n.chain)
	}
	g.chains[n.chain].last, g.chains[n.chain].length = i, n.pos
	delete(g.heads, n.change.Prev)
	for _, d := range n.change.Deps {
		delete(g.heads, d)
	}
	g.heads[n.change.ID] = i
	return i
}

// forked reports whether the writer signed two histories, and from which seq on.
func (g *graph) forked(w WriterKey) (uint64, bool) {
	chains := g.tips[w]
	if len(chains) < 2 {
		return 0, false
	}
	first := uint64(0)
	for _, c := range chains[1:] {
		tip := g.nodes[g.chains[c].last]
		begin := tip.change.Seq - uint64(tip.pos) + 1
		if first == 0 || begin < first {
			first = begin
		}
	}
	return first, true
}

// sortedHeads returns the ends of the graph in the order of their IDs.
func (g *graph) sortedHeads() []ID {
	heads := make([]ID, 0, len(g.heads))
	for id := range g.heads {
		heads = append(heads, id)
	}
	slices.SortFunc(heads, func(a, b ID) int { return bytes.Compare(a[:], b[:]) })
	return heads
}

// digest is the hash of the sorted heads: equal on two peers exactly when they hold the same changes.
func (g *graph) digest() [32]byte {
	h := sha256.New()
	for _, id := range g.sortedHeads() {
		h.Write(id[:])
	}
	var d [32]byte
	h.Sum(d[:0])
	return d
}

// vector tells how far a change knew each chain. It is cut into blocks that neighbours share, because most changes know little
// more than the one before. A vector is never altered.
type vector []*[vectorBlock]uint32

const vectorBlock = 16

func (v vector) at(chain int32) uint32 {
	b := int(chain) / vectorBlock
	if b >= len(v) || v[b] == nil {
		return 0
	}
	return v[b][chain%vectorBlock]
}

func (v vector) with(chain int32, pos uint32) vector {
	b := int(chain) / vectorBlock
	w := make(vector, max(len(v), b+1))
	copy(w, v)
	block := [vectorBlock]uint32{}
	if w[b] != nil {
		block = *w[b]
	}
	block[chain%vectorBlock] = pos
	w[b] = &block
	return w
}

// merge returns the greater of both in every place, sharing blocks where one covers the other.
func (v vector) merge(u vector) vector {
	if len(u) > len(v) {
		v, u = u, v
	}
	var w vector
	for b := range u {
		if u[b] == nil || u[b] == v[b] {
			continue
		}
		block, changed := mergeBlock(v[b], u[b])
		if !changed {
			continue
		}
		if w == nil {
			w = slices.Clone(v)
		}
		w[b] = block
	}
	if w == nil {
		return v
	}
	return w
}

func mergeBlock(a, b *[vectorBlock]uint32) (block *[vectorBlock]uint32, changed bool) {
	if a == nil {
		return b, true
	}
	more := false // b has places beyond a
	less := false // a has places beyond b
	for i := range a {
		more = more || b[i] > a[i]
		less = less || a[i] > b[i]
	}
	switch {
	case !more:
		return a, false
	case !less:
		return b, true
	}
	merged := *a
	for i := range merged {
		merged[i] = max(merged[i], b[i])
	}
	return &merged, true
}
