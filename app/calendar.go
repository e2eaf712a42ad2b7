package app

import (
	"time"

	ical "github.com/arran4/golang-ical"

	"convene/workshop"
	"convene/workshop/outcome"
)

// calendarFile writes the actions that have a date as an iCalendar file: one
// entry of a whole day each, which takes no time from anybody. It has the same
// bytes on every laptop: its stamp is the session's, not the clock's.
func calendarFile(v *workshop.View, o outcome.Options) []byte {
	c := ical.NewCalendar()
	c.SetProductId("-//Convene//Record 1//EN")
	c.SetCalscale("GREGORIAN")
	c.SetMethod(ical.MethodPublish)
	stamp := time.UnixMilli(max(v.Session.Ended, v.Session.Started)).UTC()
	for _, entry := range outcome.CalendarEntries(v, o) {
		e := c.AddEvent(entry.ID)
		e.SetDtStampTime(stamp)
		e.SetAllDayStartAt(entry.Day)
		e.SetAllDayEndAt(entry.Day.AddDate(0, 0, 1))
		e.SetTimeTransparency(ical.TransparencyTransparent)
		e.SetSummary(entry.Summary)
		e.SetDescription(entry.About)
	}
	return []byte(c.Serialize(ical.WithNewLine("\r\n")))
}
