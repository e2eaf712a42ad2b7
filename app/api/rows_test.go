package api

import (
	"bufio"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/coder/websocket"
	"github.com/libp2p/go-libp2p"
	"github.com/libp2p/go-libp2p/core/host"
	"github.com/libp2p/go-libp2p/core/network"
	"github.com/libp2p/go-libp2p/core/peer"

	"convene/app"
	"convene/build/bench"
)

// rowFolder names, in a process of this test, the data folder of a laptop that lives until its input ends.
const rowFolder = "CONVENE_TEST_LAPTOP"

// beLaptop is a whole laptop without a window. It prints where its API is.
func beLaptop(dir string) error {
	a, err := app.New(app.Config{DataDir: dir, Name: filepath.Base(dir), Version: "test", Loopback: true, Headless: true, Log: quiet()})
	if err != nil {
		return err
	}
	s, err := Listen(Config{Pages: somePages(), Log: quiet(), Needs: Needs{
		Home: a, Library: a, Doors: a, Views: a, Plan: a, Runs: a, People: a, Notes: a,
	}})
	if err != nil {
		return err
	}
	ctx, stop := context.WithCancel(context.Background())
	served, ended := make(chan error, 1), make(chan error, 1)
	go func() { ended <- a.Run(ctx) }()
	go func() { served <- s.Run(ctx) }()
	fmt.Println(s.Socket(), s.OwnerToken())
	_, err = io.Copy(io.Discard, os.Stdin)
	stop()
	<-served
	<-ended
	return err
}

// process is a laptop in a process of its own, and a window at it that somebody looks at all the time.
type process struct {
	*client
	seen chan string // texts of notes, when they are first shown
}

func startProcess(b *testing.B, name string) *process {
	b.Helper()
	self, err := os.Executable()
	if err != nil {
		b.Fatal(err)
	}
	cmd := exec.Command(self)
	cmd.Env = append(os.Environ(), rowFolder+"="+filepath.Join(b.TempDir(), name))
	in, err := cmd.StdinPipe()
	if err != nil {
		b.Fatal(err)
	}
	out, err := cmd.StdoutPipe()
	if err != nil {
		b.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() { _ = in.Close(); _ = cmd.Wait() })
	said, err := bufio.NewReader(out).ReadString('\n')
	where, token, whole := strings.Cut(strings.TrimSpace(said), " ")
	if err != nil || !whole {
		b.Fatalf("%s did not start: %q %v", name, said, err)
	}
	socket, _, err := websocket.Dial(patience(b), where, &websocket.DialOptions{Subprotocols: []string{protocol, tokenPrefix + token}})
	if err != nil {
		b.Fatal(err)
	}
	socket.SetReadLimit(64 << 20)
	b.Cleanup(func() { _ = socket.CloseNow() })
	return &process{client: &client{t: b, socket: socket}, seen: make(chan string, 1024)}
}

// look takes everything that comes to the window from now on.
func (p *process) look() {
	go func() {
		for {
			_, raw, err := p.socket.Read(context.Background())
			var m message
			if err != nil || json.Unmarshal(raw, &m) != nil {
				close(p.seen)
				return
			}
			for _, r := range m.Params.Added {
				if text, ok := r["text"].(string); ok && r["kind"] == "note" {
					p.seen <- text
				}
			}
		}
	}()
}

func (p *process) awaits(text string) {
	p.t.Helper()
	for shown := range p.seen {
		if shown == text {
			return
		}
	}
	p.t.Fatalf("the window closed before it showed %q", text)
}

// tenTogether is ten laptops in one session with an open board, each with a window.
func tenTogether(b *testing.B) (all []*process, session string) {
	b.Helper()
	for i := range 10 {
		all = append(all, startProcess(b, fmt.Sprintf("laptop-%d", i)))
	}
	var made sessionResult
	all[0].must("sessions.create", `{"title":"Team day","purpose":"To hear everybody","outcomes":["A list"]}`, &made)
	var invited app.Invitation
	all[0].must("sessions.invite", params(made.Session), &invited)
	for i, p := range all[1:] {
		p.must("sessions.join", fmt.Sprintf(`{"link":%q,"name":"Person %d"}`, invited.Link, i), &sessionResult{})
	}
	var activity, run created
	all[0].must("activity.add", fmt.Sprintf(`{"session":%q,"kind":"brainstorm","title":"Ideas","minutes":10,"prompt":"What helps?","settings":{"visibility":"public"}}`,
		made.Session), &activity)
	all[0].must("run.open", fmt.Sprintf(`{"session":%q,"activity":%q}`, made.Session, activity.ID), &run)
	for _, p := range all {
		p.must("view.subscribe", params(made.Session), &struct{}{})
		p.look()
	}
	return all, made.Session
}

// hop is a stream between two bare libp2p hosts on loopback.
type hop struct {
	out  network.Stream
	came chan struct{}
}

func bareHop(b *testing.B) *hop {
	b.Helper()
	hosts := make([]host.Host, 2)
	for i := range hosts {
		h, err := libp2p.New(libp2p.ListenAddrStrings("/ip4/127.0.0.1/udp/0/quic-v1"))
		if err != nil {
			b.Fatal(err)
		}
		b.Cleanup(func() { _ = h.Close() })
		hosts[i] = h
	}
	const id = "/floor/1"
	p := &hop{came: make(chan struct{}, 1)}
	hosts[1].SetStreamHandler(id, func(s network.Stream) {
		buffer := make([]byte, rowBytes)
		for {
			if _, err := io.ReadFull(s, buffer); err != nil {
				return
			}
			p.came <- struct{}{}
		}
	})
	err := hosts[0].Connect(b.Context(), peer.AddrInfo{ID: hosts[1].ID(), Addrs: hosts[1].Addrs()})
	if err == nil {
		p.out, err = hosts[0].NewStream(b.Context(), hosts[1].ID(), id)
	}
	if err != nil {
		b.Fatal(err)
	}
	return p
}

// rowBytes is about what a note is as a signed change.
const rowBytes = 350

// BenchmarkRowNoteAToB measures from a note's gesture at one laptop to the view.diff at another's WebSocket, ten laptops with a
// window each, in processes of their own on loopback; and in the same run, taking turns, the floor: one sync of a file and one hop
// between bare libp2p hosts.
func BenchmarkRowNoteAToB(b *testing.B) {
	all, session := tenTogether(b)
	ana, ben := all[0], all[9]
	bare, err := os.Create(filepath.Join(b.TempDir(), "bare"))
	if err != nil {
		b.Fatal(err)
	}
	defer bare.Close()
	way := bareHop(b)
	change := make([]byte, rowBytes)
	rest := time.NewTicker(100 * time.Millisecond)
	defer rest.Stop()
	var ours, floor []float64
	for n := range 220 {
		<-rest.C
		text := fmt.Sprintf("A note with some words in it, as people write them: %d", n)
		begin := time.Now()
		ana.send(fmt.Sprintf(`{"jsonrpc":"2.0","id":%d,"method":"note.add","params":{"session":%q,"text":%q}}`, 1000+n, session, text))
		ben.awaits(text)
		took := time.Since(begin)
		<-rest.C
		begin = time.Now()
		if _, err := bare.Write(change); err != nil {
			b.Fatal(err)
		}
		if err := bare.Sync(); err != nil {
			b.Fatal(err)
		}
		if _, err := way.out.Write(change); err != nil {
			b.Fatal(err)
		}
		<-way.came
		if n >= 20 { // the first ones find a mesh that is still being made
			ours = append(ours, float64(took.Microseconds())/1000)
			floor = append(floor, float64(time.Since(begin).Microseconds())/1000)
		}
	}
	row := bench.OverFloor("note-a-to-b", "ms", bench.Median(ours), bench.Median(floor), 2, 0)
	row.P99 = bench.At(ours, 0.99)
	bench.Tell(b, row)
	b.ReportMetric(0, "ns/op")
}
