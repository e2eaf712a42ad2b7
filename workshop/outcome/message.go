package outcome

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"convene/workshop"
)

// MessageLength is the most characters that [Message] writes.
const MessageLength = 1000

// Message writes what came out as plain text for messengers: at most [MessageLength] characters, with each decision, and each
// action with its owner and date. It has no signs of Markdown. What people wrote is shortened until all of it fits; where even
// that is too long, the message says how many are missing.
func Message(v *workshop.View, o Options) string {
	return newReport(v, o).fitMessage()
}

func (r *report) fitMessage() string {
	short := ""
	for _, most := range []int{400, 200, 140, 100, 80, 60, 48, 40, 32, 26, 20} {
		short = r.message(most, -1)
		if utf8.RuneCountInString(short) <= MessageLength {
			return short
		}
	}
	for left := len(r.v.Actions) + len(r.decided()); left >= 0; left-- {
		if short = r.message(20, left); utf8.RuneCountInString(short) <= MessageLength {
			return short
		}
	}
	return cut(short, MessageLength)
}

// decided lists all decisions in the order of the report: those that were made, then those written down in talk.
func (r *report) decided() []string {
	var list []string
	for _, d := range r.v.Decisions {
		list = append(list, r.plain(d.Text))
	}
	for _, c := range r.captured("decision") {
		list = append(list, r.plain(c.Text))
	}
	return list
}

// message writes with texts of at most so many characters, and at most so many lines of decisions and actions; all for -1.
func (r *report) message(most, lines int) string {
	var b strings.Builder
	put := func(format string, args ...any) { fmt.Fprintf(&b, format+"\n", args...) }
	title := r.plain(r.v.Session.Title)
	if title == "" {
		title = "A workshop"
	}
	put("%s", cut(title, max(most, 60)))
	if when := strings.TrimSpace(date(&r.v.Session)); when != "" {
		put("%s, %s took part", when, r.peopleWords())
	}
	taken, missing := 0, 0
	room := func() bool {
		if taken++; lines >= 0 && taken > lines {
			missing++
			return false
		}
		return true
	}
	if list := r.decided(); len(list) > 0 {
		put("\nDecided:")
		for _, text := range list {
			if room() {
				put("• %s", plainWords(text, most))
			}
		}
	}
	if len(r.v.Actions) > 0 {
		put("\nTo do:")
	}
	for i := range r.v.Actions {
		if a := &r.v.Actions[i]; room() {
			put("• %s – %s, %s", plainWords(r.plain(a.What), most), r.ownerWords(a), r.dueWords(a))
		}
	}
	if missing > 0 {
		put("… and %d more in the record", missing)
	}
	if b.Len() > 0 && len(r.decided())+len(r.v.Actions) == 0 {
		put("\nNothing was decided and no action was agreed yet.")
	}
	if open := len(r.captured("question")); open > 0 {
		put("\n%s in the record.", upperFirst(count(open, "open question")))
	}
	return strings.TrimRight(b.String(), "\n") + "\n"
}

func (r *report) peopleWords() string {
	if n := r.took(); n != 1 {
		return fmt.Sprintf("%d people", n)
	}
	return "1 person"
}

func (r *report) ownerWords(a *workshop.ActionView) string {
	if a.Owner.Zero() {
		return "nobody yet"
	}
	if name := r.ownerLabel(a); name != "" {
		return name
	}
	return "somebody"
}

func (r *report) dueWords(a *workshop.ActionView) string {
	if due := r.plain(a.Due); due != "" {
		return "by " + due
	}
	return "no date"
}

// plainWords shortens a text and takes out what a messenger would read as Markdown.
func plainWords(s string, most int) string {
	s = oneLine(strings.NewReplacer("*", "", "_", " ", "`", "'", "~", "", "#", "").Replace(s), " ")
	if s == "" {
		return "(no words)"
	}
	return cut(s, most)
}

// cut shortens a text to so many characters.
func cut(s string, most int) string {
	if chars := []rune(s); len(chars) > most {
		return strings.TrimRight(string(chars[:most-1]), " ") + "…"
	}
	return s
}

func upperFirst(s string) string {
	for i, c := range s {
		return strings.ToUpper(string(c)) + s[i+utf8.RuneLen(c):]
	}
	return s
}
