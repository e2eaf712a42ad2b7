package app

import (
	"slices"
	"strings"
	"testing"
	"time"

	"convene/workshop"
)

// The tests of this file are about settings of activities: what each of them asks of people, and what it refuses.

// shownAs returns the record of a kind that a desk shows, the last one.
func shownAs[T Record](d *desk) (last T) {
	for _, r := range d.Records() {
		if x, is := r.(T); is {
			last = x
		}
	}
	return last
}

func TestABriefCountsWhoSaidThatTheyAreReady(t *testing.T) {
	tb := newTable(t, "amina", "ben", "chen")
	tb.open(tb.activity(ActivityBrief, Settings{"ack": true, "prefill": "charter"}))
	for _, name := range []string{"ben", "chen"} {
		tb.must(tb.desk(name).SetReady(true))
	}
	tb.must(tb.desk("chen").SetReady(false))
	tb.meet()
	if b := shownAs[RunRecord](tb.desk("amina")).Brief; b == nil || !b.Ack || b.Prefill != "charter" || b.Ready != 1 {
		t.Errorf("shown %+v", b)
	}
	tb.closeRun("amina")
	tb.open(tb.activity(ActivityRound, Settings{}))
	tb.desk("ben").tells("the charter was shown, 1 ready")

	plain := newTable(t, "amina", "ben")
	plain.open(plain.activity(ActivityBrief, Settings{}))
	plain.must(plain.desk("ben").SetReady(true))
	plain.meet()
	if n := len(plain.desk("amina").View().Responses); n != 0 {
		t.Errorf("%d were kept where nobody was asked", n)
	}
}

func TestARoundIsHeldInPairsAndAtTables(t *testing.T) {
	tb := newTable(t, "amina", "ben", "chen", "dora", "emil")
	tb.open(tb.activity(ActivityRound, Settings{"scope": "pairs"}))
	sizes := []int{}
	for _, d := range tb.desks {
		talk := shownAs[TalkRecord](d)
		me, now := false, 0
		for _, turn := range talk.Turns {
			me = me || turn.Person == personID(d.Me())
			now += oneIf(turn.State == "now")
		}
		if !me || now != 1 || talk.Scope != "pairs" {
			t.Errorf("%s is shown %+v", d.name, talk)
		}
		sizes = append(sizes, len(talk.Turns))
	}
	if slices.Sort(sizes); !slices.Equal(sizes, []int{2, 2, 3, 3, 3}) {
		t.Errorf("circles of %v", sizes)
	}
	tb.open(tb.activity(ActivityBreakout, Settings{"groupSize": 3.0}))
	tb.pass(time.Second)
	groups := tb.desk("amina").View().Groups
	tb.open(tb.activity(ActivityRound, Settings{"scope": "table"}))
	for _, d := range tb.desks {
		var want []string
		for _, g := range groups {
			if slices.Contains(g.Members, d.Me()) {
				for _, p := range g.Members {
					want = append(want, personID(p))
				}
			}
		}
		var got []string
		for _, turn := range shownAs[TalkRecord](d).Turns {
			got = append(got, turn.Person)
		}
		slices.Sort(want)
		if slices.Sort(got); !slices.Equal(got, want) || len(got) < 2 {
			t.Errorf("%s sits with %v, want %v", d.name, got, want)
		}
	}
}

func TestOnlyTheOwnGroupsNotesAreOnTheScreen(t *testing.T) {
	tb := newTable(t, "amina", "ben", "chen", "dora")
	tb.open(tb.activity(ActivityBreakout, Settings{"groupSize": 2.0}))
	tb.pass(time.Second)
	groups := tb.desk("amina").View().Groups
	tb.open(tb.activity(ActivityBrainstorm, Settings{"visibility": "own-group"}))
	for _, d := range tb.desks {
		d.writes("of " + d.name)
	}
	tb.meet()
	sees := func(d *desk) (texts []string) {
		for _, r := range d.Records() {
			if n, is := r.(NoteRecord); is {
				texts = append(texts, n.Text)
			}
		}
		slices.Sort(texts)
		return texts
	}
	for _, d := range tb.desks {
		var want []string
		for _, g := range groups {
			if slices.Contains(g.Members, d.Me()) {
				for _, e := range tb.desks {
					if slices.Contains(g.Members, e.Me()) {
						want = append(want, "of "+e.name)
					}
				}
			}
		}
		slices.Sort(want)
		if got := sees(d); !slices.Equal(got, want) || len(got) != 2 {
			t.Errorf("%s sees %q, want %q", d.name, got, want)
		}
		if s := shownAs[RunRecord](d).Sees; len(s) != 1 || s[0].Code != "notes-own-group" {
			t.Errorf("%s is told %+v", d.name, s)
		}
	}
	tb.closeRun("amina")
	for _, d := range tb.desks {
		if got := sees(d); len(got) != 4 {
			t.Errorf("after the close %s sees %q", d.name, got)
		}
	}
}

func TestABrainstormSaysWhatItAsksOfEachPerson(t *testing.T) {
	tb := newTable(t, "amina", "ben")
	tb.open(tb.activity(ActivityBrainstorm, Settings{"slots": 2.0, "secondsPerSlot": 60.0, "minPerPerson": 1.0, "starOwn": 1.0, "silent": false}))
	ben := tb.desk("ben")
	ben.writes("one")
	w := shownAs[RunRecord](ben).Writing
	if w == nil || w.Quiet || w.Least != 1 || w.Most != 2 || w.Mine != 1 || w.Stars != 1 || w.Box != 1 {
		t.Fatalf("shown %+v", w)
	}
	ends := w.BoxEnds
	tb.pass(61 * time.Second)
	if w = shownAs[RunRecord](ben).Writing; w.Box != 2 || w.BoxEnds != ends+60_000 {
		t.Errorf("after a minute %+v, the first box ended at %d", w, ends)
	}
	ben.writes("two")
	_, err := ben.AddNote(NewNote{Text: "three"})
	refused(t, err, "enough-notes")
}

func TestNotesHangOnWhatTheActivitySays(t *testing.T) {
	tb := newTable(t, "amina", "ben")
	tb.open(tb.activity(ActivityCanvas, Settings{"zones": []any{"A", "B"}, "connectors": true}))
	ben := tb.desk("ben")
	a, err := ben.AddNote(NewNote{Text: "a", Zone: "A"})
	tb.must(err)
	b, err := ben.AddNote(NewNote{Text: "b", Zone: "B"})
	tb.must(err)
	arrow, err := ben.AddConnector(NewConnector{From: a, To: b})
	tb.must(err)
	tb.meet()
	tb.open(tb.activity(ActivityBrainstorm, Settings{"attachTo": "connectors", "visibility": "public"}))
	_, err = ben.AddNote(NewNote{Text: "assumption", About: a})
	refused(t, err, "note-about")
	_, err = ben.AddNote(NewNote{Text: "assumption", About: arrow})
	tb.must(err)
	tb.meet()
	tb.open(tb.activity(ActivityBrainstorm, Settings{"attachTo": "notes", "visibility": "public"}))
	_, err = ben.AddNote(NewNote{Text: "remark", About: arrow})
	refused(t, err, "note-about")
	_, err = ben.AddNote(NewNote{Text: "remark", About: b})
	tb.must(err)
}

func TestABoardIsSortedInStepsPairsFirst(t *testing.T) {
	tb := newTable(t, "amina", "ben")
	tb.open(tb.activity(ActivityBrainstorm, Settings{"visibility": "public"}))
	ben := tb.desk("ben")
	var ids []string
	for _, text := range []string{"one", "two", "three", "four", "five", "six"} {
		id, err := ben.AddNote(NewNote{Text: text})
		tb.must(err)
		ids = append(ids, id)
	}
	tb.meet()
	tb.open(tb.activity(ActivityCluster, Settings{"release": "in-batches", "startWithPairs": true, "order": "largest-first", "nameWords": []any{3.0, 7.0}}))
	notes := func() (n int) {
		for _, r := range ben.Records() {
			if _, is := r.(NoteRecord); is {
				n++
			}
		}
		return n
	}
	s := shownAs[RunRecord](ben).Sorting
	if s == nil || s.Steps != 3 || !s.PairsOnly || s.Held != 4 || !s.LargestFirst || s.LeastWords != 3 || s.MostWords != 7 || notes() != 2 {
		t.Fatalf("first %+v, %d notes", s, notes())
	}
	_, err := ben.AddCluster("all", ids[:3])
	refused(t, err, "pairs-first")
	pair, err := ben.AddCluster("a pair", ids[:2])
	tb.must(err)
	refused(t, ben.MoveNote(NoteMove{Note: ids[2], Cluster: pair}), "pairs-first")
	tb.must(tb.desk("amina").StepRound(1))
	tb.meet()
	if s = shownAs[RunRecord](ben).Sorting; s.PairsOnly || s.Held != 2 || notes() != 4 {
		t.Errorf("then %+v, %d notes", s, notes())
	}
	small, err := ben.AddCluster("alone", ids[2:3])
	tb.must(err)
	tb.must(ben.MoveNote(NoteMove{Note: ids[3], Cluster: pair}))
	tb.meet()
	order := map[string]string{}
	for _, r := range ben.Records() {
		if c, is := r.(ClusterRecord); is {
			order[c.ID] = c.Order
		}
	}
	if order[pair] >= order[small] {
		t.Errorf("the larger one stands behind: %v", order)
	}
	tb.must(tb.desk("amina").StepRound(2))
	tb.meet()
	if notes() != 6 {
		t.Errorf("at the end %d notes", notes())
	}
	tb.open(tb.activity(ActivityCluster, Settings{"mode": "name-only"}))
	refused(t, ben.MoveNote(NoteMove{Note: ids[4], Cluster: pair}), "names-only")
	_, err = ben.AddCluster("another", ids[4:5])
	refused(t, err, "names-only")
	tb.must(ben.EditCluster(pair, "What three words say"))
}

func TestADiscussionGoesRoundAndThumbsCountWhereTheyAreAsked(t *testing.T) {
	tb := newTable(t, "amina", "ben", "chen")
	tb.open(tb.activity(ActivityDiscuss, Settings{"speaking": "round"}))
	refused(t, tb.desk("ben").ShowThumb("up", ""), "discuss-closed")
	heard := map[string]int{}
	for range 6 {
		tb.must(tb.desk("amina").NextTurn())
		tb.meet()
		talk := shownAs[TalkRecord](tb.desk("chen"))
		heard[talk.Speaker.Person]++
		if talk.Speaking != "round" || talk.ByThumbs {
			t.Errorf("shown %+v", talk)
		}
		tb.pass(time.Second)
	}
	for _, d := range tb.desks {
		if heard[personID(d.Me())] != 2 {
			t.Errorf("in two rounds %s spoke %d times", d.name, heard[personID(d.Me())])
		}
	}
	tb.must(tb.desk("amina").DiscussItem(tb.desk("amina").View().OpenRun().Activity.String()))
	tb.meet()
	refused(t, tb.desk("ben").ShowThumb("up", ""), "no-thumbs")
}

func TestAReviewHasItsOwnWords(t *testing.T) {
	tb := newTable(t, "amina", "ben")
	amina, ben := tb.desk("amina"), tb.desk("ben")
	tb.open(tb.activity(ActivityCommit, Settings{"ownerAccepts": false}))
	id, err := amina.AddAction(NewAction{What: "Fetch chairs", Owner: personID(ben.Me()), Due: "2026-12-04"})
	tb.must(err)
	tb.meet()
	if r := shownAs[RunRecord](ben); !r.Unasked || !ben.View().Actions[0].Unasked {
		t.Errorf("shown %+v", r)
	}
	tb.closeRun("amina")
	if strings.Contains(ben.markdown("names"), "yes still open") {
		t.Error("the record waits for a yes that nobody asked for")
	}
	tb.open(tb.activity(ActivityCommit, Settings{"mode": "review", "states": []any{"seed", "harvest"}}))
	if r := shownAs[RunRecord](ben); !slices.Equal(r.States, []string{"seed", "harvest"}) {
		t.Errorf("shown %v", r.States)
	}
	refused(t, ben.EditAction(id, ActionEdit{State: said("asleep")}), "action-state")
	tb.must(ben.EditAction(id, ActionEdit{State: said("seed")}))
	tb.must(ben.EditAction(id, ActionEdit{State: said(workshop.ActionDone)}))
}

func TestHostsOfTheLastGroupsSort(t *testing.T) {
	tb := newTable(t, "amina", "ben", "chen", "dora", "emil")
	sort := tb.activity(ActivityCluster, Settings{"who": "hosts"})
	if w := shownAs[PlanRecord](tb.desk("amina")).Warnings; !slices.ContainsFunc(w, func(w PlanWarning) bool { return w.Code == "no-hosts" && w.Activity == sort }) {
		t.Errorf("the plan lacks %+v", w)
	}
	tb.must(tb.desk("amina").RemoveActivity(sort))
	groups := tb.breakout(Settings{"groupSize": 2.0})
	hosts := map[workshop.Person]bool{}
	for _, g := range tb.desk("amina").View().GroupsOf(groups.ID, 0) {
		hosts[g.Host] = true
	}
	tb.open(tb.activity(ActivityBrainstorm, Settings{"visibility": "public"}))
	a, err := tb.desk("ben").AddNote(NewNote{Text: "a"})
	tb.must(err)
	tb.meet()
	tb.open(tb.activity(ActivityCluster, Settings{"who": "hosts"}))
	sorted := 0
	for _, d := range tb.desks {
		s := shownAs[RunRecord](d).Sorting
		sorts := hosts[d.Me()] || d.name == "amina"
		if s == nil || s.Who != "hosts" || s.Sorts != sorts || len(s.Hosts) != len(hosts) {
			t.Errorf("%s is shown %+v, hosts %d", d.name, s, len(hosts))
		}
		id, err := d.AddCluster("by "+d.name, []string{a})
		if sorts {
			tb.must(err)
			sorted++
			tb.must(d.EditCluster(id, "of "+d.name))
		} else {
			refused(t, err, "sort-hosts")
			refused(t, d.MoveNote(NoteMove{Note: a}), "sort-hosts")
		}
		tb.meet()
	}
	if sorted < 2 || sorted == len(tb.desks) {
		t.Errorf("%d of %d sorted", sorted, len(tb.desks))
	}
	tb.open(tb.activity(ActivityCluster, Settings{"who": "facilitators"}))
	refused(t, tb.desk("ben").PlaceNotes(NotesMove{Notes: List[NoteSpot]{{Note: a}}, Cluster: said("")}), "sort-facilitators")
	tb.equal()
}

func TestWhatIsTheSameBecomesOneWhereASortingMerges(t *testing.T) {
	tb := newTable(t, "amina", "ben", "chen")
	ben := tb.desk("ben")
	tb.open(tb.activity(ActivityBrainstorm, Settings{"visibility": "public"}))
	var ids []string
	for _, text := range []string{"A fence", "Fence it", "Test weekly"} {
		id, err := tb.desk("chen").AddNote(NewNote{Text: text})
		tb.must(err)
		ids = append(ids, id)
	}
	tb.meet()
	tb.open(tb.activity(ActivityCluster, Settings{"mode": "merge"}))
	if s := shownAs[RunRecord](ben).Sorting; s == nil || !s.Merging || !s.Sorts {
		t.Fatalf("shown %+v", s)
	}
	_, err := ben.AddCluster("Fences", ids[:2])
	refused(t, err, "merge-only")
	one, err := ben.MergeNotes(NotesMerge{Notes: ids[:2], Text: "A fence around the spring"})
	tb.must(err)
	tb.meet()
	texts := func() (list []string) {
		for _, n := range tb.desk("amina").View().Notes {
			list = append(list, n.Text)
		}
		slices.Sort(list)
		return list
	}
	if got := texts(); !slices.Equal(got, []string{"A fence around the spring", "Test weekly"}) {
		t.Errorf("amina sees %q", got)
	}
	n, err := workshop.ParseRecordID(one)
	tb.must(err)
	if c := tb.desk("amina").View().Note(n).Credits; len(c) != 2 || c[0].Person != tb.desk("chen").Me() || c[1].Person != ben.Me() || !c[1].Reworded {
		t.Errorf("credit %+v: chen wrote it, and ben found other words", c)
	}
	tb.must(ben.Undo())
	tb.meet()
	if got := texts(); !slices.Equal(got, []string{"A fence", "Fence it", "Test weekly"}) {
		t.Errorf("taken back amina sees %q", got)
	}
	tb.open(tb.activity(ActivityVote, Settings{"method": "score"}))
	if o := shownAs[RunRecord](ben).Options; len(o) != 3 {
		t.Errorf("voted on %+v", o)
	}
	tb.open(tb.activity(ActivityCluster, Settings{"mode": "merge", "who": "facilitators"}))
	refused(t, second(ben.MergeNotes(NotesMerge{Notes: ids[:2]})), "sort-facilitators")
	tb.equal()
}

func TestManyNotesMoveByTheSameRulesAsOne(t *testing.T) {
	tb := newTable(t, "amina", "ben")
	ben := tb.desk("ben")
	tb.open(tb.activity(ActivityBrainstorm, Settings{"visibility": "public"}))
	var spots List[NoteSpot]
	for _, text := range []string{"one", "two", "three"} {
		id, err := ben.AddNote(NewNote{Text: text})
		tb.must(err)
		spots = append(spots, NoteSpot{Note: id})
	}
	tb.meet()
	tb.open(tb.activity(ActivityCluster, Settings{"startWithPairs": true}))
	pair, err := ben.AddCluster("a pair", []string{spots[0].Note})
	tb.must(err)
	refused(t, ben.PlaceNotes(NotesMove{Notes: spots, Cluster: &pair}), "pairs-first")
	tb.must(ben.PlaceNotes(NotesMove{Notes: spots[:2], Cluster: &pair}))
	tb.meet()
	tb.open(tb.activity(ActivityCluster, Settings{"mode": "name-only"}))
	refused(t, ben.PlaceNotes(NotesMove{Notes: spots[2:], Cluster: &pair}), "names-only")
	refused(t, ben.PlaceNotes(NotesMove{Notes: spots[:1], Cluster: said("")}), "names-only")
}

func TestANoteHoldsWhatTheActivityTakes(t *testing.T) {
	tb := newTable(t, "amina", "ben")
	drawn := tb.activity(ActivityBrainstorm, Settings{"media": []any{"sketch"}, "visibility": "public"})
	p, err := tb.desk("amina").OpenRun(drawn)
	tb.must(err)
	tb.meet()
	refused(t, p.Err(), "not-supported")
	tb.open(tb.activity(ActivityBrainstorm, Settings{"media": []any{"text", "photo"}}))
	if w := shownAs[RunRecord](tb.desk("ben")).Writing; !slices.Equal(w.Media, List[string]{"text", "photo"}) {
		t.Errorf("shown %+v", w)
	}
	for medium, may := range map[string]bool{"text": false, "sketch": true, "photo": true} {
		tb.open(tb.activity(ActivityBrainstorm, Settings{"media": []any{"text", medium}, "visibility": "public"}))
		if err := tb.desk("ben").MayPicture(NewNote{Text: "the well"}); may {
			tb.must(err)
		} else {
			refused(t, err, "note-medium")
		}
	}
}
