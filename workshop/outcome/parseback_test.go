package outcome

import (
	"fmt"
	"strings"
	"testing"

	"convene/workshop"

	"github.com/google/go-cmp/cmp"
	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	east "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/text"
	"pgregory.net/rapid"
)

// parsed is what a Markdown reader finds in a report.
type parsed struct {
	shape    []string // kinds of all nodes but text, with their depth
	headings []Heading
	links    []string
	images   []string
	tasks    int
	rows     int
	strange  []string // nodes that no report has
}

// ours are the only nodes that a report may have.
var ours = map[ast.NodeKind]bool{
	ast.KindDocument: true, ast.KindHeading: true, ast.KindParagraph: true, ast.KindTextBlock: true, ast.KindText: true, ast.KindString: true,
	ast.KindList: true, ast.KindListItem: true, ast.KindBlockquote: true, ast.KindEmphasis: true, ast.KindLink: true, ast.KindImage: true,
	east.KindTable: true, east.KindTableHeader: true, east.KindTableRow: true, east.KindTableCell: true, east.KindTaskCheckBox: true,
}

func parse(report []byte) parsed {
	body := Body(report)
	doc := goldmark.New(goldmark.WithExtensions(extension.GFM)).Parser().Parse(text.NewReader(body))
	var p parsed
	depth := 0
	_ = ast.Walk(doc, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		if !entering {
			depth--
			return ast.WalkContinue, nil
		}
		depth++
		kind := n.Kind()
		if !ours[kind] {
			p.strange = append(p.strange, kind.String()+": "+words(n, body))
		}
		if kind != ast.KindText && kind != ast.KindString {
			p.shape = append(p.shape, fmt.Sprintf("%d %s", depth, kind))
		}
		switch n := n.(type) {
		case *ast.Heading:
			p.headings = append(p.headings, Heading{Level: n.Level, Text: words(n, body)})
		case *ast.Link:
			p.links = append(p.links, string(n.Destination))
		case *ast.Image:
			p.images = append(p.images, string(n.Destination))
		case *east.TaskCheckBox:
			p.tasks++
		case *east.TableRow:
			p.rows++
		}
		return ast.WalkContinue, nil
	})
	return p
}

// words is the text of a node as a reader sees it.
func words(n ast.Node, source []byte) string {
	var b strings.Builder
	_ = ast.Walk(n, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		if t, ok := n.(*ast.Text); ok && entering {
			b.WriteString(unescape(string(t.Segment.Value(source))))
		}
		return ast.WalkContinue, nil
	})
	return b.String()
}

func TestATextStaysAText(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		m := &maker{t: t}
		v := m.view()
		o := Options{Profile: rapid.SampledFrom([]Profile{ProfileNames, ProfileInitials}).Draw(t, "profile")}
		report := Markdown(v, o)
		got, want := parse(report), parse(Markdown(tame(v), o))
		if len(got.strange) > 0 {
			t.Fatalf("a text became %q in\n%s", got.strange, report)
		}
		if d := cmp.Diff(want.shape, got.shape); d != "" {
			t.Fatalf("texts changed the shape of the report (-tame +hostile):\n%s\n%s", d, report)
		}
		checkAgainstModel(t, v, o, got, report)
	})
}

func TestAReportWithoutNamesIsWellFormedToo(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		m := &maker{t: t}
		v := m.view()
		o := Options{}
		report := Markdown(v, o)
		got := parse(report)
		if len(got.strange) > 0 {
			t.Fatalf("a text became %q in\n%s", got.strange, report)
		}
		checkAgainstModel(t, v, o, got, report)
	})
}

type failing interface {
	Helper()
	Fatalf(string, ...any)
}

// checkAgainstModel compares what a reader finds with what the view says must be there.
func checkAgainstModel(t failing, v *workshop.View, o Options, got parsed, report []byte) {
	t.Helper()
	anchors := map[string]bool{}
	outline := Outline(report)
	if len(outline) != len(got.headings) {
		t.Fatalf("outline has %d headings, the report %d:\n%s", len(outline), len(got.headings), report)
	}
	for i, h := range outline {
		if anchors[h.Anchor] {
			t.Fatalf("two headings have the anchor %q", h.Anchor)
		}
		anchors[h.Anchor] = true
		if h.Level != got.headings[i].Level || h.Text != got.headings[i].Text {
			t.Fatalf("outline says %+v, a reader %+v", h, got.headings[i])
		}
	}
	files := map[string]bool{}
	for _, f := range assets(newReport(v, o)) {
		files[f.Name] = true
	}
	for _, image := range got.images {
		if !files[image] {
			t.Fatalf("picture %q is not in the folder", image)
		}
	}
	for _, l := range got.links {
		if files[l] {
			continue
		}
		if anchor, inside := strings.CutPrefix(l, "#"); !inside || !anchors[anchor] {
			t.Fatalf("link %q leads nowhere in\n%s", l, report)
		}
	}
	ran := map[workshop.RecordID]bool{}
	rows := len(v.Activities) + len(v.Notes)
	for _, r := range v.Runs {
		ran[r.Activity] = true
		if r.Kind == workshop.ActivityVote {
			rows += len(r.Options)
		}
	}
	for _, a := range v.Activities {
		if ran[a.ID] {
			rows += tableRows(v, a)
		}
	}
	if got.tasks != len(v.Actions) || got.rows != rows {
		t.Fatalf("%d tasks and %d rows, want %d and %d in\n%s", got.tasks, got.rows, len(v.Actions), rows, report)
	}
	level := map[int]int{}
	for _, h := range got.headings {
		level[h.Level]++
	}
	if level[1] != 1 || level[2] < 8+len(ran) || level[3] < len(v.Clusters) {
		t.Fatalf("headings by level %v; %d activities ran, %d clusters", level, len(ran), len(v.Clusters))
	}
}

// tableRows are those of a canvas that is written as a table: one for each slot up to the last that is used or planned, and one for
// notes in none.
func tableRows(v *workshop.View, a workshop.ActivityView) int {
	layout := a.Settings.Layout()
	if a.Kind != workshop.ActivityCanvas || layout != "table" && layout != "timetable" {
		return 0
	}
	last, notes, none := 0, 0, 0
	for _, n := range v.Notes {
		p := n.On(a.ID)
		switch {
		case n.Activity != a.ID && p == nil:
			continue
		case p == nil || p.Slot == 0:
			none = 1
		default:
			last = max(last, p.Slot)
		}
		notes++
	}
	if notes == 0 {
		return 0
	}
	if layout == "timetable" {
		last = max(last, a.Settings.Slots())
	}
	return last + none
}

func TestTheGoldenReportReadsBack(t *testing.T) {
	v := water(t)
	for _, p := range []Profile{ProfileNames, ProfileInitials, ProfileNone} {
		report := Markdown(v, Options{Profile: p})
		got := parse(report)
		if len(got.strange) > 0 {
			t.Errorf("strange: %q", got.strange)
		}
		if got.tasks != 4 || got.rows != 11+3+3+2+13 || len(got.links) < 40 {
			t.Errorf("%d tasks, %d rows, %d links", got.tasks, got.rows, len(got.links))
		}
	}
}

func TestWhatPeopleWroteIsReadBackWordForWord(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		m := &maker{t: t}
		s := m.text()
		r := &report{}
		md := []byte("- " + r.item(s, "  ") + "\n")
		doc := goldmark.New(goldmark.WithExtensions(extension.GFM)).Parser().Parse(text.NewReader(md))
		want := strings.Join(linesOf(cleanText(s)), "")
		if got := words(doc, md); got != want {
			t.Fatalf("%q was written as %q and is read as %q", want, md, got)
		}
	})
}
