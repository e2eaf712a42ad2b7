package outcome

import (
	"fmt"

	"convene/workshop"
)

// resultPicture draws the result of a vote, as the wall shows it: countable dots, shared ranks, a rule below what came first.
func (r *report) resultPicture(run *workshop.RunView) (picture, bool) {
	res := r.index.results[run.ID]
	if res == nil || len(res.Rows) == 0 || res.Counted == 0 {
		return picture{}, false
	}
	a := r.v.Activity(run.Activity)
	title := r.boardTitle(run.Activity)
	name, again := "result", ""
	for i, other := range r.index.runs[run.Activity] {
		if other.ID == run.ID && i > 0 {
			name, again = fmt.Sprintf("result-%d", i+1), fmt.Sprintf(", run %d", i+1)
		}
	}
	question := oneLine(r.shown(r.v.Prompt(a.Prompt)), " ")
	return picture{
		name: r.assetName(run.Activity, name+".svg"),
		alt:  "Result: " + title + again,
		draw: func() string { return r.drawResult(res, title, question) },
	}, true
}

// Measures of the picture of a result.
const (
	resultWidth = 1200
	resultEdge  = 48
	resultRow   = 52
	resultWords = 560
	dotStep     = 24
	mostRows    = 30
)

func (r *report) drawResult(res *workshop.Result, title, question string) string {
	d := &drawing{w: resultWidth}
	y := d.lines(resultEdge, 66, wrap(title, 34, resultWidth-2*resultEdge, 2), lettering{size: 34, bold: true, width: resultWidth - 2*resultEdge})
	y = d.lines(resultEdge, y-8, wrap(question, 18, resultWidth-2*resultEdge, 3), lettering{size: 18, soft: true, width: resultWidth - 2*resultEdge}) + 22
	y = r.drawResultShape(d, res, y)
	d.text(resultEdge, y+26, turnoutWords(res), lettering{size: 18, soft: true})
	d.h = y + 26 + resultEdge
	return d.end(title)
}

// turnoutWords account for who voted, and for how many that is.
func turnoutWords(res *workshop.Result) string {
	words := fmt.Sprintf("%d of %d voted.", res.HandedIn, res.Eligible)
	if res.Hands {
		return fmt.Sprintf("%d hands were counted in the room.", res.Counted)
	}
	if out := res.HandedIn - res.Counted; out > 0 {
		words += fmt.Sprintf(" %d not counted.", out)
	}
	if !res.QuorumMet {
		words += " Fewer than had been agreed."
	}
	return words
}

// drawRanks draws options in their order with what they got.
func (r *report) drawRanks(d *drawing, res *workshop.Result, y int) int {
	most := 0
	for _, row := range res.Rows {
		most = max(most, amountOf(res, &row))
	}
	first := len(topRows(res.Rows))
	for i, row := range res.Rows[:min(len(res.Rows), mostRows)] {
		ahead := i < first
		if i == first && i > 0 {
			d.rule(resultEdge, y-6, resultWidth-resultEdge, y-6, 3, inkColor)
		}
		words := firstLine(r.optionWords(row.Option, row.Text), 22, resultWords)
		d.text(resultEdge, y+32, row.Rank, lettering{size: 22, bold: ahead})
		d.text(resultEdge+64, y+32, words, lettering{size: 22, bold: ahead, width: resultWords})
		d.amount(resultEdge+64+resultWords+32, y+24, amountOf(res, &row), most, unit(res.Method) == "dot", ahead)
		d.text(resultWidth-resultEdge, y+32, numberOf(res, &row), lettering{size: 22, bold: ahead, end: true})
		y += resultRow
	}
	if more := len(res.Rows) - mostRows; more > 0 {
		d.text(resultEdge+64, y+26, fmt.Sprintf("and %d more, in the report", more), lettering{size: 18, soft: true})
		y += resultRow
	}
	return y
}

// amountOf is how long the bar of an option is.
func amountOf(res *workshop.Result, row *workshop.ResultRow) int {
	switch res.Method {
	case workshop.MethodScore, workshop.MethodGrid:
		return row.Mean
	case workshop.MethodScale:
		return row.Median
	}
	return row.Sum
}

// numberOf is what stands behind the bar.
func numberOf(res *workshop.Result, row *workshop.ResultRow) string {
	if n := amountOf(res, row); n != row.Sum {
		return hundredths(n)
	}
	return itoa(row.Sum)
}

// amount shows a number as dots where they can be counted, and as a bar where not.
func (d *drawing) amount(x, y, n, most int, dots, ahead bool) {
	room := resultWidth - resultEdge - 72 - x
	if dots && most*dotStep <= room {
		for i := range n {
			d.dot(x+dotStep/2+i*dotStep, y, 9, ahead)
		}
		return
	}
	if most == 0 || n <= 0 {
		return
	}
	fill := "none"
	if ahead {
		fill = inkColor
	}
	d.box(x, y-10, max(room*n/most, 3), 20, 3, fill, inkColor)
}

// optionWords are the words of an option, with its number in the report.
func (r *report) optionWords(id workshop.RecordID, text string) string {
	words := oneLine(r.shown(text), " / ")
	if words == "" {
		words = "(no name)"
	}
	if code := r.codeOf(id); code != "" {
		return code + " " + words
	}
	return words
}
