package app

import (
	"context"
	"path/filepath"

	"convene/workshop"
)

// Follow opens a session if needed and returns all of it, and every diff after
// that, in order and without a gap.
func (a *App) Follow(ctx context.Context, session string) (Snapshot, <-chan Diff, error) {
	id, err := sessionByName(session)
	if err != nil {
		return Snapshot{}, nil, err
	}
	l, err := a.openLive(id)
	if err != nil {
		return Snapshot{}, nil, inWords(err)
	}
	snap, diffs, err := l.follow(ctx)
	return snap, diffs, inWords(err)
}

// Invite makes an invite. Only this laptop lets its holders in, while the
// session is open here.
func (a *App) Invite(ctx context.Context, session string, wish InviteWish) (Invitation, error) {
	l, err := a.find(session)
	if err != nil {
		return Invitation{}, err
	}
	return l.invite(ctx, wish)
}

// PreviewRecord is the record as it would be saved now.
func (a *App) PreviewRecord(ctx context.Context, session string, w RecordWish) (RecordPreview, error) {
	var digest [32]byte
	var v *workshop.View
	err := a.act(ctx, session, func(l *Laptop) error {
		v, digest = l.View(), l.s.Digest()
		return nil
	})
	if err != nil {
		return RecordPreview{}, err
	}
	l, err := a.find(session)
	if err != nil {
		return RecordPreview{}, err
	}
	return previewRecord(v, digest, w, photosIn(v, l.store.Image))
}

// SaveRecord writes the record into dir, or where dir is "" into the data
// folder's exports, and returns the path of the report.
func (a *App) SaveRecord(ctx context.Context, session string, w RecordWish, dir string) (string, error) {
	v, err := a.View(ctx, session)
	if err != nil {
		return "", err
	}
	if dir == "" {
		dir = filepath.Join(a.library.Dir(), "exports")
	}
	l, err := a.find(session)
	if err != nil {
		return "", err
	}
	pictures, err := pictureFiles(v, l.store.Image)
	if err != nil {
		return "", recordRefusal(err)
	}
	var path string
	err = a.withRoom(func() error {
		path, err = saveRecord(v, w, dir, pictures)
		return err
	})
	if err == nil {
		a.mu.Lock()
		a.saved[session] = filepath.Dir(path)
		a.mu.Unlock()
	}
	return path, err
}

// AddPicture writes a picture that a window drew of one of the record's drawings
// beside it, in the folder that was saved last. png is base64. Such pictures are no part of
// what is the same on every laptop: each window draws them in its own way.
func (a *App) AddPicture(_ context.Context, session, name, png string) (string, error) {
	a.mu.Lock()
	dir := a.saved[session]
	a.mu.Unlock()
	return addPicture(dir, name, png)
}
