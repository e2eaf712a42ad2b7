package workshop

import "slices"

// group draws a group without its number, which follows from the others.
func (s *Session) group(r *record) GroupView {
	g := GroupView{
		ID: r.id, Run: r.value(FieldRun).Ref(), Round: int(r.value(FieldRound).Num()), Name: r.value(FieldName).Str(),
		Order: r.value(FieldOrder).Str(), Host: r.value(FieldKeeper).Person(), From: refsOf(r.value(FieldFrom)),
		Topic: r.value(FieldItem).Ref(),
	}
	for _, it := range r.value(FieldMembers).Items() {
		g.Members = append(g.Members, it.Person())
	}
	for _, put := range s.putsOn(r.id, KindReport) {
		if len(put.key) == 1 && put.value(FieldText).Str() != "" {
			g.Report = append(g.Report, ReportView{
				Field: int(put.key[0]), Text: put.value(FieldText).Str(), Late: put.winner != nil && put.winner.late,
			})
		}
	}
	slices.SortFunc(g.Report, func(a, b ReportView) int { return a.Field - b.Field })
	return g
}

// attend adds those to the groups who said that they are there.
func (s *Session) attend(v *View) {
	for i := range v.Runs {
		run := &v.Runs[i]
		if run.Kind != ActivityBreakout || !run.Settings.SelfSelect() {
			continue
		}
		for _, put := range s.putsOn(run.ID, KindAttendance) {
			var who Person
			copy(who[:], put.key)
			if g := v.Group(put.value(FieldItem).Ref()); g != nil && g.Run == run.ID && len(put.key) == len(who) {
				g.Members = append(g.Members, who)
			}
		}
	}
	for i := range v.Groups {
		slices.SortStableFunc(v.Groups[i].Members, func(a, b Person) int { return slices.Compare(a[:], b[:]) })
		v.Groups[i].Members = slices.Compact(v.Groups[i].Members)
	}
}

// arrangeGroups puts groups in the order of their runs and rounds and numbers them.
func (v *View) arrangeGroups() {
	at := map[RecordID]int{}
	for i := range v.Runs {
		at[v.Runs[i].ID] = i
	}
	slices.SortStableFunc(v.Groups, func(a, b GroupView) int {
		if at[a.Run] != at[b.Run] {
			return at[a.Run] - at[b.Run]
		}
		if a.Round != b.Round {
			return a.Round - b.Round
		}
		return byOrder(a.Order, b.Order, a.ID, b.ID)
	})
	for i := range v.Groups {
		g := &v.Groups[i]
		g.Number = 1
		if i > 0 && v.Groups[i-1].Run == g.Run && v.Groups[i-1].Round == g.Round {
			g.Number = v.Groups[i-1].Number + 1
		}
	}
}

// bringBack moves what groups brought back to the board of their activity, and leaves the rest on the groups' boards. A note comes
// back when its group marked it. When the activity has closed, a group that marked nothing brings back what it has, as many notes
// as the settings say; where groups grew, only those of the last step that wrote anything do.
func (v *View) bringBack() {
	groups := map[RecordID]*GroupView{}
	for i := range v.Groups {
		groups[v.Groups[i].ID] = &v.Groups[i]
	}
	if len(groups) == 0 {
		return
	}
	marked, last := map[RecordID]bool{}, map[RecordID]int{}
	for i := range v.Notes {
		n := &v.Notes[i]
		if g := groups[n.Activity]; g != nil {
			n.Group = g.ID
			marked[g.ID] = marked[g.ID] || n.Back
			last[g.Run] = max(last[g.Run], g.Round)
		}
	}
	brought := map[RecordID]int{}
	for i := range v.Notes {
		n := &v.Notes[i]
		g := groups[n.Group]
		if g == nil {
			continue
		}
		run := v.Run(g.Run)
		if run == nil {
			continue
		}
		back := n.Back
		if !marked[g.ID] && run.State == RunClosed && brought[g.ID] < run.Settings.MaxPerGroup() {
			back = run.Settings.Form() != FormEscalate || g.Round == last[g.Run]
		}
		if back {
			brought[g.ID]++
			n.Back, n.Activity = true, run.Activity
		}
	}
	v.homeOf(groups)
}

// homeOf gives what was said, promised and drawn in groups its activity, beside its group.
func (v *View) homeOf(groups map[RecordID]*GroupView) {
	home := func(activity, group *RecordID) {
		if g := groups[*activity]; g != nil {
			*group = g.ID
			if run := v.Run(g.Run); run != nil {
				*activity = run.Activity
			}
		}
	}
	for i := range v.Captures {
		home(&v.Captures[i].Activity, &v.Captures[i].Group)
	}
	for i := range v.Actions {
		home(&v.Actions[i].Activity, &v.Actions[i].Group)
	}
}

// Group returns a group, or nil.
func (v *View) Group(id RecordID) *GroupView {
	for i := range v.Groups {
		if v.Groups[i].ID == id {
			return &v.Groups[i]
		}
	}
	return nil
}

// GroupsOf returns the groups of a round of a run, in order.
func (v *View) GroupsOf(run RecordID, round int) []*GroupView {
	var list []*GroupView
	for i := range v.Groups {
		if g := &v.Groups[i]; g.Run == run && g.Round == round {
			list = append(list, g)
		}
	}
	return list
}

// GroupOf returns the group of somebody in a round of a run, or nil.
func (v *View) GroupOf(run RecordID, round int, who Person) *GroupView {
	for _, g := range v.GroupsOf(run, round) {
		if slices.Contains(g.Members, who) {
			return g
		}
	}
	return nil
}

// Heritage returns a group and all whose work it has: the pairs of a four and those who were alone before, or a table in the
// rounds before.
func (v *View) Heritage(group RecordID) []RecordID {
	list := []RecordID{group}
	for i := 0; i < len(list); i++ {
		if g := v.Group(list[i]); g != nil {
			for _, from := range g.From {
				if !slices.Contains(list, from) {
					list = append(list, from)
				}
			}
		}
	}
	return list
}

// NotesOf returns the notes of a group, brought back or not.
func (v *View) NotesOf(group RecordID) []NoteView {
	var notes []NoteView
	for i := range v.Notes {
		if v.Notes[i].Group == group {
			notes = append(notes, v.Notes[i])
		}
	}
	return notes
}

// ReportOptions returns the groups of the last breakout before an activity that has reports, as something to vote on or to talk
// about: each with its name and the first lines of what it says. Where several breakouts in a row have groups people chose, all
// of them are meant.
func (v *View) ReportOptions(before RecordID) []Option {
	var options []Option
	for i := range v.Activities {
		a := &v.Activities[i]
		if a.ID == before {
			break
		}
		if a.Kind != ActivityBreakout {
			continue
		}
		found := v.groupOptions(a.Run)
		if len(found) == 0 {
			continue
		}
		if !a.Settings.SelfSelect() {
			options = nil
		}
		options = append(options, found...)
	}
	return options
}

// groupOptions lists the groups of the last round of a run that anybody was in.
func (v *View) groupOptions(run RecordID) []Option {
	var options []Option
	r := v.Run(run)
	if r == nil {
		return nil
	}
	for _, g := range v.GroupsOf(run, r.Settings.Rounds()-1) {
		if len(g.Members) == 0 && len(g.Report) == 0 && len(v.NotesOf(g.ID)) == 0 {
			continue
		}
		options = append(options, Option{ID: g.ID, Text: g.Title()})
	}
	return options
}

// Title is what to call a group where no other words are at hand: its name, or its number.
func (g *GroupView) Title() string {
	if g.Name != "" {
		return g.Name
	}
	return "Group " + itoa(g.Number)
}

// GroupsIn returns the groups of all rounds of a run.
func (v *View) GroupsIn(run RecordID) []*GroupView {
	var list []*GroupView
	for i := range v.Groups {
		if v.Groups[i].Run == run {
			list = append(list, &v.Groups[i])
		}
	}
	return list
}

// Note returns a note, or nil.
func (v *View) Note(id RecordID) *NoteView {
	for i := range v.Notes {
		if v.Notes[i].ID == id {
			return &v.Notes[i]
		}
	}
	return nil
}
