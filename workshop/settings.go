package workshop

import (
	"encoding/json"
	"errors"
	"maps"
)

// ActivityKind is one of the nine forms of activity.
type ActivityKind string

// The nine kinds, and no tenth.
const (
	ActivityBrief      ActivityKind = "brief"
	ActivityRound      ActivityKind = "round"
	ActivityBrainstorm ActivityKind = "brainstorm"
	ActivityCluster    ActivityKind = "cluster"
	ActivityVote       ActivityKind = "vote"
	ActivityDiscuss    ActivityKind = "discuss"
	ActivityBreakout   ActivityKind = "breakout"
	ActivityCanvas     ActivityKind = "canvas"
	ActivityCommit     ActivityKind = "commit"
)

// ActivityKinds lists the nine kinds in the order of a workshop.
func ActivityKinds() []ActivityKind {
	return []ActivityKind{
		ActivityBrief, ActivityRound, ActivityBrainstorm, ActivityCluster, ActivityVote, ActivityDiscuss,
		ActivityBreakout, ActivityCanvas, ActivityCommit,
	}
}

// Known reports whether k is one of the nine.
func (k ActivityKind) Known() bool {
	for _, known := range ActivityKinds() {
		if k == known {
			return true
		}
	}
	return false
}

// Settings are the choices made for an activity, by name. What is not named has its default. The zero Settings are all
// defaults. A Settings value is never altered; [Settings.With] makes a new one.
type Settings struct{ named map[string]any }

// ParseSettings reads a JSON object; what is no object gives all defaults. Use [CheckSettings] to tell people.
func ParseSettings(s string) Settings {
	set := Settings{}
	if s == "" || json.Unmarshal([]byte(s), &set.named) != nil {
		return Settings{}
	}
	return set
}

// CheckSettings says whether s is a JSON object, as activities and runs store their settings.
func CheckSettings(s string) error {
	var named map[string]any
	if s == "" {
		return nil
	}
	if json.Unmarshal([]byte(s), &named) != nil || named == nil {
		return errors.New("settings are not a list of names with values")
	}
	return nil
}

// SettingsOf makes settings from names and values as encoding/json reads them.
func SettingsOf(named map[string]any) Settings { return Settings{named: maps.Clone(named)} }

// String returns the settings as a JSON object with sorted names.
func (s Settings) String() string {
	if len(s.named) == 0 {
		return "{}"
	}
	b, err := json.Marshal(s.named)
	if err != nil {
		panic("workshop: settings hold what JSON cannot: " + err.Error())
	}
	return string(b)
}

// Named returns a copy of what was chosen.
func (s Settings) Named() map[string]any { return maps.Clone(s.named) }

// With returns the settings with one choice changed.
func (s Settings) With(name string, value any) Settings {
	named := maps.Clone(s.named)
	if named == nil {
		named = map[string]any{}
	}
	named[name] = value
	return Settings{named: named}
}

// Str returns a choice that is a string.
func (s Settings) Str(name, otherwise string) string {
	if v, ok := s.named[name].(string); ok && v != "" {
		return v
	}
	return otherwise
}

// On returns a choice that is a truth.
func (s Settings) On(name string, otherwise bool) bool {
	switch v := s.named[name].(type) {
	case bool:
		return v
	case string:
		return v == "on" || v == "true"
	}
	return otherwise
}

// Int returns a choice that is a whole number.
func (s Settings) Int(name string, otherwise int) int {
	if v, ok := s.named[name].(float64); ok {
		return int(v)
	}
	if v, ok := s.named[name].(int); ok {
		return v
	}
	return otherwise
}

// Number returns a choice that is a number.
func (s Settings) Number(name string, otherwise float64) float64 {
	if v, ok := s.named[name].(float64); ok {
		return v
	}
	return otherwise
}

// Strings returns a choice that is a list of strings.
func (s Settings) Strings(name string, otherwise ...string) []string {
	list, ok := s.named[name].([]any)
	if !ok {
		return otherwise
	}
	var out []string
	for _, it := range list {
		if str, ok := it.(string); ok {
			out = append(out, str)
		}
	}
	return out
}

// Private reports whether notes of a brainstorm or canvas stay on their writers' laptops until the reveal.
func (s Settings) Private(k ActivityKind) bool {
	switch k {
	case ActivityBrainstorm:
		return s.Str("visibility", "private-until-reveal") == "private-until-reveal"
	case ActivityCanvas:
		return s.Str("visibility", "public") == "private-until-reveal"
	}
	return false
}

// HiddenAuthors reports whether the names of writers are not shown.
func (s Settings) HiddenAuthors() bool {
	a := s.Str("authorship", "named")
	return a == "hidden" || a == "anonymous"
}

// Anonymous reports whether notes are published in one batch that names no writer.
func (s Settings) Anonymous() bool { return s.Str("authorship", "named") == "anonymous" }
