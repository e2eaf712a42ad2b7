package storage

import (
	"archive/zip"
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"testing"
)

// The data folders in testdata were written once by the version that had their format, and never again: each of them must open in
// every later version. CONVENE_WRITE_GOLDEN=1 writes the one of a format that has none yet.
const goldenPassphrase = "the passphrase of the golden folder"

func goldenAccess(format uint32) Access {
	if format == formatPlain {
		return Access{}
	}
	return Access{Passphrase: goldenPassphrase}
}

func goldenPath(format uint32) string {
	return filepath.Join("testdata", fmt.Sprintf("format%d.zip", format))
}

func writeGolden(t *testing.T, format uint32) {
	t.Helper()
	dir := t.TempDir()
	set := cheap()
	set.ballast = 0
	l, err := openAs(dir, quiet(), set, goldenAccess(format))
	must(t, err)
	g := openTestLog(t, l, 1)
	for n := range uint64(12) {
		appendOwn(t, g, made(1, n+1))
		if n == 5 {
			must(t, g.store.backup(context.Background()))
		}
	}
	must(t, g.SetPrivate("d/1", []byte("a draft")))
	must(t, l.SetPreference("name", []byte("Amina")))
	must(t, l.SetMeta([16]byte{1}, []byte("about it")))
	_, err = g.AddImage(pngWithText(t, "x"))
	must(t, err)
	must(t, l.Close())
	f, err := os.Create(goldenPath(format))
	must(t, err)
	z := zip.NewWriter(f)
	must(t, z.AddFS(os.DirFS(dir)))
	must(t, z.Close())
	must(t, f.Close())
}

// unpackGolden writes a golden folder out, as a person would have it.
func unpackGolden(t *testing.T, format uint32) string {
	t.Helper()
	z, err := zip.OpenReader(goldenPath(format))
	must(t, err)
	dir := filepath.Join(t.TempDir(), "data")
	must(t, os.CopyFS(dir, z))
	must(t, z.Close())
	must(t, tighten(dir))
	return dir
}

func wantGolden(t *testing.T, l *Library) {
	t.Helper()
	g := openTestLog(t, l, 1)
	wantHeld(t, g, 12)
	draft, err := g.Private("d/1")
	must(t, err)
	name, err := l.Preference("name")
	must(t, err)
	list, err := l.Sessions()
	must(t, err)
	images, err := g.Images()
	must(t, err)
	if string(draft) != "a draft" || string(name) != "Amina" || len(list) != 1 || string(list[0].Meta) != "about it" || len(images) != 1 {
		t.Errorf("draft %q, name %q, sessions %+v, %d images", draft, name, list, len(images))
	}
	if r := errors.Join(told(g.Recovery()), told(l.Recovery())); r != nil {
		t.Errorf("told as damage: %v", r)
	}
}

func TestDataOfEveryFormatOpens(t *testing.T) {
	for format := formatPlain; format <= formatVersion; format++ {
		if _, err := os.Stat(goldenPath(format)); err != nil && os.Getenv("CONVENE_WRITE_GOLDEN") != "" {
			writeGolden(t, format)
		}
		dir := unpackGolden(t, format)
		l := openWith(t, dir, cheap(), goldenAccess(format))
		wantGolden(t, l)
		identity := l.Identity()
		must(t, l.Close())
		if found := scan(t, dir, identity[:], []byte("a draft"), []byte("Amina"), []byte("about it")); (found == nil) != (format == formatSealed) {
			t.Errorf("format %d: found %v", format, found)
		}
		// Once more with a key to have it encrypted with, or that it has.
		access := goldenAccess(formatSealed)
		l = openWith(t, dir, cheap(), access)
		if l.Identity() != identity {
			t.Errorf("format %d: another identity", format)
		}
		wantGolden(t, l)
		must(t, l.Close())
		if version, known := storeFormat(filepath.Join(dir, "library")); !known || version != formatVersion {
			t.Errorf("format %d became %d", format, version)
		}
	}
}
