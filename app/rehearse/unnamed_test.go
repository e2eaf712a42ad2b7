package rehearse

import (
	"os"
	"strings"
	"testing"

	"convene/workshop"
	"convene/workshop/templates"
)

// unnamedPlan is a workshop whose ideas and whose canvas carry no names.
func unnamedPlan(t *testing.T) Plan {
	t.Helper()
	return Plan{Seed: 3, People: 6, Speed: 5000, Out: t.TempDir(), Version: "test", Template: templates.Template{
		ID: "unnamed", Version: 1, Name: "Unnamed", GroupMin: 4, GroupMax: 30, TotalMinutes: 20,
		Activities: []templates.Activity{
			{Kind: workshop.ActivityBrief, Title: "Hello", Minutes: 2, Prompt: "Why are we here?"},
			{Kind: workshop.ActivityBrainstorm, Title: "Ideas", Minutes: 6, Prompt: "What could we do?", Settings: map[string]any{"authorship": "anonymous"}},
			{Kind: workshop.ActivityCanvas, Title: "Retro", Minutes: 6, Prompt: "How was it?", Settings: map[string]any{
				"visibility": "private-until-reveal", "authorship": "anonymous", "zones": []any{"Start", "Stop"},
			}},
			{Kind: workshop.ActivityRound, Title: "Goodbye", Minutes: 4, Prompt: "One word?"},
		},
	}}
}

// unnamedRecord expects a record with notes and without their writers.
func unnamedRecord(t *testing.T, o Outcome) {
	t.Helper()
	report, err := os.ReadFile(o.Report)
	if err != nil {
		t.Fatal(err)
	}
	_, notes, found := strings.Cut(string(report), "## Appendix: all notes")
	if !found || strings.Count(notes, "\n| N") < 20 {
		t.Errorf("the record has too few notes:\n%s", report)
	}
	for _, name := range names[:6] {
		if strings.Contains(notes, name) {
			t.Errorf("the notes name %s", name)
		}
	}
}

func TestNotesWithoutANameAreRehearsed(t *testing.T) {
	oneGoroutine(t)
	o, err := Simulate(t.Context(), unnamedPlan(t))
	if err != nil {
		t.Fatal(err)
	}
	unnamedRecord(t, o)
	for i := range o.views[0].Notes {
		if n := &o.views[0].Notes[i]; !n.Author.Zero() {
			t.Errorf("%q has a writer", n.Text)
		}
	}
}

func TestNotesWithoutANameAreCollectedOverRealPeers(t *testing.T) {
	o, err := Play(t.Context(), unnamedPlan(t))
	if err != nil {
		t.Fatal(err)
	}
	unnamedRecord(t, o)
}
