//go:build nettest

package nettest

import (
	"bufio"
	"context"
	"encoding/json"
	"fmt"
	"net"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/coder/websocket"
	"golang.org/x/sys/unix"
)

// patience is how long a test waits for what happens at once on a machine
// with nothing else to do. Nobody measures by it.
const patience = 60 * time.Second

func wait(t *testing.T, within time.Duration, what string, so func() bool) time.Duration {
	t.Helper()
	start := time.Now()
	tick := time.NewTicker(10 * time.Millisecond)
	defer tick.Stop()
	for !so() {
		if time.Since(start) > within {
			t.Fatalf("after %v: not so: %s", within, what)
		}
		<-tick.C
	}
	return time.Since(start)
}

// machine is one laptop: a namespace with Convene in it, and its window.
type machine struct {
	t       *testing.T
	name    string
	space   string
	data    string
	process *exec.Cmd
	began   time.Time // of the process
	url     string
	token   string
	session string // the one that is looked at
	line    *line
}

// boot starts Convene in a namespace and opens its window.
func boot(t *testing.T, space, name string, args ...string) *machine {
	t.Helper()
	m := &machine{t: t, name: name, space: space, data: filepath.Join(t.TempDir(), name)}
	m.start(args...)
	return m
}

func (m *machine) start(args ...string) {
	m.t.Helper()
	m.began = time.Now()
	all := append([]string{"netns", "exec", m.space, binary, "--data", m.data, "serve", "--name", m.name}, args...)
	m.process = exec.Command("ip", all...)
	m.process.Env = append(os.Environ(), "GOMAXPROCS=2")
	out, err := m.process.StdoutPipe()
	if err == nil {
		err = m.process.Start()
	}
	if err != nil {
		m.t.Fatal(err)
	}
	process := m.process
	m.t.Cleanup(func() { _ = process.Process.Kill(); _ = process.Wait() })
	var ready struct{ URL, Token string }
	said, err := bufio.NewReader(out).ReadBytes('\n')
	if err != nil || json.Unmarshal(said, &ready) != nil {
		m.t.Fatalf("%s did not start: %s %v", m.name, said, err)
	}
	m.url, m.token = ready.URL, ready.Token
	m.line = m.open()
}

// kill ends the process as a power cut does.
func (m *machine) kill() {
	m.t.Helper()
	// ip becomes the program it runs, so this is Convene itself.
	if err := m.process.Process.Kill(); err != nil {
		m.t.Fatal(err)
	}
	_ = m.process.Wait()
}

// dialIn connects to an address of another namespace: the socket is made on a
// thread that lives there for a moment, and then dies.
func dialIn(ctx context.Context, space, network, address string) (net.Conn, error) {
	type result struct {
		conn net.Conn
		err  error
	}
	done := make(chan result, 1)
	go func() {
		runtime.LockOSThread() // never unlocked: the thread ends with the goroutine
		f, err := os.Open("/var/run/netns/" + space)
		if err == nil {
			defer f.Close()
			err = unix.Setns(int(f.Fd()), unix.CLONE_NEWNET)
		}
		if err != nil {
			done <- result{err: err}
			return
		}
		c, err := new(net.Dialer).DialContext(ctx, network, address)
		done <- result{c, err}
	}()
	r := <-done
	return r.conn, r.err
}

// line is a window's socket. Answers and news are taken by one goroutine.
type line struct {
	m      *machine
	socket *websocket.Conn
	mu     sync.Mutex
	next   int
	asked  map[int]chan answer
	shown  map[string]map[string]any // the records of the session followed
	seen   map[string]time.Time      // when a text was first shown
	news   func(method string, params json.RawMessage)
	ended  bool
}

type answer struct {
	Result json.RawMessage
	Error  *struct {
		Message string
		Data    struct{ Code, Message, Hint string }
	}
}

type heard struct {
	ID     *int
	Method string
	Params json.RawMessage
	answer
}

func (m *machine) open() *line {
	m.t.Helper()
	ctx, cancel := context.WithTimeout(context.Background(), patience)
	defer cancel()
	address := strings.TrimSuffix(strings.TrimPrefix(m.url, "http://"), "/")
	client := &http.Client{Transport: &http.Transport{DialContext: func(ctx context.Context, network, to string) (net.Conn, error) {
		return dialIn(ctx, m.space, network, to)
	}}}
	socket, _, err := websocket.Dial(ctx, "ws://"+address+"/api", &websocket.DialOptions{
		HTTPClient: client, Subprotocols: []string{"convene.v1", "token." + m.token},
	})
	if err != nil {
		m.t.Fatalf("open the window of %s: %v", m.name, err)
	}
	socket.SetReadLimit(256 << 20)
	l := &line{m: m, socket: socket, asked: map[int]chan answer{}, shown: map[string]map[string]any{}, seen: map[string]time.Time{}}
	go l.listen()
	m.t.Cleanup(func() { _ = socket.CloseNow() })
	return l
}

func (l *line) listen() {
	for {
		_, raw, err := l.socket.Read(context.Background())
		now := time.Now()
		l.mu.Lock()
		if err != nil {
			l.ended = true
			for _, c := range l.asked {
				close(c)
			}
			l.asked = nil
			l.mu.Unlock()
			return
		}
		var h heard
		if json.Unmarshal(raw, &h) == nil {
			switch {
			case h.ID != nil && l.asked[*h.ID] != nil:
				l.asked[*h.ID] <- h.answer
				delete(l.asked, *h.ID)
			case h.Method == "view.diff":
				l.apply(h.Params, now)
			case l.news != nil:
				l.news(h.Method, h.Params)
			}
		}
		l.mu.Unlock()
	}
}

// apply keeps what the window would show. The caller holds mu.
func (l *line) apply(params json.RawMessage, now time.Time) {
	var d struct {
		Added, Updated []map[string]any
		Removed        []string
	}
	if json.Unmarshal(params, &d) != nil {
		return
	}
	for _, r := range append(d.Added, d.Updated...) {
		id, _ := r["id"].(string)
		l.shown[id] = r
		if text, ok := r["text"].(string); ok && l.seen[text].IsZero() {
			l.seen[text] = now
		}
	}
	for _, id := range d.Removed {
		delete(l.shown, id)
	}
}

// try asks and returns what was answered; the error is the failure's code and words.
func (m *machine) try(method string, params map[string]any) (json.RawMessage, error) {
	l := m.line
	l.mu.Lock()
	if l.ended {
		l.mu.Unlock()
		return nil, fmt.Errorf("%s: the window is closed", method)
	}
	l.next++
	id, c := l.next, make(chan answer, 1)
	l.asked[id] = c
	l.mu.Unlock()
	if params == nil {
		params = map[string]any{}
	}
	raw, err := json.Marshal(map[string]any{"jsonrpc": "2.0", "id": id, "method": method, "params": params})
	if err == nil {
		err = l.socket.Write(context.Background(), websocket.MessageText, raw)
	}
	if err != nil {
		return nil, err
	}
	select {
	case a, ok := <-c:
		switch {
		case !ok:
			return nil, fmt.Errorf("%s: the window closed", method)
		case a.Error != nil:
			return nil, fmt.Errorf("%s: %s: %s %s", method, a.Error.Data.Code, a.Error.Data.Message, a.Error.Message)
		}
		return a.Result, nil
	case <-time.After(3 * time.Minute):
		return nil, fmt.Errorf("%s: no answer", method)
	}
}

// call asks and expects an answer that is no failure.
func (m *machine) call(method string, params map[string]any) map[string]any {
	m.t.Helper()
	raw, err := m.try(method, params)
	if err != nil {
		m.t.Fatalf("%s: %v", m.name, err)
	}
	var out map[string]any
	if err := json.Unmarshal(raw, &out); err != nil {
		m.t.Fatalf("%s: %s answered %s", m.name, method, raw)
	}
	return out
}

// found makes a session and looks at it.
func (m *machine) found(params map[string]any) (session string) {
	m.t.Helper()
	if params["purpose"] == nil {
		params["purpose"] = "To hear everybody"
	}
	if params["outcomes"] == nil {
		params["outcomes"] = []string{"A list"}
	}
	session = m.call("sessions.create", params)["session"].(string)
	m.follow(session)
	return session
}

// follow looks at a session from now on.
func (m *machine) follow(session string) {
	m.t.Helper()
	m.session = session
	raw, err := m.try("view.subscribe", map[string]any{"session": session})
	if err != nil {
		m.t.Fatalf("%s: %v", m.name, err)
	}
	var snap struct{ Records []map[string]any }
	if err := json.Unmarshal(raw, &snap); err != nil {
		m.t.Fatal(err)
	}
	m.line.mu.Lock()
	defer m.line.mu.Unlock()
	for _, r := range snap.Records {
		id, _ := r["id"].(string)
		if m.line.shown[id] == nil {
			m.line.shown[id] = r
		}
		if text, ok := r["text"].(string); ok && m.line.seen[text].IsZero() {
			m.line.seen[text] = time.Now()
		}
	}
}

// lookAway closes the view; what it showed is forgotten.
func (m *machine) lookAway(session string) {
	m.t.Helper()
	m.call("view.unsubscribe", map[string]any{"session": session})
	m.line.mu.Lock()
	defer m.line.mu.Unlock()
	m.line.shown = map[string]map[string]any{}
}

// record returns a record that is shown, or nil.
func (m *machine) record(right func(map[string]any) bool) map[string]any {
	m.line.mu.Lock()
	defer m.line.mu.Unlock()
	for _, r := range m.line.shown {
		if right(r) {
			return r
		}
	}
	return nil
}

// records returns every record of a kind.
func (m *machine) records(kind string) (out []map[string]any) {
	m.line.mu.Lock()
	defer m.line.mu.Unlock()
	for _, r := range m.line.shown {
		if r["kind"] == kind {
			out = append(out, r)
		}
	}
	return out
}

func (m *machine) saw(text string) (time.Time, bool) {
	m.line.mu.Lock()
	defer m.line.mu.Unlock()
	at := m.line.seen[text]
	return at, !at.IsZero()
}

// awaits waits until a text is shown, and returns when it was.
func (m *machine) awaits(text string, within time.Duration) time.Time {
	m.t.Helper()
	wait(m.t, within, m.name+" sees “"+text+"”", func() bool { _, ok := m.saw(text); return ok })
	at, _ := m.saw(text)
	return at
}

// digest is that of the session's log, which this laptop checks from its first change on; "" where it is not sound.
func (m *machine) digest() string {
	raw, err := m.try("sessions.verify", map[string]any{"session": m.session})
	var v struct {
		OK     bool
		Digest string
	}
	if err != nil || json.Unmarshal(raw, &v) != nil || !v.OK {
		return ""
	}
	return v.Digest
}

// same waits until all machines hold the same.
func same(t *testing.T, within time.Duration, all ...*machine) time.Duration {
	t.Helper()
	defer func() {
		if t.Failed() {
			for _, m := range all {
				t.Logf("%s: %s", m.name, m.digest())
			}
		}
	}()
	return wait(t, within, "the same digest on every laptop", func() bool {
		first := all[0].digest()
		for _, m := range all[1:] {
			if m.digest() != first {
				return false
			}
		}
		return first != ""
	})
}

func (m *machine) park(session, text string) time.Time {
	m.t.Helper()
	at := time.Now()
	m.call("parked.add", map[string]any{"session": session, "text": text})
	return at
}
