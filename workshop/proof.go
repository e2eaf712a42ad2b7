package workshop

import (
	"crypto/ed25519"
	"errors"
	"fmt"
)

// A proof is a handful of changes from which anybody who knows the session's first facilitator can see, without the log, that
// a person was granted a role: the grants from the first facilitator down to the person, and the first change of each writer
// that signed one. It says nothing of later removals; who holds the log asks the log.

// maxProof bounds a proof: changes and bytes.
const (
	maxProof      = 64
	maxProofBytes = 128 << 10
)

// ErrNoProof means that a proof does not show what it should.
var ErrNoProof = errors.New("the proof does not show that this person was admitted")

// Proof returns the changes that show that a person was admitted, or nil when the person was not.
func (s *Session) Proof(who Person) [][]byte {
	var proof [][]byte
	seen := map[ID]bool{}
	add := func(c *Change) {
		if !seen[c.ID] {
			seen[c.ID] = true
			proof = append(proof, c.Bytes)
		}
	}
	for p := who; p != s.first; {
		grants := s.policyNow().grants[p]
		if len(grants) == 0 || len(proof) > maxProof {
			return nil
		}
		g := grants[len(grants)-1].by
		for _, other := range grants {
			if other.by.person != p {
				g = other.by
			}
		}
		if g.person == p {
			return nil
		}
		add(s.firstOf(g))
		add(g.change.full())
		p = g.person
	}
	return proof
}

// firstOf returns the first change of the writer of n.
func (s *Session) firstOf(n *node) *Change {
	for n.change.Seq > 1 {
		n, _ = s.graph.has(n.change.read().Prev)
	}
	return n.change.full()
}

// CheckProof says whether a proof shows that a person was admitted to a session whose first facilitator is known. Errors:
// [ErrNoProof].
func CheckProof(session SessionID, first, who Person, proof [][]byte) error {
	if who == first {
		return nil
	}
	if len(proof) > maxProof {
		return fmt.Errorf("%w: %d changes", ErrNoProof, len(proof))
	}
	size := 0
	var changes []*Change
	writers := map[WriterKey]Person{}
	for _, b := range proof {
		if size += len(b); size > maxProofBytes {
			return fmt.Errorf("%w: too long", ErrNoProof)
		}
		c, err := decodeSigned(b)
		if err != nil || !ed25519.Verify(c.Writer[:], signedHash(c.Bytes[64:]), c.Bytes[:64]) {
			return fmt.Errorf("%w: a change in it is not in order", ErrNoProof)
		}
		if c.Seq == 1 && vouched(session, c) {
			writers[c.Writer] = c.Person
		}
		changes = append(changes, c)
	}
	return follow(session, first, who, changes, writers)
}

// vouched checks a writer's first change. The genesis names no session, because its ID is the session.
func vouched(session SessionID, c *Change) bool {
	in := c.Session
	if in == (SessionID{}) {
		if SessionID(c.ID[:16]) != session {
			return false
		}
	} else if in != session {
		return false
	}
	return ed25519.Verify(c.Person[:], personMessage(in, c.Writer), c.PersonSig[:])
}

// follow walks the grants from the first facilitator until the person is reached.
func follow(session SessionID, first, who Person, changes []*Change, writers map[WriterKey]Person) error {
	roles := map[Person]Role{first: RoleFirst}
	for range changes {
		for _, c := range changes {
			by, ok := writers[c.Writer]
			role, in := roles[by]
			if !ok || !in || !role.Facilitates() || (c.Session != session) {
				continue
			}
			for i := range c.Ops {
				if g, ok := grantIn(nodeOf(c), i); ok && g.rank.role() < RoleNone && role < g.rank.role() {
					roles[g.person] = g.rank.role()
				}
			}
		}
		if _, in := roles[who]; in {
			return nil
		}
	}
	return ErrNoProof
}
