package workshop

import (
	"encoding/binary"
	"errors"
)

// packer writes the parts of a snapshot. What is written often stands in a table once.
type packer struct {
	b      []byte
	values table[string]
	ids    table[RecordID]
}

// table gives each distinct thing a number, in the order of their coming.
type table[T comparable] struct {
	list   []T
	number map[T]int
}

func (t *table[T]) of(x T) int {
	if i, ok := t.number[x]; ok {
		return i
	}
	if t.number == nil {
		t.number = map[T]int{}
	}
	i := len(t.list)
	t.number[x] = i
	t.list = append(t.list, x)
	return i
}

func (p *packer) num(n int)       { p.b = binary.AppendUvarint(p.b, uint64(n)) }
func (p *packer) signed(n int64)  { p.b = binary.AppendVarint(p.b, n) }
func (p *packer) raw(b []byte)    { p.b = append(p.b, b...) }
func (p *packer) value(v Value)   { p.num(p.values.of(packValue(v))) }
func (p *packer) ref(id RecordID) { p.num(p.ids.of(id)) }

func (p *packer) sized(b []byte) {
	p.num(len(b))
	p.raw(b)
}

// Kinds of values in a snapshot.
const (
	packedNothing = iota
	packedFalse
	packedTrue
	packedInt
	packedString
	packedBytes
	packedList
)

func packValue(v Value) string {
	switch x := v.v.(type) {
	case bool:
		if x {
			return string([]byte{packedTrue})
		}
		return string([]byte{packedFalse})
	case int64:
		return string(binary.AppendVarint([]byte{packedInt}, x))
	case string:
		return string([]byte{packedString}) + x
	case []byte:
		return string([]byte{packedBytes}) + string(x)
	case []any:
		b, err := encMode.Marshal(x)
		if err != nil {
			panic("workshop: pack value: " + err.Error())
		}
		return string([]byte{packedList}) + string(b)
	}
	return string([]byte{packedNothing})
}

// unpacker reads what a packer wrote. After the first fault everything it returns is zero and bad is set.
type unpacker struct {
	b   []byte
	bad bool
}

func (u *unpacker) fault() {
	u.bad, u.b = true, nil
}

func (u *unpacker) num() uint64 {
	if len(u.b) > 0 && u.b[0] < 0x80 {
		n := u.b[0]
		u.b = u.b[1:]
		return uint64(n)
	}
	n, size := binary.Uvarint(u.b)
	if size <= 0 {
		u.fault()
		return 0
	}
	u.b = u.b[size:]
	return n
}

func (u *unpacker) signed() int64 {
	n, size := binary.Varint(u.b)
	if size <= 0 {
		u.fault()
		return 0
	}
	u.b = u.b[size:]
	return n
}

// below reads a number that must be less than limit.
func (u *unpacker) below(limit int) int {
	n := u.num()
	if n >= uint64(limit) {
		u.fault()
		return 0
	}
	return int(n)
}

// count reads how many things follow that take at least so many bytes each: no more than there is room for.
func (u *unpacker) count(least int) int { return u.below(len(u.b)/least + 1) }

func (u *unpacker) raw(n int) []byte {
	if n < 0 || n > len(u.b) {
		u.fault()
		return nil
	}
	b := u.b[:n:n]
	u.b = u.b[n:]
	return b
}

func (u *unpacker) sized() []byte { return u.raw(u.count(1)) }

// unpackValue reads a value whose strings are cut from text, which holds the same bytes as b.
func unpackValue(b []byte, text string) (Value, error) {
	if len(b) == 0 {
		return Value{}, errors.New("a value of no bytes")
	}
	switch b[0] {
	case packedNothing:
		return Value{}, nil
	case packedFalse, packedTrue:
		return Bool(b[0] == packedTrue), nil
	case packedInt:
		n, size := binary.Varint(b[1:])
		if size != len(b)-1 {
			return Value{}, errors.New("a number of the wrong length")
		}
		return Int(n), nil
	case packedString:
		return Text(text[1:]), nil
	case packedBytes:
		return Bytes(b[1:]), nil
	case packedList:
		var v Value
		if err := v.UnmarshalCBOR(b[1:]); err != nil {
			return Value{}, err
		}
		if _, list := v.v.([]any); list {
			return v, nil
		}
	}
	return Value{}, errors.New("a value of no kind")
}
