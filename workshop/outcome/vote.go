package outcome

import "convene/workshop"

// vote writes the rules, the turnout, the result in the form of its method, what follows, and reasons, of one run of a vote.
func (r *report) vote(a *workshop.ActivityView, run *workshop.RunView) {
	res := r.index.results[run.ID]
	r.line("%s %s\n", r.rules(run), secrecy(a, run, res))
	if res == nil {
		r.line("The vote was still open when this was written, so there is no result: nobody sees one before the close.\n")
		return
	}
	r.line("%s\n", r.ballots(run, res))
	if res.Excess {
		r.line("More ballots were published than had been handed in. Somebody's computer broke the rules, so none is counted.\n")
	}
	if len(res.Rows) == 0 {
		return
	}
	r.table(run, res)
	if words := verdictWords(res); words != "" {
		if d := r.index.decision[run.ID]; d != "" {
			words += " It is " + r.to(keyDecisions, d) + "."
		}
		r.line("%s\n", words)
	}
	r.reasons(run, res)
	if p, ok := r.resultPicture(run); ok {
		r.show(p)
	}
}

// unit is what a method counts.
func unit(method string) string {
	if method == workshop.MethodDots {
		return "dot"
	}
	return "point"
}

var columns = map[string]string{"dot": "Dots", "point": "Points"}
