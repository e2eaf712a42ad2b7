package app

import (
	"reflect"
	"slices"

	"convene/workshop"
)

// draw makes the records of a window from a scene: what the person at this
// computer may see, and nothing else. It is a pure function; the order of the
// records is the order of the view.
//
// No record says who wrote a note whose author is hidden, what somebody else
// voted, or what a private note of somebody else says.
func draw(in scene) []Record {
	p := painter{scene: in, ids: map[workshop.RecordID]string{}, runs: map[workshop.RecordID]*workshop.RunView{}}
	v := in.View
	for i := range v.Runs {
		p.runs[v.Runs[i].ID] = &v.Runs[i]
	}
	p.out = make([]Record, 0, 16+len(v.People)+len(v.Activities)+2*len(v.Runs)+len(v.Notes)+len(v.Clusters)+len(v.Connectors)+len(v.Strokes)+len(v.Comments)+len(v.Marks)+
		len(v.Responses)+len(v.Captures)+len(v.Parked)+len(v.Decisions)+len(v.Actions)+len(in.Drafts))
	p.session()
	p.outcomes()
	p.people()
	p.seats()
	p.agenda()
	p.openings()
	p.groups()
	p.notes()
	p.drafts()
	p.placements()
	p.faceDown()
	p.clusters()
	p.connectors()
	p.strokes()
	p.comments()
	p.marks()
	p.responses()
	p.ballots()
	p.results()
	p.captures()
	p.parked()
	p.decisions()
	p.actions()
	p.craft()
	p.surroundings()
	p.setAside()
	return p.out
}

// painter is one drawing of a scene.
type painter struct {
	scene
	ids  map[workshop.RecordID]string // of what many records name
	runs map[workshop.RecordID]*workshop.RunView
	out  []Record
}

func (p *painter) add(r Record) { p.out = append(p.out, r) }

// id writes the id of a record that many records name.
func (p *painter) id(r workshop.RecordID) string {
	if r.Zero() {
		return ""
	}
	s, ok := p.ids[r]
	if !ok {
		s = r.String()
		p.ids[r] = s
	}
	return s
}

// list writes ids.
func (p *painter) list(ids []workshop.RecordID) List[string] {
	out := make(List[string], len(ids))
	for i, id := range ids {
		out[i] = id.String()
	}
	return out
}

func personID(who workshop.Person) string {
	if who.Zero() {
		return ""
	}
	return who.String()
}

// compare says what a window that shows old must be told so that it shows
// drawn. removed is sorted; no id stands in two of the lists. Neither argument
// is altered.
func compare(old map[string]Record, drawn []Record) (added, updated []Record, removed []string) {
	kept := 0
	for _, r := range drawn {
		before, known := old[r.RecordID()]
		switch {
		case !known:
			added = append(added, r)
			continue
		case !same(before, r):
			updated = append(updated, r)
		}
		kept++
	}
	if kept == len(old) {
		return added, updated, nil
	}
	now := make(map[string]bool, len(drawn))
	for _, r := range drawn {
		now[r.RecordID()] = true
	}
	for id := range old {
		if !now[id] {
			removed = append(removed, id)
		}
	}
	slices.Sort(removed)
	return added, updated, removed
}

// same reports whether two records show the same. Those of which there are
// many are compared without reflection.
func same(a, b Record) bool {
	switch a := a.(type) {
	case NoteRecord:
		b, ok := b.(NoteRecord)
		return ok && a == b
	case ClusterRecord:
		b, ok := b.(ClusterRecord)
		return ok && a == b
	case CommentRecord:
		b, ok := b.(CommentRecord)
		return ok && a == b
	case ResponseRecord:
		b, ok := b.(ResponseRecord)
		return ok && a == b
	case ParkedRecord:
		b, ok := b.(ParkedRecord)
		return ok && a == b
	case CaptureRecord:
		b, ok := b.(CaptureRecord)
		return ok && a == b
	}
	return reflect.DeepEqual(a, b)
}
