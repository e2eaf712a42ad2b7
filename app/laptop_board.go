package app

import (
	"cmp"
	"errors"
	"strings"

	"convene/workshop"
)

// mostNotes bounds what one gesture does to many notes.
const mostNotes = 1000

func errTooMany() error {
	return Refuse("too-many", "That is more than 1,000 notes at once.", "Nothing was changed. Do it in smaller parts.")
}

// AddNotes puts several ideas on a board, in their order. They are taken back as one.
func (l *Laptop) AddNotes(n NewNotes) (ids []string, err error) {
	texts, colors := n.written()
	switch {
	case len(n.Colors) > 0 && len(n.Colors) != len(n.Texts):
		return nil, Refuse("colors-uneven", "There are not as many colours as notes.", "Nothing was added. Give one colour for all, or one for each.")
	case len(texts) == 0:
		return nil, Refuse("text-empty", "There are no words in it yet.", "Write something first.")
	case len(texts) > mostNotes:
		return nil, errTooMany()
	}
	err = l.gesture(func() error {
		board, run, err := l.boardFor(n.Activity)
		if err != nil {
			return err
		}
		if err := takes(run, workshop.MediaText); err != nil {
			return err
		}
		if run != nil && run.Settings.Private(run.Kind) && run.State == workshop.RunOpen {
			return l.addDrafts(run, texts, colors, &ids)
		}
		ops, err := l.notesOps(board, n, texts, colors)
		if err != nil {
			return err
		}
		made, err := l.putMany(ops)
		for _, change := range made {
			for i := range change.ops {
				ids = append(ids, workshop.RecordID{Change: change.id, Index: uint16(i)}.String())
			}
		}
		return err
	})
	return ids, err
}

func (l *Laptop) addDrafts(run *workshop.RunView, texts, colors []string, ids *[]string) error {
	for i, text := range texts {
		text, err := words(text, mostNote)
		if err != nil {
			return err
		}
		id, err := l.addDraft(run, text, colors[i], notePlan{})
		if err != nil {
			return err
		}
		*ids = append(*ids, id)
	}
	return nil
}

// written is the texts that have words, and the colour of each.
func (n NewNotes) written() (texts, colors []string) {
	for i, text := range n.Texts {
		if strings.TrimSpace(text) == "" {
			continue
		}
		color := n.Color
		if i < len(n.Colors) {
			color = n.Colors[i]
		}
		texts, colors = append(texts, text), append(colors, string(cmp.Or(color, ColorYellow)))
	}
	return texts, colors
}

func (l *Laptop) notesOps(board workshop.RecordID, n NewNotes, texts, colors []string) ([]workshop.Op, error) {
	var cluster workshop.RecordID
	if n.Cluster != "" {
		var err error
		if cluster, err = l.find(n.Cluster, workshop.KindCluster); err != nil {
			return nil, err
		}
	}
	order := l.end(board)
	ops := make([]workshop.Op, 0, len(texts))
	for i, text := range texts {
		text, err := words(text, mostNote)
		if err != nil {
			return nil, err
		}
		if order, err = l.order(order, ""); err != nil {
			return nil, err
		}
		ops = append(ops, workshop.AddNoteIn(board, cluster, text, colors[i], order))
	}
	return ops, nil
}

// PlaceNotes moves notes: into a cluster behind another note, and to where
// they lie on the board, with the strokes that were chosen with them. They are taken back as one.
func (l *Laptop) PlaceNotes(m NotesMove) error {
	if len(m.Notes) > mostNotes {
		return errTooMany()
	}
	return l.gesture(func() error {
		notes, places, err := l.presentSpots(m.Notes)
		if err != nil {
			return err
		}
		ops, err := l.regroupOps(m, notes)
		if err != nil {
			return err
		}
		for i, p := range places {
			if p.X != nil {
				ops = append(ops, workshop.Set(notes[i], workshop.FieldX, workshop.Int(*p.X)))
			}
			if p.Y != nil {
				ops = append(ops, workshop.Set(notes[i], workshop.FieldY, workshop.Int(*p.Y)))
			}
		}
		return l.putWithInk(ops, m.Ink)
	})
}

// putWithInk writes ops, and with them what moves the strokes that this person may move.
func (l *Laptop) putWithInk(ops []workshop.Op, ink *StrokesMove) error {
	if ink != nil {
		strokes, err := l.strokesLeft(ink.Strokes)
		if err != nil {
			return err
		}
		ops = append(ops, l.shiftInk(strokes, *ink)...)
	}
	_, err := l.putMany(ops)
	return err
}

// presentSpots finds those of the notes that are still there.
func (l *Laptop) presentSpots(spots []NoteSpot) (notes []workshop.RecordID, places []NoteSpot, err error) {
	for _, p := range spots {
		if id, err := l.find(p.Note, workshop.KindNote); err == nil {
			notes, places = append(notes, id), append(places, p)
		}
	}
	if len(notes) == 0 {
		return nil, nil, errGone()
	}
	return notes, places, nil
}

// regroupOps puts notes into a cluster, one behind the other.
func (l *Laptop) regroupOps(m NotesMove, notes []workshop.RecordID) ([]workshop.Op, error) {
	if m.Cluster == nil || len(notes) == 0 {
		return nil, nil
	}
	var cluster, after workshop.RecordID
	var err error
	if *m.Cluster != "" {
		if cluster, err = l.find(*m.Cluster, workshop.KindCluster); err != nil {
			return nil, err
		}
	}
	if m.After != "" {
		if after, err = l.find(m.After, workshop.KindNote); err != nil {
			return nil, err
		}
	}
	if err := l.mayRegroup(notes, cluster); err != nil {
		return nil, err
	}
	before, next := l.gap(notes, cluster, after)
	ops := make([]workshop.Op, 0, 2*len(notes))
	for _, id := range notes {
		if before, err = l.order(before, next); err != nil {
			return nil, err
		}
		ops = append(ops, workshop.Set(id, workshop.FieldCluster, workshop.Ref(cluster)), workshop.Set(id, workshop.FieldOrder, workshop.Text(before)))
	}
	return ops, nil
}

// RemoveNotes takes notes away, and the strokes that were chosen with them: own ones, and a facilitator any. They come
// back as one.
func (l *Laptop) RemoveNotes(c Chosen) error {
	return l.gesture(func() error {
		notes, strokes, err := l.chosen(c)
		if err != nil {
			return err
		}
		ops := make([]workshop.Op, 0, len(notes)+len(strokes))
		for _, id := range notes {
			if l.s.MadeBy(id) != l.me && !l.s.Role(l.me).Facilitates() {
				return Refuse("note-not-yours", "Only its writer or a facilitator can take this note away.", "Nothing was changed.")
			}
			ops = append(ops, workshop.Delete(id))
		}
		for _, id := range strokes {
			ops = append(ops, workshop.Delete(id))
		}
		_, err = l.putMany(ops)
		return err
	})
}

// chosen finds those of the notes and strokes that are still there; the strokes are all ones that the person may change.
func (l *Laptop) chosen(c Chosen) (notes, strokes []workshop.RecordID, err error) {
	if len(c.Notes)+len(c.Strokes) > mostNotes {
		return nil, nil, errTooMany()
	}
	if strokes, err = l.strokesLeft(c.Strokes); err != nil {
		return nil, nil, err
	}
	if notes = l.notesThere(c.Notes); len(notes)+len(strokes) == 0 {
		return nil, nil, errGone()
	}
	return notes, strokes, nil
}

// notesThere finds those of the notes that are still there.
func (l *Laptop) notesThere(notes []string) (ids []workshop.RecordID) {
	for _, note := range notes {
		if id, err := l.find(note, workshop.KindNote); err == nil {
			ids = append(ids, id)
		}
	}
	return ids
}

// RecolorNotes gives notes another colour, and the strokes that were chosen with them.
func (l *Laptop) RecolorNotes(c Chosen, color Color) error {
	return l.gesture(func() error {
		notes, strokes, err := l.chosen(c)
		if err != nil {
			return err
		}
		ops := make([]workshop.Op, 0, len(notes)+len(strokes))
		for _, id := range append(notes, strokes...) {
			ops = append(ops, workshop.Set(id, workshop.FieldColor, workshop.Text(string(color))))
		}
		_, err = l.putMany(ops)
		return err
	})
}

// PlaceCluster puts a cluster somewhere on its board.
func (l *Laptop) PlaceCluster(cluster string, x, y int64) error {
	return l.gesture(func() error {
		id, err := l.find(cluster, workshop.KindCluster)
		if err != nil {
			return err
		}
		_, err = l.put(workshop.Set(id, workshop.FieldX, workshop.Int(x)), workshop.Set(id, workshop.FieldY, workshop.Int(y)))
		return err
	})
}

// Lock keeps participants from changing a board, a cluster or a note, or lets
// them again. It is not undone: who locked it opens it.
func (l *Laptop) Lock(record string, locked bool) error {
	return l.steer("lock the board", func() error {
		id, err := l.find(record, workshop.KindActivity, workshop.KindCluster, workshop.KindNote)
		if err != nil {
			return err
		}
		_, err = l.policy(workshop.Lock(id, locked))
		return err
	})
}

// LockZone keeps participants from changing what lies in a zone of a canvas, or lets them again.
func (l *Laptop) LockZone(board, zone string, locked bool) error {
	return l.steer("lock a zone", func() error {
		id, err := l.find(board, workshop.KindActivity)
		if err != nil {
			return err
		}
		a := l.View().Activity(id)
		if a == nil || !a.Settings.HasZone(zone) {
			return Refuse("no-zone", "This canvas has no such zone.", "Nothing was changed. Look at the canvas again.")
		}
		ops := l.View().LockZone(id, zone, locked)
		if len(ops) == 0 {
			return nil // it was never locked
		}
		_, err = l.policy(ops...)
		return err
	})
}

// doneMany is a change that one gesture over many things wrote.
type doneMany struct {
	id  workshop.ID
	ops []workshop.Op
}

// putMany writes ops in as few changes as the rules allow, and takes them
// back as one step. Ops do not name records of one another.
func (l *Laptop) putMany(ops []workshop.Op) ([]doneMany, error) {
	made, err := l.placeMany(ops)
	l.oneStep(made)
	return made, err
}

// oneStep makes changes one step back.
func (l *Laptop) oneStep(made []doneMany) {
	if len(made) == 0 {
		return
	}
	ids := make([]workshop.ID, len(made))
	for i := range made {
		ids[i] = made[i].id
	}
	l.done.add(step{changes: ids})
}

func (l *Laptop) placeMany(ops []workshop.Op) (made []doneMany, err error) {
	for len(ops) > 0 && err == nil {
		n, size := 0, 0
		for n < len(ops) && n < mostDraftOps && (n == 0 || size < mostDraftBytes) {
			for _, f := range ops[n].Fields {
				size += len(f.Value.Str())
			}
			for _, r := range ops[n].Runs {
				size += len(r.Text) + 64
			}
			n++
		}
		var id workshop.ID
		if id, err = l.place(ops[:n]...); err == nil {
			made = append(made, doneMany{id, ops[:n]})
			ops = ops[n:]
		}
	}
	return made, l.lockedInWords(err)
}

// lockedInWords says it when a lock was in the way.
func (l *Laptop) lockedInWords(err error) error {
	var refused *workshop.RefusedError
	if errors.As(err, &refused) && refused.Code == workshop.RefusedLocked {
		return Refuse("board-locked", "A facilitator locked this.", "Nothing was changed. Ask a facilitator to open the lock.").Because(err)
	}
	return err
}
