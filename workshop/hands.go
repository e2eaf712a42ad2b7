package workshop

import "slices"

// raised is a hand that is up: the record that says so, and the change that raised it. Signals of the same person that came later
// and left the hand up do not move it.
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

func (s *Session) findHands() []raised {
	list := []raised{}
	for _, r := range s.putsOn(s.root, KindReady) {
		if !r.value(FieldHand).True() {
			continue
		}
		if by := raiser(r); by != nil {
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

// raiser finds since which change a hand is up without a break.
func raiser(r *record) *node {
	var by *node
	for _, w := range signals(r) {
		switch up := fieldOf(w.op(), FieldHand).True(); {
		case !up:
			by = nil
		case by == nil:
			by = w.node
		}
	}
	return by
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
