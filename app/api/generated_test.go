package api

import (
	"flag"
	"os"
	"testing"
)

var write = flag.Bool("write", false, "write the generated files instead of comparing them")

// TestGeneratedFilesAreCurrent compares docs/api.md and the frontend's types
// with what the method table says, and with -write makes them so.
func TestGeneratedFilesAreCurrent(t *testing.T) {
	said := readComments(t, ".", "..")
	for path, want := range map[string]string{
		"../../docs/api.md":               writeMarkdown(t, said),
		"../../frontend/src/api/types.ts": writeTypeScript(said),
	} {
		if *write {
			if err := os.WriteFile(path, []byte(want), 0o644); err != nil {
				t.Fatal(err)
			}
			continue
		}
		got, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		if string(got) != want {
			t.Errorf("%s is not what the method table says; run: go generate ./app/api", path)
		}
	}
}
