package app

import (
	"strings"

	"convene/workshop"
)

// WriteCharter writes the words of the charter that stand beside purpose and
// outcomes. What is nil stays.
func (l *Laptop) WriteCharter(e CharterEdit) error {
	return l.steer("write the charter", func() error {
		c := l.View().Charter
		text := func(value *string, now string, most int) (string, error) {
			if value == nil {
				return now, nil
			}
			return line(*value, most)
		}
		values, err := text(e.Values, c.Values, mostPrompt)
		if err != nil {
			return err
		}
		rule, err := text(e.Rule, c.Rule, mostPrompt)
		if err != nil {
			return err
		}
		use, err := text(e.Use, c.Use, mostNote)
		if err != nil {
			return err
		}
		handsOver := c.HandsOver
		if e.HandsOver != nil {
			handsOver = *e.HandsOver
		}
		if k, ok := l.s.KindOf(c.ID); !ok || k != workshop.KindCharter {
			_, err := l.plan(workshop.WriteCharter(values, rule, use, handsOver))
			return err
		}
		return l.rewriteCharter(c, values, rule, use, handsOver)
	})
}

// rewriteCharter changes what differs.
func (l *Laptop) rewriteCharter(c workshop.CharterView, values, rule, use string, handsOver bool) error {
	var ops []workshop.Op
	if values != c.Values {
		ops = append(ops, workshop.Set(c.ID, workshop.FieldValues, workshop.Text(values)))
	}
	if rule != c.Rule {
		ops = append(ops, workshop.Set(c.ID, workshop.FieldRule, workshop.Text(rule)))
	}
	if handsOver != c.HandsOver {
		ops = append(ops, workshop.Set(c.ID, workshop.FieldHandsOver, workshop.Bool(handsOver)))
	}
	if use != c.Use {
		base, err := l.s.Anchors(c.ID)
		if err != nil {
			return err
		}
		op, err := l.s.Edit(c.ID, base, workshop.Splice{Del: len([]rune(c.Use)), Ins: use})
		if err != nil {
			return err
		}
		ops = append(ops, op)
	}
	if len(ops) == 0 {
		return nil
	}
	_, err := l.plan(ops...)
	return err
}

// Propose words a proposal, for a vote of the agenda or for whichever comes. The
// latest is what is voted on.
func (l *Laptop) Propose(text, activity string) (id string, err error) {
	err = l.gesture(func() error {
		text, err := words(text, mostNote)
		if err != nil {
			return err
		}
		about := l.talkedAbout()
		if activity != "" {
			if about, err = l.find(activity, workshop.KindActivity); err != nil {
				return err
			}
		}
		if about.Zero() {
			return Refuse("proposal-where", "This proposal belongs to no vote yet.", "Choose the vote that it is for.")
		}
		made, err := l.put(workshop.Capture(about, workshop.CaptureProposal, text, workshop.RecordID{}))
		id = firstOf(made)
		return err
	})
	return id, err
}

// AnswerObjection writes down what was changed for an objection.
func (l *Laptop) AnswerObjection(objection, text string) (id string, err error) {
	err = l.gesture(func() error {
		text, err := words(text, mostNote)
		if err != nil {
			return err
		}
		about, err := workshop.ParseRecordID(objection)
		for _, o := range l.View().Objections {
			if err == nil && o.ID == about {
				made, err := l.put(workshop.Capture(o.Activity, workshop.CaptureIntegration, text, o.ID))
				id = firstOf(made)
				return err
			}
		}
		return Refuse("gone", "This is not there any more.", "Nothing was changed.")
	})
	return id, err
}

// EditDecision writes on a decision: its words, the day on which the group looks
// at it again, what it rests on.
func (l *Laptop) EditDecision(decision string, e DecisionEdit) error {
	return l.steer("write on a decision", func() error {
		id, err := workshop.ParseRecordID(strings.TrimPrefix(decision, voted))
		if err != nil {
			return Refuse("gone", "This is not there any more.", "Nothing was changed.").Because(err)
		}
		for _, d := range l.View().Decisions {
			if d.ID == id {
				return l.writeDecision(d, e)
			}
		}
		return Refuse("gone", "This is not there any more.", "Nothing was changed.")
	})
}

func (l *Laptop) writeDecision(d workshop.DecisionView, e DecisionEdit) error {
	text, review := "", ""
	var err error
	if e.Text != nil {
		if text, err = words(*e.Text, mostNote); err != nil {
			return err
		}
	}
	if e.Review != nil {
		if review, err = day(*e.Review); err != nil {
			return err
		}
	}
	if d.ID == d.Run {
		_, err := l.plan(workshop.WriteDecision(d.Activity, d.Run, text, review))
		return err
	}
	var ops []workshop.Op
	if e.Text != nil {
		ops = append(ops, workshop.Set(d.ID, workshop.FieldText, workshop.Text(text)))
	}
	if e.Review != nil {
		ops = append(ops, workshop.Set(d.ID, workshop.FieldReview, workshop.Text(review)))
	}
	if len(ops) == 0 {
		return nil
	}
	_, err = l.plan(ops...)
	return err
}
