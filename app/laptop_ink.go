package app

import (
	"fmt"

	"convene/workshop"
)

// AddStroke draws on a board.
func (l *Laptop) AddStroke(n NewStroke) (id string, err error) {
	err = l.gesture(func() error {
		dots, err := dotsOf(n.Dots)
		if err != nil {
			return err
		}
		label, err := line(n.Label, mostTitle)
		if err != nil {
			return err
		}
		board, err := l.inkBoard(n.Activity)
		if err != nil {
			return err
		}
		color := string(n.Color)
		if color == "" {
			color = "blue"
		}
		op := workshop.Draw(board, dots, color)
		if label != "" {
			op = workshop.Described(op, label)
		}
		made, err := l.put(op)
		id = firstOf(made)
		return err
	})
	return id, err
}

// inkBoard is the board that a stroke goes to, where it takes any.
func (l *Laptop) inkBoard(activity string) (workshop.RecordID, error) {
	board := workshop.RecordID{}
	var err error
	if activity != "" {
		board, err = l.find(activity, workshop.KindActivity, workshop.KindBoard, workshop.KindGroup)
	} else {
		board, _, err = l.boardFor("")
	}
	if err != nil {
		return board, err
	}
	unnamed, private := l.hands(board)
	switch {
	case private:
		return board, Refuse("ink-private", "Nobody draws here before the notes are turned over.", "Write a note: it stays yours until then.")
	case unnamed:
		return board, Refuse("ink-anonymous", "Nobody draws where nobody is named: a hand can be known by its line.", "Write a note instead.")
	case len(l.View().StrokesOn(board)) >= workshop.BoardStrokes:
		return board, Refuse("ink-full", "This board takes no more strokes.", "Take some away that are not needed.")
	}
	return board, nil
}

// hands reports whether nobody is named on a board, by its plan or by any of its runs, and whether it is private still.
func (l *Laptop) hands(board workshop.RecordID) (unnamed, private bool) {
	v := l.View()
	if a := v.Activity(board); a != nil {
		unnamed = a.Settings.Anonymous()
	}
	for i := range v.Runs {
		if r := &v.Runs[i]; r.Activity == board {
			unnamed = unnamed || r.Settings.Anonymous()
			private = private || r.Settings.Private(r.Kind) && r.State == workshop.RunOpen
		}
	}
	return unnamed, private
}

// dotsOf reads the dots of a stroke as a window sends them.
func dotsOf(flat []int64) ([]workshop.Dot, error) {
	if len(flat) == 0 || len(flat)%2 != 0 || len(flat) > 2*workshop.StrokeDots {
		return nil, Refuse("stroke-size", fmt.Sprintf("A stroke has from one to %d dots.", workshop.StrokeDots), "Nothing was changed. Draw it in parts.")
	}
	dots := make([]workshop.Dot, 0, len(flat)/2)
	for i := 0; i < len(flat); i += 2 {
		dots = append(dots, workshop.Dot{X: flat[i], Y: flat[i+1]})
	}
	return dots, nil
}

// EditStroke says what a stroke shows, or gives it another colour.
func (l *Laptop) EditStroke(stroke string, e StrokeEdit) error {
	return l.gesture(func() error {
		ids, err := l.ownStrokes([]string{stroke})
		if err != nil {
			return err
		}
		var ops []workshop.Op
		if e.Label != nil {
			label, err := line(*e.Label, mostTitle)
			if err != nil {
				return err
			}
			ops = append(ops, workshop.Set(ids[0], workshop.FieldLabel, workshop.Text(label)))
		}
		if e.Color != nil {
			ops = append(ops, workshop.Set(ids[0], workshop.FieldColor, workshop.Text(string(*e.Color))))
		}
		_, err = l.putMany(ops)
		return err
	})
}

// MoveStrokes moves strokes: own ones, and a facilitator any.
func (l *Laptop) MoveStrokes(m StrokesMove) error {
	return l.gesture(func() error {
		ids, err := l.ownStrokes(m.Strokes)
		if err != nil {
			return err
		}
		_, err = l.putMany(l.shiftInk(ids, m))
		return err
	})
}

// shiftInk moves strokes by a step.
func (l *Laptop) shiftInk(strokes []workshop.RecordID, by StrokesMove) []workshop.Op {
	at := map[workshop.RecordID]*workshop.StrokeView{}
	v := l.View()
	for i := range v.Strokes {
		at[v.Strokes[i].ID] = &v.Strokes[i]
	}
	ops := make([]workshop.Op, 0, 2*len(strokes))
	for _, id := range strokes {
		if k := at[id]; k != nil {
			ops = append(ops, workshop.Set(id, workshop.FieldX, workshop.Int(far(k.X, by.DX))), workshop.Set(id, workshop.FieldY, workshop.Int(far(k.Y, by.DY))))
		}
	}
	return ops
}

// far adds a step, and stays on the board.
func far(at, by int64) int64 {
	const most = workshop.StrokeFar
	return min(max(at+min(max(by, -2*most), 2*most), -most), most)
}

// RemoveStrokes takes strokes away: own ones, and a facilitator any. They come back as one.
func (l *Laptop) RemoveStrokes(strokes []string) error {
	return l.gesture(func() error {
		ids, err := l.ownStrokes(strokes)
		if err != nil {
			return err
		}
		ops := make([]workshop.Op, 0, len(ids))
		for _, id := range ids {
			ops = append(ops, workshop.Delete(id))
		}
		_, err = l.putMany(ops)
		return err
	})
}

// ownStrokes finds those of the strokes that are still there, all of which the person may change; at least one is.
func (l *Laptop) ownStrokes(strokes []string) ([]workshop.RecordID, error) {
	ids, err := l.strokesLeft(strokes)
	if err == nil && len(ids) == 0 {
		err = errGone()
	}
	return ids, err
}

// strokesLeft finds those of the strokes that are still there, all of which the person may change; it may be none.
func (l *Laptop) strokesLeft(strokes []string) (ids []workshop.RecordID, err error) {
	if len(strokes) > mostNotes {
		return nil, errTooMany()
	}
	for _, stroke := range strokes {
		id, err := l.find(stroke, workshop.KindStroke)
		if err != nil {
			continue
		}
		if l.s.MadeBy(id) != l.me && !l.s.Role(l.me).Facilitates() {
			return nil, Refuse("stroke-not-yours", "Only who drew this or a facilitator can change it.", "Nothing was changed.")
		}
		ids = append(ids, id)
	}
	return ids, nil
}

// inkAgain is a stroke anew, where it was.
func inkAgain(k *workshop.StrokeView) workshop.Op {
	op := workshop.Draw(k.Activity, k.Dots, k.Color)
	if k.Label == "" {
		return op
	}
	return workshop.Described(op, k.Label)
}
