package outcome

import (
	"fmt"
	"strings"
)

// mostOption is how many letters of an option stand in a sentence; all of them are in the table of its vote.
const mostOption = 80

// mostUntouched is how many notes that nobody picked up the report names; all of them are in the appendix.
const mostUntouched = 12

// howItWent tells the group about its own work, and nobody about a person.
func (r *report) howItWent() {
	if len(r.index.ran) == 0 {
		return
	}
	r.heading(2, keyInsight, "How it went")
	in := r.insight()
	if !in.Enough {
		r.line("Fewer than %d people took part, so there are no figures here: each would be about a person.\n", InsightPeople)
		return
	}
	r.line("For the group, never about persons.\n")
	r.line("- %d of %d left something in writing", in.Contributed, in.People)
	r.line("- Time: %s", r.timeWords(&in))
	for i := range in.Votes {
		r.line("- Vote %s: %s", r.link(in.Votes[i].Activity), r.spreadWords(&in.Votes[i]))
	}
	if words := r.calibrationWords(); words != "" {
		r.line("- %s", words)
	}
	switch n := len(in.Untouched); {
	case in.Notes == 0:
	case n == 0:
		r.line("- Every note of a board that was worked on was picked up")
	default:
		var names []string
		for _, id := range in.Untouched[:min(n, mostUntouched)] {
			names = append(names, r.noteCode(id))
		}
		more := ""
		if n > mostUntouched {
			more = fmt.Sprintf(" and %d more", n-mostUntouched)
		}
		r.line("- Nobody picked up %s, which are in the %s: %s%s", count(n, "note"), r.to(keyAppendix, "appendix"), strings.Join(names, ", "), more)
	}
	r.gap()
	for _, p := range r.insightPictures() {
		r.show(p)
	}
}

// timeWords compare minutes planned with minutes used, and name what took longest beyond its plan.
func (r *report) timeWords(in *Insight) string {
	planned, used := 0, 0
	over := -1
	for i := range in.Steps {
		s := &in.Steps[i]
		planned, used = planned+s.Planned, used+s.Used
		late := s.Used - s.Planned
		if s.Planned > 0 && late > 1 && (over < 0 || late > in.Steps[over].Used-in.Steps[over].Planned) {
			over = i
		}
	}
	words := fmt.Sprintf("%d min planned for what ran, %d min used", planned, used)
	if over >= 0 {
		s := &in.Steps[over]
		words += fmt.Sprintf("; most beyond its plan: %s, by %d min", r.link(s.Activity), s.Used-s.Planned)
	}
	return words
}

func (r *report) spreadWords(vote *VoteInsight) string {
	words := fmt.Sprintf("%d of %d voted", vote.Voted, vote.Of)
	if vote.First > 0 && vote.Options > 1 {
		words += fmt.Sprintf("; the first of %d got %d %% of all that was given", vote.Options, vote.First)
	}
	if left := vote.Options - vote.Chosen; left > 0 && vote.Options > 1 {
		words += fmt.Sprintf("; nobody chose %d", left)
	}
	if vote.ApartBy > 0 {
		words += fmt.Sprintf("; furthest apart on %s, by %s", r.option(vote.Apart, cut(vote.ApartText, mostOption)), count(vote.ApartBy, "point"))
	}
	return words
}

// calibrationWords compare what the group had held likely in the session before with what became of it.
func (r *report) calibrationWords() string {
	c := &r.v.Calibration
	if c.Of == 0 {
		return ""
	}
	return fmt.Sprintf("Forecast: the session before held its actions %d %% likely on average; %d of %d are done", c.Said, c.Happened, c.Of)
}

// insightPictures draw time planned and used, and how many took part in writing.
func (r *report) insightPictures() []picture {
	in := r.insight()
	if !in.Enough || len(in.Steps) == 0 {
		return nil
	}
	list := []picture{{
		name: "assets/time.svg", alt: "Minutes planned and used, by activity",
		draw: func() string { return r.drawTime(&in) },
	}}
	for _, s := range in.Steps {
		if s.Took >= 0 {
			return append(list, picture{
				name: "assets/share.svg", alt: "How many left something in writing, by activity",
				draw: func() string { return r.drawShare(&in) },
			})
		}
	}
	return list
}

func (r *report) stepWords(s *StepInsight) string {
	return fmt.Sprintf("%d. %s", s.Number, r.boardTitle(s.Activity))
}

// Measures of the pictures of insight.
const (
	chartWidth = 1000
	chartRow   = 40
	chartWords = 360
	chartEdge  = 32
	chartBars  = chartWidth - 2*chartEdge - chartWords - 130
)

func (r *report) drawTime(in *Insight) string {
	d := &drawing{w: chartWidth}
	d.text(chartEdge, 48, "Minutes planned and used", lettering{size: 24, bold: true})
	d.text(chartWidth-chartEdge, 48, "outline planned, filled used", lettering{size: 15, soft: true, end: true})
	most, y := 1, 76
	for _, s := range in.Steps {
		most = max(most, s.Planned, s.Used)
	}
	for i := range in.Steps {
		s := &in.Steps[i]
		x := chartEdge + chartWords
		d.text(chartEdge, y+20, firstLine(r.stepWords(s), 16, chartWords-16), lettering{size: 16, width: chartWords - 16})
		fill := inkColor
		if s.Used > s.Planned && s.Planned > 0 {
			fill = accentColor
		}
		if s.Used > 0 {
			d.box(x, y+7, max(chartBars*s.Used/most, 2), 14, 2, fill, fill)
		}
		if s.Planned > 0 {
			d.box(x, y+2, max(chartBars*s.Planned/most, 2), 24, 3, "none", softColor)
		}
		d.text(chartWidth-chartEdge, y+20, fmt.Sprintf("%d of %d min", s.Used, s.Planned), lettering{size: 15, end: true})
		y += chartRow
	}
	d.h = y + chartEdge - 8
	return d.end("Minutes planned and used")
}

// drawShare shows people as a row of equal marks: which of them they are cannot be seen, nor compared from row to row.
func (r *report) drawShare(in *Insight) string {
	d := &drawing{w: chartWidth}
	d.text(chartEdge, 48, "How many left something in writing", lettering{size: 24, bold: true})
	d.text(chartWidth-chartEdge, 48, "of "+r.peopleWords(), lettering{size: 15, soft: true, end: true})
	y := 76
	for i := range in.Steps {
		s := &in.Steps[i]
		if s.Took < 0 {
			continue
		}
		x := chartEdge + chartWords
		d.text(chartEdge, y+20, firstLine(r.stepWords(s), 16, chartWords-16), lettering{size: 16, width: chartWords - 16})
		if step := chartBars / in.People; step >= 10 {
			radius := min(step/2-2, 9)
			for n := range in.People {
				d.dot(x+step/2+n*step, y+14, radius, n < s.Took)
			}
		} else {
			d.box(x, y+4, chartBars, 20, 3, "none", inkColor)
			d.box(x, y+4, max(chartBars*min(s.Took, in.People)/in.People, 1), 20, 3, inkColor, inkColor)
		}
		d.text(chartWidth-chartEdge, y+20, fmt.Sprintf("%d of %d", s.Took, in.People), lettering{size: 15, end: true})
		y += chartRow
	}
	d.h = y + chartEdge - 8
	return d.end("How many left something in writing")
}
