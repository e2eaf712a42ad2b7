package workshop_test

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"convene/workshop"
)

// Each test here is a history that broke an earlier draft of the rules. They stay.

var public = workshop.SettingsOf(map[string]any{"visibility": "public", "secret": false})

// threesome is ana, who convened, and ben and eva, who take part; a public brainstorm is open and everybody knows it.
func threesome(t *testing.T) (r *room, ana, ben, eva *peer, board, run workshop.RecordID) {
	t.Helper()
	r = newRoom(t, "ana")
	ana, ben = r.peers["ana"], r.join("ana", "ben", workshop.RoleParticipant)
	eva = r.join("ana", "eva", workshop.RoleParticipant)
	r.meet()
	board, run = ana.openRun(workshop.ActivityPlan{Kind: workshop.ActivityBrainstorm, Title: "Ideas", Prompt: "?", Settings: public})
	r.meet()
	return r, ana, ben, eva, board, run
}

func texts(v *workshop.View) string {
	var list []string
	for _, n := range v.Notes {
		list = append(list, n.Text)
	}
	return strings.Join(list, "|")
}

// said is a refusal in words, or nothing.
func said(refused *workshop.RefusedError) string {
	if refused == nil {
		return ""
	}
	return refused.Error()
}

// apply gives a signed change to everybody and returns what the first answered.
func (r *room) apply(signed []byte) (refused string, err error) {
	for _, name := range []string{"ana", "ben", "eva"} {
		a, e := r.peers[name].s.Apply(signed)
		if name == "ana" {
			refused, err = said(a.Refused), e
		}
	}
	return refused, err
}

func TestAForkKeepsHonestWorkOnBothBranches(t *testing.T) {
	r, ana, ben, eva, board, run := threesome(t)
	twin := *ben
	twin.w = ben.w.Fork()
	twin.start0(ben)
	ben.do(run, workshop.AddNote(board, "branch one", "", "a"))
	twin.do(run, workshop.AddNote(board, "branch two", "", "b"))
	ana.pull("ben")
	eva.take(allOf(twin.s)...)
	eva.do(run, workshop.AddNote(board, "built on two", "", "c"))
	r.meet()
	if got := texts(ana.s.View()); got != "branch one|branch two|built on two" {
		t.Fatalf("notes = %q", got)
	}
	if p := ana.s.View().Person(ben.me); !p.Broken {
		t.Fatal("a person with two histories is not shown as broken")
	}
}

// start0 gives a cloned laptop the log of the original, and keeps its writer: what a cloned memory image would do.
func (p *peer) start0(from *peer) {
	w := p.w
	p.start(from)
	p.w = w
}

func allOf(s *workshop.Session) [][]byte {
	var all [][]byte
	_ = s.Changes(func(c *workshop.Change) error { all = append(all, c.Bytes); return nil })
	return all
}

func TestAnEquivocatingFacilitatorIsShownAndTheLogStaysOne(t *testing.T) {
	r, ana, ben, eva, _, run := threesome(t)
	twin := *ana
	twin.w = ana.w.Fork()
	twin.start0(ana)
	ana.do(none, workshop.Grant(ben.me, workshop.RoleNone, 0))
	twin.do(none, workshop.CloseRun(run, nil))
	ben.take(allOf(twin.s)...)
	eva.take(allOf(ana.s)...)
	r.meet()
	v := eva.s.View()
	if !v.Person(ana.me).Broken || v.Person(ben.me).Role != workshop.RoleNone || v.Run(run).State != workshop.RunClosed {
		t.Fatalf("ana broken %v, ben %v, run %v", v.Person(ana.me).Broken, v.Person(ben.me).Role, v.Run(run).State)
	}
}

func TestSuccessorsWhoRemoveEachOtherAreDecidedByRank(t *testing.T) {
	r, ana, ben, eva, _, _ := threesome(t)
	ana.do(none, workshop.Grant(ben.me, workshop.RoleSuccessor, 1))
	ana.do(none, workshop.Grant(eva.me, workshop.RoleSuccessor, 2))
	r.meet()
	ben.do(none, workshop.Grant(eva.me, workshop.RoleNone, 0))
	if _, err := eva.try(none, workshop.Grant(ben.me, workshop.RoleNone, 0)); err == nil {
		t.Fatal("the second successor removed the first")
	}
	later := eva.do(none, workshop.AddActivity(workshop.ActivityPlan{Kind: workshop.ActivityBrief, Title: "unknowing"}))
	r.meet()
	v := ana.s.View()
	if v.Person(eva.me).Role != workshop.RoleNone || v.Person(ben.me).Role != workshop.RoleSuccessor {
		t.Fatalf("ben %v, eva %v", v.Person(ben.me).Role, v.Person(eva.me).Role)
	}
	if v.Activity(later) != nil {
		t.Fatal("what a removed successor planned unknowingly counts")
	}
}

func TestADemotedFacilitatorCannotBackDate(t *testing.T) {
	r, ana, ben, eva, _, run := threesome(t)
	ana.do(none, workshop.Grant(ben.me, workshop.RoleCofacilitator, 0))
	r.meet()
	past := ben.s.Heads()
	ana.do(none, workshop.Grant(ben.me, workshop.RoleParticipant, 0))
	r.meet()
	// Ben knows of it, and signs as if he did not: removes eva, closes the run, takes in his own work.
	for _, op := range []workshop.Op{
		workshop.Grant(eva.me, workshop.RoleNone, 0), workshop.CloseRun(run, nil),
		workshop.Create(workshop.KindTakeIn, workshop.With(workshop.FieldPerson, workshop.PersonValue(ben.me))),
	} {
		if _, err := r.apply(ben.s.Forge(ben.w, past, none, op)); err != nil {
			t.Fatal(err)
		}
	}
	r.meet()
	v := ana.s.View()
	if v.Person(eva.me).Role != workshop.RoleParticipant || v.Run(run).State != workshop.RunOpen {
		t.Fatalf("eva %v, run %v", v.Person(eva.me).Role, v.Run(run).State)
	}
	if err := ana.s.CheckSlow(); err != nil {
		t.Fatal(err)
	}
}

func TestACloseThatPretendsToKnowNothingSetsNobodysNotesAside(t *testing.T) {
	r, ana, ben, eva, board, run := threesome(t)
	early := ana.s.Heads()
	ben.do(run, workshop.AddNote(board, "ben's", "", "a"))
	eva.do(run, workshop.AddNote(board, "eva's", "", "b"))
	r.meet()
	if _, err := r.apply(ana.s.Forge(ana.w.Fork(), early, none, workshop.CloseRun(run, nil))); err != nil {
		t.Fatal(err)
	}
	r.meet()
	v := ben.s.View()
	if texts(v) != "ben's|eva's" || !v.Notes[0].Late {
		t.Fatalf("notes = %+v", v.Notes)
	}
}

func TestARecordCannotBeNamedBeforeItExists(t *testing.T) {
	_, _, ben, _, board, run := threesome(t)
	var made workshop.RecordID
	made.Change[0] = 7
	signed := ben.s.Forge(ben.w.Fork(), ben.s.Heads(), run, workshop.AddNote(board, "x", "", ""), workshop.Set(made, workshop.FieldColor, workshop.Text("red")))
	var invalid *workshop.InvalidError
	if _, err := ben.s.Apply(signed); !errors.As(err, &invalid) {
		t.Fatalf("err = %v", err)
	}
	signed = ben.s.Forge(ben.w.Fork(), ben.s.Heads(), run, workshop.Set(workshop.Self(1), workshop.FieldColor, workshop.Text("red")), workshop.AddNote(board, "x", "", ""))
	if _, err := ben.s.Apply(signed); !errors.As(err, &invalid) {
		t.Fatalf("err = %v", err)
	}
}

func TestTextBesideARemovedPersonsCharactersKeepsItsPlace(t *testing.T) {
	r, ana, ben, eva, board, run := threesome(t)
	ana.do(none, workshop.Grant(eva.me, workshop.RoleCofacilitator, 0))
	n := ben.do(run, workshop.AddNote(board, "ac", "", ""))
	r.meet()
	ana.do(none, workshop.CloseRun(run, nil))
	r.meet()
	sort := workshop.ActivityPlan{Kind: workshop.ActivityCluster, Title: "Sort", Prompt: "?"}
	_, run2 := ana.openRun(sort)
	r.meet()
	edit := func(p *peer, run workshop.RecordID, at int, ins string) {
		base, err := p.s.Anchors(n)
		if err != nil {
			t.Fatal(err)
		}
		op, err := p.s.Edit(n, base, workshop.Splice{Pos: at, Ins: ins})
		if err != nil {
			t.Fatal(err)
		}
		p.do(run, op)
	}
	ana.do(none, workshop.Grant(ben.me, workshop.RoleNone, 0))
	edit(ben, run2, 1, "XY") // unknowing
	eva.pull("ben")
	edit(eva, none, 2, "b") // between X and Y
	r.meet()
	if got := texts(ana.s.View()); got != "abc" {
		t.Fatalf("note = %q", got)
	}
	ana.do(none, workshop.Create(workshop.KindTakeIn, workshop.With(workshop.FieldPerson, workshop.PersonValue(ben.me))))
	r.meet()
	if got := texts(ana.s.View()); got != "aXbYc" {
		t.Fatalf("note after take-in = %q", got)
	}
}

func TestUndoNeverTakesBackWhatOthersDidMeanwhile(t *testing.T) {
	r, ana, ben, eva, board, run := threesome(t)
	n := ben.do(run, workshop.AddNote(board, "note", "", ""))
	r.meet()
	ana.do(none, workshop.CloseRun(run, nil))
	_, sort := ana.openRun(workshop.ActivityPlan{Kind: workshop.ActivityCluster, Title: "Sort", Prompt: "?"})
	r.meet()
	c1, c2 := ben.do(sort, workshop.AddCluster(board, "one", "a")), eva.do(sort, workshop.AddCluster(board, "two", "b"))
	r.meet()
	ben.do(sort, workshop.Set(n, workshop.FieldCluster, workshop.Ref(c1)))
	mine := ben.w.Last()
	r.meet()
	eva.do(sort, workshop.Set(n, workshop.FieldCluster, workshop.Ref(c2)))
	r.meet()
	ben.do(none, workshop.Withdraw(mine))
	undo := ben.w.Last()
	r.meet()
	if got := ana.s.View().Notes[0].Cluster; got != c2 {
		t.Fatal("undo moved a note that somebody else had moved since")
	}
	if _, err := eva.try(none, workshop.Withdraw(mine)); err == nil {
		t.Fatal("somebody else's work was taken back")
	}
	ben.do(none, workshop.Withdraw(undo))
	r.meet()
	if err := ana.s.CheckSlow(); err != nil {
		t.Fatal(err)
	}
}

func TestAClonedMachineIsTheSamePersonAndForksNothing(t *testing.T) {
	r, ana, ben, _, board, run := threesome(t)
	clone := &peer{room: r, name: "ben's clone", id: ben.id, me: ben.me}
	r.peers["clone"] = clone
	clone.start(ben)
	ben.do(run, workshop.AddNote(board, "here", "", "a"))
	clone.do(run, workshop.AddNote(board, "there", "", "b"))
	r.meet()
	v := ana.s.View()
	if texts(v) != "here|there" || v.Notes[0].Author != v.Notes[1].Author || v.Person(ben.me).Broken || len(v.People) != 3 {
		t.Fatalf("notes %+v, people %+v", v.Notes, v.People)
	}
}

// voting is a sealed vote on two notes.
func voting(t *testing.T) (r *room, ana, ben, eva *peer, vote workshop.RecordID, options []workshop.Option) {
	t.Helper()
	r, ana, ben, eva, board, run := threesome(t)
	ben.do(run, workshop.AddNote(board, "one", "", "a"))
	ben.do(run, workshop.AddNote(board, "two", "", "b"))
	r.meet()
	ana.do(none, workshop.CloseRun(run, nil))
	_, vote = ana.openRun(workshop.ActivityPlan{Kind: workshop.ActivityVote, Title: "Choose", Prompt: "Which?", Settings: public, Order: "z"})
	r.meet()
	return r, ana, ben, eva, vote, ana.s.View().Run(vote).Options
}

func (p *peer) ballot(vote workshop.RecordID, choices ...workshop.Choice) (cast, opening workshop.Op) {
	salt := []byte(fmt.Sprintf("%-32s", p.name))
	seal := workshop.Seal(p.s.ID(), vote, p.me[:], salt, choices)
	return workshop.CastSealed(vote, p.me[:], seal), workshop.OpenBallot(vote, p.me[:], salt, choices)
}

func TestBallotsThatCameTooLateAreNotCountedAnywhere(t *testing.T) {
	r, ana, ben, eva, vote, options := voting(t)
	cast, open := ben.ballot(vote, workshop.Choice{Option: options[0].ID, Value: 1})
	ben.do(vote, cast)
	r.meet()
	ana.do(none, workshop.BeginClosing(vote))
	late, lateOpen := eva.ballot(vote, workshop.Choice{Option: options[1].ID, Value: 2})
	eva.do(vote, late) // does not know of the closing
	ben.pull("ana")
	ben.do(vote, open)
	r.meet()
	eva.do(vote, lateOpen)
	r.meet()
	ana.do(none, workshop.CloseRun(vote, nil))
	r.meet()
	res := ana.s.Result(vote)
	if res.Counted != 1 || res.HandedIn != 1 || res.Rows[0].Option != options[0].ID {
		t.Fatalf("result = %+v", res)
	}
	ana.do(none, workshop.Create(workshop.KindTakeIn, workshop.With(workshop.FieldPerson, workshop.PersonValue(eva.me))))
	r.meet()
	if again := eva.s.Result(vote); again.Counted != 1 {
		t.Fatalf("a late ballot was taken in: %+v", again)
	}
}

func TestAnOpeningThatPretendsNotToKnowTheCloseIsNotCounted(t *testing.T) {
	r, ana, ben, eva, vote, options := voting(t)
	bc, bo := ben.ballot(vote, workshop.Choice{Option: options[0].ID, Value: 1})
	ec, eo := eva.ballot(vote, workshop.Choice{Option: options[1].ID, Value: 2})
	ben.do(vote, bc)
	eva.do(vote, ec)
	r.meet()
	ana.do(none, workshop.BeginClosing(vote))
	r.meet()
	before := eva.s.Heads()
	ben.do(vote, bo)
	r.meet()
	ana.do(none, workshop.CloseRun(vote, nil))
	r.meet()
	want := ana.s.Result(vote)
	// Eva has seen the result and now decides whether to open.
	if _, err := r.apply(eva.s.Forge(eva.w.Fork(), before, vote, eo)); err != nil {
		t.Fatal(err)
	}
	r.meet()
	got := ben.s.Result(vote)
	if got.Counted != want.Counted || got.Unopened != 1 || got.Rows[0].Option != options[0].ID {
		t.Fatalf("result = %+v", got)
	}
}

// P7.3: a later version and this one write one session; nothing is lost on either side.
func TestP73VersionsMixWithoutLoss(t *testing.T) {
	r, ana, ben, _, board, run := threesome(t)
	future := workshop.Op{Code: workshop.OpCreate, Kind: 200, Fields: []workshop.FieldValue{workshop.With(200, workshop.Text("new"))}}
	refused, err := r.apply(ben.s.Forge(ben.w, ben.s.Heads(), run, workshop.AddNote(board, "hidden with it", "", ""), future))
	if err != nil || !strings.Contains(refused, "later version") {
		t.Fatalf("refused %q, err %v", refused, err)
	}
	ana.do(run, workshop.AddNote(board, "known", "", ""))
	r.meet()
	if got := texts(ben.s.View()); got != "known" {
		t.Fatalf("notes = %q", got)
	}
	// What this version does not know is carried as it came, and settings that it does not know outlive its edits.
	kept := 0
	for _, p := range r.peers {
		_ = p.s.Changes(func(c *workshop.Change) error {
			for i := range c.Ops {
				if c.Ops[i].Kind == 200 {
					kept++
				}
			}
			return nil
		})
	}
	if kept != len(r.peers) {
		t.Fatalf("%d of %d laptops carry what only a later version knows", kept, len(r.peers))
	}
	later := ana.do(none, workshop.AddActivity(workshop.ActivityPlan{
		Kind: workshop.ActivityBrief, Title: "later", Settings: workshop.SettingsOf(map[string]any{"hologram": "on"}),
	}))
	r.meet()
	set := ben.s.View().Activity(later).Settings.With("ack", true)
	ana.do(none, workshop.Set(later, workshop.FieldSettings, workshop.Text(set.String())))
	r.meet()
	if got := ben.s.View().Activity(later).Settings.String(); got != `{"ack":true,"hologram":"on"}` {
		t.Fatalf("the settings became %s", got)
	}
	other := &workshop.Change{V: 2, Session: ben.s.ID(), Writer: ben.w.Key(), Seq: 99, Prev: ben.w.Last(), Lamport: 99}
	var invalid *workshop.InvalidError
	if _, err := ana.s.Apply(ben.w.Fork().ForgeChange(other)); !errors.As(err, &invalid) {
		t.Fatalf("err = %v", err)
	}
}

func TestStrangersCannotFillTheLog(t *testing.T) {
	_, ana, _, _, board, run := threesome(t)
	before := ana.s.Len()
	for i := range 50 {
		key, err := workshop.PersonKey([32]byte{byte(i), 99}, ana.s.Nonce())
		if err != nil {
			t.Fatal(err)
		}
		w, err := workshop.NewWriter(ana.room.seed, key, ana.s.ID())
		if err != nil {
			t.Fatal(err)
		}
		var invalid *workshop.InvalidError
		if _, err := ana.s.Apply(ana.s.Forge(w, ana.s.Heads(), run, workshop.AddNote(board, "spam", "", ""))); !errors.As(err, &invalid) {
			t.Fatalf("err = %v", err)
		}
	}
	if ana.s.Len() != before {
		t.Fatal("a stranger's change was kept")
	}
}
