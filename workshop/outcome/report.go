// Package outcome writes what remains of a workshop: from the picture of a session to a report in Markdown, tables for
// spreadsheets, and a fingerprint that people read aloud.
//
// Use [Markdown] for the report, [NotesCSV] and [ActionsCSV] for tables, [Outline] for its headings, [Fingerprint] for six
// words of a digest and [SlugDate] for the name of its folder. Everything is a pure function of the view: laptops that hold
// the same session write the same bytes, whatever the hour or the time zone.
//
// What people wrote stays text: it can make no heading, table, link, picture or HTML. Hidden authors and secret ballots have no
// names in any profile. The package will never read a clock, a file or a preference of the one who asks.
package outcome

import (
	"crypto/sha256"
	"fmt"
	"strings"

	"convene/workshop"
)

// Profile says how people appear in a record.
type Profile string

// The profiles. With none, people's names are also taken out of what people wrote.
const (
	ProfileNames    Profile = "names"
	ProfileInitials Profile = "initials"
	ProfileNone     Profile = "none"
)

// Length says how much is in a report.
type Length string

// The lengths: everything, or what fits on a page: purpose, decisions, actions, open questions and what is parked.
const (
	LengthFull  Length = "full"
	LengthShort Length = "short"
)

// Options are the choices for a record. An unknown profile counts as none, an unknown length as full.
type Options struct {
	Profile Profile
	Length  Length
}

// Markdown writes the report of a session: front matter and body. The fingerprint in the front matter is that of the SHA-256
// of the body, see [Body]. Times stand in the front matter only, in UTC, because the log knows no time zone.
func Markdown(v *workshop.View, o Options) []byte { return newReport(v, o).markdown() }

func (r *report) markdown() []byte {
	r.out.Reset()
	r.anchors, r.slugs = map[string]string{}, slugs{}
	r.body()
	body := r.linked(r.out.String())
	r.print = Fingerprint(sha256.Sum256([]byte(body)))
	return []byte(r.front(r.print) + body)
}

// Body returns what follows the front matter of a report: the bytes that its fingerprint speaks of.
func Body(report []byte) []byte {
	rest, ok := strings.CutPrefix(string(report), "---\n")
	if !ok {
		return report
	}
	_, body, ok := strings.Cut(rest, "\n---\n\n")
	if !ok {
		return report
	}
	return []byte(body)
}

// report is one writing of a record: the view with its numbers, and the Markdown as it comes. Links are written before it is known
// whether their heading comes, so they are marked, and resolved at the end.
type report struct {
	v       *workshop.View
	short   bool
	people  people
	index   index
	cleaned map[string]string // texts as they are shown; each is asked for many times
	plans   map[workshop.RecordID]*boardPlan
	anchors map[string]string // by the key of the heading
	slugs   slugs
	out     strings.Builder
	print   [6]string // the fingerprint, once the report is written
}

func newReport(v *workshop.View, o Options) *report {
	return &report{
		v: v, short: o.Length == LengthShort, people: peopleOf(v, o), index: indexOf(v), cleaned: map[string]string{},
		plans: map[workshop.RecordID]*boardPlan{}, anchors: map[string]string{}, slugs: slugs{},
	}
}

func (r *report) body() {
	r.top()
	r.decisions()
	r.actions()
	r.questions()
	if r.short {
		r.parked()
		r.shortEnd()
		return
	}
	r.agenda()
	for _, id := range r.index.ran {
		r.activity(id)
	}
	r.strays()
	r.howItWent()
	r.parked()
	r.persons()
	r.aside()
	r.appendix()
}

func (r *report) length() Length {
	if r.short {
		return LengthShort
	}
	return LengthFull
}

// shortEnd says what a short report leaves out.
func (r *report) shortEnd() {
	r.line("This is the short form. The full record has the agenda as it ran, every vote, %s, and who was there.", count(len(r.v.Notes), "note"))
}

// heading writes a heading. key is by what links find it.
func (r *report) heading(level int, key, escaped string) {
	r.anchors[key] = r.slugs.next(unescape(escaped))
	r.line("%s %s\n", strings.Repeat("#", level), escaped)
}

// line writes a line of Markdown.
func (r *report) line(format string, args ...any) {
	fmt.Fprintf(&r.out, format+"\n", args...)
}

// gap ends a list, a table or a paragraph.
func (r *report) gap() { r.out.WriteByte('\n') }

// Marks around a link that is not resolved yet. No text has them: control signs are taken out of all of them.
const (
	linkBegin = '\x00'
	linkWords = '\x01'
	linkEnd   = '\x02'
)

// to links escaped words to a heading; without the heading only the words are left.
func (r *report) to(key, escaped string) string {
	return string(linkBegin) + key + string(linkWords) + escaped + string(linkEnd)
}

// linked resolves the links of a text that is complete.
func (r *report) linked(s string) string {
	var b strings.Builder
	b.Grow(len(s))
	for {
		begin := strings.IndexByte(s, linkBegin)
		if begin < 0 {
			b.WriteString(s)
			return b.String()
		}
		b.WriteString(s[:begin])
		link, rest, _ := strings.Cut(s[begin+1:], string(linkEnd))
		key, escaped, _ := strings.Cut(link, string(linkWords))
		if anchor := r.anchors[key]; anchor != "" {
			b.WriteString("[" + escaped + "](#" + anchor + ")")
		} else {
			b.WriteString(escaped)
		}
		s = rest
	}
}

// shown is what people wrote as a record shows it: without unseen signs, and without names where the profile has none.
func (r *report) shown(s string) string {
	if done, ok := r.cleaned[s]; ok {
		return done
	}
	done := r.people.redact(cleanText(s))
	if r.cleaned != nil {
		r.cleaned[s] = done
	}
	return done
}

// text returns one line of what people wrote, as Markdown that is nothing but text.
func (r *report) text(s string) string {
	return escapeLine(oneLine(r.shown(s), " / "))
}

// must is text for what cannot be left out.
func (r *report) must(s string) string {
	if s = r.text(s); s == "" {
		return "(no words)"
	}
	return s
}

// title is text for names and titles: nothing invisible is left in it.
func (r *report) title(s string) string {
	return escapeLine(oneLine(r.people.redact(cleanName(s)), " "))
}

// brief is title, cut after some 60 characters: for links.
func (r *report) brief(s string) string {
	s = oneLine(r.people.redact(cleanName(s)), " ")
	const most = 60
	if chars := []rune(s); len(chars) > most {
		s = strings.TrimRight(string(chars[:most-1]), " ") + "…"
	}
	return escapeLine(s)
}

// item returns what people wrote as the content of a bullet: further lines are indented and stay lines.
func (r *report) item(s, indent string) string {
	var b strings.Builder
	for i, l := range linesOf(r.shown(s)) {
		if l = escapeLine(l); i > 0 {
			b.WriteString(hardBreak(b.String()) + "\n" + indent)
		}
		b.WriteString(l)
	}
	return b.String()
}

// hardBreak keeps lines apart: a backslash, which can be seen in the source, or two spaces where a backslash stands already.
func hardBreak(before string) string {
	if strings.HasSuffix(before, `\`) {
		return "  "
	}
	return `\`
}

// words is item for what cannot be left out.
func (r *report) words(s, indent string) string {
	if s = r.item(s, indent); s == "" {
		return "(no words)"
	}
	return s
}

// count says how many there are of something.
func count(n int, of string) string {
	if n == 1 {
		return "1 " + of
	}
	if strings.HasSuffix(of, "y") {
		return fmt.Sprintf("%d %sies", n, strings.TrimSuffix(of, "y"))
	}
	return fmt.Sprintf("%d %ss", n, of)
}

// sentence puts a full stop behind words that have no end yet.
func sentence(escaped string) string {
	if escaped == "" || strings.ContainsAny(escaped[len(escaped)-1:], ".?!:") || strings.HasSuffix(escaped, "…") {
		return escaped
	}
	return escaped + "."
}
