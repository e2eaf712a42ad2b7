package storage

import (
	"archive/zip"
	"bufio"
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// Limits of a bundle from anywhere. They hold for what really comes out, whatever the file says of itself.
const (
	bundleBytes    = 256 << 20 // of the file
	bundleExpanded = 1 << 30   // of all that comes out of it
	bundleEntries  = 20_000
	bundleRatio    = 100      // what comes out by what goes in, of the file and of every entry
	bundleSlack    = 4 << 10  // what a small entry may have beyond the ratio
	manifestBytes  = 64 << 10 // of the manifest
	mostRefused    = 100      // refusals that are listed
)

// Refusal is something in a bundle that was not taken.
type Refusal struct {
	What string `json:"what"` // the part of the file, quoted where a stranger chose its name
	Why  string `json:"why"`
}

// BundleError: a file is not a bundle that is safe to read. Nothing of it was taken.
type BundleError struct {
	Refused []Refusal // at least one
}

func (e *BundleError) Error() string {
	r := e.Refused[0]
	text := fmt.Sprintf("the bundle is refused: %s: %s", r.What, r.Why)
	if more := len(e.Refused) - 1; more > 0 {
		text += fmt.Sprintf(" (and %d more)", more)
	}
	return text
}

func refuseBundle(what, why string, args ...any) *BundleError {
	return &BundleError{Refused: []Refusal{{What: what, Why: fmt.Sprintf(why, args...)}}}
}

// Bundle is a bundle that is being read. It belongs to one goroutine.
type Bundle struct {
	Manifest Manifest
	Session  [16]byte // as the manifest says
	Digest   [32]byte // as the manifest says

	file    *os.File
	changes *zip.File
	images  []*zip.File
	left    int64 // bytes that may still come out
}

// OpenBundle looks at the bundle at path and reads its manifest. What cannot be one is a [*BundleError] that lists
// what is wrong; ErrNewer is a bundle of a later form. Memory stays below 32 MiB whatever the file holds.
func OpenBundle(path string) (*Bundle, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, fmt.Errorf("open the bundle: %w", err)
	}
	b := &Bundle{file: f}
	if err := b.open(); err != nil {
		return nil, errors.Join(err, f.Close())
	}
	return b, nil
}

// Pictures is how many images are in the file, whatever its manifest says.
func (b *Bundle) Pictures() int { return len(b.images) }

// Close lets go of the file.
func (b *Bundle) Close() error { return b.file.Close() }

func (b *Bundle) open() error {
	info, err := b.file.Stat()
	if err != nil {
		return fmt.Errorf("open the bundle: %w", err)
	}
	size := info.Size()
	if !info.Mode().IsRegular() {
		return refuseBundle("the file", "it is not a plain file")
	}
	if size > bundleBytes {
		return refuseBundle("the file", "it has %d MiB, more than %d", size>>20, bundleBytes>>20)
	}
	if err := checkDirectory(b.file, size); err != nil {
		return err
	}
	z, err := zip.NewReader(b.file, size)
	if err != nil && !errors.Is(err, zip.ErrInsecurePath) {
		return refuseBundle("the file", "it is not a bundle: %v", err)
	}
	b.left = min(bundleExpanded, bundleRatio*size)
	manifest, err := b.sort(z.File, size)
	if err != nil {
		return err
	}
	return b.readManifest(manifest)
}

// checkDirectory refuses a zip whose list of entries is not where and how this app writes it: one that lies about it could
// make the reader hold millions of entries.
func checkDirectory(f io.ReaderAt, size int64) error {
	const end = 22 // bytes of the record at the end
	bad := refuseBundle("the file", "it is not a bundle")
	if size < end {
		return bad
	}
	record := make([]byte, end)
	if _, err := f.ReadAt(record, size-end); err != nil {
		return fmt.Errorf("open the bundle: %w", err)
	}
	if binary.LittleEndian.Uint32(record) != 0x06054b50 || binary.LittleEndian.Uint16(record[20:]) != 0 {
		return bad
	}
	count := int64(binary.LittleEndian.Uint16(record[10:]))
	length, at := int64(binary.LittleEndian.Uint32(record[12:])), int64(binary.LittleEndian.Uint32(record[16:]))
	switch {
	case binary.LittleEndian.Uint32(record[4:]) != 0 || count != int64(binary.LittleEndian.Uint16(record[8:])):
		return refuseBundle("the file", "it is a part of several")
	case count > bundleEntries:
		return refuseBundle("the file", "it has %d entries, more than %d", count, bundleEntries)
	case at+length != size-end:
		return refuseBundle("the file", "its list of entries is not where it says")
	case length > (count+1)*256:
		return refuseBundle("the file", "its list of entries is longer than %d entries can be", count)
	}
	return nil
}

// sort finds the parts among the entries and refuses what has no place in a bundle: all of it, so that the list tells.
func (b *Bundle) sort(entries []*zip.File, size int64) (manifest *zip.File, err error) {
	var refused []Refusal
	seen := map[string]bool{}
	packed, claimed := uint64(0), uint64(0)
	for _, e := range entries {
		why := judgeEntry(e)
		if why == "" && seen[e.Name] {
			why = "it is there twice"
		}
		if why != "" {
			if len(refused) < mostRefused {
				refused = append(refused, Refusal{What: quoteName(e.Name), Why: why})
			}
			continue
		}
		seen[e.Name] = true
		packed += e.CompressedSize64
		claimed += e.UncompressedSize64
		switch e.Name {
		case manifestName:
			manifest = e
		case changesName:
			b.changes = e
		default:
			b.images = append(b.images, e)
		}
	}
	if manifest == nil {
		refused = append(refused, Refusal{What: manifestName, Why: "it is missing"})
	}
	if b.changes == nil {
		refused = append(refused, Refusal{What: changesName, Why: "it is missing"})
	}
	if packed > uint64(size) { //nolint:gosec // the size of a file
		refused = append(refused, Refusal{What: "the file", Why: "its entries lie over each other"})
	}
	if claimed > uint64(b.left) { //nolint:gosec // positive
		refused = append(refused, Refusal{What: "the file", Why: fmt.Sprintf("it would unpack to more than %d times its size or 1 GiB", bundleRatio)})
	}
	if refused != nil {
		return nil, &BundleError{Refused: refused}
	}
	return manifest, nil
}

// judgeEntry says why an entry has no place in a bundle, "" when it has one.
func judgeEntry(e *zip.File) string {
	image, isImage := strings.CutPrefix(e.Name, imagesPrefix)
	_, isHash := hashOf(image)
	switch {
	case !filepath.IsLocal(e.Name) || strings.ContainsAny(e.Name, `\:`):
		return "its name leads out of the bundle"
	case !e.Mode().IsRegular():
		return "it is a link or a folder"
	case e.Flags&1 != 0:
		return "it is encrypted"
	case e.Method != zip.Store && e.Method != zip.Deflate:
		return "it is packed in an unknown way"
	case e.Name != manifestName && e.Name != changesName && (!isImage || !isHash):
		return "a bundle has no such part"
	case e.UncompressedSize64 > bundleRatio*e.CompressedSize64+bundleSlack:
		return fmt.Sprintf("it would unpack to more than %d times its size", bundleRatio)
	case e.Name == manifestName && e.UncompressedSize64 > manifestBytes:
		return fmt.Sprintf("it is larger than %d KiB", manifestBytes>>10)
	case isImage && e.UncompressedSize64 > MaxImage:
		return fmt.Sprintf("it is larger than %d MiB", MaxImage>>20)
	}
	return ""
}

func quoteName(name string) string {
	if len(name) > 100 {
		name = name[:100] + "..."
	}
	return fmt.Sprintf("%+q", name)
}

// hashOf reads a SHA-256 in lower hex.
func hashOf(name string) (hash [32]byte, ok bool) {
	raw, err := hex.DecodeString(name)
	if err != nil || len(raw) != len(hash) || strings.ToLower(name) != name {
		return hash, false
	}
	return [32]byte(raw), true
}

func (b *Bundle) readManifest(e *zip.File) error {
	text, err := b.readAll(e, manifestBytes)
	if err != nil {
		return err
	}
	if err := json.Unmarshal(text, &b.Manifest); err != nil {
		return refuseBundle(manifestName, "it cannot be read")
	}
	if b.Manifest.Bundle > bundleVersion {
		return fmt.Errorf("open the bundle: %w: form %d, this app knows %d", ErrNewer, b.Manifest.Bundle, bundleVersion)
	}
	session, ok := sessionID(b.Manifest.Session)
	digest, fine := hashOf(b.Manifest.Digest)
	if !ok || !fine || b.Manifest.Bundle < 1 {
		return refuseBundle(manifestName, "it names no session and digest")
	}
	b.Session, b.Digest = session, digest
	return nil
}

// unpacked is what comes out of an entry. It ends with a *BundleError where more comes than was said or than is allowed.
type unpacked struct {
	b    *Bundle
	e    *zip.File
	from io.Reader
	left uint64
}

func (u *unpacked) Read(p []byte) (int, error) {
	n, err := u.from.Read(p)
	if uint64(n) > u.left { //nolint:gosec // a length
		return 0, refuseBundle(quoteName(u.e.Name), "more comes out of it than it says")
	}
	if u.b.left -= int64(n); u.b.left < 0 {
		return 0, refuseBundle("the file", "more than 1 GiB or %d times its size comes out of it", bundleRatio)
	}
	u.left -= uint64(n) //nolint:gosec // a length
	if err != nil && !errors.Is(err, io.EOF) {
		return n, refuseBundle(quoteName(u.e.Name), "it is damaged: %v", err)
	}
	if errors.Is(err, io.EOF) && u.left > 0 {
		return n, refuseBundle(quoteName(u.e.Name), "less comes out of it than it says")
	}
	return n, err
}

// unpack reads an entry within the limits.
func (b *Bundle) unpack(e *zip.File, use func(io.Reader) error) error {
	r, err := e.Open()
	if err != nil {
		return refuseBundle(quoteName(e.Name), "it is damaged: %v", err)
	}
	return joinClose(use(&unpacked{b: b, e: e, from: r, left: e.UncompressedSize64}), r)
}

func (b *Bundle) readAll(e *zip.File, limit uint64) (text []byte, err error) {
	if e.UncompressedSize64 > limit {
		return nil, refuseBundle(quoteName(e.Name), "it is too large")
	}
	err = b.unpack(e, func(r io.Reader) (err error) {
		text, err = io.ReadAll(r)
		return err
	})
	return text, err
}

// Changes yields the bytes of every change, in the order of the file. They are the caller's. Errors: a [*BundleError],
// and what yield returns.
func (b *Bundle) Changes(yield func(signed []byte) error) error {
	return b.unpack(b.changes, func(r io.Reader) error {
		buffered := bufio.NewReaderSize(r, 1<<16)
		for n := 1; ; n++ {
			var head [4]byte
			if _, err := io.ReadFull(buffered, head[:]); errors.Is(err, io.EOF) {
				return nil
			} else if err != nil {
				return cutShort(n, err)
			}
			size := binary.BigEndian.Uint32(head[:])
			if size == 0 || size > MaxValue {
				return refuseBundle(changesName, "change %d says it has %d bytes", n, size)
			}
			signed := make([]byte, size)
			if _, err := io.ReadFull(buffered, signed); err != nil {
				return cutShort(n, err)
			}
			if err := yield(signed); err != nil {
				return err
			}
		}
	})
}

func cutShort(n int, err error) error {
	var refused *BundleError
	if errors.As(err, &refused) {
		return refused
	}
	return refuseBundle(changesName, "it is cut off in change %d", n)
}

// Images yields every image whose content is what its name says. What is not is returned, and so is what yield refuses with
// [ErrImage]; any other error ends it.
func (b *Bundle) Images(yield func(hash [32]byte, image []byte) error) (refused []Refusal, err error) {
	slices.SortFunc(b.images, func(x, y *zip.File) int { return strings.Compare(x.Name, y.Name) })
	for _, e := range b.images {
		hash, _ := hashOf(strings.TrimPrefix(e.Name, imagesPrefix))
		image, err := b.readAll(e, MaxImage)
		if err != nil {
			return refused, err
		}
		why := ""
		if sha256.Sum256(image) != hash {
			why = "its content is not what its name says"
		} else if err := yield(hash, image); errors.Is(err, ErrImage) {
			why = err.Error()
		} else if err != nil {
			return refused, err
		}
		if why != "" && len(refused) < mostRefused {
			refused = append(refused, Refusal{What: e.Name, Why: why})
		}
	}
	return refused, nil
}
