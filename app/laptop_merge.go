package app

import "convene/workshop"

// MergeNotes puts notes that say the same together to one, in the place of the
// first, with the words of the first or others. Whoever wrote them keeps the
// credit. It is taken back as one. Facilitators merge at any time, and whoever
// sorts where a sorting is there for it.
func (l *Laptop) MergeNotes(m NotesMerge) (id string, err error) {
	err = l.gesture(func() error {
		if err := l.mayMerge(); err != nil {
			return err
		}
		if len(m.Notes) > mostFrom {
			return errTooMany()
		}
		notes := l.notesThere(m.Notes)
		if len(notes) == 0 {
			return errGone()
		}
		if len(notes) < 2 {
			return Refuse("merge-one", "Two notes are needed to make one of them.", "Nothing was changed. Choose another note as well.")
		}
		v := l.View()
		first := v.Note(notes[0])
		text := first.Text
		if m.Text != "" {
			if text, err = words(m.Text, mostNote); err != nil {
				return err
			}
		}
		var picture workshop.PictureView
		for _, n := range notes {
			if other := v.Note(n); other != nil && !other.Picture.Zero() {
				if !picture.Zero() {
					return Refuse("merge-pictures", "Two of these notes show a picture.", "Nothing was changed. Choose notes of which one shows a picture.")
				}
				picture = other.Picture
			}
			if other := v.Note(n); other == nil || other.Activity != first.Activity {
				return Refuse("merge-boards", "These notes are on different boards.", "Nothing was changed. Choose notes of one board.")
			}
		}
		into := workshop.AddNoteIn(first.Activity, first.Cluster, text, first.Color, first.Order)
		if first.X != 0 || first.Y != 0 {
			into = workshop.At(into, first.X, first.Y)
		}
		ops := workshop.MergeNotes(workshop.Pictured(into, picture), notes)
		for _, p := range first.Places {
			ops = append(ops, workshop.Place(workshop.Self(0), p.Board, p))
		}
		made, err := l.put(ops...)
		id = firstOf(made)
		return err
	})
	return id, err
}

// mayMerge says when the person here does not make one note of several.
func (l *Laptop) mayMerge() error {
	if l.s.Role(l.me).Facilitates() {
		return nil
	}
	if run := l.sorting(); run != nil && run.Settings.Merges() {
		return l.sortsHere()
	}
	return Refuse("facilitators-only", "Only a facilitator can merge notes.", "Nothing was changed. Ask a facilitator.")
}
