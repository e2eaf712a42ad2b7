package rehearse

import "convene/workshop"

// settleAll gives every parked matter its fate and every process point its answer, as has to be before a session is closed.
func settleAll(v *workshop.View, settle, answer func(id, words string) error) error {
	parked, points := v.Unanswered()
	for i, m := range parked {
		fate := "Goes on the agenda of the next meeting."
		if i%2 == 1 {
			fate = "Dropped: it answered itself on the way."
		}
		if err := settle(m.ID.String(), fate); err != nil {
			return err
		}
	}
	for _, m := range points {
		if err := answer(m.ID.String(), "Heard. We take a breath, and go on more slowly."); err != nil {
			return err
		}
	}
	return nil
}
