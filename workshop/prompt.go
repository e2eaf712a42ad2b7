package workshop

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// plainWords stand for a placeholder that nobody has filled: a prompt is read aloud, and must make sense as it is.
var plainWords = map[string]string{
	"question": "our question", "purpose": "to work on our question together", "outcomes": "clear next steps",
	"period": "few months", "use": "our next steps", "theme": "our theme", "item": "this topic", "challenge": "our challenge",
	"issue": "our question", "goal": "our goal", "plan": "our plan", "date": "that day", "next": "the next session",
}

// Fill puts the session's words into a prompt in place of {question}, {purpose}, {outcomes} and {period}. An empty value gives
// neutral words, and so does every other placeholder: no braces are ever shown. A question inside a sentence is put in quotes,
// and a value that ends its sentence is not followed by a second full stop or question mark.
func Fill(prompt, purpose, question string, outcomes []string, period string) string {
	given := map[string]string{
		"question": question, "theme": question, "challenge": question, "issue": question,
		"purpose": purpose, "goal": purpose, "outcomes": listed(outcomes), "period": period,
	}
	var b strings.Builder
	for {
		before, rest, found := strings.Cut(prompt, "{")
		b.WriteString(before)
		if !found {
			return b.String()
		}
		name, after, closed := strings.Cut(rest, "}")
		if !closed || !placeholder(name) {
			if next, _ := utf8.DecodeRuneInString(rest); next != '{' && !unicode.IsLetter(next) {
				b.WriteByte('{') // else it would stand before words that are filled in, and look like a placeholder
			}
			prompt = rest
			continue
		}
		value := strings.TrimSpace(given[name])
		if value == "" {
			value = otherwise(name)
		}
		prompt = after
		if name != "outcomes" && asks(value) && inSentence(b.String()) {
			b.WriteString("“" + value + "”")
			prompt = strings.TrimPrefix(after, "?")
			continue
		}
		b.WriteString(fitted(value, after))
		if asks(value) {
			prompt = strings.TrimLeft(after, ".?")
		}
	}
}

// Prompt fills a prompt with the words of this session; see [Fill].
func (v *View) Prompt(prompt string) string {
	var outcomes []string
	for _, o := range v.Outcomes {
		outcomes = append(outcomes, o.Text)
	}
	return Fill(prompt, v.Session.Purpose, v.Session.Question, outcomes, v.Session.Period)
}

// placeholder reports whether what stands in braces is a single word.
func placeholder(name string) bool {
	return name != "" && len(name) <= 40 && strings.IndexFunc(name, func(r rune) bool { return !unicode.IsLetter(r) }) < 0
}

func otherwise(name string) string {
	if words, ok := plainWords[name]; ok {
		return words
	}
	return name
}

func listed(items []string) string {
	var kept []string
	for _, it := range items {
		if it = strings.TrimRight(strings.TrimSpace(it), ".;"); it != "" {
			kept = append(kept, it)
		}
	}
	return strings.Join(kept, "; ")
}

func asks(value string) bool { return strings.HasSuffix(value, "?") || strings.HasSuffix(value, "!") }

// inSentence reports whether what comes next continues a sentence, rather than beginning one or following a colon.
func inSentence(before string) bool {
	before = strings.TrimRightFunc(before, unicode.IsSpace)
	last, _ := utf8.DecodeLastRuneInString(before)
	return before != "" && !strings.ContainsRune(".?!:;", last)
}

// fitted drops the full stop of a value where the prompt goes on with its own.
func fitted(value, after string) string {
	if strings.HasPrefix(after, ".") || strings.HasPrefix(after, "?") || strings.HasPrefix(after, ",") {
		return strings.TrimRight(value, ".")
	}
	return value
}
