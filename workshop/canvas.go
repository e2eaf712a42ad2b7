package workshop

import "strings"

// Layouts of a canvas.
const (
	LayoutColumns   = "columns"
	LayoutGrid      = "grid2x2"
	LayoutStack     = "stack"
	LayoutHorizons  = "horizons"
	LayoutTable     = "table"
	LayoutTimetable = "timetable"
	LayoutFree      = "free"
)

// Layout returns how a canvas is drawn.
func (s Settings) Layout() string { return s.Str("layout", LayoutColumns) }

// Zone is a named area of a canvas.
type Zone struct {
	Title   string
	Help    string // what belongs there
	Pattern string // how the beginning of a note there reads, or empty
}

// Zones returns the areas of a canvas in order. Each is given as its title, or with help and pattern. A timetable without zones
// has places named by letters.
func (s Settings) Zones() []Zone {
	list, _ := s.named["zones"].([]any)
	var zones []Zone
	for _, it := range list {
		switch z := it.(type) {
		case string:
			zones = append(zones, Zone{Title: z})
		case map[string]any:
			title, _ := z["title"].(string)
			help, _ := z["help"].(string)
			pattern, _ := z["pattern"].(string)
			zones = append(zones, Zone{Title: title, Help: help, Pattern: pattern})
		}
	}
	if len(zones) == 0 && s.Layout() == LayoutTimetable {
		for _, letter := range strings.Split("A B C D E", " ") {
			zones = append(zones, Zone{Title: letter})
		}
	}
	return zones
}

// Axes returns the names of the axes of a 2x2 grid: across, and up.
func (s Settings) Axes() (across, up string) {
	axes := s.Strings("axes")
	if len(axes) > 0 {
		across = axes[0]
	}
	if len(axes) > 1 {
		up = axes[1]
	}
	return across, up
}

// Slots returns how many columns a timetable has.
func (s Settings) Slots() int { return max(s.Int("slots", 1), 1) }

// HasZone reports whether a canvas has an area of this title; a canvas without zones has one, without a title.
func (s Settings) HasZone(title string) bool {
	zones := s.Zones()
	if title == "" {
		return len(zones) == 0 || s.Layout() == LayoutFree
	}
	for _, z := range zones {
		if z.Title == title {
			return true
		}
	}
	return false
}

// ZoneSeconds returns how long each zone is open where zones open one after the other, of a run planned for so many seconds.
func (s Settings) ZoneSeconds(planned int) []int {
	zones := s.Zones()
	minutes := s.numbers("minutesPerZone")
	out := make([]int, len(zones))
	for i := range out {
		out[i] = planned / len(out)
		if i < len(minutes) {
			out[i] = int(minutes[i] * 60)
		}
	}
	return out
}

// OpenZones returns how many zones of a canvas are open: all of them, or where they open one after the other those up to the
// round that the run has come to.
func (r *RunView) OpenZones() int {
	n := len(r.Settings.Zones())
	if r.Settings.On("openStepwise", false) {
		return min(r.Round+1, n)
	}
	return n
}

// The least and the most of a place on a 2x2 grid or a free canvas, across and up.
const (
	PlaceMin = 0
	PlaceMax = 1000
)

// Place puts a note on the board of an activity or group: into a zone, a slot of a timetable or a row of a table, or at a point.
// With none of these it takes the note off the board.
func Place(note, board RecordID, at PlacementView) Op {
	fs := fields{}
	fs.text(FieldZone, at.Zone)
	if at.Slot != 0 {
		fs.add(FieldSlot, Int(int64(at.Slot)))
	}
	if at.X != 0 || at.Y != 0 {
		fs.add(FieldX, Int(at.X))
		fs.add(FieldY, Int(at.Y))
	}
	return Put(KindPlacement, note, board.encode(), fs...)
}

// planCanvas says on which notes a canvas works: a grid takes up the notes of the board before, where there are any.
func (v *View) planCanvas(a *ActivityView, p *RunPlan) error {
	if a.Settings.Layout() != LayoutGrid || len(v.NotesOn(p.Source)) == 0 {
		p.Source = a.ID
	}
	return nil
}

// notesPlacedFrom returns the notes that a canvas took up and on which nobody placed any.
func (v *View) notesPlacedFrom(activity RecordID) []NoteView {
	for i := len(v.Runs) - 1; i >= 0; i-- {
		r := &v.Runs[i]
		if r.Activity == activity && r.Kind == ActivityCanvas && r.Source != activity && !r.Source.Zero() {
			return v.written(r.Source)
		}
	}
	return nil
}

// notesFrom reports whether notes come back from a breakout.
func (v *View) notesFrom(a *ActivityView) bool {
	for i := range v.Notes {
		if v.Notes[i].Activity == a.ID {
			return true
		}
	}
	return false
}

// Offers reports whether a canvas brings together what people give and what they need: its zones are two, and people draw arrows
// from one to the other. An action has two names, so writers are shown.
func (s Settings) Offers() bool {
	return s.On("matches", false) && s.On("connectors", false) && len(s.Zones()) == 2 && !s.HiddenAuthors()
}
