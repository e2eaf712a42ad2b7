package main

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"convene/app"
	"convene/build/bench"
)

// BenchmarkRowServe measures the program itself as a peer without a window: how long `convene serve` takes to its ready line, and
// what it holds in memory with a session of 5,000 notes open; each beside a bare libp2p host with the same two databases open,
// taking turns.
func BenchmarkRowServe(b *testing.B) {
	if _, err := os.Stat("/proc/self/status"); err != nil {
		b.Skip("memory is read from /proc")
	}
	dir := b.TempDir()
	for name, from := range map[string]string{"convene": ".", "floor": "./build/bench/testdata/floor"} {
		if said, err := exec.Command("go", "build", "-o", filepath.Join(dir, name), from).CombinedOutput(); err != nil {
			b.Fatalf("build %s: %v: %s", name, err, said)
		}
	}
	p := peers{b: b, dir: dir, data: filepath.Join(dir, "data")}
	p.link = fiveThousandIn(b, p.data)
	var ours, floor []float64
	for range 7 {
		floor = append(floor, p.floor().end().ready)
		ours = append(ours, p.serve().end().ready)
	}
	bench.Tell(b, bench.OverFloor("serve-ready", "ms", bench.Median(ours), bench.Median(floor), 2, 200))
	ours, floor = nil, nil
	for range 3 {
		bare := p.floor()
		peer := p.serve("--join", p.link)
		<-time.After(15 * time.Second) // both idle: what was only needed to begin is given back
		floor, ours = append(floor, bare.resident()), append(ours, peer.resident())
		bare.end()
		peer.end()
	}
	bench.Tell(b, bench.OverFloor("memory-5000", "MB", bench.Median(ours), bench.Median(floor), 1.4, 0))
	b.ReportMetric(0, "ns/op")
}

// fiveThousandIn makes a session with a board of 5,000 notes in a new data folder, and returns an invite to it.
func fiveThousandIn(b *testing.B, data string) (link string) {
	b.Helper()
	a, err := app.New(app.Config{DataDir: data, Loopback: true, Name: "Amina"})
	if err != nil {
		b.Fatal(err)
	}
	ctx, stop := context.WithCancel(context.Background())
	done := make(chan error, 1)
	go func() { done <- a.Run(ctx) }()
	session, err := a.CreateSession(ctx, app.NewSession{Title: "Five thousand"})
	var board string
	if err == nil {
		board, err = a.AddActivity(ctx, session, app.NewActivity{
			Kind: app.ActivityBrainstorm, Title: "Open", Settings: app.Settings{"visibility": "public"},
		})
	}
	if err == nil {
		_, err = a.OpenRun(ctx, session, board)
	}
	for n := 0; n < 5000 && err == nil; n++ { // one by one, as people write them
		_, err = a.AddNote(ctx, session, app.NewNote{Text: fmt.Sprintf("A note with some words in it, as people write them: %d", n)})
	}
	var invited app.Invitation
	if err == nil {
		invited, err = a.Invite(ctx, session, app.InviteWish{})
	}
	stop()
	if ended := <-done; err == nil && !errors.Is(ended, context.Canceled) {
		err = ended
	}
	if err != nil {
		b.Fatal(err)
	}
	return invited.Link
}

// peers starts the processes that are measured.
type peers struct {
	b         *testing.B
	dir, data string
	link      string
}

// process is one that runs and has said that it is ready.
type process struct {
	b     *testing.B
	cmd   *exec.Cmd
	in    io.Closer
	ready float64 // milliseconds it took
}

func (p peers) serve(more ...string) *process {
	args := append([]string{"serve", "--data", p.data, "--no-keychain"}, more...)
	return p.start(exec.Command(filepath.Join(p.dir, "convene"), args...))
}

// floor opens copies: what Badger alone does to a folder is damage to Convene.
func (p peers) floor() *process {
	p.b.Helper()
	found, err := filepath.Glob(filepath.Join(p.data, "sessions", "*", "db"))
	if err != nil || len(found) != 1 {
		p.b.Fatal(found, err)
	}
	args := []string{}
	for _, from := range append(found, filepath.Join(p.data, "library", "db")) {
		to := p.b.TempDir()
		if err := os.CopyFS(to, os.DirFS(from)); err != nil {
			p.b.Fatal(err)
		}
		args = append(args, to)
	}
	return p.start(exec.Command(filepath.Join(p.dir, "floor"), args...))
}

func (p peers) start(cmd *exec.Cmd) *process {
	p.b.Helper()
	in, err := cmd.StdinPipe()
	if err != nil {
		p.b.Fatal(err)
	}
	out, err := cmd.StdoutPipe()
	if err != nil {
		p.b.Fatal(err)
	}
	begin := time.Now()
	if err := cmd.Start(); err != nil {
		p.b.Fatal(err)
	}
	if _, err := bufio.NewReader(out).ReadString('\n'); err != nil {
		p.b.Fatalf("%v ended before it was ready: %v", cmd.Args, errors.Join(err, cmd.Wait()))
	}
	return &process{b: p.b, cmd: cmd, in: in, ready: float64(time.Since(begin).Microseconds()) / 1000}
}

func (p *process) end() *process {
	p.b.Helper()
	err := errors.Join(p.in.Close(), p.cmd.Process.Signal(os.Interrupt))
	if err != nil {
		p.b.Fatal(err)
	}
	_ = p.cmd.Wait() // interrupted
	return p
}

// resident is what the process holds in memory, in MB.
func (p *process) resident() float64 {
	p.b.Helper()
	status, err := os.ReadFile(fmt.Sprintf("/proc/%d/status", p.cmd.Process.Pid))
	if err != nil {
		p.b.Fatal(err)
	}
	_, rest, _ := strings.Cut(string(status), "VmRSS:")
	kilobytes, err := strconv.ParseFloat(strings.Fields(rest)[0], 64)
	if err != nil {
		p.b.Fatal(err)
	}
	return kilobytes / 1024
}
