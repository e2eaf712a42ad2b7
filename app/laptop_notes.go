package app

import (
	"fmt"

	"convene/workshop"
)

// AddNote puts an idea on a board. While the activity is private until the
// reveal it becomes a draft on this laptop.
func (l *Laptop) AddNote(n NewNote) (id string, err error) {
	return l.addNote(n, workshop.PictureView{})
}

func (l *Laptop) addNote(n NewNote, picture workshop.PictureView) (id string, err error) {
	err = l.gesture(func() error {
		text, err := words(n.Text, mostNote)
		if err != nil {
			return err
		}
		color := string(n.Color)
		if color == "" {
			color = string(ColorYellow)
		}
		board, run, err := l.boardFor(n.Activity)
		if err != nil {
			return err
		}
		plan, err := l.planNote(board, run, n)
		if err != nil {
			return err
		}
		plan.Picture = picture
		if run != nil && run.Settings.Private(run.Kind) && run.State == workshop.RunOpen {
			id, err = l.addDraft(run, text, color, plan)
			return err
		}
		order, err := l.lastOrder(board)
		if err != nil {
			return err
		}
		op, err := l.newNote(board, n, text, color, order)
		if err != nil {
			return err
		}
		made, err := l.putFor(plan.Seat, plan.ops(0, op, board)...)
		id = firstOf(made)
		return err
	})
	return id, err
}

func (l *Laptop) newNote(board workshop.RecordID, n NewNote, text, color, order string) (workshop.Op, error) {
	var cluster workshop.RecordID
	if n.Cluster != "" {
		var err error
		if cluster, err = l.find(n.Cluster, workshop.KindCluster); err != nil {
			return workshop.Op{}, err
		}
	}
	op := workshop.AddNoteIn(board, cluster, text, color, order)
	if n.At != nil {
		op = workshop.At(op, n.At.X, n.At.Y)
	}
	return op, nil
}

// boardFor says which board a new note goes to, and the run of that board if it is open.
func (l *Laptop) boardFor(activity string) (workshop.RecordID, *workshop.RunView, error) {
	run := l.s.CurrentRun()
	if activity == "" {
		if groups := l.groupsOpen(); groups != nil {
			g := l.myGroup(groups)
			if g == nil {
				return workshop.RecordID{}, nil, errNoGroup()
			}
			return g.ID, groups, nil
		}
		if run == nil || (run.Kind != workshop.ActivityBrainstorm && run.Kind != workshop.ActivityCanvas) {
			return workshop.RecordID{}, nil, Refuse("notes-closed", "No activity takes notes at the moment.", "Keep your idea: you can park it, or write it when notes are collected.")
		}
		return run.Activity, run, nil
	}
	board, err := l.find(activity, workshop.KindActivity, workshop.KindBoard, workshop.KindGroup)
	if err != nil {
		return board, nil, err
	}
	if run != nil && run.Activity != board {
		if g := l.View().Group(board); g == nil || g.Run != run.ID {
			run = nil
		}
	}
	if run == nil && !l.s.Role(l.me).Facilitates() {
		return board, nil, Refuse("notes-closed", "This activity takes no notes at the moment.", "Keep your idea: you can park it, or write it when notes are collected.")
	}
	return board, run, nil
}

// lastOrder is an order key behind every note of a board.
func (l *Laptop) lastOrder(board workshop.RecordID) (string, error) {
	return l.order(l.end(board), "")
}

// end is the greatest order key of a board, empty where it has none.
func (l *Laptop) end(board workshop.RecordID) string {
	l.trackTexts()
	return l.ends[board]
}

// order is a key between two others, an empty one being an open end.
func (l *Laptop) order(a, b string) (string, error) {
	key, err := workshop.OrderBetween(a, b, l.bytes(3))
	if err != nil {
		return "", fmt.Errorf("find a place: %w", err)
	}
	return key, nil
}

// EditNote gives a note or a draft other words.
func (l *Laptop) EditNote(note, text string) error {
	return l.gesture(func() error {
		text, err := words(text, mostNote)
		if err != nil {
			return err
		}
		if isDraft(note) {
			n, err := l.draftOf(note)
			if err == nil && n.Text != text {
				_, err = l.changeDraft(n, text, step{})
			}
			return err
		}
		id, err := l.find(note, workshop.KindNote)
		if err != nil {
			return err
		}
		return l.rewrite(id, text)
	})
}

// RemoveNote takes an own note or draft away; a facilitator takes any note.
func (l *Laptop) RemoveNote(note string) error {
	return l.gesture(func() error {
		if isDraft(note) {
			n, err := l.draftOf(note)
			if err != nil {
				return err
			}
			l.done.add(step{draft: n.ID, before: &n})
			return l.dropDraft(note)
		}
		id, err := l.find(note, workshop.KindNote)
		if err != nil {
			return err
		}
		if l.s.MadeBy(id) != l.me && !l.s.Role(l.me).Facilitates() {
			return Refuse("note-not-yours", "Only its writer or a facilitator can take this note away.", "Nothing was changed.")
		}
		_, err = l.put(workshop.Delete(id))
		return err
	})
}

// MoveNote puts a note into a cluster, or makes it loose, behind another note.
func (l *Laptop) MoveNote(m NoteMove) error {
	return l.gesture(func() error {
		id, err := l.find(m.Note, workshop.KindNote)
		if err != nil {
			return err
		}
		var cluster, after workshop.RecordID
		if m.Cluster != "" {
			if cluster, err = l.find(m.Cluster, workshop.KindCluster); err != nil {
				return err
			}
		}
		if err := l.mayRegroup([]workshop.RecordID{id}, cluster); err != nil {
			return err
		}
		if m.After != "" {
			if after, err = l.find(m.After, workshop.KindNote); err != nil {
				return err
			}
		}
		order, err := l.orderIn(id, cluster, after)
		if err != nil {
			return err
		}
		_, err = l.put(workshop.Set(id, workshop.FieldCluster, workshop.Ref(cluster)), workshop.Set(id, workshop.FieldOrder, workshop.Text(order)))
		return err
	})
}

// orderIn is the order key of a note behind another one in a cluster, or in front of all.
func (l *Laptop) orderIn(note, cluster, after workshop.RecordID) (string, error) {
	return l.order(l.gap([]workshop.RecordID{note}, cluster, after))
}

// gap is the place behind a note in a cluster, or in front of all, for notes that are being moved: the keys around it.
func (l *Laptop) gap(moving []workshop.RecordID, cluster, after workshop.RecordID) (before, next string) {
	away := make(map[workshop.RecordID]bool, len(moving))
	for _, id := range moving {
		away[id] = true
	}
	v := l.View()
	board, _ := l.s.Placed(moving[0])
	passed := after.Zero()
	last := ""
	for i := range v.Notes {
		n := &v.Notes[i]
		if n.Activity != board || n.Cluster != cluster || away[n.ID] {
			continue
		}
		last = max(last, n.Order)
		if passed && next == "" {
			next = n.Order
		}
		if n.ID == after {
			before, passed = n.Order, true
		}
	}
	if !passed { // what they were to follow went elsewhere: to the end
		return last, ""
	}
	if next != "" && before >= next {
		next = "" // two notes with one key: behind both
	}
	return before, next
}
