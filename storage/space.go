package storage

import (
	"fmt"
	"sync"
)

// Badger dies by a signal when a page it mapped finds no room on the disk, so writing stops long
// before that: the reserve covers what its buffers, flushes and compactions can still write.
const (
	spaceReserve = 256 << 20
	spaceResume  = 2 * spaceReserve
)

// SpaceError is ErrNoSpace with its numbers: the disk has room, but not what writing safely needs.
type SpaceError struct {
	Free, Needed uint64 // bytes
}

func (e *SpaceError) Error() string {
	return fmt.Sprintf("%v: %d MB free, %d MB needed", ErrNoSpace, e.Free>>20, e.Needed>>20)
}

// Unwrap returns ErrNoSpace.
func (e *SpaceError) Unwrap() error { return ErrNoSpace }

// spaceGuard watches the free space of one disk. Once it ran low it stays low until there is twice
// the reserve, so that the app does not flicker at the limit.
type spaceGuard struct {
	dir     string
	free    func(dir string) (uint64, error)
	reserve uint64
	resume  uint64

	mu  sync.Mutex
	low bool
}

// check returns a [*SpaceError] while the disk is too full to write.
func (g *spaceGuard) check() error {
	free, err := g.free(g.dir)
	if err != nil {
		return fmt.Errorf("ask for free space: %w", err)
	}
	g.mu.Lock()
	defer g.mu.Unlock()
	if g.low {
		g.low = free < g.resume
	} else {
		g.low = free < g.reserve
	}
	if g.low {
		need := g.reserve
		if free >= need {
			need = g.resume
		}
		return &SpaceError{Free: free, Needed: need}
	}
	return nil
}
