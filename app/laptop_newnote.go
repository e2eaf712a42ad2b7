package app

import (
	"slices"

	"convene/workshop"
)

// notePlan is what a new note has besides its words.
type notePlan struct {
	At      workshop.PlacementView // where it lies on a canvas
	From    []workshop.RecordID    // notes that it grew from
	About   workshop.RecordID      // what it is attached to
	Starred bool
	Seat    workshop.RecordID // for whom it was entered
	Picture workshop.PictureView
}

// placed reports whether the note has a place of its own.
func (p *notePlan) placed() bool {
	return !p.At.Zero()
}

// ops adds to the op that makes the note, which is the op number at of its
// change, what it has besides.
func (p *notePlan) ops(at int, make workshop.Op, board workshop.RecordID) []workshop.Op {
	make = workshop.Pictured(make, p.Picture)
	make = workshop.ForSeat(workshop.About(workshop.Grown(make, p.From), p.About), p.Seat)
	if p.Starred {
		make = workshop.Starred(make)
	}
	if !p.placed() {
		return []workshop.Op{make}
	}
	return []workshop.Op{make, workshop.Place(workshop.Self(at), board, p.At)}
}

// mostFrom is how many notes one note can grow from.
const mostFrom = 50

// planNote reads what a new note has besides its words, and says when the
// board takes no more.
func (l *Laptop) planNote(board workshop.RecordID, run *workshop.RunView, n NewNote) (plan notePlan, err error) {
	if run != nil && run.Kind == workshop.ActivityBrainstorm {
		n.Zone, n.Slot, n.X, n.Y = "", 0, 0, 0 // its board has no places, and a note with one would not be turned over
	}
	if plan.At, err = l.placeOn(board, run, NotePlace{Zone: n.Zone, Slot: n.Slot, X: n.X, Y: n.Y}); err != nil {
		return plan, err
	}
	for _, f := range n.From[:min(len(n.From), mostFrom)] {
		id, err := l.find(f, workshop.KindNote)
		if err != nil {
			return plan, err
		}
		plan.From = append(plan.From, id)
	}
	if n.About != "" {
		if plan.About, err = l.find(n.About, workshop.KindNote, workshop.KindConnector); err != nil {
			return plan, err
		}
	}
	if err := l.hangsOn(run, plan.About); err != nil {
		return plan, err
	}
	if err := takes(run, workshop.MediaText); err != nil {
		return plan, err
	}
	if n.Seat != "" {
		if plan.Seat, err = l.keptSeat(n.Seat); err != nil {
			return plan, err
		}
	}
	if run == nil {
		return plan, nil
	}
	// How many notes each may write is asked of people; who enters for several is not counted as one.
	if err := l.notesLeft(board, run); err != nil && plan.Seat.Zero() {
		return plan, err
	}
	if plan.placed() {
		return plan, l.roomOn(board, run, workshop.RecordID{})
	}
	return plan, nil
}

// notesLeft says when somebody has written as many notes as the activity asks
// of each.
func (l *Laptop) notesLeft(board workshop.RecordID, run *workshop.RunView) error {
	most := run.Settings.MostNotes()
	if run.Kind != workshop.ActivityBrainstorm || most == 0 {
		return nil
	}
	mine := l.draftsIn(run.ID)
	for i := range l.View().Notes {
		if n := &l.View().Notes[i]; n.Activity == board && n.Author == l.me {
			mine++
		}
	}
	if mine < most {
		return nil
	}
	return Refuse("enough-notes", "Each person writes "+counted(most, "note", "notes")+" at most here.",
		"Change one that you have, or take one away first.")
}

// hangsOn says when a note hangs on something else than the activity asks for.
// One that is about all of it may lie on the board.
func (l *Laptop) hangsOn(run *workshop.RunView, about workshop.RecordID) error {
	if run == nil || about.Zero() || run.Kind != workshop.ActivityBrainstorm {
		return nil
	}
	kind, hint := workshop.KindNote, "Choose the note that it is about, then write."
	switch run.Settings.AttachTo() {
	case workshop.AttachConnectors:
		kind, hint = workshop.KindConnector, "Choose the arrow that it is about, then write."
	case workshop.AttachNotes:
	default:
		return nil
	}
	if is, _ := l.s.KindOf(about); is != kind {
		return Refuse("note-about", "In this activity notes hang on something else.", hint)
	}
	return nil
}

// takes says when the notes of an activity hold none of some media.
func takes(run *workshop.RunView, media ...string) error {
	if run == nil || slices.ContainsFunc(media, func(m string) bool { return run.Settings.Takes(run.Kind, m) }) {
		return nil
	}
	if slices.Contains(media, workshop.MediaText) {
		return Refuse("note-medium", "This activity takes no words.", "Nothing was added. What it takes stands above the notes.")
	}
	return Refuse("note-medium", "This activity takes no pictures.", "Nothing was added. What it takes stands above the notes.")
}
