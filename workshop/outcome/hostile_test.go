package outcome

import (
	"encoding/binary"
	"fmt"
	"strings"

	"convene/workshop"

	"pgregory.net/rapid"
)

// nasty are the beginnings and middles of texts that would like to be Markdown.
var nasty = []string{
	"# heading", "## 2. Title", "---", "===", "- item", "+ item", "* item", "1. one", "12) twelve", "> quote", "```", "~~~", "`code`", "    code",
	"| a | b |", "| --- | --- |", ":--", "a | b", "\\|", "\\", "\\\\", "<script>alert(1)</script>", "<!-- x", "<b>", "<https://e.org>", "</div>",
	"[a](http://e.org)", "![p](x.png)", "[a]: http://e.org", "[^1]", "[^1]: note", "[ ] todo", "- [x] done", "*a*", "**", "__b__", "~~c~~", "***",
	"http://example.org", "https://e.org/?a=b", "www.example.org", "WWW.e.org", "ftp://e.org", "mailto:a@b.co", "a@b.co", "@jonas", "x_y_z",
	"&lt;", "&#60;", "&", "&amp", "!", "!(", "![", "](x)", ")", "$x$", "{#id}", "^", "\"", "'", "\x00", "\x1b[31m", "\u202e", "\u2066", "\u200b",
	"\u200d", "\ufeff", "\n", "\r\n", "\n\n", "\u2028", "\u0085", "\t", " ", "  ", "  \n", "\\\n", "خزان", "עברית", "👩‍💻", "🧪", "漢字", "é", "\xff",
	"plain words", "a - b", " - due 2026-01-01 - ", "@unassigned", strings.Repeat("long ", 200),
}

// sign numbers the records of a made-up view.
func made(n int) workshop.RecordID {
	var r workshop.RecordID
	binary.BigEndian.PutUint32(r.Change[:], uint32(n)*2654435761)
	return r
}

func somebody(n int) workshop.Person {
	var p workshop.Person
	p[0] = byte(n + 1)
	return p
}

// maker draws made-up views: well-formed, but with the worst texts.
type maker struct {
	t *rapid.T
	n int
}

func (m *maker) id() workshop.RecordID { m.n++; return made(m.n) }

func (m *maker) upTo(most int, what string) int { return rapid.IntRange(0, most).Draw(m.t, what) }

func (m *maker) text() string {
	return strings.Join(rapid.SliceOfN(rapid.SampledFrom(nasty), 0, 5).Draw(m.t, "text"), rapid.SampledFrom([]string{"", " ", "\n"}).Draw(m.t, "joint"))
}

// view draws a session in which every kind ran, some twice, some not at all.
func (m *maker) view() *workshop.View {
	v := &workshop.View{Session: workshop.SessionView{
		ID: m.id(), Title: m.text(), Purpose: m.text(), Question: m.text(), Period: m.text(), Place: m.text(), Template: m.text(),
		State: workshop.SessionLive, Started: 1_764_000_000_000,
	}}
	for i := range 2 + m.upTo(3, "people") {
		v.People = append(v.People, workshop.PersonView{Person: somebody(i), Name: m.text(), Role: workshop.Role(m.upTo(6, "role")), Broken: m.upTo(5, "broken") == 0})
	}
	for range m.upTo(2, "seats") {
		v.Seats = append(v.Seats, workshop.SeatView{ID: m.id(), Name: m.text(), Keeper: somebody(0)})
	}
	v.Charter = workshop.CharterView{Values: m.text(), Rule: m.text(), Use: m.text(), Version: 1}
	for range m.upTo(2, "outcomes") {
		v.Outcomes = append(v.Outcomes, workshop.OutcomeView{ID: m.id(), Text: m.text()})
	}
	kinds := append(workshop.ActivityKinds(), workshop.ActivityVote)
	for _, k := range kinds {
		m.activity(v, k)
	}
	for range m.upTo(3, "parked") {
		v.Parked = append(v.Parked, workshop.ParkedView{ID: m.id(), Activity: m.any(v), Text: m.text(), Fate: m.text()})
	}
	for range m.upTo(3, "decisions") {
		v.Decisions = append(v.Decisions, workshop.DecisionView{ID: m.id(), Activity: m.any(v), Text: m.text(), Rule: m.text(), Evidence: m.evidence(v)})
	}
	for i := range m.upTo(4, "actions") {
		v.Actions = append(v.Actions, workshop.ActionView{
			ID: m.id(), Activity: m.any(v), Number: i + 1, What: m.text(), Due: m.text(), FirstStep: m.text(), State: m.text(),
			Owner: somebody(m.upTo(3, "owner")), Accepted: workshop.AcceptedYes, Evidence: m.evidence(v),
		})
	}
	for range m.upTo(2, "aside") {
		v.SetAside = append(v.SetAside, workshop.SetAside{Kind: workshop.KindNote, Text: m.text(), Why: "its writer was away"})
	}
	return v
}

// activity draws an activity, with up to two runs, and everything that such a run leaves.
func (m *maker) activity(v *workshop.View, k workshop.ActivityKind) {
	set := map[string]any{}
	if m.upTo(1, "hidden") == 0 {
		set["authorship"], set["secret"] = "hidden", true
	}
	a := workshop.ActivityView{ID: m.id(), Kind: k, Preset: m.text(), Title: m.text(), Prompt: m.text(), Minutes: m.upTo(9, "min"), Settings: workshop.SettingsOf(set)}
	v.Activities = append(v.Activities, a)
	board := a.ID
	if k == workshop.ActivityCanvas {
		zones := []any{}
		for range m.upTo(3, "zones") {
			zones = append(zones, m.text())
		}
		set["zones"], set["axes"] = zones, []any{m.text(), m.text()}
		set["layout"] = rapid.SampledFrom([]string{"columns", "grid2x2", "table", "timetable", "free"}).Draw(m.t, "layout")
		a.Settings = workshop.SettingsOf(set)
		v.Activities[len(v.Activities)-1] = a
	}
	if k != workshop.ActivityBrainstorm && k != workshop.ActivityCanvas {
		board = v.Activities[min(2, len(v.Activities)-1)].ID
	}
	for range m.upTo(2, "runs") {
		run := workshop.RunView{
			ID: m.id(), Activity: a.ID, Kind: k, State: workshop.RunClosed, Settings: a.Settings, Source: board,
			Started: v.Session.Started, Ended: v.Session.Started + int64(m.upTo(600, "s"))*1000, Extended: 60 * m.upTo(2, "ext"),
		}
		m.leave(v, &run)
		v.Runs = append(v.Runs, run)
	}
}

func (m *maker) leave(v *workshop.View, run *workshop.RunView) {
	for range m.upTo(3, "left") {
		switch run.Kind {
		case workshop.ActivityRound:
			v.Responses = append(v.Responses, workshop.ResponseView{ID: m.id(), Run: run.ID, Person: somebody(m.upTo(3, "p")), Text: m.text(), Pass: m.upTo(4, "pass") == 0})
		case workshop.ActivityBrainstorm, workshop.ActivityCanvas:
			v.Notes = append(v.Notes, workshop.NoteView{ID: m.id(), Activity: run.Activity, Text: m.text(), Author: somebody(m.upTo(3, "p")), Hidden: run.Settings.HiddenAuthors(), Late: m.upTo(4, "late") == 0})
			m.around(v, run)
		case workshop.ActivityBreakout:
			m.group(v, run)
		case workshop.ActivityCluster:
			c := workshop.ClusterView{ID: m.id(), Activity: run.Source, Name: m.text()}
			v.Clusters = append(v.Clusters, c)
			for i := range v.Notes {
				if v.Notes[i].Activity == c.Activity && m.upTo(1, "into") == 0 {
					v.Notes[i].Cluster = c.ID
				}
			}
		case workshop.ActivityVote, workshop.ActivityDiscuss:
			run.Options = append(run.Options, workshop.Option{ID: m.any(v), Text: m.text()})
		}
		v.Captures = append(v.Captures, workshop.CaptureView{
			ID: m.id(), Run: run.ID, Activity: run.Activity, Item: m.any(v), Text: m.text(),
			Type: rapid.SampledFrom(append([]string{"mood", "# x"}, types...)).Draw(m.t, "type"),
		})
	}
	if run.Kind == workshop.ActivityVote {
		v.Results = append(v.Results, m.result(v, run))
	}
}

// result draws a counted vote of any method, with objections and concerns.
func (m *maker) result(v *workshop.View, run *workshop.RunView) workshop.Result {
	method := rapid.SampledFrom([]string{"dots", "rank", "score", "grid", "scale", "consent"}).Draw(m.t, "method")
	run.Settings = run.Settings.With("method", method)
	res := workshop.Result{
		Run: run.ID, Method: method, Eligible: 5, HandedIn: 4, Counted: 4, Low: 0, High: 3, Hands: m.upTo(5, "hands") == 0,
		Verdict: rapid.SampledFrom([]workshop.Verdict{workshop.VerdictNarrowed, workshop.VerdictDecided, workshop.VerdictObjections}).Draw(m.t, "verdict"),
	}
	if method == "score" || method == "grid" {
		res.Criteria = []string{m.text(), m.text()}
		res.Passes = 5 * m.upTo(1, "passes")
	}
	for i, o := range run.Options {
		row := workshop.ResultRow{
			Option: o.ID, Text: o.Text, Rank: fmt.Sprint(i + 1), Sum: 3 - i, Voters: 2, Given: []int{0, 1, 2, 3}, Spread: 3, Mean: 150, Median: 150,
		}
		for _, name := range res.Criteria {
			row.By = append(row.By, workshop.CriterionRow{Name: name, Mean: 125, Spread: 2, Given: []int{1, 3}})
		}
		res.Rows = append(res.Rows, row)
	}
	if method == "consent" {
		res.Opened = []workshop.OpenedBallot{{ID: m.id(), Text: m.text(), Choices: []workshop.Choice{{Value: workshop.ConsentConcern}}}}
		v.Objections = append(v.Objections, workshop.ObjectionView{ID: m.id(), Run: run.ID, Activity: run.Activity, Text: m.text(), Answer: m.text()})
	}
	return res
}

// around draws what hangs on the last note, and where it lies.
func (m *maker) around(v *workshop.View, run *workshop.RunView) {
	n := &v.Notes[len(v.Notes)-1]
	// Hidden notes are sorted by their words, which a tame view changes: what hangs on one would move with it.
	if !n.Hidden && m.upTo(1, "comment") == 0 {
		v.Comments = append(v.Comments, workshop.CommentView{ID: m.id(), On: n.ID, Text: m.text(), Author: somebody(m.upTo(3, "p"))})
	}
	if m.upTo(1, "mark") == 0 {
		v.Marks = append(v.Marks, workshop.MarkView{ID: m.id(), Note: n.ID, Label: m.text(), Person: somebody(m.upTo(3, "p"))})
	}
	if m.upTo(3, "stroke") == 0 {
		v.Strokes = append(v.Strokes, workshop.StrokeView{
			ID: m.id(), Activity: run.Activity, Label: m.text(), Color: m.text(), By: somebody(m.upTo(3, "p")), Hidden: n.Hidden,
			Dots: []workshop.Dot{{X: int64(m.upTo(9000, "x")) - 4500}, {Y: int64(m.upTo(3, "y"))}},
		})
	}
	if m.upTo(2, "arrow") == 0 {
		v.Connectors = append(v.Connectors, workshop.ConnectorView{
			ID: m.id(), Activity: run.Activity, From: n.ID, To: v.Notes[m.upTo(len(v.Notes)-1, "to")].ID, Label: m.text(), Sign: "+",
		})
	}
	if n.Hidden {
		return
	}
	n.From, n.Starred = m.evidence(v), m.upTo(3, "star") == 0
	if run.Kind == workshop.ActivityCanvas && m.upTo(4, "placed") > 0 {
		p := workshop.PlacementView{Board: run.Activity, Slot: m.upTo(3, "slot"), X: int64(m.upTo(1000, "x")), Y: int64(m.upTo(1000, "y"))}
		if zones := run.Settings.Zones(); len(zones) > 0 {
			p.Zone = zones[m.upTo(len(zones)-1, "zone")].Title
		}
		n.Places = append(n.Places, p)
	}
}

// group draws a group with a report and notes, some of which it brought back.
func (m *maker) group(v *workshop.View, run *workshop.RunView) {
	g := workshop.GroupView{
		ID: m.id(), Run: run.ID, Round: m.upTo(1, "round"), Number: m.upTo(9, "number"), Name: m.text(), Topic: m.any(v),
		Members: []workshop.Person{somebody(m.upTo(3, "p"))}, Host: somebody(0),
	}
	for field := range m.upTo(3, "report") {
		g.Report = append(g.Report, workshop.ReportView{Field: field, Text: m.text()})
	}
	for range m.upTo(2, "notes") {
		n := workshop.NoteView{ID: m.id(), Activity: g.ID, Group: g.ID, Text: m.text(), Author: somebody(0), Hidden: run.Settings.HiddenAuthors()}
		if n.Back = m.upTo(1, "back") == 0; n.Back {
			n.Activity = run.Activity
		}
		v.Notes = append(v.Notes, n)
	}
	if m.upTo(1, "said") == 0 {
		v.Captures = append(v.Captures, workshop.CaptureView{ID: m.id(), Run: run.ID, Activity: run.Activity, Group: g.ID, Type: "insight", Text: m.text()})
	}
	v.Groups = append(v.Groups, g)
}

// any returns something of the view, or something that is not there, or nothing.
func (m *maker) any(v *workshop.View) workshop.RecordID {
	ids := []workshop.RecordID{{}, made(1 << 20)}
	for _, n := range v.Notes {
		ids = append(ids, n.ID)
	}
	for _, c := range v.Clusters {
		ids = append(ids, c.ID)
	}
	for _, a := range v.Activities {
		ids = append(ids, a.ID)
	}
	return rapid.SampledFrom(ids).Draw(m.t, "ref")
}

func (m *maker) evidence(v *workshop.View) []workshop.RecordID {
	var ids []workshop.RecordID
	for range m.upTo(2, "evidence") {
		ids = append(ids, m.any(v))
	}
	return ids
}

// tame returns the view with every text replaced by a harmless word, and empty texts left empty.
func tame(v *workshop.View) *workshop.View {
	n := 0
	word := func(s string) string {
		if oneLine(cleanName(s), " ") == "" {
			return ""
		}
		n++
		return fmt.Sprintf("word%d", n)
	}
	long := func(s string) string {
		if oneLine(cleanText(s), " ") == "" {
			return ""
		}
		return word("x")
	}
	w := *v
	s := &w.Session
	s.Title, s.Place, s.Template = word(s.Title), word(s.Place), word(s.Template)
	s.Purpose, s.Question, s.Period = long(s.Purpose), long(s.Question), word(s.Period)
	w.People = each(v.People, func(p *workshop.PersonView) { p.Name = word(p.Name) })
	w.Outcomes = each(v.Outcomes, func(o *workshop.OutcomeView) { o.Text = long(o.Text) })
	w.Activities = each(v.Activities, func(a *workshop.ActivityView) {
		a.Preset, a.Title, a.Prompt = word(a.Preset), word(a.Title), long(a.Prompt)
	})
	zones := map[string]string{}
	zone := func(s string) string {
		if oneLine(cleanName(s), " ") == "" || len(s) == 1 { // A, B, ... are places that nobody named
			return s
		}
		if zones[s] == "" {
			zones[s] = word(s)
		}
		return zones[s]
	}
	tamed := func(s workshop.Settings) workshop.Settings {
		for _, name := range []string{"zones", "axes"} {
			list, ok := s.Named()[name].([]any)
			if !ok {
				continue
			}
			var words []any
			for _, it := range list {
				words = append(words, zone(it.(string)))
			}
			s = s.With(name, words)
		}
		return s
	}
	w.Activities = each(w.Activities, func(a *workshop.ActivityView) { a.Settings = tamed(a.Settings) })
	w.Runs = each(v.Runs, func(r *workshop.RunView) {
		r.Settings = tamed(r.Settings)
		r.Options = each(r.Options, func(o *workshop.Option) { o.Text = long(o.Text) })
	})
	w.Notes = each(v.Notes, func(n *workshop.NoteView) {
		n.Text = long(n.Text)
		n.Places = each(n.Places, func(p *workshop.PlacementView) { p.Zone = zone(p.Zone) })
	})
	w.Comments = each(v.Comments, func(c *workshop.CommentView) { c.Text = long(c.Text) })
	w.Marks = each(v.Marks, func(c *workshop.MarkView) { c.Label = word(c.Label) })
	w.Connectors = each(v.Connectors, func(c *workshop.ConnectorView) { c.Label = long(c.Label) })
	w.Strokes = each(v.Strokes, func(k *workshop.StrokeView) { k.Label = long(k.Label) })
	w.Groups = each(v.Groups, func(g *workshop.GroupView) {
		g.Name = word(g.Name)
		g.Report = each(g.Report, func(a *workshop.ReportView) { a.Text = long(a.Text) })
	})
	w.Clusters = each(v.Clusters, func(c *workshop.ClusterView) { c.Name = word(c.Name) })
	w.Responses = each(v.Responses, func(r *workshop.ResponseView) { r.Text = long(r.Text) })
	w.Objections = each(v.Objections, func(o *workshop.ObjectionView) { o.Text, o.Answer = long(o.Text), long(o.Answer) })
	w.Seats = each(v.Seats, func(s *workshop.SeatView) { s.Name = word(s.Name) })
	w.Charter.Values, w.Charter.Rule, w.Charter.Use = long(v.Charter.Values), long(v.Charter.Rule), long(v.Charter.Use)
	w.Captures = each(v.Captures, func(c *workshop.CaptureView) { c.Text = long(c.Text) })
	w.Parked = each(v.Parked, func(p *workshop.ParkedView) { p.Text, p.Fate = long(p.Text), long(p.Fate) })
	w.Decisions = each(v.Decisions, func(d *workshop.DecisionView) { d.Text, d.Rule = long(d.Text), long(d.Rule) })
	w.Actions = each(v.Actions, func(a *workshop.ActionView) {
		a.What, a.Due, a.FirstStep, a.State = long(a.What), word(a.Due), long(a.FirstStep), word(a.State)
	})
	w.SetAside = each(v.SetAside, func(s *workshop.SetAside) { s.Text = long(s.Text) })
	w.Results = each(v.Results, func(r *workshop.Result) {
		r.Criteria = each(r.Criteria, func(s *string) { *s = word(*s) })
		r.Rows = each(r.Rows, func(row *workshop.ResultRow) {
			row.Text = long(row.Text)
			row.By = each(row.By, func(c *workshop.CriterionRow) { c.Name = word(c.Name) })
		})
		r.Opened = each(r.Opened, func(b *workshop.OpenedBallot) { b.Text = long(b.Text) })
	})
	return &w
}

func each[T any](list []T, change func(*T)) []T {
	out := append([]T(nil), list...)
	for i := range out {
		change(&out[i])
	}
	return out
}
