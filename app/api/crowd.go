package api

import (
	"net"
	"sync"
)

// How many connections of phones there may be: in all, and of one address. Sixty guests have one or two each, and a few more while a
// page loads; several can stand behind one address, where a router hides them, so one address may have half.
const (
	mostLines       = 240
	mostLinesOfOne  = 120
	unknownNeighbor = "unknown"
)

// crowd is a listener that lets no crowd in: connections over a bound are closed before a byte of them is read.
type crowd struct {
	net.Listener
	mu  sync.Mutex
	all int
	of  map[string]int // by address
}

func newCrowd(l net.Listener) *crowd { return &crowd{Listener: l, of: map[string]int{}} }

// Accept waits for the next connection that there is room for.
func (c *crowd) Accept() (net.Conn, error) {
	for {
		conn, err := c.Listener.Accept()
		if err != nil {
			return nil, err //nolint:wrapcheck // the server compares it
		}
		from := addressOf(conn)
		if c.enter(from) {
			return &counted{Conn: conn, leave: sync.OnceFunc(func() { c.exit(from) })}, nil
		}
		_ = conn.Close()
	}
}

func (c *crowd) enter(from string) bool {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.all >= mostLines || c.of[from] >= mostLinesOfOne {
		return false
	}
	c.all++
	c.of[from]++
	return true
}

func (c *crowd) exit(from string) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.all--
	if c.of[from]--; c.of[from] == 0 {
		delete(c.of, from)
	}
}

func addressOf(conn net.Conn) string {
	host, _, err := net.SplitHostPort(conn.RemoteAddr().String())
	if err != nil {
		return unknownNeighbor
	}
	return host
}

// counted is a connection that gives its place free when it is closed.
type counted struct {
	net.Conn
	leave func()
}

// Close closes the connection. Closing it again is of no matter.
func (c *counted) Close() error {
	c.leave()
	return c.Conn.Close() //nolint:wrapcheck // the server compares it
}
