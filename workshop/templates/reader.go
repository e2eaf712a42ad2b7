package templates

import (
	"bytes"
	"encoding/json"
	"fmt"
	"math"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// reader takes the fields of a JSON object one by one and remembers the first thing that is wrong. What is left at the end is
// unknown.
type reader struct {
	where  string
	fields map[string]json.RawMessage
	known  []string
	err    error
}

func (r *reader) fail(format string, args ...any) {
	if r.err == nil {
		r.err = fmt.Errorf("%s: %s", r.where, fmt.Sprintf(format, args...))
	}
}

// take returns a field and whether it is there. JSON's null counts as not there.
func (r *reader) take(name string) (json.RawMessage, bool) {
	r.known = append(r.known, name)
	raw, ok := r.fields[name]
	return raw, ok && !bytes.Equal(raw, []byte("null"))
}

func (r *reader) text(name string, to *string, max int) {
	raw, ok := r.take(name)
	if !ok {
		return
	}
	if json.Unmarshal(raw, to) != nil {
		r.fail("%s is not text; put it in double quotes", name)
		return
	}
	r.check(name, *to, max)
}

// check refuses text that is too long or holds signs that nobody can see.
func (r *reader) check(name, s string, max int) {
	if n := utf8.RuneCountInString(s); n > max {
		r.fail("%s has %d characters; at most %d are allowed", name, n, max)
	}
	if strings.ContainsFunc(s, hidden) {
		r.fail("%s holds a control character; only plain text is allowed", name)
	}
}

// hidden reports signs that steer text instead of being read: controls other than line breaks, and bidirectional overrides.
func hidden(c rune) bool {
	return unicode.IsControl(c) && c != '\n' && c != '\t' || c >= 0x202a && c <= 0x202e || c >= 0x2066 && c <= 0x2069
}

func (r *reader) number(name string, to *int, low, high int) {
	raw, ok := r.take(name)
	if !ok {
		return
	}
	var n float64
	if json.Unmarshal(raw, &n) != nil || n != math.Trunc(n) || n < float64(low) || n > float64(high) {
		r.fail("%s is %s; a whole number from %d to %d is allowed", name, short(raw), low, high)
		return
	}
	*to = int(n)
}

func (r *reader) texts(name string, to *[]string) {
	raw, ok := r.take(name)
	if !ok {
		return
	}
	if json.Unmarshal(raw, to) != nil || len(*to) > maxActivities {
		r.fail("%s is not a list of at most %d texts", name, maxActivities)
		return
	}
	for _, s := range *to {
		r.check(name, s, maxPrompt)
	}
}

func (r *reader) list(name string) []json.RawMessage {
	raw, ok := r.take(name)
	if !ok {
		return nil
	}
	var items []json.RawMessage
	if json.Unmarshal(raw, &items) != nil {
		r.fail("%s is not a list", name)
		return nil
	}
	if len(items) > maxActivities {
		r.fail("%s are %d; at most %d are allowed", name, len(items), maxActivities)
		return nil
	}
	return items
}

func (r *reader) settings(to *map[string]any) {
	raw, ok := r.take("settings")
	if !ok {
		return
	}
	if json.Unmarshal(raw, to) != nil {
		r.fail("settings are not a list of names with values in { }")
	}
}

// done tells the first thing that was wrong, or which field is unknown.
func (r *reader) done() error {
	if r.err != nil {
		return r.err
	}
	for _, name := range sortedNames(r.fields) {
		if !slices.Contains(r.known, name) {
			return fmt.Errorf("%s: %q is unknown; allowed: %s", r.where, shorten(name), strings.Join(r.known, ", "))
		}
	}
	return nil
}

// short shows a value in an error.
func short(raw json.RawMessage) string { return shorten(string(raw)) }

func shorten(s string) string {
	const most = 60
	if chars := []rune(s); len(chars) > most {
		return string(chars[:most]) + "…"
	}
	return s
}
