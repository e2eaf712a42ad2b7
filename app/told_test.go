package app

import (
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// TestEverySentenceOfThisRoomIsInTheCataloguesOfTheWindow holds the promise that a window speaks one language: what a person is told by
// a refusal, a condition or the room check is found, word for word, among the sentences that the window has in its other languages
// (frontend/src/words/told). A name or a number in a sentence stands there as a place.
func TestEverySentenceOfThisRoomIsInTheCataloguesOfTheWindow(t *testing.T) {
	known := toldSentences(t)
	var missing []string
	seen := 0
	for _, said := range saidHere(t) {
		seen++
		if !known[said] {
			missing = append(missing, said)
		}
	}
	if seen < 250 || len(known) < 250 {
		t.Fatalf("%d sentences in the source, %d in the catalogue: the test looks at nothing", seen, len(known))
	}
	slices.Sort(missing)
	for _, said := range slices.Compact(missing) {
		t.Errorf("not in frontend/src/words/told/en.ftl: %s", said)
	}
}

// place is where a sentence of the catalogue, or of the source, holds something else each time.
const place = "{}"

func toldSentences(t *testing.T) map[string]bool {
	t.Helper()
	text, err := os.ReadFile("../frontend/src/words/told/en.ftl")
	if err != nil {
		t.Fatal(err)
	}
	known, variable := map[string]bool{}, regexp.MustCompile(`\{ \$[a-z]+ \}`)
	for line := range strings.Lines(string(text)) {
		if _, said, ok := strings.Cut(strings.TrimSpace(line), " = "); ok {
			known[variable.ReplaceAllString(strings.ReplaceAll(said, "’", "'"), place)] = true
		}
	}
	return known
}

// saidHere is every sentence for a person in the source of this room and of the door to the windows.
func saidHere(t *testing.T) []string {
	t.Helper()
	here, err := filepath.Glob("*.go")
	if err != nil {
		t.Fatal(err)
	}
	door, err := filepath.Glob("api/*.go")
	if err != nil {
		t.Fatal(err)
	}
	var all []string
	for _, name := range slices.Concat(here, door) {
		if strings.HasSuffix(name, "_test.go") || name == "relay.go" { // a relay is a program without a window
			continue
		}
		file, err := parser.ParseFile(token.NewFileSet(), name, nil, parser.SkipObjectResolution)
		if err != nil {
			t.Fatal(err)
		}
		ast.Inspect(file, func(n ast.Node) bool {
			for _, e := range wordsFor(n) {
				for _, said := range sentencesOf(e) {
					all = append(all, single(said)...)
				}
			}
			return true
		})
	}
	return all
}

var (
	places = regexp.MustCompile(`(\{\})+`)
	stop   = regexp.MustCompile(`\. ([A-Z0-9{])`)
)

// single is a text in single sentences, as the window looks them up.
func single(text string) []string {
	text = strings.TrimSpace(strings.ReplaceAll(places.ReplaceAllString(text, place), "’", "'"))
	var all []string
	for _, said := range strings.Split(stop.ReplaceAllString(text, ".\n$1"), "\n") {
		if strings.Contains(said, " ") && strings.HasSuffix(said, ".") {
			all = append(all, said)
		}
	}
	return all
}

// wordsFor is what of a node people read.
func wordsFor(n ast.Node) []ast.Expr {
	switch n := n.(type) {
	case *ast.CallExpr:
		first := map[string]int{"Refuse": 1, "good": 1, "bad": 2, "say": 2}
		if at, ok := first[called(n)]; ok && len(n.Args) > at {
			return n.Args[at:]
		}
	case *ast.CompositeLit:
		if name := nameOf(n.Type); name == "Failure" || name == "HealthItem" {
			return n.Elts
		}
	case *ast.AssignStmt:
		for i, left := range n.Lhs {
			if name := nameOf(left); i < len(n.Rhs) && (name == "Text" || name == "ReadOnly" || name == "Hint" || name == "hint" || name == "message") {
				return n.Rhs[i : i+1]
			}
		}
	case *ast.ValueSpec:
		if len(n.Names) == 1 && n.Names[0].Name == "hint" {
			return n.Values
		}
	}
	return nil
}

func called(n *ast.CallExpr) string { return nameOf(n.Fun) }

func nameOf(e ast.Expr) string {
	switch e := e.(type) {
	case *ast.Ident:
		return e.Name
	case *ast.SelectorExpr:
		return e.Sel.Name
	}
	return ""
}

// verb is what fmt puts something in the place of.
var verb = regexp.MustCompile(`%[a-z]`)

// sentencesOf is what an expression can say; one thing and several things are two sentences.
func sentencesOf(e ast.Expr) []string {
	switch e := e.(type) {
	case *ast.BasicLit:
		if said, err := strconv.Unquote(e.Value); err == nil && e.Kind == token.STRING {
			return []string{said}
		}
	case *ast.KeyValueExpr:
		if name := nameOf(e.Key); name == "Message" || name == "Hint" {
			return sentencesOf(e.Value)
		}
		return nil
	case *ast.Ident:
		if e.Name == "apart" {
			return []string{apart}
		}
	case *ast.BinaryExpr:
		if e.Op != token.ADD {
			return []string{place}
		}
		var both []string
		for _, left := range sentencesOf(e.X) {
			for _, right := range sentencesOf(e.Y) {
				both = append(both, left+right)
			}
		}
		return both
	case *ast.CallExpr:
		return sentencesOfCall(e)
	}
	return []string{place}
}

func sentencesOfCall(e *ast.CallExpr) []string {
	switch called(e) {
	case "counted":
		one, many := sentencesOf(e.Args[1])[0], sentencesOf(e.Args[2])[0]
		return []string{"1 " + one, place + " " + many}
	case "laptops":
		return []string{"1 other laptop is", place + " other laptops are"}
	case "changesAre":
		return []string{"1 change from here is", place + " changes from here are"}
	case "Sprintf":
		all := []string{""}
		pattern := sentencesOf(e.Args[0])[0]
		pieces := verb.Split(pattern, -1)
		for i, piece := range pieces {
			fills := []string{""}
			if i > 0 && i < len(e.Args) {
				fills = sentencesOf(e.Args[i])
			}
			var longer []string
			for _, before := range all {
				for _, fill := range fills {
					longer = append(longer, before+fill+piece)
				}
			}
			all = longer
		}
		return all
	}
	return []string{place}
}
