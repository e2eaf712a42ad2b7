package app

import (
	"slices"
	"strconv"

	"convene/workshop"
	"convene/workshop/templates"
)

// craft draws what the group agreed on about itself, who is where without a
// laptop, who speaks, and how the plan stands.
func (p *painter) craft() {
	p.charter()
	p.objections()
	for _, m := range p.View.Points {
		p.add(PointRecord{
			ID: p.id(m.ID), Text: m.Text, Author: personID(m.Author), Answer: m.Answer, AnsweredBy: personID(m.AnsweredBy),
		})
	}
	p.talk()
	p.pulses()
	p.plan()
	if c := p.View.Calibration; c.Of > 0 && len(p.View.People) >= fewestSecret {
		p.add(CalibrationRecord{ID: "calibration", Said: c.Said, Happened: c.Happened, Of: c.Of})
	}
}

func (p *painter) charter() {
	c := p.View.Charter
	p.add(CharterRecord{
		ID: "charter", Purpose: c.Purpose, Values: c.Values, Rule: c.Rule, Use: c.Use, HandsOver: c.HandsOver, Version: c.Version, State: CharterState(c.State),
		Ratified: c.Ratified, RatifiedAt: Millis(c.RatifiedAt), Consents: c.Consents, Vote: p.id(c.Vote),
	})
}

func (p *painter) objections() {
	for i, o := range p.View.Objections {
		p.add(ObjectionRecord{
			ID: "objection/" + strconv.Itoa(i+1), Item: p.id(o.ID), Run: p.id(o.Run), Person: personID(o.Person), Seat: p.id(o.Seat),
			Text: o.Text, Answer: o.Answer, Resolved: p.id(o.Resolved),
		})
	}
}

func (p *painter) speaker(s workshop.SpeakerView) Speaker {
	return Speaker{Person: personID(s.Person), Seat: p.id(s.Seat)}
}

// talk draws the round or discussion that is open, and a silence in whatever is.
func (p *painter) talk() {
	run := p.View.OpenRun()
	if run == nil {
		return
	}
	r := TalkRecord{ID: "talk", Run: p.id(run.ID), Queue: List[Speaker]{}, SilentUntil: Millis(run.SilentUntil)}
	for _, s := range p.View.Queue {
		r.Queue = append(r.Queue, p.speaker(s))
	}
	if run.SpeakerAt != 0 {
		now := p.speaker(run.Speaker)
		r.Speaker, r.SpeakerAt = &now, Millis(run.SpeakerAt)
	}
	switch run.Kind {
	case workshop.ActivityRound:
		r.SecondsPerTurn = run.Settings.Int("secondsPerTurn", 30)
		if s := run.Settings.Scope(); s != workshop.ScopeAll {
			r.Scope = s
		}
		for _, t := range p.View.CircleTurns(run, p.Me[:]) {
			s := p.speaker(t.SpeakerView)
			r.Turns = append(r.Turns, Turn{Person: s.Person, Seat: s.Seat, State: TurnState(t.State), Times: t.Times})
		}
	case workshop.ActivityDiscuss:
		r.ByThumbs, r.Speaking = run.Settings.ByThumbs(), run.Settings.Speaking()
		p.itemClock(run, &r)
	}
	p.add(r)
}

func (p *painter) itemClock(run *workshop.RunView, r *TalkRecord) {
	if run.Item.Zero() {
		return
	}
	r.Item, r.ItemAt = p.id(run.Item), Millis(run.ItemAt)
	r.ItemSeconds = int(run.Settings.Number("minutesPerItem", 5)*60) + run.ItemExtended
	if next, ok := run.NextExtension(); ok {
		r.NextExtension = next
	}
	r.Up, r.Side, r.Down = p.View.Thumbs.Up, p.View.Thumbs.Side, p.View.Thumbs.Down
}

func (p *painter) pulses() {
	for _, v := range p.View.Pulses {
		p.add(PulseRecord{
			ID: "pulse/" + p.id(v.Run), Run: p.id(v.Run), Question: p.View.Prompt(v.Question), Low: v.Low, High: v.High,
			Steps: append(List[int]{}, v.Steps...), Answers: v.Answers, Eligible: v.Eligible, Before: p.id(v.Before),
		})
	}
}

// plan draws when the session ends and what its plan lacks.
func (p *painter) plan() {
	now := p.wall()
	r := PlanRecord{ID: "plan", Minutes: p.View.Session.Minutes, Warnings: List[PlanWarning]{}}
	for _, s := range p.View.Schedule(now) {
		r.EndsAt = max(r.EndsAt, Millis(s.End))
	}
	if p.View.Session.State == workshop.SessionClosed {
		p.add(r)
		return
	}
	for _, w := range p.View.Warnings(now) {
		drawn := PlanWarning{Code: WarningCode(w.Code), Activity: p.id(w.Activity), Outcome: p.id(w.Outcome), Minutes: w.Minutes}
		for _, c := range w.Cuts {
			drawn.Cuts = append(drawn.Cuts, Cut{Activity: p.id(c.Activity), Minutes: c.Minutes})
		}
		r.Warnings = append(r.Warnings, drawn)
	}
	if t, ok := templates.Get(p.View.Session.Template); ok && p.contributing() < t.GroupMin && p.View.Session.Started == 0 && !p.lacksWriters() {
		r.Warnings = append(r.Warnings, PlanWarning{Code: "few-people", People: t.GroupMin})
	}
	if p.lacksWriters() {
		r.Warnings = append(r.Warnings, PlanWarning{Code: "few-people", People: leastUnnamed})
	}
	p.add(r)
}

// lacksWriters reports whether the plan of a session that has not begun has notes without a name, and too few people for them.
func (p *painter) lacksWriters() bool {
	return p.View.Session.Started == 0 && p.contributing() < leastUnnamed && slices.ContainsFunc(p.View.Activities, func(a workshop.ActivityView) bool {
		return !a.Skipped && a.Settings.Anonymous() && a.Settings.Private(a.Kind)
	})
}

// contributing is how many people and seats there are.
func (p *painter) contributing() int {
	n := len(p.View.Seats)
	for i := range p.View.People {
		if p.View.People[i].Role <= workshop.RoleParticipant {
			n++
		}
	}
	return n
}
