package storage

import (
	"bytes"
	"context"
	"crypto/sha256"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// memoryKeychain is a keychain of a test.
type memoryKeychain struct {
	keys map[string][]byte
	fail error
}

func (k *memoryKeychain) Get(id string) ([]byte, error) { return k.keys[id], k.fail }

func (k *memoryKeychain) Set(id string, key []byte) error {
	if k.fail == nil {
		k.keys[id] = bytes.Clone(key)
	}
	return k.fail
}

func newKeychain() *memoryKeychain { return &memoryKeychain{keys: map[string][]byte{}} }

// cheap are the settings of the app, but for passphrases that are quick to try.
func cheap() settings {
	set := tight()
	set.scryptWork = 8
	return set
}

func openWith(t *testing.T, dir string, set settings, access Access) *Library {
	t.Helper()
	l, err := openAs(dir, quiet(), set, access)
	must(t, err)
	t.Cleanup(func() { _ = l.Close() })
	return l
}

// canaries are words that a test puts everywhere a person could.
var canaries = []string{"canary-note-text", "canary-draft", "canary-name", "canary-preference", "canary-title", "canary-picture"}

// plant writes the canaries into a library and a session, and returns the key of its identity, which is a canary too.
func plant(t *testing.T, l *Library) (identity []byte, hash [32]byte) {
	t.Helper()
	g := openTestLog(t, l, 1)
	for n := range uint64(40) {
		c := made(3, n+1)
		c.Bytes = fmt.Appendf(nil, "%s %d %s", canaries[0], n, strings.Repeat("and more of it ", 40))
		appendOwn(t, g, c)
		must(t, g.AppendRemote(context.Background(), Change{Writer: [32]byte{9}, Seq: n, ID: [32]byte{9, byte(n)}, Bytes: c.Bytes}))
	}
	must(t, g.SetPrivate("d/1", []byte(canaries[1])))
	must(t, g.SetPrivate(canaries[1]+"-as-a-key", []byte("x")))
	must(t, g.store.backup(context.Background()))
	must(t, l.SetPreference("name", []byte(canaries[2])))
	must(t, l.SetPreference(canaries[3], []byte(canaries[3])))
	must(t, l.SetMeta([16]byte{1}, []byte(canaries[4])))
	image := append(pngWithText(t, "x"), canaries[5]...)
	hash = sha256.Sum256(image)
	must(t, g.putImage(hash, image))
	must(t, g.KeepSnapshot([32]byte{6}, []byte(canaries[0]+strings.Repeat(" in a snapshot", 100))))
	must(t, g.Close())
	seed := l.Identity()
	return seed[:], hash
}

// scan reads every file of a folder, under its name and within, for words and secrets.
func scan(t *testing.T, dir string, secrets ...[]byte) (found []string) {
	t.Helper()
	for _, c := range canaries {
		secrets = append(secrets, []byte(c))
	}
	must(t, filepath.WalkDir(dir, func(path string, e fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		info, err := e.Info()
		if err != nil {
			return err
		}
		if want := fileMode; e.IsDir() && info.Mode().Perm() != folderMode || !e.IsDir() && info.Mode().Perm() != want {
			t.Errorf("%s has mode %v", path, info.Mode())
		}
		var text []byte
		if !e.IsDir() {
			if text, err = os.ReadFile(path); err != nil {
				return err
			}
		}
		for _, secret := range secrets {
			if bytes.Contains(text, secret) || strings.Contains(filepath.Base(path), string(secret)) {
				found = append(found, fmt.Sprintf("%q in %s", secret, path))
			}
		}
		return nil
	}))
	return found
}

func TestWithAKeyNothingOfAPersonIsInAnyFile(t *testing.T) {
	dir := t.TempDir()
	keys := newKeychain()
	l := openWith(t, dir, cheap(), Access{Keychain: keys})
	if p := l.Protection(); !p.Encrypted || !p.Keychain {
		t.Fatalf("protection: %+v", p)
	}
	identity, _ := plant(t, l)
	secrets := [][]byte{identity, l.key[:]}
	if found := scan(t, dir, secrets...); found != nil {
		t.Errorf("while it is open: %v", found)
	}
	must(t, l.Close())
	if found := scan(t, dir, secrets...); found != nil {
		t.Errorf("after closing: %v", found)
	}
	plainDir := t.TempDir()
	plainOne := openTest(t, plainDir, tight())
	identity, _ = plant(t, plainOne)
	must(t, plainOne.Close())
	if found := scan(t, plainDir, identity); len(found) < len(canaries) {
		t.Errorf("the scan is blind: without a key it finds only %v", found)
	}
}

func TestWhatWasSealedComesBack(t *testing.T) {
	dir := t.TempDir()
	access := Access{Keychain: newKeychain()}
	l := openWith(t, dir, cheap(), access)
	identity, hash := plant(t, l)
	must(t, l.Close())
	for range 2 { // closed in order, then as a kill leaves it
		l = openWith(t, dir, cheap(), access)
		if seed := l.Identity(); !bytes.Equal(seed[:], identity) {
			t.Error("another identity")
		}
		wantFilled(t, l, hash)
		must(t, removeIfThere(filepath.Join(l.folder([16]byte{1}), inventoryFile)))
		must(t, l.Close())
		must(t, removeIfThere(filepath.Join(l.folder([16]byte{1}), inventoryFile)))
	}
}

func wantFilled(t *testing.T, l *Library, hash [32]byte) {
	t.Helper()
	g := openTestLog(t, l, 1)
	defer func() { must(t, g.Close()) }()
	if r := g.Recovery(); r != nil {
		t.Errorf("told as damage: %v", r)
	}
	count := 0
	must(t, g.Changes(context.Background(), func(b []byte) error {
		if !bytes.HasPrefix(b, []byte(canaries[0])) {
			t.Errorf("a change was altered: %q", b)
		}
		count++
		return nil
	}))
	draft, err := g.Private("d/1")
	must(t, err)
	name, err := l.Preference("name")
	must(t, err)
	if count != 80 || string(draft) != canaries[1] || string(name) != canaries[2] {
		t.Errorf("%d changes, draft %q, name %q", count, draft, name)
	}
	image, err := os.ReadFile(g.store.path(filepath.Join(imagesFolder, g.imageName(hash))))
	must(t, err)
	image, err = g.store.seal.opened(image)
	must(t, err)
	if !bytes.HasSuffix(image, []byte(canaries[5])) {
		t.Error("the picture was altered")
	}
}

func TestOnlyTheKeyOpensAnEncryptedFolder(t *testing.T) {
	dir := t.TempDir()
	keys := newKeychain()
	both := Access{Keychain: keys, Passphrase: "correct horse"}
	l := openWith(t, dir, cheap(), both)
	_, hash := plant(t, l)
	must(t, l.Close())
	before := scanNames(t, dir)
	other := newKeychain()
	for id := range keys.keys {
		other.keys[id] = bytes.Repeat([]byte{7}, keySize)
	}
	for name, c := range map[string]struct {
		access Access
		refuse error
	}{
		"nothing":                       {Access{}, ErrPassphraseNeeded},
		"another keychain":              {Access{Keychain: newKeychain()}, ErrPassphraseNeeded},
		"another key":                   {Access{Keychain: other}, ErrPassphraseNeeded},
		"a keychain that fails":         {Access{Keychain: &memoryKeychain{fail: errors.New("locked")}}, ErrPassphraseNeeded},
		"another passphrase":            {Access{Passphrase: "wrong"}, ErrPassphraseWrong},
		"the keychain":                  {Access{Keychain: keys}, nil},
		"the passphrase":                {Access{Passphrase: "correct horse"}, nil},
		"the passphrase, key forgotten": {Access{Keychain: newKeychain(), Passphrase: "correct horse"}, nil},
	} {
		l, err := openAs(dir, quiet(), cheap(), c.access)
		if c.refuse != nil {
			if !errors.Is(err, c.refuse) || !errors.Is(err, ErrNoKey) {
				t.Errorf("%s: %v", name, err)
			}
			if now := scanNames(t, dir); now != before {
				t.Errorf("%s: the folder was changed from\n%s\nto\n%s", name, before, now)
			}
			continue
		}
		must(t, err)
		wantFilled(t, l, hash)
		must(t, l.Close())
		before = scanNames(t, dir)
	}
}

func scanNames(t *testing.T, dir string) string {
	t.Helper()
	var all []string
	must(t, filepath.WalkDir(dir, func(path string, e fs.DirEntry, err error) error {
		if base := filepath.Base(path); base != "lock" && base != "lock.pid" {
			all = append(all, path)
		}
		return err
	}))
	return strings.Join(all, "\n")
}

func TestWithoutAKeychainTheFolderStaysPlainAndSaysSo(t *testing.T) {
	for name, access := range map[string]Access{
		"none asked": {}, "one that fails": {Keychain: &memoryKeychain{fail: errors.New("no")}},
	} {
		l := openWith(t, t.TempDir(), cheap(), access)
		if p := l.Protection(); p.Encrypted || p.Why == "" {
			t.Errorf("%s: %+v", name, p)
		}
		must(t, l.SetPassphrase("now there is one"))
		if p := l.Protection(); p.Encrypted || !p.Pending || !p.Passphrase {
			t.Errorf("%s, with a passphrase: %+v", name, p)
		}
		identity, hash := plant(t, l)
		must(t, l.Close())
		if _, err := openAs(l.dir, quiet(), cheap(), access); !errors.Is(err, ErrNoKey) {
			t.Errorf("%s: opened without the passphrase: %v", name, err)
		}
		l = openWith(t, l.dir, cheap(), Access{Passphrase: "now there is one"})
		wantFilled(t, l, hash)
		must(t, l.Close())
		if found := scan(t, l.dir, identity); found != nil {
			t.Errorf("%s: %v", name, found)
		}
	}
}

func TestOneOfTheTwoKeyFilesIsEnough(t *testing.T) {
	dir := t.TempDir()
	access := Access{Keychain: newKeychain()}
	must(t, openWith(t, dir, cheap(), access).Close())
	for _, damage := range []func(path string) error{os.Remove, func(path string) error { return os.WriteFile(path, []byte("00000000 {}"), fileMode) }} {
		must(t, damage(filepath.Join(dir, "keys")))
		l := openWith(t, dir, cheap(), access)
		must(t, l.keys.write(dir))
		must(t, l.Close())
	}
	for _, path := range keyPaths(dir) {
		must(t, os.WriteFile(path, []byte("x"), fileMode))
	}
	if _, err := openAs(dir, quiet(), cheap(), access); !errors.Is(err, ErrNoKey) {
		t.Errorf("both damaged: %v", err)
	}
	for _, path := range keyPaths(dir) {
		must(t, os.Remove(path))
	}
	if _, err := openAs(dir, quiet(), cheap(), Access{}); !errors.Is(err, ErrNoKey) {
		t.Errorf("both gone: %v", err)
	}
}

func TestAForgottenSessionIsInNoFileAnyMore(t *testing.T) {
	dir := t.TempDir()
	l := openWith(t, dir, cheap(), Access{})
	plant(t, l)
	must(t, l.SetExtract([16]byte{1}, [][]byte{[]byte(canaries[0]), []byte(canaries[0])}))
	must(t, l.own.backup(context.Background()))
	must(t, l.SetPreference("name", []byte("y")))
	must(t, l.own.backup(context.Background()))
	must(t, l.Forget([16]byte{1}))
	must(t, l.Close())
	l = openWith(t, dir, cheap(), Access{})
	must(t, l.Close())
	for _, found := range scan(t, dir) {
		if !strings.Contains(found, canaries[2]) && !strings.Contains(found, canaries[3]) { // of the library's own
			t.Errorf("still there: %s", found)
		}
	}
}
