package app

import "convene/workshop"

// speakerKey reads who is meant: a person or a seat.
func (l *Laptop) speakerKey(s Speaker) ([]byte, error) {
	if s.Seat != "" {
		seat, err := l.find(s.Seat, workshop.KindSeat)
		return seat.Key(), err
	}
	p, err := l.member(s.Person)
	if err == nil && p.Zero() {
		err = Refuse("person-unknown", "This person is not in the session.", "Nothing was changed. Choose somebody from the list.")
	}
	return p[:], err
}

// CallOn says who speaks now, in a round or in a discussion; nobody with an
// empty one.
func (l *Laptop) CallOn(s Speaker) error {
	return l.steer("say who speaks", func() error {
		run, err := l.talking()
		if err != nil {
			return err
		}
		key := []byte{}
		if s.Person != "" || s.Seat != "" {
			if key, err = l.speakerKey(s); err != nil {
				return err
			}
		}
		_, err = l.policy(workshop.CallOn(run.ID, key))
		return err
	})
}

// talking is the round or discussion that is open.
func (l *Laptop) talking() (*workshop.RunView, error) {
	run := l.s.CurrentRun()
	if run == nil || run.State != workshop.RunOpen || (run.Kind != workshop.ActivityRound && run.Kind != workshop.ActivityDiscuss) {
		return nil, Refuse("talk-closed", "No round and no discussion is open.", "Open one first.")
	}
	return run, nil
}

// NextTurn gives the word to who is next: in a round by its order, in a
// discussion to the hand that has been up for longest. That lowers the hand: it
// counts again when it is raised anew, so everybody speaks before anybody does
// twice.
func (l *Laptop) NextTurn() error {
	return l.steer("give the word to the next person", func() error {
		run, err := l.talking()
		if err != nil {
			return err
		}
		key := l.nextSpeaker(run)
		if key == nil {
			return Refuse("nobody-next", "Nobody is waiting to speak.", "Go on, or call on somebody.")
		}
		_, err = l.policy(workshop.CallOn(run.ID, key))
		return err
	})
}

// nextSpeaker is who is to speak after who speaks now, or nil.
func (l *Laptop) nextSpeaker(run *workshop.RunView) []byte {
	v := l.View()
	if run.Kind == workshop.ActivityDiscuss && run.Settings.Speaking() == workshop.SpeakRound {
		return v.NextInRing(run)
	}
	if run.Kind == workshop.ActivityDiscuss {
		for _, s := range v.Queue {
			if s != run.Speaker || run.SpeakerAt == 0 {
				return s.Key()
			}
		}
		return nil
	}
	turns := v.Turns(run)
	now := -1
	for i, t := range turns {
		if t.State == workshop.TurnNow {
			now = i
		}
	}
	if now >= 0 && (run.SpeakerAt == 0 || turns[now].SpeakerView != run.Speaker) {
		return turns[now].Key() // who spoke has answered; the word goes on
	}
	for i := now + 1; i < len(turns); i++ {
		if turns[i].State == workshop.TurnWaiting || turns[i].State == workshop.TurnSkipped {
			return turns[i].Key()
		}
	}
	return nil
}

// ShowThumb says whether the person here, or a seat they keep, wants to stay
// with the item that is talked about.
func (l *Laptop) ShowThumb(t Thumb, seat string) error {
	return l.gesture(func() error {
		run := l.s.CurrentRun()
		if run == nil || run.Kind != workshop.ActivityDiscuss || run.Item.Zero() {
			return Refuse("discuss-closed", "No item is talked about.", "Nothing was changed.")
		}
		if !run.Settings.ByThumbs() {
			return Refuse("no-thumbs", "Thumbs do not count here.", "Who facilitates gives the item more time.")
		}
		key := l.me[:]
		if seat != "" {
			id, err := l.keptSeat(seat)
			if err != nil {
				return err
			}
			key = id.Key()
		}
		now := l.s.Signalled(key)
		now.Item, now.Thumb = run.Item, t.number()
		_, err := l.policy(workshop.SignalAs(l.s.Root(), key, run.ID, now))
		return err
	})
}

// ExtendItem gives the item that is talked about its next extension.
func (l *Laptop) ExtendItem() error {
	return l.steer("give the item more time", func() error {
		run := l.s.CurrentRun()
		if run == nil || run.Kind != workshop.ActivityDiscuss || run.Item.Zero() {
			return Refuse("discuss-closed", "No item is talked about.", "Nothing was changed.")
		}
		seconds, ok := run.NextExtension()
		if !ok {
			return Refuse("no-extension", "This item had all its extensions.", "Go on to the next one, or park it.")
		}
		_, err := l.policy(workshop.ExtendItem(run.ID, seconds))
		return err
	})
}

// RaisePoint raises a process point: it stays in sight until it is answered.
func (l *Laptop) RaisePoint(text string) (id string, err error) {
	err = l.gesture(func() error {
		text, err := words(text, mostNote)
		if err != nil {
			return err
		}
		made, err := l.plan(workshop.RaisePoint(text))
		id = firstOf(made)
		return err
	})
	return id, err
}

// AnswerPoint answers a process point.
func (l *Laptop) AnswerPoint(point, answer string) error {
	return l.steer("answer a process point", func() error {
		answer, err := words(answer, mostNote)
		if err != nil {
			return err
		}
		id, err := l.find(point, workshop.KindProcessPoint)
		if err != nil {
			return err
		}
		_, err = l.policy(workshop.AnswerPoint(id, answer))
		return err
	})
}
