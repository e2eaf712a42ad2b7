package templates

import (
	"encoding/json"
	"fmt"
	"strings"
)

// Write returns a template in its Markdown form, which [ReadMarkdown] reads back. Two versions of a template differ in the lines in
// which they differ.
func Write(t Template) []byte {
	var b strings.Builder
	b.WriteString("---\n")
	fact := func(name, value string) {
		if value != "" {
			fmt.Fprintf(&b, "%s: %s\n", name, factText(value))
		}
	}
	fact("id", t.ID)
	fmt.Fprintf(&b, "version: %d\npeople: %d-%d\nminutes: %d\n", t.Version, t.GroupMin, t.GroupMax, t.TotalMinutes)
	fact("licence", t.Licence)
	fact("credit", t.Credit)
	fact("language", t.Language)
	fact("from", t.From)
	fmt.Fprintf(&b, "---\n\n# %s\n", oneLine(t.Name))
	block(&b, "", t.Purpose)
	for i := range t.Activities {
		t.Activities[i].write(&b, i+1)
	}
	if len(t.Variants) > 0 {
		fmt.Fprintf(&b, "\n%s\n\n", variantsHead)
		for _, v := range t.Variants {
			fmt.Fprintf(&b, "- %s\n", oneLine(v))
		}
	}
	return []byte(b.String())
}

func (a *Activity) write(b *strings.Builder, number int) {
	fmt.Fprintf(b, "\n## %d. %s\n\n- kind: %s\n", number, oneLine(a.Title), a.Kind)
	if a.Preset != "" {
		fmt.Fprintf(b, "- preset: %s\n", valueText(a.Preset))
	}
	fmt.Fprintf(b, "- minutes: %d\n", a.Minutes)
	for _, name := range sortedNames(a.Settings) {
		fmt.Fprintf(b, "- %s: %s\n", name, valueText(a.Settings[name]))
	}
	if a.Yields != "" {
		fmt.Fprintf(b, "- yields: %s\n", valueText(a.Yields))
	}
	if prompt := strings.TrimSpace(a.Prompt); prompt != "" {
		b.WriteString("\n")
		for _, line := range strings.Split(prompt, "\n") {
			b.WriteString(strings.TrimRight("> "+line, " ") + "\n")
		}
	}
	block(b, forPeople, a.Instructions)
	block(b, forFacilitator, a.FacilitatorNotes)
}

// block writes text of several lines under a heading.
func block(b *strings.Builder, head, text string) {
	text = strings.TrimSpace(text)
	if text == "" {
		return
	}
	if head != "" {
		fmt.Fprintf(b, "\n%s\n", head)
	}
	b.WriteString("\n")
	for _, line := range strings.Split(text, "\n") {
		if strings.HasPrefix(line, "#") || strings.HasPrefix(line, `\`) {
			line = `\` + line
		}
		b.WriteString(line + "\n")
	}
}

func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }

// factText writes a value of the front: bare where that reads back as it is.
func factText(s string) string {
	if s != strings.TrimSpace(s) || strings.HasPrefix(s, `"`) || strings.ContainsAny(s, "\n\t") {
		return quoted(s)
	}
	return s
}

// valueText writes a setting as people do.
func valueText(v any) string {
	switch v := v.(type) {
	case bool:
		if v {
			return "on"
		}
		return "off"
	case string:
		if back, err := valueOf(v); err == nil && back == v && v == strings.TrimSpace(v) && !strings.Contains(v, "\n") {
			return v
		}
		return quoted(v)
	}
	b, err := json.Marshal(v)
	if err != nil {
		return `""` // settings come from JSON, which can always be written again
	}
	return strings.ReplaceAll(string(b), `","`, `", "`)
}

func quoted(s string) string {
	var b strings.Builder
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	if enc.Encode(s) != nil {
		return `""`
	}
	return strings.TrimSuffix(b.String(), "\n")
}
