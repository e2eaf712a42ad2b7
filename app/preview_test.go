package app

import (
	"context"
	"encoding/base64"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"convene/workshop"
	"convene/workshop/outcome"
)

func TestAPreviewShowsTheReportWithItsAnchors(t *testing.T) {
	report := []byte("---\ntitle: \"x\"\n---\n\n# Pilot\n\n**Purpose.** Agree. See [Actions](#actions).\n\n## Actions\n\n" +
		"- [ ] A1 Order kits\n  - First step: call\n- [x] A2 Write\n\nSaid, and not taken up:\n\n- B\n\n" +
		"## Vote\n\n| Rank | Idea | Dots |\n| --- | :-- | --: |\n| 1 | Kits | 3 |\n| 2 | Flags | 1 |\n\n### C1 خطة\n\n- one\n- two\n- three\n\n## Actions\n\nNone.\n")
	htm, outline := preview(report, nil)
	for _, want := range []string{
		`<h1 id="pilot">Pilot</h1>`, `<strong>Purpose.</strong>`, `<a href="#actions">Actions</a>`, `<h2 id="actions">`,
		`<input`, `<td align="right">3</td>`, `<h3 id="c1-خطة">C1 خطة</h3>`, `<h2 id="actions-1">`,
	} {
		if !strings.Contains(htm, want) {
			t.Errorf("no %s in\n%s", want, htm)
		}
	}
	if strings.Contains(htm, "title:") || strings.Contains(htm, "style=") {
		t.Errorf("front matter or a style is in the preview: %s", htm)
	}
	var got strings.Builder
	for _, e := range outline {
		n := "-"
		if e.Count != nil {
			n = fmt.Sprint(*e.Count)
		}
		fmt.Fprintf(&got, "%d %s %s;", e.Level, e.Anchor, n)
	}
	if got.String() != "1 pilot -;2 actions 2;2 vote 2;3 c1-خطة 3;2 actions-1 -;" {
		t.Error(got.String())
	}
}

// hostile is Markdown and text that want to be more than text.
func hostile() []string {
	list := []string{
		`<script>alert(1)</script>`, `<img src=x onerror=alert(1)>`, `<svg onload=alert(1)>`, `<iframe src=javascript:alert(1)>`,
		`<a href="javascript:alert(1)">x</a>`, `[x](javascript:alert(1))`, `[x](JaVaScRiPt:alert(1))`, `[x](data:text/html;base64,PHNjcmlwdD4=)`,
		`[x](vbscript:msgbox(1))`, `[x](file:///etc/passwd)`, `[x](ms-msdt:/id)`, `[x](smb://host/share)`, `[x](wails://wails/)`,
		`[x](//host/path)`, `[x](/path)`, `[x](\\host\share)`, `[x](path)`, `![x](https://tracker.example/p.png)`, `![x](data:image/svg+xml,<svg/onload=alert(1)>)`,
		`<javascript:alert(1)>`, `<https://a.example/?x="onclick=alert(1)>`, `[x](https://a.example "t\" onmouseover=\"alert(1)")`,
		`[x](#" onclick="alert(1))`, `[x]: javascript:alert(1)` + "\n\n[x]", `<style>*{display:none}</style>`, `<input onfocus=alert(1) autofocus>`,
		`<form action=//evil><button>`, `<meta http-equiv=refresh content="0;url=//evil">`, `<base href=//evil>`, `<object data=x>`,
		`<math><mtext></p><img src onerror=alert(1)>`, `</pre><script>alert(1)</script>`, "```html\n<script>alert(1)</script>\n```",
		"`<img onerror=alert(1)>`", `&lt;script&gt;alert(1)&lt;/script&gt;`, `&#106;avascript:alert(1)`, `[x](&#106;avascript:alert(1))`,
		`[x](java&#10;script:alert(1))`, `<a id="actions">`, `<h2 id=x onclick=alert(1)>`, "| a | <img src=x onerror=alert(1)> |\n| --- | --- |\n| b | [x](javascript:alert(1)) |",
		`# head {onclick=alert(1)}`, `<https://#>`, `<https://?x>`, `<!-- --><script>alert(1)</script>`, `<![CDATA[<script>]]>`, `<?php ?><script>`, "\x00<script>alert(1)</script>",
	}
	return list
}

var (
	safeHref = regexp.MustCompile(`^(#|https?://|mailto:)`)
	safeTags = regexp.MustCompile(`^(p|br|hr|h[1-6]|em|strong|del|blockquote|ul|ol|li|code|pre|table|thead|tbody|tr|th|td|a|input)$`)
)

// mustBeSafe parses HTML as a browser does and fails on anything that acts,
// fetches or looks different.
func mustBeSafe(t *testing.T, from, htm string) {
	t.Helper()
	z := html.NewTokenizer(strings.NewReader(htm))
	for {
		kind := z.Next()
		if kind == html.ErrorToken {
			return
		}
		if kind != html.StartTagToken && kind != html.SelfClosingTagToken {
			continue
		}
		tag := z.Token()
		if tag.Data == "img" {
			mustBeOwnPicture(t, from, tag)
			continue
		}
		if !safeTags.MatchString(tag.Data) {
			t.Errorf("%q leaves <%s>: %s", from, tag.Data, htm)
		}
		for _, a := range tag.Attr {
			switch a.Key {
			case "id", "align", "rel", "checked", "disabled":
			case "type":
				if a.Val != "checkbox" {
					t.Errorf("%q leaves an input %q", from, a.Val)
				}
			case "href":
				if !safeHref.MatchString(a.Val) {
					t.Errorf("%q leaves a link to %q", from, a.Val)
				}
			default:
				t.Errorf("%q leaves %s=%q: %s", from, a.Key, a.Val, htm)
			}
		}
	}
}

// mustBeOwnPicture allows what the record drew itself, inside the page, and nothing in it that acts or loads.
func mustBeOwnPicture(t *testing.T, from string, tag html.Token) {
	t.Helper()
	for _, a := range tag.Attr {
		svg, own := strings.CutPrefix(a.Val, "data:image/svg+xml;base64,")
		drawn, err := base64.StdEncoding.DecodeString(svg)
		switch {
		case a.Key == "alt", a.Key == "data-name" && drawnName.MatchString(a.Val):
		case a.Key != "src" || !own || err != nil:
			t.Errorf("%q leaves a picture with %s=%.80q", from, a.Key, a.Val)
		case regexp.MustCompile(`(?i)<(script|a|image|use|style|foreignObject|set|animate)\b|<[^>]*\son\w+\s*=|href`).Match(tagsOf(drawn)):
			t.Errorf("%q leaves a picture that acts: %.200s", from, drawn)
		}
	}
}

// tagsOf leaves the words out of an SVG: there, signs are escaped.
func tagsOf(svg []byte) []byte { return regexp.MustCompile(`>[^<]*<`).ReplaceAll(svg, []byte("><")) }

func TestAPreviewSaysWhereThePicturesOfNotesAre(t *testing.T) {
	htm, _ := preview([]byte("- The well – [picture](assets/picture-0123456789abcdef.jpg)\n- \\[picture\\](assets/picture-0123456789abcdef.jpg)\n- [picture](assets/../../picture-0123456789abcdef.jpg)\n"), nil)
	if n := strings.Count(htm, `href="#picture-0123456789abcdef"`); n != 1 {
		t.Errorf("%d places: %s", n, htm)
	}
}

func TestHostileMarkdownLeavesNothingThatActs(t *testing.T) {
	for _, bad := range hostile() {
		for _, around := range []string{"%s", "# A\n\n%s\n", "- %s\n", "> %s\n", "| a |\n| --- |\n| %s |\n"} {
			report := fmt.Sprintf(around, bad)
			htm, _ := preview([]byte(report), nil)
			mustBeSafe(t, report, htm)
		}
	}
}

func TestHostileWordsOfPeopleStayWords(t *testing.T) {
	st := newScript(t, "Amina", "Jonas")
	board := st.plan(workshop.ActivityBrainstorm, map[string]any{"visibility": "public"})
	run := st.open(board)
	for _, bad := range hostile() {
		st.note("Jonas", board, run, strings.ReplaceAll(bad, "\x00", ""))
	}
	st.close(run)
	p, err := previewRecord(st.s.View(), st.s.Digest(), RecordWish{Profile: "names"}, photosIn(&workshop.View{}, nil))
	if err != nil {
		t.Fatal(err)
	}
	mustBeSafe(t, "a session", p.HTML)
	if strings.Contains(p.HTML, `href="http`) || strings.Contains(p.HTML, `href="mailto`) {
		t.Error("the words of a person became a link")
	}
	if n := strings.Count(p.HTML, "&lt;script&gt;alert(1)"); n < 5 {
		t.Errorf("the words are shown %d times: they were lost", n)
	}
}

func TestEveryAnchorOfTheOutlineIsInThePreview(t *testing.T) {
	p, err := previewRecord(fullScene(t).View, [32]byte{1}, RecordWish{Profile: "names"}, photosIn(&workshop.View{}, nil))
	if err != nil {
		t.Fatal(err)
	}
	if len(p.Outline) < 5 || len(p.Fingerprint) != 6 || len(p.Digest) != 64 || !strings.HasPrefix(p.Markdown, "---\n") {
		t.Fatalf("%d headings, words %q, digest %s", len(p.Outline), p.Fingerprint, p.Digest)
	}
	if !strings.Contains(p.Markdown, strings.Join(p.Fingerprint, " ")) {
		t.Error("the words beside the preview are not those in the report")
	}
	want := outcome.Outline([]byte(p.Markdown))
	for i, e := range p.Outline {
		if e.Anchor != want[i].Anchor || !strings.Contains(p.HTML, fmt.Sprintf(`<h%d id="%s">`, e.Level, e.Anchor)) {
			t.Errorf("no heading %+v", e)
		}
	}
	if strings.Contains(p.HTML, "<pre>") {
		t.Error("a part of the report was not read")
	}
}

func TestAPreviewThatTakesTooLongEndsAsPlainText(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	htm, outline := previewUntil(ctx, []byte("# A\n\n<script>x</script>\n\n## B\n\n- c\n"), nil)
	mustBeSafe(t, "out of time", htm)
	if !strings.Contains(htm, "- c") || len(outline) != 2 || strings.Contains(htm, "<ul>") {
		t.Errorf("%s %v", htm, outline)
	}
}

// Each of these takes seconds or minutes where it is read as Markdown.
func TestWhatWouldTakeTooLongIsNotRead(t *testing.T) {
	row := func(cell string) string { return strings.Repeat("|"+cell, 30) + "|\n" }
	cases := map[string]string{
		"a table too wide":           strings.Repeat("|a", 900) + "|\n" + strings.Repeat("|-", 900) + "|\n" + strings.Repeat("|\n", 900),
		"a table with missing cells": row("a") + row("-") + strings.Repeat("|\n", 100_000),
		"bars behind backslashes":    strings.Repeat(`\\|`, 900) + "\n" + strings.Repeat("|-", 900) + "|\n" + strings.Repeat("|\n", 900),
		"links in links":             strings.Repeat("[a](", 50_000),
		"stars":                      strings.Repeat("*a_", 50_000),
		"stars on many lines":        strings.Repeat("*a_\n", 50_000),
		"quotes in quotes":           strings.Repeat(">", 100_000) + "a",
	}
	for name, slow := range cases {
		htm, _ := preview([]byte("# A\n\n"+slow), nil)
		if !strings.Contains(htm, "<pre>") || strings.Contains(htm, "<td") || strings.Contains(htm, "<blockquote") {
			t.Errorf("%s: %d bytes were read, and became %d", name, len(slow), len(htm))
		}
	}
}

func FuzzPreview(f *testing.F) {
	for _, bad := range hostile() {
		f.Add("# A\n\n" + bad)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if len(s) > 4096 {
			return
		}
		htm, _ := preview([]byte(s), nil)
		mustBeSafe(t, s, htm)
	})
}

func TestTheReportsThatWeShowAsSamplesAreReadWhole(t *testing.T) {
	files, err := filepath.Glob("../workshop/outcome/testdata/water-*.md")
	if err != nil || len(files) < 3 {
		t.Fatalf("%v %v", files, err)
	}
	for _, name := range files {
		report, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		htm, outline := preview(report, nil)
		mustBeSafe(t, name, htm)
		if strings.Contains(htm, "<pre>") {
			t.Errorf("%s: a part was not read", name)
		}
		counts := map[string]int{}
		for _, e := range outline {
			if !strings.Contains(htm, fmt.Sprintf(`<h%d id="%s">`, e.Level, e.Anchor)) {
				t.Errorf("%s: no heading %s", name, e.Anchor)
			}
			if e.Count != nil {
				counts[e.Anchor] = *e.Count
			}
		}
		if counts["decisions"] != 1 || counts["actions"] != 4 || counts["parked"] != 1 || counts["appendix-all-notes"] != 13 {
			t.Errorf("%s: counts %v", name, counts)
		}
	}
}
