package workshop

import "slices"

// raised is a hand that is up: the record that says so, and the change that raised it. Signals of the same person that came later
// and left the hand up do not move it. A hand that got the word is down, and up again only when it is raised anew.
type raised struct {
	record *record
	by     *node
}

// handsUp returns the hands that are up, the longest first.
func (s *Session) handsUp() []raised {
	if s.drawn.hands == nil {
		s.drawn.hands = s.findHands()
	}
	return s.drawn.hands
}

// handUp reports whether the hand of a signal is up.
func (s *Session) handUp(r *record) bool {
	return slices.ContainsFunc(s.handsUp(), func(h raised) bool { return h.record == r })
}

// isHere reports whether who signals under a key takes part still: nobody waits for a person who was removed, or a seat that is no more.
func (s *Session) isHere(key []byte) bool {
	who := speakerOf(key)
	if who.Seat.Zero() {
		return s.Role(who.Person) != RoleNone
	}
	seat := s.records[who.Seat]
	return seat != nil && seat.shown
}

func (s *Session) findHands() []raised {
	list := []raised{}
	calls := map[string][]*node(nil)
	for _, r := range s.putsOn(s.root, KindReady) {
		if !r.value(FieldHand).True() || !s.isHere(r.key) {
			continue
		}
		if calls == nil {
			calls = s.calls()
		}
		if by := s.raiser(r, calls[string(r.key)]); by != nil {
			list = append(list, raised{r, by})
		}
	}
	slices.SortFunc(list, func(a, b raised) int {
		if a.by.change.Before(b.by.change) {
			return -1
		}
		return 1
	})
	return list
}

// raiser finds since which change a hand is up without a break, or nil. A break is a call that knew of the hand, for all who know of
// the call: what is written in the meantime by somebody who does not is no new hand.
func (s *Session) raiser(r *record, calls []*node) *node {
	var by *node
	for _, w := range signals(r) {
		switch up := fieldOf(w.op(), FieldHand).True(); {
		case !up:
			by = nil
		case by == nil, slices.ContainsFunc(calls, func(c *node) bool { return s.graph.knew(c, by) && s.graph.knew(w.node, c) }):
			by = w.node
		}
	}
	if by == nil || slices.ContainsFunc(calls, func(c *node) bool { return s.graph.knew(c, by) }) {
		return nil
	}
	return by
}

// calls are the changes of all runs that gave somebody the word, by the key of whom.
func (s *Session) calls() map[string][]*node {
	calls := map[string][]*node{}
	for id := range s.policyNow().runs {
		r := s.records[id]
		if r == nil || r.fieldBy(FieldSpeaker) == nil {
			continue
		}
		for _, w := range r.history() {
			if op := w.op(); w.node.state == stateCounts && op.Code == OpSet && op.Field == FieldSpeaker {
				calls[string(op.Value.Raw())] = append(calls[string(op.Value.Raw())], w.node)
			}
		}
	}
	return calls
}

// signals are the writes of a signal that count, in delivery order.
func signals(r *record) []write {
	var list []write
	for _, w := range r.history() {
		if w.node.state == stateCounts && w.op().Code == OpPut {
			list = append(list, w)
		}
	}
	slices.SortFunc(list, func(a, b write) int {
		return a.node.change.Stamp(int(a.index)).Compare(b.node.change.Stamp(int(b.index)))
	})
	return list
}
