package outcome

import (
	"fmt"
	"strings"

	"convene/workshop"
)

// hundredths writes a number that is kept in hundredths: 4.2, 4.25, 4.
func hundredths(n int) string {
	s := fmt.Sprintf("%d.%02d", n/100, n%100)
	return strings.TrimSuffix(strings.TrimRight(s, "0"), ".")
}

// table writes the options of a counted vote with what they got, in the form of its method.
func (r *report) table(run *workshop.RunView, res *workshop.Result) {
	switch res.Method {
	case workshop.MethodScore, workshop.MethodGrid:
		r.scoreTable(res)
	case workshop.MethodScale:
		r.scaleTable(run, res)
	case workshop.MethodConsent:
		r.consentTable(res)
	default:
		r.line("| Rank | Option | %s | Voters |", columns[unit(res.Method)])
		r.line("| --: | --- | --: | --: |")
		for _, row := range res.Rows {
			r.line("| %s | %s | %d | %d |", row.Rank, r.option(row.Option, row.Text), row.Sum, row.Voters)
		}
	}
	r.gap()
}

// scoreTable has a column for each criterion where there are several, and always how far the values lie apart.
func (r *report) scoreTable(res *workshop.Result) {
	head, rule := "| Rank | Option |", "| --: | --- |"
	several := len(res.Criteria) > 1
	if several {
		for i, name := range res.Criteria {
			words := r.title(name)
			if words == "" {
				words = fmt.Sprintf("Question %d", i+1)
			}
			head, rule = head+" "+words+" |", rule+" --: |"
		}
	}
	last := " Mean | Spread | Voters |"
	if several {
		last = " Total | Spread | Voters |"
	}
	if res.Passes > 0 {
		last = " Mean | Sum | Spread | Readers |"
		rule += " --: |"
	}
	r.line("%s%s\n%s --: | --: | --: |", head, last, rule)
	for _, row := range res.Rows {
		line := fmt.Sprintf("| %s | %s |", row.Rank, r.option(row.Option, row.Text))
		for i := range res.Criteria {
			switch {
			case !several:
			case i < len(row.By):
				line += " " + hundredths(row.By[i].Mean) + " |"
			default:
				line += " – |"
			}
		}
		line += " " + hundredths(row.Mean) + " |"
		if res.Passes > 0 {
			line += " " + hundredths(row.Scaled) + " |"
		}
		r.line("%s %d | %d |", line, row.Spread, row.Voters)
	}
}

// mostSteps is up to how many steps of a scale have a column each.
const mostSteps = 11

// scaleTable shows how many said what; of a long scale, as percent, the middle and the ends.
func (r *report) scaleTable(run *workshop.RunView, res *workshop.Result) {
	steps := res.High - res.Low + 1
	what := "Option"
	if run.Settings.Options() == workshop.OnQuestion || run.Kind == workshop.ActivityRound {
		what = "Question"
	}
	if steps > mostSteps || steps < 1 {
		r.line("| %s | Median | Lowest | Highest | People |\n| --- | --: | --: | --: | --: |", what)
		for _, row := range res.Rows {
			low, high := "–", "–"
			if n := len(row.Given); n > 0 {
				low, high = fmt.Sprint(row.Given[0]), fmt.Sprint(row.Given[n-1])
			}
			r.line("| %s | %s | %s | %s | %d |", r.option(row.Option, row.Text), hundredths(row.Median), low, high, len(row.Given))
		}
		return
	}
	head, rule := "| "+what+" |", "| --- |"
	for step := res.Low; step <= res.High; step++ {
		head, rule = fmt.Sprintf("%s %d |", head, step), rule+" --: |"
	}
	r.line("%s Median |\n%s --: |", head, rule)
	for _, row := range res.Rows {
		line := "| " + r.option(row.Option, row.Text) + " |"
		for step := res.Low; step <= res.High; step++ {
			line += fmt.Sprintf(" %d |", gave(row.Given, step))
		}
		r.line("%s %s |", line, hundredths(row.Median))
	}
}

func (r *report) consentTable(res *workshop.Result) {
	r.line("| Proposal | Consent | With a concern | Stand aside | Object |\n| --- | --: | --: | --: | --: |")
	for _, row := range res.Rows {
		r.line("| %s | %d | %d | %d | %d |", r.option(row.Option, row.Text), gave(row.Given, workshop.ConsentYes),
			gave(row.Given, workshop.ConsentConcern), gave(row.Given, workshop.ConsentAside), gave(row.Given, workshop.ConsentObject))
	}
}

// gave counts how many gave a value.
func gave(given []int, value int) int {
	n := 0
	for _, v := range given {
		n += one(v == value)
	}
	return n
}

// amountWords say what an option got, in the unit of its method.
func amountWords(res *workshop.Result, row *workshop.ResultRow) string {
	switch res.Method {
	case workshop.MethodScore, workshop.MethodGrid:
		if n := len(res.Criteria); res.Method == workshop.MethodScore && n > 1 {
			return fmt.Sprintf("total %s of %d", hundredths(row.Mean), n*res.High)
		}
		return "mean " + hundredths(row.Mean)
	case workshop.MethodScale:
		return "median " + hundredths(row.Median)
	}
	return count(row.Sum, unit(res.Method))
}

// verdictWords say what follows from a vote.
func verdictWords(res *workshop.Result) string {
	switch res.Verdict {
	case workshop.VerdictDecided:
		return "This decides."
	case workshop.VerdictObjections:
		return "Nothing is decided yet: there is a reason against it."
	case workshop.VerdictBelow:
		return "Nothing is decided yet: not everything reaches what had been agreed."
	case workshop.VerdictTie:
		return "Nothing is decided: the first place is shared."
	case workshop.VerdictNoQuorum:
		return "Nothing is decided: fewer voted than had been agreed."
	case workshop.VerdictUnopened:
		return "Nothing is decided: a ballot that was not opened may be a reason against it."
	case workshop.VerdictEmpty:
		return "Nobody chose anything."
	}
	if res.Tie {
		return "The first place is shared."
	}
	return ""
}

// reasons lists the objections of a vote with what was changed for them, and the concerns that do not stop a decision. Whose they
// are is in no record.
func (r *report) reasons(run *workshop.RunView, res *workshop.Result) {
	n := 0
	for i := range r.v.Objections {
		o := &r.v.Objections[i]
		if o.Run != run.ID {
			continue
		}
		if n++; n == 1 {
			r.line("Objections, and what became of them:\n")
		}
		answer := " – not answered yet"
		if text := r.item(o.Answer, "    "); text != "" {
			answer = "\n  - Changed for it: " + text
		}
		met := ""
		if link := r.link(o.Resolved); !o.Resolved.Zero() && link != "" {
			met = "\n  - Met: nobody objected any more in " + link
		}
		r.line("- %s%s%s", r.words(o.Text, "  "), answer, met)
	}
	if n > 0 {
		r.gap()
	}
	concerns := r.concerns(res)
	if len(concerns) > 0 {
		r.line("Concerns that do not stop it:\n")
		for _, text := range concerns {
			r.line("- %s", r.words(text, "  "))
		}
		r.gap()
	}
}
