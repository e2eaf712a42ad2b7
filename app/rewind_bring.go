package app

import "convene/workshop"

// bringing makes things of a moment in the past what they were.
type bringing struct {
	l      *Laptop
	then   *workshop.View
	wanted map[workshop.RecordID]bool
	anew   map[workshop.RecordID]workshop.RecordID // what had to be made again, by what it was
	made   []doneMany
}

// restore brings notes and strokes back as they were then, in one step back.
func (l *Laptop) restore(then *workshop.View, wanted []string) error {
	return l.gesture(func() error {
		b := bringing{l: l, then: then, wanted: map[workshop.RecordID]bool{}, anew: map[workshop.RecordID]workshop.RecordID{}}
		for _, n := range wanted {
			id, err := workshop.ParseRecordID(n)
			if err != nil {
				return errGone()
			}
			b.wanted[id] = true
		}
		defer func() { l.oneStep(b.made) }()
		for _, gone := range []func() []lostThing{b.clusters, b.notesAndInk} {
			if err := b.back(gone()); err != nil {
				return err
			}
		}
		ops, err := b.asThey()
		if err != nil {
			return err
		}
		if err := b.put(ops); err != nil {
			return err
		}
		gone, anew := b.arrows()
		if err := b.put(anew); err != nil {
			return err
		}
		return b.back(gone)
	})
}

// lostThing is something that is gone, and how it is made again where it cannot come back itself.
type lostThing struct {
	id    workshop.RecordID
	again func() workshop.Op
}

// back brings things back: own ones, and for a facilitator any, are no longer deleted. Those of others, and what its writer took
// back, are made again.
func (b *bringing) back(gone []lostThing) error {
	var undelete []workshop.Op
	for _, g := range gone {
		if b.l.s.MadeBy(g.id) == b.l.me || b.l.s.Role(b.l.me).Facilitates() {
			undelete = append(undelete, workshop.Set(g.id, workshop.FieldDeleted, workshop.Bool(false)))
		}
	}
	if err := b.put(undelete); err != nil {
		return err
	}
	var again []workshop.Op
	var was []workshop.RecordID
	for _, g := range gone {
		if !b.shows(g.id) {
			again, was = append(again, g.again()), append(was, g.id)
		}
	}
	made, err := b.l.placeMany(again)
	b.made = append(b.made, made...)
	for _, m := range made {
		for i := range m.ops {
			b.anew[was[0]], was = workshop.RecordID{Change: m.id, Index: uint16(i)}, was[1:]
		}
	}
	return err
}

func (b *bringing) put(ops []workshop.Op) error {
	made, err := b.l.placeMany(ops)
	b.made = append(b.made, made...)
	return err
}

func (b *bringing) shows(id workshop.RecordID) bool {
	_, shows := b.l.s.KindOf(id)
	return shows
}

// now is what something of then is now: itself, or what was made in its place; nothing where it is gone.
func (b *bringing) now(id workshop.RecordID) workshop.RecordID {
	if made, ok := b.anew[id]; ok {
		return made
	}
	if b.shows(id) {
		return id
	}
	return workshop.RecordID{}
}

// clusters are those that held what is wanted, and are gone.
func (b *bringing) clusters() (gone []lostThing) {
	holds := map[workshop.RecordID]bool{}
	for i := range b.then.Notes {
		if n := &b.then.Notes[i]; b.wanted[n.ID] {
			holds[n.Cluster] = true
		}
	}
	for i := range b.then.Clusters {
		c := &b.then.Clusters[i]
		if (holds[c.ID] || b.wanted[c.ID]) && !b.shows(c.ID) {
			gone = append(gone, lostThing{c.ID, func() workshop.Op {
				op := workshop.AddCluster(c.Activity, c.Name, c.Order)
				if c.X != 0 || c.Y != 0 {
					op = workshop.At(op, c.X, c.Y)
				}
				return op
			}})
		}
	}
	return gone
}

// notesAndInk are those that are wanted, and gone.
func (b *bringing) notesAndInk() (gone []lostThing) {
	for i := range b.then.Notes {
		if n := &b.then.Notes[i]; b.wanted[n.ID] && !b.shows(n.ID) {
			gone = append(gone, lostThing{n.ID, func() workshop.Op { return b.note(n) }})
		}
	}
	for i := range b.then.Strokes {
		if k := &b.then.Strokes[i]; b.wanted[k.ID] && !b.shows(k.ID) {
			gone = append(gone, lostThing{k.ID, func() workshop.Op { return inkAgain(k) }})
		}
	}
	return gone
}

// note is a note anew, where it was.
func (b *bringing) note(n *workshop.NoteView) workshop.Op {
	op := workshop.AddNoteIn(n.Activity, b.now(n.Cluster), n.Text, n.Color, n.Order)
	if n.X != 0 || n.Y != 0 {
		op = workshop.At(op, n.X, n.Y)
	}
	return workshop.Pictured(op, n.Picture)
}

// arrows are those at something that is wanted, and whose ends are there: those that are gone, and those to make because an end was
// made again.
func (b *bringing) arrows() (gone []lostThing, anew []workshop.Op) {
	for i := range b.then.Connectors {
		c := &b.then.Connectors[i]
		from, to := b.now(c.From), b.now(c.To)
		if !b.wanted[c.From] && !b.wanted[c.To] && !b.wanted[c.ID] || from.Zero() || to.Zero() {
			continue
		}
		op := workshop.Connect(c.Activity, from, to, c.Label, c.Sign)
		switch {
		case from != c.From || to != c.To:
			anew = append(anew, op)
		case !b.shows(c.ID):
			gone = append(gone, lostThing{c.ID, func() workshop.Op { return op }})
		}
	}
	return gone, anew
}

// asThey is what makes notes that show what they were then.
func (b *bringing) asThey() (ops []workshop.Op, err error) {
	now := map[workshop.RecordID]*workshop.NoteView{}
	v := b.l.View()
	for i := range v.Notes {
		now[v.Notes[i].ID] = &v.Notes[i]
	}
	for i := range b.then.Notes {
		was := &b.then.Notes[i]
		is := now[b.now(was.ID)]
		if is == nil || !b.wanted[was.ID] {
			continue
		}
		if was.Text != is.Text && !is.Author.Zero() { // nobody types into what was put under a token
			op, err := b.wordsOf(was, is)
			if err != nil {
				return nil, err
			}
			ops = append(ops, op)
		}
		ops = append(ops, b.lookOf(was, is)...)
		for _, at := range was.Places {
			if lies := is.On(at.Board); lies == nil || *lies != at {
				ops = append(ops, workshop.Place(is.ID, at.Board, at))
			}
		}
	}
	return ops, nil
}

func (b *bringing) wordsOf(was, is *workshop.NoteView) (workshop.Op, error) {
	base, err := b.l.s.Anchors(is.ID)
	if err != nil {
		return workshop.Op{}, err
	}
	splice, _ := workshop.Rewrite(is.Text, was.Text)
	return b.l.s.Edit(is.ID, base, splice)
}

// lookOf gives a note its colour, cluster and place on the board of then.
func (b *bringing) lookOf(was, is *workshop.NoteView) (ops []workshop.Op) {
	if was.Color != is.Color {
		ops = append(ops, workshop.Set(is.ID, workshop.FieldColor, workshop.Text(was.Color)))
	}
	if cluster := b.now(was.Cluster); cluster != is.Cluster && (!cluster.Zero() || was.Cluster.Zero()) {
		ops = append(ops, workshop.Set(is.ID, workshop.FieldCluster, workshop.Ref(cluster)), workshop.Set(is.ID, workshop.FieldOrder, workshop.Text(was.Order)))
	}
	if was.X != is.X || was.Y != is.Y {
		ops = append(ops, workshop.Set(is.ID, workshop.FieldX, workshop.Int(was.X)), workshop.Set(is.ID, workshop.FieldY, workshop.Int(was.Y)))
	}
	return ops
}
