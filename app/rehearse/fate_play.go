package rehearse

import (
	"context"
	"fmt"

	"convene/workshop"
)

// fateOf does what befalls a real laptop, and says whether its person sits before it: who comes late joins by the same invite once
// the first activity is open; who drops out ends their app, and starts it again on the same data folder. Only the person's own
// goroutine calls it.
func (r *player) fateOf(ctx context.Context, i int) (here bool, err error) {
	f := &r.fate
	switch {
	case i == 0:
		return true, nil
	case i == f.late && !f.arrived:
		return r.arrive(ctx)
	case i == f.gone:
		return r.dropOut(ctx)
	}
	return true, nil
}

func (r *player) arrive(ctx context.Context) (here bool, err error) {
	v, err := r.room(ctx)
	if err != nil || len(v.Runs) == 0 {
		return false, err
	}
	if err := r.join(ctx, r.desks[r.fate.late]); err != nil {
		return false, err
	}
	r.fate.arrived = true
	return true, nil
}

func (r *player) dropOut(ctx context.Context) (here bool, err error) {
	f := &r.fate
	if f.back {
		return true, nil
	}
	v, err := r.room(ctx)
	if err != nil {
		return false, err
	}
	switch at := number(v); {
	case !f.left && at >= f.from:
		f.left = true
		d := r.desks[f.gone]
		d.off()
		<-d.over
		return false, nil
	case f.left && at >= f.to:
		return true, r.comeBack(ctx)
	}
	return !f.left, nil
}

// room is what the first laptop shows: how far the workshop is, for people who are not in it.
func (r *player) room(ctx context.Context) (*workshop.View, error) {
	return r.desks[0].app.View(ctx, r.session)
}

// comeBack starts the app of who dropped out again and opens the session in it.
func (r *player) comeBack(ctx context.Context) error {
	d := r.desks[r.fate.gone]
	if err := r.boot(d); err != nil {
		return fmt.Errorf("start the laptop of %s again: %w", d.name, err)
	}
	if err := d.app.OpenSession(ctx, r.session); err != nil {
		return fmt.Errorf("%s opens the session again: %w", d.name, err)
	}
	r.fate.back = true
	return nil
}

// allBack brings those in who are still away when the workshop is over: the record is theirs too.
func (r *player) allBack(ctx context.Context) error {
	f := &r.fate
	if f.late != 0 && !f.arrived {
		if err := r.join(ctx, r.desks[f.late]); err != nil {
			return err
		}
		f.arrived = true
	}
	if f.left && !f.back {
		return r.comeBack(ctx)
	}
	return nil
}
