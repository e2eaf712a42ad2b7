package workshop

import (
	"bytes"
	"errors"
	"slices"
	"testing"
)

// FuzzLoadSnapshot gives the decoder of snapshots anything that is whole by its sum, which only this computer could have made:
// it is refused, or it is some session, and nothing that is asked of it afterwards panics.
func FuzzLoadSnapshot(f *testing.F) {
	log, cases := vectorChanges(f)
	s := loaded(f, log)
	f.Add(s.Snapshot()[snapshotHead:])
	for _, c := range cases {
		_ = s.ApplyChecked(c)
	}
	f.Add(s.Snapshot()[snapshotHead:])
	f.Fuzz(func(t *testing.T, parts []byte) { useMadeUp(t, parts, log, cases) })
}

// useMadeUp loads a snapshot of any parts, and asks all that a session can be asked.
func useMadeUp(t *testing.T, parts []byte, log, cases [][]byte) {
	b := append(make([]byte, snapshotHead, snapshotHead+len(parts)), parts...)
	copy(b, snapshotMark)
	copy(b[len(snapshotMark)+4:], rulesMark)
	seal(b)
	again, err := LoadSnapshot(b)
	if err != nil {
		if !errors.Is(err, ErrSnapshot) {
			t.Fatal(err)
		}
		return
	}
	again.View().Digest()
	_ = again.Missing(again.Summary(), func([]byte) error { return nil })
	_ = again.Changes(func(*Change) error { return nil })
	for _, c := range append(slices.Clone(log), cases...) {
		_ = again.ApplyChecked(c)
	}
	for _, r := range again.records {
		r.history()
		_, _ = again.Anchors(r.id)
	}
	again.Digest()
	again.Snapshot()
}

// TestASnapshotWithAByteAlteredIsRefusedOrASession alters bytes all over a snapshot and makes its sum right again.
func TestASnapshotWithAByteAlteredIsRefusedOrASession(t *testing.T) {
	log, cases := vectorChanges(t)
	parts := loaded(t, log).Snapshot()[snapshotHead:]
	for i := 0; i < len(parts); i += 29 {
		for _, x := range []byte{1, 0x80} {
			bad := bytes.Clone(parts)
			bad[i] ^= x
			useMadeUp(t, bad, log[:4], cases[:2])
		}
	}
}

func TestASnapshotOfOtherRulesIsRefused(t *testing.T) {
	log, _ := vectorChanges(t)
	b := loaded(t, log).Snapshot()
	if _, err := LoadSnapshot(b); err != nil {
		t.Fatal(err)
	}
	b[len(snapshotMark)+4] ^= 1 // the hash of the tables by which the log was judged
	seal(b)
	if _, err := LoadSnapshot(b); !errors.Is(err, ErrSnapshot) {
		t.Fatalf("err = %v", err)
	}
}
