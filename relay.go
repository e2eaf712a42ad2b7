package main

import (
	"context"
	"fmt"
	"path/filepath"

	"convene/app"
)

// relayCommand runs an organisation's always-on relay.
type relayCommand struct {
	Port        int      `help:"UDP and TCP port." default:"4001"`
	Ws          int      `name:"ws" help:"Port for WebSocket, for networks that let out nothing else; 0 is none." default:"443"`
	Observe     []string `help:"Invite as an observer: the relay joins that session and keeps it available; it can read it." placeholder:"LINK"`
	ObserveFile []string `help:"File of such invites, one a line, that the arguments do not show; - is standard input." placeholder:"FILE"`
	Public      []string `help:"IP at which it is reached, where that is not one of its own." placeholder:"IP"`
	NewPass     bool     `help:"Make another link; whoever has the one until now cannot use this relay any more."`
}

// relayReady is what is printed when people can use it: the link where somebody looks on, and the file that holds it.
type relayReady struct {
	Link string `json:"link,omitempty"`
	File string `json:"file"`
}

// Run serves until it is told to stop.
func (r *relayCommand) Run(ctx context.Context, t *terminal) error {
	observe := r.Observe
	for _, path := range r.ObserveFile {
		links, err := linksIn(path)
		if err != nil {
			return err
		}
		observe = append(observe, links...)
	}
	log, file, err := openLog(t.data)
	if err != nil {
		return err
	}
	defer file.Close()
	c := app.RelayConfig{
		DataDir: t.data, Port: r.Port, WSPort: r.Ws, Public: r.Public, Observe: observe, NewPass: r.NewPass, Log: log,
	}
	return app.RunRelay(ctx, c, t.relayIsReady)
}

// relayIsReady tells the link to who looks on. What is not a terminal is often a journal that others read.
func (t *terminal) relayIsReady(link string) error {
	ready := relayReady{File: filepath.Join(t.data, "relay-link.txt")}
	if err := keepLink(ready.File, link); err != nil {
		return err
	}
	line := "The relay's link is in " + ready.File
	if isTerminal(t.out) {
		ready.Link, line = link, link
	}
	fmt.Fprintln(t.err, "Who has this link can be reached through this relay. Give it to facilitators: convene serve --relay-file FILE")
	return t.result(ready, line)
}
