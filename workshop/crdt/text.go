package crdt

import (
	"iter"
	"unicode/utf8"
)

// Text is a text many people type into: a Fugue tree. Its order is a pure
// function of the set of ops applied, whatever the order of applying and
// whatever their writers made up. Every op belongs to a change that counts or
// does not; a character is visible while its insert counts and no delete that
// counts covers it. What does not count keeps its place unseen.
//
// The zero Text is empty. A text nobody edited after its first insert costs
// 64 bytes and the string it was given. Do not copy a Text: use Clone.
type Text struct {
	first seed
	body  *body
}

// seed is the only op of a text that was written once and never edited.
type seed struct {
	from    ChangeRef
	counted bool
	chars   uint32
	text    string
}

// Apply adds one op. An op already applied is ignored. On an error nothing is
// changed: ErrUnknownParent if a run names a character the text does not have,
// ErrBadRun, ErrTooLong. The flag counted is that of the whole change: if the
// text has other ops of this change, they take it over.
func (t *Text) Apply(from ChangeRef, runs []Run, counted bool) error {
	if t.Has(from) {
		return nil
	}
	chars, err := t.check(from, runs)
	if err != nil {
		return err
	}
	if t.empty() && len(runs) == 1 && runs[0].Kind == RunInsert {
		t.first = seed{from: from, counted: counted, chars: chars, text: runs[0].Text}
		return nil
	}
	t.grow()
	t.body.apply(from, runs, counted)
	return nil
}

// Has reports whether the op was applied.
func (t *Text) Has(from ChangeRef) bool {
	_, ok := t.charsOf(from)
	return ok
}

// SetCounted says whether the ops of a change count from now on, and reports
// whether that was news to this text. A change it has no op of is ignored.
func (t *Text) SetCounted(change [32]byte, counted bool) bool {
	if t.body != nil {
		return t.body.setCounted(change, counted)
	}
	if t.empty() || t.first.from.ID != change || t.first.counted == counted {
		return false
	}
	t.first.counted = counted
	return true
}

// String returns the visible text.
func (t *Text) String() string {
	switch {
	case t.body != nil:
		return t.body.string()
	case t.first.counted:
		return t.first.text
	}
	return ""
}

// Len returns the length of the visible text in runes.
func (t *Text) Len() int {
	switch {
	case t.body != nil:
		return t.body.visible
	case t.first.counted:
		return int(t.first.chars)
	}
	return 0
}

// Chars returns the number of characters ever inserted, seen or not: what a
// caller's limit on one text should count.
func (t *Text) Chars() int {
	if t.body != nil {
		return t.body.chars
	}
	return int(t.first.chars)
}

// Ops yields every op once, in the order of applying. Applied again in this
// order, they make the same text. Runs come out joined: their number may differ
// from what was applied, their meaning does not.
func (t *Text) Ops() iter.Seq[Op] {
	return func(yield func(Op) bool) {
		if t.body != nil {
			t.body.each(yield)
		} else if !t.empty() {
			yield(t.first.op())
		}
	}
}

// Clone returns an independent copy.
func (t *Text) Clone() *Text {
	c := &Text{first: t.first}
	if t.body != nil {
		c.body = t.body.clone()
	}
	return c
}

func (t *Text) empty() bool { return t.body == nil && t.first.text == "" }

// grow makes the body that an edited text needs.
func (t *Text) grow() {
	if t.body != nil {
		return
	}
	t.body = &body{}
	if op := t.first.op(); op.From != (ChangeRef{}) {
		t.body.apply(op.From, op.Runs, op.Counted)
	}
	t.first = seed{}
}

func (s *seed) op() Op {
	return Op{From: s.from, Counted: s.counted, Runs: []Run{Insert(CharID{}, SideRight, s.text)}}
}

// charsOf returns how many characters an applied op inserted.
func (t *Text) charsOf(from ChangeRef) (uint32, bool) {
	if t.body != nil {
		if op, ok := t.body.find(from); ok {
			return t.body.ops[op].chars, true
		}
		return 0, false
	}
	if t.empty() || t.first.from != from {
		return 0, false
	}
	return t.first.chars, true
}

// check judges an op before anything is changed, and counts its characters.
func (t *Text) check(from ChangeRef, runs []Run) (uint32, error) {
	if from.ID == ([32]byte{}) || from.ID == OwnChange() {
		return 0, ErrBadRun
	}
	room := uint64(MaxChars - t.Chars())
	var written uint64
	for _, r := range runs {
		start := r.At
		own := start.IsOwn() || (start.Change == from.ID && start.Index == from.Index)
		have := uint32(written)
		if !own {
			have, _ = t.charsOf(ChangeRef{ID: start.Change, Index: start.Index})
		}
		switch r.Kind {
		case RunInsert:
			if r.Text == "" || !utf8.ValidString(r.Text) || (r.Side != SideLeft && r.Side != SideRight) {
				return 0, ErrBadRun
			}
			if start.IsRoot() && r.Side == SideLeft {
				return 0, ErrBadRun
			}
			if !start.IsRoot() && start.Off >= have {
				return 0, ErrUnknownParent
			}
			if written += uint64(utf8.RuneCountInString(r.Text)); written > room {
				return 0, ErrTooLong
			}
		case RunDelete:
			if r.Len == 0 {
				return 0, ErrBadRun
			}
			if uint64(start.Off)+uint64(r.Len) > uint64(have) {
				return 0, ErrUnknownParent
			}
		default:
			return 0, ErrBadRun
		}
	}
	return uint32(written), nil
}
