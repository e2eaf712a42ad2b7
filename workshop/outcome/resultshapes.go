package outcome

import (
	"fmt"
	"strings"

	"convene/workshop"
)

// drawResultShape draws a result in the form of its method and returns where the drawing ends.
func (r *report) drawResultShape(d *drawing, res *workshop.Result, y int) int {
	switch res.Method {
	case workshop.MethodScale, workshop.MethodConsent:
		if res.High-res.Low < mostSteps {
			return r.drawSteps(d, res, y)
		}
	case workshop.MethodGrid:
		if len(res.Criteria) > 1 {
			return r.drawGrid(d, res, y)
		}
	}
	return r.drawRanks(d, res, y)
}

// drawSteps shows for each option how many gave each step: a column of countable marks a step.
func (r *report) drawSteps(d *drawing, res *workshop.Result, y int) int {
	const columnStep, mark, tall = 92, 9, 8
	steps := res.High - res.Low + 1
	for _, row := range res.Rows[:min(len(res.Rows), mostRows)] {
		most := 1
		for step := res.Low; step <= res.High; step++ {
			most = max(most, gave(row.Given, step))
		}
		rows := min(most, tall)
		if len(res.Rows) > 1 {
			d.text(resultEdge, y+26, firstLine(r.optionWords(row.Option, row.Text), 20, resultWidth-2*resultEdge), lettering{
				size: 20, bold: true, width: resultWidth - 2*resultEdge,
			})
			y += 36
		}
		base := y + rows*(2*mark+4) + 8
		for i := range steps {
			n := gave(row.Given, res.Low+i)
			x := resultEdge + 40 + i*columnStep
			for k := range min(n, tall) {
				d.dot(x, base-12-k*(2*mark+4), mark, true)
			}
			d.text(x, base+22, stepName(res, res.Low+i), lettering{size: 16, mid: true})
			d.text(x, base+42, itoa(n), lettering{size: 16, bold: true, mid: true})
		}
		d.rule(resultEdge, base, resultEdge+steps*columnStep, base, 2, inkColor)
		y = base + 66
	}
	return y
}

func stepName(res *workshop.Result, step int) string {
	if res.Method != workshop.MethodConsent {
		return itoa(step)
	}
	return []string{"object", "stand aside", "concern", "consent"}[min(max(step, 0), 3)]
}

// drawGrid places each option at the means of its two numbers.
func (r *report) drawGrid(d *drawing, res *workshop.Result, y int) int {
	const side, left = 640, resultEdge + 60
	d.box(left, y, side, side, 4, "#ffffff", lineColor)
	d.rule(left+side/2, y, left+side/2, y+side, 1, lineColor)
	d.rule(left, y+side/2, left+side, y+side/2, 1, lineColor)
	span := max((res.High-res.Low)*100, 1)
	at := func(mean int) int { return min(max((mean-res.Low*100)*side/span, 0), side) }
	legend := y + 16
	for i, row := range res.Rows[:min(len(res.Rows), mostRows)] {
		if len(row.By) < 2 || row.Voters == 0 {
			continue
		}
		x, top := left+at(row.By[0].Mean), y+side-at(row.By[1].Mean)
		d.dot(x, top, 8, true)
		d.text(x+14, top+5, itoa(i+1), lettering{size: 15, bold: true})
		words := fmt.Sprintf("%d  %s", i+1, r.optionWords(row.Option, row.Text))
		if legend < y+side {
			d.text(left+side+36, legend, firstLine(words, 15, resultWidth-left-side-36-resultEdge), lettering{size: 15})
			legend += 26
		}
	}
	name := func(i int) string { return oneLine(r.people.redact(cleanName(res.Criteria[i])), " ") }
	d.text(left+side, y+side+26, strings.TrimSpace(firstLine(name(0), 16, side)+" →"), lettering{size: 16, bold: true, end: true})
	d.text(left, y-8, "↑ "+firstLine(name(1), 16, side), lettering{size: 16, bold: true})
	return y + side + 40
}
