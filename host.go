package main

import (
	"context"
	"errors"
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
	app    *app.App
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
	log.SetOutput(file)
	log.SetFormatter(&logrus.JSONFormatter{})
	return logrus.NewEntry(log), file, nil
}

// unusable says in words why nothing can be written into the data folder.
func unusable(err error) error {
	switch {
	case errors.Is(err, syscall.ENOSPC):
		return app.Refuse("disk-full", "The disk is full.", "Nothing was changed. Make room, then start again.").Because(err)
	case errors.Is(err, fs.ErrPermission), errors.Is(err, syscall.EROFS):
		return app.Refuse("folder-read-only", "The data folder cannot be written.",
			"What is in it is safe. Allow writing to it, or start with another one: --data FOLDER.").Because(err)
	}
	return app.Refuse("folder-unusable", "The data folder cannot be used: "+err.Error()+".",
		"Nothing was changed. Name another one: --data FOLDER.").Because(err)
}

// startHost opens the data folder and serves it. What it started ends with close.
func startHost(ctx context.Context, t *terminal, name, listen string, headless bool) (*host, error) {
	log, file, err := openLog(t.data)
	if err != nil {
		return nil, err
	}
	h := &host{log: log, file: file, served: make(chan error, 1), done: make(chan error, 1)}
	h.app, err = app.New(app.Config{
		DataDir: t.data, Name: name, Version: version, Announce: true, Headless: headless, Log: log, Access: t.access(!headless),
	})
	if err != nil {
		return nil, errors.Join(err, file.Close())
	}
	ctx, h.stop = context.WithCancel(ctx)
	a := h.app
	h.server, err = api.Listen(api.Config{Address: listen, Pages: frontend.Pages(), Log: log, Needs: api.Needs{
		Home: a, Library: a, Doors: a, Bundles: a, Safe: a, Shelf: a, Views: a, Plan: a, Runs: a, People: a, Notes: a, Answers: a, Talk: a,
		Actions: a, History: a, Records: a, Groups: a, Canvas: a, Board: a, Around: a, Past: a,
		Own: a, Charter: a, Seats: a, Turns: a, Rescue: a,
	}})
	go func() { h.done <- a.Run(ctx) }()
	if err != nil {
		h.served <- nil
		return nil, errors.Join(err, h.close())
	}
	h.walls = &walls{ctx: ctx, log: log}
	h.server.ShowWalls(h.walls.opener(headless))
	go func() { h.served <- h.server.Run(ctx) }()
	return h, nil
}

// close ends what startHost began, pages first, and waits until everything acknowledged is closed in order.
func (h *host) close() error {
	h.stop()
	if h.walls != nil {
		h.walls.running.Wait()
	}
	served, done := <-h.served, <-h.done
	if errors.Is(served, context.Canceled) {
		served = nil
	}
	if errors.Is(done, context.Canceled) {
		done = nil
	}
	return errors.Join(served, done, h.file.Close())
}
