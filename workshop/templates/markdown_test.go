package templates

import (
	"bytes"
	"os"
	"reflect"
	"strings"
	"testing"
)

const mine = `---
id: my-hour
version: 2
people: 4-16
minutes: 11
licence: CC-BY-4.0
credit: "Mine, after others"
from: quick-cocreation@1
---

# My hour

Ideas for the well: أفكار 🙂

## 1. Hello

- kind: brief
- minutes: 3

> Hi

## 2. Ideas

- kind: brainstorm
- minutes: 8
- maxPerPerson: 3
- media: ["text", "photo"]
- silent: off

> One idea a note.
> Work quietly.

### For people

Use short words.

### For the facilitator

\# Say: begin.

# Variants

- With pairs
`

func TestP22ATemplateIsAMarkdownFileThatReadsBack(t *testing.T) {
	x, err := ReadMarkdown([]byte(mine))
	if err != nil {
		t.Fatal(err)
	}
	a := x.Activities[1]
	if x.ID != "my-hour" || x.Version != 2 || x.GroupMax != 16 || x.Licence != "CC-BY-4.0" || x.From != "quick-cocreation@1" ||
		x.Purpose != "Ideas for the well: أفكار 🙂" || a.Prompt != "One idea a note.\nWork quietly." || a.Settings["silent"] != false ||
		a.Settings["maxPerPerson"] != 3.0 || a.FacilitatorNotes != "# Say: begin." || a.Instructions != "Use short words." || x.Variants[0] != "With pairs" {
		t.Errorf("read %+v", x)
	}
	if got := string(Write(x)); got != strings.Replace(mine, `"Mine, after others"`, "Mine, after others", 1) {
		t.Errorf("written back:\n%s", got)
	}
}

// P2.2: the shipped templates load, their minutes add up, and each has a licence, a credit and a form that people can edit.
func TestP22TheTwentyTemplatesAreTheSameInBothForms(t *testing.T) {
	for _, x := range All() {
		back, err := ReadFile(Write(x))
		if err != nil {
			t.Errorf("%s: %v", x.ID, err)
			continue
		}
		if !reflect.DeepEqual(normal(x), normal(back)) {
			t.Errorf("%s differs after it was written and read:\n%+v\n%+v", x.ID, x, back)
		}
		sum := 0
		for _, a := range x.Activities {
			sum += a.Minutes
		}
		if sum != x.TotalMinutes || x.Credit == "" || x.Licence == "" {
			t.Errorf("%s: %d minutes of %d, credit %q, licence %q", x.ID, sum, x.TotalMinutes, x.Credit, x.Licence)
		}
	}
}

// normal takes away the difference between nothing and an empty list.
func normal(x Template) Template {
	if len(x.Variants) == 0 {
		x.Variants = nil
	}
	for i := range x.Activities {
		if len(x.Activities[i].Settings) == 0 {
			x.Activities[i].Settings = nil
		}
	}
	return x
}

func TestWhatIsWrongWithAMarkdownTemplateIsSaidWithItsLine(t *testing.T) {
	for name, c := range map[string]struct{ old, put, want string }{
		"no front":          {"---\nid", "id", "line 1: a template begins with a line ---"},
		"unknown fact":      {"version: 2", "vision: 2", `line 3: "vision" is unknown; allowed: id, version, people`},
		"fact twice":        {"version: 2", "id: x", `line 3: "id" stands twice`},
		"people":            {"4-16", "4-1600", `line 4: people is "1600"; a whole number from 1 to 200`},
		"no end":            {"---\n\n# My hour", "\n# My hour", `line 10: "# My hour" is no name with a value`},
		"no name":           {"# My hour\n", "", "line 12: the name is missing"},
		"two names":         {"## 1. Hello", "# Hello", "line 15: a second name"},
		"kind after":        {"- kind: brainstorm\n- minutes: 8\n- maxPerPerson: 3", "- maxPerPerson: 3", "line 24: the kind of the activity stands before its settings"},
		"unknown kind":      {"- kind: brainstorm", "- kind: game", `line 24: kind is "game"; allowed: brief, round`},
		"unknown setting":   {"maxPerPerson", "maxPerPersons", `line 26: setting "maxPerPersons" is unknown for a brainstorm; allowed: attachTo`},
		"bad value":         {"maxPerPerson: 3", "maxPerPerson: many", `line 26: setting "maxPerPerson" is "many"; allowed`},
		"bad list":          {`["text", "photo"]`, `["text", "photo"`, `line 27: media: "[\"text\", \"photo\"" cannot be read`},
		"setting twice":     {"- silent: off", "- media: []", `line 28: "media" stands twice`},
		"no such line":      {"- silent: off", "silent off", `line 28: "silent off" is neither - name: value, nor > for the prompt`},
		"unknown heading":   {"### For people", "### For dogs", "line 33: a heading that is unknown here"},
		"minutes":           {"- minutes: 8", "- minutes: eight", `line 25: minutes is "eight"; a whole number from 0 to 1440`},
		"sum":               {"minutes: 11", "minutes: 12", "the template: totalMinutes is 12, but the minutes of its 2 activities add up to 11"},
		"control character": {"Hello", "He\u202ello", "line 15: the title: it holds a control character"},
		"no kind":           {"- kind: brief\n", "", "line 15: activity 1 “Hello”: a kind is missing"},
		"no activities":     {mine[strings.Index(mine, "## 1"):], "", "the template: activities are missing"},
	} {
		t.Run(name, func(t *testing.T) {
			_, err := ReadMarkdown([]byte(strings.Replace(mine, c.old, c.put, 1)))
			if err == nil || !strings.Contains(err.Error(), c.want) {
				t.Errorf("got %v, want %s", err, c.want)
			}
		})
	}
}

func FuzzReadMarkdown(f *testing.F) {
	f.Add([]byte(mine))
	for _, x := range All() {
		f.Add(Write(x))
	}
	f.Fuzz(func(t *testing.T, file []byte) {
		x, err := ReadMarkdown(file)
		if err != nil {
			if strings.Contains(err.Error(), "%!") && !bytes.Contains(file, []byte("%!")) { // what stands in the file is shown as it is
				t.Errorf("a broken sentence: %v", err)
			}
			return
		}
		back, err := ReadMarkdown(Write(x))
		if err != nil || !reflect.DeepEqual(normal(back), normal(x)) {
			t.Errorf("written and read again: %v\n%q\n%q", err, Write(x), file)
		}
	})
}

func TestTheExampleOfTheGuideIsInOrder(t *testing.T) {
	file, err := os.ReadFile("testdata/example.md")
	if err != nil {
		t.Fatal(err)
	}
	if _, err := ReadFile(file); err != nil {
		t.Error(err)
	}
}
