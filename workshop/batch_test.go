package workshop_test

import (
	"testing"

	"convene/workshop"
)

// Two holders of the floor publish the same unnamed note, not knowing of each other, and one of them leaves a field out. In
// whatever order laptops hear of it, it is one note that looks the same.
func TestOneNotePublishedTwiceIsOneNoteEverywhere(t *testing.T) {
	r := newRoom(t, "ana")
	ana, sue := r.peers["ana"], r.join("ana", "sue", workshop.RoleSuccessor)
	eva := r.join("ana", "eva", workshop.RoleParticipant)
	r.meet()
	board, run := ana.openRun(workshop.ActivityPlan{
		Kind: workshop.ActivityBrainstorm, Title: "Ideas", Prompt: "?", Settings: workshop.SettingsOf(map[string]any{"authorship": "anonymous"}),
	})
	ana.do(none, workshop.BeginClosing(run))
	r.meet()
	token := make([]byte, 16)
	ana.do(run, workshop.PutNote(run, board, token, "one idea", "blue", "a"))
	sue.do(run, workshop.PutNote(run, board, token, "one idea", "", "a"))
	eva.pull("ana")
	r.meet() // compares the views
	if v := eva.s.View(); len(v.Notes) != 1 || v.Notes[0].Text != "one idea" || v.Notes[0].Color != "blue" {
		t.Fatalf("notes = %+v", v.Notes)
	}
}
