package workshop

import "slices"

// CreditView is somebody whose words a note holds.
type CreditView struct {
	Person   Person
	Seat     RecordID `json:",omitzero"` // whose words they are, where the person entered them
	Reworded bool     `json:",omitzero"` // changed the words after the notes were merged
}

// MergeNotes puts notes together to one that says text: a note that grew from them, in one change with their going. Their writers
// keep the credit.
func MergeNotes(into Op, notes []RecordID) []Op {
	ops := []Op{Grown(into, notes)}
	for _, n := range notes {
		ops = append(ops, Delete(n))
	}
	return ops
}

// melt is what a change melts together: the ops that make a note, and the notes that go into one.
type melt struct {
	made map[int]bool
	gone map[RecordID]bool
}

// merges reports whether op i belongs to notes that become one: it makes the note, places it, or takes one away that went into it.
// Whoever sorts may do that where the run says so, and only with the notes of the board that is sorted.
func (a *asker) merges(i int) bool {
	if !a.run.settings.Merges() || !a.run.sorts(a.n.person) {
		return false
	}
	if a.melt == nil {
		a.melt = a.melted()
	}
	switch op := a.n.change.op(i); op.Code {
	case OpCreate:
		return a.melt.made[i]
	case OpPut:
		return op.Parent.Change == a.n.change.ID && a.melt.made[int(op.Parent.Index)]
	default:
		return a.melt.gone[op.Record]
	}
}

func (a *asker) melted() *melt {
	m := &melt{made: map[int]bool{}, gone: map[RecordID]bool{}}
	deleted := map[RecordID]bool{}
	for i := range a.n.change.ops() {
		if op := a.n.change.op(i); op.Code == OpSet && op.Field == FieldDeleted && op.Value.True() && a.sorted(op.Record) {
			deleted[op.Record] = true
		}
	}
	for i := range a.n.change.ops() {
		op := a.n.change.op(i)
		from := refsOf(fieldOf(op, FieldFrom))
		if op.Code != OpCreate || op.Kind != KindNote || len(from) < 2 || fieldOf(op, FieldActivity).Ref() != a.run.source ||
			slices.ContainsFunc(from, func(n RecordID) bool { return !deleted[n] || m.gone[n] }) {
			continue
		}
		m.made[i] = true
		for _, n := range from {
			m.gone[n] = true
		}
	}
	return m
}

// sorted reports whether a note lies on the board that the run sorts: it was written there, or brought there by a group.
func (a *asker) sorted(id RecordID) bool {
	rec := a.s.records[id]
	if rec == nil || rec.kind != KindNote {
		return false
	}
	board := a.lastKnown(rec, FieldActivity).Ref()
	if board == a.run.source {
		return true
	}
	g, ofGroup := a.policy.groups[board]
	run := a.policy.runs[g.run]
	return ofGroup && run != nil && run.activity == a.run.source && a.lastKnown(rec, FieldBack).True()
}

// sorts reports whether the frozen rules of a run let somebody sort who does not facilitate.
func (r *runPolicy) sorts(who Person) bool {
	if r.settings.Sorters() == SortHosts {
		return slices.Contains(r.voters, who)
	}
	return r.settings.Sorters() == SortEveryone
}

// mostMerged is how many notes are looked at for the credit of one: a member may sign notes that came from each other without end.
const mostMerged = 256

// merged adds to a note whose words it holds besides its maker's: the writers of the notes that went into it, which are those that
// its own change took away, and of what had gone into these; then who reworded it. Where one of them is not shown, none is.
func (s *Session) merged(r *record, v *NoteView) {
	if r.maker != nil && len(v.From) > 0 {
		s.creditsOf(r, v, map[RecordID]bool{})
	}
}

// creditsOf adds the credits of a note to v, and reports whether it has any. had says that of the notes that were looked at: each is
// looked at once, however many came from it.
func (s *Session) creditsOf(r *record, v *NoteView, had map[RecordID]bool) (some bool) {
	var said []string // what the notes said that went into it
	for _, id := range refsOf(r.value(FieldFrom)) {
		from := s.records[id]
		if from == nil || from.kind != KindNote || from.shown || from.writerOf(FieldDeleted) != r.maker {
			continue
		}
		said = append(said, from.visible())
		if _, known := had[id]; !known && len(had) < mostMerged {
			had[id] = false
			src := s.noteAlone(from)
			v.Hidden = v.Hidden || src.Hidden
			had[id] = s.creditsOf(from, v, had) || v.credit(CreditView{Person: src.Author, Seat: src.Seat})
		}
		some = some || had[id]
	}
	if !some {
		return false
	}
	if words := r.made(FieldText).Str(); r.maker != nil && !slices.Contains(said, words) {
		v.credit(CreditView{Person: r.maker.person, Reworded: true})
	}
	for _, w := range r.history() {
		if op := w.op(); op.Code == OpText && w.node.state == stateCounts {
			v.credit(CreditView{Person: w.node.person, Reworded: true})
		}
	}
	return true
}

// credit adds somebody once, and reports whether there is somebody: nobody is added for words that name nobody.
func (v *NoteView) credit(c CreditView) bool {
	known := func(k CreditView) bool { return k.Person == c.Person && k.Seat == c.Seat }
	if !c.Person.Zero() && !slices.ContainsFunc(v.Credits, known) {
		v.Credits = append(v.Credits, c)
	}
	return !c.Person.Zero()
}
