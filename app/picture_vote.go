package app

import (
	"fmt"
	"slices"

	"convene/workshop"
)

func (p *painter) responses() {
	for i := range p.View.Responses {
		v := &p.View.Responses[i]
		r := ResponseRecord{
			ID: p.id(v.ID), Run: p.id(v.Run), Person: personID(v.Person), Text: v.Text, Pass: v.Pass,
			Mine: v.Person == p.Me, Late: v.Late,
		}
		if run := p.runs[v.Run]; run != nil && namelessAnswers(run) && !r.Mine {
			r.Person = ""
		}
		p.add(r)
	}
}

// ballots draws how many have voted, and the own ballot; never another's.
func (p *painter) ballots() {
	for i := range p.View.Runs {
		run := &p.View.Runs[i]
		if run.Kind != workshop.ActivityVote {
			continue
		}
		r := BallotRecord{
			ID: "ballot/" + p.id(run.ID), Run: p.id(run.ID), HandedIn: p.HandedIn[run.ID], Eligible: len(run.Voters),
		}
		if res := p.result(run.ID); res != nil {
			r.HandedIn, r.Eligible = res.HandedIn, res.Eligible
		}
		if own, ok := p.Ballots[run.ID]; ok {
			r.Mine, r.Tracker = p.choices(own.Choices), own.Tracker
		}
		p.add(r)
	}
}

func (p *painter) result(run workshop.RecordID) *workshop.Result {
	for i := range p.View.Results {
		if p.View.Results[i].Run == run {
			return &p.View.Results[i]
		}
	}
	return nil
}

// choices writes choices; no choice gives an empty list, not a missing one.
func (p *painter) choices(list []workshop.Choice) List[Choice] {
	out := make(List[Choice], len(list))
	for i, c := range list {
		out[i] = Choice{Option: p.id(c.Option), Value: c.Value}
	}
	return out
}

// results draws the votes that were counted.
func (p *painter) results() {
	for i := range p.View.Results {
		res := &p.View.Results[i]
		run := p.runs[res.Run]
		if run == nil {
			continue
		}
		r := ResultRecord{
			ID: "result/" + p.id(res.Run), Run: p.id(res.Run), Method: res.Method, HandedIn: res.HandedIn, Eligible: res.Eligible,
			Counted: res.Counted, Unopened: res.Unopened, Abstained: res.Abstained, Tie: res.Tie, DotsEach: res.DotsEach,
			Secret: res.Secret, Warning: p.warning(res),
		}
		if r.DotsEach == 0 {
			r.DotsEach = len(run.Options)
		}
		total := 0
		for _, row := range res.Rows {
			total += row.Sum
		}
		spread := 0.0
		for _, row := range res.Rows {
			line := ResultRow{Option: p.id(row.Option), Text: row.Text, Rank: row.Rank, Dots: row.Sum, Voters: row.Voters}
			if total > 0 {
				line.Share = float64(row.Sum) / float64(total)
			}
			spread = max(spread, float64(row.Spread))
			r.Rows = append(r.Rows, line)
		}
		if res.Method != "dots" && res.Counted > 0 {
			r.Spread = &spread
		}
		for _, line := range res.Lines {
			r.Trackers = append(r.Trackers, TrackerChoice{Tracker: line.Tracker, Choices: p.choices(line.Choices)})
		}
		p.add(r)
	}
}

// warning says what is wrong with a count, the worst first; empty when
// nothing is.
func (p *painter) warning(res *workshop.Result) string {
	own, voted := p.Ballots[res.Run]
	switch {
	case res.Excess:
		return "More ballots were published than handed in, so none is counted. Vote again, with another facilitator counting."
	case voted && res.Secret && altered(own, res.Lines):
		return "The line with your code says something else than you chose. Tell the group before anyone relies on this result."
	case res.Void > 0:
		return fmt.Sprintf("Not counted, because the rules of the vote were broken: %s.", counted(res.Void, "ballot", "ballots"))
	case !res.QuorumMet:
		return fmt.Sprintf("%d of %d ballots are counted: fewer than this vote asked for.", res.Counted, res.Eligible)
	}
	return ""
}

// altered reports that the own code stands beside another's choices.
func altered(own ownBallot, lines []workshop.Line) bool {
	for _, line := range lines {
		if own.Tracker != "" && line.Tracker == own.Tracker {
			return !equalBallots(own.Choices, line.Choices)
		}
	}
	return false
}

// equalBallots compares choices, in whichever order they name the options.
func equalBallots(a, b []workshop.Choice) bool {
	return len(a) == len(b) && !slices.ContainsFunc(a, func(c workshop.Choice) bool { return !slices.Contains(b, c) })
}
