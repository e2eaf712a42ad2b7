package app

import (
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"
)

// promise finds the words that promise more than a log can keep, unless the
// sentence beside them says where the promise ends.
var promise = regexp.MustCompile(`(?i)anonym|secre|guarantee|confidential|secure vot`)

// TestNoWordOfThisRoomPromisesTooMuch reads every text in the source: whoever
// meets "anonymous" or "secret" meets what it does not cover, too.
func TestNoWordOfThisRoomPromisesTooMuch(t *testing.T) {
	files, err := filepath.Glob("*.go")
	if err != nil || len(files) < 10 {
		t.Fatalf("%d files: %v", len(files), err)
	}
	found := 0
	for _, name := range files {
		if strings.HasSuffix(name, "_test.go") {
			continue
		}
		file, err := parser.ParseFile(token.NewFileSet(), name, nil, parser.SkipObjectResolution)
		if err != nil {
			t.Fatal(err)
		}
		ast.Inspect(file, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.Field:
				return n.Tag == nil // names on the wire are not words
			case *ast.BasicLit:
				found += judgeWords(t, name, n)
			}
			return true
		})
	}
	if found == 0 {
		t.Error("not even the honest sentences were found: the test looks at nothing")
	}
}

func judgeWords(t *testing.T, file string, lit *ast.BasicLit) int {
	said, err := strconv.Unquote(lit.Value)
	if lit.Kind != token.STRING || err != nil || !strings.Contains(said, " ") || !promise.MatchString(said) {
		return 0
	}
	if strings.Contains(said, "than a secret ballot can hold") {
		return 1 // a refusal on the screen of the vote, beneath the run's whole sentence
	}
	for _, honest := range []string{sentences()["notes-names"], sentences()["notes-batched"], sentences()["votes-secret"]} {
		if strings.Contains(said, honest) {
			return 1
		}
	}
	t.Errorf("%s says %q without saying what it does not cover", file, said)
	return 1
}

func TestTheHonestSentencesStayAsTheyAre(t *testing.T) {
	for code, want := range map[string]string{
		"notes-names":   "Names hidden on the board. Not anonymous: the session file records who wrote each note.",
		"votes-secret":  "Secret from the group. The facilitator's computer can see each vote. Check your code in the result list.",
		"votes-until":   "Hidden until everyone has voted. Afterwards anyone can see who voted for what.",
		"votes-open":    "Votes are visible to everyone.",
		"notes-batched": "Anonymous to the group. The facilitator's computer can tell who wrote what.",
	} {
		if got := sentences()[code]; got != want {
			t.Errorf("got  %s\nwant %s", got, want)
		}
	}
}

// TestTheWindowSaysTheSameSentences compares the English catalogue of the window
// with what is said here; that the other languages have the same keys is tested there.
func TestTheWindowSaysTheSameSentences(t *testing.T) {
	b, err := os.ReadFile("../frontend/src/words/en.ftl")
	if err != nil {
		t.Fatal(err)
	}
	for code, want := range sentences() {
		if line := "\nsees-" + code + " = " + strings.ReplaceAll(want, "'", "’") + "\n"; !strings.Contains(string(b), line) {
			t.Errorf("the window does not say%s", line)
		}
	}
}
