package outcome

import (
	"encoding/base64"
	"fmt"
	"strings"
	"time"

	"convene/workshop"
)

// CalendarEntry is an action on the day on which it is due, as plain text.
type CalendarEntry struct {
	ID             string // the same for one action in every export
	Summary, About string
	Day            time.Time // midnight UTC of the day
}

// CalendarEntries lists the actions that have a date, in their order. Those without a date are in no calendar.
func CalendarEntries(v *workshop.View, o Options) []CalendarEntry {
	r := newReport(v, o)
	var list []CalendarEntry
	for i := range v.Actions {
		if day, err := time.Parse(time.DateOnly, v.Actions[i].Due); err == nil {
			list = append(list, r.entry(&v.Actions[i], day))
		}
	}
	return list
}

func (r *report) entry(a *workshop.ActionView, day time.Time) CalendarEntry {
	what := r.plain(a.What)
	if what == "" {
		what = "(no words)"
	}
	if who := r.ownerLabel(a); who != "" {
		what = who + ": " + what
	}
	var about []string
	parts := append([]detail{{"Session", r.v.Session.Title}}, r.details(a)...)
	for _, part := range append(parts, detail{"State", a.State}) {
		if words := r.plain(part.text); words != "" {
			about = append(about, part.what+": "+words)
		}
	}
	session := base64.RawURLEncoding.EncodeToString(r.v.Session.ID.Change[:16])
	return CalendarEntry{
		ID: fmt.Sprintf("%s-a%d@convene", session, a.Number), Day: day,
		Summary: fmt.Sprintf("A%d %s", a.Number, what), About: strings.Join(about, "\n"),
	}
}

// plain is one line of what people wrote, for files that are no Markdown.
func (r *report) plain(s string) string { return oneLine(r.shown(s), " / ") }
