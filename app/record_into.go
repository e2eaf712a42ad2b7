package app

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
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
	files := append(recordFiles(v, w), w.shown(pictures)...)
	for _, f := range files {
		top, _, _ := strings.Cut(f.Name, "/")
		if _, err := os.Lstat(filepath.Join(dir, top)); !errors.Is(err, fs.ErrNotExist) {
			return "", Refuse("record-there", fmt.Sprintf("There is a %s in this folder already.", top),
				"It was left as it is. Name another folder.")
		}
	}
	if err := fillFolder(files, dir); err != nil {
		return "", recordRefusal(fmt.Errorf("save record: %w", err))
	}
	return filepath.Join(dir, outcome.ReportName), nil
}
