package app

import (
	"slices"

	"convene/workshop/templates"
)

// templateEntries lists the shipped templates, the default one first.
func templateEntries() []TemplateEntry {
	all := templates.All()
	list := make([]TemplateEntry, len(all))
	for i, t := range all {
		runs, _ := templates.Supported(t)
		list[i] = TemplateEntry{
			ID: t.ID, Name: t.Name, Purpose: t.Purpose, Minutes: t.TotalMinutes, GroupMin: t.GroupMin, GroupMax: t.GroupMax,
			Kinds: kindsOf(t), Supported: runs,
		}
	}
	return list
}

// kindsOf lists the kinds of a template's activities, each once, in order.
func kindsOf(t templates.Template) List[ActivityKind] {
	var kinds List[ActivityKind]
	for _, a := range t.Activities {
		if k := ActivityKind(a.Kind); !slices.Contains(kinds, k) {
			kinds = append(kinds, k)
		}
	}
	return kinds
}

// templateByID returns a shipped template. Facilitator's notes are not in it:
// they are for one person, and a window may be shown to all.
func templateByID(id string) (Template, error) {
	t, ok := templates.Get(id)
	if !ok {
		return Template{}, Refuse("template.unknown", "There is no template with this name.", "Nothing was changed. Choose one of the list.")
	}
	out := Template{
		ID: t.ID, Name: t.Name, Purpose: t.Purpose, GroupMin: t.GroupMin, GroupMax: t.GroupMax, TotalMinutes: t.TotalMinutes,
		Credit: t.Credit,
	}
	for _, a := range t.Activities {
		out.Activities = append(out.Activities, TemplateActivity{
			Kind: ActivityKind(a.Kind), Preset: a.Preset, Title: a.Title, Minutes: a.Minutes, Prompt: a.Prompt,
			Instructions: a.Instructions, Settings: Settings(a.Settings),
		})
	}
	return out, nil
}
