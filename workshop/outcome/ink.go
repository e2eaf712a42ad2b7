package outcome

import (
	"slices"
	"strings"

	"convene/workshop"
)

// inkRoom is how large a picture of what was drawn by hand is at most, and inkPen how wide its line is.
const (
	inkRoom = 1400
	inkPen  = 4
)

// showsInk reports whether lines are shown: a hand can be known by its line, so a record without names has none.
func (r *report) showsInk() bool { return r.people.shown() != ProfileNone }

// inkBoards lists the boards on which somebody drew, in the order of their first stroke.
func (r *report) inkBoards() (boards []workshop.RecordID) {
	for i := range r.v.Strokes {
		if on := r.v.Strokes[i].Activity; !slices.Contains(boards, on) {
			boards = append(boards, on)
		}
	}
	return boards
}

// ink shows what was drawn by hand on a board, and lists it for those who cannot see it.
func (r *report) ink(board workshop.RecordID) {
	list := r.v.StrokesOn(board)
	if len(list) == 0 {
		return
	}
	r.line("Drawn by hand on this board: %s.\n", count(len(list), "stroke"))
	said := false
	for _, k := range list {
		if label := r.text(k.Label); label != "" {
			r.line("- %s%s%s", label, r.drew(&k), late(k.Late))
			said = true
		}
	}
	if said {
		r.line("")
	}
	if r.showsInk() {
		r.show(r.inkPicture(board))
	} else {
		r.line("This copy has no names, so it does not show what was drawn: a hand can be known by its line.\n")
	}
}

// drew credits who drew a stroke, where the names of writers are shown.
func (r *report) drew(k *workshop.StrokeView) string {
	if k.Hidden {
		return ""
	}
	if who := r.people.credit(k.By, workshop.RecordID{}); who != "" {
		return " (" + who + ")"
	}
	return ""
}

// strayInk shows what was drawn on boards of activities that did not run, or were taken off the agenda.
func (r *report) strayInk() {
	for _, board := range r.inkBoards() {
		if r.index.number[r.index.home(board)] == 0 {
			r.heading(2, "ink-"+keyOf(board), "Drawn outside the activities that ran")
			r.ink(board)
		}
	}
}

func (r *report) inkPicture(board workshop.RecordID) picture {
	list := r.v.StrokesOn(board)
	alt := "Drawn by hand: " + r.boardTitle(board) + ", " + count(len(list), "stroke")
	for _, k := range list {
		if label := oneLine(r.people.redact(cleanName(k.Label)), " "); label != "" {
			alt += "; " + label
		}
	}
	return picture{
		name: r.assetName(board, "ink.svg"), alt: alt,
		draw: func() string { return drawInk(list, alt) },
	}
}

// drawInk draws strokes as they lay to one another, no larger than there is room.
func drawInk(list []workshop.StrokeView, title string) string {
	least, most := list[0].Dots[0], list[0].Dots[0]
	for _, k := range list {
		for _, p := range k.Dots {
			least = workshop.Dot{X: min(least.X, p.X), Y: min(least.Y, p.Y)}
			most = workshop.Dot{X: max(most.X, p.X), Y: max(most.Y, p.Y)}
		}
	}
	span := max(most.X-least.X, most.Y-least.Y, 1)
	at := func(v, from int64) int {
		if span <= inkRoom {
			return boardEdge + int(v-from)
		}
		return boardEdge + int((v-from)*inkRoom/span)
	}
	d := &drawing{w: at(most.X, least.X) + boardEdge, h: at(most.Y, least.Y) + boardEdge}
	for _, k := range list {
		var path strings.Builder
		for i, p := range k.Dots {
			if i > 0 {
				path.WriteByte(' ')
			}
			path.WriteString(itoa(at(p.X, least.X)) + "," + itoa(at(p.Y, least.Y)))
		}
		if len(k.Dots) == 1 { // a dot is a line to itself
			path.WriteString(" " + path.String())
		}
		d.put(`<polyline points="%s" fill="none" stroke="%s" stroke-width="%d" stroke-linecap="round" stroke-linejoin="round"/>`,
			path.String(), inkColorOf(k.Color), inkPen)
	}
	return d.end(title)
}

// inkColors are the edges of notes of the same name: a thin line needs more contrast than a field.
var inkColors = map[string]string{
	"yellow": "#8a6d00", "orange": "#a34e00", "red": "#b3293a", "purple": "#7b3ba0", "blue": "#3a52b5", "cyan": "#0b6785",
	"green": "#1f6e38", "grey": "#565c69",
}

func inkColorOf(name string) string {
	if c := inkColors[name]; c != "" {
		return c
	}
	return inkColors["blue"]
}
