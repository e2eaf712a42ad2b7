package outcome

import (
	"encoding/json"
	"encoding/xml"
	"errors"
	"io"
	"regexp"
	"strings"
	"testing"
	"unicode/utf8"

	"convene/workshop"

	"github.com/santhosh-tekuri/jsonschema/v6"
	"pgregory.net/rapid"
)

var profiles = []Profile{ProfileNames, ProfileInitials, ProfileNone}

func TestAFolderIsWellFormedWhateverPeopleWrote(t *testing.T) {
	schema := sessionSchema(t)
	rapid.Check(t, func(t *rapid.T) {
		m := &maker{t: t}
		v := m.view()
		checkFolder(t, v, Options{Profile: rapid.SampledFrom(profiles).Draw(t, "profile")}, schema)
	})
}

func TestTheFolderOfAWorkshopIsWellFormed(t *testing.T) {
	schema := sessionSchema(t)
	for _, p := range profiles {
		checkFolder(t, water(t), Options{Profile: p}, schema)
	}
}

// safeName holds on every system: small letters, digits, hyphens; one folder; one dot before what it is.
var safeName = regexp.MustCompile(`^(assets/)?[a-z0-9][a-z0-9-]{0,79}\.(md|txt|csv|ics|json|svg|canvas)$`)

func checkFolder(t failing, v *workshop.View, o Options, schema *jsonschema.Schema) {
	t.Helper()
	seen := map[string]bool{}
	for _, f := range Files(v, o) {
		if !safeName.MatchString(f.Name) || seen[f.Name] || reserved(strings.SplitN(strings.TrimPrefix(f.Name, "assets/"), ".", 2)[0]) {
			t.Fatalf("%q is no safe name, or is there twice", f.Name)
		}
		seen[f.Name] = true
		if !utf8.Valid(f.Data) {
			t.Fatalf("%s is not UTF-8", f.Name)
		}
		var err error
		switch f.Name[strings.LastIndexByte(f.Name, '.'):] {
		case ".svg":
			err = wellFormed(string(f.Data))
		case ".canvas":
			err = validCanvas(f.Data)
		case ".json":
			err = validJSON(schema, f.Data)
		case ".txt":
			if n := utf8.RuneCount(f.Data); n > MessageLength {
				t.Fatalf("the message has %d characters", n)
			}
		}
		if err != nil {
			t.Fatalf("%s: %v in\n%s", f.Name, err, f.Data)
		}
	}
}

// photoBeside is the picture of a note in the folder of a drawing: all that one may name.
var photoBeside = regexp.MustCompile(`^picture-[0-9a-f]{16}\.(png|jpg)$`)

// wellFormed reads an SVG with another reader than the one that wrote it, and finds nothing in it that acts or loads.
func wellFormed(svg string) error {
	d := xml.NewDecoder(strings.NewReader(svg))
	for {
		token, err := d.Token()
		if err == io.EOF {
			return nil
		}
		if err != nil {
			return err
		}
		start, ok := token.(xml.StartElement)
		if !ok {
			continue
		}
		switch start.Name.Local {
		case "svg", "title", "rect", "circle", "line", "polygon", "polyline", "text", "image":
		default:
			return errors.New("a strange element: " + start.Name.Local)
		}
		for _, a := range start.Attr {
			photo := start.Name.Local == "image" && a.Name.Local == "href" && photoBeside.MatchString(a.Value)
			if strings.HasPrefix(strings.ToLower(a.Name.Local), "on") || strings.Contains(a.Name.Local, "href") && !photo {
				return errors.New("an attribute that acts: " + a.Name.Local)
			}
		}
	}
}

func validCanvas(b []byte) error {
	var f canvasFile
	if err := json.Unmarshal(b, &f); err != nil {
		return err
	}
	ids := map[string]bool{}
	for _, n := range f.Nodes {
		if ids[n.ID] || n.Width <= 0 || n.Height <= 0 || n.Type != "text" && n.Type != "group" {
			return errors.New("a node that is none: " + n.ID)
		}
		ids[n.ID] = true
	}
	for _, e := range f.Edges {
		if !ids[e.From] || !ids[e.To] {
			return errors.New("an edge from or to nowhere: " + e.ID)
		}
	}
	return nil
}

func sessionSchema(t *testing.T) *jsonschema.Schema {
	t.Helper()
	s, err := jsonschema.NewCompiler().Compile("../../docs/session.schema.json")
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func validJSON(s *jsonschema.Schema, b []byte) error {
	v, err := jsonschema.UnmarshalJSON(strings.NewReader(string(b)))
	if err != nil {
		return err
	}
	return s.Validate(v)
}

func TestNoNameIsInAnyFileOfAFolderWithoutNames(t *testing.T) {
	v := water(t)
	for _, f := range Files(v, Options{Profile: ProfileNone}) {
		for _, p := range v.People {
			for _, part := range append(strings.Fields(p.Name), p.Name) {
				word := regexp.MustCompile(`(?i)(^|[^\pL])` + regexp.QuoteMeta(part) + `([^\pL]|$)`)
				if len(part) > 2 && word.MatchString(string(f.Data)+f.Name) {
					t.Errorf("%q is in %s", part, f.Name)
				}
			}
		}
	}
}

func TestAMessageFitsAndHasEachDecisionAndAction(t *testing.T) {
	v := crowd()
	for i := range 12 {
		v.Actions = append(v.Actions, workshop.ActionView{
			ID: made(9000 + i), Number: i + 1, What: strings.Repeat("something long to do ", 12), Owner: somebody(i), Due: "2026-12-04",
		})
	}
	for i := range 3 {
		v.Decisions = append(v.Decisions, workshop.DecisionView{ID: made(9100 + i), Text: "*We* do `it` # " + strings.Repeat("so ", 60)})
	}
	text := Message(v, Options{Profile: ProfileNames})
	if n := utf8.RuneCountInString(text); n > MessageLength {
		t.Errorf("%d characters", n)
	}
	if strings.Count(text, "Person Number") != 12 || strings.Count(text, "by 2026-12-04") != 12 || strings.Count(text, "We do") != 3 {
		t.Errorf("something is missing in\n%s", text)
	}
	if strings.ContainsAny(text, "*_#`") {
		t.Errorf("signs of Markdown in\n%s", text)
	}
	for i := range 60 {
		v.Actions = append(v.Actions, workshop.ActionView{ID: made(9500 + i), Number: 13 + i, What: "more", Owner: somebody(i % 50)})
	}
	text = Message(v, Options{Profile: ProfileNames})
	if n := utf8.RuneCountInString(text); n > MessageLength || !strings.Contains(text, " more in the record") {
		t.Errorf("%d characters:\n%s", n, text)
	}
}

func TestAShortReportIsOnePage(t *testing.T) {
	v := water(t)
	short := string(Markdown(v, Options{Profile: ProfileNames, Length: LengthShort}))
	golden(t, "one-page.md", []byte(short))
	if lines := strings.Count(short, "\n"); lines > 75 || !strings.Contains(short, "\nlength: short\n") {
		t.Errorf("%d lines:\n%s", lines, short)
	}
}
