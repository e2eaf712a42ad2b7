package outcome

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"convene/workshop"
)

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
	for _, run := range r.index.runs[activity] {
		if res := r.index.results[run.ID]; res != nil && run.Kind == workshop.ActivityRound {
			answers += res.HandedIn
		}
	}
	return answers, passed
}

// answersOf lists the answers of a run in the order of names and words, which is not that of writing, and counts who passed.
func (r *report) answersOf(run *workshop.RunView) (list []answer, passed int) {
	secret := run.Settings.On("secret", false)
	for i := range r.v.Responses {
		resp := &r.v.Responses[i]
		switch {
		case resp.Run != run.ID:
		case resp.Pass:
			passed++
		default:
			a := answer{text: resp.Text, late: resp.Late, id: resp.ID}
			if !secret {
				a.who = r.people.credit(resp.Person, resp.Seat)
			}
			list = append(list, a)
		}
	}
	slices.SortFunc(list, func(a, b answer) int {
		return cmp.Or(cmp.Compare(a.who, b.who), cmp.Compare(a.text, b.text), compareIDs(a.id, b.id))
	})
	return list, passed
}

// answers lists the answers of a round; those on a scale are only counted.
func (r *report) answers(run *workshop.RunView) {
	if run.Settings.On("spokenOnly", false) {
		r.line("This round was spoken; nothing was to be written down.\n")
	}
	if res := r.index.results[run.ID]; res != nil {
		r.secretAnswers(run, res)
		return
	}
	list, passed := r.answersOf(run)
	if run.Settings.On("secret", false) && len(list) > 0 {
		r.line("Names are not shown with these answers. This is not anonymous: the session file records who answered what.\n")
	}
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

// secretAnswers are ballots: steps are counted, words stand in the order of the alphabet.
func (r *report) secretAnswers(run *workshop.RunView, res *workshop.Result) {
	r.line("%s\n", secrecy(&workshop.ActivityView{Settings: run.Settings}, run, res))
	r.line("%d of %d answered.\n", res.HandedIn, res.Eligible)
	if _, high := run.Settings.AnswerScale(); high > 0 && len(res.Rows) > 0 {
		r.scaleTable(run, res)
		r.gap()
		return
	}
	list := wordsIn(res)
	if len(list) == 0 {
		r.line("No answers were written down.\n")
		return
	}
	for _, text := range list {
		r.line("- %s", r.words(text, "  "))
	}
	r.gap()
}

// wordsIn are the words on the ballots of a secret round.
func wordsIn(res *workshop.Result) []string {
	var list []string
	for _, b := range res.Opened {
		list = append(list, b.Text)
	}
	for _, l := range res.Lines {
		list = append(list, l.Text)
	}
	list = slices.DeleteFunc(list, func(s string) bool { return s == "" })
	slices.Sort(list)
	return list
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
