package api

import (
	"errors"
	"io"
	"net"
	"net/http"
	"strings"
	"testing"

	"github.com/coder/websocket"
)

func TestWhoComesIn(t *testing.T) {
	s := serve(t, newFake())
	good := tokenPrefix + s.OwnerToken()
	port := ":" + s.port
	tests := map[string]struct {
		host    string
		headers http.Header
		offers  []string
		want    int
	}{
		"our page":                           {headers: header("Origin: http://127.0.0.1" + port), offers: []string{protocol, good}, want: 101},
		"our page under localhost":           {host: "localhost" + port, headers: header("Origin: http://localhost" + port), offers: []string{protocol, good}, want: 101},
		"the window on Linux and macOS":      {headers: header("Origin: wails://wails"), offers: []string{protocol, good}, want: 101},
		"the window on Windows":              {headers: header("Origin: http://wails.localhost"), offers: []string{protocol, good}, want: 101},
		"a program with a token":             {offers: []string{protocol, good}, want: 101},
		"foreign host":                       {host: "evil.example" + port, offers: []string{protocol, good}, want: 421},
		"host without port":                  {host: "127.0.0.1", offers: []string{protocol, good}, want: 421},
		"host that begins like ours":         {host: "127.0.0.1" + port + ".evil.example", offers: []string{protocol, good}, want: 421},
		"another address of loopback":        {host: "127.0.0.2" + port, offers: []string{protocol, good}, want: 421},
		"foreign origin":                     {headers: header("Origin: http://evil.example"), offers: []string{protocol, good}, want: 403},
		"origin equal to a foreign host":     {host: "evil.example" + port, headers: header("Origin: http://evil.example" + port), offers: []string{protocol, good}, want: 421},
		"our host on another port":           {headers: header("Origin: http://127.0.0.1:1"), offers: []string{protocol, good}, want: 403},
		"our host by https":                  {headers: header("Origin: https://127.0.0.1" + port), offers: []string{protocol, good}, want: 403},
		"origin null, as from a file":        {headers: header("Origin: null"), offers: []string{protocol, good}, want: 403},
		"two origins":                        {headers: header("Origin: wails://wails", "Origin: http://evil.example"), offers: []string{protocol, good}, want: 403},
		"a browser that hides its origin":    {headers: header("Sec-Fetch-Site: cross-site"), offers: []string{protocol, good}, want: 403},
		"missing token":                      {offers: []string{protocol}, want: 401},
		"nothing offered":                    {want: 401},
		"a token we never made":              {offers: []string{protocol, tokenPrefix + "AAAAAAAAAAAAAAAAAAAAAA"}, want: 401},
		"an empty token":                     {offers: []string{protocol, tokenPrefix}, want: 401},
		"two tokens, one of them right":      {offers: []string{protocol, good, tokenPrefix + "x"}, want: 401},
		"foreign origin and a missing token": {headers: header("Origin: http://evil.example"), want: 403},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			socket, answer, err := websocket.Dial(patience(t), s.Socket(), &websocket.DialOptions{
				Host: test.host, HTTPHeader: test.headers, Subprotocols: test.offers, HTTPClient: plain(),
			})
			if answer == nil {
				t.Fatal(err)
			}
			if answer.StatusCode != test.want {
				t.Errorf("answered %d, want %d", answer.StatusCode, test.want)
			}
			if err == nil {
				if socket.Subprotocol() != protocol {
					t.Errorf("the server speaks %q", socket.Subprotocol())
				}
				_ = socket.CloseNow()
			}
		})
	}
}

func TestATokenInTheAddressOpensNothing(t *testing.T) {
	s := serve(t, newFake())
	_, answer, err := websocket.Dial(patience(t), s.Socket()+"?token="+s.OwnerToken(), &websocket.DialOptions{HTTPClient: plain()})
	if err == nil || answer.StatusCode != http.StatusUnauthorized {
		t.Errorf("answered %v", answer)
	}
}

func TestPagesComeWithTheirHeaders(t *testing.T) {
	s := serve(t, newFake())
	tests := map[string]struct {
		method, path, host string
		want               int
	}{
		"the page":               {"GET", "/", "", 200},
		"a script":               {"GET", "/assets/app.js", "", 200},
		"its head":               {"HEAD", "/", "", 200},
		"a folder":               {"GET", "/assets/", "", 404},
		"a file we do not have":  {"GET", "/secret", "", 404},
		"a way out":              {"GET", "/..%2f..%2fetc/passwd", "", 404},
		"writing":                {"POST", "/", "", 405},
		"a foreign host":         {"GET", "/", "evil.example", 421},
		"the API without socket": {"GET", "/api", "", 401},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			request, err := http.NewRequestWithContext(patience(t), test.method, "http://127.0.0.1:"+s.port+test.path, nil)
			if err != nil {
				t.Fatal(err)
			}
			request.Host = test.host
			answer, err := plain().Do(request)
			if err != nil {
				t.Fatal(err)
			}
			_, _ = io.Copy(io.Discard, answer.Body)
			_ = answer.Body.Close()
			if answer.StatusCode != test.want {
				t.Errorf("answered %d, want %d", answer.StatusCode, test.want)
			}
			if test.want == 421 {
				return
			}
			policy := answer.Header.Get("Content-Security-Policy")
			for _, rule := range []string{
				"default-src 'none';", "script-src 'self';", "style-src 'self';", "object-src 'none';", "base-uri 'none';",
				"connect-src 'self' ws://127.0.0.1:" + s.port + ";", "frame-ancestors 'none';", "form-action 'none'",
			} {
				if !strings.Contains(policy, rule) {
					t.Errorf("the policy lacks %q: %s", rule, policy)
				}
			}
			for header, want := range map[string]string{
				"X-Content-Type-Options": "nosniff", "Referrer-Policy": "no-referrer", "Cache-Control": "no-store",
			} {
				if got := answer.Header.Get(header); got != want {
					t.Errorf("%s: %q, want %q", header, got, want)
				}
			}
		})
	}
}

func TestListenSaysWhatIsWrongWithTheAddress(t *testing.T) {
	taken, err := net.Listen("tcp4", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer taken.Close()
	for address, want := range map[string]error{
		taken.Addr().String(): ErrPortInUse,
		"0.0.0.0:0":           ErrNotLoopback,
		"192.168.1.4:0":       ErrNotLoopback,
		":0":                  ErrNotLoopback,
		"foo":                 ErrAddress,
		"127.0.0.1":           ErrAddress,
		"127.0.0.1:":          ErrAddress,
		"127.0.0.1:99999":     ErrAddress,
		"127.0.0.1:-1":        ErrAddress,
		"127.0.0.1:http":      ErrAddress,
	} {
		if _, err := Listen(Config{Address: address, Pages: somePages(), Log: quiet()}); !errors.Is(err, want) {
			t.Errorf("%s: %v, want %v", address, err, want)
		}
	}
}

func TestTooManyWindowsAreTurnedAway(t *testing.T) {
	s := serve(t, newFake(), func(l *limits) { l.connections = 2 })
	open(t, s, s.OwnerToken())
	open(t, s, s.OwnerToken())
	_, answer, err := websocket.Dial(patience(t), s.Socket(), &websocket.DialOptions{
		Subprotocols: []string{protocol, tokenPrefix + s.OwnerToken()}, HTTPClient: plain(),
	})
	if err == nil || answer.StatusCode != http.StatusServiceUnavailable {
		t.Errorf("the third window was answered %v", answer)
	}
}
