package main

import (
	"archive/zip"
	"bytes"
	"context"
	"encoding/binary"
	"errors"
	"io"
	"os"
	"sync/atomic"
	"time"

	"github.com/rogpeppe/go-internal/testscript"

	"convene/app"
	"convene/p2p"
)

// made makes a session with the notes given in a data folder, and names it in $SESSION: made DIR TITLE NOTE...
func made(ts *testscript.TestScript, _ bool, args []string) {
	within(ts, args[0], func(ctx context.Context, a *app.App) error {
		session, err := a.CreateSession(ctx, app.NewSession{Title: args[1]})
		if err != nil {
			return err
		}
		ts.Setenv("SESSION", session)
		return addNotes(ctx, a, session, args[2:])
	})
}

// noted adds notes to $SESSION: noted DIR NOTE...
func noted(ts *testscript.TestScript, _ bool, args []string) {
	within(ts, args[0], func(ctx context.Context, a *app.App) error {
		if err := a.OpenSession(ctx, ts.Getenv("SESSION")); err != nil {
			return err
		}
		return addNotes(ctx, a, ts.Getenv("SESSION"), args[1:])
	})
}

func addNotes(ctx context.Context, a *app.App, session string, notes []string) error {
	for _, text := range notes {
		if _, err := a.AddParked(ctx, session, text); err != nil {
			return err
		}
	}
	return nil
}

// within opens a data folder for one task.
func within(ts *testscript.TestScript, dir string, do func(context.Context, *app.App) error) {
	a, err := app.New(app.Config{DataDir: ts.MkAbs(dir), Loopback: true, Name: "Amina"})
	ts.Check(err)
	ctx, stop := context.WithCancel(context.Background())
	done := make(chan error, 1)
	go func() { done <- a.Run(ctx) }()
	err = do(ctx, a)
	stop()
	if ended := <-done; !errors.Is(ended, context.Canceled) {
		err = errors.Join(err, ended)
	}
	ts.Check(err)
}

// altered copies a bundle whose last change has lost its end: altered FROM TO.
func altered(ts *testscript.TestScript, _ bool, args []string) {
	from, err := zip.OpenReader(ts.MkAbs(args[0]))
	ts.Check(err)
	defer from.Close()
	var text bytes.Buffer
	to := zip.NewWriter(&text)
	for _, e := range from.File {
		r, err := e.Open()
		ts.Check(err)
		data, err := io.ReadAll(r)
		ts.Check(err)
		if e.Name == "changes" {
			last := 0
			for at := 0; at < len(data); at += 4 + int(binary.BigEndian.Uint32(data[at:])) {
				last = at
			}
			data = data[:len(data)-20]
			binary.BigEndian.PutUint32(data[last:], uint32(len(data)-last-4)) //nolint:gosec // a length
		}
		w, err := to.Create(e.Name)
		ts.Check(err)
		_, err = w.Write(data)
		ts.Check(err)
	}
	ts.Check(to.Close())
	ts.Check(os.WriteFile(ts.MkAbs(args[1]), text.Bytes(), 0o600))
}

// invites holds a session open until the script ends and names links to it that are of no use: $CUT lost its end, $EXPIRED let people
// in until a month ago, $OTHER names another session.
func invites(ts *testscript.TestScript, _ bool, args []string) {
	var ago atomic.Int64
	ago.Store(int64(31 * 24 * time.Hour))
	a, err := app.New(app.Config{
		DataDir: ts.MkAbs(args[0]), Name: "Amina",
		Now: func() time.Time { return time.Now().Add(-time.Duration(ago.Load())) },
	})
	ts.Check(err)
	ctx, stop := context.WithCancel(context.Background())
	done := make(chan error, 1)
	go func() { done <- a.Run(ctx) }()
	ts.Defer(func() { stop(); <-done })
	session, err := a.CreateSession(ctx, app.NewSession{Title: "Clean water"})
	ts.Check(err)
	link := func() string {
		made, err := a.Invite(ctx, session, app.InviteWish{Hours: 1})
		ts.Check(err)
		return made.Link
	}
	ts.Setenv("EXPIRED", link())
	ago.Store(0)
	good := link()
	ts.Setenv("CUT", good[:len(good)-5])
	other, err := p2p.ParseInvite(good)
	ts.Check(err)
	other.First[0] ^= 1
	ts.Setenv("OTHER", other.Link())
}
