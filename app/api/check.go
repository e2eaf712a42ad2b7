package api

import (
	"bytes"
	"encoding/json"
	"fmt"
	"slices"
	"unicode/utf8"
)

// deepest is how far lists and objects may be nested in a message.
const deepest = 16

// badParams is an error of the caller: the parameters are not what the method takes.
type badParams struct{ reason string }

func (e badParams) Error() string { return e.reason }

// sound reports whether a message may be parsed at all: UTF-8, and not nested
// deeper than deepest. It reads the message once and allocates nothing.
func sound(message []byte) bool {
	depth, inText, escaped := 0, false, false
	for _, b := range message {
		switch {
		case escaped:
			escaped = false
		case inText && b == '\\':
			escaped = true
		case b == '"':
			inText = !inText
		case inText:
		case b == '{' || b == '[':
			depth++
		case b == '}' || b == ']':
			depth--
		}
		if depth > deepest {
			return false
		}
	}
	return utf8.Valid(message)
}

// decode checks params against s and then reads them into p. No parameters
// are the same as an empty object.
func decode(params json.RawMessage, s *shape, p any) error {
	if len(params) == 0 {
		params = json.RawMessage("{}")
	}
	d := json.NewDecoder(bytes.NewReader(params))
	d.UseNumber()
	var value any
	if err := d.Decode(&value); err != nil {
		return badParams{"the parameters are not JSON"}
	}
	if err := s.check(value, "params"); err != nil {
		return err
	}
	if err := json.Unmarshal(params, p); err != nil {
		return badParams{"a number in the parameters is out of range"}
	}
	return nil
}

// check says what in value is not as s wants it; where names the place.
func (s *shape) check(value any, where string) error {
	wrong := func() error { return badParams{fmt.Sprintf("%s is not of type %s", where, s.form)} }
	switch s.form {
	case formText:
		text, ok := value.(string)
		if !ok {
			return wrong()
		}
		if s.values != nil && !slices.Contains(s.values, text) {
			return badParams{fmt.Sprintf("%s is none of %q", where, s.values)}
		}
	case formTruth:
		if _, ok := value.(bool); !ok {
			return wrong()
		}
	case formInteger, formNumber:
		if _, ok := value.(json.Number); !ok {
			return wrong()
		}
	case formFree:
		if _, ok := value.(map[string]any); !ok {
			return wrong()
		}
	case formList:
		list, ok := value.([]any)
		if !ok {
			return wrong()
		}
		for i, v := range list {
			if err := s.element.check(v, fmt.Sprintf("%s[%d]", where, i)); err != nil {
				return err
			}
		}
	case formObject:
		object, ok := value.(map[string]any)
		if !ok {
			return wrong()
		}
		return s.checkFields(object, where)
	default:
		return wrong()
	}
	return nil
}

func (s *shape) checkFields(object map[string]any, where string) error {
	known := 0
	for _, f := range s.fields {
		value, given := object[f.name]
		if !given && f.optional {
			continue
		}
		if !given {
			return badParams{fmt.Sprintf("%s.%s is missing", where, f.name)}
		}
		known++
		if err := f.shape.check(value, where+"."+f.name); err != nil {
			return err
		}
	}
	if known < len(object) {
		return badParams{where + " has a field this method does not know"}
	}
	return nil
}
