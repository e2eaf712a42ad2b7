package workshop

import (
	"errors"
	"fmt"
	"slices"

	"github.com/fxamacker/cbor/v2"
)

// Value is what a field of a record holds: nothing, a truth, a whole number, a string, bytes or a list of values. The schema
// says which of them a field takes. The zero Value is nothing.
type Value struct{ v any }

// Text makes a string value.
func Text(s string) Value { return Value{s} }

// Int makes a number value.
func Int(n int64) Value { return Value{n} }

// Bool makes a truth value.
func Bool(b bool) Value { return Value{b} }

// Bytes makes a byte-string value; b is not copied.
func Bytes(b []byte) Value { return Value{b} }

// Ref makes a value that names a record.
func Ref(r RecordID) Value { return Value{r.encode()} }

// PersonValue makes a value that names a person; nobody is empty bytes.
func PersonValue(p Person) Value {
	if p.Zero() {
		return Value{[]byte{}}
	}
	return Value{slices.Clone(p[:])}
}

// List makes a list value.
func List(items ...Value) Value {
	raw := make([]any, len(items))
	for i, it := range items {
		raw[i] = it.v
	}
	return Value{raw}
}

// Refs makes a list of record names.
func Refs(refs []RecordID) Value {
	raw := make([]any, len(refs))
	for i, r := range refs {
		raw[i] = r.encode()
	}
	return Value{raw}
}

// Nothing reports whether the value is absent.
func (v Value) Nothing() bool { return v.v == nil }

// Str returns the string, or "" when the value is something else.
func (v Value) Str() string { s, _ := v.v.(string); return s }

// Num returns the number, or 0 when the value is something else.
func (v Value) Num() int64 { n, _ := v.v.(int64); return n }

// True reports whether the value is the truth value true.
func (v Value) True() bool { b, _ := v.v.(bool); return b }

// Raw returns the bytes, or nil when the value is something else.
func (v Value) Raw() []byte { b, _ := v.v.([]byte); return b }

// Ref returns the record that the value names, or the zero RecordID.
func (v Value) Ref() RecordID {
	r, err := decodeRecordID(v.Raw())
	if err != nil {
		return RecordID{}
	}
	return r
}

// Person returns the person that the value names, or nobody.
func (v Value) Person() Person {
	var p Person
	if b := v.Raw(); len(b) == len(p) {
		copy(p[:], b)
	}
	return p
}

// Items returns the items of a list, or nil when the value is something else.
func (v Value) Items() []Value {
	raw, _ := v.v.([]any)
	items := make([]Value, len(raw))
	for i, it := range raw {
		items[i] = Value{it}
	}
	return items
}

// MarshalCBOR writes the value canonically.
func (v Value) MarshalCBOR() ([]byte, error) { return encMode.Marshal(v.v) }

// UnmarshalCBOR reads a value and refuses what no field can hold.
func (v *Value) UnmarshalCBOR(b []byte) error {
	var raw any
	if err := decMode.Unmarshal(b, &raw); err != nil {
		return fmt.Errorf("read value: %w", err)
	}
	if err := plain(raw, 0); err != nil {
		return err
	}
	v.v = raw
	return nil
}

// maxValueDepth is how deep lists may stand in lists.
const maxValueDepth = 4

func plain(raw any, depth int) error {
	switch x := raw.(type) {
	case nil, bool, int64, string, []byte:
		return nil
	case []any:
		if depth == maxValueDepth {
			return errors.New("read value: lists stand too deep in lists")
		}
		for _, it := range x {
			if err := plain(it, depth+1); err != nil {
				return err
			}
		}
		return nil
	}
	return fmt.Errorf("read value: %T is not a value", raw)
}

// resolveValue replaces references within a change by full ones, also in lists.
func resolveValue(v Value, self ID) Value {
	switch x := v.v.(type) {
	case []byte:
		if r, err := decodeRecordID(x); err == nil && r.Index&selfIndex != 0 && r.Change.Zero() {
			return Ref(r.resolve(self))
		}
	case []any:
		return resolveList(v, x, self)
	}
	return v
}

// resolveList leaves a list alone in which there is nothing to replace.
func resolveList(v Value, raw []any, self ID) Value {
	var fresh []any
	for i, it := range raw {
		was, list := it.([]any)
		b, bytes := it.([]byte)
		if !list && (!bytes || len(b) != recordIDSize) {
			continue
		}
		now := resolveValue(Value{it}, self)
		if list && sameList(was, now.v.([]any)) {
			continue
		}
		if fresh == nil {
			fresh = slices.Clone(raw)
		}
		fresh[i] = now.v
	}
	if fresh == nil {
		return v
	}
	return Value{fresh}
}

func sameList(a, b []any) bool { return len(a) == len(b) && (len(a) == 0 || &a[0] == &b[0]) }

var encMode = func() cbor.UserBufferEncMode {
	m, err := cbor.CoreDetEncOptions().UserBufferEncMode()
	if err != nil {
		panic("workshop: canonical encoding: " + err.Error())
	}
	return m
}()

var decMode = func() cbor.DecMode {
	m, err := cbor.DecOptions{
		DupMapKey: cbor.DupMapKeyEnforcedAPF, IndefLength: cbor.IndefLengthForbidden, TagsMd: cbor.TagsForbidden,
		IntDec: cbor.IntDecConvertSignedOrFail, MaxNestedLevels: 16, MaxArrayElements: 4096, MaxMapPairs: 16,
		UTF8: cbor.UTF8RejectInvalid, ExtraReturnErrors: cbor.ExtraDecErrorUnknownField,
	}.DecMode()
	if err != nil {
		panic("workshop: strict decoding: " + err.Error())
	}
	return m
}()
