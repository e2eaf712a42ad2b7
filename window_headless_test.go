//go:build !desktop

package main

import (
	"os"
	"strings"
	"testing"
)

func TestTheDoorIsReadByItsPersonAlone(t *testing.T) {
	w := windowConfig{URL: "ws://127.0.0.1:4321/api", Token: "abc", DataDir: t.TempDir()}
	path, err := writeDoor(w)
	if err != nil {
		t.Fatal(err)
	}
	info, err := os.Stat(path)
	if err != nil || info.Mode().Perm() != 0o600 {
		t.Errorf("mode %v, err %v; want 0600", info.Mode(), err)
	}
	text, err := os.ReadFile(path)
	if err != nil || !strings.Contains(string(text), `url=http://127.0.0.1:4321/#token=abc"`) {
		t.Errorf("page %s, err %v; want the address", text, err)
	}
}
