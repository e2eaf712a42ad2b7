package workshop

import (
	"slices"

	"convene/workshop/crdt"
)

// record is one thing of the session and everything ever written on it. What does not count stays in writes; the fields show
// only what counts.
type record struct {
	id     RecordID
	kind   Kind
	parent RecordID     // of puts
	key    []byte       // of puts
	maker  *node        // of creates
	at     crdt.Stamp   // of creates: when it was made
	writes []write      // ask for history
	fields []fieldState // only what counts; ask for cells
	text   *crdt.Text   // of kinds that have a text; ask for typed
	shown  bool
	winner *node // of puts: whose put shows

	folded *foldedRecord // until somebody asks for history or typed
}

// write is one op on a record.
type write struct {
	node  *node
	index uint16
}

func (w write) op() *Op { return w.node.change.op(int(w.index)) }

func (w write) makes() bool { c := w.op().Code; return c == OpCreate || c == OpPut }

type fieldState struct {
	field Field
	index uint16 // of the op
	by    *node
	value Value
}

func (f *fieldState) stamp() crdt.Stamp { return f.by.change.Stamp(int(f.index)) }

// before reports whether f was written before w.
func (f *fieldState) before(w write) bool {
	if f.by == w.node {
		return f.index < w.index
	}
	return f.by.change.Before(w.node.change)
}

// value returns a field that counts, or nothing.
func (r *record) value(f Field) Value {
	if s := r.fieldBy(f); s != nil {
		return s.value
	}
	return Value{}
}

// writerOf returns whose value of a field shows.
func (r *record) writerOf(f Field) *node {
	if s := r.fieldBy(f); s != nil {
		return s.by
	}
	return nil
}

// made returns a field as the record was created with, whether or not that counts.
func (r *record) made(f Field) Value {
	if r.maker == nil {
		return Value{}
	}
	if r.maker.state == stateCounts && schema[r.kind].fields[f].fixed {
		return r.value(f)
	}
	return fieldOf(r.maker.change.op(int(r.id.Index)), f)
}

// history returns all that was ever written on the record, in the order in which it came here.
func (r *record) history() []write {
	r.unfold()
	return r.writes
}

// typed returns the text that people type into, or nil.
func (r *record) typed() *crdt.Text {
	r.unfold()
	return r.text
}

// visible returns the text of a text field.
func (r *record) visible() string {
	switch {
	case r.folded != nil && r.folded.typed:
		return r.folded.words
	case r.text != nil:
		return r.text.String()
	}
	return r.value(FieldText).Str() // put under a token: nobody types into it
}

// enroll adds the writes of a kept change to their records, whether or not they count.
func (s *Session) enroll(n *node) []*record {
	var touched []*record
	for i := range n.change.ops() {
		op := n.change.op(i)
		var r *record
		switch op.Code {
		case OpCreate, OpPut:
			if schema[op.Kind] == nil {
				continue
			}
			r = s.recordFor(n, i)
		case OpSet, OpText:
			r = s.records[op.Record]
		}
		if r == nil {
			continue
		}
		r.writes = append(r.history(), write{node: n, index: uint16(i)})
		r.enrollText(n, i)
		if !fieldOf(op, FieldLocked).Nothing() {
			s.locks[r.id] = r
		}
		if !slices.Contains(touched, r) {
			touched = append(touched, r)
		}
	}
	return touched
}

func (s *Session) recordFor(n *node, i int) *record {
	op := n.change.op(i)
	id := n.change.created(i)
	r := s.records[id]
	if r != nil {
		return r
	}
	r = &record{id: id, kind: op.Kind, parent: op.Parent, key: op.Key}
	if op.Code == OpCreate {
		r.maker = n
		r.parent = parentOf(op)
	}
	s.records[id] = r
	s.line(r, crdt.Stamp{Lamport: n.change.Lamport, ID: n.change.ID, Index: uint16(i)})
	if !r.parent.Zero() {
		s.byParent[r.parent] = append(s.byParent[r.parent], id)
	}
	return r
}

// line keeps created records in the order of their making. Changes come almost in that order, so it looks from the end.
func (s *Session) line(r *record, at crdt.Stamp) {
	if r.maker == nil {
		s.put = append(s.put, r)
		return
	}
	r.at = at
	i := len(s.made)
	for i > 0 && at.Less(s.made[i-1].at) {
		i--
	}
	s.made = slices.Insert(s.made, i, r)
}

// parentOf is the record that a new one hangs on: its run, else its activity, else what it is about.
func parentOf(op *Op) RecordID {
	for _, f := range []Field{FieldRun, FieldActivity, FieldOn} {
		if r := fieldOf(op, f).Ref(); !r.Zero() {
			return r
		}
	}
	return RecordID{}
}

// textField is the field of a kind that people type into, if it has one.
func textField(k Kind) (Field, bool) {
	switch k {
	case KindNote, KindCharter, KindComment:
		return FieldText, true
	case KindCluster:
		return FieldName, true
	}
	return 0, false
}

// enrollText gives the characters of an op their place, unseen: count shows them when the change counts. Runs that name
// characters which do not exist have no effect, on every peer alike.
func (r *record) enrollText(n *node, i int) {
	op := n.change.op(i)
	var runs []crdt.Run
	switch op.Code {
	case OpCreate:
		f, ok := textField(r.kind)
		if first := fieldOf(op, f).Str(); ok && first != "" {
			runs = []crdt.Run{crdt.Insert(crdt.CharID{}, crdt.SideRight, first)}
		}
	case OpText:
		runs = op.Runs
	}
	if len(runs) == 0 {
		return
	}
	if r.text == nil {
		r.text = &crdt.Text{}
	}
	if r.text.Apply(charOf(n, i), runs, false) != nil {
		return
	}
}

// show works out a record from the writes that count, and reports whether anybody would see a difference.
func (r *record) show() (changed bool) {
	before, wasShown := r.cells(), r.shown
	r.fields, r.winner = nil, nil
	exists := false
	for _, w := range r.history() {
		if w.node.state != stateCounts {
			continue
		}
		exists = r.take(w) || exists
	}
	r.shown = exists && !r.value(FieldDeleted).True()
	return r.shown != wasShown || !sameFields(before, r.fields)
}

// take adds one write that counts and reports whether it makes the record exist.
func (r *record) take(w write) bool {
	op := w.op()
	switch op.Code {
	case OpCreate:
		for _, f := range op.Fields {
			r.set(f.Field, f.Value, w)
		}
		return true
	case OpPut:
		whole := !schema[r.kind].token // else field by field, like what is created: others may have written on it since
		if before := r.winner != nil && w.node.change.Before(r.winner.change); !before {
			r.winner = w.node
			if whole {
				r.fields = nil
			}
		} else if whole {
			return true
		}
		for _, f := range op.Fields {
			r.set(f.Field, f.Value, w)
		}
		return true
	case OpSet:
		r.set(op.Field, op.Value, w)
	}
	return false
}

func (r *record) set(f Field, v Value, w write) {
	for i := range r.fields {
		if r.fields[i].field == f {
			if r.fields[i].before(w) {
				r.fields[i] = fieldState{field: f, value: v, index: w.index, by: w.node}
			}
			return
		}
	}
	r.fields = append(r.fields, fieldState{field: f, value: v, index: w.index, by: w.node})
}

func sameFields(a, b []fieldState) bool {
	if len(a) != len(b) {
		return false
	}
	for i := range a {
		if a[i].field != b[i].field || a[i].by != b[i].by || a[i].index != b[i].index {
			return false
		}
	}
	return true
}
