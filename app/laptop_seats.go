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

// SetSeatHand raises or lowers the hand of a seat kept here. It is seen at this
// laptop, whose keeper gives the word, and is not written down.
func (l *Laptop) SetSeatHand(seat string, up bool) error {
	id, err := l.keptSeat(seat)
	if err != nil {
		return err
	}
	if l.seatHands == nil {
		l.seatHands = map[workshop.RecordID]bool{}
	}
	l.seatHands[id] = up
	return nil
}
