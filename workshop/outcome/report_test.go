package outcome

import (
	"bytes"
	"crypto/sha256"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"convene/workshop"
)

var update = flag.Bool("update", false, "write the golden files anew")

func TestTheReportOfAWorkshop(t *testing.T) {
	v := water(t)
	for _, profile := range []Profile{ProfileNames, ProfileInitials, ProfileNone} {
		golden(t, "water-"+string(profile)+".md", Markdown(v, Options{Profile: profile}))
	}
}

func golden(t *testing.T, name string, got []byte) {
	t.Helper()
	path := filepath.Join("testdata", name)
	if *update {
		if err := os.WriteFile(path, got, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(got, want) {
		t.Errorf("%s differs; look at it with go test -update and git diff", path)
	}
}

func TestTheFingerprintIsThatOfTheBody(t *testing.T) {
	report := Markdown(water(t), Options{Profile: ProfileNames})
	words := Fingerprint(sha256.Sum256(Body(report)))
	if !strings.Contains(string(report), `fingerprint: "`+strings.Join(words[:], " ")+`"`) {
		t.Errorf("the front matter does not hold %q", words)
	}
}

// A name of nothing that can be read is no name: the group has left nothing, and gets no chapter.
func TestAGroupNamedByNothingThatCanBeReadHasNoChapter(t *testing.T) {
	r := &report{v: &workshop.View{}}
	for name, left := range map[string]bool{"": false, "\u200b ": false, "The well": true} {
		if got := r.left(&workshop.GroupView{Name: name}); got != left {
			t.Errorf("named %q: %t", name, got)
		}
	}
}
