package app

import (
	"convene/workshop"
)

// The gestures of this file help when a workshop goes astray, in one call each.

const (
	silentSeconds = 120
	mostSilent    = 1800
	gaugeMinutes  = 1
	roundMinutes  = 5
)

// Silence asks everybody to think for themselves for so many seconds, two
// minutes where it is 0. What is open stays open; where nothing is, a brief is
// opened for it.
func (l *Laptop) Silence(seconds int) (*Passage, error) {
	if seconds <= 0 {
		seconds = silentSeconds
	}
	seconds = min(seconds, mostSilent)
	if l.s.CurrentRun() == nil {
		return l.openBeside(workshop.ActivityPlan{
			Kind: workshop.ActivityBrief, Preset: "silence", Title: "Quiet minutes", Minutes: (seconds + 59) / 60,
			Prompt: "Think for yourself, and write down what matters to you.",
		})
	}
	p := &Passage{stage: stageDone}
	return p, l.steer("ask for quiet", func() error {
		_, err := l.policy(workshop.Silence(l.s.CurrentRun().ID, seconds))
		return err
	})
}

// InsertRound lets everybody speak once, now; what was open goes on afterwards.
func (l *Laptop) InsertRound(prompt string) (*Passage, error) {
	if prompt == "" {
		prompt = "What do you need to say about this right now? One sentence each."
	}
	return l.openBeside(workshop.ActivityPlan{Kind: workshop.ActivityRound, Title: "A round", Minutes: roundMinutes, Prompt: prompt})
}

// GaugeNow asks where everybody stands, from no to full support; what was open
// goes on afterwards.
func (l *Laptop) GaugeNow(question string) (*Passage, error) {
	if question == "" {
		question = "Zero to five: how far can you go along with where we are heading?"
	}
	return l.openBeside(workshop.ActivityPlan{
		Kind: workshop.ActivityVote, Title: "Where we stand", Minutes: gaugeMinutes, Prompt: question,
		Settings: workshop.SettingsOf(map[string]any{"method": "scale", "scale": "fist0-5", "purpose": "gauge", "threshold": 3.0}),
	})
}

// openBeside puts a step on the agenda behind what is open, pauses that, and
// opens the step. When the step is closed, what was open goes on.
func (l *Laptop) openBeside(a workshop.ActivityPlan) (*Passage, error) {
	prompt, err := words(a.Prompt, mostPrompt)
	if err != nil {
		return nil, err
	}
	a.Prompt = prompt
	return l.beginClosing("insert a step", l.needFloor, nil, func() (workshop.RecordID, error) {
		id, err := l.insert(a)
		if err != nil {
			return workshop.RecordID{}, err
		}
		if run := l.s.CurrentRun(); run != nil && run.PausedAt == 0 {
			if _, err := l.policy(workshop.Pause(run.ID)); err != nil {
				return workshop.RecordID{}, err
			}
		}
		return l.openOn(id, nil)
	})
}

// insert puts a step on the agenda behind what is open or was opened last.
func (l *Laptop) insert(a workshop.ActivityPlan) (workshop.RecordID, error) {
	after := ""
	if runs := l.View().Runs; len(runs) > 0 {
		after = runs[len(runs)-1].Activity.String()
	}
	if run := l.s.CurrentRun(); run != nil {
		after = run.Activity.String()
	}
	if _, err := l.find(after, workshop.KindActivity); err != nil {
		after = ""
	}
	var err error
	if a.Order, err = l.orderAfter(&after, workshop.RecordID{}); err != nil {
		return workshop.RecordID{}, err
	}
	made, err := l.policy(workshop.AddActivity(a))
	return workshop.RecordID{Change: made}, err
}

// beneath is the activity that was paused for the one that is open, or nil.
func (l *Laptop) beneath() *workshop.RunView {
	open := l.s.Unclosed()
	if len(open) < 2 {
		return nil
	}
	if run := l.s.RunView(open[len(open)-2]); run != nil && run.PausedAt != 0 && run.State == workshop.RunOpen {
		return run
	}
	return nil
}

// toClose is what closing the open activity closes: it alone where another one
// was paused for it, else all that is open.
func (l *Laptop) toClose() []workshop.RecordID {
	open := l.s.Unclosed()
	if l.beneath() != nil {
		return open[len(open)-1:]
	}
	return open
}

// goOn lets the clock of an activity that was paused for another go on.
func (l *Laptop) goOn(run *workshop.RunView) error {
	if run == nil || run.PausedAt == 0 {
		return nil
	}
	_, err := l.policy(workshop.Resume(run.ID))
	return err
}

// ParkItem parks what is talked about and goes on to the next item.
func (l *Laptop) ParkItem() (id string, err error) {
	err = l.steer("park what is talked about", func() error {
		run := l.s.CurrentRun()
		if run == nil || run.Kind != workshop.ActivityDiscuss || run.Item.Zero() {
			return Refuse("discuss-closed", "No item is talked about.", "Nothing was changed. Write what you want to park.")
		}
		at := -1
		for i, o := range run.Options {
			if o.ID == run.Item {
				at = i
			}
		}
		if at < 0 {
			return Refuse("gone", "This is not there any more.", "Nothing was changed.")
		}
		made, err := l.plan(workshop.Park(run.Activity, run.Options[at].Text))
		if err != nil {
			return err
		}
		id = firstOf(made)
		if at+1 == len(run.Options) {
			return nil
		}
		_, err = l.policy(workshop.Set(run.ID, workshop.FieldItem, workshop.Ref(run.Options[at+1].ID)))
		return err
	})
	return id, err
}

// Blank hides the boards from the projector and stops the clock, or shows them
// and lets it go on.
func (l *Laptop) Blank(blank bool) error {
	return l.steer("hide the boards from the projector", func() error {
		if l.s.SessionView().Blank != blank {
			if _, err := l.policy(workshop.Set(l.s.Root(), workshop.FieldBlank, workshop.Bool(blank))); err != nil {
				return err
			}
		}
		run := l.s.CurrentRun()
		switch {
		case run == nil:
			return nil
		case !blank:
			return l.goOn(run)
		case run.PausedAt != 0:
			return nil
		}
		_, err := l.policy(workshop.Pause(run.ID))
		return err
	})
}

// ReplaceActivity closes what is open and opens another activity in its place,
// on the same board: no note is lost.
func (l *Laptop) ReplaceActivity(a NewActivity) (*Passage, error) {
	if err := knownSettings(workshop.ActivityKind(a.Kind), a.Settings); err != nil {
		return nil, err
	}
	run := l.s.CurrentRun()
	if run == nil {
		return nil, l.needRun()
	}
	title, err := words(a.Title, mostTitle)
	if err != nil {
		return nil, err
	}
	prompt, err := line(a.Prompt, mostPrompt)
	if err != nil {
		return nil, err
	}
	plan := workshop.ActivityPlan{
		Kind: workshop.ActivityKind(a.Kind), Title: title, Minutes: max(a.Minutes, 0), Prompt: prompt,
		Settings: workshop.SettingsOf(a.Settings), Source: run.Source,
	}
	if plan.Kind == workshop.ActivityVote && prompt == "" {
		return nil, inWords(workshop.ErrNoQuestion)
	}
	if err := workshop.Supported(plan.Kind, plan.Settings); err != nil {
		return nil, inWords(err)
	}
	return l.begin("replace an activity", l.needFloor, func() (workshop.RecordID, error) {
		id, err := l.insert(plan)
		if err != nil {
			return workshop.RecordID{}, err
		}
		return l.open(id)
	})
}

// SkipActivity leaves an activity out, or takes it in again. What follows moves.
func (l *Laptop) SkipActivity(activity string, skip bool) error {
	return l.steer("change the agenda", func() error {
		id, err := l.find(activity, workshop.KindActivity)
		if err != nil {
			return err
		}
		if run := l.s.CurrentRun(); run != nil && run.Activity == id {
			return Refuse("activity-open", "This activity is open, so it cannot be left out.", "Close it instead.")
		}
		state := ""
		if skip {
			state = workshop.SkippedState
		}
		_, err = l.plan(workshop.Set(id, workshop.FieldState, workshop.Text(state)))
		return err
	})
}
