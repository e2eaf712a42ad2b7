package workshop

import (
	"bytes"
	"crypto/sha256"
	"encoding/binary"
	"errors"
)

// A snapshot is what a session worked out of its log, as bytes that this computer wrote for itself: opening it costs a fraction of
// replaying. It is a cache, bound to the rules by which it was worked out. It is never taken from anybody else, for nothing in
// it can be checked but that it is whole: what the changes in it say is judged only when they are loaded by [Load].

// snapshotMark begins every snapshot. Its number changes with the form, and with every change of how the log is judged.
const snapshotMark = "convene snapshot 1\n"

// ErrSnapshot means that a snapshot cannot be used: it is damaged, or of other rules. Nothing is lost: the changes are to be
// loaded with [Load], and a new snapshot to be kept.
var ErrSnapshot = errors.New("the snapshot cannot be used")

// Snapshot returns the session for [LoadSnapshot]. Keep it on this computer only, beside the changes and never instead of them.
func (s *Session) Snapshot() []byte {
	b := append([]byte(snapshotMark), make([]byte, sha256.Size)...)
	for _, n := range s.graph.nodes {
		b = binary.AppendUvarint(b, uint64(len(n.change.Bytes)))
		b = append(b, n.change.Bytes...)
	}
	sum := sha256.Sum256(b[len(snapshotMark)+sha256.Size:])
	copy(b[len(snapshotMark):], sum[:])
	return b
}

// LoadSnapshot holds the session that [Session.Snapshot] returned on this computer: the same one in every respect. Changes that
// were kept since then are added with [Session.Restore]. The bytes are kept: the caller does not alter them any more. Errors:
// [ErrSnapshot].
func LoadSnapshot(snapshot []byte) (*Session, error) {
	head := len(snapshotMark) + sha256.Size
	if len(snapshot) < head || string(snapshot[:len(snapshotMark)]) != snapshotMark {
		return nil, ErrSnapshot
	}
	sum := sha256.Sum256(snapshot[head:])
	if !bytes.Equal(sum[:], snapshot[len(snapshotMark):head]) {
		return nil, ErrSnapshot
	}
	var changes [][]byte
	for rest := snapshot[head:]; len(rest) > 0; {
		n, size := binary.Uvarint(rest)
		if size <= 0 || n > uint64(len(rest)-size) {
			return nil, ErrSnapshot
		}
		changes, rest = append(changes, rest[size:size+int(n)]), rest[size+int(n):]
	}
	l, err := Load(changes)
	if err != nil || l.Broken > 0 || len(l.Loose) > 0 {
		return nil, ErrSnapshot
	}
	return l.Session, nil
}
