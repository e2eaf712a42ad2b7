package workshop

import (
	"bytes"
	"fmt"
	"reflect"
	"slices"
)

// SameAs says where two sessions differ that hold the same changes in the same order, in anything that either of them knows.
func (s *Session) SameAs(o *Session) error {
	if len(s.graph.nodes) != len(o.graph.nodes) || len(s.graph.chains) != len(o.graph.chains) {
		return fmt.Errorf("%d changes in %d chains and %d in %d",
			len(s.graph.nodes), len(s.graph.chains), len(o.graph.nodes), len(o.graph.chains))
	}
	for i := range s.graph.nodes {
		if err := s.sameNode(o, i); err != nil {
			return fmt.Errorf("change %d: %w", i, err)
		}
	}
	for name, pair := range map[string][2]any{
		"id": {s.id, o.id}, "nonce": {s.nonce, o.nonce}, "first": {s.first, o.first}, "root": {s.root, o.root},
		"heads": {s.graph.heads, o.graph.heads}, "tips": {s.graph.tips, o.graph.tips}, "chains": {s.graph.chains, o.graph.chains},
		"by person": {s.byPerson, o.byPerson}, "by run": {s.byRun, o.byRun}, "writers": {s.writers, o.writers},
		"undone": {numbered(s), numbered(o)}, "locks": {len(s.locks), len(o.locks)}, "made": {ids(s.made), ids(o.made)},
		"put": {ids(s.put), ids(o.put)}, "landmarks": {len(s.land.nodes), len(o.land.nodes)},
	} {
		if !reflect.DeepEqual(pair[0], pair[1]) {
			return fmt.Errorf("%s: %v and %v", name, pair[0], pair[1])
		}
	}
	for id, r := range s.records {
		if err := sameRecord(r, o.records[id]); err != nil {
			return fmt.Errorf("%s %s: %w", r.kind, id, err)
		}
		if (s.locks[id] == nil) != (o.locks[id] == nil) {
			return fmt.Errorf("%s: locked in one", id)
		}
	}
	return nil
}

func (s *Session) sameNode(o *Session, i int) error {
	a, b := s.graph.nodes[i], o.graph.nodes[i]
	if !bytes.Equal(a.change.signed(), b.change.signed()) {
		return fmt.Errorf("its bytes differ")
	}
	for name, pair := range map[string][2]any{
		"change": {*a.change.full(), *b.change.full()}, "place": {[2]any{a.chain, a.pos}, [2]any{b.chain, b.pos}},
		"person": {a.person, b.person}, "ranks": {[2]rank{a.rank, a.was}, [2]rank{b.rank, b.was}}, "bytes": {a.bytes, b.bytes},
		"refused": {a.refused, b.refused}, "state": {a.state, b.state}, "late": {a.late, b.late},
		"ballot": {a.ballot, b.ballot}, "opening": {a.opening, b.opening}, "policy": {a.policy.bits, b.policy.bits},
	} {
		if !reflect.DeepEqual(pair[0], pair[1]) {
			return fmt.Errorf("%s: %v and %v", name, pair[0], pair[1])
		}
	}
	for c := range s.graph.chains {
		if x, y := s.graph.seenOf(a).at(int32(c)), o.graph.seenOf(b).at(int32(c)); x != y {
			return fmt.Errorf("it knew %d and %d of chain %d", x, y, c)
		}
	}
	return nil
}

func sameRecord(a, b *record) error {
	if b == nil {
		return fmt.Errorf("only in one")
	}
	if a.kind != b.kind || a.parent != b.parent || !bytes.Equal(a.key, b.key) || a.shown != b.shown || a.at != b.at {
		return fmt.Errorf("%+v and %+v", a, b)
	}
	if !sameFieldSet(a.cells(), b.cells()) || a.visible() != b.visible() {
		return fmt.Errorf("shows %q and %q", a.visible(), b.visible())
	}
	if (a.winner == nil) != (b.winner == nil) || (a.winner != nil && a.winner.change.ID != b.winner.change.ID) {
		return fmt.Errorf("another put wins")
	}
	same := func(x, y write) bool { return x.node.change.ID == y.node.change.ID && x.index == y.index }
	if !slices.EqualFunc(a.history(), b.history(), same) {
		return fmt.Errorf("%d writes and %d", len(a.history()), len(b.history()))
	}
	x, y := a.typed(), b.typed()
	if (x == nil) != (y == nil) || (x != nil && (x.String() != y.String() || !reflect.DeepEqual(x.Anchors(), y.Anchors()))) {
		return fmt.Errorf("texts of other characters")
	}
	return nil
}

func ids(list []*record) []RecordID {
	out := make([]RecordID, len(list))
	for i, r := range list {
		out[i] = r.id
	}
	return out
}

// numbered is who took back what.
func numbered(s *Session) map[ID][]ID {
	out := map[ID][]ID{}
	for id, list := range s.undone {
		for _, n := range list {
			out[id] = append(out[id], n.change.ID)
		}
	}
	return out
}
