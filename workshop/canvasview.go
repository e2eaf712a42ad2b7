package workshop

import (
	"strconv"
)

// PlacementView is where a note lies on the board of a canvas, or of a group that works on one.
type PlacementView struct {
	Board RecordID
	Zone  string // title of the zone
	Slot  int    // slot of a timetable or row of a table, from 1; 0: none
	X, Y  int64  // on a grid or a free canvas, from 0 to 1000, across and up
}

// Zero reports whether it is no place: neither a zone, a slot nor a point. A note that is put there is off the board again.
func (p PlacementView) Zero() bool { return p.Zone == "" && p.Slot == 0 && p.X == 0 && p.Y == 0 }

// On returns where a note lies on a board, or nil.
func (n *NoteView) On(board RecordID) *PlacementView {
	for i := range n.Places {
		if n.Places[i].Board == board {
			return &n.Places[i]
		}
	}
	return nil
}

// placed adds to a note where it lies.
func (s *Session) placed(n *NoteView) {
	for _, put := range s.putsOn(n.ID, KindPlacement) {
		board, err := decodeRecordID(put.key)
		if err != nil || board.Zero() {
			continue
		}
		at := PlacementView{
			Board: board, Zone: put.value(FieldZone).Str(), Slot: int(put.value(FieldSlot).Num()),
			X: put.value(FieldX).Num(), Y: put.value(FieldY).Num(),
		}
		if !at.Zero() {
			n.Places = append(n.Places, at)
		}
	}
}

// ConnectorsOn returns the arrows on a board, in the order in which they were drawn.
func (v *View) ConnectorsOn(board RecordID) []ConnectorView {
	var list []ConnectorView
	for _, c := range v.Connectors {
		if c.Activity == board {
			list = append(list, c)
		}
	}
	return list
}

func itoa(n int) string { return strconv.Itoa(n) }

// Marked returns the notes that anybody marked with one of the labels, in order.
func (v *View) Marked(labels ...string) []NoteView {
	found := map[RecordID]bool{}
	for _, m := range v.Marks {
		if !m.Reaction {
			for _, l := range labels {
				found[m.Note] = found[m.Note] || m.Label == l
			}
		}
	}
	var notes []NoteView
	for i := range v.Notes {
		if found[v.Notes[i].ID] {
			notes = append(notes, v.Notes[i])
		}
	}
	return notes
}
