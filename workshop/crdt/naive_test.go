package crdt

import (
	"errors"
	"slices"
	"strings"
	"unicode/utf8"
)

// naiveText is the definition of a text, written as plainly as possible: every
// character a node in a map, the order a recursion, what is visible asked anew
// for each character. Text is held against it.
type naiveText struct {
	ops     map[ChangeRef][]Run
	counted map[[32]byte]bool
}

type naiveChar struct {
	parent CharID
	side   Side
	r      rune
	change [32]byte
}

var errNaive = errors.New("refused")

func newNaive() *naiveText {
	return &naiveText{ops: map[ChangeRef][]Run{}, counted: map[[32]byte]bool{}}
}

func (n *naiveText) apply(from ChangeRef, runs []Run, counted bool) error {
	if _, ok := n.ops[from]; ok {
		return nil
	}
	known := n.chars()
	var off uint32
	for _, r := range runs {
		at := n.resolve(from, r.At)
		switch r.Kind {
		case RunInsert:
			_, ok := known[at]
			if at != (CharID{}) && !ok || at == (CharID{}) && r.Side != SideRight {
				return errNaive
			}
			if r.Text == "" || !utf8.ValidString(r.Text) || r.Side != SideLeft && r.Side != SideRight {
				return errNaive
			}
			for range r.Text {
				known[CharID{from.ID, from.Index, off}] = naiveChar{}
				off++
			}
		case RunDelete:
			if r.Len == 0 {
				return errNaive
			}
			for i := range r.Len {
				if _, ok := known[CharID{at.Change, at.Index, at.Off + i}]; !ok {
					return errNaive
				}
			}
		default:
			return errNaive
		}
	}
	n.ops[from] = runs
	n.counted[from.ID] = counted
	return nil
}

func (n *naiveText) setCounted(change [32]byte, counted bool) {
	if _, ok := n.counted[change]; ok {
		n.counted[change] = counted
	}
}

func (n *naiveText) resolve(from ChangeRef, id CharID) CharID {
	if id.Change == OwnChange() {
		return CharID{from.ID, from.Index, id.Off}
	}
	return id
}

func (n *naiveText) chars() map[CharID]naiveChar {
	all := map[CharID]naiveChar{}
	for from, runs := range n.ops {
		var off uint32
		for _, r := range runs {
			if r.Kind != RunInsert {
				continue
			}
			parent, side := n.resolve(from, r.At), r.Side
			for _, c := range r.Text {
				id := CharID{from.ID, from.Index, off}
				all[id] = naiveChar{parent, side, c, from.ID}
				parent, side = id, SideRight
				off++
			}
		}
	}
	return all
}

// order is every character ever inserted, in the order of the tree.
func (n *naiveText) order() []CharID {
	type place struct {
		parent CharID
		side   Side
	}
	kids := map[place][]CharID{}
	for id, c := range n.chars() {
		p := place{c.parent, c.side}
		kids[p] = append(kids[p], id)
	}
	for _, k := range kids {
		slices.SortFunc(k, CharID.Compare)
	}
	var out []CharID
	var visit func(CharID)
	visit = func(id CharID) {
		for _, k := range kids[place{id, SideLeft}] {
			visit(k)
		}
		if id != (CharID{}) {
			out = append(out, id)
		}
		for _, k := range kids[place{id, SideRight}] {
			visit(k)
		}
	}
	visit(CharID{})
	return out
}

func (n *naiveText) visible() []CharID {
	deleted := map[CharID]bool{}
	for from, runs := range n.ops {
		for _, r := range runs {
			if r.Kind == RunDelete && n.counted[from.ID] {
				at := n.resolve(from, r.At)
				for i := range r.Len {
					deleted[CharID{at.Change, at.Index, at.Off + i}] = true
				}
			}
		}
	}
	var out []CharID
	for _, id := range n.order() {
		if n.counted[id.Change] && !deleted[id] {
			out = append(out, id)
		}
	}
	return out
}

func (n *naiveText) string() string {
	var out strings.Builder
	chars := n.chars()
	for _, id := range n.visible() {
		out.WriteRune(chars[id].r)
	}
	return out.String()
}

// flat spells ranges out, one id per character.
func flat(ranges []Range) []CharID {
	var out []CharID
	for _, r := range ranges {
		for i := range r.Len {
			out = append(out, CharID{r.Start.Change, r.Start.Index, r.Start.Off + i})
		}
	}
	return out
}
