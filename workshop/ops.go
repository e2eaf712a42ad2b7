package workshop

import (
	"slices"

	"convene/workshop/crdt"
)

// fields collects the fields of a new record.
type fields []FieldValue

func (f *fields) add(field Field, v Value) { *f = append(*f, FieldValue{Field: field, Value: v}) }

// text adds a string unless it is empty.
func (f *fields) text(field Field, s string) {
	if s != "" {
		f.add(field, Text(s))
	}
}

// sorted returns the fields in the order in which they are encoded.
func (f fields) sorted() []FieldValue {
	slices.SortFunc(f, func(a, b FieldValue) int { return int(a.Field) - int(b.Field) })
	return f
}

// Create makes a new record. Fields may stand in any order.
func Create(k Kind, fs ...FieldValue) Op {
	return Op{Code: OpCreate, Kind: k, Fields: fields(fs).sorted()}
}

// Put replaces the record under a key of a parent.
func Put(k Kind, parent RecordID, key []byte, fs ...FieldValue) Op {
	return Op{Code: OpPut, Kind: k, Parent: parent, Key: key, Fields: fields(fs).sorted()}
}

// With is one field of a new record.
func With(f Field, v Value) FieldValue { return FieldValue{Field: f, Value: v} }

// Set writes one field.
func Set(r RecordID, f Field, v Value) Op { return Op{Code: OpSet, Record: r, Field: f, Value: v} }

// Delete hides a record. It can be undone by withdrawing.
func Delete(r RecordID) Op { return Set(r, FieldDeleted, Bool(true)) }

// Withdraw takes an own change back, or brings it back when it names a withdrawal.
func Withdraw(id ID) Op { return Op{Code: OpWithdraw, Change: id} }

// Splice is an edit as an editor sees it: at Pos code points from the start, Del code points go and Ins comes.
type Splice = crdt.Splice
