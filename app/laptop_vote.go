package app

import (
	"slices"
	"strconv"

	"convene/workshop"
)

// CastBallot hands the own ballot in, without words.
func (l *Laptop) CastBallot(choices []Choice) error { return l.HandIn(NewBallot{Choices: choices}) }

// HandIn hands a ballot in, the own one or that of a seat kept here, and
// replaces an earlier one, until the closing.
func (l *Laptop) HandIn(b NewBallot) error {
	return l.gesture(func() error {
		run := l.s.CurrentRun()
		switch {
		case run == nil || run.Kind != workshop.ActivityVote:
			return Refuse("vote-none", "No vote is open.", "Nothing was handed in.")
		case run.State != workshop.RunOpen:
			return Refuse("vote-closed", "The vote has closed.", "What you handed in before counts.")
		}
		key, err := l.ballotOf(run, b.Seat)
		if err != nil {
			return err
		}
		cast := []workshop.Choice{}
		for _, c := range b.Choices {
			id, err := workshop.ParseRecordID(c.Option)
			if err != nil {
				return Refuse("vote-option", "This ballot names something that is not up for the vote.", "Nothing was handed in.")
			}
			cast = append(cast, workshop.Choice{Option: id, Value: c.Value})
		}
		text, err := line(b.Text, mostReason)
		if err != nil {
			return err
		}
		if err := l.checkVote(run, key, cast, text); err != nil {
			return err
		}
		return l.cast(run, key, cast, text)
	})
}

// mostReason is how many bytes of words go with a ballot.
const mostReason = 2000

// ballotOf says for whom a ballot is handed in: the person here, or a seat they
// keep. Who came after the run was opened has no ballot in it.
func (l *Laptop) ballotOf(run *workshop.RunView, seat string) (voteKey, error) {
	if seat == "" {
		if !slices.Contains(run.Voters, l.me) {
			return voteKey{}, Refuse("vote-not-voter", "You came after this vote began, so you have no ballot in it.", "You can vote in the next one.")
		}
		return voteKey{run: run.ID}, nil
	}
	id, err := l.keptSeat(seat)
	if err != nil {
		return voteKey{}, err
	}
	if !slices.Contains(run.Seats, id) {
		return voteKey{}, Refuse("vote-not-voter", "This seat was made after the vote began, so it has no ballot in it.", "It can vote in the next one.")
	}
	return voteKey{run: run.ID, seat: id}, nil
}

// keptSeat reads the id of a seat that the person here keeps.
func (l *Laptop) keptSeat(seat string) (workshop.RecordID, error) {
	id, err := l.find(seat, workshop.KindSeat)
	if err != nil {
		return id, err
	}
	if s := l.View().Seat(id); s == nil || s.Keeper != l.me {
		return id, Refuse("seat-not-kept", "Somebody else keeps this seat.", "Nothing was changed. A facilitator can give it to you.")
	}
	return id, nil
}

// checkVote says why a ballot cannot be handed in.
func (l *Laptop) checkVote(run *workshop.RunView, key voteKey, choices []workshop.Choice, text string) error {
	if err := run.CheckVote(choices, text); err != nil {
		return Refuse("vote-rules", err.Error()+".", "Nothing was handed in. Change it and hand it in again.").Because(err)
	}
	v := l.View()
	if !run.Settings.On("ownAllowed", true) {
		for _, c := range choices {
			if v.Wrote(l.voter(key), c.Option) {
				return Refuse("vote-own", "In this vote nobody votes for what they wrote.", "Nothing was handed in. Leave your own out.")
			}
		}
	}
	if run.Settings.Passes() == 0 {
		return nil
	}
	mine := v.Reading(run, l.voter(key))
	for _, c := range choices {
		if !slices.Contains(mine, c.Option) {
			return Refuse("vote-passed-on", "This was not handed to you to read.", "Nothing was handed in. Answer about those that were.")
		}
	}
	return nil
}

// cast keeps a ballot and hands it in, sealed or in a box.
func (l *Laptop) cast(run *workshop.RunView, key voteKey, choices []workshop.Choice, text string) error {
	if run.Secret() {
		return l.castSecret(run, key, choices, text)
	}
	salt, voter := l.bytes(32), l.voter(key)
	seal := workshop.SealSaying(l.s.ID(), run.ID, voter, salt, choices, text)
	if err := l.addCast(key, nil, "", ownCast{choices: choices, text: text, salt: salt, mark: seal[:]}); err != nil {
		return err
	}
	_, err := l.write(run.ID, workshop.CastSealed(run.ID, voter, seal))
	return err
}

// answerInSecret gives the answer of a round whose answers are ballots.
func (l *Laptop) answerInSecret(run *workshop.RunView, key voteKey, text string) error {
	choices := []workshop.Choice{}
	if _, high := run.Settings.AnswerScale(); high > 0 && text != "" {
		n, err := strconv.Atoi(text)
		if err != nil {
			return Refuse("round-answer", "This is not a number.", "Nothing was handed in.").Because(err)
		}
		choices, text = append(choices, workshop.Choice{Option: run.Activity, Value: n}), ""
	}
	return l.cast(run, key, choices, text)
}

// CountHands writes down hands that were counted in the room; they take the
// place of ballots.
func (l *Laptop) CountHands(h HandCount) error {
	return l.steer("write down hands that were counted", func() error {
		run := l.s.CurrentRun()
		if run == nil || run.Kind != workshop.ActivityVote || run.State != workshop.RunOpen {
			return Refuse("vote-none", "No vote is open.", "Nothing was written down.")
		}
		counts := []workshop.Choice{}
		for _, c := range h.Counts {
			id, err := workshop.ParseRecordID(c.Option)
			if err != nil {
				return Refuse("vote-option", "This count names something that is not up for the vote.", "Nothing was written down.")
			}
			n := c.Hands
			if run.Settings.Method() != workshop.MethodDots {
				n = workshop.Score(c.Step, c.Hands)
			}
			if c.Hands < 0 || c.Hands > mostHands || c.Step < 0 {
				return Refuse("hands", "This is not a number of hands.", "Nothing was written down.")
			}
			counts = append(counts, workshop.Choice{Option: id, Value: n})
		}
		if err := run.CheckHands(counts, h.Present); err != nil {
			return Refuse("hands", "The count does not fit: "+err.Error()+".", "Nothing was written down. Count again.").Because(err)
		}
		_, err := l.write(run.ID, workshop.CountHands(run.ID, l.me, counts, h.Present))
		return err
	})
}

// mostHands is more than anybody can count in a room.
const mostHands = 999
