package outcome

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// cleanName takes everything out of a name or a title that cannot be seen: controls, signs of no width, and signs that turn
// the direction of writing.
func cleanName(s string) string { return clean(s, false) }

// cleanText does the same for longer text, but leaves what scripts and emoji need: joiners, direction marks and tags.
func cleanText(s string) string { return clean(s, true) }

// lineEnds makes one kind of line end of the many.
var lineEnds = strings.NewReplacer("\r\n", "\n", "\r", "\n", "\u2028", "\n", "\u2029", "\n", "\u0085", "\n", "\t", " ")

func clean(s string, long bool) string {
	s = strings.ToValidUTF8(s, "\ufffd")
	s = lineEnds.Replace(s)
	return strings.Map(func(c rune) rune {
		switch {
		case c == '\n', long && needed(c):
			return c
		case unicode.IsControl(c), unseen(c):
			return -1
		}
		return c
	}, s)
}

// unseen reports signs of no width, and those that turn the direction of what follows.
func unseen(c rune) bool {
	switch {
	case c == 0xad, c == 0x34f, c == 0x61c, c == 0x180e, c == 0xfeff:
		return true
	case c >= 0x200b && c <= 0x200f, c >= 0x202a && c <= 0x202e, c >= 0x2060 && c <= 0x206f:
		return true
	}
	return c >= 0xfff9 && c <= 0xfffb || c >= 0xe0000 && c <= 0xe007f
}

// needed reports unseen signs without which words or emoji fall apart.
func needed(c rune) bool {
	return c >= 0x200c && c <= 0x200f || c == 0x61c || c >= 0xe0020 && c <= 0xe007f
}

// linesOf returns the lines of a text that say something, without space around them.
func linesOf(s string) []string {
	var kept []string
	for _, l := range strings.Split(s, "\n") {
		if l = strings.Join(strings.FieldsFunc(l, unicode.IsSpace), " "); l != "" {
			kept = append(kept, l)
		}
	}
	return kept
}

// oneLine joins the lines of a text.
func oneLine(s, with string) string { return strings.Join(linesOf(s), with) }

// escapeLine makes one line of text safe anywhere in Markdown: at the start of a line, in a heading, in a cell of a table, in a
// link. Signs are escaped only where they could mean something, so that the source stays readable.
func escapeLine(s string) string {
	var b strings.Builder
	for i, c := range s {
		if special(s, i, c) {
			b.WriteByte('\\')
		}
		b.WriteRune(c)
	}
	return b.String()
}

func special(s string, i int, c rune) bool {
	rest := s[i+utf8.RuneLen(c):]
	switch c {
	case '\\', '`', '*', '_', '{', '}', '[', ']', '<', '>', '#', '|', '~':
		return true
	case '&':
		return rest != "" && (rest[0] == '#' || letterOrDigit(rest[0]))
	case '@':
		return i > 0 && s[i-1] != ' ' && rest != "" && rest[0] != ' '
	case ':':
		return i == 0 || strings.HasPrefix(rest, "//")
	case '.', ')':
		return i > 0 && (strings.Trim(s[:i], "0123456789") == "" || c == '.' && strings.EqualFold(s[max(0, i-3):i], "www"))
	case '-', '+', '=':
		return i == 0
	}
	return false
}

func letterOrDigit(c byte) bool {
	return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9'
}

// unescape takes away what escapeLine put in.
func unescape(s string) string {
	var b strings.Builder
	for i := 0; i < len(s); i++ {
		if s[i] == '\\' && i+1 < len(s) {
			i++
		}
		b.WriteByte(s[i])
	}
	return b.String()
}
