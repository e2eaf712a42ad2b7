//go:build nettest

package nettest

import (
	"encoding/json"
	"strings"
	"testing"
	"time"
)

// TestNetJoinBySightAndByCode: from launch to the first note of a second
// laptop, and a third that only heard the code.
func TestNetJoinBySightAndByCode(t *testing.T) {
	h := newHall(t)
	ana := boot(t, h.seat("ana"), "Ana")
	session := ana.found(map[string]any{"title": "Team day"})
	code := ana.call("door.open", map[string]any{"session": session})["code"].(string)

	ben := boot(t, h.seat("ben"), "Ben")
	var peer string
	sight := wait(t, patience, "Ben sees a session on this network", func() bool {
		raw, err := ben.try("sessions.nearby", nil)
		if err != nil {
			t.Fatal(err)
		}
		var found struct {
			Sessions []struct{ Peer, Words string }
		}
		if err := json.Unmarshal(raw, &found); err != nil || len(found.Sessions) == 0 {
			return false
		}
		peer = found.Sessions[0].Peer
		return true
	})
	measured("mDNS: the list of sessions shows it (looks for 1.5 s)", sight, "10 ms", "")
	start := time.Now()
	ben.call("door.join", map[string]any{"code": code, "name": "Ben", "peer": peer})
	measured("mDNS + code -> in the session, complete", time.Since(start), "28-32 ms to connected", "")
	ben.follow(session)
	at := ben.park(session, "first note")
	measured("from launch to Ben's first note at Ana's window", ana.awaits("first note", patience).Sub(ben.began), "", "60 s")
	measured("a note from Ben's gesture to Ana's window", ana.awaits("first note", patience).Sub(at), "", "")

	cai := boot(t, h.seat("cai"), "Cai")
	start = time.Now()
	cai.call("door.join", map[string]any{"code": strings.ReplaceAll(code, "-", " "), "name": "Cai"})
	measured("code alone -> in the session, complete", time.Since(start), "", "")
	cai.follow(session)
	if launch := time.Since(ben.began); launch > time.Minute {
		t.Errorf("two people took %v from launch", launch)
	}
	same(t, patience, ana, ben, cai)
	wrong := code[:strings.Index(code, "-")] + "-tulip-anchor"
	if _, err := boot(t, h.seat("eve"), "Eve").try("door.join", map[string]any{"code": wrong, "name": "Eve"}); err == nil || !strings.Contains(err.Error(), "code-refused") {
		t.Errorf("a wrong code: %v", err)
	}
}

// TestNetClientIsolation: guest Wi-Fi where laptops cannot hear each other.
// Nobody gets in, and everybody is told so in words, within seconds.
func TestNetClientIsolation(t *testing.T) {
	h := newHall(t)
	ana, ben := boot(t, h.seat("ana"), "Ana"), boot(t, h.seat("ben"), "Ben")
	h.isolate(h.sw, h.ports["ana"], h.ports["ben"])
	session := ana.found(map[string]any{"title": "Team day"})
	code := ana.call("door.open", map[string]any{"session": session})["code"].(string)
	link := ana.call("sessions.invite", map[string]any{"session": session})["link"].(string)
	for what, ask := range map[string]func() error{
		"code": func() error {
			_, err := ben.try("door.join", map[string]any{"code": code, "name": "Ben"})
			return err
		},
		"link": func() error {
			_, err := ben.try("sessions.join", map[string]any{"link": link, "name": "Ben"})
			return err
		},
	} {
		start := time.Now()
		err := ask()
		took := time.Since(start)
		if err == nil || !strings.Contains(err.Error(), "unreachable") {
			t.Errorf("by %s: %v", what, err)
		}
		measured("client isolation: told that nobody answers, by "+what, took, "", "20 s")
		if took > 20*time.Second {
			t.Errorf("by %s: told only after %v", what, took)
		}
	}
}
