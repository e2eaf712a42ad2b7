package app

import (
	"bytes"
	"strings"

	"github.com/microcosm-cc/bluemonday"
	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/parser"
	goldhtml "github.com/yuin/goldmark/renderer/html"
	"github.com/yuin/goldmark/util"
)

const (
	mostLight      = 4 << 10 // bytes of a note whose words are read as Markdown
	mostLightSigns = 200     // asterisks, underscores and backticks in it; more is art, not emphasis
	mostLightKept  = 4 << 20 // bytes of what is remembered
)

// light reads the words of notes as light Markdown: emphasis, code and lists,
// nothing else. No link, picture, table or heading comes of a note, and no HTML
// of its writer. It remembers what it has read; the zero value is ready.
type light struct {
	known map[string]string
	size  int
}

// html returns the words of a note as HTML, or "" where plain words show the same.
func (l *light) html(words string) string {
	if l == nil || !marked(words) {
		return ""
	}
	if html, ok := l.known[words]; ok {
		return html
	}
	html := lightHTML(words)
	if l.known == nil || l.size > mostLightKept {
		l.known, l.size = map[string]string{}, 0
	}
	l.known[words] = html
	l.size += len(words) + len(html)
	return html
}

// marked reports whether words may hold any of the Markdown that is read.
func marked(words string) bool {
	if len(words) > mostLight {
		return false
	}
	signs := strings.Count(words, "*") + strings.Count(words, "_") + strings.Count(words, "`")
	if signs > mostLightSigns {
		return false
	}
	if signs > 0 {
		return true
	}
	for line := range strings.Lines(words) {
		if listed(line) > 0 {
			return true
		}
	}
	return false
}

// listed is how many bytes at the start of a line make it a line of a list.
func listed(line string) int {
	rest := strings.TrimLeft(line, " ")
	n := len(line) - len(rest)
	digits := len(rest) - len(strings.TrimLeft(rest, "0123456789"))
	switch {
	case digits > 0 && digits < 4 && len(rest) > digits+1 && (rest[digits] == '.' || rest[digits] == ')') && rest[digits+1] == ' ':
		return n + digits + 2
	case digits == 0 && len(rest) > 1 && strings.ContainsRune("-*+", rune(rest[0])) && rest[1] == ' ':
		return n + 2
	}
	return 0
}

// lightHTML renders words; "" where no mark came of them, or where they are
// such as no person writes.
func lightHTML(words string) string {
	for line := range strings.Lines(words) {
		for n, deep := listed(line), 0; n > 0; n, deep = listed(line), deep+1 {
			if deep == 2 {
				return "" // a line that begins many lists at once
			}
			line = line[n:]
		}
	}
	var raw bytes.Buffer
	if lightMarkdown().Convert([]byte(words), &raw) != nil {
		return ""
	}
	html := strings.TrimSpace(lightPolicy().Sanitize(raw.String()))
	for _, mark := range []string{"<strong>", "<em>", "<code>", "<ul>", "<ol"} {
		if strings.Contains(html, mark) {
			return html
		}
	}
	return ""
}

// lightMarkdown reads paragraphs, lists, emphasis and code; a new line is one.
func lightMarkdown() goldmark.Markdown {
	return goldmark.New(
		goldmark.WithParser(parser.NewParser(
			parser.WithBlockParsers(
				util.Prioritized(parser.NewListParser(), 300),
				util.Prioritized(parser.NewListItemParser(), 400),
				util.Prioritized(parser.NewParagraphParser(), 1000),
			),
			parser.WithInlineParsers(
				util.Prioritized(parser.NewCodeSpanParser(), 100),
				util.Prioritized(parser.NewEmphasisParser(), 500),
			),
		)),
		goldmark.WithRendererOptions(goldhtml.WithXHTML(), goldhtml.WithHardWraps()),
	)
}

// lightPolicy is the wall behind it: what is not named here goes.
func lightPolicy() *bluemonday.Policy {
	p := bluemonday.NewPolicy()
	p.AllowElements("p", "br", "em", "strong", "ul", "ol", "li", "code")
	p.AllowAttrs("start").Matching(bluemonday.Integer).OnElements("ol")
	return p
}
