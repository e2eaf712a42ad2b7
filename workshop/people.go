package workshop

import (
	"bytes"
	"slices"
	"strings"
)

// people lists everybody who was ever granted a role, and the first facilitator, by rank and then by key.
func (s *Session) people() []PersonView {
	p := s.policyNow()
	who := []Person{s.first}
	for person := range p.grants {
		if person != s.first {
			who = append(who, person)
		}
	}
	slices.SortFunc(who, func(a, b Person) int {
		if ra, rb := p.rankIn(s, a), p.rankIn(s, b); ra != rb {
			return int(ra) - int(rb)
		}
		return bytes.Compare(a[:], b[:])
	})
	list := make([]PersonView, len(who))
	for i, person := range who {
		list[i] = s.PersonView(person)
	}
	return list
}

// PersonView returns somebody as they stand now. A name that is empty was not given yet.
func (s *Session) PersonView(person Person) PersonView {
	v := PersonView{Person: person, Role: s.policyNow().rankIn(s, person).role(), Broken: s.broken(person)}
	if r := s.records[PutID(KindPerson, s.root, person[:])]; r != nil && r.shown {
		v.Name, v.Tags = r.value(FieldName).Str(), tagsIn(r.value(FieldTags).Str())
	}
	if r := s.records[PutID(KindReady, s.root, person[:])]; r != nil && r.shown {
		v.Hand = s.handUp(r)
		v.Ready = r.value(FieldReady).True() && s.openRun() == r.value(FieldRun).Ref()
	}
	return v
}

// tagsIn reads tags as people write them: with commas between.
func tagsIn(s string) []string {
	var tags []string
	for _, t := range strings.Split(s, ",") {
		if t = strings.TrimSpace(t); t != "" {
			tags = append(tags, t)
		}
	}
	return tags
}

// broken reports whether a writer of the person signed two histories.
func (s *Session) broken(person Person) bool {
	for w, info := range s.writers {
		if _, forked := s.graph.forked(w); forked && info.person == person {
			return true
		}
	}
	return false
}

// openRun is the run that is open or closing; with several, the one opened last in delivery order.
func (s *Session) openRun() RecordID {
	var last *runPolicy
	for _, r := range s.policyNow().runs {
		if r.state() != RunClosed && (last == nil || last.by.change.Before(r.by.change)) {
			last = r
		}
	}
	if last == nil {
		return RecordID{}
	}
	return last.id
}

// setAside lists the work that does not count, in delivery order. What its writer took back is not listed.
func (s *Session) setAside() []SetAside {
	var list []SetAside
	for _, n := range s.graph.nodes {
		why := n.state.words()
		if why == "" {
			continue
		}
		for i := range n.change.ops() {
			op := n.change.op(i)
			if op.Code != OpCreate && op.Code != OpPut {
				continue
			}
			a := SetAside{Change: n.change.ID, Person: n.person, Kind: op.Kind, Why: why}
			if n.state == stateAfterEnd {
				a.Run = n.change.Run
			}
			if f, ok := textField(op.Kind); ok {
				a.Text = fieldOf(op, f).Str()
			}
			list = append(list, a)
		}
	}
	slices.SortStableFunc(list, func(a, b SetAside) int {
		x, _ := s.graph.has(a.Change)
		y, _ := s.graph.has(b.Change)
		switch {
		case x.change.Before(y.change):
			return -1
		case y.change.Before(x.change):
			return 1
		}
		return 0
	})
	return list
}

// words says why a change does not count; empty when nobody needs to be told.
func (c countState) words() string {
	switch c {
	case stateCut:
		return "its writer had been removed or lowered, and did not know yet"
	case stateStruck:
		return "who let its writer in had lost the right to"
	case stateAfterEnd:
		return "the activity had closed, and its writer did not know yet"
	case stateVoid:
		return "its writer signed two histories"
	}
	return ""
}
