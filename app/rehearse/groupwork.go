package rehearse

import (
	"slices"

	"convene/app"
	"convene/workshop"
)

// inGroups is what a person does in a breakout: where people choose, they go somewhere; in each round they do what groups do; who
// hosts a group writes its report and chooses what to bring back.
func (p *person) inGroups(run *workshop.RunView) []intent {
	var list []intent
	if run.Settings.SelfSelect() {
		list = append(list, intent{p.between(0.02, 0.08), p.choose})
		if p.rng.IntN(4) == 0 {
			list = append(list, intent{p.between(0.45, 0.6), p.choose}) // the law of two feet
		}
	}
	mine := map[string]bool{}
	from := 0.1
	seconds := run.Settings.RoundSeconds(run.Planned)
	total := 0
	for _, s := range seconds {
		total += s
	}
	for round, s := range seconds {
		to := from + 0.75*float64(s)/float64(max(total, 1))
		list = append(list, p.roundWork(run, round, from, to, mine)...)
		from = to
	}
	list = append(list, p.repeat(3, 0.86, 0.97, p.report)...)
	slices.SortStableFunc(list, func(a, b intent) int {
		if a.at < b.at {
			return -1
		}
		return 1
	})
	return list
}

// roundWork is what a person does in one round of a group.
func (p *person) roundWork(run *workshop.RunView, round int, from, to float64, mine map[string]bool) []intent {
	switch run.Settings.Inner() {
	case workshop.ActivityBrainstorm:
		n := 1 + p.rng.IntN(2)
		if round > 0 {
			n = p.rng.IntN(2) // most listen and build on
		}
		return p.repeat(n, from, to, func(v *workshop.View, r *workshop.RunView) error { return p.groupNote(v, r, mine) })
	case workshop.ActivityRound:
		return []intent{{p.between(from, to), p.answer}}
	case workshop.ActivityCanvas:
		return p.repeat(2+p.rng.IntN(2), from, to, p.groupPlace)
	case workshop.ActivityCommit:
		return append(p.repeat(1, from, (from+to)/2, p.promise), p.repeat(3, (from+to)/2, to, p.sayYes)...)
	}
	return p.repeat(1+p.rng.IntN(2), from, to, p.groupTalk)
}

// group is where the person is now, as the log has it.
func (p *person) group(v *workshop.View, run *workshop.RunView) *workshop.GroupView {
	return v.GroupOf(run.ID, run.Round, p.desk.Me())
}

// choose goes to a group: the own topic, or one that the person likes.
func (p *person) choose(v *workshop.View, run *workshop.RunView) error {
	groups := v.GroupsOf(run.ID, 0)
	for _, g := range groups {
		if g.Host == p.desk.Me() {
			return p.desk.JoinGroup(g.ID.String())
		}
	}
	if len(groups) == 0 {
		_, err := p.desk.AddGroup(themes[p.liked()].called[0])
		return err
	}
	about := p.liked()
	for _, g := range groups {
		if themeOf(g.Name) == about {
			return p.desk.JoinGroup(g.ID.String())
		}
	}
	return p.desk.JoinGroup(groups[p.rng.IntN(len(groups))].ID.String())
}

// groupNote writes on the group's board: an idea, or one that builds on what the group has.
func (p *person) groupNote(v *workshop.View, run *workshop.RunView, mine map[string]bool) error {
	g := p.group(v, run)
	if g == nil {
		return nil
	}
	if run.Round > 0 {
		var before []workshop.NoteView
		for _, id := range v.Heritage(g.ID)[1:] {
			before = append(before, v.NotesOf(id)...)
		}
		if len(before) > 0 {
			n := before[p.rng.IntN(len(before))]
			if len(v.NotesOf(g.ID)) >= run.Settings.MaxPerGroup() || saidAgain(v.NotesOf(g.ID), n.Text) {
				return nil
			}
			_, err := p.desk.AddNote(app.NewNote{Text: n.Text, From: app.List[string]{n.ID.String()}})
			return err
		}
	}
	first, better := p.idea(mine)
	if p.rng.IntN(2) == 0 {
		first = better
	}
	_, err := p.desk.AddNote(app.NewNote{Text: first})
	return err
}

func saidAgain(notes []workshop.NoteView, text string) bool {
	return slices.ContainsFunc(notes, func(n workshop.NoteView) bool { return n.Text == text })
}

// groupPlace writes on the group's own canvas.
func (p *person) groupPlace(v *workshop.View, run *workshop.RunView) error {
	zones := run.Settings.Zones()
	if p.group(v, run) == nil || len(zones) == 0 {
		return nil
	}
	zone := zones[p.rng.IntN(len(zones))].Title
	first, _ := p.idea(map[string]bool{})
	id, err := p.desk.AddNote(app.NewNote{Text: first, Zone: zone})
	if err != nil {
		return err
	}
	return p.mark(run, id)
}

// groupTalk writes down what a group says: now and then a note on its board.
func (p *person) groupTalk(v *workshop.View, run *workshop.RunView) error {
	g := p.group(v, run)
	if g == nil {
		return nil
	}
	about := themeOf(g.Name)
	if about < 0 {
		about = p.liked()
	}
	talk := themes[about].talk
	t := talk[p.rng.IntN(len(talk))]
	if p.rng.IntN(2) == 0 || t.what == "parked" {
		list := themes[about].notes
		if text := list[p.rng.IntN(len(list))]; !saidAgain(v.NotesOf(g.ID), text) {
			_, err := p.desk.AddNote(app.NewNote{Text: text})
			return err
		}
		return nil
	}
	for _, c := range v.Captures {
		if c.Group == g.ID && c.Text == t.text {
			return nil
		}
	}
	return p.desk.AddCapture(t.what, t.text, "")
}

// report is the host's part at the end: answer the questions, and choose what to bring back.
func (p *person) report(v *workshop.View, run *workshop.RunView) error {
	g := p.group(v, run)
	if g == nil || !p.speaksFor(g) {
		return nil
	}
	questions := run.Settings.ReportFields()
	for field := range questions {
		if slices.ContainsFunc(g.Report, func(a workshop.ReportView) bool { return a.Field == field }) {
			continue
		}
		about := themeOf(g.Name)
		if about < 0 {
			about = p.likes[field%len(p.likes)] % len(themes)
		}
		return p.desk.WriteReport(g.ID.String(), field, reportOn(about, field, p.rng.IntN(3)))
	}
	for _, n := range v.NotesOf(g.ID) {
		if !n.Back && p.rng.IntN(2) == 0 {
			return p.desk.BringBack(n.ID.String(), true)
		}
	}
	return nil
}

// speaksFor reports whether the person writes for the group: its host where they are there, else the first of its members.
func (p *person) speaksFor(g *workshop.GroupView) bool {
	if slices.Contains(g.Members, g.Host) {
		return g.Host == p.desk.Me()
	}
	return len(g.Members) > 0 && g.Members[0] == p.desk.Me()
}

// reportOn is what a group says of a matter: what was talked about, what follows, and the rest.
func reportOn(about, field, way int) string {
	t := themes[about]
	switch field {
	case 0:
		return t.talk[way%len(t.talk)].text
	case 1:
		return t.agreed
	}
	return t.called[way%len(t.called)] + " 🙂"
}
