package main

import (
	"bufio"
	"context"
	"fmt"
	"io"
	"net"
	"net/url"
	"os"
	"os/exec"
	"strings"
	"sync"
	"time"

	"github.com/sirupsen/logrus"
)

// projectorCommand shows the wall of a session: question, clock and result for
// everybody, in a second window. Wails has one window per process, so this is
// a process of its own, which only looks.
type projectorCommand struct {
	URL string `arg:"" help:"The wall's address, as projector.open answers it; - reads it from the input, where no other person on this computer can see it, and shows the wall until the input ends."`
}

// Run keeps the goroutine of main for the window until the person closes it.
func (p *projectorCommand) Run(ctx context.Context, t *terminal) error {
	address := p.URL
	if address == "-" {
		input := bufio.NewReader(io.LimitReader(os.Stdin, 4096))
		line, err := input.ReadString('\n')
		if err != nil {
			return fmt.Errorf("read the wall's address: %w", err)
		}
		address = strings.TrimSpace(line)
		var ended context.CancelFunc
		ctx, ended = context.WithCancel(ctx)
		defer ended()
		go func() { // ends with the input, at the latest when this process does
			_, _ = io.Copy(io.Discard, os.Stdin)
			ended()
		}()
	}
	w, err := wallConfig(address)
	if err != nil {
		return wrongUse{err}
	}
	log := logrus.New()
	log.SetOutput(t.err)
	log.SetLevel(logrus.WarnLevel)
	w.DataDir, w.Version, w.Log = t.data, version, logrus.NewEntry(log)
	return openWindow(ctx, w)
}

// wallConfig reads the address of a wall. It must lead to this computer and
// name a session and a token.
func wallConfig(address string) (windowConfig, error) {
	u, err := url.Parse(address)
	if err != nil || u.Scheme != "http" || u.User != nil {
		return windowConfig{}, fmt.Errorf("this is not the address of a wall")
	}
	if ip := net.ParseIP(u.Hostname()); ip == nil || !ip.IsLoopback() {
		return windowConfig{}, fmt.Errorf("the address of a wall leads to this computer, 127.0.0.1")
	}
	screen, token, ok := strings.Cut(u.EscapedFragment(), "&token=")
	if !ok || token == "" || !strings.HasPrefix(screen, "/wall/") || screen == "/wall/" {
		return windowConfig{}, fmt.Errorf("the address of a wall names a session and a token")
	}
	return windowConfig{URL: "ws://" + u.Host + "/api", Token: token, Start: "#" + screen}, nil
}

// walls are the windows of their own that this program has opened. They end
// with it.
type walls struct {
	ctx     context.Context // ends them; they outlive the call that opened them
	log     *logrus.Entry
	running sync.WaitGroup
}

// opener returns what opens a wall, or nil where this build has no window.
func (w *walls) opener(headless bool) func(string) error {
	if headless {
		return nil
	}
	return w.open
}

// open starts the wall's process. Its input stays open as long as this program
// runs: when it ends, in whatever way, the wall goes too.
func (w *walls) open(address string) error {
	self, err := os.Executable()
	if err != nil {
		return fmt.Errorf("find this program: %w", err)
	}
	child := exec.CommandContext(w.ctx, self, "projector", "-")
	child.WaitDelay = 5 * time.Second
	input, err := child.StdinPipe()
	if err != nil {
		return fmt.Errorf("open the wall: %w", err)
	}
	child.Cancel = input.Close
	if err := child.Start(); err != nil {
		return fmt.Errorf("open the wall: %w", err)
	}
	w.running.Go(func() {
		if err := child.Wait(); err != nil && w.ctx.Err() == nil {
			w.log.WithError(err).Warn("the wall's window ended")
		}
	})
	if _, err := io.WriteString(input, address+"\n"); err != nil {
		return fmt.Errorf("tell the wall its address: %w", err)
	}
	return nil
}
