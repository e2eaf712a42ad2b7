package app

import (
	"slices"

	"convene/workshop"
)

// GiveResponse gives an answer in a round, the own one or that of a seat kept
// here; it replaces an earlier one until the closing. Where a round goes on
// until nobody has more, it is added to what was said before.
func (l *Laptop) GiveResponse(a Answer) error {
	return l.gesture(func() error {
		run := l.s.CurrentRun()
		if run == nil || !takesAnswers(run) || run.State != workshop.RunOpen {
			return Refuse("round-closed", "No round is open at the moment.", "Nothing was changed. Say it aloud, or park it.")
		}
		text, err := line(a.Text, mostNote)
		if err != nil {
			return err
		}
		if err := run.Settings.CheckAnswer(text, a.Pass); err != nil {
			return Refuse(answerCode(text, a.Pass), sentence(err.Error()), "Nothing was changed. Answer anew, or pass.").Because(err)
		}
		if run.Balloted() {
			key, err := l.ballotOf(run, a.Seat)
			if err != nil {
				return err
			}
			return l.answerInSecret(run, key, text)
		}
		key, seat := l.me[:], workshop.RecordID{}
		if a.Seat != "" {
			if seat, err = l.keptSeat(a.Seat); err != nil {
				return err
			}
			key = seat.Key()
		}
		if text, err = l.saidBefore(run, key, text, a.Pass); err != nil {
			return err
		}
		_, err = l.putFor(seat, workshop.RespondAs(run.ID, key, text, a.Pass))
		return err
	})
}

// takesAnswers reports whether people answer in a run: in a round, also one in
// groups.
func takesAnswers(run *workshop.RunView) bool {
	switch run.Kind {
	case workshop.ActivityRound:
		return true
	case workshop.ActivityBreakout:
		return run.Settings.Inner() == workshop.ActivityRound
	}
	return false
}

// answerCode names what is wrong with an answer.
func answerCode(text string, pass bool) string {
	if text == "" && !pass {
		return "text-empty"
	}
	return "round-answer"
}

// saidBefore is an answer behind those that the same person gave before, one a
// line, where a round goes on until nobody has more.
func (l *Laptop) saidBefore(run *workshop.RunView, key []byte, text string, pass bool) (string, error) {
	if run.Settings.Str("mode", "once") != "until-empty" {
		return text, nil
	}
	all := l.View().Responses
	id := workshop.PutID(workshop.KindResponse, run.ID, key)
	i := slices.IndexFunc(all, func(r workshop.ResponseView) bool { return r.ID == id })
	if i < 0 || all[i].Text == "" {
		return text, nil
	}
	if pass {
		return all[i].Text, nil
	}
	return line(all[i].Text+"\n"+text, mostNote)
}
