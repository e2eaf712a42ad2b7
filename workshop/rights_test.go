package workshop_test

import (
	"flag"
	"fmt"
	"maps"
	"os"
	"slices"
	"strings"
	"testing"

	"convene/workshop"
)

var update = flag.Bool("update", false, "write golden files anew")

// cell is a place in the table of rights: a session in which everybody of every role is, with one run in one state.
type cell struct {
	name  string
	room  *room
	board workshop.RecordID
	run   workshop.RecordID
	group workshop.RecordID                              // of a breakout: the group that pat is in
	made  map[string]map[workshop.Kind]workshop.RecordID // by whom, of each kind
}

// askers are the people of a cell, one of each role.
var askers = []string{"ana", "sue", "cleo", "pat", "olga"}

var askerRoles = map[string]workshop.Role{
	"ana": workshop.RoleFirst, "sue": workshop.RoleSuccessor, "cleo": workshop.RoleCofacilitator,
	"pat": workshop.RoleParticipant, "olga": workshop.RoleObserver,
}

func newCell(t *testing.T, kind workshop.ActivityKind, state string, set workshop.Settings) *cell {
	t.Helper()
	r := newRoom(t, "ana")
	ana := r.peers["ana"]
	for _, name := range askers[1:] {
		r.join("ana", name, askerRoles[name])
		r.meet()
	}
	c := &cell{name: strings.TrimSpace(string(kind) + " " + state), room: r, made: map[string]map[workshop.Kind]workshop.RecordID{}}
	c.board = ana.do(none, workshop.AddActivity(workshop.ActivityPlan{Kind: workshop.ActivityBrainstorm, Title: "b", Settings: public}))
	plan, err := ana.s.View().PlanRun(c.board)
	if err != nil {
		t.Fatal(err)
	}
	notes := ana.do(none, workshop.OpenRun(plan))
	r.meet()
	c.make(r.peers["pat"], notes)
	c.make(ana, notes)
	if kind == "" {
		return c
	}
	plan.Kind, plan.Settings = kind, set
	for _, name := range askers {
		plan.Voters = append(plan.Voters, r.peers[name].me)
	}
	plan.Options = []workshop.Option{{ID: c.made["pat"][workshop.KindNote], Text: "x"}}
	c.run = ana.do(none, workshop.OpenRun(plan))
	if state != "open" {
		ana.do(none, workshop.BeginClosing(c.run))
	}
	if state == "closed" {
		ana.do(none, workshop.CloseRun(c.run, nil))
	}
	r.meet()
	if kind == workshop.ActivityBreakout {
		c.gather(ana)
	}
	return c
}

// gather puts pat into a group of the breakout, and ana into none.
func (c *cell) gather(ana *peer) {
	group := ana.do(none, workshop.AddGroup(c.run, workshop.GroupPlan{Members: []workshop.Person{c.room.peers["pat"].me}}, "", nil))
	c.group = group
	c.room.meet()
}

// make lets somebody make a record of each kind that they may make, so that there is own and others' work to write on.
func (c *cell) make(p *peer, run workshop.RecordID) {
	mine := map[workshop.Kind]workshop.RecordID{}
	c.made[p.name] = mine
	mine[workshop.KindActivity], mine[workshop.KindRun] = c.board, run
	mine[workshop.KindSession] = c.room.root
	for _, k := range slices.Sorted(maps.Keys(workshop.Kinds())) {
		if k.Policy() || k == workshop.KindSession || k == workshop.KindActivity {
			continue
		}
		for _, under := range []workshop.RecordID{run, none} {
			op := c.op(k, p)
			if id, err := p.try(under, op); err == nil {
				if op.Code == workshop.OpPut {
					id = workshop.PutID(k, op.Parent, op.Key)
				}
				mine[k] = id
				break
			}
		}
	}
	c.room.meet()
}

// op makes or puts a record of a kind with all it needs.
func (c *cell) op(k workshop.Kind, p *peer) workshop.Op {
	note := workshop.RecordID{}
	for _, name := range []string{"pat", "ana"} {
		if id, ok := c.made[name][workshop.KindNote]; ok {
			note = id
		}
	}
	run := c.run
	if run.Zero() {
		run = c.made["pat"][workshop.KindRun]
	}
	with := workshop.With
	on := func(f workshop.Field, r workshop.RecordID) workshop.FieldValue { return with(f, workshop.Ref(r)) }
	text := with(workshop.FieldText, workshop.Text("x"))
	switch k {
	case workshop.KindActivity:
		return workshop.AddActivity(workshop.ActivityPlan{Kind: workshop.ActivityBrief, Title: "x"})
	case workshop.KindBoard, workshop.KindZone:
		return workshop.Create(k, on(workshop.FieldActivity, c.board))
	case workshop.KindNote:
		return workshop.AddNote(c.boardOf(), "x", "", "")
	case workshop.KindCluster:
		return workshop.AddCluster(c.board, "x", "")
	case workshop.KindConnector:
		return workshop.Create(k, on(workshop.FieldActivity, c.boardOf()), on(workshop.FieldFrom, note), on(workshop.FieldTo, note))
	case workshop.KindStroke:
		return workshop.Draw(c.boardOf(), []workshop.Dot{{}}, "")
	case workshop.KindComment:
		return workshop.Create(k, on(workshop.FieldOn, note), text)
	case workshop.KindMark, workshop.KindReaction:
		return workshop.Put(k, note, p.me[:], with(workshop.FieldLabel, workshop.Text("x")))
	case workshop.KindResponse:
		return workshop.Respond(run, p.me, "x", false)
	case workshop.KindBallot:
		return workshop.CastSealed(run, p.me[:], [32]byte{})
	case workshop.KindOpening:
		return workshop.OpenBallot(run, p.me[:], make([]byte, 32), nil)
	case workshop.KindCapture:
		return workshop.Capture(c.boardOf(), "insight", "x", none)
	case workshop.KindGroup:
		return workshop.AddGroup(run, workshop.GroupPlan{Host: p.me}, "", nil)
	case workshop.KindReport:
		if !c.group.Zero() {
			return workshop.Report(c.group, 0, "x")
		}
		return workshop.Put(k, c.made["ana"][workshop.KindGroup], p.me[:], text)
	case workshop.KindPlacement:
		return workshop.Place(note, c.boardOf(), workshop.PlacementView{Zone: "x"})
	case workshop.KindAttendance:
		return workshop.Attend(run, p.me, c.made["ana"][workshop.KindGroup])
	case workshop.KindPerson:
		return workshop.NamePerson(c.room.root, p.me, "x")
	case workshop.KindReady:
		return workshop.Signal(c.room.root, p.me, run, true, false)
	case workshop.KindClock:
		return workshop.Pause(run)
	case workshop.KindEndorse:
		return workshop.Put(k, c.room.root, p.me[:], with(workshop.FieldPerson, workshop.PersonValue(p.me)))
	case workshop.KindGrant:
		return workshop.Grant(workshop.Person{9}, workshop.RoleParticipant, 0)
	case workshop.KindRun:
		return workshop.OpenRun(workshop.RunPlan{Activity: c.board, Kind: workshop.ActivityBrief})
	case workshop.KindClosing:
		return workshop.BeginClosing(run)
	case workshop.KindClose:
		return workshop.CloseRun(run, nil)
	case workshop.KindTakeIn:
		return workshop.Create(k, on(workshop.FieldRun, run))
	}
	return workshop.Create(k)
}

// boardOf is where a new note belongs: the activity of the run, or the group that pat is in.
func (c *cell) boardOf() workshop.RecordID {
	if !c.group.Zero() {
		return c.group
	}
	return c.board
}

// answers asks every question of the table in a cell.
func (c *cell) answers(put func(question, role string)) {
	for _, k := range slices.Sorted(maps.Keys(workshop.Kinds())) {
		for _, name := range askers {
			p := c.room.peers[name]
			role := askerRoles[name].String()
			if p.s.Would(p.w, c.run, c.op(k, p)) == "" {
				put(k.String()+": make", role)
			}
			for maker, made := range c.made {
				id, ok := made[k]
				if !ok || (maker == "ana" && name == "ana") {
					continue
				}
				whose := "another's"
				if maker == name {
					whose = "own"
				}
				if p.s.Would(p.w, c.run, workshop.Delete(id)) == "" {
					put(fmt.Sprintf("%s: delete %s", k, whose), role)
				}
				for _, op := range workshop.Writes(k, id) {
					if p.s.Would(p.w, c.run, op) == "" {
						put(fmt.Sprintf("%s: write %s", k, whose), role)
					}
				}
			}
		}
	}
}

// TestEveryCellOfTheRightsTable asks each role, in each kind of activity and state of its run, for each op on each kind of record,
// own and another's. The answers are in testdata/rights.txt: read its diff like a change of law.
func TestEveryCellOfTheRightsTable(t *testing.T) {
	answers := map[string]map[string][]string{} // question -> place -> roles
	ask := func(c *cell) {
		c.answers(func(question, role string) {
			if answers[question] == nil {
				answers[question] = map[string][]string{}
			}
			if list := answers[question][c.name]; !slices.Contains(list, role) {
				answers[question][c.name] = append(list, role)
			}
		})
	}
	ask(newCell(t, "", "", workshop.Settings{}))
	for _, kind := range workshop.ActivityKinds() {
		for _, state := range []string{"open", "closing", "closed"} {
			ask(newCell(t, kind, state, public))
			if kind == workshop.ActivityBrainstorm || kind == workshop.ActivityCanvas {
				c := newCell(t, kind, state, workshop.SettingsOf(map[string]any{"visibility": "private-until-reveal"}))
				c.name = "private " + c.name
				ask(c)
			}
		}
		for name, set := range variants[kind] {
			c := newCell(t, kind, "open", workshop.SettingsOf(set))
			c.name += " " + name
			ask(c)
		}
		if kind == workshop.ActivityCluster {
			c := newCell(t, kind, "open", workshop.SettingsOf(map[string]any{"who": "facilitators"}))
			c.name += " for facilitators"
			ask(c)
		}
	}
	golden(t, "testdata/rights.txt", table(answers))
}

// variants are settings on which rights depend.
var variants = map[workshop.ActivityKind]map[string]map[string]any{
	workshop.ActivityCanvas:   {"with arrows": {"connectors": true}},
	workshop.ActivityCluster:  {"for hosts": {"who": "hosts"}, "that merges": {"mode": "merge", "merges": true}},
	workshop.ActivityBreakout: {"as people choose": {"form": "self-select"}, "to commit": {"inner": "commit"}, "of rounds": {"inner": "round"}},
}

func table(answers map[string]map[string][]string) string {
	var b strings.Builder
	for _, q := range slices.Sorted(maps.Keys(answers)) {
		places := map[string][]string{} // roles -> places
		for place, roles := range answers[q] {
			if place == "" {
				place = "outside"
			}
			key := strings.Join(roles, ", ")
			places[key] = append(places[key], place)
		}
		fmt.Fprintf(&b, "%s\n", q)
		for _, roles := range slices.Sorted(maps.Keys(places)) {
			slices.Sort(places[roles])
			fmt.Fprintf(&b, "  %s\n      %s\n", roles, strings.Join(places[roles], ", "))
		}
	}
	return b.String()
}

func golden(t *testing.T, path, got string) {
	t.Helper()
	if *update {
		if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if string(want) != got {
		t.Errorf("%s differs; run with -update and read its diff\n%s", path, got)
	}
}
