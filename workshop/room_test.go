package workshop_test

import (
	"errors"
	"maps"
	"math/rand/v2"
	"slices"
	"testing"

	"convene/workshop"
)

// room is a scripted session of several peers, each with its own copy of the log.
type room struct {
	t     *testing.T
	wall  int64
	seed  *rand.ChaCha8
	root  workshop.RecordID
	peers map[string]*peer
}

// peer is one laptop in a room.
type peer struct {
	room *room
	name string
	s    *workshop.Session
	w    *workshop.Writer
	me   workshop.Person
	id   [32]byte
	back [][]byte // changes that wait for their past
}

func newRoom(t *testing.T, founder string) *room {
	t.Helper()
	r := &room{t: t, wall: 1_764_000_000_000, seed: rand.NewChaCha8([32]byte{1}), peers: map[string]*peer{}}
	p := &peer{room: r, name: founder}
	_, _ = r.seed.Read(p.id[:])
	s, w, _, err := workshop.Found(r.seed, workshop.Founding{Title: "Team day", Purpose: "Agree"}, p.id, r.wall)
	if err != nil {
		t.Fatal(err)
	}
	p.s, p.w, p.me = s, w, w.Person()
	r.root = s.Root()
	r.peers[founder] = p
	p.do(workshop.RecordID{}, workshop.NamePerson(r.root, p.me, founder))
	return r
}

// join lets somebody in: by grants it, and the newcomer gets by's log.
func (r *room) join(by, name string, role workshop.Role) *peer {
	r.t.Helper()
	host := r.peers[by]
	p := &peer{room: r, name: name}
	_, _ = r.seed.Read(p.id[:])
	key, err := workshop.PersonKey(p.id, host.s.Nonce())
	if err != nil {
		r.t.Fatal(err)
	}
	p.me = workshop.PersonOf(key)
	host.do(workshop.RecordID{}, workshop.Grant(p.me, role, 1))
	r.peers[name] = p
	p.start(host)
	p.do(workshop.RecordID{}, workshop.NamePerson(r.root, p.me, name))
	return p
}

// start opens the peer's copy of the log from somebody else's, with a fresh writer, as an app does.
func (p *peer) start(from *peer) {
	p.room.t.Helper()
	var all [][]byte
	_ = from.s.Changes(func(c *workshop.Change) error { all = append(all, c.Bytes); return nil })
	s, err := workshop.Open(all[0])
	if err != nil {
		p.room.t.Fatal(err)
	}
	p.s = s
	p.take(all[1:]...)
	key, err := workshop.PersonKey(p.id, s.Nonce())
	if err != nil {
		p.room.t.Fatal(err)
	}
	if p.w, err = workshop.NewWriter(p.room.seed, key, s.ID()); err != nil {
		p.room.t.Fatal(err)
	}
}

func (p *peer) do(run workshop.RecordID, ops ...workshop.Op) workshop.RecordID {
	p.room.t.Helper()
	id, err := p.try(run, ops...)
	if err != nil {
		p.room.t.Fatalf("%s: %v", p.name, err)
	}
	return id
}

// try does what may be refused, and returns the record that the first op makes.
func (p *peer) try(run workshop.RecordID, ops ...workshop.Op) (workshop.RecordID, error) {
	p.room.wall += 1000
	done, err := p.s.Do(p.w, run, p.room.wall, ops...)
	if err != nil {
		return workshop.RecordID{}, err
	}
	return workshop.RecordID{Change: done[len(done)-1].Change.ID}, nil
}

// take applies changes; those without their past wait.
func (p *peer) take(changes ...[]byte) {
	p.room.t.Helper()
	p.back = append(p.back, changes...)
	for again := true; again; {
		again = false
		var wait [][]byte
		for _, b := range p.back {
			_, err := p.s.Apply(b)
			var missing *workshop.MissingError
			switch {
			case errors.As(err, &missing):
				wait = append(wait, b)
			case err == nil:
				again = true
			case !errors.Is(err, workshop.ErrKnown):
				p.room.t.Fatalf("%s: %v", p.name, err)
			}
		}
		p.back = wait
	}
}

// pull gets what another peer has.
func (p *peer) pull(from string) {
	p.room.t.Helper()
	if err := p.room.peers[from].s.Missing(p.s.Summary(), func(b []byte) error { p.take(b); return nil }); err != nil {
		p.room.t.Fatal(err)
	}
}

// meet brings everybody to the same log, and checks that they see the same.
func (r *room) meet() {
	r.t.Helper()
	names := slices.Sorted(maps.Keys(r.peers)) // the same every time: vectors are made by this
	for range 2 {
		for _, to := range names {
			for _, from := range names {
				if from != to {
					r.peers[to].pull(from)
				}
			}
		}
	}
	var first *peer
	for _, name := range names {
		p := r.peers[name]
		if first == nil {
			first = p
		}
		if p.s.Digest() != first.s.Digest() {
			r.t.Fatalf("%s and %s hold different logs", p.name, first.name)
		}
		sameView(r.t, first.s.View(), p.s.View())
	}
}

// openRun opens an activity that is planned as given and returns the run.
func (p *peer) openRun(a workshop.ActivityPlan) (activity, run workshop.RecordID) {
	p.room.t.Helper()
	activity = p.do(workshop.RecordID{}, workshop.AddActivity(a))
	plan, err := p.s.View().PlanRun(activity)
	if err != nil {
		p.room.t.Fatal(err)
	}
	return activity, p.do(workshop.RecordID{}, workshop.OpenRun(plan))
}
