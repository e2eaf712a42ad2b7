package api

import (
	"context"
	"time"

	"convene/app"
)

// follower carries one session's diffs to one window: numbered, and put
// together so that at most one leaves in the time between.
type follower struct {
	line    *line
	view    *view
	session string
	next    uint64 // the number of the diff that has to come
	between time.Duration
	pending pending
	shown   map[string]bool // what a screen for others has; nil for the owner
}

func newFollower(l *line, v *view, now app.Snapshot) *follower {
	f := &follower{
		line: l, view: v, session: now.Session, next: now.Rev + 1,
		between: l.limits.between,
	}
	if l.pass.grant.Role != RoleOwner {
		f.shown = map[string]bool{}
		for _, r := range publicFor(l.pass.grant, now.Records) {
			f.shown[r.RecordID()] = true
		}
	}
	return f
}

// run passes diffs on until ctx ends, the session closes, or one is missing.
func (f *follower) run(ctx context.Context, diffs <-chan app.Diff) {
	var due <-chan time.Time
	var last time.Time
	for {
		select {
		case <-ctx.Done():
			return
		case d, more := <-diffs:
			if ctx.Err() != nil {
				return
			}
			if more && d.Pointers != nil {
				f.line.tell("pointers", app.PointersTold{Session: f.session, Pointers: d.Pointers})
				continue
			}
			if !more || d.Rev != f.next {
				f.leaveGap()
				return
			}
			f.next++
			f.pending.add(f.visible(d))
			if d.Closed {
				f.tell()
				return
			}
			if due == nil {
				due = time.After(f.between - time.Since(last))
			}
		case <-due:
			due, last = nil, time.Now()
			f.tell()
		}
	}
}

// tell sends what is pending.
func (f *follower) tell() {
	d := f.pending.take()
	if len(d.Added)+len(d.Updated)+len(d.Removed) == 0 {
		return
	}
	f.view.rev++
	d.Session, d.Rev = f.session, f.view.rev
	f.line.tell("view.diff", d)
}

// leaveGap makes the window ask for a snapshot: diffs were lost on the way here.
func (f *follower) leaveGap() {
	f.view.rev += 2
	f.line.tell("view.diff", viewDiff{Session: f.session, Rev: f.view.rev})
}

// visible turns a diff into what this window may see of it.
func (f *follower) visible(d app.Diff) app.Diff {
	if f.shown == nil {
		return d
	}
	var seen app.Diff
	for _, list := range [][]app.Record{d.Added, d.Updated} {
		for _, r := range list {
			id := r.RecordID()
			was := f.shown[id]
			r, may := public(r)
			switch {
			case may && was:
				seen.Updated = append(seen.Updated, r)
			case may:
				f.shown[id] = true
				seen.Added = append(seen.Added, r)
			case was:
				delete(f.shown, id)
				seen.Removed = append(seen.Removed, id)
			}
		}
	}
	for _, id := range d.Removed {
		if f.shown[id] {
			delete(f.shown, id)
			seen.Removed = append(seen.Removed, id)
		}
	}
	return seen
}

// pending puts diffs together: of each record only the last state counts, and
// what came and went in between is never told.
type pending struct {
	order   []string
	records map[string]waitingRecord
}

// waitingRecord is where a record stands against what the window has.
type waitingRecord struct {
	known bool       // the window has it
	now   app.Record // nil: it is gone
}

func (p *pending) add(d app.Diff) {
	for _, r := range d.Added {
		p.put(r.RecordID(), r, false)
	}
	for _, r := range d.Updated {
		p.put(r.RecordID(), r, true)
	}
	for _, id := range d.Removed {
		p.put(id, nil, true)
	}
}

func (p *pending) put(id string, now app.Record, known bool) {
	if p.records == nil {
		p.records = map[string]waitingRecord{}
	}
	before, waiting := p.records[id]
	if waiting {
		known = before.known
	} else {
		p.order = append(p.order, id)
	}
	p.records[id] = waitingRecord{known: known, now: now}
}

// take returns everything as one diff and begins anew.
func (p *pending) take() viewDiff {
	var d viewDiff
	for _, id := range p.order {
		switch w := p.records[id]; {
		case w.now == nil && w.known:
			d.Removed = append(d.Removed, id)
		case w.now == nil:
		case w.known:
			d.Updated = append(d.Updated, w.now)
		default:
			d.Added = append(d.Added, w.now)
		}
	}
	*p = pending{}
	return d
}
