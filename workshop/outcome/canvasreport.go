package outcome

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"convene/workshop"
)

// boardSettings are the rules under which a board was last worked on: of its activity, or of the breakout of its group.
func (r *report) boardSettings(board workshop.RecordID) workshop.Settings {
	if g := r.index.group[board]; g != nil {
		if run := r.v.Run(g.Run); run != nil {
			return run.Settings
		}
		return workshop.Settings{}
	}
	if runs := r.index.runs[board]; len(runs) > 0 {
		return runs[len(runs)-1].Settings
	}
	if a := r.v.Activity(board); a != nil {
		return a.Settings
	}
	return workshop.Settings{}
}

// canvasBoard reports whether notes lie in places on a board.
func (r *report) canvasBoard(board workshop.RecordID) bool {
	if g := r.index.group[board]; g != nil {
		return r.boardSettings(board).Inner() == workshop.ActivityCanvas
	}
	a := r.v.Activity(board)
	return a != nil && a.Kind == workshop.ActivityCanvas
}

// lying lists the notes on a canvas: those written there, and those of an earlier board that were placed there.
func (r *report) lying(board workshop.RecordID) []*workshop.NoteView {
	var list []*workshop.NoteView
	hidden := false
	for _, n := range r.index.ordered {
		if n.Activity == board || n.Group == board || n.On(board) != nil {
			list = append(list, n)
			hidden = hidden || n.Hidden
		}
	}
	if hidden {
		slices.SortStableFunc(list, func(a, b *workshop.NoteView) int { return cmp.Compare(a.Text, b.Text) })
	}
	return list
}

// zones sorts the notes of a canvas into its areas, in their order; notes in none come last, under no title. A grid without
// areas has its four quarters.
func (r *report) zones(board workshop.RecordID) []boardGroup {
	s := r.boardSettings(board)
	var list []boardGroup
	for _, z := range s.Zones() {
		list = append(list, boardGroup{title: z.Title})
	}
	grid := s.Layout() == workshop.LayoutGrid && len(list) == 0
	if grid {
		list = quarters(s)
	}
	rest := boardGroup{}
	for _, n := range r.lying(board) {
		at := -1
		if p := n.On(board); p != nil && grid {
			at = quarterOf(p)
		} else if p != nil {
			at = slices.IndexFunc(list, func(g boardGroup) bool { return g.title == p.Zone && p.Zone != "" })
		}
		if at < 0 {
			rest.notes = append(rest.notes, n)
		} else {
			list[at].notes = append(list[at].notes, n)
		}
	}
	if len(rest.notes) > 0 {
		list = append(list, rest)
	}
	return list
}

// quarters name the quarters of a grid by its axes: what is high and far first.
func quarters(s workshop.Settings) []boardGroup {
	across, up := s.Axes()
	if across == "" {
		across = "to the right"
	}
	if up == "" {
		up = "high"
	}
	title := func(a, u string) boardGroup { return boardGroup{title: fmt.Sprintf("%s %s, %s %s", u, up, a, across)} }
	return []boardGroup{title("less", "More"), title("more", "More"), title("less", "Less"), title("more", "Less")}
}

func quarterOf(p *workshop.PlacementView) int {
	const middle = (workshop.PlaceMin + workshop.PlaceMax) / 2
	return 2*one(p.Y < middle) + one(p.X >= middle)
}

// places writes the notes of a canvas area by area, or as a table where it has rows, and then its arrows.
func (r *report) places(board workshop.RecordID, level int) {
	s := r.boardSettings(board)
	switch groups := r.zones(board); {
	case len(groups) == 0:
	case s.Layout() == workshop.LayoutTable, s.Layout() == workshop.LayoutTimetable:
		r.placeTable(board, groups, s.Layout() == workshop.LayoutTimetable)
	case len(groups) == 1 && groups[0].title == "":
		r.bullets(groups[0].notes)
	default:
		for i, g := range groups {
			r.zone(board, i, g, level)
		}
	}
	r.arrows(board)
}

func (r *report) zone(board workshop.RecordID, i int, g boardGroup, level int) {
	title := r.title(g.title)
	if title == "" {
		title = "In no area"
	}
	r.heading(level, fmt.Sprintf("zone %d of %s", i, board), title)
	if len(g.notes) == 0 {
		r.line("Nothing was placed here.\n")
	}
	r.bullets(g.notes)
}

// placeTable has a row for each slot or row, and a column for each area.
func (r *report) placeTable(board workshop.RecordID, groups []boardGroup, timetable bool) {
	rows := 0
	for _, g := range groups {
		for _, n := range g.notes {
			if p := n.On(board); p != nil {
				rows = max(rows, p.Slot)
			}
		}
	}
	row := "Row"
	if timetable {
		row = "Slot"
		rows = max(rows, r.boardSettings(board).Slots())
	}
	head, rule := "| "+row+" |", "| --: |"
	for _, g := range groups {
		title := r.title(g.title)
		if title == "" {
			title = "Elsewhere"
		}
		head, rule = head+" "+title+" |", rule+" --- |"
	}
	r.line("%s\n%s", head, rule)
	for slot := range rows + 1 {
		if slot == 0 && !r.anySlot(board, groups, 0) {
			continue
		}
		line := fmt.Sprintf("| %d |", slot)
		if slot == 0 {
			line = "| – |"
		}
		for _, g := range groups {
			line += " " + r.cell(board, g, slot) + " |"
		}
		r.line("%s", line)
	}
	r.gap()
}

func (r *report) anySlot(board workshop.RecordID, groups []boardGroup, slot int) bool {
	return slices.ContainsFunc(groups, func(g boardGroup) bool { return r.cell(board, g, slot) != "" })
}

// cell is what stands in one slot of one area.
func (r *report) cell(board workshop.RecordID, g boardGroup, slot int) string {
	var texts []string
	for _, n := range g.notes {
		at := 0
		if p := n.On(board); p != nil {
			at = p.Slot
		}
		if at == slot {
			texts = append(texts, r.must(n.Text)+r.by(n)+late(n.Late))
		}
	}
	return strings.Join(texts, " / ")
}

// arrows lists what leads to what: a picture shows arrows, but only words can be searched and read aloud.
func (r *report) arrows(board workshop.RecordID) {
	list := r.v.ConnectorsOn(board)
	if len(list) == 0 {
		return
	}
	r.line("%s:\n", upperFirst(count(len(list), "arrow")))
	for _, c := range list {
		label := r.text(c.Label)
		if label != "" {
			label = ": " + label
		}
		r.line("- %s → %s%s%s", r.arrowEnd(c.From), r.arrowEnd(c.To), label, signWords(c.Sign))
		for _, n := range r.v.Notes {
			if n.About == c.ID {
				r.line("  - %s%s%s", r.words(n.Text, "    "), r.by(&n), late(n.Late))
			}
		}
	}
	r.gap()
}

func (r *report) arrowEnd(id workshop.RecordID) string {
	if n := r.index.note[id]; n != nil {
		return r.link(id) + " " + r.brief(n.Text)
	}
	if link := r.link(id); link != "" {
		return link
	}
	return "something that was taken away"
}

// signWords say whether the second grows or shrinks with the first.
func signWords(sign string) string {
	switch sign {
	case "+":
		return " (more of the first, more of the second)"
	case "-", "−":
		return " (more of the first, less of the second)"
	}
	return ""
}
