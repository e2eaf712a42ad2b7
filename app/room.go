package app

import (
	"context"
	"crypto/ed25519"
	"errors"
	"fmt"
	"slices"

	"convene/p2p"
	"convene/workshop"
)

// room is what a session's node asks of it. Its methods are called from many
// goroutines; each runs on the session's own.
type room struct{ l *live }

func (r room) ask(f func(*Laptop) error) error { return r.l.do(context.Background(), f) }

// What people sign to show who they are, at a connection and at the door.
const (
	helloDomain = "convene/hello/1"
	admitDomain = "convene/admit/1"
)

// helloForm proves to a peer who is at this laptop.
type helloForm struct {
	Person []byte   `cbor:"1,keyasint"`
	Sig    []byte   `cbor:"2,keyasint"`
	Grants [][]byte `cbor:"3,keyasint,omitempty"`
}

func helloWords(session workshop.SessionID, prover, judge, nonce []byte) []byte {
	words := append([]byte(helloDomain), session[:]...)
	for _, part := range [][]byte{prover, judge, nonce} {
		words = append(words, byte(len(part)))
		words = append(words, part...)
	}
	return words
}

func admitWords(session workshop.SessionID, challenge []byte) []byte {
	return append(append([]byte(admitDomain), session[:]...), challenge...)
}

// Hello proves who is here: a signature for this connection alone, and the
// grants that let this person in, for peers that do not know them yet.
func (r room) Hello(mine, theirs, nonce []byte) (proof []byte, err error) {
	err = r.ask(func(l *Laptop) error {
		grants := l.s.Proof(l.me)
		if grants == nil {
			grants = r.l.grant
		}
		key, err := workshop.PersonKey(l.identity, l.s.Nonce())
		if err != nil {
			return err
		}
		proof, err = encode(helloForm{Person: l.me[:], Sig: ed25519.Sign(key, helloWords(l.s.ID(), mine, theirs, nonce)), Grants: grants})
		return err
	})
	return proof, err
}

var errStranger = errors.New("not a member of this session")

// Welcome judges who a peer says to be. Who was removed stays out; who is not
// known here yet shows the grants.
func (r room) Welcome(mine, theirs, nonce, proof []byte) (person [32]byte, err error) {
	var form helloForm
	if err := decode(proof, &form); err != nil {
		return person, fmt.Errorf("read proof: %w", err)
	}
	if len(form.Person) != len(person) {
		return person, errStranger
	}
	who := workshop.Person(form.Person)
	err = r.ask(func(l *Laptop) error {
		if !ed25519.Verify(who[:], helloWords(l.s.ID(), theirs, mine, nonce), form.Sig) {
			return errStranger
		}
		if l.s.Granted(who) {
			if l.s.Role(who) == workshop.RoleNone {
				return errStranger
			}
			return nil
		}
		return workshop.CheckProof(l.s.ID(), l.s.First(), who, form.Grants)
	})
	return who, err
}

// Have is what this laptop holds.
func (r room) Have() (digest [32]byte, summary []byte) {
	_ = r.ask(func(l *Laptop) error { // an ended session holds nothing for anybody
		digest, summary = l.s.Digest(), l.s.Summary()
		return nil
	})
	return digest, summary
}

// missingPiece is how many changes are read at a time for somebody who lacks them:
// the session goes on in between.
const missingPiece = 256

// Missing yields what the holder of a summary lacks. The session never waits for
// the network, and for a whole session only piece by piece.
func (r room) Missing(summary []byte, yield func(change []byte) error) error {
	var lack *workshop.Lack
	err := r.ask(func(l *Laptop) (err error) {
		lack, err = l.s.Lacking(summary)
		return err
	})
	if err != nil {
		return err
	}
	lack.Order()
	for {
		var piece [][]byte
		if err := r.ask(func(*Laptop) error {
			piece = lack.Next(missingPiece)
			return nil
		}); err != nil || len(piece) == 0 {
			return err
		}
		for _, b := range piece {
			if err := yield(b); err != nil {
				return err
			}
		}
	}
}

// Receive takes changes of others and returns what is kept and may be passed on;
// what the sender wrote is left out unless all is wanted. An error means bytes no
// honest peer sends.
func (r room) Receive(from [32]byte, changes [][]byte, all bool) (out p2p.Taken, err error) {
	var invalid *workshop.InvalidError
	err = r.ask(func(l *Laptop) error {
		if !all {
			changes = slices.DeleteFunc(slices.Clone(changes), func(b []byte) bool { return l.s.SaysWriter(b) == workshop.Person(from) })
		}
		applied, by, err := l.take(changes)
		for _, c := range applied {
			out.Kept = append(out.Kept, c.Bytes)
		}
		for _, writer := range by {
			if l.s.WriterOf(writer) == workshop.Person(from) {
				out.Own++
			}
		}
		for _, b := range changes {
			if l.held.holds(b) {
				out.Lacks = append(out.Lacks, b)
			}
		}
		return err
	})
	if errors.As(err, &invalid) {
		return out, err
	}
	return out, nil
}

// Presence is the latest state of somebody here; nil when they left.
func (r room) Presence(from [32]byte, state []byte) {
	_ = r.ask(func(l *Laptop) error { // an ended session needs to know nothing
		l.Presence(from, state)
		return nil
	})
}

var _ p2p.Room = room{}
