package app

import (
	"strings"

	"convene/workshop"
)

const mostLabel = 40

// AddConnector draws an arrow between two notes or clusters of one board.
func (l *Laptop) AddConnector(c NewConnector) (id string, err error) {
	err = l.gesture(func() error {
		from, err := l.find(c.From, workshop.KindNote, workshop.KindCluster)
		if err != nil {
			return err
		}
		to, err := l.find(c.To, workshop.KindNote, workshop.KindCluster)
		if err != nil {
			return err
		}
		if from == to {
			return Refuse("arrow-alone", "An arrow needs two ends.", "Nothing was changed. Choose another note to go to.")
		}
		label, err := line(c.Label, mostTitle)
		if err != nil {
			return err
		}
		board, _ := l.s.Placed(from)
		made, err := l.put(workshop.Connect(board, from, to, label, string(c.Sign)))
		id = firstOf(made)
		return l.lockedInWords(err)
	})
	return id, err
}

// EditConnector changes what stands at an arrow.
func (l *Laptop) EditConnector(connector string, e ConnectorEdit) error {
	return l.gesture(func() error {
		id, err := l.find(connector, workshop.KindConnector)
		if err != nil {
			return err
		}
		var ops []workshop.Op
		if e.Label != nil {
			label, err := line(*e.Label, mostTitle)
			if err != nil {
				return err
			}
			ops = append(ops, workshop.Set(id, workshop.FieldLabel, workshop.Text(label)))
		}
		if e.Sign != nil {
			ops = append(ops, workshop.Set(id, workshop.FieldSign, workshop.Text(string(*e.Sign))))
		}
		_, err = l.putMany(ops)
		return err
	})
}

// RemoveConnector takes an arrow away.
func (l *Laptop) RemoveConnector(connector string) error {
	return l.gesture(func() error {
		id, err := l.find(connector, workshop.KindConnector)
		if err != nil {
			return err
		}
		_, err = l.put(workshop.Delete(id))
		return l.lockedInWords(err)
	})
}

// AddComment replies to a note or a cluster.
func (l *Laptop) AddComment(on, text string) (id string, err error) {
	err = l.gesture(func() error {
		text, err := words(text, mostNote)
		if err != nil {
			return err
		}
		what, err := l.find(on, workshop.KindNote, workshop.KindCluster)
		if err != nil {
			return err
		}
		made, err := l.put(workshop.Reply(what, text))
		id = firstOf(made)
		return err
	})
	return id, err
}

// EditComment changes the words of an own comment.
func (l *Laptop) EditComment(comment, text string) error {
	return l.gesture(func() error {
		text, err := words(text, mostNote)
		if err != nil {
			return err
		}
		id, err := l.find(comment, workshop.KindComment)
		if err != nil {
			return err
		}
		return l.rewrite(id, text)
	})
}

// RemoveComment takes a comment away: an own one, and a facilitator any.
func (l *Laptop) RemoveComment(comment string) error {
	return l.gesture(func() error {
		id, err := l.find(comment, workshop.KindComment)
		if err != nil {
			return err
		}
		if l.s.MadeBy(id) != l.me && !l.s.Role(l.me).Facilitates() {
			return Refuse("comment-not-yours", "Only its writer or a facilitator can take this comment away.", "Nothing was changed.")
		}
		_, err = l.put(workshop.Delete(id))
		return err
	})
}

// MarkNote puts the own mark or reaction on a note, or takes it away.
func (l *Laptop) MarkNote(m NoteMark) error {
	return l.gesture(func() error {
		label, err := line(m.Label, mostLabel)
		if err != nil {
			return err
		}
		id, err := l.find(m.Note, workshop.KindNote)
		if err != nil {
			return err
		}
		op := workshop.Tag(id, l.me, label)
		if m.Reaction {
			op = workshop.React(id, l.me, label)
		}
		_, err = l.put(op)
		return err
	})
}

// TakeIn lets what was set aside count after all, with everything that was set
// aside for the same reason: after the end of the same run, or by the same
// person. item is the id of one thing on the list.
func (l *Laptop) TakeIn(item string) error {
	return l.steer("take in what was set aside", func() error {
		change, _, _ := strings.Cut(item, "/")
		for _, s := range l.View().SetAside {
			if s.Change.String() != change {
				continue
			}
			op := workshop.TakeInPerson(s.Person)
			if !s.Run.Zero() {
				op = workshop.TakeInRun(s.Run)
			}
			_, err := l.policy(op)
			return err
		}
		return errGone()
	})
}
