package main

import (
	"strings"
	"testing"

	"convene/workshop"
)

// One id in 64 begins with a dash: it is a session, and no flag.
func TestASessionWhoseIDBeginsWithADashIsNoFlag(t *testing.T) {
	id := workshop.SessionID{0xf8, 1, 2, 3}.String()
	if !strings.HasPrefix(id, "-") {
		t.Fatalf("%s does not begin with a dash", id)
	}
	data := t.TempDir()
	for _, args := range [][]string{
		{"bundle", id, "--out", data + "/a.convene"},
		{"export", id, "--out", data + "/a"},
		{"verify", id},
		{"forget", id, "--yes"},
		{"templates", "save", id, "x"},
	} {
		var out, errOut strings.Builder
		code := run(append([]string{"--data", data}, args...), &out, &errOut)
		if code != exitFailed || strings.Contains(errOut.String(), "flag") {
			t.Errorf("%v: %d, %s", args, code, errOut.String())
		}
	}
}
