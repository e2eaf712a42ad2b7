package workshop

import (
	"bytes"
	"encoding/base64"
	"encoding/binary"
	"errors"
)

// ID names a change: the SHA-256 of its body.
type ID [32]byte

// String returns the ID for people and logs: its first 8 bytes in base64url.
func (id ID) String() string { return base64.RawURLEncoding.EncodeToString(id[:8]) }

func (id ID) less(other ID) bool { return bytes.Compare(id[:], other[:]) < 0 }

// Zero reports whether id names nothing.
func (id ID) Zero() bool { return id == ID{} }

// Person is an Ed25519 public key that stands for one human in one session. It is derived from the human's identity and the
// session's nonce, so it is the same on all of their laptops and different in each session.
type Person [32]byte

// String returns the key in base64url, unshortened.
func (p Person) String() string { return base64.RawURLEncoding.EncodeToString(p[:]) }

// Zero reports whether p is nobody.
func (p Person) Zero() bool { return p == Person{} }

// ParsePerson reads what [Person.String] wrote.
func ParsePerson(s string) (Person, error) {
	var p Person
	b, err := base64.RawURLEncoding.DecodeString(s)
	if err != nil || len(b) != len(p) {
		return p, errors.New("read person: not a person's key")
	}
	copy(p[:], b)
	return p, nil
}

// WriterKey is the Ed25519 public key of one start of the app on one laptop. Its private half never touches a disk.
type WriterKey [32]byte

// SessionID names a session: the first 16 bytes of its genesis' ID.
type SessionID [16]byte

// String returns the ID in base64url.
func (s SessionID) String() string { return base64.RawURLEncoding.EncodeToString(s[:]) }

// ParseSessionID reads what [SessionID.String] wrote.
func ParseSessionID(s string) (SessionID, error) {
	var id SessionID
	b, err := base64.RawURLEncoding.DecodeString(s)
	if err != nil || len(b) != len(id) {
		return id, errors.New("read session id: not a session's id")
	}
	copy(id[:], b)
	return id, nil
}

// RecordID names a record: the change that created it and the index of the op in that change. Records that are put under a
// key have an ID derived from kind, parent and key, with index putIndex. The zero RecordID names no record. Inside a change
// that is not yet signed a zero Change with Index n means "what op n of this change creates" (see [Self]).
type RecordID struct {
	Change ID
	Index  uint16
}

// putIndex marks IDs of records that are put under a key; no change has that many ops.
const putIndex = 0xffff

// recordIDSize is the length of an encoded RecordID in bytes.
const recordIDSize = 34

// selfIndex is added to indices of references within one change, so that Self(0) is not the zero RecordID.
const selfIndex = 0x8000

// Self refers to the record that op index of the same change creates.
func Self(index int) RecordID { return RecordID{Index: uint16(index) | selfIndex} }

// Zero reports whether the ID names no record.
func (r RecordID) Zero() bool { return r == RecordID{} }

// String returns the ID in base64url: the form in which windows and exports name records.
func (r RecordID) String() string {
	if r.Zero() {
		return ""
	}
	return base64.RawURLEncoding.EncodeToString(r.encode())
}

// ParseRecordID reads what [RecordID.String] wrote; the empty string is the zero RecordID.
func ParseRecordID(s string) (RecordID, error) {
	if s == "" {
		return RecordID{}, nil
	}
	b, err := base64.RawURLEncoding.DecodeString(s)
	if err != nil {
		return RecordID{}, errors.New("read record id: not a record's id")
	}
	return decodeRecordID(b)
}

// Less orders record IDs: by change, then by index.
func (r RecordID) Less(other RecordID) bool {
	if c := bytes.Compare(r.Change[:], other.Change[:]); c != 0 {
		return c < 0
	}
	return r.Index < other.Index
}

// resolve replaces a reference within the change by the full one.
func (r RecordID) resolve(self ID) RecordID {
	if r.Change.Zero() && r.Index&selfIndex != 0 {
		return RecordID{Change: self, Index: r.Index &^ selfIndex}
	}
	return r
}

func (r RecordID) encode() []byte {
	if r.Zero() {
		return []byte{}
	}
	b := make([]byte, recordIDSize)
	copy(b, r.Change[:])
	binary.BigEndian.PutUint16(b[32:], r.Index)
	return b
}

func decodeRecordID(b []byte) (RecordID, error) {
	var r RecordID
	if len(b) == 0 {
		return r, nil
	}
	if len(b) != recordIDSize {
		return r, errors.New("read record id: wrong length")
	}
	copy(r.Change[:], b)
	r.Index = binary.BigEndian.Uint16(b[32:])
	if r.Zero() {
		return r, errors.New("read record id: the empty id must have no bytes")
	}
	return r, nil
}
