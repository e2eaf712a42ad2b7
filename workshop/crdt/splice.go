package crdt

import (
	"slices"
	"unicode/utf8"
)

// Anchors returns the ids of the visible characters, in their order. Keep it to
// let an edit be made later against the text as it is now.
func (t *Text) Anchors() []Range {
	if t.body != nil {
		return t.body.ranges(0, t.body.visible)
	}
	if t.Len() == 0 {
		return nil
	}
	return []Range{{Start: CharID{Change: t.first.from.ID, Index: t.first.from.Index}, Len: t.first.chars}}
}

// Splice turns an edit of the visible text into the runs of one op: del runes go
// from rune pos on and ins comes. It applies nothing. Errors: ErrOutOfRange, and
// ErrBadRun if ins is not UTF-8.
func (t *Text) Splice(pos, del int, ins string) ([]Run, error) {
	if pos < 0 || del < 0 || pos > t.Len() || del > t.Len()-pos {
		return nil, ErrOutOfRange
	}
	var gone []Range
	left := CharID{}
	if t.body != nil {
		gone = t.body.ranges(pos, del)
		if pos > 0 {
			left = t.body.ranges(pos-1, 1)[0].Start
		}
	} else {
		base := t.Anchors()
		gone = part(base, pos, del)
		left = leftOf(base, pos)
	}
	return t.runs(left, gone, ins)
}

// SpliceFrom is Splice for an edit that was made against an older text, whose
// Anchors are base. What was deleted since keeps its place, so it always finds
// where the edit belongs. ErrUnknownParent means that base is not of this text.
func (t *Text) SpliceFrom(base []Range, pos, del int, ins string) ([]Run, error) {
	if n := rangesLen(base); pos < 0 || del < 0 || pos > n || del > n-pos {
		return nil, ErrOutOfRange
	}
	return t.runs(leftOf(base, pos), part(base, pos, del), ins)
}

// Edit turns edits made one after the other, the first against the older text
// whose Anchors are base, into the runs of one op. Each edit's positions are
// those its writer saw: base with the earlier edits. Errors as of SpliceFrom.
func (t *Text) Edit(base []Range, edits []Splice) ([]Run, error) {
	if len(edits) == 1 {
		return t.SpliceFrom(base, edits[0].Pos, edits[0].Del, edits[0].Ins)
	}
	trial := t.Clone()
	trial.grow()
	op := trial.body.open(ChangeRef{ID: OwnChange()}, true)
	view := slices.Clone(base)
	var all []Run
	for _, e := range edits {
		runs, err := trial.SpliceFrom(view, e.Pos, e.Del, e.Ins)
		if err != nil {
			return nil, err
		}
		fresh := Range{Start: CharID{Change: OwnChange(), Off: trial.body.ops[op].chars}}
		for _, r := range runs {
			trial.body.write(op, r)
		}
		fresh.Len = trial.body.ops[op].chars - fresh.Start.Off
		view = spliceRanges(view, e.Pos, e.Del, fresh)
		all = append(all, runs...)
	}
	return all, nil
}

// runs makes the runs that delete gone and insert ins after left.
func (t *Text) runs(left CharID, gone []Range, ins string) ([]Run, error) {
	if !utf8.ValidString(ins) {
		return nil, ErrBadRun
	}
	runs := make([]Run, 0, len(gone)+1)
	for _, g := range gone {
		if n, _ := t.charsOf(g.Start.op()); uint64(g.Start.Off)+uint64(g.Len) > uint64(n) {
			return nil, ErrUnknownParent
		}
		runs = append(runs, Delete(g.Start, g.Len))
	}
	if ins == "" {
		return runs, nil
	}
	if n, _ := t.charsOf(left.op()); !left.IsRoot() && left.Off >= n {
		return nil, ErrUnknownParent
	}
	parent, side := t.hang(left)
	return append(runs, Insert(parent, side, ins)), nil
}

// hang is Fugue's rule for what comes after left: its right child if it has none
// yet, else the left child of the character after it, which then has no left one.
func (t *Text) hang(left CharID) (CharID, Side) {
	if t.body == nil {
		if t.empty() || (!left.IsRoot() && left.Off == t.first.chars-1) {
			return left, SideRight
		}
		next := CharID{Change: t.first.from.ID, Index: t.first.from.Index}
		if !left.IsRoot() {
			next.Off = left.Off + 1
		}
		return next, SideLeft
	}
	at := char{op: -1}
	if !left.IsRoot() {
		at.op, _ = t.body.find(left.op())
		at.off = left.Off
	}
	if next, ok := t.body.successor(at); ok {
		return t.body.id(next), SideLeft
	}
	return left, SideRight
}

func (id CharID) op() ChangeRef { return ChangeRef{ID: id.Change, Index: id.Index} }

// ranges returns the ids of n visible characters from rune pos on.
func (b *body) ranges(pos, n int) []Range {
	var out []Range
	last := area{char: char{op: -1}}
	if n == 0 {
		return nil
	}
	b.walk(pos, func(a area) bool {
		a.n = uint32(min(int(a.n), n))
		if a.op == last.op && a.off == last.off+last.n {
			out[len(out)-1].Len += a.n
			last.n += a.n
		} else {
			out = append(out, Range{Start: b.id(a.char), Len: a.n})
			last = a
		}
		n -= int(a.n)
		return n > 0
	})
	return out
}

func rangesLen(base []Range) int {
	n := 0
	for _, r := range base {
		n += int(r.Len)
	}
	return n
}

// part is the n characters of base from rune pos on.
func part(base []Range, pos, n int) []Range {
	var out []Range
	for _, r := range base {
		if n == 0 {
			break
		}
		if pos >= int(r.Len) {
			pos -= int(r.Len)
			continue
		}
		take := min(int(r.Len)-pos, n)
		r.Start.Off += uint32(pos)
		out = append(out, Range{Start: r.Start, Len: uint32(take)})
		pos, n = 0, n-take
	}
	return out
}

// leftOf is the character of base before rune pos; the root at 0.
func leftOf(base []Range, pos int) CharID {
	if pos == 0 {
		return CharID{}
	}
	return part(base, pos-1, 1)[0].Start
}

// spliceRanges is base with del characters from rune pos on replaced by fresh.
func spliceRanges(base []Range, pos, del int, fresh Range) []Range {
	out := part(base, 0, pos)
	if fresh.Len > 0 {
		out = append(out, fresh)
	}
	return append(out, part(base, pos+del, rangesLen(base)-pos-del)...)
}
