package workshop_test

import (
	"bytes"
	"slices"
	"testing"

	"convene/workshop"
	"convene/workshop/crdt"
)

func invalidVectors(t *testing.T) judged {
	r, ana, ben, eva, board, run := threesome(t)
	ben.do(run, workshop.AddNote(board, "note", "", ""))
	r.meet()
	var l list
	l.bytes(ben, run, board)
	l.chains(ana, ben, eva)
	l.people(ana, run, board)
	l.forms(ana, ben, run, board)
	l.pasts(ana, ben, eva, run, board)
	f := judged{About: "Changes that no peer keeps, and why. The words of the reason are this implementation's; that there is one is the format."}
	return f.ask(t, allOf(ana.s), l.cases, l.order)
}

// bytes are changes that are damaged or not encoded as they must be.
func (l *list) bytes(ben *peer, run, board workshop.RecordID) {
	good := ben.forge(run, workshop.AddNote(board, "x", "", ""))
	body := good[64:]
	l.add("a signature with one bit wrong", flip(good, 3))
	l.add("a body with one bit wrong", flip(good, len(good)-3))
	l.add("one byte less", good[:len(good)-1])
	l.add("one byte more", append(bytes.Clone(good), 0xf6))
	l.add("nothing", nil)
	l.add("a number longer than it needs to be", ben.w.Fork().ForgeBody(append([]byte{0x8c, 0x18, 0x01}, body[2:]...)))
	l.add("a list of no fixed length", ben.w.Fork().ForgeBody(append(append([]byte{0x9f}, body[1:]...), 0xff)))
	l.add("a tag", ben.w.Fork().ForgeBody(append([]byte{0x8c, 0xc1, 0x01}, body[2:]...)))
	l.add("a map instead of a list", ben.w.Fork().ForgeBody([]byte{0xa1, 0x01, 0x02}))
	l.add("text that is not UTF-8", ben.w.Fork().ForgeBody(bytes.Replace(bytes.Clone(body), []byte{0x61, 'x'}, []byte{0x61, 0xff}, 1)))
}

// chains are changes that stand in no possible place.
func (l *list) chains(ana, ben, eva *peer) {
	l.add("a lamport too high", ben.forged(func(c *workshop.Change) { c.Lamport++ }))
	l.add("a lamport too low", ben.forged(func(c *workshop.Change) { c.Lamport-- }))
	l.add("a seq too high", ben.forged(func(c *workshop.Change) { c.Seq++ }))
	l.add("seq 0", ben.forged(func(c *workshop.Change) { c.Seq = 0 }))
	l.add("follows another writer's change", ben.forged(func(c *workshop.Change) { c.Prev = eva.w.Last() }))
	l.add("another session", ben.forged(func(c *workshop.Change) { c.Session[3] ^= 1 }))
	l.add("deps out of order", ben.forged(func(c *workshop.Change) {
		c.Deps = []workshop.ID{ana.w.Last(), eva.w.Last()}
		slices.SortFunc(c.Deps, func(a, b workshop.ID) int { return bytes.Compare(b[:], a[:]) })
	}))
	l.add("a dep twice", ben.forged(func(c *workshop.Change) { c.Deps = []workshop.ID{ana.w.Last(), ana.w.Last()} }))
	l.add("33 deps", ben.forged(func(c *workshop.Change) {
		c.Deps = make([]workshop.ID, 33)
		for i := range c.Deps {
			c.Deps[i][0] = byte(i)
		}
	}))
	l.add("a dep that is not there", ben.forged(func(c *workshop.Change) { c.Deps = []workshop.ID{{1}} }))
}

// people are changes of people who may not be there.
func (l *list) people(ana *peer, run, board workshop.RecordID) {
	note := workshop.AddNote(board, "x", "", "")
	writer := func(id byte) *workshop.Writer {
		key, err := workshop.PersonKey([32]byte{id, 77}, ana.s.Nonce())
		if err != nil {
			ana.room.t.Fatal(err)
		}
		w, err := workshop.NewWriter(ana.room.seed, key, ana.s.ID())
		if err != nil {
			ana.room.t.Fatal(err)
		}
		return w
	}
	l.add("a stranger", ana.s.Forge(writer(1), ana.s.Heads(), run, note))
	w := writer(2)
	c, err := workshop.Read(ana.s.Forge(w.Fork(), ana.s.Heads(), run, note))
	if err != nil {
		ana.room.t.Fatal(err)
	}
	c.Person = ana.me
	l.add("says to be somebody else", w.ForgeChange(c))
}

// forms are changes whose ops are not well made.
func (l *list) forms(ana, ben *peer, run, board workshop.RecordID) {
	note := workshop.AddNote(board, "x", "", "")
	field := func(f workshop.Field, v workshop.Value) workshop.FieldValue { return workshop.With(f, v) }
	on := field(workshop.FieldActivity, workshop.Ref(board))
	l.add("257 ops", ben.forge(run, slices.Repeat([]workshop.Op{note}, 257)...))
	l.add("policy beside something else", ana.forge(none, workshop.CloseRun(run, nil), note))
	l.add("a second session", ana.forge(none, workshop.Create(workshop.KindSession, field(workshop.FieldNonce, workshop.Bytes(nil)), field(workshop.FieldFirst, workshop.PersonValue(ana.me)))))
	l.add("a note without its activity", ben.forge(run, workshop.Create(workshop.KindNote, field(workshop.FieldText, workshop.Text("x")))))
	l.add("fields out of order", ben.forge(run, workshop.Op{Code: workshop.OpCreate, Kind: workshop.KindNote, Fields: []workshop.FieldValue{on, field(workshop.FieldText, workshop.Text("x"))}}))
	l.add("a number where a text belongs", ben.forge(run, workshop.Create(workshop.KindNote, on, field(workshop.FieldText, workshop.Int(1)))))
	l.add("a note of 4097 bytes", ben.forge(run, workshop.AddNote(board, longText(4097), "", "")))
	l.add("a put of what is created", ben.forge(run, workshop.Put(workshop.KindNote, board, ben.me[:], on)))
	l.add("a key of 65 bytes", ben.forge(none, workshop.Put(workshop.KindPerson, ben.room.root, make([]byte, 65))))
	l.add("settings that are no list of names", ana.forge(none, workshop.Create(workshop.KindActivity,
		field(workshop.FieldActivityKind, workshop.Text("brief")), field(workshop.FieldSettings, workshop.Text("[]")))))
	l.add("a run of text that does nothing", ben.forge(run, workshop.Op{Code: workshop.OpText, Record: workshop.RecordID{Change: ben.w.Last()}, Field: workshop.FieldText, Runs: runsOf(crdt.Delete(crdt.CharID{}, 0))}))
}

// pasts are changes that name what they could not know.
func (l *list) pasts(ana, ben, eva *peer, run, board workshop.RecordID) {
	note := workshop.AddNote(board, "x", "", "")
	before := ben.s.Heads()
	unknown := workshop.RecordID{Change: workshop.ID{7}}
	bens := workshop.RecordID{Change: ben.w.Last()}
	l.add("writes on a record that nobody made", ben.forge(run, workshop.Set(unknown, workshop.FieldColor, workshop.Text("red"))))
	l.add("names a record that nobody made", ben.forge(run, workshop.AddNote(unknown, "x", "", "")))
	l.add("writes on what a later op makes", ben.forge(run, workshop.Set(workshop.Self(1), workshop.FieldColor, workshop.Text("red")), note))
	l.add("acts under what is no run", ben.forge(board, note))
	l.add("hangs a name on a note", ben.forge(none, workshop.Put(workshop.KindPerson, bens, ben.me[:])))
	l.add("withdraws what nobody did", ben.forge(none, workshop.Withdraw(workshop.ID{9})))
	l.add("writes beside a character that nobody wrote", ben.forge(run, workshop.Op{
		Code: workshop.OpText, Record: bens, Field: workshop.FieldText,
		Runs: runsOf(crdt.Insert(crdt.CharID{Change: [32]byte{5}}, crdt.SideRight, "x")),
	}))
	evas := eva.do(run, workshop.AddNote(board, "eva's", "", ""))
	ana.pull("eva")
	l.add("writes on a record it did not know", ben.s.Forge(ben.w.Fork(), before, run, workshop.Set(evas, workshop.FieldColor, workshop.Text("red"))))
	l.add("withdraws a change it did not know", ben.s.Forge(ben.w.Fork(), before, none, workshop.Withdraw(evas.Change)))
}
