package outcome

import (
	"fmt"
	"strings"

	"convene/workshop"
)

// agenda compares what was planned with what happened: first what ran, in that order, then what did not.
func (r *report) agenda() {
	r.heading(2, "agenda", "Agenda")
	if len(r.v.Activities) == 0 {
		r.line("Nothing was planned.\n")
		return
	}
	r.line("| # | Activity | Kind | Planned | Real | Result |")
	r.line("| --: | --- | --- | --: | --: | --- |")
	for i, id := range r.index.ran {
		a := r.v.Activity(id)
		r.line("| %d | %s | %s | %s | %s | %s |", i+1, r.to(keyOf(id), r.name(a)), r.form(a), r.planned(a), r.real(id), r.result(a))
	}
	for i := range r.v.Activities {
		a := &r.v.Activities[i]
		if r.index.number[a.ID] == 0 {
			r.line("| – | %s | %s | %s | – | did not run |", r.name(a), r.form(a), r.planned(a))
		}
	}
	r.gap()
	if n := r.offAgenda(); n > 0 {
		r.line("Not in this table: %s that ran and was then taken off the agenda; answers and ballots given there are not listed.\n", count(n, "activity"))
	}
}

// name is the title of an activity, or what it is when it has none.
func (r *report) name(a *workshop.ActivityView) string {
	if title := r.title(a.Title); title != "" {
		return title
	}
	return r.form(a)
}

// form says what an activity is, in the words of the workshop.
func (r *report) form(a *workshop.ActivityView) string {
	if preset := r.title(a.Preset); preset != "" {
		return preset
	}
	if a.Kind == workshop.ActivityVote && a.Settings.Forecast() {
		return "forecast"
	}
	if a.Kind == workshop.ActivityVote {
		if m := r.title(a.Settings.Str("method", "dots")); m != "dots" && m != "" {
			return m + " vote"
		}
		return "dot vote"
	}
	if kind := r.title(string(a.Kind)); kind != "" {
		return kind
	}
	return "activity"
}

// planned is what the agenda gave, with what was added or taken while it ran.
func (r *report) planned(a *workshop.ActivityView) string {
	words := fmt.Sprintf("%d min", a.Minutes)
	if a.Minutes == 0 {
		words = "no clock"
	}
	extended := 0
	for _, run := range r.index.runs[a.ID] {
		extended += run.Extended
	}
	if m := roundMinutes(int64(extended) * 1000); m > 0 {
		words += fmt.Sprintf(" + %d", m)
	} else if m < 0 {
		words += fmt.Sprintf(" − %d", -m)
	}
	return words
}

func roundMinutes(ms int64) int64 {
	if ms < 0 {
		return -roundMinutes(-ms)
	}
	return (ms + 30_000) / 60_000
}

// used is how long an activity ran without its pauses, and whether it still runs.
func (r *report) used(id workshop.RecordID) (ms int64, open bool) {
	for _, run := range r.index.runs[id] {
		if run.Ended == 0 {
			open = true
			continue
		}
		ms += max(0, run.Ended-run.Started-run.Paused)
	}
	return ms, open
}

func (r *report) real(id workshop.RecordID) string {
	ms, open := r.used(id)
	if open {
		return "still open"
	}
	words := minutes(ms)
	if n := len(r.index.runs[id]); n > 1 {
		words += fmt.Sprintf(" in %d runs", n)
	}
	return words
}

func minutes(ms int64) string {
	if ms < 30_000 {
		return "under 1 min"
	}
	return fmt.Sprintf("%d min", roundMinutes(ms))
}

// minutes adds up what was planned and what was used.
func (r *report) minutes() (planned, real string) {
	sum, ms := 0, int64(0)
	for i := range r.v.Activities {
		sum += r.v.Activities[i].Minutes
	}
	for _, id := range r.index.ran {
		m, _ := r.used(id)
		ms += m
	}
	return fmt.Sprintf("%d min", sum), minutes(ms)
}

// result says in a few words what an activity gave.
func (r *report) result(a *workshop.ActivityView) string {
	switch a.Kind {
	case workshop.ActivityBrief:
		return r.briefed(a)
	case workshop.ActivityBreakout:
		return r.groupsResult(a)
	case workshop.ActivityCanvas:
		return count(len(r.lying(a.ID)), "note")
	case workshop.ActivityRound:
		answers, passed := r.answered(a.ID)
		if passed == 0 {
			return count(answers, "answer")
		}
		return fmt.Sprintf("%s, %d passed", count(answers, "answer"), passed)
	case workshop.ActivityCluster:
		return r.sorting(a, r.board(a))
	case workshop.ActivityVote:
		return r.turnout(a)
	case workshop.ActivityDiscuss:
		n := 0
		for _, c := range r.v.Captures {
			if c.Activity == a.ID {
				n++
			}
		}
		return fmt.Sprintf("%d written down", n)
	case workshop.ActivityCommit:
		return count(len(r.agreed(a.ID)), "action")
	}
	return count(len(r.index.notes[a.ID]), "note")
}

// briefed says what a brief showed, and counts who said that they are ready, where that was asked.
func (r *report) briefed(a *workshop.ActivityView) string {
	var parts []string
	switch a.Settings.Prefill() {
	case workshop.PrefillCharter:
		parts = append(parts, "the charter was shown")
	case workshop.PrefillPrevious:
		parts = append(parts, "what the session before left open was shown")
	}
	if ready, _ := r.answered(a.ID); ready > 0 {
		parts = append(parts, fmt.Sprintf("%d ready", ready))
	}
	if len(parts) == 0 {
		return "–"
	}
	return strings.Join(parts, ", ")
}

// groupsResult counts the groups of the last run and what they brought back.
func (r *report) groupsResult(a *workshop.ActivityView) string {
	runs := r.index.runs[a.ID]
	groups := r.index.groups[runs[len(runs)-1].ID]
	words := count(len(groups), "group")
	if n := len(r.index.notes[a.ID]); n > 0 {
		words += ", " + count(n, "note") + " brought back"
	}
	reports := 0
	for _, g := range groups {
		reports += one(len(g.Report) > 0)
	}
	if reports > 0 {
		words += ", " + count(reports, "report")
	}
	return words
}

// sorting says how far a board is sorted: how many of its notes were made of several, or in how many clusters they lie.
func (r *report) sorting(a *workshop.ActivityView, board workshop.RecordID) string {
	if a.Settings.Merging() && len(r.index.clusters[board]) == 0 {
		notes, merged := r.index.notes[board], 0
		for _, n := range notes {
			merged += one(len(n.Credits) > 0)
		}
		return fmt.Sprintf("%s, %d of them made of several", count(len(notes), "note"), merged)
	}
	words := count(len(r.index.clusters[board]), "cluster")
	loose := len(r.index.in(board, workshop.RecordID{}))
	return words + ", " + count(loose, "loose note")
}

// turnout of the last run of a vote.
func (r *report) turnout(a *workshop.ActivityView) string {
	runs := r.index.runs[a.ID]
	run := runs[len(runs)-1]
	res := r.index.results[run.ID]
	if res == nil {
		return "not counted yet"
	}
	words := fmt.Sprintf("%d of %d voted", res.HandedIn, res.Eligible)
	if res.Hands {
		words = fmt.Sprintf("%d hands counted", res.Counted)
	}
	switch {
	case res.Verdict == workshop.VerdictDecided:
		return words + ", decided: " + r.index.decision[run.ID]
	case res.Verdict == workshop.VerdictObjections:
		return words + ", objections"
	case res.Method == workshop.MethodScale && len(res.Rows) == 1:
		return words + ", median " + hundredths(res.Rows[0].Median)
	case !ranks(res):
		return words
	}
	if len(res.Rows) > 0 && res.Rows[0].Voters > 0 {
		first := r.index.code[res.Rows[0].Option]
		if first == "" {
			first = r.brief(res.Rows[0].Text)
			if first == "" {
				first = "an option without words"
			}
		}
		if res.Tie {
			return words + ", first place shared"
		}
		return words + ", first: " + first
	}
	return words
}
