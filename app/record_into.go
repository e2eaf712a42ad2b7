package app

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"convene/workshop"
	"convene/workshop/outcome"
)

// RecordWhole returns all files of a record one after the other, each behind its name, to compare what laptops write.
func RecordWhole(v *workshop.View, w RecordWish) []byte {
	var b bytes.Buffer
	for _, f := range recordFiles(v, w) {
		fmt.Fprintf(&b, "%s %d\n", f.Name, len(f.Data))
		b.Write(f.Data)
	}
	return b.Bytes()
}

// SaveRecordInto writes the record of a view straight into a folder that the person named, which is made where it is missing,
// with the pictures of its notes, and returns the path of the report. What is in the folder already is not overwritten: that is a [*Refusal].
func SaveRecordInto(v *workshop.View, w RecordWish, dir string, pictures []outcome.File) (string, error) {
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return "", recordRefusal(fmt.Errorf("save record: %w", err))
	}
	files := wholeRecord(v, w, pictures)
	var tops []string
	for _, f := range files {
		top, _, _ := strings.Cut(f.Name, "/")
		if slices.Contains(tops, top) {
			continue
		}
		tops = append(tops, top)
		if _, err := os.Lstat(filepath.Join(dir, top)); !errors.Is(err, fs.ErrNotExist) {
			return "", Refuse("record-there", fmt.Sprintf("There is a %s in this folder already.", top),
				"It was left as it is. Name another folder.")
		}
	}
	if err := moveInto(files, dir, tops); err != nil {
		return "", recordRefusal(fmt.Errorf("save record: %w", err))
	}
	return filepath.Join(dir, outcome.ReportName), nil
}

// moveInto writes files below dir, all of them or none: they get their names there when they are on the disk.
func moveInto(files []outcome.File, dir string, tops []string) (err error) {
	unfinished, err := os.MkdirTemp(dir, ".unfinished-")
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, os.RemoveAll(unfinished)) }()
	if err := fillFolder(files, unfinished); err != nil {
		return err
	}
	for i, top := range tops {
		if err := os.Rename(filepath.Join(unfinished, top), filepath.Join(dir, top)); err != nil {
			for _, moved := range tops[:i] {
				err = errors.Join(err, os.RemoveAll(filepath.Join(dir, moved)))
			}
			return err
		}
	}
	return syncFolder(dir)
}

// SaveInto is [SaveRecordInto] for a session of this computer: on a full disk it writes in the room that was kept for it.
func (a *App) SaveInto(p Picture, w RecordWish, dir string) (path string, err error) {
	err = a.withRoom(func() error {
		path, err = SaveRecordInto(p.View, w, dir, p.Images)
		return err
	})
	return path, err
}

// withRoom writes what is to leave this computer. Where the disk with the sessions is full it is tried once more, in the
// room that the library keeps for this.
func (a *App) withRoom(write func() error) error {
	err := write()
	if !fullDisk(err) || !a.library.Full() {
		return err
	}
	if room := a.library.MakeRoom(); room != nil {
		return errors.Join(err, room)
	}
	return write()
}
