package rehearse

import (
	"slices"
	"time"

	"convene/app"
	"convene/workshop"
)

// leader is what the person with the floor does besides taking part: open one activity after the other, go through the items of
// a discussion, and finish.
type leader struct {
	*person
	wait    passage // what is under way
	opened  bool    // an activity was opened
	over    bool
	readied workshop.RecordID // the run in which what comes next was prepared
	agreed  workshop.RecordID // the run in which a decision was written down
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
	case run.ID == l.run && l.passed(run, now) > 0.6 && l.readied != run.ID:
		l.readied = run.ID
		err = l.ready(v)
	case run.ID == l.run && run.Kind == workshop.ActivityDiscuss:
		err = l.item(run, now)
	}
	return false, err
}

// ready prepares what comes next: the proposal that a vote is on, or ideas for a board that begins with sorting.
func (l *leader) ready(v *workshop.View) error {
	for i := range v.Activities {
		a := &v.Activities[i]
		switch {
		case a.State != workshop.RunNone:
		case a.Kind == workshop.ActivityVote && a.Settings.Options() == workshop.OnProposal:
			proposed := slices.ContainsFunc(v.Captures, func(c workshop.CaptureView) bool { return c.Type == workshop.CaptureProposal })
			objected := slices.ContainsFunc(v.Objections, func(o workshop.ObjectionView) bool { return o.Resolved.Zero() })
			if proposed && !objected {
				return nil
			}
			text := themes[1].agreed
			if objected {
				text += " We try it until the rains, and look at it again then."
			}
			return l.desk.AddCapture(workshop.CaptureProposal, text, "")
		case a.Kind == workshop.ActivityCluster && len(v.Notes) == 0:
			return l.bringIdeas(a)
		case a.Kind == workshop.ActivityBrainstorm || a.Kind == workshop.ActivityCanvas || a.Kind == workshop.ActivityBreakout:
			return nil
		}
	}
	return nil
}

// bringIdeas puts ideas that were there before the session on the board that is to be sorted.
func (l *leader) bringIdeas(a *workshop.ActivityView) error {
	for i, t := range themes {
		for _, text := range t.notes[:2+i%2] {
			if _, err := l.desk.AddNote(app.NewNote{Text: text, Activity: a.ID.String()}); err != nil {
				return err
			}
		}
	}
	return nil
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
