package workshop

// ConnectorView is an arrow between two notes or clusters of a board, both of which show.
type ConnectorView struct {
	ID, Activity, From, To RecordID
	Label, Sign            string
	By                     Person `json:"-"` // who drew it
}

// ZoneView is a zone of a canvas, named by its title, that was locked once.
type ZoneView struct {
	ID, Activity RecordID
	Title        string
	Locked       bool
}

// ZoneLocked reports whether participants change nothing in a zone of a board.
func (v *View) ZoneLocked(board RecordID, title string) bool {
	for i := range v.Zones {
		if z := &v.Zones[i]; z.Locked && z.Activity == board && z.Title == title {
			return true
		}
	}
	return false
}

// CommentView is a reply to a note or a cluster that shows.
type CommentView struct {
	ID, On RecordID
	Text   string
	Author Person
	Hidden bool // the author is not shown
	Late   bool
}

// MarkView is a person's mark on a note, or their reaction to it; nothing is there when the label is empty.
type MarkView struct {
	ID, Note RecordID
	Person   Person // nobody where a seat said it
	Label    string
	Reaction bool
	Hidden   bool // whose it is is not shown
}

// gatherAround takes in what hangs on notes and clusters, where these show.
func (s *Session) gatherAround(v *View, r *record) {
	switch r.kind {
	case KindConnector:
		c := ConnectorView{
			ID: r.id, Activity: r.made(FieldActivity).Ref(), From: r.made(FieldFrom).Ref(), To: r.made(FieldTo).Ref(),
			Label: r.value(FieldLabel).Str(), Sign: r.value(FieldSign).Str(), By: r.maker.person,
		}
		if s.shows(c.From) && s.shows(c.To) {
			v.Connectors = append(v.Connectors, c)
		}
	case KindZone:
		v.Zones = append(v.Zones, ZoneView{
			ID: r.id, Activity: r.made(FieldActivity).Ref(), Title: r.value(FieldTitle).Str(), Locked: r.value(FieldLocked).True(),
		})
	case KindComment:
		if on := r.made(FieldOn).Ref(); s.shows(on) {
			v.Comments = append(v.Comments, CommentView{
				ID: r.id, On: on, Text: r.visible(), Author: r.maker.person, Hidden: s.hides(r.maker, on), Late: r.maker.late,
			})
		}
	case KindMark, KindReaction:
		label := r.value(FieldLabel).Str()
		if label == "" || !s.shows(r.parent) {
			return
		}
		m := MarkView{ID: r.id, Note: r.parent, Label: label, Reaction: r.kind == KindReaction, Hidden: s.hides(r.winner, r.parent)}
		if len(r.key) == len(m.Person) {
			copy(m.Person[:], r.key)
		}
		v.Marks = append(v.Marks, m)
	}
}

func (s *Session) shows(id RecordID) bool {
	r := s.records[id]
	return r != nil && r.shown
}

// hides reports whether who did something to a note is not shown: where authors are hidden now, or were when the note was written.
func (s *Session) hides(by *node, note RecordID) bool {
	if by != nil {
		if run := s.policyNow().runs[by.change.Run]; run != nil && run.settings.HiddenAuthors() {
			return true
		}
	}
	r := s.records[note]
	if r == nil {
		return false
	}
	if r.kind == KindNote {
		return s.noteDrawn(r).Hidden
	}
	a := s.records[r.value(FieldActivity).Ref()]
	return a != nil && ParseSettings(a.value(FieldSettings).Str()).HiddenAuthors()
}
