package outcome

import (
	"strings"
	"testing"

	"convene/workshop"
)

// promised is a session with one action of which everything is written, on behalf of somebody on a seat.
func promised() *workshop.View {
	session := made(1)
	return &workshop.View{
		Session: workshop.SessionView{ID: session, Title: "Wells"},
		Charter: workshop.CharterView{Values: "We listen.", Rule: "Consent.", Use: "The council reads it.", Ratified: 2},
		People:  []workshop.PersonView{{Person: somebody(1), Name: "Jonas"}, {Person: somebody(2), Name: "Grace"}},
		Seats:   []workshop.SeatView{{ID: made(9), Name: "Samuel", Keeper: somebody(1)}},
		Actions: []workshop.ActionView{{
			ID: made(2), Number: 1, What: "Fence the spring", Owner: somebody(1), Seat: made(9), Due: "2026-12-04", FirstStep: "Measure",
			Sign: "No cattle at the water", Review: "2027-01-10", Type: "trial", Place: "Upper spring", Partner: "Herders", Witness: "The nurse",
			Help: "Wire", Former: "Mei Lin", Forecast: 60, Roles: []workshop.RoleView{{Who: workshop.PersonRecordID(session, somebody(2)), Role: "is asked"}, {Who: made(9), Role: "does"}},
		}},
	}
}

func TestARecordTellsAllThatIsWrittenOfAnAction(t *testing.T) {
	v := promised()
	files := map[string]string{}
	for _, f := range Files(v, Options{Profile: ProfileNames}) {
		files[f.Name] = string(f.Data)
	}
	for _, line := range []string{
		"- [ ] A1 Fence the spring - @Samuel - due 2026-12-04", "\n  - First step: Measure\n", "\n  - Sign that it is done: No cattle at the water\n",
		"\n  - Looked at again on: 2027-01-10\n", "\n  - Type: trial\n", "\n  - Place: Upper spring\n", "\n  - Partner: Herders\n",
		"\n  - Witness: The nurse\n", "\n  - Help needed: Wire\n", "\n  - Roles: is asked: Grace; does: Samuel\n",
		"\n  - Forecast in the session before: 60 % likely\n", "\n  - In the session before: Mei Lin\n",
	} {
		if !strings.Contains(files[ReportName], line) {
			t.Errorf("the report does not say %q:\n%s", line, files[ReportName])
		}
	}
	for _, name := range []string{"actions.csv", "session.json"} {
		for _, word := range []string{"Samuel", "No cattle at the water", "2027-01-10", "trial", "Upper spring", "Herders", "The nurse", "Wire", "is asked", "Grace"} {
			if !strings.Contains(files[name], word) {
				t.Errorf("%s does not say %q", name, word)
			}
		}
	}
	if at := CalendarEntries(v, Options{Profile: ProfileNames}); len(at) != 1 || !strings.Contains(at[0].About, "Place: Upper spring") {
		t.Errorf("the calendar says %+v", at)
	}
}

func TestARoleWithoutNamesKeepsThePart(t *testing.T) {
	for _, f := range Files(promised(), Options{Profile: ProfileNone}) {
		for _, name := range []string{"Jonas", "Grace", "Samuel", "Mei", "Lin"} {
			if strings.Contains(string(f.Data), name) {
				t.Errorf("%s names %s", f.Name, name)
			}
		}
		if f.Name == ReportName && !strings.Contains(string(f.Data), "\n  - Roles: is asked; does\n") {
			t.Errorf("the parts are gone:\n%s", f.Data)
		}
	}
}

func TestPaperHasTheCharterAndWhatWasPutFirst(t *testing.T) {
	v := promised()
	v.Activities = []workshop.ActivityView{{ID: made(3), Kind: workshop.ActivityVote, Title: "Choose"}}
	v.Runs = []workshop.RunView{{ID: made(4), Activity: made(3), Kind: workshop.ActivityVote, State: workshop.RunClosed}}
	v.Results = []workshop.Result{{Run: made(4), Method: workshop.MethodDots, QuorumMet: true, Rows: []workshop.ResultRow{
		{Option: made(5), Text: "Springs", Rank: "1", Sum: 3, Voters: 2}, {Option: made(6), Text: "Prices", Rank: "2", Sum: 0},
	}}}
	p := PapersOf(v, Options{Profile: ProfileNames})
	if p.Values != "We listen." || p.Rule != "Consent." || p.Use != "The council reads it." || p.Ratified != 2 {
		t.Errorf("the charter's sheet has %+v", p)
	}
	if len(p.First) != 1 || p.First[0].Code != "1" || !strings.Contains(p.First[0].Text, "Springs") {
		t.Errorf("the poster has %+v", p.First)
	}
	if a := p.Actions[0]; a.Owner != "Samuel" || a.Sign == "" || a.Place == "" || a.Partner == "" {
		t.Errorf("the card has %+v", a)
	}
}

func TestWhatWasHeldLikelyIsComparedWithWhatBecameOfIt(t *testing.T) {
	v := promised()
	v.Calibration = workshop.CalibrationView{Said: 63, Happened: 5, Of: 8}
	v.Activities = []workshop.ActivityView{{ID: made(3), Kind: workshop.ActivityCommit, Title: "Review"}}
	v.Runs = []workshop.RunView{{ID: made(4), Activity: made(3), Kind: workshop.ActivityCommit, State: workshop.RunClosed}}
	for i := range 4 {
		v.People = append(v.People, workshop.PersonView{Person: somebody(20 + i), Name: "P"})
	}
	if report := string(Markdown(v, Options{})); !strings.Contains(report, "\n- Forecast: the session before held its actions 63 % likely on average; 5 of 8 are done\n") {
		t.Error(report)
	}
}
