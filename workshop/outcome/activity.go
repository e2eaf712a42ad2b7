package outcome

import (
	"fmt"
	"strings"

	"convene/workshop"
)

// activity writes one step as it ran, in the form of its kind.
func (r *report) activity(id workshop.RecordID) {
	a := r.v.Activity(id)
	r.heading(2, keyOf(id), r.activityTitle(id))
	if prompt := r.item(r.v.Prompt(a.Prompt), "> "); prompt != "" {
		r.line("> %s\n", prompt)
	}
	for i, run := range r.index.runs[id] {
		if i > 0 {
			r.line("Opened again (run %d):\n", i+1)
		}
		r.run(a, run)
	}
	switch a.Kind {
	case workshop.ActivityCluster:
		r.sorted(a)
	case workshop.ActivityCommit:
		r.agreement(a)
	}
	r.ownBoard(a)
	r.written(a)
}

// run writes what hangs on one opening of an activity.
func (r *report) run(a *workshop.ActivityView, run *workshop.RunView) {
	switch run.Kind {
	case workshop.ActivityRound:
		r.answers(run)
	case workshop.ActivityVote:
		r.vote(a, run)
	case workshop.ActivityBreakout:
		r.groups(run)
	}
}

// option shows an option in the words of its ballot, and leads to it.
func (r *report) option(id workshop.RecordID, text string) string {
	words := r.text(text)
	if words == "" {
		words = "(no name)"
	}
	switch {
	case r.index.code[id] != "":
		return r.to(keyOf(id), r.index.code[id]+" "+words)
	case r.index.noteNo[id] > 0:
		return r.to(keyAppendix, fmt.Sprintf("N%d", r.index.noteNo[id])) + " " + words
	}
	return words
}

// agreed returns the actions made in an activity.
func (r *report) agreed(activity workshop.RecordID) []*workshop.ActionView {
	var list []*workshop.ActionView
	for i := range r.v.Actions {
		if r.v.Actions[i].Activity == activity {
			list = append(list, &r.v.Actions[i])
		}
	}
	return list
}

func (r *report) agreement(a *workshop.ActivityView) {
	list := r.agreed(a.ID)
	if len(list) == 0 {
		r.line("No action was made here.\n")
		return
	}
	own, aloud := 0, 0
	codes := make([]string, len(list))
	for i, act := range list {
		codes[i] = fmt.Sprintf("A%d", act.Number)
		switch act.Accepted {
		case workshop.AcceptedYes:
			own++
		case workshop.AcceptedSpoken:
			aloud++
		}
	}
	r.line("%s: %s, listed under %s. Owners said yes on their own laptop to %d, aloud to %d.\n", count(len(list), "action"),
		strings.Join(codes, ", "), r.to(keyActions, "Actions"), own, aloud)
}
