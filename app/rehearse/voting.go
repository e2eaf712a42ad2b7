package rehearse

import (
	"slices"
	"strconv"

	"convene/app"
	"convene/workshop"
)

// votes hands in a ballot, and sometimes another one before the end.
func (p *person) votes() []intent {
	list := []intent{{p.between(0.2, 0.65), p.cast}}
	if p.rng.IntN(6) == 0 {
		list = append(list, intent{p.between(0.7, 0.85), p.cast})
	}
	return list
}

// cast hands in a ballot as the method of the vote asks.
func (p *person) cast(v *workshop.View, run *workshop.RunView) error {
	if len(run.Options) == 0 || !slices.Contains(run.Voters, p.desk.Me()) {
		return nil
	}
	b := app.NewBallot{}
	switch run.Settings.Method() {
	case workshop.MethodDots:
		b.Choices = p.dots(run)
	case workshop.MethodRank:
		b.Choices = p.ranking(run)
	case workshop.MethodConsent:
		b = p.consent(v, run)
	default:
		b.Choices = p.steps(v, run)
	}
	return p.desk.HandIn(b)
}

// dots gives dots by liking, never more than the rules allow.
func (p *person) dots(run *workshop.RunView) []app.Choice {
	dots, most := run.Settings.Dots(len(run.Options)), run.Settings.MaxPerOption()
	if dots == 0 {
		dots, most = len(run.Options), 1
	}
	given := make([]int, len(run.Options))
	for range 40 {
		i := p.rng.IntN(len(given))
		if p.wants(run.Options[i]) && dots > 0 && given[i] < most {
			given[i]++
			dots--
		}
	}
	var choices []app.Choice
	for i, n := range given {
		if n > 0 {
			choices = append(choices, app.Choice{Option: run.Options[i].ID.String(), Value: n})
		}
	}
	return choices
}

// wants says by chance and liking whether the person picks an option.
func (p *person) wants(o workshop.Option) bool {
	about := themeOf(o.Text)
	return about < 0 || p.rng.IntN(8) < p.likes[about]
}

// ranking puts the options that the person wants most first.
func (p *person) ranking(run *workshop.RunView) []app.Choice {
	order := p.rng.Perm(len(run.Options))
	slices.SortStableFunc(order, func(a, b int) int { return p.worth(run.Options[b]) - p.worth(run.Options[a]) })
	var choices []app.Choice
	for place := range min(run.RankTop(), len(order)) {
		choices = append(choices, app.Choice{Option: run.Options[order[place]].ID.String(), Value: place + 1})
	}
	return choices
}

func (p *person) worth(o workshop.Option) int {
	if about := themeOf(o.Text); about >= 0 {
		return p.likes[about]
	}
	return 3
}

// steps answers each criterion of each option, or of those that were handed to the person to read.
func (p *person) steps(v *workshop.View, run *workshop.RunView) []app.Choice {
	low, high := run.Settings.Scale()
	mine := p.desk.Me()
	read := v.Reading(run, mine[:])
	var choices []app.Choice
	for _, o := range run.Options {
		if run.Settings.Passes() > 0 && !slices.Contains(read, o.ID) {
			continue
		}
		if !run.Settings.On("ownAllowed", true) && v.Wrote(mine[:], o.ID) {
			continue
		}
		for criterion := range run.Settings.Criteria() {
			step := low + (high-low)*p.worth(o)/6 + p.rng.IntN(3) - 1
			if run.Settings.Forecast() {
				step = 20 + 5*p.rng.IntN(10) + 5*p.worth(o)
			}
			step = min(max(step, low), high)
			choices = append(choices, app.Choice{Option: o.ID.String(), Value: workshop.Score(criterion, step)})
		}
	}
	return choices
}

// objections are reasons that people give against a proposal: harm to the aim, in their own language.
var objections = []string{
	"Those who fetch the water would wait an hour longer each morning.", "In der Trockenzeit reicht das Geld nicht bis März.",
	"قد لا يستطيع كبار السن الوصول إلى البئر الجديدة.", "Se pierde la confianza si empezamos sin los pastores.",
}

// consent says yes most of the time. In the first vote on something one of the people objects, with a reason; what came of it is
// good enough for them.
func (p *person) consent(v *workshop.View, run *workshop.RunView) app.NewBallot {
	b := app.NewBallot{Choices: []app.Choice{{Option: run.Options[0].ID.String(), Value: workshop.ConsentYes}}}
	first := !slices.ContainsFunc(v.Results, func(r workshop.Result) bool { return r.Method == workshop.MethodConsent })
	switch {
	case first && p.index == 1:
		b.Choices[0].Value, b.Text = workshop.ConsentObject, objections[p.rng.IntN(len(objections))]
	case p.rng.IntN(6) == 0:
		b.Choices[0].Value, b.Text = workshop.ConsentConcern, objections[p.rng.IntN(len(objections))]
	case p.rng.IntN(12) == 0:
		b.Choices[0].Value = workshop.ConsentAside
	}
	return b
}

// signs answer rounds that ask for one.
var signs = []string{"🙂", "🌱", "💧", "⏳", "🔧"}

// words answer rounds that ask for a single one.
var words = []string{"hopeful", "clear", "müde", "شكراً", "esperanza", "ready", "together", "Tatendrang", "thirsty", "ماء"}

// shortAnswer is an answer to a round that asks for less than a sentence; ok is false where it asks for one.
func (p *person) shortAnswer(run *workshop.RunView) (text string, ok bool) {
	set := run.Settings
	low, high := set.AnswerScale()
	switch {
	case set.On("spokenOnly", false) || set.Answer() == workshop.AnswerNone:
		return "", true
	case high > 0:
		return strconv.Itoa(max(low, high-p.rng.IntN(4))), true
	case set.Answer() == workshop.AnswerWord:
		return words[p.rng.IntN(len(words))], true
	case set.Answer() == workshop.AnswerSymbol:
		return signs[p.rng.IntN(len(signs))], true
	}
	return "", false
}
