package workshop

// The ways to vote.
const (
	MethodDots    = "dots"    // as many as one has, on what one likes
	MethodRank    = "rank"    // places, from the first
	MethodScore   = "score"   // a number for each option, by one or more criteria
	MethodGrid    = "grid"    // two numbers for each option: across and up
	MethodScale   = "scale"   // a step for the question, or for each option: fist to five, thumbs, one to five
	MethodConsent = "consent" // is there a reason against it?
)

// What a vote is for. Only a vote that decides writes a decision.
const (
	PurposeGauge  = "gauge"
	PurposeNarrow = "narrow"
	PurposeDecide = "decide"
)

// What a ballot of a consent vote says. An objection comes with its reason: the harm to the shared aim.
const (
	ConsentObject  = 0
	ConsentAside   = 1 // does not take part in the decision, and does not stand in its way
	ConsentConcern = 2 // consents, and wants a concern to be heard
	ConsentYes     = 3
)

// minSecret is the fewest voters among whom a ballot can be secret: with fewer, totals tell who chose what.
const minSecret = 4

// Method returns how a vote is taken.
func (s Settings) Method() string { return s.Str("method", MethodDots) }

// Purpose returns what a vote is for.
func (s Settings) Purpose() string { return s.Str("purpose", PurposeNarrow) }

// Balloted reports whether people answer on ballots: in a vote, and in a round whose answers are secret.
func (s Settings) Balloted(k ActivityKind) bool {
	switch k {
	case ActivityVote:
		return true
	case ActivityRound:
		return s.On("secret", false) || s.On("sealed", false)
	}
	return false
}

// Secret reports whether ballots are counted without saying whose they are. Votes are secret unless they say otherwise; consent
// is not, because an objection is talked about with the person who has it.
func (s Settings) Secret() bool { return s.On("secret", s.Method() != MethodConsent) }

// SecretIn is Secret for an activity of a kind: of rounds only those that say so are secret.
func (s Settings) SecretIn(k ActivityKind) bool {
	switch k {
	case ActivityVote:
		return s.Secret()
	case ActivityRound:
		return s.On("secret", false)
	}
	return false
}

// Forecast reports whether people say how likely each action is, in percent.
func (s Settings) Forecast() bool { return s.On("forecast", false) }

// Reviews reports whether an activity goes through the actions that there are.
func (s Settings) Reviews(k ActivityKind) bool {
	return k == ActivityCommit && s.Str("mode", "new") == "review"
}

// Dots returns how many dots each voter has for a number of options: a quarter of them, at least 2 and at most 6, if the
// settings do not say. 0 means as many as there are options (approval).
func (s Settings) Dots(options int) int {
	if n := s.Int("dots", 0); n > 0 {
		return n
	}
	if s.Str("dots", "auto") == "unlimited" {
		return 0
	}
	return min(max(options/4, 2), 6)
}

// MaxPerOption returns how many dots one voter may give one option.
func (s Settings) MaxPerOption() int { return max(s.Int("maxPerOption", 2), 1) }

// Passes returns how many people read each option, where options are handed round blind; 0 where everybody reads all.
func (s Settings) Passes() int { return max(s.Int("passes", 0), 0) }

// Scale returns the lowest and the highest step that a score, a grid, a scale or a consent takes.
func (s Settings) Scale() (low, high int) {
	if s.Method() == MethodConsent {
		return ConsentObject, ConsentYes
	}
	switch s.Str("scale", "") {
	case "fist0-5":
		return 0, 5
	case "thumbs":
		return 0, 2
	}
	if list, ok := s.named["scale"].([]any); ok && len(list) == 2 {
		a, _ := list[0].(float64)
		b, _ := list[1].(float64)
		if a < b && a >= 0 && b < criterionStep {
			return int(a), int(b)
		}
	}
	return 1, 5
}

// Threshold returns the least step that is good enough; ok is false where a vote has none. A scale that decides has one: 3 of a
// fist to five, a thumb that does not point down, else the middle of the scale.
func (s Settings) Threshold() (least float64, ok bool) {
	if n, ok := s.named["threshold"].(float64); ok {
		return n, true
	}
	if s.Method() != MethodScale || s.Purpose() != PurposeDecide {
		return 0, false
	}
	low, high := s.Scale()
	return float64((low + high + 1) / 2), true
}

// Criteria returns what is asked about each option: one name at least, which is empty where the question of the vote says all.
func (s Settings) Criteria() []string {
	switch s.Method() {
	case MethodScore, MethodGrid:
		if list := s.Strings("criteria"); len(list) > 0 {
			return list[:min(len(list), maxCriteria)]
		}
	}
	return []string{""}
}

// A choice of a score or a grid holds criterionStep times the number of the criterion, from 0, and the value.
const (
	criterionStep = 1000
	maxCriteria   = 20
)

// Score makes the value of a choice by one of several criteria; criterion counts from 0.
func Score(criterion, value int) int { return criterion*criterionStep + value }

// Scored returns what [Score] was made of.
func Scored(choice int) (criterion, value int) { return choice / criterionStep, choice % criterionStep }
