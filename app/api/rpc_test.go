package api

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"strings"
	"testing"

	"convene/app"

	"github.com/coder/websocket"
	"github.com/creachadair/jrpc2"
)

// socketChannel lets somebody else's JSON-RPC client judge our server.
type socketChannel struct {
	ctx    context.Context
	socket *websocket.Conn
}

func (c socketChannel) Send(m []byte) error { return c.socket.Write(c.ctx, websocket.MessageText, m) }

func (c socketChannel) Recv() ([]byte, error) {
	_, m, err := c.socket.Read(c.ctx)
	return m, err
}

func (c socketChannel) Close() error { return c.socket.CloseNow() }

func TestAnotherClientUnderstandsUs(t *testing.T) {
	f := newFake()
	s := serve(t, f)
	told := make(chan string, 8)
	client := jrpc2.NewClient(socketChannel{patience(t), open(t, s, s.OwnerToken()).socket}, &jrpc2.ClientOptions{
		OnNotify: func(r *jrpc2.Request) { told <- r.Method() },
	})
	defer client.Close()
	var hello app.Hello
	if err := client.CallResult(t.Context(), "app.hello", nil, &hello); err != nil || hello.Name != "Ana" {
		t.Errorf("hello: %+v, %v", hello, err)
	}
	err := client.CallResult(t.Context(), "me.set", map[string]string{"name": ""}, nil)
	var failure *jrpc2.Error
	if !errors.As(err, &failure) || failure.Code != codeRefused || !strings.Contains(string(failure.Data), "no-name") {
		t.Errorf("a refusal arrives as %v", err)
	}
	answers, err := client.Batch(t.Context(), []jrpc2.Spec{
		{Method: "note.add", Params: map[string]string{"session": "s1", "text": "a"}},
		{Method: "note.add", Params: map[string]string{"session": "s1", "text": "b"}, Notify: true},
		{Method: "no.such"},
	})
	if err != nil || len(answers) != 2 {
		t.Fatalf("a batch: %d answers, %v", len(answers), err)
	}
	if answers[0].Error() != nil || answers[1].Error() == nil || answers[1].Error().Code != jrpc2.MethodNotFound {
		t.Errorf("a batch: %v, %v", answers[0], answers[1])
	}
	if got := fmt.Sprint(f.calls); got != "[note a note b]" {
		t.Errorf("done: %s", got)
	}
	f.tidings <- app.Tiding{}
	f.tidings <- app.Tiding{Notice: &app.HealthItem{Code: "x"}}
	heard := map[string]bool{<-told: true, <-told: true} // that client handles notifications side by side
	if !heard["sessions.changed"] || !heard["notice"] {
		t.Errorf("told %v", heard)
	}
}

func TestParametersAreJudgedBeforeAnybodyActs(t *testing.T) {
	f := newFake()
	s := serve(t, f)
	c := open(t, s, s.OwnerToken())
	for name, test := range map[string]struct{ method, params string }{
		"a list instead of names":  {"note.add", `["s1","x"]`},
		"a text missing":           {"note.add", `{"session":"s1"}`},
		"no session":               {"note.add", `{"text":"x"}`},
		"null":                     {"note.add", `{"session":"s1","text":null}`},
		"a number for a text":      {"note.add", `{"session":"s1","text":7}`},
		"a field we do not know":   {"note.add", `{"session":"s1","text":"x","colour":"red"}`},
		"a name in other letters":  {"note.add", `{"session":"s1","Text":"x"}`},
		"a colour we do not have":  {"note.add", `{"session":"s1","text":"x","color":"mauve"}`},
		"a kind we do not have":    {"activity.add", `{"session":"s1","kind":"dance","title":"","minutes":1,"prompt":""}`},
		"half a minute":            {"activity.add", `{"session":"s1","kind":"vote","title":"","minutes":0.5,"prompt":""}`},
		"a number beyond all":      {"run.extend", `{"session":"s1","seconds":1e40}`},
		"settings that are a list": {"activity.edit", `{"session":"s1","activity":"a","settings":[]}`},
		"a splice before all":      {"text.splice", `{"session":"s1","record":"n","field":"text","base":-1,"splices":[]}`},
		"a splice of a title":      {"text.splice", `{"session":"s1","record":"n","field":"title","base":1,"splices":[]}`},
		"a choice without value":   {"ballot.cast", `{"session":"s1","choices":[{"option":"a"}]}`},
	} {
		if m := c.call(test.method, test.params); m.Error == nil || m.Error.Code != int(jrpc2.InvalidParams) || m.Error.Data.Code != "bad-params" {
			t.Errorf("%s: %s %+v", name, m.Result, m.Error)
		}
	}
	if len(f.calls) > 0 {
		t.Errorf("done: %q", f.calls)
	}
}

func TestWhatGoesWrongInsideIsNotShown(t *testing.T) {
	s := serve(t, newFake())
	c := open(t, s, s.OwnerToken())
	for name, want := range map[string]string{"panic": "internal", "secret": "internal", "fault": "too-long", "": "no-name"} {
		m := c.call("me.set", fmt.Sprintf(`{"name":%q}`, name))
		if m.Error == nil || m.Error.Data.Code != want {
			t.Errorf("%q: %+v, want %s", name, m.Error, want)
			continue
		}
		if text := m.Error.Message + m.Error.Data.Message; strings.Contains(text, "secret") || strings.Contains(text, "/home") {
			t.Errorf("%q tells %s", name, text)
		}
	}
}

func TestRequestsAreDoneInOrderAndLongOnesBesideThem(t *testing.T) {
	f := newFake()
	s := serve(t, f)
	c := open(t, s, s.OwnerToken())
	c.send(`{"jsonrpc":"2.0","id":"long","method":"run.close","params":{"session":"s1"}}`)
	want := []string{}
	for i := range 100 {
		c.send(fmt.Sprintf(`{"jsonrpc":"2.0","id":%d,"method":"note.add","params":{"session":"s1","text":"%d"}}`, i, i))
		want = append(want, fmt.Sprint("note ", i))
	}
	for i := range 100 {
		if m := c.next(); string(m.ID) != fmt.Sprint(i) {
			t.Fatalf("answer %s at place %d", m.ID, i)
		}
	}
	close(f.block)
	if m := c.next(); string(m.ID) != `"long"` || m.Error != nil {
		t.Errorf("the long task: %+v", m)
	}
	f.mu.Lock()
	defer f.mu.Unlock()
	var notes []string
	for _, call := range f.calls {
		if strings.HasPrefix(call, "note") {
			notes = append(notes, call)
		}
	}
	if fmt.Sprint(notes) != fmt.Sprint(want) {
		t.Errorf("done in the order %q", notes)
	}
}

func TestWhatWasAskedForIsDoneThoughTheWindowGoes(t *testing.T) {
	f := newFake()
	s := serve(t, f)
	c := open(t, s, s.OwnerToken())
	c.send(`{"jsonrpc":"2.0","id":1,"method":"run.close","params":{"session":"s1"}}`)
	var hello app.Hello
	c.must("app.hello", "{}", &hello)
	_ = c.socket.CloseNow()
	close(f.block)
	s.lines.Wait()
	f.mu.Lock()
	defer f.mu.Unlock()
	if fmt.Sprint(f.calls) != "[closing closed]" {
		t.Errorf("done: %q", f.calls)
	}
}

func TestJoiningTellsHowFarItHasCome(t *testing.T) {
	s := serve(t, newFake())
	c := open(t, s, s.OwnerToken())
	var joined sessionResult
	c.must("sessions.join", `{"link":"s1","name":"Ben"}`, &joined)
	if joined.Session != "s1" || len(c.told) != 1 || c.told[0].Method != "join.progress" || c.told[0].Params.Step != "receiving" {
		t.Errorf("joined %+v, told %+v", joined, c.told)
	}
}

func TestDiscoverDescribesEveryMethod(t *testing.T) {
	s := serve(t, newFake())
	c := open(t, s, s.OwnerToken())
	var d struct {
		OpenRPC string
		Methods []struct {
			Name   string
			Params []struct {
				Name     string
				Required bool
			}
			Roles []string `json:"x-roles"`
		}
		Components struct{ Schemas map[string]json.RawMessage }
	}
	c.must("rpc.discover", "{}", &d)
	if len(d.Methods) != len(table()) || d.OpenRPC != "1.3.2" {
		t.Errorf("%d methods of %d in OpenRPC %s", len(d.Methods), len(table()), d.OpenRPC)
	}
	whole, err := json.Marshal(openRPC())
	if err != nil {
		t.Fatal(err)
	}
	for _, part := range strings.Split(string(whole), `"$ref":"#/components/schemas/`)[1:] {
		name, _, _ := strings.Cut(part, `"`)
		if len(d.Components.Schemas[name]) < 3 {
			t.Errorf("the schema %s is named and not given", name)
		}
	}
}

func TestTheTableIsWhole(t *testing.T) {
	seen := map[string]bool{}
	for _, m := range table() {
		if seen[m.name] {
			t.Errorf("%s stands twice in the table", m.name)
		}
		seen[m.name] = true
		if m.summary == "" || !strings.HasSuffix(m.summary, ".") {
			t.Errorf("%s says %q about itself", m.name, m.summary)
		}
	}
	if len(seen) != 162 {
		t.Errorf("%d methods", len(seen))
	}
}
