//go:build nettest

package nettest

import (
	"bufio"
	"bytes"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// TestNetARelayHoldsNoWords: three homes that reach each other through the relay alone write, vote with their presence and send a
// picture's worth of text. Nothing of it is in what the relay carries, in its folder, or in its memory.
func TestNetARelayHoldsNoWords(t *testing.T) {
	n := newInternet(t)
	heard := captureIn(t, n.space)
	ana := boot(t, n.home("symmetric", 1)[0], "Ana"+canary, "--relay", n.relay)
	session := ana.found(map[string]any{"title": "Far " + canary, "question": "What about " + canary + "?"})
	var link string
	wait(t, patience, "the invite leads through the relay", func() bool {
		i := ana.call("sessions.invite", map[string]any{"session": session})
		link = i["link"].(string)
		return strings.Contains(fmt.Sprint(i["addresses"]), "1.2.0.10")
	})
	all := []*machine{ana}
	for i, kind := range []string{"symmetric", "only443"} {
		m := boot(t, n.home(kind, 1)[0], fmt.Sprintf("P%d%s", i, canary))
		m.call("sessions.join", map[string]any{"link": link, "name": m.name})
		m.follow(session)
		all = append(all, m)
	}
	for round := range 10 {
		for i, m := range all {
			m.park(session, fmt.Sprintf("%d of %d: %s", round, i, strings.Repeat(canary+" ", 100)))
		}
	}
	same(t, patience, all...)
	for _, m := range all[1:] {
		if way := m.via("Ana" + canary); way != "relayed" {
			t.Fatalf("%s reaches Ana %q: the relay carries nothing", m.name, way)
		}
	}
	heard.stop()
	carried := heard.bytes()
	if carried < 100_000 {
		t.Errorf("the capture at the relay heard %d bytes: it listens at the wrong place", carried)
	}
	secrets := []string{canary, link[len("convene://join/#"):], session, ana.token}
	if found := heard.heard(secrets...); len(found) > 0 {
		t.Errorf("in clear at the relay: %q", found)
	}
	if found := inMemory(t, ana.process.Process.Pid, canary); !found {
		t.Error("the look into memory does not even find the words at Ana's")
	}
	for _, secret := range secrets {
		if inMemory(t, n.run.Process.Pid, secret) {
			t.Errorf("the relay's memory holds %q", secret)
		}
		if at := inFolder(t, n.data, secret); at != "" {
			t.Errorf("%s of the relay holds %q", at, secret)
		}
	}
	counted("relay, three homes: bytes it carried, of these in clear", fmt.Sprintf("%d, 0", carried), "0")
}

func (c *capture) bytes() int {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.all.Len()
}

// inMemory looks through everything a process can write to.
func inMemory(t *testing.T, pid int, word string) bool {
	t.Helper()
	maps, err := os.Open(fmt.Sprintf("/proc/%d/maps", pid))
	if err != nil {
		t.Fatal(err)
	}
	defer maps.Close()
	memory, err := os.Open(fmt.Sprintf("/proc/%d/mem", pid))
	if err != nil {
		t.Fatal(err)
	}
	defer memory.Close()
	seen := 0
	for lines := bufio.NewScanner(maps); lines.Scan(); {
		var from, to int64
		var rights string
		if _, err := fmt.Sscanf(lines.Text(), "%x-%x %s", &from, &to, &rights); err != nil || !strings.HasPrefix(rights, "rw") {
			continue
		}
		const step = 8 << 20
		for at := from; at < to; at += step {
			b := make([]byte, min(step+int64(len(word)), to-at))
			got, err := memory.ReadAt(b, at)
			if err != nil && got == 0 {
				break // set aside, and never used
			}
			seen += got
			if bytes.Contains(b[:got], []byte(word)) {
				return true
			}
		}
	}
	if seen < 1<<20 {
		t.Fatalf("only %d bytes of process %d could be read", seen, pid)
	}
	return false
}

// inFolder names a file that holds a word, or is called by it.
func inFolder(t *testing.T, dir, word string) (found string) {
	t.Helper()
	files := 0
	err := filepath.WalkDir(dir, func(p string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		files++
		b, err := os.ReadFile(p)
		if bytes.Contains(b, []byte(word)) || strings.Contains(p, word) {
			found = p
		}
		return err
	})
	if err != nil || files == 0 {
		t.Fatalf("%d files of the relay: %v", files, err)
	}
	return found
}

// TestNetSlowPath: a guest is 20 ms away, one packet of a hundred is lost each way. They join, are direct soon, and hear each other.
func TestNetSlowPath(t *testing.T) {
	for name, c := range map[string]struct{ host, guest, ends, prototype string }{
		"20 ms, 1 % loss: cone x cone":           {"cone", "cone", "direct", "+335 ms to direct"},
		"20 ms, 1 % loss: symmetric x symmetric": {"symmetric", "symmetric", "relayed", "stays relayed"},
	} {
		t.Run(name, func(t *testing.T) {
			n := newInternet(t)
			near := n.home(c.host, 1)[0]
			here := n.core
			n.core = n.switched("far")
			n.wire(here, n.core, 20*time.Millisecond, 1)
			far := n.home(c.guest, 1)[0]
			ana, ben := boot(t, near, "Ana", "--relay", n.relay), boot(t, far, "Ben")
			session := n.meets(name, ana, ben, c.prototype)
			if c.ends == "direct" {
				took := wait(t, patience, "the connection is direct", func() bool { return ben.via("Ana") == "direct" && ana.via("Ben") == "direct" })
				measured(name+": in the session -> direct", took, "", "")
			} else if way := ben.via("Ana"); way != c.ends {
				t.Errorf("connected %q, not %q", way, c.ends)
			}
			var took []time.Duration
			for i := range 40 {
				text := fmt.Sprintf("note %d from afar", i)
				at := ben.park(session, text)
				took = append(took, ana.awaits(text, patience).Sub(at))
			}
			median, worst := quantiles(took)
			measured(name+": a note to the other window, p50", median, "20 ms", "")
			measured(name+": a note to the other window, p95", worst, "", "500 ms")
			if median < 20*time.Millisecond {
				t.Errorf("half of the notes took less than %v: the path is not slow", median)
			}
			if worst > 500*time.Millisecond {
				t.Errorf("p95 is %v", worst)
			}
			same(t, patience, ana, ben)
		})
	}
}
