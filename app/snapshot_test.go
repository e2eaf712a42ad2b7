package app

import (
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"convene/workshop"
)

// snapshotOf is the file of a session's snapshot.
func snapshotOf(t *testing.T, h *home) string {
	t.Helper()
	found, err := filepath.Glob(filepath.Join(h.dir, "sessions", "*", "snapshot"))
	must(t, err)
	if len(found) != 1 {
		t.Fatalf("snapshots: %v", found)
	}
	return found[0]
}

// reopened closes the session, lets do work on its files, and returns its picture after opening it again.
func reopened(t *testing.T, h *home, do func()) *workshop.View {
	t.Helper()
	must(t, h.CloseSession(t.Context(), h.session))
	do()
	must(t, h.OpenSession(t.Context(), h.session))
	return h.view()
}

func TestASessionOpensFromItsSnapshotAndWithoutIt(t *testing.T) {
	h := newHome(t, "Amina")
	var notes []string
	for n := range 30 {
		notes = append(notes, fmt.Sprint("note ", n))
	}
	hasNotes(t, h, notes...)
	want := h.view().Digest()
	for name, do := range map[string]func(){
		"as it was kept": func() { snapshotOf(t, h) },
		"without it":     func() { must(t, os.Remove(snapshotOf(t, h))) },
		"cut":            func() { must(t, os.Truncate(snapshotOf(t, h), 500)) },
		"empty":          func() { must(t, os.Truncate(snapshotOf(t, h), 0)) },
		"altered": func() {
			text, err := os.ReadFile(snapshotOf(t, h))
			must(t, err)
			text[len(text)*2/3] ^= 1
			must(t, os.WriteFile(snapshotOf(t, h), text, 0o600))
		},
		"of another session": func() {
			text, err := os.ReadFile(snapshotOf(t, h))
			must(t, err)
			text[len("convene snapshot file 2\n")] ^= 1
			must(t, os.WriteFile(snapshotOf(t, h), text, 0o600))
		},
	} {
		if got := reopened(t, h, do).Digest(); got != want {
			t.Errorf("%s: another picture", name)
		}
	}
}

func TestWhatCameAfterTheSnapshotIsThereToo(t *testing.T) {
	h := newHome(t, "Amina")
	hasNotes(t, h, "before")
	var kept []byte
	reopened(t, h, func() {
		var err error
		kept, err = os.ReadFile(snapshotOf(t, h))
		must(t, err)
	})
	_, err := h.AddNote(t.Context(), h.session, NewNote{Text: "after"})
	must(t, err)
	want := h.view().Digest()
	v := reopened(t, h, func() { must(t, os.WriteFile(snapshotOf(t, h), kept, 0o600)) })
	if v.Digest() != want || len(v.Notes) != 2 {
		t.Errorf("%d notes", len(v.Notes))
	}
}

func TestASnapshotGivesBackWhatTheLogLost(t *testing.T) {
	h := newHome(t, "Amina")
	hasNotes(t, h, "one", "two")
	want := h.view().Digest()
	id := mustID(t, h.session)
	v := reopened(t, h, func() {
		snapshot, err := os.ReadFile(snapshotOf(t, h))
		must(t, err)
		must(t, h.library.Forget(id))
		store, err := h.library.OpenLog(id)
		must(t, err)
		must(t, store.Close())
		must(t, os.WriteFile(filepath.Join(h.dir, "sessions", fmt.Sprintf("%x", id[:]), "snapshot"), snapshot, 0o600))
	})
	if v.Digest() != want {
		t.Error("another picture")
	}
	must(t, h.CloseSession(t.Context(), h.session))
	store, err := h.library.OpenLog(id)
	must(t, err)
	loaded, err := loadAnew(store)
	must(t, err)
	if loaded.Session.View().Digest() != want {
		t.Error("the log does not hold it again")
	}
	must(t, store.Close())
}
