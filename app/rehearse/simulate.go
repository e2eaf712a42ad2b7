package rehearse

import (
	"container/heap"
	"context"
	"fmt"
	"math/rand/v2"
	"time"

	"convene/app"
	"convene/workshop"
)

// simulation is a room of laptops on one virtual clock. Everything happens on one goroutine, in the order of time.
type simulation struct {
	now     time.Time
	events  events
	number  uint64
	rng     *rand.Rand
	laptops []*simLaptop
	people  []*person
	leader  *leader
	began   bool // everybody who comes in time is there
	over    bool
	watch   *watch
	fate    fate
}

// Simulate plays a plan on a virtual clock with seeded keys. Two calls with one plan write the same bytes. It stops early when
// ctx ends.
func Simulate(ctx context.Context, p Plan) (Outcome, error) {
	s := &simulation{
		now: time.Date(2026, 3, 2, 9, 0, 0, 0, time.UTC), rng: rand.New(rand.NewPCG(p.Seed, 0)), watch: newWatch(p),
		fate: fates(p),
	}
	if err := s.gather(p); err != nil {
		return Outcome{}, fmt.Errorf("simulate: %w", err)
	}
	if err := s.play(ctx, p); err != nil {
		return Outcome{}, fmt.Errorf("simulate: %w", err)
	}
	s.watch.end()
	return s.outcome(p)
}

// seeded gives the keys and salts of one simulated laptop. It is reachable from nowhere else: real keys never come from a seed.
func seeded(seed uint64, index int) *rand.ChaCha8 {
	var key [32]byte
	for i := range 8 {
		key[i] = byte(seed >> (8 * i))
		key[8+i] = byte(index >> (8 * i))
	}
	return rand.NewChaCha8(key)
}

// gather founds the session on the first laptop and lets the others in.
func (s *simulation) gather(p Plan) error {
	random := seeded(p.Seed, 0)
	var identity [32]byte
	_, _ = random.Read(identity[:])
	subject := Water()
	session, _, genesis, err := workshop.Found(random, workshop.Founding{
		Title: subject.Title, Purpose: subject.Purpose, Question: subject.Question, Period: subject.Period, Place: subject.Place,
		Date: s.now.Format("2006-01-02"), Template: p.Template.ID,
	}, identity, s.now.UnixMilli())
	if err != nil {
		return err
	}
	first, err := s.add(session, identity, random, 0)
	if err != nil {
		return err
	}
	first.kept = [][]byte{genesis.Bytes}
	if err := first.prepare(p, subject); err != nil {
		return err
	}
	s.sit(p, first)
	s.leader = &leader{person: s.people[0]}
	s.every(500*time.Millisecond, 0, func() (err error) {
		if !s.over && s.began {
			s.over, err = s.leader.lead(s.now)
		}
		return err
	})
	for i := 1; i < p.People; i++ {
		if i == s.fate.late {
			continue
		}
		if err := s.letIn(p, i); err != nil {
			return err
		}
	}
	s.began = true
	return s.settle()
}

// sit puts a person before a laptop and starts its clock.
func (s *simulation) sit(p Plan, l *simLaptop) {
	i := len(s.people)
	who := newPerson(l.name, l, p.Seed, l.number, pace{speed: 1, least: time.Second})
	s.people = append(s.people, who)
	beats := i
	s.every(500*time.Millisecond, time.Duration(i)*time.Millisecond, func() error {
		if beats++; s.leader.wait != nil || beats%calm == 0 {
			l.Tick()
		}
		return nil
	})
	s.every(time.Second, time.Duration(300+7*i)*time.Millisecond, func() error { return who.step(s.now) })
	if i > 0 {
		s.every(time.Second, time.Second, func() error { return s.fateOf(p, l) })
	}
	s.greet()
}

// letIn admits one person and gives them the log, as joining does.
func (s *simulation) letIn(p Plan, i int) error {
	first := s.laptops[0]
	random := seeded(p.Seed, i)
	var identity [32]byte
	_, _ = random.Read(identity[:])
	key, err := workshop.PersonKey(identity, first.Session().Nonce())
	if err != nil {
		return err
	}
	if _, err := first.Admit(workshop.PersonOf(key), workshop.RoleParticipant); err != nil {
		return err
	}
	var session *workshop.Session
	err = first.Session().Changes(func(c *workshop.Change) (err error) {
		if session == nil {
			session, err = workshop.Open(c.Bytes)
			return err
		}
		_, err = session.Apply(c.Bytes)
		return err
	})
	if err != nil {
		return err
	}
	l, err := s.add(session, identity, random, i)
	if err != nil {
		return err
	}
	if err := l.RenameMe(nameOf(i)); err != nil {
		return err
	}
	s.sit(p, l)
	return s.catchUp(l)
}

func (s *simulation) add(session *workshop.Session, identity [32]byte, random *rand.ChaCha8, number int) (*simLaptop, error) {
	l := &simLaptop{room: s, private: map[string][]byte{}, number: number, name: nameOf(number)}
	laptop, err := app.NewLaptop(session, identity, nil, app.LaptopConfig{
		Now: func() time.Time { return s.now }, Random: random, Keep: l,
	})
	if err != nil {
		return nil, err
	}
	l.Laptop = laptop
	s.laptops = append(s.laptops, l)
	return l, nil
}

// greet tells every laptop who is connected.
func (s *simulation) greet() {
	for _, l := range s.laptops {
		var others []app.PeerSeen
		for _, o := range s.laptops {
			if o != l && !o.away && !l.away {
				others = append(others, app.PeerSeen{Person: o.Me(), Digest: o.Session().Digest()})
			}
		}
		l.SetPeers(others)
	}
}

// play runs until the session is finished and everything that was on its way has arrived.
func (s *simulation) play(ctx context.Context, p Plan) error {
	until := s.now.Add(24 * time.Hour)
	for !s.over {
		if err := ctx.Err(); err != nil {
			return context.Cause(ctx)
		}
		if s.now.After(until) {
			return fmt.Errorf("the session does not end")
		}
		if err := s.door(p); err != nil {
			return err
		}
		if err := s.advance(); err != nil {
			return err
		}
		s.watch.see(s.laptops[0].Laptop.View)
	}
	for _, l := range s.laptops {
		if l.away {
			if err := s.comeBack(l); err != nil {
				return err
			}
		}
	}
	return s.settle()
}

// calm is how many half seconds pass between two looks of a laptop at its clock while nothing is being closed or opened.
const calm = 10

// settle lets a virtual minute pass.
func (s *simulation) settle() error {
	for until := s.now.Add(time.Minute); len(s.events) > 0 && s.events[0].at.Before(until); {
		if err := s.advance(); err != nil {
			return err
		}
	}
	return nil
}

// advance does what comes next.
func (s *simulation) advance() error {
	if len(s.events) == 0 {
		return fmt.Errorf("nothing happens any more")
	}
	next := heap.Pop(&s.events).(event)
	s.now = next.at
	return next.do()
}

// after does something later. Equal times keep the order in which they were asked for.
func (s *simulation) after(d time.Duration, do func() error) {
	s.number++
	heap.Push(&s.events, event{at: s.now.Add(d), number: s.number, do: do})
}

func (s *simulation) every(period, first time.Duration, do func() error) {
	var again func() error
	again = func() error {
		s.after(period, again)
		return do()
	}
	s.after(first, again)
}

// carry brings something from one laptop to all others, each after its own delay, so that order is not kept.
func (s *simulation) carry(from *simLaptop, do func(to *simLaptop) error) {
	for _, to := range s.laptops {
		if to == from || from.away || to.away {
			continue
		}
		s.after(time.Duration(5+s.rng.IntN(300))*time.Millisecond, func() error {
			if to.away {
				return nil // it left while this was on its way
			}
			return do(to)
		})
	}
}

type event struct {
	at     time.Time
	number uint64
	do     func() error
}

// events is a heap, the earliest first.
type events []event

func (e events) Len() int { return len(e) }

func (e events) Less(i, j int) bool {
	if !e[i].at.Equal(e[j].at) {
		return e[i].at.Before(e[j].at)
	}
	return e[i].number < e[j].number
}

func (e events) Swap(i, j int) { e[i], e[j] = e[j], e[i] }

// Push is for container/heap.
func (e *events) Push(x any) { *e = append(*e, x.(event)) }

// Pop is for container/heap.
func (e *events) Pop() any {
	last := (*e)[len(*e)-1]
	*e = (*e)[:len(*e)-1]
	return last
}
