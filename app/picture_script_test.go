package app

import (
	"encoding/json"
	"math/rand/v2"
	"testing"
	"time"

	"convene/workshop"
)

// script is one log in which each person signs with their own key: a session to
// be drawn, without laptops.
type script struct {
	t     testing.TB
	wall  int64
	seed  *rand.ChaCha8
	s     *workshop.Session
	cast  map[string]*workshop.Writer
	names []string
}

// scriptStart is 24 November 2025, 16:00 UTC, in milliseconds.
const scriptStart = 1_764_000_000_000

var noRun workshop.RecordID

// newScript founds a session; the first name facilitates, the others take part.
func newScript(t testing.TB, names ...string) *script {
	t.Helper()
	st := &script{t: t, wall: scriptStart, seed: rand.NewChaCha8([32]byte{3}), cast: map[string]*workshop.Writer{}, names: names}
	f := workshop.Founding{Title: "Clean water pilot", Purpose: "Agree what to do.", Question: "How do we test each week?", Period: "quarter"}
	s, w, _, err := workshop.Found(st.seed, f, st.identity(), st.wall)
	if err != nil {
		t.Fatal(err)
	}
	st.s, st.cast[names[0]] = s, w
	st.do(names[0], noRun, workshop.NamePerson(s.Root(), w.Person(), names[0]))
	for _, name := range names[1:] {
		st.admit(name, workshop.RoleParticipant)
	}
	return st
}

func (st *script) identity() (id [32]byte) {
	_, _ = st.seed.Read(id[:])
	return id
}

func (st *script) admit(name string, role workshop.Role) {
	st.t.Helper()
	key, err := workshop.PersonKey(st.identity(), st.s.Nonce())
	if err != nil {
		st.t.Fatal(err)
	}
	w, err := workshop.NewWriter(st.seed, key, st.s.ID())
	if err != nil {
		st.t.Fatal(err)
	}
	st.do(st.names[0], noRun, workshop.Grant(w.Person(), role, 1))
	st.cast[name] = w
	st.do(name, noRun, workshop.NamePerson(st.s.Root(), w.Person(), name))
}

// do signs ops as somebody, a second later, and returns what the first makes.
func (st *script) do(name string, run workshop.RecordID, ops ...workshop.Op) workshop.RecordID {
	st.t.Helper()
	st.wall += 1000
	done, err := st.s.Do(st.cast[name], run, st.wall, ops...)
	if err != nil {
		st.t.Fatalf("%s: %v", name, err)
	}
	return workshop.RecordID{Change: done[len(done)-1].Change.ID}
}

// host does something as the facilitator, outside of any run.
func (st *script) host(ops ...workshop.Op) workshop.RecordID {
	st.t.Helper()
	return st.do(st.names[0], noRun, ops...)
}

func (st *script) person(name string) workshop.Person { return st.cast[name].Person() }

// plan puts an activity on the agenda, behind all others.
func (st *script) plan(kind workshop.ActivityKind, settings map[string]any) workshop.RecordID {
	st.t.Helper()
	last := ""
	if all := st.s.View().Activities; len(all) > 0 {
		last = all[len(all)-1].Order
	}
	order, err := workshop.OrderBetween(last, "", nil)
	if err != nil {
		st.t.Fatal(err)
	}
	return st.host(workshop.AddActivity(workshop.ActivityPlan{
		Kind: kind, Title: string(kind), Prompt: "What about {question}", Order: order, Minutes: 10,
		Settings: workshop.SettingsOf(settings),
	}))
}

func (st *script) open(activity workshop.RecordID) workshop.RecordID {
	st.t.Helper()
	plan, err := st.s.View().PlanRun(activity)
	if err != nil {
		st.t.Fatal(err)
	}
	return st.host(workshop.OpenRun(plan))
}

func (st *script) closing(run workshop.RecordID) { st.t.Helper(); st.host(workshop.BeginClosing(run)) }

func (st *script) close(run workshop.RecordID, lines ...workshop.Line) {
	st.t.Helper()
	st.host(workshop.CloseRun(run, lines))
}

// note writes a note on the board of an activity while a run is open.
func (st *script) note(name string, activity, run workshop.RecordID, text string) workshop.RecordID {
	st.t.Helper()
	return st.do(name, run, workshop.AddNote(activity, text, "blue", ""))
}

// seal hands in a sealed ballot and returns how to open it.
func (st *script) seal(name string, run workshop.RecordID, choices ...workshop.Choice) (open func()) {
	st.t.Helper()
	salt := make([]byte, 32)
	_, _ = st.seed.Read(salt)
	me := st.person(name)
	st.do(name, run, workshop.CastSealed(run, me[:], workshop.Seal(st.s.ID(), run, me[:], salt, choices)))
	return func() { st.do(name, run, workshop.OpenBallot(run, me[:], salt, choices)) }
}

// scene is the session as somebody sees it.
func (st *script) scene(name string) scene {
	me := st.person(name)
	return scene{
		View: st.s.View(), Me: me, Now: time.UnixMilli(st.wall), Here: map[workshop.Person]bool{me: true},
		Facedown: map[workshop.RecordID]tally{}, Ballots: map[workshop.RecordID]ownBallot{},
		HandedIn: map[workshop.RecordID]int{}, Revs: map[workshop.RecordID]uint64{},
	}
}

// recordsOf picks the records of one type.
func recordsOf[T Record](drawn []Record) []T {
	var list []T
	for _, r := range drawn {
		if r, ok := r.(T); ok {
			list = append(list, r)
		}
	}
	return list
}

// only picks the one record of a type.
func only[T Record](t testing.TB, drawn []Record) T {
	t.Helper()
	list := recordsOf[T](drawn)
	if len(list) != 1 {
		t.Fatalf("want 1 %T, got %d", *new(T), len(list))
	}
	return list[0]
}

// wire is what a window is sent.
func wire(t testing.TB, records ...Record) string {
	t.Helper()
	b, err := json.Marshal(records)
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}
