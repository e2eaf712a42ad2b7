package api

import (
	"context"
	"errors"
	"fmt"
	"sync"

	"github.com/coder/websocket"
	"github.com/sirupsen/logrus"
)

// Why a line ends from our side.
var (
	errSlow    = errors.New("the window does not read")
	errFlood   = errors.New("the window asks too fast")
	errRevoked = errors.New("the token was taken back")
	errNotText = errors.New("only text messages are understood")
	errLeft    = errors.New("the window has gone")
)

const (
	inOrder    = 64 // quick requests that may wait for their turn
	slowAtOnce = 8  // long tasks of one window
)

// line is one window's connection. One goroutine reads, one writes, one does
// the quick requests in the order in which they came; a long task and a view
// that is followed have a goroutine each. serve waits for all of them.
type line struct {
	server *Server
	limits limits
	socket *websocket.Conn
	pass   *pass
	log    *logrus.Entry
	out    *queue
	rate   bucket
	quick  chan batch
	slow   chan struct{} // a place for each long task
	views  views
	// sending is a picture on its way here.
	sending sending
	// carrying is what it may call off.
	carrying carrying
	tasks    sync.WaitGroup
	hangUp   context.CancelCauseFunc
}

func newLine(s *Server, most limits, socket *websocket.Conn, p *pass) *line {
	socket.SetReadLimit(most.message)
	return &line{
		server: s, limits: most, socket: socket, pass: p,
		log:   s.log.WithField("role", p.grant.Role),
		out:   newQueue(most.waiting, most.waitingSize),
		rate:  bucket{rate: most.rate, burst: most.burst},
		quick: make(chan batch, inOrder),
		slow:  make(chan struct{}, slowAtOnce),
		views: views{open: map[string]*view{}, revs: map[string]uint64{}},
	}
}

// serve works until the window goes, misbehaves or loses its token, or ctx
// ends. What the window asked for is finished, not broken off: calls run
// under ctx, not under the line.
func (l *line) serve(ctx context.Context) {
	lineCtx, hangUp := context.WithCancelCause(ctx)
	l.hangUp = hangUp
	l.tasks.Go(func() { hangUp(l.out.drain(lineCtx, l.write)) })
	l.tasks.Go(func() { l.workInOrder(ctx, lineCtx) })
	l.tasks.Go(func() { l.watchToken(lineCtx) })
	if l.pass.grant.Role == RoleOwner {
		l.tasks.Go(func() { l.bringTidings(lineCtx) })
	}
	closed := make(chan struct{})
	context.AfterFunc(lineCtx, func() {
		defer close(closed)
		l.close(context.Cause(lineCtx))
	})
	hangUp(l.read(ctx, lineCtx))
	<-closed
	l.tasks.Wait()
	l.log.WithField("why", context.Cause(lineCtx)).Debug("window gone")
}

// read takes messages in until the window goes. It does not stop with ctx:
// closing the socket ends it, so that a last word can still be said.
func (l *line) read(ctx, lineCtx context.Context) error {
	for {
		kind, message, err := l.socket.Read(context.WithoutCancel(lineCtx))
		if err != nil {
			return errLeft
		}
		if kind != websocket.MessageText {
			return errNotText
		}
		if err := l.receive(ctx, lineCtx, message); err != nil {
			return err
		}
	}
}

func (l *line) write(message []byte) error {
	ctx, done := context.WithTimeout(context.Background(), l.limits.writing)
	defer done()
	if err := l.socket.Write(ctx, websocket.MessageText, message); err != nil {
		return errSlow
	}
	return nil
}

// close ends the socket and says why, where the window can still hear it.
func (l *line) close(why error) {
	switch {
	case errors.Is(why, errLeft), errors.Is(why, errSlow):
		_ = l.socket.CloseNow()
	case errors.Is(why, errFlood):
		_ = l.socket.Close(websocket.StatusPolicyViolation, "too many requests")
	case errors.Is(why, errRevoked):
		_ = l.socket.Close(websocket.StatusPolicyViolation, "token revoked")
	case errors.Is(why, errNotText):
		_ = l.socket.Close(websocket.StatusUnsupportedData, "text only")
	default:
		_ = l.socket.Close(websocket.StatusGoingAway, "Convene is closing")
	}
}

// send puts a message on its way. A window whose queue is full is let go.
func (l *line) send(message []byte) {
	if !l.out.push(message) {
		l.hangUp(errSlow)
	}
}

// tell says something unasked. It never blocks.
func (l *line) tell(name string, params any) {
	written, err := encode(params)
	if err != nil {
		l.log.WithField("method", name).WithError(err).Error("cannot write a notification")
		return
	}
	l.send(fmt.Appendf(nil, `{"jsonrpc":"2.0","method":%q,"params":%s}`, name, written))
}

// workInOrder does quick requests one after the other.
func (l *line) workInOrder(ctx, lineCtx context.Context) {
	for {
		select {
		case <-lineCtx.Done():
			l.finishWaiting(ctx, lineCtx)
			return
		case b := <-l.quick:
			l.do(ctx, lineCtx, b)
		}
	}
}

// finishWaiting does what the window asked for before it went.
func (l *line) finishWaiting(ctx, lineCtx context.Context) {
	for {
		select {
		case b := <-l.quick:
			l.do(ctx, lineCtx, b)
		default:
			return
		}
	}
}

func (l *line) watchToken(ctx context.Context) {
	select {
	case <-ctx.Done():
	case <-l.pass.gone:
		l.hangUp(errRevoked)
	}
}

// bringTidings passes on what is new for every window.
func (l *line) bringTidings(ctx context.Context) {
	select {
	case <-l.server.lock.opened:
	case <-ctx.Done():
		return
	}
	for tiding := range l.server.lock.needs.Load().Home.Tidings(ctx) {
		if tiding.Notice != nil {
			l.tell("notice", tiding.Notice)
		} else {
			l.tell("sessions.changed", none{})
		}
	}
}
