package crdt

import (
	"bytes"
	"cmp"
	"slices"
	"sort"
	"strings"
	"unicode/utf8"
)

// body is an edited text. Ops, runs and spans are numbered in the order of
// their coming and never move; the indexes beside them are sorted rows of these
// numbers, so that a lookup is a binary search and typing on appends.
type body struct {
	changes []change
	byID    []int32 // changes, by id
	ops     []op
	runs    []run
	kids    []int32 // runs, by parent, side and id: the tree
	gone    []area  // what the delete ops cover
	spans   []span
	frags   []int32  // spans, by run and offset
	order   []*chunk // spans, by place in the text
	visible int      // runes
	chars   int      // runes, seen or not
}

type change struct {
	id      [32]byte
	counted bool
	first   int32 // its first op; -1 is none
}

type op struct {
	change           int32
	next             int32 // the next op of the same change; -1 is none
	runFrom, runTo   int32
	goneFrom, goneTo int32
	chars            uint32
	index            uint16
}

// char names a character inside one body. The root has op -1.
type char struct {
	op  int32
	off uint32
}

// area is a row of characters of one op.
type area struct {
	char
	n uint32
}

// run is an insert run as it is kept: off is the offset of its first character in
// its op. What it hangs on never changes, so each run knows two of the runs above
// it for good: see climb.
type run struct {
	op       int32
	off, n   uint32
	side     Side
	parent   char
	up, jump int32 // the run it hangs on, and one further up; -1 is the root
	depth    int32 // runs from the root, itself included
	text     string
}

// span is a stretch of one run that is deleted by the same ops and has nothing of
// other runs in between.
type span struct {
	run      int32
	off, n   uint32 // runes, in the op
	at, size uint32 // bytes, in the run's text
	deleters int32  // counted deletes that cover it
	chunk    *chunk
}

// find returns the number of an applied op.
func (b *body) find(from ChangeRef) (int32, bool) {
	i, ok := b.lookup(from.ID)
	if !ok {
		return 0, false
	}
	for o := b.changes[b.byID[i]].first; o >= 0; o = b.ops[o].next {
		if b.ops[o].index == from.Index {
			return o, true
		}
	}
	return 0, false
}

func (b *body) lookup(id [32]byte) (int, bool) {
	return slices.BinarySearchFunc(b.byID, id, func(c int32, id [32]byte) int {
		return bytes.Compare(b.changes[c].id[:], id[:])
	})
}

func (b *body) intern(id [32]byte, counted bool) int32 {
	i, ok := b.lookup(id)
	if ok {
		return b.byID[i]
	}
	c := int32(len(b.changes))
	b.changes = append(b.changes, change{id: id, counted: counted, first: -1})
	b.byID = slices.Insert(b.byID, i, c)
	return c
}

// apply adds an op that check let through.
func (b *body) apply(from ChangeRef, runs []Run, counted bool) {
	b.setCounted(from.ID, counted)
	o := b.open(from, counted)
	for _, r := range runs {
		b.write(o, r)
	}
	b.close(o)
}

// open begins an op; write its runs, then close it.
func (b *body) open(from ChangeRef, counted bool) int32 {
	c := b.intern(from.ID, counted)
	o := int32(len(b.ops))
	runs, gone := int32(len(b.runs)), int32(len(b.gone))
	b.ops = append(b.ops, op{
		change: c, next: b.changes[c].first, index: from.Index,
		runFrom: runs, runTo: runs, goneFrom: gone, goneTo: gone,
	})
	b.changes[c].first = o
	return o
}

func (b *body) write(o int32, r Run) {
	at := b.charOf(o, r.At)
	if r.Kind == RunDelete {
		b.gone = append(b.gone, area{char: at, n: r.Len})
		return
	}
	n := uint32(utf8.RuneCountInString(r.Text))
	if !b.lengthen(o, at, r, n) {
		b.insert(run{op: o, off: b.ops[o].chars, n: n, parent: at, side: r.Side, text: r.Text})
		b.ops[o].runTo++
	}
	b.ops[o].chars += n
	b.chars += int(n)
}

// close joins what the op deletes, so that it is counted once per character
// however often a stranger repeats it, and deletes it.
func (b *body) close(o int32) {
	op := &b.ops[o]
	gone := b.gone[op.goneFrom:]
	slices.SortFunc(gone, func(x, y area) int { return x.compare(y.char) })
	kept := gone[:0]
	for _, g := range gone {
		if n := len(kept); n > 0 && kept[n-1].op == g.op && kept[n-1].off+kept[n-1].n >= g.off {
			kept[n-1].n = max(kept[n-1].n, g.off+g.n-kept[n-1].off)
			continue
		}
		kept = append(kept, g)
	}
	b.gone = b.gone[:int(op.goneFrom)+len(kept)]
	op.goneTo = int32(len(b.gone))
	if b.changes[op.change].counted {
		for _, g := range kept {
			b.cover(g, 1)
		}
	}
}

// setCounted switches a change the body knows.
func (b *body) setCounted(id [32]byte, counted bool) bool {
	i, ok := b.lookup(id)
	if !ok || b.changes[b.byID[i]].counted == counted {
		return false
	}
	c := &b.changes[b.byID[i]]
	c.counted = counted
	by := int32(1)
	if !counted {
		by = -1
	}
	// All it inserted before anything it deleted: what it deletes may be its own, and is then never counted as seen.
	for o := c.first; o >= 0; o = b.ops[o].next {
		b.flip(o, int(by))
	}
	for o := c.first; o >= 0; o = b.ops[o].next {
		for _, g := range b.gone[b.ops[o].goneFrom:b.ops[o].goneTo] {
			b.cover(g, by)
		}
	}
	return true
}

// flip shows or hides what the op inserted.
func (b *body) flip(o int32, by int) {
	for f := b.fragFrom(char{op: o}); f < len(b.frags); f++ {
		s := &b.spans[b.frags[f]]
		if b.runs[s.run].op != o {
			return
		}
		if s.deleters == 0 {
			s.chunk.visible += by * int(s.n)
			b.visible += by * int(s.n)
		}
	}
}

// cover adds one to the deletes that cover an area, or takes one away.
func (b *body) cover(g area, by int32) {
	b.cut(g.char)
	b.cut(char{op: g.op, off: g.off + g.n})
	for f := b.fragFrom(g.char); f < len(b.frags); f++ {
		s := &b.spans[b.frags[f]]
		if b.runs[s.run].op != g.op || s.off >= g.off+g.n {
			return
		}
		before := b.seen(s)
		s.deleters += by
		after := b.seen(s)
		s.chunk.visible += after - before
		b.visible += after - before
	}
}

// seen is the number of visible runes in a span: all or none.
func (b *body) seen(s *span) int {
	if s.deleters == 0 && b.changes[b.ops[b.runs[s.run].op].change].counted {
		return int(s.n)
	}
	return 0
}

func (b *body) string() string {
	var out strings.Builder
	for _, c := range b.order {
		if c.visible == 0 {
			continue
		}
		for _, i := range c.spans {
			if s := &b.spans[i]; b.seen(s) > 0 {
				out.WriteString(b.runs[s.run].text[s.at : s.at+s.size])
			}
		}
	}
	return out.String()
}

func (b *body) each(yield func(Op) bool) {
	for i := range b.ops {
		o := &b.ops[i]
		c := &b.changes[o.change]
		var runs []Run
		for _, r := range b.runs[o.runFrom:o.runTo] {
			runs = append(runs, Insert(b.id(r.parent), r.side, r.text))
		}
		for _, g := range b.gone[o.goneFrom:o.goneTo] {
			runs = append(runs, Delete(b.id(g.char), g.n))
		}
		if !yield(Op{From: ChangeRef{ID: c.id, Index: o.index}, Counted: c.counted, Runs: runs}) {
			return
		}
	}
}

func (b *body) clone() *body {
	c := *b
	c.changes, c.byID = slices.Clone(b.changes), slices.Clone(b.byID)
	c.ops, c.runs = slices.Clone(b.ops), slices.Clone(b.runs)
	c.kids, c.gone = slices.Clone(b.kids), slices.Clone(b.gone)
	c.spans, c.frags = slices.Clone(b.spans), slices.Clone(b.frags)
	c.order = make([]*chunk, len(b.order))
	for i, from := range b.order {
		to := *from
		to.spans = slices.Clone(from.spans)
		for _, s := range to.spans {
			c.spans[s].chunk = &to
		}
		c.order[i] = &to
	}
	return &c
}

// id is the name of a character outside this body.
func (b *body) id(c char) CharID {
	if c.op < 0 {
		return CharID{}
	}
	o := &b.ops[c.op]
	return CharID{Change: b.changes[o.change].id, Index: o.index, Off: c.off}
}

// charOf is the character a checked run of op o names.
func (b *body) charOf(o int32, id CharID) char {
	if id.IsRoot() {
		return char{op: -1}
	}
	if id.IsOwn() {
		return char{op: o, off: id.Off}
	}
	named, _ := b.find(ChangeRef{ID: id.Change, Index: id.Index})
	return char{op: named, off: id.Off}
}

// compare orders characters by op and offset: an order for lookups only.
func (c char) compare(d char) int {
	if c.op != d.op {
		return cmp.Compare(c.op, d.op)
	}
	return cmp.Compare(c.off, d.off)
}

// runOf is the run a character stands in.
func (b *body) runOf(c char) int32 {
	o := &b.ops[c.op]
	n := int(o.runTo - o.runFrom)
	return o.runFrom + int32(sort.Search(n, func(i int) bool { return b.runs[int(o.runFrom)+i].off > c.off })) - 1
}
