package app

import (
	"context"

	"convene/workshop/outcome"
)

// Papers is what sheets to print are made of: poster, agenda, ballots, action
// cards and sticky sheets. All of it is plain text.
type Papers struct {
	Code        string            `json:"code"` // two words that name the session on paper
	Title       string            `json:"title"`
	Date        Date              `json:"date,omitempty"`
	Place       string            `json:"place"`
	Purpose     string            `json:"purpose"`
	Question    string            `json:"question"`
	Outcomes    List[string]      `json:"outcomes"`
	Values      string            `json:"values"` // of the charter, like the next three
	Rule        string            `json:"rule"`
	Use         string            `json:"use"`
	Ratified    int               `json:"ratified"` // the version that the group consented to; 0 while there is none
	Agenda      List[PaperStep]   `json:"agenda"`
	Ballots     List[PaperBallot] `json:"ballots"`
	Decisions   List[PaperLine]   `json:"decisions"`
	First       List[PaperLine]   `json:"first"` // put first by the last vote that ranks, with the place as code
	Actions     List[PaperAction] `json:"actions"`
	Questions   List[string]      `json:"questions"`
	Parked      List[string]      `json:"parked"`
	Fingerprint List[string]      `json:"fingerprint"`
}

// PaperStep is one activity of the agenda on paper.
type PaperStep struct {
	Title   string `json:"title"`
	Kind    string `json:"kind"`
	Prompt  string `json:"prompt"`
	Minutes int    `json:"minutes"`
}

// PaperBallot is a vote on paper.
type PaperBallot struct {
	Title    string       `json:"title"`
	Question string       `json:"question"`
	Rule     string       `json:"rule"`
	Method   string       `json:"method"`
	Dots     int          `json:"dots"`      // 0: as many as wanted
	Most     int          `json:"perOption"` // of dots: how many on one option
	Options  List[string] `json:"options"`
}

// PaperLine is something with its number in the report.
type PaperLine struct {
	Code string `json:"code"`
	Text string `json:"text"`
}

// PaperAction is an action on a card.
type PaperAction struct {
	Code      string `json:"code"`
	What      string `json:"what"`
	Owner     string `json:"owner"`
	Owned     bool   `json:"owned"` // somebody is named, even where this copy has no names
	Due       string `json:"due"`
	FirstStep string `json:"firstStep"`
	Sign      string `json:"sign"` // how everybody sees that it is done
	Place     string `json:"place"`
	Partner   string `json:"partner"`
}

// Papers is what sheets to print are made of.
func (a *App) Papers(ctx context.Context, session string, w RecordWish) (Papers, error) {
	v, err := a.View(ctx, session)
	if err != nil {
		return Papers{}, err
	}
	return papers(outcome.PapersOf(v, w.options())), nil
}

func papers(p outcome.Papers) Papers {
	out := Papers{
		Code: p.Code, Title: p.Title, Date: Date(p.Date), Place: p.Place, Purpose: p.Purpose, Question: p.Question,
		Outcomes: p.Outcomes, Questions: p.Questions, Parked: p.Parked, Fingerprint: p.Fingerprint[:],
		Values: p.Values, Rule: p.Rule, Use: p.Use, Ratified: p.Ratified,
	}
	for _, s := range p.Agenda {
		out.Agenda = append(out.Agenda, PaperStep(s))
	}
	for _, b := range p.Ballots {
		out.Ballots = append(out.Ballots, PaperBallot{
			Title: b.Title, Question: b.Question, Rule: b.Rule, Method: b.Method, Dots: b.Dots, Most: b.PerOption, Options: b.Options,
		})
	}
	for _, d := range p.Decisions {
		out.Decisions = append(out.Decisions, PaperLine(d))
	}
	for _, f := range p.First {
		out.First = append(out.First, PaperLine(f))
	}
	for _, x := range p.Actions {
		out.Actions = append(out.Actions, PaperAction{
			Code: x.Code, What: x.What, Owner: x.Owner, Owned: x.Owned, Due: x.Due, FirstStep: x.FirstStep,
			Sign: x.Sign, Place: x.Place, Partner: x.Partner,
		})
	}
	return out
}
