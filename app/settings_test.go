package app

import (
	"slices"
	"testing"
	"time"
)

// The tests of this file are about settings that no other test is about: each changes what is refused, counted or shown.

func TestARoundAsksForATurnOfEach(t *testing.T) {
	tb := newTable(t, "amina", "ben", "chen")
	ben := tb.desk("ben")
	tb.open(tb.activity(ActivityRound, Settings{"passAllowed": false, "secondsPerTurn": 45.0, "answer": "symbol"}))
	refused(t, ben.GiveResponse(Answer{Pass: true}), "round-answer")
	refused(t, ben.GiveResponse(Answer{Text: "two words"}), "round-answer")
	tb.must(ben.GiveResponse(Answer{Text: "🌱"}))
	if talk := shownAs[TalkRecord](ben); talk.SecondsPerTurn != 45 {
		t.Errorf("a turn is shown as %d seconds", talk.SecondsPerTurn)
	}
	orders := map[string][]string{}
	for _, order := range []string{"circle", "random", "volunteers"} {
		tb.open(tb.activity(ActivityRound, Settings{"order": order}))
		now := 0
		for _, turn := range shownAs[TalkRecord](tb.desk("chen")).Turns {
			orders[order] = append(orders[order], turn.Person)
			now += oneIf(turn.State == "now")
		}
		if len(orders[order]) != 3 || (now == 0) != (order == "volunteers") {
			t.Errorf("%s: %d turns, %d now", order, len(orders[order]), now)
		}
	}
	tb.open(tb.activity(ActivityRound, Settings{"mode": "until-empty"}))
	for range 2 {
		tb.must(ben.GiveResponse(Answer{Text: "another"}))
		tb.pass(time.Second)
	}
	tb.meet()
	times := 0
	for _, turn := range shownAs[TalkRecord](tb.desk("amina")).Turns {
		times += turn.Times
	}
	if times != 2 {
		t.Errorf("who has more is heard %d times, want 2", times)
	}
}

func TestABrainstormTakesSoManyOfEach(t *testing.T) {
	tb := newTable(t, "amina", "ben", "chen")
	tb.open(tb.activity(ActivityBrainstorm, Settings{"maxPerPerson": 2.0, "starOwn": 1.0, "visibility": "public"}))
	ben := tb.desk("ben")
	var ids []string
	for _, text := range []string{"one", "two"} {
		id, err := ben.AddNote(NewNote{Text: text})
		tb.must(err)
		ids = append(ids, id)
	}
	refused(t, second(ben.AddNote(NewNote{Text: "three"})), "enough-notes")
	_, err := tb.desk("chen").AddNote(NewNote{Text: "of chen"})
	tb.must(err)
	tb.must(ben.StarNote(ids[0], true))
	if err := ben.StarNote(ids[1], true); err == nil {
		t.Error("a second star was given")
	}
}

func TestAVoteHasTheRulesItWasGiven(t *testing.T) {
	tb := newTable(t, "amina", "ben", "chen", "dora", "emil", "fay")
	tb.open(tb.activity(ActivityBrainstorm, Settings{"visibility": "public"}))
	own := map[string]string{}
	for _, d := range tb.desks {
		id, err := d.AddNote(NewNote{Text: "of " + d.name})
		tb.must(err)
		own[d.name] = id
	}
	tb.meet()
	tb.open(tb.activity(ActivityVote, Settings{"options": "notes", "ownAllowed": false, "dots": 2.0, "maxPerOption": 1.0, "secret": false, "quorum": 0.5}))
	ben := tb.desk("ben")
	refused(t, ben.CastBallot(dots(own["ben"], 1)), "vote-own")
	refused(t, ben.CastBallot(dots(own["amina"], 2)), "vote-rules")
	tb.must(ben.CastBallot(dots(own["amina"], 1)))
	rules := shownAs[RunRecord](ben).Vote
	if rules == nil || rules.Quorum != 3 || !rules.OwnBarred {
		t.Errorf("shown %+v", rules)
	}
	tb.open(tb.activity(ActivityVote, Settings{"options": "notes", "method": "score", "passes": 5.0, "secret": false}))
	read := map[string]int{}
	for _, d := range tb.desks {
		reading := shownAs[BallotRecord](d).Reading
		if len(reading) != 5 || slices.Contains(reading, own[d.name]) {
			t.Errorf("%s reads %d, own among them: %v", d.name, len(reading), slices.Contains(reading, own[d.name]))
		}
		for _, o := range reading {
			read[o]++
		}
		if err := d.CastBallot([]Choice{{Option: own[d.name], Value: 1}}); err == nil {
			t.Errorf("%s judged what was not handed to them", d.name)
		}
	}
	for _, id := range own {
		if read[id] != 5 {
			t.Errorf("an idea is read by %d", read[id])
		}
	}
	run := tb.open(tb.activity(ActivityVote, Settings{"method": "scale", "scale": "fist0-5", "threshold": 3.0, "purpose": "gauge", "secret": false}))
	option := shownAs[RunRecord](ben).Options[0].ID
	for i, d := range tb.desks {
		tb.must(d.HandIn(NewBallot{Choices: []Choice{{Option: option, Value: i}}, Text: "because"}))
	}
	tb.meet()
	tb.closeRun("amina")
	if r := resultOf(t, ben, run); r.Below != 3 {
		t.Errorf("%d are below the threshold", r.Below)
	}
}

func TestATalkHasTheMinutesItWasGiven(t *testing.T) {
	tb := newTable(t, "amina", "ben")
	tb.open(tb.activity(ActivityDiscuss, Settings{"minutesPerItem": 2.5, "capture": []any{"insight"}}))
	tb.must(tb.desk("amina").DiscussItem(tb.desk("amina").View().OpenRun().Activity.String()))
	tb.meet()
	if talk := shownAs[TalkRecord](tb.desk("ben")); talk.ItemSeconds != 150 {
		t.Errorf("an item has %d seconds", talk.ItemSeconds)
	}
}

func TestACanvasIsLaidOutAsItWasPlanned(t *testing.T) {
	tb := newTable(t, "amina", "ben")
	ben := tb.desk("ben")
	tb.open(tb.activity(ActivityCanvas, Settings{
		"zones": []any{"A", "B", "C"}, "openStepwise": true, "minutesPerZone": []any{1.0, 2.0, 1.0}, "direction": "right-to-left",
		"marks": []any{"keep", "fading"}, "maxItems": 1.0,
	}))
	open := func() (n int) {
		for _, z := range shownAs[RunRecord](ben).Canvas.Zones {
			n += oneIf(z.Open)
		}
		return n
	}
	c := shownAs[RunRecord](ben).Canvas
	if open() != 1 || !c.Stepwise || c.Direction != "right-to-left" || !slices.Equal(c.Marks, List[string]{"keep", "fading"}) || c.MaxItems != 1 {
		t.Fatalf("%d open, shown %+v", open(), c)
	}
	_, err := ben.AddNote(NewNote{Text: "first", Zone: "A"})
	tb.must(err)
	refused(t, second(ben.AddNote(NewNote{Text: "second", Zone: "A"})), "canvas-full")
	tb.must(tb.desk("amina").StepRound(1))
	tb.meet()
	if open() != 2 {
		t.Errorf("a step later %d areas are open", open())
	}
	tb.open(tb.activity(ActivityCanvas, Settings{"layout": "grid2x2", "axes": []any{"effort", "impact"}}))
	if c := shownAs[RunRecord](ben).Canvas; c.Layout != "grid2x2" || c.AxisX != "effort" || c.AxisY != "impact" {
		t.Errorf("shown %+v", c)
	}
}

func TestACommitAsksForWhatItSays(t *testing.T) {
	tb := newTable(t, "amina", "ben")
	ben := tb.desk("ben")
	tb.open(tb.activity(ActivityCommit, Settings{
		"require": []any{"what", "owner", "due", "firstStep", "reviewDate"}, "extra": []any{"sign"}, "roles": []any{"is asked"}, "maxActions": 1.0,
	}))
	id, err := ben.AddAction(NewAction{What: "Fetch chairs", Owner: personID(ben.Me())})
	tb.must(err)
	if a := shownAs[ActionRecord](ben); !slices.Equal(a.Missing, List[string]{"due", "firstStep", "reviewDate"}) {
		t.Errorf("missing %v", a.Missing)
	}
	day := Date("2026-12-04")
	roles := List[ActionRole]{{Person: personID(tb.desk("amina").Me()), Role: "is asked"}}
	tb.must(ben.EditAction(id, ActionEdit{Due: &day, FirstStep: said("Call the school"), Review: &day, Sign: said("They stand there"), Roles: roles}))
	tb.meet()
	if a := shownAs[ActionRecord](tb.desk("amina")); len(a.Missing) != 0 || a.Sign != "They stand there" || len(a.Roles) != 1 {
		t.Errorf("shown %+v", a)
	}
	refused(t, second(ben.AddAction(NewAction{What: "And another"})), "actions-enough")
	tb.must(ben.EditAction(id, ActionEdit{Roles: List[ActionRole]{}}))
	if a := shownAs[ActionRecord](ben); len(a.Roles) != 0 {
		t.Errorf("a role that was taken away is shown: %+v", a.Roles)
	}
}

func TestGroupsAreDrawnAsItWasAsked(t *testing.T) {
	for _, assign := range []string{"never-met-first", "random", "chosen", "mixed-by-tag"} {
		tb := newTable(t, "amina", "ben", "chen", "dora", "emil", "fay")
		groups := tb.breakout(Settings{"groupSize": 3.0, "assign": assign})
		sizes := []int{}
		for _, g := range tb.desk("ben").View().GroupsOf(groups.ID, 0) {
			sizes = append(sizes, len(g.Members))
		}
		if !slices.Equal(sizes, []int{3, 3}) {
			t.Errorf("%s: groups of %v", assign, sizes)
		}
		if assign != "chosen" {
			continue
		}
		v := tb.desk("amina").View()
		to := v.GroupsOf(groups.ID, 0)[1]
		moved := v.GroupsOf(groups.ID, 0)[0].Members[0]
		tb.must(tb.desk("amina").SeatPerson(personID(moved), to.ID.String()))
		tb.meet()
		if g := tb.desk("ben").View().Group(to.ID); !slices.Contains(g.Members, moved) {
			t.Error("whom a facilitator moved stayed")
		}
	}
}
