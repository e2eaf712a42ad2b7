package app

import "convene/workshop"

// mostSeats is how many seats one session takes.
const mostSeats = 150

// AddSeat makes a seat for somebody without a laptop. The person here keeps it
// and enters what they say; everybody sees that it was entered.
func (l *Laptop) AddSeat(name string) (id string, err error) {
	err = l.gesture(func() error {
		name, err := words(name, mostName)
		if err != nil {
			return err
		}
		if len(l.View().Seats) >= mostSeats {
			return Refuse("too-many-seats", "There are as many seats as a session takes.", "Nothing was changed. Enter what they say yourself.")
		}
		made, err := l.put(workshop.AddSeat(name, l.me))
		id = firstOf(made)
		return err
	})
	return id, err
}

// SetSeatHand raises or lowers the hand of a seat kept here. It stands in line
// among the hands of people, on every laptop.
func (l *Laptop) SetSeatHand(seat string, up bool) error {
	return l.gesture(func() error {
		id, err := l.keptSeat(seat)
		if err != nil {
			return err
		}
		return l.raise(id.Key(), up)
	})
}

func (l *Laptop) keeperOf(keeper string) (workshop.Person, error) {
	if keeper == "" {
		return l.me, nil
	}
	return l.member(keeper)
}

// EditSeat gives a seat another name, or another keeper.
func (l *Laptop) EditSeat(seat string, e SeatEdit) error {
	return l.steer("change a seat", func() error {
		id, err := l.find(seat, workshop.KindSeat)
		if err != nil {
			return err
		}
		var ops []workshop.Op
		if e.Name != nil {
			name, err := words(*e.Name, mostName)
			if err != nil {
				return err
			}
			ops = append(ops, workshop.Set(id, workshop.FieldName, workshop.Text(name)))
		}
		if e.Keeper != nil {
			who, err := l.keeperOf(*e.Keeper)
			if err != nil {
				return err
			}
			ops = append(ops, workshop.Set(id, workshop.FieldKeeper, workshop.PersonValue(who)))
		}
		for _, op := range ops { // a new keeper stands alone: it decides for others
			if _, err := l.policy(op); err != nil {
				return err
			}
		}
		return nil
	})
}

// GiveFloor hands the floor to another facilitator.
func (l *Laptop) GiveFloor(person string) error {
	return l.steer("give the floor to somebody", func() error {
		to, err := l.member(person)
		if err != nil {
			return err
		}
		if !l.s.Role(to).Facilitates() {
			return Refuse("floor-facilitators", "Only a facilitator can have the floor.", "Make this person a co-facilitator first.")
		}
		if l.s.SessionView().Floor == to {
			return nil
		}
		_, err = l.policy(workshop.Set(l.s.Root(), workshop.FieldFloor, workshop.PersonValue(to)))
		return err
	})
}

// Endorse says whom the person here would follow, where nobody facilitates any
// more. Whoever has more than half of the participants behind them facilitates.
func (l *Laptop) Endorse(person string) error {
	return l.gesture(func() error {
		to, err := l.member(person)
		if err != nil {
			return err
		}
		_, err = l.policy(workshop.Endorse(l.s.Root(), l.me, to))
		return err
	})
}

// acceptElection takes the role that the room gave to the person here, once more
// than half endorse them and nobody who facilitates is left among people. Where
// one is only out of reach, they must have been so for a while, and not because
// this laptop was alone.
func (l *Laptop) acceptElection() error {
	if l.s.Role(l.me) != workshop.RoleParticipant || !l.s.Electable(l.me) {
		return nil
	}
	everybody := func(workshop.Person) bool { return true }
	if left := l.s.NextInLine(everybody); !left.Zero() && !l.leaderless() {
		return nil
	}
	_, err := l.policy(workshop.Grant(l.me, workshop.RoleElected, 0))
	return err
}

// leaderless reports whether others are here and nobody who facilitates, for
// longer than goneFor.
func (l *Laptop) leaderless() bool {
	return len(l.peers) > 0 && l.s.NextInLine(l.isHere).Zero() && l.now().Sub(l.led) > goneFor && l.now().Sub(l.together) > goneFor
}
