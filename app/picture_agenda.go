package app

import (
	"fmt"

	"convene/workshop"
)

// agenda draws the activities in order, with the times at which they start:
// what has run as it ran, the rest laid out after it.
func (p *painter) agenda() {
	slots := p.View.Schedule(p.wall())
	for i := range p.View.Activities {
		a := &p.View.Activities[i]
		r := ActivityRecord{
			ID: p.id(a.ID), Order: a.Order, ActivityKind: ActivityKind(a.Kind), Preset: a.Preset, Title: plainName(a.Title),
			Minutes: a.Minutes, Prompt: p.View.Prompt(a.Prompt), PromptRaw: a.Prompt, Instructions: a.Instructions,
			Settings: Settings(a.Settings.Named()), State: ActivityPlanned, Run: p.id(a.Run), Source: p.id(a.Source), Yields: a.Yields,
			Locked: a.Locked, StartsAt: Millis(slots[i].Start), EndsAt: Millis(slots[i].End), RealMs: slots[i].RealMs, Skipped: a.Skipped,
		}
		if len(a.Serves) > 0 {
			r.Serves = p.list(a.Serves)
		}
		if run := p.runs[a.Run]; run != nil {
			r.State = ActivityState(runState(run))
		}
		p.add(r)
	}
}

func runState(run *workshop.RunView) RunState {
	switch {
	case run.State == workshop.RunClosing:
		return RunClosing
	case run.State == workshop.RunClosed:
		return RunClosed
	case run.PausedAt != 0:
		return RunPaused
	}
	return RunOpen
}

// openings draws the runs.
func (p *painter) openings() {
	for i := range p.View.Runs {
		run := &p.View.Runs[i]
		r := RunRecord{
			ID: p.id(run.ID), Activity: p.id(run.Activity), ActivityKind: ActivityKind(run.Kind), State: runState(run),
			StartedAt: Millis(run.Started), PlannedSeconds: int64(run.Planned), ExtendedSeconds: int64(run.Extended),
			PausedMs: run.Paused, PausedAt: Millis(run.PausedAt), ClosedAt: Millis(run.Ended),
			Settings: Settings(run.Settings.Named()), Private: run.Settings.Private(run.Kind), HiddenAuthors: run.Settings.HiddenAuthors(),
			Sees: p.whoSees(run), Item: p.id(run.Item), Eligible: p.eligible(run), Board: p.id(run.Source),
		}
		r.WhoSees = inEnglish(r.Sees)
		p.asks(run, &r)
		switch {
		case run.Balloted():
			p.voting(run, &r)
		case run.Kind == workshop.ActivityDiscuss:
			r.Items = p.items(i)
		case run.Kind == workshop.ActivityBreakout:
			r.Breakout = p.breakout(run)
			if run.Settings.Inner() == workshop.ActivityCanvas {
				r.Canvas = p.canvas(run)
			}
		case run.Kind == workshop.ActivityCanvas:
			r.Canvas = p.canvas(run)
		}
		p.add(r)
	}
}

// clusterNames says in which cluster the notes among the options lie.
func (p *painter) clusterNames(run *workshop.RunView) map[workshop.RecordID]string {
	options := make(map[workshop.RecordID]bool, len(run.Options))
	for _, o := range run.Options {
		options[o.ID] = true
	}
	names := map[workshop.RecordID]string{}
	for i := range p.View.Clusters {
		names[p.View.Clusters[i].ID] = p.View.Clusters[i].Name
	}
	sub := map[workshop.RecordID]string{}
	for i := range p.View.Notes {
		if n := &p.View.Notes[i]; options[n.ID] && !n.Cluster.Zero() {
			sub[n.ID] = names[n.Cluster]
		}
	}
	return sub
}

// items lists what a discussion goes through, with the dots that the latest
// vote before it gave.
func (p *painter) items(at int) List[Item] {
	run := &p.View.Runs[at]
	items := make(List[Item], len(run.Options))
	dots := p.dotsBefore(at)
	for i, o := range run.Options {
		items[i] = Item{ID: p.id(o.ID), Text: o.Text}
		if n, ok := dots[o.ID]; ok {
			items[i].Dots = &n
		}
	}
	return items
}

func (p *painter) dotsBefore(at int) map[workshop.RecordID]int {
	before := map[workshop.RecordID]bool{}
	for i := range at {
		before[p.View.Runs[i].ID] = true
	}
	dots := map[workshop.RecordID]int{}
	for i := range p.View.Results {
		if res := &p.View.Results[i]; before[res.Run] {
			for _, row := range res.Rows {
				dots[row.Option] = row.Sum
			}
		}
	}
	return dots
}

// eligible is how many people may vote or answer in a run.
func (p *painter) eligible(run *workshop.RunView) int {
	if run.Balloted() {
		return len(run.Voters) + len(run.Seats)
	}
	n := len(p.View.Seats)
	for i := range p.View.People {
		if p.View.People[i].Role <= workshop.RoleParticipant {
			n++
		}
	}
	return n
}

func counted(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return fmt.Sprintf("%d %s", n, many)
}
