package app

import (
	"context"
	"errors"
	"os"
	"slices"
	"testing"
	"time"

	"github.com/sirupsen/logrus"

	"convene/workshop"
)

// home is a real App in this process: its own data folder, its own ports on
// loopback.
type home struct {
	*App
	t       testing.TB
	dir     string
	session string
	stop    func()
}

// newHome starts an App that stops with the test.
func newHome(t testing.TB, name string) *home {
	t.Helper()
	return startHome(t, name, t.TempDir())
}

func startHome(t testing.TB, name, dir string) *home {
	t.Helper()
	log := logrus.New()
	log.SetOutput(t.Output())
	log.SetLevel(logrus.WarnLevel)
	if testing.Verbose() && os.Getenv("CONVENE_LOG") != "" {
		log.SetLevel(logrus.DebugLevel)
	}
	a, err := New(Config{DataDir: dir, Name: name, Version: "test", Loopback: true, Log: logrus.NewEntry(log).WithField("at", name)})
	if err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(context.Background())
	done := make(chan error, 1)
	go func() { done <- a.Run(ctx) }()
	h := &home{App: a, t: t, dir: dir}
	stopped := false
	h.stop = func() {
		if stopped {
			return
		}
		stopped = true
		cancel()
		if err := <-done; !errors.Is(err, context.Canceled) {
			t.Errorf("%s ended with %v", name, err)
		}
	}
	t.Cleanup(h.stop)
	return h
}

// within polls until something is so.
func within(t testing.TB, limit time.Duration, what string, so func() bool) {
	t.Helper()
	tick := time.NewTicker(10 * time.Millisecond)
	defer tick.Stop()
	for end := time.Now().Add(limit); !so(); <-tick.C {
		if time.Now().After(end) {
			t.Fatalf("after %v: not so: %s", limit, what)
		}
	}
}

func must(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// joins brings an App into the session of another.
func (h *home) joins(host *home, name string) {
	h.t.Helper()
	i, err := host.Invite(h.t.Context(), host.session, InviteWish{})
	must(h.t, err)
	steps := []JoinStep{}
	h.session, err = h.Join(h.t.Context(), i.Link, name, func(p JoinProgress) {
		if !slices.Contains(steps, p.Step) {
			steps = append(steps, p.Step)
		}
	})
	must(h.t, err)
	// Nobody waits at the door of an invite that does not ask for it, and no directory is asked where nobody wished it.
	want := slices.DeleteFunc(JoinStep("").Values(), func(step string) bool {
		return step == string(JoinWaiting) || step == string(JoinSeeking)
	})
	if !slices.Equal(steps, asSteps(want)) {
		h.t.Errorf("steps of joining: %v", steps)
	}
}

func asSteps(names []string) []JoinStep {
	var out []JoinStep
	for _, n := range names {
		out = append(out, JoinStep(n))
	}
	return out
}

func (h *home) view() *workshop.View {
	h.t.Helper()
	v, err := h.View(h.t.Context(), h.session)
	must(h.t, err)
	return v
}

// inSync waits until all hold the same.
func inSync(t testing.TB, homes ...*home) {
	t.Helper()
	within(t, 20*time.Second, "all hold the same", func() bool {
		first, err := homes[0].Digest(t.Context(), homes[0].session)
		must(t, err)
		for _, h := range homes[1:] {
			d, err := h.Digest(t.Context(), h.session)
			must(t, err)
			if d != first {
				return false
			}
		}
		return true
	})
	for _, h := range homes[1:] {
		if h.view().Digest() != homes[0].view().Digest() {
			t.Error("equal logs, different views")
		}
	}
}

// opens goes to the next activity and waits until everybody sees it.
func opens(t *testing.T, host *home, others ...*home) *workshop.RunView {
	t.Helper()
	id, err := host.NextRun(t.Context(), host.session)
	must(t, err)
	run, err := workshop.ParseRecordID(id)
	must(t, err)
	for _, h := range others {
		within(t, 10*time.Second, "everybody sees the activity", func() bool { return h.view().Run(run) != nil })
	}
	return host.view().Run(run)
}

// mirror follows a session as a window does, and fails on a gap.
type mirror struct {
	records map[string]Record
	rev     uint64
	diffs   <-chan Diff
	closed  bool
}

func mirrorOf(t *testing.T, h *home) *mirror {
	t.Helper()
	snap, diffs, err := h.Follow(t.Context(), h.session)
	must(t, err)
	m := &mirror{records: map[string]Record{}, rev: snap.Rev, diffs: diffs}
	for _, r := range snap.Records {
		m.records[r.RecordID()] = r
	}
	return m
}

// until takes diffs until something is so.
func (m *mirror) until(t *testing.T, what string, so func() bool) {
	t.Helper()
	limit := time.NewTimer(15 * time.Second)
	defer limit.Stop()
	for !so() {
		select {
		case d, ok := <-m.diffs:
			if !ok {
				t.Fatalf("the diffs ended before: %s", what)
			}
			if d.Pointers != nil && d.Rev == m.rev {
				continue // where people point draws nothing, and has the number of what is drawn
			}
			if d.Rev != m.rev+1 {
				t.Fatalf("diff %d after %d", d.Rev, m.rev)
			}
			m.rev, m.closed = d.Rev, d.Closed
			for _, r := range append(d.Added, d.Updated...) {
				m.records[r.RecordID()] = r
			}
			for _, id := range d.Removed {
				delete(m.records, id)
			}
		case <-limit.C:
			t.Fatalf("not shown: %s", what)
		}
	}
}

func (m *mirror) notes() (all, drafts int) {
	for _, r := range m.records {
		if n, ok := r.(NoteRecord); ok {
			all++
			if n.Draft {
				drafts++
			}
		}
	}
	return all, drafts
}
