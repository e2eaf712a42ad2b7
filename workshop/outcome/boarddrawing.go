package outcome

import (
	"path"

	"convene/workshop"
)

// boardPicture draws a board as it stood at the end.
func (r *report) boardPicture(board workshop.RecordID) picture {
	return picture{
		name: r.assetName(board, "board.svg"),
		alt:  "Board: " + r.boardTitle(board) + ", " + count(r.onBoard(board), "note"),
		draw: func() string { return r.drawBoard(board) },
	}
}

func (r *report) onBoard(board workshop.RecordID) int {
	if r.canvasBoard(board) {
		return len(r.lying(board))
	}
	return len(r.index.notes[board])
}

var noteColors = map[string]string{
	"yellow": "#fdf3c4", "orange": "#fde4cd", "red": "#fcdcdc", "purple": "#ebe0fa", "blue": "#dbe8fc", "cyan": "#d6f1f4",
	"green": "#dcf2df", "grey": "#eceef1",
}

func (r *report) drawBoard(board workshop.RecordID) string {
	p := r.layOut(board)
	d := &drawing{w: p.w, h: p.h}
	d.text(boardEdge, 54, firstLine(p.title, 30, p.w-2*boardEdge), lettering{size: 30, bold: true, width: p.w - 2*boardEdge})
	for _, g := range p.groups {
		if g.title == "" {
			continue
		}
		d.box(g.x, g.y, g.w, g.h, 12, fieldColor, lineColor)
		room := g.w - 2*groupInset
		d.text(g.x+groupInset, g.y+34, firstLine(g.title, 19, room-84), lettering{size: 19, bold: true, width: room})
		d.text(g.x+groupInset+room, g.y+34, g.about, lettering{size: 15, soft: true, end: true})
	}
	at := map[string]*placedNote{}
	for i := range p.notes {
		at[r.noteCode(p.notes[i].note.ID)] = &p.notes[i]
	}
	d.axes(p)
	for _, a := range p.arrows {
		d.arrow(at[a.from], at[a.to])
	}
	for i := range p.notes {
		r.drawNote(d, &p.notes[i])
	}
	for _, a := range p.arrows {
		d.arrowWords(at[a.from], at[a.to], a.label)
	}
	return d.end(p.title)
}

func (r *report) drawNote(d *drawing, n *placedNote) {
	fill := noteColors[n.note.Color]
	if fill == "" {
		fill = noteColors["yellow"]
	}
	d.box(n.x, n.y, n.w, n.h, 6, fill, lineColor)
	room := n.w - 2*noteInset
	top := n.y + noteInset
	if n.picture > 0 {
		d.photo(n.x+noteInset, top, room, n.picture, path.Base(PictureName(n.note)))
		top += n.picture + boardGap
	}
	d.lines(n.x+noteInset, top+noteSize, n.lines, lettering{size: noteSize, width: room})
	d.text(n.x+noteInset, n.y+n.h-8, r.noteCode(n.note.ID), lettering{size: 11, soft: true})
	if dots, voted := r.index.dots[n.note.ID]; voted && dots > 0 {
		d.text(n.x+n.w-noteInset, n.y+n.h-8, count(dots, "dot"), lettering{size: 11, bold: true, end: true})
	}
}

// photo is the picture of a note, whole in its box, over words that are seen where its file is not. It names the file beside the
// drawing: whoever writes the drawing into a page that loads nothing puts its bytes there.
func (d *drawing) photo(x, y, w, h int, file string) {
	d.put(`<rect x="%d" y="%d" width="%d" height="%d" fill="%s"/>`, x, y, w, h, fieldColor)
	d.text(x+w/2, y+h/2+5, "a picture", lettering{size: 13, soft: true, mid: true})
	d.put(`<image x="%d" y="%d" width="%d" height="%d" href="%s"/>`, x, y, w, h, file)
}

// firstLine is what of a text fits on one line.
func firstLine(s string, size, width int) string {
	if lines := wrap(s, size, width, 1); len(lines) > 0 {
		return lines[0]
	}
	return ""
}

// axes names the directions of a board.
func (d *drawing) axes(p *boardPlan) {
	if p.cross {
		x, y := boardEdge+(canvasWidth+noteWidth)/2, boardHead+canvasHeight/2
		d.rule(x, boardHead, x, boardHead+canvasHeight, 2, lineColor)
		d.rule(boardEdge, y, boardEdge+canvasWidth+noteWidth, y, 2, lineColor)
	}
	if p.axes[0] != "" {
		d.text(p.w-boardEdge, p.h-10, firstLine(p.axes[0], 17, p.w/2)+" →", lettering{size: 17, bold: true, end: true})
	}
	if p.axes[1] != "" {
		d.text(boardEdge, boardHead-10, "↑ "+firstLine(p.axes[1], 17, p.w/2), lettering{size: 17, bold: true, width: p.w / 2})
	}
}

// arrow draws a line between the middles of two notes, under them, with a head where it meets the second.
func (d *drawing) arrow(from, to *placedNote) {
	if from == nil || to == nil {
		return
	}
	x1, y1, x2, y2 := from.x+from.w/2, from.y+from.h/2, to.x+to.w/2, to.y+to.h/2
	d.rule(x1, y1, x2, y2, 2, softColor)
	x, y := meet(x1, y1, to)
	dx, dy := x-x1, y-y1
	long := root(dx*dx + dy*dy)
	if long == 0 {
		return
	}
	bx, by := x-14*dx/long, y-14*dy/long // the foot of the head
	px, py := 6*dy/long, -6*dx/long
	d.put(`<polygon points="%d,%d %d,%d %d,%d" fill="%s"/>`, x, y, bx+px, by+py, bx-px, by-py, softColor)
}

// root is the whole square root: fractions could differ between processors.
func root(n int) int {
	r := n
	for r > 0 && r > n/r {
		r = (r + n/r) / 2
	}
	return r
}

// arrowWords stand in the middle of an arrow, over all else.
func (d *drawing) arrowWords(from, to *placedNote, label string) {
	if from == nil || to == nil || label == "" {
		return
	}
	x, y := (from.x+from.w/2+to.x+to.w/2)/2, (from.y+from.h/2+to.y+to.h/2)/2
	label = firstLine(label, 13, 240)
	w := wide(label)*13/100 + 12
	d.box(x-w/2, y-11, w, 22, 4, "#ffffff", lineColor)
	d.text(x, y+5, label, lettering{size: 13, mid: true})
}

// meet is where a line from outside to the middle of a note crosses its edge.
func meet(x1, y1 int, n *placedNote) (x, y int) {
	cx, cy := n.x+n.w/2, n.y+n.h/2
	dx, dy := x1-cx, y1-cy
	hw, hh := n.w/2+4, n.h/2+4
	if dx == 0 && dy == 0 {
		return cx, cy
	}
	if abs(dx)*hh > abs(dy)*hw {
		return cx + sign(dx)*hw, cy + dy*hw/abs(dx)
	}
	return cx + dx*hh/abs(dy), cy + sign(dy)*hh
}

func abs(n int) int { return max(n, -n) }

func sign(n int) int {
	if n < 0 {
		return -1
	}
	return 1
}
