package storage

import (
	"archive/zip"
	"bufio"
	"encoding/binary"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"hash/crc32"
	"io"
	"io/fs"
	"os"
	"path/filepath"
)

// A bundle is a session as one file to carry: a zip of
//
//	manifest.json   Manifest
//	changes         every change, oldest first: 4 bytes length, big endian, then the change as signed
//	images/<hash>   an image by its SHA-256 in hex, as it is
//
// It is not encrypted: who has the file can read it. Nothing in it is believed: changes are judged as
// those of a stranger are, images are compared with their names, and the manifest only says what
// should come out.
const (
	manifestName = "manifest.json"
	changesName  = "changes"
	imagesPrefix = "images/"
)

// bundleVersion is the version of the form. A reader refuses a higher one.
const bundleVersion = 1

// BundleNotice is what to say to a person before a bundle leaves this computer, and what the file says itself.
const BundleNotice = "A bundle is readable by whoever has the file. Give it only to people of the session."

// Manifest says what a bundle should hold.
type Manifest struct {
	Bundle  int    `json:"bundle"`  // version of the form
	Notice  string `json:"notice"`  // BundleNotice, for who unpacks it by hand
	Session string `json:"session"` // in hex
	Changes int    `json:"changes"`
	Images  int    `json:"images"`
	Digest  string `json:"digest"` // of the session, in hex
	App     string `json:"app"`    // version of the app that wrote it
}

// Contents is what goes into a bundle.
type Contents struct {
	Session [16]byte
	Digest  [32]byte
	App     string
	// Changes yields every change, what it knew before it.
	Changes func(yield func(signed []byte) error) error
	// Images yields every image; nil is none.
	Images func(yield func(hash [32]byte, image []byte) error) error
}

// WriteBundle writes a bundle to path. After a crash there is all of it or nothing. A file that is there
// already is an error that is fs.ErrExist, unless overwrite says to replace it.
func WriteBundle(path string, c Contents, overwrite bool) (m Manifest, err error) {
	if _, err := os.Lstat(path); err == nil && !overwrite {
		return m, fmt.Errorf("write the bundle: %w", fs.ErrExist)
	}
	f, err := os.CreateTemp(filepath.Dir(path), ".convene-*.part")
	if err != nil {
		return m, fmt.Errorf("write the bundle: %w", plain(err))
	}
	m, err = pack(f, c)
	if err == nil {
		err = f.Sync()
	}
	if err = joinClose(err, f); err == nil {
		err = os.Rename(f.Name(), path)
	}
	if err == nil {
		err = syncFolder(filepath.Dir(path))
	}
	if err != nil {
		return m, errors.Join(fmt.Errorf("write the bundle: %w", plain(err)), removeIfThere(f.Name()))
	}
	return m, nil
}

func pack(f io.Writer, c Contents) (m Manifest, err error) {
	m = Manifest{
		Bundle: bundleVersion, Notice: BundleNotice, App: c.App,
		Session: hex.EncodeToString(c.Session[:]), Digest: hex.EncodeToString(c.Digest[:]),
	}
	buffered := bufio.NewWriterSize(f, 1<<16)
	z := zip.NewWriter(buffered)
	w, err := z.Create(changesName)
	if err != nil {
		return m, err
	}
	err = c.Changes(func(signed []byte) error {
		m.Changes++
		head := binary.BigEndian.AppendUint32(nil, uint32(len(signed))) //nolint:gosec // at most MaxValue
		if _, err := w.Write(head); err != nil {
			return err
		}
		_, err := w.Write(signed)
		return err
	})
	if err == nil && c.Images != nil {
		err = c.Images(func(hash [32]byte, image []byte) error {
			m.Images++
			return storeEntry(z, imagesPrefix+hex.EncodeToString(hash[:]), image)
		})
	}
	if err != nil {
		return m, err
	}
	text, err := json.MarshalIndent(m, "", "  ")
	if err == nil {
		err = storeEntry(z, manifestName, append(text, '\n'))
	}
	if err = joinClose(err, z); err != nil {
		return m, err
	}
	return m, buffered.Flush()
}

// storeEntry adds an entry as it is. Its size is in front of it, which programs that unpack streams need.
func storeEntry(z *zip.Writer, name string, text []byte) error {
	size := uint64(len(text))
	w, err := z.CreateRaw(&zip.FileHeader{
		Name: name, Method: zip.Store, CRC32: crc32.ChecksumIEEE(text), CompressedSize64: size, UncompressedSize64: size,
	})
	if err != nil {
		return err
	}
	_, err = w.Write(text)
	return err
}
