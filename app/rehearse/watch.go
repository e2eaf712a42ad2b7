package rehearse

import "convene/workshop"

// Moment is how far a rehearsal has come.
type Moment struct {
	Activity string // what is open
	Number   int    // 1 for the first
	Of       int
	People   int
	Notes    int
	Ballots  bool
	Over     bool
}

// watch tells whoever looks on, when something changed.
type watch struct {
	tell func(Moment)
	last Moment
}

func newWatch(p Plan) *watch {
	return &watch{tell: p.Watch, last: Moment{Of: len(p.Template.Activities), People: p.People}}
}

func (w *watch) see(view func() *workshop.View) {
	if w.tell == nil {
		return
	}
	v := view()
	m := w.last
	m.Notes = len(v.Notes)
	if run := v.OpenRun(); run != nil {
		for i, a := range v.Activities {
			if a.ID == run.Activity {
				m.Activity, m.Number = a.Title, i+1
			}
		}
	}
	if m != w.last {
		w.last = m
		w.tell(m)
	}
}

func (w *watch) end() {
	if w.tell != nil {
		w.last.Over = true
		w.tell(w.last)
	}
}
