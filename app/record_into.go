package app

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"convene/workshop"
)

// RecordMarkdown returns report.md of a session, as every laptop that holds the same changes writes it.
func RecordMarkdown(v *workshop.View, profile Profile) []byte {
	for _, f := range recordFiles(v, profile) {
		if f.name == reportName {
			return f.text
		}
	}
	return nil
}

// SaveRecordInto writes the record of a view straight into a folder that the person named, which is made where it is missing,
// and returns the path of the report. What is in the folder already is not overwritten: that is a [*Refusal].
func SaveRecordInto(v *workshop.View, profile Profile, dir string) (string, error) {
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return "", recordRefusal(fmt.Errorf("save record: %w", err))
	}
	files := recordFiles(v, profile)
	for _, f := range files {
		if _, err := os.Lstat(filepath.Join(dir, f.name)); !errors.Is(err, fs.ErrNotExist) {
			return "", Refuse("record-there", fmt.Sprintf("There is a %s in this folder already.", f.name),
				"It was left as it is. Name another folder.")
		}
	}
	for _, f := range files {
		if err := writeSynced(filepath.Join(dir, f.name), f.text); err != nil {
			return "", recordRefusal(fmt.Errorf("save record: %w", err))
		}
	}
	if err := syncFolder(dir); err != nil {
		return "", recordRefusal(err)
	}
	return filepath.Join(dir, reportName), nil
}
