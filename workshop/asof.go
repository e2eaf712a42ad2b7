package workshop

import (
	"fmt"
	"slices"
)

// AsOf returns the session as it stood at a moment of the past: everything that the given changes and their pasts hold, judged as
// if nothing else existed. It shares the changes, and nothing else, with s. Errors: a change that is not kept here.
func (s *Session) AsOf(heads ...ID) (*Session, error) {
	var past vector
	for _, id := range heads {
		n, ok := s.graph.has(id)
		if !ok {
			return nil, fmt.Errorf("look at the past: change %s is not here", id)
		}
		past = past.merge(s.graph.seenOf(n))
	}
	then, err := Open(s.graph.nodes[0].change.signed())
	if err != nil {
		return nil, fmt.Errorf("look at the past: %w", err)
	}
	for _, n := range s.graph.nodes[1:] {
		if past.at(n.chain) < n.pos {
			continue
		}
		if _, err := then.apply(n.change.full(), true); err != nil {
			return nil, fmt.Errorf("look at the past: %w", err)
		}
	}
	return then, nil
}

// Timeline calls yield for every change kept, with whose it is, in delivery order: every beginning of it is a past that holds
// together.
func (s *Session) Timeline(yield func(c *Change, by Person) error) error {
	nodes := slices.Clone(s.graph.nodes)
	slices.SortFunc(nodes, func(a, b *node) int {
		switch {
		case a.change.Before(b.change):
			return -1
		case b.change.Before(a.change):
			return 1
		}
		return 0
	})
	for _, n := range nodes {
		if err := yield(n.change.full(), n.person); err != nil {
			return err
		}
	}
	return nil
}
