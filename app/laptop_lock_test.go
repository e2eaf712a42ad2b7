package app

import "testing"

func TestAZoneIsLockedByAFacilitatorAndSaysSo(t *testing.T) {
	tb := newTable(t, "amina", "ben")
	amina, ben := tb.desk("amina"), tb.desk("ben")
	board := tb.activity(ActivityCanvas, Settings{"layout": "columns", "zones": []any{map[string]any{"title": "Now"}, map[string]any{"title": "Later"}}})
	tb.open(board)
	id, err := ben.AddNote(NewNote{Text: "dig", Activity: board, Zone: "Now"})
	tb.must(err)
	tb.meet()
	refused(t, ben.LockZone(board, "Now", true), "facilitators-only")
	refused(t, amina.LockZone(board, "Elsewhere", true), "no-zone")
	tb.must(amina.LockZone(board, "Now", false)) // nothing holds it
	tb.must(amina.LockZone(board, "Now", true))
	tb.meet()
	refused(t, ben.PlaceNote(NotePlace{Note: id, Board: board, Zone: "Later"}), "board-locked")
	_, err = ben.AddNote(NewNote{Text: "build", Activity: board, Zone: "Now"})
	refused(t, err, "board-locked")
	refused(t, ben.RemoveNotes(Chosen{Notes: []string{id}}), "board-locked")
	locked := map[string]bool{}
	for _, r := range ben.Records() {
		if run, ok := r.(RunRecord); ok && run.Canvas != nil {
			for _, z := range run.Canvas.Zones {
				locked[z.Title] = z.Locked
			}
		}
	}
	if !locked["Now"] || locked["Later"] {
		t.Errorf("shown as locked: %v", locked)
	}
	tb.must(amina.PlaceNote(NotePlace{Note: id, Board: board, Zone: "Later"})) // who leads tidies all the same
	tb.must(amina.LockZone(board, "Now", false))
	tb.meet()
	tb.must(ben.PlaceNote(NotePlace{Note: id, Board: board, Zone: "Now"}))
	tb.equal()
}
