package frontend

import (
	"embed"
	"strings"
)

//go:embed src/words/*.ftl
var catalogues embed.FS

// Words returns the messages of one line in a language's catalogue, by their names. It reports false for a language that has no
// catalogue; language is a code such as "de".
func Words(language string) (map[string]string, bool) {
	if strings.ContainsAny(language, "./\\") {
		return nil, false
	}
	text, err := catalogues.ReadFile("src/words/" + language + ".ftl")
	if err != nil {
		return nil, false
	}
	words := map[string]string{}
	for line := range strings.Lines(string(text)) {
		name, value, ok := strings.Cut(strings.TrimRight(line, "\r\n"), " = ")
		if ok && isName(name) {
			words[name] = value
		}
	}
	return words, true
}

// isName reports the name of a message: small letters, digits and dashes.
func isName(name string) bool {
	return name != "" && strings.Trim(name, "abcdefghijklmnopqrstuvwxyz0123456789-") == ""
}
