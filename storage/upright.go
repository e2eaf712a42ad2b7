package storage

import (
	"bytes"
	"encoding/binary"
	"image"
)

// orientation reads from a JPEG how its camera was held, 1 to 8 as EXIF counts; 1 is upright, and what is not said.
// It is the one thing of the metadata that belongs to the picture.
func orientation(raw []byte) int {
	for at := 2; at+4 <= len(raw) && raw[at] == 0xFF; {
		marker, size := raw[at+1], int(binary.BigEndian.Uint16(raw[at+2:]))
		if marker == 0xDA || size < 2 || at+2+size > len(raw) {
			return 1
		}
		segment := raw[at+4 : at+2+size]
		if exif, ok := bytes.CutPrefix(segment, []byte("Exif\x00\x00")); ok && marker == 0xE1 {
			return exifOrientation(exif)
		}
		at += 2 + size
	}
	return 1
}

// exifOrientation reads tag 0x0112 of the first directory of a TIFF header.
func exifOrientation(tiff []byte) int {
	if len(tiff) < 8 {
		return 1
	}
	var order binary.ByteOrder = binary.LittleEndian
	if tiff[0] == 'M' {
		order = binary.BigEndian
	}
	at := int64(order.Uint32(tiff[4:]))
	if at+2 > int64(len(tiff)) {
		return 1
	}
	count := int64(order.Uint16(tiff[at:]))
	for i := range count {
		entry := at + 2 + 12*i
		if entry+12 > int64(len(tiff)) {
			return 1
		}
		if order.Uint16(tiff[entry:]) == 0x0112 {
			if v := int(order.Uint16(tiff[entry+8:])); v >= 1 && v <= 8 {
				return v
			}
			return 1
		}
	}
	return 1
}

// upright turns a picture the way its camera was held.
func upright(picture image.Image, held int) image.Image {
	if held == 1 {
		return picture
	}
	from := picture.Bounds()
	w, h := from.Dx(), from.Dy()
	to := image.NewRGBA(image.Rect(0, 0, w, h))
	if held >= 5 { // on its side
		to = image.NewRGBA(image.Rect(0, 0, h, w))
	}
	for y := range h {
		for x := range w {
			tx, ty := turned(held, x, y, w, h)
			to.Set(tx, ty, picture.At(from.Min.X+x, from.Min.Y+y))
		}
	}
	return to
}

// turned says where the pixel at x, y of a picture of w x h belongs.
func turned(held, x, y, w, h int) (int, int) {
	switch held {
	case 2:
		return w - 1 - x, y
	case 3:
		return w - 1 - x, h - 1 - y
	case 4:
		return x, h - 1 - y
	case 5:
		return y, x
	case 6:
		return h - 1 - y, x
	case 7:
		return h - 1 - y, w - 1 - x
	case 8:
		return y, w - 1 - x
	}
	return x, y
}
