package outcome

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
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
	case workshop.ActivityBreakout, workshop.ActivityCanvas:
		r.line("This version of Convene has no form of its own for a %s; its notes are listed as they are.\n", a.Kind)
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
	}
}

// answered counts the answers of all runs of a round.
func (r *report) answered(activity workshop.RecordID) (answers, passed int) {
	for i := range r.v.Responses {
		resp := &r.v.Responses[i]
		switch {
		case r.index.activity[resp.Run] != activity:
		case resp.Pass:
			passed++
		default:
			answers++
		}
	}
	return answers, passed
}

// answers lists the answers of a round; those on a scale are only counted.
func (r *report) answers(run *workshop.RunView) {
	if run.Settings.On("spokenOnly", false) {
		r.line("This round was spoken; nothing was to be written down.\n")
	}
	secret := run.Settings.On("secret", false)
	var list []answer
	passed := 0
	for i := range r.v.Responses {
		resp := &r.v.Responses[i]
		switch {
		case resp.Run != run.ID:
		case resp.Pass:
			passed++
		default:
			a := answer{text: resp.Text, late: resp.Late, id: resp.ID}
			if !secret {
				a.who = r.people.of(resp.Person)
			}
			list = append(list, a)
		}
	}
	if secret && len(list) > 0 {
		r.line("Names are not shown with these answers. This is not anonymous: the session file records who answered what.\n")
	}
	slices.SortFunc(list, func(a, b answer) int {
		return cmp.Or(cmp.Compare(a.who, b.who), cmp.Compare(a.text, b.text), compareIDs(a.id, b.id))
	})
	switch {
	case len(list) == 0:
		r.line("No answers were written down.")
	case scale(run) && numbers(list):
		r.scaled(list)
	default:
		for _, a := range list {
			r.line("- %s%s%s", speaker(a.who), r.words(a.text, "  "), late(a.late))
		}
	}
	r.gap()
	if passed > 0 {
		r.line("%d passed, which is everybody's right.\n", passed)
	}
}

type answer struct {
	who, text string
	late      bool
	id        workshop.RecordID
}

func compareIDs(a, b workshop.RecordID) int {
	switch {
	case a.Less(b):
		return -1
	case b.Less(a):
		return 1
	}
	return 0
}

func speaker(who string) string {
	if who == "" {
		return ""
	}
	return who + ": "
}

func late(is bool) string {
	if is {
		return " (late)"
	}
	return ""
}

func scale(run *workshop.RunView) bool {
	a := run.Settings.Str("answer", "text")
	return a == "scale5" || a == "fist0-5"
}

func numbers(list []answer) bool {
	return !slices.ContainsFunc(list, func(a answer) bool { _, err := strconv.Atoi(strings.TrimSpace(a.text)); return err != nil })
}

// scaled counts answers on a scale, the highest first. Who gave which stays out of the report.
func (r *report) scaled(list []answer) {
	of := map[int]int{}
	for _, a := range list {
		n, _ := strconv.Atoi(strings.TrimSpace(a.text))
		of[n]++
	}
	steps := make([]int, 0, len(of))
	for n := range of {
		steps = append(steps, n)
	}
	slices.Sort(steps)
	slices.Reverse(steps)
	r.line("| Answer | People |")
	r.line("| --: | --: |")
	for _, n := range steps {
		r.line("| %d | %d |", n, of[n])
	}
}

// board is the activity whose notes an activity worked on.
func (r *report) board(a *workshop.ActivityView) workshop.RecordID {
	runs := r.index.runs[a.ID]
	return runs[len(runs)-1].Source
}

// sorted writes the clusters of a board, under the last activity that sorted it.
func (r *report) sorted(a *workshop.ActivityView) {
	board := r.board(a)
	if r.v.Activity(board) == nil {
		r.line("The notes that were sorted here are no longer on the agenda.\n")
		return
	}
	home := r.index.sorted[board]
	if home != a.ID {
		r.line("The notes were sorted again in %s, where they are listed.\n", r.link(home))
		return
	}
	whence := ""
	if link := r.link(board); link != "" {
		whence = " from " + link
	}
	r.line("%s%s.\n", r.sorting(board), whence)
	r.clusters(board)
}

func (r *report) clusters(board workshop.RecordID) {
	for _, c := range r.index.clusters[board] {
		name := r.title(c.Name)
		if name == "" {
			name = "(no name)"
		}
		r.heading(3, keyOf(c.ID), r.index.code[c.ID]+" "+name)
		notes := r.index.in(board, c.ID)
		words := count(len(notes), "note")
		if dots, voted := r.index.dots[c.ID]; voted {
			words += ", " + count(dots, "dot")
		}
		r.line("%s\n", words)
		r.bullets(notes)
	}
	if loose := r.index.in(board, workshop.RecordID{}); len(loose) > 0 {
		r.heading(3, looseKey(board), "Loose notes")
		r.line("%s in no cluster\n", count(len(loose), "note"))
		r.bullets(loose)
	}
}

func (r *report) bullets(notes []*workshop.NoteView) {
	for _, n := range notes {
		r.line("- %s%s%s", r.words(n.Text, "  "), r.by(n), late(n.Late))
	}
	if len(notes) > 0 {
		r.gap()
	}
}

// by credits the writer of a note, where the names of writers are shown.
func (r *report) by(n *workshop.NoteView) string {
	if n.Hidden {
		return ""
	}
	if who := r.people.of(n.Author); who != "" {
		return " (" + who + ")"
	}
	return ""
}

// ownBoard writes about the notes that an activity made, and lists them unless they are listed where they were sorted.
func (r *report) ownBoard(a *workshop.ActivityView) {
	notes := r.index.notes[a.ID]
	if a.Kind != workshop.ActivityBrainstorm && a.Kind != workshop.ActivityCanvas && len(notes) == 0 {
		return
	}
	if len(notes) == 0 {
		r.line("No notes were written.\n")
		return
	}
	r.line("%s. %s\n", count(len(notes), "note"), r.authorship(a, notes))
	if home, ok := r.index.sorted[a.ID]; ok && r.index.number[home] > 0 && home != a.ID {
		r.line("They are listed as they were sorted, in %s.\n", r.link(home))
		return
	}
	if len(r.index.clusters[a.ID]) > 0 {
		r.clusters(a.ID)
		return
	}
	r.bullets(r.index.in(a.ID, workshop.RecordID{}))
}

// authorship says truly who can know who wrote what.
func (r *report) authorship(a *workshop.ActivityView, notes []*workshop.NoteView) string {
	words := ""
	if a.Settings.Private(a.Kind) {
		words = "They were written in private and turned over together. "
	}
	if slices.ContainsFunc(notes, func(n *workshop.NoteView) bool { return n.Hidden }) {
		return words + "Names hidden on the board. Not anonymous: the session file records who wrote each note."
	}
	switch r.people.shown() {
	case ProfileNames:
		return words + "Writers are named."
	case ProfileInitials:
		return words + "Writers are shown by their initials."
	}
	return words + "Writers were named in the session; this copy has no names."
}

// written lists what was written down while people talked: by item, then by type.
func (r *report) written(a *workshop.ActivityView) {
	var items []workshop.RecordID
	of := map[workshop.RecordID][]*workshop.CaptureView{}
	for _, run := range r.index.runs[a.ID] {
		for _, o := range run.Options {
			if run.Kind == workshop.ActivityDiscuss && !slices.Contains(items, o.ID) {
				items = append(items, o.ID)
			}
		}
	}
	for i := range r.v.Captures {
		c := &r.v.Captures[i]
		if c.Activity != a.ID {
			continue
		}
		if !c.Item.Zero() && !slices.Contains(items, c.Item) {
			items = append(items, c.Item)
		}
		of[c.Item] = append(of[c.Item], c)
	}
	if len(of) == 0 {
		if a.Kind == workshop.ActivityDiscuss {
			r.line("Nothing was written down.\n")
		}
		return
	}
	none := workshop.RecordID{}
	for _, item := range items {
		r.line("On %s:\n", r.itemName(a, item))
		r.captures(of[item])
	}
	if len(items) > 0 && len(of[none]) > 0 {
		r.line("On the whole:\n")
	}
	if len(of[none]) > 0 {
		r.captures(of[none])
	}
}

func (r *report) captures(list []*workshop.CaptureView) {
	slices.SortStableFunc(list, func(a, b *workshop.CaptureView) int { return cmp.Compare(typeRank(a.Type), typeRank(b.Type)) })
	for _, c := range list {
		r.line("- %s: %s%s", r.typeWords(c.Type), r.words(c.Text, "  "), late(c.Late))
	}
	if len(list) == 0 {
		r.line("Nothing was written down on this.")
	}
	r.gap()
}

var types = []string{"insight", "question", "decision", "action", "parked"}

func typeRank(t string) int {
	if i := slices.Index(types, t); i >= 0 {
		return i
	}
	return len(types)
}

func (r *report) typeWords(t string) string {
	if slices.Contains(types, t) {
		return strings.ToUpper(t[:1]) + t[1:]
	}
	if t = r.title(t); t != "" {
		return t
	}
	return "Said"
}

// itemName links to what was discussed, or names it as it stood when the discussion opened.
func (r *report) itemName(a *workshop.ActivityView, item workshop.RecordID) string {
	for _, run := range r.index.runs[a.ID] {
		for _, o := range run.Options {
			if o.ID == item {
				return r.option(item, o.Text)
			}
		}
	}
	if link := r.link(item); link != "" {
		return link
	}
	return "something that was taken away"
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
