package main

import (
	"context"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"time"

	"convene/app/rehearse"

	"github.com/sirupsen/logrus"
)

// rehearseCommand plays a workshop with simulated people.
type rehearseCommand struct {
	Template string  `help:"Template id, or a template file." default:"quick-cocreation" placeholder:"ID|FILE"`
	People   int     `help:"How many people; without it, eight or as many as the template needs." placeholder:"N"`
	Seed     *uint64 `help:"Number that decides what people do; without it, a new one each time." placeholder:"N"`
	Speed    float64 `help:"How many times faster than planned." default:"60" placeholder:"X"`
	Out      string  `help:"Folder for the record; without it, a new one." type:"path" placeholder:"DIR"`
	Sim      bool    `help:"Play on a virtual clock with seeded keys, without network and disk: the same bytes each time."`
}

// Run plays, shows how far it has come, and prints where the record is.
func (r *rehearseCommand) Run(ctx context.Context, t *terminal) error {
	plan, err := r.plan(t.data)
	if err != nil {
		return err
	}
	if err := plan.Check(); err != nil {
		return err
	}
	silent := logrus.New()
	silent.SetOutput(io.Discard)
	plan.Log = logrus.NewEntry(silent)
	fmt.Fprintf(t.err, "Rehearsing %q with %d people, seed %d.\n", plan.Template.Name, plan.People, plan.Seed)
	bar := newBar(t.err)
	plan.Watch = bar.show
	began := time.Now()
	play := rehearse.Play
	if r.Sim {
		play = rehearse.Simulate
	}
	o, err := play(ctx, plan)
	bar.end()
	if err != nil {
		return err
	}
	if r.Sim {
		o.Seconds = time.Since(began).Seconds()
	}
	return t.result(o, fmt.Sprintf("%d laptops hold the same session and wrote the same record, in %.0f seconds:", o.People, o.Seconds), o.Report)
}

func (r *rehearseCommand) plan(data string) (rehearse.Plan, error) {
	x, err := findTemplate(r.Template, data)
	if err != nil {
		return rehearse.Plan{}, err
	}
	p := rehearse.Plan{Template: x, People: r.People, Speed: r.Speed, Out: r.Out, Version: version}
	if p.People == 0 {
		p.People = max(8, x.GroupMin)
	}
	if r.Seed != nil {
		p.Seed = *r.Seed
	} else {
		p.Seed = rand.Uint64N(1_000_000)
	}
	if p.Out == "" {
		if p.Out, err = os.MkdirTemp("", "convene-rehearsal-"); err != nil {
			return p, fmt.Errorf("make a folder for the record: %w", err)
		}
	}
	if p.Out, err = filepath.Abs(p.Out); err != nil {
		return p, fmt.Errorf("find the folder for the record: %w", err)
	}
	return p, nil
}

// bar shows how far a rehearsal has come: one line that is drawn over where a person looks on, a line an activity elsewhere.
type bar struct {
	w        io.Writer
	terminal bool
	last     string
}

func newBar(w io.Writer) *bar {
	return &bar{w: w, terminal: isTerminal(w)}
}

// isTerminal reports whether a person looks on.
func isTerminal(w io.Writer) bool {
	f, ok := w.(*os.File)
	if !ok {
		return false
	}
	info, err := f.Stat()
	return err == nil && info.Mode()&os.ModeCharDevice != 0
}

const barWidth = 24

func (b *bar) show(m rehearse.Moment) {
	if !b.terminal {
		if m.Activity != b.last && !m.Over {
			b.last = m.Activity
			fmt.Fprintf(b.w, "  %d of %d  %s\n", m.Number, m.Of, m.Activity)
		}
		return
	}
	done := 0
	if m.Of > 0 {
		done = barWidth * m.Number / m.Of
	}
	fmt.Fprintf(b.w, "\r\x1b[K[%s%s] %d of %d  %s  %d people, %d notes",
		strings.Repeat("#", done), strings.Repeat("-", barWidth-done), m.Number, m.Of, m.Activity, m.People, m.Notes)
}

func (b *bar) end() {
	if b.terminal {
		fmt.Fprintln(b.w)
	}
}
