package app

import (
	"fmt"
	"slices"

	"convene/workshop"
)

// ballotPrefix begins the keys of own ballots among the private values.
const ballotPrefix = "b/"

// ownVote is what the person here cast last in a run, as kept on this disk
// before the ballot was handed in.
type ownVote struct {
	choices []workshop.Choice
	salt    []byte // of sealed ballots
	tracker string // of secret ballots
	to      []byte // of secret ballots: the key it was last sealed to
	gone    bool   // the opening was published, or came too late
}

type keptVote struct {
	Salt    []byte     `cbor:"1,keyasint,omitempty"`
	Tracker string     `cbor:"2,keyasint,omitempty"`
	To      []byte     `cbor:"3,keyasint,omitempty"`
	Choices []keptLine `cbor:"4,keyasint"`
}

type keptLine struct {
	_      struct{} `cbor:",toarray"`
	Option string
	Value  int
}

func (l *Laptop) keepVote(run workshop.RecordID, v *ownVote) error {
	k := keptVote{Salt: v.salt, Tracker: v.tracker, To: v.to, Choices: []keptLine{}}
	for _, c := range v.choices {
		k.Choices = append(k.Choices, keptLine{Option: c.Option.String(), Value: c.Value})
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
	if err := decode(value, &k); err != nil {
		return fmt.Errorf("read ballot: %w", err)
	}
	v := &ownVote{salt: k.Salt, tracker: k.Tracker, to: k.To, choices: []workshop.Choice{}}
	for _, line := range k.Choices {
		id, err := workshop.ParseRecordID(line.Option)
		if err != nil {
			return fmt.Errorf("read ballot: %w", err)
		}
		v.choices = append(v.choices, workshop.Choice{Option: id, Value: line.Value})
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
			return Refuse("vote-rules", "The ballot does not keep the rules: "+err.Error()+".", "Nothing was handed in. Change it and hand it in again.").Because(err)
		}
		return l.cast(run, cast)
	})
}

// cast keeps choices and hands them in, sealed or in a box.
func (l *Laptop) cast(run *workshop.RunView, choices []workshop.Choice) error {
	v := &ownVote{choices: choices}
	if run.Settings.Secret() {
		if old := l.ballots[run.ID]; old != nil {
			v.tracker = old.tracker
		}
		return l.castSecret(run, v)
	}
	v.salt = l.bytes(32)
	if err := l.keepVote(run.ID, v); err != nil {
		return err
	}
	seal := workshop.Seal(l.s.ID(), run.ID, l.me[:], v.salt, choices)
	_, err := l.write(run.ID, workshop.CastSealed(run.ID, l.me[:], seal))
	return err
}

// openBallots opens own sealed ballots of a run whose closing was seen.
func (l *Laptop) openBallots() error {
	run := l.s.CurrentRun()
	if run == nil || run.State != workshop.RunClosing || run.Kind != workshop.ActivityVote || run.Settings.Secret() {
		return nil
	}
	v, b := l.ballots[run.ID], l.s.OwnBallot(run.ID, l.me[:])
	if v == nil || v.gone || b == nil || b.Opened {
		return nil
	}
	_, err := l.write(run.ID, workshop.OpenBallot(run.ID, l.me[:], v.salt, v.choices))
	if err == nil || isRefused(err) {
		v.gone = true
	}
	return err
}

// shownBallots is own ballots for the window.
func (l *Laptop) shownBallots() map[workshop.RecordID]ownBallot {
	out := map[workshop.RecordID]ownBallot{}
	for run, v := range l.ballots {
		out[run] = ownBallot{Choices: v.choices, Tracker: v.tracker}
	}
	return out
}
