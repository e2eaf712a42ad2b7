package rehearse

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"unicode"
)

var (
	anchor  = regexp.MustCompile(`\]\(#([^)]+)\)`)
	decided = regexp.MustCompile(`^- (\*\*D[0-9]+\.\*\*|\[[ x]\] A[0-9]+) `)
)

// P3.2: in the records of all twenty templates each decision and each action leads to what it came from, and every such way ends at a
// heading of the record.
func TestP32DecisionsAndActionsCarryTheirEvidence(t *testing.T) {
	files, err := filepath.Glob("testdata/records/*.names.md")
	if err != nil || len(files) < 20 {
		t.Fatalf("%d records: %v", len(files), err)
	}
	seen := 0
	for _, file := range files {
		record, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		ends := map[string]bool{}
		for line := range strings.SplitSeq(string(record), "\n") {
			if title, heading := strings.CutPrefix(strings.TrimLeft(line, "#"), " "); heading && strings.HasPrefix(line, "#") {
				ends[slug(title)] = true
			}
		}
		for line := range strings.SplitSeq(string(record), "\n") {
			if decided.MatchString(line) {
				seen++
				if !anchor.MatchString(line) {
					t.Errorf("%s: nothing says what this came from: %s", file, line)
				}
			}
			for _, m := range anchor.FindAllStringSubmatch(line, -1) {
				if !ends[m[1]] {
					t.Errorf("%s: nothing is called %q: %s", file, m[1], line)
				}
			}
		}
	}
	if seen < 60 {
		t.Errorf("only %d decisions and actions in all records", seen)
	}
}

// slug is the name by which a heading is linked to.
func slug(title string) string {
	var b strings.Builder
	for _, c := range strings.ToLower(title) {
		switch {
		case unicode.IsLetter(c) || unicode.IsDigit(c) || unicode.IsMark(c) || c == '-' || c == '_':
			b.WriteRune(c)
		case c == ' ':
			b.WriteByte('-')
		}
	}
	return b.String()
}
