package workshop

import (
	"flag"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"maps"
	"os"
	"slices"
	"strings"
	"testing"
	"unicode"
)

const formatDoc = "../docs/format.md"

// TestTheFormatIsDrawnAsItIs compares the tables of docs/format.md with the schema and the rights. Run with -update to write
// them anew, and read the diff: what is written there is a promise.
func TestTheFormatIsDrawnAsItIs(t *testing.T) {
	doc, err := os.ReadFile(formatDoc)
	if err != nil {
		t.Fatal(err)
	}
	names := constNames(t, "Field")
	want := string(doc)
	for mark, table := range map[string]string{
		"kinds": kindTable(), "fields": fieldTable(names), "rights": rightsTable(names, conditionWords(t)), "limits": limitsTable(),
	} {
		begin, end := "<!-- "+mark+" -->\n", "<!-- end of "+mark+" -->"
		i, j := strings.Index(want, begin), strings.Index(want, end)
		if i < 0 || j < i {
			t.Fatalf("no place for the table of %s", mark)
		}
		want = want[:i+len(begin)] + table + want[j:]
	}
	if want == string(doc) {
		return
	}
	if flag.Lookup("update").Value.String() == "true" {
		if err := os.WriteFile(formatDoc, []byte(want), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	t.Fatal("the tables of docs/format.md are not those of the code; run with -update and read the diff")
}

// constNames reads the names of the field numbers, in order, from the source: number 1 is the first.
func constNames(t *testing.T, prefix string) []string {
	t.Helper()
	file, err := parser.ParseFile(token.NewFileSet(), "schema.go", nil, 0)
	if err != nil {
		t.Fatal(err)
	}
	names := []string{"deleted"}
	for _, d := range file.Decls {
		g, ok := d.(*ast.GenDecl)
		if !ok || g.Tok != token.CONST || len(g.Specs) < 10 {
			continue
		}
		for _, s := range g.Specs {
			name := s.(*ast.ValueSpec).Names[0].Name
			if rest, ok := strings.CutPrefix(name, prefix); ok {
				names = append(names, string(unicode.ToLower(rune(rest[0])))+rest[1:])
			}
		}
	}
	if len(names) <= int(lastField()) {
		t.Fatalf("%d names for %d fields", len(names), lastField())
	}
	return names
}

// conditionWords reads what each condition of a right means from the comments of rights.go.
func conditionWords(t *testing.T) []string {
	t.Helper()
	file, err := parser.ParseFile(token.NewFileSet(), "rights.go", nil, parser.ParseComments)
	if err != nil {
		t.Fatal(err)
	}
	var words []string
	for _, d := range file.Decls {
		g, ok := d.(*ast.GenDecl)
		if !ok || g.Tok != token.CONST || g.Specs[0].(*ast.ValueSpec).Names[0].Name != "always" {
			continue
		}
		for _, s := range g.Specs {
			words = append(words, strings.TrimSpace(s.(*ast.ValueSpec).Comment.Text()))
		}
	}
	if len(words) != int(ifInk)+1 {
		t.Fatalf("%d conditions have words", len(words))
	}
	return words
}

func lastField() (last Field) {
	for _, k := range schema {
		for f := range k.fields {
			last = max(last, f)
		}
	}
	return last
}

func kindTable() string {
	var b strings.Builder
	b.WriteString("| number | kind | made by | policy |\n|---|---|---|---|\n")
	for _, k := range slices.Sorted(maps.Keys(schema)) {
		by, policy := "create", ""
		if schema[k].put {
			by = fmt.Sprintf("put under a key of a %s", schema[k].parent)
		}
		if schema[k].token {
			by += ", or put under a token of a run"
		}
		if k.Policy() {
			policy = "yes"
		}
		fmt.Fprintf(&b, "| %d | %s | %s | %s |\n", k, schema[k].name, by, policy)
	}
	return b.String()
}

func fieldTable(names []string) string {
	var b strings.Builder
	for _, k := range slices.Sorted(maps.Keys(schema)) {
		fmt.Fprintf(&b, "\n**%s** (%d)\n\n| number | field | takes | |\n|---|---|---|---|\n", schema[k].name, k)
		for _, f := range slices.Sorted(maps.Keys(schema[k].fields)) {
			spec := schema[k].fields[f]
			note := ""
			switch {
			case spec.needed:
				note = "needed, fixed"
			case spec.fixed:
				note = "fixed"
			}
			fmt.Fprintf(&b, "| %d | %s | %s | %s |\n", f, names[f], spec.words(), note)
		}
	}
	return b.String() + "\n"
}

func (f fieldSpec) words() string {
	switch f.typ {
	case typeString:
		return fmt.Sprintf("string, %d bytes", f.max)
	case typeText:
		return fmt.Sprintf("text, %d bytes at first", f.max)
	case typeInt:
		if f.max == 0 {
			return "number"
		}
		return fmt.Sprintf("number, 0 to %d", f.max)
	case typeBool:
		return "truth"
	case typeBytes:
		return fmt.Sprintf("bytes, %d", f.max)
	case typeRef:
		return "record"
	case typePerson:
		return "person"
	}
	return fmt.Sprintf("%s, %d", map[valueType]string{
		typePersons: "persons", typeRefs: "records", typeOptions: "options", typeChoices: "choices", typeLines: "lines",
	}[f.typ], f.max)
}

func rightsTable(names, conditions []string) string {
	var b strings.Builder
	b.WriteString("| who | in | run is | may | kind | only | if |\n|---|---|---|---|---|---|---|\n")
	for i := range rights {
		r := &rights[i]
		var only []string
		for _, f := range r.fields {
			only = append(only, names[f])
		}
		in := string(r.in)
		if in == "" {
			in = "any"
		}
		fmt.Fprintf(&b, "| %s | %s | %s | %s | %s | %s | %s |\n", whoWords(r.who), in, whenWords(r.when), verbWords(r.verb), r.kind,
			strings.Join(only, ", "), conditions[r.if_])
	}
	return b.String()
}

func whoWords(w who) string {
	return map[who]string{
		facilitators: "facilitators", participants: "participants", observers: "observers",
		contributors: "facilitators, participants", everyone: "everyone",
	}[w]
}

func whenWords(w when) string {
	if w == anytime {
		return "any or none"
	}
	var list []string
	for _, s := range []struct {
		bit  when
		name string
	}{{outside, "none"}, {open, "open"}, {closing, "closing"}, {closed, "closed"}} {
		if w&s.bit != 0 {
			list = append(list, s.name)
		}
	}
	return strings.Join(list, ", ")
}

func verbWords(v verb) string {
	var list []string
	for _, s := range []verb{makes, writes, deletes} {
		if v&s != 0 {
			list = append(list, verbName(s))
		}
	}
	return strings.Join(list, ", ")
}

func limitsTable() string {
	return fmt.Sprintf("| limit | |\n|---|---|\n| bytes of a signed change | %d |\n| ops of a change | %d |\n| deps of a change | %d |\n"+
		"| items in a body | %d |\n| lists in lists, in a value | %d |\n| bytes of a put key | 64 |\n| bytes that one text op inserts | %d |\n"+
		"| changes of one writer | %d |\n| bytes of one writer | %d |\n",
		MaxChange, MaxOps, MaxDeps, MaxItems, maxValueDepth, maxNote, MaxChainLength, MaxChainBytes)
}
