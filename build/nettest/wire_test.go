//go:build nettest

package nettest

import (
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"runtime"
	"slices"
	"sync"
	"testing"
	"time"

	"golang.org/x/sys/unix"
)

// wire joins two switches by a long cable: each frame arrives after delay, and so many of a hundred never do. The kernel's own
// delay (sch_netem) is missing in many kernels, so the frames are carried here, between two TAP devices.
func (l *lab) wire(one, other string, delay time.Duration, percentLost float64) {
	l.t.Helper()
	l.wires++
	var ends []*os.File
	for i, space := range []string{one, other} {
		name := fmt.Sprintf("tap%d-%d", l.wires, i)
		ends = append(ends, tapIn(l.t, space, name))
		l.ip(space, "link", "set", name, "master", "br0", "up")
	}
	var carrying sync.WaitGroup
	for i := range ends {
		carrying.Go(func() { carry(ends[i], ends[1-i], delay, percentLost) })
	}
	l.t.Cleanup(func() {
		for _, f := range ends {
			_ = f.Close()
		}
		carrying.Wait()
	})
}

// tapIn makes a TAP device in a namespace.
func tapIn(t *testing.T, space, name string) *os.File {
	t.Helper()
	type made struct {
		f   *os.File
		err error
	}
	done := make(chan made, 1)
	go func() {
		runtime.LockOSThread() // the thread dies with the goroutine
		f, err := os.Open("/var/run/netns/" + space)
		if err == nil {
			defer f.Close()
			err = unix.Setns(int(f.Fd()), unix.CLONE_NEWNET)
		}
		fd := -1
		if err == nil {
			fd, err = unix.Open("/dev/net/tun", unix.O_RDWR|unix.O_CLOEXEC|unix.O_NONBLOCK, 0)
		}
		var request *unix.Ifreq
		if err == nil {
			request, err = unix.NewIfreq(name)
		}
		if err == nil {
			request.SetUint16(unix.IFF_TAP | unix.IFF_NO_PI)
			err = unix.IoctlIfreq(fd, unix.TUNSETIFF, request)
		}
		done <- made{os.NewFile(uintptr(fd), name), err}
	}()
	m := <-done
	if m.err != nil {
		t.Fatalf("a TAP device in %s: %v", space, m.err)
	}
	return m.f
}

type onItsWay struct {
	due   time.Time
	frame []byte
}

// carry takes frames from one end to the other until an end is closed.
func carry(from, to *os.File, delay time.Duration, percentLost float64) {
	queue := make(chan onItsWay, 4096) // a router drops what is more
	var out sync.WaitGroup
	out.Go(func() {
		for f := range queue {
			if d := time.Until(f.due); d > 0 {
				<-time.After(d)
			}
			if _, err := to.Write(f.frame); errors.Is(err, os.ErrClosed) {
				break
			}
		}
		for range queue {
			continue // the other end is gone
		}
	})
	defer out.Wait()
	defer close(queue)
	buf := make([]byte, 70_000)
	for {
		n, err := from.Read(buf)
		if err != nil {
			return
		}
		if rand.Float64()*100 < percentLost {
			continue
		}
		select {
		case queue <- onItsWay{time.Now().Add(delay), slices.Clone(buf[:n])}:
		default:
		}
	}
}

// quantiles are the middle one and the 95th of a hundred.
func quantiles(took []time.Duration) (median, p95 time.Duration) {
	slices.Sort(took)
	return at(took, .5), at(took, .95)
}
