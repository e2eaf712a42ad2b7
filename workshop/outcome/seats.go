package outcome

import (
	"fmt"

	"convene/workshop"
)

// addSeats gives those who take part without a laptop their names, as the profile shows people.
func (p *people) addSeats(v *workshop.View, taken map[string]int) (secret []string) {
	p.seat = map[workshop.RecordID]string{}
	for i := range v.Seats {
		s := &v.Seats[i]
		name := oneLine(cleanName(s.Name), " ")
		switch p.profile {
		case ProfileNames:
			if name == "" {
				name = fmt.Sprintf("Seat %d", i+1)
			}
		case ProfileInitials:
			name = initials(name)
		default:
			secret = append(secret, parts(name)...)
			continue
		}
		p.seat[s.ID] = told(name, taken)
	}
	return secret
}

// credit names whose work something is: of a seat, or else of the person who wrote it.
func (p people) credit(who workshop.Person, seat workshop.RecordID) string {
	if seat.Zero() {
		return p.of(who)
	}
	if p.shown() == ProfileNone {
		return ""
	}
	if name := p.seat[seat]; name != "" {
		return escapeLine(name)
	}
	return "somebody"
}

// enteredBy names the keeper of a seat.
func (r *report) enteredBy(s *workshop.SeatView) string {
	if name := r.people.named(s.Keeper); name != "" {
		return " (entered by " + name + ")"
	}
	return ""
}
