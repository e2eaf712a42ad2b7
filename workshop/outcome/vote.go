package outcome

import (
	"fmt"

	"convene/workshop"
)

// vote writes the rules, the turnout and the ranked table of one run of a vote.
func (r *report) vote(a *workshop.ActivityView, run *workshop.RunView) {
	r.line("%s %s\n", r.rules(run), secrecy(a, run))
	res := r.index.results[run.ID]
	if res == nil {
		r.line("The vote was still open when this was written, so there is no result: nobody sees one before the close.\n")
		return
	}
	r.line("%s\n", ballots(run, res))
	if res.Excess {
		r.line("More ballots were published than had been handed in. Somebody's computer broke the rules, so none is counted.\n")
	}
	if len(res.Rows) == 0 {
		return
	}
	r.line("| Rank | Option | %s | Voters |", columns[unit(res.Method)])
	r.line("| --: | --- | --: | --: |")
	for _, row := range res.Rows {
		r.line("| %s | %s | %d | %d |", row.Rank, r.option(row.Option, row.Text), row.Sum, row.Voters)
	}
	r.gap()
	if res.Tie {
		r.line("The first place is shared.\n")
	}
	if p, ok := r.resultPicture(run); ok {
		r.show(p)
	}
}

// unit is what a method counts.
func unit(method string) string {
	if method == "dots" {
		return "dot"
	}
	return "point"
}

var columns = map[string]string{"dot": "Dots", "point": "Points"}

// rules repeats what people knew before they voted.
func (r *report) rules(run *workshop.RunView) string {
	method := run.Settings.Str("method", "dots")
	if method != "dots" {
		return "Vote by " + r.title(method) + "."
	}
	narrows := "It narrows the choice and decides nothing."
	if run.Settings.Str("purpose", "narrow") == "gauge" {
		narrows = "It shows where the group stands and decides nothing."
	}
	dots, most := run.Settings.Dots(len(run.Options)), run.Settings.MaxPerOption()
	if dots == 0 {
		return "Approval: one dot on as many options as one wants. " + narrows
	}
	if most == 1 {
		return fmt.Sprintf("Dot vote, %s each, one on an option. %s", count(dots, "dot"), narrows)
	}
	return fmt.Sprintf("Dot vote, %s each, up to %d on one option. %s", count(dots, "dot"), most, narrows)
}

// secrecy says exactly who could see a ballot, then and now.
func secrecy(a *workshop.ActivityView, run *workshop.RunView) string {
	if run.Settings.Secret() {
		return "Secret from the group. The facilitator's computer could see each vote. Voters can check their own code in the session's result list."
	}
	words := "Hidden until the close, also from the facilitator. Since then anyone with the session file can see who voted for what."
	if a.Settings.Secret() {
		words += fmt.Sprintf(" It was planned as secret; with %s it was not, because totals would have told who chose what.",
			count(len(run.Voters), "voter"))
	}
	return words
}

// ballots accounts for every ballot.
func ballots(run *workshop.RunView, res *workshop.Result) string {
	words := fmt.Sprintf("%d of %d handed in a ballot; %d counted.", res.HandedIn, res.Eligible, res.Counted)
	if res.Abstained > 0 {
		words += fmt.Sprintf(" Of these, %s without a choice.", was(res.Abstained))
	}
	if res.Unopened > 0 {
		words += fmt.Sprintf(" %s not opened, because %s laptop was away at the close, and %s not counted.",
			was(res.Unopened), whose(res.Unopened), is(res.Unopened))
	}
	if res.Void > 0 {
		words += fmt.Sprintf(" %s void and not counted.", was(res.Void))
	}
	if res.QuorumMet {
		return words + fmt.Sprintf(" Needed: %s of those who could vote; reached.", quorum(run))
	}
	return words + fmt.Sprintf(" Needed: %s of those who could vote; not reached.", quorum(run))
}

func quorum(run *workshop.RunView) string {
	share, ok := run.Settings.Named()["quorum"].(float64)
	if !ok || share < 0 || share > 1 || share == 0.5 {
		return "half"
	}
	return fmt.Sprintf("%d %%", int(share*100+0.5))
}

func was(n int) string {
	if n == 1 {
		return "1 was"
	}
	return fmt.Sprintf("%d were", n)
}

func is(n int) string {
	if n == 1 {
		return "is"
	}
	return "are"
}

func whose(n int) string {
	if n == 1 {
		return "its"
	}
	return "their"
}
