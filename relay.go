package main

import (
	"context"
	"fmt"

	"convene/app"
)

// relayCommand runs an organisation's always-on relay.
type relayCommand struct {
	Port    int      `help:"UDP and TCP port." default:"4001"`
	Ws      int      `name:"ws" help:"Port for WebSocket, for networks that let out nothing else; 0 is none." default:"443"`
	Observe []string `help:"Invite as an observer: the relay joins that session and keeps it available; it can read it." placeholder:"LINK"`
	Public  []string `help:"IP at which it is reached, where that is not one of its own." placeholder:"IP"`
}

// relayReady is what is printed when people can use it.
type relayReady struct {
	Link string `json:"link"`
}

// Run serves until it is told to stop.
func (r *relayCommand) Run(ctx context.Context, t *terminal) error {
	log, file, err := openLog(t.data)
	if err != nil {
		return err
	}
	defer file.Close()
	return app.RunRelay(ctx, app.RelayConfig{DataDir: t.data, Port: r.Port, WSPort: r.Ws, Public: r.Public, Observe: r.Observe, Log: log}, func(link string) error {
		fmt.Fprintln(t.err, "Who has this link can be reached through this relay. Give it to facilitators: convene serve --relay LINK")
		return t.result(relayReady{Link: link}, link)
	})
}
