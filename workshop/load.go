package workshop

import (
	"errors"
	"slices"
)

// ErrNoBeginning means that among stored changes there is none that begins a session.
var ErrNoBeginning = errors.New("the beginning of the session is missing")

// Loaded is a session read back from what this computer kept.
type Loaded struct {
	Session *Session
	Loose   [][]byte // changes whose past is not here: give them to Apply again when it came
	Broken  int      // changes that could not be read, or are not valid
}

// Load holds a session from changes that this computer kept, in any order. Signatures are not checked again: they were before
// the changes were kept. Use [Open] and [Session.Apply] for bytes from anywhere else. Errors: [ErrNoBeginning].
func Load(changes [][]byte) (Loaded, error) {
	l := Loaded{}
	var rest []*Change
	for _, b := range changes {
		c, err := decodeSigned(b)
		switch {
		case err != nil:
			l.Broken++
		case c.Session == SessionID{} && l.Session == nil:
			if l.Session, err = Open(b); err != nil {
				l.Broken++
			}
		default:
			rest = append(rest, c)
		}
	}
	if l.Session == nil {
		return l, ErrNoBeginning
	}
	l.Loose, l.Broken = l.Session.restore(rest, l.Broken)
	return l, nil
}

// Restore adds changes that this computer kept, in any order. What is known already is passed over. Signatures are not checked
// again. It returns the changes whose past is not here, and how many could not be read or are not valid.
func (s *Session) Restore(changes [][]byte) (loose [][]byte, broken int) {
	var rest []*Change
	for _, b := range changes {
		c, err := decodeSigned(b)
		if err != nil {
			broken++
			continue
		}
		rest = append(rest, c)
	}
	return s.restore(rest, broken)
}

func (s *Session) restore(rest []*Change, broken int) (loose [][]byte, all int) {
	slices.SortFunc(rest, func(a, b *Change) int {
		if a.Before(b) {
			return -1
		}
		return 1
	})
	for _, c := range rest {
		_, err := s.apply(c, true)
		var missing *MissingError
		switch {
		case errors.As(err, &missing):
			loose = append(loose, c.Bytes)
		case err != nil && !errors.Is(err, ErrKnown):
			broken++
		}
	}
	return loose, broken
}
