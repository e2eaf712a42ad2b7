package outcome

import (
	"fmt"
	"slices"
	"strings"

	"convene/workshop"
)

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
	if link := r.link(board); link != "" && board != a.ID {
		whence = " from " + link
	}
	r.line("%s%s.\n", r.sorting(a, board), whence)
	if board != a.ID { // of its own notes [report.ownBoard] writes the list
		r.clusters(board)
	}
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
	r.showBoard(board)
}

// showBoard shows the picture of a board that has anything on it, and says where other tools can open it.
func (r *report) showBoard(board workshop.RecordID) {
	if !r.hasBoard(board) {
		return
	}
	r.show(r.boardPicture(board))
	r.line("The same board for other whiteboards: [JSON Canvas](%s).\n", r.canvasName(board))
}

// by credits the writer of a note, where the names of writers are shown.
func (r *report) by(n *workshop.NoteView) string {
	if n.Hidden {
		return ""
	}
	if who := r.credits(n); who != "" {
		return " (" + who + ")"
	}
	return ""
}

// credits names whose words a note holds: its author's, or those of who wrote what was merged into it, and who reworded that.
func (r *report) credits(n *workshop.NoteView) string {
	if len(n.Credits) == 0 {
		return r.people.credit(n.Author, n.Seat)
	}
	var wrote, reworded []string
	for _, c := range n.Credits {
		who := r.people.credit(c.Person, c.Seat)
		switch {
		case who == "":
		case c.Reworded:
			reworded = append(reworded, who)
		default:
			wrote = append(wrote, who)
		}
	}
	if len(reworded) == 0 {
		return strings.Join(wrote, ", ")
	}
	return strings.Join(wrote, ", ") + "; reworded by " + strings.Join(reworded, ", ")
}

// ownBoard writes about the notes that an activity made, and lists them unless they are listed where they were sorted.
func (r *report) ownBoard(a *workshop.ActivityView) {
	notes := r.index.notes[a.ID]
	if a.Kind == workshop.ActivityCanvas {
		r.ownCanvas(a)
		return
	}
	if a.Kind != workshop.ActivityBrainstorm && len(notes) == 0 {
		return
	}
	if len(notes) == 0 {
		r.line("No notes were written.\n")
		return
	}
	if a.Kind == workshop.ActivityBreakout {
		r.line("%s\n", strings.TrimSpace(r.authorship(a, notes)))
		if len(r.index.clusters[a.ID]) == 0 {
			return // its groups have listed what they brought back
		}
	} else {
		r.line("%s. %s\n", count(len(notes), "note"), r.authorship(a, notes))
	}
	if home, ok := r.index.sorted[a.ID]; ok && r.index.number[home] > 0 && home != a.ID {
		r.line("They are listed as they were sorted, in %s.\n", r.link(home))
		return
	}
	if len(r.index.clusters[a.ID]) > 0 {
		r.clusters(a.ID)
		return
	}
	r.bullets(r.index.in(a.ID, workshop.RecordID{}))
	r.arrows(a.ID)
	r.showBoard(a.ID)
}

// ownCanvas writes what lies on a canvas, whoever wrote it and where.
func (r *report) ownCanvas(a *workshop.ActivityView) {
	lying := r.lying(a.ID)
	if len(lying) == 0 {
		r.line("Nothing was placed here.\n")
		return
	}
	whence := ""
	if from := len(lying) - len(r.index.notes[a.ID]); from > 0 {
		whence = fmt.Sprintf(" %d of them came from an earlier board.", from)
	}
	r.line("%s.%s %s\n", count(len(lying), "note"), whence, r.authorship(a, lying))
	r.places(a.ID, 3)
	r.showBoard(a.ID)
	if home, ok := r.index.sorted[a.ID]; ok && r.index.number[home] > 0 {
		r.line("The notes were also sorted, in %s.\n", r.link(home))
	}
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
