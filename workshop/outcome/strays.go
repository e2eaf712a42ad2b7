package outcome

import (
	"slices"

	"convene/workshop"
)

// strays writes what belongs to no activity that ran, so that nothing vanishes: boards of activities that did not run or were
// taken off the agenda, and what was written down there.
func (r *report) strays() {
	for _, board := range r.index.boards(r.v) {
		listed := r.index.number[board] > 0 || r.index.number[r.index.sorted[board]] > 0
		if listed || len(r.index.notes[board])+len(r.index.clusters[board]) == 0 {
			continue
		}
		r.heading(2, keyOf(board), r.strayTitle(board))
		r.clusters(board)
	}
	r.strayInk()
	var said []*workshop.CaptureView
	for i := range r.v.Captures {
		if c := &r.v.Captures[i]; r.index.number[c.Activity] == 0 {
			said = append(said, c)
		}
	}
	if len(said) > 0 {
		r.heading(2, "outside", "Written down outside the activities that ran")
		r.captures(said)
	}
}

func (r *report) strayTitle(board workshop.RecordID) string {
	if r.v.Activity(board) == nil {
		return "Notes of an activity that was taken off the agenda"
	}
	return "Notes of an activity that did not run: " + r.activityTitle(board)
}

// offAgenda counts runs whose activity was taken off the agenda.
func (r *report) offAgenda() int {
	n := 0
	for i := range r.v.Runs {
		if !slices.ContainsFunc(r.v.Activities, func(a workshop.ActivityView) bool { return a.ID == r.v.Runs[i].Activity }) {
			n++
		}
	}
	return n
}
