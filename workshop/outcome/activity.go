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
	r.ink(a.ID)
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
		return fmt.Sprintf("N%d %s", r.index.noteNo[id], words)
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
	for _, act := range list {
		switch act.Accepted {
		case workshop.AcceptedYes:
			own++
		case workshop.AcceptedSpoken:
			aloud++
		}
	}
	r.line("%s: %s, listed under %s. %s\n", count(len(list), "action"), codesOf(list), r.to(keyActions, "Actions"), yesWords(len(list), own, aloud))
}

// codesOf names actions: "A1 to A8" where they follow each other.
func codesOf(list []*workshop.ActionView) string {
	first, last := list[0].Number, list[len(list)-1].Number
	if last-first == len(list)-1 && len(list) > 2 {
		return fmt.Sprintf("A%d to A%d", first, last)
	}
	codes := make([]string, len(list))
	for i, a := range list {
		codes[i] = fmt.Sprintf("A%d", a.Number)
	}
	return strings.Join(codes, ", ")
}

// yesWords say how many owners said yes, and how.
func yesWords(of, own, aloud int) string {
	words := fmt.Sprintf("%d of %d have their owner's yes", own+aloud, of)
	if own+aloud == of {
		words = "All have their owner's yes"
		if of == 1 {
			words = "It has its owner's yes"
		}
	}
	if aloud > 0 {
		words += fmt.Sprintf(", %d of them said aloud", aloud)
	}
	return words + "."
}
