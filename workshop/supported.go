package workshop

// Supported says whether this version can run an activity of a kind with these settings. Errors: [ErrNotSupported], and
// [ErrDotsDoNotDecide] for a vote that asks dots to decide.
func Supported(kind ActivityKind, s Settings) error {
	switch kind {
	case ActivityVote:
		if s.Str("method", "dots") != "dots" {
			return ErrNotSupported
		}
		if s.Str("purpose", "narrow") == "decide" {
			return ErrDotsDoNotDecide
		}
		switch s.Str("options", "clusters") {
		case "clusters", "notes", "all":
		default:
			return ErrNotSupported
		}
	}
	if !kind.Known() {
		return ErrNotSupported
	}
	return nil
}
