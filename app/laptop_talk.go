package app

import "convene/workshop"

// AddCapture writes down what was said.
func (l *Laptop) AddCapture(c NewCapture) (id string, err error) {
	if c.Type == CaptureParked {
		return l.AddParked(c.Text)
	}
	err = l.gesture(func() error {
		text, err := words(c.Text, mostNote)
		if err != nil {
			return err
		}
		var item workshop.RecordID
		if c.Item != "" {
			if item, err = l.find(c.Item, spokenOf...); err != nil {
				return err
			}
		}
		activity := l.talkedAbout()
		if activity.Zero() {
			return Refuse("captures-closed", "No discussion is open to write this into.", "You can park it instead.")
		}
		made, err := l.put(workshop.Capture(activity, string(c.Type), text, item))
		id = firstOf(made)
		return err
	})
	return id, err
}

// talkedAbout is the activity that captures belong to: the open one, or the
// discussion opened last.
func (l *Laptop) talkedAbout() workshop.RecordID {
	if run := l.s.CurrentRun(); run != nil {
		if run.Kind == workshop.ActivityBreakout {
			if g := l.myGroup(run); g != nil {
				return g.ID
			}
		}
		return run.Activity
	}
	v := l.View()
	for i := len(v.Runs) - 1; i >= 0; i-- {
		if v.Runs[i].Kind == workshop.ActivityDiscuss {
			return v.Runs[i].Activity
		}
	}
	return workshop.RecordID{}
}

// EditCapture changes what was written down.
func (l *Laptop) EditCapture(capture, text string) error {
	return l.gesture(func() error {
		text, err := words(text, mostNote)
		if err != nil {
			return err
		}
		id, err := l.find(capture, workshop.KindCapture)
		if err != nil {
			return err
		}
		_, err = l.put(workshop.Set(id, workshop.FieldText, workshop.Text(text)))
		return err
	})
}

// RemoveCapture takes what was written down away.
func (l *Laptop) RemoveCapture(capture string) error {
	return l.gesture(func() error {
		id, err := l.find(capture, workshop.KindCapture)
		if err == nil {
			_, err = l.put(workshop.Delete(id))
		}
		return err
	})
}

// spokenOf are the kinds of records that a discussion can be about.
var spokenOf = []workshop.Kind{
	workshop.KindNote, workshop.KindCluster, workshop.KindActivity, workshop.KindParked, workshop.KindAction,
	workshop.KindGroup, workshop.KindBallot, workshop.KindCapture, workshop.KindDecision,
}

// DiscussItem says what is talked about now.
func (l *Laptop) DiscussItem(item string) error {
	return l.steer("choose what is talked about", func() error {
		run := l.s.CurrentRun()
		if run == nil || run.Kind != workshop.ActivityDiscuss {
			return Refuse("discuss-closed", "No discussion is open.", "Open one first.")
		}
		id, err := workshop.ParseRecordID(item)
		if err != nil {
			return Refuse("gone", "This is not there any more.", "Choose another one.")
		}
		_, err = l.policy(workshop.Set(run.ID, workshop.FieldItem, workshop.Ref(id)))
		return err
	})
}

// AddParked keeps a matter for later.
func (l *Laptop) AddParked(text string) (id string, err error) {
	err = l.gesture(func() error {
		text, err := words(text, mostNote)
		if err != nil {
			return err
		}
		var activity workshop.RecordID
		if run := l.s.CurrentRun(); run != nil {
			activity = run.Activity
		}
		made, err := l.plan(workshop.Park(activity, text))
		id = firstOf(made)
		return err
	})
	return id, err
}

// CarryParked takes a parked matter on to the follow-up, or leaves it here.
func (l *Laptop) CarryParked(parked string, carry bool) error {
	return l.steer("take a parked matter on", func() error {
		id, err := l.find(parked, workshop.KindParked)
		if err == nil {
			_, err = l.plan(workshop.Set(id, workshop.FieldCarried, workshop.Bool(carry)))
		}
		return err
	})
}

// SettleParked writes down what becomes of a parked matter.
func (l *Laptop) SettleParked(parked, fate string) error {
	return l.steer("settle what is parked", func() error {
		fate, err := line(fate, mostPrompt)
		if err != nil {
			return err
		}
		id, err := l.find(parked, workshop.KindParked)
		if err != nil {
			return err
		}
		_, err = l.plan(workshop.Set(id, workshop.FieldFate, workshop.Text(fate)))
		return err
	})
}
