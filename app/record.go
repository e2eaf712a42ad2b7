package app

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"strconv"
	"syscall"

	"convene/workshop"
	"convene/workshop/outcome"
)

// previewRecord is the record of a session as it would be saved now. digest is
// the session's. The six words are those that the report's front matter holds:
// laptops that hold the same see the same under the same profile. p gives the pictures of notes for the drawings of boards.
func previewRecord(v *workshop.View, digest [32]byte, w RecordWish, p *photos) (RecordPreview, error) {
	o := w.options()
	report := outcome.Markdown(v, o)
	words := wordsOf(report)
	drawings := outcome.Pictures(v, o)
	ctx, cancel := context.WithTimeout(context.Background(), previewTime)
	defer cancel()
	for name, svg := range drawings {
		drawings[name] = p.into(ctx, svg, mostPicture)
	}
	safe, outline := preview(report, drawings)
	return RecordPreview{
		Markdown: string(report), Message: outcome.Message(v, o), HTML: safe, Fingerprint: words[:], Outline: outline, Digest: hex.EncodeToString(digest[:]),
	}, nil
}

// wordsOf are the six words that stand in a report's front matter.
func wordsOf(report []byte) [6]string {
	return outcome.Fingerprint(sha256.Sum256(outcome.Body(report)))
}

// reportWords are the six words of a session's report.
func reportWords(v *workshop.View, w RecordWish) [6]string {
	return wordsOf(outcome.Markdown(v, w.options()))
}

func (w RecordWish) options() outcome.Options {
	return outcome.Options{Profile: outcome.Profile(w.Profile), Length: outcome.Length(w.Length)}
}

// shown are the pictures that go into the folder: none where no name may, for nobody can tell what a photo gives away.
func (w RecordWish) shown(pictures []outcome.File) []outcome.File {
	if w.options().Profile == outcome.ProfileNone {
		return nil
	}
	return pictures
}

// recordFiles are all files of a record.
func recordFiles(v *workshop.View, w RecordWish) []outcome.File {
	o := w.options()
	return append(outcome.Files(v, o), outcome.File{Name: "actions.ics", Data: calendarFile(v, o)})
}

// wholeRecord are all files of a record with the pictures of its notes, which are in its drawings, too.
func wholeRecord(v *workshop.View, w RecordWish, pictures []outcome.File) []outcome.File {
	pictures = w.shown(pictures)
	return append(withPhotos(recordFiles(v, w), pictures), pictures...)
}

// saveRecord writes the record of a session into a new folder in dir, which is
// made where it is missing, and returns the path of the report. The folder is
// named after the session's title and day, with a number behind where there is
// one already: nothing is overwritten. It appears whole or not at all, and is
// on the disk when nil returns. What a person can meet is a [*Refusal].
func saveRecord(v *workshop.View, w RecordWish, dir string, pictures []outcome.File) (string, error) {
	path, err := writeRecord(wholeRecord(v, w, pictures), dir, outcome.SlugDate(v))
	if err != nil {
		return "", recordRefusal(err)
	}
	return filepath.Join(path, outcome.ReportName), nil
}

// mostCopies bounds the number behind a folder's name.
const mostCopies = 10_000

// writeRecord writes the files beside the folder they will be in, and gives
// the folder its name when all of them are on the disk.
func writeRecord(files []outcome.File, dir, name string) (string, error) {
	dir, err := filepath.Abs(dir)
	if err != nil {
		return "", fmt.Errorf("save record: %w", err)
	}
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return "", fmt.Errorf("save record: %w", err)
	}
	unfinished, err := os.MkdirTemp(dir, ".unfinished-") // mode 0700
	if err != nil {
		return "", fmt.Errorf("save record: %w", err)
	}
	path, err := fillAndName(files, unfinished, filepath.Join(dir, name))
	if err != nil {
		return "", fmt.Errorf("save record: %w", errors.Join(err, os.RemoveAll(unfinished)))
	}
	return path, syncFolder(dir)
}

func fillAndName(files []outcome.File, unfinished, wanted string) (string, error) {
	if err := fillFolder(files, unfinished); err != nil {
		return "", err
	}
	for n := 1; n < mostCopies; n++ {
		path := wanted
		if n > 1 {
			path += "-" + strconv.Itoa(n)
		}
		if _, err := os.Lstat(path); !errors.Is(err, fs.ErrNotExist) {
			if err != nil {
				return "", err
			}
			continue
		}
		err := os.Rename(unfinished, path)
		if err == nil {
			return path, nil
		}
		if _, taken := os.Lstat(path); taken != nil {
			return "", err
		}
	}
	return "", errors.New("there are too many records of this name")
}

// fillFolder writes the files of a record below a folder, which has none of them; they are on the disk when nil returns.
func fillFolder(files []outcome.File, dir string) error {
	made := map[string]bool{dir: true}
	for _, f := range files {
		path := filepath.Join(dir, filepath.FromSlash(f.Name))
		if below := filepath.Dir(path); !made[below] {
			if err := os.Mkdir(below, 0o700); err != nil {
				return err
			}
			made[below] = true
		}
		if err := writeSynced(path, f.Data); err != nil {
			return err
		}
	}
	for below := range made {
		if err := syncFolder(below); err != nil {
			return err
		}
	}
	return nil
}

// writeSynced writes a new file that only its owner can read; it is on the
// disk when nil returns.
func writeSynced(path string, b []byte) error {
	f, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600)
	if err != nil {
		return err
	}
	_, err = f.Write(b)
	return errors.Join(err, f.Sync(), f.Close())
}

// syncFolder makes names in a folder last. Windows cannot, and does not need it.
func syncFolder(dir string) error {
	if runtime.GOOS == "windows" {
		return nil
	}
	d, err := os.Open(dir)
	if err != nil {
		return err
	}
	return errors.Join(d.Sync(), d.Close())
}

// recordRefusal has the words for what a disk answers.
func recordRefusal(err error) error {
	switch {
	case fullDisk(err):
		return Refuse("disk-full", "The disk is full, so the record was not saved.",
			"The session is safe. Free some space, or save to another disk.").Because(err)
	case errors.Is(err, fs.ErrPermission), errors.Is(err, syscall.EROFS):
		return Refuse("record.readOnly", "Nothing can be written in that folder, so the record was not saved.",
			"The session is safe. Choose another folder, or copy the text of the record.").Because(err)
	}
	return Refuse("record.notSaved", "The record could not be saved there.",
		"The session is safe. Choose another folder, or copy the text of the record.").Because(err)
}

// Error numbers of Windows for a full disk.
const (
	windowsHandleDiskFull = syscall.Errno(39)
	windowsDiskFull       = syscall.Errno(112)
)

func fullDisk(err error) bool {
	if runtime.GOOS == "windows" {
		return errors.Is(err, windowsDiskFull) || errors.Is(err, windowsHandleDiskFull)
	}
	return errors.Is(err, syscall.ENOSPC) || errors.Is(err, syscall.EDQUOT)
}
