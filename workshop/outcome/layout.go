package outcome

import (
	"cmp"
	"slices"

	"convene/workshop"
)

// boardPlan is a board as it is drawn: where everything is, in whole units.
type boardPlan struct {
	title  string
	w, h   int
	groups []placedGroup
	notes  []placedNote
	arrows []arrow
	cross  bool      // the middle is marked
	axes   [2]string // words of the two axes, where the board has any
}

type placedGroup struct {
	title, about string
	x, y, w, h   int
}

type placedNote struct {
	note       *workshop.NoteView
	x, y, w, h int
	picture    int // how high its picture is; 0 without one
	lines      []string
}

// arrow leads from one note to another, by their numbers.
type arrow struct{ from, to, label string }

// Measures of a board.
const (
	noteWidth  = 216
	noteInset  = 12
	noteSize   = 15
	noteLines  = 9
	photoLeast = 40 // how high a picture stands on its note
	photoMost  = 260
	boardGap   = 12
	groupInset = 16
	groupHead  = 56
	boardEdge  = 32
	boardHead  = 84
)

// layOut places everything on a board. Notes in clusters or zones stand in titled groups, side by side; notes that were put
// somewhere by hand stand there.
func (r *report) layOut(board workshop.RecordID) *boardPlan {
	if p := r.plans[board]; p != nil {
		return p // the picture and the canvas are two forms of it
	}
	p := &boardPlan{title: r.boardTitle(board)}
	r.plans[board] = p
	switch free := r.freely(board); {
	case free && r.canvasBoard(board):
		r.placeOnCanvas(p, board)
	case free:
		r.placeFreely(p, board)
	default:
		r.placeInGroups(p, board)
	}
	r.connect(p, board)
	return p
}

// connect draws the arrows whose two notes are on the board.
func (r *report) connect(p *boardPlan, board workshop.RecordID) {
	there := map[workshop.RecordID]bool{}
	for i := range p.notes {
		there[p.notes[i].note.ID] = true
	}
	for _, c := range r.v.ConnectorsOn(board) {
		if there[c.From] && there[c.To] {
			label := oneLine(r.people.redact(cleanName(c.Label)), " ")
			if c.Sign == "+" || c.Sign == "-" {
				label = oneLine(label+" ("+c.Sign+")", " ")
			}
			p.arrows = append(p.arrows, arrow{r.noteCode(c.From), r.noteCode(c.To), label})
		}
	}
}

func (r *report) boardTitle(board workshop.RecordID) string {
	if g := r.index.group[board]; g != nil {
		return r.index.code[board] + " " + oneLine(r.people.redact(cleanName(r.groupName(g))), " ")
	}
	a := r.v.Activity(board)
	if a == nil {
		return "Board of an activity that was taken off the agenda"
	}
	if title := oneLine(r.people.redact(cleanName(a.Title)), " "); title != "" {
		return title
	}
	return unescape(r.name(a))
}

// freely reports whether where a note stands says something: on a grid or a free canvas, or on a board where nobody made groups
// and somebody moved notes.
func (r *report) freely(board workshop.RecordID) bool {
	if r.canvasBoard(board) {
		return slices.ContainsFunc(r.lying(board), func(n *workshop.NoteView) bool {
			p := n.On(board)
			return p != nil && p.Zone == "" && (p.X != 0 || p.Y != 0)
		})
	}
	if len(r.groupsOn(board)) > 1 {
		return false
	}
	return slices.ContainsFunc(r.index.notes[board], func(n *workshop.NoteView) bool { return n.X != 0 || n.Y != 0 })
}

// boardGroup is what stands together on a board.
type boardGroup struct {
	title string // empty for loose notes of a board without groups
	notes []*workshop.NoteView
}

// groupsOn lists areas of a canvas, or clusters and loose notes of a board, in the order of the report.
func (r *report) groupsOn(board workshop.RecordID) []boardGroup {
	var list []boardGroup
	if r.canvasBoard(board) {
		for _, g := range r.zones(board) {
			g.title = oneLine(r.people.redact(cleanName(g.title)), " ")
			list = append(list, g)
		}
		return list
	}
	for _, c := range r.index.clusters[board] {
		name := oneLine(r.people.redact(cleanName(c.Name)), " ")
		if name == "" {
			name = "(no name)"
		}
		list = append(list, boardGroup{r.index.code[c.ID] + " " + name, r.index.in(board, c.ID)})
	}
	if loose := r.index.in(board, workshop.RecordID{}); len(loose) > 0 {
		title := ""
		if len(list) > 0 {
			title = "Loose notes"
		}
		list = append(list, boardGroup{title, loose})
	}
	return list
}

// placeInGroups fills columns with groups, always the shortest next, so that a board is about as wide as it is high.
func (r *report) placeInGroups(p *boardPlan, board workshop.RecordID) {
	groups := r.groupsOn(board)
	across, columns := 2, min(max(len(groups), 1), 3)
	if len(groups) == 1 {
		across = 4
	}
	wide := across*noteWidth + (across-1)*boardGap + 2*groupInset
	bottom := make([]int, columns)
	for _, g := range groups {
		c := slices.Index(bottom, slices.Min(bottom))
		x, y := boardEdge+c*(wide+boardGap), boardHead+bottom[c]
		h := r.fill(p, g, x, y, across)
		p.groups = append(p.groups, placedGroup{title: g.title, about: count(len(g.notes), "note"), x: x, y: y, w: wide, h: h})
		bottom[c] += h + boardGap
	}
	p.w = 2*boardEdge + columns*wide + (columns-1)*boardGap
	p.h = boardHead + slices.Max(bottom) + boardEdge
}

// fill places the notes of a group, each in its shortest column, and returns how high the group is.
func (r *report) fill(p *boardPlan, g boardGroup, x, y, across int) int {
	head := groupInset
	if g.title != "" {
		head = groupHead
	}
	bottom := make([]int, across)
	for _, n := range g.notes {
		c := slices.Index(bottom, slices.Min(bottom))
		placed := r.sized(n)
		placed.x, placed.y = x+groupInset+c*(noteWidth+boardGap), y+head+bottom[c]
		bottom[c] += placed.h + boardGap
		p.notes = append(p.notes, placed)
	}
	return head + slices.Max(bottom) + groupInset - boardGap + boardGap*one(len(g.notes) == 0)
}

// sized is a note that is as high as its picture and its text need.
func (r *report) sized(n *workshop.NoteView) placedNote {
	lines := wrap(r.shown(n.Text), noteSize, noteWidth-2*noteInset, noteLines)
	if len(lines) == 0 {
		lines = []string{"(no words)"}
	}
	h := 2*noteInset + len(lines)*lineHeight(noteSize) + 14
	photo := r.photoHeight(n)
	if photo > 0 {
		h += photo + boardGap
	}
	return placedNote{note: n, w: noteWidth, h: max(h, 72), picture: photo, lines: lines}
}

// photoHeight is how high a note's picture stands on it. A record without names shows none: see [report.pictureLink].
func (r *report) photoHeight(n *workshop.NoteView) int {
	if n.Picture.Zero() || r.people.shown() == ProfileNone {
		return 0
	}
	return min(max((noteWidth-2*noteInset)*n.Picture.Tall/n.Picture.Wide, photoLeast), photoMost)
}

// Measures of a canvas on which notes lie at points from 0 to 1000, across and up.
const (
	canvasWidth  = 1500
	canvasHeight = 1000
)

// placeOnCanvas keeps notes at their points; those without one stand below.
func (r *report) placeOnCanvas(p *boardPlan, board workshop.RecordID) {
	p.axes[0], p.axes[1] = r.boardSettings(board).Axes()
	for i := range p.axes {
		p.axes[i] = oneLine(r.people.redact(cleanName(p.axes[i])), " ")
	}
	p.w, p.h = 2*boardEdge+canvasWidth+noteWidth, boardHead+canvasHeight+boardEdge
	p.cross = r.boardSettings(board).Layout() == workshop.LayoutGrid
	below := 0
	for _, n := range r.lying(board) {
		placed := r.sized(n)
		if at := n.On(board); at != nil && (at.X != 0 || at.Y != 0) {
			x, y := min(max(at.X, 0), workshop.PlaceMax), min(max(at.Y, 0), workshop.PlaceMax)
			placed.x = boardEdge + int(x)*canvasWidth/workshop.PlaceMax
			placed.y = boardHead + int(workshop.PlaceMax-y)*canvasHeight/workshop.PlaceMax
		} else {
			placed.x, placed.y = boardEdge+below%7*(noteWidth+boardGap), boardHead+canvasHeight+noteWidth+below/7*noteWidth
			below++
		}
		p.h = max(p.h, placed.y+placed.h+boardEdge)
		p.notes = append(p.notes, placed)
	}
}

// placeFreely keeps notes where people put them.
func (r *report) placeFreely(p *boardPlan, board workshop.RecordID) {
	notes := r.index.in(board, workshop.RecordID{})
	if len(notes) == 0 {
		notes = r.index.notes[board]
	}
	byX := func(a, b *workshop.NoteView) int { return cmp.Compare(a.X, b.X) }
	byY := func(a, b *workshop.NoteView) int { return cmp.Compare(a.Y, b.Y) }
	left, top := slices.MinFunc(notes, byX).X, slices.MinFunc(notes, byY).Y
	right, low := slices.MaxFunc(notes, byX).X, slices.MaxFunc(notes, byY).Y
	// A window's note is 128 wide; a hand may have thrown one a million units away.
	scale := func(v, from, to int64) int {
		most := int64(2400)
		if to-from > 1600 {
			return int((v - from) * most / (to - from))
		}
		return int((v - from) * 3 / 2)
	}
	for _, n := range notes {
		placed := r.sized(n)
		placed.x, placed.y = boardEdge+scale(n.X, left, right), boardHead+scale(n.Y, top, low)
		p.w, p.h = max(p.w, placed.x+placed.w+boardEdge), max(p.h, placed.y+placed.h+boardEdge)
		p.notes = append(p.notes, placed)
	}
	p.w = max(p.w, 4*noteWidth)
}
