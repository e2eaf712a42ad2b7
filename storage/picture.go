package storage

import (
	"bytes"
	"errors"
	"fmt"
	"image"
	"image/color"
	_ "image/gif" // the first frame of one is a picture like any other
	"image/jpeg"
	"image/png"
	"net/http"

	"golang.org/x/image/draw"
)

// Limits of images.
const (
	MaxImage     = 2 << 20  // bytes of an image that is kept
	maxRawImage  = 25 << 20 // bytes of a picture as a person brings it
	maxPixels    = 20_000_000
	maxImageSide = 1 << 16
)

// ErrImage: the bytes are no picture that can be kept. The text around it is plain enough to be shown.
var ErrImage = errors.New("this picture cannot be used")

// CleanImage makes of a picture as a person brings it (PNG, JPEG or GIF, at most 25 MiB and 20 million pixels) one that can
// be kept and shown to others: PNG or JPEG of at most MaxImage bytes, the right way up, without anything but its pixels. So where
// it was taken and with what stays with its owner. SVG is refused, for it is a program. Errors are ErrImage.
func CleanImage(raw []byte) ([]byte, error) {
	if len(raw) > maxRawImage {
		return nil, fmt.Errorf("%w: it has more than %d MiB", ErrImage, maxRawImage>>20)
	}
	kind, err := checkImage(raw)
	if err != nil {
		return nil, err
	}
	picture, _, err := image.Decode(bytes.NewReader(raw))
	if err != nil {
		return nil, fmt.Errorf("%w: it is damaged", ErrImage)
	}
	if kind == "image/jpeg" {
		picture = upright(picture, orientation(raw))
	}
	return encodeWithin(picture, kind)
}

// checkImage says what kind of picture the bytes are, before anything is unpacked.
func checkImage(raw []byte) (kind string, err error) {
	kind = http.DetectContentType(raw)
	switch kind {
	case "image/png", "image/jpeg", "image/gif":
	case "image/svg+xml", "text/xml; charset=utf-8", "text/html; charset=utf-8", "text/plain; charset=utf-8":
		return "", fmt.Errorf("%w: it is text, or a drawing that could run a program", ErrImage)
	default:
		return "", fmt.Errorf("%w: only PNG, JPEG and GIF can be", ErrImage)
	}
	size, _, err := image.DecodeConfig(bytes.NewReader(raw))
	if err != nil || size.Width < 1 || size.Height < 1 {
		return "", fmt.Errorf("%w: it is damaged", ErrImage)
	}
	if size.Width > maxImageSide || size.Height > maxImageSide || size.Width*size.Height > maxPixels {
		return "", fmt.Errorf("%w: it has %d x %d pixels, more than 20 million", ErrImage, size.Width, size.Height)
	}
	return kind, nil
}

// ImageSize says of an image that is kept what it is, "image/png" or "image/jpeg", and how many pixels it has.
func ImageSize(b []byte) (kind string, wide, tall int, err error) {
	if kind, err = checkImage(b); err != nil {
		return "", 0, 0, err
	}
	size, _, err := image.DecodeConfig(bytes.NewReader(b))
	if err != nil {
		return "", 0, 0, fmt.Errorf("%w: it is damaged", ErrImage)
	}
	return kind, size.Width, size.Height, nil
}

// JudgeImage says whether bytes that come from elsewhere are an image as CleanImage makes them. It unpacks it: who shows it
// later must not be the first to find out.
func JudgeImage(b []byte) error {
	if len(b) > MaxImage {
		return fmt.Errorf("%w: it has more than %d MiB", ErrImage, MaxImage>>20)
	}
	kind, err := checkImage(b)
	if err != nil {
		return err
	}
	if kind == "image/gif" {
		return fmt.Errorf("%w: only PNG and JPEG are kept", ErrImage)
	}
	if _, _, err := image.Decode(bytes.NewReader(b)); err != nil {
		return fmt.Errorf("%w: it is damaged", ErrImage)
	}
	return nil
}

// encodeWithin writes a picture in at most MaxImage bytes: as exactly as it was if that fits, then with the losses of JPEG,
// then smaller.
func encodeWithin(picture image.Image, kind string) ([]byte, error) {
	var out bytes.Buffer
	if kind != "image/jpeg" {
		if err := png.Encode(&out, picture); err != nil {
			return nil, fmt.Errorf("%w: %w", ErrImage, err)
		}
		if out.Len() <= MaxImage {
			return out.Bytes(), nil
		}
	}
	picture = onWhite(picture)
	for {
		for _, quality := range []int{85, 70} {
			out.Reset()
			if err := jpeg.Encode(&out, picture, &jpeg.Options{Quality: quality}); err != nil {
				return nil, fmt.Errorf("%w: %w", ErrImage, err)
			}
			if out.Len() <= MaxImage {
				return out.Bytes(), nil
			}
		}
		picture = smaller(picture)
	}
}

// SmallImage makes of an image that is kept a JPEG of at most so many pixels across and twice as many down.
// Errors are ErrImage.
func SmallImage(b []byte, across int) ([]byte, error) {
	if _, err := checkImage(b); err != nil {
		return nil, err
	}
	picture, _, err := image.Decode(bytes.NewReader(b))
	if err != nil {
		return nil, fmt.Errorf("%w: it is damaged", ErrImage)
	}
	wide, tall := picture.Bounds().Dx(), picture.Bounds().Dy()
	if wide > across {
		wide, tall = across, max(1, tall*across/wide)
	}
	if tall > 2*across {
		wide, tall = max(1, wide*2*across/tall), 2*across
	}
	small := image.NewRGBA(image.Rect(0, 0, wide, tall))
	draw.Draw(small, small.Bounds(), image.NewUniform(color.White), image.Point{}, draw.Src)
	draw.ApproxBiLinear.Scale(small, small.Bounds(), picture, picture.Bounds(), draw.Over, nil)
	var out bytes.Buffer
	if err := jpeg.Encode(&out, small, &jpeg.Options{Quality: 75}); err != nil {
		return nil, fmt.Errorf("%w: %w", ErrImage, err)
	}
	return out.Bytes(), nil
}

func onWhite(picture image.Image) image.Image {
	flat := image.NewRGBA(image.Rect(0, 0, picture.Bounds().Dx(), picture.Bounds().Dy()))
	draw.Draw(flat, flat.Bounds(), image.NewUniform(color.White), image.Point{}, draw.Src)
	draw.Draw(flat, flat.Bounds(), picture, picture.Bounds().Min, draw.Over)
	return flat
}

func smaller(picture image.Image) image.Image {
	size := picture.Bounds()
	half := image.NewRGBA(image.Rect(0, 0, max(1, size.Dx()*3/4), max(1, size.Dy()*3/4)))
	draw.ApproxBiLinear.Scale(half, half.Bounds(), picture, size, draw.Src, nil)
	return half
}
