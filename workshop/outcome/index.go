package outcome

import (
	"cmp"
	"fmt"
	"slices"

	"convene/workshop"
)

// index finds things of a view by their record, and numbers them as the report does.
type index struct {
	ran      []workshop.RecordID // activities, in the order in which they first ran
	number   map[workshop.RecordID]int
	runs     map[workshop.RecordID][]*workshop.RunView // of an activity
	activity map[workshop.RecordID]workshop.RecordID   // of a run
	sorted   map[workshop.RecordID]workshop.RecordID   // of a board: the activity under which its clusters are written
	notes    map[workshop.RecordID][]*workshop.NoteView
	noteNo   map[workshop.RecordID]int
	ordered  []*workshop.NoteView // all notes, in the order of their numbers
	clusters map[workshop.RecordID][]*workshop.ClusterView
	cluster  map[workshop.RecordID]*workshop.ClusterView
	code     map[workshop.RecordID]string // of a cluster: C1, C2, ...
	group    map[workshop.RecordID]*workshop.GroupView
	groups   map[workshop.RecordID][]*workshop.GroupView // of a run
	note     map[workshop.RecordID]*workshop.NoteView
	comments map[workshop.RecordID][]*workshop.CommentView // on a note or cluster
	marks    map[workshop.RecordID][]string                // labels on a note
	decision map[workshop.RecordID]string                  // D1, D2, ...
	actions  map[workshop.RecordID]string                  // A1, A2, ...
	captures map[workshop.RecordID]workshop.RecordID
	parked   map[workshop.RecordID]bool
	results  map[workshop.RecordID]*workshop.Result
	dots     map[workshop.RecordID]int
}

func indexOf(v *workshop.View) index {
	x := index{
		number: map[workshop.RecordID]int{}, runs: map[workshop.RecordID][]*workshop.RunView{},
		activity: map[workshop.RecordID]workshop.RecordID{}, sorted: map[workshop.RecordID]workshop.RecordID{},
		notes: map[workshop.RecordID][]*workshop.NoteView{}, noteNo: map[workshop.RecordID]int{},
		clusters: map[workshop.RecordID][]*workshop.ClusterView{}, cluster: map[workshop.RecordID]*workshop.ClusterView{},
		code: map[workshop.RecordID]string{}, decision: map[workshop.RecordID]string{}, actions: map[workshop.RecordID]string{},
		captures: map[workshop.RecordID]workshop.RecordID{}, parked: map[workshop.RecordID]bool{},
		results: map[workshop.RecordID]*workshop.Result{}, dots: map[workshop.RecordID]int{},
		group: map[workshop.RecordID]*workshop.GroupView{}, groups: map[workshop.RecordID][]*workshop.GroupView{},
		note: map[workshop.RecordID]*workshop.NoteView{}, comments: map[workshop.RecordID][]*workshop.CommentView{},
		marks: map[workshop.RecordID][]string{},
	}
	x.addRuns(v)
	x.addGroups(v)
	x.addBoards(v)
	x.addRecords(v)
	return x
}

func (x *index) addRuns(v *workshop.View) {
	for i := range v.Runs {
		run := &v.Runs[i]
		if v.Activity(run.Activity) == nil {
			continue // the facilitator took the activity off the agenda
		}
		x.activity[run.ID] = run.Activity
		if x.runs[run.Activity] == nil {
			x.ran = append(x.ran, run.Activity)
			x.number[run.Activity] = len(x.ran)
		}
		x.runs[run.Activity] = append(x.runs[run.Activity], run)
		if run.Kind == workshop.ActivityCluster {
			x.sorted[run.Source] = run.Activity
		}
	}
	for i := range v.Results {
		res := &v.Results[i]
		x.results[res.Run] = res
		for _, row := range res.Rows {
			if res.Method == workshop.MethodDots {
				x.dots[row.Option] = row.Sum
			}
		}
	}
}

// addGroups numbers groups G1, G2, ... in the order of their runs and rounds.
func (x *index) addGroups(v *workshop.View) {
	for i := range v.Groups {
		g := &v.Groups[i]
		x.group[g.ID] = g
		x.groups[g.Run] = append(x.groups[g.Run], g)
		x.code[g.ID] = fmt.Sprintf("G%d", i+1)
	}
	for i := range v.Comments {
		c := &v.Comments[i]
		x.comments[c.On] = append(x.comments[c.On], c)
	}
	for i := range v.Marks {
		x.marks[v.Marks[i].Note] = append(x.marks[v.Marks[i].Note], v.Marks[i].Label)
	}
}

func (x *index) addBoards(v *workshop.View) {
	for i := range v.Clusters {
		c := &v.Clusters[i]
		x.cluster[c.ID] = c
		x.clusters[c.Activity] = append(x.clusters[c.Activity], c)
	}
	for i := range v.Notes {
		n := &v.Notes[i]
		x.notes[n.Activity] = append(x.notes[n.Activity], n)
		x.note[n.ID] = n
	}
	n := 0
	for _, board := range x.allBoards(v) {
		for _, c := range x.clusters[board] {
			n++
			x.code[c.ID] = fmt.Sprintf("C%d", n)
			x.numberNotes(x.in(board, c.ID))
		}
		x.numberNotes(x.in(board, workshop.RecordID{}))
	}
}

// boards are the activities that may have notes or clusters: first those that ran, then the others in agenda order, then those
// that were taken off the agenda.
func (x *index) boards(v *workshop.View) []workshop.RecordID {
	list := slices.Clone(x.ran)
	for i := range v.Activities {
		if id := v.Activities[i].ID; x.number[id] == 0 {
			list = append(list, id)
		}
	}
	for i := range v.Clusters {
		if id := v.Clusters[i].Activity; x.group[id] == nil && !slices.Contains(list, id) {
			list = append(list, id)
		}
	}
	for i := range v.Notes {
		if id := v.Notes[i].Activity; x.group[id] == nil && !slices.Contains(list, id) {
			list = append(list, id)
		}
	}
	return list
}

// allBoards are the boards of activities, each followed by those of its groups.
func (x *index) allBoards(v *workshop.View) []workshop.RecordID {
	var list []workshop.RecordID
	for _, board := range x.boards(v) {
		list = append(list, board)
		for _, run := range x.runs[board] {
			for _, g := range x.groups[run.ID] {
				list = append(list, g.ID)
			}
		}
	}
	for i := range v.Groups { // of runs whose activity was taken off the agenda
		if id := v.Groups[i].ID; !slices.Contains(list, id) {
			list = append(list, id)
		}
	}
	return list
}

// home is the activity that a board belongs to: itself, or that of its group.
func (x *index) home(board workshop.RecordID) workshop.RecordID {
	if g := x.group[board]; g != nil {
		return x.activity[g.Run]
	}
	return board
}

func (x *index) numberNotes(notes []*workshop.NoteView) {
	for _, n := range notes {
		x.ordered = append(x.ordered, n)
		x.noteNo[n.ID] = len(x.ordered)
	}
}

// in returns the notes of a cluster, or the loose ones of a board, in the order in which the report lists them. Notes with
// hidden authors stand by their words: any other order could tell who wrote them, or when.
func (x *index) in(board, cluster workshop.RecordID) []*workshop.NoteView {
	var list []*workshop.NoteView
	hidden := false
	for _, n := range x.notes[board] {
		if n.Cluster == cluster || cluster.Zero() && x.cluster[n.Cluster] == nil {
			list = append(list, n)
			hidden = hidden || n.Hidden
		}
	}
	if hidden {
		slices.SortStableFunc(list, func(a, b *workshop.NoteView) int { return cmp.Compare(a.Text, b.Text) })
	}
	return list
}

func (x *index) addRecords(v *workshop.View) {
	for i, d := range v.Decisions {
		x.decision[d.ID] = fmt.Sprintf("D%d", i+1)
		if !d.Run.Zero() {
			x.decision[d.Run] = x.decision[d.ID]
		}
	}
	for _, a := range v.Actions {
		x.actions[a.ID] = fmt.Sprintf("A%d", a.Number)
	}
	for _, c := range v.Captures {
		x.captures[c.ID] = c.Activity
	}
	for _, p := range v.Parked {
		x.parked[p.ID] = true
	}
}

// Keys of the headings to which the report links.
const (
	keyDecisions = "decisions"
	keyActions   = "actions"
	keyQuestions = "questions"
	keyParked    = "parked"
	keyAside     = "aside"
	keyAppendix  = "appendix"
	keyInsight   = "insight"
)

func keyOf(id workshop.RecordID) string   { return "at " + id.String() }
func looseKey(b workshop.RecordID) string { return "loose " + b.String() }

// link leads to where the report shows a record.
func (r *report) link(id workshop.RecordID) string {
	x := &r.index
	if c := x.cluster[id]; c != nil {
		return r.to(keyOf(id), x.code[id]+" "+r.brief(c.Name))
	}
	if g := x.group[id]; g != nil {
		return r.to(keyOf(id), x.code[id]+" "+r.brief(r.groupName(g)))
	}
	if n := x.noteNo[id]; n > 0 {
		return r.to(keyAppendix, fmt.Sprintf("N%d", n))
	}
	if d := x.decision[id]; d != "" && x.activity[id].Zero() {
		return r.to(keyDecisions, d)
	}
	if a := x.actions[id]; a != "" {
		return r.to(keyActions, a)
	}
	if x.parked[id] {
		return r.to(keyParked, "Parked")
	}
	if a, ok := x.captures[id]; ok {
		id = a
	}
	if a, ok := x.activity[id]; ok {
		id = a
	}
	if x.number[id] > 0 {
		return r.to(keyOf(id), r.activityTitle(id))
	}
	return ""
}

// origin says where something came from: from its evidence, or else from the activity in which it was written down.
func (r *report) origin(evidence []workshop.RecordID, activity workshop.RecordID) string {
	links := ""
	for _, id := range evidence {
		link := r.link(id)
		if link == "" {
			link = "something that was taken away"
		}
		if links != "" {
			links += ", "
		}
		links += link
	}
	if links == "" {
		links = r.link(activity)
	}
	return links
}

// activityTitle is the heading of an activity, escaped.
func (r *report) activityTitle(id workshop.RecordID) string {
	a := r.v.Activity(id)
	if n := r.index.number[id]; n > 0 {
		return fmt.Sprintf("%d. %s", n, r.name(a))
	}
	return r.name(a)
}
