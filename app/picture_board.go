package app

import (
	"encoding/hex"
	"strings"

	"convene/workshop"
)

func (p *painter) notes() {
	held := p.held()
	for i := range p.View.Notes {
		n := &p.View.Notes[i]
		if !p.View.SeesNow(n, p.Me) || held[n.ID] {
			continue
		}
		r := NoteRecord{
			ID: n.ID.String(), Activity: p.id(n.Activity), Text: n.Text, TextRev: 1, Color: colorOf(n.Color),
			Cluster: p.id(n.Cluster), Order: n.Order, Mine: n.Author == p.Me, Late: n.Late,
			Group: p.id(n.Group), Back: n.Back, Starred: n.Starred, About: p.id(n.About), From: p.spaced(n.From),
			X: n.X, Y: n.Y, Locked: n.Locked, Seat: p.id(n.Seat), HTML: p.Light.html(n.Text), Sent: p.Sent[n.ID],
		}
		if !n.Picture.Zero() {
			r.Picture, r.Wide, r.Tall = hex.EncodeToString(n.Picture.Hash[:]), n.Picture.Wide, n.Picture.Tall
		}
		if rev, ok := p.Revs[n.ID]; ok {
			r.TextRev = rev
		}
		if !n.Hidden {
			r.Author = p.author(n.Author)
			r.Credits = p.credits(n.Credits)
		}
		p.add(r)
	}
}

// credits writes whose words a note holds: people, and seats for whom somebody entered them.
func (p *painter) credits(list []workshop.CreditView) string {
	ids := make([]string, len(list))
	for i, c := range list {
		if ids[i] = p.author(c.Person); !c.Seat.Zero() {
			ids[i] = p.id(c.Seat)
		}
	}
	return strings.Join(ids, " ")
}

// spaced writes ids with spaces between.
func (p *painter) spaced(ids []workshop.RecordID) string {
	if len(ids) == 0 {
		return ""
	}
	return strings.Join(p.list(ids), " ")
}

// author writes a person's id, of which a board has few.
func (p *painter) author(who workshop.Person) string {
	key := workshop.RecordID{Change: workshop.ID(who), Index: 1}
	s, ok := p.ids[key]
	if !ok {
		s = personID(who)
		p.ids[key] = s
	}
	return s
}

// drafts draws own notes that nobody else has.
func (p *painter) drafts() {
	for _, d := range p.Drafts {
		r := NoteRecord{
			ID: d.ID, Activity: p.id(d.Activity), Text: d.Text, TextRev: d.Rev, Color: colorOf(d.Color), Order: d.Order,
			Mine: true, Draft: true, Starred: d.Starred, About: p.id(d.About), From: p.spaced(d.From), Seat: p.id(d.Seat),
			HTML: p.Light.html(d.Text),
		}
		if run := p.runs[d.Run]; run != nil && !run.Settings.HiddenAuthors() {
			r.Author = personID(p.Me)
		}
		p.add(r)
	}
}

// faceDown counts the private notes of others, run by run.
func (p *painter) faceDown() {
	for i := range p.View.Runs {
		id := p.View.Runs[i].ID
		if down := p.Facedown[id]; down.Count > 0 {
			p.add(FacedownRecord{ID: "facedown/" + p.id(id), Run: p.id(id), Count: down.Count, Writers: down.Writers})
		}
	}
}

func (p *painter) clusters() {
	largest := p.largestFirst()
	for i := range p.View.Clusters {
		c := &p.View.Clusters[i]
		order := c.Order
		if bySize := largest[c.ID]; bySize != "" {
			order = bySize
		}
		p.add(ClusterRecord{ID: p.id(c.ID), Activity: p.id(c.Activity), Name: plainName(c.Name), Order: order, X: c.X, Y: c.Y, Locked: c.Locked})
	}
}

func (p *painter) connectors() {
	matched := map[workshop.RecordID]workshop.MatchView{}
	for i := range p.View.Activities {
		for _, m := range p.View.Matches(p.View.Activities[i].ID) {
			for _, arrow := range m.Arrows {
				matched[arrow] = m
			}
		}
	}
	for i := range p.View.Connectors {
		c := &p.View.Connectors[i]
		sign := Sign(c.Sign)
		if sign != "+" && sign != "-" {
			sign = ""
		}
		r := ConnectorRecord{
			ID: p.id(c.ID), Activity: p.id(c.Activity), From: p.id(c.From), To: p.id(c.To), Label: plainName(c.Label), Sign: sign,
			Mine: c.By == p.Me,
		}
		if m, is := matched[c.ID]; is {
			r.Yes, r.Action = p.saidYes(m), p.id(m.Action)
		}
		p.add(r)
	}
}

func (p *painter) strokes() {
	for i := range p.View.Strokes {
		k := &p.View.Strokes[i]
		r := StrokeRecord{
			ID: p.id(k.ID), Activity: p.id(k.Activity), Dots: make(List[int64], 0, 2*len(k.Dots)), Color: colorOf(k.Color),
			Label: plainName(k.Label), Mine: k.By == p.Me, Late: k.Late,
		}
		for _, d := range k.Dots {
			r.Dots = append(r.Dots, d.X, d.Y)
		}
		if !k.Hidden {
			r.Author = p.author(k.By)
		}
		p.add(r)
	}
}

func (p *painter) comments() {
	for i := range p.View.Comments {
		c := &p.View.Comments[i]
		r := CommentRecord{ID: p.id(c.ID), On: p.id(c.On), Text: c.Text, Mine: c.Author == p.Me, Late: c.Late}
		if !c.Hidden {
			r.Author = p.author(c.Author)
		}
		p.add(r)
	}
}

func (p *painter) marks() {
	for i := range p.View.Marks {
		m := &p.View.Marks[i]
		r := MarkRecord{ID: p.id(m.ID), Note: p.id(m.Note), Label: plainName(m.Label), Reaction: m.Reaction, Mine: m.Person == p.Me}
		if !m.Hidden && !m.Person.Zero() {
			r.Person = p.author(m.Person)
		}
		p.add(r)
	}
}

// colorOf takes a colour from the log, which may hold any word.
func colorOf(s string) Color {
	switch c := Color(s); c {
	case ColorYellow, "orange", "red", "purple", "blue", "cyan", "green", "grey":
		return c
	}
	return ColorYellow
}

// saidYes is who of the two writers of a match said yes: people, and seats for whom somebody did.
func (p *painter) saidYes(m workshop.MatchView) List[string] {
	yes := List[string]{}
	for _, w := range []struct {
		said bool
		who  workshop.SpeakerView
	}{{m.GivesYes, m.Gives}, {m.NeedsYes, m.Needs}} {
		switch {
		case w.said && w.who.Seat.Zero():
			yes = append(yes, personID(w.who.Person))
		case w.said:
			yes = append(yes, p.id(w.who.Seat))
		}
	}
	return yes
}
