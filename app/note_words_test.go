package app

import (
	"regexp"
	"strings"
	"testing"
	"time"

	"convene/workshop"
)

func TestWordsOfNotesAreLightMarkdown(t *testing.T) {
	for words, want := range map[string]string{
		"plain words":                       "",
		"a **strong** point":                "<p>a <strong>strong</strong> point</p>",
		"*perhaps*, or `git pull`":          "<p><em>perhaps</em>, or <code>git pull</code></p>",
		"buy\n- pump\n- kit":                "<p>buy</p>\n<ul>\n<li>pump</li>\n<li>kit</li>\n</ul>",
		"3. third\n4. fourth":               "<ol start=\"3\">\n<li>third</li>\n<li>fourth</li>\n</ol>",
		"one **line**\nand another":         "<p>one <strong>line</strong><br/>\nand another</p>",
		"snake_case_name stays":             "",
		"2020. was a long year":             "",
		"# no heading":                      "",
		"[a link](https://example.org)":     "",
		"![a picture](https://e.org/x.png)": "",
		"<b>bold</b>":                       "",
		"**<script>alert(1)</script>**":     "<p><strong>&lt;script&gt;alert(1)&lt;/script&gt;</strong></p>",
		"| a | b |\n|---|---|\n| *1* | 2 |": "<p>| a | b |<br/>\n|---|---|<br/>\n| <em>1</em> | 2 |</p>",
		"a&amp;b *x*":                       "<p>a&amp;b <em>x</em></p>",
		strings.Repeat("*a* ", 1100):        "",
		strings.Repeat("- ", 1000) + "deep": "",
	} {
		if got := new(light).html(words); got != want {
			t.Errorf("%.40q: got %q, want %q", words, got, want)
		}
	}
}

func TestWordsOfNotesAreReadOnce(t *testing.T) {
	var l light
	first := l.html("a **b**")
	if l.html("a **b**") != first || len(l.known) != 1 {
		t.Errorf("%d kept", len(l.known))
	}
	l.size = mostLightKept + 1
	l.html("c **d**")
	if len(l.known) != 1 {
		t.Errorf("%d kept after it was full", len(l.known))
	}
}

// TestNoWordsOfANoteTakeLongToRead: 50 ms at most. Under the race detector on a busy machine a quick moment is waited for longer; the
// bound is the same.
func TestNoWordsOfANoteTakeLongToRead(t *testing.T) {
	const most = 50 * time.Millisecond
	tries := 3
	if raced {
		tries = 20
	}
	fill := func(s string) string { return strings.Repeat(s, mostLight/len(s)) }
	for _, words := range []string{
		fill("*a_"), fill("**a"), fill("_*"), fill("`"), fill("- *a*\n"), fill("- \n  - a\n"), fill("1. "), fill("> "), fill("[a]("), fill("\\*"),
		fill("a  \n"), fill("\n- "), fill("**a** __b__ "), strings.Repeat(" ", 4000) + "*a*", fill("\t- a\n"), fill("<!--"), ticks(),
	} {
		least := time.Hour
		for try := 0; try < tries && least > most; try++ {
			begun := time.Now()
			new(light).html(words)
			least = min(least, time.Since(begun))
		}
		if least > most {
			t.Errorf("%.20q takes %v", words, least)
		}
	}
}

// ticks opens code spans of ever other lengths.
func ticks() string {
	var b strings.Builder
	for i := 1; i < 19; i++ {
		b.WriteString(strings.Repeat("`", i) + "a")
	}
	return b.String()
}

func FuzzWordsOfNotes(f *testing.F) {
	for _, seed := range []string{"**a**", "- a\n  - b\n1) c", "`<i>`", "<img src=x onerror=y> *z*", "*[a](javascript:x)*"} {
		f.Add(seed)
	}
	tag := regexp.MustCompile(`^(/?(p|em|strong|ul|ol|li|code)|br/|ol start="-?[0-9]+")>`)
	f.Fuzz(func(t *testing.T, words string) {
		html := new(light).html(words)
		for _, part := range strings.Split(html, "<")[1:] {
			if !tag.MatchString(part) {
				t.Fatalf("%q became %q", words, html)
			}
		}
	})
}

func TestANoteIsDrawnWithItsMarkdown(t *testing.T) {
	st := newScript(t, "Amina")
	board := st.plan(workshop.ActivityBrainstorm, nil)
	in := st.scene("Amina")
	in.Light = new(light)
	in.Drafts = []draft{{ID: "draft/1", Run: st.open(board), Activity: board, Text: "a **b**", Order: "m", Rev: 1}}
	if got := only[NoteRecord](t, draw(in)).HTML; got != "<p>a <strong>b</strong></p>" {
		t.Errorf("drawn as %q", got)
	}
}
