package outcome

import (
	"fmt"
	"strings"
	"testing"

	"convene/workshop"
)

func TestNothingVanishesWithItsActivity(t *testing.T) {
	v := &workshop.View{
		Activities: []workshop.ActivityView{{ID: made(1), Kind: workshop.ActivityBrainstorm, Title: "Never opened"}},
		Runs:       []workshop.RunView{{ID: made(2), Activity: made(3), Kind: workshop.ActivityBrainstorm, State: workshop.RunClosed}},
		Notes: []workshop.NoteView{
			{ID: made(4), Activity: made(1), Text: "pinned by the facilitator"},
			{ID: made(5), Activity: made(3), Text: "from a board that is gone", Cluster: made(6)},
		},
		Clusters: []workshop.ClusterView{{ID: made(6), Activity: made(3), Name: "Left over"}},
		Captures: []workshop.CaptureView{{ID: made(7), Activity: made(3), Type: "insight", Text: "said there"}},
	}
	report := string(Markdown(v, Options{Profile: ProfileNames}))
	for _, want := range []string{
		"## Notes of an activity that did not run: Never opened\n", "- pinned by the facilitator (somebody)\n",
		"## Notes of an activity that was taken off the agenda\n", "### C1 Left over\n", "- from a board that is gone (somebody)\n",
		"## Written down outside the activities that ran\n\n- Insight: said there\n",
		"Not in this table: 1 activity that ran and was then taken off the agenda;",
		"| – | Never opened | brainstorm | no clock | – | did not run |\n",
	} {
		if !strings.Contains(report, want) {
			t.Errorf("%q is missing in\n%s", want, report)
		}
	}
}

func TestAnswersInSecretHaveNoNames(t *testing.T) {
	secret := workshop.SettingsOf(map[string]any{"secret": true})
	v := &workshop.View{
		People:     []workshop.PersonView{{Person: somebody(1), Name: "Jonas"}},
		Activities: []workshop.ActivityView{{ID: made(1), Kind: workshop.ActivityRound, Title: "Pulse", Settings: secret}},
		Runs:       []workshop.RunView{{ID: made(2), Activity: made(1), Kind: workshop.ActivityRound, Settings: secret}},
		Responses:  []workshop.ResponseView{{ID: made(3), Run: made(2), Person: somebody(1), Text: "tired"}},
	}
	report := string(Markdown(v, Options{Profile: ProfileNames}))
	at := report[strings.Index(report, "## 1. Pulse"):strings.Index(report, "## Parked")]
	if !strings.Contains(at, "\n- tired\n") || strings.Contains(at, "Jonas") || !strings.Contains(at, "This is not anonymous") {
		t.Error(at)
	}
}

func TestTheFirstPageIsNotFloodedByATie(t *testing.T) {
	v := &workshop.View{
		Activities: []workshop.ActivityView{{ID: made(1), Kind: workshop.ActivityVote, Title: "Choose"}},
		Runs:       []workshop.RunView{{ID: made(2), Activity: made(1), Kind: workshop.ActivityVote, State: workshop.RunClosed}},
		Results:    []workshop.Result{{Run: made(2), Method: "dots", Tie: true}},
	}
	for i := range 30 {
		v.Results[0].Rows = append(v.Results[0].Rows, workshop.ResultRow{Option: made(10 + i), Text: fmt.Sprint("option ", i), Rank: "1=", Sum: 1, Voters: 1})
	}
	page, _, _ := strings.Cut(string(Markdown(v, Options{})), "## Actions")
	if strings.Count(page, "- Shared place 1:") != 5 || !strings.Contains(page, "- and 25 more on shared places\n") {
		t.Error(page)
	}
}

func TestAnEmptySessionHasAnHonestReport(t *testing.T) {
	report := string(Markdown(&workshop.View{Session: workshop.SessionView{State: workshop.SessionDraft}}, Options{Profile: ProfileNames}))
	for _, want := range []string{
		"# A workshop without a title\n", "nothing of it has run yet.", "No decision was written down.", "No action was agreed.",
		"No question was left open.", "Nothing was planned.", "Nothing was parked.", "There are no notes.\n",
	} {
		if !strings.Contains(report, want) {
			t.Errorf("%q is missing in\n%s", want, report)
		}
	}
	if strings.Contains(report, "\n\n\n") {
		t.Errorf("a gap is too wide:\n%s", report)
	}
}
