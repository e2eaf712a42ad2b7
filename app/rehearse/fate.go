package rehearse

import (
	"time"

	"convene/workshop"
)

// fate says what happens to some of the people of a rehearsal: one comes late, and one drops out and returns. Small groups of up
// to three are left whole.
type fate struct {
	late    int // who comes during the first activity; 0: nobody
	gone    int // who drops out; 0: nobody
	from    int // the activity during which they go, by number, from 0
	to      int // the activity during which they are back
	arrived bool
	left    bool
	back    bool
}

// counted is how many came late, and how many dropped out and returned.
func (f *fate) counted() (late, returned int) {
	if f.arrived {
		late = 1
	}
	if f.back {
		returned = 1
	}
	return late, returned
}

// enoughToMiss is how many people a room has before one of them comes late or drops out.
const enoughToMiss = 4

func fates(p Plan) fate {
	n := len(p.Template.Activities)
	if p.People < enoughToMiss || n < 3 {
		return fate{}
	}
	return fate{late: p.People - 1, gone: p.People / 2, from: n / 3, to: min(n/3+2, n-1)}
}

// number is which activity of the agenda is open, from 0; -1 while none is.
func number(v *workshop.View) int {
	run := v.OpenRun()
	if run == nil {
		return -1
	}
	for i := range v.Activities {
		if v.Activities[i].ID == run.Activity {
			return i
		}
	}
	return -1
}

// door lets the late one in while the first activity is open.
func (s *simulation) door(p Plan) error {
	if s.fate.late == 0 || s.fate.arrived {
		return nil
	}
	v := s.laptops[0].Laptop.View()
	run := v.OpenRun()
	if run == nil || s.now.UnixMilli()-run.Started < 40_000 && number(v) == 0 {
		return nil
	}
	s.fate.arrived = true
	return s.letIn(p, s.fate.late)
}

// fateOf takes a laptop off the network when its time has come, and back.
func (s *simulation) fateOf(p Plan, l *simLaptop) error {
	if l.number != s.fate.gone || s.fate.gone == 0 || !s.began {
		return nil
	}
	at := number(s.laptops[0].Laptop.View())
	switch {
	case at == s.fate.from && !s.fate.left:
		s.fate.left, l.away = true, true
		for _, o := range s.laptops {
			if o != l {
				o.Presence(l.Me(), nil)
			}
		}
		s.greet()
	case at >= s.fate.to && l.away:
		return s.comeBack(l)
	}
	return nil
}

// comeBack connects a laptop again.
func (s *simulation) comeBack(l *simLaptop) error {
	l.away, s.fate.back = false, true
	s.greet()
	return s.catchUp(l)
}

// catchUp exchanges what a laptop and the others lack of each other: now, and once what is on its way has come.
func (s *simulation) catchUp(l *simLaptop) error {
	exchange := func() error {
		for _, o := range s.laptops {
			if o == l || o.away || l.away {
				continue
			}
			if err := give(o, l); err != nil {
				return err
			}
			if err := give(l, o); err != nil {
				return err
			}
			l.Presence(o.Me(), o.said)
			o.Presence(l.Me(), l.said)
		}
		return nil
	}
	s.after(time.Second, exchange)
	return exchange()
}

func give(from, to *simLaptop) error {
	return from.Session().Missing(to.Session().Summary(), func(b []byte) error { return to.Receive([][]byte{b}) })
}
