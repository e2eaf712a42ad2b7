//go:build nettest

package nettest

import (
	"bytes"
	"fmt"
	"net/netip"
	"os"
	"runtime"
	"sync"
	"testing"

	"golang.org/x/sys/unix"
)

// capture hears every frame that passes a namespace's interfaces.
type capture struct {
	mu     sync.Mutex
	frames int
	all    bytes.Buffer // at most 64 MiB of what was said
	dests  map[netip.Addr]int
	fd     int
	done   chan struct{}
}

const (
	everyProtocol = 0x0300 // ETH_P_ALL in network order
	kept          = 64 << 20
)

// captureIn listens in a namespace until the test ends.
func captureIn(t *testing.T, space string) *capture {
	t.Helper()
	c := &capture{dests: map[netip.Addr]int{}, done: make(chan struct{})}
	opened := make(chan error, 1)
	go func() {
		runtime.LockOSThread() // the thread dies with the goroutine
		defer close(c.done)
		f, err := os.Open("/var/run/netns/" + space)
		if err == nil {
			defer f.Close()
			err = unix.Setns(int(f.Fd()), unix.CLONE_NEWNET)
		}
		if err == nil {
			c.fd, err = unix.Socket(unix.AF_PACKET, unix.SOCK_RAW, everyProtocol)
		}
		if err == nil {
			err = unix.SetsockoptTimeval(c.fd, unix.SOL_SOCKET, unix.SO_RCVTIMEO, &unix.Timeval{Usec: 200_000})
		}
		opened <- err
		if err != nil {
			return
		}
		c.listen()
	}()
	if err := <-opened; err != nil {
		t.Fatalf("capture in %s: %v", space, err)
	}
	t.Cleanup(c.stop)
	return c
}

func (c *capture) listen() {
	frame := make([]byte, 70_000)
	for {
		n, _, err := unix.Recvfrom(c.fd, frame, 0)
		c.mu.Lock()
		if c.frames < 0 {
			c.mu.Unlock()
			return
		}
		if err == nil {
			c.frames++
			if c.all.Len() < kept {
				c.all.Write(frame[:n])
			}
			if to, ok := destination(frame[:n]); ok {
				c.dests[to]++
			}
		}
		c.mu.Unlock()
	}
}

func (c *capture) stop() {
	c.mu.Lock()
	if c.frames < 0 {
		c.mu.Unlock()
		return
	}
	c.frames = -1
	c.mu.Unlock()
	<-c.done
	_ = unix.Close(c.fd)
}

func destination(frame []byte) (netip.Addr, bool) {
	if len(frame) < 34 {
		return netip.Addr{}, false
	}
	switch kind := int(frame[12])<<8 | int(frame[13]); {
	case kind == 0x0800:
		return netip.AddrFrom4([4]byte(frame[30:34])), true
	case kind == 0x86dd && len(frame) >= 54:
		return netip.AddrFrom16([16]byte(frame[38:54])), true
	}
	return netip.Addr{}, false
}

// heard tells which of the words passed in clear.
func (c *capture) heard(words ...string) (found []string) {
	c.mu.Lock()
	defer c.mu.Unlock()
	for _, w := range words {
		if w != "" && bytes.Contains(c.all.Bytes(), []byte(w)) {
			found = append(found, w)
		}
	}
	return found
}

// outside lists destinations that are not of a local network.
func (c *capture) outside() (found []string) {
	c.mu.Lock()
	defer c.mu.Unlock()
	for to, n := range c.dests {
		local := to.IsPrivate() || to.IsLinkLocalUnicast() || to.IsMulticast() || to.IsLoopback() || to.IsUnspecified() ||
			to == netip.AddrFrom4([4]byte{255, 255, 255, 255})
		if !local {
			found = append(found, fmt.Sprintf("%s (%d frames)", to, n))
		}
	}
	return found
}

func (c *capture) count() int {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.frames
}
