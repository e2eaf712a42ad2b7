package crdt

import (
	"bytes"
	"cmp"
	"errors"
)

// MaxChars is the most characters one Text holds, deleted ones included.
const MaxChars = 1 << 28

var (
	// ErrUnknownParent means that a run names a character the text does not
	// have: the change that wrote it must be applied first, or it is invented.
	ErrUnknownParent = errors.New("text run names an unknown character")
	// ErrBadRun means that a run can be part of no text: empty, not UTF-8, of
	// an unknown kind or side, at the left of the root, or of the zero change.
	ErrBadRun = errors.New("malformed text run")
	// ErrTooLong means that the text would hold more than MaxChars.
	ErrTooLong = errors.New("text too long")
	// ErrOutOfRange means that a splice reaches outside the text it is made on.
	ErrOutOfRange = errors.New("splice outside the text")
)

// ChangeRef names one text op: its change and its index among the change's ops.
type ChangeRef struct {
	ID    [32]byte
	Index uint16
}

// CharID names one character for good: the change and op that wrote it, and
// its place, in runes, among all characters that op inserts. The zero CharID is
// the root, before every character.
type CharID struct {
	Change [32]byte
	Index  uint16
	Off    uint32
}

// OwnChange stands in a CharID for the change that is being written and has no
// id yet. Such a CharID names a character inserted by an earlier run of the same
// op; its Index does not matter.
func OwnChange() [32]byte {
	var id [32]byte
	for i := range id {
		id[i] = 0xff
	}
	return id
}

// IsRoot reports whether id is the root.
func (id CharID) IsRoot() bool { return id == CharID{} }

// IsOwn reports whether id names a character of the op it stands in.
func (id CharID) IsOwn() bool { return id.Change == OwnChange() }

// Compare orders siblings: by change id, then op index, then offset.
func (id CharID) Compare(other CharID) int {
	if c := bytes.Compare(id.Change[:], other.Change[:]); c != 0 {
		return c
	}
	if c := cmp.Compare(id.Index, other.Index); c != 0 {
		return c
	}
	return cmp.Compare(id.Off, other.Off)
}

// Range is a row of characters of one op with consecutive ids.
type Range struct {
	Start CharID
	Len   uint32
}

// Side says on which side of its parent an inserted run hangs.
type Side uint8

// The sides of a parent. The root has only a right side.
const (
	SideRight Side = 1
	SideLeft  Side = 2
)

// RunKind says what a Run does.
type RunKind uint8

// The two kinds of runs.
const (
	RunInsert RunKind = 1
	RunDelete RunKind = 2
)

// Run is one piece of a text op. An insert run hangs the first character of Text
// on the Side of At, and each further character on the right of the one before;
// the characters of all insert runs of an op are numbered on in order, from 0.
// A delete run takes away Len characters whose ids start with At.
type Run struct {
	Kind RunKind
	At   CharID // insert: the parent; delete: the first character
	Side Side   // insert only
	Text string // insert only, never empty
	Len  uint32 // delete only, never 0
}

// Insert is an insert run.
func Insert(parent CharID, side Side, text string) Run {
	return Run{Kind: RunInsert, At: parent, Side: side, Text: text}
}

// Delete is a delete run.
func Delete(start CharID, n uint32) Run {
	return Run{Kind: RunDelete, At: start, Len: n}
}

// Op is one text op as a Text remembers it.
type Op struct {
	From    ChangeRef
	Counted bool
	Runs    []Run
}

// Splice is an edit as an editor sees it: at Pos runes from the start, Del runes
// go and Ins comes.
type Splice struct {
	Pos, Del int
	Ins      string
}
