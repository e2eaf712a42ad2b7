package workshop_test

import (
	"crypto/sha256"
	"encoding/json"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// frozenFile lists every vector of version 1 by file, hash and name. Lines are added, by -update, when there are new vectors;
// none is ever taken away or altered.
const frozenFile = "testdata/frozen.txt"

// frozenLine is what of a vector is promised: its bytes and what every implementation must make of them. Words, and what this
// program shows, are not.
func frozenLine(t *testing.T, file, name string, promised ...any) string {
	t.Helper()
	b, err := json.Marshal(promised)
	if err != nil {
		t.Fatal(err)
	}
	return fmt.Sprintf("%s %x %s", file, sha256.Sum256(b), name)
}

func vectorsNow(t *testing.T) (lines []string) {
	t.Helper()
	for file := range maps.Keys(singles) {
		var f judged
		readVectors(t, filepath.Join(vectorsDir, file), &f)
		for _, c := range f.Cases {
			lines = append(lines, frozenLine(t, file, c.Name, c.Change, c.Answer, c.ID))
		}
	}
	for file := range maps.Keys(sets) {
		var f told
		readVectors(t, filepath.Join(vectorsDir, file), &f)
		for _, s := range f.Sets {
			slices.Sort(s.Changes)
			lines = append(lines, frozenLine(t, file, s.Name, s.Changes, s.Digest, s.Broken, s.States))
		}
	}
	var names json.RawMessage
	readVectors(t, filepath.Join(vectorsDir, "names.json"), &names)
	lines = append(lines, frozenLine(t, "names.json", "all of it", names))
	slices.Sort(lines)
	return lines
}

// TestTheFormatIsFrozen holds version 1 still: a session that was written once is read alike for ever. What differs here is another
// version of the rules, and gets another number.
func TestTheFormatIsFrozen(t *testing.T) {
	b, err := os.ReadFile(frozenFile)
	if err != nil && !*update {
		t.Fatal(err)
	}
	frozen := strings.Fields(strings.ReplaceAll(string(b), " ", "\x00"))
	now := vectorsNow(t)
	has := map[string]bool{}
	for _, line := range now {
		has[strings.ReplaceAll(line, " ", "\x00")] = true
	}
	for _, line := range frozen {
		if !has[line] {
			t.Errorf("a vector of version 1 is gone or altered: %s", strings.ReplaceAll(line, "\x00", " "))
		}
	}
	if *update && !t.Failed() {
		if err := os.WriteFile(frozenFile, []byte(strings.Join(now, "\n")+"\n"), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	if len(frozen) != len(now) {
		t.Errorf("%d vectors, %d of them frozen: go test ./workshop -run TestTheFormatIsFrozen -update", len(now), len(frozen))
	}
}
