package workshop

import (
	"crypto/ed25519"
	"fmt"

	"convene/workshop/crdt"
)

// CheckSlow compares what the session worked out change by change with the slow definition: everything judged and shown anew
// from the set of changes.
func (s *Session) CheckSlow() error {
	for _, n := range s.graph.nodes {
		if err := s.checkPastSlowly(n); err != nil {
			return err
		}
		state, late := s.judgeCounted(n, takenBack{})
		if state != n.state || late != n.late {
			return fmt.Errorf("change %d of %x: counted %d late %v, slowly %d late %v",
				n.change.Seq, n.change.ID[:4], n.state, n.late, state, late)
		}
	}
	if err := s.checkRanksSlowly(); err != nil {
		return err
	}
	if err := s.checkRecordsSlowly(); err != nil {
		return err
	}
	return s.checkDrawnSlowly()
}

// checkDrawnSlowly draws the session with what was kept of earlier drawings, and without.
func (s *Session) checkDrawnSlowly() error {
	kept := s.drawn
	s.drawn = newDrawn()
	anew := s.View().Digest()
	s.drawn = kept
	if s.View().Digest() != anew {
		return fmt.Errorf("the picture differs from one that is drawn anew")
	}
	return nil
}

// checkRanksSlowly asks for everybody's rank as the rule says it: the lowest of those grants that count and that no other grant
// of the person knew.
func (s *Session) checkRanksSlowly() error {
	p := s.policyNow()
	given := map[Person][]grant{}
	for _, n := range s.land.nodes {
		for i := range n.change.ops() {
			if g, ok := grantIn(n, i); ok && n.refused == "" && !p.struck[n] {
				given[g.person] = append(given[g.person], g)
			}
		}
	}
	for who, list := range given {
		lowest := rank(-1)
		for _, g := range list {
			known := false
			for _, h := range list {
				known = known || (h.by != g.by && s.past(h.by)[g.by.change.ID])
			}
			if !known {
				lowest = max(lowest, g.rank)
			}
		}
		if got := p.rankIn(s, who); got != lowest {
			return fmt.Errorf("rank %d, by the rule %d", got, lowest)
		}
	}
	return nil
}

// past walks the graph backwards from a change.
func (s *Session) past(n *node) map[ID]bool {
	past := map[ID]bool{}
	walk := []ID{n.change.ID}
	for len(walk) > 0 {
		id := walk[len(walk)-1]
		walk = walk[:len(walk)-1]
		if past[id] {
			continue
		}
		past[id] = true
		n, _ := s.graph.has(id)
		c := n.change.read()
		if c.Seq > 1 {
			walk = append(walk, c.Prev)
		}
		walk = append(walk, c.Deps...)
	}
	return past
}

// checkPastSlowly compares what a change knew with its graph, and judges its policy past from nothing.
func (s *Session) checkPastSlowly(n *node) error {
	past := s.past(n)
	for _, a := range s.graph.nodes {
		if s.graph.knew(n, a) != past[a.change.ID] {
			return fmt.Errorf("what a change knew is wrong: %v", n.change.ID)
		}
		if i, mark := s.land.number[a]; mark && a != n && n.policy.has(i) != past[a.change.ID] {
			return fmt.Errorf("which landmarks a change knew is wrong: %v", n.change.ID)
		}
	}
	if n == s.graph.nodes[0] {
		return nil
	}
	if slow := s.judgePolicy(s.land.in(n.policy)).rankIn(s, n.person); slow != n.rank {
		return fmt.Errorf("rank %d, slowly %d", n.rank, slow)
	}
	if why := s.judgeAllowed(n).sentence(); why != n.refused {
		return fmt.Errorf("allowed %q, slowly %q", n.refused, why)
	}
	return nil
}

func (s *Session) checkRecordsSlowly() error {
	for id, r := range s.records {
		slow := &record{id: r.id, kind: r.kind, parent: r.parent, key: r.key, maker: r.maker}
		var text *crdt.Text
		for _, n := range s.graph.nodes {
			for i := range n.change.ops() {
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
		if slow.shown != r.shown || !sameFieldSet(slow.cells(), r.cells()) || slow.visible() != r.visible() {
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
		at[f.field] = f.stamp()
	}
	for _, f := range b {
		if at[f.field] != f.stamp() {
			return false
		}
	}
	return true
}

// ApplyChecked is [Session.Apply] of a change whose signature somebody has verified.
func (s *Session) ApplyChecked(signed []byte) error {
	c, err := decodeSigned(signed)
	if err != nil {
		return invalid("%v", err)
	}
	_, err = s.apply(c, true)
	return err
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

// ForgeBody signs bytes as if they were a body.
func (w *Writer) ForgeBody(body []byte) []byte {
	return append(ed25519.Sign(w.key, signedHash(body)), body...)
}

// Read decodes a signed change, judging nothing.
func Read(signed []byte) (*Change, error) { return decodeSigned(signed) }

// StateOf says what became of a change: counts, late, or why it does not count.
func (s *Session) StateOf(id ID) string {
	n, ok := s.graph.has(id)
	if !ok {
		return "not kept"
	}
	if n.late && n.state == stateCounts {
		return "late"
	}
	return [...]string{
		"counts", "refused", "withdrawn", "cut", "struck", "after the end", "void", "not opened",
	}[n.state]
}

// Heads returns the ends of the log.
func (s *Session) Heads() []ID { return s.graph.sortedHeads() }

// Last returns the writer's last change.
func (w *Writer) Last() ID { return w.prev }

// Would says whether the rules would allow ops, as [Session.Do] asks them: "" or the reason. Nothing is signed or kept.
func (s *Session) Would(w *Writer, run RecordID, ops ...Op) string {
	c := &Change{V: Version, Session: s.id, Writer: w.pub, Seq: w.seq + 1, Prev: w.prev, Run: run, Ops: ops}
	last, _ := s.graph.has(w.prev)
	c.Lamport = last.change.Lamport
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
	return s.judgeAllowed(n).sentence()
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

// RefusalCodes lists every code.
func RefusalCodes() []RefusalCode {
	return []RefusalCode{
		RefusedRight, RefusedUnknown, RefusedNotOpen, RefusedWhole, RefusedFixed, RefusedUnnamed, RefusedWay, RefusedOthers,
		RefusedBeginning, RefusedKept, RefusedLockKept, RefusedLocking, RefusedLocked, RefusedNotIn, RefusedGone, RefusedLong,
		RefusedMany, RefusedRange, RefusedChange, RefusedOps, RefusedWriter, RefusedForm, RefusedOption, RefusedTwice, RefusedDots,
		RefusedDotsOnOne, RefusedPlace, RefusedPlaceTwice, RefusedScale, RefusedSeat, RefusedReason,
	}
}

// NoteIDs lists the notes that show, in the order of their making.
func (s *Session) NoteIDs() []RecordID {
	var ids []RecordID
	for _, r := range s.made {
		if r.kind == KindNote && r.shown {
			ids = append(ids, r.id)
		}
	}
	return ids
}
