package workshop

// CheckVote says whether choices, and the words that come with them, may be handed in. Errors: a [*RefusedError].
func (r *RunView) CheckVote(choices []Choice, text string) error {
	if err := r.CheckBallot(choices); err != nil {
		return err
	}
	if text == "" && r.Kind == ActivityVote && r.method() == MethodConsent {
		for _, c := range choices {
			if c.Value == ConsentObject {
				return refuse(RefusedReason)
			}
		}
	}
	return nil
}

// CheckBallot says whether choices keep the rules of a run: its method, dots, options. Errors: a [*RefusedError].
func (r *RunView) CheckBallot(choices []Choice) error {
	seen := map[Choice]bool{}
	for _, c := range choices {
		if !r.hasOption(c.Option) {
			return refuse(RefusedOption)
		}
		criterion, _ := Scored(c.Value)
		if m := r.method(); m != MethodScore && m != MethodGrid {
			criterion = 0
		}
		once := Choice{Option: c.Option, Value: criterion}
		if seen[once] {
			return refuse(RefusedTwice)
		}
		seen[once] = true
	}
	switch r.method() {
	case MethodDots:
		return r.checkDots(choices)
	case MethodRank:
		return r.checkRanking(choices)
	}
	return r.checkSteps(choices)
}

// method is how the ballots of a run are read. Secret answers of a round are read as steps of a scale.
func (r *RunView) method() string {
	if r.Kind == ActivityRound {
		return MethodScale
	}
	return r.Settings.Method()
}

// scale is the lowest and the highest step of a run, and criteria what is asked about each option.
func (r *RunView) scale() (low, high int) {
	if r.Kind == ActivityRound {
		return r.Settings.AnswerScale()
	}
	return r.Settings.Scale()
}

func (r *RunView) criteria() []string {
	if r.Kind == ActivityRound {
		return []string{""}
	}
	return r.Settings.Criteria()
}

func (r *RunView) hasOption(id RecordID) bool {
	for _, o := range r.Options {
		if o.ID == id {
			return true
		}
	}
	return false
}

func (r *RunView) checkDots(choices []Choice) error {
	dots, most, sum := r.Settings.Dots(len(r.Options)), r.Settings.MaxPerOption(), 0
	if dots == 0 {
		dots, most = len(r.Options), 1
	}
	for _, c := range choices {
		if c.Value < 1 || c.Value > most {
			return &RefusedError{Code: RefusedDotsOnOne, Limit: most, Got: c.Value}
		}
		sum += c.Value
	}
	if sum > dots {
		return &RefusedError{Code: RefusedDots, Limit: dots, Got: sum}
	}
	return nil
}

// RankTop returns how many places a ranking has.
func (r *RunView) RankTop() int { return min(max(r.Settings.Int("rankTop", 3), 1), len(r.Options)) }

func (r *RunView) checkRanking(choices []Choice) error {
	top := r.RankTop()
	places := map[int]bool{}
	for _, c := range choices {
		if c.Value < 1 || c.Value > top {
			return &RefusedError{Code: RefusedPlace, Limit: top, Got: c.Value}
		}
		if places[c.Value] {
			return &RefusedError{Code: RefusedPlaceTwice, Got: c.Value}
		}
		places[c.Value] = true
	}
	return nil
}

func (r *RunView) checkSteps(choices []Choice) error {
	low, high := r.scale()
	criteria := len(r.criteria())
	for _, c := range choices {
		criterion, step := Scored(c.Value)
		if criterion < 0 || criterion >= criteria {
			return refuse(RefusedOption)
		}
		if step < low || step > high {
			return &RefusedError{Code: RefusedScale, Low: low, Limit: high, Got: step}
		}
	}
	return nil
}
