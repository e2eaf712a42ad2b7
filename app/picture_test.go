package app

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"convene/workshop"
)

func TestANoteNamesItsWriterOnlyWhereNamesAreShown(t *testing.T) {
	for _, authorship := range []string{"named", "hidden", "anonymous"} {
		t.Run(authorship, func(t *testing.T) {
			st := newScript(t, "Amina", "Jonas")
			board := st.plan(workshop.ActivityBrainstorm, map[string]any{"visibility": "public", "authorship": authorship})
			run := st.open(board)
			st.note("Jonas", board, run, "more time")
			n := only[NoteRecord](t, draw(st.scene("Amina")))
			want := ""
			if authorship == "named" {
				want = st.person("Jonas").String()
			}
			if n.Author != want || n.Mine || n.Color != "blue" || n.Activity != board.String() {
				t.Errorf("Amina sees %+v, want author %q", n, want)
			}
			if mine := only[NoteRecord](t, draw(st.scene("Jonas"))); !mine.Mine {
				t.Errorf("Jonas does not see that the note is his: %+v", mine)
			}
		})
	}
}

func TestOwnDraftsAreDrawnAndOthersAreCounted(t *testing.T) {
	st := newScript(t, "Amina", "Jonas")
	board := st.plan(workshop.ActivityBrainstorm, nil)
	run := st.open(board)
	in := st.scene("Jonas")
	in.Drafts = []draft{{ID: "draft/1", Run: run, Activity: board, Text: "mine alone", Color: "nocolour", Order: "m", Rev: 3}}
	in.Facedown[run] = tally{Count: 4, Writers: 2}
	drawn := draw(in)
	want := NoteRecord{
		ID: "draft/1", Activity: board.String(), Text: "mine alone", TextRev: 3, Color: ColorYellow, Order: "m",
		Author: st.person("Jonas").String(), Mine: true, Draft: true,
	}
	if got := only[NoteRecord](t, drawn); got != want {
		t.Errorf("got %+v, want %+v", got, want)
	}
	down := FacedownRecord{ID: "facedown/" + run.String(), Run: run.String(), Count: 4, Writers: 2}
	if got := only[FacedownRecord](t, drawn); got != down {
		t.Errorf("got %+v, want %+v", got, down)
	}
}

func TestAPromptIsFilledAndKeptAsItWasWritten(t *testing.T) {
	st := newScript(t, "Amina")
	st.plan(workshop.ActivityBrainstorm, nil)
	a := only[ActivityRecord](t, draw(st.scene("Amina")))
	if a.Prompt != "What about “How do we test each week?”" || a.PromptRaw != "What about {question}" {
		t.Errorf("prompt %q, raw %q", a.Prompt, a.PromptRaw)
	}
	if a.State != ActivityPlanned || a.StartsAt != 0 {
		t.Errorf("before anything ran it is %s and starts at %d", a.State, a.StartsAt)
	}
}

func TestWhatIsToComeStartsAfterWhatRan(t *testing.T) {
	st := newScript(t, "Amina")
	first := st.plan(workshop.ActivityBrief, nil)
	second := st.plan(workshop.ActivityBrief, nil)
	st.plan(workshop.ActivityBrief, nil)
	opened := st.wall + 1000
	one := st.open(first)
	st.wall += 3 * 60_000
	closed := st.wall + 1000
	st.close(one)
	starts := func(want ...int64) {
		t.Helper()
		for i, a := range recordsOf[ActivityRecord](draw(st.scene("Amina"))) {
			if int64(a.StartsAt) != want[i] {
				t.Errorf("activity %d starts at %+d ms, want %+d", i+1, int64(a.StartsAt)-opened, want[i]-opened)
			}
		}
	}
	starts(opened, closed, closed+600_000)

	st.wall += 60_000
	began := st.wall + 1000
	two := st.open(second)
	starts(opened, began, began+600_000)
	st.do("Amina", two, workshop.Extend(two, 120))
	starts(opened, began, began+720_000)
	st.wall = began + 720_000 + 61_000 // 61 s over its time
	starts(opened, began, began+720_000+120_000)
}

func TestARunThatIsPausedSaysSo(t *testing.T) {
	st := newScript(t, "Amina")
	run := st.open(st.plan(workshop.ActivityBrief, nil))
	st.do("Amina", run, workshop.Pause(run))
	paused := st.wall
	drawn := draw(st.scene("Amina"))
	r, a := only[RunRecord](t, drawn), only[ActivityRecord](t, drawn)
	if r.State != RunPaused || a.State != ActivityPaused || int64(r.PausedAt) != paused || r.PlannedSeconds != 600 {
		t.Errorf("run %+v, activity %s", r, a.State)
	}
	if s := only[SessionRecord](t, drawn); s.Current != r.ID || s.State != SessionLive || s.Role != PartFacilitator {
		t.Errorf("session %+v", s)
	}
	st.do("Amina", run, workshop.Resume(run))
	if r := only[RunRecord](t, draw(st.scene("Amina"))); r.State != RunOpen || r.PausedMs != 1000 || r.PausedAt != 0 {
		t.Errorf("run %+v", r)
	}
}

func TestPeopleAreDrawnAsTheyStand(t *testing.T) {
	st := newScript(t, "Amina", "Jo\u202enas\u200b")
	st.admit("Viktor", workshop.RoleObserver)
	jonas := "Jo\u202enas\u200b"
	run := st.open(st.plan(workshop.ActivityBrief, nil))
	st.do(jonas, run, workshop.Signal(st.s.Root(), st.person(jonas), run, true, true))
	st.host(workshop.Grant(st.person("Viktor"), workshop.RoleNone, 0))
	byID := map[string]PersonRecord{}
	for _, p := range recordsOf[PersonRecord](draw(st.scene(jonas))) {
		byID[p.ID] = p
	}
	if p := byID[st.person(jonas).String()]; p.Name != "Jonas" || !p.Me || !p.Ready || !p.Hand || !p.Here || p.Role != RankParticipant {
		t.Errorf("Jonas: %+v", p)
	}
	if p := byID[st.person("Viktor").String()]; p.Role != RankRemoved || p.Here {
		t.Errorf("Viktor: %+v", p)
	}
	if p := byID[st.person("Amina").String()]; p.Role != RankFirst || p.Me {
		t.Errorf("Amina: %+v", p)
	}
	if s := only[SessionRecord](t, draw(st.scene("Viktor"))); s.Role != PartNone || s.ReadOnly == "" {
		t.Errorf("who was removed sees %+v", s)
	}
}

func TestActionsCarryNumberOwnerAndYes(t *testing.T) {
	st := newScript(t, "Amina", "Jonas")
	note := st.note("Amina", st.plan(workshop.ActivityBrainstorm, nil), noRun, "kits")
	run := st.open(st.plan(workshop.ActivityCommit, nil))
	plan := workshop.ActionPlan{
		What: "Order kits", Owner: st.person("Jonas"), Due: "2026-12-04", FirstStep: "Call", Evidence: []workshop.RecordID{note},
	}
	for range 3 {
		st.do("Amina", run, workshop.AddAction(plan))
	}
	all := st.s.View().Actions
	st.do("Jonas", run, workshop.Accept(all[1].ID, true))
	st.do("Amina", run, workshop.Accept(all[2].ID, true))
	want := []Acceptance{AcceptedNo, AcceptedYes, AcceptedSpoken}
	for i, a := range recordsOf[ActionRecord](draw(st.scene("Jonas"))) {
		if a.Number != i+1 || a.Accepted != want[i] || a.Owner != st.person("Jonas").String() || a.Due != "2026-12-04" ||
			a.FirstStep != "Call" || len(a.Evidence) != 1 || a.Evidence[0] != note.String() {
			t.Errorf("action %d: %+v", i+1, a)
		}
	}
}

func TestWhatIsSetAsideNamesNobody(t *testing.T) {
	in := scene{View: &workshop.View{SetAside: []workshop.SetAside{
		{Person: workshop.Person{9}, Kind: workshop.KindNote, Text: "too late", Why: "the activity had closed"},
		{Person: workshop.Person{9}, Kind: workshop.KindResponse, Text: "private words", Why: "the activity had closed"},
		{Person: workshop.Person{9}, Kind: workshop.KindReady, Why: "the activity had closed"},
	}}}
	got := only[SetAsideRecord](t, draw(in))
	if got.Count != 2 || len(got.Items) != 2 || got.Items[0].What != "A note: too late" || got.Items[1].What != "An answer" {
		t.Errorf("%+v", got)
	}
	if got.Items[0].ID == got.Items[1].ID {
		t.Errorf("two items share the id %s", got.Items[0].ID)
	}
	if strings.Contains(wire(t, got), (workshop.Person{9}).String()) {
		t.Error("the record names the writer")
	}
}

func TestASessionWithEverythingDrawsEveryKind(t *testing.T) {
	in := fullScene(t)
	seen, ids := map[string]bool{}, map[string]bool{}
	for _, r := range draw(in) {
		seen[r.RecordKind()] = true
		if ids[r.RecordID()] || r.RecordID() == "" {
			t.Errorf("the id %q of a %s is empty or taken", r.RecordID(), r.RecordKind())
		}
		ids[r.RecordID()] = true
	}
	if seen["door"] || seen["memo"] {
		t.Error("a participant is shown the door or somebody's own notes")
	}
	in.Me = in.View.Session.Floor
	for _, r := range draw(in) {
		seen[r.RecordKind()] = true
	}
	for _, kind := range Records() {
		if !seen[kind.RecordKind()] {
			t.Errorf("no %s was drawn", kind.RecordKind())
		}
	}
}

func TestDrawingTwiceIsTheSame(t *testing.T) {
	in := fullScene(t)
	old := map[string]Record{}
	for _, r := range draw(in) {
		old[r.RecordID()] = r
	}
	in.Now = in.Now.Add(20 * time.Millisecond)
	if added, updated, removed := compare(old, draw(in)); len(added)+len(updated)+len(removed) > 0 {
		t.Errorf("a moment later %d are added, %d changed, %d gone: %v", len(added), len(updated), len(removed), updated)
	}
}

func TestCompareTellsWhatIsNewChangedAndGone(t *testing.T) {
	run := RunRecord{ID: "r", Options: List[Option]{{ID: "o", Text: "x"}}, Settings: Settings{"dots": 3.0}}
	other := run
	other.Options = List[Option]{{ID: "o", Text: "y"}}
	old := map[string]Record{
		"same": NoteRecord{ID: "same", Text: "a"}, "new text": NoteRecord{ID: "new text", Text: "a"},
		"gone b": NoteRecord{ID: "gone b"}, "gone a": ClusterRecord{ID: "gone a"}, "r": run,
		"ballot": BallotRecord{ID: "ballot"},
	}
	added, updated, removed := compare(old, []Record{
		NoteRecord{ID: "same", Text: "a"},
		NoteRecord{ID: "new text", Text: "b"},
		ClusterRecord{ID: "fresh"},
		other,
		BallotRecord{ID: "ballot", Mine: List[Choice]{}},
	})
	ids := func(list []Record) (s string) {
		for _, r := range list {
			s += r.RecordID() + ";"
		}
		return s
	}
	if got := ids(added) + " " + ids(updated) + " " + fmt.Sprint(removed); got != "fresh; new text;r;ballot; [gone a gone b]" {
		t.Error(got)
	}
	if len(old) != 6 {
		t.Error("compare altered what the window holds")
	}
}

// fullScene is a session in which everything happened at least once.
func fullScene(t testing.TB) scene {
	st := newScript(t, "Amina", "Jonas", "Priya", "Tomás", "Leila")
	st.host(workshop.AddOutcome("One shared plan", "m"))
	st.host(workshop.AddSeat("Rosa", st.person("Amina")))
	board := st.plan(workshop.ActivityBrainstorm, map[string]any{"visibility": "public"})
	run := st.open(board)
	first := st.note("Jonas", board, run, "test kits")
	st.note("Priya", board, run, "flags on pumps")
	st.close(run)
	sort := st.open(st.plan(workshop.ActivityCluster, nil))
	cluster := st.do("Amina", sort, workshop.AddCluster(board, "Kits", "m"))
	st.do("Amina", sort, workshop.Set(first, workshop.FieldCluster, workshop.Ref(cluster)))
	st.do("Amina", sort, workshop.Connect(board, first, cluster, "needs", "+"))
	st.do("Amina", sort, workshop.Draw(board, []workshop.Dot{{X: 1, Y: 2}}, "red"))
	st.do("Jonas", sort, workshop.Reply(first, "which ones?"))
	st.do("Jonas", sort, workshop.Tag(first, st.person("Jonas"), "keep"))
	st.close(sort)
	round := st.open(st.plan(workshop.ActivityRound, nil))
	st.do("Leila", round, workshop.Respond(round, st.person("Leila"), "hello", false))
	st.close(round)
	vote := st.open(st.plan(workshop.ActivityVote, map[string]any{"options": "notes", "secret": false}))
	open := st.seal("Jonas", vote, workshop.Choice{Option: first, Value: 2})
	st.closing(vote)
	open()
	st.close(vote)
	fullCraft(st)
	talk := st.plan(workshop.ActivityDiscuss, map[string]any{"items": "top:1"})
	run = st.open(talk)
	st.do("Amina", run, workshop.Capture(talk, "insight", "kits are cheap", first))
	st.do("Amina", run, workshop.Park(talk, "the council"))
	st.close(run)
	st.host(workshop.Create(workshop.KindDecision, workshop.With(workshop.FieldText, workshop.Text("kits")),
		workshop.With(workshop.FieldRule, workshop.Text("by consent"))))
	st.host(workshop.AddAction(workshop.ActionPlan{What: "Order kits"}))
	tables := st.open(st.plan(workshop.ActivityBreakout, map[string]any{"inner": "discuss"}))
	st.do("Amina", tables, workshop.AddGroup(tables, workshop.GroupPlan{
		Name: "Table 1", Members: []workshop.Person{st.person("Jonas"), st.person("Priya")},
	}, "m", nil))
	st.close(tables)
	last := st.plan(workshop.ActivityBrainstorm, nil)
	run = st.open(last)
	st.plan(workshop.ActivityBrief, nil)
	in := st.scene("Priya")
	in.Facedown[run] = tally{Count: 1, Writers: 1}
	in.Drafts = []draft{{ID: "draft/1", Run: run, Activity: last, Text: "mine", Order: "m", Rev: 1, notePlan: notePlan{At: workshop.PlacementView{Board: last, Zone: "Now"}}}}
	in.Ballots[vote] = ownBallot{Choices: []workshop.Choice{}}
	return in
}

// fullCraft has an objection, a point, a pulse and a forecast from before.
func fullCraft(st *script) {
	consent := st.open(st.plan(workshop.ActivityVote, map[string]any{"method": "consent", "options": "charter", "purpose": "decide", "secret": false}))
	open := st.seal("Leila", consent, workshop.Choice{Option: st.s.View().Run(consent).Options[0].ID, Value: workshop.ConsentObject})
	st.closing(consent)
	open()
	st.close(consent)
	pulse := st.open(st.plan(workshop.ActivityRound, map[string]any{"answer": "scale5"}))
	st.do("Leila", pulse, workshop.Respond(pulse, st.person("Leila"), "4", false))
	st.close(pulse)
	st.do("Jonas", workshop.RecordID{}, workshop.RaisePoint("too fast"))
	likely := 70
	st.host(workshop.AddAction(workshop.ActionPlan{What: "Call the council", Forecast: &likely}))
}

func TestEveryColourIsKeptAndNoOther(t *testing.T) {
	for _, c := range ColorYellow.Values() {
		if colorOf(c) != Color(c) {
			t.Errorf("%s became %s", c, colorOf(c))
		}
	}
	if colorOf("url(//x)") != ColorYellow {
		t.Error("any word passes as a colour")
	}
}
