package templates

import (
	"maps"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"convene/workshop"
)

// FromSession makes a template of a session's agenda. Nothing that people wrote is in it, and no name of theirs: a name that stands
// in a prompt is taken out. The session's own template, if it has one, is named as where it comes from.
func FromSession(v *workshop.View, id, name string) Template {
	t := Template{ID: id, Version: 1, Name: name, GroupMin: 2, GroupMax: maxPeople, From: v.Session.Template}
	hide := nameless(v)
	for i := range v.Activities {
		a := &v.Activities[i]
		t.Activities = append(t.Activities, Activity{
			Kind: a.Kind, Preset: clipped(hide(a.Preset), maxPreset), Title: clipped(hide(a.Title), maxTitle), Minutes: a.Minutes,
			Prompt: clipped(hide(a.Prompt), maxPrompt), Instructions: clipped(hide(a.Instructions), maxLong),
			Yields: clipped(hide(a.Yields), maxTitle), Settings: hideIn(a.Settings.Named(), hide),
		})
		t.TotalMinutes += a.Minutes
	}
	if people := peopleIn(v); people > 0 {
		t.GroupMin, t.GroupMax = max(2, min(people, 4)), min(max(2*people, 8), maxPeople)
	}
	if slices.ContainsFunc(t.Activities, unnamed) {
		t.GroupMin = max(t.GroupMin, leastUnnamed)
	}
	return t
}

func peopleIn(v *workshop.View) int {
	n := 0
	for i := range v.People {
		if v.People[i].Role <= workshop.RoleParticipant {
			n++
		}
	}
	return n
}

// hideIn takes names out of settings that are text, such as zones.
func hideIn(settings map[string]any, hide func(string) string) map[string]any {
	out := maps.Clone(settings)
	for name, v := range out {
		out[name] = without(v, hide)
	}
	return out
}

func without(v any, hide func(string) string) any {
	switch v := v.(type) {
	case string:
		return hide(v)
	case []any:
		list := make([]any, len(v))
		for i := range v {
			list[i] = without(v[i], hide)
		}
		return list
	case map[string]any:
		return hideIn(v, hide)
	}
	return v
}

// nameless returns a function that takes the names of a session's people out of a text, the longest first.
func nameless(v *workshop.View) func(string) string {
	var names []string
	for i := range v.People {
		for _, n := range append(strings.Fields(v.People[i].Name), v.People[i].Name) {
			if n = strings.TrimFunc(n, unicode.IsPunct); utf8.RuneCountInString(n) > 1 && !slices.Contains(names, n) {
				names = append(names, n)
			}
		}
	}
	slices.SortFunc(names, func(a, b string) int { return len(b) - len(a) })
	return func(s string) string {
		for _, n := range names {
			s = replaceWord(s, n, "…")
		}
		return strings.TrimSpace(s)
	}
}

// replaceWord replaces a word where no letter stands before or behind it, in capitals or not.
func replaceWord(s, word, with string) string {
	var b strings.Builder
	for rest := s; ; {
		at := indexFold(rest, word)
		if at < 0 {
			b.WriteString(rest)
			return b.String()
		}
		before, _ := utf8.DecodeLastRuneInString(rest[:at])
		after, _ := utf8.DecodeRuneInString(rest[at+len(word):])
		b.WriteString(rest[:at])
		if unicode.IsLetter(before) || unicode.IsLetter(after) {
			b.WriteString(rest[at : at+len(word)])
		} else {
			b.WriteString(with)
		}
		rest = rest[at+len(word):]
	}
}

func indexFold(s, word string) int {
	for i := range s {
		if len(s)-i >= len(word) && strings.EqualFold(s[i:i+len(word)], word) {
			return i
		}
	}
	return -1
}

func clipped(s string, most int) string {
	if utf8.RuneCountInString(s) <= most {
		return s
	}
	return string([]rune(s)[:most])
}

// IDFor makes an id out of a name: small letters, digits and hyphens, and a number behind where it is taken.
func IDFor(name string, taken func(string) bool) string {
	var b strings.Builder
	for _, c := range strings.ToLower(name) {
		switch {
		case c >= 'a' && c <= 'z' || c >= '0' && c <= '9':
			b.WriteRune(c)
		case b.Len() > 0 && !strings.HasSuffix(b.String(), "-"):
			b.WriteByte('-')
		}
	}
	base := strings.Trim(b.String(), "-")
	if len(base) > 50 {
		base = strings.Trim(base[:50], "-")
	}
	if base == "" {
		base = "template"
	}
	id := base
	for n := 2; taken(id); n++ {
		id = base + "-" + itoa(n)
	}
	return id
}

// Fork makes a template of another one's agenda, under its own id and name; it says where it comes from, and the other stays as it
// is.
func Fork(t Template, id, name string) Template {
	f := t.clone()
	f.ID, f.Name, f.Version, f.From = id, name, 1, Mark(t)
	return f
}

// Mark names a template with its version, as lineage has it.
func Mark(t Template) string { return t.ID + "@" + itoa(t.Version) }
