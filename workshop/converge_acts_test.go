package workshop_test

import (
	"convene/workshop"

	"pgregory.net/rapid"
)

// openAgain opens an activity once more, whether or not its last run is closed.
func (c *crowd) openAgain(*rapid.T) {
	r, ok := c.someRun()
	if !ok {
		return
	}
	if id, ok := c.do(c.someone(), workshop.RecordID{}, workshop.OpenRun(r.plan)); ok {
		c.runs = append(c.runs, run{id: id, board: r.board, vote: r.vote, plan: r.plan})
	}
}

// group puts people together under a run, lets everybody write on the group's board and report, and then moves one of them out.
func (c *crowd) group(t *rapid.T) {
	r, ok := c.someRun()
	if !ok {
		return
	}
	m := c.someone()
	members := workshop.List(workshop.PersonValue(c.someone().me), workshop.PersonValue(c.someone().me))
	id, ok := c.do(m, workshop.RecordID{}, workshop.Create(workshop.KindGroup,
		workshop.With(workshop.FieldRun, workshop.Ref(r.id)), workshop.With(workshop.FieldName, workshop.Text("Table A")),
		workshop.With(workshop.FieldMembers, members)))
	if !ok {
		return
	}
	for _, other := range c.peers {
		c.do(other, r.id, workshop.AddNote(id, rapid.StringN(1, 3, 12).Draw(t, "text"), "", ""))
		c.do(other, r.id, workshop.Put(workshop.KindReport, id, other.me[:], workshop.With(workshop.FieldText, workshop.Text("found"))))
	}
	c.do(m, workshop.RecordID{}, workshop.Set(id, workshop.FieldMembers, workshop.List(workshop.PersonValue(c.someone().me))))
}

// elect lets some endorse somebody, who then takes the floor if the rules agree.
func (c *crowd) elect(t *rapid.T) {
	who := c.someone()
	for range rapid.IntRange(1, 4).Draw(t, "endorse") {
		m := c.someone()
		c.do(m, workshop.RecordID{}, workshop.Put(workshop.KindEndorse, c.root, m.me[:], workshop.With(workshop.FieldPerson, workshop.PersonValue(who.me))))
	}
	c.do(who, workshop.RecordID{}, workshop.Grant(who.me, workshop.RoleElected, 0))
}

// lock locks or opens a note, and lets somebody write on it all the same.
func (c *crowd) lock(t *rapid.T) {
	m := c.someone()
	notes := m.s.View().Notes
	if len(notes) == 0 {
		return
	}
	n := rapid.SampledFrom(notes).Draw(t, "note")
	c.do(m, workshop.RecordID{}, workshop.Set(n.ID, workshop.FieldLocked, workshop.Bool(rapid.Bool().Draw(t, "locked"))))
	r, _ := c.someRun()
	c.do(c.someone(), r.id, workshop.Set(n.ID, workshop.FieldX, workshop.Int(int64(rapid.IntRange(0, 9).Draw(t, "x")))))
}
