package rehearse

import (
	"bytes"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"convene/workshop"
	"convene/workshop/outcome"
)

var golden = flag.Bool("golden", false, "write the records in testdata/records anew instead of comparing with them; then read the diff")

// asBefore compares a rehearsal's report in the three profiles with what is kept of it.
func asBefore(t *testing.T, id string, v *workshop.View) {
	t.Helper()
	for _, profile := range []outcome.Profile{outcome.ProfileNames, outcome.ProfileInitials, outcome.ProfileNone} {
		path := filepath.Join("testdata", "records", fmt.Sprintf("%s.%s.md", id, profile))
		got := outcome.Markdown(v, outcome.Options{Profile: profile, Length: outcome.LengthFull})
		if *golden {
			if err := os.WriteFile(path, got, 0o644); err != nil {
				t.Fatal(err)
			}
			continue
		}
		want, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		if !bytes.Equal(got, want) {
			t.Errorf("%s changed (go test ./app/rehearse -run P54 -golden, then git diff):\n%s", path, firstDifference(want, got))
		}
	}
}

// firstDifference shows the first line in which two texts differ.
func firstDifference(want, got []byte) string {
	was, is := strings.Split(string(want), "\n"), strings.Split(string(got), "\n")
	for i := range min(len(was), len(is)) {
		if was[i] != is[i] {
			return fmt.Sprintf("line %d\nwas: %s\nis:  %s", i+1, was[i], is[i])
		}
	}
	return fmt.Sprintf("%d lines, now %d", len(was), len(is))
}

// nobodyNamed looks for everybody's display name in every file of the record without names.
func nobodyNamed(t *testing.T, v *workshop.View) {
	t.Helper()
	for _, f := range outcome.Files(v, outcome.Options{Profile: outcome.ProfileNone, Length: outcome.LengthFull}) {
		for _, m := range v.People {
			if m.Name != "" && bytes.Contains(f.Data, []byte(m.Name)) {
				t.Errorf("%s names %s", f.Name, m.Name)
			}
		}
	}
}

// Of twelve people's laptops each writes the whole folder, and all folders are the same bytes.
func TestTwelveLaptopsWriteTheSameFolder(t *testing.T) {
	oneGoroutine(t)
	o, err := Simulate(t.Context(), planOf(t, "quick-cocreation", 12))
	if err != nil {
		t.Fatal(err)
	}
	if len(o.views) != 12 {
		t.Fatalf("%d laptops", len(o.views))
	}
	for _, profile := range []outcome.Profile{outcome.ProfileNames, outcome.ProfileNone} {
		first := outcome.Files(o.views[0], outcome.Options{Profile: profile, Length: outcome.LengthFull})
		for i, v := range o.views[1:] {
			for j, f := range outcome.Files(v, outcome.Options{Profile: profile, Length: outcome.LengthFull}) {
				if f.Name != first[j].Name || !bytes.Equal(f.Data, first[j].Data) {
					t.Errorf("laptop %d wrote another %s", i+1, f.Name)
				}
			}
		}
	}
}
