package workshop

import "encoding/binary"

// A picture is a note: it is moved, sorted, commented on and voted on like one, and its words say what is to be seen. Its
// pixels are not in the log; the note names them by their hash.

// PictureType is how a picture is encoded. The numbers are part of the format.
type PictureType byte

// The types of pictures.
const (
	PicturePNG  PictureType = 1
	PictureJPEG PictureType = 2
)

// Suffix is how files of the type end, or "" of a type that is not known.
func (t PictureType) Suffix() string {
	switch t {
	case PicturePNG:
		return ".png"
	case PictureJPEG:
		return ".jpg"
	}
	return ""
}

// PictureView is a picture that a note shows; the zero value is none.
type PictureView struct {
	Hash       [32]byte
	Type       PictureType
	Wide, Tall int // in pixels
}

// Zero reports whether there is no picture.
func (p PictureView) Zero() bool { return p.Wide == 0 }

// pictureSize is how many bytes the log has of a picture: its hash, its type, and two bytes each for width and height.
const pictureSize = 32 + 1 + 2 + 2

// Pictured makes a new note show a picture. A side beyond 65,535 pixels counts as so many.
func Pictured(note Op, p PictureView) Op {
	if p.Zero() {
		return note
	}
	b := append(p.Hash[:], byte(p.Type))
	b = binary.BigEndian.AppendUint16(b, uint16(min(p.Wide, 1<<16-1)))
	b = binary.BigEndian.AppendUint16(b, uint16(min(p.Tall, 1<<16-1)))
	note.Fields = fields(append(note.Fields, With(FieldPicture, Bytes(b)))).sorted()
	return note
}

// pictureOf reads what [Pictured] wrote; what is written otherwise is no picture.
func pictureOf(v Value) (p PictureView) {
	b := v.Raw()
	if len(b) != pictureSize {
		return PictureView{}
	}
	copy(p.Hash[:], b)
	p.Type = PictureType(b[32])
	p.Wide, p.Tall = int(binary.BigEndian.Uint16(b[33:])), int(binary.BigEndian.Uint16(b[35:]))
	if p.Type.Suffix() == "" || p.Wide == 0 || p.Tall == 0 {
		return PictureView{}
	}
	return p
}
