package app

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"convene/workshop"
)

// breakout opens work in groups and returns its run as amina's laptop has it.
func (tb *table) breakout(settings Settings) *workshop.RunView {
	tb.t.Helper()
	id := tb.open(tb.activity(ActivityBreakout, settings))
	tb.meet()
	return tb.desks[0].View().Run(id)
}

func (tb *table) notes(of func(workshop.NoteView) bool) int {
	n := 0
	for _, note := range tb.desks[0].View().Notes {
		if of(note) {
			n++
		}
	}
	return n
}

var eight = []string{"amina", "ben", "chen", "dora", "emil", "fay", "gus", "hana"}

func TestGroupsAreMadeWhenABreakoutOpensAndNobodyIsAlone(t *testing.T) {
	tb := newTable(t, eight...)
	run := tb.breakout(Settings{"form": "fixed", "groupSize": 3.0, "inner": "brainstorm"})
	groups := tb.desks[0].View().GroupsOf(run.ID, 0)
	if len(groups) != 3 {
		t.Fatalf("%d groups of 8 people in threes", len(groups))
	}
	for _, d := range tb.desks {
		if d.View().GroupOf(run.ID, 0, d.Me()) == nil {
			t.Errorf("%s has no group", d.name)
		}
		_, err := d.AddNote(NewNote{Text: "from " + d.name})
		tb.must(err)
	}
	tb.meet()
	again := tb.desk("ben").View().PlanGroups(run, people(tb))
	for i, g := range groups {
		if !slices.Equal(g.Members, again[i].Members) {
			t.Error("another laptop works out other groups")
		}
	}
	other := groups[0]
	for _, d := range tb.desks[1:] {
		if !slices.Contains(other.Members, d.Me()) {
			_, err := d.AddNote(NewNote{Text: "a guest", Activity: other.ID.String()})
			refused(t, err, "not-allowed")
			break
		}
	}
	tb.equal()
}

func people(tb *table) []workshop.Person {
	var who []workshop.Person
	for _, d := range tb.desks {
		who = append(who, d.Me())
	}
	return who
}

// P5.2: a group of two goes on for ten minutes without the others, 30 notes on each side; its work counts, and its report is there once.
func TestP52AGroupThatIsCutOffGoesOnAndItsReportComesBackOnce(t *testing.T) {
	tb := newTable(t, eight...)
	run := tb.breakout(Settings{"form": "fixed", "groupSize": 4.0, "inner": "brainstorm", "maxPerGroup": 50.0})
	cut := tb.desks[0].View().GroupsOf(run.ID, 0)[0]
	if slices.Contains(cut.Members, tb.desks[0].Me()) {
		cut = tb.desks[0].View().GroupsOf(run.ID, 0)[1]
	}
	var island, mainland []*desk
	for _, d := range tb.desks {
		if slices.Contains(cut.Members, d.Me()) {
			d.island = "island"
			island = append(island, d)
		} else {
			mainland = append(mainland, d)
		}
	}
	tb.meet()
	for minute := range 10 {
		tb.pass(time.Minute)
		for i := range 3 {
			for side, desks := range map[string][]*desk{"island": island, "mainland": mainland} {
				_, err := desks[(minute+i)%len(desks)].AddNote(NewNote{Text: fmt.Sprintf("%s %d.%d", side, minute, i)})
				tb.must(err)
			}
		}
		tb.meet()
	}
	tb.must(island[0].WriteReport("", 0, "the pump first"))
	tb.meet() // the next who writes has read it: of two at the same moment either may stand
	tb.must(island[1].WriteReport("", 0, "the pump first, then the tank"))
	tb.must(island[1].WriteReport("", 1, "two people learn to mend it"))
	tb.meet()
	tb.closeRun("amina") // nobody there knows of the island
	for _, d := range island {
		d.island = ""
	}
	tb.meet()
	tb.pass(time.Second)
	tb.equal()
	v := tb.desks[0].View()
	if n := tb.notes(func(n workshop.NoteView) bool {
		return strings.HasPrefix(n.Text, "island") && n.Late && n.Group == cut.ID
	}); n != 30 {
		t.Errorf("%d of 30 notes came back from the island", n)
	}
	if n := tb.notes(func(n workshop.NoteView) bool { return strings.HasPrefix(n.Text, "mainland") }); n != 30 {
		t.Errorf("%d of 30 notes of the others", n)
	}
	report := v.Group(cut.ID).Report
	if len(report) != 2 || report[0].Text != "the pump first, then the tank" || report[1].Text != "two people learn to mend it" {
		t.Errorf("the report came back as %+v", report)
	}
	if n := len(v.GroupsIn(run.ID)); n != 2 {
		t.Errorf("%d groups after the return, want 2", n)
	}
	if len(v.SetAside) != 0 {
		t.Errorf("set aside: %+v", v.SetAside)
	}
}

func TestGroupsGrowFromOneToAllByTheClock(t *testing.T) {
	tb := newTable(t, eight...)
	run := tb.breakout(Settings{
		"form": "escalate", "sizes": []any{1.0, 2.0, 4.0, "all"}, "minutesPerStep": []any{1.0, 1.0, 1.0, 2.0}, "inner": "brainstorm",
	})
	for step, want := range []int{8, 4, 2, 1} {
		v := tb.desks[0].View()
		if r := v.Run(run.ID).Round; r != step {
			t.Fatalf("round %d, want %d", r, step)
		}
		groups := v.GroupsOf(run.ID, step)
		if len(groups) != want {
			t.Fatalf("step %d has %d groups, want %d", step, len(groups), want)
		}
		for _, g := range groups {
			if step > 0 && len(g.From) != len(v.GroupsOf(run.ID, step-1))/want {
				t.Errorf("step %d: a group goes on with %d groups", step, len(g.From))
			}
		}
		for _, d := range tb.desks {
			_, err := d.AddNote(NewNote{Text: fmt.Sprintf("%s at step %d", d.name, step)})
			tb.must(err)
		}
		tb.pass(time.Minute)
	}
	tb.closeRun("amina")
	back := tb.notes(func(n workshop.NoteView) bool { return n.Back })
	if back != 5 || tb.notes(func(n workshop.NoteView) bool { return n.Back && !strings.HasSuffix(n.Text, "step 3") }) != 0 {
		t.Errorf("%d notes came back", back)
	}
	tb.equal()
}

// A pair that hears nothing of the others goes on to its four by the clock.
func TestACutOffGroupGoesOnByTheClock(t *testing.T) {
	tb := newTable(t, eight...)
	run := tb.breakout(Settings{"form": "rotate", "groupSize": 4.0, "rounds": 3.0, "minutesPerRound": 10.0, "inner": "discuss"})
	ben := tb.desk("ben")
	first := ben.View().GroupOf(run.ID, 0, ben.Me())
	tb.leaves("ben")
	tb.pass(11 * time.Minute)
	if r := ben.View().Run(run.ID).Round; r != 0 {
		t.Fatalf("ben's log is in round %d", r)
	}
	now := ben.myGroup(ben.s.CurrentRun())
	if now == nil || now.Round != 1 {
		t.Fatalf("ben is in %+v", now)
	}
	if b := ben.scene(); (&painter{scene: b}).View == nil {
		t.Fatal("no picture")
	}
	_, err := ben.AddNote(NewNote{Text: "at the second table"})
	tb.must(err)
	tb.returns("ben")
	if n := tb.notes(func(n workshop.NoteView) bool { return n.Group == now.ID }); n != 1 {
		t.Errorf("%d notes at the second table of ben, who began at %d", n, first.Number)
	}
	tb.equal()
}

func TestHostsStayAndTablesKeepWhatWasWritten(t *testing.T) {
	tb := newTable(t, append(slices.Clone(eight), "ivo", "jana", "karl", "lena")...)
	run := tb.breakout(Settings{"form": "rotate", "groupSize": 4.0, "rounds": 3.0, "minutesPerRound": 10.0, "inner": "discuss"})
	v := tb.desks[0].View()
	for _, g := range v.GroupsOf(run.ID, 2) {
		table := v.Heritage(g.ID)
		if len(table) != 3 {
			t.Fatalf("a table has %d rounds", len(table))
		}
		for _, id := range table {
			if v.Group(id).Host != g.Host || g.Host.Zero() {
				t.Error("a host left the table")
			}
		}
	}
}

func TestPeopleChooseTheirGroupsAndBeginNewOnes(t *testing.T) {
	tb := newTable(t, eight...)
	market := tb.open(tb.activity(ActivityCanvas, Settings{"layout": "timetable", "slots": 2.0}))
	for i, name := range []string{"ben", "chen", "dora"} {
		_, err := tb.desk(name).AddNote(NewNote{Text: "topic of " + name, Zone: "A", Slot: 1 + i%2})
		tb.must(err)
	}
	_, err := tb.desk("ben").AddNote(NewNote{Text: "x", Zone: "Z", Slot: 1})
	refused(t, err, "no-zone")
	_, err = tb.desk("ben").AddNote(NewNote{Text: "x", Zone: "A", Slot: 3})
	refused(t, err, "no-slot")
	tb.closeRun("amina")
	_ = market
	run := tb.breakout(Settings{"form": "self-select", "inner": "discuss"})
	groups := tb.desks[0].View().GroupsIn(run.ID)
	if len(groups) != 2 || groups[0].Host != tb.desk("ben").Me() || groups[1].Name != "topic of dora" {
		t.Fatalf("groups of slot one: %+v", groups)
	}
	emil := tb.desk("emil")
	refused(t, emil.WriteReport("", 0, "x"), "no-group")
	tb.must(emil.JoinGroup(groups[0].ID.String()))
	_, err = emil.AddNote(NewNote{Text: "the first table"})
	tb.must(err)
	tb.must(emil.JoinGroup(groups[1].ID.String()))
	_, err = emil.AddNote(NewNote{Text: "the second table"})
	tb.must(err)
	id, err := tb.desk("gus").AddGroup("What nobody asked")
	tb.must(err)
	tb.meet()
	v := tb.desks[0].View()
	if len(v.GroupsIn(run.ID)) != 3 || v.GroupOf(run.ID, 0, tb.desk("gus").Me()).ID.String() != id {
		t.Errorf("groups after gus began one: %+v", v.GroupsIn(run.ID))
	}
	if g := v.GroupOf(run.ID, 0, emil.Me()); g == nil || g.ID != groups[1].ID {
		t.Errorf("emil is in %+v", g)
	}
	tb.must(tb.desk("gus").WriteReport("", 1, "ask them"))
	tb.closeRun("amina")
	tb.equal()
	table := tb.breakout(Settings{"form": "self-select", "inner": "discuss"})
	if second := tb.desks[0].View().GroupsIn(table.ID); len(second) != 1 || second[0].Name != "topic of chen" {
		t.Errorf("groups of slot two: %+v", second)
	}
}

func TestWhoComesLateFindsAGroup(t *testing.T) {
	tb := newTable(t, eight...)
	tb.leaves("hana")
	run := tb.breakout(Settings{"form": "rotate", "groupSize": 4.0, "rounds": 2.0, "minutesPerRound": 10.0})
	if tb.desks[0].View().GroupOf(run.ID, 0, tb.desk("hana").Me()) != nil {
		t.Fatal("who is away is in a group")
	}
	tb.returns("hana")
	tb.pass(time.Second)
	v := tb.desk("hana").View()
	if v.GroupOf(run.ID, 0, tb.desk("hana").Me()) == nil || v.GroupOf(run.ID, 1, tb.desk("hana").Me()) == nil {
		t.Error("hana found no group")
	}
	tb.must(tb.desks[0].SeatPerson(tb.desk("ben").Me().String(), v.GroupsOf(run.ID, 0)[1].ID.String()))
	if g := tb.desks[0].View().GroupOf(run.ID, 0, tb.desk("ben").Me()); g.Number != 2 {
		t.Errorf("ben sits in group %d", g.Number)
	}
	refused(t, tb.desk("ben").SeatPerson(tb.desk("ben").Me().String(), v.GroupsOf(run.ID, 0)[0].ID.String()), "facilitators-only")
	refused(t, tb.desk("ben").JoinGroup(v.GroupsOf(run.ID, 0)[0].ID.String()), "groups-fixed")
	tb.equal()
}

func TestAGroupBringsBackAsManyNotesAsItMay(t *testing.T) {
	tb := newTable(t, "amina", "ben", "chen", "dora")
	tb.breakout(Settings{"groupSize": 4.0, "inner": "brainstorm", "maxPerGroup": 2.0})
	ben := tb.desk("ben")
	var ids []string
	for i := range 3 {
		id, err := ben.AddNote(NewNote{Text: fmt.Sprint("idea ", i)})
		tb.must(err)
		ids = append(ids, id)
	}
	tb.must(ben.BringBack(ids[2], true))
	tb.must(ben.BringBack(ids[0], true))
	refused(t, ben.BringBack(ids[1], true), "group-full")
	tb.meet()
	tb.closeRun("amina")
	if n := tb.notes(func(n workshop.NoteView) bool { return n.Back && n.Text != "idea 1" }); n != 2 {
		t.Errorf("%d notes came back", n)
	}
	tb.open(tb.activity(ActivityCluster, nil))
	_, err := ben.AddCluster("First things", []string{ids[0], ids[2]})
	tb.must(err)
	tb.equal()
}
