package outcome

import (
	"math/rand/v2"
	"testing"

	"convene/workshop"
)

// play is a scripted session: one log, in which each person signs with their own key.
type play struct {
	t     *testing.T
	wall  int64
	seed  *rand.ChaCha8
	s     *workshop.Session
	who   map[string]*workshop.Writer
	hosts *workshop.Writer
}

var none workshop.RecordID

func newPlay(t *testing.T, f workshop.Founding, host string) *play {
	t.Helper()
	p := &play{t: t, wall: 1_764_000_000_000, seed: rand.NewChaCha8([32]byte{9}), who: map[string]*workshop.Writer{}}
	var id [32]byte
	_, _ = p.seed.Read(id[:])
	s, w, _, err := workshop.Found(p.seed, f, id, p.wall)
	if err != nil {
		t.Fatal(err)
	}
	p.s, p.hosts, p.who[host] = s, w, w
	p.do(w, none, workshop.NamePerson(s.Root(), w.Person(), host))
	return p
}

func (p *play) join(name string, role workshop.Role) *workshop.Writer {
	p.t.Helper()
	var id [32]byte
	_, _ = p.seed.Read(id[:])
	key, err := workshop.PersonKey(id, p.s.Nonce())
	if err != nil {
		p.t.Fatal(err)
	}
	w, err := workshop.NewWriter(p.seed, key, p.s.ID())
	if err != nil {
		p.t.Fatal(err)
	}
	p.do(p.hosts, none, workshop.Grant(w.Person(), role, 1))
	if role < workshop.RoleNone && name != "" {
		p.do(w, none, workshop.NamePerson(p.s.Root(), w.Person(), name))
	}
	p.who[name] = w
	return w
}

// do signs ops as somebody and returns the record that the first op makes.
func (p *play) do(w *workshop.Writer, run workshop.RecordID, ops ...workshop.Op) workshop.RecordID {
	p.t.Helper()
	p.wall += 1000
	done, err := p.s.Do(w, run, p.wall, ops...)
	if err != nil {
		p.t.Fatal(err)
	}
	return workshop.RecordID{Change: done[len(done)-1].Change.ID}
}

func (p *play) host(ops ...workshop.Op) workshop.RecordID {
	p.t.Helper()
	return p.do(p.hosts, none, ops...)
}

// later lets minutes pass.
func (p *play) later(minutes int64) { p.wall += minutes * 60_000 }

// agenda adds activities and returns them.
func (p *play) agenda(plans ...workshop.ActivityPlan) []workshop.RecordID {
	p.t.Helper()
	orders := workshop.Orders(len(plans))
	ids := make([]workshop.RecordID, len(plans))
	for i, a := range plans {
		a.Order = orders[i]
		ids[i] = p.host(workshop.AddActivity(a))
	}
	return ids
}

func (p *play) open(activity workshop.RecordID) workshop.RecordID {
	p.t.Helper()
	plan, err := p.s.View().PlanRun(activity)
	if err != nil {
		p.t.Fatal(err)
	}
	return p.host(workshop.OpenRun(plan))
}

func (p *play) close(run workshop.RecordID, lines ...workshop.Line) {
	p.t.Helper()
	p.host(workshop.CloseRun(run, lines))
}

// sealed casts and later opens a ballot.
func (p *play) sealed(w *workshop.Writer, run workshop.RecordID, choices ...workshop.Choice) (open func()) {
	salt := make([]byte, 32)
	_, _ = p.seed.Read(salt)
	me := w.Person()
	seal := workshop.Seal(p.s.ID(), run, me[:], salt, choices)
	p.do(w, run, workshop.CastSealed(run, me[:], seal))
	return func() { p.do(w, run, workshop.OpenBallot(run, me[:], salt, choices)) }
}

// elsewhere lets somebody act on an older copy of the log, as a laptop that was away does, and returns with what they did.
func (p *play) elsewhere() (act func(w *workshop.Writer, run workshop.RecordID, ops ...workshop.Op), back func()) {
	p.t.Helper()
	var all, done [][]byte
	_ = p.s.Changes(func(c *workshop.Change) error { all = append(all, c.Bytes); return nil })
	away, err := workshop.Open(all[0])
	if err != nil {
		p.t.Fatal(err)
	}
	for _, b := range all[1:] {
		if _, err := away.Apply(b); err != nil {
			p.t.Fatal(err)
		}
	}
	act = func(w *workshop.Writer, run workshop.RecordID, ops ...workshop.Op) {
		p.wall += 1000
		applied, err := away.Do(w, run, p.wall, ops...)
		if err != nil {
			p.t.Fatal(err)
		}
		for _, a := range applied {
			done = append(done, a.Change.Bytes)
		}
	}
	return act, func() {
		for _, b := range done {
			if _, err := p.s.Apply(b); err != nil {
				p.t.Fatal(err)
			}
		}
	}
}
