package outcome

import (
	"encoding/base64"
	"time"

	"convene/workshop"
)

// document fills the data file from the view, in the order of the report.
func (r *report) document(fingerprint string) *jsonDocument {
	d := &jsonDocument{
		Format: "convene-session", Version: JSONVersion, Profile: r.people.shown(), Fingerprint: fingerprint, Session: r.jsonSession(),
		People: []jsonPerson{}, Activities: []jsonActivity{}, Clusters: []jsonCluster{}, Notes: []jsonNote{}, Arrows: []jsonArrow{}, Groups: []jsonGroup{},
		Captures: []jsonCapture{}, Decisions: []jsonDecision{}, Objections: []jsonObjection{}, Actions: []jsonAction{}, Parked: []jsonParked{}, SetAside: []jsonAside{},
	}
	for i := range r.v.People {
		p := &r.v.People[i]
		d.People = append(d.People, jsonPerson{Name: unescape(r.people.of(p.Person)), Role: p.Role.String()})
	}
	for i := range r.v.Seats {
		name := unescape(r.people.credit(workshop.Person{}, r.v.Seats[i].ID))
		d.People = append(d.People, jsonPerson{Name: name, Role: "seat"})
	}
	for _, id := range r.index.ran {
		d.Activities = append(d.Activities, r.jsonActivity(r.v.Activity(id)))
	}
	for i := range r.v.Activities {
		if a := &r.v.Activities[i]; r.index.number[a.ID] == 0 {
			d.Activities = append(d.Activities, r.jsonActivity(a))
		}
	}
	r.jsonBoards(d)
	r.jsonGroups(d)
	r.jsonTalk(d)
	r.jsonOutcome(d)
	if in := r.insight(); in.Enough {
		d.Insight = r.jsonInsight(&in)
	}
	return d
}

func (r *report) jsonSession() jsonSession {
	s := &r.v.Session
	j := jsonSession{
		ID: base64.RawURLEncoding.EncodeToString(s.ID.Change[:16]), Title: r.raw(s.Title), Purpose: r.raw(s.Purpose),
		Question: r.raw(s.Question), Period: r.raw(s.Period), Date: date(s), Place: r.raw(s.Place), Template: r.raw(s.Template),
		State: string(s.State), Start: clock(s.Started), End: clock(s.Ended), Outcomes: []string{},
	}
	c := &r.v.Charter
	j.Charter = jsonCharter{Values: r.raw(c.Values), Rule: r.raw(c.Rule), Use: r.raw(c.Use), Version: c.Version, State: string(c.State)}
	for _, o := range r.v.Outcomes {
		j.Outcomes = append(j.Outcomes, r.raw(o.Text))
	}
	return j
}

func (r *report) jsonActivity(a *workshop.ActivityView) jsonActivity {
	j := jsonActivity{
		Number: r.index.number[a.ID], Kind: string(a.Kind), Preset: r.raw(a.Preset), Title: r.raw(a.Title),
		Prompt: r.raw(r.v.Prompt(a.Prompt)), Minutes: a.Minutes, Runs: []jsonRun{},
	}
	if named, ok := r.nameless(a.Settings.Named()).(map[string]any); ok && len(named) > 0 {
		j.Settings = named
	}
	for _, run := range r.index.runs[a.ID] {
		j.Runs = append(j.Runs, r.jsonRun(run))
	}
	return j
}

// nameless takes names out of settings, which may hold words that people wrote.
func (r *report) nameless(v any) any {
	switch x := v.(type) {
	case string:
		return r.raw(x)
	case []any:
		list := make([]any, len(x))
		for i := range x {
			list[i] = r.nameless(x[i])
		}
		return list
	case map[string]any:
		named := make(map[string]any, len(x))
		for name, value := range x {
			named[r.raw(name)] = r.nameless(value)
		}
		return named
	}
	return v
}

func (r *report) jsonRun(run *workshop.RunView) jsonRun {
	j := jsonRun{
		Start: clock(run.Started), End: clock(run.Ended), PlannedSeconds: run.Planned, ExtendedSeconds: run.Extended,
		PausedSeconds: int(time.Duration(run.Paused) * time.Millisecond / time.Second),
	}
	if run.Kind == workshop.ActivityRound {
		list, passed := r.answersOf(run)
		j.Passed = passed
		for _, a := range list {
			j.Answers = append(j.Answers, jsonAnswer{Person: unescape(a.who), Text: r.raw(a.text), Late: a.late})
		}
	}
	if res := r.index.results[run.ID]; res != nil {
		j.Result = r.jsonResult(res)
	}
	return j
}

func (r *report) jsonResult(res *workshop.Result) *jsonResult {
	j := &jsonResult{
		Method: r.raw(res.Method), Secret: res.Secret, Eligible: res.Eligible, HandedIn: res.HandedIn, Counted: res.Counted,
		Abstained: res.Abstained, Unopened: res.Unopened, Void: res.Void, QuorumMet: res.QuorumMet, Tie: res.Tie, Hands: res.Hands, Verdict: string(res.Verdict), Rows: []jsonRow{},
	}
	for _, row := range res.Rows {
		line := jsonRow{
			Rank: row.Rank, Ref: r.codeOf(row.Option), Text: r.raw(row.Text), Sum: row.Sum, Voters: row.Voters, Spread: row.Spread,
		}
		r.jsonValues(&line, res, &row)
		j.Rows = append(j.Rows, line)
	}
	return j
}

// jsonValues adds what voters gave, for methods in which each gives a value.
func (r *report) jsonValues(j *jsonRow, res *workshop.Result, row *workshop.ResultRow) {
	if res.Method == workshop.MethodDots || res.Method == workshop.MethodRank || len(row.Given) == 0 {
		return
	}
	of := func(n int) float64 { return float64(n) / 100 }
	mean, median := of(row.Mean), of(row.Median)
	j.Mean, j.Median = &mean, &median
	if len(res.Criteria) < 2 {
		j.Given = map[string]int{}
		for _, v := range row.Given {
			j.Given[itoa(v)]++
		}
		return
	}
	for _, c := range row.By {
		j.By = append(j.By, jsonBy{Criterion: r.raw(c.Name), Mean: of(c.Mean), Spread: c.Spread})
	}
}

func (r *report) jsonBoards(d *jsonDocument) {
	for _, board := range r.index.allBoards(r.v) {
		for _, c := range r.index.clusters[board] {
			j := jsonCluster{ID: r.index.code[c.ID], Activity: r.index.number[board], Name: r.raw(c.Name), Notes: []string{}}
			for _, n := range r.index.in(board, c.ID) {
				j.Notes = append(j.Notes, r.noteCode(n.ID))
			}
			d.Clusters = append(d.Clusters, j)
		}
	}
	for _, n := range r.index.ordered {
		j := jsonNote{
			ID: r.noteCode(n.ID), Activity: r.index.number[r.index.home(n.Activity)], Cluster: r.index.code[n.Cluster], Text: r.raw(n.Text),
			Author: r.writer(n), Hidden: n.Hidden, Late: n.Late, Color: r.raw(n.Color), X: n.X, Y: n.Y,
		}
		if dots, voted := r.index.dots[n.ID]; voted {
			j.Dots = &dots
		}
		r.jsonAround(&j, n)
		d.Notes = append(d.Notes, j)
	}
}

func (r *report) jsonTalk(d *jsonDocument) {
	for i := range r.v.Captures {
		c := &r.v.Captures[i]
		d.Captures = append(d.Captures, jsonCapture{
			Activity: r.index.number[c.Activity], Type: r.raw(c.Type), Text: r.raw(c.Text), On: r.codeOf(c.Item), Group: r.index.code[c.Group], Late: c.Late,
		})
	}
	for i := range r.v.Parked {
		p := &r.v.Parked[i]
		d.Parked = append(d.Parked, jsonParked{Activity: r.index.number[p.Activity], Text: r.raw(p.Text), Fate: r.raw(p.Fate)})
	}
	for i := range r.v.SetAside {
		s := &r.v.SetAside[i]
		d.SetAside = append(d.SetAside, jsonAside{Kind: s.Kind.String(), Text: r.raw(s.Text), Why: s.Why})
	}
}

func (r *report) jsonOutcome(d *jsonDocument) {
	for i := range r.v.Decisions {
		x := &r.v.Decisions[i]
		d.Decisions = append(d.Decisions, jsonDecision{
			ID: r.index.decision[x.ID], Activity: r.index.number[x.Activity], Text: r.raw(x.Text), Rule: r.raw(x.Rule), From: r.codes(x.Evidence),
			Review: r.raw(x.Review), Consents: x.Consents, Concerns: x.Concerns, Asides: x.Asides,
		})
	}
	for i := range r.v.Objections {
		o := &r.v.Objections[i]
		d.Objections = append(d.Objections, jsonObjection{
			Activity: r.index.number[o.Activity], Text: r.raw(o.Text), Answer: r.raw(o.Answer), Resolved: !o.Resolved.Zero(),
		})
	}
	for i := range r.v.Actions {
		a := &r.v.Actions[i]
		d.Actions = append(d.Actions, jsonAction{
			ID: r.index.actions[a.ID], Activity: r.index.number[a.Activity], What: r.raw(a.What), Owner: r.ownerLabel(a),
			Owned: !a.Owner.Zero(), Accepted: string(a.Accepted), Due: r.raw(a.Due), FirstStep: r.raw(a.FirstStep), State: r.raw(a.State),
			From: r.codes(a.Evidence), Sign: r.raw(a.Sign), Review: r.raw(a.Review), Type: r.raw(a.Type), Place: r.raw(a.Place),
			Partner: r.raw(a.Partner), Witness: r.raw(a.Witness), Help: r.raw(a.Help), Roles: r.jsonRoles(a),
			Forecast: r.jsonForecast(a), ForecastBefore: before(a), OwnerBefore: unescape(r.former(a)),
		})
	}
}

func (r *report) jsonRoles(a *workshop.ActionView) []jsonRole {
	var list []jsonRole
	for _, role := range a.Roles {
		list = append(list, jsonRole{Role: r.raw(role.Role), Who: unescape(r.holder(role.Who))})
	}
	return list
}

// codes are the short names of records, without those that have none.
func (r *report) codes(ids []workshop.RecordID) []string {
	list := []string{}
	for _, id := range ids {
		if code := r.codeOf(id); code != "" {
			list = append(list, code)
		}
	}
	return list
}

func (r *report) jsonInsight(in *Insight) *jsonInsight {
	j := &jsonInsight{People: in.People, Contributed: in.Contributed, Untouched: r.codes(in.Untouched), Steps: []jsonStep{}}
	for _, s := range in.Steps {
		step := jsonStep{Activity: s.Number, Planned: s.Planned, Used: s.Used}
		if s.Took >= 0 {
			step.Took = &s.Took
		}
		j.Steps = append(j.Steps, step)
	}
	if c := &r.v.Calibration; c.Of > 0 {
		j.Calibration = &jsonCalibration{Said: c.Said, Done: c.Happened, Of: c.Of}
	}
	return j
}

func (r *report) jsonForecast(a *workshop.ActionView) *int {
	if percent, ok := r.v.ForecastOf(a.ID); ok {
		return &percent
	}
	return nil
}

func before(a *workshop.ActionView) *int {
	if a.Forecast < 0 {
		return nil
	}
	return &a.Forecast
}
