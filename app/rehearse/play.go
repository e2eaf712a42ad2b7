package rehearse

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"sync"
	"time"

	"convene/app"
	"convene/workshop"
	"convene/workshop/templates"

	"github.com/sirupsen/logrus"
)

const (
	blink     = 100 * time.Millisecond // how often a person looks at the laptop
	leastRun  = 1500 * time.Millisecond
	patience  = 30 * time.Second // for everybody to hold the same at the end
	atTheDoor = 4                // how many join at once
)

// player is a rehearsal with real laptops.
type player struct {
	plan    Plan
	root    string // holds each laptop's data folder
	session string
	link    string // of the invite
	fate    fate
	desks   []*appDesk
	running sync.WaitGroup
	stop    context.CancelFunc
	ended   chan error
}

// Play plays a plan with real laptops on this computer: whole apps with their own data folders, joined over libp2p on
// 127.0.0.1. One of the people comes late, and the app of one ends in the middle and is started again later. The data folders are
// kept, so that what happened can be looked at.
func Play(ctx context.Context, p Plan) (Outcome, error) {
	began := time.Now()
	if err := os.MkdirAll(p.Out, 0o700); err != nil {
		return Outcome{}, fmt.Errorf("rehearse: make the folder for the record: %w", err)
	}
	root, err := os.MkdirTemp(p.Out, "laptops-")
	if err != nil {
		return Outcome{}, fmt.Errorf("rehearse: make the data folders: %w", err)
	}
	r := &player{plan: p, root: root, fate: fates(p), ended: make(chan error, p.People+1)} // one laptop ends twice
	ctx, r.stop = context.WithCancel(ctx)
	o, err := r.play(ctx)
	r.stop()
	r.running.Wait()
	close(r.ended)
	for e := range r.ended {
		if !errors.Is(e, context.Canceled) {
			err = errors.Join(err, e)
		}
	}
	o.Seconds = time.Since(began).Seconds()
	if err != nil {
		return o, fmt.Errorf("rehearse: %w", err)
	}
	return o, nil
}

func (r *player) play(ctx context.Context) (Outcome, error) {
	if err := r.gather(ctx); err != nil {
		return Outcome{}, err
	}
	people, err := r.run(ctx)
	if err != nil {
		return Outcome{}, err
	}
	return r.outcome(ctx, people)
}

// gather starts the laptops, makes the session on the first and lets those in by its invite who come in time.
func (r *player) gather(ctx context.Context) error {
	for i := range r.plan.People {
		if err := r.start(ctx, i); err != nil {
			return fmt.Errorf("start laptop %d: %w", i+1, err)
		}
	}
	first := r.desks[0]
	if err := r.prepare(ctx, first.app); err != nil {
		return fmt.Errorf("prepare the session: %w", err)
	}
	invite, err := first.app.Invite(ctx, r.session, app.InviteWish{})
	if err != nil {
		return fmt.Errorf("invite: %w", err)
	}
	r.link = invite.Link
	return r.letIn(ctx)
}

func (r *player) start(ctx context.Context, i int) error {
	d := &appDesk{
		dir: filepath.Join(r.root, fmt.Sprintf("%02d-%s", i+1, nameOf(i))), name: nameOf(i), number: i, ctx: ctx, waits: &r.running,
	}
	r.desks = append(r.desks, d)
	return r.boot(d)
}

// boot starts the app of a laptop, on the data folder that it has. The app goes on when the workshop is over: its person still reads
// the record.
func (r *player) boot(d *appDesk) error {
	log := r.plan.Log
	if log == nil {
		log = logrus.NewEntry(logrus.New())
	}
	a, err := app.New(app.Config{
		DataDir: d.dir, Name: d.name, Version: r.plan.Version, Loopback: true, Headless: true, Log: log.WithField("laptop", d.number+1),
	})
	if err != nil {
		return err
	}
	on, off := context.WithCancel(d.ctx)
	over := make(chan struct{})
	d.app, d.off, d.over = a, off, over
	r.running.Add(1)
	go func() {
		defer r.running.Done()
		defer close(over)
		defer off()
		r.ended <- a.Run(on)
	}()
	return nil
}

func (r *player) prepare(ctx context.Context, a *app.App) error {
	subject := Water()
	made := app.NewSession{
		Title: subject.Title, Purpose: subject.Purpose, Question: subject.Question, Period: subject.Period,
		Outcomes: subject.Outcomes, Date: app.Date(time.Now().UTC().Format("2006-01-02")),
	}
	if _, shipped := templates.Get(r.plan.Template.ID); shipped {
		made.Template = r.plan.Template.ID
	}
	session, err := a.CreateSession(ctx, made)
	if err != nil {
		return err
	}
	r.session = session
	if err := a.OpenSession(ctx, session); err != nil {
		return err
	}
	r.desks[0].session = session
	place := subject.Place
	if err := a.EditPlan(ctx, session, app.PlanEdit{Place: &place}); err != nil {
		return err
	}
	if made.Template != "" {
		return nil
	}
	for _, t := range r.plan.Template.Activities {
		step := app.NewActivity{
			Kind: app.ActivityKind(t.Kind), Title: t.Title, Minutes: t.Minutes, Prompt: t.Prompt, Settings: t.Settings,
		}
		if _, err := a.AddActivity(ctx, session, step); err != nil {
			return err
		}
	}
	return nil
}

// letIn joins everybody but the first and who comes late, a few at once, as people come through a door.
func (r *player) letIn(ctx context.Context) error {
	results := make(chan error, len(r.desks))
	door := make(chan struct{}, atTheDoor)
	coming := 0
	for i, d := range r.desks {
		if i == 0 || i == r.fate.late && r.fate.late != 0 {
			continue
		}
		coming++
		go func() {
			door <- struct{}{}
			defer func() { <-door }()
			results <- r.join(ctx, d)
		}()
	}
	var all error
	for range coming {
		all = errors.Join(all, <-results)
	}
	return all
}

func (r *player) join(ctx context.Context, d *appDesk) (err error) {
	if d.session, err = d.app.Join(ctx, r.link, d.name, func(app.JoinProgress) {}); err != nil {
		return fmt.Errorf("%s joins: %w", d.name, err)
	}
	return nil
}

// run lets people act until the session is finished.
func (r *player) run(ctx context.Context) ([]*person, error) {
	ctx, stop := context.WithCancel(ctx)
	defer stop()
	pc := pace{speed: r.plan.Speed, least: leastRun}
	people := make([]*person, len(r.desks))
	done := make(chan error, len(r.desks))
	for i, d := range r.desks {
		people[i] = newPerson(d.name, d, r.plan.Seed, i, pc)
	}
	lead := &leader{person: people[0]}
	w := newWatch(r.plan)
	for i := range people {
		go func() { done <- r.live(ctx, people[i], lead, w, stop) }()
	}
	var all error
	for range people {
		if err := <-done; err != nil {
			all = errors.Join(all, err)
			stop()
		}
	}
	w.end()
	return people, all
}

// live is one person from the beginning to the end of the session. The leader ends it for all.
func (r *player) live(ctx context.Context, p *person, lead *leader, w *watch, over context.CancelFunc) error {
	look := time.NewTicker(blink)
	defer look.Stop()
	for {
		select {
		case <-ctx.Done():
			if err := context.Cause(ctx); !errors.Is(err, context.Canceled) {
				return err
			}
			return nil
		case now := <-look.C:
			here, err := r.fateOf(ctx, p.index)
			if err == nil && here {
				err = p.step(now)
			}
			if p == lead.person && err == nil {
				var finished bool
				finished, err = lead.lead(now)
				w.see(func() *workshop.View { return p.lastSeen })
				if finished {
					over()
				}
			}
			if err != nil && ctx.Err() == nil {
				return fmt.Errorf("%s: %w", p.name, err)
			}
		}
	}
}

// outcome waits until all hold the same, lets every laptop write the record, and compares.
func (r *player) outcome(ctx context.Context, people []*person) (Outcome, error) {
	o := Outcome{Session: r.session, People: len(r.desks)}
	if err := r.allBack(ctx); err != nil {
		return o, err
	}
	o.Late, o.Returned = r.fate.counted()
	if err := r.agree(ctx); err != nil {
		return o, err
	}
	var copies []copyOf
	for i, d := range r.desks {
		c, err := d.copy()
		if err != nil {
			return o, fmt.Errorf("%s writes the record: %w", d.name, err)
		}
		o.Data = append(o.Data, d.dir)
		o.Digests = append(o.Digests, fmt.Sprintf("%x", c.digest))
		o.Refused += people[i].refused
		copies = append(copies, c)
	}
	if err := compare(copies); err != nil {
		return o, err
	}
	var err error
	o.Report, err = writeReport(r.plan.Out, copies[0].view)
	return o, err
}

// agree waits until all laptops hold the same log.
func (r *player) agree(ctx context.Context) error {
	ctx, stop := context.WithTimeout(ctx, patience)
	defer stop()
	look := time.NewTicker(blink)
	defer look.Stop()
	for {
		same := true
		first, err := r.desks[0].digest()
		for _, d := range r.desks[1:] {
			other, e := d.digest()
			err = errors.Join(err, e)
			same = same && first == other
		}
		if err != nil {
			return err
		}
		if same {
			return nil
		}
		select {
		case <-ctx.Done():
			return fmt.Errorf("after %s the laptops still hold different logs", patience)
		case <-look.C:
		}
	}
}
