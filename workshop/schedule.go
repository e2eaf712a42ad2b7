package workshop

import (
	"cmp"
	"slices"
)

// SlotView is when a step of the agenda is, by the floor holder's clock: what has run as it ran, the rest laid out after it.
type SlotView struct {
	Activity   RecordID
	Start, End int64 // wall milliseconds; 0 while the session has not started
	RealMs     int64 // how long it ran without its pauses, all runs together; 0 while it has not run
	Skipped    bool
}

// SkippedState is what an activity says that the group left out.
const SkippedState = "skipped"

// Schedule lays the agenda out from what happened and what is planned; now is wall milliseconds by the floor holder's clock. A run over
// its time ends with the minute that runs. A change of the plan, or of a clock, moves all that comes later.
func (v *View) Schedule(now int64) []SlotView {
	slots := make([]SlotView, len(v.Activities))
	next := v.Session.Started
	for i := range v.Activities {
		a := &v.Activities[i]
		slot := SlotView{Activity: a.ID, Skipped: a.Skipped, RealMs: v.realMs(a.ID)}
		switch run := v.Run(a.Run); {
		case run != nil:
			slot.Start, slot.End = run.Started, run.endsAt(now)
			next = max(next, slot.End)
		case next != 0 && v.Session.State != SessionClosed:
			slot.Start, slot.End = next, next
			if !a.Skipped {
				slot.End += int64(a.Minutes) * 60_000
			}
			next = slot.End
		}
		slots[i] = slot
	}
	return slots
}

// realMs is how long an activity ran, without its pauses.
func (v *View) realMs(activity RecordID) (ms int64) {
	for i := range v.Runs {
		if r := &v.Runs[i]; r.Activity == activity && r.Ended != 0 {
			ms += max(0, r.Ended-r.Started-r.Paused)
		}
	}
	return ms
}

// endsAt is when a run ended, or will at the earliest.
func (r *RunView) endsAt(now int64) int64 {
	if r.State == RunClosed && r.Ended != 0 {
		return r.Ended
	}
	end := r.Started + int64(r.Planned+r.Extended)*1000 + r.Paused
	if r.PausedAt != 0 {
		end += wholeMinutes(max(0, now-r.PausedAt))
	}
	return end + wholeMinutes(max(0, now-end))
}

// wholeMinutes rounds milliseconds up to minutes.
func wholeMinutes(ms int64) int64 { return (ms + 59_999) / 60_000 * 60_000 }

// WarningCode says what a plan lacks. The window has words for each.
type WarningCode string

// The warnings. Those that begin with vote- keep a session from starting: they would stop it in the middle.
const (
	WarnNoSlack      WarningCode = "no-slack"      // Minutes: how many are to spare of what the session has
	WarnUnserved     WarningCode = "unserved"      // Outcome: no activity serves it
	WarnSameForm     WarningCode = "same-form"     // Activity, Minutes: so long without change of form
	WarnDoesNotFit   WarningCode = "does-not-fit"  // Minutes: over the end; Cuts
	WarnNoCommit     WarningCode = "no-commit"     // nothing says who does what
	WarnNoHosts      WarningCode = "no-hosts"      // Activity: hosts sort there, and no groups come before it
	WarnVoteQuestion WarningCode = "vote-question" // Activity: a vote without a question
	WarnVoteOptions  WarningCode = "vote-options"  // Activity: nothing before it gives it options
	WarnVoteRules    WarningCode = "vote-rules"    // Activity: dots that decide, a grid without two questions, an unknown method
)

// Warning is something that a plan lacks.
type Warning struct {
	Code     WarningCode
	Activity RecordID
	Outcome  RecordID
	Minutes  int
	Cuts     []Cut
}

// Cut is an activity that can be shortened, and by how many minutes.
type Cut struct {
	Activity RecordID
	Minutes  int
}

// Stops reports whether a session cannot start with this.
func (w Warning) Stops() bool {
	return w.Code == WarnVoteQuestion || w.Code == WarnVoteOptions || w.Code == WarnVoteRules
}

const (
	sameFormMinutes = 45 // people need another form after so long
	slackShare      = 15 // percent of the time that good plans leave free
	leastMinutes    = 2  // what is left of an activity that is shortened
)

// Warnings lists what the plan lacks, as it stands at a moment.
func (v *View) Warnings(now int64) []Warning {
	var list []Warning
	list = append(list, v.voteWarnings()...)
	list = append(list, v.timeWarnings(now)...)
	list = append(list, v.formWarnings()...)
	list = append(list, v.hostWarnings()...)
	for i := range v.Outcomes {
		if !v.served(v.Outcomes[i].ID) {
			list = append(list, Warning{Code: WarnUnserved, Outcome: v.Outcomes[i].ID})
		}
	}
	commits := slices.ContainsFunc(v.Activities, func(a ActivityView) bool { return a.Kind == ActivityCommit && !a.Skipped })
	if len(v.Activities) > 0 && !commits {
		list = append(list, Warning{Code: WarnNoCommit})
	}
	return list
}

// served reports whether an activity serves an outcome. One that names none serves all.
func (v *View) served(outcome RecordID) bool {
	return len(v.Activities) == 0 || slices.ContainsFunc(v.Activities, func(a ActivityView) bool {
		return !a.Skipped && (len(a.Serves) == 0 || slices.Contains(a.Serves, outcome))
	})
}

// hostWarnings names the sortings that are left to hosts where no groups come before: only facilitators would sort there.
func (v *View) hostWarnings() (list []Warning) {
	groups := len(v.Groups) > 0
	for i := range v.Activities {
		a := &v.Activities[i]
		groups = groups || a.Kind == ActivityBreakout && !a.Skipped
		if a.Kind == ActivityCluster && a.Settings.Sorters() == SortHosts && !groups && !a.Skipped && a.State != RunClosed {
			list = append(list, Warning{Code: WarnNoHosts, Activity: a.ID})
		}
	}
	return list
}

func (v *View) voteWarnings() []Warning {
	var list []Warning
	for i := range v.Activities {
		a := &v.Activities[i]
		if a.Kind != ActivityVote || a.Skipped || a.State == RunClosed {
			continue
		}
		switch {
		case a.Prompt == "":
			list = append(list, Warning{Code: WarnVoteQuestion, Activity: a.ID})
		case Supported(a.Kind, a.Settings) != nil:
			list = append(list, Warning{Code: WarnVoteRules, Activity: a.ID})
		case !v.mayHaveOptions(a):
			list = append(list, Warning{Code: WarnVoteOptions, Activity: a.ID})
		}
	}
	return list
}

// mayHaveOptions reports whether something in the plan before a vote can give it what it is on.
func (v *View) mayHaveOptions(a *ActivityView) bool {
	before := func(kinds ...ActivityKind) bool {
		for i := range v.Activities {
			if v.Activities[i].ID == a.ID {
				return false
			}
			if slices.Contains(kinds, v.Activities[i].Kind) && !v.Activities[i].Skipped {
				return true
			}
		}
		return false
	}
	switch {
	case a.Settings.Forecast():
		return len(v.openActions()) > 0 || before(ActivityCommit)
	}
	switch a.Settings.Options() {
	case OnQuestion, OnCharter, OnProposal:
		return true
	case OnSelection:
		return before(ActivityVote)
	case OnReports:
		return before(ActivityBreakout)
	case OnActions:
		return len(v.openActions()) > 0 || before(ActivityCommit)
	}
	return !a.Source.Zero() || len(v.Notes) > 0 || before(ActivityBrainstorm, ActivityCanvas, ActivityBreakout, ActivityCluster)
}

// timeWarnings compare the plan with the time that the session has.
func (v *View) timeWarnings(now int64) []Warning {
	if v.Session.Minutes == 0 {
		return nil
	}
	if v.Session.Started == 0 {
		sum := 0
		for i := range v.Activities {
			if !v.Activities[i].Skipped {
				sum += v.Activities[i].Minutes
			}
		}
		if spare := v.Session.Minutes - sum; sum > 0 && spare*100 < v.Session.Minutes*slackShare {
			return []Warning{{Code: WarnNoSlack, Minutes: spare}}
		}
		return nil
	}
	end := v.Session.Started
	for _, s := range v.Schedule(now) {
		end = max(end, s.End)
	}
	over := int(wholeMinutes(end-v.Session.Started-int64(v.Session.Minutes)*60_000) / 60_000)
	if over <= 0 || v.Session.State == SessionClosed {
		return nil
	}
	return []Warning{{Code: WarnDoesNotFit, Minutes: over, Cuts: v.Cuts(over)}}
}

// Cuts says which activities that have not begun can be shortened to win so many minutes: the longest first, none by more than half,
// and never what people promise and how they part.
func (v *View) Cuts(minutes int) []Cut {
	var cuts []Cut
	for i := range v.Activities {
		a := &v.Activities[i]
		kept := a.Kind == ActivityCommit || a.Preset == "check-out" || i == len(v.Activities)-1
		most := min(a.Minutes/2, a.Minutes-leastMinutes)
		if kept || a.Skipped || !a.Run.Zero() || most <= 0 {
			continue
		}
		cuts = append(cuts, Cut{Activity: a.ID, Minutes: most})
	}
	slices.SortStableFunc(cuts, func(a, b Cut) int { return cmp.Compare(b.Minutes, a.Minutes) })
	for i := range cuts {
		cuts[i].Minutes = min(cuts[i].Minutes, minutes)
		if minutes -= cuts[i].Minutes; minutes == 0 {
			return cuts[:i+1]
		}
	}
	return cuts
}

// formWarnings find where people sit in one form for too long.
func (v *View) formWarnings() []Warning {
	var list []Warning
	form, sum, first := "", 0, RecordID{}
	flush := func() {
		if sum >= sameFormMinutes {
			list = append(list, Warning{Code: WarnSameForm, Activity: first, Minutes: sum})
		}
	}
	for i := range v.Activities {
		a := &v.Activities[i]
		if a.Skipped {
			continue
		}
		if f := formOf(a); f != form || f == "" {
			flush()
			form, sum, first = f, 0, a.ID
		}
		sum += a.Minutes
		if form == "" {
			sum = 0
		}
	}
	flush()
	return list
}

// formOf is what people do with each other in an activity; empty for what changes its form by itself, and for breaks.
func formOf(a *ActivityView) string {
	switch a.Kind {
	case ActivityRound, ActivityDiscuss:
		return "talk"
	case ActivityBrainstorm, ActivityCluster, ActivityCanvas:
		return "notes"
	case ActivityBreakout:
		if f := a.Settings.Str("form", "fixed"); f != "fixed" {
			return ""
		}
		return "groups"
	case ActivityBrief:
		if a.Preset == "break" {
			return ""
		}
		return "listen"
	}
	return string(a.Kind)
}

// Unanswered lists what has to be dealt with before a session is closed: parked matters without a fate, and process points without
// an answer.
func (v *View) Unanswered() (parked []ParkedView, points []ProcessPointView) {
	for _, p := range v.Parked {
		if p.Fate == "" && !p.Carried {
			parked = append(parked, p)
		}
	}
	for _, p := range v.Points {
		if p.Answer == "" {
			points = append(points, p)
		}
	}
	return parked, points
}
