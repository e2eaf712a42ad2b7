package api

import (
	"context"
	"fmt"
	"sync"

	"convene/app"
)

// fakeApp is a conductor with one session on a table: enough of it to see what
// the door lets through. What it does not have would panic.
type fakeApp struct {
	Library
	Doors
	Directory
	Bundles
	Safe
	Shelf
	Plan
	Runs
	Seats
	People
	Answers
	Talk
	Actions
	History
	Records
	Charter
	Turns
	Rescue
	Notes
	Groups
	Canvas
	OwnTemplates
	Board
	Around
	Ink
	Pictures
	Past

	mu        sync.Mutex
	records   []app.Record
	rev       uint64
	followers []chan app.Diff
	calls     []string
	tidings   chan app.Tiding
	block     chan struct{} // CloseRun waits for it
}

func newFake(records ...app.Record) *fakeApp {
	return &fakeApp{records: records, tidings: make(chan app.Tiding, 8), block: make(chan struct{})}
}

func (f *fakeApp) needs() Needs {
	return Needs{
		Home: f, Library: f, Doors: f, Finding: f, Bundles: f, Safe: f, Shelf: f, Views: f, Plan: f, Runs: f, People: f,
		Notes: f, Answers: f, Talk: f, Actions: f, History: f, Records: f,
		Groups: f, Canvas: f, Own: f, Charter: f, Seats: f, Turns: f, Rescue: f,
		Board: f, Around: f, Ink: f, Pictures: f, Past: f,
	}
}

func (f *fakeApp) called(what string) {
	f.mu.Lock()
	defer f.mu.Unlock()
	f.calls = append(f.calls, what)
}

func (f *fakeApp) Hello(context.Context) (app.Hello, error) {
	return app.Hello{Version: "1", Name: "Ana", Language: "en", Person: "p1", DataDir: "/home/ana"}, nil
}

func (f *fakeApp) SetName(_ context.Context, name string) error {
	if name == "panic" {
		panic("a fault")
	}
	if name == "" {
		return app.Refuse("no-name", "A name is missing.", "Write one.")
	}
	if name == "fault" {
		return fmt.Errorf("open disk /home/ana: %w", context.DeadlineExceeded)
	}
	if name == "secret" {
		return fmt.Errorf("the disk of %s is broken", name)
	}
	return nil
}

func (f *fakeApp) CheckRoom(context.Context, string) ([]app.Finding, error) { return nil, nil }

func (f *fakeApp) Templates(context.Context) ([]app.TemplateEntry, error) { return nil, nil }

func (f *fakeApp) Template(context.Context, string) (app.Template, error) {
	return app.Template{}, app.Refuse("no-template", "There is no such template.", "Choose another one.")
}

func (f *fakeApp) Tidings(ctx context.Context) <-chan app.Tiding {
	out := make(chan app.Tiding)
	go func() {
		defer close(out)
		for {
			select {
			case <-ctx.Done():
				return
			case t := <-f.tidings:
				select {
				case out <- t:
				case <-ctx.Done():
					return
				}
			}
		}
	}()
	return out
}

func (f *fakeApp) AddNote(_ context.Context, session string, n app.NewNote) (string, error) {
	if n.Seat != "" {
		f.called("note " + n.Text + " for " + n.Seat + " on " + n.Activity)
		return "note-" + n.Text, nil
	}
	f.called("note " + n.Text)
	return "note-" + n.Text, nil
}

func (f *fakeApp) CloseRun(ctx context.Context, _ string) error {
	f.called("closing")
	select {
	case <-f.block:
		f.called("closed")
		return nil
	case <-ctx.Done():
		return context.Cause(ctx)
	}
}

func (f *fakeApp) Join(_ context.Context, link, _ string, progress func(app.JoinProgress)) (string, error) {
	progress(app.JoinProgress{Step: app.JoinReceiving, Have: 1, Of: 2})
	return link, nil
}

func (f *fakeApp) Follow(ctx context.Context, session string) (app.Snapshot, <-chan app.Diff, error) {
	if session != "s1" && session != "s2" && session != "s3" && session != "s4" && session != "s5" {
		return app.Snapshot{}, nil, app.Refuse("no-session", "There is no such session.", "Choose another one.")
	}
	f.mu.Lock()
	defer f.mu.Unlock()
	diffs := make(chan app.Diff, 64)
	f.followers = append(f.followers, diffs)
	context.AfterFunc(ctx, func() {
		f.mu.Lock()
		defer f.mu.Unlock()
		for i, c := range f.followers {
			if c == diffs {
				f.followers[i] = nil
				close(diffs)
			}
		}
	})
	return app.Snapshot{Session: session, Rev: f.rev, Records: append([]app.Record(nil), f.records...)}, diffs, nil
}

// publish tells every follower d as the next diff; a follower that is full is let go.
func (f *fakeApp) publish(d app.Diff) {
	f.mu.Lock()
	defer f.mu.Unlock()
	f.rev++
	d.Rev = f.rev
	f.records = append(f.records, d.Added...)
	for i, c := range f.followers {
		if c == nil {
			continue
		}
		select {
		case c <- d:
		default:
			close(c)
			f.followers[i] = nil
		}
	}
}

// skip loses a diff: the number is used, nobody hears it.
func (f *fakeApp) skip(lost ...app.Record) {
	f.mu.Lock()
	defer f.mu.Unlock()
	f.rev++
	f.records = append(f.records, lost...)
}
