package app

import (
	"convene/p2p"
	"convene/storage"
)

// pictures lets a session's node give and get its images by hash.
type pictures struct{ store *storage.Log }

func (p pictures) Blobs() ([][32]byte, error)             { return p.store.Images() }
func (p pictures) Blob(hash [32]byte) ([]byte, error)     { return p.store.Image(hash) }
func (p pictures) KeepBlob(hash [32]byte, b []byte) error { return p.store.KeepImage(hash, b) }

var _ p2p.Blobs = pictures{}
