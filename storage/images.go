package storage

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
)

// ErrNoImage: no image with this hash is here.
var ErrNoImage = errors.New("the picture is not on this computer")

// AddImage keeps a picture that a person brings, cleaned by [CleanImage], and returns the hash by which it is known
// everywhere. It is on the disk when nil returns.
func (g *Log) AddImage(raw []byte) (hash [32]byte, err error) {
	clean, err := CleanImage(raw)
	if err != nil {
		return hash, err
	}
	hash = sha256.Sum256(clean)
	return hash, g.putImage(hash, clean)
}

// KeepImage keeps an image that comes from elsewhere under its hash. ErrImage is one that does not match it, or that is not as
// AddImage makes them.
func (g *Log) KeepImage(hash [32]byte, image []byte) error {
	if sha256.Sum256(image) != hash {
		return fmt.Errorf("%w: its content is not what its name says", ErrImage)
	}
	if err := JudgeImage(image); err != nil {
		return err
	}
	return g.putImage(hash, image)
}

// Image returns an image as it is: PNG or JPEG. ErrNoImage where it is not here, or is damaged: it can be had from others.
func (g *Log) Image(hash [32]byte) ([]byte, error) {
	folder, err := g.imageFolder()
	if err != nil {
		return nil, err
	}
	image, err := folder.ReadFile(g.imageName(hash))
	if err == nil {
		if image, err = g.store.seal.opened(image); err != nil {
			err = ErrNoImage
		}
	}
	if errors.Is(err, fs.ErrNotExist) || err == nil && sha256.Sum256(image) != hash {
		err = ErrNoImage
	}
	if err = joinClose(err, folder); err != nil {
		return nil, fmt.Errorf("read a picture: %w", plain(err))
	}
	return image, nil
}

// Images lists the images that are here, by hash.
func (g *Log) Images() ([][32]byte, error) {
	entries, err := os.ReadDir(g.store.path(imagesFolder))
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return nil, fmt.Errorf("list the pictures: %w", plain(err))
	}
	var hashes [][32]byte
	for _, e := range entries {
		hash, ok := hashOf(e.Name())
		if ok && g.store.seal != nil { // its name is hidden: look inside
			sealed, err := os.ReadFile(g.store.path(filepath.Join(imagesFolder, e.Name())))
			if err != nil {
				return nil, fmt.Errorf("list the pictures: %w", plain(err))
			}
			image, err := g.store.seal.opened(sealed)
			hash, ok = sha256.Sum256(image), err == nil
		}
		if ok {
			hashes = append(hashes, hash)
		}
	}
	return hashes, nil
}

const imagesFolder = "images"

func (g *Log) imageName(hash [32]byte) string { return hex.EncodeToString(g.store.seal.name(hash[:])) }

// imageFolder opens the folder of the images; nothing that is written through it can land elsewhere.
func (g *Log) imageFolder() (*os.Root, error) {
	if g.store.isClosing() {
		return nil, ErrClosed
	}
	if err := makeFolder(g.store.path(imagesFolder)); err != nil {
		return nil, err
	}
	folder, err := os.OpenRoot(g.store.path(imagesFolder))
	if err != nil {
		return nil, fmt.Errorf("open the folder of pictures: %w", plain(err))
	}
	return folder, nil
}

func (g *Log) putImage(hash [32]byte, image []byte) error {
	if err := g.store.space.check(); err != nil {
		return err
	}
	folder, err := g.imageFolder()
	if err != nil {
		return err
	}
	sealed := image
	if g.store.seal != nil {
		sealed, err = g.store.seal.sealed(image)
	}
	if err == nil {
		err = writeInto(folder, g.imageName(hash), sealed)
	}
	if err = joinClose(err, folder); err == nil {
		err = syncFolder(g.store.path(imagesFolder))
	}
	if err != nil {
		return fmt.Errorf("keep a picture: %w", plain(err))
	}
	return nil
}

// writeInto replaces a file in a folder as a whole: after a crash it is the old one or the new one.
func writeInto(folder *os.Root, name string, text []byte) error {
	next := name + ".new"
	f, err := folder.OpenFile(next, os.O_WRONLY|os.O_CREATE|os.O_TRUNC, fileMode)
	if err != nil {
		return err
	}
	_, err = f.Write(text)
	if err == nil {
		err = f.Sync()
	}
	if err = joinClose(err, f); err != nil {
		return err
	}
	return folder.Rename(next, name)
}
