package api

import (
	"fmt"
	"reflect"
	"slices"
	"strings"

	"convene/app"
)

// renamed are the types that windows know by another name.
var renamed = map[string]string{"ActivityKind": "Kind"}

// typescript writes the frontend's types.
type typescript struct {
	out   strings.Builder
	said  comments
	named map[string]*shape // every type with a name that is used anywhere
}

func writeTypeScript(said comments) string {
	ts := &typescript{said: said, named: map[string]*shape{}}
	for _, m := range table() {
		ts.collect(m.params)
		ts.collect(m.result)
	}
	for _, t := range tidings() {
		ts.collect(t.params)
	}
	ts.collect(shapeOf(reflect.TypeFor[app.Failure]()))
	ts.head()
	kinds := map[string]string{}
	for _, r := range app.Records() {
		kinds[reflect.TypeOf(r).Name()] = r.RecordKind()
	}
	names := make([]string, 0, len(ts.named))
	for name := range ts.named {
		names = append(names, name)
	}
	slices.Sort(names)
	for _, name := range names {
		ts.declare(ts.named[name], kinds[name])
	}
	ts.union()
	ts.methods()
	ts.notifications()
	return ts.out.String()
}

func (ts *typescript) head() {
	ts.line("// Code generated from the Go method table by `go generate ./app/api`; DO NOT EDIT.")
	ts.line("/* eslint max-lines: off -- nobody reads this file from top to bottom */")
	ts.line("")
	ts.line("/** Settings of an activity, by name. */")
	ts.line("export type Settings = { [key: string]: unknown };")
	ts.line("")
	ts.line("type None = Record<string, never>;")
}

func (ts *typescript) line(format string, args ...any) {
	fmt.Fprintf(&ts.out, format+"\n", args...)
}

// collect finds every named type below s.
func (ts *typescript) collect(s *shape) {
	switch {
	case s.form == formRecord:
		for _, r := range app.Records() {
			ts.collect(shapeOf(reflect.TypeOf(r)))
		}
	case s.form == formFree:
	case s.name != "":
		ts.named[s.name] = s
	}
	if s.element != nil {
		ts.collect(s.element)
	}
	for _, f := range s.fields {
		ts.collect(f.shape)
	}
}

// declare writes one named type, with its kind where it is a record.
func (ts *typescript) declare(s *shape, kind string) {
	ts.line("")
	if said := ts.said[s.name]; said != "" {
		ts.line("/** %s */", said)
	}
	if s.form == formText {
		ts.line("export type %s = %s;", name(s), oneOfTexts(s.values))
		return
	}
	ts.line("export interface %s {", name(s))
	for _, f := range s.fields {
		if said := ts.said.of(f); said != "" {
			ts.line("  /** %s */", said)
		}
		ts.line("  %s;", property(f))
		if f.name == "id" && kind != "" {
			ts.line("  kind: %q;", kind)
		}
	}
	ts.line("}")
}

func (ts *typescript) union() {
	ts.line("")
	ts.line("/** Everything a view holds, told apart by kind. */")
	ts.line("export type ViewRecord =")
	all := app.Records()
	for i, r := range all {
		end := ""
		if i == len(all)-1 {
			end = ";"
		}
		ts.line("  | %s%s", reflect.TypeOf(r).Name(), end)
	}
}

func (ts *typescript) methods() {
	ts.line("")
	ts.line("/** Every method: what it takes, what it answers. */")
	ts.line("export interface Methods {")
	for _, m := range table() {
		ts.line("  /** %s */", m.summary)
		ts.line("  %q: { params: %s; result: %s };", m.name, typeName(m.params), typeName(m.result))
	}
	ts.line("}")
}

func (ts *typescript) notifications() {
	ts.line("")
	ts.line("/** What the server says unasked. */")
	ts.line("export interface Notifications {")
	for _, t := range tidings() {
		ts.line("  /** %s */", t.summary)
		ts.line("  %q: %s;", t.name, typeName(t.params))
	}
	ts.line("}")
}

func name(s *shape) string {
	if other, ok := renamed[s.name]; ok {
		return other
	}
	return s.name
}

func property(f field) string {
	mark := ""
	if f.optional {
		mark = "?"
	}
	return f.name + mark + ": " + typeName(f.shape)
}

// typeName writes a type where it is used.
func typeName(s *shape) string {
	switch {
	case s.form == formRecord:
		return "ViewRecord"
	case s.form == formFree && s.name == "Settings":
		return "Settings"
	case s.form == formFree:
		return "Record<string, unknown>"
	case s.form == formList:
		return typeName(s.element) + "[]"
	case s.name != "":
		return name(s)
	case s.form == formText && s.values != nil:
		return oneOfTexts(s.values)
	case s.form == formInteger:
		return "number"
	case s.form != formObject:
		return string(s.form)
	case len(s.fields) == 0:
		return "None"
	}
	fields := make([]string, len(s.fields))
	for i, f := range s.fields {
		fields[i] = property(f)
	}
	return "{ " + strings.Join(fields, "; ") + " }"
}

func oneOfTexts(values []string) string {
	quoted := make([]string, len(values))
	for i, v := range values {
		quoted[i] = fmt.Sprintf("%q", v)
	}
	return strings.Join(quoted, " | ")
}
