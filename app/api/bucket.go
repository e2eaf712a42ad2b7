package api

import "time"

// bucket counts requests of one connection: so many a second, so many at once.
type bucket struct {
	rate, burst float64
	left        float64
	last        time.Time
}

// verdict is what the bucket says to requests that came in.
type verdict int

const (
	goOn     verdict = iota // do them
	slowDown                // refuse them
	hangUp                  // refused long enough: this is a flood
)

// take counts n requests at the time now.
func (b *bucket) take(now time.Time, n int) verdict {
	if b.last.IsZero() {
		b.left = b.burst
	} else if gone := now.Sub(b.last).Seconds(); gone > 0 {
		b.left = min(b.burst, b.left+gone*b.rate)
	}
	b.last = now
	b.left -= float64(n)
	switch {
	case b.left >= 0:
		return goOn
	case b.left > -b.burst:
		return slowDown
	}
	return hangUp
}
