package workshop

import "strings"

// Supported says whether this version can run an activity of a kind with these settings. Errors: [ErrNotSupported], and
// [ErrDotsDoNotDecide] for a vote that asks dots to decide.
func Supported(kind ActivityKind, s Settings) error {
	switch kind {
	case ActivityVote:
		return supportedVote(s)
	case ActivityBrainstorm:
		if !s.Takes(kind, MediaText) {
			return ErrNotSupported // the screen of a brainstorm takes words; a picture goes on a board
		}
	}
	if !kind.Known() {
		return ErrNotSupported
	}
	return nil
}

func supportedVote(s Settings) error {
	if s.Forecast() {
		return nil
	}
	switch s.Method() {
	case MethodDots:
		if s.Purpose() == PurposeDecide {
			return ErrDotsDoNotDecide
		}
	case MethodGrid:
		if len(s.Criteria()) != 2 {
			return ErrGridAxes
		}
	case MethodRank, MethodScore, MethodScale, MethodConsent:
	default:
		return ErrNotSupported
	}
	switch what := s.Options(); what {
	case OnNotes, OnClusters, OnAll, OnProposal, OnCharter, OnReports, OnSelection, OnActions, OnQuestion:
		return nil
	default:
		if strings.HasPrefix(what, OnMarked) {
			return nil
		}
		return ErrNotSupported
	}
}
