package app

import (
	"bytes"
	"context"
	"encoding/base64"
	"encoding/hex"
	"errors"
	"fmt"
	"image"
	"image/png"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/sirupsen/logrus"

	"convene/storage"
)

// openKeychain is a keychain of a test, which shows the keys that lie in it.
type openKeychain map[string][]byte

func (k openKeychain) Get(id string) ([]byte, error) { return k[id], nil }
func (k openKeychain) Set(id string, key []byte) error {
	k[id] = bytes.Clone(key)
	return nil
}

// sealedHome is an App as the program runs it, with a key and with its log in the data folder, at the level that says most.
func sealedHome(t *testing.T, name string, keys storage.Keychain) *home {
	t.Helper()
	dir := t.TempDir()
	must(t, os.MkdirAll(filepath.Join(dir, "logs"), 0o700))
	file, err := os.OpenFile(filepath.Join(dir, "logs", "convene.log"), os.O_CREATE|os.O_WRONLY|os.O_APPEND, 0o600)
	must(t, err)
	log := logrus.New()
	log.SetOutput(file)
	log.SetFormatter(&logrus.JSONFormatter{})
	log.SetLevel(logrus.TraceLevel)
	a, err := New(Config{DataDir: dir, Name: name, Version: "test", Loopback: true, Log: logrus.NewEntry(log), Access: Access{Keychain: keys}})
	must(t, err)
	ctx, cancel := context.WithCancel(context.Background())
	done := make(chan error, 1)
	go func() { done <- a.Run(ctx) }()
	h := &home{App: a, t: t, dir: dir}
	stopped := false
	h.stop = func() {
		if stopped {
			return
		}
		stopped = true
		cancel()
		if err := <-done; !errors.Is(err, context.Canceled) {
			t.Errorf("%s ended with %v", name, err)
		}
		must(t, file.Close())
	}
	t.Cleanup(h.stop)
	return h
}

// written looks for words and secrets in every file of a data folder, in their names too, and in the forms in which they travel.
func written(t *testing.T, dir string, canaries map[string][]byte) (found []string) {
	t.Helper()
	files := 0
	must(t, filepath.WalkDir(dir, func(path string, e fs.DirEntry, err error) error {
		if errors.Is(err, fs.ErrNotExist) || e != nil && e.IsDir() {
			return nil // removed by a compaction meanwhile
		}
		must(t, err)
		text, err := os.ReadFile(path)
		if errors.Is(err, fs.ErrNotExist) {
			return nil
		}
		must(t, err)
		files++
		if e.Name() == "ballast" {
			return nil // 32 MB of chance
		}
		text = append(bytes.TrimRight(text, "\x00"), path...) // files that are made large before they are filled
		for what, canary := range canaries {
			for _, form := range [][]byte{canary, []byte(hex.EncodeToString(canary)), []byte(base64.StdEncoding.EncodeToString(canary)), []byte(base64.RawURLEncoding.EncodeToString(canary))} {
				if bytes.Contains(text, form) {
					found = append(found, fmt.Sprintf("%s in %s", what, strings.TrimPrefix(path, dir)))
				}
			}
		}
		return nil
	}))
	if files < 20 {
		t.Errorf("only %d files were looked at", files)
	}
	return found
}

func TestAfterAWorkshopWithAKeyNothingOfItCanBeReadOnTheDisk(t *testing.T) {
	keys := openKeychain{}
	amina, ben := sealedHome(t, "Canary-Amina", keys), sealedHome(t, "", openKeychain{})
	ctx := t.Context()
	canaries := map[string][]byte{
		"the title": []byte("Canary title"), "the purpose": []byte("canary purpose"), "a note": []byte("canary note"), "a draft": []byte("canary draft"),
		"a name": []byte("Canary-Amina"), "another's name": []byte("Canary-Ben"), "a parked matter": []byte("canary parked"), "a picture": nil,
		"an outcome": []byte("canary outcome"), "the prompt": []byte("canary prompt"),
	}
	var err error
	amina.session, err = amina.CreateSession(ctx, NewSession{Title: "Canary title", Purpose: "A canary purpose.", Outcomes: []string{"canary outcome"}})
	must(t, err)
	open, err := amina.AddActivity(ctx, amina.session, NewActivity{Kind: ActivityBrainstorm, Title: "Open", Prompt: "canary prompt", Settings: Settings{"visibility": "public"}})
	must(t, err)
	private, err := amina.AddActivity(ctx, amina.session, NewActivity{Kind: ActivityBrainstorm, Title: "Private"})
	must(t, err)
	invite, err := amina.Invite(ctx, amina.session, InviteWish{})
	must(t, err)
	canaries["an invite"] = []byte(invite.Link[len(invite.Link)-40:])
	ben.session, err = ben.Join(ctx, invite.Link, "Canary-Ben", func(JoinProgress) {})
	must(t, err)
	code, err := amina.OpenCode(ctx, amina.session, InviteWish{})
	must(t, err)
	canaries["a code"] = []byte(code)
	_, err = amina.OpenRun(ctx, amina.session, open)
	must(t, err)
	inSync(t, amina, ben)
	for _, h := range []*home{amina, ben} {
		for n := range 30 {
			_, err = h.AddNote(ctx, h.session, NewNote{Text: fmt.Sprintf("a canary note, number %d", n)})
			must(t, err)
		}
		_, err = h.AddParked(ctx, h.session, "a canary parked")
		must(t, err)
	}
	_, err = amina.OpenRun(ctx, amina.session, private)
	must(t, err)
	within(t, 10*time.Second, "ben sees the activity", func() bool {
		return ben.view().Session.Floor == amina.view().Session.Floor && len(ben.view().Runs) == 2
	})
	for _, h := range []*home{amina, ben} {
		_, err = h.AddNote(ctx, h.session, NewNote{Text: "a canary draft"})
		must(t, err)
	}
	var raw bytes.Buffer
	must(t, png.Encode(&raw, image.NewGray(image.Rect(0, 0, 40, 30))))
	l, err := amina.find(amina.session)
	must(t, err)
	hash, err := l.store.AddImage(raw.Bytes())
	must(t, err)
	canaries["a picture"], err = l.store.Image(hash)
	must(t, err)
	inSync(t, amina, ben)
	found, err := amina.Search(ctx, "canary note") // keeps what can be found
	must(t, err)
	if len(found.Hits) != 60 {
		t.Errorf("%d texts were found", len(found.Hits))
	}
	_, err = amina.Search(ctx, "canary searched for")
	must(t, err)
	canaries["what was searched for"] = []byte("canary searched for")
	for _, key := range keys {
		canaries["the key"] = key
	}
	seed := amina.library.Identity()
	canaries["the identity"] = seed[:]
	privates, err := l.store.Privates("")
	must(t, err)
	canaries["the key of the peer"] = privates[hostKey]
	if len(canaries["the key"]) != 32 || len(canaries["the key of the peer"]) != 32 {
		t.Fatal("a canary is missing")
	}
	look := func(when string) {
		t.Helper()
		for _, h := range []*home{amina, ben} {
			for _, f := range written(t, h.dir, canaries) {
				t.Errorf("%s: %s", when, f)
			}
		}
	}
	look("while it is open")
	must(t, amina.CloseSession(ctx, amina.session))
	must(t, amina.OpenSession(ctx, amina.session))
	must(t, ben.CloseSession(ctx, ben.session))
	look("after it was closed")
	amina.stop()
	ben.stop()
	look("after the end")
	must(t, os.WriteFile(filepath.Join(ben.dir, "exports"), []byte("there is a canary draft in it"), 0o600))
	if f := written(t, ben.dir, canaries); len(f) != 1 {
		t.Errorf("the search is blind: %v", f)
	}
}
