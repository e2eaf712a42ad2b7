package app

import (
	"time"

	"convene/workshop"
)

// standsInAfter is for how long the floor holder's laptop is gone before another takes the floor by itself. People are offered it
// sooner ([goneFor]), so that a person decides where one is quick enough.
const standsInAfter = 20 * time.Second

// standIn takes the floor for the person here where the charter says that it goes on by itself, its holder's laptop is gone, others
// are connected, and nobody among them comes first in the line. A laptop that is alone takes nothing, and for as long after it was
// alone: it may be the one that was gone, and hears of the others one after the other.
func (l *Laptop) standIn() error {
	floor := l.s.SessionView().Floor
	if floor != l.me || l.isHere(l.stoodIn) {
		l.stoodIn = workshop.Person{}
	}
	if floor == l.me || len(l.peers) == 0 || l.isHere(floor) || l.now().Sub(l.away) <= standsInAfter || l.now().Sub(l.together) <= standsInAfter {
		return nil
	}
	if !l.View().Charter.HandsOver || l.s.SessionView().State != workshop.SessionLive || l.s.NextInLine(l.isHere) != l.me {
		return nil
	}
	_, err := l.policy(workshop.Set(l.s.Root(), workshop.FieldFloor, workshop.PersonValue(l.me)))
	if err == nil {
		l.stoodIn = floor
	}
	return err
}
