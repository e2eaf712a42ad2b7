package app

import (
	"errors"

	"convene/workshop"
)

// gesture does one thing a person asked for, and then what follows by itself.
// Who may not write here at all hears why.
func (l *Laptop) gesture(do func() error) error {
	if err := l.mayWrite(); err != nil {
		return err
	}
	defer l.settle()
	return inWords(do())
}

// steer is a gesture for facilitators.
func (l *Laptop) steer(what string, do func() error) error {
	return l.gesture(func() error {
		if !l.s.Role(l.me).Facilitates() {
			return Refuse("facilitators-only", "Only a facilitator can "+what+".", "Nothing was changed. Ask a facilitator.")
		}
		return do()
	})
}

// mayWrite says why this person can write nothing, or nil.
func (l *Laptop) mayWrite() error {
	switch role := l.s.Role(l.me); {
	case role == workshop.RoleNone && !l.s.Granted(l.me):
		return Refuse("not-admitted", "You are not in this session yet.", "Wait until this laptop has reached the others.")
	case role == workshop.RoleNone:
		return Refuse("removed", "You were removed from this session.", "What you had is still readable here. Ask a facilitator to let you in again.")
	case role == workshop.RoleObserver:
		return Refuse("observer", "You are here to watch, so nothing was changed.", "Ask a facilitator to make you a participant.")
	case l.s.SessionView().State == workshop.SessionClosed:
		return Refuse("session-finished", "This session is closed, so nothing was changed.", "A facilitator can reopen it.")
	}
	return nil
}

// readOnly is why nothing can be written here, for the window.
func (l *Laptop) readOnly() string {
	var r *Refusal
	if errors.As(l.mayWrite(), &r) {
		return r.Message
	}
	if l.trouble != nil {
		return l.trouble.Message
	}
	return ""
}

// put writes content: under the run that is open where the rules want that,
// else outside. It can be undone.
func (l *Laptop) put(ops ...workshop.Op) (workshop.ID, error) {
	id, err := l.place(ops...)
	if err == nil {
		l.done.add(step{changes: []workshop.ID{id}})
	}
	return id, l.lockedInWords(err)
}

// place writes under the run that is open, or where that is not allowed,
// outside of it.
func (l *Laptop) place(ops ...workshop.Op) (workshop.ID, error) {
	run := l.s.CurrentRun()
	if run == nil {
		return l.write(workshop.RecordID{}, ops...)
	}
	id, err := l.write(run.ID, ops...)
	var refused *workshop.RefusedError
	if errors.As(err, &refused) && refused.Code != workshop.RefusedLocked { // a lock holds outside as well, and is what to say
		return l.write(workshop.RecordID{}, ops...)
	}
	return id, err
}

// plan writes what belongs to no run. It can be undone.
func (l *Laptop) plan(ops ...workshop.Op) (workshop.ID, error) {
	id, err := l.write(workshop.RecordID{}, ops...)
	if err == nil {
		l.done.add(step{changes: []workshop.ID{id}})
	}
	return id, err
}

// policy writes what decides for others; it cannot be undone.
func (l *Laptop) policy(ops ...workshop.Op) (workshop.ID, error) {
	return l.write(workshop.RecordID{}, ops...)
}

// firstOf is the record that the first op of a change made.
func firstOf(id workshop.ID) string { return workshop.RecordID{Change: id}.String() }

// find reads the id of a record that shows and is of one of the kinds.
func (l *Laptop) find(id string, kinds ...workshop.Kind) (workshop.RecordID, error) {
	r, err := workshop.ParseRecordID(id)
	if err == nil {
		if k, ok := l.s.KindOf(r); ok {
			for _, want := range kinds {
				if k == want {
					return r, nil
				}
			}
		}
	}
	return workshop.RecordID{}, errGone()
}

func errGone() error {
	return Refuse("gone", "This is not there any more.", "Somebody took it away. Everything else is safe.")
}
