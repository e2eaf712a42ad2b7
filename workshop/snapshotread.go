package workshop

import (
	"bytes"
	"encoding/binary"
)

// snapshotReader puts a session together again. It believes no number that it did not check, so a snapshot that was made up is
// refused or becomes some session, and never a fault.
type snapshotReader struct {
	u    unpacker
	s    *Session
	ids  []RecordID
	held []node // all of them at once
	sets []*policySet
	last []int32 // the last node of each chain
	run  []int   // under which run it was, by its number

	underRun [][]int32    // nodes, by number of the run
	under    [][]RecordID // records, by number of the parent
	folded   []foldedRecord
}

func (r *snapshotReader) read() bool {
	r.tables()
	nodes, records := r.u.sized(), r.u.sized()
	if r.u.bad || !r.nodes(nodes, r.u.b) {
		return false
	}
	if r.u = (unpacker{b: records}); !r.records() {
		return false
	}
	r.s.policyNow()
	return !r.s.graph.folded.broken
}

// tables reads the values and the names of records that occur.
func (r *snapshotReader) tables() {
	sizes := make([]int, r.u.count(1))
	all := 0
	for i := range sizes {
		sizes[i] = r.u.below(len(r.u.b) + 1)
		all += sizes[i]
	}
	f := &foldedLog{s: r.s, values: r.u.raw(all), valEnd: make([]uint32, len(sizes))}
	r.s.graph.folded = f
	f.texts = string(f.values) // once for all
	end := 0
	for i, n := range sizes {
		end += n
		f.valEnd[i] = uint32(end)
	}
	r.ids = make([]RecordID, r.u.count(recordIDSize))
	r.underRun, r.under = make([][]int32, len(r.ids)), make([][]RecordID, len(r.ids))
	for i := range r.ids {
		if b := r.u.raw(recordIDSize); b != nil {
			r.ids[i] = unpackID(b)
		}
	}
}

func (r *snapshotReader) text() string {
	return r.s.graph.folded.text(r.u.below(len(r.s.graph.folded.valEnd)))
}

func (r *snapshotReader) bytes() []byte {
	v, err := r.s.graph.folded.value(r.u.below(len(r.s.graph.folded.valEnd)))
	if err != nil {
		r.u.fault()
	}
	return v.Raw()
}

func (r *snapshotReader) id() RecordID {
	if i := r.u.below(len(r.ids)); !r.u.bad {
		return r.ids[i]
	}
	return RecordID{}
}

// nodes reads the graph.
func (r *snapshotReader) nodes(part, bodies []byte) bool {
	r.u = unpacker{b: part}
	n := r.u.count(len(ID{}) + 4)
	if n == 0 {
		return false
	}
	f := r.s.graph.folded
	f.bodies, f.ends, f.prev = bodies, make([]uint32, n), make([]int32, n)
	f.upTo, f.byID = make([]uint32, n), make([]int32, n)
	r.held = make([]node, n)
	r.s.graph.nodes = make([]*node, n, n+n/8+64)
	f.deps = make([]int32, 0, n+n/4)
	ids := r.u.raw(n * len(ID{}))
	if r.u.bad || !r.order(f, ids) {
		return false
	}
	r.readSets()
	end, wall := uint64(0), int64(0)
	for i := range r.held {
		m := &r.held[i]
		m.change, m.held.from, m.held.at = &m.held, f, int32(i)
		m.held.ID = ID(ids[i*len(ID{}):])
		r.s.graph.nodes[i] = m
		if !r.oneNode(i, f) {
			return false
		}
		wall += r.u.signed()
		m.held.Wall = wall
		size := r.u.below(MaxChange + 1)
		end += uint64(size)
		f.ends[i] = uint32(end)
		least := 64 // a signature
		if m.held.Seq == 1 {
			least += 64 // and the person's
		}
		if end > uint64(len(bodies)) || size <= least {
			return false
		}
		m.bytes += m.held.length(size, len(f.depsOf(int32(i))))
	}
	return end == uint64(len(bodies)) && r.landmarks() && r.heads() && r.undone() && r.whole(f)
}

// order reads the nodes in the order of their IDs.
func (r *snapshotReader) order(f *foldedLog, ids []byte) bool {
	last := make([]byte, len(ID{}))
	all := r.u.raw(4 * len(f.byID))
	if r.u.bad {
		return false
	}
	for i := range f.byID {
		at := binary.LittleEndian.Uint32(all[4*i:])
		if at >= uint32(len(r.held)) {
			return false
		}
		f.byID[i] = int32(at)
		id := ids[int(at)*len(ID{}):][:len(ID{})]
		if bytes.Compare(last, id) >= 0 {
			return false
		}
		last = id
	}
	return true
}

func (r *snapshotReader) readSets() {
	r.sets = make([]*policySet, r.u.count(1))
	for i := range r.sets {
		bits := make([]uint64, r.u.count(8))
		for j := range bits {
			if b := r.u.raw(8); b != nil {
				bits[j] = binary.LittleEndian.Uint64(b)
			}
		}
		r.sets[i] = r.s.land.intern(bits)
	}
}

func (r *snapshotReader) oneNode(i int, f *foldedLog) bool {
	n, g := &r.held[i], &r.s.graph
	flags := r.u.below(2 * nodeAsBefore)
	n.late, n.ballot, n.opening = flags&nodeLate != 0, flags&nodeBallot != 0, flags&nodeOpening != 0
	n.chain = int32(r.u.below(len(g.chains) + 1))
	if r.u.bad {
		return false
	}
	var before *node
	if int(n.chain) == len(g.chains) {
		if !r.newChain(i, n, f) {
			return false
		}
	} else {
		f.prev[i] = r.last[n.chain]
		before = g.nodes[f.prev[i]]
		n.person, n.pos = before.person, before.pos+1
	}
	r.last[n.chain] = int32(i)
	g.chains[n.chain].last, g.chains[n.chain].length = int32(i), n.pos
	r.links(i, n, f)
	switch {
	case flags&nodeAsBefore == 0:
		n.state = countState(r.u.below(int(stateNotOpened) + 1))
		r.run[n.chain] = r.u.below(len(r.ids))
		if r.u.bad {
			return false
		}
		n.held.Run = r.ids[r.run[n.chain]]
		if set := r.u.below(len(r.sets)); !r.u.bad {
			n.policy = r.sets[set]
		}
		n.rank = rank(r.u.below(int(rankOf(RoleNone, 0)) + 1))
	case before == nil:
		return false
	default:
		n.state, n.held.Run, n.policy, n.rank = before.state, before.held.Run, before.policy, before.rank
	}
	if run := r.run[n.chain]; !n.held.Run.Zero() {
		r.underRun[run] = append(r.underRun[run], int32(i))
	}
	if flags&nodeRefused != 0 {
		n.refused = r.text()
	}
	return !r.u.bad
}

// newChain begins a chain: a writer's first change, or a second one after the same previous change.
func (r *snapshotReader) newChain(i int, n *node, f *foldedLog) bool {
	g := &r.s.graph
	var w WriterKey
	copy(w[:], r.u.raw(len(w)))
	copy(n.person[:], r.u.raw(len(n.person)))
	n.pos = 1
	f.prev[i] = int32(r.u.below(i+1)) - 1
	if p := f.prev[i]; p >= 0 && (g.chains[r.held[p].chain].writer != w || r.held[p].person != n.person) {
		return false
	}
	g.chains = append(g.chains, chain{writer: w})
	g.tips[w] = append(g.tips[w], n.chain)
	r.last, r.run = append(r.last, 0), append(r.run, 0)
	if r.s.writers[w] == nil {
		r.s.writers[w] = &writerInfo{person: n.person}
	}
	return !r.u.bad
}

// links reads whom the node knew, and what follows from that.
func (r *snapshotReader) links(i int, n *node, f *foldedLog) {
	n.held.Seq = 1
	if p := f.prev[i]; p >= 0 {
		n.held.Seq, n.held.Lamport, n.bytes = r.held[p].held.Seq+1, r.held[p].held.Lamport, r.held[p].bytes
	}
	for d := r.u.below(MaxDeps + 1); d > 0; d-- {
		at := i - r.u.below(i+1)
		if r.u.bad || at == i {
			r.u.fault()
			return
		}
		f.deps = append(f.deps, int32(at))
		n.held.Lamport = max(n.held.Lamport, r.held[at].held.Lamport)
	}
	f.upTo[i] = uint32(len(f.deps))
	n.held.Lamport++
}

// byPerson notes who wrote what: chains of one person are one list.
func (r *snapshotReader) byPerson() {
	number := map[Person]int{}
	of := make([]int, len(r.last))
	for c, last := range r.last {
		p := r.held[last].person
		if _, ok := number[p]; !ok {
			number[p] = len(number)
		}
		of[c] = number[p]
	}
	lists := make([][]int32, len(number))
	for i := range r.held {
		p := of[r.held[i].chain]
		lists[p] = append(lists[p], int32(i))
	}
	for p, n := range number {
		r.s.byPerson[p] = lists[n]
	}
}

func (r *snapshotReader) landmarks() bool {
	for l := r.u.count(2); l > 0; l-- {
		i := r.u.below(len(r.held))
		was := r.u.below(int(rankOf(RoleNone, 0)) + 1)
		if r.u.bad {
			return false
		}
		r.held[i].was = rank(was)
		r.s.land.add(&r.held[i])
	}
	for _, set := range r.sets {
		for w, bits := range set.bits {
			if bits != 0 && (w+1)*64 > (len(r.s.land.nodes)+63)/64*64 {
				return false
			}
		}
	}
	return true
}

func (r *snapshotReader) heads() bool {
	g := &r.s.graph
	for h := r.u.count(1 + len(g.chains)); h > 0; h-- {
		i := r.u.below(len(r.held))
		v := vector(nil)
		for c := range g.chains {
			pos := r.u.below(int(g.chains[c].length) + 1)
			if pos > 0 {
				v = v.put(int32(c), uint32(pos))
			}
		}
		if r.u.bad || v == nil {
			return false
		}
		r.held[i].seen = v
		g.heads[r.held[i].held.ID] = int32(i)
	}
	return len(g.heads) > 0
}

func (r *snapshotReader) undone() bool {
	for targets := r.u.count(3); targets > 0 && !r.u.bad; targets-- {
		target := r.u.below(len(r.held))
		id := r.held[target].held.ID
		for by := r.u.count(1); by > 0; by-- {
			i := r.u.below(len(r.held))
			if i <= target {
				return false // what takes back knew what it takes back
			}
			r.s.undone[id] = append(r.s.undone[id], &r.held[i])
		}
	}
	return !r.u.bad
}

// whole reads the beginning of the session, and notes who did what.
func (r *snapshotReader) whole(f *foldedLog) bool {
	s := r.s
	copy(s.id[:], r.held[0].held.ID[:])
	s.root = RecordID{Change: r.held[0].held.ID}
	r.byPerson()
	for id, list := range r.underRun {
		if !r.ids[id].Zero() && len(list) > 0 {
			s.byRun[r.ids[id]] = append(s.byRun[r.ids[id]], list...)
		}
	}
	op := r.held[0].change.op(0)
	s.nonce, s.first = fieldOf(op, FieldNonce).Raw(), r.held[0].person
	return !f.broken && op.Code == OpCreate && op.Kind == KindSession && len(r.u.b) == 0
}

// records reads what shows, and where to find what was written.
func (r *snapshotReader) records() bool {
	made := r.u.count(8)
	r.folded = make([]foldedRecord, r.u.count(8))
	r.s.records = make(map[RecordID]*record, len(r.folded))
	list := make([]record, made)
	r.s.made = make([]*record, made, made+made/8+16)
	for i := range list {
		rec := &list[i]
		n := &r.held[r.u.below(len(r.held))]
		rec.maker, rec.id = n, RecordID{Change: n.change.ID, Index: uint16(r.u.below(MaxOps))}
		rec.at = n.change.Stamp(int(rec.id.Index))
		if !r.record(rec) || (i > 0 && !list[i-1].at.Less(rec.at)) {
			return false
		}
		r.s.made[i] = rec
	}
	put := make([]record, r.u.count(8))
	for i := range put {
		rec := &put[i]
		rec.id, rec.key = r.id(), r.bytes()
		if w := r.u.below(len(r.held) + 1); w > 0 {
			rec.winner = &r.held[w-1]
		}
		if !r.record(rec) {
			return false
		}
		r.s.put = append(r.s.put, rec)
	}
	for id, list := range r.under {
		if !r.ids[id].Zero() && len(list) > 0 {
			r.s.byParent[r.ids[id]] = append(r.s.byParent[r.ids[id]], list...)
		}
	}
	return len(r.u.b) == 0 && r.s.records[r.s.root] != nil
}

// record reads what created records and those under keys have in common, and takes it into the session.
func (r *snapshotReader) record(rec *record) bool {
	flags := r.u.below(2 * recordLocks)
	rec.kind = Kind(r.u.below(256))
	parent := r.u.below(len(r.ids))
	spec := schema[rec.kind]
	if r.u.bad || spec == nil || !spec.madeLike(rec) || len(r.folded) == 0 {
		return false
	}
	rec.parent, rec.shown = r.ids[parent], flags&recordShown != 0
	r.under[parent] = append(r.under[parent], rec.id)
	rec.folded, r.folded = &r.folded[0], r.folded[1:]
	rec.folded.from, rec.folded.typed = r.s.graph.folded, flags&recordTyped != 0
	if rec.folded.typed {
		rec.folded.words = r.text()
	}
	rec.folded.shows = r.u.sized()
	rec.folded.rows = r.u.sized()
	before := len(r.s.records)
	r.s.records[rec.id] = rec
	if flags&recordLocks != 0 {
		r.s.locks[rec.id] = rec
	}
	return !r.u.bad && len(r.s.records) > before // no record twice
}

// madeLike reports whether a record was made in a way in which its kind is made.
func (k *kindSpec) madeLike(rec *record) bool {
	if rec.maker != nil {
		return !k.put
	}
	return (k.put || k.token) && rec.id.Index == putIndex
}
