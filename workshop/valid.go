package workshop

import (
	"crypto/ed25519"
	"crypto/sha256"

	"convene/workshop/crdt"
)

// judgeValid asks the first question: is the change in order, alone and in its past? It returns the change as a node that is
// not yet kept.
func (s *Session) judgeValid(c *Change, own bool) (*node, error) {
	if c.Session != s.id {
		return nil, invalid("it belongs to another session")
	}
	if c.V != Version {
		return nil, invalid("made by rules of version %d in a session of version %d", c.V, Version)
	}
	prev, deps, err := s.parents(c)
	if err != nil {
		return nil, err
	}
	if err := s.checkChain(c, prev, deps); err != nil {
		return nil, err
	}
	person := c.Person
	if prev != nil {
		person = prev.person
	}
	if err := s.checkForm(c); err != nil {
		return nil, err
	}
	if !own {
		if err := checkSignatures(c, s.id, person); err != nil {
			return nil, err
		}
	}
	n := nodeOf(c)
	n.person, n.bytes = person, len(c.Bytes)
	if prev != nil {
		n.bytes += prev.bytes
		deps = append(deps, prev)
	}
	if n.bytes > MaxChainBytes || c.Seq > MaxChainLength {
		return nil, invalidAs(RefusedWriter, "its writer wrote more than one writer may")
	}
	n.policy = s.land.known(deps)
	s.graph.place(n, prev, deps)
	n.rank = s.policyOf(n.policy).rankIn(s, person)
	if n.rank == rankOf(RoleNone, 0) {
		return nil, invalidAs(RefusedNotIn, "its writer is not admitted")
	}
	return n, s.checkPast(n)
}

// parents finds what the change says it knew.
func (s *Session) parents(c *Change) (prev *node, deps []*node, err error) {
	var missing []ID
	if c.Seq > 1 {
		var ok bool
		if prev, ok = s.graph.has(c.Prev); !ok {
			missing = append(missing, c.Prev)
		}
	}
	for _, id := range c.Deps {
		d, ok := s.graph.has(id)
		if !ok {
			missing = append(missing, id)
			continue
		}
		deps = append(deps, d)
	}
	if missing != nil {
		return nil, nil, &MissingError{IDs: missing, Writer: c.Writer}
	}
	return prev, deps, nil
}

func (s *Session) checkChain(c *Change, prev *node, deps []*node) error {
	if c.Seq == 0 || (c.Seq == 1) != c.Prev.Zero() || (prev == nil && len(deps) == 0) {
		return invalid("its place in its writer's chain is impossible")
	}
	lamport := uint64(0)
	if prev != nil {
		if s.graph.writer(prev) != c.Writer || prev.change.Seq+1 != c.Seq {
			return invalid("it does not follow its writer's change before")
		}
		lamport = prev.change.Lamport
	}
	for _, d := range deps {
		lamport = max(lamport, d.change.Lamport)
	}
	if c.Lamport != lamport+1 {
		return invalid("its lamport is %d instead of %d", c.Lamport, lamport+1)
	}
	return nil
}

// checkSignatures verifies the writer's signature and, in a first change, the person's.
func checkSignatures(c *Change, session SessionID, person Person) error {
	if !ed25519.Verify(c.Writer[:], signedHash(c.Bytes[64:]), c.Bytes[:64]) {
		return invalid("its signature is wrong")
	}
	if c.Seq == 1 && !ed25519.Verify(person[:], personMessage(session, c.Writer), c.PersonSig[:]) {
		return invalid("its person did not vouch for its writer")
	}
	return nil
}

// signedHash is what a writer signs.
func signedHash(body []byte) []byte {
	h := sha256.New()
	h.Write([]byte(changeDomain))
	h.Write(body)
	return h.Sum(nil)
}

// personMessage is what a person signs to vouch for a writer in a session.
func personMessage(session SessionID, w WriterKey) []byte {
	m := append([]byte(personDomain), session[:]...)
	return append(m, w[:]...)
}

// checkForm asks what can be asked of a change without its past: shapes, types, sizes, and policy alone.
func (s *Session) checkForm(c *Change) error {
	for i := range c.Ops {
		op := &c.Ops[i]
		if err := checkOp(op); err != nil {
			return invalid("op %d: %v", i, err)
		}
		if op.Kind.Policy() && (op.Code == OpCreate || op.Code == OpPut) && len(c.Ops) != 1 {
			return invalid("policy does not stand alone")
		}
		if op.Code == OpCreate && op.Kind == KindSession && !(c.Session == SessionID{} && i == 0) {
			return invalid("a second session in one")
		}
	}
	return nil
}

func checkOp(op *Op) error {
	switch op.Code {
	case OpCreate, OpPut:
		spec := schema[op.Kind]
		if spec == nil {
			return nil // a kind of another version: carried, not allowed
		}
		if !spec.madeBy(op) {
			return invalid("a %s is not made like this", spec.name)
		}
		if err := spec.checkFields(op.Kind, op.Fields); err != nil {
			return err
		}
		if v := fieldOf(op, FieldSettings); !v.Nothing() {
			return CheckSettings(v.Str())
		}
	case OpSet:
		if op.Field == FieldSettings {
			return CheckSettings(op.Value.Str())
		}
	case OpText:
		return checkRuns(op.Runs)
	}
	return nil
}

// tokenSize is the length of the random key under which unnamed work is put.
const tokenSize = 16

// madeBy reports whether records of the kind are made by such an op.
func (k *kindSpec) madeBy(op *Op) bool {
	if op.Code == OpCreate {
		return !k.put
	}
	return (k.put && len(op.Key) <= 64) || (k.token && len(op.Key) == tokenSize)
}

// parentKind is the kind of record that puts of the kind hang on.
func (k *kindSpec) parentKind() Kind {
	if k.token {
		return KindRun
	}
	return k.parent
}

// checkPast asks whether all that the change names was in its past.
func (s *Session) checkPast(n *node) error {
	for i := range n.change.ops() {
		op := n.change.op(i)
		var err error
		switch op.Code {
		case OpCreate, OpPut:
			err = s.checkMade(n, i)
		case OpSet, OpText:
			err = s.checkWritten(n, i)
		case OpWithdraw:
			target, ok := s.graph.has(op.Change)
			if !ok || !s.graph.knew(n, target) {
				err = invalidAs(RefusedGone, "it withdraws what it did not know")
			}
		}
		if err != nil {
			return err
		}
	}
	return s.pastRecord(n, n.change.Run, len(n.change.ops()), KindRun)
}

func (s *Session) checkMade(n *node, i int) error {
	op := n.change.op(i)
	spec := schema[op.Kind]
	if spec == nil {
		return nil
	}
	if op.Code == OpPut {
		if op.Parent.Zero() {
			return invalid("a %s hangs on nothing", spec.name)
		}
		if err := s.pastRecord(n, op.Parent, i, spec.parentKind()); err != nil {
			return err
		}
	}
	for _, f := range op.Fields {
		if err := s.pastRefs(n, i, spec.fields[f.Field], f.Value); err != nil {
			return err
		}
	}
	return nil
}

// checkWritten checks a set or a text op against the kind of its record.
func (s *Session) checkWritten(n *node, i int) error {
	op := n.change.op(i)
	kind, ok := s.kindOf(n, op.Record, i)
	if !ok {
		return invalidAs(RefusedGone, "it writes on a record it did not know")
	}
	spec := schema[kind]
	if spec == nil || (op.Field == FieldDeleted && op.Code == OpSet) {
		return nil
	}
	f, ok := spec.fields[op.Field]
	if !ok {
		return nil // a field of another version: carried, not allowed
	}
	if op.Code == OpText {
		return s.checkText(n, op)
	}
	if err := about(f.check(op.Value), kind, op.Field); err != nil {
		return invalid("field %d of a %s: %v", op.Field, spec.name, err)
	}
	return s.pastRefs(n, i, f, op.Value)
}

// checkText asks whether the characters that a text op names were in its past.
func (s *Session) checkText(n *node, op *Op) error {
	for _, r := range op.Runs {
		if r.At.IsRoot() || r.At.IsOwn() || r.At.Change == n.change.ID {
			continue
		}
		a, ok := s.graph.has(r.At.Change)
		if !ok || !s.graph.knew(n, a) {
			return invalid("it writes beside a character it did not know")
		}
	}
	return nil
}

func (s *Session) pastRefs(n *node, i int, f fieldSpec, v Value) (err error) {
	f.refsIn(v, func(r RecordID) {
		if err == nil {
			err = s.pastRecord(n, r, i, 0)
		}
	})
	return err
}

// pastRecord says whether a record that op i names was in the past of n, or made by an earlier op of the same change, and is
// of the kind wanted (0 is any).
func (s *Session) pastRecord(n *node, r RecordID, i int, want Kind) error {
	if r.Zero() {
		return nil
	}
	kind, ok := s.kindOf(n, r, i)
	if !ok {
		return invalidAs(RefusedGone, "it names a record it did not know")
	}
	if want != 0 && kind != want {
		return invalid("it names a %s where a %s belongs", kind, want)
	}
	return nil
}

func (s *Session) kindOf(n *node, r RecordID, i int) (Kind, bool) {
	if r.Change == n.change.ID {
		if int(r.Index) < i && n.change.op(int(r.Index)).Code == OpCreate {
			return n.change.op(int(r.Index)).Kind, true
		}
		return 0, false
	}
	if r.Index == putIndex {
		for j := range i {
			if n.change.op(j).Code == OpPut && n.change.created(j) == r {
				return n.change.op(j).Kind, true
			}
		}
	}
	rec := s.records[r]
	if rec == nil {
		return 0, false
	}
	if rec.maker != nil {
		return rec.kind, s.graph.knew(n, rec.maker)
	}
	for _, w := range rec.history() {
		if w.makes() && s.graph.knew(n, w.node) {
			return rec.kind, true
		}
	}
	return 0, false
}

// charOf is the id of a text op's characters.
func charOf(n *node, index int) crdt.ChangeRef {
	return crdt.ChangeRef{ID: n.change.ID, Index: uint16(index)}
}
