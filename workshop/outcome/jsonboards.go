package outcome

import "convene/workshop"

// jsonAround adds to a note what hangs on it and where it lies.
func (r *report) jsonAround(j *jsonNote, n *workshop.NoteView) {
	j.Group, j.Back, j.Starred, j.From = r.index.code[n.Group], n.Back, n.Starred, r.codes(n.From)
	for _, label := range r.index.marks[n.ID] {
		j.Marks = append(j.Marks, r.raw(label))
	}
	for _, c := range r.index.comments[n.ID] {
		x := jsonComment{Text: r.raw(c.Text), Late: c.Late}
		if !c.Hidden && !n.Hidden {
			x.Author = r.labelOf(c.Author)
		}
		j.Comments = append(j.Comments, x)
	}
	for _, p := range n.Places {
		j.Places = append(j.Places, jsonPlace{
			Activity: r.index.number[r.index.home(p.Board)], Group: r.index.code[p.Board], Zone: r.raw(p.Zone), Slot: p.Slot, X: p.X, Y: p.Y,
		})
	}
}

func (r *report) jsonGroups(d *jsonDocument) {
	for i := range r.v.Connectors {
		c := &r.v.Connectors[i]
		d.Arrows = append(d.Arrows, jsonArrow{
			Activity: r.index.number[r.index.home(c.Activity)], From: r.codeOf(c.From), To: r.codeOf(c.To), Label: r.raw(c.Label), Sign: r.raw(c.Sign),
		})
	}
	for i := range r.v.Strokes {
		if !r.showsInk() {
			break
		}
		d.Strokes = append(d.Strokes, r.jsonStroke(&r.v.Strokes[i]))
	}
	for i := range r.v.Groups {
		g := &r.v.Groups[i]
		j := jsonGroup{
			ID: r.index.code[g.ID], Activity: r.index.number[r.index.home(g.ID)], Round: g.Round + 1, Name: r.raw(g.Name),
			People: len(g.Members), Topic: r.codeOf(g.Topic), From: r.codes(g.From), Report: []jsonReport{},
		}
		if !r.hiddenIn(g) {
			for _, who := range g.Members {
				if name := r.labelOf(who); name != "" {
					j.Members = append(j.Members, name)
				}
			}
		}
		fields := r.boardSettings(g.ID).ReportFields()
		for _, answer := range g.Report {
			x := jsonReport{Text: r.raw(answer.Text), Late: answer.Late}
			if answer.Field < len(fields) {
				x.Field = r.raw(fields[answer.Field])
			}
			j.Report = append(j.Report, x)
		}
		d.Groups = append(d.Groups, j)
	}
}

func (r *report) jsonStroke(k *workshop.StrokeView) jsonStroke {
	j := jsonStroke{
		Activity: r.index.number[r.index.home(k.Activity)], Group: r.index.code[k.Activity], Label: r.raw(k.Label), Color: r.raw(k.Color),
		Dots: make([][2]int64, 0, len(k.Dots)), Late: k.Late,
	}
	for _, p := range k.Dots {
		j.Dots = append(j.Dots, [2]int64{p.X, p.Y})
	}
	if !k.Hidden {
		j.Author = r.labelOf(k.By)
	}
	return j
}
