package app

import (
	"errors"
	"time"

	"convene/workshop"
)

// history is the own work of this start that can be taken back, latest last.
type history struct{ past, future []step }

// step is one own gesture: the changes it wrote, or what happened to a draft.
type step struct {
	changes       []workshop.ID
	draft         string
	before, after *ownNote          // nil: there was none, there is none
	typed         workshop.RecordID // the text that was typed into, or zero
	typing        bool              // words were typed into a text or a draft
	at            time.Time         // of the last key
}

// The bounds of undo: how far back one can go, how long a pause in typing may be within a step, and how many changes a step that is
// typed has at most.
const (
	mostSteps  = 200
	typingStop = 2 * time.Second
	mostTyped  = 100
)

// goesOn reports whether what is typed goes on with the step before.
func (s *step) goesOn(next step) bool {
	return s.typing && next.typing && s.typed == next.typed && s.draft == next.draft && len(s.changes) < mostTyped &&
		next.at.Sub(s.at) < typingStop
}

func (h *history) add(s step) {
	if n := len(h.past); n > 0 && h.past[n-1].goesOn(s) {
		last := &h.past[n-1]
		last.changes, last.after, last.at = append(last.changes, s.changes...), s.after, s.at
		h.future = nil
		return
	}
	h.past = append(h.past, s)
	if len(h.past) > mostSteps {
		h.past = h.past[1:]
	}
	h.future = nil
}

// forgetDrafts lets go of steps on drafts: they were turned over.
func (h *history) forgetDrafts() {
	keep := func(list []step) []step {
		var out []step
		for _, s := range list {
			if s.draft == "" {
				out = append(out, s)
			}
		}
		return out
	}
	h.past, h.future = keep(h.past), keep(h.future)
}

// Undo takes the last own gesture back. Ballots and decisions on the agenda are
// not taken back, and nobody else's work ever is.
func (l *Laptop) Undo() error {
	return l.gesture(func() error {
		if len(l.done.past) == 0 {
			return Refuse("undo-nothing", "There is nothing of yours to take back.", "Only what you did since this laptop opened the session can be taken back.")
		}
		return l.stepTo(&l.done.past, &l.done.future, func(s step) *ownNote { return s.before })
	})
}

// Redo brings back what Undo took.
func (l *Laptop) Redo() error {
	return l.gesture(func() error {
		if len(l.done.future) == 0 {
			return Refuse("redo-nothing", "There is nothing to bring back.", "Nothing was changed.")
		}
		return l.stepTo(&l.done.future, &l.done.past, func(s step) *ownNote { return s.after })
	})
}

// stepTo reverses the last step of one list, and puts what reverses that on the other. A step that cannot be reversed now stays, so
// that the next try does not reach past it to older work; one that the rules refuse for good goes.
func (l *Laptop) stepTo(from, onto *[]step, to func(step) *ownNote) error {
	last := len(*from) - 1
	s := (*from)[last]
	back, err := l.reverse(s, to(s))
	if err != nil && !forGood(err) {
		return err
	}
	*from = (*from)[:last]
	if err == nil {
		*onto = append(*onto, back)
	}
	return err
}

// forGood reports whether the rules refuse a step, whatever happens later: not where a lock is in the way, and not where the disk is.
func forGood(err error) bool {
	var by *workshop.RefusedError
	return errors.As(err, &by) && by.Code != workshop.RefusedLocked
}

// reverse withdraws a step's changes, in one change, or puts its draft to
// another state, and returns the step that reverses this.
func (l *Laptop) reverse(s step, to *ownNote) (step, error) {
	switch {
	case s.draft == "":
		ops := make([]workshop.Op, len(s.changes))
		for i, id := range s.changes {
			ops[i] = workshop.Withdraw(id)
		}
		id, err := l.write(workshop.RecordID{}, ops...)
		return step{changes: []workshop.ID{id}}, l.lockedInWords(err)
	case to == nil:
		return s, l.dropDraft(s.draft)
	}
	return s, l.setDraft(*to)
}
