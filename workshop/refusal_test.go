package workshop_test

import (
	"errors"
	"strings"
	"testing"

	"convene/workshop"
)

func TestARefusalSaysTheLimitAndWhatWasAsked(t *testing.T) {
	for want, e := range map[string]workshop.RefusedError{
		"Only three dots each; this ballot has four":                          {Code: workshop.RefusedDots, Limit: 3, Got: 4},
		"Only one dot each; this ballot has two":                              {Code: workshop.RefusedDots, Limit: 1, Got: 2},
		"At most two dots on one option; this ballot has three on one":        {Code: workshop.RefusedDotsOnOne, Limit: 2, Got: 3},
		"Only places 1 to 3 here; this ballot has place 14":                   {Code: workshop.RefusedPlace, Limit: 3, Got: 14},
		"Only 0 to 5 here; this ballot has 7":                                 {Code: workshop.RefusedScale, Low: 0, Limit: 5, Got: 7},
		"The text of a note is at most 4096 bytes long; this is 5000":         {Code: workshop.RefusedLong, Kind: workshop.KindNote, Field: workshop.FieldText, Limit: 4096, Got: 5000},
		"The minutes of an activity is a number from 0 to 1440; this is 2000": {Code: workshop.RefusedRange, Kind: workshop.KindActivity, Field: workshop.FieldMinutes, Limit: 1440, Got: 2000},
		"A facilitator locked this note":                                      {Code: workshop.RefusedLocked, Kind: workshop.KindNote},
		"Observers may not make an action in a commit that is open":           {Code: workshop.RefusedRight, Role: workshop.RoleObserver, Act: "make", Kind: workshop.KindAction, Activity: workshop.ActivityCommit, State: workshop.RunOpen},
		"Participants may not change the text of a note outside an activity":  {Code: workshop.RefusedRight, Role: workshop.RoleParticipant, Act: "change", Kind: workshop.KindNote, Field: workshop.FieldText},
	} {
		if got := e.Error(); got != want {
			t.Errorf("%s: %q instead of %q", e.Code, got, want)
		}
	}
}

func TestEveryRefusalIsASentence(t *testing.T) {
	for _, code := range workshop.RefusalCodes() {
		for kind := range workshop.Kinds() {
			e := workshop.RefusedError{Code: code, Kind: kind, Act: "change", Field: workshop.FieldText, Limit: 2, Got: 3}
			said := e.Error()
			if said == "" || said[:1] != strings.ToUpper(said[:1]) || strings.HasSuffix(said, ".") || strings.Contains(said, "not in order") != (code == workshop.RefusedForm) {
				t.Errorf("%s: %q", code, said)
			}
		}
	}
}

// TestWhatAPersonCanAskTooMuchOfIsRefusedInTypes asks too much through the door that people use, and finds the rule and its
// numbers in the answer.
func TestWhatAPersonCanAskTooMuchOfIsRefusedInTypes(t *testing.T) {
	r, ana, ben, eva, board, run := threesome(t)
	note := ana.do(run, workshop.AddNote(board, "mine", "", ""))
	r.meet()
	ana.do(none, workshop.Lock(note, true))
	gone := workshop.RecordID{Change: workshop.ID{9}}
	many := make([]workshop.Op, workshop.MaxOps+1)
	for i := range many {
		many[i] = workshop.Park(workshop.RecordID{}, "x")
	}
	r.meet()
	long := strings.Repeat("ä", 2500)
	for name, c := range map[string]struct {
		by  *peer
		run workshop.RecordID
		ops []workshop.Op
		out workshop.RefusedError
	}{
		"a long note":     {ben, run, []workshop.Op{workshop.AddNote(board, long, "", "")}, workshop.RefusedError{Code: workshop.RefusedLong, Kind: workshop.KindNote, Field: workshop.FieldText, Limit: 4096, Got: 5000}},
		"a long title":    {ana, none, []workshop.Op{workshop.Set(r.root, workshop.FieldTitle, workshop.Text(long))}, workshop.RefusedError{Code: workshop.RefusedLong, Kind: workshop.KindSession, Field: workshop.FieldTitle, Limit: 800, Got: 5000}},
		"many minutes":    {ana, none, []workshop.Op{workshop.Set(board, workshop.FieldMinutes, workshop.Int(2000))}, workshop.RefusedError{Code: workshop.RefusedRange, Kind: workshop.KindActivity, Field: workshop.FieldMinutes, Limit: 1440, Got: 2000}},
		"many ops":        {ben, none, many, workshop.RefusedError{Code: workshop.RefusedOps, Limit: workshop.MaxOps, Got: workshop.MaxOps + 1}},
		"another's note":  {ben, run, []workshop.Op{workshop.Delete(note)}, workshop.RefusedError{Code: workshop.RefusedLocked, Kind: workshop.KindNote}},
		"what is gone":    {eva, none, []workshop.Op{workshop.Set(gone, workshop.FieldText, workshop.Text("x"))}, workshop.RefusedError{Code: workshop.RefusedGone}},
		"others' changes": {eva, none, []workshop.Op{workshop.Withdraw(note.Change)}, workshop.RefusedError{Code: workshop.RefusedOthers}},
		"the agenda":      {eva, none, []workshop.Op{workshop.Set(board, workshop.FieldTitle, workshop.Text("mine"))}, workshop.RefusedError{Code: workshop.RefusedRight, Role: workshop.RoleParticipant, Act: "change", Kind: workshop.KindActivity, Field: workshop.FieldTitle}},
	} {
		before := c.by.s.Digest()
		_, err := c.by.try(c.run, c.ops...)
		var refused *workshop.RefusedError
		if !errors.As(err, &refused) || *refused != c.out {
			t.Errorf("%s: %#v, %v", name, refused, err)
		}
		if c.by.s.Digest() != before {
			t.Errorf("%s: the log changed", name)
		}
	}
	ana.do(none, workshop.Grant(ben.me, workshop.RoleNone, 0))
	r.meet()
	_, err := ben.try(run, workshop.AddNote(board, "still here", "", ""))
	var refused *workshop.RefusedError
	if !errors.As(err, &refused) || refused.Code != workshop.RefusedNotIn {
		t.Errorf("who was removed: %v", err)
	}
}
