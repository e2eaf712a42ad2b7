package rehearse

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"convene/app"
	"convene/workshop"
)

// answer speaks in a round, or passes.
func (p *person) answer(v *workshop.View, run *workshop.RunView) error {
	lines := arrivals
	if a := v.Activity(run.Activity); a != nil && a.Preset == "check-out" {
		lines = takeaways
	}
	if p.rng.IntN(12) == 0 && run.Settings.On("passAllowed", true) {
		return p.desk.GiveResponse("", true)
	}
	if text, ok := p.shortAnswer(run); ok {
		return p.desk.GiveResponse(text, false)
	}
	said := map[string]bool{}
	for _, r := range v.Responses {
		said[r.Text] = true
	}
	text := lines[p.rng.IntN(len(lines))]
	for range lines {
		if !said[text] {
			break
		}
		text = lines[p.rng.IntN(len(lines))]
	}
	return p.desk.GiveResponse(text, false)
}

// ideas are three to five notes, written in quiet.
func (p *person) ideas(run *workshop.RunView) []intent {
	n := 3 + p.rng.IntN(3)
	if most := run.Settings.Int("maxPerPerson", n); most > 0 {
		n = min(n, most)
	}
	mine := map[string]bool{}
	return p.repeat(n, 0.08, 0.85, func(*workshop.View, *workshop.RunView) error {
		first, better := p.idea(mine)
		id, err := p.desk.AddNote(app.NewNote{Text: first})
		if err == nil && better != first {
			return p.desk.EditNote(id, better)
		}
		return err
	})
}

// idea is something that the person has not written yet, and how they put it on second thoughts. What people think of differs,
// but not all of it: now and then two write the same, or one says it in other words.
func (p *person) idea(mine map[string]bool) (first, better string) {
	for tries := 0; ; tries++ {
		about := p.liked()
		list := themes[about].notes
		at := (p.index + len(list)*tries/7) % len(list)
		if p.rng.IntN(9) == 0 {
			at = p.rng.IntN(len(list))
		}
		first = list[at]
		if mine[first] && tries < 40 {
			continue
		}
		mine[first] = true
		better = first
		if say := builtOn[p.rng.IntN(len(builtOn))]; p.index >= len(list) || tries >= 40 || p.rng.IntN(8) == 0 {
			better = fmt.Sprintf(say, strings.TrimRight(first, "."))
		}
		return first, better
	}
}

// themeOf tells what a note or a cluster is about; -1 when the person cannot tell.
func themeOf(text string) int {
	for i, t := range themes {
		if slices.Contains(t.called, text) {
			return i
		}
		for _, n := range t.notes {
			if strings.Contains(text, strings.TrimSuffix(n, ".")) {
				return i
			}
		}
	}
	return -1
}

// sorts is this person's share of the sorting. Whoever has the floor also takes away clusters that stayed empty.
func (p *person) sorts(v *workshop.View, run *workshop.RunView) []intent {
	share := 2 + 3*len(v.NotesOn(run.Source))/(2*max(1, len(v.People)))
	switch {
	case run.Settings.Merging():
		return p.repeat(share, 0.05, 0.95, p.mergeTwo)
	case !run.Sorts(p.desk.Me(), v.Person(p.desk.Me()).Role):
		return nil
	}
	list := p.repeat(share, 0.05, 0.85, p.sortOne)
	if v.Session.Floor == p.desk.Me() {
		list = append(list, p.repeat(3, 0.86, 0.97, p.tidy)...)
	}
	return list
}

// sortOne puts one loose note to its like, or joins two clusters that mean the same.
func (p *person) sortOne(v *workshop.View, run *workshop.RunView) error {
	if note, home, found := twin(v, run.Source); found {
		return p.desk.MoveNote(note.String(), home.String())
	}
	var loose []workshop.NoteView
	for _, n := range v.NotesOn(run.Source) {
		if n.Cluster.Zero() && themeOf(n.Text) >= 0 {
			loose = append(loose, n)
		}
	}
	if len(loose) == 0 {
		return nil
	}
	n := loose[p.rng.IntN(len(loose))]
	about := themeOf(n.Text)
	for _, c := range v.ClustersOn(run.Source) {
		if themeOf(c.Name) == about {
			return p.desk.MoveNote(n.ID.String(), c.ID.String())
		}
	}
	called := themes[about].called
	return p.desk.AddCluster(called[p.rng.IntN(len(called))], []string{n.ID.String()})
}

// mergeTwo makes one note of the first two about one thing, with the words of both. What was merged once is left for others to judge.
func (p *person) mergeTwo(v *workshop.View, run *workshop.RunView) error {
	first := map[int]workshop.NoteView{}
	for _, n := range v.NotesOn(run.Source) {
		about := themeOf(n.Text)
		if about < 0 || len(n.From) > 0 {
			continue
		}
		other, found := first[about]
		if !found {
			first[about] = n
			continue
		}
		_, err := p.desk.MergeNotes(app.NotesMerge{
			Notes: app.List[string]{other.ID.String(), n.ID.String()}, Text: strings.TrimRight(other.Text, ".") + ". " + n.Text,
		})
		return err
	}
	return nil
}

// twin finds a note in the later of two clusters about one thing, and the earlier cluster.
func twin(v *workshop.View, board workshop.RecordID) (note, home workshop.RecordID, found bool) {
	first := map[int]workshop.RecordID{}
	for _, c := range v.ClustersOn(board) {
		about := themeOf(c.Name)
		if home, seen := first[about]; seen {
			for _, n := range v.NotesOn(board) {
				if n.Cluster == c.ID {
					return n.ID, home, true
				}
			}
			continue
		}
		first[about] = c.ID
	}
	return note, home, false
}

// tidy takes away one cluster without notes.
func (p *person) tidy(v *workshop.View, run *workshop.RunView) error {
	filled := map[workshop.RecordID]bool{}
	for _, n := range v.NotesOn(run.Source) {
		filled[n.Cluster] = true
	}
	for _, c := range v.ClustersOn(run.Source) {
		if !filled[c.ID] {
			return p.desk.RemoveCluster(c.ID.String())
		}
	}
	return nil
}

// capture writes down what was said on the matter that is talked about.
func (p *person) capture(v *workshop.View, run *workshop.RunView) error {
	about := p.liked()
	for _, o := range run.Options {
		if o.ID == run.Item {
			about = themeOf(o.Text)
		}
	}
	if about < 0 {
		return nil
	}
	said := map[string]bool{}
	for _, c := range v.Captures {
		said[c.Text] = true
	}
	for _, c := range v.Parked {
		said[c.Text] = true
	}
	talk := themes[about].talk
	for k := range talk {
		t := talk[(k+p.index)%len(talk)] // people do not all write down the same
		switch {
		case said[t.text]:
			continue
		case t.what == "parked":
			return p.desk.AddParked(t.text)
		}
		return p.desk.AddCapture(t.what, t.text, run.Item.String())
	}
	return nil
}

// promise offers an action for one of the matters that came out first. Most people offer their own name.
func (p *person) promise(v *workshop.View, run *workshop.RunView) error {
	taken := map[string]bool{}
	for _, a := range v.Actions {
		taken[a.What] = true
	}
	for _, from := range bestFirst(v) {
		tasks := themes[from.about].actions
		for k := range tasks {
			t := tasks[(k+p.index)%len(tasks)]
			if taken[t.what] || p.rng.IntN(3) == 0 {
				continue
			}
			a := app.NewAction{What: t.what, FirstStep: t.first, Due: p.due(run), Evidence: from.evidence()}
			p.fill(&a, run, v)
			switch who := p.rng.IntN(10); {
			case who < 7:
				a.Owner = p.desk.Me().String()
			case who < 9:
				a.Owner = v.People[p.rng.IntN(len(v.People))].Person.String()
			default:
				a.Due = ""
			}
			return p.desk.AddAction(a)
		}
	}
	return nil
}

// fill answers what the activity asks for beside what, who and when.
func (p *person) fill(a *app.NewAction, run *workshop.RunView, v *workshop.View) {
	to := map[string]*string{"sign": &a.Sign, "place": &a.Place, "partner": &a.Partner, "witness": &a.Witness, "help": &a.Help, "type": &a.Type}
	for _, what := range run.Settings.Strings("extra") {
		if words := extras[what]; to[what] != nil {
			*to[what] = words[(p.index+len(v.Actions))%len(words)]
		}
	}
}

func (p *person) due(run *workshop.RunView) app.Date {
	return app.Date(time.UnixMilli(run.Started).UTC().AddDate(0, 0, 4+p.rng.IntN(24)).Format("2006-01-02"))
}

// sayYes accepts an action that carries the person's name.
func (p *person) sayYes(v *workshop.View, _ *workshop.RunView) error {
	for _, a := range v.Actions {
		if a.Owner == p.desk.Me() && a.Accepted == workshop.AcceptedNo {
			return p.desk.AcceptAction(a.ID.String(), true)
		}
	}
	return nil
}

// matter is a theme and the option of a vote that stands for it.
type matter struct {
	about  int
	option workshop.RecordID
}

func (m matter) evidence() app.List[string] {
	if m.option.Zero() {
		return nil
	}
	return app.List[string]{m.option.String()}
}

// bestFirst lists themes as the last vote ranked them; all of them where there was no vote.
func bestFirst(v *workshop.View) []matter {
	var list []matter
	if len(v.Results) > 0 {
		for _, row := range v.Results[len(v.Results)-1].Rows {
			for line := range strings.Lines(row.Text) { // what was consented to as one stands line by line
				if about := themeOf(line); about >= 0 {
					list = append(list, matter{about, row.Option})
				}
			}
		}
	}
	if len(list) == 0 {
		for i := range themes {
			list = append(list, matter{about: i})
		}
	}
	return list
}
