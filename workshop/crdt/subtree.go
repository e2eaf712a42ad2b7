package crdt

import (
	"slices"
	"sort"
)

// The characters under one character stand side by side in the text. Their first
// and last are found by halving, not by going down the tree: a stranger can make
// a tree as deep as it is large.

// climb gives a new run its ways up. With the jumps of a skew-binary counter any
// run above is reached in a logarithm of steps.
func (b *body) climb(i int32) {
	r := &b.runs[i]
	r.up = -1
	if r.parent.op >= 0 {
		r.up = b.runOf(r.parent)
	}
	r.depth = b.depth(r.up) + 1
	r.jump = r.up
	near := b.jump(r.up)
	far := b.jump(near)
	if b.depth(r.up)-b.depth(near) == b.depth(near)-b.depth(far) {
		r.jump = far
	}
}

func (b *body) depth(r int32) int32 {
	if r < 0 {
		return 0
	}
	return b.runs[r].depth
}

func (b *body) jump(r int32) int32 {
	if r < 0 {
		return -1
	}
	return b.runs[r].jump
}

// under reports whether the span is part of the subtree of a character: the one
// at offset off in run top. The span must not reach over it.
func (b *body) under(s, top int32, off uint32) bool {
	r := b.spans[s].run
	if r == top {
		return b.spans[s].off >= off
	}
	below := b.runs[top].depth + 1
	for b.depth(r) > below {
		if j := b.runs[r].jump; b.depth(j) >= below {
			r = j
		} else {
			r = b.runs[r].up
		}
	}
	return b.runs[r].up == top && b.runs[r].depth == below && b.runs[r].parent.off >= off
}

// firstUnder returns the first span of the subtree of c.
func (b *body) firstUnder(c char) int32 {
	home, top := b.before(c), b.runOf(c)
	at := b.spans[home].chunk.at
	first := sort.Search(at, func(i int) bool {
		spans := b.order[i].spans
		return b.under(spans[len(spans)-1], top, c.off)
	})
	spans := b.order[first].spans
	n := len(spans)
	if first == at {
		n = slices.Index(spans, home)
	}
	return spans[sort.Search(n, func(i int) bool { return b.under(spans[i], top, c.off) })]
}

// lastUnder returns the last span of the subtree of c.
func (b *body) lastUnder(c char) int32 {
	home, top := b.before(c), b.runOf(c)
	at := b.spans[home].chunk.at
	rest := b.order[at+1:]
	last := at + sort.Search(len(rest), func(i int) bool { return !b.under(rest[i].spans[0], top, c.off) })
	spans := b.order[last].spans
	if last == at {
		spans = spans[slices.Index(spans, home):]
	}
	return spans[sort.Search(len(spans)-1, func(i int) bool { return !b.under(spans[i+1], top, c.off) })]
}
