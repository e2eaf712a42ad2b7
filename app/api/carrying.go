package api

import (
	"context"
	"sync"

	"convene/app"
)

// carrying is the long work with whole sessions that a window has asked for, and may call off.
type carrying struct {
	mu   sync.Mutex
	next int
	off  map[int]context.CancelFunc
}

// begin notes work; its context ends when the window calls it off. end must be called after it.
func (w *carrying) begin(ctx context.Context) (on context.Context, end func()) {
	on, off := context.WithCancel(ctx)
	w.mu.Lock()
	defer w.mu.Unlock()
	if w.off == nil {
		w.off = map[int]context.CancelFunc{}
	}
	n := w.next
	w.next++
	w.off[n] = off
	return on, func() {
		off()
		w.mu.Lock()
		defer w.mu.Unlock()
		delete(w.off, n)
	}
}

// stop calls off all that goes on.
func (w *carrying) stop() {
	w.mu.Lock()
	defer w.mu.Unlock()
	for _, off := range w.off {
		off()
	}
}

// carry does long work that the window can call off, and hears of as carry.progress.
func carry[R any](ctx context.Context, c *call, work func(context.Context, func(app.CarryProgress)) (R, error)) (R, error) {
	ctx, end := c.line.carrying.begin(ctx)
	defer end()
	return work(ctx, func(p app.CarryProgress) { c.line.tell("carry.progress", p) })
}

func stopCarrying(_ context.Context, c *call, _ none) error {
	c.line.carrying.stop()
	return nil
}
