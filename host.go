package main

import (
	"context"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"syscall"

	"convene/app"
	"convene/app/api"
	"convene/frontend"

	"github.com/sirupsen/logrus"
	"gopkg.in/natefinch/lumberjack.v2"
)

// host is the running program behind a window or a browser: the conductor and the API.
type host struct {
	app    *app.App // nil while the data folder is locked
	server *api.Server
	log    *logrus.Entry
	file   *lumberjack.Logger
	served chan error
	done   chan error
	stop   context.CancelFunc
	walls  *walls // the windows of their own that this program opened
}

// openLog writes JSON lines into the data folder: at most 10 MB three times. It never holds what people wrote.
func openLog(data string) (*logrus.Entry, *lumberjack.Logger, error) {
	dir := filepath.Join(data, "logs")
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return nil, nil, unusable(err)
	}
	file := &lumberjack.Logger{Filename: filepath.Join(dir, "convene.log"), MaxSize: 10, MaxBackups: 2}
	log := logrus.New()
	log.SetOutput(quiet{file})
	log.SetFormatter(&logrus.JSONFormatter{})
	return logrus.NewEntry(log), file, nil
}

// quiet writes what it can: a log that finds no room is no news for whoever looks at the terminal, where logrus would tell
// of each line. That the disk is full is said once, in words, by what needed the room.
type quiet struct{ io.Writer }

func (q quiet) Write(b []byte) (int, error) {
	_, _ = q.Writer.Write(b)
	return len(b), nil
}

// unusable says in words why nothing can be written into the data folder.
func unusable(err error) error {
	switch {
	case errors.Is(err, syscall.ENOSPC):
		return app.Refuse("disk-full", "The disk is full.", "Nothing was changed. Make room, then start again.").Because(err)
	case errors.Is(err, fs.ErrPermission), errors.Is(err, syscall.EROFS):
		return app.Refuse("folder-read-only", "The data folder cannot be written.",
			"What is in it is safe. Allow writing to it, or start with another one: --data FOLDER.").Because(err)
	case errors.Is(err, syscall.ENOTDIR), errors.Is(err, fs.ErrExist):
		return app.Refuse("folder-unusable", "The data folder cannot be used: there is a file where a folder is needed.",
			"Nothing was changed. Name another one: --data FOLDER.").Because(err)
	}
	return app.Refuse("folder-unusable", "The data folder cannot be used: "+err.Error()+".",
		"Nothing was changed. Name another one: --data FOLDER.").Because(err)
}

// hosting says how to begin.
type hosting struct {
	name     string // of the person, where none is kept yet
	listen   string
	headless bool // no native window
	person   bool // somebody sees the page and can be asked for a passphrase
}

// startHost opens the data folder and serves it. Where its passphrase is needed and a person can be asked, it is served locked, and
// the page asks. What it started ends with close.
func startHost(ctx context.Context, t *terminal, how hosting) (*host, error) {
	log, file, err := openLog(t.data)
	if err != nil {
		return nil, err
	}
	h := &host{log: log, file: file, served: make(chan error, 1), done: make(chan error, 1)}
	c := app.Config{
		DataDir: t.data, Name: how.name, Version: version, Announce: true, Headless: how.headless, Log: log, Access: t.access(!how.headless),
	}
	a, err := app.New(c)
	ask := how.person && app.AsksPassphrase(err)
	if err != nil && !ask {
		return nil, errors.Join(err, file.Close())
	}
	ctx, h.stop = context.WithCancel(ctx)
	serving := api.Config{Address: how.listen, Pages: frontend.Pages(), Log: log}
	if ask {
		serving.Unlock = func(_ context.Context, passphrase string) (api.Needs, error) {
			c.Access.Passphrase = passphrase
			a, err := app.New(c)
			if err != nil {
				return api.Needs{}, err
			}
			return h.run(ctx, a), nil
		}
	} else {
		serving.Needs = h.run(ctx, a)
	}
	h.server, err = api.Listen(serving)
	if err != nil {
		h.served <- nil
		if errors.Is(err, api.ErrAddress) || errors.Is(err, api.ErrNotLoopback) {
			err = wrongUse{err}
		}
		return nil, errors.Join(err, h.close())
	}
	h.walls = &walls{ctx: ctx, log: log}
	h.server.ShowWalls(h.walls.opener(how.headless))
	go func() { h.served <- h.server.Run(ctx) }()
	return h, nil
}

// run lets the conductor work until ctx ends, and returns all that the API needs of it.
func (h *host) run(ctx context.Context, a *app.App) api.Needs {
	h.app = a
	go func() { h.done <- a.Run(ctx) }()
	return api.Needs{
		Home: a, Library: a, Doors: a, Finding: a, Bundles: a, Safe: a, Shelf: a, Views: a, Plan: a, Runs: a, People: a, Notes: a, Answers: a, Talk: a,
		Actions: a, History: a, Records: a, Groups: a, Canvas: a, Board: a, Around: a, Ink: a, Pictures: a, Past: a,
		Own: a, Charter: a, Seats: a, Turns: a, Rescue: a,
	}
}

// close ends what startHost began, pages first, and waits until everything acknowledged is closed in order.
func (h *host) close() error {
	h.stop()
	if h.walls != nil {
		h.walls.running.Wait()
	}
	served, done := <-h.served, error(nil) // from here on nobody unlocks anything
	if h.app != nil {
		done = <-h.done
	}
	if errors.Is(served, context.Canceled) {
		served = nil
	}
	if errors.Is(done, context.Canceled) {
		done = nil
	}
	return errors.Join(served, done, h.file.Close())
}
