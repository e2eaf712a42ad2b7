package outcome

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"convene/workshop"
)

func (r *report) parked() {
	r.heading(2, keyParked, "Parked")
	said := r.captured("parked")
	for i, p := range r.v.Parked {
		r.line("- P%d %s%s%s", i+1, r.words(p.Text, "  "), r.fate(p.Fate), from(r.link(p.Activity)))
	}
	for i, c := range said {
		r.line("- P%d %s%s", len(r.v.Parked)+i+1, r.words(c.Text, "  "), from(r.about(c)))
	}
	if len(r.v.Parked)+len(said) == 0 {
		r.line("Nothing was parked.")
	}
	r.gap()
}

func (r *report) fate(fate string) string {
	if fate = r.text(fate); fate == "" {
		return " - still open"
	}
	return " - settled: " + fate
}

// persons lists who was there; with profile none it only counts.
func (r *report) persons() {
	r.heading(2, "people", "People")
	groups := []struct {
		words string
		in    func(workshop.Role) bool
	}{
		{"Facilitated", workshop.Role.Facilitates},
		{"Took part", func(role workshop.Role) bool { return role == workshop.RoleParticipant }},
		{"Observed", func(role workshop.Role) bool { return role == workshop.RoleObserver }},
		{"Left, or were removed", func(role workshop.Role) bool { return role > workshop.RoleObserver }},
	}
	for _, g := range groups {
		var names []string
		n := 0
		for _, p := range r.v.People {
			if !g.in(p.Role) {
				continue
			}
			n++
			if name := r.people.of(p.Person); name != "" {
				names = append(names, name)
			}
		}
		switch {
		case n > 0 && names == nil:
			r.line("- %s: %d", g.words, n)
		case n > 0:
			slices.SortFunc(names, func(a, b string) int {
				return cmp.Or(cmp.Compare(strings.ToLower(a), strings.ToLower(b)), cmp.Compare(a, b))
			})
			r.line("- %s: %s", g.words, strings.Join(names, ", "))
		}
	}
	for i := range r.v.Seats {
		s := &r.v.Seats[i]
		if name := r.people.credit(workshop.Person{}, s.ID); name != "" {
			r.line("- Took part without a laptop: %s%s", name, r.enteredBy(s))
		}
	}
	if n := len(r.v.Seats); n > 0 && r.people.shown() == ProfileNone {
		r.line("- Took part without a laptop: %d", n)
	}
	if len(r.v.People) == 0 {
		r.line("Nobody was there.")
	}
	broken := 0
	for _, p := range r.v.People {
		if p.Broken {
			broken++
		}
	}
	if broken > 0 {
		r.line("- From %s there are two different histories; what rests on them is not counted in votes", count(broken, "laptop"))
	}
	r.gap()
}

// aside accounts for what came late and for what does not count.
func (r *report) aside() {
	r.heading(2, keyAside, "Late or set aside")
	lateNotes, lateAnswers, lateCaptures := 0, 0, 0
	for _, n := range r.v.Notes {
		lateNotes += one(n.Late)
	}
	for _, a := range r.v.Responses {
		lateAnswers += one(a.Late)
	}
	for _, c := range r.v.Captures {
		lateCaptures += one(c.Late)
	}
	for _, l := range []struct {
		n    int
		what string
	}{{lateNotes, "note"}, {lateAnswers, "answer"}, {lateCaptures, "line"}} {
		if l.n > 0 {
			r.line("- Counted, though it came after the close: %s, marked “late”", count(l.n, l.what))
		}
	}
	for _, s := range r.v.SetAside {
		text := r.item(s.Text, "  ")
		if text != "" {
			text = ": " + text
		}
		r.line("- Not counted, because %s: a %s%s", s.Why, s.Kind, text)
	}
	if lateNotes+lateAnswers+lateCaptures+len(r.v.SetAside) == 0 {
		r.line("Nothing came late, and nothing was set aside.")
	}
	r.line("\nWhat people took back themselves is not in this record.\n")
}

func one(b bool) int {
	if b {
		return 1
	}
	return 0
}

// appendix lists every note.
func (r *report) appendix() {
	r.heading(2, keyAppendix, "Appendix: all notes")
	if len(r.index.ordered) == 0 {
		r.line("There are no notes.")
		return
	}
	r.line("| Id | Activity | Where | Text | Author | Dots |")
	r.line("| --- | --: | --- | --- | --- | --: |")
	for i, n := range r.index.ordered {
		r.line("| N%d | %s | %s | %s | %s | %s |", i+1, r.numbered(n.Activity), r.where(n), r.must(n.Text)+late(n.Late), r.author(n), r.dotsOn(n.ID))
	}
}

func (r *report) numbered(activity workshop.RecordID) string {
	if n := r.index.number[r.index.home(activity)]; n > 0 {
		return fmt.Sprint(n)
	}
	return "–"
}

// where a note ended: in a cluster, an area of a canvas, a group, or loose on a board that was sorted.
func (r *report) where(n *workshop.NoteView) string {
	if code := r.index.code[n.Cluster]; code != "" {
		return r.to(keyOf(n.Cluster), code)
	}
	for _, p := range n.Places {
		if zone := r.title(p.Zone); zone != "" {
			return zone
		}
	}
	if g := r.index.group[n.Group]; g != nil && !n.Hidden {
		return r.link(n.Group)
	}
	if len(r.index.clusters[n.Activity]) > 0 {
		return "loose"
	}
	return "–"
}

func (r *report) author(n *workshop.NoteView) string {
	if n.Hidden {
		return "hidden"
	}
	if name := r.people.credit(n.Author, n.Seat); name != "" {
		return name
	}
	return "left out"
}

func (r *report) dotsOn(id workshop.RecordID) string {
	if n, voted := r.index.dots[id]; voted {
		return fmt.Sprint(n)
	}
	return "–"
}
