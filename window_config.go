package main

import (
	"net/url"
	"strings"

	"github.com/sirupsen/logrus"
)

// windowConfig is what a window needs to show the API that main has started.
type windowConfig struct {
	URL     string // of the API: ws://127.0.0.1:PORT/api
	Token   string // of the owner, or of a wall; never logged
	Start   string // the screen to begin with, as the fragment of an address: "#/wall/ID"; "" for home
	Invite  string // a link to show to the person, or ""
	DataDir string
	Version string
	Log     *logrus.Entry
}

// page returns the address at which a browser finds the same pages as the
// window, the token in the fragment so that it is never sent as a path.
func (w windowConfig) page() string {
	address, err := url.Parse(w.URL)
	if err != nil {
		return w.URL
	}
	address.Scheme = strings.Replace(address.Scheme, "ws", "http", 1)
	address.Path = "/"
	address.Fragment = "token=" + w.Token
	if w.Invite != "" { // the screen to join, where the person reads it and says yes
		address.Fragment = "/join/" + w.Invite + "&token=" + w.Token
	}
	if w.Start != "" {
		address.Fragment = strings.TrimPrefix(w.Start, "#") + "&token=" + w.Token
	}
	return address.String()
}
