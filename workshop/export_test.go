package workshop

import (
	"fmt"

	"convene/workshop/crdt"
)

// CheckSlow compares what the session worked out change by change with the slow definition: everything judged and shown anew
// from the set of changes.
func (s *Session) CheckSlow() error {
	for i, n := range s.graph.nodes {
		if err := s.checkPastSlowly(n, i); err != nil {
			return err
		}
		state, late := s.judgeCounted(n)
		if state != n.state || late != n.late {
			return fmt.Errorf("change %d of %x: counted %d late %v, slowly %d late %v",
				n.change.Seq, n.change.Writer[:4], n.state, n.late, state, late)
		}
	}
	return s.checkRecordsSlowly()
}

// checkPastSlowly walks the graph backwards, and judges the change's policy past from nothing.
func (s *Session) checkPastSlowly(n *node, _ int) error {
	past := map[ID]bool{}
	walk := []ID{n.change.ID}
	for len(walk) > 0 {
		id := walk[len(walk)-1]
		walk = walk[:len(walk)-1]
		if past[id] {
			continue
		}
		past[id] = true
		c := s.graph.nodes[s.graph.byID[id]].change
		if c.Seq > 1 {
			walk = append(walk, c.Prev)
		}
		walk = append(walk, c.Deps...)
	}
	for _, a := range s.graph.nodes {
		if s.graph.knew(n, a) != past[a.change.ID] {
			return fmt.Errorf("what a change knew is wrong: %v", n.change.ID)
		}
		if i, mark := s.land.number[a]; mark && a != n && n.policy.has(i) != past[a.change.ID] {
			return fmt.Errorf("which landmarks a change knew is wrong: %v", n.change.ID)
		}
	}
	if n.change.Seq == 1 && n.change.Session == (SessionID{}) {
		return nil
	}
	if slow := s.judgePolicy(s.land.in(n.policy)).rankIn(s, n.person); slow != n.rank {
		return fmt.Errorf("rank %d, slowly %d", n.rank, slow)
	}
	if why := s.judgeAllowed(n); why != n.refused {
		return fmt.Errorf("allowed %q, slowly %q", n.refused, why)
	}
	return nil
}

func (s *Session) checkRecordsSlowly() error {
	for id, r := range s.records {
		slow := &record{id: r.id, kind: r.kind, parent: r.parent, key: r.key, maker: r.maker}
		var text *crdt.Text
		for _, n := range s.graph.nodes {
			for i := range n.change.Ops {
				if s.recordOf(n, i) != r {
					continue
				}
				slow.writes = append(slow.writes, write{node: n, index: uint16(i)})
				slow.enrollText(n, i)
				if text = slow.text; text != nil {
					text.SetCounted(n.change.ID, n.state == stateCounts)
				}
			}
		}
		slow.show()
		if slow.shown != r.shown || !sameFieldSet(slow.fields, r.fields) || slow.visible() != r.visible() {
			return fmt.Errorf("%s %s: shown %v %q, slowly %v %q", r.kind, id, r.shown, r.visible(), slow.shown, slow.visible())
		}
	}
	return nil
}

func sameFieldSet(a, b []fieldState) bool {
	if len(a) != len(b) {
		return false
	}
	at := map[Field]crdt.Stamp{}
	for _, f := range a {
		at[f.field] = f.stamp
	}
	for _, f := range b {
		if at[f.field] != f.stamp {
			return false
		}
	}
	return true
}

// Fork returns a copy of a writer that signs a second history from here on, as a cloned machine would if keys were on disk.
func (w *Writer) Fork() *Writer { c := *w; return &c }

// Forge signs a change that names only the given deps beside the writer's own last change, and asks no rule. It is what a
// hostile or careless program could send.
func (s *Session) Forge(w *Writer, deps []ID, run RecordID, ops ...Op) []byte {
	c := &Change{V: Version, Session: s.id, Writer: w.pub, Seq: w.seq + 1, Prev: w.prev, Run: run, Ops: ops}
	if c.Seq == 1 {
		c.Person, c.PersonSig = w.person, w.vouch
	} else if n, ok := s.graph.has(w.prev); ok {
		c.Lamport = n.change.Lamport
	}
	for _, id := range deps {
		if id == w.prev {
			continue
		}
		c.Deps = append(c.Deps, id)
		if n, ok := s.graph.has(id); ok {
			c.Lamport = max(c.Lamport, n.change.Lamport)
		}
	}
	c.Lamport++
	return w.ForgeChange(c)
}

// ForgeChange signs a change as it stands.
func (w *Writer) ForgeChange(c *Change) []byte {
	signed, err := w.sign(c)
	if err != nil {
		panic(err)
	}
	if d, err := decodeSigned(signed); err == nil {
		w.seq, w.prev = d.Seq, d.ID
	}
	return signed
}

// Heads returns the ends of the log.
func (s *Session) Heads() []ID { return s.graph.sortedHeads() }

// Last returns the writer's last change.
func (w *Writer) Last() ID { return w.prev }

// Would says whether the rules would allow ops, as [Session.Do] asks them: "" or the reason. Nothing is signed or kept.
func (s *Session) Would(w *Writer, run RecordID, ops ...Op) string {
	c := &Change{V: Version, Session: s.id, Writer: w.pub, Seq: w.seq + 1, Prev: w.prev, Run: run, Ops: ops}
	c.Lamport = s.graph.nodes[s.graph.byID[w.prev]].change.Lamport
	for _, id := range s.Heads() {
		if id != w.prev {
			c.Deps = append(c.Deps, id)
			c.Lamport = max(c.Lamport, s.graph.nodes[s.graph.heads[id]].change.Lamport)
		}
	}
	c.Lamport++
	body, err := encodeBody(c)
	if err != nil {
		return err.Error()
	}
	if c, err = decodeSigned(append(make([]byte, 64), body...)); err != nil {
		return err.Error()
	}
	n, err := s.judgeValid(c, true)
	if err != nil {
		return err.Error()
	}
	return s.judgeAllowed(n)
}

// Kinds lists every record kind of the schema, with whether it is put under a key of which parent.
func Kinds() map[Kind]Kind {
	kinds := map[Kind]Kind{}
	for k, spec := range schema {
		kinds[k] = 0
		if spec.put {
			kinds[k] = spec.parent
		}
	}
	return kinds
}

// Writes are ops that write each field of a record of a kind, with a value that the field takes.
func Writes(k Kind, id RecordID) []Op {
	zero := map[valueType]Value{
		typeString: Text(""), typeInt: Int(1), typeBool: Bool(true), typeBytes: Bytes([]byte{}), typeRef: Ref(RecordID{}),
		typePerson: PersonValue(Person{}), typePersons: List(), typeRefs: List(), typeOptions: List(), typeChoices: List(), typeLines: List(),
	}
	var ops []Op
	for f, spec := range schema[k].fields {
		if spec.typ == typeText {
			ops = append(ops, Op{Code: OpText, Record: id, Field: f, Runs: []crdt.Run{crdt.Insert(crdt.CharID{}, crdt.SideRight, "x")}})
			continue
		}
		ops = append(ops, Set(id, f, zero[spec.typ]))
	}
	return ops
}
