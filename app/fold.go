package app

import (
	"strings"
	"unicode"

	"golang.org/x/text/cases"
	"golang.org/x/text/runes"
	"golang.org/x/text/transform"
	"golang.org/x/text/unicode/norm"
)

// fold makes of a text what is compared in a search: without case, accents, vowel marks and the widths of letters, so that
// "Überblick", "UBERBLICK" and "uberblick" are one, and so are a word with and without its tashkil.
func fold(text string) string {
	text = cases.Fold().String(text)
	plain, _, err := transform.String(transform.Chain(norm.NFKD, runes.Remove(runes.In(unicode.Mn)), norm.NFKC), text)
	if err != nil {
		return text
	}
	return strings.Map(func(r rune) rune {
		switch r {
		case 'ـ': // tatweel only stretches a word
			return -1
		case 'ı':
			return 'i'
		}
		return r
	}, plain)
}
