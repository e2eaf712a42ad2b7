package app

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"testing"
)

// hasManyNotes founds a session that is more than one batch long.
func hasManyNotes(t *testing.T, h *home) {
	t.Helper()
	texts := make([]string, importBatch+20)
	for i := range texts {
		texts[i] = fmt.Sprint("note ", i)
	}
	hasNotes(t, h, texts...)
}

// watched remembers how far work has come, and calls it off where stop says so.
type watched struct {
	told []CarryProgress
	stop func(CarryProgress) bool
	off  context.CancelFunc
}

func (w *watched) tell(p CarryProgress) {
	w.told = append(w.told, p)
	if w.stop != nil && w.stop(p) {
		w.off()
	}
}

// offAt is a context that ends, and what is told, once stop is true.
func offAt(t *testing.T, stop func(CarryProgress) bool) (context.Context, *watched) {
	t.Helper()
	ctx, cancel := context.WithCancel(t.Context())
	t.Cleanup(cancel)
	return ctx, &watched{stop: stop, off: cancel}
}

// whole checks that every step that was begun was told up to its end, forwards.
func (w *watched) whole(t *testing.T, steps ...CarryStep) {
	t.Helper()
	var last CarryProgress
	var ended []CarryStep
	for _, p := range w.told {
		if p.Step == last.Step && p.Have < last.Have || p.Have > p.Of || p.Of < 1 {
			t.Errorf("after %+v comes %+v", last, p)
		}
		if p.Have == p.Of {
			ended = append(ended, p.Step)
		}
		last = p
	}
	if fmt.Sprint(ended) != fmt.Sprint(steps) {
		t.Errorf("the steps that came to their end are %v, not %v: %v", ended, steps, w.told)
	}
	if len(w.told) < 50 || len(w.told) > 101*len(steps) {
		t.Errorf("told %d times", len(w.told))
	}
}

func calledOff(err error) bool {
	var r *Refusal
	return errors.As(err, &r) && r.Code == "called-off"
}

func TestCarryingTellsHowFarItHasCome(t *testing.T) {
	amina, ben := newHome(t, "Amina"), newHome(t, "Ben")
	hasManyNotes(t, amina)
	path := filepath.Join(t.TempDir(), "b"+bundleSuffix)
	var w watched
	_, err := amina.SaveBundle(t.Context(), amina.session, path, false, w.tell)
	must(t, err)
	w.whole(t, CarrySaving)

	w = watched{}
	_, err = amina.VerifySession(t.Context(), amina.session, w.tell)
	must(t, err)
	w.whole(t, CarryChecking)

	for _, again := range []bool{false, true} {
		w = watched{}
		in, err := ben.ImportBundle(t.Context(), path, false, w.tell)
		must(t, err)
		if in.New == again {
			t.Errorf("again %t: %+v", again, in)
		}
		if last := w.told[len(w.told)-1]; last.Step != CarryKeeping || last.Have != last.Of {
			t.Errorf("it ended at %+v", last)
		}
	}
}

func TestABundleThatIsCalledOffIsNoFile(t *testing.T) {
	h := newHome(t, "Amina")
	hasManyNotes(t, h)
	dir := t.TempDir()
	path := filepath.Join(dir, "b"+bundleSuffix)
	save := func(overwrite bool) error {
		ctx, w := offAt(t, func(p CarryProgress) bool { return p.Have > p.Of/2 })
		_, err := h.SaveBundle(ctx, h.session, path, overwrite, w.tell)
		return err
	}
	if err := save(false); !calledOff(err) {
		t.Errorf("ended with %v", err)
	}
	if left := filesBelow(t, dir); len(left) != 0 {
		t.Errorf("it left %d files", len(left))
	}
	must(t, os.WriteFile(path, []byte("of before"), 0o600))
	if err := save(true); !calledOff(err) {
		t.Errorf("ended with %v", err)
	}
	if left := filesBelow(t, dir); len(left) != 1 || left[path] != "of before" {
		t.Errorf("it left %d files; the one of before is %q", len(left), left[path])
	}
}

func TestTakingInThatIsCalledOffLeavesNothing(t *testing.T) {
	amina := newHome(t, "Amina")
	hasManyNotes(t, amina)
	path := amina.bundle()
	for name, stop := range map[string]func(CarryProgress) bool{
		"at once":               func(p CarryProgress) bool { return p.Step == CarryChecking },
		"amid the checking":     func(p CarryProgress) bool { return p.Step == CarryChecking && p.Have > p.Of/2 },
		"at the end of it":      func(p CarryProgress) bool { return p.Step == CarryChecking && p.Have == p.Of },
		"before the first kept": func(p CarryProgress) bool { return p.Step == CarryKeeping },
		"amid the keeping":      func(p CarryProgress) bool { return p.Step == CarryKeeping && p.Have > 0 },
	} {
		t.Run(name, func(t *testing.T) {
			ben := newHome(t, "Ben")
			ctx, w := offAt(t, stop)
			if _, err := ben.ImportBundle(ctx, path, false, w.tell); !calledOff(err) {
				t.Errorf("ended with %v", err)
			}
			list, err := ben.Sessions(t.Context())
			must(t, err)
			folders, err := os.ReadDir(filepath.Join(ben.library.Dir(), "sessions"))
			if err != nil && !os.IsNotExist(err) {
				t.Fatal(err)
			}
			if len(list) != 0 || len(folders) != 0 {
				t.Errorf("it left %d sessions, %d folders", len(list), len(folders))
			}
			if in := ben.takes(path); !in.New || in.Added < importBatch {
				t.Errorf("afterwards it is taken in as %+v", in)
			}
		})
	}
}

func TestWhatIsAddedToASessionIsAddedWholeOrNotAtAll(t *testing.T) {
	amina, ben := newHome(t, "Amina"), newHome(t, "Ben")
	hasNotes(t, amina, "first")
	ben.takes(amina.bundle())
	for i := range importBatch + 20 {
		_, err := amina.AddNote(t.Context(), amina.session, NewNote{Text: fmt.Sprint("later ", i)})
		must(t, err)
	}
	path := amina.bundle()
	before, err := ben.VerifySession(t.Context(), amina.session, nil)
	must(t, err)

	ctx, w := offAt(t, func(p CarryProgress) bool { return p.Step == CarryChecking && p.Have > p.Of/2 })
	if _, err := ben.ImportBundle(ctx, path, false, w.tell); !calledOff(err) {
		t.Errorf("ended with %v", err)
	}
	after, err := ben.VerifySession(t.Context(), amina.session, nil)
	must(t, err)
	if after.Digest != before.Digest {
		t.Error("a part of it was added")
	}

	ctx, w = offAt(t, func(p CarryProgress) bool { return p.Step == CarryKeeping && p.Have > 0 })
	in, err := ben.ImportBundle(ctx, path, false, w.tell)
	must(t, err)
	if in.Added < importBatch {
		t.Errorf("too late to call off, and %+v", in)
	}
}
