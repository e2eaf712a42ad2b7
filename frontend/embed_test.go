package frontend

import (
	"io/fs"
	"strings"
	"testing"
	"testing/fstest"
)

func TestPagesThatWereNotBuiltSaySo(t *testing.T) {
	empty := fstest.MapFS{"dist/.gitkeep": {}}
	page, err := fs.ReadFile(pages(empty, notBuilt), "index.html")
	if err != nil || !strings.Contains(string(page), "were not built; run make run") {
		t.Errorf("page %q, err %v; want the sentence", page, err)
	}
}

func TestBuiltPagesAreServedFromTheirRoot(t *testing.T) {
	built := fstest.MapFS{"dist/index.html": {Data: []byte("home")}, "dist/assets/a.js": {}}
	page, err := fs.ReadFile(pages(built, notBuilt), "index.html")
	if err != nil || string(page) != "home" {
		t.Errorf("page %q, err %v; want the built one", page, err)
	}
	if _, err := fs.Stat(pages(built, notBuilt), "assets/a.js"); err != nil {
		t.Error(err)
	}
}

func TestTheProgramAlwaysHasAPage(t *testing.T) {
	if _, err := fs.Stat(Pages(), "index.html"); err != nil {
		t.Error(err)
	}
}
