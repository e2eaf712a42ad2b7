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
	for _, id := range refsOf(r.value(FieldFrom)) {
		from := s.records[id]
		if from == nil || from.kind != KindNote || from.shown || from.writerOf(FieldDeleted) != r.maker {
			continue
		}
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
