package rehearse

import (
	"slices"
	"strings"

	"convene/app"
	"convene/workshop"
)

// onCanvas is a person's part on a canvas.
func (p *person) onCanvas(run *workshop.RunView) []intent {
	switch run.Settings.Layout() {
	case workshop.LayoutGrid:
		return p.repeat(2+p.rng.IntN(3), 0.05, 0.9, p.placeOne)
	case workshop.LayoutTimetable:
		if p.index%3 == 0 || p.rng.IntN(4) == 0 {
			return p.repeat(1, 0.1, 0.8, p.offerTopic)
		}
		return nil
	case workshop.LayoutTable:
		return p.repeat(2, 0.1, 0.9, p.fillCell)
	}
	mine := map[string]bool{}
	list := p.repeat(2+p.rng.IntN(3), 0.05, 0.85, func(_ *workshop.View, r *workshop.RunView) error { return p.zoneNote(r, mine) })
	if run.Settings.On("connectors", false) {
		list = append(list, p.repeat(1, 0.86, 0.97, p.connect)...)
	}
	return list
}

// zoneNote writes into one of the zones that are open.
func (p *person) zoneNote(run *workshop.RunView, mine map[string]bool) error {
	zones := run.Settings.Zones()[:run.OpenZones()]
	n := app.NewNote{}
	n.Text, _ = p.idea(mine)
	switch {
	case run.Settings.On("openStepwise", false) && len(zones) > 0:
		n.Zone = zones[len(zones)-1].Title
	case len(zones) > 0:
		n.Zone = zones[p.rng.IntN(len(zones))].Title
	default:
		n.X, n.Y = 1+p.rng.IntN(999), 1+p.rng.IntN(999)
	}
	id, err := p.desk.AddNote(n)
	if err != nil {
		return err
	}
	return p.mark(run, id)
}

// placeOne puts a note of the board before to a point on the grid; where there is none, the person writes one.
func (p *person) placeOne(v *workshop.View, run *workshop.RunView) error {
	x, y := 50+p.rng.IntN(900), 50+p.rng.IntN(900)
	var loose, lying []workshop.NoteView
	for _, n := range v.NotesOn(run.Source) {
		if n.On(run.Activity) == nil {
			loose = append(loose, n)
		} else {
			lying = append(lying, n)
		}
	}
	if most := run.Settings.Int("maxItems", 0); most > 0 && len(lying) >= most {
		loose = lying // it is full: compare with its neighbours one that lies there
	}
	if len(loose) == 0 {
		first, _ := p.idea(map[string]bool{})
		_, err := p.desk.AddNote(app.NewNote{Text: first, X: x, Y: y})
		return err
	}
	return p.desk.PlaceNote(app.NotePlace{Note: loose[p.rng.IntN(len(loose))].ID.String(), X: x, Y: y})
}

// offerTopic puts a topic to a place and time of the marketplace that is free.
func (p *person) offerTopic(v *workshop.View, run *workshop.RunView) error {
	taken := map[[2]any]bool{}
	said := map[string]bool{}
	for _, n := range v.NotesOn(run.Activity) {
		said[n.Text] = true
		if at := n.On(run.Activity); at != nil {
			taken[[2]any{at.Zone, at.Slot}] = true
		}
	}
	t := themes[p.liked()]
	topic := t.called[p.rng.IntN(len(t.called))]
	for _, z := range run.Settings.Zones() {
		for slot := 1; slot <= run.Settings.Slots(); slot++ {
			slot := 1 + (slot+p.index)%run.Settings.Slots()
			if !taken[[2]any{z.Title, slot}] && !said[topic] {
				_, err := p.desk.AddNote(app.NewNote{Text: topic, Zone: z.Title, Slot: slot})
				return err
			}
		}
	}
	return nil
}

// fillCell writes into the next empty cell of a table.
func (p *person) fillCell(v *workshop.View, run *workshop.RunView) error {
	filled := map[[2]any]bool{}
	for _, n := range v.NotesOn(run.Activity) {
		if at := n.On(run.Activity); at != nil {
			filled[[2]any{at.Zone, at.Slot}] = true
		}
	}
	for row := 1; row <= 6; row++ {
		for i, z := range run.Settings.Zones() {
			if filled[[2]any{z.Title, row}] {
				continue
			}
			t := themes[(row-1)%len(themes)]
			text := [...]string{t.called[0], t.actions[0].first, nameOf(row), "Before March"}[i%4]
			_, err := p.desk.AddNote(app.NewNote{Text: text, Zone: z.Title, Slot: row})
			return err
		}
	}
	return nil
}

// connect draws an arrow between two notes that are not connected yet.
func (p *person) connect(v *workshop.View, run *workshop.RunView) error {
	notes := v.NotesOn(run.Activity)
	if len(notes) < 2 {
		return nil
	}
	from, to := notes[p.rng.IntN(len(notes))], notes[p.rng.IntN(len(notes))]
	drawn := slices.ContainsFunc(v.Connectors, func(c workshop.ConnectorView) bool { return c.From == from.ID && c.To == to.ID })
	if drawn || from.ID == to.ID {
		return nil
	}
	return p.desk.Connect(from.ID.String(), to.ID.String(), []string{"because of", "leads to", ""}[p.rng.IntN(3)], []string{"+", "-", ""}[p.rng.IntN(3)])
}

// mark sets one of the marks of a canvas on a note, most of the time.
func (p *person) mark(run *workshop.RunView, note string) error {
	marks := run.Settings.Strings("marks")
	if len(marks) == 0 || strings.HasPrefix(note, "draft/") || p.rng.IntN(4) == 0 {
		return nil
	}
	return p.desk.Mark(note, marks[p.rng.IntN(len(marks))])
}
