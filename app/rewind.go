package app

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"time"

	"convene/workshop"
)

// mostMoments bounds how finely the past is told.
const mostMoments = 400

// Moments tells the past in stretches: what one person did in one activity
// within a minute of its first change. What takes something away begins a stretch of its own, so that the moment before can be looked
// at. Where authors are hidden no person is named. A long past is told more coarsely.
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
	var began int64                                                       // wall milliseconds of the first change of the last stretch
	var taking bool                                                       // its last change took something away
	_ = l.s.Timeline(func(c *workshop.Change, by workshop.Person) error { // it ends by itself
		m := Moment{At: workshop.RecordID{Change: c.ID}.String(), Wall: Millis(c.Wall), Person: personID(by), Activity: activities[c.Run], Count: 1}
		if anybody || hidden[c.Run] {
			m.Person = ""
		}
		if n := len(list); n > 0 {
			if last := &list[n-1]; last.Person == m.Person && last.Activity == m.Activity && int64(m.Wall)-began < gap && (anybody || !takesAway(c) || taking) {
				m.Count += last.Count
				list[n-1], taking = m, takesAway(c)
				return nil
			}
		}
		list, began, taking = append(list, m), int64(m.Wall), takesAway(c)
		return nil
	})
	return list
}

// takesAway reports whether a change deletes something, or takes an earlier change back.
func takesAway(c *workshop.Change) bool {
	return slices.ContainsFunc(c.Ops, func(op workshop.Op) bool {
		return op.Code == workshop.OpWithdraw || op.Code == workshop.OpSet && op.Field == workshop.FieldDeleted && op.Value.True()
	})
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
		case NoteRecord, ClusterRecord, ConnectorRecord, StrokeRecord, PlacementRecord, ActivityRecord:
			boards = append(boards, r)
		}
	}
	return boards, nil
}

// Restore makes notes what they were at a moment, by new changes of the
// person here: those that are gone come back, with the clusters that held them and the arrows between what is there again; those that
// changed get their words, colour, cluster and places of then. It is one step back.
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
