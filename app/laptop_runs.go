package app

import (
	"fmt"

	"convene/workshop"
)

// OpenRun closes the activity that runs, then opens this one.
func (l *Laptop) OpenRun(activity string) (*Passage, error) {
	id, err := l.find(activity, workshop.KindActivity)
	if err != nil {
		return nil, err
	}
	return l.begin("open an activity", l.needFloor, func() (workshop.RecordID, error) { return l.open(id) })
}

// NextRun closes what runs and opens what follows it in the agenda; the
// passage's run is "" when nothing follows.
func (l *Laptop) NextRun() (*Passage, error) {
	return l.beginClosing("go to the next activity", l.needFloor, l.toClose, func() (workshop.RecordID, error) {
		if run := l.s.CurrentRun(); run != nil {
			return run.ID, l.goOn(run) // it was paused for what is closed now, or somebody else went on meanwhile
		}
		next := l.following()
		if next.Zero() {
			return workshop.RecordID{}, nil
		}
		return l.open(next)
	})
}

// following is the first activity, behind the one opened last, that was not
// closed yet.
func (l *Laptop) following() workshop.RecordID {
	v := l.View()
	from := 0
	if n := len(v.Runs); n > 0 {
		for i := range v.Activities {
			if v.Activities[i].ID == v.Runs[n-1].Activity {
				from = i + 1
			}
		}
	}
	for _, a := range v.Activities[from:] {
		if a.State != workshop.RunClosed && !a.Skipped {
			return a.ID
		}
	}
	return workshop.RecordID{}
}

// open opens an activity. Nothing runs when it is called.
func (l *Laptop) open(activity workshop.RecordID) (workshop.RecordID, error) {
	if err := l.needFloor(); err != nil {
		return workshop.RecordID{}, err
	}
	if run := l.s.CurrentRun(); run != nil {
		if run.Activity == activity {
			return run.ID, nil // somebody else opened it meanwhile
		}
		return workshop.RecordID{}, Refuse("moved-on", "Another activity was opened meanwhile.", "Look at it first, then decide.")
	}
	return l.openOn(activity, nil)
}

// openOn opens an activity, beside what is open, on options that were chosen; on
// those of its settings where none were.
func (l *Laptop) openOn(activity workshop.RecordID, chosen []workshop.RecordID) (workshop.RecordID, error) {
	if err := l.firstOpening(); err != nil {
		return workshop.RecordID{}, err
	}
	p, err := l.View().PlanRunOn(activity, chosen)
	if err != nil {
		return workshop.RecordID{}, err
	}
	batch := p.Settings.Anonymous() && p.Settings.Private(p.Kind)
	if batch && l.writers() < leastUnnamed {
		return workshop.RecordID{}, Refuse("unnamed-few", fmt.Sprintf("Notes without a name need at least %d people: among fewer, everybody knows who wrote what.", leastUnnamed),
			"Nothing was opened. Let names be hidden instead, in the settings of this activity.")
	}
	var key *ballotBox
	if batch || p.Settings.Balloted(p.Kind) && p.Settings.SecretIn(p.Kind) {
		if key, err = l.newBox(); err != nil {
			return workshop.RecordID{}, err
		}
		p.Seal = key.public[:]
	}
	id, err := l.policy(workshop.OpenRun(p))
	if err != nil {
		return workshop.RecordID{}, err
	}
	run := workshop.RecordID{Change: id}
	if key != nil {
		l.boxes[run] = key
	}
	return run, nil
}

// CloseRun turns over what was private, waits for the ballots and notes that
// are on their way, and closes.
func (l *Laptop) CloseRun() (*Passage, error) {
	return l.beginClosing("close an activity", l.needRun, l.toClose, func() (workshop.RecordID, error) {
		return workshop.RecordID{}, l.goOn(l.s.CurrentRun())
	})
}

// needRun says when nothing is open.
func (l *Laptop) needRun() error {
	if l.s.CurrentRun() != nil {
		return nil
	}
	return Refuse("nothing-open", "No activity is open.", "Nothing was changed.")
}

// firstOpening says what in the agenda would stop the session in its middle,
// before its first activity opens, and writes down how long people have.
func (l *Laptop) firstOpening() error {
	v := l.View()
	if len(v.Runs) > 0 {
		return nil
	}
	sum := 0
	for i := range v.Activities {
		if !v.Activities[i].Skipped {
			sum += v.Activities[i].Minutes
		}
	}
	for _, w := range v.Warnings(0) {
		if w.Stops() {
			return l.stops(w)
		}
	}
	if v.Session.Minutes != 0 || sum == 0 {
		return nil
	}
	_, err := l.policy(workshop.Set(l.s.Root(), workshop.FieldMinutes, workshop.Int(int64(min(sum, mostMinutes)))))
	return err
}

// mostMinutes is how long a session can be said to be.
const mostMinutes = 24 * 60

// stops says what is wrong with a vote of the agenda.
func (l *Laptop) stops(w workshop.Warning) error {
	title := "A vote"
	if a := l.View().Activity(w.Activity); a != nil && a.Title != "" {
		title = "“" + a.Title + "”"
	}
	const hint = "The session has not started. Change this in the agenda, then start."
	switch w.Code {
	case workshop.WarnVoteQuestion:
		return Refuse("plan-question", title+" is a vote without a question.", hint)
	case workshop.WarnVoteOptions:
		return Refuse("plan-options", title+" is a vote, and nothing before it gives it options.", hint)
	}
	return Refuse("plan-rules", title+" is a vote whose rules do not fit together.", hint)
}

// closable says what has to be dealt with before the session is closed.
func (l *Laptop) closable() error {
	parked, points := l.View().Unanswered()
	switch {
	case len(points) > 0:
		return Refuse("points-open", counted(len(points), "process point waits", "process points wait")+" for an answer.",
			"Nothing was closed. Answer each, then finish.")
	case len(parked) > 0:
		return Refuse("parked-open", counted(len(parked), "parked matter has", "parked matters have")+" no fate yet.",
			"Nothing was closed. Say what becomes of each, or take it to the follow-up, then finish.")
	}
	return nil
}

// FinishSession closes what runs, and the session. Every parked matter has its
// fate by then, and every process point its answer.
func (l *Laptop) FinishSession() (*Passage, error) {
	return l.begin("finish the session", l.closable, func() (workshop.RecordID, error) {
		_, err := l.policy(workshop.Set(l.s.Root(), workshop.FieldState, workshop.Text(string(workshop.SessionClosed))))
		return workshop.RecordID{}, err
	})
}

// ReopenSession takes the finish back.
func (l *Laptop) ReopenSession() error {
	if l.s.SessionView().State != workshop.SessionClosed {
		return nil
	}
	if !l.s.Role(l.me).Facilitates() {
		return Refuse("facilitators-only", "Only a facilitator can reopen the session.", "Nothing was changed. Ask a facilitator.")
	}
	defer l.settle()
	_, err := l.policy(workshop.Set(l.s.Root(), workshop.FieldState, workshop.Text(string(workshop.SessionLive))))
	return inWords(err)
}

// PauseRun stops the clock of the open activity.
func (l *Laptop) PauseRun() error {
	return l.clock("pause", func(run *workshop.RunView) *workshop.Op {
		if run.PausedAt != 0 {
			return nil
		}
		op := workshop.Pause(run.ID)
		return &op
	})
}

// ResumeRun lets the clock go on.
func (l *Laptop) ResumeRun() error {
	return l.clock("go on", func(run *workshop.RunView) *workshop.Op {
		if run.PausedAt == 0 {
			return nil
		}
		op := workshop.Resume(run.ID)
		return &op
	})
}

// ExtendRun gives the open activity more seconds, or fewer when below 0.
func (l *Laptop) ExtendRun(seconds int) error {
	return l.clock("change the time", func(run *workshop.RunView) *workshop.Op {
		seconds = max(seconds, -run.Planned-run.Extended)
		if seconds == 0 {
			return nil
		}
		op := workshop.Extend(run.ID, seconds)
		return &op
	})
}

// clock does something to the clock of the open activity; no op is no change.
func (l *Laptop) clock(what string, op func(*workshop.RunView) *workshop.Op) error {
	return l.steer(what, func() error {
		if err := l.needRun(); err != nil {
			return err
		}
		if err := l.needFloor(); err != nil {
			return err
		}
		do := op(l.s.CurrentRun())
		if do == nil {
			return nil
		}
		_, err := l.policy(*do)
		return err
	})
}
