package storage

import (
	"archive/tar"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/sirupsen/logrus"
)

// A store of format 1 becomes one of format 2, encrypted, when its data folder has got a key. The new one is built beside it,
// read back and compared; only then do the two change places, and the plain one goes. A kill at any point leaves one of them
// whole, and the next start goes on:
//
//	X, X.sealing    being built: what is built is thrown away
//	X.plain, X.sealing    changing places: what was built takes its place
//	X, X.plain      changed: the plain one goes
const (
	sealingSuffix = ".sealing"
	plainSuffix   = ".plain"
)

// sealAll encrypts the library and every session that is not yet. It is called before any of them is opened.
func (l *Library) sealAll() error {
	if l.set.seal == nil {
		return nil
	}
	if l.space.check() != nil {
		return nil // they can be read as they are
	}
	dirs := []string{filepath.Join(l.dir, "library")}
	entries, err := os.ReadDir(filepath.Join(l.dir, "sessions"))
	if err != nil {
		return fmt.Errorf("list the sessions: %w", plain(err))
	}
	for _, e := range entries {
		name := strings.TrimSuffix(e.Name(), plainSuffix)
		if _, ok := sessionID(name); ok && e.IsDir() {
			dirs = append(dirs, filepath.Join(l.dir, "sessions", name))
		}
	}
	slices.Sort(dirs)
	for _, dir := range slices.Compact(dirs) {
		m := sealing{dir: dir, log: l.log, set: l.set, space: l.space}
		if err := m.run(); err != nil {
			return fmt.Errorf("encrypt what is in the data folder: %w", err)
		}
	}
	return nil
}

// sealing is the change of one store from plain to encrypted.
type sealing struct {
	dir   string
	log   *logrus.Entry
	set   settings
	space *spaceGuard
}

func (m sealing) run() error {
	next, old := m.dir+sealingSuffix, m.dir+plainSuffix
	if there(old) {
		if !there(m.dir) {
			if err := m.rename(next, m.dir); err != nil {
				return err
			}
		}
		return m.drop(old)
	}
	if err := m.drop(next); err != nil {
		return err
	}
	if version, known := storeFormat(m.dir); !known || version != formatPlain {
		return nil
	}
	m.log.WithField("folder", filepath.Base(m.dir)).Info("encrypting a folder")
	if err := m.build(next); err != nil {
		return err
	}
	if err := m.rename(m.dir, old); err != nil {
		return err
	}
	if err := m.rename(next, m.dir); err != nil {
		return err
	}
	return m.drop(old)
}

func there(path string) bool {
	_, err := os.Lstat(path)
	return err == nil
}

func (m sealing) rename(from, to string) error {
	if err := m.set.step("rename"); err != nil {
		return err
	}
	err := os.Rename(from, to)
	if err == nil {
		err = syncFolder(filepath.Dir(to))
	}
	return plain(err)
}

func (m sealing) drop(path string) error {
	if err := m.set.step("drop"); err != nil {
		return err
	}
	return plain(os.RemoveAll(path))
}

// build writes the encrypted store and compares it with the plain one.
func (m sealing) build(next string) error {
	before := m.set
	before.seal = nil
	s, err := openStore(m.dir, m.log, before, m.space)
	if err != nil {
		return err
	}
	err = m.reportOf(s)
	var want tallyOf
	if err == nil {
		want, err = m.copyRecords(s, next)
	}
	if err = errors.Join(err, s.close()); err != nil {
		return err
	}
	if err := m.copyRest(next); err != nil {
		return err
	}
	if err := m.set.step("check"); err != nil {
		return err
	}
	after, err := openStore(next, m.log, m.set, m.space)
	if err != nil {
		return err
	}
	var got tallyOf
	if after.recovery != nil {
		err = fmt.Errorf("what was written is damaged: %v", after.recovery)
	} else {
		got, err = takeTally(after)
	}
	if err = errors.Join(err, after.close()); err != nil {
		return err
	}
	if !maps.Equal(got.changes, want.changes) || !maps.Equal(got.privates, want.privates) {
		return errors.New("what was written is not what was there")
	}
	return nil
}

// reportOf tells what opening the plain store repaired.
func (m sealing) reportOf(s *store) error {
	if s.recovery == nil || filepath.Base(m.dir) == "library" {
		return nil
	}
	return (&Log{store: s}).report()
}

// tallyOf is what a store holds, to be compared.
type tallyOf struct {
	changes  map[[32]byte]int
	privates map[string]string
}

func takeTally(s *store) (tallyOf, error) {
	t := tallyOf{changes: map[[32]byte]int{}, privates: map[string]string{}}
	err := s.changes(context.Background(), func(c Change) error {
		t.changes[c.ID] = len(c.Bytes)
		return nil
	})
	if err != nil {
		return t, err
	}
	privates, err := s.privatesBelow("")
	for key, value := range privates {
		t.privates[key] = string(value)
	}
	return t, err
}

// copyRecords gives the journal of the new store everything the old one holds; its database follows when it is opened.
func (m sealing) copyRecords(s *store, next string) (tallyOf, error) {
	for _, folder := range []string{next, filepath.Join(next, "journal"), filepath.Join(next, "backups")} {
		if err := makeFolder(folder); err != nil {
			return tallyOf{}, err
		}
	}
	at, err := s.stand(context.Background(), false)
	if err != nil {
		return tallyOf{}, err
	}
	j := journal{dir: filepath.Join(next, "journal"), create: createFile, with: m.set.seal}
	if err := j.begin(); err != nil {
		return tallyOf{}, plain(err)
	}
	err = s.eachRecord(at.behind)(func(r record) error {
		return j.append(m.set.seal.appendFrame(nil, r), nil, false)
	})
	if err = errors.Join(err, j.rotate()); err != nil {
		return tallyOf{}, plain(err)
	}
	if err := m.set.step("copied"); err != nil {
		return tallyOf{}, err
	}
	return takeTally(s)
}

// copyRest takes along what else is in the folder: the pictures, what people are to be told, and what was set aside as damaged,
// which is kept as one sealed file.
func (m sealing) copyRest(next string) error {
	if told, err := os.ReadFile(filepath.Join(m.dir, reportFile)); err == nil {
		if err := writeFile(filepath.Join(next, reportFile), told); err != nil {
			return plain(err)
		}
	}
	if err := m.copyImages(next); err != nil {
		return err
	}
	aside, err := filepath.Glob(filepath.Join(m.dir, damagedPrefix+"*"))
	if err != nil {
		return err
	}
	broken, err := filepath.Glob(filepath.Join(m.dir, "journal", "*"+brokenSuffix))
	if err != nil {
		return err
	}
	for _, path := range append(aside, broken...) {
		to := filepath.Join(next, damagedPrefix+strings.TrimPrefix(filepath.Base(path), damagedPrefix)+".tar")
		if err := sealTree(path, to, m.set.seal); err != nil {
			return fmt.Errorf("keep what was damaged: %w", plain(err))
		}
	}
	return nil
}

func (m sealing) copyImages(next string) error {
	from, to := Log{store: &store{dir: m.dir, space: m.space}}, Log{store: &store{dir: next, space: m.space, seal: m.set.seal}}
	hashes, err := from.Images()
	if err != nil {
		return err
	}
	for _, hash := range hashes {
		image, err := from.Image(hash)
		if errors.Is(err, ErrNoImage) {
			continue
		}
		if err == nil {
			err = to.putImage(hash, image)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// sealTree writes a file, or a folder and all below it, as a sealed tar.
func sealTree(from, to string, with *sealer) error {
	f, err := os.OpenFile(to, os.O_WRONLY|os.O_CREATE|os.O_TRUNC, fileMode)
	if err != nil {
		return err
	}
	w, err := with.writer(f)
	if err != nil {
		return joinClose(err, f)
	}
	t := tar.NewWriter(w)
	err = filepath.WalkDir(from, func(path string, e fs.DirEntry, err error) error {
		if err != nil || !e.Type().IsRegular() {
			return err
		}
		return addToTar(t, from, path)
	})
	err = joinClose(joinClose(err, t), w)
	if err == nil {
		err = f.Sync()
	}
	return joinClose(err, f)
}

func addToTar(t *tar.Writer, top, path string) error {
	f, err := os.Open(path)
	if err != nil {
		return err
	}
	info, err := f.Stat()
	if err != nil {
		return joinClose(err, f)
	}
	name, err := filepath.Rel(filepath.Dir(top), path)
	if err == nil {
		err = t.WriteHeader(&tar.Header{Name: filepath.ToSlash(name), Mode: int64(fileMode), Size: info.Size()})
	}
	if err == nil {
		_, err = io.CopyN(t, f, info.Size())
	}
	return joinClose(err, f)
}
