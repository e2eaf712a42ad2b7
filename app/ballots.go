package app

import (
	"bytes"
	"crypto/sha256"
	"errors"
	"fmt"
	"slices"

	"convene/workshop"
)

// ballotPrefix begins the keys of own ballots among the private values.
const ballotPrefix = "b/"

// ownVote is what the person here handed in in a run, as kept on this disk
// before it was handed in. All of it is kept: when a ballot and the closing
// cross on their way, an earlier one counts.
type ownVote struct {
	casts   []ownCast // the latest last
	tracker string    // of secret votes
	to      []byte    // of secret votes: the key it was last sealed to
}

// ownCast is one ballot handed in.
type ownCast struct {
	choices []workshop.Choice
	salt    []byte // of sealed ballots
	mark    []byte // the hash by which the ballot is known again
}

// mostCasts bounds how many earlier ballots of a run are kept.
const mostCasts = 64

type keptVote struct {
	Tracker string     `cbor:"1,keyasint,omitempty"`
	To      []byte     `cbor:"2,keyasint,omitempty"`
	Casts   []keptCast `cbor:"3,keyasint"`
}

type keptCast struct {
	Salt    []byte     `cbor:"1,keyasint,omitempty"`
	Mark    []byte     `cbor:"2,keyasint"`
	Choices []keptLine `cbor:"3,keyasint"`
}

type keptLine struct {
	_      struct{} `cbor:",toarray"`
	Option string
	Value  int
}

// markOf is the hash by which a ballot is known again.
func markOf(b workshop.BallotView) []byte {
	if len(b.Commit) > 0 {
		return b.Commit
	}
	return boxMark(b.Box)
}

func boxMark(box []byte) []byte {
	sum := sha256.Sum256(box)
	return sum[:]
}

// counted is the own ballot that counts in a run, or the latest while none does.
func (l *Laptop) counted(run workshop.RecordID, v *ownVote) ownCast {
	if b := l.s.OwnBallot(run, l.me[:]); b != nil {
		for _, c := range v.casts {
			if bytes.Equal(c.mark, markOf(*b)) {
				return c
			}
		}
	}
	return v.casts[len(v.casts)-1]
}

// addCast remembers a ballot before it is handed in.
func (l *Laptop) addCast(run workshop.RecordID, to []byte, tracker string, c ownCast) error {
	v := &ownVote{tracker: tracker, to: to}
	if old := l.ballots[run]; old != nil {
		v.casts = append(v.casts, old.casts...)
	}
	v.casts = append(v.casts, c)
	v.casts = v.casts[max(0, len(v.casts)-mostCasts):]
	k := keptVote{Tracker: v.tracker, To: v.to}
	for _, c := range v.casts {
		kept := keptCast{Salt: c.salt, Mark: c.mark, Choices: []keptLine{}}
		for _, choice := range c.choices {
			kept.Choices = append(kept.Choices, keptLine{Option: choice.Option.String(), Value: choice.Value})
		}
		k.Casts = append(k.Casts, kept)
	}
	b, err := encode(k)
	if err != nil {
		return err
	}
	if err := l.keep.SetPrivate(ballotPrefix+run.String(), b); err != nil {
		return fmt.Errorf("keep ballot: %w", err)
	}
	l.ballots[run] = v
	l.stir()
	return nil
}

func (l *Laptop) readVote(key string, value []byte) error {
	run, err := workshop.ParseRecordID(key[len(ballotPrefix):])
	if err != nil {
		return fmt.Errorf("read ballot: %w", err)
	}
	var k keptVote
	if err := decode(value, &k); err != nil || len(k.Casts) == 0 {
		return errors.Join(errors.New("read ballot: not one"), err)
	}
	v := &ownVote{tracker: k.Tracker, to: k.To}
	for _, kept := range k.Casts {
		c := ownCast{salt: kept.Salt, mark: kept.Mark, choices: []workshop.Choice{}}
		for _, line := range kept.Choices {
			id, err := workshop.ParseRecordID(line.Option)
			if err != nil {
				return fmt.Errorf("read ballot: %w", err)
			}
			c.choices = append(c.choices, workshop.Choice{Option: id, Value: line.Value})
		}
		v.casts = append(v.casts, c)
	}
	l.ballots[run] = v
	return nil
}

// CastBallot hands the own ballot in, and replaces an earlier one, until the
// closing.
func (l *Laptop) CastBallot(choices []Choice) error {
	return l.gesture(func() error {
		run := l.s.CurrentRun()
		switch {
		case run == nil || run.Kind != workshop.ActivityVote:
			return Refuse("vote-none", "No vote is open.", "Nothing was handed in.")
		case run.State != workshop.RunOpen:
			return Refuse("vote-closed", "The vote has closed.", "What you handed in before counts.")
		case !slices.Contains(run.Voters, l.me):
			return Refuse("vote-not-voter", "You came after this vote began, so you have no ballot in it.", "You can vote in the next one.")
		}
		cast := []workshop.Choice{}
		for _, c := range choices {
			id, err := workshop.ParseRecordID(c.Option)
			if err != nil {
				return Refuse("vote-option", "This ballot names something that is not up for the vote.", "Nothing was handed in.")
			}
			cast = append(cast, workshop.Choice{Option: id, Value: c.Value})
		}
		if err := run.CheckBallot(cast); err != nil {
			return Refuse("vote-rules", err.Error()+".", "Nothing was handed in. Change it and hand it in again.").Because(err)
		}
		return l.cast(run, cast)
	})
}

// cast keeps choices and hands them in, sealed or in a box.
func (l *Laptop) cast(run *workshop.RunView, choices []workshop.Choice) error {
	if run.Settings.Secret() {
		return l.castSecret(run, choices)
	}
	salt := l.bytes(32)
	seal := workshop.Seal(l.s.ID(), run.ID, l.me[:], salt, choices)
	if err := l.addCast(run.ID, nil, "", ownCast{choices: choices, salt: salt, mark: seal[:]}); err != nil {
		return err
	}
	_, err := l.write(run.ID, workshop.CastSealed(run.ID, l.me[:], seal))
	return err
}

// openBallots opens the own sealed ballots that count in runs whose closing was
// seen.
func (l *Laptop) openBallots() error {
	var failed []error
	for _, id := range l.s.Unclosed() {
		failed = append(failed, l.openBallot(l.s.RunView(id)))
	}
	return errors.Join(failed...)
}

func (l *Laptop) openBallot(run *workshop.RunView) error {
	if run == nil || run.State != workshop.RunClosing || run.Kind != workshop.ActivityVote || run.Settings.Secret() {
		return nil
	}
	v, b := l.ballots[run.ID], l.s.OwnBallot(run.ID, l.me[:])
	if v == nil || b == nil || b.Opened || l.stuck[run.ID] {
		return nil
	}
	c := l.counted(run.ID, v)
	if !bytes.Equal(c.mark, b.Commit) {
		return nil // handed in by another laptop of this person, which opens it
	}
	_, err := l.write(run.ID, workshop.OpenBallot(run.ID, l.me[:], c.salt, c.choices))
	l.stuck[run.ID] = isRefused(err) // too late, and not tried again and again
	return err
}

// shownBallots is own ballots for the window: those that count.
func (l *Laptop) shownBallots() map[workshop.RecordID]ownBallot {
	out := map[workshop.RecordID]ownBallot{}
	for run, v := range l.ballots {
		out[run] = ownBallot{Choices: l.counted(run, v).choices, Tracker: v.tracker}
	}
	return out
}
