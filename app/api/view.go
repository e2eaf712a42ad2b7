package api

import (
	"context"
	"strings"

	"convene/app"
)

func viewMethods() []method {
	return []method{
		on("view.subscribe", viewers, "Returns everything of a session, opens it if needed, and tells what changes from then on with view.diff.", subscribe),
		on("view.unsubscribe", viewers, "Stops telling about a session. The session stays open.", done(unsubscribe)),
		on("view.snapshot", viewers, "Returns everything of a session again, after a gap in the numbers of view.diff.", snapshot),
	}
}

// mostViews is how many sessions one window may follow at once.
const mostViews = 4

// views are the sessions a window follows. Only the goroutine that works in
// order touches them. revs keeps each count going while the line lives, so
// that a diff of an earlier subscription is never taken for a new one.
type views struct {
	open map[string]*view
	revs map[string]uint64
}

// view is one session followed by one window.
type view struct {
	stop context.CancelFunc
	done chan struct{} // closed when its follower has ended
	rev  uint64        // the follower's, until done is closed
}

func subscribe(ctx context.Context, c *call, p inSession) (viewResult, error) {
	return c.line.follow(ctx, c, p.Session)
}

func unsubscribe(_ context.Context, c *call, p inSession) error {
	c.line.unfollow(p.Session)
	return nil
}

// snapshot starts the stream anew for who follows the session, and looks once for who does not.
func snapshot(ctx context.Context, c *call, p inSession) (viewResult, error) {
	if c.line.views.open[p.Session] != nil {
		return c.line.follow(ctx, c, p.Session)
	}
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	now, _, err := c.Views.Follow(ctx, p.Session)
	if err != nil {
		return viewResult{}, err
	}
	return viewResult{Records: publicFor(c.grant, now.Records)}, nil
}

// follow begins a stream, in place of the one before, and returns where it
// begins. Diffs are told only after the answer stands in the queue.
func (l *line) follow(ctx context.Context, c *call, session string) (viewResult, error) {
	rev := l.unfollow(session)
	if len(l.views.open) >= mostViews {
		return viewResult{}, refusedViews
	}
	followCtx, stop := context.WithCancel(c.lineCtx)
	inTime := context.AfterFunc(ctx, stop) // opening takes no longer than the call may
	now, diffs, err := c.Views.Follow(followCtx, session)
	if !inTime() && err == nil {
		err = context.Cause(ctx)
	}
	if err != nil {
		stop()
		return viewResult{}, err
	}
	v := &view{stop: stop, done: make(chan struct{}), rev: rev + 1}
	l.views.open[session] = v
	f := newFollower(l, v, now)
	answered := make(chan struct{})
	c.after = func() { close(answered) }
	l.tasks.Go(func() {
		defer close(v.done)
		select {
		case <-answered:
			f.run(followCtx, diffs)
		case <-followCtx.Done():
		}
	})
	return viewResult{Rev: v.rev, Records: publicFor(c.grant, now.Records)}, nil
}

// unfollow ends a stream if there is one and returns how far the count came.
func (l *line) unfollow(session string) uint64 {
	if v := l.views.open[session]; v != nil {
		v.stop()
		<-v.done
		l.views.revs[session] = v.rev
		delete(l.views.open, session)
	}
	return l.views.revs[session]
}

// publicFor leaves out what a screen for others must not show: drafts, and
// what is somebody's own. The owner sees everything.
func publicFor(g Grant, records []app.Record) []app.Record {
	if g.Role == RoleOwner {
		return records
	}
	shown := make([]app.Record, 0, len(records))
	for _, r := range records {
		if r, ok := public(r); ok {
			shown = append(shown, r)
		}
	}
	return shown
}

// public is a record as a screen for others shows it. What is not named here
// is not shown: the code at the door and who waits there, own notes, the state
// of this computer.
func public(r app.Record) (app.Record, bool) {
	switch r := r.(type) {
	case app.OutcomeRecord, app.ActivityRecord, app.FacedownRecord, app.ClusterRecord, app.ConnectorRecord, app.ResultRecord,
		app.CaptureRecord, app.ParkedRecord, app.DecisionRecord, app.ActionRecord, app.CharterRecord, app.ObjectionRecord,
		app.PointRecord, app.TalkRecord, app.PulseRecord, app.PlanRecord, app.CalibrationRecord:
		return r, true
	case app.NoteRecord:
		r.Mine, r.Sent = false, ""
		return r, !r.Draft
	case app.PlacementRecord:
		return r, !strings.HasPrefix(r.Note, "draft/")
	case app.SeatRecord:
		r.Mine, r.Guest = false, false
		return r, true
	case app.GroupRecord:
		r.Mine = false
		return r, true
	case app.RunRecord:
		if r.Breakout != nil {
			b := *r.Breakout
			b.Group, r.Breakout = "", &b
		}
		return r, true
	case app.SessionRecord:
		r.Me, r.Role = "", app.PartNone
		return r, true
	case app.PersonRecord:
		r.Me = false
		return r, true
	case app.ResponseRecord:
		r.Mine = false
		return r, true
	case app.CommentRecord:
		r.Mine = false
		return r, true
	case app.StrokeRecord:
		r.Mine = false
		return r, true
	case app.MarkRecord:
		r.Mine = false
		return r, true
	case app.BallotRecord:
		r.Mine, r.Text, r.Tracker = nil, "", ""
		return r, r.Seat == ""
	}
	return nil, false
}
