package outcome

import (
	"cmp"
	"fmt"
	"regexp"
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
	names   *regexp.Regexp             // what profile none takes out of texts; nil for nothing
	seat    map[workshop.RecordID]string
	takes   map[workshop.Person]bool // who takes part: everybody but observers and those who were removed
}

// left stands in texts for a name that was taken out.
const left = "(name)"

func peopleOf(v *workshop.View, o Options) people {
	p := people{profile: o.Profile, label: map[workshop.Person]string{}, takes: map[workshop.Person]bool{}}
	taken, secret := map[string]int{}, []string(nil)
	for i, person := range v.People {
		if person.Role <= workshop.RoleParticipant {
			p.takes[person.Person] = true
		}
		name := oneLine(cleanName(person.Name), " ")
		switch o.Profile {
		case ProfileNames:
			if name == "" {
				name = fmt.Sprintf("Guest %d", i+1)
			}
		case ProfileInitials:
			name = initials(name)
		default:
			secret = append(secret, parts(name)...)
			continue
		}
		p.label[person.Person] = told(name, taken)
	}
	p.names = anyOf(append(secret, p.addSeats(v, taken)...))
	return p
}

// told tells people of one name apart.
func told(name string, taken map[string]int) string {
	key := strings.ToLower(name)
	if taken[key]++; taken[key] > 1 {
		return fmt.Sprintf("%s (%d)", name, taken[key])
	}
	return name
}

// anyOf matches each of some words, the longest first.
func anyOf(words []string) *regexp.Regexp {
	if len(words) == 0 {
		return nil
	}
	slices.SortFunc(words, func(a, b string) int { return cmp.Or(len(b)-len(a), strings.Compare(a, b)) })
	for i, w := range words {
		words[i] = regexp.QuoteMeta(w)
	}
	return regexp.MustCompile("(?i)" + strings.Join(slices.Compact(words), "|"))
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
	if utf8.RuneCountInString(name) > 1 {
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

// redact takes people's names out of a text, where they stand as words, in capitals or not.
func (p people) redact(s string) string {
	if p.names == nil {
		return s
	}
	var b strings.Builder
	for at := 0; at < len(s); {
		m := p.names.FindStringIndex(s[at:])
		if m == nil {
			return b.String() + s[at:]
		}
		from, to := at+m[0], at+m[1]
		if insideWord(s, from, to) {
			_, size := utf8.DecodeRuneInString(s[from:])
			b.WriteString(s[at : from+size])
			at = from + size
			continue
		}
		b.WriteString(s[at:from] + left)
		at = to
	}
	return b.String()
}

// insideWord reports whether s[from:to] is only a part of a word.
func insideWord(s string, from, to int) bool {
	first, _ := utf8.DecodeRuneInString(s[from:])
	last, _ := utf8.DecodeLastRuneInString(s[:to])
	before, _ := utf8.DecodeLastRuneInString(s[:from])
	after, _ := utf8.DecodeRuneInString(s[to:])
	return joined(before, first) && !unicode.In(first, unicode.Arabic, unicode.Hebrew) || joined(last, after)
}

// joined reports whether two neighbours belong to one word. Scripts that put no space between words are never sure, and
// Arabic and Hebrew write small words together with the next: there a name is taken out rather than left.
func joined(a, b rune) bool {
	return wordRune(a) && wordRune(b) && !unicode.In(a, spaceless...) && !unicode.In(b, spaceless...)
}

var spaceless = []*unicode.RangeTable{
	unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Thai, unicode.Lao, unicode.Khmer, unicode.Myanmar,
}
