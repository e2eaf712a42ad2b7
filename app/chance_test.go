package app

import (
	"bytes"
	"errors"
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"
	"time"

	"convene/workshop"
)

// storm is a table where laptops come and go, crash, and hear things late and
// out of order, all by one seed.
type storm struct {
	*table
	rng     *rand.Rand
	heard   map[*desk]int      // how much of its messages was carried on
	wrote   map[string]string  // acknowledged text -> who wrote it
	private map[*desk][][]byte // texts that nobody else may see yet
	log     []string
}

func newStorm(t *testing.T, seed uint64) *storm {
	s := &storm{
		table: newTable(t, "amina", "+ben", "chen", "dora", "emil"), rng: rand.New(rand.NewPCG(seed, 1)),
		heard: map[*desk]int{}, wrote: map[string]string{}, private: map[*desk][][]byte{},
	}
	for _, kind := range []ActivityKind{
		ActivityRound, ActivityBrainstorm, ActivityBrainstorm, ActivityCluster, ActivityVote, ActivityVote, ActivityDiscuss, ActivityCommit,
	} {
		n := len(s.desks[0].View().Activities)
		settings := Settings{}
		if n == 2 {
			settings["visibility"] = "public"
		}
		if kind == ActivityVote {
			settings = Settings{"options": "notes", "secret": n == 5, "dots": 3.0}
		}
		s.activity(kind, settings)
	}
	s.open(s.desks[0].View().Activities[2].ID.String())
	for _, d := range s.desks {
		for _, word := range []string{"first", "second"} {
			text := fmt.Sprintf("<%s note of %s>", word, d.name)
			_, err := d.AddNote(NewNote{Text: text})
			s.must(err)
			s.wrote[text] = d.name
		}
	}
	s.meet()
	s.closeRun("amina")
	for _, d := range s.desks {
		s.heard[d] = len(d.keep.sent)
	}
	return s
}

// expect fails on errors that are no refusals.
func (s *storm) expect(d *desk, what string, err error) bool {
	s.t.Helper()
	var r *Refusal
	if err != nil && !errors.As(err, &r) {
		s.t.Fatalf("%s: %s: %v\n%v", d.name, what, err, s.log)
	}
	s.log = append(s.log, fmt.Sprintf("%s %s %v", d.name, what, err))
	return err == nil
}

// act lets somebody do something.
func (s *storm) act(n int) {
	d := s.desks[s.rng.IntN(len(s.desks))]
	v := d.View()
	switch s.rng.IntN(16) {
	case 0, 1, 2, 3:
		text := fmt.Sprintf("<note %d of %s>", n, d.name)
		id, err := d.AddNote(NewNote{Text: text})
		if s.expect(d, "adds a note", err) {
			s.wrote[text] = d.name
			if isDraft(id) {
				s.private[d] = append(s.private[d], []byte(text))
			}
		}
	case 4:
		s.expect(d, "answers", d.GiveResponse(Answer{Text: fmt.Sprint("hello ", n)}))
	case 5, 6:
		if run := d.Session().CurrentRun(); run != nil && len(run.Options) > 0 {
			s.expect(d, "votes", d.CastBallot(dots(run.Options[s.rng.IntN(len(run.Options))].ID.String(), 1+s.rng.IntN(2))))
		}
	case 7:
		if len(v.Notes) > 1 {
			_, err := d.AddCluster(fmt.Sprint("cluster ", n), []string{v.Notes[s.rng.IntN(len(v.Notes))].ID.String()})
			s.expect(d, "sorts", err)
		}
	case 8:
		if len(v.Notes) > 0 && len(v.Clusters) > 0 {
			s.expect(d, "moves", d.MoveNote(NoteMove{Note: v.Notes[s.rng.IntN(len(v.Notes))].ID.String(), Cluster: v.Clusters[0].ID.String()}))
		}
	case 9:
		text := fmt.Sprintf("<parked %d>", n)
		if _, err := d.AddParked(text); s.expect(d, "parks", err) {
			s.wrote[text] = d.name
		}
	case 10, 11:
		f := s.desks[s.rng.IntN(2)]
		agenda := f.View().Activities
		if run := f.Session().CurrentRun(); run != nil && s.rng.IntN(3) > 0 {
			_, err := f.CloseRun()
			s.expect(f, "closes", err)
		} else {
			_, err := f.OpenRun(agenda[s.rng.IntN(len(agenda))].ID.String())
			s.expect(f, "opens", err)
		}
	case 12:
		f := s.desks[s.rng.IntN(2)]
		if s.rng.IntN(3) == 0 {
			s.expect(f, "takes the floor", f.TakeFloor())
		}
	case 13:
		d.offline = !d.offline && s.rng.IntN(3) == 0
		s.log = append(s.log, fmt.Sprint(d.name, " offline ", d.offline))
	case 14:
		if s.rng.IntN(3) == 0 {
			d.start()
			s.heard[d] = 0
			s.log = append(s.log, d.name+" starts again")
		}
	case 15:
		s.now = s.now.Add(time.Duration(s.rng.IntN(5000)) * time.Millisecond)
		for _, e := range s.desks {
			e.Tick()
		}
	}
	s.whatLeft()
}

// whatLeft looks at everything that left a laptop: no private text may be in
// it before that laptop knows the closing.
func (s *storm) whatLeft() {
	for _, d := range s.desks {
		for _, text := range s.private[d] {
			waits := slices.ContainsFunc(d.drafts, func(o ownNote) bool { return o.Text == string(text) })
			if waits && (slices.ContainsFunc(d.keep.sent, func(b []byte) bool { return bytes.Contains(b, text) }) || bytes.Contains(d.keep.presence, text)) {
				s.t.Fatalf("%s left the laptop of %s before the reveal", text, d.name)
			}
		}
	}
}

// carry brings some messages of somebody to somebody, in any order.
func (s *storm) carry() {
	a, b := s.desks[s.rng.IntN(len(s.desks))], s.desks[s.rng.IntN(len(s.desks))]
	var peers []PeerSeen
	for _, e := range s.desks {
		if e != b && !e.offline && !b.offline {
			peers = append(peers, PeerSeen{Person: e.Me(), Digest: e.Session().Digest()})
		}
	}
	b.SetPeers(peers)
	if a == b || a.offline || b.offline {
		return
	}
	if s.rng.IntN(4) == 0 {
		s.must(a.Session().Missing(b.Session().Summary(), func(c []byte) error { return b.Receive([][]byte{c}) }))
	} else {
		sent := a.keep.sent[min(s.heard[a], len(a.keep.sent)):]
		for _, i := range s.rng.Perm(len(sent)) {
			if s.rng.IntN(3) > 0 {
				s.must(b.Receive([][]byte{sent[i]}))
			}
		}
		if s.rng.IntN(5) == 0 {
			s.heard[a] = len(a.keep.sent)
		}
	}
	if a.keep.presence != nil {
		b.Presence(a.Me(), a.keep.presence)
	}
}

// calm brings everybody back, lets passages end and closes what runs.
func (s *storm) calm() {
	for _, d := range s.desks {
		d.offline = false
	}
	s.meet()
	for range 4 {
		s.pass(9 * time.Second)
	}
	s.must(s.desks[0].TakeFloor())
	s.meet()
	parked, _ := s.desks[0].View().Unanswered()
	for _, m := range parked {
		s.must(s.desks[0].SettleParked(m.ID.String(), "next time"))
	}
	s.meet()
	p, err := s.desks[0].FinishSession()
	s.must(err)
	for range 4 {
		s.meet()
		s.pass(9 * time.Second)
	}
	if !p.Done() {
		s.t.Fatalf("the last passage still waits\n%v", s.log)
	}
	s.must(p.Err())
	s.equal()
}

func TestStormsLoseNothingAndShowNothingEarly(t *testing.T) {
	seeds := uint64(12)
	if testing.Short() {
		seeds = 5
	}
	for seed := range seeds {
		weather(t, seed)
	}
}

// weather is one storm, and what has to be so after it.
func weather(t *testing.T, seed uint64) {
	t.Helper()
	s := newStorm(t, seed)
	for n := range 200 {
		s.act(n)
		for range 4 {
			s.carry()
		}
	}
	s.calm()
	seen := map[string]int{}
	v := s.desks[2].View()
	for _, n := range v.Notes {
		seen[n.Text]++
	}
	for _, p := range v.Parked {
		seen[p.Text]++
	}
	for _, a := range v.SetAside {
		seen[a.Text]++
	}
	for text, who := range s.wrote {
		if seen[text] != 1 {
			t.Errorf("seed %d: %s by %s is there %d times", seed, text, who, seen[text])
		}
	}
	for _, d := range s.desks {
		if len(d.drafts) > 0 {
			t.Errorf("seed %d: %d drafts stay with %s", seed, len(d.drafts), d.name)
		}
	}
	for _, r := range v.Runs {
		if r.State != workshop.RunClosed {
			t.Errorf("seed %d: a run is %s", seed, r.State)
		}
	}
	for _, r := range v.Results {
		if r.Excess || r.Void > 0 {
			t.Errorf("seed %d: result %+v", seed, r)
		}
	}
	if t.Failed() {
		t.Fatalf("seed %d: %v", seed, s.log)
	}
}
