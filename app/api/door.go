package api

import (
	"io/fs"
	"net/http"
	"path"
	"slices"
	"strings"
)

// protocol is the WebSocket subprotocol of this API. A client offers it, and
// its token behind tokenPrefix; the server answers with protocol alone.
const (
	protocol    = "convene.v1"
	tokenPrefix = "token."
)

// door decides who comes in from the network: under which host name, from
// which page, with which token. It knows nothing of what is asked inside.
type door struct {
	hosts   []string // exact, as in "127.0.0.1:4711"
	origins []string // exact, as in "http://127.0.0.1:4711"
	tokens  *tokens
}

// doorFor makes the door of a listener on this computer.
func doorFor(port string, t *tokens) door {
	d := door{tokens: t, origins: []string{"wails://wails", "http://wails.localhost"}}
	for _, name := range []string{"127.0.0.1", "localhost"} {
		d.hosts = append(d.hosts, name+":"+port)
		d.origins = append(d.origins, "http://"+name+":"+port)
	}
	return d
}

// guard answers everything that comes under a foreign name or from a foreign
// page, and puts the security headers on the rest.
func (d door) guard(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if !slices.Contains(d.hosts, r.Host) {
			http.Error(w, "this address does not belong to Convene", http.StatusMisdirectedRequest)
			return
		}
		if !d.knowsOrigin(r) {
			http.Error(w, "this page may not use Convene", http.StatusForbidden)
			return
		}
		secure(w.Header(), r.Host)
		next.ServeHTTP(w, r)
	})
}

// knowsOrigin reports whether the request comes from one of our pages. A
// program that is no browser sends no Origin and has to show its token all
// the same; a browser always sends one with a WebSocket, and gives itself away
// by its fetch metadata where it did not.
func (d door) knowsOrigin(r *http.Request) bool {
	origins := r.Header.Values("Origin")
	switch {
	case len(origins) == 1:
		return slices.Contains(d.origins, origins[0])
	case len(origins) > 1:
		return false
	}
	return r.Header.Get("Upgrade") == "" || r.Header.Get("Sec-Fetch-Site") == "" && r.Header.Get("Sec-Fetch-Mode") == ""
}

// pass returns what the request's token opens, or nil. Exactly one token may be shown.
func (d door) pass(r *http.Request) *pass {
	var shown []string
	for _, line := range r.Header.Values("Sec-WebSocket-Protocol") {
		for offered := range strings.SplitSeq(line, ",") {
			if token, ok := strings.CutPrefix(strings.TrimSpace(offered), tokenPrefix); ok {
				shown = append(shown, token)
			}
		}
	}
	if len(shown) != 1 {
		return nil
	}
	return d.tokens.find(shown[0])
}

// secure sets the headers of every answer. The pages run only what we ship:
// no inline script, no foreign address, no frame; they may connect only here.
func secure(h http.Header, host string) {
	h.Set("Content-Security-Policy", "default-src 'none'; script-src 'self'; style-src 'self'; "+
		"img-src 'self' data: blob:; font-src 'self'; connect-src 'self' ws://"+host+"; frame-src 'none'; "+
		"frame-ancestors 'none'; object-src 'none'; base-uri 'none'; form-action 'none'")
	h.Set("X-Content-Type-Options", "nosniff")
	h.Set("Referrer-Policy", "no-referrer")
	h.Set("Cross-Origin-Opener-Policy", "same-origin")
	h.Set("Cross-Origin-Resource-Policy", "same-origin")
	h.Set("Cache-Control", "no-store")
}

// pages serves the window's files, and nothing that is not one of them.
func pages(files fs.FS) http.Handler {
	serve := http.FileServerFS(files)
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.Method != http.MethodGet && r.Method != http.MethodHead {
			w.Header().Set("Allow", "GET, HEAD")
			http.Error(w, "only GET", http.StatusMethodNotAllowed)
			return
		}
		name := strings.TrimPrefix(r.URL.Path, "/")
		if name == "" {
			name = "index.html"
		}
		if at, err := fs.Stat(files, name); err != nil || at.IsDir() {
			http.NotFound(w, r)
			return
		}
		if kind := contentType(path.Ext(name)); kind != "" {
			w.Header().Set("Content-Type", kind)
		}
		serve.ServeHTTP(w, r)
	})
}

// contentType knows what pages are made of. Windows takes these from the
// registry, where other programs may have called a script plain text.
func contentType(extension string) string {
	switch extension {
	case ".html":
		return "text/html; charset=utf-8"
	case ".js":
		return "text/javascript; charset=utf-8"
	case ".css":
		return "text/css; charset=utf-8"
	case ".svg":
		return "image/svg+xml"
	case ".woff2":
		return "font/woff2"
	case ".json":
		return "application/json"
	}
	return ""
}
