package api

import (
	"encoding/json"
	"fmt"
	"reflect"
	"runtime"
	"slices"
	"testing"
	"testing/synctest"
	"time"

	"convene/app"

	"pgregory.net/rapid"
)

// mirror is a window's copy of a view, kept as the page keeps it.
type mirror struct {
	rev     uint64
	records map[string]any
}

func begin(r viewResult0) *mirror {
	m := &mirror{rev: r.Rev, records: map[string]any{}}
	for _, record := range r.Records {
		m.records[record["id"].(string)] = record["text"]
	}
	return m
}

// take applies a diff; false means a gap.
func (m *mirror) take(d message) bool {
	if d.Params.Rev != m.rev+1 {
		return false
	}
	m.rev = d.Params.Rev
	for _, r := range append(d.Params.Added, d.Params.Updated...) {
		m.records[r["id"].(string)] = r["text"]
	}
	for _, id := range d.Params.Removed {
		delete(m.records, id)
	}
	return true
}

func TestAViewIsASnapshotAndNumberedDiffs(t *testing.T) {
	f := newFake(note("a", "one"))
	s := serve(t, f)
	c := open(t, s, s.OwnerToken())
	var start viewResult0
	c.must("view.subscribe", params("s1"), &start)
	m := begin(start)
	for i := range 5 {
		f.publish(app.Diff{Added: []app.Record{note(fmt.Sprint("n", i), "new")}})
		d := c.next()
		if d.Params.Session != "s1" || !m.take(d) {
			t.Fatalf("diff %d has number %d of %q after %d", i, d.Params.Rev, d.Params.Session, m.rev)
		}
		if d.Params.Added[0]["kind"] != "note" {
			t.Errorf("a record without its kind: %v", d.Params.Added[0])
		}
	}
	if len(m.records) != 6 {
		t.Errorf("the window has %v", m.records)
	}
	var nothing none
	c.must("view.unsubscribe", params("s1"), &nothing)
	f.publish(app.Diff{Added: []app.Record{note("late", "new")}})
	var hello app.Hello
	c.must("app.hello", "{}", &hello)
	if len(c.told) > 0 {
		t.Errorf("after unsubscribing the window hears %+v", c.told)
	}
}

func TestAMissedDiffNumberLeadsToASnapshot(t *testing.T) {
	for name, lose := range map[string]func(*fakeApp){
		"the app lost one on the way": func(f *fakeApp) {
			f.skip(note("lost", "unheard"))
			f.publish(app.Diff{Added: []app.Record{note("after", "heard")}})
		},
		"the app let a slow follower go": func(f *fakeApp) {
			f.mu.Lock()
			for i, c := range f.followers {
				if c != nil {
					close(c)
					f.followers[i] = nil
				}
			}
			f.mu.Unlock()
			f.publish(app.Diff{Added: []app.Record{note("lost", "unheard"), note("after", "heard")}})
		},
	} {
		t.Run(name, func(t *testing.T) {
			f := newFake(note("a", "one"))
			s := serve(t, f)
			c := open(t, s, s.OwnerToken())
			var start viewResult0
			c.must("view.subscribe", params("s1"), &start)
			m := begin(start)
			f.publish(app.Diff{Updated: []app.Record{note("a", "two")}})
			if !m.take(c.next()) {
				t.Fatal("the first diff does not follow the snapshot")
			}

			lose(f)
			if m.take(c.next()) {
				t.Fatal("the window cannot see that a diff is missing")
			}
			var again viewResult0
			c.must("view.snapshot", params("s1"), &again)
			if again.Rev <= m.rev {
				t.Errorf("the snapshot has number %d, the window had %d", again.Rev, m.rev)
			}
			m = begin(again)
			if m.records["lost"] != "unheard" || m.records["after"] != "heard" || m.records["a"] == nil {
				t.Errorf("the window has %v", m.records)
			}
			f.publish(app.Diff{Removed: []string{"lost"}})
			if !m.take(c.next()) || m.records["lost"] != nil {
				t.Errorf("after the snapshot the numbers do not go on: %v", m)
			}
		})
	}
}

func TestSubscribingAgainGoesOnCounting(t *testing.T) {
	f := newFake()
	s := serve(t, f)
	c := open(t, s, s.OwnerToken())
	var last uint64
	for range 3 {
		var r viewResult0
		c.must("view.subscribe", params("s1"), &r)
		if r.Rev <= last {
			t.Fatalf("the count went from %d to %d", last, r.Rev)
		}
		f.publish(app.Diff{Updated: []app.Record{note("a", "x")}})
		last = c.next().Params.Rev
		if last != r.Rev+1 {
			t.Errorf("diff %d after snapshot %d", last, r.Rev)
		}
	}
	f.mu.Lock()
	defer f.mu.Unlock()
	following := 0
	for _, follower := range f.followers {
		if follower != nil {
			following++
		}
	}
	if following != 1 {
		t.Errorf("%d streams are open, want 1", following)
	}
}

func TestASnapshotWithoutSubscriptionIsOneLook(t *testing.T) {
	f := newFake(note("a", "one"))
	s := serve(t, f)
	c := open(t, s, s.OwnerToken())
	var r viewResult0
	c.must("view.snapshot", params("s1"), &r)
	if len(r.Records) != 1 {
		t.Errorf("seen: %v", r.Records)
	}
	f.publish(app.Diff{Updated: []app.Record{note("a", "two")}})
	var hello app.Hello
	c.must("app.hello", "{}", &hello)
	if len(c.told) > 0 {
		t.Errorf("it is told %+v", c.told)
	}
}

func TestAWindowFollowsAFewSessionsAtMost(t *testing.T) {
	s := serve(t, newFake())
	c := open(t, s, s.OwnerToken())
	var r viewResult0
	for i := range mostViews {
		c.must("view.subscribe", params(fmt.Sprint("s", i+1)), &r)
	}
	if code := c.refused("view.subscribe", params("s5")); code != "too-many-views" {
		t.Errorf("one more: %s", code)
	}
	c.must("view.subscribe", params("s1"), &r) // one it follows already
}

func TestASessionThatClosesIsNotOpenedAgain(t *testing.T) {
	f := newFake(note("a", "one"))
	s := serve(t, f)
	c := open(t, s, s.OwnerToken())
	var r viewResult0
	c.must("view.subscribe", params("s1"), &r)
	f.publish(app.Diff{Updated: []app.Record{note("a", "last")}, Closed: true})
	if d := c.next(); d.Params.Rev != r.Rev+1 || d.Params.Updated[0]["text"] != "last" {
		t.Errorf("the last diff is %+v", d)
	}
	var hello app.Hello
	c.must("app.hello", "{}", &hello)
	if len(c.told) > 0 {
		t.Errorf("then it is told %+v", c.told)
	}
}

func TestDiffsLeaveAtMostSixtyTimesASecond(t *testing.T) {
	// The race detector keeps one context for all timers of a bubble, which two threads may not use at once (Go 1.26).
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(1))
	synctest.Test(t, func(t *testing.T) {
		l := &line{
			server: &Server{}, limits: usualLimits(), pass: &pass{grant: Grant{Role: RoleOwner}}, log: quiet(),
			out: newQueue(1000, 1<<30), hangUp: func(err error) { t.Error(err) },
		}
		v := &view{rev: 1}
		diffs := make(chan app.Diff)
		f := newFollower(l, v, app.Snapshot{Session: "s1", Rev: 7})
		ended := make(chan struct{})
		go func() { defer close(ended); f.run(t.Context(), diffs) }()

		start := time.Now()
		diffs <- app.Diff{Rev: 8, Updated: []app.Record{note("first", "x")}}
		synctest.Wait()
		if len(l.out.messages) != 1 || time.Since(start) != 0 {
			t.Errorf("a single diff waited: %d left after %v", len(l.out.messages), time.Since(start))
		}
		tick := time.NewTicker(time.Millisecond)
		defer tick.Stop()
		for i := range 1000 { // one every millisecond for a second
			<-tick.C
			diffs <- app.Diff{Rev: uint64(9 + i), Updated: []app.Record{note("n", fmt.Sprint(i))}}
		}
		diffs <- app.Diff{Rev: 1009, Closed: true}
		<-ended

		n := len(l.out.messages)
		if n > 62 || n < 55 {
			t.Errorf("%d diffs left in one second", n)
		}
		var last message
		for i := range n {
			if err := json.Unmarshal(<-l.out.messages, &last); err != nil {
				t.Fatal(err)
			}
			if last.Params.Rev != uint64(i+2) {
				t.Fatalf("diff %d has number %d", i, last.Params.Rev)
			}
		}
		if last.Params.Updated[0]["text"] != "999" {
			t.Errorf("the last state did not arrive: %v", last.Params.Updated)
		}
	})
}

func TestDiffsPutTogetherSayTheSame(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		have := map[string]app.Record{"a": note("a", "0"), "b": note("b", "0")} // what the window has
		want := map[string]app.Record{}
		for id, r := range have {
			want[id] = r
		}
		var p pending
		for i := range rapid.IntRange(1, 12).Draw(t, "diffs") {
			id := rapid.SampledFrom([]string{"a", "b", "c", "d"}).Draw(t, "id")
			r := note(id, fmt.Sprint(i))
			_, there := want[id]
			switch {
			case there && rapid.Bool().Draw(t, "gone"):
				p.add(app.Diff{Removed: []string{id}})
				delete(want, id)
			case there:
				p.add(app.Diff{Updated: []app.Record{r}})
				want[id] = r
			default:
				p.add(app.Diff{Added: []app.Record{r}})
				want[id] = r
			}
		}
		d := p.take()
		for _, r := range d.Added {
			if have[r.RecordID()] != nil {
				t.Fatalf("%s is added, the window has it", r.RecordID())
			}
			have[r.RecordID()] = r
		}
		for _, r := range d.Updated {
			if have[r.RecordID()] == nil {
				t.Fatalf("%s is updated, the window does not have it", r.RecordID())
			}
			have[r.RecordID()] = r
		}
		for _, id := range d.Removed {
			if have[id] == nil {
				t.Fatalf("%s is removed, the window does not have it", id)
			}
			delete(have, id)
		}
		if !reflect.DeepEqual(have, want) {
			t.Fatalf("the window has %v, want %v", have, want)
		}
		if again := p.take(); len(again.Added)+len(again.Updated)+len(again.Removed) > 0 {
			t.Fatalf("told twice: %v", again)
		}
	})
}

func TestEveryListOfARecordIsAList(t *testing.T) {
	for _, r := range app.Records() {
		out, err := appendRecords(nil, []app.Record{r})
		if err != nil {
			t.Fatal(err)
		}
		var back []map[string]any
		if err := json.Unmarshal(out, &back); err != nil {
			t.Fatalf("%s: %v", out, err)
		}
		if back[0]["kind"] != r.RecordKind() {
			t.Errorf("%s has kind %v", r.RecordKind(), back[0]["kind"])
		}
		for name, value := range back[0] {
			if value == nil {
				t.Errorf("%s.%s is null", r.RecordKind(), name)
			}
		}
	}
}

func TestTheKindsOfRecordsDiffer(t *testing.T) {
	var kinds []string
	for _, r := range app.Records() {
		kinds = append(kinds, r.RecordKind())
	}
	slices.Sort(kinds)
	if n := len(slices.Compact(slices.Clone(kinds))); n != len(kinds) {
		t.Errorf("%d kinds", n)
	}
}
