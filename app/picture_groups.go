package app

import (
	"slices"

	"convene/workshop"
)

// groups draws the groups of all breakouts.
func (p *painter) groups() {
	for i := range p.View.Groups {
		g := &p.View.Groups[i]
		run := p.runs[g.Run]
		if run == nil {
			continue
		}
		r := GroupRecord{
			ID: p.id(g.ID), Run: p.id(g.Run), Activity: p.id(run.Activity), Round: g.Round, Number: g.Number, Name: plainName(g.Name),
			Order: g.Order, Host: personID(g.Host), From: p.list(p.View.Heritage(g.ID)[1:]), Topic: p.id(g.Topic),
			Mine: slices.Contains(g.Members, p.Me), Members: List[string]{},
		}
		for _, who := range g.Members {
			r.Members = append(r.Members, personID(who))
		}
		questions := run.Settings.ReportFields()
		for _, a := range g.Report {
			if a.Field < len(questions) {
				r.Report = append(r.Report, Answered{Question: questions[a.Field], Answer: a.Text, Late: a.Late})
			}
		}
		p.add(r)
	}
}

// placements draws where notes and own drafts lie on canvases.
func (p *painter) placements() {
	for i := range p.View.Notes {
		n := &p.View.Notes[i]
		for _, at := range n.Places {
			p.add(PlacementRecord{
				ID: "placement/" + p.id(n.ID) + "/" + p.id(at.Board), Note: n.ID.String(), Board: p.id(at.Board),
				Zone: at.Zone, Slot: at.Slot, X: at.X, Y: at.Y,
			})
		}
	}
	for _, d := range p.Drafts {
		if at := d.At; !at.Zero() {
			p.add(PlacementRecord{
				ID: "placement/" + d.ID, Note: d.ID, Board: p.id(d.Activity), Zone: at.Zone, Slot: at.Slot, X: at.X, Y: at.Y,
			})
		}
	}
}

// roundOf is the round of a run as the person here goes by it.
func (p *painter) roundOf(run *workshop.RunView) (round int, byClock bool) {
	if run.State == workshop.RunOpen && !p.Here[p.View.Session.Floor] && run.RoundAt(p.wall()) > run.Round {
		return run.RoundAt(p.wall()), true
	}
	return run.Round, false
}

func (p *painter) breakout(run *workshop.RunView) *Breakout {
	round, byClock := p.roundOf(run)
	b := &Breakout{
		Form: run.Settings.Form(), Inner: ActivityKind(run.Settings.Inner()), Round: round, Rounds: run.Rounds(), ByClock: byClock,
		RoundEndsAt: Millis(p.roundEnds(run, round)), Report: run.Settings.ReportFields(), MaxPerGroup: run.Settings.MaxPerGroup(),
	}
	if g := p.View.GroupOf(run.ID, round, p.Me); g != nil {
		b.Group = p.id(g.ID)
	}
	return b
}

// roundEnds is when a round ends; while the clock stands it is rounded up to
// minutes, so that nothing is drawn anew at every moment.
func (p *painter) roundEnds(run *workshop.RunView, round int) int64 {
	ends := run.RoundEnds(round, p.wall())
	if run.PausedAt != 0 {
		return whole(ends)
	}
	return ends
}

func (p *painter) canvas(run *workshop.RunView) *Canvas {
	set := run.Settings
	c := &Canvas{
		Layout: set.Layout(), Zones: List[Zone]{}, Direction: set.Str("direction", "left-to-right"), Arrows: set.On("connectors", false),
		Marks: set.Strings("marks"), MaxItems: set.Int("maxItems", 0), Stepwise: set.On("openStepwise", false), Offers: set.Offers(),
	}
	c.AxisX, c.AxisY = set.Axes()
	if c.Layout == workshop.LayoutTimetable {
		c.Slots = set.Slots()
	}
	open := run.OpenZones()
	if c.Stepwise {
		round, _ := p.roundOf(run)
		open = max(open, round+1)
		c.StepEnds = Millis(p.roundEnds(run, round))
	}
	for i, z := range set.Zones() {
		c.Zones = append(c.Zones, Zone{Title: z.Title, Help: z.Help, Pattern: z.Pattern, Open: i < open, Locked: p.View.ZoneLocked(run.Activity, z.Title)})
	}
	return c
}

// whole rounds milliseconds up to minutes.
func whole(ms int64) int64 { return (ms + 59_999) / 60_000 * 60_000 }
