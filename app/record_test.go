package app

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"syscall"
	"testing"

	"convene/workshop"
	"convene/workshop/outcome"
)

func TestARecordIsSavedBesideEarlierOnes(t *testing.T) {
	st := newScript(t, "Amina")
	st.close(st.open(st.plan(workshop.ActivityBrief, nil)))
	dir := filepath.Join(t.TempDir(), "exports")
	var paths []string
	for range 3 {
		path, err := saveRecord(st.s.View(), RecordWish{Profile: "names"}, dir, nil)
		if err != nil {
			t.Fatal(err)
		}
		paths = append(paths, path)
	}
	for _, name := range []string{"notes.csv", "actions.csv", "actions.ics", "session.json", "message.txt"} {
		if _, err := os.Stat(filepath.Join(filepath.Dir(paths[0]), name)); err != nil {
			t.Error(err)
		}
	}
	name := "clean-water-pilot-2025-11-24"
	for i, folder := range []string{name, name + "-2", name + "-3"} {
		if want := filepath.Join(dir, folder, "report.md"); paths[i] != want {
			t.Errorf("saved to %s, want %s", paths[i], want)
		}
	}
	p, err := previewRecord(st.s.View(), st.s.Digest(), RecordWish{Profile: "names"}, photosIn(&workshop.View{}, nil))
	if err != nil {
		t.Fatal(err)
	}
	b, err := os.ReadFile(paths[1])
	if err != nil || string(b) != p.Markdown {
		t.Errorf("the saved report is not the one of the preview (%v)", err)
	}
	err = filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if err != nil || runtime.GOOS == "windows" {
			return err
		}
		info, err := d.Info()
		if want := map[bool]fs.FileMode{true: 0o700, false: 0o600}[d.IsDir()]; err == nil && info.Mode().Perm() != want {
			t.Errorf("%s has mode %o", path, info.Mode().Perm())
		}
		return err
	})
	if err != nil {
		t.Error(err)
	}
	if left, _ := filepath.Glob(filepath.Join(dir, ".*")); len(left) > 0 {
		t.Errorf("left over: %v", left)
	}
}

func TestAFolderThatCannotBeWrittenIsToldInWords(t *testing.T) {
	file := filepath.Join(t.TempDir(), "a file")
	if err := os.WriteFile(file, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	v := newScript(t, "Amina").s.View()
	_, err := saveRecord(v, RecordWish{Profile: "names"}, file, nil)
	var refusal *Refusal
	if !errors.As(err, &refusal) || refusal.Code != "record.notSaved" {
		t.Errorf("into a file: %v", err)
	}
	for code, cause := range map[string]error{
		"disk-full": syscall.ENOSPC, "record.readOnly": syscall.EROFS, "record.notSaved": errors.New("what else can happen"),
	} {
		if runtime.GOOS == "windows" && code == "disk-full" {
			cause = windowsDiskFull
		}
		err := recordRefusal(fmt.Errorf("save record: %w", &fs.PathError{Op: "write", Path: "x", Err: cause}))
		if !errors.As(err, &refusal) || refusal.Code != code || refusal.Hint == "" || !errors.Is(err, cause) {
			t.Errorf("%v: got %v", cause, err)
		}
	}
	if err := recordRefusal(fs.ErrPermission); !errors.As(err, &refusal) || refusal.Code != "record.readOnly" {
		t.Errorf("without permission: %v", err)
	}
}

func TestARecordThatFailsHalfwayLeavesNothing(t *testing.T) {
	dir := t.TempDir()
	files := []outcome.File{{Name: "report.md", Data: []byte("a")}, {Name: "missing/further/notes.csv"}}
	if _, err := writeRecord(files, dir, "x"); err == nil {
		t.Fatal("a file in a folder that is not there was written")
	}
	if left, err := os.ReadDir(dir); err != nil || len(left) > 0 {
		t.Errorf("left over: %v (%v)", left, err)
	}
}
