package api

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"log"
	"net"
	"net/http"
	"strconv"
	"sync"
	"sync/atomic"
	"syscall"
	"time"

	"github.com/coder/websocket"
	"github.com/sirupsen/logrus"
)

var (
	// ErrPortInUse means another program listens on the port that was asked for.
	ErrPortInUse = errors.New("the port is in use by another program")
	// ErrNotLoopback means the address can be reached from other computers.
	ErrNotLoopback = errors.New("the window's address must be 127.0.0.1")
	// ErrAddress means that what was given is not an address with a port.
	ErrAddress = errors.New("the window's address must be 127.0.0.1:PORT")
	// ErrPortNotAllowed means that the system keeps the port for its administrator.
	ErrPortNotAllowed = errors.New("this system does not let this program use the port")
)

// Config is what a server needs. The zero Address is any free port.
type Config struct {
	Address string // "127.0.0.1:PORT"; port 0 is any free one
	Pages   fs.FS  // the window's files, index.html at the root
	Needs   Needs
	// Unlock, where it is set, opens what Needs would be, with the passphrase of the person at this computer. Until it has, Needs is
	// not used: the window is told that everything is locked. It is called by one window at a time, and not again once it succeeded.
	Unlock func(ctx context.Context, passphrase string) (Needs, error)
	Log    *logrus.Entry
}

// limits are what one connection may take. Tests make them smaller.
type limits struct {
	message     int64         // bytes of one message coming in
	rate        float64       // requests a second, in the long run
	burst       float64       // requests at once
	waiting     int           // messages on their way out
	waitingSize int64         // their bytes; one message alone may be larger
	writing     time.Duration // for one message to leave
	between     time.Duration // from one diff to the next
	connections int64         // at once, all tokens together
}

func usualLimits() limits {
	return limits{
		message: 256 << 10, rate: 100, burst: 400,
		waiting: 256, waitingSize: 8 << 20, writing: 10 * time.Second,
		between: time.Second / 60, connections: 32,
	}
}

// Server is the owner's door: it listens on this computer only.
type Server struct {
	lock     lock
	log      *logrus.Entry
	limits   limits
	listener net.Listener
	port     string
	door     door
	tokens   *tokens
	owner    string
	methods  map[string]method
	pages    http.Handler
	// projector opens a window of its own, or is nil.
	projector func(address string) error
	wayIn     wayIn
	guests    guestDoor
	openGuest atomic.Int64    // connections of guests
	running   context.Context // of Run; guests are served under it
	pageFiles fs.FS
	lines     sync.WaitGroup
	open      atomic.Int64
}

// Listen takes the address. Nobody is answered before Run.
// Errors: ErrPortInUse, ErrNotLoopback, ErrAddress, ErrPortNotAllowed.
func Listen(c Config) (*Server, error) {
	if c.Address == "" {
		c.Address = "127.0.0.1:0"
	}
	host, asked, err := net.SplitHostPort(c.Address)
	if err != nil {
		return nil, fmt.Errorf("read the address: %w: %w", ErrAddress, err)
	}
	if _, err := strconv.ParseUint(asked, 10, 16); err != nil {
		return nil, fmt.Errorf("read the port: %w: %w", ErrAddress, err)
	}
	if host != "127.0.0.1" && host != "localhost" {
		return nil, fmt.Errorf("listen on %s: %w", c.Address, ErrNotLoopback)
	}
	listener, err := net.Listen("tcp4", c.Address)
	if errors.Is(err, syscall.EADDRINUSE) {
		return nil, fmt.Errorf("listen on %s: %w", c.Address, ErrPortInUse)
	}
	if errors.Is(err, fs.ErrPermission) {
		return nil, fmt.Errorf("listen on %s: %w: %w", c.Address, ErrPortNotAllowed, err)
	}
	if err != nil {
		return nil, fmt.Errorf("listen: %w", err)
	}
	_, port, err := net.SplitHostPort(listener.Addr().String())
	if err != nil {
		_ = listener.Close()
		return nil, fmt.Errorf("read the port: %w", err)
	}
	s := &Server{
		log: c.Log, limits: usualLimits(),
		listener: listener, port: port, tokens: &tokens{}, pages: pages(c.Pages), pageFiles: c.Pages, methods: map[string]method{},
	}
	s.lock.begin(c.Needs, c.Unlock)
	s.door = doorFor(port, s.tokens)
	s.owner = s.tokens.issue(Grant{Role: RoleOwner})
	for _, m := range table() {
		s.methods[m.name] = m
	}
	return s, nil
}

// URL is the address of the pages, without a token.
func (s *Server) URL() string { return "http://127.0.0.1:" + s.port + "/" }

// Socket is the address of the API.
func (s *Server) Socket() string { return "ws://127.0.0.1:" + s.port + "/api" }

// OwnerToken is the token of the person at this computer. It is made anew at every start.
func (s *Server) OwnerToken() string { return s.owner }

// Issue makes a token for a guest or a projector. Its grant must name the one
// session it opens.
func (s *Server) Issue(g Grant) (string, error) {
	if g.Role != RoleGuest && g.Role != RoleProjector && g.Role != RoleDoor {
		return "", fmt.Errorf("issue a token: role %q cannot be given away", g.Role)
	}
	if g.Session == "" {
		return "", errors.New("issue a token: it must name its session")
	}
	return s.tokens.issue(g), nil
}

// ShowWalls says how to open a window of its own at an address of the pages,
// which holds a token that can only read. Without it, or with nil, a browser
// is asked to open walls. Call it before Run.
func (s *Server) ShowWalls(open func(address string) error) { s.projector = open }

// Revoke makes a token useless and ends the connections it opened.
func (s *Server) Revoke(token string) { s.tokens.revoke(token) }

// Run answers until ctx ends, and returns when every connection is closed.
// Call it once.
func (s *Server) Run(ctx context.Context) error {
	ctx, stop := context.WithCancel(ctx)
	s.running = ctx
	mux := http.NewServeMux()
	mux.Handle("/api", s.lineHandler(ctx, s.door, s.limits, &s.open))
	mux.Handle("/", s.pages)
	server := &http.Server{
		Handler:           s.door.guard(mux),
		ReadHeaderTimeout: 5 * time.Second,
		WriteTimeout:      time.Minute,
		IdleTimeout:       time.Minute,
		MaxHeaderBytes:    16 << 10,
		ErrorLog:          log.New(debugLog{s.log}, "", 0),
	}
	closed := make(chan error, 1)
	context.AfterFunc(ctx, func() {
		grace, done := context.WithTimeout(context.WithoutCancel(ctx), 2*time.Second)
		defer done()
		err := server.Shutdown(grace)
		if err != nil {
			err = server.Close()
		}
		closed <- err
	})
	err := server.Serve(s.listener)
	stop()
	shut := errors.Join(<-closed, s.closeGuests())
	s.lines.Wait()
	if errors.Is(err, http.ErrServerClosed) {
		return shut
	}
	return fmt.Errorf("serve the window: %w", err)
}

// lineHandler turns a request at a door into a line and serves it until either
// side ends it. open counts the lines of this door.
func (s *Server) lineHandler(ctx context.Context, d door, l limits, open *atomic.Int64) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		s.lines.Add(1)
		defer s.lines.Done()
		pass := d.pass(r)
		if pass == nil {
			http.Error(w, "a valid token is needed", http.StatusUnauthorized)
			return
		}
		if open.Add(1) > l.connections {
			open.Add(-1)
			http.Error(w, "too many windows are open", http.StatusServiceUnavailable)
			return
		}
		defer open.Add(-1)
		socket, err := websocket.Accept(w, r, &websocket.AcceptOptions{
			Subprotocols:       []string{protocol},
			InsecureSkipVerify: true, // the guard has compared the origin, and more strictly
		})
		if err != nil {
			s.log.WithError(err).Debug("window refused")
			return
		}
		if socket.Subprotocol() != protocol {
			_ = socket.Close(websocket.StatusPolicyViolation, "offer the protocol "+protocol)
			return
		}
		newLine(s, l, socket, pass).serve(ctx)
	})
}

// debugLog takes in what net/http has to say about clients that misbehave.
type debugLog struct{ log *logrus.Entry }

// Write logs one line.
func (d debugLog) Write(line []byte) (int, error) {
	d.log.WithField("said", string(line)).Debug("window server")
	return len(line), nil
}
