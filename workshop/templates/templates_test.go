package templates

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"testing"

	"convene/workshop"
)

func TestTheTwentyShippedTemplatesLoad(t *testing.T) {
	all := All()
	if len(all) != 20 || all[0].ID != "quick-cocreation" {
		t.Fatalf("%d templates, the first is %q", len(all), all[0].ID)
	}
	activities, seen := 0, map[string]bool{}
	for _, tpl := range all {
		if seen[tpl.ID] {
			t.Errorf("two templates are called %s", tpl.ID)
		}
		seen[tpl.ID] = true
		activities += len(tpl.Activities)
		again, ok := Get(tpl.ID)
		if !ok || again.Name != tpl.Name {
			t.Errorf("Get(%s) = %q, %v", tpl.ID, again.Name, ok)
		}
	}
	if activities != 172 {
		t.Errorf("%d activities, want 172", activities)
	}
	if _, ok := Get("no-such"); ok {
		t.Error("there is a template that is not there")
	}
}

func TestShippedTemplatesAreDataOnly(t *testing.T) {
	for _, bad := range []string{"://", "javascript:", "../", "<script"} {
		if strings.Contains(string(shippedJSON), bad) {
			t.Errorf("the templates hold %q", bad)
		}
	}
	for _, tpl := range All() {
		for _, a := range tpl.Activities {
			if strings.ContainsAny(a.Prompt+a.Title+a.Instructions, "<>") {
				t.Errorf("%s, %s: markup in its words", tpl.ID, a.Title)
			}
		}
	}
}

func TestACopyCanBeAlteredWithoutHarm(t *testing.T) {
	a, _ := Get("quick-cocreation")
	a.Activities[2].Settings["visibility"] = "public"
	a.Activities[0].Title = "Mine"
	b, _ := Get("quick-cocreation")
	if b.Activities[2].Settings["visibility"] != "private-until-reveal" || b.Activities[0].Title != "Welcome" {
		t.Errorf("the shipped template was altered: %+v", b.Activities)
	}
}

func TestWhatThisVersionCanRun(t *testing.T) {
	var can []string
	for _, tpl := range All() {
		ok, why := Supported(tpl)
		if ok != (why == "") {
			t.Errorf("%s: %v with reason %q", tpl.ID, ok, why)
		}
		if ok {
			can = append(can, tpl.ID)
		}
	}
	want := []string{"quick-cocreation", "lean-coffee"}
	for _, id := range want {
		if !slices.Contains(can, id) {
			t.Errorf("%s cannot run; can: %q", id, can)
		}
	}
	decide := Template{Activities: []Activity{{Kind: workshop.ActivityVote, Title: "X", Settings: map[string]any{"purpose": "decide"}}}}
	if ok, why := Supported(decide); ok || why != "activity 1 “X”: dots narrow a choice, they do not decide it; set its purpose to narrow or gauge" {
		t.Errorf("deciding by dots: %v, %q", ok, why)
	}
	t.Logf("this version runs %q", can)
}

func TestAPlanKeepsOrderAndSettings(t *testing.T) {
	tpl, _ := Get("quick-cocreation")
	plan := Plan(tpl)
	if len(plan) != 8 || !slices.IsSortedFunc(plan, func(a, b workshop.ActivityPlan) int { return strings.Compare(a.Order, b.Order) }) {
		t.Fatalf("plan = %+v", plan)
	}
	if plan[2].Settings.Str("authorship", "") != "hidden" || plan[2].Settings.Int("maxPerPerson", 0) != 8 || plan[7].Preset != "check-out" {
		t.Errorf("plan = %+v", plan)
	}
	if len(Plan(Template{})) != 0 {
		t.Error("an empty template has a plan")
	}
}

// The table of settings and the list that ships with the templates name the same settings.
func TestTheTableOfSettingsIsComplete(t *testing.T) {
	var file struct {
		Settings map[workshop.ActivityKind][]struct{ Name string }
	}
	if err := json.Unmarshal(shippedJSON, &file); err != nil {
		t.Fatal(err)
	}
	for _, k := range workshop.ActivityKinds() {
		var names []string
		for _, s := range file.Settings[k] {
			names = append(names, s.Name)
		}
		slices.Sort(names)
		if got := sortedNames(rules[k]); !slices.Equal(got, names) {
			t.Errorf("%s: table has %q, the list %q", k, got, names)
		}
	}
}

func TestWhatKeepsASessionFromStartingIsSaidBefore(t *testing.T) {
	for _, x := range All() {
		if err := Starts(x); err != nil {
			t.Errorf("%s: %v", x.ID, err)
		}
	}
	vote := func(settings map[string]any) Activity {
		return Activity{Kind: workshop.ActivityVote, Title: "X", Prompt: "Which?", Settings: settings}
	}
	ideas := Activity{Kind: workshop.ActivityBrainstorm, Title: "Ideas", Prompt: "?"}
	for want, activities := range map[string][]Activity{
		"activity 1 “X” is a vote, and nothing before it gives it options": {vote(map[string]any{"options": "notes"}), ideas},
		"activity 2 “X” is a vote whose rules do not fit together":         {ideas, vote(map[string]any{"options": "notes", "purpose": "decide"})},
		"": {ideas, vote(map[string]any{"options": "notes"})},
	} {
		if err := Starts(Template{Activities: activities}); err == nil && want != "" || err != nil && err.Error() != want {
			t.Errorf("got %v, want %q", err, want)
		}
	}
}

func TestATemplateWithNotesWithoutANameIsForFourPeopleAtLeast(t *testing.T) {
	for least, want := range map[int]string{3: `activity 1 “X”: notes without a name need at least 4 people, and groupMin is 3`, 4: ""} {
		_, err := Read(fmt.Appendf(nil, `{"id":"x","name":"X","groupMin":%d,"activities":[
			{"kind":"brainstorm","title":"X","minutes":5,"prompt":"?","settings":{"authorship":"anonymous"}}]}`, least))
		if want == "" && err != nil || want != "" && (err == nil || !strings.Contains(err.Error(), want)) {
			t.Errorf("for %d people: %v", least, err)
		}
	}
}
