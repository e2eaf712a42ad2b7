package workshop

import (
	"bytes"
	"crypto/sha256"
	"slices"
)

// node is one kept change in the graph, with what was judged of it. Nodes are numbered in the order of arrival, which is
// causal: what a change knew has a smaller number.
type node struct {
	change *kept
	chain  int32  // which chain it stands in; a fork begins a new chain
	pos    uint32 // its place in the chain, from 1
	seen   vector // how far it knew each chain, itself included; nil until asked for, see seenOf
	policy *policySet
	person Person
	rank   rank // of the person, as of its past
	was    rank // of a grant: what its person was, as of its past
	bytes  int  // of the writer's chain so far

	refused string // why its own past forbade it; empty when allowed
	state   countState
	late    bool
	ballot  bool // it puts a ballot
	opening bool // it puts an opening

	held kept
}

// nodeOf begins a node for a change; what was judged of it is filled in later.
func nodeOf(c *Change) *node {
	n := &node{held: keptOf(c)}
	n.change = &n.held
	for i := range c.Ops {
		n.ballot = n.ballot || c.Ops[i].Kind == KindBallot
		n.opening = n.opening || c.Ops[i].Kind == KindOpening
	}
	return n
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
	byID   map[ID]int32 // without those of the snapshot
	folded *foldedLog   // what a snapshot held, or nil
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
		i, ok = g.folded.find(id)
	}
	if !ok {
		return nil, false
	}
	return g.nodes[i], true
}

// knew reports whether a is in the past of c, or is c.
func (g *graph) knew(c, a *node) bool { return g.seenOf(c).at(a.chain) >= a.pos }

// seenOf returns how far a change knew each chain. Of those of a snapshot it is worked out for all when it is asked of one.
func (g *graph) seenOf(n *node) vector {
	if n.seen == nil {
		g.folded.sweep()
	}
	return n.seen
}

// place gives a change its place in a chain and computes what it knew. prev is nil for a writer's first change.
func (g *graph) place(n *node, prev *node, deps []*node) {
	if prev != nil {
		n.seen = g.seenOf(prev)
	}
	for _, d := range deps {
		n.seen = n.seen.merge(g.seenOf(d))
	}
	switch {
	case prev != nil && g.chains[prev.chain].length == prev.pos:
		n.chain, n.pos = prev.chain, prev.pos+1
	default: // a writer's first change, or a second one after the same previous change
		n.chain, n.pos = int32(len(g.chains)), 1
	}
	n.seen = n.seen.with(n.chain, n.pos)
}

// add keeps a placed node of a change.
func (g *graph) add(n *node, c *Change) int32 {
	i := int32(len(g.nodes))
	g.nodes = append(g.nodes, n)
	g.byID[n.change.ID] = i
	if int(n.chain) == len(g.chains) {
		g.chains = append(g.chains, chain{writer: c.Writer})
		g.tips[c.Writer] = append(g.tips[c.Writer], n.chain)
	}
	g.chains[n.chain].last, g.chains[n.chain].length = i, n.pos
	delete(g.heads, c.Prev)
	for _, d := range c.Deps {
		delete(g.heads, d)
	}
	g.heads[c.ID] = i
	return i
}

// writer returns the key that signed a kept node.
func (g *graph) writer(n *node) WriterKey { return g.chains[n.chain].writer }

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

// put is with for a vector that nobody holds yet.
func (v vector) put(chain int32, pos uint32) vector {
	b := int(chain) / vectorBlock
	for len(v) <= b {
		v = append(v, nil)
	}
	if v[b] == nil {
		v[b] = &[vectorBlock]uint32{}
	}
	v[b][chain%vectorBlock] = pos
	return v
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
