package app

import (
	"fmt"

	"convene/workshop"
)

// PlaceNote puts a note, or an own draft, into a place on the canvas that is
// open: a zone, a slot or row, or a point. With none of these it takes the note off.
func (l *Laptop) PlaceNote(p NotePlace) error {
	return l.gesture(func() error {
		board, run, err := l.boardFor(p.Board)
		if err != nil {
			return err
		}
		at, err := l.placeOn(board, run, p)
		if err != nil {
			return err
		}
		if isDraft(p.Note) {
			n, err := l.draftOf(p.Note)
			if err != nil {
				return err
			}
			before := n
			n.At = at
			l.done.add(step{draft: n.ID, before: &before, after: &n})
			return l.setDraft(n)
		}
		note, err := l.find(p.Note, workshop.KindNote)
		if err != nil {
			return err
		}
		if run != nil && !at.Zero() {
			if err := l.roomOn(board, run, note); err != nil {
				return err
			}
		}
		_, err = l.put(workshop.Place(note, board, at))
		return err
	})
}

// LayNotes puts several notes into places on a canvas, with the strokes that were chosen with them, in one step. Those without a
// place are taken off.
func (l *Laptop) LayNotes(m NotesLay) error {
	if len(m.Notes) > mostNotes {
		return errTooMany()
	}
	return l.gesture(func() error {
		board, run, err := l.boardFor(m.Board)
		if err != nil {
			return err
		}
		notes, spots, err := l.presentSpots(m.Notes)
		if err != nil {
			return err
		}
		var coming []workshop.RecordID
		ops := make([]workshop.Op, 0, len(notes))
		for i, note := range notes {
			at, err := l.placeOn(board, run, spots[i].on(m))
			if err != nil {
				return err
			}
			ops = append(ops, workshop.Place(note, board, at))
			if !at.Zero() {
				coming = append(coming, note)
			}
		}
		if run != nil {
			if err := l.roomOn(board, run, coming...); err != nil {
				return err
			}
		}
		return l.putWithInk(ops, m.Ink)
	})
}

// on is the place of one of the notes that are laid.
func (p NoteSpot) on(m NotesLay) NotePlace {
	at := NotePlace{Note: p.Note, Zone: m.Zone, Slot: m.Slot}
	if p.X != nil {
		at.X = int(*p.X)
	}
	if p.Y != nil {
		at.Y = int(*p.Y)
	}
	return at
}

// placeOn checks a place against the canvas that it is on.
func (l *Laptop) placeOn(board workshop.RecordID, run *workshop.RunView, p NotePlace) (workshop.PlacementView, error) {
	at := workshop.PlacementView{
		Board: board, Zone: p.Zone, Slot: p.Slot,
		X: min(max(int64(p.X), workshop.PlaceMin), workshop.PlaceMax), Y: min(max(int64(p.Y), workshop.PlaceMin), workshop.PlaceMax),
	}
	set := l.settingsOf(board, run)
	if at.Zone != "" && !set.HasZone(at.Zone) {
		return at, Refuse("no-zone", "This canvas has no such zone.", "Nothing was changed. Look at the canvas again.")
	}
	if set.Layout() == workshop.LayoutTimetable && at.Slot > set.Slots() {
		return at, Refuse("no-slot", fmt.Sprintf("This timetable has %s.", counted(set.Slots(), "slot", "slots")), "Nothing was changed.")
	}
	if run == nil || at.Zone == "" {
		return at, nil
	}
	for i, z := range set.Zones() {
		if z.Title == at.Zone && i >= run.OpenZones() {
			return at, Refuse("zone-later", "This zone opens later.", "The zones open one after the other. Keep your idea until then.")
		}
	}
	return at, nil
}

// settingsOf are the rules of a board: of the run that is open on it, else of
// its activity.
func (l *Laptop) settingsOf(board workshop.RecordID, run *workshop.RunView) workshop.Settings {
	if run != nil {
		return run.Settings
	}
	if a := l.View().Activity(board); a != nil {
		return a.Settings
	}
	return workshop.Settings{}
}

// roomOn says when a canvas has no room for notes. Those that lie there already may be moved.
func (l *Laptop) roomOn(board workshop.RecordID, run *workshop.RunView, notes ...workshop.RecordID) error {
	most := run.Settings.Int("maxItems", 0)
	if most == 0 || run.Kind != workshop.ActivityCanvas {
		return nil
	}
	added := map[workshop.RecordID]bool{}
	for _, id := range notes {
		added[id] = true
	}
	placed := 0
	for i := range l.View().Notes {
		n := &l.View().Notes[i]
		if n.On(board) != nil {
			placed++
			delete(added, n.ID)
		}
	}
	if len(added) > 0 && placed+len(added) > most {
		return Refuse("canvas-full", "This canvas holds "+counted(most, "note", "notes")+" at most.", "Take one off first, or put two together.")
	}
	return nil
}

// StarNote marks an own note as one of the writer's favourites, as many as the
// activity says.
func (l *Laptop) StarNote(note string, starred bool) error {
	return l.gesture(func() error {
		if isDraft(note) {
			n, err := l.draftOf(note)
			if err != nil {
				return err
			}
			if err := l.starsLeft(n.Activity, n.ID, starred); err != nil {
				return err
			}
			before := n
			n.Starred = starred
			l.done.add(step{draft: n.ID, before: &before, after: &n})
			return l.setDraft(n)
		}
		id, err := l.find(note, workshop.KindNote)
		if err != nil {
			return err
		}
		if l.s.MadeBy(id) != l.me {
			return Refuse("note-not-yours", "Only its writer can star a note.", "Nothing was changed.")
		}
		board, _ := l.s.Placed(id)
		if err := l.starsLeft(board, note, starred); err != nil {
			return err
		}
		_, err = l.put(workshop.Set(id, workshop.FieldStarred, workshop.Bool(starred)))
		return err
	})
}

func (l *Laptop) starsLeft(board workshop.RecordID, note string, starred bool) error {
	a := l.View().Activity(board)
	if a == nil || !starred {
		return nil
	}
	most := a.Settings.Int("starOwn", 0)
	if most == 0 {
		return Refuse("no-stars", "Notes are not starred in this activity.", "Nothing was changed.")
	}
	given := 0
	for _, d := range l.drafts {
		if d.Activity == board && d.Starred && d.ID != note {
			given++
		}
	}
	for i := range l.View().Notes {
		n := &l.View().Notes[i]
		if n.Activity == board && n.Author == l.me && n.Starred && n.ID.String() != note {
			given++
		}
	}
	if given >= most {
		return Refuse("stars-given", "You have given your "+counted(most, "star", "stars")+".", "Take one back first.")
	}
	return nil
}

// makeMatches makes an action of every offer and ask whose two writers said
// yes, on the laptop that has the floor.
func (l *Laptop) makeMatches() error {
	run := l.s.CurrentRun()
	if run == nil || run.Kind != workshop.ActivityCanvas || !run.Settings.Offers() || run.State != workshop.RunOpen ||
		l.s.SessionView().Floor != l.me || !l.s.Role(l.me).Facilitates() {
		return nil
	}
	for _, m := range l.View().Matches(run.Activity) {
		if !m.Both() || !m.Action.Zero() {
			continue
		}
		if _, err := l.policy(workshop.AddAction(l.View().MatchedAction(m))); err != nil {
			return err
		}
	}
	return nil
}
