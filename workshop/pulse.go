package workshop

import "strconv"

// PulseView is how the answers of a round that asks for a number lie: how many gave each step. Distributions are shown, not means
// only, and where answers were secret and fewer than four came, only how many.
type PulseView struct {
	Run, Activity RecordID
	Question      string
	Low, High     int
	Steps         []int // how many gave Low, Low+1, ...; nil where too few answered in secret
	Answers       int
	Eligible      int
	Before        RecordID // the run of the same question that was asked before, or none
}

// pulse lists the pulses of all closed rounds.
func (v *View) pulse() {
	for i := range v.Runs {
		run := &v.Runs[i]
		low, high := run.Settings.AnswerScale()
		if run.Kind != ActivityRound || run.State != RunClosed || high == 0 {
			continue
		}
		p := PulseView{Run: run.ID, Activity: run.Activity, Low: low, High: high, Eligible: len(run.Voters) + len(run.Seats)}
		if a := v.Activity(run.Activity); a != nil {
			p.Question = a.Prompt
		}
		for _, step := range v.stepsGiven(run) {
			p.Answers++
			if p.Steps == nil {
				p.Steps = make([]int, high-low+1)
			}
			if step >= low && step <= high {
				p.Steps[step-low]++
			}
		}
		if run.Balloted() && p.Answers < minSecret {
			p.Steps = nil
		}
		for _, earlier := range v.Pulses {
			if earlier.Question == p.Question && earlier.High == p.High {
				p.Before = earlier.Run
			}
		}
		v.Pulses = append(v.Pulses, p)
	}
}

// stepsGiven are the numbers that people answered a round with.
func (v *View) stepsGiven(run *RunView) []int {
	if run.Balloted() {
		if res := v.ResultOf(run.ID); res != nil && len(res.Rows) > 0 {
			return res.Rows[0].Given
		}
		return nil
	}
	var steps []int
	for i := range v.Responses {
		if r := &v.Responses[i]; r.Run == run.ID && !r.Pass {
			if n, err := strconv.Atoi(r.Text); err == nil {
				steps = append(steps, n)
			}
		}
	}
	return steps
}
