package workshop

import "slices"

// drawn is what was drawn of records, as long as nothing changed that it shows. A change touches few records, so the next View
// draws those and takes the rest from here. Nobody alters what is in it: a View holds copies, and shares their lists.
type drawn struct {
	runs    map[RecordID]*RunView
	notes   map[RecordID]*NoteView // with the cluster that was said, whether or not it shows
	results map[RecordID]*Result
	people  []PersonView
	puts    []*record // what was put under keys, by ID
	hands   []raised  // nil while nobody looked
}

func newDrawn() drawn {
	return drawn{runs: map[RecordID]*RunView{}, notes: map[RecordID]*NoteView{}, results: map[RecordID]*Result{}}
}

// forget takes away what shows any of the records touched. Policy says who may do what and which runs are open, so a landmark
// takes away everything, and so does a second history.
func (d *drawn) forget(touched map[*record]bool, all bool) {
	if all {
		puts := d.puts
		*d = newDrawn()
		d.puts = puts
		return
	}
	for r := range touched {
		switch r.kind {
		case KindPerson, KindReady:
			d.people, d.hands = nil, nil
		case KindActivity:
			clear(d.notes) // whether their authors are shown
			clear(d.runs)
		case KindNote, KindRun:
			delete(d.notes, r.id)
			delete(d.runs, r.id)
			if r.kind == KindRun { // who got the word has lowered their hand
				d.people, d.hands = nil, nil
			}
		}
		delete(d.runs, r.parent)
		delete(d.notes, r.parent)
		delete(d.results, r.parent)
		delete(d.results, r.id)
	}
}

// runDrawn returns a run's picture.
func (s *Session) runDrawn(r *record) *RunView {
	v := s.drawn.runs[r.id]
	if v == nil {
		one := s.run(r)
		v = &one
		s.drawn.runs[r.id] = v
	}
	return v
}

// noteDrawn returns a note's picture.
func (s *Session) noteDrawn(r *record) *NoteView {
	v := s.drawn.notes[r.id]
	if v == nil {
		one := s.note(r)
		v = &one
		if len(v.From) == 0 { // else it may hold the words of notes that changed
			s.drawn.notes[r.id] = v
		}
	}
	return v
}

// resultDrawn is Result of a run that is closed. Which notes are whose may change beside the run, so a vote in which that counts is
// counted each time.
func (s *Session) resultDrawn(run *RunView) Result {
	if res := s.drawn.results[run.ID]; res != nil {
		return *res
	}
	res := s.Result(run.ID)
	if run.Settings.On("ownAllowed", true) {
		s.drawn.results[run.ID] = &res
	}
	return res
}

// peopleDrawn lists everybody who was ever granted a role.
func (s *Session) peopleDrawn() []PersonView {
	if s.drawn.people == nil {
		s.drawn.people = s.people()
	}
	return s.drawn.people
}

// putsInOrder lists what was put under keys, by ID.
func (s *Session) putsInOrder() []*record {
	d, byID := &s.drawn, func(a, b *record) int { return byOrder("", "", a.id, b.id) }
	fresh := s.put[len(d.puts):]
	if len(fresh) > 64 {
		d.puts = append(d.puts, fresh...)
		slices.SortFunc(d.puts, byID)
		return d.puts
	}
	for _, r := range fresh {
		at, _ := slices.BinarySearchFunc(d.puts, r, byID)
		d.puts = slices.Insert(d.puts, at, r)
	}
	return d.puts
}
