package workshop

import (
	"bytes"
	"crypto/sha256"
	"errors"
	"fmt"

	"github.com/fxamacker/cbor/v2"
)

// The structs in this file are the bytes of a change; docs/format.md draws them. They are never used outside.

type bodyWire struct {
	_         struct{} `cbor:",toarray"`
	V         uint16
	Session   []byte
	Writer    []byte
	Seq       uint64
	Prev      []byte
	Deps      [][]byte
	Lamport   uint64
	Run       []byte
	Wall      int64
	Ops       []cbor.RawMessage
	Person    []byte
	PersonSig []byte
}

type createWire struct {
	_      struct{} `cbor:",toarray"`
	Code   uint8
	Kind   uint8
	Fields []fieldWire
}

type putWire struct {
	_      struct{} `cbor:",toarray"`
	Code   uint8
	Kind   uint8
	Parent []byte
	Key    []byte
	Fields []fieldWire
}

type fieldWire struct {
	_     struct{} `cbor:",toarray"`
	Field uint8
	Value Value
}

type setWire struct {
	_      struct{} `cbor:",toarray"`
	Code   uint8
	Record []byte
	Field  uint8
	Value  Value
}

type textWire struct {
	_      struct{} `cbor:",toarray"`
	Code   uint8
	Record []byte
	Field  uint8
	Runs   []runWire
}

// runWire inserts Text beside the character At (Side 1 right, 2 left), or deletes Len characters from At on (Side 3).
type runWire struct {
	_    struct{} `cbor:",toarray"`
	Side uint8
	At   []byte
	Text string
	Len  uint32
}

type withdrawWire struct {
	_      struct{} `cbor:",toarray"`
	Code   uint8
	Change []byte
}

const (
	changeDomain = "convene/change/1"
	personDomain = "convene/writer/1"
	putDomain    = "convene/put/1"
)

// PutID names the record of a kind under a key of a parent.
func PutID(k Kind, parent RecordID, key []byte) RecordID {
	h := sha256.New()
	h.Write([]byte(putDomain))
	h.Write([]byte{byte(k), byte(len(parent.encode()))})
	h.Write(parent.encode())
	h.Write(key)
	r := RecordID{Index: putIndex}
	h.Sum(r.Change[:0])
	return r
}

// wire is the body of a change with its ops left empty.
func (c *Change) wire() bodyWire {
	w := bodyWire{
		V: c.V, Session: trimZero(c.Session[:]), Writer: c.Writer[:], Seq: c.Seq, Prev: trimZero(c.Prev[:]),
		Lamport: c.Lamport, Run: c.Run.encode(), Wall: c.Wall, Person: []byte{}, PersonSig: []byte{},
		Deps: make([][]byte, len(c.Deps)), Ops: make([]cbor.RawMessage, len(c.Ops)),
	}
	for i := range c.Deps {
		w.Deps[i] = c.Deps[i][:]
	}
	if c.Seq == 1 {
		w.Person, w.PersonSig = c.Person[:], c.PersonSig[:]
	}
	return w
}

func encodeBody(c *Change) ([]byte, error) {
	w := c.wire()
	for i := range c.Ops {
		raw, err := encodeOp(&c.Ops[i])
		if err != nil {
			return nil, fmt.Errorf("encode op %d: %w", i, err)
		}
		w.Ops[i] = raw
	}
	return encMode.Marshal(&w)
}

func encodeOp(op *Op) ([]byte, error) {
	var to opWriter
	if err := to.write(op); err != nil {
		return nil, err
	}
	return to.Bytes(), nil
}

// opWriter writes ops one after the other with what it needed for the one before.
type opWriter struct {
	bytes.Buffer
	fields []fieldWire
}

// write appends the canonical bytes of an op.
func (to *opWriter) write(op *Op) error {
	switch op.Code {
	case OpCreate:
		return encMode.MarshalToBuffer(&createWire{Code: uint8(op.Code), Kind: uint8(op.Kind), Fields: to.wire(op.Fields)}, &to.Buffer)
	case OpPut:
		return encMode.MarshalToBuffer(&putWire{
			Code: uint8(op.Code), Kind: uint8(op.Kind), Parent: op.Parent.encode(),
			Key: nonNil(op.Key), Fields: to.wire(op.Fields),
		}, &to.Buffer)
	case OpSet:
		return encMode.MarshalToBuffer(&setWire{
			Code: uint8(op.Code), Record: op.Record.encode(), Field: uint8(op.Field), Value: op.Value,
		}, &to.Buffer)
	case OpText:
		return encMode.MarshalToBuffer(&textWire{
			Code: uint8(op.Code), Record: op.Record.encode(), Field: uint8(op.Field), Runs: encodeRuns(op.Runs),
		}, &to.Buffer)
	case OpWithdraw:
		return encMode.MarshalToBuffer(&withdrawWire{Code: uint8(op.Code), Change: op.Change[:]}, &to.Buffer)
	}
	return fmt.Errorf("op code %d is not known", op.Code)
}

// wire is the fields of an op as they are written; an empty list is a list.
func (to *opWriter) wire(fields []FieldValue) []fieldWire {
	if to.fields == nil {
		to.fields = make([]fieldWire, 0, max(len(fields), 8))
	}
	to.fields = to.fields[:0]
	for _, f := range fields {
		to.fields = append(to.fields, fieldWire{Field: uint8(f.Field), Value: f.Value})
	}
	return to.fields
}

// decodeSigned reads a signature and a body. It checks form and canonical encoding, nothing that needs the past.
func decodeSigned(signed []byte) (*Change, error) {
	if len(signed) > MaxChange {
		return nil, &RefusedError{Code: RefusedChange, Limit: MaxChange, Got: len(signed)}
	}
	if len(signed) <= 64 {
		return nil, errors.New("too short for a signature and a body")
	}
	body := signed[64:]
	if n := countItems(body); n > MaxItems {
		return nil, fmt.Errorf("more than %d items", MaxItems)
	}
	if err := decMode.Wellformed(body); err != nil {
		return nil, err
	}
	if body[0] != 0x80|bodyItems {
		return nil, errors.New("a body is a list of twelve")
	}
	from, to := opsIn(body)
	c := &Change{Bytes: signed, ID: sha256.Sum256(body)}
	if err := c.readEnvelope(body, from, to); err != nil {
		return nil, err
	}
	if err := c.readOps(body[from:to]); err != nil {
		return nil, err
	}
	for i := range c.Ops {
		c.Ops[i].resolve(c.ID)
	}
	c.Run = c.Run.resolve(c.ID)
	return c, nil
}

// bodyItems is how many items a body has; the ops are the one after bodyHead.
const (
	bodyItems = 12
	bodyHead  = 9
)

// opsIn returns where the ops of a well-formed body stand.
func opsIn(body []byte) (from, to int) {
	from = 1
	for range bodyHead {
		from += itemLen(body[from:])
	}
	return from, from + itemLen(body[from:])
}

// readEnvelope reads all of a body but its ops, and demands that it is encoded canonically.
func (c *Change) readEnvelope(body []byte, from, to int) error {
	envelope := make([]byte, 0, from+1+len(body)-to)
	envelope = append(envelope, body[:from]...)
	envelope = append(envelope, 0x80) // no ops
	envelope = append(envelope, body[to:]...)
	var w bodyWire
	if err := decMode.Unmarshal(envelope, &w); err != nil {
		return err
	}
	c.V, c.Seq, c.Lamport, c.Wall = w.V, w.Seq, w.Lamport, w.Wall
	if err := c.readRefs(&w); err != nil {
		return err
	}
	if again, err := encMode.Marshal(&w); err != nil || !bytes.Equal(again, envelope) {
		return errNotCanonical
	}
	return nil
}

var errNotCanonical = errors.New("not encoded canonically")

// readOps reads a well-formed list of ops, and demands that each is encoded canonically.
func (c *Change) readOps(raw []byte) error {
	n, head := itemHead(raw)
	switch {
	case raw[0]>>5 != 4:
		return errors.New("ops are a list")
	case n > MaxOps:
		return &RefusedError{Code: RefusedOps, Limit: MaxOps, Got: int(n)}
	case head != headLen(n):
		return errNotCanonical
	}
	c.Ops = make([]Op, n)
	raw = raw[head:]
	var again opWriter
	for i := range c.Ops {
		one := raw[:itemLen(raw)]
		raw = raw[len(one):]
		known, err := decodeOp(one, &c.Ops[i])
		if err != nil {
			return fmt.Errorf("op %d: %w", i, err)
		}
		c.Foreign = c.Foreign || !known
		again.Reset()
		if err := reencode(&c.Ops[i], one, &again); err != nil || !bytes.Equal(again.Bytes(), one) {
			return errNotCanonical
		}
	}
	return nil
}

// reencode writes what was understood of an op; one of an unknown code is taken as it came, re-encoded canonically.
func reencode(op *Op, raw []byte, to *opWriter) error {
	if op.Code != 0 {
		return to.write(op)
	}
	var anything []any
	if err := decMode.Unmarshal(raw, &anything); err != nil {
		return err
	}
	return encMode.MarshalToBuffer(anything, &to.Buffer)
}

func (c *Change) readRefs(w *bodyWire) (err error) {
	if err = fill(c.Session[:], w.Session, c.Seq == 1); err != nil {
		return fmt.Errorf("session: %w", err)
	}
	if err = fill(c.Writer[:], w.Writer, false); err != nil {
		return fmt.Errorf("writer: %w", err)
	}
	if err = fill(c.Prev[:], w.Prev, c.Seq == 1); err != nil {
		return fmt.Errorf("prev: %w", err)
	}
	if len(w.Deps) > MaxDeps {
		return fmt.Errorf("%d deps, more than %d", len(w.Deps), MaxDeps)
	}
	if len(w.Deps) > 0 {
		c.Deps = make([]ID, len(w.Deps))
	}
	for i, d := range w.Deps {
		if err = fill(c.Deps[i][:], d, false); err != nil {
			return fmt.Errorf("dep: %w", err)
		}
		if i > 0 && bytes.Compare(w.Deps[i-1], d) >= 0 {
			return errors.New("deps are not sorted or not distinct")
		}
	}
	if c.Run, err = decodeRecordID(w.Run); err != nil {
		return fmt.Errorf("run: %w", err)
	}
	if err = fill(c.Person[:], w.Person, c.Seq != 1); err != nil {
		return fmt.Errorf("person: %w", err)
	}
	if err = fill(c.PersonSig[:], w.PersonSig, c.Seq != 1); err != nil {
		return fmt.Errorf("person signature: %w", err)
	}
	if c.Seq != 1 && (len(w.Person) > 0 || len(w.PersonSig) > 0) {
		return errors.New("only a writer's first change names the person")
	}
	return nil
}

// opCode reads the code from the head of an encoded op: a definite array whose first item is a small number.
func opCode(raw []byte) (uint8, error) {
	if len(raw) < 2 || raw[0]>>5 != 4 || raw[0]&0x1f > 23 {
		return 0, errors.New("an op is a short list that begins with its code")
	}
	switch {
	case raw[1] < 24:
		return raw[1], nil
	case raw[1] == 24 && len(raw) > 2:
		return raw[2], nil
	}
	return 0, errors.New("an op begins with its code")
}

// decodeOp reads one op. An op of a code this version does not know is left zero and reported as not known.
func decodeOp(raw []byte, op *Op) (known bool, err error) {
	code, err := opCode(raw)
	if err != nil {
		return false, err
	}
	switch OpCode(code) {
	case OpCreate:
		var w createWire
		if err = decMode.Unmarshal(raw, &w); err != nil {
			return false, err
		}
		*op = Op{Code: OpCreate, Kind: Kind(w.Kind), Fields: decodeFields(w.Fields)}
		return true, nil
	case OpPut:
		var w putWire
		if err = decMode.Unmarshal(raw, &w); err != nil {
			return false, err
		}
		*op = Op{Code: OpPut, Kind: Kind(w.Kind), Key: w.Key, Fields: decodeFields(w.Fields)}
		op.Parent, err = decodeRecordID(w.Parent)
		return true, err
	case OpSet:
		var w setWire
		if err = decMode.Unmarshal(raw, &w); err != nil {
			return false, err
		}
		*op = Op{Code: OpSet, Field: Field(w.Field), Value: w.Value}
		op.Record, err = decodeRecordID(w.Record)
		return true, err
	case OpText:
		var w textWire
		if err = decMode.Unmarshal(raw, &w); err != nil {
			return false, err
		}
		*op = Op{Code: OpText, Field: Field(w.Field)}
		if op.Record, err = decodeRecordID(w.Record); err != nil {
			return false, err
		}
		op.Runs, err = decodeRuns(w.Runs)
		return true, err
	case OpWithdraw:
		var w withdrawWire
		if err = decMode.Unmarshal(raw, &w); err != nil {
			return false, err
		}
		*op = Op{Code: OpWithdraw}
		return true, fill(op.Change[:], w.Change, false)
	}
	return false, nil
}

func decodeFields(w []fieldWire) []FieldValue {
	fields := make([]FieldValue, len(w))
	for i, f := range w {
		fields[i] = FieldValue{Field: Field(f.Field), Value: f.Value}
	}
	return fields
}

// resolve replaces references within the change by full ones.
func (op *Op) resolve(self ID) {
	op.Parent = op.Parent.resolve(self)
	op.Record = op.Record.resolve(self)
	op.Value = resolveValue(op.Value, self)
	for i := range op.Fields {
		op.Fields[i].Value = resolveValue(op.Fields[i].Value, self)
	}
}

// fill copies a fixed-length field; where empty is allowed, no bytes stand for zero.
func fill(dst, src []byte, empty bool) error {
	if empty && len(src) == 0 {
		return nil
	}
	if empty && len(trimZero(src)) == 0 {
		return errors.New("zero must have no bytes")
	}
	if len(src) != len(dst) {
		return fmt.Errorf("%d bytes instead of %d", len(src), len(dst))
	}
	copy(dst, src)
	return nil
}

func trimZero(b []byte) []byte {
	for _, x := range b {
		if x != 0 {
			return b
		}
	}
	return []byte{}
}

func nonNil(b []byte) []byte {
	if b == nil {
		return []byte{}
	}
	return b
}
