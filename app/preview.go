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
	goldhtml "github.com/yuin/goldmark/renderer/html"
	"github.com/yuin/goldmark/text"

	"convene/workshop/outcome"
)

// previewTime bounds the work on one preview. What is left then is shown as
// plain text.
const previewTime = 2 * time.Second

// preview turns a report that package outcome wrote into HTML for the window:
// no script, no style, no address but those that a person can read, of pictures
// only those that the record itself drew,
// and headings whose ids are the anchors of the outline. The front matter is
// left out. It is for own reports only; the Markdown of strangers can cost more
// time than the rules for tables here allow for.
func preview(markdown []byte, pictures map[string][]byte) (htm string, outline []OutlineEntry) {
	ctx, cancel := context.WithTimeout(context.Background(), previewTime)
	defer cancel()
	return previewUntil(ctx, markdown, pictures)
}

func previewUntil(ctx context.Context, markdown []byte, pictures map[string][]byte) (string, []OutlineEntry) {
	body := outcome.Body(markdown)
	r := paper{md: ourMarkdown(), policy: ourPolicy(), outline: outlineOf(body)}
	for _, block := range blocks(body) {
		if r.picture(block, pictures) {
			continue
		}
		block = placed(block)
		n := min(len(outcome.Outline(block)), len(r.outline)-r.at)
		if ctx.Err() != nil || !ordinary(block) || !r.write(block, r.outline[r.at:r.at+n]) {
			r.plain(block)
		}
		r.at += n
	}
	return r.out.String(), r.outline
}

// paper is one preview that is being made, block by block.
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
	ourLink   = regexp.MustCompile(`^(?:#[^\s"'<>]+|https?://[\p{L}\p{Nd}[][^\s"'<>]*|mailto:[^\s"'<>]+)$`)
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

// write renders a block, which has these headings. It reports false, and
// writes nothing, where it finds others.
func (r *paper) write(block []byte, headings []OutlineEntry) bool {
	doc := r.md.Parser().Parse(text.NewReader(block))
	for n := doc.FirstChild(); n != nil; n = n.NextSibling() {
		h, ok := n.(*ast.Heading)
		if !ok {
			continue
		}
		if len(headings) == 0 || headings[0].Level != h.Level {
			return false
		}
		h.SetAttributeString("id", []byte(headings[0].Anchor))
		headings = headings[1:]
	}
	var raw bytes.Buffer
	if len(headings) > 0 || r.md.Renderer().Render(&raw, block, doc) != nil {
		return false
	}
	r.out.Write(r.policy.SanitizeBytes(raw.Bytes()))
	return true
}

// plain shows a block as it was written.
func (r *paper) plain(block []byte) {
	r.out.WriteString("<pre>" + html.EscapeString(string(block)) + "</pre>\n")
}
