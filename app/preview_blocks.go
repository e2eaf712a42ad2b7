package app

import (
	"bytes"

	"convene/workshop/outcome"
)

// blocks cuts a report at its empty lines. What our reports hold stands in one
// block each: a heading, a paragraph, a list, a table.
func blocks(body []byte) [][]byte {
	var list [][]byte
	start := 0
	for at := 0; at < len(body); {
		end := len(body)
		if i := bytes.IndexByte(body[at:], '\n'); i >= 0 {
			end = at + i + 1
		}
		if empty := len(bytes.TrimSpace(body[at:end])) == 0; empty {
			if start < at {
				list = append(list, body[start:at])
			}
			start = end
		}
		at = end
	}
	if start < len(body) {
		list = append(list, body[start:])
	}
	return list
}

// What an ordinary block keeps to. The reader of Markdown takes time that
// grows with the square of a line, and with columns times rows of a table; a
// note has at most 4 kB, and our tables have fewer than ten columns.
const (
	mostLine    = 16 << 10
	mostColumns = 32
)

// ordinary reports whether a block is such as our reports have: no line is too
// long, no paragraph is, and all lines have as many cells as the first. What is
// not is shown as it was written.
func ordinary(block []byte) bool {
	cells := -1
	for line := range bytes.Lines(block) {
		n := bars(line)
		if cells < 0 {
			cells = n
		}
		if len(line) > mostLine || n != cells || n > mostColumns+1 {
			return false
		}
	}
	lists := bytes.HasPrefix(block, []byte("- ")) || bytes.HasPrefix(block, []byte("|"))
	return lists || len(block) <= mostLine
}

// bars counts what separates cells: bars that are not escaped.
func bars(line []byte) int {
	n, escaped := 0, false
	for _, c := range line {
		if c == '|' && !escaped {
			n++
		}
		escaped = c == '\\' && !escaped
	}
	return n
}

// outlineOf lists the headings of a report with how much stands under each.
func outlineOf(body []byte) []OutlineEntry {
	var list []OutlineEntry
	for _, h := range outcome.Outline(body) {
		list = append(list, OutlineEntry{Level: h.Level, Text: h.Text, Anchor: h.Anchor})
	}
	at, open := -1, false
	for _, block := range blocks(body) {
		if n := len(outcome.Outline(block)); n > 0 {
			at, open = at+n, true
			continue
		}
		if !open || at >= len(list) || list[at].Level == 1 || list[at].Text == "People" {
			continue
		}
		if n := entries(block); n > 0 {
			list[at].Count = &n
			open = false
		}
		// A list that a sentence with a colon leads to is about something else.
		open = open && !bytes.HasSuffix(bytes.TrimSpace(block), []byte(":"))
	}
	return list
}

// entries counts the bullets of a list or the rows of a table, without its head.
func entries(block []byte) int {
	bullets, rows := 0, 0
	for line := range bytes.Lines(block) {
		switch {
		case bytes.HasPrefix(line, []byte("- ")):
			bullets++
		case bytes.HasPrefix(line, []byte("|")):
			rows++
		}
	}
	return max(bullets, rows-2)
}
