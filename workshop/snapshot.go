package workshop

import (
	"crypto/sha256"
	"encoding/binary"
	"errors"
	"fmt"
	"hash"
	"hash/crc32"
	"maps"
	"slices"
)

// A snapshot is what a session worked out of its log, as bytes that this computer wrote for itself: opening it costs a fraction of
// replaying. It is a cache, bound to the rules by which it was worked out. It is never taken from anybody else, for nothing in
// it can be checked but that it is whole: what the changes in it say is judged only when they are loaded by [Load].

// snapshotMark begins every snapshot. Its number changes with the form, and with every change of how the log is judged or shown
// that is not a change of the tables of kinds and rights.
const snapshotMark = "convene snapshot 3\n"

// snapshotHead is what stands before the parts: the mark, the sum of all that follows, the rules.
const snapshotHead = len(snapshotMark) + crc32.Size + sha256.Size

// ErrSnapshot means that a snapshot cannot be used: it is damaged, or of other rules. Nothing is lost: the changes are to be
// loaded with [Load], and a new snapshot to be kept.
var ErrSnapshot = errors.New("the snapshot cannot be used")

// Snapshot returns the session for [LoadSnapshot]. Keep it on this computer only, beside the changes and never instead of them.
// It is not compressed: much of it are signatures and hashes.
func (s *Session) Snapshot() []byte {
	var nodes, records packer
	w := snapshotWriter{s: s, rec: &records, node: &nodes, number: make(map[*node]int, len(s.graph.nodes))}
	for i, n := range s.graph.nodes {
		w.number[n] = i
	}
	bodies := w.nodes()
	w.landmarks()
	w.heads()
	w.undone()
	w.records()

	out := packer{b: make([]byte, snapshotHead, snapshotHead+len(nodes.b)+len(records.b)+len(bodies)+1<<20)}
	out.num(len(records.values.list))
	for _, v := range records.values.list {
		out.num(len(v))
	}
	for _, v := range records.values.list {
		out.raw([]byte(v))
	}
	out.num(len(records.ids.list))
	for _, id := range records.ids.list {
		out.raw(packID(id))
	}
	out.sized(nodes.b)
	out.sized(records.b)
	out.raw(bodies)

	copy(out.b, snapshotMark)
	copy(out.b[len(snapshotMark)+crc32.Size:], rulesMark)
	seal(out.b)
	return out.b
}

// seal writes the sum of a snapshot into it.
func seal(b []byte) {
	binary.BigEndian.PutUint32(b[len(snapshotMark):], crc32.Checksum(b[len(snapshotMark)+crc32.Size:], crc32.MakeTable(crc32.Castagnoli)))
}

// whole reports whether a snapshot is what this version of the rules wrote.
func whole(b []byte) bool {
	if len(b) < snapshotHead || string(b[:len(snapshotMark)]) != snapshotMark {
		return false
	}
	rest := b[len(snapshotMark)+crc32.Size:]
	return binary.BigEndian.Uint32(b[len(snapshotMark):]) == crc32.Checksum(rest, crc32.MakeTable(crc32.Castagnoli)) &&
		string(rest[:sha256.Size]) == string(rulesMark)
}

// rulesMark is a hash of the tables by which the log is judged.
var rulesMark = func() []byte {
	h := sha256.New()
	fmt.Fprintf(h, "%d %+v", Version, rights)
	for _, k := range slices.Sorted(maps.Keys(schema)) {
		markKind(h, k)
	}
	return h.Sum(nil)
}()

func markKind(h hash.Hash, k Kind) {
	spec := schema[k]
	fmt.Fprintf(h, "%d %s %v %v %d", k, spec.name, spec.put, spec.token, spec.parent)
	for _, f := range slices.Sorted(maps.Keys(spec.fields)) {
		fmt.Fprintf(h, "%d %+v", f, spec.fields[f])
	}
}

// packID writes a name of a record in full length, the empty one too.
func packID(id RecordID) []byte {
	b := make([]byte, recordIDSize)
	copy(b, id.Change[:])
	binary.BigEndian.PutUint16(b[32:], id.Index)
	return b
}

func unpackID(b []byte) (id RecordID) {
	copy(id.Change[:], b)
	id.Index = binary.BigEndian.Uint16(b[32:])
	return id
}

// LoadSnapshot holds the session that [Session.Snapshot] returned on this computer: the same one in every respect. Changes that
// were kept since then are added with [Session.Restore]. The bytes are kept: the caller does not alter them any more. Errors:
// [ErrSnapshot].
func LoadSnapshot(snapshot []byte) (*Session, error) {
	if !whole(snapshot) {
		return nil, ErrSnapshot
	}
	r := snapshotReader{u: unpacker{b: snapshot[snapshotHead:]}, s: empty()}
	if !r.read() {
		return nil, ErrSnapshot
	}
	return r.s, nil
}
