package app

import (
	"errors"
	"slices"
	"strings"
	"testing"
)

func TestEveryTemplateOfTheListCanBeRead(t *testing.T) {
	entries := templateEntries()
	if len(entries) != 20 {
		t.Fatalf("%d templates", len(entries))
	}
	runs := 0
	for _, e := range entries {
		if e.Supported {
			runs++
		}
		full, err := templateByID(e.ID)
		if err != nil {
			t.Fatalf("%s: %v", e.ID, err)
		}
		minutes := 0
		for _, a := range full.Activities {
			minutes += a.Minutes
			if !slices.Contains(e.Kinds, a.Kind) {
				t.Errorf("%s: %s is not among its kinds %v", e.ID, a.Kind, e.Kinds)
			}
		}
		if minutes != e.Minutes || full.TotalMinutes != e.Minutes || full.Name != e.Name || e.GroupMin < 1 || e.GroupMax < e.GroupMin {
			t.Errorf("%s: %+v with %d min of activities", e.ID, e, minutes)
		}
	}
	if runs == 0 || !entries[0].Supported {
		t.Errorf("%d templates run, the first %t", runs, entries[0].Supported)
	}
}

func TestATemplateThatIsNotThereIsRefusedInWords(t *testing.T) {
	_, err := templateByID("no-such-template")
	var refusal *Refusal
	if !errors.As(err, &refusal) || refusal.Code != "template.unknown" || !strings.Contains(refusal.Hint, "Nothing was changed") {
		t.Error(err)
	}
}
