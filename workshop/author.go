package workshop

import (
	"crypto/ed25519"
	"crypto/hkdf"
	"crypto/sha256"
	"errors"
	"fmt"
	"io"
)

// PersonKey derives a person's key in a session from their identity and the session's nonce, so that a restored or second
// laptop is the same person and two sessions cannot be linked.
func PersonKey(identity [32]byte, nonce []byte) (ed25519.PrivateKey, error) {
	seed, err := hkdf.Key(sha256.New, identity[:], nonce, "convene/person/1", ed25519.SeedSize)
	if err != nil {
		return nil, fmt.Errorf("derive person: %w", err)
	}
	return ed25519.NewKeyFromSeed(seed), nil
}

// PersonOf returns the public half of a person's key.
func PersonOf(key ed25519.PrivateKey) Person {
	var p Person
	copy(p[:], key.Public().(ed25519.PublicKey))
	return p
}

// Writer signs changes of one person in one session, for as long as the app runs. Keep it in memory only: a key that no disk
// holds cannot sign a second history.
type Writer struct {
	key    ed25519.PrivateKey
	pub    WriterKey
	person Person
	vouch  [64]byte
	seq    uint64
	prev   ID
}

// NewWriter makes a writer for a person. random gives 32 bytes.
func NewWriter(random io.Reader, person ed25519.PrivateKey, session SessionID) (*Writer, error) {
	seed := make([]byte, ed25519.SeedSize)
	if _, err := io.ReadFull(random, seed); err != nil {
		return nil, fmt.Errorf("make writer: %w", err)
	}
	w := &Writer{key: ed25519.NewKeyFromSeed(seed), person: PersonOf(person)}
	copy(w.pub[:], w.key.Public().(ed25519.PublicKey))
	copy(w.vouch[:], ed25519.Sign(person, personMessage(session, w.pub)))
	return w, nil
}

// Person returns whose writer it is.
func (w *Writer) Person() Person { return w.person }

// Key returns the writer's public key.
func (w *Writer) Key() WriterKey { return w.pub }

// Founding is what a session begins with. Empty fields are left out.
type Founding struct {
	Title, Purpose, Question, Period, Date, Place, Template string
	Lineage                                                 string // the session that this one follows up, or empty
}

// Found begins a session: its first facilitator is the person. random gives the nonce and the writer's key. The genesis in
// the result is to be kept like every change.
func Found(random io.Reader, f Founding, identity [32]byte, wall int64) (*Session, *Writer, *Change, error) {
	nonce := make([]byte, 16)
	if _, err := io.ReadFull(random, nonce); err != nil {
		return nil, nil, nil, fmt.Errorf("found session: %w", err)
	}
	person, err := PersonKey(identity, nonce)
	if err != nil {
		return nil, nil, nil, fmt.Errorf("found session: %w", err)
	}
	w, err := NewWriter(random, person, SessionID{})
	if err != nil {
		return nil, nil, nil, fmt.Errorf("found session: %w", err)
	}
	c := &Change{V: Version, Writer: w.pub, Seq: 1, Lamport: 1, Wall: wall, Person: w.person, PersonSig: w.vouch}
	c.Ops = []Op{{Code: OpCreate, Kind: KindSession, Fields: f.fields(nonce, w.person)}}
	signed, err := w.sign(c)
	if err != nil {
		return nil, nil, nil, fmt.Errorf("found session: %w", err)
	}
	s, err := Open(signed)
	if err != nil {
		return nil, nil, nil, fmt.Errorf("found session: %w", err)
	}
	genesis := s.graph.nodes[0].change.full()
	w.seq, w.prev = 1, genesis.ID
	return s, w, genesis, nil
}

func (f Founding) fields(nonce []byte, first Person) []FieldValue {
	b := fields{}
	b.text(FieldTitle, f.Title)
	b.text(FieldPurpose, f.Purpose)
	b.text(FieldQuestion, f.Question)
	b.text(FieldPeriod, f.Period)
	b.text(FieldDate, f.Date)
	b.text(FieldPlace, f.Place)
	b.text(FieldTemplate, f.Template)
	b.text(FieldLineage, f.Lineage)
	b.add(FieldNonce, Bytes(nonce))
	b.add(FieldFirst, PersonValue(first))
	b.add(FieldFloor, PersonValue(first))
	return b.sorted()
}

// sign encodes and signs a change; the result is what is kept and sent.
func (w *Writer) sign(c *Change) ([]byte, error) {
	body, err := encodeBody(c)
	if err != nil {
		return nil, err
	}
	return append(ed25519.Sign(w.key, signedHash(body)), body...), nil
}

// Do signs ops as one change under a run (or none) and applies it. More than one change comes back when the log had more loose
// ends than one change can name. Nothing is signed that the rules would refuse: the error is then a [*RefusedError], and the
// session is unaltered. wall is milliseconds since 1970.
func (s *Session) Do(w *Writer, run RecordID, wall int64, ops ...Op) ([]Applied, error) {
	if len(ops) == 0 {
		return nil, errors.New("do: nothing to do")
	}
	var done []Applied
	for len(s.graph.heads) > MaxDeps {
		a, err := s.write(w, RecordID{}, wall, nil)
		if err != nil {
			return done, fmt.Errorf("join loose ends: %w", err)
		}
		done = append(done, a)
	}
	a, err := s.write(w, run, wall, ops)
	if err != nil {
		return done, err
	}
	return append(done, a), nil
}

func (s *Session) write(w *Writer, run RecordID, wall int64, ops []Op) (Applied, error) {
	c := &Change{V: Version, Session: s.id, Writer: w.pub, Seq: w.seq + 1, Prev: w.prev, Run: run, Wall: wall, Ops: ops}
	if c.Seq == 1 {
		c.Person, c.PersonSig = w.person, w.vouch
	} else {
		if last, ok := s.graph.has(w.prev); ok {
			c.Lamport = last.change.Lamport
		}
	}
	for _, id := range s.graph.sortedHeads() {
		if id == w.prev || len(c.Deps) == MaxDeps {
			continue
		}
		c.Deps = append(c.Deps, id)
		c.Lamport = max(c.Lamport, s.graph.nodes[s.graph.heads[id]].change.Lamport)
	}
	c.Lamport++
	signed, err := w.sign(c)
	if err != nil {
		return Applied{}, err
	}
	if c, err = decodeSigned(signed); err != nil {
		return Applied{}, refusalOf(err)
	}
	n, err := s.judgeValid(c, true)
	if err != nil {
		return Applied{}, refusalOf(err)
	}
	if why := s.judgeAllowed(n); why != nil {
		return Applied{}, why
	}
	w.seq, w.prev = c.Seq, c.ID
	return Applied{Change: c, Diff: s.keep(n)}, nil
}
