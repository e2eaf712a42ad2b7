package workshop_test

import (
	"bytes"
	"errors"
	"testing"

	"convene/workshop"
)

func TestASnapshotAndWhatCameSinceAreTheSession(t *testing.T) {
	s, writers, _ := benchSession(t, 20, 4)
	early := s.Snapshot()
	had := map[workshop.ID]bool{}
	_ = s.Changes(func(c *workshop.Change) error { had[c.ID] = true; return nil })
	board := s.View().Activities[0].ID
	for _, w := range writers {
		if _, err := s.Do(w, s.CurrentRun().ID, 2, workshop.AddNote(board, "since then", "", "")); err != nil {
			t.Fatal(err)
		}
	}
	var since [][]byte
	_ = s.Changes(func(c *workshop.Change) error {
		if !had[c.ID] || c.Seq == 1 { // what is known is passed over
			since = append([][]byte{c.Bytes}, since...) // in any order
		}
		return nil
	})
	again, err := workshop.LoadSnapshot(early)
	if err != nil {
		t.Fatal(err)
	}
	if loose, broken := again.Restore(since); len(loose) > 0 || broken > 0 {
		t.Fatalf("%d loose, %d broken", len(loose), broken)
	}
	if again.Digest() != s.Digest() || again.View().Digest() != s.View().Digest() {
		t.Fatal("another session")
	}
	if loose, broken := again.Restore([][]byte{{1, 2, 3}}); len(loose) != 0 || broken != 1 {
		t.Fatalf("garbage: %d loose, %d broken", len(loose), broken)
	}
}

func TestADamagedOrForeignSnapshotIsRefused(t *testing.T) {
	s, _, _ := benchSession(t, 3, 2)
	whole := s.Snapshot()
	for i := range whole {
		bad := bytes.Clone(whole)
		bad[i] ^= 1
		if _, err := workshop.LoadSnapshot(bad); !errors.Is(err, workshop.ErrSnapshot) {
			t.Fatalf("byte %d of %d altered: %v", i, len(whole), err)
		}
		if _, err := workshop.LoadSnapshot(whole[:i]); !errors.Is(err, workshop.ErrSnapshot) {
			t.Fatalf("cut at %d: %v", i, err)
		}
	}
}
