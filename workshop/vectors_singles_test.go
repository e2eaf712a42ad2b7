package workshop_test

import (
	"bytes"
	"encoding/hex"
	"slices"
	"strings"
	"testing"

	"convene/workshop"
	"convene/workshop/crdt"
)

// singles makes each file of changes that are asked alone.
var singles = map[string]func(*testing.T) judged{
	"genesis.json": genesisVectors, "valid.json": validVectors, "invalid.json": invalidVectors,
	"refused.json": refusedVectors, "other-version.json": otherVersionVectors,
}

// forge signs ops on top of everything the peer knows, asking no rule, and leaves the peer as it was.
func (p *peer) forge(run workshop.RecordID, ops ...workshop.Op) []byte {
	return p.s.Forge(p.w.Fork(), p.s.Heads(), run, ops...)
}

// forged is the change that forge would sign, altered before it is signed.
func (p *peer) forged(alter func(c *workshop.Change), ops ...workshop.Op) []byte {
	c, err := workshop.Read(p.forge(none, ops...))
	if err != nil {
		p.room.t.Fatal(err)
	}
	alter(c)
	return p.w.Fork().ForgeChange(c)
}

// file asks each case of a log and writes down the answer.
func (f judged) ask(t *testing.T, log [][]byte, cases map[string][]byte, order []string) judged {
	t.Helper()
	f.Log = hexes(log)
	for _, name := range order {
		a := answer(replay(t, log), cases[name])
		a.Name, a.Change = name, hex.EncodeToString(cases[name])
		f.Cases = append(f.Cases, a)
	}
	if len(order) != len(cases) {
		t.Fatalf("%d names for %d cases", len(order), len(cases))
	}
	return f
}

// list collects cases in order.
type list struct {
	cases map[string][]byte
	order []string
}

func (l *list) add(name string, signed []byte) {
	if l.cases == nil {
		l.cases = map[string][]byte{}
	}
	l.cases[name] = signed
	l.order = append(l.order, name)
}

func flip(signed []byte, at int) []byte {
	b := bytes.Clone(signed)
	b[at] ^= 1
	return b
}

func genesisVectors(t *testing.T) judged {
	r := newRoom(t, "ana")
	ana := r.peers["ana"]
	good := allOf(ana.s)[0]
	var l list
	l.add("a session begins", good)
	l.add("a signature with one bit wrong", flip(good, 5))
	l.add("a body with one bit wrong", flip(good, len(good)-70))
	l.add("one byte less", good[:len(good)-1])
	l.add("one byte more", append(bytes.Clone(good), 0))
	l.add("only a signature", good[:64])
	c, err := workshop.Read(good)
	if err != nil {
		t.Fatal(err)
	}
	alter := func(name string, change func(c *workshop.Change)) {
		d := *c
		d.Ops = slices.Clone(c.Ops)
		change(&d)
		l.add(name, ana.w.Fork().ForgeChange(&d))
	}
	alter("rules of another version", func(c *workshop.Change) { c.V = 2 })
	alter("a lamport of 2", func(c *workshop.Change) { c.Lamport = 2 })
	alter("names a session", func(c *workshop.Change) { c.Session[0] = 1 })
	alter("does not begin with the session", func(c *workshop.Change) { c.Ops = c.Ops[:0] })
	alter("somebody else is first", func(c *workshop.Change) {
		fields := slices.Clone(c.Ops[0].Fields)
		for i := range fields {
			if fields[i].Field == workshop.FieldFirst {
				fields[i].Value = workshop.PersonValue(workshop.Person{7})
			}
		}
		c.Ops[0].Fields = fields
	})
	return judged{About: "What begins a session, and what does not. Each is asked of an empty log."}.ask(t, nil, l.cases, l.order)
}

func validVectors(t *testing.T) judged {
	r, ana, ben, eva, board, run := threesome(t)
	n := ben.do(run, workshop.AddNote(board, "water äöü 😀", "blue", "a"))
	mine := ben.w.Last()
	eva.do(run, workshop.AddNote(board, "other", "", "b"))
	r.meet()
	var l list
	l.add("create: a note", ben.forge(run, workshop.AddNote(board, "test it every week", "", "c")))
	l.add("create and write on it in one change", ben.forge(run,
		workshop.AddNote(board, "one", "", ""), workshop.Set(workshop.Self(0), workshop.FieldColor, workshop.Text("red")),
		workshop.Create(workshop.KindComment, workshop.With(workshop.FieldOn, workshop.Ref(workshop.Self(0))), workshop.With(workshop.FieldText, workshop.Text("?")))))
	l.add("put: a name", ben.forge(none, workshop.NamePerson(r.root, ben.me, "Benjamin")))
	l.add("set: a place, less than 0", ben.forge(run, workshop.Set(n, workshop.FieldX, workshop.Int(-12)), workshop.Set(n, workshop.FieldY, workshop.Int(70000))))
	l.add("set: deleted", ben.forge(none, workshop.Delete(n)))
	base, err := ben.s.Anchors(n)
	if err != nil {
		t.Fatal(err)
	}
	for name, splices := range map[string][]workshop.Splice{
		"text: typed at the end":               {{Pos: 11, Ins: "!"}},
		"text: typed at the start":             {{Ins: "no "}},
		"text: typed in the middle, and taken": {{Pos: 6, Del: 3, Ins: "at sea"}},
		"text: typed beside the op's own":      {{Pos: 5, Ins: "ab"}, {Pos: 6, Ins: "-"}},
	} {
		op, err := ben.s.Edit(n, base, splices...)
		if err != nil {
			t.Fatal(err)
		}
		l.add(name, ben.forge(run, op))
	}
	slices.Sort(l.order)
	l.add("withdraw: an own note", ben.forge(none, workshop.Withdraw(mine)))
	l.add("no op: joins loose ends", ben.forge(none))
	l.add("policy: a grant", ana.forge(none, workshop.Grant(workshop.Person{9}, workshop.RoleObserver, 0)))
	l.add("policy: a close", ana.forge(none, workshop.CloseRun(run, nil)))
	again := &peer{room: r, name: "ben", id: ben.id, me: ben.me}
	again.start(ben)
	l.add("a second writer of one person", again.forge(run, workshop.AddNote(board, "after a restart", "", "")))
	unknown := eva.s.Forge(eva.w.Fork(), []workshop.ID{mine}, run, workshop.AddNote(board, "late", "", ""))
	l.add("knows less than the log", unknown)
	f := judged{About: "Changes that every peer keeps, and that count. Each is asked alone, on top of the log."}
	return f.ask(t, allOf(ana.s), l.cases, l.order)
}

func refusedVectors(t *testing.T) judged {
	r, ana, ben, eva, board, run := threesome(t)
	olga := r.join("ana", "olga", workshop.RoleObserver)
	ben.do(run, workshop.AddNote(board, "ben's", "", ""))
	bens := workshop.RecordID{Change: ben.w.Last()}
	private := ana.do(none, workshop.AddActivity(workshop.ActivityPlan{Kind: workshop.ActivityBrainstorm, Title: "p"}))
	plan, err := ana.s.View().PlanRun(private)
	if err != nil {
		t.Fatal(err)
	}
	hidden := ana.do(none, workshop.OpenRun(plan))
	r.meet()
	var l list
	l.add("a participant plans", ben.forge(none, workshop.AddActivity(workshop.ActivityPlan{Kind: workshop.ActivityBrief, Title: "x"})))
	l.add("an observer writes a note", olga.forge(run, workshop.AddNote(board, "x", "", "")))
	l.add("a note outside an activity", ben.forge(none, workshop.AddNote(board, "x", "", "")))
	l.add("a private note before the reveal", ben.forge(hidden, workshop.AddNote(private, "x", "", "")))
	l.add("another's note", eva.forge(run, workshop.Set(bens, workshop.FieldColor, workshop.Text("red"))))
	l.add("another's name", eva.forge(none, workshop.NamePerson(r.root, ben.me, "x")))
	l.add("takes back another's work", eva.forge(none, workshop.Withdraw(bens.Change)))
	l.add("takes back a run", ana.forge(none, workshop.Withdraw(run.Change)))
	l.add("a participant closes", ben.forge(none, workshop.CloseRun(run, nil)))
	l.add("a grant to the first facilitator", ana.forge(none, workshop.Grant(ana.me, workshop.RoleFirst, 0)))
	l.add("a participant grants", ben.forge(none, workshop.Grant(eva.me, workshop.RoleObserver, 0)))
	l.add("a field that is fixed", ben.forge(run, workshop.Set(bens, workshop.FieldActivity, workshop.Ref(private))))
	l.add("a text set like a number", ben.forge(run, workshop.Set(bens, workshop.FieldText, workshop.Text("x"))))
	l.add("one forbidden op among allowed ones", ben.forge(run,
		workshop.AddNote(board, "fine", "", ""), workshop.AddActivity(workshop.ActivityPlan{Kind: workshop.ActivityBrief, Title: "x"})))
	f := judged{About: "Changes that are kept and carried, and never count: their own past forbids them."}
	return f.ask(t, allOf(ana.s), l.cases, l.order)
}

func otherVersionVectors(t *testing.T) judged {
	r, ana, ben, _, board, run := threesome(t)
	r.meet()
	ops := workshop.AddNote(board, "x", "", "")
	body := ben.forge(run, ops)[64:]
	// The five ops are 1 to 5; turn a create into an op 24 that has other things inside.
	raw := bytes.Replace(bytes.Clone(body), []byte{0x83, 1, 9}, []byte{0x83, 0x18, 24, 9}, 1)
	var l list
	l.add("an op of a code that is not known", ben.w.Fork().ForgeBody(raw))
	l.add("a kind that is not known", ben.forge(run, workshop.Op{Code: workshop.OpCreate, Kind: 200, Fields: []workshop.FieldValue{workshop.With(200, workshop.Text("new"))}}))
	l.add("a field that is not known, written", ana.forge(none, workshop.Set(r.root, 200, workshop.Text("new"))))
	l.add("a field that is not known, in a new note", ben.forge(run, workshop.Create(workshop.KindNote,
		workshop.With(workshop.FieldActivity, workshop.Ref(board)), workshop.With(200, workshop.Text("new")))))
	l.add("rules of another version", ben.forged(func(c *workshop.Change) { c.V = 2 }))
	f := judged{About: "What a program of another version writes: carried if its session is of this version, and never counted."}
	return f.ask(t, allOf(ana.s), l.cases, l.order)
}

func longText(n int) string { return strings.Repeat("x", n) }

func runsOf(runs ...crdt.Run) []crdt.Run { return runs }
