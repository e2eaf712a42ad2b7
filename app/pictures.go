package app

import (
	"context"
	"encoding/base64"
	"encoding/hex"
	"errors"
	"fmt"

	"convene/p2p"
	"convene/storage"
	"convene/workshop"
	"convene/workshop/outcome"
)

// pictures lets a session's node give and get its images by hash.
type pictures struct{ store *storage.Log }

func (p pictures) Blobs() ([][32]byte, error)             { return p.store.Images() }
func (p pictures) Blob(hash [32]byte) ([]byte, error)     { return p.store.Image(hash) }
func (p pictures) KeepBlob(hash [32]byte, b []byte) error { return p.store.KeepImage(hash, b) }

var _ p2p.Blobs = pictures{}

// PutPicture makes a note that shows a picture, as a person brings it: PNG,
// JPEG or GIF. Where it was taken and with what stays on this computer.
func (a *App) PutPicture(ctx context.Context, session string, raw []byte, n NewNote) (id string, err error) {
	l, err := a.find(session)
	if err != nil {
		return "", err
	}
	if err := l.do(ctx, func(lap *Laptop) error { return lap.MayPicture(n) }); err != nil {
		return "", inWords(err)
	}
	hash, err := l.store.AddImage(raw)
	if err != nil {
		return "", pictureRefusal(err)
	}
	picture, err := measured(l.store, hash)
	if err != nil {
		return "", pictureRefusal(err)
	}
	return a.make(ctx, session, func(l *Laptop) (string, error) { return l.AddPicture(n, picture) })
}

// measured is an image that is kept here, as a note names it.
func measured(store *storage.Log, hash [32]byte) (p workshop.PictureView, err error) {
	image, err := store.Image(hash)
	if err != nil {
		return p, err
	}
	kind, wide, tall, err := storage.ImageSize(image)
	if err != nil {
		return p, err
	}
	p = workshop.PictureView{Hash: hash, Type: workshop.PicturePNG, Wide: wide, Tall: tall}
	if kind == "image/jpeg" {
		p.Type = workshop.PictureJPEG
	}
	return p, nil
}

// PictureChunk is a part of a picture's bytes.
type PictureChunk struct {
	Data string `json:"data"` // base64
	Size int    `json:"size"` // of all of it
	Type string `json:"type"` // "image/png" or "image/jpeg"
}

// pictureChunk bounds the bytes of a chunk.
const pictureChunk = 128 << 10

// PicturePart returns a picture from the byte on. It is a refusal where it is not
// on this computer yet.
func (a *App) PicturePart(_ context.Context, session, hash string, from int) (c PictureChunk, err error) {
	l, err := a.find(session)
	if err != nil {
		return c, err
	}
	sum, err := hex.DecodeString(hash)
	if err != nil || len(sum) != 32 {
		return c, errNoPicture(err)
	}
	image, err := l.store.Image([32]byte(sum))
	if err != nil {
		return c, pictureRefusal(err)
	}
	kind, _, _, err := storage.ImageSize(image)
	if err != nil {
		return c, pictureRefusal(err)
	}
	if from < 0 || from > len(image) {
		return c, errNoPicture(nil)
	}
	part := image[from:min(from+pictureChunk, len(image))]
	return PictureChunk{Data: base64.StdEncoding.EncodeToString(part), Size: len(image), Type: kind}, nil
}

func errNoPicture(cause error) error {
	return Refuse("picture-away", "This picture is not on this computer yet.", "It comes as soon as a laptop that has it is reached.").Because(cause)
}

// pictureRefusal says why a picture cannot be kept or shown.
func pictureRefusal(err error) error {
	switch {
	case errors.Is(err, storage.ErrNoImage):
		return errNoPicture(err)
	case errors.Is(err, storage.ErrImage):
		return Refuse("picture-unusable", "This picture cannot be used.",
			"Nothing was added. PNG, JPEG and GIF can be, with at most 25 MB and 20 million pixels.").Because(err)
	}
	return inWords(fmt.Errorf("keep a picture: %w", err))
}

// pictureFiles are the pictures that the notes of a record show, as far as
// they are on this computer, as files of its folder.
func pictureFiles(v *workshop.View, get func(hash [32]byte) ([]byte, error)) (files []outcome.File, err error) {
	known := map[string]bool{}
	for i := range v.Notes {
		name := outcome.PictureName(&v.Notes[i])
		if name == "" || known[name] {
			continue
		}
		known[name] = true
		image, err := get(v.Notes[i].Picture.Hash)
		if errors.Is(err, storage.ErrNoImage) {
			continue
		}
		if err != nil {
			return nil, err
		}
		files = append(files, outcome.File{Name: name, Data: image})
	}
	return files, nil
}
