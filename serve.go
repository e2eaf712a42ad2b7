package main

import (
	"context"
	"errors"
	"fmt"
	"os"

	"convene/app"
)

// windowCommand opens the window.
type windowCommand struct {
	Invite string `arg:"" optional:"" help:"An invite to show; the person is asked before anything is joined." placeholder:"LINK"`
}

// Run keeps the goroutine of main for the window until the person closes it.
func (c *windowCommand) Run(ctx context.Context, t *terminal) error {
	invite := ""
	if c.Invite != "" {
		if invite = invited([]string{c.Invite}); invite == "" {
			return wrongUse{fmt.Errorf("unexpected argument %s; an invite begins with %s", c.Invite, inviteScheme)}
		}
	}
	h, err := startHost(ctx, t, hosting{name: os.Getenv("USER"), headless: !hasWindow, person: true})
	if err != nil {
		message, hint := words(err)
		return errors.Join(err, openTrouble(ctx, windowConfig{DataDir: t.data}, message, hint))
	}
	err = openWindow(ctx, windowConfig{
		URL: h.server.Socket(), Token: h.server.OwnerToken(), DataDir: t.data, Version: version, Log: h.log, Invite: invite,
	})
	return errors.Join(err, h.close())
}

// serveCommand runs a peer without a window.
type serveCommand struct {
	Listen string `help:"Address of the pages; only 127.0.0.1 is allowed." placeholder:"ADDR"`
	Name   string `help:"Your name, where none is kept yet."`
	Join   string `help:"Join the session of this invite." placeholder:"LINK" xor:"join"`
	Lookup bool   `help:"Ask a directory where the host of the invite is now. Strangers who run it see the address of this computer."`
	Relay  string `help:"Make sessions that are opened here reachable through this relay." placeholder:"LINK" xor:"relay"`

	JoinFile  string `help:"File that holds the invite, which the arguments do not show then; - is standard input." placeholder:"FILE" xor:"join"`
	RelayFile string `help:"File that holds the relay's link; - is standard input." placeholder:"FILE" xor:"relay"`

	Directory []string `help:"Use this server of your organisation's own directory, from now on; may be repeated. Without, the public one is used." placeholder:"ADDR" sep:"none"`
}

// ready is the line that serve prints when it can be used.
type ready struct {
	URL     string `json:"url"`
	Token   string `json:"token"`
	Peer    string `json:"peer,omitempty"`    // this laptop's peer id in the session joined
	Session string `json:"session,omitempty"` // the session joined
}

// Run serves until it is told to stop.
func (s *serveCommand) Run(ctx context.Context, t *terminal) error {
	invite, err := linkOr(s.Join, s.JoinFile)
	if err != nil {
		return err
	}
	relay, err := linkOr(s.Relay, s.RelayFile)
	if err != nil {
		return err
	}
	h, err := startHost(ctx, t, hosting{name: s.Name, listen: s.Listen, headless: true})
	if err != nil {
		return err
	}
	if relay != "" {
		if err := h.app.UseRelay(ctx, relay); err != nil {
			return errors.Join(err, h.close())
		}
	}
	if len(s.Directory) > 0 {
		if err := h.app.UseDirectory(ctx, s.Directory); err != nil {
			return errors.Join(err, h.close())
		}
	}
	line := ready{URL: h.server.URL(), Token: h.server.OwnerToken()}
	if err := s.join(ctx, t, h, invite, &line); err != nil {
		return errors.Join(err, h.close())
	}
	t.json = true // the ready line is JSON with and without --json: programs wait for it
	if err := t.result(line); err != nil {
		return errors.Join(err, h.close())
	}
	fmt.Fprintf(t.err, "Open %s#token=%s in a browser on this computer. Ctrl+C stops.\n", line.URL, line.Token)
	select {
	case <-ctx.Done():
	case err := <-h.served:
		h.served <- err
	}
	return h.close()
}

func (s *serveCommand) join(ctx context.Context, t *terminal, h *host, invite string, line *ready) error {
	if invite == "" {
		return nil
	}
	join := h.app.Join
	if s.Lookup {
		join = h.app.Seek
	}
	session, err := join(ctx, invite, s.Name, func(p app.JoinProgress) {
		fmt.Fprintf(t.err, "joining: %s\n", p.Step)
	})
	if err != nil {
		return fmt.Errorf("join: %w", err)
	}
	peer, err := h.app.Peer(ctx, session)
	if err != nil {
		return fmt.Errorf("join: %w", err)
	}
	line.Session, line.Peer = session, peer
	return nil
}
