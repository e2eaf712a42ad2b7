package app

import (
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"strings"

	"convene/storage"
	"convene/workshop"
)

// The most that a session may hold.
const (
	mostChanges      = 200_000
	mostSessionBytes = 512 << 20
	mostRefusals     = 100
)

// judging takes the changes of a session from anywhere, one after the other, as the network does: each is checked in full.
type judging struct {
	s          *workshop.Session // nil until its beginning came
	refused    []Refused
	more       int // refusals beyond those listed
	waits      holdBack
	taken      int
	bytes      int
	notAllowed int
	writers    map[workshop.WriterKey]bool
}

func (j *judging) refuse(what, why string) {
	if len(j.refused) < mostRefusals {
		j.refused = append(j.refused, Refused{What: what, Why: why})
	} else {
		j.more++
	}
}

// take judges one change. What is refused is noted, and is no error.
func (j *judging) take(signed []byte) {
	j.taken++
	what := fmt.Sprintf("change %d", j.taken)
	switch {
	case j.bytes+len(signed) > mostSessionBytes || j.s != nil && j.s.Len() >= mostChanges:
		j.refuse(what, "the session would be larger than a session may be")
		return
	case j.s == nil:
		s, err := workshop.Open(signed)
		if err != nil {
			j.refuse(what, reason(err))
			return
		}
		j.s, j.bytes, j.writers = s, len(signed), map[workshop.WriterKey]bool{}
		_ = s.Changes(func(c *workshop.Change) error { j.writers[c.Writer] = true; return nil }) // there is one
		return
	}
	j.judge(what, signed)
}

// judge takes a change, and then what waited for it.
func (j *judging) judge(what string, signed []byte) {
	for todo := [][]byte{signed}; len(todo) > 0; todo = todo[1:] {
		a, err := j.s.Apply(todo[0])
		var missing *workshop.MissingError
		switch {
		case err == nil:
			j.bytes += len(todo[0])
			j.writers[a.Change.Writer] = true
			if a.Refused != nil {
				j.notAllowed++
			}
			todo = append(todo, j.waits.freed(a.Change.ID)...)
		case errors.As(err, &missing):
			j.waits.add(todo[0], missing.IDs[0])
		case !errors.Is(err, workshop.ErrKnown):
			j.refuse(what, reason(err))
		}
		what = "a change that waited for another"
	}
}

// end refuses what still waits for its past.
func (j *judging) end() {
	if n := len(j.waits.held); n > 0 {
		j.refuse(fmt.Sprintf("%d changes", n), "what they build on is missing")
	}
}

func reason(err error) string {
	var invalid *workshop.InvalidError
	if errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF) || strings.Contains(err.Error(), "cbor: ") {
		return "its bytes are cut off or altered"
	}
	if errors.As(err, &invalid) {
		return invalid.Reason
	}
	return err.Error()
}

// verified sums up what was judged.
func (j *judging) verified() Verified {
	v := Verified{Refused: j.allRefused(), NotAllowed: j.notAllowed, OK: len(j.refused) == 0}
	if j.s == nil {
		return v
	}
	view := j.s.View()
	digest, picture := j.s.Digest(), view.Digest()
	words := reportWords(view, RecordWish{Profile: "names"})
	v.Session, v.Changes, v.Writers, v.SetAside = j.s.ID().String(), j.s.Len(), len(j.writers), len(view.SetAside)
	v.Digest, v.View, v.Fingerprint = hex.EncodeToString(digest[:]), hex.EncodeToString(picture[:]), words[:]
	for _, p := range view.People {
		if p.Role != workshop.RoleNone {
			v.People++
		}
		if p.Broken {
			v.Broken++
		}
	}
	return v
}

func (j *judging) allRefused() List[Refused] {
	if j.more == 0 {
		return j.refused
	}
	return append(j.refused[:len(j.refused):len(j.refused)], Refused{What: fmt.Sprintf("%d more", j.more), Why: "not listed"})
}

// refusedParts turns what the store refused into what a window shows.
func refusedParts(list []storage.Refusal) (out []Refused) {
	for _, r := range list {
		out = append(out, Refused(r))
	}
	return out
}
