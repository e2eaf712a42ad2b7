package rehearse

import (
	"time"

	"convene/workshop"
)

// leader is what the person with the floor does besides taking part: open one activity after the other, go through the items of
// a discussion, and finish.
type leader struct {
	*person
	wait   passage // what is under way
	opened bool    // an activity was opened
	over   bool
	agreed workshop.RecordID // the run in which a decision was written down
}

// lead does at most one thing and says whether the session is finished.
func (l *leader) lead(now time.Time) (finished bool, err error) {
	if l.wait != nil {
		if !l.wait.Done() {
			return false, nil
		}
		err := l.wait.Err()
		l.wait = nil
		if err != nil {
			return false, err
		}
		return l.over, nil
	}
	v, err := l.desk.View()
	if err != nil {
		return false, err
	}
	run := v.OpenRun()
	switch {
	case run == nil && l.opened:
		l.over = true
		l.wait, err = l.desk.Finish()
	case run == nil:
		l.opened = true
		l.wait, err = l.desk.Next()
	case run.ID == l.run && l.passed(run, now) >= 1:
		l.wait, err = l.desk.Next()
	case run.ID == l.run && run.Kind == workshop.ActivityDiscuss:
		err = l.item(run, now)
	}
	return false, err
}

// item moves the talk on to the item whose time has come, and writes down what the group decides first.
func (l *leader) item(run *workshop.RunView, now time.Time) error {
	if len(run.Options) == 0 {
		return nil
	}
	share := l.passed(run, now) * float64(len(run.Options))
	i := min(int(share), len(run.Options)-1)
	if want := run.Options[i].ID; run.Item != want {
		return l.desk.DiscussItem(want.String())
	}
	if share > 0.6 && l.agreed != run.ID {
		l.agreed = run.ID
		if about := themeOf(run.Options[i].Text); about >= 0 {
			return l.desk.AddCapture("decision", themes[about].agreed, run.Item.String())
		}
	}
	return nil
}
