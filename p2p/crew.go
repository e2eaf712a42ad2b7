package p2p

import "sync"

// crew is the goroutines of a node. After wait nobody joins it any more, and
// everybody who did has left.
type crew struct {
	mu     sync.Mutex
	closed bool
	group  sync.WaitGroup
}

// start runs f on its own; not at all, and false, after wait.
func (c *crew) start(f func()) bool {
	if !c.enter() {
		return false
	}
	go func() {
		defer c.leave()
		f()
	}()
	return true
}

// enter counts the calling goroutine in until leave; false after wait.
func (c *crew) enter() bool {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.closed {
		return false
	}
	c.group.Add(1)
	return true
}

func (c *crew) leave() { c.group.Done() }

func (c *crew) wait() {
	c.mu.Lock()
	c.closed = true
	c.mu.Unlock()
	c.group.Wait()
}
