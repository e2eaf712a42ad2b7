package templates

import (
	"bytes"
	"encoding/json"
	"fmt"
	"strconv"
	"strings"

	"convene/workshop"
)

// A template as people write and compare it is a Markdown file:
//
//	---
//	id: my-hour
//	people: 4-16
//	licence: CC-BY-4.0
//	---
//
//	# Name
//
//	What it is for.
//
//	## 1. Title of the first activity
//
//	- kind: brainstorm
//	- minutes: 8
//	- maxPerPerson: 3
//
//	> The prompt.
//
//	### For people
//
//	Instructions.
//
//	### For the facilitator
//
//	What to say and to watch for.
//
//	# Variants
//
//	- Other zones or prompts with which it works
//
// [ReadMarkdown] refuses what it does not know, with the line.

// Headings inside an activity.
const (
	forPeople      = "### For people"
	forFacilitator = "### For the facilitator"
	variantsHead   = "# Variants"
)

// Kinds of lines that a parser waits for.
type part uint8

const (
	partTop      part = iota // purpose, behind the name
	partFields               // of an activity
	partPeople               // its instructions
	partNotes                // what its facilitator should know
	partVariants             // at the end
)

// markdown reads a template line by line.
type markdown struct {
	lines []string
	at    int // number of the line that is read, from 1
	t     Template
	given map[string]json.RawMessage
	part  part
	named bool
	text  []string // of the block that is read
	began int      // the line on which the activity began
	seen  map[string]bool
}

// ReadMarkdown reads a template in its Markdown form. Errors name the line and say what is wrong with it.
func ReadMarkdown(file []byte) (Template, error) {
	if err := sized(file); err != nil {
		return Template{}, err
	}
	file = bytes.TrimPrefix(file, []byte("\ufeff"))
	m := &markdown{
		lines: strings.Split(strings.ReplaceAll(string(file), "\r\n", "\n"), "\n"), given: map[string]json.RawMessage{},
		t: Template{Version: 1, GroupMin: 1, GroupMax: maxPeople},
	}
	if err := m.read(); err != nil {
		return Template{}, fmt.Errorf("line %d: %w", max(m.at, 1), err)
	}
	if err := m.t.check(m.given); err != nil {
		return Template{}, err
	}
	return m.t, nil
}

func (m *markdown) read() error {
	if err := m.front(); err != nil {
		return err
	}
	for m.at < len(m.lines) {
		line := m.lines[m.at]
		m.at++
		if err := m.line(line); err != nil {
			return err
		}
	}
	return m.endActivity()
}

// front reads the flat list of names and values between two lines of hyphens.
func (m *markdown) front() error {
	if strings.TrimRight(m.lines[0], " ") != "---" {
		m.at = 1
		return fmt.Errorf("a template begins with a line --- and what it is called: id, people, licence")
	}
	seen := map[string]bool{}
	for m.at = 1; m.at < len(m.lines); {
		line := strings.TrimSpace(m.lines[m.at])
		m.at++
		if line == "---" {
			return nil
		}
		if line == "" {
			continue
		}
		name, value, ok := strings.Cut(line, ":")
		if !ok {
			return fmt.Errorf("%q is no name with a value; write name: value", shorten(line))
		}
		if seen[name] {
			return fmt.Errorf("%q stands twice", shorten(name))
		}
		seen[name] = true
		if err := m.fact(name, strings.TrimSpace(value)); err != nil {
			return err
		}
	}
	return fmt.Errorf("the line --- that ends the names and values is missing")
}

// facts are the names that the front of a template may have.
const facts = "id, version, people, minutes, licence, credit, language, from"

func (m *markdown) fact(name, value string) (err error) {
	if strings.HasPrefix(value, `"`) {
		if json.Unmarshal([]byte(value), &value) != nil {
			return fmt.Errorf("%s: the quotation marks are not closed", name)
		}
	}
	switch name {
	case "id":
		m.t.ID = value
	case "version":
		m.t.Version, err = whole(name, value, 1, 1_000_000)
	case "people":
		low, high, between := strings.Cut(value, "-")
		if !between {
			high = low
		}
		if m.t.GroupMin, err = whole(name, strings.TrimSpace(low), 1, maxPeople); err == nil {
			m.t.GroupMax, err = whole(name, strings.TrimSpace(high), 1, maxPeople)
		}
	case "minutes":
		m.given["totalMinutes"] = json.RawMessage(value)
		m.t.TotalMinutes, err = whole(name, value, 0, maxActivities*maxMinutes)
	case "licence":
		m.t.Licence, err = plainText(name, value, maxTitle)
	case "credit":
		m.t.Credit, err = plainText(name, value, maxPrompt)
	case "language":
		m.t.Language, err = plainText(name, value, maxPreset)
	case "from":
		m.t.From, err = plainText(name, value, maxTitle)
	default:
		return fmt.Errorf("%q is unknown; allowed: %s", shorten(name), facts)
	}
	return err
}

func whole(name, value string, low, high int) (int, error) {
	n, err := strconv.Atoi(value)
	if err != nil || n < low || n > high {
		return 0, fmt.Errorf("%s is %q; a whole number from %d to %d is allowed", name, shorten(value), low, high)
	}
	return n, nil
}

// plainText refuses text that is too long or holds signs that nobody can see.
func plainText(name, s string, most int) (string, error) {
	r := reader{where: name}
	r.check("it", s, most)
	return s, r.err
}

// line reads one line behind the front.
func (m *markdown) line(line string) error {
	switch {
	case strings.TrimSpace(line) == variantsHead:
		if err := m.endActivity(); err != nil {
			return err
		}
		m.part = partVariants
		return nil
	case strings.HasPrefix(line, "# "):
		if m.named {
			return fmt.Errorf("a second name: a template has one line that begins with #; activities begin with ##")
		}
		m.named = true
		var err error
		m.t.Name, err = plainText("the name", oneLine(line[2:]), maxTitle)
		return err
	case strings.HasPrefix(line, "## "):
		return m.beginActivity(strings.TrimSpace(line[3:]))
	case strings.TrimSpace(line) == forPeople, strings.TrimSpace(line) == forFacilitator:
		return m.beginBlock(strings.TrimSpace(line))
	case strings.HasPrefix(line, "#"):
		return fmt.Errorf("a heading that is unknown here; allowed: ## for an activity, %q, %q, %q", forPeople, forFacilitator, variantsHead)
	}
	return m.content(line)
}

func (m *markdown) beginActivity(title string) error {
	if err := m.endActivity(); err != nil {
		return err
	}
	if len(m.t.Activities) == maxActivities {
		return fmt.Errorf("more than %d activities", maxActivities)
	}
	if number, rest, ok := strings.Cut(title, ". "); ok && number != "" && strings.Trim(number, "0123456789") == "" {
		title = rest
	}
	title, err := plainText("the title", oneLine(title), maxTitle)
	if err != nil {
		return err
	}
	m.t.Activities = append(m.t.Activities, Activity{Title: title})
	m.part, m.began, m.seen = partFields, m.at, map[string]bool{}
	return nil
}

// activity is the one that is read.
func (m *markdown) activity() *Activity {
	if len(m.t.Activities) == 0 || m.part == partTop || m.part == partVariants {
		return nil
	}
	return &m.t.Activities[len(m.t.Activities)-1]
}

func (m *markdown) beginBlock(head string) error {
	if m.activity() == nil {
		return fmt.Errorf("%q belongs to an activity, behind a line that begins with ##", head)
	}
	if err := m.endBlock(); err != nil {
		return err
	}
	if m.seen[head] {
		return fmt.Errorf("%q stands twice", head)
	}
	m.seen[head] = true
	m.part = partPeople
	if head == forFacilitator {
		m.part = partNotes
	}
	return nil
}

// content takes a line that is no heading.
func (m *markdown) content(line string) error {
	blank := strings.TrimSpace(line) == ""
	switch m.part {
	case partTop:
		if !blank && !m.named {
			return fmt.Errorf("the name is missing: a line that begins with #")
		}
		m.text = append(m.text, unescaped(line))
	case partPeople, partNotes:
		m.text = append(m.text, unescaped(line))
	case partVariants:
		if !blank {
			item, ok := strings.CutPrefix(line, "- ")
			if !ok || len(m.t.Variants) == maxActivities {
				return fmt.Errorf("variants are at most %d lines that begin with a hyphen", maxActivities)
			}
			item, err := plainText("a variant", oneLine(item), maxPrompt)
			m.t.Variants = append(m.t.Variants, item)
			return err
		}
	case partFields:
		return m.field(line, blank)
	}
	return nil
}

// field reads a setting or a line of the prompt.
func (m *markdown) field(line string, blank bool) error {
	if blank {
		return nil
	}
	a := m.activity()
	if said, ok := strings.CutPrefix(line, ">"); ok {
		m.text = append(m.text, strings.TrimRight(strings.TrimPrefix(said, " "), " "))
		return nil
	}
	item, ok := strings.CutPrefix(line, "- ")
	name, value, cut := strings.Cut(item, ":")
	if !ok || !cut {
		return fmt.Errorf("%q is neither - name: value, nor > for the prompt", shorten(line))
	}
	name, value = strings.TrimSpace(name), strings.TrimSpace(value)
	if m.seen[name] {
		return fmt.Errorf("%q stands twice", shorten(name))
	}
	m.seen[name] = true
	v, err := valueOf(value)
	if err != nil {
		return fmt.Errorf("%s: %w", shorten(name), err)
	}
	s, isText := v.(string)
	switch name {
	case "kind":
		if a.Kind = workshop.ActivityKind(s); !a.Kind.Known() {
			return fmt.Errorf("kind is %q; allowed: %s", shorten(value), kinds())
		}
	case "preset":
		a.Preset, err = plainText(name, s, maxPreset)
	case "yields":
		a.Yields, err = plainText(name, s, maxTitle)
	case "minutes":
		a.Minutes, err = whole(name, value, 0, maxMinutes)
		return err
	default:
		return m.setting(a, name, v)
	}
	if err == nil && !isText {
		err = fmt.Errorf("%s is not text; put it in double quotes", name)
	}
	return err
}

// setting takes a setting; its kind must be known by then, so that what is wrong is told with the line.
func (m *markdown) setting(a *Activity, name string, v any) error {
	if !a.Kind.Known() {
		return fmt.Errorf("the kind of the activity stands before its settings: - kind: one of %s", kinds())
	}
	if err := CheckSettings(a.Kind, map[string]any{name: v}); err != nil {
		return err
	}
	if a.Settings == nil {
		a.Settings = map[string]any{}
	}
	a.Settings[name] = v
	return nil
}

// endBlock puts the lines that were read where they belong.
func (m *markdown) endBlock() error {
	text := strings.TrimSpace(strings.Join(m.text, "\n"))
	m.text = nil
	if m.part == partTop {
		var err error
		m.t.Purpose, err = plainText("the purpose", text, maxPrompt)
		return err
	}
	a := m.activity()
	if a == nil {
		return nil
	}
	var err error
	switch m.part {
	case partFields:
		a.Prompt, err = plainText("the prompt", text, maxPrompt)
	case partPeople:
		a.Instructions, err = plainText("what people read", text, maxLong)
	case partNotes:
		a.FacilitatorNotes, err = plainText("what facilitators read", text, maxLong)
	}
	return err
}

func (m *markdown) endActivity() error {
	if err := m.endBlock(); err != nil {
		return err
	}
	a := m.activity()
	if a == nil {
		return nil
	}
	if err := a.check(named(len(m.t.Activities)-1, a.Title)); err != nil {
		m.at = m.began
		return err
	}
	return nil
}

// valueOf reads a value as people write it: on and off, numbers, lists in brackets, text with or without quotation marks.
func valueOf(s string) (any, error) {
	switch s {
	case "on", "true":
		return true, nil
	case "off", "false":
		return false, nil
	case "":
		return "", fmt.Errorf("the value is missing")
	}
	if strings.ContainsRune(`"[{-0123456789`, rune(s[0])) {
		var v any
		if json.Unmarshal([]byte(s), &v) == nil {
			return v, nil
		}
		if strings.ContainsRune(`"[{`, rune(s[0])) {
			return nil, fmt.Errorf("%q cannot be read; lists stand as [\"one\", \"two\"], text in double quotes", shorten(s))
		}
	}
	if strings.ContainsFunc(s, hidden) {
		return nil, fmt.Errorf("it holds a control character; only plain text is allowed")
	}
	return s, nil
}

// unescaped takes the sign off that keeps a line of text from being read as a heading.
func unescaped(line string) string {
	if strings.HasPrefix(line, `\#`) || strings.HasPrefix(line, `\\`) {
		return line[1:]
	}
	return line
}
