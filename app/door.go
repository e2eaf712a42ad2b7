package app

import (
	"cmp"
	"crypto/sha256"
	"slices"
	"time"

	"convene/p2p"
	"convene/workshop"
	"convene/workshop/outcome"
)

const (
	knockLasts  = 5 * time.Second // without being repeated: they went away
	refusalKept = time.Minute     // so that who was turned away does not stand there again at once
	mostWaiting = 200
)

// knock is somebody who proved to hold an invite and waits for a facilitator.
type knock struct {
	name  string
	role  workshop.Role
	since time.Time
	seen  time.Time
	in    bool // let in, and about to be told
	away  time.Time
}

// knocked notes who stands at the door. nil lets them in now,
// p2p.ErrAdmitLater asks them to wait, p2p.ErrInviteRefused turns them away.
func (l *Laptop) knocked(p workshop.Person, name string, role workshop.Role) error {
	now := l.now()
	k := l.door[p]
	switch {
	case k == nil && len(l.door) >= mostWaiting:
		return p2p.ErrInviteRefused
	case k == nil:
		name, err := words(plainName(name), mostName)
		if err != nil {
			name = ""
		}
		k = &knock{name: name, role: role, since: now}
		l.door[p] = k
		l.stir()
	case !k.away.IsZero():
		return p2p.ErrInviteRefused
	case k.in:
		delete(l.door, p)
		l.stir()
		return nil
	}
	k.seen = now
	return p2p.ErrAdmitLater
}

// sweepDoor forgets who went away.
func (l *Laptop) sweepDoor() {
	now := l.now()
	for p, k := range l.door {
		gone := now.Sub(k.seen) > knockLasts
		if !k.away.IsZero() {
			gone = now.Sub(k.away) > refusalKept
		}
		if gone {
			delete(l.door, p)
			l.stir()
		}
	}
}

// LetIn admits who waits at the door: one person, or everybody where person is
// "". Only a facilitator may.
func (l *Laptop) LetIn(person string) error {
	return l.decideAtDoor("let somebody in", person, func(k *knock) { k.in = true })
}

// TurnAway refuses who waits at the door, or everybody where person is "".
// They are told what everybody is told whose invite is of no use.
func (l *Laptop) TurnAway(person string) error {
	return l.decideAtDoor("turn somebody away", person, func(k *knock) { k.away = l.now() })
}

func (l *Laptop) decideAtDoor(what, person string, decide func(*knock)) error {
	return l.steer(what, func() error {
		found := false
		for p, k := range l.door {
			if k.away.IsZero() && !k.in && (person == "" || p.String() == person) {
				decide(k)
				found = true
			}
		}
		if !found && person != "" {
			return Refuse("nobody-waits", "Nobody waits at the door under this name any more.", "Nothing was changed. They may have gone away, or are in already.")
		}
		l.stir()
		return nil
	})
}

// setCode says which code is open at this laptop, empty is none, and the
// address of a relay at which it is found from far away.
func (l *Laptop) setCode(code, far string) {
	if l.code != code || l.far != far {
		l.code, l.far = code, far
		l.stir()
	}
}

// setFindable says what a directory knows of this laptop; empty is that it is told nothing.
func (l *Laptop) setFindable(f Findability) {
	if l.findable != f {
		l.findable = f
		l.stir()
	}
}

// doorRecord is the door as a facilitator's window shows it.
func (l *Laptop) doorRecord() DoorRecord {
	r := DoorRecord{ID: "door", Code: l.code, Far: l.far, Findable: l.findable, Waiting: List[Waiting]{}}
	for p, k := range l.door {
		if k.away.IsZero() && !k.in {
			r.Waiting = append(r.Waiting, Waiting{
				Person: p.String(), Name: k.name, Words: twoWords(p), Role: Rank(k.role.String()), Since: Millis(k.since.UnixMilli()),
			})
		}
	}
	slices.SortFunc(r.Waiting, func(a, b Waiting) int {
		return cmp.Or(cmp.Compare(a.Since, b.Since), cmp.Compare(a.Person, b.Person))
	})
	return r
}

// twoWords is a person's mark, to be compared by voice: the same on both sides
// of a door.
func twoWords(p workshop.Person) string {
	mark := outcome.Fingerprint(sha256.Sum256(append([]byte("convene/door/1"), p[:]...)))
	return mark[0] + " " + mark[1]
}
