package workshop

import "slices"

// MatchView is an offer and an ask of which somebody thinks that they go together. Its two writers say yes by an arrow of their own
// between the notes; when both have, it becomes an action of both.
type MatchView struct {
	Board, Offer, Ask RecordID
	Gives, Needs      SpeakerView // whose the notes are: a person, or a seat
	Arrows            []RecordID
	GivesYes          bool
	NeedsYes          bool
	Action            RecordID // that it became, or none
}

// Both reports whether the two writers said yes.
func (m *MatchView) Both() bool { return m.GivesYes && m.NeedsYes }

// Matches lists what people matched on a board of offers and asks, in the order of the first arrow. Notes without a shown writer
// match nothing: an action has both names.
func (v *View) Matches(board RecordID) []MatchView {
	a := v.Activity(board)
	if a == nil || !a.Settings.Offers() {
		return nil
	}
	notes := map[RecordID]*NoteView{}
	for i := range v.Notes {
		notes[v.Notes[i].ID] = &v.Notes[i]
	}
	zones := a.Settings.Zones()
	var list []MatchView
	for i := range v.Connectors {
		c := &v.Connectors[i]
		offer, ask := between(notes[c.From], notes[c.To], board, zones)
		if c.Activity != board || offer == nil || ask == nil {
			continue
		}
		at := slices.IndexFunc(list, func(m MatchView) bool { return m.Offer == offer.ID && m.Ask == ask.ID })
		if at < 0 {
			at = len(list)
			list = append(list, MatchView{
				Board: board, Offer: offer.ID, Ask: ask.ID, Gives: writerOf(offer), Needs: writerOf(ask), Action: v.actionFrom(offer.ID, ask.ID),
			})
		}
		m := &list[at]
		m.Arrows = append(m.Arrows, c.ID)
		m.GivesYes = m.GivesYes || c.By == offer.Author
		m.NeedsYes = m.NeedsYes || c.By == ask.Author
	}
	return list
}

// between tells which end of an arrow is the offer and which the ask; nil where it is not between the two zones, or where a writer
// is not shown.
func between(from, to *NoteView, board RecordID, zones []Zone) (offer, ask *NoteView) {
	if from == nil || to == nil || from.Hidden || to.Hidden || from.Author.Zero() || to.Author.Zero() {
		return nil, nil
	}
	f, t := from.On(board), to.On(board)
	switch {
	case f == nil || t == nil:
	case f.Zone == zones[0].Title && t.Zone == zones[1].Title:
		return from, to
	case f.Zone == zones[1].Title && t.Zone == zones[0].Title:
		return to, from
	}
	return nil, nil
}

func writerOf(n *NoteView) SpeakerView {
	if !n.Seat.Zero() {
		return SpeakerView{Seat: n.Seat}
	}
	return SpeakerView{Person: n.Author}
}

// actionFrom is the action that comes from both notes, or none.
func (v *View) actionFrom(offer, ask RecordID) RecordID {
	for i := range v.Actions {
		if a := &v.Actions[i]; slices.Contains(a.Evidence, offer) && slices.Contains(a.Evidence, ask) {
			return a.ID
		}
	}
	return RecordID{}
}

// MatchedAction is the action that a match becomes: who gives owns it, and both are named by the zones of their notes.
func (v *View) MatchedAction(m MatchView) ActionPlan {
	p := ActionPlan{Activity: m.Board, Evidence: append([]RecordID{m.Offer, m.Ask}, m.Arrows...)}
	words := map[RecordID]string{}
	for i := range v.Notes {
		if n := &v.Notes[i]; n.ID == m.Offer || n.ID == m.Ask {
			words[n.ID] = firstLine(n.Text)
			if n.ID == m.Offer {
				p.Owner, p.Seat = n.Author, n.Seat
			}
		}
	}
	p.What = words[m.Offer] + " → " + words[m.Ask]
	zones := v.Activity(m.Board).Settings.Zones()
	p.Roles = []RoleView{{Who: v.named(m.Gives), Role: zones[0].Title}, {Who: v.named(m.Needs), Role: zones[1].Title}}
	return p
}

// named is the record that holds somebody's name.
func (v *View) named(s SpeakerView) RecordID {
	if !s.Seat.Zero() {
		return s.Seat
	}
	return PersonRecordID(v.Session.ID, s.Person)
}

// agree adds to actions that come from a match who said yes. The owner's arrow is their yes, as long as they said nothing else to
// the action itself.
func (v *View) agree(spoken func(action RecordID) bool) {
	for i := range v.Activities {
		for _, m := range v.Matches(v.Activities[i].ID) {
			at := slices.IndexFunc(v.Actions, func(a ActionView) bool { return a.ID == m.Action })
			if at < 0 {
				continue
			}
			a := &v.Actions[at]
			if m.GivesYes && a.Accepted == AcceptedNo && !spoken(a.ID) && v.gave(a, m) {
				a.Accepted = AcceptedYes
			}
			if m.GivesYes {
				a.Agreed = append(a.Agreed, m.Gives)
			}
			if m.NeedsYes {
				a.Agreed = append(a.Agreed, m.Needs)
			}
		}
	}
}

// gave reports whether the action still belongs to who offered.
func (v *View) gave(a *ActionView, m MatchView) bool {
	if !m.Gives.Seat.Zero() {
		return a.Seat == m.Gives.Seat
	}
	return a.Owner == m.Gives.Person && a.Seat.Zero()
}
