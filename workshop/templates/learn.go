package templates

import (
	"slices"
	"strconv"
	"strings"
	"time"

	"convene/workshop"
)

func itoa(n int) string { return strconv.Itoa(n) }

// Learning is what one session tells the next that is made from the same template: how long its activities took, how people were,
// and what they said at the end. It names nobody.
type Learning struct {
	Session string   `json:"session"` // so that one session is learned from once
	Version int      `json:"version"` // of the template
	Date    string   `json:"date"`    // as 2026-12-04
	People  int      `json:"people"`
	Times   []Took   `json:"times"`
	Pulses  []Pulse  `json:"pulses"`
	Said    []string `json:"said"` // at the check-out, in no order that tells who
}

// Took is planned and real minutes of one activity; both in whole minutes.
type Took struct {
	Title   string `json:"title"`
	Planned int    `json:"planned"`
	Real    int    `json:"real"`
}

// Pulse is how the answers on a scale were spread.
type Pulse struct {
	Title   string `json:"title"`
	Answers int    `json:"answers"`
	Given   []int  `json:"given"` // ascending; none where fewer than four answered, because it would tell who did
}

// fewestShown is how many answers a pulse has before they are shown.
const fewestShown = 4

// mostSaid bounds what is kept of one check-out.
const mostSaid = 60

// Learn returns what a finished session teaches.
func Learn(v *workshop.View, version int) Learning {
	l := Learning{Session: v.Session.ID.String(), Version: version, People: peopleIn(v)}
	if v.Session.Started != 0 {
		l.Date = time.UnixMilli(v.Session.Started).UTC().Format(time.DateOnly)
	}
	hide := nameless(v)
	for i := range v.Activities {
		a := &v.Activities[i]
		took := 0
		for j := range v.Runs {
			r := &v.Runs[j]
			if r.Activity != a.ID || r.Ended == 0 {
				continue
			}
			took += int((r.Ended - r.Started - r.Paused + 30_000) / 60_000)
			l.hear(v, a, r, hide)
		}
		if a.State != workshop.RunNone {
			l.Times = append(l.Times, Took{Title: a.Title, Planned: a.Minutes, Real: took})
		}
	}
	slices.Sort(l.Said)
	l.Said = slices.Compact(l.Said)
	l.Said = l.Said[:min(len(l.Said), mostSaid)]
	return l
}

// hear takes in what people answered in a pulse or at the check-out.
func (l *Learning) hear(v *workshop.View, a *workshop.ActivityView, r *workshop.RunView, hide func(string) string) {
	if r.Kind != workshop.ActivityRound {
		return
	}
	scale := strings.HasPrefix(r.Settings.Str("answer", "text"), "scale") || strings.HasPrefix(r.Settings.Str("answer", "text"), "fist")
	p := Pulse{Title: a.Title}
	for i := range v.Responses {
		said := &v.Responses[i]
		if said.Run != r.ID || said.Pass {
			continue
		}
		if n, err := strconv.Atoi(said.Text); scale && err == nil {
			p.Given = append(p.Given, n)
		} else if a.Preset == "check-out" && said.Text != "" {
			l.Said = append(l.Said, hide(said.Text))
		}
	}
	for i := range v.Results {
		if res := &v.Results[i]; res.Run == r.ID {
			for _, row := range res.Rows {
				p.Given = append(p.Given, row.Given...)
			}
		}
	}
	if !scale {
		return
	}
	p.Answers = len(p.Given)
	slices.Sort(p.Given)
	if p.Answers < fewestShown {
		p.Given = nil
	}
	l.Pulses = append(l.Pulses, p)
}
