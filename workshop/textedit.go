package workshop

import (
	"errors"
	"fmt"

	"convene/workshop/crdt"
)

// Anchors are the characters of a text as it stood at one moment, for edits that are made against it later.
type Anchors []crdt.Range

// ErrNoText means that a record has no text to write in, or is not there.
var ErrNoText = errors.New("there is no text to write in")

// Anchors returns the characters of a record's text as they stand now.
func (s *Session) Anchors(id RecordID) (Anchors, error) {
	r := s.records[id]
	if r == nil || !r.shown {
		return nil, ErrNoText
	}
	if r.typed() == nil {
		return Anchors{}, nil
	}
	return Anchors(r.text.Anchors()), nil
}

// Edit turns splices, made one after the other against an older state of a text, into an op that does the same to the text as
// it is now. Whatever others wrote or deleted since stays as it is. Errors: [ErrNoText], or a splice outside the older text.
func (s *Session) Edit(id RecordID, base Anchors, splices ...Splice) (Op, error) {
	r := s.records[id]
	if r == nil || !r.shown {
		return Op{}, ErrNoText
	}
	f, ok := textField(r.kind)
	if !ok {
		return Op{}, ErrNoText
	}
	t := r.typed()
	if t == nil {
		t = &crdt.Text{}
	}
	runs, err := t.Edit(base, splices)
	if err != nil {
		return Op{}, fmt.Errorf("edit text: %w", err)
	}
	return Op{Code: OpText, Record: id, Field: f, Runs: runs}, nil
}

// Rewrite returns the splice that turns one text into another: what stands before and after the difference is left alone. ok is
// false when they are equal.
func Rewrite(from, to string) (splice Splice, ok bool) {
	a, b := []rune(from), []rune(to)
	start := 0
	for start < len(a) && start < len(b) && a[start] == b[start] {
		start++
	}
	end := 0
	for end < len(a)-start && end < len(b)-start && a[len(a)-1-end] == b[len(b)-1-end] {
		end++
	}
	s := Splice{Pos: start, Del: len(a) - start - end, Ins: string(b[start : len(b)-end])}
	return s, s.Del > 0 || s.Ins != ""
}
