package workshop

import "slices"

// Diff is what a change did to the picture: records that appeared, that look different, and that are gone.
type Diff struct {
	Added, Updated, Removed []RecordID
}

// Empty reports whether nothing looks different.
func (d Diff) Empty() bool { return len(d.Added)+len(d.Updated)+len(d.Removed) == 0 }

// Merge adds a later diff to d.
func (d *Diff) Merge(later Diff) {
	d.Added = append(d.Added, later.Added...)
	d.Updated = append(d.Updated, later.Updated...)
	d.Removed = append(d.Removed, later.Removed...)
}

// count asks the third question of a new node and of every older one that the new one touches, and shows the difference.
func (s *Session) count(n *node, mark bool) Diff {
	touched := map[*record]bool{}
	for _, r := range s.enroll(n) {
		touched[r] = true
	}
	n.state = stateRefused // until judged: nothing was shown of it
	again := map[*node]bool{n: true}
	if mark {
		s.remark(n, again)
	}
	for i := range n.change.ops() {
		if op := n.change.op(i); op.Code == OpWithdraw {
			s.undone[op.Change] = append(s.undone[op.Change], n)
			s.withdraws(op.Change, again)
		}
	}
	_, forked := s.graph.forked(s.graph.writer(n))
	if forked {
		s.nodesOf(n.person, again)
	}
	back := takenBack{}
	for m := range again {
		s.recount(m, back, touched)
	}
	s.drawn.forget(touched, mark || forked)
	return s.showAll(touched)
}

// withdraws marks what a withdrawal touches: its target, and what the target itself had withdrawn.
func (s *Session) withdraws(id ID, again map[*node]bool) {
	target, ok := s.graph.has(id)
	if !ok || again[target] {
		return
	}
	again[target] = true
	for i := range target.change.ops() {
		if op := target.change.op(i); op.Code == OpWithdraw {
			s.withdraws(op.Change, again)
		}
	}
}

// remark judges policy anew and marks the changes whose counting may differ.
func (s *Session) remark(n *node, again map[*node]bool) {
	before := s.now
	s.now = s.policyOf(s.land.all())
	if before == nil {
		return
	}
	for _, m := range s.land.nodes {
		if before.struck[m] != s.now.struck[m] {
			again[m] = true
			s.touches(m, again)
		}
	}
	s.touchesAnew(n, again)
}

// touches marks every change that a landmark change may cut, end or take in.
func (s *Session) touches(m *node, again map[*node]bool) {
	for i := range m.change.ops() {
		op := m.change.op(i)
		switch op.Kind {
		case KindGrant, KindTakeIn:
			s.nodesOf(fieldOf(op, FieldPerson).Person(), again)
			s.nodesUnder(fieldOf(op, FieldRun).Ref(), again)
		case KindClosing, KindClose:
			s.nodesUnder(fieldOf(op, FieldRun).Ref(), again)
		case KindRun:
			s.nodesUnder(m.change.created(i), again)
		default:
			s.touchesPlace(m, i, again)
		}
	}
}

// touchesPlace marks what depends on who keeps a seat, or on who is in a group.
func (s *Session) touchesPlace(m *node, i int, again map[*node]bool) {
	r := s.recordOf(m, i)
	switch {
	case r == nil:
	case r.kind == KindSeat:
		key := string(r.id.encode())
		for _, put := range s.put {
			if string(put.key) != key {
				continue
			}
			for _, w := range put.history() {
				again[w.node] = true
			}
		}
	case r.kind == KindGroup:
		for _, n := range s.graph.nodes {
			again[n] = true
		}
	}
}

// touchesAnew is touches for a landmark change that has just come. What an end of a run knew and what counted in time before it
// still does: only the rest is judged again, so closing costs what was concurrent with it, not all that was done.
func (s *Session) touchesAnew(n *node, again map[*node]bool) {
	if k := n.change.op(0).Kind; k != KindClosing && k != KindClose {
		s.touches(n, again)
		return
	}
	for _, i := range s.byRun[fieldOf(n.change.op(0), FieldRun).Ref()] {
		if m := s.graph.nodes[i]; m.state != stateCounts || m.late || !s.graph.knew(n, m) {
			again[m] = true
		}
	}
}

func (s *Session) nodesOf(p Person, again map[*node]bool) {
	for _, i := range s.byPerson[p] {
		again[s.graph.nodes[i]] = true
	}
}

func (s *Session) nodesUnder(run RecordID, again map[*node]bool) {
	if run.Zero() {
		return
	}
	for _, i := range s.byRun[run] {
		again[s.graph.nodes[i]] = true
	}
}

// recount judges one node anew and marks the records it writes on when its answer differs.
func (s *Session) recount(n *node, back takenBack, touched map[*record]bool) {
	state, late := s.judgeCounted(n, back)
	if state == n.state && late == n.late {
		return
	}
	flipped := (state == stateCounts) != (n.state == stateCounts)
	n.state, n.late = state, late
	for i := range n.change.ops() {
		r := s.recordOf(n, i)
		if r == nil {
			continue
		}
		touched[r] = true
		if flipped && r.typed() != nil {
			r.text.SetCounted(n.change.ID, state == stateCounts)
		}
	}
}

func (s *Session) recordOf(n *node, i int) *record {
	switch op := n.change.op(i); op.Code {
	case OpCreate, OpPut:
		return s.records[n.change.created(i)]
	case OpSet, OpText:
		return s.records[op.Record]
	}
	return nil
}

// showAll shows the records touched and says what looks different. A text that changed counts as different.
func (s *Session) showAll(touched map[*record]bool) Diff {
	var d Diff
	for r := range touched {
		was := r.shown
		changed := r.show() || r.typed() != nil
		switch {
		case r.shown && !was:
			d.Added = append(d.Added, r.id)
		case was && !r.shown:
			d.Removed = append(d.Removed, r.id)
		case r.shown && changed:
			d.Updated = append(d.Updated, r.id)
		}
	}
	return d
}

// policyNow is who may do what in the set of everything kept.
func (s *Session) policyNow() *policyState {
	if s.now == nil {
		s.now = s.policyOf(s.land.all())
	}
	return s.now
}

// judgeCounted asks the third question: in the set of all changes kept now, does this one count, and did it come late?
func (s *Session) judgeCounted(n *node, back takenBack) (state countState, late bool) {
	if n.refused != "" {
		return stateRefused, false
	}
	if s.withdrawn(n, back) {
		return stateWithdrawn, false
	}
	if _, mark := s.land.number[n]; mark && s.policyNow().struck[n] {
		return stateStruck, false
	}
	if state = s.judgeCut(n); state != stateCounts {
		return s.takenIn(n, state), false
	}
	state, late = s.judgeEnd(n)
	if state != stateCounts {
		state = s.takenIn(n, state)
		return state, state == stateCounts
	}
	return state, late
}

// takenBack remembers of changes whether they are withdrawn, while that is asked of many. A change can withdraw many, and many can
// withdraw it: without remembering, the ways through layers of such changes would be walked one by one.
type takenBack map[*node]bool

// withdrawn reports whether its writer took the change back, and did not bring it back.
func (s *Session) withdrawn(n *node, back takenBack) bool {
	list := s.undone[n.change.ID]
	if len(list) == 0 {
		return false
	}
	if is, known := back[n]; known {
		return is
	}
	is := slices.ContainsFunc(list, func(w *node) bool {
		return w.refused == "" && !s.withdrawn(w, back) && s.judgeCut(w) == stateCounts
	})
	back[n] = is
	return is
}

// judgeCut asks whether the writer had lost the right, unknown to the change.
func (s *Session) judgeCut(n *node) countState {
	p := s.policyNow()
	if !s.rests(p, n) {
		return stateStruck
	}
	for _, g := range p.lowering {
		if g.person != n.person || s.graph.knew(g.by, n) || s.graph.knew(n, g.by) {
			continue
		}
		if !s.allowedAs(n, g.rank) {
			return stateCut
		}
	}
	return s.judgeSeat(n)
}

// allowedAs reports whether the rules would have allowed the change to a person of another rank.
func (s *Session) allowedAs(n *node, r rank) bool {
	if _, mark := s.land.number[n]; mark {
		return !policyNeeds(n).above(r) // policy itself is struck only from above; that was asked before
	}
	as := *n
	as.rank = r
	return s.judgeAllowed(&as) == nil
}

// judgeSeat: what was put for a seat by a keeper who had been replaced, unknown to the change, does not count.
func (s *Session) judgeSeat(n *node) countState {
	for i := range n.change.ops() {
		op := n.change.op(i)
		if op.Code != OpPut || len(op.Key) != recordIDSize {
			continue
		}
		seat, err := decodeRecordID(op.Key)
		if err != nil {
			continue
		}
		keeps, ok := s.policyNow().seats[seat]
		if ok && keeps.keeper != n.person && !s.graph.knew(keeps.by, n) {
			return stateCut
		}
	}
	return stateCounts
}

// judgeEnd asks whether the run had closed, unknown to the change. Closes of one run accept the union of their pasts.
func (s *Session) judgeEnd(n *node) (state countState, late bool) {
	run := s.policyNow().runs[n.change.Run]
	if run == nil || n.change.Run.Zero() {
		return stateCounts, false
	}
	ballot, opening := s.balloting(n)
	if ballot || opening {
		return s.judgeBallot(n, run, opening), false
	}
	if len(run.closes) == 0 || s.anyKnew(run.closes, n) {
		return stateCounts, false
	}
	for _, c := range run.closes {
		if s.graph.knew(n, c) {
			return stateCounts, true // allowed after the end: late work, judged on arrival
		}
	}
	if s.ownWork(n) {
		return stateCounts, true
	}
	return stateAfterEnd, false
}

// judgeBallot: ballots count if a closing knew them, openings if a close knew them; those of two histories are void.
func (s *Session) judgeBallot(n *node, run *runPolicy, opening bool) countState {
	if from, forked := s.graph.forked(s.graph.writer(n)); forked && n.change.Seq >= from {
		return stateVoid
	}
	switch {
	case !opening && len(run.closings) > 0 && !s.anyKnew(run.closings, n):
		return stateAfterEnd
	case !opening && len(run.closings) == 0 && len(run.closes) > 0 && !s.anyKnew(run.closes, n):
		return stateAfterEnd
	case opening && len(run.closes) > 0 && !s.anyKnew(run.closes, n):
		return stateNotOpened
	}
	return stateCounts
}

func (s *Session) anyKnew(ends []*node, n *node) bool {
	for _, e := range ends {
		if s.graph.knew(e, n) {
			return true
		}
	}
	return false
}

func (s *Session) balloting(n *node) (ballot, opening bool) {
	return n.ballot, n.opening
}

// ownWork reports whether a change writes only on what its own writer made, or on the board of the writer's own group.
func (s *Session) ownWork(n *node) bool {
	for i := range n.change.ops() {
		op := n.change.op(i)
		if op.Code != OpSet && op.Code != OpText {
			continue
		}
		r := s.records[op.Record]
		if r == nil {
			return false
		}
		own := r.maker != nil && r.maker.person == n.person
		own = own || s.policyNow().inGroup(r.made(FieldActivity).Ref(), n.person) || s.policyNow().inGroup(r.id, n.person)
		if !own {
			return false
		}
	}
	return true
}

// takenIn reports whether a facilitator took in what was set aside. Ballots and openings are never taken in.
func (s *Session) takenIn(n *node, state countState) countState {
	if ballot, opening := s.balloting(n); ballot || opening {
		return state
	}
	for _, t := range s.policyNow().takeIns {
		meant := (!t.person.Zero() && t.person == n.person) || (!t.run.Zero() && t.run == n.change.Run)
		if meant && s.graph.knew(t.by, n) {
			return stateCounts
		}
	}
	return state
}
