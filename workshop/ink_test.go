package workshop_test

import (
	"slices"
	"testing"

	"convene/workshop"

	"pgregory.net/rapid"
)

func line(xy ...int64) (dots []workshop.Dot) {
	for i := 0; i+1 < len(xy); i += 2 {
		dots = append(dots, workshop.Dot{X: xy[i], Y: xy[i+1]})
	}
	return dots
}

func TestAStrokeIsDrawnMovedDescribedAndTakenAway(t *testing.T) {
	r, ana, ben, _, board, notes := threesome(t)
	k := ben.do(notes, workshop.Draw(board, line(10, 20, -30, 45), "red"))
	r.meet()
	ben.do(notes, workshop.Set(k, workshop.FieldX, workshop.Int(5)), workshop.Set(k, workshop.FieldY, workshop.Int(-7)))
	ben.do(notes, workshop.Set(k, workshop.FieldLabel, workshop.Text("an arrow to the door")))
	r.meet()
	list := ana.s.View().StrokesOn(board)
	if len(list) != 1 {
		t.Fatalf("%d strokes", len(list))
	}
	got := list[0]
	if !slices.Equal(got.Dots, line(15, 13, -25, 38)) || got.Color != "red" || got.Label != "an arrow to the door" || got.By != ben.me || got.Hidden {
		t.Errorf("drawn as %+v", got)
	}
	if !refusedBy(ben, notes, workshop.Set(k, workshop.FieldLine, workshop.Bytes([]byte{2, 2}))) {
		t.Error("the line of a stroke was changed")
	}
	ana.do(none, workshop.CloseRun(notes, nil))
	r.meet()
	if !refusedBy(ben, none, workshop.Draw(board, line(1, 1), "")) {
		t.Error("a participant draws on a board that is closed")
	}
	if refusedBy(ben, none, workshop.Delete(k)) {
		t.Error("who drew a stroke cannot take it away")
	}
	r.meet()
	if n := len(ana.s.View().Strokes); n != 0 {
		t.Errorf("%d strokes after it was taken away", n)
	}
}

func TestOnlyItsWriterAndFacilitatorsTouchAStroke(t *testing.T) {
	r, ana, ben, _, board, notes := threesome(t)
	k := ana.do(notes, workshop.Draw(board, line(1, 1), ""))
	r.meet()
	for what, op := range map[string]workshop.Op{
		"takes away": workshop.Delete(k), "moves": workshop.Set(k, workshop.FieldX, workshop.Int(4)),
		"describes": workshop.Set(k, workshop.FieldLabel, workshop.Text("mine")),
	} {
		if !refusedBy(ben, notes, op) {
			t.Errorf("a participant %s another's stroke", what)
		}
	}
	own := ben.do(notes, workshop.Draw(board, line(2, 2), ""))
	r.meet()
	ana.do(none, workshop.Delete(own))
	r.meet()
	if list := ben.s.View().Strokes; len(list) != 1 || list[0].ID != k {
		t.Errorf("%d strokes are left", len(list))
	}
}

func TestNobodyIsMadeKnownByAStroke(t *testing.T) {
	for what, settings := range map[string]map[string]any{
		"private":   {"visibility": "private-until-reveal"},
		"anonymous": {"visibility": "public", "authorship": "anonymous"},
	} {
		r := newRoom(t, "ana")
		ana, ben := r.peers["ana"], r.join("ana", "ben", workshop.RoleParticipant)
		r.meet()
		board, run := ana.openRun(workshop.ActivityPlan{Kind: workshop.ActivityBrainstorm, Title: "Ideas", Prompt: "?", Settings: workshop.SettingsOf(settings)})
		r.meet()
		for _, p := range []*peer{ana, ben} {
			if !refusedBy(p, run, workshop.Draw(board, line(1, 1), "")) {
				t.Errorf("%s draws in a run that is %s", p.name, what)
			}
		}
	}
}

// sorts opens a run that sorts a board.
func sorts(p *peer, board workshop.RecordID) workshop.RecordID {
	activity := p.do(none, workshop.AddActivity(workshop.ActivityPlan{Kind: workshop.ActivityCluster, Title: "Sort", Prompt: "?"}))
	return p.do(none, workshop.OpenRun(workshop.RunPlan{Activity: activity, Kind: workshop.ActivityCluster, Source: board}))
}

// A board on which nobody is named stays so when it is sorted, and between activities; one that was private opens with the reveal.
func TestNobodyIsMadeKnownByAStrokeLater(t *testing.T) {
	for what, c := range map[string]struct {
		settings map[string]any
		refused  bool
	}{
		"anonymous": {map[string]any{"visibility": "public", "authorship": "anonymous"}, true},
		"private":   {map[string]any{"visibility": "private-until-reveal"}, false},
		"public":    {map[string]any{"visibility": "public"}, false},
	} {
		r := newRoom(t, "ana")
		ana, ben := r.peers["ana"], r.join("ana", "ben", workshop.RoleParticipant)
		r.meet()
		board, run := ana.openRun(workshop.ActivityPlan{Kind: workshop.ActivityBrainstorm, Title: "Ideas", Prompt: "?", Settings: workshop.SettingsOf(c.settings)})
		r.meet()
		if got := refusedBy(ana, none, workshop.Draw(board, line(1, 1), "")); got != (what != "public") {
			t.Errorf("%s: beside the open run a facilitator is refused: %v", what, got)
		}
		ana.do(none, workshop.CloseRun(run, nil))
		sort := sorts(ana, board)
		r.meet()
		for who, got := range map[string]bool{
			"who sorts":             refusedBy(ben, sort, workshop.Draw(board, line(1, 1), "")),
			"a facilitator":         refusedBy(ana, sort, workshop.Draw(board, line(1, 1), "")),
			"a facilitator, beside": refusedBy(ana, none, workshop.Draw(board, line(1, 1), "")),
		} {
			if got != c.refused {
				t.Errorf("%s: %s is refused: %v", what, who, got)
			}
		}
		named := workshop.Text(workshop.SettingsOf(map[string]any{"authorship": "named"}).String())
		ana.do(none, workshop.Set(board, workshop.FieldSettings, named))
		r.meet()
		if got := refusedBy(ben, sort, workshop.Draw(board, line(1, 1), "")); got != c.refused {
			t.Errorf("%s: once the plan names people, who sorts is refused: %v", what, got)
		}
	}
}

func TestNobodyDrawsOnABoardThatIsPlannedWithoutNames(t *testing.T) {
	r, ana, ben, _, _, _ := threesome(t)
	board := ana.do(none, workshop.AddActivity(workshop.ActivityPlan{
		Kind: workshop.ActivityBrainstorm, Title: "Fears", Prompt: "?", Settings: workshop.SettingsOf(map[string]any{"authorship": "anonymous"}),
	}))
	sort := sorts(ana, board)
	r.meet()
	if !refusedBy(ben, sort, workshop.Draw(board, line(1, 1), "")) || !refusedBy(ana, none, workshop.Draw(board, line(1, 1), "")) {
		t.Error("a stroke lies on a board on which nobody is to be named")
	}
}

// What two drew at once can be more than a board takes: everybody sees the same part of it, and the rest when there is room.
func TestABoardShowsItsFirstStrokes(t *testing.T) {
	r, ana, ben, _, board, notes := threesome(t)
	other := ana.do(none, workshop.AddActivity(workshop.ActivityPlan{Kind: workshop.ActivityBrainstorm, Title: "Beside", Settings: public}))
	draw := func(p *peer, run, on workshop.RecordID, n int) (first workshop.RecordID) {
		for n > 0 {
			ops := make([]workshop.Op, min(n, 50))
			for i := range ops {
				ops[i] = workshop.Draw(on, line(int64(i), 1), "")
			}
			id := p.do(run, ops...)
			if n -= len(ops); first.Zero() {
				first = id
			}
		}
		return first
	}
	draw(ana, notes, board, workshop.BoardStrokes-100)
	first := draw(ana, notes, board, 50)
	draw(ben, notes, board, 150)
	draw(ana, none, other, 10)
	r.meet() // all views are the same
	v := ben.s.View()
	if on, beside := v.StrokesOn(board), v.StrokesOn(other); len(on) != workshop.BoardStrokes || len(beside) != 10 {
		t.Errorf("%d strokes of %d, and %d of 10 beside", len(on), workshop.BoardStrokes+100, len(beside))
	}
	for i := range 20 {
		ana.do(none, workshop.Delete(workshop.RecordID{Change: first.Change, Index: uint16(i)}))
	}
	ben.pull("ana")
	if n := len(ben.s.View().StrokesOn(board)); n != workshop.BoardStrokes {
		t.Errorf("%d strokes when some that came first are gone", n)
	}
}

func TestALockHoldsForInk(t *testing.T) {
	r, ana, ben, _, board, notes := threesome(t)
	k := ben.do(notes, workshop.Draw(board, line(1, 1), ""))
	r.meet()
	ana.do(none, workshop.Lock(board, true))
	r.meet()
	for what, op := range map[string]workshop.Op{
		"drawn on": workshop.Draw(board, line(2, 2), ""), "wiped": workshop.Delete(k), "taken back": workshop.Withdraw(k.Change),
		"moved": workshop.Set(k, workshop.FieldX, workshop.Int(4)),
	} {
		if !refusedBy(ben, notes, op) {
			t.Errorf("a locked board is %s", what)
		}
	}
	ana.do(none, workshop.Draw(board, line(3, 3), "")) // a facilitator draws all the same
	r.meet()
	if n := len(ben.s.View().Strokes); n != 2 {
		t.Errorf("%d strokes", n)
	}
}

// Whatever is drawn is drawn the same everywhere, within its bounds.
func TestAStrokeIsReadAsItWasDrawn(t *testing.T) {
	_, ana, _, _, board, notes := threesome(t)
	rapid.Check(t, func(t *rapid.T) {
		far := int64(workshop.StrokeFar)
		dots := rapid.SliceOfN(rapid.Custom(func(t *rapid.T) workshop.Dot {
			return workshop.Dot{X: rapid.Int64().Draw(t, "x"), Y: rapid.Int64Range(-far, far).Draw(t, "y")}
		}), 1, workshop.StrokeDots+3).Draw(t, "dots")
		id := ana.do(notes, workshop.Draw(board, dots, "blue"))
		list := ana.s.View().Strokes
		got := list[len(list)-1]
		want := dots[:min(len(dots), workshop.StrokeDots)]
		if got.ID != id || len(got.Dots) != len(want) {
			t.Fatalf("%d dots drawn of %d", len(got.Dots), len(want))
		}
		for i, d := range want {
			if got.Dots[i] != (workshop.Dot{X: min(max(d.X, -far), far), Y: d.Y}) {
				t.Fatalf("dot %d lies at %v, not %v", i, got.Dots[i], d)
			}
		}
	})
}

// ink draws on a board, and lets somebody else move or wipe a stroke.
func (c *crowd) ink(t *rapid.T) {
	r, ok := c.someRun()
	if !ok {
		return
	}
	c.do(c.someone(), r.id, workshop.Draw(r.board, line(rapid.Int64().Draw(t, "x"), 2, 3, 4), "green"))
	m := c.someone()
	strokes := m.s.View().Strokes
	if len(strokes) == 0 {
		return
	}
	k := rapid.SampledFrom(strokes).Draw(t, "stroke").ID
	c.do(m, r.id, workshop.Set(k, workshop.FieldX, workshop.Int(rapid.Int64().Draw(t, "by"))))
	if rapid.Bool().Draw(t, "wipe") {
		c.do(m, workshop.RecordID{}, workshop.Delete(k))
	}
}
