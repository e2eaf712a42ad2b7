package app

import (
	"strings"
	"testing"

	"convene/workshop"
	"convene/workshop/outcome"

	goical "github.com/emersion/go-ical"
	"pgregory.net/rapid"
)

func TestTheCalendarHasTheActionsThatHaveADate(t *testing.T) {
	v := &workshop.View{
		Session: workshop.SessionView{Title: "Clean water; pilot", Started: 1_764_000_000_000},
		People:  []workshop.PersonView{{Person: workshop.Person{1}, Name: "أمل", Role: workshop.RoleParticipant}},
		Actions: []workshop.ActionView{
			{Number: 1, What: "Order six, or more; kits\nsoon", Due: "2026-12-04", FirstStep: "call\\write"},
			{Number: 2, What: "Nobody knows when"},
			{Number: 3, What: strings.Repeat("اكتب البروتوكول ", 20), Due: "2026-02-28", Owner: workshop.Person{1}},
			{Number: 4, What: "No such day", Due: "2026-02-30"},
		},
	}
	events := secondReader(t, calendarFile(v, outcome.Options{Profile: outcome.ProfileNames}))
	if len(events) != 2 {
		t.Fatalf("%d entries, want 2", len(events))
	}
	for i, want := range []struct{ summary, day string }{
		{"A1 Order six, or more; kits / soon", "2026-12-04"},
		{"A3 أمل: " + strings.TrimSpace(strings.Repeat("اكتب البروتوكول ", 20)), "2026-02-28"},
	} {
		got, err := events[i].Props.Text(goical.PropSummary)
		if err != nil || got != want.summary {
			t.Errorf("entry %d is %q, want %q (%v)", i+1, got, want.summary, err)
		}
		day, err := events[i].DateTimeStart(nil)
		if err != nil || day.Format("2006-01-02") != want.day {
			t.Errorf("entry %d is on %v, want %s (%v)", i+1, day, want.day, err)
		}
	}
	if about, err := events[0].Props.Text(goical.PropDescription); err != nil || about != "Session: Clean water; pilot\nFirst step: call\\write" {
		t.Errorf("about it: %q (%v)", about, err)
	}
}

// secondReader reads a calendar with another library than the one that wrote it.
func secondReader(t interface {
	Helper()
	Fatalf(string, ...any)
}, ics []byte,
) []goical.Event {
	t.Helper()
	for _, line := range strings.Split(string(ics), "\r\n") {
		if len(line) > 75 || strings.ContainsAny(line, "\r\n") {
			t.Fatalf("a line of %d bytes, or with a lone line end: %q", len(line), line)
		}
	}
	if !strings.Contains(string(ics), "BEGIN:VEVENT") {
		return nil // a calendar without entries, which that library takes for none
	}
	c, err := goical.NewDecoder(strings.NewReader(string(ics))).Decode()
	if err != nil {
		t.Fatalf("%v in\n%s", err, ics)
	}
	return c.Events()
}

func TestACalendarIsReadWhateverPeopleWrote(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a := workshop.ActionView{Number: 1, Due: "2026-12-04", What: rapid.String().Draw(t, "what"), FirstStep: rapid.String().Draw(t, "step")}
		v := &workshop.View{Actions: []workshop.ActionView{a}, Session: workshop.SessionView{Title: rapid.String().Draw(t, "title")}}
		o := outcome.Options{Profile: outcome.ProfileNames}
		events := secondReader(t, calendarFile(v, o))
		if len(events) != 1 {
			t.Fatalf("%d entries", len(events))
		}
		if got, err := events[0].Props.Text(goical.PropSummary); err != nil || got != outcome.CalendarEntries(v, o)[0].Summary {
			t.Fatalf("%q was read as %q (%v)", outcome.CalendarEntries(v, o)[0].Summary, got, err)
		}
	})
}
