package app

import (
	"context"
	"errors"
	"fmt"
	"time"

	"convene/workshop"
)

// mostMoments bounds how finely the past is told.
const mostMoments = 400

// Moments tells the past in stretches: what one person did in one activity
// within a minute. Where authors are hidden no person is named. A long past is
// told more coarsely.
func (l *Laptop) Moments() []Moment {
	for gap := time.Minute; ; gap *= 4 {
		if list := l.stretches(gap.Milliseconds(), gap > 10*time.Minute); len(list) <= mostMoments || gap > 1000*time.Hour {
			return list[max(0, len(list)-mostMoments):]
		}
	}
}

func (l *Laptop) stretches(gap int64, anybody bool) (list []Moment) {
	hidden := map[workshop.RecordID]bool{}
	for _, r := range l.View().Runs {
		hidden[r.ID] = r.Settings.HiddenAuthors() || r.Settings.Secret()
	}
	activities := map[workshop.RecordID]string{}
	for _, r := range l.View().Runs {
		activities[r.ID] = r.Activity.String()
	}
	_ = l.s.Timeline(func(c *workshop.Change, by workshop.Person) error { // it ends by itself
		m := Moment{At: workshop.RecordID{Change: c.ID}.String(), Wall: Millis(c.Wall), Person: personID(by), Activity: activities[c.Run], Count: 1}
		if anybody || hidden[c.Run] {
			m.Person = ""
		}
		if n := len(list); n > 0 {
			if last := &list[n-1]; last.Person == m.Person && last.Activity == m.Activity && int64(m.Wall-last.Wall) < gap {
				m.Count += last.Count
				list[n-1] = m
				return nil
			}
		}
		list = append(list, m)
		return nil
	})
	return list
}

var errThere = errors.New("the moment is reached")

// upTo collects the changes up to a moment, as they came.
func (l *Laptop) upTo(at string) ([][]byte, error) {
	until, err := workshop.ParseRecordID(at)
	if err != nil || !l.s.Has(until.Change) {
		return nil, Refuse("moment-unknown", "There is no such moment in this session.", "Nothing was changed. Choose another one.")
	}
	var list [][]byte
	err = l.s.Timeline(func(c *workshop.Change, _ workshop.Person) error {
		list = append(list, c.Bytes)
		if c.ID == until.Change {
			return errThere
		}
		return nil
	})
	if !errors.Is(err, errThere) {
		return nil, err
	}
	return list, nil
}

// asOf is the session as it stood then.
func asOf(changes [][]byte) (*workshop.Session, error) {
	loaded, err := workshop.Load(changes)
	if err != nil {
		return nil, fmt.Errorf("look at the past: %w", err)
	}
	return loaded.Session, nil
}

// Look draws the boards as they stood at a moment. Reading the past is done
// beside the session, which goes on meanwhile.
func (a *App) Look(ctx context.Context, session, at string) ([]Record, error) {
	var changes [][]byte
	var me workshop.Person
	err := a.act(ctx, session, func(l *Laptop) (err error) {
		me = l.me
		changes, err = l.upTo(at)
		return err
	})
	if err != nil {
		return nil, err
	}
	then, err := asOf(changes)
	if err != nil {
		return nil, err
	}
	var boards []Record
	for _, r := range draw(scene{View: then.View(), Me: me, Light: new(light)}) {
		switch r.(type) {
		case NoteRecord, ClusterRecord, ConnectorRecord, StrokeRecord, ActivityRecord:
			boards = append(boards, r)
		}
	}
	return boards, nil
}

// Restore makes notes what they were at a moment, by new changes of the
// person here: those that are gone come back, those that changed get their
// words, colour and cluster of then. It is one step back.
func (a *App) Restore(ctx context.Context, session, at string, notes []string) error {
	if len(notes) > mostNotes {
		return errTooMany()
	}
	var changes [][]byte
	err := a.act(ctx, session, func(l *Laptop) (err error) {
		changes, err = l.upTo(at)
		return err
	})
	if err != nil {
		return err
	}
	then, err := asOf(changes)
	if err != nil {
		return err
	}
	return a.act(ctx, session, func(l *Laptop) error { return l.restore(then.View(), notes) })
}

func (l *Laptop) restore(then *workshop.View, notes []string) error {
	return l.gesture(func() error {
		wanted := map[workshop.RecordID]bool{}
		for _, n := range notes {
			id, err := workshop.ParseRecordID(n)
			if err != nil {
				return errGone()
			}
			wanted[id] = true
		}
		var made []doneMany
		defer func() { l.oneStep(made) }()
		undelete, lost := []workshop.Op{}, []workshop.Op{}
		for i := range then.Notes {
			n := &then.Notes[i]
			if _, shows := l.s.KindOf(n.ID); !wanted[n.ID] || shows {
				continue
			}
			if l.s.MadeBy(n.ID) == l.me || l.s.Role(l.me).Facilitates() {
				undelete = append(undelete, workshop.Set(n.ID, workshop.FieldDeleted, workshop.Bool(false)))
			} else {
				lost = append(lost, l.again(n))
			}
		}
		undelete, lost = l.inkGone(then, wanted, undelete, lost)
		back, err := l.placeMany(undelete)
		made = append(made, back...)
		if err != nil {
			return err
		}
		for i := range then.Notes { // what its writer took back does not come by being undeleted
			if n := &then.Notes[i]; wanted[n.ID] && l.undeletedInVain(undelete, n.ID) {
				lost = append(lost, l.again(n))
			}
		}
		for i := range then.Strokes {
			if k := &then.Strokes[i]; wanted[k.ID] && l.undeletedInVain(undelete, k.ID) {
				lost = append(lost, inkAgain(k))
			}
		}
		ops, err := l.asThey(then, wanted)
		if err != nil {
			return err
		}
		back, err = l.placeMany(append(lost, ops...))
		made = append(made, back...)
		return err
	})
}

func (l *Laptop) undeletedInVain(tried []workshop.Op, id workshop.RecordID) bool {
	if _, shows := l.s.KindOf(id); shows {
		return false
	}
	for i := range tried {
		if tried[i].Record == id {
			return true
		}
	}
	return false
}

// again is a note anew, where it was.
func (l *Laptop) again(n *workshop.NoteView) workshop.Op {
	cluster := n.Cluster
	if _, shows := l.s.KindOf(cluster); !shows {
		cluster = workshop.RecordID{}
	}
	op := workshop.AddNoteIn(n.Activity, cluster, n.Text, n.Color, n.Order)
	if n.X != 0 || n.Y != 0 {
		op = workshop.At(op, n.X, n.Y)
	}
	return workshop.Pictured(op, n.Picture)
}

// asThey is what makes notes that show what they were then.
func (l *Laptop) asThey(then *workshop.View, wanted map[workshop.RecordID]bool) (ops []workshop.Op, err error) {
	now := map[workshop.RecordID]*workshop.NoteView{}
	v := l.View()
	for i := range v.Notes {
		now[v.Notes[i].ID] = &v.Notes[i]
	}
	for i := range then.Notes {
		was, is := &then.Notes[i], now[then.Notes[i].ID]
		if is == nil || !wanted[was.ID] {
			continue
		}
		if was.Text != is.Text && !is.Author.Zero() { // nobody types into what was put under a token
			base, err := l.s.Anchors(was.ID)
			if err != nil {
				return nil, err
			}
			splice, _ := workshop.Rewrite(is.Text, was.Text)
			op, err := l.s.Edit(was.ID, base, splice)
			if err != nil {
				return nil, err
			}
			ops = append(ops, op)
		}
		if was.Color != is.Color {
			ops = append(ops, workshop.Set(was.ID, workshop.FieldColor, workshop.Text(was.Color)))
		}
		if _, shows := l.s.KindOf(was.Cluster); was.Cluster != is.Cluster && (shows || was.Cluster.Zero()) {
			ops = append(ops, workshop.Set(was.ID, workshop.FieldCluster, workshop.Ref(was.Cluster)), workshop.Set(was.ID, workshop.FieldOrder, workshop.Text(was.Order)))
		}
		if was.X != is.X || was.Y != is.Y {
			ops = append(ops, workshop.Set(was.ID, workshop.FieldX, workshop.Int(was.X)), workshop.Set(was.ID, workshop.FieldY, workshop.Int(was.Y)))
		}
	}
	return ops, nil
}
