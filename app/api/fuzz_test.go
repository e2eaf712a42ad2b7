package api

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/coder/websocket"
	"github.com/creachadair/jrpc2"
)

// seeds are messages that once were, or could be, trouble.
func seeds() []string {
	return []string{
		``, `null`, `{}`, `[]`, `[[]]`, `[1,2]`, `"x"`, `{"jsonrpc":"2.0"}`, `{"jsonrpc":"1.0","id":1,"method":"app.hello"}`,
		`{"jsonrpc":"2.0","id":{},"method":"app.hello"}`, `{"jsonrpc":"2.0","id":1,"method":7}`,
		`{"jsonrpc":"2.0","id":1,"method":"app.hello","params":3}`, `{"jsonrpc":"2.0","method":"note.add","params":{"session":"s1"}}`,
		`{"jsonrpc":"2.0","id":1,"result":{}}`, `[{"jsonrpc":"2.0","id":1,"method":"app.hello"},{"jsonrpc":"2.0","id":1,"method":"app.hello"}]`,
		`{"jsonrpc":"2.0","id":null,"method":"app.hello"}`, `{"jsonrpc":"2.0","id":1e400,"method":"app.hello"}`, `{"jsonrpc":`,
		strings.Repeat("[", 100_000), strings.Repeat(`{"a":`, 17) + "1" + strings.Repeat("}", 17), "\xff\xfe", "\x00", `{"a":"\ud800"}`,
		`{"jsonrpc":"2.0","id":1,"method":"view.subscribe","params":{"session":"s1"}}`,
		`[{"jsonrpc":"2.0","id":1,"method":"view.subscribe","params":{"session":"s1"}},{"jsonrpc":"2.0","id":2,"method":"view.subscribe","params":{"session":"s1"}}]`,
		`{"jsonrpc":"2.0","id":1,"method":"text.splice","params":{"session":"s1","record":"n","field":"text","base":18446744073709551616,"splices":[]}}`,
	}
}

// FuzzGarbageNeverBreaksTheLine sends anything to a real listener: afterwards
// the same line still answers.
func FuzzGarbageNeverBreaksTheLine(f *testing.F) {
	for _, s := range seeds() {
		f.Add([]byte(s))
	}
	s := serve(f, newFake(), func(l *limits) { l.rate, l.burst = 1e9, 1e9 })
	f.Fuzz(func(t *testing.T, garbage []byte) {
		if len(garbage) > 64<<10 {
			t.Skip("the limit on frames has its own test")
		}
		c := open(t, s, s.OwnerToken())
		if err := c.socket.Write(patience(t), websocket.MessageText, garbage); err != nil {
			t.Fatal(err)
		}
		c.send(`{"jsonrpc":"2.0","id":"still there","method":"rpc.discover"}`)
		for {
			_, raw, err := c.socket.Read(patience(t))
			if err != nil {
				t.Fatalf("after %q the line is gone: %v", garbage, err)
			}
			if !json.Valid(raw) {
				t.Fatalf("answered %q", raw)
			}
			if strings.Contains(string(raw), `"still there"`) {
				break
			}
		}
		_ = c.socket.CloseNow()
	})
}

// FuzzParametersAreReadOrRefused gives any parameters to every method's shape.
func FuzzParametersAreReadOrRefused(f *testing.F) {
	f.Add([]byte(`{"session":"s1","text":"x"}`))
	f.Add([]byte(`{"session":"s1","choices":[{"option":"a","value":1}]}`))
	f.Add([]byte(`{"session":"s1","kind":"vote","title":"","minutes":5,"prompt":"","settings":{"dots":3}}`))
	f.Add([]byte(`{"session":"s1","record":"n","field":"text","base":1,"splices":[{"at":0,"del":0,"ins":"é"}]}`))
	all := table()
	f.Fuzz(func(t *testing.T, params []byte) {
		if !sound(params) || !json.Valid(params) {
			return
		}
		for _, m := range all {
			var value map[string]any
			err := decode(params, m.params, &value)
			if err != nil && rpcCode(err) != jrpc2.InvalidParams {
				t.Fatalf("%s: %v", m.name, err)
			}
		}
	})
}

func rpcCode(err error) jrpc2.Code {
	failure, _ := rpcError(err)
	return failure.Code
}

func TestDepthIsCountedOutsideTextsOnly(t *testing.T) {
	for message, want := range map[string]bool{
		strings.Repeat("[", 16) + strings.Repeat("]", 16): true,
		strings.Repeat("[", 17):                           false,
		`"` + strings.Repeat("[", 99) + `"`:               true,
		`"\"` + strings.Repeat("[", 99) + `"`:             true,
		`"\\"` + strings.Repeat("[", 17):                  false,
		strings.Repeat("[]", 99):                          true,
		"\"\xff\"":                                        false,
	} {
		if got := sound([]byte(message)); got != want {
			t.Errorf("%q: %v", message, got)
		}
	}
}
