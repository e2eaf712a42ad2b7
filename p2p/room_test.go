package p2p

import (
	"bytes"
	"context"
	"crypto/ed25519"
	"crypto/sha256"
	"encoding/binary"
	"errors"
	"fmt"
	"os"
	"slices"
	"sync"
	"testing"
	"time"

	"github.com/libp2p/go-libp2p/core/crypto"
	"github.com/sirupsen/logrus"
	"go.uber.org/goleak"
)

func TestMain(m *testing.M) {
	goleak.VerifyTestMain(m)
}

// hall is the people of a session in a test: who belongs to it, and the
// invites that are open. All its rooms share it.
type hall struct {
	mu      sync.Mutex
	session [16]byte
	genesis []byte
	members map[[32]byte]bool
	invites map[[8]byte][16]byte
	waiting int // answers of ErrAdmitLater before yes
	flooder [32]byte
}

func newHall(name string) *hall {
	sum := sha256.Sum256([]byte(name))
	return &hall{
		session: [16]byte(sum[:16]), genesis: []byte("genesis of " + name),
		members: map[[32]byte]bool{}, invites: map[[8]byte][16]byte{},
	}
}

func (h *hall) setMember(p [32]byte, is bool) {
	h.mu.Lock()
	defer h.mu.Unlock()
	h.members[p] = is
}

func (h *hall) isMember(p [32]byte) bool {
	h.mu.Lock()
	defer h.mu.Unlock()
	return h.members[p]
}

// fakeRoom is a set of opaque changes and a person. A change that begins with
// "bad" is not valid; one with "secret" marks what a stranger must not see.
type fakeRoom struct {
	hall   *hall
	person ed25519.PrivateKey

	mu       sync.Mutex
	held     map[[8]byte][]byte
	order    [][8]byte
	sums     [32]byte // xor of all ids: the digest
	summary  []byte   // all ids, in order
	presence map[[32]byte]string
	received int // changes, with repetitions
	news     chan struct{}
	largest  int  // most changes that came at once
	waits    bool // what comes lacks its past: it is held, and not judged yet
}

func newRoom(h *hall, name string) *fakeRoom {
	seed := sha256.Sum256([]byte("person " + name))
	r := &fakeRoom{
		hall: h, person: ed25519.NewKeyFromSeed(seed[:]),
		held: map[[8]byte][]byte{}, presence: map[[32]byte]string{}, news: make(chan struct{}, 1),
	}
	return r
}

func (r *fakeRoom) id() [32]byte { return [32]byte(r.person.Public().(ed25519.PublicKey)) }

func (r *fakeRoom) voucher(host ed25519.PrivateKey) []byte {
	return ed25519.Sign(r.person, VoucherWords(r.hall.session, host.Public().(ed25519.PublicKey)))
}

func (r *fakeRoom) words(mine, theirs, nonce []byte) []byte {
	return bytes.Join([][]byte{r.hall.session[:], mine, theirs, nonce}, []byte("|"))
}

func (r *fakeRoom) Hello(mine, theirs, nonce []byte) ([]byte, error) {
	id := r.id()
	return append(id[:], ed25519.Sign(r.person, r.words(mine, theirs, nonce))...), nil
}

func (r *fakeRoom) Welcome(mine, theirs, nonce, proof []byte) ([32]byte, error) {
	if len(proof) != 96 {
		return [32]byte{}, errors.New("not a proof")
	}
	person := [32]byte(proof[:32])
	if !ed25519.Verify(person[:], r.words(theirs, mine, nonce), proof[32:]) {
		return person, errors.New("signature")
	}
	if !r.hall.isMember(person) {
		return person, errors.New("not a member")
	}
	return person, nil
}

func (r *fakeRoom) Invited(id [8]byte) ([16]byte, []byte, error) {
	r.hall.mu.Lock()
	defer r.hall.mu.Unlock()
	secret, ok := r.hall.invites[id]
	if !ok {
		return [16]byte{}, nil, ErrInviteRefused
	}
	return secret, r.hall.genesis, nil
}

func (r *fakeRoom) Admit(req JoinRequest) (JoinAnswer, error) {
	if !ed25519.Verify(req.Person[:], append(slices.Clone(r.hall.genesis), req.Challenge...), req.Signature) {
		return JoinAnswer{}, ErrInviteRefused
	}
	r.hall.mu.Lock()
	defer r.hall.mu.Unlock()
	if r.hall.waiting > 0 {
		r.hall.waiting--
		return JoinAnswer{}, ErrAdmitLater
	}
	r.hall.members[req.Person] = true
	return JoinAnswer{Grant: [][]byte{[]byte("grant")}}, nil
}

func (r *fakeRoom) prove(genesis, challenge []byte) ([32]byte, []byte, error) {
	return r.id(), ed25519.Sign(r.person, append(slices.Clone(genesis), challenge...)), nil
}

func (r *fakeRoom) Have() ([32]byte, []byte) {
	r.mu.Lock()
	defer r.mu.Unlock()
	return r.sums, slices.Clip(r.summary)
}

func (r *fakeRoom) Missing(summary []byte, yield func([]byte) error) error {
	has := map[[8]byte]bool{}
	for s := summary; len(s) >= 8; s = s[8:] {
		has[[8]byte(s)] = true
	}
	r.mu.Lock()
	var out [][]byte
	for _, id := range r.order {
		if !has[id] {
			out = append(out, r.held[id])
		}
	}
	r.mu.Unlock()
	for _, c := range out {
		if err := yield(c); err != nil {
			return err
		}
	}
	return nil
}

// A change that begins with "own" was written by the person of the hall who floods; one made by after builds on another.
func (r *fakeRoom) Receive(from [32]byte, changes [][]byte, all bool) (out Taken, err error) {
	r.mu.Lock()
	r.largest = max(r.largest, len(changes))
	r.mu.Unlock()
	theirs := func(c []byte) bool { return from == r.hall.flooder && bytes.HasPrefix(c, []byte("own")) }
	if !all {
		changes = slices.DeleteFunc(slices.Clone(changes), theirs)
	}
	for _, c := range changes {
		if bytes.HasPrefix(c, []byte("bad")) {
			return Taken{}, errors.New("bad change")
		}
		if theirs(c) {
			out.Own++
		}
	}
	if r.waits {
		out.Lacks = changes
		return out, nil
	}
	for _, c := range changes {
		if r.lacks(c) {
			out.Lacks = append(out.Lacks, c)
			continue
		}
		out.Kept = append(out.Kept, r.keep([][]byte{c})...)
	}
	return out, nil
}

// after makes a text that builds on another.
func after(past, text string) string {
	sum := sha256.Sum256([]byte(past))
	return fmt.Sprintf("after %x %s", sum[:8], text)
}

// lacks holds a change whose past is not here; it comes again with that.
func (r *fakeRoom) lacks(c []byte) bool {
	var past []byte
	if n, _ := fmt.Sscanf(string(c), "after %x ", &past); n != 1 || len(past) != 8 {
		return false
	}
	r.mu.Lock()
	defer r.mu.Unlock()
	return r.held[[8]byte(past)] == nil
}

func (r *fakeRoom) keep(changes [][]byte) (fresh [][]byte) {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.received += len(changes)
	for _, c := range changes {
		sum := sha256.Sum256(c)
		id := [8]byte(sum[:8])
		if _, there := r.held[id]; !there {
			fresh = append(fresh, c)
			r.held[id] = bytes.Clone(c)
			r.order = append(r.order, id)
			r.summary = append(r.summary, id[:]...)
			for i := range r.sums {
				r.sums[i] ^= sum[i]
			}
		}
	}
	pulse(r.news)
	return fresh
}

func (r *fakeRoom) count() int {
	r.mu.Lock()
	defer r.mu.Unlock()
	return len(r.held)
}

func (r *fakeRoom) holds(change string) bool {
	sum := sha256.Sum256([]byte(change))
	r.mu.Lock()
	defer r.mu.Unlock()
	_, ok := r.held[[8]byte(sum[:8])]
	return ok
}

func (r *fakeRoom) Presence(from [32]byte, state []byte) {
	r.mu.Lock()
	defer r.mu.Unlock()
	if state == nil {
		delete(r.presence, from)
		return
	}
	r.presence[from] = string(state)
}

func (r *fakeRoom) sees(person [32]byte) string {
	r.mu.Lock()
	defer r.mu.Unlock()
	return r.presence[person]
}

// laptop is a node with its room, running.
type laptop struct {
	*Node
	room *fakeRoom
	stop func()
}

func hostKey(name string) ed25519.PrivateKey {
	seed := sha256.Sum256([]byte("host " + name))
	return ed25519.NewKeyFromSeed(seed[:])
}

// open starts a member's laptop; it is stopped with the test.
func open(t testing.TB, h *hall, name string, change ...func(*Config)) *laptop {
	t.Helper()
	room := newRoom(h, name)
	h.setMember(room.id(), true)
	return openRoom(t, room, name, change...)
}

func openRoom(t testing.TB, room *fakeRoom, name string, change ...func(*Config)) *laptop {
	t.Helper()
	c := Config{Key: hostKey(name), Session: room.hall.session, Person: room.id(), Voucher: room.voucher(hostKey(name)), Loopback: true, Room: room, Log: testLog(t, name)}
	for _, f := range change {
		f(&c)
	}
	ctx, cancel := context.WithCancel(context.Background())
	n, err := Start(ctx, c)
	if err != nil {
		cancel()
		t.Fatal(err)
	}
	done := make(chan struct{})
	go func() {
		defer close(done)
		if err := n.Run(ctx); !errors.Is(err, context.Canceled) {
			t.Errorf("Run of %s: %v", name, err)
		}
	}()
	stop := sync.OnceFunc(func() { cancel(); <-done })
	t.Cleanup(stop)
	return &laptop{Node: n, room: room, stop: stop}
}

type testWriter struct {
	t    testing.TB
	name string
}

func (w testWriter) Write(b []byte) (int, error) {
	w.t.Logf("%s: %s", w.name, bytes.TrimSpace(b))
	return len(b), nil
}

func testLog(t testing.TB, name string) *logrus.Entry {
	l := logrus.New()
	l.SetLevel(logrus.PanicLevel)
	if os.Getenv("CONVENE_LOG") != "" {
		l.SetOutput(testWriter{t, name})
		l.SetLevel(logrus.DebugLevel)
	}
	return logrus.NewEntry(l)
}

// eventually waits for something to become so.
func eventually(t testing.TB, within time.Duration, what string, so func() bool) {
	t.Helper()
	tick := time.NewTicker(5 * time.Millisecond)
	defer tick.Stop()
	for end := time.Now().Add(within); !so(); <-tick.C {
		if time.Now().After(end) {
			t.Fatalf("after %v: not so: %s", within, what)
		}
	}
}

// write makes changes of one person, as if they had been written there.
func (l *laptop) write(texts ...string) {
	var out [][]byte
	for _, s := range texts {
		out = append(out, []byte(s))
	}
	l.room.keep(out)
	l.Publish(out)
}

// linked counts the peers with a link of their own.
func (l *laptop) linked() int {
	count := 0
	for _, p := range l.Peers() {
		if p.Kind != "through" {
			count++
		}
	}
	return count
}

func numbered(prefix string, count, size int) [][]byte {
	var out [][]byte
	for i := range count {
		b := make([]byte, max(size, len(prefix)+8))
		copy(b, prefix)
		binary.BigEndian.PutUint64(b[len(prefix):], uint64(i))
		sum := sha256.Sum256(b)
		for j := len(prefix) + 8; j < len(b); j++ {
			b[j] = sum[j%32] ^ byte(j)
		}
		out = append(out, b)
	}
	return out
}

func dial(t testing.TB, from *laptop, to ...*laptop) {
	t.Helper()
	for _, l := range to {
		if err := from.Dial(t.Context(), l.Address().Full()); err != nil {
			t.Fatal(err)
		}
	}
}

func publicKey(t testing.TB, i int) crypto.PubKey {
	t.Helper()
	key, err := crypto.UnmarshalEd25519PrivateKey(hostKey(fmt.Sprint("many ", i)))
	if err != nil {
		t.Fatal(err)
	}
	return key.GetPublic()
}
