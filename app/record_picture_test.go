package app

import (
	"bytes"
	"encoding/base64"
	"image"
	"image/png"
	"os"
	"path/filepath"
	"testing"
)

func drawn(t *testing.T, width, height int) string {
	t.Helper()
	var b bytes.Buffer
	if err := png.Encode(&b, image.NewGray(image.Rect(0, 0, width, height))); err != nil {
		t.Fatal(err)
	}
	return base64.StdEncoding.EncodeToString(b.Bytes())
}

func TestAPictureIsAddedBesideItsDrawingOnly(t *testing.T) {
	dir := t.TempDir()
	must(t, os.Mkdir(filepath.Join(dir, "assets"), 0o700))
	must(t, os.WriteFile(filepath.Join(dir, "assets", "03-tidy-board.svg"), []byte("<svg/>"), 0o600))
	must(t, os.WriteFile(filepath.Join(dir, "secret.svg"), nil, 0o600))
	path, err := addPicture(dir, "03-tidy-board", drawn(t, 800, 600))
	must(t, err)
	f, err := os.Open(path)
	must(t, err)
	defer f.Close()
	if c, err := png.DecodeConfig(f); err != nil || c.Width != 800 {
		t.Errorf("%+v, %v", c, err)
	}
	if _, err := addPicture(dir, "03-tidy-board", drawn(t, 8, 8)); err != nil {
		t.Errorf("a second picture of one drawing: %v", err)
	}
	if b, err := os.Stat(path); err != nil || b.Size() < 100 {
		t.Error("the first picture was overwritten")
	}
	for name, c := range map[string]struct{ dir, name, png, code string }{
		"no record":        {"", "03-tidy-board", drawn(t, 8, 8), "record.unsaved"},
		"another place":    {dir, "../secret", drawn(t, 8, 8), "picture.unknown"},
		"no such drawing":  {dir, "04-other", drawn(t, 8, 8), "picture.unknown"},
		"no base64":        {dir, "03-tidy-board", "%%", "picture.bad"},
		"no PNG":           {dir, "03-tidy-board", base64.StdEncoding.EncodeToString([]byte("<svg/>")), "picture.bad"},
		"too many pixels":  {dir, "03-tidy-board", drawn(t, mostDrawnSide+1, 1), "picture.bad"},
		"only half of one": {dir, "03-tidy-board", drawn(t, 800, 600)[:80], "picture.bad"},
	} {
		t.Run(name, func(t *testing.T) {
			_, err := addPicture(c.dir, c.name, c.png)
			refused(t, err, c.code)
		})
	}
}
