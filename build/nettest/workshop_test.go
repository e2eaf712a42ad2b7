//go:build nettest

package nettest

import (
	"encoding/json"
	"fmt"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// canary is in everything that people write here, so that a capture can look
// for it.
const canary = "QUETZALCANARY"

// TestNetWholeWorkshop plays the default template on a network without a way
// out. Eve's laptop is on no network at all: she gets the session on a USB
// stick and brings back what she wrote. Nothing leaves the network, and
// nothing that people wrote, called themselves or were let in by is in clear.
func TestNetWholeWorkshop(t *testing.T) {
	h := newHall(t)
	heard := captureIn(t, h.sw)
	ana := boot(t, h.seat("ana"), "Ana"+canary)
	session := ana.found(map[string]any{"template": "quick-cocreation", "title": "Title " + canary, "question": "What about " + canary + "?"})
	code := ana.call("door.open", map[string]any{"session": session})["code"].(string)
	link := ana.call("sessions.invite", map[string]any{"session": session})["link"].(string)
	all := []*machine{ana}
	for _, name := range []string{"Ben", "Cai", "Dan"} {
		m := boot(t, h.seat(strings.ToLower(name)), name+canary)
		m.call("door.join", map[string]any{"code": code, "name": m.name})
		m.follow(session)
		all = append(all, m)
	}
	eve := boot(t, h.space("nowhere"), "Eve"+canary)
	evesLink := ana.call("sessions.invite", map[string]any{"session": session})["link"].(string)
	eve.meetsAt(h, ana, evesLink, session)
	same(t, patience, append(all, eve)...)
	h.ip(eve.space, "link", "set", "eth0", "down")

	start := time.Now()
	steps := 0
	did := map[string]int{}
	for ; ; steps++ {
		run, _ := ana.call("run.next", map[string]any{"session": session})["id"].(string)
		if run == "" {
			break
		}
		for _, m := range all {
			wait(t, patience, m.name+" sees the activity", func() bool {
				return m.record(func(r map[string]any) bool { return r["id"] == run && r["state"] == "open" }) != nil
			})
			for method, n := range m.takesPart(session, run) {
				did[method] += n
			}
		}
	}
	if steps < 6 {
		t.Errorf("%d activities of the default template", steps)
	}
	same(t, patience, all...)
	wasWritten(t, all, did)
	t.Logf("%d activities in %v", steps, time.Since(start))

	stick := filepath.Join(t.TempDir(), "stick.convene")
	ana.call("sessions.bundle", map[string]any{"session": session, "path": stick})
	eve.call("sessions.import", map[string]any{"path": stick})
	same(t, patience, append(all, eve)...)
	eve.park(session, "from the island "+canary)
	back := filepath.Join(t.TempDir(), "back.convene")
	eve.call("sessions.bundle", map[string]any{"session": session, "path": back})
	carried := time.Now()
	ana.call("sessions.import", map[string]any{"path": back})
	all[3].awaits("from the island "+canary, patience)
	same(t, patience, append(all, eve)...)
	measured("a bundle comes back from an island: everybody has it", time.Since(carried), "", "")

	frames := heard.count()
	heard.stop()
	if out := heard.outside(); len(out) > 0 {
		t.Errorf("left the network: %v", out)
	}
	secrets := []string{canary, code, link, evesLink, link[len("convene://join/#"):], session, ana.token}
	if found := heard.heard(secrets...); len(found) > 0 {
		t.Errorf("in clear on the network: %q", found)
	}
	if frames < 100 {
		t.Errorf("the capture heard %d frames: it listens at the wrong place", frames)
	}
	counted("the default template: frames captured, of these outside or in clear", fmt.Sprintf("%d, 0", frames), "0")
}

// meetsAt plugs a machine in for as long as it takes to be let in.
func (m *machine) meetsAt(h *hall, host *machine, link, session string) {
	m.t.Helper()
	h.plug(m.space, "eth0", "10.77.0.99/24", h.sw, "br0")
	h.settled(m.space)
	m.call("sessions.join", map[string]any{"link": link, "name": m.name})
	m.follow(session)
}

// wasWritten expects that people did what the template is made of, and that every laptop shows what they wrote: a search for words that
// nobody wrote would find nothing, too.
func wasWritten(t *testing.T, all []*machine, did map[string]int) {
	t.Helper()
	t.Logf("done: %v", did)
	for method, kind := range map[string]string{
		"note.add": "note", "cluster.add": "cluster", "ballot.cast": "", "action.add": "action",
	} {
		if did[method] == 0 {
			t.Errorf("nobody could do %s", method)
		}
		for _, m := range all {
			written := 0
			for _, r := range m.records(kind) {
				if b, err := json.Marshal(r); err == nil && strings.Contains(string(b), canary) {
					written++
				}
			}
			if kind != "" && written < did[method] {
				t.Errorf("%s shows %d of %d of kind %s", m.name, written, did[method], kind)
			}
		}
	}
}

// takesPart does what a person does in an activity, and counts it by its
// method. What may be refused there is refused in words.
func (m *machine) takesPart(session, run string) (did map[string]int) {
	m.t.Helper()
	r := m.record(func(r map[string]any) bool { return r["id"] == run })
	did = map[string]int{}
	try := func(method string, params map[string]any) {
		params["session"] = session
		_, err := m.try(method, params)
		switch {
		case err == nil:
			did[method]++
		case strings.Contains(err.Error(), "internal"):
			m.t.Errorf("%s: %v", m.name, err)
		default:
			m.t.Logf("%s in %v: %v", m.name, r["activityKind"], err)
		}
	}
	switch r["activityKind"] {
	case "round":
		try("response.give", map[string]any{"text": "I hope for " + canary})
	case "brainstorm":
		for i := range 2 {
			try("note.add", map[string]any{"text": fmt.Sprintf("idea %d of %s %s", i, m.name, canary)})
		}
	case "cluster":
		try("cluster.add", map[string]any{"name": "Cluster " + canary, "notes": []string{}})
	case "vote":
		options, _ := r["options"].([]any)
		if len(options) > 0 {
			first, _ := options[0].(map[string]any)
			try("ballot.cast", map[string]any{"choices": []any{map[string]any{"option": first["id"], "value": 1}}})
		}
	case "discuss":
		try("capture.add", map[string]any{"type": "insight", "text": "said " + canary})
	case "commit":
		try("action.add", map[string]any{"what": "do " + canary, "evidence": []string{}})
	}
	return did
}

// TestNetDoctor: what keeps laptops apart is found and said in a sentence.
func TestNetDoctor(t *testing.T) {
	h := newHall(t)
	ana := boot(t, h.seat("ana"), "Ana")
	session := ana.found(map[string]any{"title": "Team day"})
	address := fmt.Sprint(ana.call("sessions.invite", map[string]any{"session": session})["addresses"].([]any)[0])
	ben := h.seat("ben")
	if bad := doctor(t, ben, address); len(bad) != 0 {
		t.Errorf("in a good room: %v", bad)
	}
	h.isolate(h.sw, h.ports["ana"], h.ports["ben"])
	if bad := doctor(t, ben, address); !bad["address"] || !bad["nobody-seen"] {
		t.Errorf("with client isolation: %v", bad)
	}
	fine := h.seat("cai")
	h.in(fine, "nft", "add table inet f; add chain inet f out { type filter hook output priority 0; }; add rule inet f out meta l4proto udp udp dport != 5353 drop")
	if bad := doctor(t, fine, address); !bad["udp-blocked"] {
		t.Errorf("without UDP: %v", bad)
	}
	vpn := h.seat("dan")
	h.ip(vpn, "tuntap", "add", "dev", "tun0", "mode", "tun")
	h.ip(vpn, "addr", "add", "10.99.0.1/24", "dev", "tun0")
	h.ip(vpn, "link", "set", "tun0", "up")
	if bad := doctor(t, vpn, ""); !bad["vpn"] {
		t.Errorf("with a VPN: %v", bad)
	}
	deaf := h.seat("eve")
	h.in(deaf, "nft", "add table inet f; add chain inet f in { type filter hook input priority 0; }; add rule inet f in ip daddr 224.0.0.0/4 drop; add rule inet f in ip6 daddr ff00::/8 drop")
	if bad := doctor(t, deaf, ""); !bad["multicast"] {
		t.Errorf("without multicast: %v", bad)
	}
	if bad := doctor(t, h.space("nowhere"), ""); !bad["no-network"] {
		t.Errorf("without a network: %v", bad)
	}
}

// doctor runs convene doctor in a namespace and returns the codes of what is
// in the way.
func doctor(t *testing.T, space, address string) map[string]bool {
	t.Helper()
	args := []string{"netns", "exec", space, binary, "--json", "doctor"}
	if address != "" {
		args = append(args, address)
	}
	out, _ := exec.Command("ip", args...).Output() // it fails when something is in the way
	var d struct {
		Findings []struct {
			Code string
			OK   bool
		}
	}
	if err := json.Unmarshal(out, &d); err != nil || len(d.Findings) == 0 {
		t.Fatalf("doctor said %q: %v", out, err)
	}
	bad := map[string]bool{}
	for _, f := range d.Findings {
		if !f.OK {
			bad[f.Code] = true
		}
	}
	return bad
}
