package app

import (
	"context"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"convene/storage"
	"convene/workshop"
	"convene/workshop/outcome"
)

// bundleSuffix ends the name of every bundle.
const bundleSuffix = ".convene"

// SaveBundle writes a session, with its pictures, into one file to carry. Where path is "" that is a new one in the data
// folder's exports. A file that is there is only replaced where overwrite says so. Whoever has the file can read it.
// Where ctx ends before all of it is written there is no file, and what was there is as it was. tell may be nil, and must not block.
func (a *App) SaveBundle(ctx context.Context, session, path string, overwrite bool, tell func(CarryProgress)) (saved BundleSaved, err error) {
	id, err := sessionByName(session)
	if err != nil {
		return saved, err
	}
	err = a.read(ctx, id, func(s *workshop.Session, _ int, store *storage.Log) error {
		if path == "" {
			dir := filepath.Join(a.library.Dir(), "exports")
			if err := os.MkdirAll(dir, 0o700); err != nil {
				return bundleRefusal(err)
			}
			path = freeName(filepath.Join(dir, outcome.SlugDate(s.View())), bundleSuffix)
		}
		pictures, err := store.Images()
		if err != nil {
			return err
		}
		var m storage.Manifest
		err = a.withRoom(func() error {
			m, err = storage.WriteBundle(path, a.contents(s, store, pictures, carrying(ctx, tell)), overwrite)
			return err
		})
		if err != nil {
			return bundleRefusal(err)
		}
		saved = BundleSaved{
			Path: path, Session: session, Changes: m.Changes, Images: m.Images, Digest: m.Digest, Notice: storage.BundleNotice,
		}
		return nil
	})
	return saved, inWords(err)
}

// contents is what a bundle of a session holds; work counts it.
func (a *App) contents(s *workshop.Session, store *storage.Log, pictures [][32]byte, work *carried) storage.Contents {
	return storage.Contents{
		Session: s.ID(), Digest: s.Digest(), App: a.c.Version,
		Changes: func(yield func([]byte) error) error {
			if err := work.step(CarrySaving, s.Len()+len(pictures)); err != nil {
				return err
			}
			return s.Changes(func(c *workshop.Change) error {
				if err := work.one(); err != nil {
					return err
				}
				return yield(c.Bytes)
			})
		},
		Images: func(yield func([32]byte, []byte) error) error {
			for _, hash := range pictures {
				if err := work.one(); err != nil {
					return err
				}
				image, err := store.Image(hash)
				if errors.Is(err, storage.ErrNoImage) {
					continue // damaged here; others have it
				}
				if err == nil {
					err = yield(hash, image)
				}
				if err != nil {
					return err
				}
			}
			return nil
		},
	}
}

// freeName is path and suffix, with a number between where there is such a file already.
func freeName(path, suffix string) string {
	for n := 1; n < mostCopies; n++ {
		name := path + suffix
		if n > 1 {
			name = fmt.Sprintf("%s-%d%s", path, n, suffix)
		}
		if _, err := os.Lstat(name); errors.Is(err, fs.ErrNotExist) {
			return name
		}
	}
	return path + suffix
}

// read looks at a session of this computer without its network: at a copy where it is open. broken is how many stored
// changes cannot be read.
func (a *App) read(ctx context.Context, id workshop.SessionID, use func(s *workshop.Session, broken int, store *storage.Log) error) error {
	a.mu.Lock()
	l := a.open[id]
	a.mu.Unlock()
	if l != nil && !l.stopping() {
		return l.read(ctx, use)
	}
	a.opening.Lock()
	defer a.opening.Unlock()
	return a.readClosed(id, use)
}

// read is the same of a session that is open.
func (l *live) read(ctx context.Context, use func(s *workshop.Session, broken int, store *storage.Log) error) error {
	var changes [][]byte
	err := l.do(ctx, func(lap *Laptop) error {
		return lap.s.Changes(func(c *workshop.Change) error {
			changes = append(changes, c.Bytes)
			return nil
		})
	})
	if err != nil {
		return err
	}
	loaded, err := workshop.Load(changes)
	if err != nil {
		return err
	}
	return use(loaded.Session, loaded.Broken, l.store)
}

// readClosed is the same of one that is not; whoever calls it holds the opening of sessions.
func (a *App) readClosed(id workshop.SessionID, use func(s *workshop.Session, broken int, store *storage.Log) error) error {
	if _, known, err := a.entry(id); err != nil || !known {
		return errors.Join(err, Refuse("session-unknown", "This session is not on this laptop.", "Choose one from the list, or join with an invite."))
	}
	k, err := a.openKept(id)
	if err != nil {
		return err
	}
	err = use(k.loaded.Session, k.loaded.Broken+len(k.loaded.Loose), k.store)
	return errors.Join(err, k.store.Close())
}

// IsSessionID reports whether a name could be a session's, as the list of sessions has them.
func IsSessionID(name string) bool {
	_, err := workshop.ParseSessionID(name)
	return err == nil
}

// VerifySession checks a session of this computer from its first change on: every signature, every chain, every right.
// tell may be nil, and must not block.
func (a *App) VerifySession(ctx context.Context, session string, tell func(CarryProgress)) (v Verified, err error) {
	id, err := sessionByName(session)
	if err != nil {
		return v, err
	}
	err = a.read(ctx, id, func(s *workshop.Session, broken int, store *storage.Log) error {
		var j judging
		work := carrying(ctx, tell)
		if err := work.step(CarryChecking, s.Len()); err != nil {
			return err
		}
		err := s.Changes(func(c *workshop.Change) error { j.take(c.Bytes); return work.one() })
		if err != nil {
			return err
		}
		j.end()
		if broken > 0 {
			j.refuse(fmt.Sprintf("%d stored changes", broken), "they cannot be read, or what they build on is missing")
		}
		v = j.verified()
		hashes, err := store.Images()
		v.Images = len(hashes)
		return err
	})
	return v, inWords(err)
}

// VerifyBundle does the same with a bundle, and compares what comes out with what it says. A file that is no bundle is a
// [*Refusal] with code "bundle-refused".
func VerifyBundle(path string) (Verified, error) {
	b, err := storage.OpenBundle(path)
	if err != nil {
		return Verified{}, bundleRefusal(err)
	}
	work := carrying(context.Background(), nil)
	j, err := judgeBundle(b, work)
	var refused []Refused
	images := 0
	if err == nil {
		refused, err = checkImages(b, &images, work)
	}
	if err = errors.Join(err, b.Close()); err != nil {
		return Verified{}, bundleRefusal(err)
	}
	v := j.verified()
	v.Images = images
	v.Refused = append(v.Refused, refused...)
	v.OK = len(v.Refused) == 0
	return v, nil
}

func checkImages(b *storage.Bundle, n *int, work *carried) ([]Refused, error) {
	refused, err := b.Images(func(_ [32]byte, image []byte) error {
		*n++
		if err := work.one(); err != nil {
			return err
		}
		return storage.JudgeImage(image)
	})
	return refusedParts(refused), err
}

// judgeBundle judges all changes of a bundle by themselves. How many there are is what the file says, as far as that can be.
func judgeBundle(b *storage.Bundle, work *carried) (*judging, error) {
	j := &judging{}
	if err := work.step(CarryChecking, min(max(b.Manifest.Changes, 0), mostChanges)+b.Pictures()); err != nil {
		return nil, err
	}
	err := b.Changes(func(signed []byte) error {
		j.take(signed)
		return work.one()
	})
	if err != nil {
		return nil, err
	}
	j.end()
	switch {
	case j.s == nil:
		j.refuse("the session", "its beginning is missing")
	case j.s.ID() != workshop.SessionID(b.Session):
		j.refuse("the session", "it is not the one that the bundle names")
	case j.s.Digest() != b.Digest:
		digest := b.Digest
		j.refuse("the session", "its digest is not "+hex.EncodeToString(digest[:])+", which the bundle names: changes are missing or were added")
	}
	return j, nil
}

// Picture is a session as it is at one moment, to be looked at and written down.
type Picture struct {
	Session string
	Digest  string // hex: equal on laptops that hold the same
	View    *workshop.View
	Images  []outcome.File // pictures that its notes show, as files of its record
}

func pictureOf(s *workshop.Session) Picture {
	digest := s.Digest()
	return Picture{Session: s.ID().String(), Digest: hex.EncodeToString(digest[:]), View: s.View()}
}

// ReadSession is the picture of a session of this computer. Its network is not opened.
func (a *App) ReadSession(ctx context.Context, session string) (p Picture, err error) {
	id, err := sessionByName(session)
	if err != nil {
		return p, err
	}
	err = a.read(ctx, id, func(s *workshop.Session, _ int, store *storage.Log) (err error) {
		p = pictureOf(s)
		p.Images, err = pictureFiles(p.View, store.Image)
		return err
	})
	return p, inWords(err)
}

// ReadBundle is the picture of the session in a bundle, which must be in order.
func ReadBundle(path string) (Picture, error) {
	b, err := storage.OpenBundle(path)
	if err != nil {
		return Picture{}, bundleRefusal(err)
	}
	j, err := judgeBundle(b, carrying(context.Background(), nil))
	var p Picture
	if err == nil && len(j.refused) == 0 {
		p = pictureOf(j.s)
		p.Images, err = imagesIn(b, p.View)
	}
	if err = errors.Join(err, b.Close()); err == nil && len(j.refused) > 0 {
		err = refusedBundle(j.allRefused())
	}
	if err != nil {
		return Picture{}, bundleRefusal(err)
	}
	return p, nil
}

// imagesIn are the pictures that a bundle holds of those that its notes show.
func imagesIn(b *storage.Bundle, v *workshop.View) ([]outcome.File, error) {
	held, shown := map[[32]byte][]byte{}, map[[32]byte]bool{}
	for i := range v.Notes {
		shown[v.Notes[i].Picture.Hash] = true
	}
	_, err := b.Images(func(hash [32]byte, image []byte) error {
		if !shown[hash] {
			return nil
		}
		held[hash] = image
		return storage.JudgeImage(image)
	})
	if err != nil {
		return nil, err
	}
	return pictureFiles(v, func(hash [32]byte) ([]byte, error) {
		if held[hash] == nil {
			return nil, storage.ErrNoImage
		}
		return held[hash], nil
	})
}

// bundleRefusal has the words for what reading and writing bundles meets.
func bundleRefusal(err error) error {
	var bad *storage.BundleError
	var already *Refusal
	switch {
	case errors.As(err, &already):
		return already
	case errors.As(err, &bad):
		return refusedBundle(refusedParts(bad.Refused))
	case errors.Is(err, storage.ErrNewer):
		return Refuse("bundle-newer", "The bundle was written by a newer version of Convene.", "Nothing was changed. Open it with that version.").Because(err)
	case errors.Is(err, fs.ErrExist):
		return Refuse("bundle-there", "There is a file with this name already.", "It was left as it is. Choose another name.").Because(err)
	case errors.Is(err, fs.ErrNotExist):
		return Refuse("no-bundle", "There is no such file.", "Nothing was changed. Check the name.").Because(err)
	case errors.Is(err, fs.ErrPermission):
		return Refuse("bundle-not-allowed", "This computer does not allow that for this file.", "Nothing was changed. Choose another folder.").Because(err)
	case fullDisk(err):
		return Refuse("disk-full", "The disk is full, so the bundle was not written.", "The session is safe. Make room, or choose another disk.").Because(err)
	}
	return err
}

// refusedBundle says what in a bundle is not in order, and why.
func refusedBundle(list []Refused) *Refusal {
	lines := make([]string, 0, len(list))
	for _, r := range list {
		lines = append(lines, r.What+": "+r.Why)
	}
	return Refuse("bundle-refused", "This file is not a bundle in order. Nothing of it was taken. "+strings.Join(lines, "; ")+".",
		"Nothing was changed. Ask for the bundle again: it may have been cut off, or altered on its way.")
}
