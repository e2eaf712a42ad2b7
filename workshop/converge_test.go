package workshop_test

import (
	"flag"
	"fmt"
	"math/rand/v2"
	"strconv"
	"sync"
	"testing"

	"convene/workshop"

	"pgregory.net/rapid"
)

// crowd is the state machine: five laptops that do random things, hear of each other late, twice, out of order or not at all,
// restart, are cloned, promote, demote and remove each other.
type crowd struct {
	t       *rapid.T
	peers   []*member
	wall    int64
	seed    *rand.ChaCha8
	root    workshop.RecordID
	acked   map[workshop.ID]bool
	checked map[string]bool // signatures that one laptop has verified; the others of this test believe it
	acts    int
	runs    []run
	changes []workshop.ID
}

type run struct {
	id, board workshop.RecordID
	vote      bool
	plan      workshop.RunPlan
}

type member struct {
	id    [32]byte
	s     *workshop.Session
	w     *workshop.Writer
	me    workshop.Person
	inbox [][]byte

	snapshot []byte // what it kept when it started, perhaps long ago
}

func newCrowd(t *rapid.T, n int) *crowd {
	c := &crowd{t: t, wall: 1_764_000_000_000, acked: map[workshop.ID]bool{}, checked: map[string]bool{}}
	c.seed = rand.NewChaCha8([32]byte{byte(rapid.IntRange(0, 255).Draw(t, "seed"))})
	first := &member{}
	_, _ = c.seed.Read(first.id[:])
	s, w, genesis, err := workshop.Found(c.seed, workshop.Founding{Title: "x"}, first.id, c.wall)
	if err != nil {
		t.Fatal(err)
	}
	first.s, first.w, first.me, c.root = s, w, w.Person(), s.Root()
	c.acked[genesis.ID] = true
	c.peers = []*member{first}
	roles := []workshop.Role{workshop.RoleSuccessor, workshop.RoleCofacilitator, workshop.RoleParticipant, workshop.RoleParticipant}
	for i := 1; i < n; i++ {
		m := &member{}
		_, _ = c.seed.Read(m.id[:])
		key, err := workshop.PersonKey(m.id, s.Nonce())
		if err != nil {
			t.Fatal(err)
		}
		m.me = workshop.PersonOf(key)
		c.do(first, workshop.RecordID{}, workshop.Grant(m.me, roles[(i-1)%len(roles)], 1))
		c.peers = append(c.peers, m)
	}
	last := c.peers[n-1] // has a second laptop: one person, two writers
	c.peers = append(c.peers, &member{id: last.id, me: last.me})
	for _, m := range c.peers[1:] {
		c.start(m)
	}
	return c
}

// start opens the first laptop's log with a fresh writer: a start of the app. What the laptop itself had is kept.
func (c *crowd) start(m *member) {
	from := m.s
	if from == nil {
		from = c.peers[0].s
	}
	s := c.reopen(m, from)
	if m.s != nil && (s.Digest() != m.s.Digest() || s.View().Digest() != m.s.View().Digest()) {
		c.t.Fatal("a restart changed the session")
	}
	m.s = s
	key, err := workshop.PersonKey(m.id, s.Nonce())
	if err != nil {
		c.t.Fatal(err)
	}
	if m.w, err = workshop.NewWriter(c.seed, key, s.ID()); err != nil {
		c.t.Fatal(err)
	}
}

// apply gives a change to a laptop. Its signature is verified by the first that gets it: signatures have tests of their own,
// and take nine tenths of the time.
func (c *crowd) apply(m *member, signed []byte) error {
	if c.checked[string(signed[:64])] {
		return m.s.ApplyChecked(signed)
	}
	_, err := m.s.Apply(signed)
	if err == nil {
		c.checked[string(signed[:64])] = true
	}
	return err
}

// do tries something. What is refused leaves no trace; what is signed must never be lost.
func (c *crowd) do(m *member, run workshop.RecordID, ops ...workshop.Op) (workshop.RecordID, bool) {
	c.wall += int64(rapid.IntRange(-86_400_000, 86_400_000).Draw(c.t, "clock"))
	done, err := m.s.Do(m.w, run, c.wall, ops...)
	if err != nil {
		return workshop.RecordID{}, false
	}
	for _, a := range done {
		c.acked[a.Change.ID] = true
		c.changes = append(c.changes, a.Change.ID)
		for _, other := range c.peers {
			if other != m && rapid.IntRange(0, 9).Draw(c.t, "lost") > 1 {
				other.inbox = append(other.inbox, a.Change.Bytes)
				if rapid.IntRange(0, 9).Draw(c.t, "twice") == 0 {
					other.inbox = append(other.inbox, a.Change.Bytes)
				}
			}
		}
	}
	return workshop.RecordID{Change: done[len(done)-1].Change.ID}, true
}

func (c *crowd) someone() *member {
	for {
		m := rapid.SampledFrom(c.peers).Draw(c.t, "who")
		if m.s != nil {
			return m
		}
	}
}

func (c *crowd) someRun() (run, bool) {
	if len(c.runs) == 0 {
		return run{}, false
	}
	return rapid.SampledFrom(c.runs).Draw(c.t, "run"), true
}

func (c *crowd) actions() map[string]func(*rapid.T) {
	return map[string]func(*rapid.T){
		"deliver": c.deliver, "open": c.open, "end": c.end, "note": c.note, "edit": c.edit, "sort": c.sort,
		"grant": c.grant, "withdraw": c.withdraw, "takeIn": c.takeIn, "restart": func(*rapid.T) { c.start(c.someone()) },
		"fork": c.fork, "vote": c.vote, "seat": c.seat, "say": c.say, "batch": c.batch, "plan": c.plan,
		"reopen": c.openAgain, "group": c.group, "elect": c.elect, "lock": c.lock, "ink": c.ink,
		"": func(t *rapid.T) {
			if c.acts++; c.acts%5 == 0 {
				c.someone().s.View() // what it draws is kept, and must not be shown when it is old
			}
			if c.acts%10 != 0 {
				return
			}
			if err := c.someone().s.CheckSlow(); err != nil {
				t.Fatal(err)
			}
		},
	}
}

func (c *crowd) deliver(t *rapid.T) {
	m := c.someone()
	for range rapid.IntRange(1, 8).Draw(t, "how many") {
		if len(m.inbox) == 0 {
			return
		}
		i := rapid.IntRange(0, len(m.inbox)-1).Draw(t, "which")
		b := m.inbox[i]
		err := c.apply(m, b)
		switch err.(type) {
		case *workshop.MissingError:
		case *workshop.InvalidError:
			t.Fatalf("a change that its writer kept is not valid elsewhere: %v", err)
		default:
			m.inbox = append(m.inbox[:i], m.inbox[i+1:]...)
		}
	}
}

func (c *crowd) open(t *rapid.T) {
	kinds := []workshop.ActivityKind{
		workshop.ActivityBrainstorm, workshop.ActivityCluster, workshop.ActivityVote, workshop.ActivityDiscuss, workshop.ActivityRound,
		workshop.ActivityBreakout, workshop.ActivityCommit,
	}
	kind := rapid.SampledFrom(kinds).Draw(t, "kind")
	set := workshop.SettingsOf(map[string]any{"secret": false})
	switch rapid.IntRange(0, 3).Draw(t, "how") {
	case 0, 1:
		set = set.With("visibility", "public")
	case 2:
		set = set.With("authorship", "anonymous")
	}
	m := c.someone()
	id, ok := c.do(m, workshop.RecordID{}, workshop.AddActivity(workshop.ActivityPlan{Kind: kind, Title: "a", Prompt: "p", Settings: set}))
	if !ok {
		return
	}
	board := id
	for _, n := range m.s.View().Notes {
		board = n.Activity
	}
	plan := workshop.RunPlan{Activity: id, Kind: kind, Settings: set, Seconds: 60, Source: board}
	for _, n := range m.s.View().Notes {
		plan.Options = append(plan.Options, workshop.Option{ID: n.ID, Text: n.Text})
	}
	for _, p := range c.peers {
		plan.Voters = append(plan.Voters, p.me)
	}
	if kind == workshop.ActivityBrainstorm {
		plan.Source, plan.Options = id, nil
	}
	if r, ok := c.do(m, workshop.RecordID{}, workshop.OpenRun(plan)); ok {
		c.runs = append(c.runs, run{id: r, board: plan.Source, vote: kind == workshop.ActivityVote, plan: plan})
	}
}

func (c *crowd) end(t *rapid.T) {
	if r, ok := c.someRun(); ok {
		if rapid.Bool().Draw(t, "closing") {
			c.do(c.someone(), workshop.RecordID{}, workshop.BeginClosing(r.id))
		} else {
			c.do(c.someone(), workshop.RecordID{}, workshop.CloseRun(r.id, nil))
		}
	}
}

func (c *crowd) note(t *rapid.T) {
	if r, ok := c.someRun(); ok {
		c.do(c.someone(), r.id, workshop.AddNote(r.board, rapid.StringN(1, 5, 20).Draw(t, "text"), "", ""))
	}
}

func (c *crowd) edit(t *rapid.T) {
	m := c.someone()
	notes := m.s.View().Notes
	if len(notes) == 0 {
		return
	}
	n := rapid.SampledFrom(notes).Draw(t, "note")
	if n.Author.Zero() {
		return // unnamed: its words stay
	}
	base, err := m.s.Anchors(n.ID)
	if err != nil {
		t.Fatal(err)
	}
	length := len([]rune(n.Text))
	at := rapid.IntRange(0, length).Draw(t, "at")
	op, err := m.s.Edit(n.ID, base, workshop.Splice{Pos: at, Del: rapid.IntRange(0, length-at).Draw(t, "del"), Ins: "+"})
	if err != nil {
		t.Fatal(err)
	}
	r, _ := c.someRun()
	c.do(m, r.id, op)
}

// batch publishes an unnamed note under one of few tokens, as holders of the floor do who do not know of each other.
func (c *crowd) batch(t *rapid.T) {
	r, ok := c.someRun()
	if !ok {
		return
	}
	m := c.someone()
	token := make([]byte, 16)
	token[0] = byte(rapid.IntRange(0, 1).Draw(t, "token"))
	color := rapid.SampledFrom([]string{"", "red", "blue"}).Draw(t, "color")
	c.do(m, r.id, workshop.PutNote(r.id, r.board, token, rapid.StringN(1, 3, 12).Draw(t, "text"), color, ""))
	if notes := m.s.View().Notes; len(notes) > 0 && rapid.Bool().Draw(t, "move") {
		c.do(m, workshop.RecordID{}, workshop.Set(rapid.SampledFrom(notes).Draw(t, "note").ID, workshop.FieldColor, workshop.Text("green")))
	}
}

// say replaces what is put under a person's key, on whichever laptop they sit at.
func (c *crowd) say(t *rapid.T) {
	m := c.someone()
	if rapid.Bool().Draw(t, "name") {
		c.do(m, workshop.RecordID{}, workshop.NamePerson(c.root, m.me, rapid.StringN(1, 3, 12).Draw(t, "name")))
		return
	}
	r, _ := c.someRun()
	c.do(m, workshop.RecordID{}, workshop.Signal(c.root, m.me, r.id, rapid.Bool().Draw(t, "ready"), rapid.Bool().Draw(t, "hand")))
}

func (c *crowd) sort(t *rapid.T) {
	m := c.someone()
	r, ok := c.someRun()
	if !ok {
		return
	}
	id, ok := c.do(m, r.id, workshop.AddCluster(r.board, "group", ""))
	if notes := m.s.View().Notes; ok && len(notes) > 0 {
		n := rapid.SampledFrom(notes).Draw(t, "note")
		c.do(m, r.id, workshop.Set(n.ID, workshop.FieldCluster, workshop.Ref(id)))
		if rapid.Bool().Draw(t, "delete") {
			c.do(m, r.id, workshop.Delete(n.ID))
		}
	}
}

func (c *crowd) grant(t *rapid.T) {
	roles := []workshop.Role{
		workshop.RoleSuccessor, workshop.RoleCofacilitator, workshop.RoleParticipant, workshop.RoleObserver, workshop.RoleNone,
	}
	role := rapid.SampledFrom(roles).Draw(t, "role")
	c.do(c.someone(), workshop.RecordID{}, workshop.Grant(c.someone().me, role, rapid.IntRange(1, 3).Draw(t, "rank")))
}

func (c *crowd) withdraw(t *rapid.T) {
	if len(c.changes) > 0 {
		c.do(c.someone(), workshop.RecordID{}, workshop.Withdraw(rapid.SampledFrom(c.changes).Draw(t, "change")))
	}
}

func (c *crowd) takeIn(t *rapid.T) {
	field := workshop.With(workshop.FieldPerson, workshop.PersonValue(c.someone().me))
	if r, ok := c.someRun(); ok && rapid.Bool().Draw(t, "run") {
		field = workshop.With(workshop.FieldRun, workshop.Ref(r.id))
	}
	c.do(c.someone(), workshop.RecordID{}, workshop.Create(workshop.KindTakeIn, field))
}

// fork signs two changes with one seq, and keeps the second in the member's log too.
func (c *crowd) fork(t *rapid.T) {
	m := c.someone()
	twin := m.w.Fork()
	r, _ := c.someRun()
	for _, branch := range []string{"one", "two"} {
		c.ballot(t, m)
		c.do(m, r.id, workshop.Park(workshop.RecordID{}, branch))
		m.w, twin = twin, m.w
	}
	c.start(m)
}

func (c *crowd) vote(t *rapid.T) { c.ballot(t, c.someone()) }

// ballot hands in or opens somebody's ballot in one of the votes.
func (c *crowd) ballot(t *rapid.T, m *member) {
	var votes []run
	for _, r := range c.runs {
		if r.vote {
			votes = append(votes, r)
		}
	}
	if len(votes) == 0 {
		return
	}
	r := rapid.SampledFrom(votes).Draw(t, "vote")
	var choices []workshop.Choice
	salt := make([]byte, 32)
	if rapid.IntRange(0, 2).Draw(t, "open it") == 0 {
		c.do(m, r.id, workshop.OpenBallot(r.id, m.me[:], salt, choices))
		return
	}
	c.do(m, r.id, workshop.CastSealed(r.id, m.me[:], workshop.Seal(m.s.ID(), r.id, m.me[:], salt, choices)))
}

// plan writes what two facilitators may write at once.
func (c *crowd) plan(t *rapid.T) {
	c.do(c.someone(), workshop.RecordID{}, workshop.Set(c.root, workshop.FieldTitle, workshop.Text(rapid.StringN(1, 3, 12).Draw(t, "title"))))
}

func (c *crowd) seat(t *rapid.T) {
	m := c.someone()
	id, ok := c.do(m, workshop.RecordID{}, workshop.Create(workshop.KindSeat,
		workshop.With(workshop.FieldName, workshop.Text("Table B")), workshop.With(workshop.FieldKeeper, workshop.PersonValue(c.someone().me))))
	r, any := c.someRun()
	if !ok || !any {
		return
	}
	key := append(append([]byte{}, id.Change[:]...), 0, 0)
	for range 2 {
		for _, other := range c.peers { // whoever keeps it answers for it
			c.do(other, r.id, workshop.Put(workshop.KindResponse, r.id, key, workshop.With(workshop.FieldText, workshop.Text("spoken"))))
		}
		c.do(m, workshop.RecordID{}, workshop.Set(id, workshop.FieldKeeper, workshop.PersonValue(c.someone().me)))
	}
}

// settle exchanges everything by summaries, and demands that all hold all that was ever acknowledged, and see the same.
func (c *crowd) settle() error {
	for round := 0; ; round++ {
		same := true
		for _, a := range c.peers {
			for _, b := range c.peers {
				if err := c.exchange(a, b); err != nil {
					return err
				}
				same = same && a.s.Digest() == b.s.Digest()
			}
		}
		if same {
			break
		}
		if round == 6 {
			return fmt.Errorf("the logs do not become equal")
		}
	}
	want := c.peers[0].s.View().Digest()
	for i, m := range c.peers {
		for id := range c.acked {
			if !m.s.Has(id) {
				return fmt.Errorf("laptop %d lost an acknowledged change", i)
			}
		}
		if m.s.View().Digest() != want {
			return fmt.Errorf("laptop %d sees another session", i)
		}
		if err := m.s.CheckSlow(); err != nil {
			return fmt.Errorf("laptop %d: %w", i, err)
		}
	}
	return c.folds(c.someone().s)
}

func (c *crowd) exchange(a, b *member) error {
	return a.s.Missing(b.s.Summary(), func(signed []byte) error {
		if err := c.apply(b, signed); err != nil && err != workshop.ErrKnown {
			return fmt.Errorf("sync: %w", err)
		}
		return nil
	})
}

// checksGiven reports whether -rapid.checks stands on the command line. It looks once, before [set] is used: a flag that was set
// counts as given from then on.
var checksGiven = sync.OnceValue(func() bool {
	given := false
	flag.Visit(func(f *flag.Flag) { given = given || f.Name == "rapid.checks" })
	return given
})

// cases runs the state machine n times, or as often as -rapid.checks says.
func cases(t *testing.T, n int) {
	t.Helper()
	if !checksGiven() {
		defer set(t, "rapid.checks", set(t, "rapid.checks", strconv.Itoa(n)))
	}
	defer set(t, "rapid.steps", set(t, "rapid.steps", "50"))
	rapid.Check(t, func(t *rapid.T) {
		c := newCrowd(t, 5)
		t.Repeat(c.actions())
		if err := c.settle(); err != nil {
			t.Fatal(err)
		}
	})
}

// set gives a flag of the test another value and returns the one before.
func set(t *testing.T, name, value string) (before string) {
	t.Helper()
	before = flag.Lookup(name).Value.String()
	if err := flag.Set(name, value); err != nil {
		t.Fatal(err)
	}
	return before
}

func TestEveryLaptopEndsWithTheSameSession(t *testing.T) {
	switch {
	case raced:
		t.Skip("the core starts no goroutine: its histories are played without the race detector, in a step of their own")
	case testing.Short():
		cases(t, 300)
	default:
		cases(t, 2000)
	}
}
