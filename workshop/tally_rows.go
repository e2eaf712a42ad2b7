package workshop

import (
	"cmp"
	"slices"
	"strconv"
)

// tally counts ballots that keep the rules and ranks the options.
func (res *Result) tally(v *RunView, cast []castBallot) {
	rows := newRows(v)
	at := map[RecordID]int{}
	for i, o := range v.Options {
		at[o.ID] = i
	}
	for _, b := range cast {
		if v.CheckBallot(b.choices) != nil {
			res.Void++
			continue
		}
		res.Counted++
		if len(b.choices) == 0 {
			res.Abstained++
		}
		if v.below(b.choices) {
			res.Below++
		}
		for i, c := range b.choices {
			row := &rows[at[c.Option]]
			row.take(v, c)
			if i == 0 || !named(b.choices[:i], c.Option) {
				row.Voters++
			}
		}
	}
	res.finish(v, rows)
}

// newRows are the options before anything is counted.
func newRows(v *RunView) []ResultRow {
	rows := make([]ResultRow, len(v.Options))
	for i, o := range v.Options {
		rows[i] = ResultRow{Option: o.ID, Text: o.Text}
		if names := v.criteria(); v.method() == MethodScore || v.method() == MethodGrid {
			for _, name := range names {
				rows[i].By = append(rows[i].By, CriterionRow{Name: name})
			}
		}
	}
	return rows
}

// take adds one choice of a ballot to its option.
func (row *ResultRow) take(v *RunView, c Choice) {
	switch v.method() {
	case MethodDots:
		row.Sum += c.Value
		row.Given = append(row.Given, c.Value)
	case MethodRank:
		row.Sum += v.RankTop() - c.Value + 1 // a first place of three is worth three points
		row.Given = append(row.Given, c.Value)
	default:
		criterion, step := Scored(c.Value)
		row.Sum += step
		row.Given = append(row.Given, step)
		if row.By != nil {
			row.By[criterion].Given = append(row.By[criterion].Given, step)
		}
	}
}

// finish works out what follows from the values given, and ranks.
func (res *Result) finish(v *RunView, rows []ResultRow) {
	for i := range rows {
		row := &rows[i]
		row.Spread = spread(row.Given)
		row.Mean, row.Median = mean(row.Given), median(row.Given)
		if row.By != nil {
			row.Mean, row.Spread = 0, 0
		}
		for j := range row.By {
			by := &row.By[j]
			by.Spread, by.Mean = spread(by.Given), mean(by.Given)
			row.Mean += by.Mean
			row.Spread = max(row.Spread, by.Spread)
		}
		if res.Passes > 0 {
			row.Scaled = (row.Mean*res.Passes + 50) / 100
		}
	}
	worth := func(r *ResultRow) int { return r.Sum }
	switch res.Method {
	case MethodScore, MethodGrid, MethodScale, MethodConsent:
		worth = func(r *ResultRow) int { return r.Mean }
	}
	res.Rows = ranked(rows, worth)
	res.Tie = len(rows) > 1 && worth(&rows[0]) > 0 && worth(&rows[0]) == worth(&rows[1])
	res.QuorumMet = res.Counted*100 >= res.Eligible*v.quorum()
}

// spread sorts values and returns the difference of the highest and the lowest.
func spread(given []int) int {
	slices.Sort(given)
	if len(given) == 0 {
		return 0
	}
	return given[len(given)-1] - given[0]
}

// mean is in hundredths, rounded; 0 of nothing.
func mean(given []int) int {
	sum := 0
	for _, v := range given {
		sum += v
	}
	if len(given) == 0 {
		return 0
	}
	return (sum*200 + len(given)) / (2 * len(given))
}

// median is in hundredths, of values in ascending order; 0 of nothing.
func median(given []int) int {
	n := len(given)
	if n == 0 {
		return 0
	}
	return (given[(n-1)/2] + given[n/2]) * 50
}

func named(choices []Choice, id RecordID) bool {
	return slices.ContainsFunc(choices, func(c Choice) bool { return c.Option == id })
}

// below reports whether a ballot has an answer under the threshold of the vote.
func (r *RunView) below(choices []Choice) bool {
	least, ok := r.Settings.Threshold()
	if !ok || (r.method() != MethodScale && r.method() != MethodScore) {
		return false
	}
	return slices.ContainsFunc(choices, func(c Choice) bool {
		_, step := Scored(c.Value)
		return float64(step) < least
	})
}

// Asked lists the ballots of a sealed vote whose voters are asked to speak: who objects to what all consent to, or consents with a
// concern, and who is below the threshold.
func (res *Result) Asked(r *RunView) []OpenedBallot {
	var asked []OpenedBallot
	for _, b := range res.Opened {
		speaks := r.below(b.Choices)
		for _, c := range b.Choices {
			speaks = speaks || res.Method == MethodConsent && (c.Value == ConsentObject || c.Value == ConsentConcern)
		}
		if speaks {
			asked = append(asked, b)
		}
	}
	return asked
}

// quorum is the share of voters needed, in percent.
func (r *RunView) quorum() int {
	if q, ok := r.Settings.named["quorum"].(float64); ok && q >= 0 && q <= 1 {
		return int(q*100 + 0.5)
	}
	return 50
}

// ranked orders rows, best first, and gives equal ones the same rank.
func ranked(rows []ResultRow, worth func(*ResultRow) int) []ResultRow {
	slices.SortStableFunc(rows, func(a, b ResultRow) int { return cmp.Compare(worth(&b), worth(&a)) })
	for i := range rows {
		first := i
		for first > 0 && worth(&rows[first-1]) == worth(&rows[i]) {
			first--
		}
		rows[i].Rank = strconv.Itoa(first + 1)
		if first < i || (i+1 < len(rows) && worth(&rows[i+1]) == worth(&rows[i])) {
			rows[i].Rank += "="
		}
	}
	return rows
}
