package app

import (
	"bytes"
	"encoding/base64"
	"errors"
	"fmt"
	"image/png"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
)

// The bounds of a picture that a window drew.
const (
	mostDrawn     = 190 << 10 // bytes: it comes in one message of at most 256 KiB, as base64
	mostDrawnSide = 4096      // pixels
)

var drawnName = regexp.MustCompile(`^[a-z0-9-]{1,100}$`)

// addPicture writes a PNG beside the drawing of that name in the folder of a record. It is decoded and written anew: what else
// came with it is left behind. Nothing is overwritten. Errors are refusals.
func addPicture(dir, name, base64PNG string) (string, error) {
	if dir == "" {
		return "", Refuse("record.unsaved", "There is no saved record to add the picture to.", "Save the record first.")
	}
	beside := filepath.Join(dir, "assets", name+".svg")
	if _, err := os.Lstat(beside); !drawnName.MatchString(name) || err != nil {
		return "", Refuse("picture.unknown", "The record has no drawing of that name.", "Nothing was written.")
	}
	drawn, bad := base64.StdEncoding.DecodeString(base64PNG)
	head, err := png.DecodeConfig(bytes.NewReader(drawn))
	if bad != nil || err != nil || len(drawn) > mostDrawn || head.Width > mostDrawnSide || head.Height > mostDrawnSide {
		return "", Refuse("picture.bad", fmt.Sprintf("A picture here is a PNG of at most %d kB and %d pixels a side.", mostDrawn>>10, mostDrawnSide),
			"Nothing was written. The drawing is in the folder as SVG.")
	}
	picture, err := png.Decode(bytes.NewReader(drawn))
	if err != nil {
		return "", Refuse("picture.bad", "The picture is damaged.", "Nothing was written. The drawing is in the folder as SVG.").Because(err)
	}
	var clean bytes.Buffer
	if err := png.Encode(&clean, picture); err != nil {
		return "", recordRefusal(fmt.Errorf("encode picture: %w", err))
	}
	path := filepath.Join(dir, "assets", name+".png")
	if err := writeSynced(path, clean.Bytes()); err != nil && !errors.Is(err, fs.ErrExist) {
		return "", recordRefusal(fmt.Errorf("save picture: %w", err))
	}
	return path, nil
}
