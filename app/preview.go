package app

import (
	"bytes"
	"context"
	"html"
	"regexp"
	"strings"
	"time"

	"github.com/microcosm-cc/bluemonday"
	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	tables "github.com/yuin/goldmark/extension/ast"
	goldhtml "github.com/yuin/goldmark/renderer/html"
	"github.com/yuin/goldmark/text"

	"convene/workshop/outcome"
)

// previewTime bounds the work on one preview. What is left then is shown as
// plain text.
const previewTime = 2 * time.Second

// preview turns a report that package outcome wrote into HTML for the window:
// no script, no style, no picture, no address but those that a person can read,
// and headings whose ids are the anchors of the outline. The front matter is
// left out. It is for own reports only; the Markdown of strangers can cost more
// time than the rules for tables here allow for.
func preview(markdown []byte) (htm string, outline []OutlineEntry) {
	ctx, cancel := context.WithTimeout(context.Background(), previewTime)
	defer cancel()
	return previewUntil(ctx, markdown)
}

func previewUntil(ctx context.Context, markdown []byte) (string, []OutlineEntry) {
	r := paper{md: ourMarkdown(), policy: ourPolicy()}
	for _, h := range outcome.Outline(markdown) {
		r.outline = append(r.outline, OutlineEntry{Level: h.Level, Text: h.Text, Anchor: h.Anchor})
	}
	for _, part := range parts(outcome.Body(markdown)) {
		n := min(len(outcome.Outline(part)), len(r.outline)-r.at)
		if ctx.Err() != nil || tooWide(part) || !r.section(part, r.outline[r.at:r.at+n]) {
			r.plain(part)
		}
		r.at += n
	}
	return r.out.String(), r.outline
}

// paper is one preview that is being made, section by section.
type paper struct {
	md      goldmark.Markdown
	policy  *bluemonday.Policy
	outline []OutlineEntry // of the whole report
	at      int            // how many headings have been written
	out     strings.Builder
}

// ourMarkdown reads what reports are made of: tables and lists to tick off
// beside the common core. Raw HTML is dropped.
func ourMarkdown() goldmark.Markdown {
	return goldmark.New(
		goldmark.WithExtensions(
			extension.NewTable(extension.WithTableCellAlignMethod(extension.TableCellAlignAttribute)),
			extension.TaskList,
		),
		goldmark.WithRendererOptions(goldhtml.WithXHTML()),
	)
}

var (
	ourAnchor = regexp.MustCompile(`^[\p{L}\p{M}\p{Nd}\p{Nl}\p{Pc}-]+$`)
	ourLink   = regexp.MustCompile(`^(?:#[^\s"'<>]+|https?://[^\s/"'<>][^\s"'<>]*|mailto:[^\s"'<>]+)$`)
	ourAlign  = regexp.MustCompile(`^(?:left|center|right)$`)
	ourBox    = regexp.MustCompile(`^checkbox$`)
	noValue   = regexp.MustCompile(`^$`)
)

// ourPolicy is the wall behind Markdown: what is not named here goes.
func ourPolicy() *bluemonday.Policy {
	p := bluemonday.NewPolicy()
	p.AllowElements("p", "br", "hr", "h1", "h2", "h3", "h4", "h5", "h6", "em", "strong", "del", "blockquote", "ul", "ol", "li",
		"code", "pre", "table", "thead", "tbody", "tr", "th", "td")
	p.AllowAttrs("id").Matching(ourAnchor).OnElements("h1", "h2", "h3", "h4", "h5", "h6")
	p.AllowAttrs("align").Matching(ourAlign).OnElements("th", "td")
	p.AllowAttrs("type").Matching(ourBox).OnElements("input")
	p.AllowAttrs("checked", "disabled").Matching(noValue).OnElements("input")
	p.AllowAttrs("href").Matching(ourLink).OnElements("a")
	p.AllowURLSchemes("http", "https", "mailto")
	p.AllowRelativeURLs(true) // for "#heading"; every other relative address fails ourLink
	p.RequireParseableURLs(true)
	p.RequireNoFollowOnFullyQualifiedLinks(true)
	p.RequireNoReferrerOnFullyQualifiedLinks(true)
	return p
}

// section renders one part of the report, which has these headings. It
// reports false, and writes nothing, where it finds others.
func (r *paper) section(part []byte, headings []OutlineEntry) bool {
	doc := r.md.Parser().Parse(text.NewReader(part))
	for n := doc.FirstChild(); n != nil; n = n.NextSibling() {
		h, ok := n.(*ast.Heading)
		if !ok {
			continue
		}
		if len(headings) == 0 || headings[0].Level != h.Level {
			return false
		}
		h.SetAttributeString("id", []byte(headings[0].Anchor))
		if n := under(h, part); n > 0 && h.Level > 1 && headings[0].Text != "People" {
			headings[0].Count = &n
		}
		headings = headings[1:]
	}
	var raw bytes.Buffer
	if len(headings) > 0 || r.md.Renderer().Render(&raw, part, doc) != nil {
		return false
	}
	r.out.Write(r.policy.SanitizeBytes(raw.Bytes()))
	return true
}

// under counts the items of the first list or table under a heading. A list
// that a sentence with a colon leads to is about something else.
func under(h *ast.Heading, source []byte) int {
	for n := h.NextSibling(); n != nil && n.Kind() != ast.KindHeading; n = n.NextSibling() {
		switch n.Kind() {
		case ast.KindList:
			return n.ChildCount()
		case tables.KindTable:
			return n.ChildCount() - 1
		case ast.KindParagraph:
			lines := n.Lines()
			last := lines.At(lines.Len() - 1)
			if bytes.HasSuffix(bytes.TrimSpace(last.Value(source)), []byte(":")) {
				return 0
			}
		}
	}
	return 0
}

// plain shows a part as it was written.
func (r *paper) plain(part []byte) {
	r.out.WriteString("<pre>" + html.EscapeString(string(part)) + "</pre>\n")
}

// parts cuts a report before each heading of the first two levels.
func parts(body []byte) [][]byte {
	var list [][]byte
	start := 0
	for at := 0; at < len(body); {
		line := body[at:]
		if i := bytes.IndexByte(line, '\n'); i >= 0 {
			line = line[:i+1]
		}
		if at > start && (bytes.HasPrefix(line, []byte("# ")) || bytes.HasPrefix(line, []byte("## "))) {
			list, start = append(list, body[start:at]), at
		}
		at += len(line)
	}
	return append(list, body[start:])
}

// mostColumns bounds tables: what their reader costs grows with columns times
// rows. Reports have fewer than ten.
const mostColumns = 32

func tooWide(part []byte) bool {
	for line := range bytes.Lines(part) {
		if bytes.Count(line, []byte("|"))-bytes.Count(line, []byte(`\|`)) > mostColumns+1 {
			return true
		}
	}
	return false
}
