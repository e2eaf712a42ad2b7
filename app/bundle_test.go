package app

import (
	"bytes"
	"image"
	"image/png"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"convene/storage"
	"convene/workshop"
)

// hasNotes founds a session with an open public brainstorm and a note.
func hasNotes(t *testing.T, h *home, texts ...string) {
	t.Helper()
	ctx := t.Context()
	var err error
	h.session, err = h.CreateSession(ctx, NewSession{Title: "Carried"})
	must(t, err)
	id, err := h.AddActivity(ctx, h.session, NewActivity{Kind: ActivityBrainstorm, Title: "Open", Settings: Settings{"visibility": "public"}})
	must(t, err)
	_, err = h.OpenRun(ctx, h.session, id)
	must(t, err)
	for _, text := range texts {
		_, err := h.AddNote(ctx, h.session, NewNote{Text: text})
		must(t, err)
	}
}

func (h *home) bundle() string {
	h.t.Helper()
	path := filepath.Join(h.t.TempDir(), "b"+bundleSuffix)
	saved, err := h.SaveBundle(h.t.Context(), h.session, path, false, nil)
	must(h.t, err)
	if !strings.Contains(saved.Notice, "readable by whoever has the file") {
		h.t.Errorf("it is not said who can read it: %q", saved.Notice)
	}
	return path
}

func (h *home) takes(path string) Imported {
	h.t.Helper()
	in, err := h.ImportBundle(h.t.Context(), path, false, nil)
	must(h.t, err)
	return in
}

// filesBelow reads every file of a folder.
func filesBelow(t *testing.T, dir string) map[string]string {
	t.Helper()
	all := map[string]string{}
	must(t, filepath.Walk(dir, func(path string, info os.FileInfo, err error) error {
		if err != nil || info.IsDir() {
			return err
		}
		text, err := os.ReadFile(path)
		all[path] = string(text)
		return err
	}))
	return all
}

func TestASessionTravelsOnAStick(t *testing.T) {
	amina, ben := newHome(t, "Amina"), newHome(t, "Ben")
	hasNotes(t, amina, "first", "second")
	var picture bytes.Buffer
	must(t, png.Encode(&picture, image.NewGray(image.Rect(0, 0, 40, 30))))
	l, err := amina.find(amina.session)
	must(t, err)
	hash, err := l.store.AddImage(picture.Bytes())
	must(t, err)

	in := ben.takes(amina.bundle())
	if !in.New || in.Title != "Carried" || in.Role != PartNone || in.Images != 1 || in.Session != amina.session {
		t.Errorf("imported: %+v", in)
	}
	list, err := ben.Sessions(t.Context())
	must(t, err)
	if len(list) != 1 || list[0].Title != "Carried" || list[0].Role != PartNone {
		t.Errorf("listed: %+v", list)
	}
	ben.session = in.Session
	must(t, ben.OpenSession(t.Context(), ben.session))
	if ben.view().Digest() != amina.view().Digest() {
		t.Error("another picture")
	}
	l, err = ben.find(ben.session)
	must(t, err)
	if _, err := l.store.Image(hash); err != nil {
		t.Errorf("the picture: %v", err)
	}
	_, err = ben.AddNote(t.Context(), ben.session, NewNote{Text: "I am not in it"})
	if err == nil {
		t.Error("somebody who was not let in writes")
	}
}

func TestABundleOfOnesOwnChangesNothing(t *testing.T) {
	h := newHome(t, "Amina")
	hasNotes(t, h, "first")
	path := h.bundle()
	in := h.takes(path) // while it is open
	if in.Added != 0 || in.New || in.Known == 0 {
		t.Errorf("while open: %+v", in)
	}
	must(t, h.CloseSession(t.Context(), h.session))
	before, err := h.Sessions(t.Context())
	must(t, err)
	folder := filepath.Join(h.dir, "sessions")
	files := filesBelow(t, folder)
	if in := h.takes(path); in.Added != 0 || in.New {
		t.Errorf("while closed: %+v", in)
	}
	after, err := h.Sessions(t.Context())
	must(t, err)
	if !slices.Equal(before, after) {
		t.Errorf("the list changed from %+v to %+v", before, after)
	}
	if now := filesBelow(t, folder); countBackups(now) != countBackups(files) {
		t.Errorf("backups were made: %v", slices.Sorted(maps.Keys(now)))
	}
}

func countBackups(files map[string]string) (n int) {
	for name := range files {
		if strings.HasSuffix(name, ".backup") {
			n++
		}
	}
	return n
}

// TestWhoWasLetInGoesOnFromABundleAndMergesLater is joining by USB: the laptop of an admitted person gets the log as a file,
// works on without any network, and the two copies become one by files again.
func TestWhoWasLetInGoesOnFromABundleAndMergesLater(t *testing.T) {
	amina, ben := newHome(t, "Amina"), newHome(t, "Ben")
	hasNotes(t, amina, "by Amina")
	ben.joins(amina, "")
	inSync(t, amina, ben)
	must(t, ben.CloseSession(t.Context(), ben.session))
	must(t, ben.library.Forget(mustID(t, ben.session))) // a new disk; the same person
	in := ben.takes(amina.bundle())
	if in.Role != PartParticipant || !in.New {
		t.Fatalf("imported: %+v", in)
	}
	must(t, ben.OpenSession(t.Context(), ben.session))
	_, err := ben.AddNote(t.Context(), ben.session, NewNote{Text: "by Ben, offline"})
	must(t, err)
	_, err = amina.AddNote(t.Context(), amina.session, NewNote{Text: "by Amina, meanwhile"})
	must(t, err)

	window := mirrorOf(t, amina)
	if in := amina.takes(ben.bundle()); in.Added == 0 || in.New {
		t.Errorf("merged: %+v", in)
	}
	window.until(t, "the window shows what came", func() bool {
		for _, r := range window.records {
			if n, ok := r.(NoteRecord); ok && n.Text == "by Ben, offline" {
				return true
			}
		}
		return false
	})
	ben.takes(amina.bundle())
	inSync(t, amina, ben)
	amina.stop()
	again := startHome(t, "", amina.dir)
	again.session = amina.session
	must(t, again.OpenSession(t.Context(), again.session))
	inSync(t, ben, again)
}

func mustID(t *testing.T, session string) workshop.SessionID {
	t.Helper()
	id, err := sessionByName(session)
	must(t, err)
	return id
}

// tampered writes the session as a bundle whose changes went through alter.
func tampered(t *testing.T, h *home, alter func(all [][]byte) [][]byte) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "t"+bundleSuffix)
	must(t, h.act(t.Context(), h.session, func(l *Laptop) error {
		c := h.contents(l.s, nil, nil, carrying(t.Context(), nil))
		honest := c.Changes
		c.Images = nil
		c.Changes = func(yield func([]byte) error) error {
			var all [][]byte
			err := honest(func(b []byte) error { all = append(all, bytes.Clone(b)); return nil })
			for _, b := range alter(all) {
				if err == nil {
					err = yield(b)
				}
			}
			return err
		}
		_, err := storage.WriteBundle(path, c, false)
		return err
	}))
	return path
}

func TestATamperedBundleIsRefusedWithWhatAndWhy(t *testing.T) {
	amina, ben := newHome(t, "Amina"), newHome(t, "Ben")
	hasNotes(t, amina, "first", "second", "third")
	other := newHome(t, "Other")
	hasNotes(t, other, "elsewhere")
	var foreign []byte
	must(t, other.act(t.Context(), other.session, func(l *Laptop) error {
		return l.s.Changes(func(c *workshop.Change) error { foreign = c.Bytes; return nil })
	}))
	for name, c := range map[string]struct {
		alter func([][]byte) [][]byte
		why   string
	}{
		"a flipped bit":      {func(all [][]byte) [][]byte { all[3][5] ^= 1; return all }, "change 4"},
		"a change taken out": {func(all [][]byte) [][]byte { return append(all[:2:2], all[3:]...) }, "what they build on is missing"},
		"the end taken off":  {func(all [][]byte) [][]byte { return all[:len(all)-1] }, "digest"},
		"the beginning gone": {func(all [][]byte) [][]byte { return all[1:] }, "beginning"},
		"of another session": {func(all [][]byte) [][]byte { return append(all, foreign) }, "another session"},
		"nothing in it":      {func([][]byte) [][]byte { return nil }, "beginning"},
		"words":              {func([][]byte) [][]byte { return [][]byte{[]byte("hello")} }, "change 1"},
	} {
		path := tampered(t, amina, c.alter)
		_, err := ben.ImportBundle(t.Context(), path, false, nil)
		refused(t, err, "bundle-refused")
		if err != nil && !strings.Contains(err.Error(), c.why) {
			t.Errorf("%s: refused because %q, want %q", name, err, c.why)
		}
		if list, err := ben.Sessions(t.Context()); err != nil || len(list) > 0 {
			t.Fatalf("%s: something of it was kept: %+v %v", name, list, err)
		}
	}
	path := tampered(t, amina, func(all [][]byte) [][]byte { all[len(all)-1][90] ^= 1; return all })
	in, err := ben.ImportBundle(t.Context(), path, true, nil)
	must(t, err)
	if len(in.Refused) == 0 || in.Added == 0 {
		t.Errorf("salvaged: %+v", in)
	}
	v, err := VerifyBundle(path)
	must(t, err)
	if v.OK || len(v.Refused) == 0 {
		t.Errorf("verified: %+v", v)
	}
}

func TestVerifySaysTheSameOfASessionAndItsBundle(t *testing.T) {
	amina, ben := newHome(t, "Amina"), newHome(t, "Ben")
	hasNotes(t, amina, "first")
	ben.joins(amina, "")
	inSync(t, amina, ben)
	within(t, 10*time.Second, "both have a name", func() bool { return len(amina.view().People) == 2 })
	inSync(t, amina, ben)
	ofSession, err := amina.VerifySession(t.Context(), amina.session, nil)
	must(t, err)
	ofBundle, err := VerifyBundle(ben.bundle())
	must(t, err)
	if !ofSession.OK || !ofBundle.OK || len(ofSession.Fingerprint) != 6 || ofSession.People != 2 || ofSession.Writers < 2 {
		t.Errorf("session %+v\nbundle %+v", ofSession, ofBundle)
	}
	if ofSession.Digest != ofBundle.Digest || ofSession.View != ofBundle.View || !slices.Equal(ofSession.Fingerprint, ofBundle.Fingerprint) {
		t.Errorf("they differ: %+v and %+v", ofSession, ofBundle)
	}
	carried, err := ReadBundle(amina.bundle())
	must(t, err)
	here, err := amina.ReadSession(t.Context(), amina.session)
	must(t, err)
	if carried.View.Digest() != here.View.Digest() || carried.Digest != here.Digest || here.Digest != ofSession.Digest || carried.Session != amina.session {
		t.Error("the picture of a bundle is another one")
	}
	report := RecordWhole(carried.View, RecordWish{Profile: "names"})
	if !bytes.Contains(report, []byte("fingerprint: \""+strings.Join(ofBundle.Fingerprint, " ")+"\"")) {
		t.Error("the words that verify prints are not those in the report")
	}
}
