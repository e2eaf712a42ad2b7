package workshop_test

import (
	"testing"

	"convene/workshop"
)

// zoned is a canvas of two zones that ana leads, with a note of ben's in each.
func zoned(t *testing.T, settings map[string]any) (r *room, ana, ben *peer, board, run, inNow, inLater workshop.RecordID) {
	t.Helper()
	r = newRoom(t, "ana")
	ana, ben = r.peers["ana"], r.join("ana", "ben", workshop.RoleParticipant)
	r.meet()
	settings["zones"] = []any{map[string]any{"title": "Now"}, map[string]any{"title": "Later"}}
	board, run = ana.openRun(workshop.ActivityPlan{Kind: workshop.ActivityCanvas, Title: "Plan", Prompt: "?", Settings: workshop.SettingsOf(settings)})
	r.meet()
	if settings["visibility"] != "private-until-reveal" {
		inNow, inLater = ben.do(run, workshop.AddNote(board, "a", "", "a")), ben.do(run, workshop.AddNote(board, "b", "", "b"))
		ben.do(run, workshop.Place(inNow, board, workshop.PlacementView{Zone: "Now"}), workshop.Place(inLater, board, workshop.PlacementView{Zone: "Later"}))
		r.meet()
	}
	return r, ana, ben, board, run, inNow, inLater
}

func zone(title string) workshop.PlacementView { return workshop.PlacementView{Zone: title} }

func TestALockedZoneIsChangedByFacilitatorsOnly(t *testing.T) {
	r, ana, ben, board, run, inNow, inLater := zoned(t, map[string]any{})
	color := func(n workshop.RecordID) workshop.Op {
		return workshop.Set(n, workshop.FieldColor, workshop.Text("red"))
	}
	if !refusedBy(ben, none, ben.s.View().LockZone(board, "Now", true)...) {
		t.Error("a participant locks a zone")
	}
	ana.do(none, ana.s.View().LockZone(board, "Now", true)...)
	if refusedBy(ben, run, workshop.Place(inNow, board, workshop.PlacementView{Zone: "Now", Slot: 2})) {
		t.Error("who does not know of a lock is bound by it")
	}
	r.meet()
	if !ben.s.View().ZoneLocked(board, "Now") || ben.s.View().ZoneLocked(board, "Later") {
		t.Error("it is not shown which zone is locked")
	}
	for what, refused := range map[string]bool{
		"into a locked zone":           refusedBy(ben, run, workshop.Place(inLater, board, zone("Now"))),
		"out of a locked zone":         refusedBy(ben, run, workshop.Place(inNow, board, zone("Later"))),
		"within a locked zone":         refusedBy(ben, run, workshop.Place(inNow, board, workshop.PlacementView{Zone: "Now", Slot: 3})),
		"a new note in a locked zone":  refusedBy(ben, run, workshop.AddNote(board, "c", "", "c"), workshop.Place(workshop.Self(0), board, zone("Now"))),
		"colour in a locked zone":      refusedBy(ben, run, color(inNow)),
		"taking away from it":          refusedBy(ben, run, workshop.Delete(inNow)),
		"taking back its work":         refusedBy(ben, none, workshop.Withdraw(inNow.Change)),
		"opening the lock":             refusedBy(ben, run, ben.s.View().LockZone(board, "Now", false)...),
		"colour in the other zone":     !refusedBy(ben, run, color(inLater)),
		"a new note in the other zone": !refusedBy(ben, run, workshop.AddNote(board, "d", "", "d"), workshop.Place(workshop.Self(0), board, zone("Later"))),
	} {
		if !refused {
			t.Errorf("%s: not as it should be", what)
		}
	}
	if refusedBy(ana, run, workshop.Place(inLater, board, zone("Now"))) {
		t.Error("a facilitator is bound by the lock")
	}
	r.meet()
	ana.do(none, ana.s.View().LockZone(board, "Now", false)...)
	r.meet()
	if refusedBy(ben, run, workshop.Place(inLater, board, zone("Later"))) {
		t.Error("an opened lock holds")
	}
	if n := len(ana.s.View().Zones); n != 1 {
		t.Errorf("%d records of one zone", n)
	}
}

func TestAZoneThatTwoLockedAtOnceIsOpened(t *testing.T) {
	r, ana, ben, board, run, inNow, _ := zoned(t, map[string]any{})
	cat := r.join("ana", "cat", workshop.RoleCofacilitator)
	r.meet()
	first, second := ana.s.View().LockZone(board, "Now", true), cat.s.View().LockZone(board, "Now", true)
	ana.do(none, first...)
	cat.do(none, second...)
	r.meet()
	if n := len(ana.s.View().Zones); n != 2 {
		t.Fatalf("%d records of a zone that two locked at once", n)
	}
	ana.do(none, ana.s.View().LockZone(board, "Now", false)...)
	r.meet()
	if ben.s.View().ZoneLocked(board, "Now") || refusedBy(ben, run, workshop.Place(inNow, board, workshop.PlacementView{Zone: "Now", Slot: 2})) {
		t.Error("a zone that two locked at once stays locked")
	}
	r.meet()
	cat.do(none, cat.s.View().LockZone(board, "Now", true)...)
	r.meet()
	if !refusedBy(ben, run, workshop.Place(inNow, board, zone("Later"))) {
		t.Error("it cannot be locked again")
	}
}

// A lock is opened by writing that it is open, never by taking the locking back, however it was written.
func TestAZoneThatWasLockedIsNotTakenBack(t *testing.T) {
	r, ana, ben, board, run, inNow, _ := zoned(t, map[string]any{})
	made := ana.do(none, ana.s.View().LockZone(board, "Now", true)...)
	r.meet()
	if !refusedBy(ana, none, workshop.Withdraw(made.Change)) {
		t.Error("the locking of a zone is taken back")
	}
	r.meet()
	if !ben.s.View().ZoneLocked(board, "Now") || !refusedBy(ben, run, workshop.Place(inNow, board, zone("Later"))) {
		t.Error("the zone is open")
	}
}

// red colours a note.
func red(n workshop.RecordID) workshop.Op {
	return workshop.Set(n, workshop.FieldColor, workshop.Text("red"))
}

// lockNow locks the zone "Now", and everybody knows.
func (p *peer) lockNow(board workshop.RecordID) {
	p.do(none, p.s.View().LockZone(board, "Now", true)...)
	p.room.meet()
}

func TestALockedZoneHoldsWhatLiesInItAgain(t *testing.T) {
	r, ana, ben, board, run, inNow, _ := zoned(t, map[string]any{})
	moved := ben.do(run, workshop.Place(inNow, board, zone("Later")))
	back := ben.do(none, workshop.Withdraw(moved.Change))
	r.meet()
	ana.lockNow(board)
	for what, refused := range map[string]bool{
		"coloured":              refusedBy(ben, run, red(inNow)),
		"taken out":             refusedBy(ben, run, workshop.Place(inNow, board, zone("Later"))),
		"taken out by a redo":   refusedBy(ben, none, workshop.Withdraw(back.Change)),
		"moved within the zone": refusedBy(ben, run, workshop.Place(inNow, board, workshop.PlacementView{Zone: "Now", Slot: 4})),
	} {
		if !refused {
			t.Errorf("a note that an undo had laid back is %s", what)
		}
	}
}

func TestALockedZoneLetsGoWhatLiesInItNoMore(t *testing.T) {
	r, ana, ben, board, run, inNow, inLater := zoned(t, map[string]any{})
	in := ben.do(run, workshop.Place(inLater, board, zone("Now")))
	back := ben.do(none, workshop.Withdraw(in.Change))
	ben.do(run, workshop.Place(inNow, board, workshop.PlacementView{X: 5, Y: 6})) // in no zone
	r.meet()
	ana.lockNow(board)
	if refusedBy(ben, run, red(inLater)) {
		t.Error("a note that an undo had taken out is held")
	}
	if refusedBy(ben, run, red(inNow)) {
		t.Error("a note that was laid beside the zones is held")
	}
	if !refusedBy(ben, none, workshop.Withdraw(back.Change)) {
		t.Error("a redo lays a note into a locked zone")
	}
}

func TestNoUndoLaysANoteIntoALockedZone(t *testing.T) {
	r, ana, ben, board, run, inNow, inLater := zoned(t, map[string]any{})
	moved := ben.do(run, workshop.Place(inNow, board, zone("Later")))
	other := ben.do(run, workshop.Place(inLater, board, workshop.PlacementView{Zone: "Later", Slot: 3}))
	r.meet()
	ana.lockNow(board)
	if !refusedBy(ben, none, workshop.Withdraw(moved.Change)) {
		t.Error("an undo lays a note back into a locked zone")
	}
	if refusedBy(ben, none, workshop.Withdraw(other.Change)) {
		t.Error("an undo within an open zone is held")
	}
}

func TestALockedBoardLaysNothingOnItsCanvas(t *testing.T) {
	r, ana, ben, board, run, inNow, _ := zoned(t, map[string]any{})
	ana.do(none, workshop.Lock(board, true))
	r.meet()
	if !refusedBy(ben, run, workshop.Place(inNow, board, zone("Later"))) {
		t.Error("a note is moved on a locked canvas")
	}
}

func TestWhatWasPrivateIsTurnedOverIntoALockedZone(t *testing.T) {
	r, ana, ben, board, run, _, _ := zoned(t, map[string]any{"visibility": "private-until-reveal"})
	ana.do(none, ana.s.View().LockZone(board, "Now", true)...)
	ana.do(none, workshop.BeginClosing(run))
	r.meet()
	if refusedBy(ben, run, workshop.AddNote(board, "mine", "", "a"), workshop.Place(workshop.Self(0), board, zone("Now"))) {
		t.Error("a note that was private is lost to a lock")
	}
	r.meet()
	own := ben.s.View().Notes[0].ID
	if !refusedBy(ben, run, workshop.Place(own, board, zone("Later"))) {
		t.Error("and then it is moved out of the locked zone")
	}
}
