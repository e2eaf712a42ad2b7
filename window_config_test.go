package main

import (
	"net/url"
	"strings"
	"testing"
)

func TestABrowserFindsThePageOfTheAPI(t *testing.T) {
	for name, c := range map[string]struct{ url, want string }{
		"the API's socket":  {"ws://127.0.0.1:4321/api", "http://127.0.0.1:4321/#token=abc"},
		"the page itself":   {"http://127.0.0.1:4321/", "http://127.0.0.1:4321/#token=abc"},
		"a secured address": {"wss://[::1]:4321/api", "https://[::1]:4321/#token=abc"},
	} {
		t.Run(name, func(t *testing.T) {
			if got := (windowConfig{URL: c.url, Token: "abc"}).page(); got != c.want {
				t.Errorf("got %s, want %s", got, c.want)
			}
		})
	}
}

func TestAnInviteIsShownBeforeItIsFollowed(t *testing.T) {
	w := windowConfig{URL: "ws://127.0.0.1:4321/api", Token: "abc", Invite: "convene://join/#xyz"}
	address, err := url.Parse(w.page())
	if err != nil {
		t.Fatal(err)
	}
	screen, token, ok := strings.Cut(address.Fragment, "&token=")
	if !ok || token != "abc" || screen != "/join/"+w.Invite {
		t.Errorf("the page is %s", address)
	}
}
