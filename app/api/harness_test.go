package api

import (
	"context"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"os"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"github.com/coder/websocket"
	"github.com/sirupsen/logrus"
	"go.uber.org/goleak"

	"convene/app"
)

func TestMain(m *testing.M) {
	if dir := os.Getenv(rowFolder); dir != "" {
		if err := beLaptop(dir); err != nil {
			fmt.Println("failed", err)
			os.Exit(1)
		}
		return
	}
	goleak.VerifyTestMain(m)
}

func quiet() *logrus.Entry {
	log := logrus.New()
	log.SetOutput(io.Discard)
	return logrus.NewEntry(log)
}

func somePages() fstest.MapFS {
	return fstest.MapFS{
		"index.html":    {Data: []byte("<!doctype html><title>Convene</title>")},
		"assets/app.js": {Data: []byte("export {};")},
	}
}

// serve runs a server on loopback until the test ends.
func serve(t testing.TB, f *fakeApp, adjust ...func(*limits)) *Server {
	t.Helper()
	s, err := Listen(Config{Pages: somePages(), Needs: f.needs(), Log: quiet()})
	if err != nil {
		t.Fatal(err)
	}
	for _, a := range adjust {
		a(&s.limits)
	}
	ctx, stop := context.WithCancel(context.Background())
	ended := make(chan error, 1)
	go func() { ended <- s.Run(ctx) }()
	t.Cleanup(func() {
		stop()
		if err := <-ended; err != nil {
			t.Errorf("the server ended with %v", err)
		}
	})
	return s
}

// client is a window in a test.
type client struct {
	t      testing.TB
	socket *websocket.Conn
	id     int
	told   []message // notifications that came while an answer was awaited
}

type message struct {
	ID     json.RawMessage
	Method string
	Params struct {
		Session        string
		Rev            uint64
		Added, Updated []map[string]any
		Removed        []string
		Code           string
		Step           string
	}
	Result json.RawMessage
	Error  *struct {
		Code    int
		Message string
		Data    app.Failure
	}
}

// patience is for the slowest answer, a passphrase stretched under the race detector.
func patience(t testing.TB) context.Context {
	ctx, cancel := context.WithTimeout(context.Background(), 90*time.Second)
	t.Cleanup(cancel)
	return ctx
}

// plain speaks HTTP without keeping connections.
func plain() *http.Client {
	return &http.Client{Transport: &http.Transport{DisableKeepAlives: true}}
}

func open(t testing.TB, s *Server, token string) *client {
	t.Helper()
	socket, _, err := websocket.Dial(patience(t), s.Socket(), &websocket.DialOptions{
		Subprotocols: []string{protocol, tokenPrefix + token},
	})
	if err != nil {
		t.Fatal(err)
	}
	socket.SetReadLimit(64 << 20)
	t.Cleanup(func() { _ = socket.CloseNow() })
	return &client{t: t, socket: socket}
}

func (c *client) send(text string) {
	c.t.Helper()
	if err := c.socket.Write(patience(c.t), websocket.MessageText, []byte(text)); err != nil {
		c.t.Fatal(err)
	}
}

func (c *client) read() (message, error) {
	_, raw, err := c.socket.Read(patience(c.t))
	if err != nil {
		return message{}, err
	}
	var m message
	if err := json.Unmarshal(raw, &m); err != nil {
		return m, fmt.Errorf("read %.200s: %w", raw, err)
	}
	return m, nil
}

func (c *client) next() message {
	c.t.Helper()
	m, err := c.read()
	if err != nil {
		c.t.Fatal(err)
	}
	return m
}

// call asks and waits for the answer.
func (c *client) call(method, params string) message {
	c.t.Helper()
	c.id++
	c.send(fmt.Sprintf(`{"jsonrpc":"2.0","id":%d,"method":%q,"params":%s}`, c.id, method, params))
	for {
		m := c.next()
		if string(m.ID) == fmt.Sprint(c.id) {
			return m
		}
		c.told = append(c.told, m)
	}
}

// must calls and expects an answer that is no failure, read into result.
func (c *client) must(method, params string, result any) {
	c.t.Helper()
	m := c.call(method, params)
	if m.Error != nil {
		c.t.Fatalf("%s: %+v", method, *m.Error)
	}
	if err := json.Unmarshal(m.Result, result); err != nil {
		c.t.Fatal(err)
	}
}

// refused calls and returns the code of the failure.
func (c *client) refused(method, params string) string {
	c.t.Helper()
	m := c.call(method, params)
	if m.Error == nil {
		c.t.Fatalf("%s %s was answered: %s", method, params, m.Result)
	}
	if m.Error.Data.Message == "" || m.Error.Data.Hint == "" || m.Error.Message == "" {
		c.t.Errorf("%s: a failure without words: %+v", method, *m.Error)
	}
	return m.Error.Data.Code
}

// closedWith reads on until the server closes, and returns its status.
func (c *client) closedWith() websocket.StatusCode {
	c.t.Helper()
	for {
		if _, err := c.read(); err != nil {
			return websocket.CloseStatus(err)
		}
	}
}

func note(id, text string) app.NoteRecord {
	return app.NoteRecord{ID: id, Text: text, Color: app.ColorYellow}
}

func params(session string) string { return fmt.Sprintf(`{"session":%q}`, session) }

func header(pairs ...string) http.Header {
	h := http.Header{}
	for _, p := range pairs {
		k, v, _ := strings.Cut(p, ": ")
		h.Add(k, v)
	}
	return h
}
