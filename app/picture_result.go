package app

import "convene/workshop"

// results draws the votes that were counted, and the answers of secret rounds.
func (p *painter) results() {
	for i := range p.View.Results {
		res := &p.View.Results[i]
		run := p.runs[res.Run]
		if run == nil {
			continue
		}
		r := ResultRecord{
			ID: "result/" + p.id(res.Run), Run: p.id(res.Run), Method: res.Method, Verdict: Verdict(res.Verdict),
			HandedIn: res.HandedIn, Eligible: res.Eligible, Counted: res.Counted, Unopened: res.Unopened, Void: res.Void,
			Abstained: res.Abstained, Quorum: res.Quorum, Below: res.Below, Tie: res.Tie, DotsEach: res.DotsEach, Secret: res.Secret,
			Hands: res.Hands, CountedBy: personID(res.CountedBy), Warning: p.warning(res), Rows: List[ResultRow]{},
		}
		if r.DotsEach == 0 && res.Method == workshop.MethodDots {
			r.DotsEach = len(run.Options)
		}
		if hiddenFew(run, res) {
			r.Hidden = true
			p.add(r)
			continue
		}
		p.resultRows(res, &r)
		p.resultBallots(res, &r)
		p.add(r)
	}
}

// hiddenFew reports that a distribution is not shown: answers were asked for in
// secret, and fewer than four came.
func hiddenFew(run *workshop.RunView, res *workshop.Result) bool {
	secret := run.Kind == workshop.ActivityRound || run.Settings.Forecast()
	return secret && !res.Hands && res.Counted < fewestSecret
}

func (p *painter) resultRows(res *workshop.Result, r *ResultRecord) {
	total, spread := 0, 0.0
	for _, row := range res.Rows {
		total += row.Sum
	}
	for _, row := range res.Rows {
		line := ResultRow{
			Option: p.id(row.Option), Text: row.Text, Rank: row.Rank, Dots: row.Sum, Voters: row.Voters, Scaled: row.Scaled,
		}
		if total > 0 {
			line.Share = float64(row.Sum) / float64(total)
		}
		if res.Method != workshop.MethodDots && res.Method != workshop.MethodRank {
			line.Mean, line.Median = hundredths(row.Mean), hundredths(row.Median)
		}
		if res.Method != workshop.MethodDots {
			line.Spread, line.Given = row.Spread, append(List[int]{}, row.Given...)
		}
		for _, by := range row.By {
			line.By = append(line.By, Criterion{
				Name: by.Name, Mean: hundredths(by.Mean), Spread: by.Spread, Given: append(List[int]{}, by.Given...),
			})
		}
		spread = max(spread, float64(row.Spread))
		r.Rows = append(r.Rows, line)
	}
	if res.Method != workshop.MethodDots && res.Counted > 0 {
		r.Spread = &spread
	}
}

func hundredths(n int) float64 { return float64(n) / 100 }

// resultBallots draws the published lines of a secret vote. Of one that was
// only sealed it draws the ballots whose voters are asked to speak: who objects
// or has a concern, and who is below the threshold.
func (p *painter) resultBallots(res *workshop.Result, r *ResultRecord) {
	for _, line := range res.Lines {
		r.Trackers = append(r.Trackers, TrackerChoice{Tracker: line.Tracker, Choices: p.choices(line.Choices), Text: line.Text})
	}
	for _, b := range res.Asked(p.runs[res.Run]) {
		r.Ballots = append(r.Ballots, OpenedBallot{
			Person: personID(b.Person), Seat: p.id(b.Seat), Choices: p.choices(b.Choices), Text: b.Text,
		})
	}
}
