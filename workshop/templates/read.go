package templates

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"
	"unicode/utf8"

	"convene/workshop"
)

// MaxFile is the most bytes that a template file may have.
const MaxFile = 256 << 10

// Limits of a template file.
const (
	maxActivities = 100
	maxMinutes    = 24 * 60
	maxTitle      = 200  // characters
	maxPrompt     = 1000 // characters
	maxLong       = 4000 // characters, of instructions and facilitator notes
	maxPeople     = 200
	maxPreset     = 40
)

// ReadFile reads a template file in either form: Markdown, which begins with a line of hyphens, or JSON.
func ReadFile(file []byte) (Template, error) {
	if bytes.HasPrefix(bytes.TrimPrefix(file, []byte("\ufeff")), []byte("---")) {
		return ReadMarkdown(file)
	}
	return Read(file)
}

// sized refuses what is too large or no text.
func sized(file []byte) error {
	switch {
	case len(file) > MaxFile:
		return fmt.Errorf("the file has %d bytes; a template has at most %d", len(file), MaxFile)
	case !utf8.Valid(file):
		return errors.New("the file is not text in UTF-8; save it again as UTF-8")
	}
	return nil
}

// Read reads a template file: one JSON object. Errors are one sentence for people: the activity by number and title, the thing,
// and what is allowed. Errors of JSON itself name line and column.
func Read(file []byte) (Template, error) {
	if err := sized(file); err != nil {
		return Template{}, err
	}
	fields, err := object(file)
	if err != nil {
		return Template{}, err
	}
	t := Template{Version: 1, GroupMin: 1, GroupMax: maxPeople}
	r := reader{where: "the template", fields: fields}
	r.text("id", &t.ID, maxTitle)
	r.number("version", &t.Version, 1, 1_000_000)
	r.text("name", &t.Name, maxTitle)
	r.text("purpose", &t.Purpose, maxPrompt)
	r.number("groupMin", &t.GroupMin, 1, maxPeople)
	r.number("groupMax", &t.GroupMax, 1, maxPeople)
	r.number("totalMinutes", &t.TotalMinutes, 0, maxActivities*maxMinutes)
	r.text("credit", &t.Credit, maxPrompt)
	r.text("licence", &t.Licence, maxTitle)
	r.text("language", &t.Language, maxPreset)
	r.text("from", &t.From, maxTitle)
	r.texts("variants", &t.Variants)
	activities := r.list("activities")
	if err := r.done(); err != nil {
		return Template{}, err
	}
	for i, raw := range activities {
		a, err := readActivity(i, raw)
		if err != nil {
			return Template{}, err
		}
		t.Activities = append(t.Activities, a)
	}
	return t, t.check(fields)
}

// check says what is wrong with a template as a whole.
func (t *Template) check(given map[string]json.RawMessage) error {
	sum := 0
	for _, a := range t.Activities {
		sum += a.Minutes
	}
	if given["totalMinutes"] == nil {
		t.TotalMinutes = sum
	}
	switch {
	case !isID(t.ID):
		return fmt.Errorf("the template: id is %q; allowed are small letters, digits and hyphens, 1 to 60 of them", t.ID)
	case t.Name == "":
		return errors.New("the template: a name is missing")
	case len(t.Activities) == 0:
		return errors.New("the template: activities are missing; a template has at least one")
	case t.GroupMin < leastUnnamed && slices.ContainsFunc(t.Activities, unnamed):
		i := slices.IndexFunc(t.Activities, unnamed)
		return fmt.Errorf("%s: notes without a name need at least %d people, and groupMin is %d; raise it, or let names be hidden",
			named(i, t.Activities[i].Title), leastUnnamed, t.GroupMin)
	case t.GroupMin > t.GroupMax:
		return fmt.Errorf("the template: groupMin is %d, more than groupMax, which is %d", t.GroupMin, t.GroupMax)
	case sum != t.TotalMinutes:
		return fmt.Errorf("the template: totalMinutes is %d, but the minutes of its %d activities add up to %d", t.TotalMinutes, len(t.Activities), sum)
	}
	return nil
}

func isID(s string) bool {
	return s != "" && len(s) <= 60 && strings.Trim(s, "abcdefghijklmnopqrstuvwxyz0123456789-") == "" && s[0] != '-'
}

// named is how errors call an activity.
func named(i int, title string) string {
	if title == "" {
		return fmt.Sprintf("activity %d", i+1)
	}
	return fmt.Sprintf("activity %d “%s”", i+1, title)
}

func readActivity(i int, raw json.RawMessage) (Activity, error) {
	fields, err := object(raw)
	if err != nil {
		return Activity{}, fmt.Errorf("%s: %w", named(i, ""), err)
	}
	a, kind := Activity{}, ""
	title := reader{where: named(i, ""), fields: maps.Clone(fields)}
	title.text("title", &a.Title, maxTitle)
	if title.err != nil {
		return Activity{}, title.err
	}
	r := reader{where: named(i, a.Title), fields: fields}
	r.text("kind", &kind, maxTitle)
	r.text("preset", &a.Preset, maxPreset)
	r.text("title", &a.Title, maxTitle)
	r.number("minutes", &a.Minutes, 0, maxMinutes)
	r.text("prompt", &a.Prompt, maxPrompt)
	r.text("instructions", &a.Instructions, maxLong)
	r.text("facilitatorNotes", &a.FacilitatorNotes, maxLong)
	r.text("yields", &a.Yields, maxTitle)
	r.settings(&a.Settings)
	if err := r.done(); err != nil {
		return Activity{}, err
	}
	a.Kind = workshop.ActivityKind(kind)
	return a, a.check(r.where)
}

func (a *Activity) check(where string) error {
	switch {
	case a.Kind == "":
		return fmt.Errorf("%s: a kind is missing; allowed: %s", where, kinds())
	case !a.Kind.Known():
		return fmt.Errorf("%s: kind is %q; allowed: %s", where, a.Kind, kinds())
	case a.Title == "":
		return fmt.Errorf("%s: a title is missing", where)
	case a.Kind == workshop.ActivityVote && strings.TrimSpace(a.Prompt) == "":
		return fmt.Errorf("%s: a vote needs a prompt: the question that people answer", where)
	}
	if err := CheckSettings(a.Kind, a.Settings); err != nil {
		return fmt.Errorf("%s: %w", where, err)
	}
	return nil
}

func kinds() string {
	var list []string
	for _, k := range workshop.ActivityKinds() {
		list = append(list, string(k))
	}
	return strings.Join(list, ", ")
}

// object reads a JSON object without looking into its fields.
func object(raw []byte) (map[string]json.RawMessage, error) {
	var fields map[string]json.RawMessage
	dec := json.NewDecoder(bytes.NewReader(raw))
	err := dec.Decode(&fields)
	var wrong *json.UnmarshalTypeError
	switch {
	case errors.As(err, &wrong) || err == nil && fields == nil:
		return nil, errors.New("this is not a JSON object; it begins with { and ends with }")
	case err != nil:
		return nil, atLine(raw, err)
	}
	if rest := bytes.TrimLeft(raw[dec.InputOffset():], " \t\r\n"); len(rest) > 0 {
		line, column := place(raw, len(raw)-len(rest))
		return nil, fmt.Errorf("line %d, column %d: there is something after the end of the template", line, column)
	}
	return fields, nil
}

// atLine says where in the file JSON could not be read.
func atLine(raw []byte, err error) error {
	at, why := len(raw), "the file ends too early"
	var syntax *json.SyntaxError
	if errors.As(err, &syntax) && !strings.Contains(syntax.Error(), "unexpected end") {
		at, why = max(int(syntax.Offset)-1, 0), syntax.Error()
	}
	line, column := place(raw, at)
	return fmt.Errorf("line %d, column %d: %s", line, column, why)
}

// place turns an offset into line and column, both from 1; columns count characters.
func place(raw []byte, at int) (line, column int) {
	before := raw[:min(at, len(raw))]
	line = 1 + bytes.Count(before, []byte("\n"))
	return line, 1 + utf8.RuneCount(before[bytes.LastIndexByte(before, '\n')+1:])
}

// sortedNames lists the names of a map for errors that do not depend on chance.
func sortedNames[T any](m map[string]T) []string { return slices.Sorted(maps.Keys(m)) }

// leastUnnamed is among how many people notes can be without a name.
const leastUnnamed = 4

func unnamed(a Activity) bool {
	set := workshop.SettingsOf(a.Settings)
	return set.Anonymous() && set.Private(a.Kind)
}
