package workshop

import (
	"encoding/binary"
	"slices"
)

// GroupView is a group of one round of a breakout. Its record is also the board that its members work on.
type GroupView struct {
	ID, Run RecordID
	Round   int // from 0
	Number  int // within its round, from 1
	Name    string
	Order   string
	Members []Person // who is there; where people choose, who said so last
	Host    Person
	From    []RecordID // groups of the round before whose work it has: all that merged, or the same table
	Topic   RecordID   // what it is about: a note, a cluster or another group
	Report  []ReportView
}

// ReportView is one answer of a group's report.
type ReportView struct {
	Field int // from 0, in the order of the setting
	Text  string
	Late  bool
}

// GroupPlan is a group before it exists.
type GroupPlan struct {
	Round   int
	Name    string
	Members []Person
	Host    Person
	From    []int // groups of the same plan
	Topic   RecordID
}

// PlanGroups works out the groups of a breakout for those who are here, all rounds at once, so that groups which are cut off know
// where to go on. It is a pure function of the session, the run and who is here: every laptop works out the same.
func (v *View) PlanGroups(run *RunView, here []Person) []GroupPlan {
	people := v.taking(here)
	mix := Mixing{
		People: len(people), Size: run.Settings.GroupSize(), Rounds: 1, Seed: seedOf(run.ID),
		Met: v.metBefore(run, people),
	}
	switch run.Settings.Str("assign", "never-met-first") {
	case "random":
		mix.Chance = true
	case "mixed-by-tag":
		mix.Tags = v.tagsOf(people)
	}
	switch run.Settings.Form() {
	case FormEscalate:
		return v.planGrowing(run, people, mix)
	case FormRotate:
		return planTables(run, people, mix)
	case FormSelfSelect:
		return v.planTopics(run)
	}
	if run.Settings.Str("assign", "") == "chosen" {
		mix.Chance = true
	}
	var plans []GroupPlan
	for _, g := range Mix(mix)[0] {
		plans = append(plans, GroupPlan{Members: pick(people, g), Host: people[g[0]]})
	}
	return plans
}

// taking returns who takes part in groups: those here who contribute, by key.
func (v *View) taking(here []Person) []Person {
	var people []Person
	for i := range v.People {
		p := &v.People[i]
		if p.Role <= RoleParticipant && slices.Contains(here, p.Person) {
			people = append(people, p.Person)
		}
	}
	slices.SortFunc(people, func(a, b Person) int { return slices.Compare(a[:], b[:]) })
	return people
}

func seedOf(run RecordID) uint64 { return binary.BigEndian.Uint64(run.Change[:8]) }

func pick(people []Person, numbers []int) []Person {
	out := make([]Person, len(numbers))
	for i, n := range numbers {
		out[i] = people[n]
	}
	return out
}

// metBefore counts in how many small groups of earlier breakouts two people were together.
func (v *View) metBefore(run *RunView, people []Person) func(a, b int) int {
	at := map[Person]int{}
	for i, p := range people {
		at[p] = i
	}
	met := map[[2]int]int{}
	for i := range v.Groups {
		g := &v.Groups[i]
		if g.Run == run.ID || len(g.Members) >= len(people) {
			continue
		}
		for j, p := range g.Members {
			for _, q := range g.Members[:j] {
				a, ok := at[p]
				b, too := at[q]
				if ok && too {
					met[[2]int{min(a, b), max(a, b)}]++
				}
			}
		}
	}
	return func(a, b int) int { return met[[2]int{min(a, b), max(a, b)}] }
}

func (v *View) tagsOf(people []Person) [][]string {
	tags := make([][]string, len(people))
	for i, p := range people {
		if who := v.Person(p); who != nil {
			tags[i] = who.Tags
		}
	}
	return tags
}

// planGrowing begins with the smallest groups, and lets them merge step by step.
func (v *View) planGrowing(run *RunView, people []Person, mix Mixing) []GroupPlan {
	var plans []GroupPlan
	before := 0 // where the groups of the step before begin
	for step, size := range run.Settings.Sizes() {
		began := len(plans)
		for _, members := range v.grow(plans[before:], people, size, mix) {
			g := GroupPlan{Round: step, Members: members}
			for i, p := range plans[before:began] {
				if len(p.Members) > 0 && slices.Contains(members, p.Members[0]) {
					g.From = append(g.From, before+i)
				}
			}
			if len(members) > 0 {
				g.Host = members[0]
			}
			plans = append(plans, g)
		}
		before = began
	}
	return plans
}

// grow returns the groups of one step: everybody alone, everybody together, groups that merge, or a first mix.
func (v *View) grow(before []GroupPlan, people []Person, size int, mix Mixing) [][]Person {
	switch {
	case size == all || len(people) < 2:
		return [][]Person{people}
	case size == 1:
		alone := make([][]Person, len(people))
		for i, p := range people {
			alone[i] = []Person{p}
		}
		return alone
	}
	mix.Size = size
	if len(before) == 0 || len(before) == len(people) {
		var groups [][]Person
		for _, g := range Mix(mix)[0] {
			groups = append(groups, pick(people, g))
		}
		return groups
	}
	groups := make([][]Person, min(len(GroupSizes(len(people), size)), len(before)))
	for i, g := range before { // neighbours merge, as evenly as it goes
		at := i * len(groups) / len(before)
		groups[at] = append(groups[at], g.Members...)
	}
	return groups
}

// planTables seats people round by round at the same tables.
func planTables(run *RunView, people []Person, mix Mixing) []GroupPlan {
	mix.Rounds, mix.Hosts = run.Settings.Rounds(), run.Settings.On("hostStays", true)
	var plans []GroupPlan
	for round, tables := range Mix(mix) {
		for table, g := range tables {
			p := GroupPlan{Round: round, Members: pick(people, g)}
			if len(p.Members) > 0 {
				p.Host = p.Members[0]
			}
			if round > 0 {
				p.From = []int{len(plans) - len(tables)}
			}
			_ = table
			plans = append(plans, p)
		}
	}
	return plans
}

// planTopics makes a group for each topic: those of the timetable's slot whose turn it is, else the reports that a vote put first,
// else the clusters or notes of the board before.
func (v *View) planTopics(run *RunView) []GroupPlan {
	var plans []GroupPlan
	for _, o := range v.topicsFor(run) {
		plans = append(plans, GroupPlan{Name: o.Text, Topic: o.ID, Host: v.hostOf(o.ID)})
	}
	return plans
}

// hostOf is who brought a topic: the writer of a note whose writer is shown, or the host of an earlier group.
func (v *View) hostOf(topic RecordID) Person {
	for i := range v.Notes {
		if n := &v.Notes[i]; n.ID == topic && !n.Hidden {
			return n.Author
		}
	}
	if g := v.Group(topic); g != nil {
		return g.Host
	}
	return Person{}
}

// mostTopics bounds how many groups come from a board.
const mostTopics = 30

func (v *View) topicsFor(run *RunView) []Option {
	a := v.Activity(run.Activity)
	if a == nil {
		return nil
	}
	table, nth := v.timetableBefore(a)
	var topics []Option
	if table != nil && nth <= table.Settings.Slots() {
		for _, n := range v.NotesOn(table.ID) {
			if p := n.On(table.ID); p != nil && p.Slot == nth {
				topics = append(topics, Option{ID: n.ID, Text: firstLine(n.Text)})
			}
		}
		if len(topics) > 0 {
			return topics
		}
	}
	if res := v.lastResultBefore(a); res != nil {
		for _, row := range res.Rows {
			if row.Sum > 0 && len(topics) < mostTopics/3 {
				topics = append(topics, Option{ID: row.Option, Text: firstLine(row.Text)})
			}
		}
		if len(topics) > 0 {
			return topics
		}
	}
	topics = v.optionsFrom("clusters", run.Source)
	for i := range topics {
		topics[i].Text = firstLine(topics[i].Text)
	}
	return topics[:min(len(topics), mostTopics)]
}

// timetableBefore finds the marketplace before an activity, and says which breakout after it this one is, from 1.
func (v *View) timetableBefore(a *ActivityView) (table *ActivityView, nth int) {
	for i := range v.Activities {
		b := &v.Activities[i]
		switch {
		case b.Kind == ActivityCanvas && b.Settings.Layout() == LayoutTimetable:
			table, nth = b, 0
		case b.Kind == ActivityBreakout && b.Settings.SelfSelect():
			nth++
		}
		if b.ID == a.ID {
			break
		}
	}
	return table, nth
}

func firstLine(s string) string {
	for i, c := range s {
		if c == '\n' || i > 120 {
			return s[:i]
		}
	}
	return s
}

// AddGroup makes a group of a run; from are the groups whose work it has.
func AddGroup(run RecordID, p GroupPlan, order string, from []RecordID) Op {
	fs := fields{}
	fs.add(FieldRun, Ref(run))
	fs.text(FieldName, p.Name)
	fs.text(FieldOrder, order)
	fs.add(FieldRound, Int(int64(p.Round)))
	if p.Members != nil {
		fs.add(FieldMembers, Persons(p.Members))
	}
	if !p.Host.Zero() {
		fs.add(FieldKeeper, PersonValue(p.Host))
	}
	if len(from) > 0 {
		fs.add(FieldFrom, Refs(from))
	}
	if !p.Topic.Zero() {
		fs.add(FieldItem, Ref(p.Topic))
	}
	return Create(KindGroup, fs...)
}

// Persons makes a list of people.
func Persons(people []Person) Value {
	values := make([]Value, len(people))
	for i, p := range people {
		values[i] = PersonValue(p)
	}
	return List(values...)
}

// Attend says in which group of a run somebody is now; none takes it back.
func Attend(run RecordID, p Person, group RecordID) Op {
	return Put(KindAttendance, run, p[:], With(FieldItem, Ref(group)))
}

// Report writes one answer of a group's report. Whoever of the group writes it, it is one answer: cut off or not, a report comes
// back once.
func Report(group RecordID, field int, text string) Op {
	return Put(KindReport, group, []byte{byte(field)}, With(FieldText, Text(text)))
}

// BringBack marks a note of a group as one that it brings back to all, or no longer.
func BringBack(note RecordID, yes bool) Op { return Set(note, FieldBack, Bool(yes)) }
