package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"regexp"
	"slices"
	"strings"

	"convene/app"
	"convene/app/api"
)

// wrongUse is a command line that asks for what cannot be: exit 2.
type wrongUse struct{ error }

// Unwrap leads to the words of what was refused.
func (w wrongUse) Unwrap() error { return w.error }

// result writes what a command found: one JSON object, or lines for people.
func (t *terminal) result(value any, lines ...string) error {
	if !t.json {
		for _, l := range lines {
			if _, err := fmt.Fprintln(t.out, l); err != nil {
				return fmt.Errorf("write result: %w", err)
			}
		}
		return nil
	}
	if err := json.NewEncoder(t.out).Encode(value); err != nil {
		return fmt.Errorf("write result: %w", err)
	}
	return nil
}

// complain says on stderr what happened, and what is safe or to be done.
func complain(w io.Writer, err error) {
	message, hint := words(err)
	fmt.Fprintf(w, "convene: %s\n", message)
	if hint != "" {
		fmt.Fprintf(w, "  %s\n", hint)
	}
}

// words turns an error into what happened and what to do.
func words(err error) (message, hint string) {
	const another = "Nothing was changed. Choose another one with --listen 127.0.0.1:PORT, or leave it out."
	switch {
	case errors.Is(err, api.ErrPortInUse):
		return "This port is in use by another program.", another
	case errors.Is(err, api.ErrPortNotAllowed):
		return "This computer does not let you use this port: those below 1024 are its administrator's.", another
	case errors.Is(err, api.ErrAddress):
		return "This is not an address for the pages.", "Nothing was changed. Use --listen 127.0.0.1:PORT with a port from 0 to 65535, or leave it out."
	case errors.Is(err, api.ErrNotLoopback):
		return "The pages are served to this computer only.", "Nothing was changed. Use --listen 127.0.0.1:PORT."
	}
	failure, ok := app.Explain(err)
	if !ok {
		return err.Error(), ""
	}
	message = failure.Message
	if other := holder(err); failure.Code == "folder-in-use" && other != "" {
		message = strings.TrimSuffix(message, ".") + " (" + other + ")."
	}
	return message, failure.Hint
}

// holder names the process that holds the data folder, as the store found it.
func holder(err error) string {
	var r *app.Refusal
	if errors.As(err, &r) && r.Cause != nil {
		err = r.Cause
	}
	return processIn.FindString(err.Error())
}

// processIn finds the process that the store names as the holder of the data folder.
var processIn = regexp.MustCompile(`process \d+`)

// sessionName is a session's id, or a file's name, among the arguments. One id
// in 64 begins with a dash and would be read as a flag: [undashed] gives it
// another beginning on the way through the parser, and this takes it back.
type sessionName string

const dashed = "="

// undashed is the arguments with ids that the parser takes for what they are.
func undashed(args []string) []string {
	args = slices.Clone(args)
	for i, a := range args {
		if rest, ok := strings.CutPrefix(a, "-"); ok && app.IsSessionID(a) {
			args[i] = dashed + rest
		}
	}
	return args
}

// UnmarshalText takes the id as it was given.
func (s *sessionName) UnmarshalText(b []byte) error {
	*s = sessionName(b)
	if rest, ok := strings.CutPrefix(string(b), dashed); ok && app.IsSessionID("-"+rest) {
		*s = sessionName("-" + rest)
	}
	return nil
}
