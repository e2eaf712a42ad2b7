// Package templates holds the agendas that Convene ships, and reads agendas that people write themselves: a template is a
// session without people and content.
//
// Use [All] and [Get] for the shipped ones, [Read] for a file, [Supported] to ask whether this version can run a template, and
// [Plan] to turn it into the activities of a session. Templates are data only: [Read] refuses what it does not know, and says in
// one sentence which activity it is about and what is allowed there.
//
// The package will never fetch anything, run anything, or keep anything: it turns bytes into values.
package templates

import (
	_ "embed"
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"slices"

	"convene/workshop"
)

// Template is a reusable agenda.
type Template struct {
	ID                 string
	Version            int
	Name, Purpose      string
	GroupMin, GroupMax int // people
	TotalMinutes       int // what the activities add up to
	Credit             string
	Licence            string   // under which it may be used, as CC-BY-4.0; empty: not said
	Language           string   // of its words, as BCP 47 has it; empty: not said
	From               string   // the template that it was made from: its id, "@" and its version
	Variants           []string // other zones or prompts with which it works
	Activities         []Activity
}

// Activity is one step of a template. Settings hold what encoding/json reads; see [workshop.SettingsOf].
type Activity struct {
	Kind             workshop.ActivityKind
	Preset, Title    string
	Minutes          int
	Prompt           string // may hold placeholders, see [workshop.Fill]
	Instructions     string
	FacilitatorNotes string // never enters a session's log: members read it whole
	Yields           string
	Settings         map[string]any
}

//go:embed templates.json
var shippedJSON []byte

// shipped is read once and never altered; what leaves the package is a copy.
var shipped = func() []Template {
	var file struct {
		Templates []json.RawMessage `json:"templates"`
	}
	if err := json.Unmarshal(shippedJSON, &file); err != nil {
		panic("templates: the shipped templates: " + err.Error())
	}
	list := make([]Template, len(file.Templates))
	for i, raw := range file.Templates {
		t, err := Read(raw)
		if err != nil {
			panic("templates: the shipped templates: " + err.Error())
		}
		list[i] = t
	}
	return list
}()

// All returns the shipped templates, the default one first.
func All() []Template {
	list := make([]Template, len(shipped))
	for i, t := range shipped {
		list[i] = t.clone()
	}
	return list
}

// Get returns a shipped template.
func Get(id string) (Template, bool) {
	for _, t := range shipped {
		if t.ID == id {
			return t.clone(), true
		}
	}
	return Template{}, false
}

func (t Template) clone() Template {
	t.Variants = slices.Clone(t.Variants)
	t.Activities = slices.Clone(t.Activities)
	for i := range t.Activities {
		t.Activities[i].Settings = maps.Clone(t.Activities[i].Settings)
	}
	return t
}

// Supported reports whether this version can run every activity of a template; otherwise it names the first that it cannot.
func Supported(t Template) (ok bool, reason string) {
	for i, a := range t.Activities {
		settings := workshop.SettingsOf(a.Settings)
		err := workshop.Supported(a.Kind, settings)
		switch {
		case err == nil:
		case errors.Is(err, workshop.ErrDotsDoNotDecide):
			return false, fmt.Sprintf("%s: dots narrow a choice, they do not decide it; set its purpose to narrow or gauge", named(i, a.Title))
		default:
			return false, fmt.Sprintf("%s is %s, which this version cannot run yet", named(i, a.Title), form(a))
		}
	}
	return true, ""
}

// Starts says what in a template keeps a session from starting: a vote without options, or one whose rules do not fit together. It
// returns nil where nothing does. What is missing may still be added to the agenda of a session.
func Starts(t Template) error {
	v := &workshop.View{}
	for i, p := range Plan(t) {
		v.Activities = append(v.Activities, workshop.ActivityView{
			ID: workshop.RecordID{Index: uint16(i + 1)}, Kind: p.Kind, Title: p.Title, Prompt: p.Prompt, Settings: p.Settings, Minutes: p.Minutes,
		})
	}
	for _, w := range v.Warnings(0) {
		if !w.Stops() {
			continue
		}
		i := int(w.Activity.Index) - 1
		why := "is a vote whose rules do not fit together"
		switch w.Code {
		case workshop.WarnVoteQuestion:
			why = "is a vote without a question"
		case workshop.WarnVoteOptions:
			why = "is a vote, and nothing before it gives it options"
		}
		return fmt.Errorf("%s %s", named(i, t.Activities[i].Title), why)
	}
	return nil
}

// form says in words what an activity is.
func form(a Activity) string {
	if a.Kind != workshop.ActivityVote {
		return "a " + string(a.Kind)
	}
	s := workshop.SettingsOf(a.Settings)
	return fmt.Sprintf("a vote by %s on %s", s.Str("method", "dots"), s.Str("options", "clusters"))
}

// Plan returns the activities of a template as a session's agenda takes them, in order.
func Plan(t Template) []workshop.ActivityPlan {
	orders := workshop.Orders(len(t.Activities))
	plan := make([]workshop.ActivityPlan, len(t.Activities))
	for i, a := range t.Activities {
		plan[i] = workshop.ActivityPlan{
			Kind: a.Kind, Preset: a.Preset, Title: a.Title, Prompt: a.Prompt, Instructions: a.Instructions, Order: orders[i],
			Yields: a.Yields, Minutes: a.Minutes, Settings: workshop.SettingsOf(a.Settings),
		}
	}
	return plan
}
