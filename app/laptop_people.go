package app

import (
	"errors"

	"convene/workshop"
)

// TakeFloor makes this laptop the one whose clock counts and which opens and
// closes activities.
func (l *Laptop) TakeFloor() error {
	return l.steer("take the floor", func() error {
		if l.s.SessionView().Floor == l.me {
			return nil
		}
		_, err := l.policy(workshop.Set(l.s.Root(), workshop.FieldFloor, workshop.PersonValue(l.me)))
		return err
	})
}

// needFloor says who has the floor when it is not the person here.
func (l *Laptop) needFloor() error {
	floor := l.s.SessionView().Floor
	if floor == l.me || floor.Zero() {
		return nil
	}
	name := l.name(floor)
	if _, here := l.peers[floor]; here {
		return Refuse("floor-taken", name+" has the floor.", "Ask "+name+" to do it, or take the floor.")
	}
	return Refuse("floor-away", name+" has the floor and is not connected.", "Every note is safe. Take the floor, then do it again.")
}

// name is what somebody is called, for sentences.
func (l *Laptop) name(p workshop.Person) string {
	if n := l.s.PersonView(p).Name; n != "" {
		return n
	}
	return "Somebody without a name"
}

// SetReady says whether the person here is ready to go on.
func (l *Laptop) SetReady(ready bool) error {
	return l.gesture(func() error {
		before := l.s.Signalled(l.me[:])
		now := before
		now.Ready = ready
		if err := l.signal(l.me[:], now); err != nil || ready == before.Ready {
			return err
		}
		return l.acknowledge(ready)
	})
}

// SetHand raises or lowers the hand of the person here.
func (l *Laptop) SetHand(up bool) error {
	return l.gesture(func() error { return l.raise(l.me[:], up) })
}

// raise raises or lowers the hand of a person or a seat, and leaves all else
// that they signal. One that is so already is not written again.
func (l *Laptop) raise(key []byte, up bool) error {
	now := l.s.Signalled(key)
	if now.Hand == up {
		return nil
	}
	now.Hand = up
	return l.signal(key, now)
}

// signal writes all that a person or a seat signals: what it leaves out is over.
func (l *Laptop) signal(key []byte, now workshop.SignalView) error {
	var run workshop.RecordID
	if r := l.s.CurrentRun(); r != nil {
		run = r.ID
	}
	_, err := l.policy(workshop.SignalAs(l.s.Root(), key, run, now))
	return err
}

// acknowledge keeps with a brief that asks for it that the person here is
// ready, or that they are not any more: the signal itself is of the moment.
func (l *Laptop) acknowledge(ready bool) error {
	run := l.s.CurrentRun()
	if run == nil || run.State != workshop.RunOpen || !run.Settings.Acknowledged(run.Kind) || l.s.Role(l.me) > workshop.RoleParticipant {
		return nil
	}
	_, err := l.write(run.ID, workshop.Respond(run.ID, l.me, "", !ready))
	return err
}

// RenameMe says what the person here wants to be called in this session.
func (l *Laptop) RenameMe(name string) error {
	err := l.mayWrite()
	var r *Refusal
	if errors.As(err, &r) && r.Code != "observer" && r.Code != "session-finished" {
		return err
	}
	defer l.settle()
	if name, err = words(name, mostName); err != nil {
		return err
	}
	if l.s.PersonView(l.me).Name == name {
		return nil
	}
	_, err = l.policy(workshop.NamePerson(l.s.Root(), l.me, name))
	return inWords(err)
}

// RemovePerson takes every role away from somebody. They keep their copy of
// what they saw.
func (l *Laptop) RemovePerson(person string) error {
	return l.steer("remove somebody", func() error { return l.grant(person, workshop.RoleNone) })
}

// GrantPerson gives somebody another role.
func (l *Laptop) GrantPerson(person string, role GrantRole) error {
	return l.steer("change roles", func() error {
		r, ok := workshop.ParseRole(string(role))
		if !ok {
			return Refuse("role-unknown", "There is no such role.", "Nothing was changed.")
		}
		return l.grant(person, r)
	})
}

func (l *Laptop) grant(person string, role workshop.Role) error {
	p, err := workshop.ParsePerson(person)
	if err != nil {
		return Refuse("person-unknown", "This person is not in the session.", "Nothing was changed. Choose somebody from the list.")
	}
	if _, err = l.policy(workshop.Grant(p, role, l.nextSuccessor())); isRefused(err) {
		return Refuse("rank", "You can change only the role of people below you, to a role below yours.",
			"Nothing was changed. Ask "+l.name(l.s.First())+".").Because(err)
	}
	return err
}

func (l *Laptop) nextSuccessor() int {
	n := 1
	for _, p := range l.View().People {
		if p.Role == workshop.RoleSuccessor {
			n++
		}
	}
	return n
}

// Admit lets somebody in with a role, unless they are in already; who was
// removed stays out. It returns what proves the grant to anybody, after the
// grant is on this disk.
func (l *Laptop) Admit(p workshop.Person, role workshop.Role) ([][]byte, error) {
	defer l.settle()
	switch {
	case l.s.Role(p) != workshop.RoleNone:
		return l.s.Proof(p), nil
	case l.s.Granted(p):
		return nil, Refuse("removed", "This person was removed from the session.", "A facilitator can give them a role again.")
	}
	if _, err := l.policy(workshop.Grant(p, role, l.nextSuccessor())); err != nil {
		return nil, inWords(err)
	}
	return l.s.Proof(p), nil
}
