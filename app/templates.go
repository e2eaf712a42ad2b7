package app

import (
	"context"
	"slices"

	"convene/workshop/templates"
)

// Templates lists the templates of this computer: those that Convene ships, the
// default one first, then the own ones by name.
func (a *App) Templates(context.Context) ([]TemplateEntry, error) {
	all := templates.All()
	shipped := len(all)
	all = append(all, a.ownTemplates()...)
	list := make([]TemplateEntry, len(all))
	for i, t := range all {
		runs, _ := templates.Supported(t)
		list[i] = TemplateEntry{
			ID: t.ID, Name: t.Name, Purpose: t.Purpose, Minutes: t.TotalMinutes, GroupMin: t.GroupMin, GroupMax: t.GroupMax,
			Kinds: kindsOf(t), Supported: runs, Own: i >= shipped, Licence: t.Licence, Learned: len(a.learned(t.ID)),
		}
	}
	return list, nil
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

// Template returns a template with what earlier sessions taught.
func (a *App) Template(_ context.Context, id string) (Template, error) {
	t, ok := a.template(id)
	if !ok {
		return Template{}, errNoTemplate()
	}
	out := shownTemplate(t)
	_, shipped := templates.Get(t.ID)
	out.Own = !shipped
	for _, l := range a.learned(t.ID) {
		out.Learned = append(out.Learned, shownLearning(l))
	}
	return out, nil
}

// shownTemplate is a template as a window shows it.
func shownTemplate(t templates.Template) Template {
	out := Template{
		ID: t.ID, Name: t.Name, Purpose: t.Purpose, GroupMin: t.GroupMin, GroupMax: t.GroupMax, TotalMinutes: t.TotalMinutes,
		Credit: t.Credit, Version: t.Version, Licence: t.Licence, Language: t.Language, From: t.From, Variants: t.Variants,
	}
	out.Supported, out.Why = templates.Supported(t)
	for _, a := range t.Activities {
		script := a.Script()
		out.Activities = append(out.Activities, TemplateActivity{
			Kind: ActivityKind(a.Kind), Preset: a.Preset, Title: a.Title, Minutes: a.Minutes, Prompt: a.Prompt,
			Instructions: a.Instructions, Settings: Settings(a.Settings), Yields: a.Yields, Notes: a.FacilitatorNotes,
			Script: Script{Say: script.Say, Watch: script.Watch, Stuck: script.Stuck},
		})
	}
	return out
}

func shownLearning(l templates.Learning) Learning {
	out := Learning{Date: Date(l.Date), Version: l.Version, People: l.People, Said: l.Said}
	for _, t := range l.Times {
		out.Times = append(out.Times, Took(t))
	}
	for _, p := range l.Pulses {
		out.Pulses = append(out.Pulses, Pulse{Title: p.Title, Answers: p.Answers, Given: p.Given})
	}
	return out
}
