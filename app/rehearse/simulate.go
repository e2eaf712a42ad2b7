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
	over    bool
	watch   *watch
}

// Simulate plays a plan on a virtual clock with seeded keys. Two calls with one plan write the same bytes. It stops early when
// ctx ends.
func Simulate(ctx context.Context, p Plan) (Outcome, error) {
	s := &simulation{
		now: time.Date(2026, 3, 2, 9, 0, 0, 0, time.UTC), rng: rand.New(rand.NewPCG(p.Seed, 0)), watch: newWatch(p),
	}
	if err := s.gather(p); err != nil {
		return Outcome{}, fmt.Errorf("simulate: %w", err)
	}
	if err := s.play(ctx); err != nil {
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
	first, err := s.add(session, identity, random)
	if err != nil {
		return err
	}
	first.kept = [][]byte{genesis.Bytes}
	if err := first.prepare(p, subject); err != nil {
		return err
	}
	for i := 1; i < p.People; i++ {
		if err := s.letIn(p, i); err != nil {
			return err
		}
	}
	pc := pace{speed: 1, least: time.Second}
	for i, l := range s.laptops {
		s.people = append(s.people, newPerson(nameOf(i), l, p.Seed, i, pc))
	}
	s.leader = &leader{person: s.people[0]}
	return s.meet()
}

// letIn admits one person and gives them the log, as joining does.
func (s *simulation) letIn(p Plan, i int) error {
	if err := s.settle(); err != nil { // nothing is on its way that the newcomer would miss
		return err
	}
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
	l, err := s.add(session, identity, random)
	if err != nil {
		return err
	}
	return l.RenameMe(nameOf(i))
}

func (s *simulation) add(session *workshop.Session, identity [32]byte, random *rand.ChaCha8) (*simLaptop, error) {
	l := &simLaptop{room: s, private: map[string][]byte{}}
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

// meet tells every laptop who is connected, and starts their clocks.
func (s *simulation) meet() error {
	for i, l := range s.laptops {
		var others []app.PeerSeen
		for _, o := range s.laptops {
			if o != l {
				others = append(others, app.PeerSeen{Person: o.Me(), Digest: o.Session().Digest()})
			}
		}
		l.SetPeers(others)
		s.every(500*time.Millisecond, time.Duration(i)*time.Millisecond, func() error { l.Tick(); return nil })
		who := s.people[i]
		s.every(time.Second, time.Duration(300+7*i)*time.Millisecond, func() error { return who.step(s.now) })
	}
	s.every(500*time.Millisecond, 0, func() (err error) {
		if !s.over {
			s.over, err = s.leader.lead(s.now)
		}
		return err
	})
	return s.settle()
}

// play runs until the session is finished and everything that was on its way has arrived.
func (s *simulation) play(ctx context.Context) error {
	until := s.now.Add(24 * time.Hour)
	for !s.over {
		if err := ctx.Err(); err != nil {
			return context.Cause(ctx)
		}
		if s.now.After(until) {
			return fmt.Errorf("the session does not end")
		}
		if err := s.advance(); err != nil {
			return err
		}
		s.watch.see(s.laptops[0].Laptop.View)
	}
	return s.settle()
}

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
		if to != from {
			s.after(time.Duration(5+s.rng.IntN(300))*time.Millisecond, func() error { return do(to) })
		}
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
