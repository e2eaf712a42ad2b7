package workshop

import (
	"encoding/binary"
	"slices"
)

// snapshotWriter takes a session apart. Nodes are named by their numbers, which a session keeps when it is opened again.
type snapshotWriter struct {
	s      *Session
	node   *packer // of the graph
	rec    *packer // of the records; its tables are those of the snapshot
	number map[*node]int
	sets   table[*policySet]
}

// Flags of a node.
const (
	nodeLate = 1 << iota
	nodeRefused
	nodeBallot
	nodeOpening
	nodeAsBefore // run, policy, rank and state are those of the chain's node before
)

// nodes writes the graph, and returns the signatures and ops.
func (w *snapshotWriter) nodes() (bodies []byte) {
	g := &w.s.graph
	w.node.num(len(g.nodes))
	order := make([]int32, len(g.nodes))
	for i, n := range g.nodes {
		w.node.raw(n.change.ID[:])
		order[i] = int32(i)
	}
	slices.SortFunc(order, func(a, b int32) int { return compareIDs(g.nodes[a].change.ID, g.nodes[b].change.ID) })
	for _, i := range order {
		w.node.b = binary.LittleEndian.AppendUint32(w.node.b, uint32(i))
	}
	w.policies()
	last := make([]*node, len(g.chains))
	wall := int64(0)
	for i, n := range g.nodes {
		w.oneNode(i, n, last[n.chain])
		w.node.signed(n.change.Wall - wall)
		wall, last[n.chain] = n.change.Wall, n
		before := len(bodies)
		bodies = w.body(bodies, i, n)
		w.node.num(len(bodies) - before)
	}
	return bodies
}

// policies writes the sets of landmarks that changes knew.
func (w *snapshotWriter) policies() {
	for _, n := range w.s.graph.nodes {
		w.sets.of(n.policy)
	}
	w.node.num(len(w.sets.list))
	for _, p := range w.sets.list {
		w.node.num(len(p.bits))
		for _, word := range p.bits {
			w.node.b = binary.LittleEndian.AppendUint64(w.node.b, word)
		}
	}
}

func (w *snapshotWriter) oneNode(i int, n, before *node) {
	flags := 0
	same := before != nil && before.change.Run == n.change.Run && before.policy == n.policy && before.rank == n.rank && before.state == n.state
	for flag, is := range map[int]bool{
		nodeLate: n.late, nodeRefused: n.refused != "", nodeBallot: n.ballot, nodeOpening: n.opening, nodeAsBefore: same,
	} {
		if is {
			flags |= flag
		}
	}
	w.node.num(flags)
	w.node.num(int(n.chain))
	prev, deps := w.parents(i, n)
	if before == nil { // a new chain
		w.node.raw(w.s.graph.chains[n.chain].writer[:])
		w.node.raw(n.person[:])
		w.node.num(prev + 1)
	}
	w.node.num(len(deps))
	for _, d := range deps {
		w.node.num(i - d)
	}
	if !same {
		w.node.num(int(n.state))
		w.node.num(w.rec.ids.of(n.change.Run))
		w.node.num(w.sets.of(n.policy))
		w.node.num(int(n.rank))
	}
	if n.refused != "" {
		w.node.num(w.rec.values.of(packValue(Text(n.refused))))
	}
}

// parents returns the numbers of a node's parents; prev is -1 in a writer's first.
func (w *snapshotWriter) parents(i int, n *node) (prev int, deps []int) {
	g := &w.s.graph
	if f := g.folded; f != nil && i < len(f.ends) {
		for _, d := range f.depsOf(int32(i)) {
			deps = append(deps, int(d))
		}
		return int(f.prev[i]), deps
	}
	prev = -1
	c := n.change.read()
	if p, ok := g.has(c.Prev); ok && c.Seq > 1 {
		prev = w.number[p]
	}
	for _, id := range c.Deps {
		d, _ := g.has(id)
		deps = append(deps, w.number[d])
	}
	return prev, deps
}

func (w *snapshotWriter) body(to []byte, i int, n *node) []byte {
	if f := w.s.graph.folded; f != nil && i < len(f.ends) {
		return append(to, f.body(int32(i))...)
	}
	c := n.change.read()
	to = append(to, c.Bytes[:64]...)
	if c.Seq == 1 {
		to = append(to, c.PersonSig[:]...)
	}
	return append(to, opsOf(c)...)
}

func (w *snapshotWriter) landmarks() {
	w.node.num(len(w.s.land.nodes))
	for _, n := range w.s.land.nodes {
		w.node.num(w.number[n])
		w.node.num(int(n.was))
	}
}

// heads writes the ends of the graph and how far they knew each chain: what the next own change needs.
func (w *snapshotWriter) heads() {
	g := &w.s.graph
	heads := g.sortedHeads()
	w.node.num(len(heads))
	for _, id := range heads {
		n, _ := g.has(id)
		w.node.num(w.number[n])
		for chain := range g.chains {
			w.node.num(int(g.seenOf(n).at(int32(chain))))
		}
	}
}

func (w *snapshotWriter) undone() {
	w.node.num(len(w.s.undone))
	for i, n := range w.s.graph.nodes {
		list := w.s.undone[n.change.ID]
		if len(list) == 0 {
			continue
		}
		w.node.num(i)
		w.node.num(len(list))
		for _, by := range list {
			w.node.num(w.number[by])
		}
	}
}

// Flags of a record.
const (
	recordShown = 1 << iota
	recordTyped
	recordLocks
)

func (w *snapshotWriter) records() {
	w.rec.num(len(w.s.made))
	w.rec.num(len(w.s.records))
	for _, r := range w.s.made {
		w.rec.num(w.number[r.maker])
		w.rec.num(int(r.id.Index))
		w.record(r)
	}
	w.rec.num(len(w.s.put))
	for _, r := range w.s.put {
		w.rec.ref(r.id)
		w.rec.value(Bytes(r.key))
		winner := 0
		if r.winner != nil {
			winner = w.number[r.winner] + 1
		}
		w.rec.num(winner)
		w.record(r)
	}
}

func (w *snapshotWriter) record(r *record) {
	flags := 0
	if r.shown {
		flags |= recordShown
	}
	typed := r.text != nil || (r.folded != nil && r.folded.typed)
	if typed {
		flags |= recordTyped
	}
	if w.s.locks[r.id] != nil {
		flags |= recordLocks
	}
	w.rec.num(flags)
	w.rec.num(int(r.kind))
	w.rec.ref(r.parent)
	if typed {
		w.rec.value(Text(r.visible()))
	}
	shows := packer{values: w.rec.values}
	shows.num(len(r.cells()))
	for _, f := range r.fields {
		shows.num(int(f.field))
		shows.value(f.value)
		shows.num(w.number[f.by])
		shows.num(int(f.index))
	}
	w.rec.values = shows.values
	w.rec.sized(shows.b)
	if r.folded != nil {
		w.rec.sized(r.folded.rows)
		return
	}
	rows := packer{}
	rows.num(len(r.writes))
	for _, x := range r.writes {
		rows.num(w.number[x.node])
		rows.num(int(x.index))
	}
	w.rec.sized(rows.b)
}
