// Package rogue is a member of a session who does not keep the rules: it
// comes in by an invite like anybody, and then signs and sends what an honest
// app never would. Tests attack real laptops with it. It speaks the protocol of
// docs/protocol.md with code of its own and shares none with app.
package rogue

import (
	"bytes"
	"context"
	"crypto/ed25519"
	"crypto/rand"
	"errors"
	"fmt"
	"sync"
	"time"

	"github.com/fxamacker/cbor/v2"

	"convene/p2p"
	"convene/workshop"
)

// Member is a rogue inside a session. Its methods can be called from many
// goroutines.
type Member struct {
	node  *p2p.Node
	stop  context.CancelFunc
	ended chan struct{}
	key   ed25519.PrivateKey
	grant [][]byte

	mu     sync.Mutex
	s      *workshop.Session
	w      *workshop.Writer
	seed   []byte // of the writer
	hidden bool
}

// proof is what a hello proves, as docs/protocol.md has it.
type proof struct {
	Person []byte   `cbor:"1,keyasint"`
	Sig    []byte   `cbor:"2,keyasint"`
	Grants [][]byte `cbor:"3,keyasint,omitempty"`
}

var errNobody = errors.New("a rogue lets nobody in")

// Join comes in by an invite's link, as the person that identity makes in this
// session, and writes under the writer that seed makes: two members with the
// same of both sign two histories. Close must be called. loopback is for hosts
// on this computer only.
func Join(ctx context.Context, link string, identity, seed [32]byte, loopback bool) (*Member, error) {
	i, err := p2p.ParseInvite(link)
	if err != nil {
		return nil, fmt.Errorf("read invite: %w", err)
	}
	_, host, err := ed25519.GenerateKey(rand.Reader)
	if err != nil {
		return nil, fmt.Errorf("make host key: %w", err)
	}
	m := &Member{seed: seed[:], ended: make(chan struct{})}
	answer, err := p2p.Join(ctx, p2p.Visit{Key: host, Invite: i, Loopback: loopback, Prove: func(genesis, challenge []byte) ([32]byte, []byte, error) {
		return m.prove(identity, genesis, challenge)
	}})
	if err != nil {
		return nil, fmt.Errorf("come in: %w", err)
	}
	m.grant = answer.Grant
	if m.w, err = workshop.NewWriter(bytes.NewReader(m.seed), m.key, m.s.ID()); err != nil {
		return nil, fmt.Errorf("make writer: %w", err)
	}
	if m.node, err = p2p.Start(ctx, p2p.Config{
		Key: host, Session: i.Session, Person: m.w.Person(), Loopback: loopback, Room: room{m},
		Voucher: ed25519.Sign(m.key, p2p.VoucherWords(i.Session, host.Public().(ed25519.PublicKey))),
	}); err != nil {
		return nil, fmt.Errorf("open ports: %w", err)
	}
	running, stop := context.WithCancel(context.WithoutCancel(ctx))
	m.stop = stop
	go func() {
		defer close(m.ended)
		_ = m.node.Run(running) // it ends when it is told to
	}()
	if err := m.node.Dial(ctx, answer.Addrs); err != nil {
		m.Close()
		return nil, fmt.Errorf("dial members: %w", err)
	}
	return m, nil
}

// prove signs at the door, and keeps the session that the door showed.
func (m *Member) prove(identity [32]byte, genesis, challenge []byte) (person [32]byte, sig []byte, err error) {
	if m.s, err = workshop.Open(genesis); err != nil {
		return person, nil, fmt.Errorf("read genesis: %w", err)
	}
	if m.key, err = workshop.PersonKey(identity, m.s.Nonce()); err != nil {
		return person, nil, fmt.Errorf("make person: %w", err)
	}
	session := m.s.ID()
	words := append(append([]byte("convene/admit/1"), session[:]...), challenge...)
	return workshop.PersonOf(m.key), ed25519.Sign(m.key, words), nil
}

// Close leaves the session.
func (m *Member) Close() {
	m.stop()
	<-m.ended
}

// Person is who it is in this session.
func (m *Member) Person() workshop.Person { return m.w.Person() }

// Here is how many laptops it is linked to.
func (m *Member) Here() int { return len(m.node.Peers()) }

// Holds is how many changes it has.
func (m *Member) Holds() int {
	m.mu.Lock()
	defer m.mu.Unlock()
	return m.s.Len()
}

// All is every change that it has.
func (m *Member) All() (all [][]byte) {
	m.mu.Lock()
	defer m.mu.Unlock()
	_ = m.s.Changes(func(c *workshop.Change) error { all = append(all, c.Bytes); return nil }) // yield never fails
	return all
}

// Sign signs one change, whose rules its own log keeps, and sends it to nobody.
func (m *Member) Sign(ops ...workshop.Op) ([][]byte, error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	applied, err := m.s.Do(m.w, workshop.RecordID{}, time.Now().UnixMilli(), ops...)
	if err != nil {
		return nil, fmt.Errorf("sign: %w", err)
	}
	var out [][]byte
	for _, a := range applied {
		out = append(out, a.Change.Bytes)
	}
	return out, nil
}

// Send tells everybody it is linked to, whatever it is.
func (m *Member) Send(changes ...[]byte) { m.node.Publish(changes) }

// Hide gives nobody anything when they ask, from now on.
func (m *Member) Hide() {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.hidden = true
}

// room is what the node asks of a rogue.
type room struct{ m *Member }

var _ p2p.Room = room{}

func (r room) Hello(mine, theirs, nonce []byte) ([]byte, error) {
	session, person := r.m.s.ID(), r.m.Person()
	words := append([]byte("convene/hello/1"), session[:]...)
	for _, part := range [][]byte{mine, theirs, nonce} {
		words = append(append(words, byte(len(part))), part...)
	}
	b, err := cbor.Marshal(proof{Person: person[:], Sig: ed25519.Sign(r.m.key, words), Grants: r.m.grant})
	if err != nil {
		return nil, fmt.Errorf("write proof: %w", err)
	}
	return b, nil
}

func (r room) Welcome(_, _, _, said []byte) (person [32]byte, err error) {
	var p proof
	if err := cbor.Unmarshal(said, &p); err != nil || len(p.Person) != len(person) {
		return person, errNobody
	}
	return [32]byte(p.Person), nil
}

func (r room) Invited([8]byte) (secret [16]byte, genesis []byte, err error) {
	return secret, nil, errNobody
}

func (r room) Admit(p2p.JoinRequest) (p2p.JoinAnswer, error) { return p2p.JoinAnswer{}, errNobody }

func (r room) Have() (digest [32]byte, summary []byte) {
	r.m.mu.Lock()
	defer r.m.mu.Unlock()
	return r.m.s.Digest(), r.m.s.Summary()
}

func (r room) Missing(summary []byte, yield func(change []byte) error) error {
	var list [][]byte
	r.m.mu.Lock()
	hidden := r.m.hidden
	err := r.m.s.Missing(summary, func(b []byte) error { list = append(list, b); return nil })
	r.m.mu.Unlock()
	if err != nil || hidden {
		return err
	}
	for _, b := range list {
		if err := yield(b); err != nil {
			return err
		}
	}
	return nil
}

// Receive takes what it can use and lets the rest go.
func (r room) Receive(_ [32]byte, changes [][]byte, _ bool) (p2p.Taken, error) {
	r.m.mu.Lock()
	defer r.m.mu.Unlock()
	for _, b := range changes {
		_, _ = r.m.s.Apply(b) // a rogue judges nobody
	}
	return p2p.Taken{}, nil
}

func (r room) Presence([32]byte, []byte) {}
