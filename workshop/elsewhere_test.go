package workshop_test

import (
	"errors"
	"math/rand/v2"
	"testing"

	"convene/workshop"
)

// Everything that was ever said in one session is nothing in another, which the same person began.
func TestWhatWasRecordedInOneSessionIsNothingInAnother(t *testing.T) {
	r := newRoom(t, "ana")
	ana := r.peers["ana"]
	board, run := ana.openRun(workshop.ActivityPlan{Kind: workshop.ActivityBrainstorm, Title: "b", Prompt: "?", Order: "a", Settings: public})
	ana.do(run, workshop.AddNote(board, "said here", "", ""))
	other, _, _, err := workshop.Found(rand.NewChaCha8([32]byte{2}), workshop.Founding{Title: "Another", Purpose: "Agree"}, ana.id, r.wall)
	if err != nil {
		t.Fatal(err)
	}
	before, tried := other.Digest(), 0
	err = ana.s.Changes(func(c *workshop.Change) error {
		tried++
		_, err := other.Apply(c.Bytes)
		var invalid *workshop.InvalidError
		var missing *workshop.MissingError
		if !errors.As(err, &invalid) && !errors.As(err, &missing) {
			t.Errorf("change %d: %v", tried, err)
		}
		return nil
	})
	if err != nil || tried < 5 || other.Digest() != before {
		t.Errorf("%d tried, %v; the other session's digest changed: %v", tried, err, other.Digest() != before)
	}
}
