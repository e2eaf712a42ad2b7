package crdt

import (
	"slices"
	"sort"
	"unicode/utf8"
)

// chunkSpans is how many spans a chunk holds before it is cut in two. Looking for
// a place walks the chunks, then the spans of one.
const chunkSpans = 64

// chunk is a stretch of the text in its order.
type chunk struct {
	at      int // its place in the order
	visible int // runes
	spans   []int32
}

// fragFrom is the first place in frags at or after a character: the span that
// holds it, or the next of its op's, or the first of a later op.
func (b *body) fragFrom(c char) int {
	return sort.Search(len(b.frags), func(i int) bool {
		s := &b.spans[b.frags[i]]
		return char{op: b.runs[s.run].op, off: s.off + s.n - 1}.compare(c) >= 0
	})
}

// cut makes a span begin at c, if c is inside one.
func (b *body) cut(c char) {
	f := b.fragFrom(c)
	if f == len(b.frags) {
		return
	}
	s := &b.spans[b.frags[f]]
	if b.runs[s.run].op != c.op || s.off >= c.off {
		return
	}
	left := b.frags[f]
	n := c.off - s.off
	size := headBytes(b.runs[s.run].text[s.at:s.at+s.size], n)
	right := span{
		run: s.run, off: c.off, n: s.n - n,
		at: s.at + size, size: s.size - size, deleters: s.deleters,
	}
	if b.seen(s) > 0 {
		s.chunk.visible -= int(right.n)
	}
	s.n, s.size = n, size
	i := b.addSpan(right)
	b.frags = slices.Insert(b.frags, f+1, i)
	b.place(i, left, true)
}

func (b *body) addSpan(s span) int32 {
	b.spans = append(b.spans, s)
	return int32(len(b.spans) - 1)
}

// headBytes is the size of the first n runes of text.
func headBytes(text string, n uint32) uint32 {
	var at int
	for ; n > 0; n-- {
		_, size := utf8.DecodeRuneInString(text[at:])
		at += size
	}
	return uint32(at)
}

// place puts a span beside another; near is -1 in an empty text.
func (b *body) place(s, near int32, after bool) {
	if near < 0 {
		c := &chunk{visible: b.seen(&b.spans[s]), spans: []int32{s}}
		b.order = append(b.order, c)
		b.spans[s].chunk = c
		return
	}
	c := b.spans[near].chunk
	i := slices.Index(c.spans, near)
	if after {
		i++
	}
	c.spans = slices.Insert(c.spans, i, s)
	c.visible += b.seen(&b.spans[s])
	b.spans[s].chunk = c
	if len(c.spans) > chunkSpans {
		b.halve(c)
	}
}

// halve moves the second half of a full chunk to a new one behind it.
func (b *body) halve(c *chunk) {
	half := len(c.spans) / 2
	next := &chunk{spans: slices.Clone(c.spans[half:])}
	c.spans = c.spans[:half]
	for _, i := range next.spans {
		s := &b.spans[i]
		s.chunk = next
		next.visible += b.seen(s)
	}
	c.visible -= next.visible
	b.order = slices.Insert(b.order, c.at+1, next)
	for i := c.at + 1; i < len(b.order); i++ {
		b.order[i].at = i
	}
}

// walk calls yield with each visible stretch from rune pos on, until it returns
// false.
func (b *body) walk(pos int, yield func(area) bool) {
	for _, c := range b.order {
		if pos >= c.visible {
			pos -= c.visible
			continue
		}
		for _, i := range c.spans {
			s := &b.spans[i]
			n := b.seen(s)
			if pos >= n {
				pos -= n
				continue
			}
			at := char{op: b.runs[s.run].op, off: s.off + uint32(pos)}
			if !yield(area{char: at, n: s.n - uint32(pos)}) {
				return
			}
			pos = 0
		}
	}
}
