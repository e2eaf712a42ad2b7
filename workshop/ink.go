package workshop

import "encoding/binary"

// Ink is what people draw on a board by hand. A stroke is one movement of the pen: its line never changes; it can be moved as a
// whole, coloured, described in words and taken away.

// Dot is a point of a stroke, in units of the board.
type Dot struct{ X, Y int64 }

// What one stroke may hold.
const (
	StrokeDots = 512        // the most dots of a stroke
	StrokeFar  = 10_000_000 // how far from the middle of the board a dot lies at most, in each direction
	// BoardStrokes is how many strokes of a board are shown, those that were drawn first: each is drawn again at every look at it.
	BoardStrokes = 2000
	lineSize     = 8 * StrokeDots // bytes of its line in the log: no step between two dots needs more than twice four
)

// StrokeView is a stroke on a board.
type StrokeView struct {
	ID, Activity RecordID
	Dots         []Dot // where they lie now; at least one
	Color, Label string
	X, Y         int64  // how far it was moved since it was drawn
	By           Person // who drew it
	Hidden       bool   // who drew it is not shown
	Late         bool
}

// Draw puts a stroke on a board. Dots beyond [StrokeDots] are left out; dots beyond [StrokeFar] are taken as lying there.
func Draw(activity RecordID, dots []Dot, color string) Op {
	fs := fields{}
	fs.add(FieldActivity, Ref(activity))
	fs.text(FieldColor, color)
	fs.add(FieldLine, Bytes(lineOf(dots)))
	return Create(KindStroke, fs.sorted()...)
}

// Described adds to a new stroke what it shows, in words.
func Described(stroke Op, label string) Op {
	stroke.Fields = fields(append(stroke.Fields, With(FieldLabel, Text(label)))).sorted()
	return stroke
}

// lineOf writes dots as the steps from one to the next, the first from the middle of the board: x and y as varints, a zigzag each.
func lineOf(dots []Dot) []byte {
	line, at := make([]byte, 0, 4*min(len(dots), StrokeDots)), Dot{}
	for _, d := range dots[:min(len(dots), StrokeDots)] {
		d = Dot{within(d.X, StrokeFar), within(d.Y, StrokeFar)}
		line = binary.AppendVarint(binary.AppendVarint(line, d.X-at.X), d.Y-at.Y)
		at = d
	}
	return line
}

// dotsOf reads what [lineOf] wrote; what is written otherwise is no line.
func dotsOf(line []byte) []Dot {
	var dots []Dot
	at := Dot{}
	for len(line) > 0 {
		x, n := binary.Varint(line)
		if n <= 0 {
			return nil
		}
		y, m := binary.Varint(line[n:])
		if m <= 0 || len(dots) == StrokeDots || !near(x, 2*StrokeFar) || !near(y, 2*StrokeFar) {
			return nil
		}
		at, line = Dot{at.X + x, at.Y + y}, line[n+m:]
		if !near(at.X, StrokeFar) || !near(at.Y, StrokeFar) {
			return nil
		}
		dots = append(dots, at)
	}
	return dots
}

func within(v, most int64) int64 { return min(max(v, -most), most) }

func near(v, most int64) bool { return v >= -most && v <= most }

// gatherInk takes in a stroke whose line can be read, where its board has room; ink counts those of each board.
func (s *Session) gatherInk(v *View, r *record, ink map[RecordID]int) {
	board := r.made(FieldActivity).Ref()
	if ink[board] == BoardStrokes {
		return
	}
	dots := dotsOf(r.value(FieldLine).Raw())
	if len(dots) == 0 {
		return
	}
	ink[board]++
	k := StrokeView{
		ID: r.id, Activity: board, Dots: dots, Color: r.value(FieldColor).Str(), Label: r.value(FieldLabel).Str(),
		X: within(r.value(FieldX).Num(), StrokeFar), Y: within(r.value(FieldY).Num(), StrokeFar), By: r.maker.person, Late: r.maker.late,
		Hidden: s.hidesOn(r.maker, board),
	}
	for i := range dots {
		dots[i].X, dots[i].Y = dots[i].X+k.X, dots[i].Y+k.Y
	}
	v.Strokes = append(v.Strokes, k)
}

// hidesOn reports whether who did something on a board is not shown: where its run hides authors, or the board's activity does.
func (s *Session) hidesOn(by *node, board RecordID) bool {
	if run := s.policyNow().runs[by.change.Run]; run != nil && run.settings.HiddenAuthors() {
		return true
	}
	a := s.records[board]
	return a != nil && ParseSettings(a.value(FieldSettings).Str()).HiddenAuthors()
}

// StrokesOn returns the strokes on a board, in the order in which they were drawn.
func (v *View) StrokesOn(board RecordID) []StrokeView {
	var list []StrokeView
	for i := range v.Strokes {
		if v.Strokes[i].Activity == board {
			list = append(list, v.Strokes[i])
		}
	}
	return list
}

// knownByHand reports whether a stroke would say who works on a board, or on the one that the run works on, where that is not shown:
// nobody is named there by its plan or any of its runs, or it is private still.
func (a *asker) knownByHand(op *Op) bool {
	board := fieldOf(op, FieldActivity).Ref()
	if a.unnamedBoard(board) {
		return true
	}
	return a.run != nil && !a.run.source.Zero() && a.unnamedBoard(a.run.source)
}

func (a *asker) unnamedBoard(board RecordID) bool {
	if rec := a.s.records[board]; rec != nil && rec.kind == KindActivity && ParseSettings(a.lastKnown(rec, FieldSettings).Str()).Anonymous() {
		return true
	}
	for _, r := range a.policy.runs {
		if r.activity == board && (r.settings.Anonymous() || r.settings.Private(r.kind) && r.state() == RunOpen) {
			return true
		}
	}
	return false
}
