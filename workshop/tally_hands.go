package workshop

import "errors"

// ErrNoHands is what [RunView.CheckHands] says where hands cannot be counted.
var ErrNoHands = errors.New("only dots, steps of a scale and consent can be counted by hand")

// handCount returns the hands that were counted in the room instead of ballots, the latest if several were written down, or nil.
func (s *Session) handCount(run RecordID) *record {
	var last *record
	for _, r := range s.putsOn(run, KindHandCount) {
		if last == nil || last.winner.change.Before(r.winner.change) {
			last = r
		}
	}
	return last
}

// CheckHands says whether hands counted in the room keep the rules of a run. Errors: [ErrNoHands], a [*RefusedError].
func (r *RunView) CheckHands(counts []Choice, present int) error {
	total := map[RecordID]int{}
	for _, c := range counts {
		step, n := 0, c.Value
		switch r.method() {
		case MethodScale, MethodConsent:
			step, n = Scored(c.Value)
		case MethodDots:
		default:
			return ErrNoHands
		}
		low, high := r.scale()
		switch {
		case !r.hasOption(c.Option):
			return refuse(RefusedOption)
		case r.method() != MethodDots && (step < low || step > high):
			return &RefusedError{Code: RefusedScale, Low: low, Limit: high, Got: step}
		}
		total[c.Option] += n
	}
	for _, n := range total {
		most := present
		if r.method() == MethodDots {
			most *= r.dotsPerOption()
		}
		if n > most {
			return &RefusedError{Code: RefusedHands, Limit: most, Got: n}
		}
	}
	if present < 1 || present > maxPeople {
		return &RefusedError{Code: RefusedPresent, Limit: maxPeople, Got: present}
	}
	return nil
}

// dotsPerOption is how many dots one person may give one option.
func (r *RunView) dotsPerOption() int {
	if r.Settings.Dots(len(r.Options)) == 0 {
		return 1
	}
	return r.Settings.MaxPerOption()
}

// countHands fills a result from hands that were counted in the room.
func (res *Result) countHands(v *RunView, hands *record) {
	counts, present := choicesOf(hands.value(FieldChoices)), int(hands.value(FieldNumber).Num())
	res.Hands, res.CountedBy = true, hands.winner.person
	res.Lines, res.Secret = nil, false
	if v.CheckHands(counts, present) != nil {
		res.Void++
		res.finish(v, newRows(v))
		res.Verdict = res.judge(v)
		return
	}
	res.HandedIn, res.Counted, res.Eligible = present, present, max(present, res.Eligible)
	rows := newRows(v)
	for i := range rows {
		for _, c := range counts {
			if c.Option == rows[i].Option {
				rows[i].takeHands(v, c)
			}
		}
	}
	res.finish(v, rows)
	res.Verdict = res.judge(v)
}

// takeHands adds what was counted for one option, or for one step of it.
func (row *ResultRow) takeHands(v *RunView, c Choice) {
	if v.method() == MethodDots {
		row.Sum += c.Value
		row.Voters += c.Value
		row.Given = append(row.Given, c.Value)
		return
	}
	step, n := Scored(c.Value)
	row.Sum += step * n
	row.Voters += n
	for range n {
		row.Given = append(row.Given, step)
	}
}
