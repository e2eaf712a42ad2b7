package app

import (
	"bytes"
	"errors"
	"math/rand/v2"
	"strings"
	"testing"
	"time"

	"convene/workshop"
)

// table is people around a table with a laptop each, joined by hand: one
// goroutine, a clock that stands still unless told, chance from a seed.
type table struct {
	t      testing.TB
	now    time.Time
	random *rand.ChaCha8
	desks  []*desk
	looks  int // how often a window was drawn to see whether it was told
}

// mostLooks bounds what a long scenario pays for being looked at.
const mostLooks = 300

// desk is one person with their laptop.
type desk struct {
	*Laptop
	table   *table
	name    string
	id      [32]byte
	keep    *memory
	offline bool
	ahead   time.Duration              // the clock of this laptop minus the table's
	island  string                     // who is on one reaches who is on the same
	ticked  time.Time                  // when time was let pass here last
	told    map[workshop.Person][]byte // what the others said of themselves last
	looked  glimpse
}

// glimpse is what a window was drawn from last.
type glimpse struct {
	of      *Laptop
	version uint64
	at      time.Time
	records map[string]Record
}

// toldOfAll holds every gesture to this: where a window would be drawn
// otherwise than before, the laptop says that something is new, or the window
// would show it only when something else happens.
func (d *desk) toldOfAll() {
	d.table.t.Helper()
	if d.table.looks++; d.Laptop == nil || d.table.looks > mostLooks {
		return
	}
	records := d.Records()
	now := glimpse{of: d.Laptop, version: d.Version(), at: d.table.now, records: make(map[string]Record, len(records))}
	for _, r := range records {
		if other, taken := now.records[r.RecordID()]; taken {
			d.table.t.Errorf("a %T and a %T have one id: the window can tell one of them only", other, r)
		}
		now.records[r.RecordID()] = r
	}
	if was := d.looked; was.of == now.of && was.version == now.version && (was.at.Equal(now.at) || d.ticked.Equal(now.at)) {
		if added, updated, removed := compare(was.records, records); len(added)+len(updated)+len(removed) > 0 {
			d.table.t.Errorf("%s's window is not told of what is new: %v %v, without %v", d.name, added, updated, removed)
		}
	}
	d.looked = now
}

// memory is a Keeper that forgets nothing and can be told to fail.
type memory struct {
	changes  [][]byte
	private  map[string][]byte
	presence []byte
	sent     [][]byte
	fail     error
	writes   int // how many things were kept
}

func (m *memory) keepAll(changes []*workshop.Change) error {
	if m.fail != nil {
		return m.fail
	}
	for _, c := range changes {
		m.changes = append(m.changes, c.Bytes)
	}
	m.writes++
	return nil
}

func (m *memory) AppendOwn(changes []*workshop.Change) error    { return m.keepAll(changes) }
func (m *memory) AppendRemote(changes []*workshop.Change) error { return m.keepAll(changes) }

func (m *memory) SetPrivate(key string, value []byte) error {
	if m.fail != nil {
		return m.fail
	}
	m.private[key] = bytes.Clone(value)
	m.writes++
	return nil
}

func (m *memory) DeletePrivate(key string) error {
	if m.fail != nil {
		return m.fail
	}
	delete(m.private, key)
	return nil
}

func (m *memory) Publish(changes [][]byte) { m.sent = append(m.sent, changes...) }
func (m *memory) SetPresence(state []byte) { m.presence = bytes.Clone(state) }

// newTable founds a session; the first name is its first facilitator, "+name"
// is a co-facilitator, the others participate.
func newTable(t testing.TB, names ...string) *table {
	t.Helper()
	tb := &table{t: t, now: time.Date(2026, 11, 23, 9, 0, 0, 0, time.UTC), random: rand.NewChaCha8([32]byte{7})}
	for i, name := range names {
		d := &desk{table: tb, name: strings.TrimPrefix(name, "+"), keep: &memory{private: map[string][]byte{}}}
		_, _ = tb.random.Read(d.id[:])
		if i == 0 {
			_, _, genesis, err := workshop.Found(tb.random, workshop.Founding{
				Title: "Clean water pilot", Purpose: "Agree what to do first", Question: "How do we keep the wells running?", Period: "quarter",
			}, d.id, tb.now.UnixMilli())
			tb.must(err)
			d.keep.changes = [][]byte{genesis.Bytes}
		} else {
			tb.admit(d, strings.HasPrefix(name, "+"))
		}
		d.start()
		tb.desks = append(tb.desks, d)
		tb.must(d.RenameMe(d.name))
		tb.meet()
	}
	return tb
}

// admit lets somebody in as the door does: they get the log after the grant.
func (tb *table) admit(d *desk, facilitates bool) {
	tb.t.Helper()
	host := tb.desks[0]
	key, err := workshop.PersonKey(d.id, host.Session().Nonce())
	tb.must(err)
	role := workshop.RoleParticipant
	if facilitates {
		role = workshop.RoleCofacilitator
	}
	_, err = host.Admit(workshop.PersonOf(key), role)
	tb.must(err)
	tb.must(host.Session().Changes(func(c *workshop.Change) error {
		d.keep.changes = append(d.keep.changes, c.Bytes)
		return nil
	}))
}

// start opens the laptop from what it kept, as after a crash.
func (d *desk) start() {
	d.table.t.Helper()
	loaded, err := workshop.Load(d.keep.changes)
	d.table.must(err)
	d.keep.sent, d.keep.presence, d.told = nil, nil, map[workshop.Person][]byte{}
	d.Laptop, err = NewLaptop(loaded.Session, d.id, d.keep.private, LaptopConfig{
		Now: func() time.Time { return d.table.now.Add(d.ahead) }, Random: d.table.random, Keep: d.keep,
	})
	d.table.must(err)
}

func (tb *table) must(err error) {
	tb.t.Helper()
	if err != nil {
		tb.t.Fatal(err)
	}
	for _, d := range tb.desks {
		d.toldOfAll()
	}
}

func (tb *table) desk(name string) *desk {
	for _, d := range tb.desks {
		if d.name == name {
			return d
		}
	}
	tb.t.Fatalf("nobody is called %s", name)
	return nil
}

// meet carries everything between who is online until nothing is new.
func (tb *table) meet() {
	tb.t.Helper()
	for again := true; again; {
		again = false
		for _, d := range tb.desks {
			var peers []PeerSeen
			for _, e := range tb.desks {
				if e == d || e.offline || d.offline || e.island != d.island {
					continue
				}
				peers = append(peers, PeerSeen{Person: e.Me(), Offset: e.ahead - d.ahead, Timed: true, Digest: e.Session().Digest()})
				if d.Session().Digest() != e.Session().Digest() {
					again = true
					tb.must(e.Session().Missing(d.Session().Summary(), func(b []byte) error { return d.Receive([][]byte{b}) }))
				}
				if e.keep.presence != nil {
					again = again || !bytes.Equal(d.told[e.Me()], e.keep.presence)
					d.told[e.Me()] = e.keep.presence
					d.Presence(e.Me(), e.keep.presence)
				}
			}
			if d.offline {
				peers = nil
			}
			d.SetPeers(peers)
		}
	}
}

// leaves takes a laptop off the network; the others notice.
func (tb *table) leaves(name string) {
	d := tb.desk(name)
	d.offline = true
	for _, e := range tb.desks {
		if e != d {
			e.Presence(d.Me(), nil)
		}
	}
	tb.meet()
}

func (tb *table) returns(name string) {
	tb.desk(name).offline = false
	tb.meet()
}

// pass lets time go by on every laptop.
func (tb *table) pass(d time.Duration) {
	tb.now = tb.now.Add(d)
	for _, e := range tb.desks {
		e.Tick()
		e.ticked = tb.now
	}
	tb.meet()
}

// activity puts a step on the agenda and returns its id.
func (tb *table) activity(kind ActivityKind, settings Settings) string {
	tb.t.Helper()
	id, err := tb.desks[0].AddActivity(NewActivity{Kind: kind, Title: string(kind), Minutes: 5, Prompt: "What matters most?", Settings: settings})
	tb.must(err)
	tb.meet()
	return id
}

// open opens an activity from the first desk.
func (tb *table) open(activity string) workshop.RecordID {
	tb.t.Helper()
	p, err := tb.desks[0].OpenRun(activity)
	tb.must(err)
	tb.meet()
	tb.finish(p)
	run, err := workshop.ParseRecordID(p.Run())
	tb.must(err)
	return run
}

// closeRun closes what is open, from a desk.
func (tb *table) closeRun(name string) {
	tb.t.Helper()
	p, err := tb.desk(name).CloseRun()
	tb.must(err)
	tb.meet()
	tb.finish(p)
}

// finish expects a passage to be over without any time passing.
func (tb *table) finish(p *Passage) {
	tb.t.Helper()
	tb.must(p.Err())
	if !p.Done() {
		tb.t.Fatal("the passage still waits")
	}
	tb.meet()
}

// equal expects everybody online to see the same.
func (tb *table) equal() {
	tb.t.Helper()
	tb.meet()
	for _, d := range tb.desks[1:] {
		if !d.offline && d.island == tb.desks[0].island && d.View().Digest() != tb.desks[0].View().Digest() {
			tb.t.Errorf("%s and %s see different sessions", d.name, tb.desks[0].name)
		}
	}
}

// refused expects a refusal with a code.
func refused(t *testing.T, err error, code string) {
	t.Helper()
	var r *Refusal
	if !errors.As(err, &r) {
		t.Fatalf("got %v, want the refusal %q", err, code)
	}
	if r.Code != code {
		t.Fatalf("refused with %q (%s), want %q", r.Code, r.Message, code)
	}
	if r.Message == "" || r.Hint == "" {
		t.Errorf("the refusal %q lacks words", r.Code)
	}
}
