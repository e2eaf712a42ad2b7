package app

import (
	"context"
	"time"
)

// frameTime is the least time between two drawings; a session that takes
// longer to draw is drawn less often.
const frameTime = 16 * time.Millisecond

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
	if wait := time.Until(l.drawAt); wait > 0 {
		l.frame.Reset(wait)
		return
	}
	l.show()
}

// show draws the session and tells followers the difference. Nobody is waited
// for: who reads too slowly loses the channel and takes a new snapshot.
func (l *live) show() {
	begun := time.Now()
	l.shown = l.laptop.Version()
	records := l.laptop.Records()
	least := time.Duration(0) // what shows nothing new puts nothing off
	d := Diff{Session: l.id.String()}
	d.Added, d.Updated, d.Removed = compare(l.drawn, records)
	if len(d.Added)+len(d.Updated)+len(d.Removed) > 0 {
		least = frameTime
		l.rev++
		d.Rev = l.rev
		l.records, l.drawn = records, make(map[string]Record, len(records))
		for _, r := range records {
			l.drawn[r.RecordID()] = r
		}
		l.send(d)
	}
	l.drawAt = begun.Add(max(least, 4*time.Since(begun)))
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
