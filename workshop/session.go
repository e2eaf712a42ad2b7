package workshop

import (
	"errors"
	"fmt"
)

// Session is one session's log and what follows from it. Make one with [Found] or [Open]. It belongs to one goroutine.
type Session struct {
	id      SessionID
	nonce   []byte
	first   Person
	root    RecordID // the session record
	graph   graph
	land    landmarks
	writers map[WriterKey]*writerInfo
	now     *policyState // of all landmarks

	records  map[RecordID]*record
	made     []*record               // what was created, in order
	put      []*record               // what was put under keys
	byParent map[RecordID][]RecordID // records that hang on a run, a note, an activity
	byPerson map[Person][]int32      // nodes
	byRun    map[RecordID][]int32    // nodes that act under a run
	undone   map[ID][]*node          // withdrawals of a change
	locks    map[RecordID]*record    // records that were ever locked
	drawn    drawn
}

// writerInfo is what seq 1 of a writer said.
type writerInfo struct{ person Person }

// ErrKnown is returned by Apply for a change that is already kept. Nothing is wrong.
var ErrKnown = errors.New("change is known")

// MissingError is returned by Apply when the past of a change is not there yet: ask for it and apply again.
type MissingError struct {
	IDs    []ID
	Writer WriterKey // who signed it
}

func (e *MissingError) Error() string {
	return fmt.Sprintf("%d changes are missing before this one", len(e.IDs))
}

// InvalidError is returned by Apply for a change that no peer keeps.
type InvalidError struct {
	Reason string
	cause  error // the limit that it breaks, where there is one
}

func (e *InvalidError) Error() string { return "change is not valid: " + e.Reason }

// Unwrap returns the limit that the change breaks as a [*RefusedError], or nil.
func (e *InvalidError) Unwrap() error { return e.cause }

func invalid(format string, args ...any) error {
	e := &InvalidError{Reason: fmt.Sprintf(format, args...)}
	for _, a := range args {
		if err, ok := a.(error); ok {
			e.cause = err
		}
	}
	return e
}

// invalidAs is invalid with the code of what its writer is told.
func invalidAs(code RefusalCode, reason string) error {
	return &InvalidError{Reason: reason, cause: refuse(code)}
}

// Applied says what a kept change did.
type Applied struct {
	Change  *Change
	Diff    Diff
	Refused *RefusedError // why it was not allowed: it is kept and carried, and never counts; nil when it was
}

// Open holds the session that a genesis begins. The genesis is applied.
func Open(genesis []byte) (*Session, error) {
	c, err := decodeSigned(genesis)
	if err != nil {
		return nil, fmt.Errorf("open session: %w", invalid("%v", err))
	}
	s := empty()
	if err := s.begin(c); err != nil {
		return nil, fmt.Errorf("open session: %w", err)
	}
	return s, nil
}

// empty is a session that did not begin.
func empty() *Session {
	return &Session{
		graph: newGraph(), land: newLandmarks(), writers: map[WriterKey]*writerInfo{}, records: map[RecordID]*record{},
		byParent: map[RecordID][]RecordID{}, byPerson: map[Person][]int32{}, byRun: map[RecordID][]int32{}, undone: map[ID][]*node{},
		locks: map[RecordID]*record{}, drawn: newDrawn(),
	}
}

// begin checks and takes the genesis: the change that makes the session record.
func (s *Session) begin(c *Change) error {
	switch {
	case c.Seq != 1 || c.Session != SessionID{} || !c.Prev.Zero() || len(c.Deps) > 0 || c.Lamport != 1 || !c.Run.Zero():
		return invalid("not the beginning of a session")
	case c.V != Version:
		return invalid("made by rules of version %d; this app knows version %d", c.V, Version)
	case len(c.Ops) == 0 || c.Ops[0].Code != OpCreate || c.Ops[0].Kind != KindSession:
		return invalid("does not begin with the session")
	}
	if err := s.checkForm(c); err != nil {
		return err
	}
	if err := checkSignatures(c, SessionID{}, c.Person); err != nil {
		return err
	}
	if fieldOf(&c.Ops[0], FieldFirst).Person() != c.Person {
		return invalid("its first facilitator did not sign it")
	}
	copy(s.id[:], c.ID[:])
	s.nonce, s.first = fieldOf(&c.Ops[0], FieldNonce).Raw(), c.Person
	s.root = RecordID{Change: c.ID}
	n := nodeOf(c)
	n.policy, n.person, n.rank, n.bytes = s.land.empty, c.Person, rankOf(RoleFirst, 0), len(c.Bytes)
	s.graph.place(n, nil, nil)
	s.keep(n)
	return nil
}

// ID returns the session's ID.
func (s *Session) ID() SessionID { return s.id }

// Nonce returns what the first facilitator rolled for this session; people derive their keys from it.
func (s *Session) Nonce() []byte { return s.nonce }

// First returns the first facilitator.
func (s *Session) First() Person { return s.first }

// Root returns the session record's ID.
func (s *Session) Root() RecordID { return s.root }

// Len returns how many changes are kept.
func (s *Session) Len() int { return len(s.graph.nodes) }

// Has reports whether a change is kept.
func (s *Session) Has(id ID) bool { _, ok := s.graph.has(id); return ok }

// Digest is equal on two peers exactly when they hold the same changes.
func (s *Session) Digest() [32]byte { return s.graph.digest() }

// Role returns what a person is now.
func (s *Session) Role(p Person) Role { return s.policyNow().rankIn(s, p).role() }

// Apply judges a change from anywhere and keeps it if it is valid. Errors: [ErrKnown], [*MissingError], [*InvalidError]; the
// session is then unaltered. signed is kept: the caller does not alter it any more.
func (s *Session) Apply(signed []byte) (Applied, error) {
	c, err := decodeSigned(signed)
	if err != nil {
		return Applied{}, invalid("%v", err)
	}
	return s.apply(c, false)
}

// apply takes a decoded change. own marks one that this process has just signed, whose signature needs no check.
func (s *Session) apply(c *Change, own bool) (Applied, error) {
	if s.Has(c.ID) {
		return Applied{}, ErrKnown
	}
	n, err := s.judgeValid(c, own)
	if err != nil {
		return Applied{}, err
	}
	why := s.judgeAllowed(n)
	n.refused = why.sentence()
	diff := s.keep(n)
	return Applied{Change: c, Diff: diff, Refused: why}, nil
}

// keep adds a judged node to the graph and works out what counts from now on.
func (s *Session) keep(n *node) Diff {
	c := n.change.read()
	mark := s.isLandmark(c)
	for i := range c.Ops {
		if g, ok := grantIn(n, i); ok && n.refused == "" {
			n.was = s.policyOf(n.policy).rankIn(s, g.person)
		}
	}
	i := s.graph.add(n, c)
	s.byPerson[n.person] = append(s.byPerson[n.person], i)
	if c.Seq == 1 {
		s.writers[c.Writer] = &writerInfo{person: n.person}
	}
	if !n.change.Run.Zero() {
		s.byRun[n.change.Run] = append(s.byRun[n.change.Run], i)
	}
	if mark {
		s.land.add(n)
	}
	return s.count(n, mark)
}
