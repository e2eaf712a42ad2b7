package rehearse

import (
	"errors"
	"math/rand/v2"
	"time"

	"convene/app"
	"convene/workshop"
)

// person is somebody who takes part. They act only on what their own laptop shows, one thing at a time.
type person struct {
	name     string
	index    int
	desk     desk
	rng      *rand.Rand
	pace     pace
	run      workshop.RecordID // the run they are in
	since    time.Time         // when they saw it open
	looked   time.Time         // when they looked at the laptop last
	lasts    time.Duration     // how long the run they are in lasts here
	intents  []intent          // what they mean to do in it, earliest first
	likes    []int             // weight of each theme, to them
	lastSeen *workshop.View
	refused  int // what they were refused, for instance because the activity had just closed
}

// pace says how long a run lasts here.
type pace struct {
	speed float64       // planned seconds pass this many times faster
	least time.Duration // no run is shorter
}

func (p pace) lasts(run *workshop.RunView) time.Duration {
	planned := time.Duration(run.Planned+run.Extended) * time.Second
	return max(time.Duration(float64(planned)/p.speed), p.least)
}

// intent is something a person means to do when a share of the run has passed.
type intent struct {
	at float64
	do func(*workshop.View, *workshop.RunView) error
}

func newPerson(name string, d desk, seed uint64, index int, p pace) *person {
	rng := rand.New(rand.NewPCG(seed, uint64(index)+1))
	likes := make([]int, len(themes))
	for i := range likes {
		likes[i] = 1 + rng.IntN(6)
	}
	return &person{name: name, index: index, desk: d, rng: rng, pace: p, likes: likes}
}

// step does at most one thing. It returns an error only for what no person should ever meet.
func (p *person) step(now time.Time) error {
	if p.idle(now) {
		return nil
	}
	p.looked = now
	v, err := p.desk.View()
	if err != nil {
		return err
	}
	p.lastSeen = v
	run := v.OpenRun()
	if run == nil || run.State != workshop.RunOpen {
		return nil
	}
	p.lasts = p.pace.lasts(run)
	if run.ID != p.run {
		p.run, p.since = run.ID, now
		p.intents = p.plan(v, run)
	}
	if len(p.intents) == 0 || p.passed(run, now) < p.intents[0].at {
		return nil
	}
	next := p.intents[0]
	p.intents = p.intents[1:]
	err = next.do(v, run)
	var refusal *app.Refusal
	if errors.As(err, &refusal) {
		p.refused++
		return nil
	}
	return err
}

// idle reports whether the person need not look up yet: nothing that they mean to do is due, and they looked a moment ago.
func (p *person) idle(now time.Time) bool {
	due := len(p.intents) > 0 && float64(now.Sub(p.since)) >= p.intents[0].at*float64(p.lasts)
	return !due && p.lasts > 0 && now.Sub(p.looked) < min(p.lasts/20, 6*time.Second)
}

// passed is the share of the run that has passed.
func (p *person) passed(run *workshop.RunView, now time.Time) float64 {
	return float64(now.Sub(p.since)) / float64(p.pace.lasts(run))
}

// plan decides what to do in a run that has just opened.
func (p *person) plan(v *workshop.View, run *workshop.RunView) []intent {
	switch run.Kind {
	case workshop.ActivityBrief:
		return []intent{{p.between(0.2, 0.7), p.nod}}
	case workshop.ActivityRound:
		return []intent{{p.between(0.1, 0.8), p.answer}}
	case workshop.ActivityBrainstorm:
		return p.ideas(run)
	case workshop.ActivityCluster:
		return p.sorts(v, run)
	case workshop.ActivityVote:
		return p.votes()
	case workshop.ActivityBreakout:
		return p.inGroups(run)
	case workshop.ActivityCanvas:
		return p.onCanvas(run)
	case workshop.ActivityDiscuss:
		return p.repeat(1+p.rng.IntN(3), 0.1, 0.9, p.capture)
	case workshop.ActivityCommit:
		return append(p.repeat(1, 0.05, 0.45, p.promise), p.repeat(4, 0.5, 0.9, p.sayYes)...)
	}
	return nil
}

func (p *person) between(from, to float64) float64 { return from + p.rng.Float64()*(to-from) }

// repeat spreads n times the same over a part of the run.
func (p *person) repeat(n int, from, to float64, do func(*workshop.View, *workshop.RunView) error) []intent {
	list := make([]intent, n)
	for i := range list {
		width := (to - from) / float64(n)
		list[i] = intent{p.between(from+width*float64(i), from+width*float64(i+1)), do}
	}
	return list
}

func (p *person) nod(*workshop.View, *workshop.RunView) error { return p.desk.SetReady(true) }

// liked picks a theme by how much the person likes it.
func (p *person) liked() int {
	sum := 0
	for _, l := range p.likes {
		sum += l * l
	}
	n := p.rng.IntN(sum)
	for i, l := range p.likes {
		if n -= l * l; n < 0 {
			return i
		}
	}
	return 0
}
