package app

import (
	"encoding/hex"
	"os"
	"path/filepath"
	"testing"
)

func TestDamageIsToldUntilItWasRead(t *testing.T) {
	h := newHome(t, "Amina")
	hasNotes(t, h, "kept")
	id, err := sessionByName(h.session)
	must(t, err)
	folder := filepath.Join(h.dir, "sessions", hex.EncodeToString(id[:]))
	reopened(t, h, func() { must(t, os.Remove(filepath.Join(folder, "db", "MANIFEST"))) })
	told := func() (found []StartNote) {
		hello, err := h.Hello(t.Context())
		must(t, err)
		for _, n := range hello.Notes {
			if n.Code == "session-damaged" {
				found = append(found, n)
			}
		}
		return found
	}
	if n := told(); len(n) != 1 || n[0].Session != h.session {
		t.Fatalf("told: %+v", n)
	}
	must(t, h.DismissReport(t.Context(), h.session))
	if n := told(); len(n) != 0 {
		t.Errorf("still told: %+v", n)
	}
	if aside, err := filepath.Glob(filepath.Join(folder, "damaged-*")); err != nil || len(aside) != 1 {
		t.Errorf("set aside: %v, %v", aside, err)
	}
	refused(t, h.DismissReport(t.Context(), "0123456789abcdef0123456789abcdef"), "session-unknown")
}
