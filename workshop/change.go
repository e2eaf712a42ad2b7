package workshop

import "convene/workshop/crdt"

// Version is the version of the rules that this package knows. A genesis names the version of its session.
const Version = 1

// OpCode says what an op does. The numbers are part of the format.
type OpCode uint8

// The five ops.
const (
	OpCreate   OpCode = 1 // makes a new record
	OpPut      OpCode = 2 // replaces the one record under a key
	OpSet      OpCode = 3 // writes one field of a record
	OpText     OpCode = 4 // edits a text field
	OpWithdraw OpCode = 5 // takes an own change back, or brings it back
)

// Op is one thing that a change does. Which fields it uses depends on Code:
//
//	OpCreate    Kind, Fields
//	OpPut       Kind, Parent, Key, Fields
//	OpSet       Record, Field, Value
//	OpText      Record, Field, Runs
//	OpWithdraw  Change
type Op struct {
	Code   OpCode
	Kind   Kind
	Parent RecordID
	Key    []byte
	Fields []FieldValue
	Record RecordID
	Field  Field
	Value  Value
	Runs   []crdt.Run
	Change ID
}

// FieldValue is one field of a new record.
type FieldValue struct {
	Field Field
	Value Value
}

// Change is the unit of everything: what one writer did in one go, signed, chained to the writer's previous change and to the
// heads of the log that the writer knew. A Change is never altered after it was signed or read.
type Change struct {
	ID      ID
	V       uint16    // rules version, as in the genesis
	Session SessionID // zero in the genesis
	Writer  WriterKey
	Seq     uint64 // 1, 2, 3, ... of this writer
	Prev    ID     // the writer's change before; zero when Seq is 1
	Deps    []ID   // the other heads that the writer knew, sorted, at most 32
	Lamport uint64 // exactly 1 + the greatest of Prev and Deps
	Run     RecordID
	Wall    int64 // milliseconds since 1970 by the writer's clock; shown, never used to order or judge
	Ops     []Op

	Person    Person   // in Seq 1 only: whose writer this is
	PersonSig [64]byte // in Seq 1 only: the person's signature over session and writer

	Bytes   []byte // as signed and stored: signature, then body
	Foreign bool   // holds an op that this version does not know; carried, never counted
}

// Stamp orders this change's op index among all writes.
func (c *Change) Stamp(index int) crdt.Stamp {
	return crdt.Stamp{Lamport: c.Lamport, ID: c.ID, Index: uint16(index)}
}

// Before orders changes for delivery: by lamport, then by ID. The order is causal.
func (c *Change) Before(other *Change) bool {
	if c.Lamport != other.Lamport {
		return c.Lamport < other.Lamport
	}
	return c.ID.less(other.ID)
}

// created names the record that op index of c makes or replaces.
func (c *Change) created(index int) RecordID {
	op := &c.Ops[index]
	if op.Code == OpPut {
		return PutID(op.Kind, op.Parent.resolve(c.ID), op.Key)
	}
	return RecordID{Change: c.ID, Index: uint16(index)}
}

// Limits of one change and of one writer's chain. They decide validity, so they are part of the format.
const (
	MaxChange      = 64 << 10 // bytes, signature included
	MaxOps         = 256
	MaxDeps        = 32
	MaxItems       = 8192     // numbers, strings, lists and list members in a body: what reading it can cost
	MaxChainLength = 50_000   // changes of one writer
	MaxChainBytes  = 64 << 20 // bytes of one writer
)
