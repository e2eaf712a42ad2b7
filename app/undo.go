package app

import "convene/workshop"

// history is the own work of this start that can be taken back, latest last.
type history struct{ past, future []step }

// step is one own gesture: the changes it wrote, or what happened to a draft.
type step struct {
	changes       []workshop.ID
	draft         string
	before, after *ownNote // nil: there was none, there is none
}

// mostSteps bounds how far back one can go.
const mostSteps = 200

func (h *history) add(s step) {
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
		s, ok := pop(&l.done.past)
		if !ok {
			return Refuse("undo-nothing", "There is nothing of yours to take back.", "Only what you did since this laptop opened the session can be taken back.")
		}
		back, err := l.reverse(s, s.before)
		if err != nil {
			return err
		}
		l.done.future = append(l.done.future, back)
		return nil
	})
}

// Redo brings back what Undo took.
func (l *Laptop) Redo() error {
	return l.gesture(func() error {
		s, ok := pop(&l.done.future)
		if !ok {
			return Refuse("redo-nothing", "There is nothing to bring back.", "Nothing was changed.")
		}
		again, err := l.reverse(s, s.after)
		if err != nil {
			return err
		}
		l.done.past = append(l.done.past, again)
		return nil
	})
}

func pop(list *[]step) (step, bool) {
	n := len(*list)
	if n == 0 {
		return step{}, false
	}
	s := (*list)[n-1]
	*list = (*list)[:n-1]
	return s, true
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
