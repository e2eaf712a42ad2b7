//go:build nettest

package nettest

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"slices"
	"strconv"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/libp2p/go-libp2p"
	"github.com/libp2p/go-libp2p/core/peer"
	"github.com/libp2p/go-libp2p/core/protocol"

	"convene/build/rogue"
	"convene/p2p"
	"convene/workshop"
)

const (
	attackEnv    = "CONVENE_NETTEST_ATTACK" // in a process of this test: strangers or member, and the link
	floodFor     = 60 * time.Second
	floodHosts   = 10 // strangers in one process
	floodThreads = 5
)

// attack is an attacker's process: it ends by itself after a minute, and prints what it did.
func attack(what string) {
	ctx, stop := context.WithTimeout(context.Background(), floodFor)
	defer stop()
	kind, link, _ := strings.Cut(what, " ")
	var did map[string]int64
	var err error
	if kind == "member" {
		did, err = floodAsMember(ctx, link)
	} else {
		did, err = floodAsStrangers(ctx, link)
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, "attack:", err)
		os.Exit(1)
	}
	_ = json.NewEncoder(os.Stdout).Encode(did)
}

// floodAsStrangers is ten strangers who know only where a laptop is. Each connects, opens every door with garbage, and begins again.
func floodAsStrangers(ctx context.Context, link string) (map[string]int64, error) {
	i, err := p2p.ParseInvite(link)
	if err != nil {
		return nil, err
	}
	var to peer.AddrInfo
	for _, full := range i.Full() {
		info, err := peer.AddrInfoFromString(full)
		if err != nil {
			return nil, err
		}
		to.ID, to.Addrs = info.ID, append(to.Addrs, info.Addrs...)
	}
	var attempts, connected, doors atomic.Int64
	var all sync.WaitGroup
	for range floodHosts {
		h, err := libp2p.New(libp2p.NoListenAddrs, libp2p.DisableRelay())
		if err != nil {
			return nil, err
		}
		defer h.Close()
		all.Go(func() {
			for ctx.Err() == nil {
				attempts.Add(1)
				h.Network().ClosePeer(to.ID)
				if h.Connect(ctx, to) == nil {
					connected.Add(1)
					for _, door := range []string{"hello", "join", "pair", "sync", "delta", "presence", "blob"} {
						s, err := h.NewStream(ctx, to.ID, protocol.ID("/convene/"+door+"/1.0.0"))
						if err != nil {
							continue
						}
						doors.Add(1)
						_, _ = s.Write(bytes.Repeat([]byte{0, 0, 0x10, 0, 0xa5, 0xff}, 10_000))
						_ = s.Reset()
					}
				}
				select {
				case <-time.After(100 * time.Millisecond):
				case <-ctx.Done():
				}
			}
		})
	}
	all.Wait()
	return map[string]int64{"attempts": attempts.Load(), "connected": connected.Load(), "doors": doors.Load()}, nil
}

// floodAsMember comes in by the link and writes 800 changes a second, each signed and valid.
func floodAsMember(ctx context.Context, link string) (map[string]int64, error) {
	m, err := rogue.Join(ctx, link, [32]byte{66}, [32]byte{66}, false)
	if err != nil {
		return nil, err
	}
	defer m.Close()
	for ctx.Err() == nil { // until it holds the change that let it in
		if signed, err := m.Sign(workshop.Park(workshop.RecordID{}, "flood")); err == nil {
			m.Send(signed...)
			break
		}
		<-time.After(50 * time.Millisecond)
	}
	tick := time.NewTicker(100 * time.Millisecond)
	defer tick.Stop()
	sent := int64(0)
	for ctx.Err() == nil {
		var batch [][]byte
		for range 80 { // a writer may sign 50,000 in all
			signed, err := m.Sign(workshop.Park(workshop.RecordID{}, fmt.Sprint("flood ", sent)))
			if err != nil { // it was removed, and knows
				return map[string]int64{"changes": sent}, nil
			}
			batch = append(batch, signed...)
			sent++
		}
		m.Send(batch...)
		<-tick.C
	}
	return map[string]int64{"changes": sent}, nil
}

// first lets this process, and the laptops that it starts from now on, run before everything else on this computer (SCHED_RR). Attackers,
// and other people's work, have computers of their own; here they have what the attacked leave of the same processors. So what is
// measured is the work that attackers make for the attacked, and not their own.
func first(t *testing.T) {
	t.Helper()
	class := func(args ...string) {
		command := append(append([]string{"--all-tasks"}, args...), fmt.Sprint(os.Getpid()))
		if out, err := exec.Command("chrt", command...).CombinedOutput(); err != nil {
			t.Errorf("chrt %v: %v: %s", command, err, out)
		}
	}
	class("--rr", "--pid", "1")
	t.Cleanup(func() { class("--other", "--pid", "0") })
}

// assault starts an attacker in a namespace, behind the attacked.
func assault(t *testing.T, space, what string) (did func() map[string]int64) {
	t.Helper()
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command("chrt", "--other", "0", "ip", "netns", "exec", space, self)
	cmd.Env = append(os.Environ(), attackEnv+"="+what, "GOMAXPROCS=1")
	cmd.Stderr = os.Stderr
	out, err := cmd.StdoutPipe()
	if err == nil {
		err = cmd.Start()
	}
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = cmd.Process.Kill(); _ = cmd.Wait() })
	return func() (counts map[string]int64) {
		said, err := bufio.NewReader(out).ReadBytes('\n')
		if err != nil || json.Unmarshal(said, &counts) != nil {
			t.Errorf("the attacker ended with %q: %v", said, err)
		}
		return counts
	}
}

// resident is how much memory a machine's process holds, in MB.
func (m *machine) resident() int {
	m.t.Helper()
	b, err := os.ReadFile(fmt.Sprintf("/proc/%d/status", m.process.Process.Pid))
	if err != nil {
		m.t.Fatal(err)
	}
	for line := range strings.Lines(string(b)) {
		if rest, ok := strings.CutPrefix(line, "VmRSS:"); ok {
			kb, err := strconv.Atoi(strings.Fields(rest)[0])
			if err != nil {
				m.t.Fatal(err)
			}
			return kb >> 10
		}
	}
	m.t.Fatal("the memory of a process cannot be read")
	return 0
}

// notesPerSecond is how often somebody writes while it is measured how long that takes to the next window.
const notesPerSecond = 5

// delays is how long notes took to another window.
type delays []time.Duration

func (d delays) p95() time.Duration {
	_, p95 := quantiles(d)
	return p95
}

func (d delays) String() string {
	p50, p95 := quantiles(d)
	ms := func(d time.Duration) float64 { return float64(d.Microseconds()) / 1000 }
	return fmt.Sprintf("%.1f, %.1f, %.1f ms of %d", ms(p50), ms(p95), ms(d[len(d)-1]), len(d))
}

// writing has everybody park a text in turn, and times it to the window of the next.
func writing(t *testing.T, all []*machine, session, what string, long time.Duration) (took delays) {
	t.Helper()
	tick := time.NewTicker(time.Second / notesPerSecond)
	defer tick.Stop()
	for i, end := 0, time.Now().Add(long); time.Now().Before(end); i++ {
		from, to := all[i%len(all)], all[(i+1)%len(all)]
		text := fmt.Sprintf("%s: thing %d", what, i)
		at := from.park(session, text)
		took = append(took, to.awaits(text, patience).Sub(at))
		<-tick.C
	}
	return took
}

// TestNetAFloodDelaysNobody: fifty strangers and one member, each process in its own namespace, attack the facilitator's laptop for a
// minute. The others' notes take at most twice as long, nobody's memory grows by more than 100 MB, the member is shown as flooding, and
// is removed.
func TestNetAFloodDelaysNobody(t *testing.T) {
	first(t)
	h := newHall(t)
	all, session := room(t, h, "Ana", "Ben", "Cai")
	ana := all[0]
	link := ana.call("sessions.invite", map[string]any{"session": session})["link"].(string)
	calm := writing(t, all, session, "in peace", 30*time.Second)
	before := make([]int, len(all))
	for i, m := range all {
		before[i] = m.resident()
	}
	var strangers []func() map[string]int64
	for i := range floodThreads {
		strangers = append(strangers, assault(t, h.seat(fmt.Sprintf("eve%d", i)), "strangers "+link))
	}
	member := assault(t, h.seat("mallory"), "member "+link)
	flood := writing(t, all, session, "in the flood", floodFor-5*time.Second)
	grown := 0
	for i, m := range all {
		grown = max(grown, m.resident()-before[i])
	}
	taken := len(ana.records("parked"))
	shown := ana.record(func(r map[string]any) bool { return r["kind"] == "person" && r["floods"] == true })
	if shown == nil {
		t.Error("nobody is shown as flooding")
	} else {
		ana.call("person.remove", map[string]any{"session": session, "person": shown["id"]})
		wait(t, patience, "the member is out", func() bool {
			return ana.record(func(r map[string]any) bool { return r["id"] == shown["id"] && r["here"] != true }) != nil
		})
	}
	did := map[string]int64{}
	for _, d := range append(slices.Clone(strangers), member) {
		for what, n := range d() {
			did[what] += n
		}
	}
	counted("flood of 50 strangers: attempts, connections, doors opened", fmt.Sprintf("%d, %d, %d", did["attempts"], did["connected"], did["doors"]), "")
	counted("flood of a member: changes signed in a minute, of these taken by then", fmt.Sprintf("%d, %d", did["changes"], taken), "")
	after := writing(t, all, session, "in peace again", 15*time.Second)
	counted("a note to another window, in peace: p50, p95, worst", calm.String(), "")
	counted("a note to another window, in the flood: p50, p95, worst", flood.String(), "p95 2 x in peace")
	counted("a note to another window, in peace again: p50, p95, worst", after.String(), "")
	counted("memory of a laptop in the flood: grew at most by", fmt.Sprintf("%d MB", grown), "100 MB")
	if did["doors"] < 1000 || did["changes"] < 10_000 {
		t.Errorf("that was no flood: %v", did)
	}
	if flood.p95() > 2*calm.p95() {
		t.Errorf("p95 is %v in the flood, and %v in peace", flood.p95(), calm.p95())
	}
	if grown > 100 {
		t.Errorf("a laptop grew by %d MB", grown)
	}
	same(t, patience, all...)
}
