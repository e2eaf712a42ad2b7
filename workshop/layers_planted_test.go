package workshop_test

import (
	"strings"
	"testing"
	"testing/fstest"
)

// sound is a small repository that keeps every rule.
func sound() map[string]string {
	return map[string]string{
		"main.go":             "// Command convene is the program.\npackage main\n\nimport _ \"convene/app/api\"\n",
		"workshop/session.go": "// Package workshop is the core.\npackage workshop\n\nimport _ \"github.com/fxamacker/cbor/v2\"\n",
		"storage/store.go":    "// Package storage keeps.\npackage storage\n\nimport _ \"github.com/dgraph-io/badger/v4\"\n",
		"p2p/node.go":         "// Package p2p carries.\npackage p2p\n\nimport _ \"convene/workshop\"\n",
		"app/app.go":          "// Package app conducts.\npackage app\n\nimport _ \"convene/storage\"\n",
		"app/api/api.go":      "// Package api answers.\npackage api\n\nimport _ \"convene/app\"\n",
	}
}

func repository(files map[string]string) fstest.MapFS {
	repo := fstest.MapFS{}
	for name, text := range files {
		repo[name] = &fstest.MapFile{Data: []byte(text)}
	}
	return repo
}

func TestASoundRepositoryPasses(t *testing.T) {
	found, rooms, err := checkRooms(repository(sound()))
	if err != nil || len(found) != 0 {
		t.Errorf("found %q, err %v; want nothing", found, err)
	}
	if len(rooms) != 6 {
		t.Errorf("saw the rooms %q, want all 6", rooms)
	}
}

func TestAPlantedViolationIsFound(t *testing.T) {
	long := strings.Repeat("\tprintln()\n", longestFunction)
	for name, planted := range map[string]struct{ file, text, want string }{
		"storage imported by p2p":         {"p2p/wire.go", `package p2p; import _ "convene/storage"`, "p2p must not import storage"},
		"p2p imported by storage":         {"storage/x.go", `package storage; import _ "convene/p2p"`, "storage must not import p2p"},
		"app imported from below":         {"workshop/x.go", `package workshop; import _ "convene/app"`, "workshop must not import app"},
		"pages imported by the core":      {"workshop/x.go", `package workshop; import _ "convene/frontend"`, "workshop must not import frontend"},
		"os in the core":                  {"workshop/x.go", `package workshop; import _ "os"`, "the core must not import os"},
		"a package below net, too":        {"workshop/x.go", `package workshop; import _ "net/http"`, "the core must not import net/http"},
		"chance in the core":              {"workshop/x.go", `package workshop; import _ "math/rand/v2"`, "the core must not import math/rand/v2"},
		"a foreign module in the core":    {"workshop/x.go", `package workshop; import _ "github.com/a/b"`, "the core must not import github.com/a/b"},
		"badger outside storage":          {"app/x.go", `package app; import _ "github.com/dgraph-io/badger/v4"`, "only storage may import"},
		"libp2p outside p2p":              {"app/x.go", `package app; import _ "github.com/libp2p/go-libp2p"`, "only p2p may import"},
		"wails outside main":              {"app/x.go", `package app; import _ "github.com/wailsapp/wails/v2"`, "only . may import"},
		"goldmark outside app":            {"app/api/x.go", `package api; import _ "github.com/yuin/goldmark"`, "only app may import"},
		"an unknown room":                 {"services/x.go", "// Package services.\npackage services", "not in the drawing"},
		"a room without comment":          {"workshop/crdt/x.go", "package crdt", "workshop/crdt: a room has exactly one package comment, this one has 0"},
		"a room with two comments":        {"app/x.go", "// Package app again.\npackage app", "this one has 2"},
		"a drawer for a package":          {"workshop/crdt/x.go", "// Package util.\npackage util", "names a drawer"},
		"a drawer for a file":             {"app/helpers.go", "package app", "names a drawer"},
		"init":                            {"app/x.go", "package app\nfunc init() {}", "no init"},
		"sleeping":                        {"p2p/x.go", "package p2p\nimport \"time\"\nfunc f() { time.Sleep(1) }", "no time.Sleep"},
		"the clock in the core":           {"workshop/x.go", "package workshop\nimport \"time\"\nvar f = time.Now", "does not ask: time.Now"},
		"a goroutine in the core":         {"workshop/x.go", "package workshop\nfunc f() { go f() }", "starts no goroutine"},
		"a function that does not end":    {"app/x.go", "package app\nfunc f() {\n" + long + "}", "f has 72 lines"},
		"a file that does not end":        {"app/x.go", "package app\n" + strings.Repeat("\n", longestFile), "501 lines"},
		"a test file that does not end":   {"app/x_test.go", "package app\n" + strings.Repeat("\n", longestFile), "501 lines"},
		"an arrow hidden behind a rename": {"p2p/x.go", `package p2p; import s "convene/storage"; var _ = s.X`, "p2p must not import storage"},
	} {
		t.Run(name, func(t *testing.T) {
			files := sound()
			files[planted.file] = planted.text
			found, _, err := checkRooms(repository(files))
			if err != nil {
				t.Fatal(err)
			}
			if !strings.Contains(strings.Join(found, "\n"), planted.want) {
				t.Errorf("found %q; want a sentence with %q", found, planted.want)
			}
		})
	}
}

func TestWhatIsNotOursIsNotJudged(t *testing.T) {
	files := sound()
	files["frontend/node_modules/x/util.go"] = "package util"
	files["build/tools/tools.go"] = "package helpers"
	files[".tools/x.go"] = "package common"
	files["p2p/node_test.go"] = "package p2p_test\nimport _ \"os\"\nimport _ \"convene/app\""
	if found, _, err := checkRooms(repository(files)); err != nil || len(found) != 0 {
		t.Errorf("found %q, err %v; want nothing", found, err)
	}
}

func TestAFileThatDoesNotParseIsNotPassedOver(t *testing.T) {
	files := sound()
	files["app/broken.go"] = "package app\nfunc {"
	if _, _, err := checkRooms(repository(files)); err == nil {
		t.Error("want the parse error")
	}
}
