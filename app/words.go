package app

import (
	"errors"
	"strings"
)

// inWords turns what a person can meet into a Refusal, and leaves faults of
// the program as they are.
func inWords(err error) error {
	if err == nil {
		return nil
	}
	f, known := Explain(err)
	if !known {
		return err
	}
	var already *Refusal
	if errors.As(err, &already) {
		return already
	}
	return &Refusal{Failure: f, Cause: err}
}

// refusalOf is inWords for what is to be shown for longer.
func refusalOf(err error) *Refusal {
	var r *Refusal
	if errors.As(inWords(err), &r) {
		return r
	}
	return Refuse("not-kept", "This computer could not keep the last change, so it was not made.",
		"Everything before it is safe. Look at the disk, then try again.").Because(err)
}

// The most bytes of texts, as the rules have them.
const (
	mostTitle  = 800
	mostName   = 240
	mostPrompt = 4000
	mostNote   = 4096
)

// words trims what was typed and refuses what is empty or longer than most bytes.
func words(text string, most int) (string, error) {
	text, err := line(text, most)
	if err == nil && text == "" {
		return "", Refuse("text-empty", "There are no words in it yet.", "Write something first.")
	}
	return text, err
}

// line is words that may be empty.
func line(text string, most int) (string, error) {
	text = strings.TrimSpace(strings.ToValidUTF8(text, "\uFFFD"))
	if len(text) > most {
		return "", errTooLong()
	}
	return text, nil
}

// sentence makes a sentence of the words of an error.
func sentence(words string) string {
	if words == "" {
		return ""
	}
	return strings.ToUpper(words[:1]) + words[1:] + "."
}
