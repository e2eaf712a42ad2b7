package workshop_test

import (
	"strings"
	"testing"

	"convene/workshop"

	"pgregory.net/rapid"
)

func TestAPromptIsFilledWithTheSessionsWords(t *testing.T) {
	const ask = "What could we do about {question}? One idea per note."
	for name, c := range map[string]struct{ prompt, purpose, question, period, want string }{
		"a question in a sentence":   {ask, "", "How do we save water?", "", "What could we do about “How do we save water?” One idea per note."},
		"a phrase in a sentence":     {ask, "", "saving water", "", "What could we do about saving water? One idea per note."},
		"no question":                {ask, "", " ", "", "What could we do about our question? One idea per note."},
		"a question behind a colon":  {"Our focus question is: {question}. Go.", "", "How?", "", "Our focus question is: How? Go."},
		"purpose with a full stop":   {"Why we are here: {purpose}. When we leave we will have: {outcomes}.", "Agree on March.", "", "", "Why we are here: Agree on March. When we leave we will have: a plan; three owners."},
		"period":                     {"In the next {period}?", "", "", "six weeks", "In the next six weeks?"},
		"no period":                  {"In the next {period}?", "", "", "", "In the next few months?"},
		"a placeholder nobody fills": {"Until {next}: {item}, {zebra}.", "", "", "", "Until the next session: this topic, zebra."},
		"braces that are text":       {"a { b } {} {1} {", "", "", "", "a { b } {} {1} {"},
		"braces in braces":           {"{{zebra}} {a{zebra}}", "", "", "", "zebra} azebra}"},
		"braces around another":      {"{{zebra}} {x{zebra}}", "", "", "", "zebra} xzebra}"},
		"no second filling":          {"{purpose} and {question}", "{question}", "x", "", "{question} and x"},
	} {
		got := workshop.Fill(c.prompt, c.purpose, c.question, []string{"a plan.", " ", "three owners"}, c.period)
		if got != c.want {
			t.Errorf("%s:\n got %q\nwant %q", name, got, c.want)
		}
	}
	if got := workshop.Fill("We will have: {outcomes}.", "", "", nil, ""); got != "We will have: clear next steps." {
		t.Errorf("without outcomes: %q", got)
	}
}

func TestNoPlaceholderIsEverShown(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		prompt := rapid.StringMatching(`([a-z .?:]{0,8}(\{[a-zA-Z]{1,8}\}|[{}]|\.|\?)){0,6}`).Draw(t, "prompt")
		value := rapid.StringMatching(`[A-Za-z .?!]{0,12}`)
		got := workshop.Fill(prompt, value.Draw(t, "purpose"), value.Draw(t, "question"), nil, value.Draw(t, "period"))
		_, rest, _ := strings.Cut(got, "{")
		if word, _, closed := strings.Cut(rest, "}"); closed && word != "" && strings.Trim(word, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ") == "" {
			t.Fatalf("%q became %q", prompt, got)
		}
	})
}

func TestWhatThisVersionRuns(t *testing.T) {
	for name, c := range map[string]struct {
		kind     workshop.ActivityKind
		settings map[string]any
		want     error
	}{
		"brief":              {workshop.ActivityBrief, nil, nil},
		"breakout":           {workshop.ActivityBreakout, nil, nil},
		"canvas":             {workshop.ActivityCanvas, nil, nil},
		"dots":               {workshop.ActivityVote, nil, nil},
		"consent":            {workshop.ActivityVote, map[string]any{"method": "consent"}, nil},
		"dots on a proposal": {workshop.ActivityVote, map[string]any{"options": "proposal"}, nil},
		"a grid of one axis": {workshop.ActivityVote, map[string]any{"method": "grid"}, workshop.ErrGridAxes},
		"an unknown method":  {workshop.ActivityVote, map[string]any{"method": "shouting"}, workshop.ErrNotSupported},
		"dots that decide":   {workshop.ActivityVote, map[string]any{"purpose": "decide"}, workshop.ErrDotsDoNotDecide},
		"a tenth kind":       {"game", nil, workshop.ErrNotSupported},
	} {
		if got := workshop.Supported(c.kind, workshop.SettingsOf(c.settings)); got != c.want {
			t.Errorf("%s: %v, want %v", name, got, c.want)
		}
	}
}
