package app

import (
	"context"
	"encoding/base64"
	"regexp"
	"slices"
	"strings"

	"convene/storage"
	"convene/workshop"
	"convene/workshop/outcome"
)

// photoAcross is how many pixels a picture of a note is wide in the drawing of a board.
const photoAcross = 280

// photoNamed is the picture of a note in a drawing of our own. What people wrote can never be one: their signs are escaped.
var photoNamed = regexp.MustCompile(`(<image [-0-9a-z=" ]+ href=")(picture-[0-9a-f]{16}\.(?:png|jpg))("/>)\n?`)

// photos are the pictures of notes, small, as they are put into drawings. Each is made once.
type photos struct {
	get   func(name string) []byte // by the name of its file in a record; nil where it is not here
	small map[string]string        // as data addresses; "" where there is none
}

func newPhotos(get func(name string) []byte) *photos { return &photos{get, map[string]string{}} }

// of returns a picture as a data address, or "" where it is not here or cannot be read.
func (p *photos) of(name string) string {
	address, known := p.small[name]
	if known {
		return address
	}
	if image := p.get(name); image != nil {
		if small, err := storage.SmallImage(image, photoAcross); err == nil {
			address = "data:image/jpeg;base64," + base64.StdEncoding.EncodeToString(small)
		}
	}
	p.small[name] = address
	return address
}

// into puts pictures into a drawing, which shows them then wherever it is shown itself: a drawing that is a picture in a page loads
// nothing. The drawing stays within so many bytes, and none is made when ctx is done. Of what is not here or has no room the
// words below it are seen: a name of a file that is not there would be drawn as damage.
func (p *photos) into(ctx context.Context, svg []byte, most int) []byte {
	room := most - len(svg)
	return photoNamed.ReplaceAllFunc(svg, func(named []byte) []byte {
		if ctx.Err() != nil {
			return nil
		}
		parts := photoNamed.FindSubmatch(named)
		address := p.of(string(parts[2]))
		if address == "" || len(address) > room {
			return nil
		}
		room -= len(address)
		return slices.Concat(parts[1], []byte(address), parts[3], []byte("\n"))
	})
}

// mostDrawing bounds a drawing with its pictures in the folder of a record: twice what a hundred of them need.
const mostDrawing = 8 << 20

// withPhotos puts pictures of notes into the drawings among the files of a record.
func withPhotos(files, pictures []outcome.File) []outcome.File {
	p := newPhotos(func(name string) []byte {
		for _, f := range pictures {
			if f.Name == "assets/"+name {
				return f.Data
			}
		}
		return nil
	})
	for i := range files {
		if strings.HasSuffix(files[i].Name, ".svg") {
			files[i].Data = p.into(context.Background(), files[i].Data, mostDrawing)
		}
	}
	return files
}

// photosIn finds the pictures that the notes of a record show where they are kept. They are read when they are asked for.
func photosIn(v *workshop.View, get func(hash [32]byte) ([]byte, error)) *photos {
	hashes := map[string][32]byte{}
	for i := range v.Notes {
		if name := outcome.PictureName(&v.Notes[i]); name != "" {
			hashes[strings.TrimPrefix(name, "assets/")] = v.Notes[i].Picture.Hash
		}
	}
	return newPhotos(func(name string) []byte {
		hash, known := hashes[name]
		if !known {
			return nil
		}
		image, err := get(hash)
		if err != nil {
			return nil // it comes later, or never
		}
		return image
	})
}
