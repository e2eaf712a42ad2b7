package workshop

import (
	"errors"
	"fmt"
	"strconv"
	"strings"
	"unicode/utf8"
)

// The kinds of answer that a round asks for.
const (
	AnswerText   = "text"
	AnswerWord   = "word"
	AnswerScale5 = "scale5"
	AnswerFist   = "fist0-5"
	AnswerSymbol = "symbol"
	AnswerNone   = "none"
)

// Answer returns what a round asks for.
func (s Settings) Answer() string { return s.Str("answer", AnswerText) }

// AnswerScale returns the lowest and the highest step of a round that asks for a number; 0 and 0 of any other.
func (s Settings) AnswerScale() (low, high int) {
	switch s.Answer() {
	case AnswerScale5:
		return 1, 5
	case AnswerFist:
		return 0, 5
	}
	return 0, 0
}

// mostSymbol bounds a symbol in bytes: one picture may be made of many signs.
const mostSymbol = 40

// CheckAnswer says whether an answer fits what a round asks for. An empty text without a pass is a turn that was spoken. The error
// is for people.
func (s Settings) CheckAnswer(text string, pass bool) error {
	low, high := s.AnswerScale()
	switch {
	case pass && !s.On("passAllowed", true):
		return errors.New("this round asks everybody; nobody passes")
	case pass && text != "":
		return errors.New("who passes says nothing")
	case pass:
		return nil
	case s.On("spokenOnly", false) || s.Answer() == AnswerNone:
		if text != "" {
			return errors.New("this round is spoken; nothing is written down")
		}
		return nil
	case text == "":
		return errors.New("there are no words in it yet")
	case s.Answer() == AnswerWord && len(strings.Fields(text)) > 1:
		return errors.New("this round asks for a single word")
	case s.Answer() == AnswerSymbol && (len(text) > mostSymbol || strings.ContainsAny(text, " \t\n") || utf8.RuneCountInString(text) > 10):
		return errors.New("this round asks for a single sign")
	case high > 0:
		n, err := strconv.Atoi(text)
		if err != nil || n < low || n > high || strconv.Itoa(n) != text {
			return fmt.Errorf("this round asks for a number from %d to %d", low, high)
		}
	}
	return nil
}
