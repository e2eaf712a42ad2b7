package workshop

import "slices"

// Verdict is what follows from a vote that was closed.
type Verdict string

// The verdicts. Only VerdictDecided makes a decision.
const (
	VerdictGauged     Verdict = "gauged"     // the group knows where it stands
	VerdictNarrowed   Verdict = "narrowed"   // some options are before others
	VerdictDecided    Verdict = "decided"    //
	VerdictObjections Verdict = "objections" // consent: there is a reason against it, to be worked in
	VerdictBelow      Verdict = "below"      // somebody, or the best option, is below the threshold
	VerdictTie        Verdict = "tie"        // two options share the first place
	VerdictNoQuorum   Verdict = "no quorum"  // too few ballots count
	VerdictUnopened   Verdict = "unopened"   // a ballot that was not opened may be an objection
	VerdictEmpty      Verdict = "empty"      // nobody chose anything
)

// judge says what follows from a counted vote.
func (res *Result) judge(v *RunView) Verdict {
	switch {
	case res.Purpose == PurposeGauge:
		return VerdictGauged
	case res.Counted-res.Abstained <= 0:
		return VerdictEmpty
	case res.Purpose != PurposeDecide:
		return VerdictNarrowed
	case !res.QuorumMet:
		return VerdictNoQuorum
	}
	switch res.Method {
	case MethodConsent, MethodScale:
		return res.judgeAll(v)
	case MethodDots:
		return VerdictNarrowed // dots narrow; they never decide
	}
	return res.judgeBest(v)
}

// judgeAll is for votes in which a single voice can ask for more: consent, and a scale that everybody must reach.
func (res *Result) judgeAll(v *RunView) Verdict {
	for _, row := range res.Rows {
		if res.Method == MethodConsent && slices.Contains(row.Given, ConsentObject) {
			return VerdictObjections
		}
	}
	least, _ := v.Settings.Threshold()
	for _, row := range res.Rows {
		if res.Method == MethodScale && len(row.Given) > 0 && float64(row.Given[0]) < least {
			return VerdictBelow
		}
	}
	if res.Unopened > 0 {
		return VerdictUnopened
	}
	return VerdictDecided
}

// judgeBest is for votes that choose one of several options.
func (res *Result) judgeBest(v *RunView) Verdict {
	least, has := v.Settings.Threshold()
	switch {
	case res.Tie:
		return VerdictTie
	case has && res.Method != MethodRank && float64(res.Rows[0].Mean) < least*100*float64(len(res.Criteria)):
		return VerdictBelow
	}
	return VerdictDecided
}

// Kept lists the options that a vote leaves to go on with: all that reach the threshold of a score or scale, else those on the
// first three ranks that anybody chose.
func (res *Result) Kept(s Settings) []ResultRow {
	const ranks = 3
	least, has := s.Threshold()
	has = has && (res.Method == MethodScore || res.Method == MethodScale)
	var kept []ResultRow
	for i, row := range res.Rows {
		if row.Voters == 0 {
			continue
		}
		if has && float64(row.Mean) < least*100*float64(len(res.Criteria)) {
			continue
		}
		if !has && i >= ranks && row.Rank != res.Rows[ranks-1].Rank {
			continue
		}
		kept = append(kept, row)
	}
	return kept
}
