package app

import (
	"slices"

	"convene/workshop"
)

// pointForm is where somebody is on a board, as it travels with their presence.
type pointForm struct {
	_      struct{} `cbor:",toarray"`
	Board  string
	X, Y   int64
	Act    uint8
	Note   string
	CX, CY int64
	Zoom   int64
	Gather uint64
}

// mostPlace bounds coordinates, so that no arithmetic of a window overflows.
const mostPlace = 1 << 40

var acts = []Act{"look", "hold", "write", "name"}

// Point says where the person here is on a board. Others see it for as long as
// both are connected; it is kept nowhere. What somebody writes is not told
// where authors are hidden: it would name them.
func (l *Laptop) Point(p Pointer) error {
	if p.Board == "" {
		l.point = nil
		l.sayPresence()
		return nil
	}
	board, err := l.find(p.Board, workshop.KindActivity, workshop.KindGroup)
	if err != nil {
		return err
	}
	form := pointForm{
		Board: p.Board, X: bounded(p.X), Y: bounded(p.Y), Act: uint8(max(0, slices.Index(acts, p.Act))), Note: p.Note,
		CX: bounded(p.CX), CY: bounded(p.CY), Zoom: bounded(p.Zoom), Gather: p.Gather,
	}
	if p.Act == "write" && l.hidesAuthors(board) || len(form.Note) > 64 {
		form.Act, form.Note = 0, ""
	}
	if !l.s.Role(l.me).Facilitates() {
		form.Gather = 0
	}
	l.point = &form
	l.sayPresence()
	return nil
}

func bounded(n int64) int64 { return min(max(n, -mostPlace), mostPlace) }

func (l *Laptop) hidesAuthors(board workshop.RecordID) bool {
	if a := l.View().Activity(board); a != nil {
		return a.Settings.HiddenAuthors()
	}
	return false
}

// Pointers is where others are on boards, in a fixed order.
func (l *Laptop) Pointers() []Pointer {
	var list []Pointer
	for who, state := range l.states {
		f := state.point
		if f == nil || who == l.me {
			continue
		}
		p := Pointer{
			Person: personID(who), Board: f.Board, X: bounded(f.X), Y: bounded(f.Y), Act: "look", Note: f.Note,
			CX: bounded(f.CX), CY: bounded(f.CY), Zoom: bounded(f.Zoom),
		}
		if int(f.Act) < len(acts) {
			p.Act = acts[f.Act]
		}
		if l.s.Role(who).Facilitates() {
			p.Gather = f.Gather
		}
		list = append(list, p)
	}
	slices.SortFunc(list, func(a, b Pointer) int {
		if a.Person < b.Person {
			return -1
		}
		return 1
	})
	return list
}
