package outcome

import (
	"fmt"
	"slices"
	"strings"

	"convene/workshop"
)

// bullets lists notes, each with who wrote it where names are shown, how people marked it, what it grew from, and what was said to it.
func (r *report) bullets(notes []*workshop.NoteView) {
	for _, n := range notes {
		r.line("- %s%s%s%s%s%s", r.words(n.Text, "  "), r.by(n), late(n.Late), r.marks(n.ID, n.Starred), r.grewFrom(n), r.pictureLink(n))
		for _, c := range r.index.comments[n.ID] {
			who := ""
			if !c.Hidden && !n.Hidden {
				who = speaker(r.people.of(c.Author))
			}
			r.line("  - Comment: %s%s%s", who, r.words(c.Text, "    "), late(c.Late))
		}
	}
	if len(notes) > 0 {
		r.gap()
	}
}

// PictureName is the file of a note's picture in the folder of a record, or "" where it has none.
func PictureName(n *workshop.NoteView) string {
	if n.Picture.Zero() {
		return ""
	}
	return fmt.Sprintf("assets/picture-%x%s", n.Picture.Hash[:8], n.Picture.Type.Suffix())
}

// pictureLink leads to a note's picture. A record without names has none: nobody can tell what a photo gives away.
func (r *report) pictureLink(n *workshop.NoteView) string {
	switch {
	case n.Picture.Zero():
		return ""
	case r.people.shown() == ProfileNone:
		return " (a picture)"
	}
	return " – [picture](" + PictureName(n) + ")"
}

// marks counts the marks and reactions on a note, and its writer's star.
func (r *report) marks(note workshop.RecordID, starred bool) string {
	var parts []string
	if starred {
		parts = append(parts, "starred by its writer")
	}
	of := map[string]int{}
	var labels []string
	for _, label := range r.index.marks[note] {
		label = r.title(label)
		if label == "" {
			continue
		}
		if of[label]++; of[label] == 1 {
			labels = append(labels, label)
		}
	}
	slices.Sort(labels)
	for _, label := range labels {
		if of[label] > 1 {
			label = fmt.Sprintf("%s × %d", label, of[label])
		}
		parts = append(parts, label)
	}
	if len(parts) == 0 {
		return ""
	}
	return " – " + strings.Join(parts, ", ")
}

// grewFrom leads to the notes that a note was built on.
func (r *report) grewFrom(n *workshop.NoteView) string {
	var from []string
	for _, id := range n.From {
		if r.index.noteNo[id] > 0 {
			from = append(from, r.link(id))
		}
	}
	if len(from) == 0 {
		return ""
	}
	return " – built on " + strings.Join(from, ", ")
}
