package api

import (
	"context"
	"fmt"
	"strings"
	"testing"
	"time"

	"convene/app"

	"github.com/coder/websocket"
)

func TestAnOversizedFrameEndsTheLine(t *testing.T) {
	f := newFake()
	s := serve(t, f)
	c := open(t, s, s.OwnerToken())
	frame := func(size int) string {
		head, tail := `{"jsonrpc":"2.0","id":99,"method":"note.add","params":{"session":"s1","text":"`, `"}}`
		return head + strings.Repeat("x", size-len(head)-len(tail)) + tail
	}
	c.send(frame(256 << 10))
	if m := c.next(); string(m.ID) != "99" || m.Error != nil {
		t.Fatalf("a frame of exactly the limit: %+v", m)
	}
	c.send(frame(256<<10 + 1))
	if status := c.closedWith(); status != websocket.StatusMessageTooBig {
		t.Errorf("closed with %v", status)
	}
	if len(f.calls) != 1 {
		t.Errorf("%d notes were written, want 1", len(f.calls))
	}
}

func TestASlowReaderIsLetGo(t *testing.T) {
	for name, bound := range map[string]func(*limits){
		"because its queue is full":              func(l *limits) { l.waitingSize, l.waiting, l.writing = 1<<20, 32, time.Hour },
		"because one message takes far too long": func(l *limits) { l.waitingSize, l.waiting, l.writing = 1<<40, 1<<16, 200*time.Millisecond },
	} {
		t.Run(name, func(t *testing.T) {
			f := newFake()
			s := serve(t, f, bound, func(l *limits) { l.between = time.Millisecond })
			slow, quick := open(t, s, s.OwnerToken()), open(t, s, s.OwnerToken())
			var begun viewResult0
			slow.must("view.subscribe", params("s1"), &begun)
			quick.must("view.subscribe", params("s1"), &begun)

			// slow reads nothing from here on; quick reads everything.
			rev := begun.Rev
			big := strings.Repeat("a long thought ", 20_000) // 300 kB: buffers of the system are soon full
			deadline := time.Now().Add(30 * time.Second)
			for s.open.Load() > 1 {
				if time.Now().After(deadline) {
					t.Fatal("the slow reader is still connected")
				}
				f.publish(app.Diff{Updated: []app.Record{note("n", big)}})
				m := quick.next()
				rev++
				if m.Method != "view.diff" || m.Params.Rev != rev {
					t.Fatalf("the quick reader hears %s %d, want diff %d", m.Method, m.Params.Rev, rev)
				}
			}
			var hello app.Hello
			quick.must("app.hello", "{}", &hello)
			for {
				if _, err := slow.read(); err != nil {
					return // what was on its way may still arrive, then the end
				}
			}
		})
	}
}

// viewResult0 reads a snapshot as a window does.
type viewResult0 struct {
	Rev     uint64
	Records []map[string]any
}

func TestAFloodIsRefusedAndThenCut(t *testing.T) {
	f := newFake()
	s := serve(t, f, func(l *limits) { l.rate, l.burst = 1, 10 })
	c := open(t, s, s.OwnerToken())
	done, refused := 0, 0
	go func() { // a flooder does not wait for answers
		ctx, cancel := context.WithTimeout(context.Background(), 20*time.Second)
		defer cancel()
		for i := range 200 {
			request := fmt.Sprintf(`{"jsonrpc":"2.0","id":%d,"method":"note.add","params":{"session":"s1","text":"x"}}`, i)
			if c.socket.Write(ctx, websocket.MessageText, []byte(request)) != nil {
				return
			}
		}
	}()
	for {
		m, err := c.read()
		if err != nil {
			// Answers still under way when the line is cut may be lost, the cut itself is not.
			if status := websocket.CloseStatus(err); status != websocket.StatusPolicyViolation && status != -1 {
				t.Errorf("closed with %v", status)
			}
			break
		}
		if m.Error == nil {
			done++
		} else if m.Error.Data.Code == "too-fast" {
			refused++
		} else {
			t.Fatalf("answered %+v", *m.Error)
		}
	}
	if done > 12 || refused > 12 {
		t.Errorf("%d requests done and %d refused, of 10 and 10 allowed", done, refused)
	}
	f.mu.Lock()
	defer f.mu.Unlock()
	if len(f.calls) > 12 {
		t.Errorf("%d notes were written, 10 allowed", len(f.calls))
	}
}

func TestTheBucketFillsAgain(t *testing.T) {
	start := time.Date(2026, 1, 1, 0, 0, 0, 0, time.UTC)
	steps := []struct {
		after time.Duration
		n     int
		want  verdict
	}{
		{0, 10, goOn},
		{0, 1, slowDown},
		{100 * time.Millisecond, 1, slowDown}, // minus one, plus one, minus one
		{time.Second, 9, goOn},
		{-time.Hour, 1, slowDown}, // a clock that jumps back gives nothing
		{24 * time.Hour, 11, slowDown},
		{24 * time.Hour, 20, hangUp},
	}
	b := bucket{rate: 10, burst: 10}
	now := start
	for i, step := range steps {
		now = now.Add(step.after)
		if got := b.take(now, step.n); got != step.want {
			t.Errorf("step %d: %v, want %v (left %v)", i, got, step.want, b.left)
		}
	}
}

func TestTheQueueIsBounded(t *testing.T) {
	q := newQueue(2, 10)
	if !q.push(make([]byte, 50)) {
		t.Error("one large message alone is refused")
	}
	if q.push(make([]byte, 1)) {
		t.Error("more bytes than allowed are taken")
	}
	q = newQueue(2, 10)
	if !q.push([]byte("a")) || !q.push([]byte("b")) || q.push([]byte("c")) {
		t.Error("a queue of two messages does not hold exactly two")
	}
	ctx, stop := context.WithCancel(t.Context())
	got := ""
	_ = q.drain(ctx, func(m []byte) error {
		if got += string(m); got == "ab" {
			stop()
		}
		return nil
	})
	if got != "ab" || q.size.Load() != 0 {
		t.Errorf("drained %q, %d bytes counted", got, q.size.Load())
	}
}

func TestBinaryMessagesAreNotUnderstood(t *testing.T) {
	s := serve(t, newFake())
	c := open(t, s, s.OwnerToken())
	if err := c.socket.Write(patience(t), websocket.MessageBinary, []byte(`{}`)); err != nil {
		t.Fatal(err)
	}
	if status := c.closedWith(); status != websocket.StatusUnsupportedData {
		t.Errorf("closed with %v", status)
	}
}

func TestLongTasksAreCountedToo(t *testing.T) {
	f := newFake()
	s := serve(t, f)
	c := open(t, s, s.OwnerToken())
	for i := range slowAtOnce {
		c.send(fmt.Sprintf(`{"jsonrpc":"2.0","id":"slow%d","method":"run.close","params":{"session":"s1"}}`, i))
	}
	if code := c.refused("run.close", params("s1")); code != "busy" {
		t.Errorf("one more: %s", code)
	}
	close(f.block)
	for range slowAtOnce {
		if m := c.next(); m.Error != nil {
			t.Errorf("%s: %+v", m.ID, *m.Error)
		}
	}
}
