package storage

import (
	"bytes"
	"encoding/binary"
	"errors"
	"hash/crc32"
	"image"
	"image/color"
	"image/gif"
	"image/jpeg"
	"image/png"
	"math/rand/v2"
	"os"
	"testing"
)

// photo is a JPEG of w x h whose top left corner is red, held as EXIF orientation says, taken at a place.
func photo(t *testing.T, w, h, held int) []byte {
	t.Helper()
	picture := image.NewRGBA(image.Rect(0, 0, w, h))
	for y := range h {
		for x := range w {
			picture.Set(x, y, color.White)
			if x < w/2 && y < h/2 {
				picture.Set(x, y, color.RGBA{R: 255, A: 255})
			}
		}
	}
	var out bytes.Buffer
	must(t, jpeg.Encode(&out, picture, nil))
	exif := append([]byte("Exif\x00\x00MM\x00*\x00\x00\x00\x08\x00\x01\x01\x12\x00\x03\x00\x00\x00\x01\x00"), byte(held), 0, 0)
	exif = append(exif, "\x00\x00\x00\x00GPS 47.3769N 8.5417E canary-of-a-place"...)
	segment := binary.BigEndian.AppendUint16([]byte{0xFF, 0xE1}, uint16(len(exif)+2))
	return append(append(append(append([]byte{}, out.Bytes()[:2]...), segment...), exif...), out.Bytes()[2:]...)
}

func TestWhereAPictureWasTakenStaysWithItsOwner(t *testing.T) {
	clean, err := CleanImage(photo(t, 64, 32, 1))
	must(t, err)
	for _, canary := range []string{"canary", "GPS", "Exif", "47.3769"} {
		if bytes.Contains(clean, []byte(canary)) {
			t.Errorf("%q is still in it", canary)
		}
	}
	withText := pngWithText(t, "canary-of-a-place")
	if !bytes.Contains(withText, []byte("canary")) {
		t.Fatal("the test has no canary")
	}
	clean, err = CleanImage(withText)
	must(t, err)
	if bytes.Contains(clean, []byte("canary")) {
		t.Error("the text of a PNG is still in it")
	}
	must(t, JudgeImage(clean))
}

// pngWithText is a PNG with a tEXt part.
func pngWithText(t *testing.T, text string) []byte {
	t.Helper()
	var out bytes.Buffer
	must(t, png.Encode(&out, image.NewGray(image.Rect(0, 0, 3, 3))))
	chunk := append([]byte("tEXtComment\x00"), text...)
	all := append([]byte{}, out.Bytes()[:33]...) // signature and IHDR
	all = binary.BigEndian.AppendUint32(all, uint32(len(chunk)-4))
	all = append(all, chunk...)
	all = binary.BigEndian.AppendUint32(all, crc32.ChecksumIEEE(chunk))
	return append(all, out.Bytes()[33:]...)
}

func TestAPictureIsShownTheWayItsCameraWasHeld(t *testing.T) {
	for held, want := range map[int][2]float64{ // where the red corner is, as a part of width and height
		1: {0.25, 0.25}, 2: {0.75, 0.25}, 3: {0.75, 0.75}, 4: {0.25, 0.75}, 5: {0.25, 0.25}, 6: {0.75, 0.25}, 7: {0.75, 0.75}, 8: {0.25, 0.75},
	} {
		clean, err := CleanImage(photo(t, 80, 40, held))
		must(t, err)
		picture, _, err := image.Decode(bytes.NewReader(clean))
		must(t, err)
		size := picture.Bounds()
		if sideways := size.Dx() < size.Dy(); sideways != (held >= 5) {
			t.Errorf("held %d: %v", held, size)
		}
		r, g, _, _ := picture.At(int(want[0]*float64(size.Dx())), int(want[1]*float64(size.Dy()))).RGBA()
		if r < 0xC000 || g > 0x4000 {
			t.Errorf("held %d: the red corner is elsewhere", held)
		}
	}
}

func TestWhatIsNoPictureIsRefused(t *testing.T) {
	var animated bytes.Buffer
	must(t, gif.Encode(&animated, image.NewPaletted(image.Rect(0, 0, 4, 4), color.Palette{color.Black}), nil))
	small := pngWithText(t, "x")
	wide := bytes.Clone(small)
	binary.BigEndian.PutUint32(wide[16:], 60_000)
	binary.BigEndian.PutUint32(wide[20:], 60_000)
	binary.BigEndian.PutUint32(wide[29:], crc32.ChecksumIEEE(wide[12:29]))
	cut := photo(t, 64, 64, 1)
	for name, raw := range map[string][]byte{
		"SVG":               []byte(`<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>`),
		"SVG with a header": []byte(`<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"/>`),
		"SVG as text":       []byte(`  <!-- hello --><svg/>`),
		"HTML":              []byte(`<html><img src=x onerror=alert(1)>`),
		"a PDF":             []byte("%PDF-1.7"),
		"nothing":           {},
		"3,600,000,000 px":  wide,
		"cut":               cut[:len(cut)*2/3],
		"too large a file":  append(bytes.Clone(small), make([]byte, maxRawImage)...),
	} {
		if _, err := CleanImage(raw); !errors.Is(err, ErrImage) {
			t.Errorf("%s: %v", name, err)
		}
	}
	if _, err := CleanImage(animated.Bytes()); err != nil {
		t.Errorf("a GIF: %v", err)
	}
	if err := JudgeImage(animated.Bytes()); !errors.Is(err, ErrImage) {
		t.Errorf("a GIF from elsewhere: %v", err)
	}
	if err := JudgeImage(wide); !errors.Is(err, ErrImage) {
		t.Errorf("a bomb from elsewhere: %v", err)
	}
}

func TestALargePictureIsMadeToFit(t *testing.T) {
	noise := image.NewRGBA(image.Rect(0, 0, 1000, 900))
	chance := rand.New(rand.NewPCG(1, 2))
	for i := range noise.Pix {
		noise.Pix[i] = byte(chance.Uint32())
	}
	var raw bytes.Buffer
	must(t, png.Encode(&raw, noise))
	clean, err := CleanImage(raw.Bytes())
	must(t, err)
	if len(clean) > MaxImage || raw.Len() <= MaxImage {
		t.Errorf("%d bytes became %d", raw.Len(), len(clean))
	}
	must(t, JudgeImage(clean))
}

func TestImagesAreKeptByTheirHash(t *testing.T) {
	dir := t.TempDir()
	l := openTest(t, dir, tight())
	g := openTestLog(t, l, 1)
	hash, err := g.AddImage(photo(t, 64, 32, 1))
	must(t, err)
	kept, err := g.Image(hash)
	must(t, err)
	must(t, JudgeImage(kept))
	if err := g.KeepImage([32]byte{1}, kept); !errors.Is(err, ErrImage) {
		t.Errorf("kept under another name: %v", err)
	}
	if _, err := g.Image([32]byte{1}); !errors.Is(err, ErrNoImage) {
		t.Errorf("an image that is not here: %v", err)
	}
	must(t, g.KeepImage(hash, kept))
	must(t, l.Close())
	l = openTest(t, dir, tight())
	g = openTestLog(t, l, 1)
	hashes, err := g.Images()
	must(t, err)
	if len(hashes) != 1 || hashes[0] != hash {
		t.Fatalf("after a restart: %v", hashes)
	}
	for _, path := range glob(t, dir, "sessions", "*", imagesFolder, "*") {
		info, err := os.Stat(path)
		must(t, err)
		if info.Mode().Perm() != fileMode {
			t.Errorf("%s has mode %v", path, info.Mode())
		}
		must(t, os.WriteFile(path, []byte("damaged"), fileMode))
	}
	if _, err := g.Image(hash); !errors.Is(err, ErrNoImage) {
		t.Errorf("a damaged image is handed out: %v", err)
	}
	must(t, g.KeepImage(hash, kept))
	if _, err := g.Image(hash); err != nil {
		t.Errorf("it does not come back: %v", err)
	}
}

func TestASmallImageKeepsItsShapeOnWhite(t *testing.T) {
	for _, want := range []struct{ wide, tall, across, down int }{{800, 600, 280, 210}, {40, 30, 40, 30}, {10, 4000, 1, 560}, {4000, 1, 280, 1}, {280, 560, 280, 560}} {
		var raw bytes.Buffer
		if err := png.Encode(&raw, image.NewNRGBA(image.Rect(0, 0, want.wide, want.tall))); err != nil {
			t.Fatal(err)
		}
		small, err := SmallImage(raw.Bytes(), 280)
		if err != nil {
			t.Fatal(err)
		}
		picture, err := jpeg.Decode(bytes.NewReader(small))
		if err != nil {
			t.Fatal(err)
		}
		if size := picture.Bounds(); size.Dx() != want.across || size.Dy() != want.down {
			t.Errorf("%d x %d became %d x %d", want.wide, want.tall, size.Dx(), size.Dy())
		}
		if r, _, _, _ := picture.At(0, 0).RGBA(); r < 0xf000 {
			t.Error("what is clear became dark")
		}
	}
	for _, bad := range [][]byte{nil, []byte("<svg/>"), []byte("\x89PNG\r\n\x1a\nand no more")} {
		if _, err := SmallImage(bad, 280); !errors.Is(err, ErrImage) {
			t.Errorf("%q: %v", bad, err)
		}
	}
}
