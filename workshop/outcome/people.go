package outcome

import (
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"convene/workshop"
)

// people are the names by which a report calls people.
type people struct {
	profile Profile
	label   map[workshop.Person]string // unescaped; empty with profile none
	secret  []string                   // words that profile none takes out of texts, the longest first
}

// left stands in texts for a name that was taken out.
const left = "(name)"

func peopleOf(v *workshop.View, o Options) people {
	p := people{profile: o.Profile, label: map[workshop.Person]string{}}
	taken := map[string]int{}
	for i, person := range v.People {
		name := oneLine(cleanName(person.Name), " ")
		switch o.Profile {
		case ProfileNames:
			if name == "" {
				name = fmt.Sprintf("Guest %d", i+1)
			}
		case ProfileInitials:
			name = initials(name)
		default:
			p.secret = append(p.secret, parts(name)...)
			continue
		}
		if taken[strings.ToLower(name)]++; taken[strings.ToLower(name)] > 1 {
			name = fmt.Sprintf("%s (%d)", name, taken[strings.ToLower(name)])
		}
		p.label[person.Person] = name
	}
	slices.SortFunc(p.secret, func(a, b string) int {
		if len(a) != len(b) {
			return len(b) - len(a)
		}
		return strings.Compare(a, b)
	})
	p.secret = slices.Compact(p.secret)
	return p
}

// of names somebody: escaped, and empty where the profile gives no names.
func (p people) of(who workshop.Person) string {
	if p.profile != ProfileNames && p.profile != ProfileInitials {
		return ""
	}
	if name := p.label[who]; name != "" {
		return escapeLine(name)
	}
	return "somebody"
}

// initials takes the first letter of each word, at most three.
func initials(name string) string {
	var b strings.Builder
	for _, w := range strings.Fields(name) {
		if c, _ := utf8.DecodeRuneInString(w); unicode.IsLetter(c) && utf8.RuneCountInString(b.String()) < 3 {
			b.WriteRune(unicode.ToUpper(c))
		}
	}
	if b.Len() == 0 {
		return "?"
	}
	return b.String()
}

// parts returns a name and those of its words that are long enough to be nothing else.
func parts(name string) []string {
	var list []string
	if name != "" {
		list = append(list, name)
	}
	for _, w := range strings.FieldsFunc(name, func(c rune) bool { return !wordRune(c) }) {
		if utf8.RuneCountInString(w) >= 3 {
			list = append(list, w)
		}
	}
	return list
}

func wordRune(c rune) bool { return unicode.In(c, unicode.L, unicode.M, unicode.Nd) }

// redact takes people's names out of a text, where they stand as words.
func (p people) redact(s string) string {
	for _, name := range p.secret {
		s = withoutWord(s, name)
	}
	return s
}

func withoutWord(s, word string) string {
	var b strings.Builder
	for {
		i := strings.Index(s, word)
		if i < 0 {
			return b.String() + s
		}
		end := i + len(word)
		before, _ := utf8.DecodeLastRuneInString(b.String() + s[:i])
		after, _ := utf8.DecodeRuneInString(s[end:])
		b.WriteString(s[:i])
		if wordRune(before) || wordRune(after) {
			b.WriteString(word)
		} else {
			b.WriteString(left)
		}
		s = s[end:]
	}
}
