package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"time"

	"convene/app"
)

// sessionsCommand lists the sessions on this computer.
type sessionsCommand struct{}

// Run prints one line a session.
func (*sessionsCommand) Run(ctx context.Context, t *terminal) error {
	return withApp(ctx, t, func(ctx context.Context, a *app.App) error {
		list, err := a.Sessions(ctx)
		if err != nil {
			return err
		}
		lines := make([]string, 0, len(list))
		for _, s := range list {
			when := time.UnixMilli(int64(s.Updated)).Format("2006-01-02 15:04")
			lines = append(lines, fmt.Sprintf("%s  %-6s  %s  %s", s.ID, s.State, when, s.Title))
		}
		if len(list) == 0 {
			lines = []string{"No sessions yet."}
		}
		return t.result(map[string]any{"sessions": app.List[app.SessionEntry](list)}, lines...)
	})
}

// exportCommand writes the record of a session.
type exportCommand struct {
	What    sessionName `arg:"" name:"session-or-file" help:"Session, as convene sessions lists it, or a .convene file."`
	Out     string      `help:"Folder to write into. It is made if it is not there; nothing in it is overwritten." required:"" type:"path" placeholder:"DIR"`
	Profile string      `help:"How people appear: names, initials or none." enum:"names,initials,none" default:"names"`
	Length  string      `help:"How much is in the report: full, or short, which is one page." enum:"full,short" default:"full"`
}

// exported is what export tells programs.
type exported struct {
	Session string `json:"session"`
	Report  string `json:"report"`
	Digest  string `json:"digest"` // of the session: equal on laptops, and in bundles, that hold the same
}

// Run writes the record and prints where.
func (e *exportCommand) Run(ctx context.Context, t *terminal) error {
	if isFile(string(e.What)) {
		picture, err := app.ReadBundle(string(e.What))
		if err != nil {
			return err
		}
		return e.write(t, picture, func(p app.Picture, w app.RecordWish, dir string) (string, error) {
			return app.SaveRecordInto(p.View, w, dir, p.Images)
		})
	}
	return withApp(ctx, t, func(ctx context.Context, a *app.App) error {
		picture, err := a.ReadSession(ctx, string(e.What))
		if err != nil {
			return err
		}
		return e.write(t, picture, a.SaveInto)
	})
}

func (e *exportCommand) write(t *terminal, p app.Picture, save func(app.Picture, app.RecordWish, string) (string, error)) error {
	path, err := save(p, app.RecordWish{Profile: app.Profile(e.Profile), Length: app.Length(e.Length)}, e.Out)
	if err != nil {
		return err
	}
	return t.result(exported{Session: p.Session, Report: path, Digest: p.Digest}, path)
}

// isFile tells a bundle from the id of a session, where a command takes both.
func isFile(what string) bool {
	_, missing := os.Stat(what)
	return missing == nil || !app.IsSessionID(what)
}

// withApp opens the data folder for one task, without a network that others could find.
func withApp(ctx context.Context, t *terminal, do func(context.Context, *app.App) error) error {
	log, file, err := openLog(t.data)
	if err != nil {
		return err
	}
	a, err := app.New(app.Config{DataDir: t.data, Version: version, Loopback: true, Headless: true, Log: log, Access: t.access(false)})
	if err != nil {
		return errors.Join(err, file.Close())
	}
	running, stop := context.WithCancel(ctx)
	done := make(chan error, 1)
	go func() { done <- a.Run(running) }()
	err = do(ctx, a)
	stop()
	if ended := <-done; !errors.Is(ended, context.Canceled) {
		err = errors.Join(err, ended)
	}
	return errors.Join(err, file.Close())
}
