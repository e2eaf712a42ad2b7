package app

import (
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
// laptops that hold the same see the same under the same profile.
func previewRecord(v *workshop.View, digest [32]byte, profile Profile) (RecordPreview, error) {
	report := outcome.Markdown(v, outcome.Options{Profile: outcome.Profile(profile)})
	words := outcome.Fingerprint(sha256.Sum256(outcome.Body(report)))
	safe, outline := preview(report)
	return RecordPreview{
		Markdown: string(report), HTML: safe, Fingerprint: words[:], Outline: outline, Digest: hex.EncodeToString(digest[:]),
	}, nil
}

// saveRecord writes the record of a session into a new folder in dir, which is
// made where it is missing, and returns the path of the report. The folder is
// named after the session's title and day, with a number behind where there is
// one already: nothing is overwritten. It appears whole or not at all, and is
// on the disk when nil returns. What a person can meet is a [*Refusal].
func saveRecord(v *workshop.View, profile Profile, dir string) (string, error) {
	path, err := writeRecord(recordFiles(v, profile), dir, outcome.SlugDate(v))
	if err != nil {
		return "", recordRefusal(err)
	}
	return filepath.Join(path, reportName), nil
}

const reportName = "report.md"

// recordFile is one file of a record.
type recordFile struct {
	name string
	text []byte
}

func recordFiles(v *workshop.View, profile Profile) []recordFile {
	o := outcome.Options{Profile: outcome.Profile(profile)}
	return []recordFile{
		{reportName, outcome.Markdown(v, o)},
		{"notes.csv", outcome.NotesCSV(v, o)},
		{"actions.csv", outcome.ActionsCSV(v, o)},
	}
}

// mostCopies bounds the number behind a folder's name.
const mostCopies = 10_000

// writeRecord writes the files beside the folder they will be in, and gives
// the folder its name when all of them are on the disk.
func writeRecord(files []recordFile, dir, name string) (string, error) {
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

func fillAndName(files []recordFile, unfinished, wanted string) (string, error) {
	for _, f := range files {
		if err := writeSynced(filepath.Join(unfinished, f.name), f.text); err != nil {
			return "", err
		}
	}
	if err := syncFolder(unfinished); err != nil {
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
		return Refuse("disk.full", "The disk is full, so the record was not saved.",
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
