package outcome

import (
	"fmt"
	"slices"
	"strings"

	"convene/workshop"
)

// groups writes what small groups did in one run of a breakout: how they were formed, then each group that left anything.
func (r *report) groups(run *workshop.RunView) {
	all := r.index.groups[run.ID]
	if len(all) == 0 {
		r.line("No groups were formed.\n")
		return
	}
	rounds := map[int][]*workshop.GroupView{}
	most := 0
	for _, g := range all {
		rounds[g.Round] = append(rounds[g.Round], g)
		most = max(most, g.Round)
	}
	if most == 0 {
		r.line("%s. %s\n", count(len(all), "group"), formWords(run.Settings.Form()))
	} else {
		r.line("%s\n", formWords(run.Settings.Form()))
		for round := range most + 1 {
			r.line("- %s %d: %s", roundName(run.Settings.Form()), round+1, sizesWords(rounds[round]))
		}
		r.gap()
	}
	onTheWay := 0
	for _, g := range all {
		if r.left(g) {
			r.group(run, g, most > 0)
			continue
		}
		onTheWay += len(r.index.notes[g.ID])
	}
	if onTheWay > 0 {
		r.line("%s on the way to these; they are in the %s.\n", wroteWords(onTheWay), r.to(keyAppendix, "appendix"))
	}
}

func wroteWords(n int) string {
	if n == 1 {
		return "1 note was written"
	}
	return fmt.Sprintf("%d notes were written", n)
}

func formWords(form string) string {
	switch form {
	case workshop.FormEscalate:
		return "Groups grew from step to step, and each took along what it had."
	case workshop.FormRotate:
		return "People changed tables from round to round; tables kept their notes."
	case workshop.FormSelfSelect:
		return "People chose where to go."
	}
	return "The groups stayed together."
}

func roundName(form string) string {
	if form == workshop.FormEscalate {
		return "Step"
	}
	return "Round"
}

// sizesWords say how many groups of which size a round had.
func sizesWords(groups []*workshop.GroupView) string {
	of := map[int]int{}
	var sizes []int
	for _, g := range groups {
		n := len(g.Members)
		if of[n]++; of[n] == 1 {
			sizes = append(sizes, n)
		}
	}
	slices.Sort(sizes)
	var parts []string
	for _, n := range sizes {
		parts = append(parts, fmt.Sprintf("%s of %d", count(of[n], "group"), n))
	}
	return strings.Join(parts, ", ")
}

// left reports whether a group left more than notes on the way.
func (r *report) left(g *workshop.GroupView) bool {
	said := func(c workshop.CaptureView) bool { return c.Group == g.ID }
	promised := func(a workshop.ActionView) bool { return a.Group == g.ID }
	return len(g.Report) > 0 || len(r.brought(g)) > 0 || oneLine(cleanName(g.Name), " ") != "" || !g.Topic.Zero() ||
		slices.ContainsFunc(r.v.Captures, said) || slices.ContainsFunc(r.v.Actions, promised)
}

// brought are the notes that a group brought back.
func (r *report) brought(g *workshop.GroupView) []*workshop.NoteView {
	var list []*workshop.NoteView
	for _, n := range r.index.ordered {
		if n.Group == g.ID && n.Back {
			list = append(list, n)
		}
	}
	return list
}

// group writes one group: who, about what, its report, what it brought back, what was said and promised there.
func (r *report) group(run *workshop.RunView, g *workshop.GroupView, rounds bool) {
	r.heading(3, keyOf(g.ID), r.groupTitle(g))
	about := ""
	if link := r.link(g.Topic); !g.Topic.Zero() && link != "" {
		about = " On " + link + "."
	}
	when := ""
	if rounds && oneLine(cleanName(g.Name), " ") != "" {
		when = fmt.Sprintf("%s %d. ", roundName(run.Settings.Form()), g.Round+1)
	}
	r.line("%s%s%s\n", when, r.membersWords(g), about)
	fields := run.Settings.ReportFields()
	for _, answer := range g.Report {
		name := "And"
		if answer.Field < len(fields) && r.title(fields[answer.Field]) != "" {
			name = upperFirst(r.title(fields[answer.Field]))
		}
		r.line("- %s: %s%s", name, r.words(answer.Text, "  "), late(answer.Late))
	}
	if len(g.Report) > 0 {
		r.gap()
	}
	if r.canvasBoard(g.ID) {
		r.places(g.ID, 4)
		r.showBoard(g.ID)
	} else {
		r.groupNotes(g)
	}
	r.ink(g.ID)
	r.groupTalk(g)
}

func (r *report) groupNotes(g *workshop.GroupView) {
	if back := r.brought(g); len(back) > 0 {
		r.line("Brought back:\n")
		r.bullets(back)
	}
	if n := len(r.index.notes[g.ID]); n > 0 {
		r.line("%s that it did not bring back; they are in the %s.\n", wroteWords(n), r.to(keyAppendix, "appendix"))
	}
}

// groupTalk writes what was said and promised in a group.
func (r *report) groupTalk(g *workshop.GroupView) {
	var said []*workshop.CaptureView
	for i := range r.v.Captures {
		if r.v.Captures[i].Group == g.ID {
			said = append(said, &r.v.Captures[i])
		}
	}
	if len(said) > 0 {
		r.captures(said)
	}
	var codes []string
	for _, a := range r.v.Actions {
		if a.Group == g.ID {
			codes = append(codes, fmt.Sprintf("A%d", a.Number))
		}
	}
	if len(codes) > 0 {
		r.line("Promised here: %s, listed under %s.\n", strings.Join(codes, ", "), r.to(keyActions, "Actions"))
	}
}

// groupTitle is the heading of a group: its number in the report and what it is called.
func (r *report) groupTitle(g *workshop.GroupView) string {
	return r.index.code[g.ID] + " " + r.title(r.groupName(g))
}

// groupName is what to call a group: its name, its topic, or its number in its round.
func (r *report) groupName(g *workshop.GroupView) string {
	if oneLine(cleanName(g.Name), " ") != "" {
		return g.Name
	}
	if n := r.index.note[g.Topic]; n != nil && oneLine(cleanName(n.Text), " ") != "" {
		return cut(oneLine(cleanName(n.Text), " "), 60)
	}
	run := r.v.Run(g.Run)
	if run == nil {
		return fmt.Sprintf("Group %d", g.Number)
	}
	switch run.Settings.Form() {
	case workshop.FormEscalate:
		return fmt.Sprintf("Step %d, group %d", g.Round+1, g.Number)
	case workshop.FormRotate:
		return fmt.Sprintf("Table %d, round %d", g.Number, g.Round+1)
	}
	return fmt.Sprintf("Group %d", g.Number)
}

// hiddenIn reports whether the writers of a group's notes are hidden.
func (r *report) hiddenIn(g *workshop.GroupView) bool {
	return slices.ContainsFunc(r.index.ordered, func(n *workshop.NoteView) bool { return n.Group == g.ID && n.Hidden })
}

// membersWords say who was in a group. Where writers are hidden, a small group would tell whose notes are whose: then only how many.
func (r *report) membersWords(g *workshop.GroupView) string {
	n := len(g.Members)
	hidden := r.hiddenIn(g)
	var names []string
	for _, who := range g.Members {
		if name := r.people.of(who); name != "" && !hidden {
			if who == g.Host {
				name += " (host)"
			}
			names = append(names, name)
		}
	}
	switch {
	case n == 0:
		return "Nobody was there in the end."
	case names == nil && n == 1:
		return "1 person."
	case names == nil:
		return fmt.Sprintf("%d people.", n)
	}
	slices.Sort(names)
	return strings.Join(names, ", ") + "."
}
