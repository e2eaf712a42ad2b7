package workshop

import "slices"

// Names of the forms of a breakout.
const (
	FormFixed      = "fixed"
	FormEscalate   = "escalate"
	FormRotate     = "rotate"
	FormSelfSelect = "self-select"
)

// Form returns how groups of a breakout change: not at all, growing, rotating, or as people choose.
func (s Settings) Form() string { return s.Str("form", FormFixed) }

// SelfSelect reports whether people choose their group themselves.
func (s Settings) SelfSelect() bool { return s.Form() == FormSelfSelect }

// Inner returns what groups of a breakout do.
func (s Settings) Inner() ActivityKind { return ActivityKind(s.Str("inner", string(ActivityDiscuss))) }

// GroupSize returns how many people a group should have.
func (s Settings) GroupSize() int { return max(s.Int("groupSize", 4), 2) }

// all is the size of a group of everybody.
const all = 0

// Sizes returns the group size of each step of a growing breakout; 0 is everybody.
func (s Settings) Sizes() []int {
	var sizes []int
	list, _ := s.named["sizes"].([]any)
	for _, it := range list {
		switch n := it.(type) {
		case float64:
			sizes = append(sizes, max(int(n), 1))
		case string:
			sizes = append(sizes, all)
		}
	}
	if len(sizes) == 0 {
		return []int{1, 2, 4, all}
	}
	return sizes
}

// Rounds returns how many rounds or steps a breakout has, at least 1.
func (s Settings) Rounds() int {
	switch s.Form() {
	case FormEscalate:
		return len(s.Sizes())
	case FormRotate:
		return max(s.Int("rounds", 1), 1)
	}
	return 1
}

// RoundSeconds returns how long each round is planned to be, of a run planned for so many seconds in all.
func (s Settings) RoundSeconds(planned int) []int {
	out := make([]int, s.Rounds())
	minutes := s.numbers("minutesPerStep")
	for i := range out {
		switch {
		case s.Form() == FormEscalate && i < len(minutes):
			out[i] = int(minutes[i] * 60)
		case s.Form() == FormRotate && s.number("minutesPerRound") > 0:
			out[i] = int(s.number("minutesPerRound") * 60)
		default:
			out[i] = planned / len(out)
		}
	}
	return out
}

// MaxPerGroup returns how many notes a group should bring back.
func (s Settings) MaxPerGroup() int { return max(s.Int("maxPerGroup", 5), 1) }

// ReportFields returns what a group's report answers.
func (s Settings) ReportFields() []string {
	return s.Strings("report", "what we say", "what we propose")
}

// number returns a choice that is a number, or 0.
func (s Settings) number(name string) float64 {
	n, _ := s.named[name].(float64)
	return n
}

// numbers returns a choice that is a list of numbers.
func (s Settings) numbers(name string) []float64 {
	list, _ := s.named[name].([]any)
	var out []float64
	for _, it := range list {
		if n, ok := it.(float64); ok {
			out = append(out, n)
		}
	}
	return out
}

// Rounds returns how many rounds a run has: those of a breakout, the zones of a canvas that opens them one after the other, the
// steps in which a board is sorted, or 1.
func (r *RunView) Rounds() int { return len(r.roundSeconds()) }

func (r *RunView) roundSeconds() []int {
	switch {
	case r.Kind == ActivityBreakout:
		return r.Settings.RoundSeconds(r.Planned)
	case r.Kind == ActivityCanvas && r.Settings.On("openStepwise", false) && len(r.Settings.Zones()) > 0:
		return r.Settings.ZoneSeconds(r.Planned)
	case r.Kind == ActivityCluster && r.Settings.sortSteps() > 1:
		return slices.Repeat([]int{r.Planned / r.Settings.sortSteps()}, r.Settings.sortSteps())
	}
	return []int{r.Planned}
}

// RoundAt returns which round the clock has come to at a time by the floor holder's clock, from 0. It is what a group goes by that
// hears nothing of the others. Time that was added belongs to the round that runs.
func (r *RunView) RoundAt(wall int64) int {
	passed := wall - r.Started - r.Paused - int64(r.Extended)*1000
	if r.PausedAt != 0 {
		passed -= max(0, wall-r.PausedAt)
	}
	rounds := r.roundSeconds()
	for i, seconds := range rounds {
		passed -= int64(seconds) * 1000
		if passed < 0 {
			return i
		}
	}
	return len(rounds) - 1
}

// RoundEnds returns when a round ends by the floor holder's clock, in wall milliseconds, as far as is known now; while the clock
// stands it moves on.
func (r *RunView) RoundEnds(round int, wall int64) int64 {
	at := r.Started + r.Paused + int64(r.Extended)*1000
	if r.PausedAt != 0 {
		at += max(0, wall-r.PausedAt)
	}
	for i, seconds := range r.roundSeconds() {
		if i <= round {
			at += int64(seconds) * 1000
		}
	}
	return at
}
