package workshop

import (
	"crypto/sha256"
	"slices"

	"github.com/fxamacker/cbor/v2"
)

// foldedLog is the log of a session that was opened from a snapshot, as far as nobody asked for it yet: the signatures and ops of
// its changes, who hangs on whom, and what was written on which record. Nodes of a snapshot have the numbers that they had when
// it was made.
type foldedLog struct {
	s      *Session
	bodies []byte   // of each change: signature, in a writer's first the person's too, then the ops as they are encoded
	ends   []uint32 // where each of them ends
	prev   []int32  // the writer's change before, or -1
	deps   []int32
	upTo   []uint32 // where the deps of each change end
	byID   []int32  // nodes in the order of their IDs
	values []byte   // as they are packed
	texts  string   // the same bytes, for strings to be cut from
	valEnd []uint32 // where each value ends
	broken bool     // something in it could not be read
}

// find returns the node of a change.
func (f *foldedLog) find(id ID) (int32, bool) {
	if f == nil {
		return 0, false
	}
	i, ok := slices.BinarySearchFunc(f.byID, id, func(n int32, id ID) int {
		switch at := f.s.graph.nodes[n].change.ID; {
		case at == id:
			return 0
		case at.less(id):
			return -1
		}
		return 1
	})
	if !ok {
		return 0, false
	}
	return f.byID[i], true
}

func (f *foldedLog) depsOf(i int32) []int32 {
	from := uint32(0)
	if i > 0 {
		from = f.upTo[i-1]
	}
	return f.deps[from:f.upTo[i]]
}

func (f *foldedLog) body(i int32) []byte {
	from := uint32(0)
	if i > 0 {
		from = f.ends[i-1]
	}
	return f.bodies[from:f.ends[i]]
}

// sweep works out what every change of the snapshot knew.
func (f *foldedLog) sweep() {
	g := &f.s.graph
	for i := range f.ends {
		n := g.nodes[i]
		if n.seen != nil {
			continue
		}
		if p := f.prev[i]; p >= 0 {
			n.seen = g.nodes[p].seen
		}
		for _, d := range f.depsOf(int32(i)) {
			n.seen = n.seen.merge(g.nodes[d].seen)
		}
		n.seen = n.seen.with(n.chain, n.pos)
	}
}

// head returns a change without its ops and bytes, its signature and its ops as they are encoded.
func (f *foldedLog) head(k *kept) (c *Change, sig, ops []byte) {
	g := &f.s.graph
	n := g.nodes[k.at]
	c = &Change{V: Version, ID: k.ID, Session: f.s.id, Writer: g.writer(n), Seq: k.Seq, Lamport: k.Lamport, Run: k.Run, Wall: k.Wall}
	if k.at == 0 {
		c.Session = SessionID{}
	}
	if p := f.prev[k.at]; p >= 0 {
		c.Prev = g.nodes[p].change.ID
	}
	for _, d := range f.depsOf(k.at) {
		c.Deps = append(c.Deps, g.nodes[d].change.ID)
	}
	slices.SortFunc(c.Deps, compareIDs)
	b := f.body(k.at)
	sig, b = b[:64], b[64:]
	if k.Seq == 1 {
		c.Person = n.person
		copy(c.PersonSig[:], b)
		b = b[64:]
	}
	return c, sig, b
}

// read returns a change without its bytes. What cannot be read is empty and remembered; a snapshot is whole or refused, so
// that does not happen to one that this computer made.
func (f *foldedLog) read(k *kept) *Change {
	c, _, raw := f.head(k)
	ops, err := splitOps(raw)
	if err != nil {
		f.broken = true
		return c
	}
	list := make([]Op, len(ops))
	for i := range ops {
		known, err := decodeOp(ops[i], &list[i])
		if err != nil || checkOp(&list[i]) != nil {
			f.broken = true
			return c
		}
		c.Foreign = c.Foreign || !known
		list[i].resolve(c.ID)
	}
	c.Ops = list
	return c
}

// signed puts the bytes of a change together again.
func (f *foldedLog) signed(k *kept) []byte {
	c, sig, raw := f.head(k)
	ops, err := splitOps(raw)
	if err != nil {
		f.broken = true
		return nil
	}
	w := c.wire()
	if c.Run.Change == c.ID {
		w.Run = Self(int(c.Run.Index)).encode() // a change cannot name itself in its own bytes
	}
	w.Ops = ops
	body, err := encMode.Marshal(&w)
	if err != nil || sha256.Sum256(body) != c.ID {
		f.broken = true
		return nil
	}
	return append(slices.Clip(slices.Clone(sig)), body...)
}

// length is how long the signed change is, of which a snapshot keeps so many bytes.
func (k *kept) length(kept, deps int) int {
	key, session, prev, run := len(WriterKey{})+2, len(SessionID{})+1, len(ID{})+2, recordIDSize+2
	if k.at == 0 {
		session = 1
	}
	person := 1 + 1 // none, and no signature
	if k.Seq == 1 {
		prev, person = 1, len(Person{})+2+2 // its signature is among what is kept
	}
	if k.Run.Zero() {
		run = 1
	}
	wall := uint64(k.Wall)
	if k.Wall < 0 {
		wall = uint64(-1 - k.Wall)
	}
	return kept + 1 + headLen(Version) + session + key + headLen(k.Seq) + prev + headLen(uint64(deps)) + deps*(len(ID{})+2) +
		headLen(k.Lamport) + run + headLen(wall) + person
}

// headLen is the length of the head of an item with an argument.
func headLen(argument uint64) int {
	switch {
	case argument < 24:
		return 1
	case argument <= 0xff:
		return 2
	case argument <= 0xffff:
		return 3
	case argument <= 0xffffffff:
		return 5
	}
	return 9
}

func splitOps(raw []byte) (ops []cbor.RawMessage, err error) {
	err = decMode.Unmarshal(raw, &ops)
	return ops, err
}

func compareIDs(a, b ID) int {
	switch {
	case a == b:
		return 0
	case a.less(b):
		return -1
	}
	return 1
}

// opsOf returns the encoded ops of a signed change that is in order.
func opsOf(c *Change) []byte {
	from, to := opsIn(c.Bytes[64:])
	return c.Bytes[64+from : 64+to]
}

// foldedRecord is what a snapshot says of a record beside what shows of it.
type foldedRecord struct {
	from  *foldedLog
	shows []byte // its fields as they show, by number of value, node and op
	rows  []byte // what was written on it: node and op
	words string // its text as it shows
	typed bool   // people type into it
}

// unfold reads all that was written on a record and builds its text anew. What counts is as it was.
func (r *record) unfold() {
	if r.folded == nil {
		return
	}
	r.cells()
	from, rows := r.folded.from, unpacker{b: r.folded.rows}
	r.folded = nil
	for n := rows.count(2); n > 0; n-- {
		node, index := rows.below(len(from.ends)), rows.below(MaxOps)
		r.writes = append(r.writes, write{node: from.s.graph.nodes[node], index: uint16(index)})
	}
	for _, w := range r.writes {
		if int(w.index) < len(w.node.change.ops()) {
			r.enrollText(w.node, int(w.index))
		}
	}
	if r.text == nil {
		return
	}
	for _, w := range r.writes {
		r.text.SetCounted(w.node.change.ID, w.node.state == stateCounts)
	}
}

// cells returns the fields as they show.
func (r *record) cells() []fieldState {
	if r.folded == nil || r.folded.shows == nil {
		return r.fields
	}
	f, u := r.folded.from, unpacker{b: r.folded.shows}
	r.folded.shows = nil
	r.fields = make([]fieldState, u.count(4))
	for i := range r.fields {
		c := &r.fields[i]
		c.field = Field(u.below(256))
		v, err := f.value(u.below(len(f.valEnd)))
		c.by, c.index = f.s.graph.nodes[u.below(len(f.ends))], uint16(u.below(MaxOps))
		if _, list := v.v.([]any); err != nil || u.bad || (list && schema[r.kind].fields[c.field].check(v) != nil) {
			f.broken = true
			r.fields = r.fields[:i]
			return r.fields
		}
		c.value = v
	}
	return r.fields
}

// packed returns where a value stands in values.
func (f *foldedLog) packed(i int) (from, to uint32) {
	if i >= len(f.valEnd) {
		return 0, 0
	}
	if i > 0 {
		from = f.valEnd[i-1]
	}
	return from, f.valEnd[i]
}

func (f *foldedLog) value(i int) (Value, error) {
	from, to := f.packed(i)
	return unpackValue(f.values[from:to:to], f.texts[from:to])
}

// text returns a value that is a string, without making a value of it.
func (f *foldedLog) text(i int) string {
	from, to := f.packed(i)
	if from == to || f.values[from] != packedString {
		return ""
	}
	return f.texts[from+1 : to]
}
