package workshop_test

import (
	"bytes"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// The drawing of the README as data, and the few shapes that keep every room
// small enough to read. TestTheDrawingHolds applies it to this repository;
// layers_planted_test.go proves that each rule can fail.

const module = "convene/"

// mayImport says which rooms a room may use. A room that is not here does not
// exist: add it here and to the README, or put the file in a room that does.
var mayImport = map[string][]string{
	"workshop/crdt":      {},
	"workshop":           {"workshop/crdt"},
	"workshop/outcome":   {"workshop"},
	"workshop/templates": {"workshop"},
	"storage":            {"workshop"},
	"p2p":                {"workshop"},
	"app":                {"workshop", "workshop/outcome", "workshop/templates", "storage", "p2p"},
	"app/api":            {"app", "workshop", "frontend"},
	"app/rehearse":       {"app", "workshop", "workshop/templates"},
	"frontend":           {},
	"build/bench":        {},
	"build/nettest":      {},
	"build/rogue":        {"p2p", "workshop"},
	"build/rogue/flood":  {"build/rogue", "workshop"},
	"build/bench/table":  {"build/bench"},

	"build/directory":       {},
	"build/directory/serve": {"build/directory"},

	".": {"app", "app/api", "app/rehearse", "frontend", "workshop/templates"},
}

// onlyIn names outside modules that live in one room alone.
var onlyIn = map[string]string{
	"github.com/dgraph-io/badger":  "storage",
	"github.com/libp2p/":           "p2p",
	"github.com/wailsapp/wails":    ".",
	"github.com/yuin/goldmark":     "app",
	"github.com/microcosm-cc/":     "app",
	"github.com/creachadair/jrpc2": "app/api",
	"github.com/coder/websocket":   "app/api",
	"github.com/alecthomas/kong":   ".",
}

// standIns are rooms for tests that stand in for what others run beside a room of ours, with what that room is made of.
var standIns = map[string]string{"build/directory": "p2p"}

// forbiddenInCore are the standard packages, with all below them, through
// which a disk, a network, chance, a log or a second goroutine would come in.
var forbiddenInCore = []string{
	"os", "net", "log", "math/rand", "crypto/rand", "database/sql",
	"sync", "syscall", "context", "plugin", "unsafe", "runtime",
}

// clockInCore are the functions of package time that ask the clock or wait
// for it. The core is told the time.
var clockInCore = []string{"Now", "Since", "Until", "After", "AfterFunc", "NewTimer", "NewTicker", "Tick"}

// drawers are package and file names that stand for a concept nobody named.
var drawers = []string{"util", "utils", "common", "helper", "helpers", "manager", "misc"}

const (
	longestFile     = 500 // lines, tests included
	longestFunction = 70  // lines, outside tests
)

func TestTheDrawingHolds(t *testing.T) {
	found, rooms, err := checkRooms(os.DirFS(".."))
	if err != nil {
		t.Fatal(err)
	}
	for _, violation := range found {
		t.Error(violation)
	}
	if !slices.Contains(rooms, "workshop") {
		t.Errorf("rooms seen: %q: the check did not reach the repository", rooms)
	}
}

// checkRooms reads every Go file of a repository and returns what breaks the
// drawing, one sentence each, and the rooms it saw.
func checkRooms(repo fs.FS) (found, rooms []string, err error) {
	comments := map[string]int{}
	err = fs.WalkDir(repo, ".", func(p string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if d.IsDir() {
			return skipOutside(p, d.Name())
		}
		if path.Ext(p) != ".go" {
			return nil
		}
		source, err := fs.ReadFile(repo, p)
		if err != nil {
			return err
		}
		file := token.NewFileSet()
		parsed, err := parser.ParseFile(file, p, source, parser.ParseComments|parser.SkipObjectResolution)
		if err != nil {
			return fmt.Errorf("parse: %w", err)
		}
		f := goFile{path: p, room: path.Dir(p), source: source, set: file, parsed: parsed}
		found = append(found, f.violations()...)
		if !f.isTest() {
			if parsed.Doc != nil {
				comments[f.room]++
			} else {
				comments[f.room] += 0
			}
		}
		return nil
	})
	for room, n := range comments {
		rooms = append(rooms, room)
		if n != 1 {
			found = append(found, fmt.Sprintf("%s: a room has exactly one package comment, this one has %d", room, n))
		}
	}
	slices.Sort(rooms)
	return found, rooms, err
}

// skipOutside leaves out what is not ours to judge: packages of npm, built
// pages, test data, hidden folders and the module that pins the tools.
func skipOutside(p, name string) error {
	switch {
	case p == ".":
		return nil
	case strings.HasPrefix(name, "."), strings.HasPrefix(name, "_"),
		name == "node_modules", name == "testdata", p == "frontend/dist", p == "build/tools":
		return fs.SkipDir
	}
	return nil
}

// goFile is one file on the bench.
type goFile struct {
	path, room string
	source     []byte
	set        *token.FileSet
	parsed     *ast.File
}

func (f goFile) isTest() bool { return strings.HasSuffix(f.path, "_test.go") }

func (f goFile) inCore() bool {
	return f.room == "workshop" || strings.HasPrefix(f.room, "workshop/")
}

func (f goFile) violations() []string {
	found := append(f.length(), f.drawer()...)
	if f.isTest() {
		return found // a test may see what it needs to prove its point
	}
	if _, known := mayImport[f.room]; !known {
		return append(found, fmt.Sprintf("%s: room %q is not in the drawing; add it to mayImport and to the README", f.path, f.room))
	}
	found = append(found, f.imports()...)
	return append(found, f.shapes()...)
}

func (f goFile) length() []string {
	lines := bytes.Count(f.source, []byte("\n"))
	if lines <= longestFile || ast.IsGenerated(f.parsed) {
		return nil
	}
	return []string{fmt.Sprintf("%s: %d lines; cut it by concept, a file has at most %d", f.path, lines, longestFile)}
}

func (f goFile) drawer() []string {
	var found []string
	file := strings.TrimSuffix(strings.TrimSuffix(path.Base(f.path), ".go"), "_test")
	for _, name := range []string{f.parsed.Name.Name, file} {
		if slices.Contains(drawers, name) {
			found = append(found, fmt.Sprintf("%s: %q names a drawer, not a concept", f.path, name))
		}
	}
	return found
}

func (f goFile) imports() []string {
	var found []string
	for _, spec := range f.parsed.Imports {
		imported, err := strconv.Unquote(spec.Path.Value)
		if err != nil {
			return append(found, fmt.Sprintf("%s: %v", f.path, err))
		}
		if inner, ours := strings.CutPrefix(imported, module); ours {
			if !slices.Contains(mayImport[f.room], inner) {
				found = append(found, fmt.Sprintf("%s: %s must not import %s", f.path, f.room, inner))
			}
			continue
		}
		for prefix, home := range onlyIn {
			if strings.HasPrefix(imported, prefix) && f.room != home && standIns[f.room] != home {
				found = append(found, fmt.Sprintf("%s: only %s may import %s", f.path, home, imported))
			}
		}
		if f.inCore() && !fitForCore(imported) {
			found = append(found, fmt.Sprintf("%s: the core must not import %s", f.path, imported))
		}
	}
	return found
}

// fitForCore allows the pure part of the standard library and the encoding.
func fitForCore(imported string) bool {
	first, _, _ := strings.Cut(imported, "/")
	if strings.Contains(first, ".") {
		return strings.HasPrefix(imported, "github.com/fxamacker/cbor")
	}
	return !slices.ContainsFunc(forbiddenInCore, func(bad string) bool {
		return imported == bad || strings.HasPrefix(imported, bad+"/")
	})
}

// shapes looks inside the file: long functions, init, sleeping, and in the
// core goroutines and the clock.
func (f goFile) shapes() []string {
	var found []string
	say := func(at token.Pos, format string, args ...any) {
		where := f.set.Position(at)
		found = append(found, fmt.Sprintf("%s:%d: ", f.path, where.Line)+fmt.Sprintf(format, args...))
	}
	ast.Inspect(f.parsed, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.FuncDecl:
			lines := f.set.Position(n.End()).Line - f.set.Position(n.Pos()).Line + 1
			if lines > longestFunction {
				say(n.Pos(), "%s has %d lines; a function has at most %d", n.Name.Name, lines, longestFunction)
			}
			if n.Name.Name == "init" && n.Recv == nil {
				say(n.Pos(), "no init: start things where someone can see it")
			}
		case *ast.GoStmt:
			if f.inCore() {
				say(n.Pos(), "the core starts no goroutine")
			}
		case *ast.SelectorExpr:
			if called := timeFunction(n); called == "Sleep" {
				say(n.Pos(), "no time.Sleep: wait for what you wait for")
			} else if f.inCore() && slices.Contains(clockInCore, called) {
				say(n.Pos(), "the core is told the time, it does not ask: time.%s", called)
			}
		}
		return true
	})
	return found
}

// timeFunction returns the name after "time.", or nothing.
func timeFunction(n *ast.SelectorExpr) string {
	if pkg, ok := n.X.(*ast.Ident); ok && pkg.Name == "time" {
		return n.Sel.Name
	}
	return ""
}
