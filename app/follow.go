package app

import (
	"context"
	"runtime"
	"time"
)

// frameTime is the least time between two drawings of something new. Over
// time a session is drawn for a fifth of the time at most; what was not used
// of that, up to drawSaved, may be used at once.
const (
	frameTime = 16 * time.Millisecond
	drawShare = 5
	drawSaved = 200 * time.Millisecond
)

// drawings says when a session is drawn next.
type drawings struct {
	next time.Time // not before
	paid time.Time // until then the drawings so far are paid for
}

// drew counts a drawing. One that took long and comes alone, as among many
// notes, puts the next off by a frame and no more.
func (d *drawings) drew(begun time.Time, cost time.Duration, news bool) {
	if d.paid.Before(begun) {
		d.paid = begun
	}
	d.paid = d.paid.Add(drawShare * cost)
	least := cost // what shows nothing new puts nothing off
	if news {
		least = max(least, frameTime)
	}
	d.next = begun.Add(least)
	if saved := d.paid.Add(-drawSaved); saved.After(d.next) {
		d.next = saved
	}
}

// follower is a window that shows the session.
type follower struct{ out chan Diff }

// follow returns all of the session, and a channel of what changes from then on.
func (l *live) follow(ctx context.Context) (Snapshot, <-chan Diff, error) {
	f := &follower{out: make(chan Diff, 64)}
	var snap Snapshot
	err := l.do(ctx, func(*Laptop) error {
		l.show()
		snap = Snapshot{Session: l.id.String(), Rev: l.rev, Records: l.records}
		l.followers[f] = struct{}{}
		return nil
	})
	if err != nil {
		return Snapshot{}, nil, err
	}
	context.AfterFunc(ctx, func() {
		// When the session is over the channel is closed already.
		_ = l.do(context.WithoutCancel(ctx), func(*Laptop) error {
			l.unfollow(f)
			return nil
		})
	})
	return snap, f.out, nil
}

func (l *live) unfollow(f *follower) {
	if _, follows := l.followers[f]; follows {
		delete(l.followers, f)
		close(f.out)
	}
}

// showSoon draws what is new when it is time, for as long as somebody looks.
func (l *live) showSoon() {
	if len(l.followers) == 0 || l.laptop.Version() == l.shown {
		return
	}
	if wait := time.Until(l.drawings.next); wait > 0 {
		l.frame.Reset(wait)
		return
	}
	// Who waits for what was just done goes first: its answer, and the links
	// it goes out on. Among many notes drawing takes longer than the way does.
	runtime.Gosched()
	l.show()
}

// show draws the session and tells followers the difference. Nobody is waited
// for: who reads too slowly loses the channel and takes a new snapshot.
func (l *live) show() {
	begun := time.Now()
	l.shown = l.laptop.Version()
	records := l.laptop.Records()
	d := Diff{Session: l.id.String()}
	d.Added, d.Updated, d.Removed = compare(l.drawn, records)
	news := len(d.Added)+len(d.Updated)+len(d.Removed) > 0
	if news {
		l.rev++
		d.Rev = l.rev
		l.records = records
		for _, list := range [][]Record{d.Added, d.Updated} {
			for _, r := range list {
				l.drawn[r.RecordID()] = r
			}
		}
		for _, id := range d.Removed {
			delete(l.drawn, id)
		}
		l.send(d)
	}
	l.drawings.drew(begun, time.Since(begun), news)
}

// pointTime is the least time between two tellings of where people point.
const pointTime = 40 * time.Millisecond

// pointSoon tells followers where others are on the boards. It draws nothing:
// twelve moving hands must not cost a drawing of the session each.
func (l *live) pointSoon() {
	if len(l.followers) == 0 || l.laptop.pointed == l.pointed {
		return
	}
	if wait := time.Until(l.pointAt); wait > 0 {
		if l.laptop.Version() == l.shown {
			l.frame.Reset(wait)
		}
		return
	}
	l.pointed, l.pointAt = l.laptop.pointed, time.Now().Add(pointTime)
	pointers := l.laptop.Pointers()
	if pointers == nil {
		pointers = []Pointer{}
	}
	l.send(Diff{Session: l.id.String(), Rev: l.rev, Pointers: pointers})
}

func (l *live) send(d Diff) {
	for f := range l.followers {
		select {
		case f.out <- d:
		default:
			l.unfollow(f)
		}
	}
}

// farewell is the last diff: the session closes on this computer.
func (l *live) farewell() {
	l.rev++
	l.send(Diff{Session: l.id.String(), Rev: l.rev, Closed: true})
	for f := range l.followers {
		l.unfollow(f)
	}
}
