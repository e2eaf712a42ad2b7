package crdt

import (
	"bytes"
	"cmp"
	"slices"
	"sort"
)

// insert hangs a run into the tree and puts its span where the order of the tree
// says: left children by id, the character, right children by id.
func (b *body) insert(r run) {
	i := int32(len(b.runs))
	b.runs = append(b.runs, r)
	b.climb(i)
	near, after := b.spot(i)
	s := b.addSpan(span{run: i, off: r.off, n: r.n, size: uint32(len(r.text))})
	b.frags = append(b.frags, s)
	b.place(s, near, after)
	b.visible += b.seen(&b.spans[s])
	lo, hi := b.kidsOf(r.parent, r.side)
	b.kids = slices.Insert(b.kids, lo+b.elder(b.kids[lo:hi], b.runs[i].first()), i)
}

// lengthen adds to the op's last run what goes on where that run ends: the same
// tree in one run less.
func (b *body) lengthen(o int32, parent char, r Run, n uint32) bool {
	op := &b.ops[o]
	if op.runFrom == op.runTo || r.Side != SideRight || parent != (char{op: o, off: op.chars - 1}) {
		return false
	}
	last := &b.runs[op.runTo-1]
	s := &b.spans[b.frags[len(b.frags)-1]]
	last.text += r.Text
	last.n += n
	s.n += n
	s.size += uint32(len(r.Text))
	if b.seen(s) > 0 {
		s.chunk.visible += int(n)
		b.visible += int(n)
	}
	return true
}

// spot finds the span a new run stands beside, and makes room. It returns -1 in
// an empty text.
func (b *body) spot(r int32) (near int32, after bool) {
	first, parent, side := b.runs[r].first(), b.runs[r].parent, b.runs[r].side
	lo, hi := b.kidsOf(parent, side)
	at := lo + b.elder(b.kids[lo:hi], first)
	prev, next := parent, char{op: -1}
	if at > lo {
		prev = b.runs[b.kids[at-1]].first()
	}
	if at < hi {
		next = b.runs[b.kids[at]].first()
	}
	if side == SideRight {
		if own, ok := b.follower(parent); ok {
			switch {
			case b.compare(own, first) < 0 && (prev == parent || b.compare(own, prev) > 0):
				prev = own
			case b.compare(own, first) > 0 && (next.op < 0 || b.compare(own, next) < 0):
				next = own
			}
		}
	}
	switch {
	case next.op >= 0:
		return b.firstUnder(next), false
	case side == SideLeft:
		return b.before(parent), false
	case prev.op < 0:
		return -1, false
	case prev == parent:
		return b.behind(parent), true
	}
	return b.lastUnder(prev), true
}

// before returns the span that begins with c; behind the one that ends with it.
func (b *body) before(c char) int32 {
	b.cut(c)
	return b.frags[b.fragFrom(c)]
}

func (b *body) behind(c char) int32 {
	b.cut(char{op: c.op, off: c.off + 1})
	return b.frags[b.fragFrom(c)]
}

func (r *run) first() char { return char{op: r.op, off: r.off} }

// compare orders siblings, by their ids.
func (b *body) compare(x, y char) int {
	if x.op == y.op {
		return cmp.Compare(x.off, y.off)
	}
	p, q := &b.ops[x.op], &b.ops[y.op]
	if p.change == q.change {
		return cmp.Compare(p.index, q.index)
	}
	return bytes.Compare(b.changes[p.change].id[:], b.changes[q.change].id[:])
}

// follower is the character after c in its run: a right child of c.
func (b *body) follower(c char) (char, bool) {
	if c.op < 0 {
		return c, false
	}
	r := &b.runs[b.runOf(c)]
	next := char{op: c.op, off: c.off + 1}
	return next, next.off < r.off+r.n
}

// kidsFrom is the first place in kids with this parent and side, or later ones.
func (b *body) kidsFrom(parent char, side Side) int {
	return sort.Search(len(b.kids), func(i int) bool {
		r := &b.runs[b.kids[i]]
		if c := r.parent.compare(parent); c != 0 {
			return c > 0
		}
		return r.side >= side
	})
}

// kidsOf is the stretch of kids that hang on one side of a parent.
func (b *body) kidsOf(parent char, side Side) (lo, hi int) {
	lo = b.kidsFrom(parent, side)
	hi = lo + sort.Search(len(b.kids)-lo, func(i int) bool {
		r := &b.runs[b.kids[lo+i]]
		return r.parent != parent || r.side != side
	})
	return lo, hi
}

// elder counts the siblings before first.
func (b *body) elder(siblings []int32, first char) int {
	return sort.Search(len(siblings), func(i int) bool {
		return b.compare(b.runs[siblings[i]].first(), first) >= 0
	})
}

// successor is the character after c in the order of the tree, seen or not, if c
// has a right child. It then has no left one.
func (b *body) successor(c char) (char, bool) {
	if lo, hi := b.kidsOf(c, SideRight); lo == hi {
		if _, ok := b.follower(c); !ok {
			return c, false
		}
	}
	if c.op < 0 {
		return b.opening(b.order[0].spans[0]), true
	}
	s := b.frags[b.fragFrom(c)]
	if next := (char{op: c.op, off: c.off + 1}); next.off < b.spans[s].off+b.spans[s].n {
		return next, true
	}
	in := b.spans[s].chunk
	if i := slices.Index(in.spans, s) + 1; i < len(in.spans) {
		return b.opening(in.spans[i]), true
	}
	return b.opening(b.order[in.at+1].spans[0]), true
}

// opening is the first character of a span.
func (b *body) opening(s int32) char {
	return char{op: b.runs[b.spans[s].run].op, off: b.spans[s].off}
}
