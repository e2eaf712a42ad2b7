package main

import (
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"convene/app"
)

// Links let people in, so they need not stand among the arguments, which everybody on this computer can read.

// fromStdin is the name of what comes in by the standard input.
const fromStdin = "-"

// linksIn are the lines of a file.
func linksIn(path string) ([]string, error) {
	read := func() ([]byte, error) { return os.ReadFile(path) }
	if path == fromStdin {
		read = func() ([]byte, error) { return io.ReadAll(io.LimitReader(os.Stdin, 1<<16)) }
	}
	text, err := read()
	if err != nil {
		return nil, app.Refuse("no-link", "The file with the link cannot be read.", "Nothing was changed.").Because(err)
	}
	links := strings.Fields(string(text))
	if len(links) == 0 {
		return nil, app.Refuse("no-link", "There is no link in this file.", "Nothing was changed. It holds one link a line.")
	}
	return links, nil
}

// linkOr is the link in a file, or the one that was given as it is.
func linkOr(given, path string) (string, error) {
	if path == "" {
		return given, nil
	}
	links, err := linksIn(path)
	if err != nil {
		return "", err
	}
	if len(links) > 1 {
		return "", wrongUse{fmt.Errorf("there are %d links in %s, and one is needed", len(links), path)}
	}
	return links[0], nil
}

// keepLink writes a link into a file that only its owner can read.
func keepLink(path, link string) error {
	f, err := os.CreateTemp(filepath.Dir(path), ".link-*") // of its owner alone, from the beginning
	if err == nil {
		_, err = fmt.Fprintln(f, link)
		if closed := f.Close(); err == nil {
			err = closed
		}
		if err == nil {
			err = os.Rename(f.Name(), path)
		}
		if err != nil {
			_ = os.Remove(f.Name())
		}
	}
	if err != nil {
		return fmt.Errorf("write the link: %w", err)
	}
	return nil
}
