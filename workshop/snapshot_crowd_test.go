package workshop_test

import (
	"bytes"
	"fmt"

	"convene/workshop"

	"pgregory.net/rapid"
)

// reopen reads a session back from what a laptop kept: from its log, or from a snapshot and what came since.
func (c *crowd) reopen(m *member, from *workshop.Session) *workshop.Session {
	var all [][]byte
	_ = from.Changes(func(ch *workshop.Change) error { all = append(all, ch.Bytes); return nil })
	if rapid.Bool().Draw(c.t, "snapshot") {
		snapshot := m.snapshot
		if snapshot == nil || rapid.Bool().Draw(c.t, "fresh") {
			snapshot = from.Snapshot()
		}
		s, err := workshop.LoadSnapshot(snapshot)
		if err != nil {
			c.t.Fatal(err)
		}
		if loose, broken := s.Restore(all); len(loose)+broken > 0 {
			c.t.Fatalf("snapshot: %d loose, %d broken", len(loose), broken)
		}
		m.snapshot = s.Snapshot()
		return s
	}
	loaded, err := workshop.Load(all)
	if err != nil || len(loaded.Loose)+loaded.Broken > 0 {
		c.t.Fatalf("load: %v, %d loose, %d broken", err, len(loaded.Loose), loaded.Broken)
	}
	return loaded.Session
}

// folds makes a snapshot of a session and demands that it is the session, now and as of a moment of the past, and that a snapshot
// of what it became is the same.
func (c *crowd) folds(s *workshop.Session) error {
	snapshot := s.Snapshot()
	again, err := workshop.LoadSnapshot(snapshot)
	if err != nil {
		return err
	}
	if !bytes.Equal(again.Snapshot(), snapshot) {
		return fmt.Errorf("a snapshot of what a snapshot holds is another")
	}
	at := c.changes[len(c.changes)/2]
	then, err := again.AsOf(at)
	if err != nil {
		return err
	}
	was, err := s.AsOf(at)
	if err != nil {
		return err
	}
	if then.View().Digest() != was.View().Digest() || again.View().Digest() != s.View().Digest() {
		return fmt.Errorf("a snapshot shows another session")
	}
	return s.SameAs(again)
}
