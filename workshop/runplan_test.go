package workshop_test

import (
	"testing"

	"convene/workshop"
)

// A discussion takes up as many of the vote before it as its setting says, and none where the setting says nothing it knows.
func TestADiscussionTakesUpTheBestOfTheVote(t *testing.T) {
	vote, run, discuss := workshop.RecordID{Index: 1}, workshop.RecordID{Index: 2}, workshop.RecordID{Index: 3}
	res := workshop.Result{Run: run}
	for range 12 {
		res.Rows = append(res.Rows, workshop.ResultRow{Text: "option"})
	}
	for items, want := range map[string]int{
		"top:1": 1, "top:3": 3, "top:9": 9, "top:10": 10, "top:12": 12, "top:99": 12, "top:1000": 12, "ranked": 12,
		"top:0": 0, "top:": 0, "top:-3": 0, "top:+3": 0, "top:03": 0, "top:3 ": 0, "top:1001": 0, "none": 0, "": 0,
	} {
		v := workshop.View{
			Activities: []workshop.ActivityView{
				{ID: vote, Kind: workshop.ActivityVote, Run: run},
				{ID: discuss, Kind: workshop.ActivityDiscuss, Settings: workshop.SettingsOf(map[string]any{"items": items})},
			},
			Results: []workshop.Result{res},
		}
		plan, err := v.PlanRun(discuss)
		if err != nil {
			t.Fatalf("%q: %v", items, err)
		}
		if len(plan.Options) != want {
			t.Errorf("%q takes up %d items, want %d", items, len(plan.Options), want)
		}
	}
}
