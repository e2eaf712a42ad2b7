package outcome

import (
	"strings"
	"testing"

	"convene/workshop"
)

func TestWhatWasDrawnIsInTheRecord(t *testing.T) {
	board, other, far := made(1), made(8), int64(workshop.StrokeFar)
	v := &workshop.View{
		People:     []workshop.PersonView{{Person: somebody(1), Name: "Jonas"}},
		Activities: []workshop.ActivityView{{ID: board, Kind: workshop.ActivityBrainstorm, Title: "Paths"}},
		Runs:       []workshop.RunView{{ID: made(2), Activity: board, Kind: workshop.ActivityBrainstorm, State: workshop.RunClosed}},
		Strokes: []workshop.StrokeView{
			{ID: made(3), Activity: board, Label: "a bridge <b>", Color: "red", By: somebody(1), Dots: []workshop.Dot{{X: -far, Y: 3}, {X: far, Y: -far}}},
			{ID: made(4), Activity: board, By: somebody(1), Hidden: true, Label: "unsigned", Dots: []workshop.Dot{{X: 5, Y: 5}}},
			{ID: made(5), Activity: other, Label: "astray", Dots: []workshop.Dot{{}}},
		},
	}
	report := string(Markdown(v, Options{Profile: ProfileNames}))
	for _, want := range []string{
		"Drawn by hand on this board: 2 strokes.\n", "- a bridge \\<b\\> (Jonas)\n", "- unsigned\n", "## Drawn outside the activities that ran\n", "- astray",
	} {
		if !strings.Contains(report, want) {
			t.Errorf("%q is missing in\n%s", want, report)
		}
	}
	pictures := Pictures(v, Options{Profile: ProfileNames})
	shown := 0
	for name, svg := range pictures {
		if !strings.HasSuffix(name, "ink.svg") {
			continue
		}
		shown++
		if !strings.Contains(report, "]("+name+")") {
			t.Errorf("%s is not in the report", name)
		}
		if strings.Contains(string(svg), "<b>") || !strings.Contains(string(svg), "<polyline points=\"32,") {
			t.Errorf("%s is drawn as %s", name, svg)
		}
	}
	if shown != 2 {
		t.Errorf("%d pictures of ink", shown)
	}
	bare := string(Markdown(v, Options{Profile: ProfileNone}))
	if strings.Contains(bare, "ink.svg") || strings.Contains(bare, "Jonas") || !strings.Contains(bare, "a bridge") || !strings.Contains(bare, "known by its line") {
		t.Errorf("without names:\n%s", bare)
	}
	for name := range Pictures(v, Options{Profile: ProfileNone}) {
		if strings.HasSuffix(name, "ink.svg") {
			t.Errorf("a record without names has %s", name)
		}
	}
	if strings.Contains(string(JSON(v, Options{Profile: ProfileNone})), "\"dots\"") {
		t.Error("the data of a record without names has lines")
	}
	if data := string(JSON(v, Options{Profile: ProfileNames})); !strings.Contains(data, "\"dots\"") || strings.Count(data, "\"author\": \"Jonas\"") != 1 {
		t.Error(data)
	}
}
