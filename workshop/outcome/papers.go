package outcome

import (
	"crypto/sha256"
	"strings"

	"convene/workshop"
)

// Papers is what sheets to print are made of: the poster, agenda, charter, ballots, action cards and sticky sheets. All of it is
// plain text, with people as the profile shows them.
type Papers struct {
	Code        string // two words that name the session on paper
	Title       string
	Date, Place string
	Purpose     string
	Question    string
	Outcomes    []string
	Values      string // of the charter, like the next three
	Rule        string // how the group decides
	Use         string // what becomes of the results
	Ratified    int    // the version that the group consented to; 0 while there is none
	Agenda      []PaperStep
	Ballots     []PaperBallot
	Decisions   []PaperLine
	Actions     []PaperAction
	First       []PaperLine // what was put first by vote where nothing was decided: a priority, with its place
	Questions   []string
	Parked      []string
	Fingerprint [6]string // of the report with the same options
}

// PaperStep is one activity of the agenda, in the planned order.
type PaperStep struct {
	Title, Kind, Prompt string
	Minutes             int
}

// PaperBallot is a vote that people can take part in on paper.
type PaperBallot struct {
	Title, Question, Rule string
	Method                string
	Dots, PerOption       int // of dots: how many each has, 0 for as many as wanted; and how many on one option
	Options               []string
}

// PaperLine is something with its number in the report.
type PaperLine struct{ Code, Text string }

// PaperAction is an action for a card.
type PaperAction struct {
	Code, What, Owner, Due, FirstStep string
	Sign, Place, Partner              string
	Owned                             bool // somebody is named; with profile none, Owner is empty all the same
}

// SessionCode is two words that name a session on paper. They are the same from the first draft to the record.
func SessionCode(id workshop.RecordID) string {
	words := Fingerprint(sha256.Sum256(append([]byte("convene/code/1"), id.Change[:]...)))
	return words[0] + " " + words[1]
}

// PapersOf collects what sheets to print need.
func PapersOf(v *workshop.View, o Options) Papers {
	r := newReport(v, o)
	s := &v.Session
	p := Papers{
		Code: SessionCode(s.ID), Title: r.plain(s.Title), Date: date(s), Place: r.plain(s.Place), Purpose: r.plain(s.Purpose),
		Question: r.plain(s.Question), Fingerprint: Fingerprint(sha256.Sum256(Body(Markdown(v, o)))),
		Values: r.plain(v.Charter.Values), Rule: r.plain(v.Charter.Rule), Use: r.plain(v.Charter.Use), Ratified: v.Charter.Ratified,
	}
	for _, x := range v.Outcomes {
		p.Outcomes = append(p.Outcomes, r.plain(x.Text))
	}
	for i := range v.Activities {
		a := &v.Activities[i]
		p.Agenda = append(p.Agenda, PaperStep{
			Title: unescape(r.name(a)), Kind: unescape(r.form(a)), Prompt: r.plain(v.Prompt(a.Prompt)), Minutes: a.Minutes,
		})
		if a.Kind == workshop.ActivityVote {
			p.Ballots = append(p.Ballots, r.paperBallot(a))
		}
	}
	for i, text := range r.decided() {
		p.Decisions = append(p.Decisions, PaperLine{"D" + itoa(i+1), text})
	}
	p.First = r.paperFirst()
	for i := range v.Actions {
		a := &v.Actions[i]
		p.Actions = append(p.Actions, PaperAction{
			Code: "A" + itoa(a.Number), What: r.plain(a.What), Owner: r.ownerLabel(a), Due: r.plain(a.Due),
			FirstStep: r.plain(a.FirstStep), Owned: !a.Owner.Zero(), Sign: r.plain(a.Sign), Place: r.plain(a.Place), Partner: r.plain(a.Partner),
		})
	}
	for _, c := range r.captured("question") {
		p.Questions = append(p.Questions, r.plain(c.Text))
	}
	for _, x := range v.Parked {
		p.Parked = append(p.Parked, r.plain(x.Text))
	}
	return p
}

// paperBallot has the options of the latest run, or, before the vote was opened, those it would have now.
func (r *report) paperBallot(a *workshop.ActivityView) PaperBallot {
	b := PaperBallot{
		Title: unescape(r.name(a)), Question: r.plain(r.v.Prompt(a.Prompt)), Method: r.plain(a.Settings.Str("method", "dots")),
	}
	var options []workshop.Option
	settings := a.Settings
	if runs := r.index.runs[a.ID]; len(runs) > 0 {
		options, settings = runs[len(runs)-1].Options, runs[len(runs)-1].Settings
	} else if plan, err := r.v.PlanRun(a.ID); err == nil {
		options, settings = plan.Options, plan.Settings
	}
	for _, x := range options {
		b.Options = append(b.Options, r.optionWords(x.ID, x.Text))
	}
	b.Dots, b.PerOption = settings.Dots(len(options)), settings.MaxPerOption()
	if b.Dots == 0 {
		b.PerOption = 1
	}
	b.Rule = strings.TrimSpace(unescape(r.rules(&workshop.RunView{Settings: settings, Options: options})))
	return b
}

// paperFirst is what the last vote that ranks put first: a poster has no room for more.
func (r *report) paperFirst() []PaperLine {
	var list []PaperLine
	for i := range r.v.Results {
		res := &r.v.Results[i]
		if _, ok := r.index.activity[res.Run]; !ok || len(res.Rows) == 0 || res.Rows[0].Voters == 0 || !ranks(res) {
			continue
		}
		list = nil
		for _, row := range topRows(res.Rows) {
			if len(list) < mostFirst {
				list = append(list, PaperLine{row.Rank, r.optionWords(row.Option, row.Text)})
			}
		}
	}
	return list
}
