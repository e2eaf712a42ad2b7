package app

import (
	"errors"
	"fmt"
	"testing"

	"convene/p2p"
	"convene/storage"
	"convene/workshop"
)

func TestEveryErrorAPersonCanMeetHasWords(t *testing.T) {
	codes := map[string]bool{}
	for _, e := range explained() {
		f, known := Explain(fmt.Errorf("while opening: %w", e.err))
		if !known || f != e.failure {
			t.Errorf("%v: %+v", e.err, f)
		}
		if f.Code == "" || f.Message == "" || f.Hint == "" || codes[f.Code] {
			t.Errorf("%v: the words are not whole, or the code is used twice: %+v", e.err, f)
		}
		codes[f.Code] = true
	}
}

func TestAFullDiskIsToldWithWhatIsFreeAndWhatIsNeeded(t *testing.T) {
	err := fmt.Errorf("append: %w", &storage.SpaceError{Free: 100 << 20, Needed: 512 << 20})
	f, known := Explain(err)
	want := Failure{
		"disk-full", "The disk is almost full.",
		"100 MB are free, and writing safely needs 512 MB. What was acknowledged is saved; this was not. Make room, then do it again.",
	}
	if !known || f != want || !errors.Is(err, storage.ErrNoSpace) {
		t.Errorf("%+v", f)
	}
}

func TestErrorsFindTheirWords(t *testing.T) {
	for name, test := range map[string]struct {
		err   error
		code  string
		known bool
	}{
		"a refusal speaks for itself": {Refuse("own", "m", "h").Because(storage.ErrNoSpace), "own", true},
		"below other words":           {fmt.Errorf("a: %w", fmt.Errorf("b: %w", p2p.ErrInviteCut)), "invite-cut", true},
		"the rules of the workshop":   {fmt.Errorf("do: %w", &workshop.RefusedError{Code: workshop.RefusedNotOpen}), "not-allowed", true},
		"a limit of the workshop":     {&workshop.RefusedError{Code: workshop.RefusedLong, Limit: 4096, Got: 5000}, "refused-long", true},
		"a fault":                     {errors.New("nil map"), "internal", false},
	} {
		if f, known := Explain(test.err); f.Code != test.code || known != test.known {
			t.Errorf("%s: %+v, %v", name, f, known)
		}
	}
}

func TestARefusalKeepsItsCauseForTheLog(t *testing.T) {
	plain := Refuse("x", "What happened.", "What to do.")
	with := plain.Because(storage.ErrNoSpace)
	if !errors.Is(with, storage.ErrNoSpace) || errors.Is(plain, storage.ErrNoSpace) || with.Error() != "What happened." {
		t.Errorf("%v, %v", with, plain)
	}
}
